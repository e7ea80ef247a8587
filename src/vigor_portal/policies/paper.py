"""Setting a page of HTML on paper, with WeasyPrint: optional, and it needs Pango.

Fonts and styles come from our own static files; nothing is fetched over the network, whatever a text links to.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles import finders

if TYPE_CHECKING:
    from weasyprint import Document

# A host that can't exist (RFC 2606): what is addressed to it is one of our static files.
STATIC = "https://static.invalid/"
STYLESHEET = "policies/paper.css"
TYPES = {".css": "text/css", ".woff2": "font/woff2"}


class PdfMissing(Exception):
    """WeasyPrint or what it needs is not installed; `what` is the part that is missing."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Paper:
    """A stylesheet with its fonts, read once for as many tries as it takes. Raises PdfMissing."""

    def __init__(self) -> None:
        try:
            from weasyprint import CSS, HTML
            from weasyprint.text.fonts import FontConfiguration
        except ImportError as error:
            raise PdfMissing("WeasyPrint") from error
        except OSError as error:  # what the loader of shared libraries raises
            raise PdfMissing("Pango") from error
        # They tell of every step, and of every table in every font.
        for name in ("weasyprint", "weasyprint.progress", "fontTools"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._html: Any = HTML
        self._fetch = _own_files()
        self._fonts = FontConfiguration()
        self._css = CSS(url=STATIC + STYLESHEET, url_fetcher=self._fetch, font_config=self._fonts)

    def set(self, html: str) -> Document:
        page = self._html(string=html, base_url=STATIC, url_fetcher=self._fetch)
        return page.render(stylesheets=[self._css], font_config=self._fonts)


def _own_files() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        """Our static files and nothing else: no network, no other files."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            # The finders refuse what lies outside the static folders.
            path = finders.find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
            if not isinstance(path, str):
                raise ValueError(f"Not a file of ours: {url}")
            file = Path(path)
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": TYPES[file.suffix]})

    return OwnFiles()
