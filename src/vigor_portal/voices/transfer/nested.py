"""Records in JSON or YAML. Every value stays the text that was written: 02222 is no number, and `no` no falsehood."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from vigor_portal.voices.transfer.sheets import (
    DEEPEST,
    LONGEST_CELL,
    MOST_ROWS,
    Sheet,
    Unreadable,
    flattened,
    laid_out,
)

# Of the loaders, the one that makes texts, lists and mappings and nothing else, whatever a tag asks for.
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = frozenset({"null", "Null", "NULL", "~"})
_BLANK = re.compile(r"[\s,]*")
# A row, its list and the levels within it.
_LEVELS = DEEPEST + 3


def read_json(text: str, encoding: str) -> Sheet:
    """A list of records, a mapping that holds one, or a record a line. Raises Unreadable."""
    return _sheet("json", encoding, list(_json_records(text)))


def read_yaml(text: str, encoding: str) -> Sheet:
    """A list of records, or a mapping that holds one. Raises Unreadable; an alias is refused, for what it can grow to."""
    _check_events(text)
    try:
        root = yaml.compose(text, Loader=Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable("yaml", _line_of(error)) from None
    found = [(node.start_mark.line + 1, _value(node)) for node in _items(root)]
    return _sheet("yaml", encoding, found)


def _sheet(format: str, encoding: str, records: list[tuple[int, object]]) -> Sheet:
    if len(records) > MOST_ROWS:
        raise Unreadable("rows")
    flat = [(line, fields) for line, record in records for fields in flattened(record, line)]
    for line, fields in flat:
        if any(len(cell) > LONGEST_CELL for cell in fields.values()):
            raise Unreadable("cell", line)
    headings, rows = laid_out(flat)
    rows = tuple(row for row in rows if any(cell.strip() for cell in row.cells))
    return Sheet(format, encoding, "", headings, rows)


def _json_records(text: str) -> Iterator[tuple[int, object]]:
    """Each record with its line, read one after the other."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[":
        yield from _one_by_one(decoder, text, start + 1, "]")
        return
    try:
        whole, end = decoder.raw_decode(text, start)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable("json", getattr(error, "lineno", 0)) from None
    inner = _inner_list(whole)
    if inner is not None and not text[end:].strip():
        # The mapping around the list is read once more, to know the lines of what is in it.
        yield from ((0, _texts(record)) for record in inner)
    else:
        yield from _one_by_one(decoder, text, start, "")


def _one_by_one(
    decoder: json.JSONDecoder, text: str, place: int, closing: str
) -> Iterator[tuple[int, object]]:
    line = text.count("\n", 0, place) + 1
    counted = place
    while True:
        blank = _BLANK.match(text, place)
        place = blank.end() if blank else place
        line += text.count("\n", counted, place)
        counted = place
        if place >= len(text) and not closing:
            return
        if closing and text[place : place + 1] == closing:
            return
        try:
            record, end = decoder.raw_decode(text, place)
        except (json.JSONDecodeError, RecursionError) as error:
            raise Unreadable("json", getattr(error, "lineno", line)) from None
        yield line, _texts(record)
        line += text.count("\n", place, end)
        place = counted = end


def _inner_list(whole: object) -> list[Any] | None:
    """The list of records in a mapping around it ({"accounts": […]}); None where there is none, or more than one."""
    if not isinstance(whole, dict):
        return None
    lists = [item for item in whole.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    names = {"accounts", "konton", "rows", "data", "items"}
    named = [item for key, item in whole.items() if str(key).lower() in names and item in lists]
    return named[0] if len(named) == 1 else None


def _texts(value: object, depth: int = 0) -> object:
    """The value with every leaf as text."""
    if depth > _LEVELS:
        raise Unreadable("deep")
    if isinstance(value, dict):
        return {str(key): _texts(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item, depth + 1) for item in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _check_events(text: str) -> None:
    """Raises Unreadable for aliases, too many levels, and what is no YAML, before anything is built."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent):
                raise Unreadable("alias", _line(event))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _LEVELS:
                    raise Unreadable("deep", _line(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        raise Unreadable("yaml", _line_of(error)) from None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _items(root: Any) -> list[Any]:
    """The nodes of the records."""
    if isinstance(root, yaml.SequenceNode):
        return list(root.value)
    if isinstance(root, yaml.MappingNode):
        lists = [value for _key, value in root.value if isinstance(value, yaml.SequenceNode) and value.value]
        if len(lists) == 1 and all(isinstance(item, yaml.MappingNode) for item in lists[0].value):
            return list(lists[0].value)
        return [root]
    raise Unreadable("not-records", 1)


def _value(node: Any) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return "" if node.value in _NOTHING and node.style is None else node.value


def _line_of(error: BaseException) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark is not None else 0
