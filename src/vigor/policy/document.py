"""The policy as frozen values: what `parse` returns, `render` joins and everything else reads.

Words are those of the design: a Policy holds Sections (principles, playbooks, what others can expect,
the frame); a section holds Guidelines and Cases between pieces of plain Text, in the order of the source.
Bodies are slices of the source, so nothing an author wrote is lost on the way through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property


class Force(StrEnum):
    GUIDE = "guide"
    MUST = "must"


class Audience(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"


class Kind(StrEnum):
    """What a point is. The first four are sections (h2), the last two live inside one."""

    PRINCIPLE = "principle"
    PLAYBOOK = "playbook"
    EXPECT = "expect"
    FRAME = "frame"
    GUIDELINE = "guideline"
    CASE = "case"


LAYERS = ("logo", "employee", "spokesperson")
PLAYBOOKS = ("support", "complaint", "feedback", "praise", "mistake")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The `{#key .class name=value}` of a heading or bullet, in the order written; unknown ones are kept."""

    key: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        return next((value for pair, value in self.pairs if pair == name), default)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(self.get(name).split())


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown that is neither guideline nor case: prose, a table, a `{.text}` bullet list."""

    source: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Guideline:
    """ "We do it like this." `source` is the bullet's Markdown, dedented, without marker and attributes."""

    source: str
    attributes: Attributes = Attributes()
    line: int = 0
    audience: Audience = Audience.PUBLIC  # effective: its own, else its section's

    kind = Kind.GUIDELINE

    @property
    def key(self) -> str:
        return self.attributes.key

    @property
    def force(self) -> Force:
        return Force.MUST if self.attributes.get("force") == "must" else Force.GUIDE

    @property
    def checks(self) -> tuple[str, ...]:
        return self.attributes.words("checks")

    @property
    def layers(self) -> tuple[str, ...]:
        """Who it is for; empty = every layer."""
        return self.attributes.words("layers")

    @property
    def departments(self) -> tuple[str, ...]:
        return self.attributes.words("departments")

    @property
    def trial_until(self) -> date | None:
        try:
            return date.fromisoformat(self.attributes.get("trial-until"))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Option:
    """One way to act in a case: `- [x] What we do. → Why.`"""

    act: str
    outcome: str
    ours: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """A concrete situation under a section. `parts` holds the situation and whatever follows, in order."""

    title: str
    parts: tuple[Text | Option, ...] = ()
    attributes: Attributes = Attributes()
    line: int = 0
    audience: Audience = Audience.PUBLIC  # effective: its own, its section's, or that of anything it shows

    kind = Kind.CASE

    @property
    def key(self) -> str:
        return self.attributes.key

    @property
    def situation(self) -> str:
        """The Markdown before the first way to act."""
        pieces = []
        for part in self.parts:
            if isinstance(part, Option):
                break
            pieces.append(part.source)
        return "\n\n".join(pieces)

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(part for part in self.parts if isinstance(part, Option))

    @property
    def shows(self) -> tuple[str, ...]:
        """Keys of the guidelines that this case shows."""
        return self.attributes.words("shows")

    @property
    def departments(self) -> tuple[str, ...]:
        return self.attributes.words("departments")

    @property
    def layers(self) -> tuple[str, ...]:
        return self.attributes.words("layers")


@dataclass(frozen=True, slots=True)
class Section:
    """An h2: a principle, a playbook, what others can expect, or the frame."""

    title: str
    kind: Kind
    parts: tuple[Text | Guideline | Case, ...] = ()
    attributes: Attributes = Attributes()
    line: int = 0
    audience: Audience = Audience.PUBLIC

    @property
    def key(self) -> str:
        return self.attributes.key

    @property
    def playbook(self) -> str:
        """support, complaint, feedback, praise or mistake, for a playbook; else empty."""
        return self.attributes.get("kind")

    @property
    def belief(self) -> str:
        """The idea: the Markdown before the first guideline or case."""
        pieces = []
        for part in self.parts:
            if not isinstance(part, Text):
                break
            pieces.append(part.source)
        return "\n\n".join(pieces)

    @property
    def guidelines(self) -> tuple[Guideline, ...]:
        return tuple(part for part in self.parts if isinstance(part, Guideline))

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(part for part in self.parts if isinstance(part, Case))

    def points(self) -> Iterator[Point]:
        yield self
        for part in self.parts:
            if not isinstance(part, Text):
                yield part


Point = Section | Guideline | Case


@dataclass(frozen=True)
class Policy:
    """One language's text of a policy.

    `front` is the front matter between its fences, byte for byte (empty if there was none); `fields` what it
    says. `opening` is the Markdown before the first h2.
    """

    sections: tuple[Section, ...] = ()
    opening: str = ""
    front: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    opening_line: int = field(default=0, compare=False)

    def get(self, name: str, default: str = "") -> str:
        return next((value for key, value in self.fields if key == name), default)

    @property
    def slug(self) -> str:
        return self.get("policy")

    @property
    def title(self) -> str:
        return self.get("title")

    @property
    def called(self) -> str:
        """What the organisation calls it: policy, ideology, "så gör vi"."""
        return self.get("called", "policy")

    @property
    def language(self) -> str:
        return self.get("language")

    @property
    def principles(self) -> tuple[Section, ...]:
        return self.of(Kind.PRINCIPLE)

    @property
    def playbooks(self) -> tuple[Section, ...]:
        return self.of(Kind.PLAYBOOK)

    def of(self, kind: Kind) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.kind is kind)

    def points(self) -> Iterator[Point]:
        """Every addressable point, in the order of the text."""
        for section in self.sections:
            yield from section.points()

    @cached_property
    def by_key(self) -> dict[str, Point]:
        """Points by key; the first wins where a faulty text repeats one."""
        found: dict[str, Point] = {}
        for point in self.points():
            if point.key:
                found.setdefault(point.key, point)
        return found

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section each keyed point stands in (a section stands in itself)."""
        return {point.key: section for section in self.sections for point in section.points() if point.key}
