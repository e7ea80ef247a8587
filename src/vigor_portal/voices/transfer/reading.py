"""From bytes to a sheet: which encoding, which format, which delimiter."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from vigor_portal.voices.transfer import delimited, nested
from vigor_portal.voices.transfer.sheets import (
    LARGEST_FILE,
    MOST_COLUMNS,
    MOST_ROWS,
    Sheet,
    Unreadable,
    storable,
)

FORMATS = ("csv", "json", "yaml")
_BY_SUFFIX = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "",
    ".json": "json",
    ".jsonl": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "windows-1252")
# Files of other programs that people take for a list: a workbook (zip), an old workbook, a PDF.
_OTHERS = ((b"PK\x03\x04", "workbook"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"%PDF", "binary"))
_YAML = re.compile(r"^(?:---|- |-\n|[\w.\"' -]{1,80}:(?: |\n|$))")
# In a text, a sixteenth of such signs is no accident.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read(
    data: bytes,
    name: str = "",
    *,
    format: str = "",
    encoding: str = "",
    delimiter: str = "",
    headings: bool | None = None,
) -> Sheet:
    """The rows of a file. What isn't said is guessed; `headings`: does the first row of a csv name the columns?

    Raises Unreadable.
    """
    if len(data) > LARGEST_FILE:
        raise Unreadable("large")
    for beginning, kind in _OTHERS:
        if data.startswith(beginning):
            raise Unreadable(kind)
    text, encoding = decoded(data, encoding)
    if not text.strip():
        raise Unreadable("empty")
    if len(_CONTROL.findall(text[:4096])) * 16 > len(text[:4096]):
        raise Unreadable("binary")
    format = format or _format(text, name)
    if format == "json":
        sheet = nested.read_json(text, encoding)
    elif format == "yaml":
        sheet = nested.read_yaml(text, encoding)
    else:
        sheet = delimited.read_csv(text, encoding, delimiter, headings)
    if not sheet.rows and not sheet.faults:
        raise Unreadable("empty")
    if len(sheet.rows) > MOST_ROWS:
        raise Unreadable("rows")
    if len(sheet.headings) > MOST_COLUMNS:
        raise Unreadable("columns")
    return sheet


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text, and the encoding that it was in: as marked, as asked for, UTF-16 or UTF-8 if it can be, else Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(data[len(mark) :].decode(name, errors="replace")), name
    for name in (encoding, _utf_16(data), "utf-8"):
        if name in ENCODINGS:
            try:
                return _lines(data.decode(name)), name
            except UnicodeDecodeError:
                continue
    # Five bytes mean nothing there; as in every browser they stay what they are.
    text = (
        "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in data)
        if _UNDEFINED.search(data)
        else data.decode("cp1252")
    )
    return _lines(text), "windows-1252"


_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def _utf_16(data: bytes) -> str:
    """UTF-16 without a mark has a zero beside every ordinary letter."""
    head = data[:400]
    if len(head) < 4:
        return ""
    if head[1::2].count(0) * 2 > len(head) // 2:
        return "utf-16-le"
    if head[0::2].count(0) * 2 > len(head) // 2:
        return "utf-16-be"
    return ""


def _lines(text: str) -> str:
    return storable(text).replace("\r\n", "\n").replace("\r", "\n")


def _format(text: str, name: str) -> str:
    if known := _BY_SUFFIX.get(PurePath(name).suffix.lower(), ""):
        return known
    start = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    if start.lstrip()[:1] in ("[", "{"):
        return "json"
    if _YAML.match(start + "\n") and not re.search(r"[;\t|]", start):
        return "yaml"
    return "csv"
