"""The introduction as slides: principles, guidelines and cases for one department, for a room that talks.

A case comes in two steps: first the ways to act, so that the room can answer, then what we do and why.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vigor.policy.document import Case, Guideline, Kind, Option, Policy, Section
from vigor_portal.policies.words import EVERYONE, concerns

# What a room reads from the back row in one go.
MOST_GUIDELINES = 4
MOST_CHARACTERS = 640
# Rules of thumb of ours for how long a room needs, in minutes.
MINUTES = {"title": 2, "principle": 2, "guidelines": 2, "case": 4, "ours": 2, "must": 2, "end": 2}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to act in a case, with the letter that the room calls it by."""

    letter: str
    option: Option


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `kind` is title, principle, guidelines, case, ours, must or end; the rest is what it shows.

    `position` counts from 1; `numeral` is the principle's number (0 outside principles); `size` says how much text
    there is (short, medium, long, longest), for the size of the type.
    """

    kind: str
    position: int = 0
    numeral: int = 0
    section: Section | None = None
    guidelines: tuple[Guideline, ...] = ()
    case: Case | None = None
    ways: tuple[Way, ...] = ()
    shows: tuple[Guideline, ...] = ()
    size: str = "short"


def slides_for(policy: Policy, department: str = EVERYONE) -> list[Slide]:
    """The slides for a department (its slug), or with everything for `EVERYONE`."""
    slides = [Slide("title", size=_size(policy.opening))]
    for number, section in enumerate(policy.principles, start=1):
        slides += _principle(policy, section, number, department)
    slides += _musts(policy, department)
    slides.append(Slide("end"))
    return [replace(slide, position=position) for position, slide in enumerate(slides, start=1)]


def minutes(slides: Sequence[Slide]) -> int:
    """About how long the slides take with a room that talks, to the nearest five minutes."""
    return max(5, 5 * round(sum(MINUTES[slide.kind] for slide in slides) / 5))


def _principle(policy: Policy, section: Section, number: int, department: str) -> Iterator[Slide]:
    yield Slide("principle", numeral=number, section=section, size=_size(section.belief))
    ours = [each for each in section.guidelines if concerns(each, department)]
    for together in _portions(ours):
        size = _size("".join(guideline.source for guideline in together))
        yield Slide("guidelines", numeral=number, section=section, guidelines=together, size=size)
    # The department's own cases first: that is what its people have met.
    cases = [case for case in section.cases if concerns(case, department)]
    for case in sorted(cases, key=lambda case: department not in case.departments):
        yield from _case(policy, section, number, case)


def _case(policy: Policy, section: Section, number: int, case: Case) -> Iterator[Slide]:
    ways = tuple(Way(letter, option) for letter, option in zip(LETTERS, _mixed(case.options), strict=False))
    shown = (policy.by_key.get(key) for key in case.shows)
    shows = tuple(point for point in shown if isinstance(point, Guideline))
    asked = case.situation + "".join(option.act for option in case.options)
    told = "".join(option.act + option.outcome for option in case.options)
    base = Slide("case", numeral=number, section=section, case=case, ways=ways, shows=shows)
    yield replace(base, size=_size(asked))
    if ways:
        yield replace(base, kind="ours", size=_size(told))


def _musts(policy: Policy, department: str) -> Iterator[Slide]:
    """What the frame asks of everyone, last: it is short, and it is what is left in the room."""
    for section in policy.of(Kind.FRAME):
        ours = [each for each in section.guidelines if concerns(each, department)]
        for together in _portions(ours):
            size = _size("".join(guideline.source for guideline in together))
            yield Slide("must", section=section, guidelines=together, size=size)


def _portions(guidelines: Sequence[Guideline]) -> Iterator[tuple[Guideline, ...]]:
    """As many guidelines at a time as fit on a slide, always at least one."""
    held: list[Guideline] = []
    for guideline in guidelines:
        characters = sum(len(each.source) for each in (*held, guideline))
        if held and (len(held) == MOST_GUIDELINES or characters > MOST_CHARACTERS):
            yield tuple(held)
            held = []
        held.append(guideline)
    if held:
        yield tuple(held)


def _mixed(options: Sequence[Option]) -> list[Option]:
    """The same order every time, but none that gives ours away: authors tend to write it last."""
    return sorted(options, key=lambda option: hashlib.sha256(option.act.encode()).digest())


def _size(text: str) -> str:
    characters = len(text)
    if characters < 160:
        return "short"
    if characters < 340:
        return "medium"
    return "long" if characters < 620 else "longest"
