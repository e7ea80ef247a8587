"""Documents made easier for pandoc, which passes over some of what they hold: text in boxes, titles, characters.

Runs in the process that `worker` is, within its bounds.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 12  # styles that are based on each other
BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h"})
# A character by its number, and after it what a reader that doesn't know such characters shows in its place.
NUMBERED = re.compile(rb"\\u(-?\d{1,5}) ?(?:\?|\\'[0-9a-fA-F]{2})")


def eased(data: bytes, kind: str) -> bytes:
    """The document, so that pandoc reads all of it; as it is where there is nothing to mend."""
    return EASED[kind](data) if kind in EASED else data


def _open_document(data: bytes) -> bytes:
    """Boxes moved out of the paragraphs that they are fastened to, titles made headings."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info, _content(part) if info.filename == "content.xml" else part)
    return out.getvalue()


def _content(source: bytes) -> bytes:
    root = ElementTree.fromstring(source)  # noqa: S314 - within bounds of time and memory
    titles = {"Title"} | {
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}parent-style-name") == "Title"
    }
    titled = [each for each in root.iter(f"{TEXT}p") if each.get(f"{TEXT}style-name") in titles][:1]
    for heading in root.iter(f"{TEXT}h") if titled else ():
        # Below the title, which has no level of its own.
        heading.set(f"{TEXT}outline-level", str(int(heading.get(f"{TEXT}outline-level", "1")) + 1))
    for title in titled:
        title.tag = f"{TEXT}h"
        title.set(f"{TEXT}outline-level", "1")
    for parent in root.iter():
        for child in list(parent):
            if child.tag in BLOCKS:
                _boxes_below(parent, child)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _boxes_below(parent: ElementTree.Element, block: ElementTree.Element) -> None:
    found = [piece for box in block.iter(f"{DRAW}text-box") for piece in box]
    for box in block.iter(f"{DRAW}text-box"):
        box[:] = []
    place = list(parent).index(block) + 1
    parent[place:place] = found


def heading_styles(data: bytes) -> list[tuple[str, int]]:
    """The paragraph styles of a Word document that are made from its headings, by name, each with its level."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/styles.xml" not in archive.namelist():
            return []
        root = ElementTree.fromstring(archive.read("word/styles.xml"))  # noqa: S314 - within bounds
    styles = {style.get(f"{WORD}styleId", ""): style for style in root.iter(f"{WORD}style")}
    found = []
    for style in styles.values():
        name, level = _said(style, "name"), _level(style, styles)
        if level and not re.match(r"(?i)heading \d|title|subtitle", name) and not set("'\\") & set(name):
            found.append((name, level))
    return found


def _said(style: ElementTree.Element, what: str) -> str:
    element = style.find(f"{WORD}{what}")
    return "" if element is None else element.get(f"{WORD}val", "")


def _level(style: ElementTree.Element, styles: dict[str, ElementTree.Element]) -> int:
    """1–6 for a style with an outline level, its own or that of the style it is based on; else 0."""
    for _ in range(DEEPEST):
        outline = style.find(f"{WORD}pPr/{WORD}outlineLvl")
        if outline is not None:
            level = outline.get(f"{WORD}val", "")
            return int(level) + 1 if level in ("0", "1", "2", "3", "4", "5") else 0
        if named := re.fullmatch(r"(?i)heading ([1-6])", _said(style, "name")):
            return int(named[1])
        based = styles.get(_said(style, "basedOn"))
        if based is None:
            return 0
        style = based
    return 0


def _rich_text(data: bytes) -> bytes:
    return NUMBERED.sub(_character, data)


def _character(match: re.Match[bytes]) -> bytes:
    """The character in the way that pandoc reads: what follows it is then no part of it."""
    number = int(match[1]) % 0x10000
    try:
        (code,) = chr(number).encode("cp1252")
    except UnicodeEncodeError:
        return b"{\\u%d ?}" % number
    return b"\\'%02x" % code


EASED: dict[str, Callable[[bytes], bytes]] = {"odt": _open_document, "rtf": _rich_text}
