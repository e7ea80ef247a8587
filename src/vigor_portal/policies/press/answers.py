"""A finished page of the press room, and how it is answered: everything that can be worked out before is.

One `Answer` holds the body and its gzipped twin with all their headers, so that a request costs a look in a dict and
the copying of headers. It knows neither session nor cookie.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

# What is in force: a minute in shared caches. A browser asks each time, and mostly hears 304: whoever publishes
# a version, or follows a link to what was just changed, sees it at once.
NOW = "public, max-age=0, s-maxage=60, must-revalidate"
# A version never changes, but may be withdrawn, or be succeeded.
VERSION = "public, max-age=600, stale-while-revalidate=3600"


@dataclass(frozen=True)
class Page:
    """A page as it was rendered. `path` is its address on the site, `language` that of its words.

    `headers` come beside the usual ones, or instead of them. One that is `framed` may be shown within others' pages.
    """

    path: str
    body: bytes
    language: str
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    framed: bool = False

    @property
    def etag(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:32]

    @property
    def gzipped(self) -> bytes:
        """The same bytes every time (no time of day inside)."""
        return gzip.compress(self.body, 9, mtime=0)


@dataclass(frozen=True)
class Variant:
    """A body in one encoding, with its headers; `bare` are those of "not modified"."""

    body: bytes
    etag: str
    headers: Mapping[str, str]
    bare: Mapping[str, str]


class Answer:
    """Ready to be sent."""

    __slots__ = ("etags", "framed", "plain", "status", "zipped")

    def __init__(self, page: Page, gzipped: bytes, etag: str) -> None:
        self.status, self.framed = page.status, page.framed
        self.plain = _variant(page, page.body, f'"{etag}"', "")
        # Strong ETags are of bytes, and these are other bytes.
        self.zipped = _variant(page, gzipped, f'"{etag}-gzip"', "gzip")
        self.etags = frozenset((self.plain.etag, self.zipped.etag))

    def to(self, request: HttpRequest) -> HttpResponse:
        """The response to a GET or HEAD."""
        meta = request.META
        variant = self.zipped if accepts_gzip(meta.get("HTTP_ACCEPT_ENCODING", "")) else self.plain
        known = meta.get("HTTP_IF_NONE_MATCH")
        if known is not None and self.status == 200 and self._is_known(known):
            return self._with(HttpResponse(status=304, headers=dict(variant.bare)))
        body = b"" if request.method == "HEAD" else variant.body
        return self._with(HttpResponse(body, status=self.status, headers=dict(variant.headers)))

    def _with(self, response: HttpResponse) -> HttpResponse:
        if self.framed:
            response.xframe_options_exempt = True  # type: ignore[attr-defined]
        return response

    def _is_known(self, header: str) -> bool:
        if header in self.etags:
            return True
        given = parse_etags(header)
        # If-None-Match compares weakly (RFC 9110, 13.1.2): a proxy may have weakened the tag.
        return given == ["*"] or not self.etags.isdisjoint(tag.removeprefix("W/") for tag in given)


def answer(page: Page) -> Answer:
    return Answer(page, page.gzipped, page.etag)


@lru_cache(maxsize=256)
def accepts_gzip(header: str) -> bool:
    """Does Accept-Encoding allow gzip? (`gzip;q=0` does not.)"""
    weights = {}
    for part in header.lower().split(","):
        name, _semicolon, rest = part.partition(";")
        weights[name.strip()] = rest.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return weights.get("gzip", weights.get("*", False))


def shared_headers(*, framed: bool = False) -> dict[str, str]:
    """What every answer of the press room carries. SecurityMiddleware stands outside and adds its own.

    `framed`: the page is made to be shown within others' pages.
    """
    headers = {"Vary": "Accept-Encoding", "Content-Security-Policy": _content_security_policy(framed)}
    return headers if framed else {**headers, "X-Frame-Options": settings.X_FRAME_OPTIONS}


@lru_cache(maxsize=2)
def _content_security_policy(framed: bool) -> str:
    return build_policy(replace={"frame-ancestors": ["*"]}) if framed else build_policy()


def _variant(page: Page, body: bytes, etag: str, encoding: str) -> Variant:
    bare = shared_headers(framed=page.framed)
    bare["Cache-Control"] = VERSION if "/versions/" in page.path or "/compare/" in page.path else NOW
    if page.status == 200:
        bare["ETag"] = etag
    bare |= page.headers
    headers = {
        "Content-Type": page.content_type,
        "Content-Language": page.language,
        "Content-Length": str(len(body)),
        **bare,
    }
    if encoding:
        headers["Content-Encoding"] = encoding
    return Variant(body, etag, headers, bare)
