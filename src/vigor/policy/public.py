"""The public projection of a policy: what the press room may show, and nothing else.

Written once, at publishing; everything public reads this. In doubt it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from vigor.policy import front
from vigor.policy.attributes import find, tokens_of
from vigor.policy.audience import internal_keys, resolve
from vigor.policy.blocks import trimmed
from vigor.policy.document import (
    Attributes,
    Audience,
    Case,
    Guideline,
    Kind,
    Option,
    Point,
    Policy,
    Section,
    Text,
)
from vigor.policy.faults import KNOWN_ATTRIBUTES, KNOWN_CLASSES, LOST_AUDIENCE

PUBLIC_FIELDS = ("policy", "title", "called", "language")
PRIVATE_ATTRIBUTES = frozenset({"checks", "audience"})
# Also one that is never closed, and one inside code: a note that slips out is worse than a comment lost.
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def public(policy: Policy, original: Policy | None = None) -> Policy:
    """The policy without anything internal.

    Leaves out internal sections, guidelines and cases, HTML comments, links to what was left out (their words stay),
    attributes and fields that are not ours to show, among them `checks`. For a translation give its `original`, which
    decides the audience of each key; a point whose key it doesn't know is left out.
    """
    policy = replace(policy, sections=resolve(policy.sections))
    hidden = set(internal_keys(policy.sections))
    if original is not None:
        known = original.by_key.keys()
        hidden |= internal_keys(resolve(original.sections))
        hidden |= {key for key in policy.by_key if key not in known}
    projection = _Projection(hidden, set(policy.by_key) - hidden, keyed=original is not None)
    sections = tuple(projection.section(each) for each in policy.sections if projection.shows(each))
    fields = tuple((name, value) for name, value in policy.fields if name in PUBLIC_FIELDS)
    opening = projection.body(policy.opening)
    found = Policy(sections, opening, front.write(fields), fields, policy.opening_line)
    # A case may have gone because of what it shows, and others may link to it.
    gone = set(policy.by_key) - set(found.by_key) - hidden
    return found if not gone else _unlinked(found, gone)


def _unlinked(policy: Policy, gone: set[str]) -> Policy:
    projection = _Projection(gone, set(policy.by_key), keyed=False)
    sections = tuple(projection.section(each) for each in policy.sections)
    return replace(policy, sections=sections, opening=projection.body(policy.opening))


class _Projection:
    def __init__(self, hidden: Collection[str], shown: Collection[str], *, keyed: bool) -> None:
        self.hidden = hidden
        self.shown = shown
        self.keyed = keyed  # leave out points without a key: nobody can say who they are for
        self.links = _link_patterns(hidden) if hidden else ()

    def shows(self, point: Point) -> bool:
        if point.audience is Audience.INTERNAL or point.key in self.hidden:
            return False
        if isinstance(point, Case) and not set(self.hidden).isdisjoint(point.shows):
            return False
        if LOST_AUDIENCE.search(point.source if isinstance(point, Guideline) else point.title):
            return False
        return bool(point.key) or not self.keyed

    def section(self, section: Section) -> Section:
        parts: list[Text | Guideline | Case] = []
        for part in section.parts:
            if isinstance(part, Text):
                parts += self.text(part)
            elif self.shows(part):
                parts += self.point(part)
        return replace(
            section,
            title=self.inline(section.title),
            parts=tuple(parts),
            attributes=self.attributes(section.kind, section.attributes),
        )

    def point(self, point: Guideline | Case) -> list[Guideline | Case]:
        attributes = self.attributes(point.kind, point.attributes)
        if isinstance(point, Guideline):
            source = self.inline(point.source)
            return [replace(point, source=source, attributes=attributes)] if source else []
        parts: list[Text | Option] = []
        for part in point.parts:
            parts += self.text(part) if isinstance(part, Text) else [self.option(part)]
        title = self.inline(point.title)
        return [replace(point, title=title, parts=tuple(parts), attributes=attributes)]

    def option(self, option: Option) -> Option:
        return replace(option, act=self.inline(option.act), outcome=self.inline(option.outcome))

    def text(self, text: Text) -> list[Text]:
        source = self.body(text.source)
        return [replace(text, source=source)] if source else []

    def body(self, markdown: str) -> str:
        # Such a text can't be published; should it come this far, it stays in.
        return "" if LOST_AUDIENCE.search(markdown) else without_attributes(self.inline(markdown))

    def inline(self, markdown: str) -> str:
        found = COMMENT.sub("", markdown) if "<!--" in markdown else markdown
        for pattern, instead in self.links:
            found = pattern.sub(instead, found)
        return trimmed(found) if found != markdown else markdown

    def attributes(self, kind: Kind, attributes: Attributes) -> Attributes:
        names = KNOWN_ATTRIBUTES[kind] - PRIVATE_ATTRIBUTES
        pairs = [(name, value) for name, value in attributes.pairs if name in names]
        for index, (name, value) in enumerate(pairs):
            if name == "shows":
                pairs[index] = (name, " ".join(key for key in value.split() if key in self.shown))
        classes = KNOWN_CLASSES.get(kind, frozenset())
        return Attributes(
            attributes.key, tuple(name for name in attributes.classes if name in classes), tuple(pairs)
        )


def _link_patterns(keys: Collection[str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What takes links to the keys away and leaves their words."""
    key = r"[^()\s<>]*#(?:" + "|".join(sorted(map(re.escape, keys), key=len, reverse=True)) + r")(?![\w-])"
    return (
        (re.compile(rf"!?\[([^\[\]]*)\]\(\s*<?{key}[^()]*(?:\([^()]*\)[^()]*)?\)"), r"\1"),
        # Brackets within brackets: the words stay, brackets and all.
        (re.compile(rf"\]\(\s*<?{key}[^()]*(?:\([^()]*\)[^()]*)?\)"), "]"),
        (re.compile(rf"^ {{0,3}}\[[^\]\n]+\]:\s*<?{key}[^\n]*\n?", re.MULTILINE), ""),
        (re.compile(rf"<[a-z]+:{key}>"), ""),
    )


def without_attributes(markdown: str) -> str:
    """A text without the attribute blocks in it, which may hold remarks; `{.text}` stays, for it decides."""
    if "{" not in markdown:
        return markdown
    lines = markdown.split("\n")
    for token in reversed(tokens_of(markdown)):
        if token.map is None or not token.meta.get("attributes"):
            continue
        first, last = token.map
        last -= bool(token.type == "heading_open" and last - first > 1)  # the line under a title
        found = find("\n".join(lines[first:last]))
        if found and found[1]:
            kept = " {.text}" if "text" in found[1].classes else ""
            start = "\n".join(lines[first:last])[: found[0]].rstrip() + kept
            lines[first:last] = start.split("\n")
    return "\n".join(lines)
