"""Looks through a text and the policy made of it, and says what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from vigor.policy.document import (
    LAYERS,
    PLAYBOOKS,
    Attributes,
    Audience,
    Case,
    Force,
    Guideline,
    Kind,
    Point,
    Policy,
    Section,
)
from vigor.policy.keys import LONGEST_KEY, RESERVED_KEYS, is_key
from vigor.policy.problems import Problem, problem

if TYPE_CHECKING:
    from markdown_it.token import Token

LANGUAGES = ("sv", "en")
# Enough to see the pattern; a binary file would give thousands.
MOST_ALIKE = 20
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
HIDDEN = (("control-character", CONTROL), ("bidi-override", BIDI))
# Where a block stands that nothing reads, the writer still meant some not to see this.
LOST_AUDIENCE = re.compile(r"(?<!`)\{[^{}]*\baudience\s*=")
CODE_SPAN = re.compile(r"`[^`]*`")
COMMENT = re.compile(r"\s*<!--.*(?:-->|\Z)\s*", re.DOTALL)

SHARED = frozenset({"audience", "layers", "departments"})
KNOWN_ATTRIBUTES: dict[Kind, frozenset[str]] = {
    Kind.PRINCIPLE: SHARED,
    Kind.PLAYBOOK: SHARED | {"kind"},
    Kind.EXPECT: SHARED,
    Kind.FRAME: SHARED,
    Kind.GUIDELINE: SHARED | {"force", "checks", "trial-until"},
    Kind.CASE: SHARED | {"shows"},
}
KNOWN_CLASSES: dict[Kind, frozenset[str]] = {
    Kind.EXPECT: frozenset({"expect"}),
    Kind.FRAME: frozenset({"frame"}),
    Kind.CASE: frozenset({"case"}),
}


def in_characters(text: str) -> Iterator[Problem]:
    """Characters that are invisible and mean harm or a damaged file."""
    for code, pattern in HIDDEN:
        if not pattern.search(text):
            continue
        found = ((line, pattern.search(each)) for line, each in enumerate(text.split("\n"), start=1))
        for line, match in islice(((line, match) for line, match in found if match), MOST_ALIKE):
            yield problem(code, line, character=f"U+{ord(match.group()):04X}")


def in_fields(fields: Iterable[tuple[str, str, int]]) -> Iterator[Problem]:
    """`fields`: name, value, line in the text."""
    seen: dict[str, tuple[str, int]] = {}
    for name, value, line in fields:
        # Written as an escape ("\\u202e") it isn't seen in the text.
        for code, pattern in HIDDEN:
            if hidden := pattern.search(value):
                yield problem(code, line, character=f"U+{ord(hidden.group()):04X}")
        if name in seen:
            yield problem("field-twice", line, field=name)
        seen.setdefault(name, (value, line))
    if not seen.get("title", ("", 0))[0].strip():
        yield problem("title-missing", seen.get("title", ("", 1))[1])
    language, line = seen.get("language", ("", 1))
    if not language:
        yield problem("language-missing", line)
    elif language not in LANGUAGES:
        yield problem("unknown-language", line, language=language, known=", ".join(LANGUAGES))


def in_html(tokens: Iterable[Token], before: int) -> Iterator[Problem]:
    """Raw HTML and open comments, once a line. `before`: lines that stand before the first token's."""
    lines: dict[int, str] = {}
    for token in tokens:
        if token.map is None or len(lines) == MOST_ALIKE:
            continue
        if token.type in ("inline", "html_block") and _opens_comment(token.content):
            yield problem("comment-open", before + token.map[0] + 1)
        if token.type == "html_block" and not COMMENT.fullmatch(token.content):
            lines.setdefault(token.map[0], token.content)
        elif token.type == "inline" and "<" in token.content and (tag := _inline_html(token.content)):
            lines.setdefault(token.map[0], tag)
    for line, tag in lines.items():
        yield problem("raw-html", before + line + 1, tag=tag.split("\n")[0].strip()[:40])


def _opens_comment(content: str) -> bool:
    if "<!--" not in content:
        return False
    content = CODE_SPAN.sub("", content)
    return content.rfind("<!--") > content.rfind("-->")


def _inline_html(content: str) -> str:
    from vigor.policy.attributes import block_parser

    parser = block_parser()
    tokens: list[Token] = []
    parser.inline.parse(content, parser, {}, tokens)
    return next(
        (t.content for t in tokens if t.type == "html_inline" and not COMMENT.fullmatch(t.content)), ""
    )


def in_policy(policy: Policy, known_checks: Collection[str] | None) -> Iterator[Problem]:
    """Keys, attributes and references of every point."""
    showable = {point.key for point in policy.points() if point.kind is not Kind.CASE}
    lines: dict[str, int] = {}
    for section in policy.sections:
        for point in section.points():
            yield from _in_key(point, lines)
            yield from _in_attributes(point, section)
            if isinstance(point, Guideline):
                yield from _in_guideline(point, known_checks)
            elif isinstance(point, Case):
                unknown = [key for key in point.shows if key not in showable]
                yield from (problem("shows-unknown", point.line, key=key) for key in unknown)
            if not (point.source if isinstance(point, Guideline) else point.title).strip():
                yield problem("empty-point", point.line)


def _in_key(point: Point, lines: dict[str, int]) -> Iterator[Problem]:
    key = point.key
    if not key:
        return
    if key in lines:
        yield problem("duplicate-key", point.line, key=key, first=lines[key])
    lines.setdefault(key, point.line)
    if not is_key(key):
        yield problem("bad-key", point.line, key=key, limit=LONGEST_KEY)
    elif key in RESERVED_KEYS:
        yield problem("reserved-key", point.line, key=key)


def _in_attributes(point: Point, section: Section) -> Iterator[Problem]:
    attributes, line = point.attributes, point.line
    for name in unknown_attributes(point.kind, attributes):
        yield problem("unknown-attribute", line, name=name)
    audience = attributes.get("audience", Audience.PUBLIC)
    if audience not in tuple(Audience):
        yield problem("bad-audience", line, value=audience)
    elif section.audience is Audience.INTERNAL and ("audience", "public") in attributes.pairs:
        yield problem("public-in-internal", line)
    for layer in attributes.words("layers"):
        if layer not in LAYERS:
            yield problem("bad-layer", line, value=layer, known=", ".join(LAYERS))
    if point.kind is Kind.PLAYBOOK and attributes.get("kind") not in PLAYBOOKS:
        yield problem("unknown-playbook", line, value=attributes.get("kind"), known=", ".join(PLAYBOOKS))


def _in_guideline(guideline: Guideline, known_checks: Collection[str] | None) -> Iterator[Problem]:
    pairs, line = dict(guideline.attributes.pairs), guideline.line
    if "force" in pairs and pairs["force"] not in tuple(Force):
        yield problem("bad-force", line, value=pairs["force"])
    if "trial-until" in pairs and guideline.trial_until is None:
        yield problem("bad-date", line, value=pairs["trial-until"])
    for check in guideline.checks:
        if known_checks is not None and check not in known_checks:
            yield problem("unknown-check", line, value=check)


def unknown_attributes(kind: Kind, attributes: Attributes) -> tuple[str, ...]:
    names = tuple(name for name, _ in attributes.pairs if name not in KNOWN_ATTRIBUTES[kind])
    classes = KNOWN_CLASSES.get(kind, frozenset())
    return names + tuple(f".{name}" for name in attributes.classes if name not in classes)


def in_text(tokens: Iterable[Token], before: int, points: Collection[int]) -> Iterator[Problem]:
    """Attributes outside points. `points`: lines, from 0, of the points found."""
    for token in tokens:
        if token.map is None:
            continue
        line = before + token.map[0] + 1
        attributes: Attributes | None = token.meta.get("attributes")
        # Read blocks have been taken off the content.
        if token.type == "inline" and LOST_AUDIENCE.search(token.content):
            yield problem("audience-not-here", line)
        elif attributes is None or token.map[0] in points:
            continue
        elif "audience" in dict(attributes.pairs):
            yield problem("audience-not-here", line)
        elif attributes.classes != ("text",) or attributes.key or attributes.pairs:
            yield problem("not-a-point", line)
