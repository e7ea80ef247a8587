"""One GET, with its redirects, within its limits."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from vigor.fetch.limits import PORTS, Limits
from vigor.fetch.refusals import Refused

if TYPE_CHECKING:
    import httpx2

    from vigor.fetch.wire import Meter

USER_AGENT = "Vigor"
LONGEST_ADDRESS = 2000
PACKED = frozenset({"", "identity", "gzip", "x-gzip"})

# Codecs that web pages are written in. Python has others, and some of them take hours over a long text.
_CHARSET = re.compile(
    r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|latin-?1|iso-?8859-?\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|"
    r"shift_?jis|euc-(jp|kr)|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,20})""", re.IGNORECASE)
# The forms in which a number passes for an IPv4 address in some libraries: 127.1, 0x7f000001, 017700000001.
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?")


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from at last, and what it holds. `content_type` is bare and in small letters."""

    url: str
    status: int
    content_type: str
    content: bytes
    charset: str = ""

    @property
    def text(self) -> str:
        """The content as text; what can't be decoded becomes replacement characters."""
        name = self.charset
        if (
            not name
            and self.content_type == "text/html"
            and (found := _META_CHARSET.search(self.content[:2048]))
        ):
            name = found[1].decode("ascii")
        return self.content.decode(name if _CHARSET.fullmatch(name) else "utf-8", errors="replace")

    def json(self) -> Any:
        """The content read as JSON. Raises Refused("garbled")."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            raise Refused("garbled") from None


Get: TypeAlias = Callable[..., Fetched]
"""`get`, or a function with its signature: what readers of profiles are handed."""


def get(url: str, *, accept: tuple[str, ...], limits: Limits = Limits()) -> Fetched:  # noqa: B008 (frozen)
    """Fetch an address that somebody typed. `accept` are the media types that can be used ("text/html").

    An answer of any status is given back; one of 200 whose type isn't accepted is refused. Raises Refused.
    """
    from vigor.fetch.wire import Meter

    meter = Meter(limits)
    target = _parsed(url, limits)
    for _ in range(limits.redirects + 1):
        answer = _ask(target, accept, meter)
        if isinstance(answer, Fetched):
            return answer
        following = _parsed(answer, limits)
        if target.scheme == "https" and following.scheme != "https":
            raise Refused("redirects")
        target = following
    raise Refused("redirects")


def _parsed(url: str, limits: Limits) -> httpx2.URL:
    """The address as the client itself reads it, so that no two parsers can disagree. Raises Refused."""
    import httpx2

    if len(url) > LONGEST_ADDRESS or "\\" in url or any(ord(c) <= 32 or 127 <= ord(c) < 160 for c in url):
        raise Refused("address")
    try:
        parsed = httpx2.URL(url)
        port = parsed.port
    except (httpx2.InvalidURL, ValueError):
        raise Refused("address") from None
    if parsed.scheme not in ("http", "https"):
        raise Refused("scheme" if parsed.scheme else "address")
    if parsed.userinfo or "@" in urlsplit(url).netloc:
        raise Refused("user-info")
    # Where this machine may be reached, that is told apart once the name has been looked up.
    if port is not None and port not in PORTS and not limits.loopback:
        raise Refused("port")
    _check_host(parsed.raw_host.decode("ascii").lower(), limits)
    return parsed


def _check_host(host: str, limits: Limits) -> None:
    """Names with a dot, and addresses in their one usual form. Raises Refused."""
    try:
        ipaddress.ip_address(host)
        return
    except ValueError:
        pass
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        raise Refused("address")
    if host == "localhost":
        if not limits.loopback:
            raise Refused("private")
    elif "." not in host.rstrip("."):
        raise Refused("private" if host else "address")  # a name of our own network
    elif not _NAME.fullmatch(host):
        raise Refused("address")


def _ask(url: httpx2.URL, accept: tuple[str, ...], meter: Meter) -> Fetched | str:
    """The answer, or the address that it sends on to. Raises Refused."""
    with (
        _one_request(meter) as client,
        client.stream("GET", url, headers={"Accept": ", ".join(accept)}) as answer,
    ):
        if answer.next_request is not None:
            return str(answer.next_request.url)
        content_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if answer.status_code == 200 and content_type and not _accepted(content_type, accept):
            raise Refused("type")
        content = _read(answer, meter.limits.size)
        # The fragment is none of the server's business, and no part of what was fetched.
        address = str(url.copy_with(fragment=None))
        return Fetched(address, answer.status_code, content_type, content, answer.charset_encoding or "")


@contextmanager
def _one_request(meter: Meter) -> Iterator[httpx2.Client]:
    """A client for one request: no cookie, proxy, password or open connection lives on to the next. Raises Refused."""
    import httpcore2
    import httpx2

    from vigor.fetch.wire import Transport

    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
    try:
        with httpx2.Client(
            transport=Transport(meter), trust_env=False, follow_redirects=False, timeout=None, headers=headers
        ) as client:
            yield client
    except (httpcore2.TimeoutException, httpx2.TimeoutException):
        raise Refused("slow") from None
    except (httpcore2.NetworkError, httpx2.NetworkError):
        raise Refused("unreachable") from None
    except (httpcore2.ProtocolError, httpx2.RequestError, httpx2.InvalidURL, UnicodeError):
        raise Refused("garbled") from None


def _accepted(content_type: str, accept: tuple[str, ...]) -> bool:
    if content_type in accept:
        return True
    return content_type.endswith("+json") and "application/json" in accept


def _read(answer: httpx2.Response, most: int) -> bytes:
    """The body, unpacked. What claims or proves to be larger than `most` is left."""
    if answer.headers.get("Content-Encoding", "").strip().lower() not in PACKED:
        raise Refused("garbled")
    length = answer.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and (len(length) > 12 or int(length) > most):
        raise Refused("large")
    pieces, size = [], 0
    # Comes in pieces of at most a megabyte, however much a packed one holds.
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > most:
            raise Refused("large")
        pieces.append(piece)
    return b"".join(pieces)
