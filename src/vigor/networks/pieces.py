"""An address taken apart as a browser would, and turned away where it is disguised. Nothing is ever fetched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote_to_bytes

import idna

from vigor.networks.trouble import Trouble

LONGEST = 2000
"""Most characters of a text that we read: the address of an account with all that tracking hangs on it."""
LONGEST_HOST = 253

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30}):(?!\d{1,5}(?:[/?#]|$))", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
# Slashes, backslashes, full stops, per cent signs and control characters have no reason to be written with a % sign.
_DISGUISED = re.compile(r"%(?:2f|5c|2e|25|[01][0-9a-f]|7f)", re.IGNORECASE)
_WRAPPED = (("<", ">"), ("“", "”"), ("”", "”"), ('"', '"'), ("'", "'"), ("(", ")"))
_DEFAULT_PORTS = {"http": "80", "https": "443", "": "443"}
# What others hang on an address to follow the reader. Short names such as "t" may be a forum's own.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|mibextid|_hs\w+|"
    r"mkt_tok|ref_src|ref_url|originalsubdomain",
    re.IGNORECASE,
)
_SAFE = "!$&'()*+,;=:@-._~"


@dataclass(frozen=True, slots=True)
class Pieces:
    """An address in parts. `host` is in ASCII and small letters; `path` is decoded, with no slash at either end."""

    scheme: str
    host: str
    path: str
    query: Mapping[str, str]

    @property
    def quoted(self) -> str:
        """Path and query in the one way of writing them, tracking left out, with a slash before."""
        path = "".join(f"/{quote(part, safe=_SAFE)}" for part in self.path.split("/") if part)
        kept = sorted((name, value) for name, value in self.query.items() if not _TRACKING.fullmatch(name))
        query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in kept)
        return f"{path}?{query}" if query else path


def clean(text: str) -> str | Trouble:
    """What somebody pasted, without what surrounds it; Trouble where it can't be one address."""
    if len(text) > LONGEST:
        return Trouble("long")
    text = text.strip().strip("\u200b\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202c\ufeff").strip()
    for before, after in _WRAPPED:
        if len(text) > 2 and text.startswith(before) and text.endswith(after):
            text = text[1:-1].strip()
    if not text:
        return Trouble("empty")
    return odd_characters(text) or text


def odd_characters(text: str) -> Trouble | None:
    """Trouble where a text holds what an address can't: control characters, what isn't seen, spaces."""
    if text.isascii() and text.isprintable() and " " not in text:
        return None
    for character in text:
        category = unicodedata.category(character)
        if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
            return Trouble("control")
        if category == "Cf" or character in "\u115f\u1160\u3164\uffa0\u2800\u034f":
            return Trouble("invisible")
        if category == "Zs":
            return Trouble("spaces")
    return None


def take_apart(text: str) -> Pieces | Trouble:
    """The parts of a cleaned address, or why it can't be followed. `https://` may be left out."""
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if scheme not in ("", "http", "https"):
        return Trouble("scheme", about=scheme)
    rest = text[found.end() :] if found else text
    if "\\" in text:
        return Trouble("disguised")
    where = re.match(r"[^/?#]*", rest := rest.lstrip("/"))
    authority = where[0] if where else ""
    host = _host_of(authority, scheme)
    if isinstance(host, Trouble):
        return host
    path, _, query = rest[len(authority) :].partition("#")[0].partition("?")
    # So X wrote its addresses once: twitter.com/#!/name.
    if not path.strip("/") and (old := re.match(r"[^#]*#!/([^?#]*)", rest)):
        path = old[1]
    decoded = _decoded(path)
    if isinstance(decoded, Trouble):
        return decoded
    return Pieces(scheme or "https", host, decoded, _fields(query))


def _host_of(authority: str, scheme: str) -> str | Trouble:
    """The host, in ASCII: look-alikes of full stops and letters are read as browsers read them (UTS 46)."""
    _, at, after = authority.rpartition("@")
    if after.startswith("["):
        return Trouble("ip")
    host, _, port = after.partition(":")
    named = ascii_host(host)
    if at:
        return Trouble("user-info", about=named if isinstance(named, str) else after[:60])
    if isinstance(named, str) and port and port.lstrip("0") != _DEFAULT_PORTS[scheme]:
        return Trouble("port", about=named)
    return named


def ascii_host(host: str) -> str | Trouble:
    """A host as the name servers know it: "xn--…" for letters beyond a–z, small letters, no full stop at the end."""
    if len(host) > LONGEST_HOST:
        return Trouble("host", about=f"{host[:40]}…")
    trouble = Trouble("host", about=host)
    small = host.lower()
    if not small.isascii() or "xn--" in small:
        try:
            small = idna.encode(host, uts46=True).decode("ascii")
            idna.decode(small)
        except UnicodeError:
            return trouble
    labels = small.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return Trouble("ip")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return trouble
    return ".".join(labels)


def host_in_letters(host: str) -> str:
    """A host with the letters that "xn--…" stands for; as it was where that stands for nothing."""
    if "xn--" not in host:
        return host
    try:
        return idna.decode(host)
    except UnicodeError:
        return host


def _decoded(path: str) -> str | Trouble:
    if _DISGUISED.search(path):
        return Trouble("disguised")
    try:
        given = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return Trouble("disguised")
    # A % sign that stands for nothing would stand for something after the next round.
    if "%" in given:
        return Trouble("disguised")
    # The sign for kelvin is an ordinary K to those who normalise, and another address to those who don't.
    if any(unicodedata.normalize("NFC", sign).isascii() for sign in given if not sign.isascii()):
        return Trouble("disguised")
    decoded = unicodedata.normalize("NFC", given)
    parts = [part for part in decoded.split("/") if part]
    if any(part in (".", "..") for part in parts):
        return Trouble("disguised")
    # A space in a path is written %20, and then belongs there.
    return odd_characters(decoded.replace(" ", "")) or "/".join(parts)


def _fields(query: str) -> dict[str, str]:
    """The fields of a query; of those that come twice, the first."""
    fields: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=None):
        fields.setdefault(name, value)
    return fields
