"""Which format some bytes are in, told by what they look like before by what their file is called."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Literal

from vigor.policy.convert.values import Unreadable

Format = Literal[
    "markdown",
    "text",
    "html",
    "rst",
    "latex",
    "mediawiki",
    "docx",
    "odt",
    "epub",
    "rtf",
    "pdf",
    "org",
    "asciidoc",
]
SUFFIXES: dict[str, Format] = {
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "mkd": "markdown",
    "mdx": "markdown",
    "qmd": "markdown",
    "txt": "text",
    "text": "text",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "rst": "rst",
    "rest": "rst",
    "tex": "latex",
    "latex": "latex",
    "ltx": "latex",
    "wiki": "mediawiki",
    "mediawiki": "mediawiki",
    "org": "org",
    "adoc": "asciidoc",
    "asciidoc": "asciidoc",
    "asc": "asciidoc",
    "textile": "text",
}
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([\w-]{2,30})""", re.I)


def document_format(data: bytes) -> Format | None:
    """The format of bytes that are a document and no text; None for text. Raises Unreadable for other bytes."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("old-word")
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if not data.startswith(b"PK\x03\x04"):
        return None
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"mimetypeapplication/epub+zip" in data[:200]:
        return "epub"
    if b"word/" in data:
        return "docx"
    raise Unreadable("binary")


def decoded(data: bytes) -> str:
    """Bytes as text: by mark, by what an HTML page says, UTF-8, Windows-1252. Raises Unreadable for what is none."""
    encodings = [encoding for mark, encoding in MARKS if data.startswith(mark)] or _by_nothing(data)
    if not encodings:
        if b"\0" in data:
            raise Unreadable("binary")
        stated = CHARSET.search(data[:4096])
        encodings = ["utf-8", *([stated[1].decode("ascii")] if stated else []), "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        start = text[:8192]
        controls = sum(character < " " and character not in "\t\n\r\f\v\x1b" for character in start)
        if controls > len(start) // 100:
            break
        return text
    raise Unreadable("binary")


def _by_nothing(data: bytes) -> list[str]:
    """UTF-16 without a mark: every other byte of European letters is nothing."""
    start = data[:2000]
    if len(start) < 8 or len(data) % 2:
        return []
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.8 * half and not even:
        return ["utf-16-le"]
    return ["utf-16-be"] if even > 0.8 * half and not odd else []


def text_format(source: str, name: str) -> Format:
    """The format of a text. A file's name decides between those that look alike."""
    named = SUFFIXES.get(PurePath(name).suffix.lower().lstrip("."))
    if named not in (None, "text"):
        return named
    if "\\begin{document}" in source or len(re.findall(r"(?m)^\s*\\(?:sub)*section\*?\{", source)) > 1:
        return "latex"
    if re.match(
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", source, re.I | re.S
    ):
        return "html"
    if _looks_like_rst(source):
        return "rst"
    if re.match(r"(?:\s*//.*\n)*\s*= \S", source) and re.search(
        r"(?m)^(?:== \S|:[\w-]+:|\[[\w#.,%=\"]+\]$)", source
    ):
        return "asciidoc"
    if len(re.findall(r"(?m)^(={2,5})[^=\n].*[^=\n]\1\s*$", source)) > 1 or "[[Category:" in source:
        return "mediawiki"
    if looks_like_markdown(source) and (named is None or _surely_markdown(source)):
        return "markdown"
    return "html" if len(re.findall(r"<(?:p|h[1-6]|li|br)\b[^<>]*>", source, re.I)) > 4 else "text"


def _looks_like_rst(source: str) -> bool:
    directives = len(re.findall(r"(?m)^\s*\.\. (?:_[^:\n]+:|[\w-]+::)|:\w+:`", source))
    underlined = len(re.findall(r"(?m)^\S.*\n([=\-~^\"#*+])\1{3,}\s*$", source))
    hashed = len(re.findall(r"(?m)^#{1,6} ", source))
    return (directives > 0 and underlined > 0 and hashed == 0) or (underlined > 2 and directives > 2)


def looks_like_markdown(source: str) -> bool:
    return bool(
        re.search(
            r"(?m)^ {0,3}#{1,6} +\S|^---[ \t]*$|\*\*\S|\]\(|^ {0,3}\S.*\n(?:={3,}|-{3,})[ \t]*$|^ {0,3}```",
            source,
        )
    )


def _surely_markdown(source: str) -> bool:
    return bool(re.search(r"(?m)^ {0,3}#{1,6} +\S|\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\n]+\)", source))
