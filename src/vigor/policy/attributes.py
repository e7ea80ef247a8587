"""The `{#key .class name=value}` at the end of a heading or of a list item's first paragraph.

markdown-it-py's attribute plugins cover neither place, so a core rule of ours finds the block and lends
their parser. The same rule serves parsing and display: what is an attribute to one is never text to the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from vigor.policy.document import Attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

BARE = re.compile(r"[A-Za-z0-9:_-]+")
# Several words are at home here; quoted also when there is but one.
LISTS = frozenset({"checks", "layers", "departments", "shows"})
# A block that can't be read is reported only when it was surely meant as one: `{namn}` is just text.
MEANT = re.compile(r"\{\s*[#.][^\s{}]|\{[^{}]*[A-Za-z]\s*=")
# Unclosed, at the very end: `- We … {#key audience=internal`
UNCLOSED = re.compile(r"(?<!\\)\{\s*(?:[#.][a-z]|[a-z-]+=)[^{}]*\Z")


def written(attributes: Attributes) -> str:
    """The canonical block, `{#key .class name="a value"}`; empty for no attributes."""
    pieces = [f"#{attributes.key}"] if attributes.key else []
    pieces += [f".{name}" for name in attributes.classes]
    pieces += [f"{name}={_value(name, value)}" for name, value in attributes.pairs]
    return "{" + " ".join(pieces) + "}" if pieces else ""


def _value(name: str, value: str) -> str:
    if name not in LISTS and BARE.fullmatch(value):
        return value
    # The syntax has no way to write braces or line ends inside a value.
    safe = re.sub(r"[\n\r]+", " ", value).replace("{", "(").replace("}", ")")
    safe = re.sub(r'(?<!\\)"', r"\"", safe)
    return f'"{safe}"' if not safe.endswith("\\") else f'"{safe} "'


def find(text: str) -> tuple[int, Attributes | None] | None:
    """Where the block at the end of `text` starts, and what it says.

    None when there is no block; attributes None when it was meant as one but can't be read without
    losing something (two keys, a name given twice, `id=` for `#`).
    """
    stripped = text.rstrip()
    if not stripped.endswith("}"):
        unclosed = UNCLOSED.search(stripped) if "{" in stripped else None
        return (unclosed.start(), None) if unclosed else None
    start = stripped.rfind("{")
    if start < 0 or (start - len(stripped[:start].rstrip("\\"))) % 2:
        return None
    block = stripped[start:].replace("\n", " ")
    attributes = _read(block)
    if attributes is None:
        return (start, None) if MEANT.match(block) else None
    return start, attributes


@lru_cache(maxsize=4096)
def _read(block: str) -> Attributes | None:
    from mdit_py_plugins.attrs.parse import ParseError, parse

    try:
        end, found = parse(block)
    except ParseError:
        return None
    if end != len(block) - 1 or not found:
        return None
    attributes = Attributes(
        key=found.pop("id", ""),
        classes=tuple(found.pop("class", "").split()),
        pairs=tuple(found.items()),
    )
    return attributes if _letters(written(attributes)) == _letters(block) else None


def _letters(block: str) -> list[str]:
    return sorted("".join(block.split()).replace('"', ""))


def rule(state: StateCore) -> None:
    """The core rule: takes the block off the inline content and notes it on the opening token."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or "{" not in token.content:
            continue
        opening = state.tokens[index - 1]
        first_in_item = opening.type == "paragraph_open" and state.tokens[index - 2].type == "list_item_open"
        if opening.type != "heading_open" and not first_in_item:
            continue
        if found := find(token.content):
            start, attributes = found
            opening.meta["attributes"] = attributes
            if attributes is not None:
                token.content = token.content[:start].rstrip()


@lru_cache(maxsize=1)
def block_parser() -> MarkdownIt:
    """Blocks with line maps and attributes; the text of paragraphs is left unparsed, which is what takes time.

    `normalize` is off: callers have settled line ends, and a NUL must survive until it is reported.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.push("attributes", rule)
    parser.core.ruler.enableOnly(["block", "attributes"])
    return parser


def tokens_of(markdown: str) -> list[Token]:
    """The block tokens of Markdown with `\\n` line ends."""
    return block_parser().parse(markdown)


def first_paragraph(source: str) -> int | None:
    """Where the paragraph that opens `source` ends (in characters); None if it opens with something else."""
    if "\n" not in source and source[:1].isalpha():
        return len(source)
    tokens = tokens_of(source)
    if not tokens or tokens[0].type != "paragraph_open" or tokens[0].map is None or tokens[0].map[0] != 0:
        return None
    lines = source.split("\n")[: tokens[0].map[1]]
    return len("\n".join(lines))
