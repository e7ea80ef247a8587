"""The rule of the figures: which answers are counted where, and what is shown of it. Plain Python, nothing stored.

A *stream* is a guideline's answers from one department, or from everybody else together (`ELSEWHERE`). A snapshot
either *renews* a stream, and then its block counts everybody who stands in it now, or leaves the block as it was.
What is shown is a block (a department's figure) or a sum of blocks (the organisation's, a principle's): never a
difference. Somebody is counted in one block of a guideline at a time.

1. A stream is renewed only when five people or more stand in it with an answer that no block has ever counted.
   An answer is a person, a guideline in one meaning, and a stance: who goes back to an earlier one brings nothing new.
2. A department that can't be renewed, and never was, is counted with everybody else, under the same rule.
3. Who is counted in a block that stays is counted nowhere else until it moves.
4. A block that most people have left, five or more of them, is renewed, or else retired: no figure counts it then.

Why nothing smaller comes out. Write every block ever made as a row of zeros and ones over the answers that there have
been, in the order in which they were made. Whoever has seen every figure knows the sums of such rows, and can form any
combination of them. In a combination, look at its latest row: at least five people's answers in it stand in no row
before. Nothing cancels them, so the combination covers those five. This holds for cells, for differences of cells or
of snapshots, and for everything else that can be reckoned out of them.

The threshold and the need to protect totals as well (complementary suppression) are common knowledge of statistical
disclosure control: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (Springer, 2001);
A. Hundepool et al., Statistical Disclosure Control (Wiley, 2012). They hide cells of a finished table; a table that
changes from week to week is safer built from blocks that can be shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 5
# The stream of everybody whose department has no figure of its own.
ELSEWHERE = 0
# From this many on, those who disagree are told apart from those who are unsure. Below, the two bands together could
# say that nobody was unsure: three of six who agree and three who disagree leave nobody.
ENOUGH_FOR_TWO = 20
SIZES = (5, 10, 20, 50, 100, 200, 500, 1000)


class Stance(StrEnum):
    AGREE = "agree"
    UNSURE = "unsure"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Group:
    """People whom the rule can't tell apart, for one guideline in its present meaning.

    `home`: the department that they had when they answered, 0 for none. `stance`: now; None when taken back.
    `seen`: the stances of theirs that a block has counted. `counted_in`, `counted_as`: the stream whose block counts
    them now, and as what; None when no block does.
    """

    people: int
    home: int = ELSEWHERE
    stance: Stance | None = None
    seen: frozenset[Stance] = frozenset()
    counted_in: int | None = None
    counted_as: Stance | None = None

    @property
    def fresh(self) -> bool:
        return self.stance is not None and self.stance not in self.seen


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people of each stance: a block, or a sum of blocks. Exact, and so never shown."""

    agree: int = 0
    unsure: int = 0
    disagree: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.agree + other.agree, self.unsure + other.unsure, self.disagree + other.disagree)

    @property
    def people(self) -> int:
        return self.agree + self.unsure + self.disagree


@dataclass(frozen=True, slots=True)
class Plan:
    """What a snapshot does with one guideline's streams. `own`: departments that are not counted with the rest."""

    renewed: Mapping[int, Counts]
    kept: frozenset[int]
    retired: frozenset[int]
    own: frozenset[int]


def plan(groups: Collection[Group], live: Collection[int]) -> Plan:
    """The snapshot of one guideline: `live` are the streams that have a block now."""
    left = _left(groups, frozenset(live) - {ELSEWHERE})
    staying = frozenset(live) - left
    renewing = _departments(groups, staying)
    own = renewing | (staying - {ELSEWHERE})
    rest = [group for group in groups if group.home not in own]
    if _fresh(rest, ELSEWHERE, staying - renewing) >= FEWEST:
        renewing |= {ELSEWHERE}
    kept = staying - renewing
    return Plan(_counts(groups, renewing, own, kept), kept, frozenset(live) - kept - renewing, own)


def stream_of(home: int, own: Collection[int]) -> int:
    return home if home in own else ELSEWHERE


def free(group: Group, kept: Collection[int], stream: int) -> bool:
    """May a renewed `stream` count them? Not while a block that is `kept` does."""
    return group.stance is not None and (group.counted_in == stream or group.counted_in not in kept)


def _departments(groups: Collection[Group], staying: frozenset[int]) -> frozenset[int]:
    """The departments that can be renewed. Who hangs in another's block is free only if that one is renewed too:
    begin with all, and leave out what fails until nothing does."""
    by_home: dict[int, list[Group]] = {}
    for group in groups:
        if group.home != ELSEWHERE:
            by_home.setdefault(group.home, []).append(group)
    renewing = frozenset(by_home)
    while True:
        kept = staying - renewing
        still = frozenset(home for home in renewing if _fresh(by_home[home], home, kept) >= FEWEST)
        if still == renewing:
            return renewing
        renewing = still


def _fresh(groups: Iterable[Group], stream: int, kept: frozenset[int]) -> int:
    return sum(group.people for group in groups if group.fresh and free(group, kept, stream))


def _left(groups: Iterable[Group], own: frozenset[int]) -> set[int]:
    """The streams whose block most of those whom it counts have left, five or more."""
    counted: dict[int, int] = {}
    gone: dict[int, int] = {}
    for group in groups:
        stream = group.counted_in
        if stream is None:
            continue
        counted[stream] = counted.get(stream, 0) + group.people
        if group.stance is not group.counted_as or stream_of(group.home, own) != stream:
            gone[stream] = gone.get(stream, 0) + group.people
    return {stream for stream, people in gone.items() if people >= FEWEST and 2 * people > counted[stream]}


def _counts(
    groups: Iterable[Group], renewing: frozenset[int], own: frozenset[int], kept: frozenset[int]
) -> dict[int, Counts]:
    found = {stream: dict.fromkeys(Stance, 0) for stream in renewing}
    for group in groups:
        stream = stream_of(group.home, own)
        if group.stance is not None and stream in found and free(group, kept, stream):
            found[stream][group.stance] += group.people
    return {
        stream: Counts(each[Stance.AGREE], each[Stance.UNSURE], each[Stance.DISAGREE])
        for stream, each in found.items()
    }


@dataclass(frozen=True, slots=True)
class Band:
    """A share of those who answered, in per cent: between `low` and `high`, ends included."""

    low: int
    high: int


# Each end holds at least two possible counts, also of five people: none or one, all or all but one.
BANDS = (Band(0, 20), Band(20, 40), Band(40, 60), Band(60, 80), Band(80, 100))


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a cell. `disagree` is None for a group in which it isn't told apart from unsure.
    `size`: at least so many answers, and fewer than the next of `SIZES`."""

    agree: Band
    disagree: Band | None
    size: int

    @property
    def below(self) -> int | None:
        """Fewer answers than this; None for the largest groups."""
        return next((size for size in SIZES if size > self.size), None)

    @property
    def weak(self) -> bool:
        """Do three in five at the most agree?"""
        return self.agree.high <= 60


def shown(counts: Counts) -> Shown | None:
    """What may be shown of a block or of a sum of blocks; None for a cell without a block."""
    people = counts.people
    if people < FEWEST:
        return None
    apart = people >= ENOUGH_FOR_TWO
    return Shown(
        agree=band(counts.agree, people),
        disagree=band(counts.disagree, people) if apart else None,
        size=max(size for size in SIZES if size <= people),
    )


def band(count: int, people: int) -> Band:
    """The band of `count` among `people`. What lies on a border belongs to the outermost or to the middle band."""
    fifths = 5 * count
    if fifths <= people:
        return BANDS[0]
    if fifths >= 4 * people:
        return BANDS[4]
    if fifths < 2 * people:
        return BANDS[1]
    return BANDS[3] if fifths > 3 * people else BANDS[2]


def total(blocks: Iterable[Counts]) -> Counts:
    """A sum of blocks: the organisation's cell, or a principle's."""
    found = Counts()
    for block in blocks:
        found += block
    return found
