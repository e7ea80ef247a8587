"""The rule of the figures, held against linear algebra: whatever is reckoned out of everything ever shown covers
nobody, or five people and more."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigor_portal.dialogue.stances.figures import (
    BANDS,
    ELSEWHERE,
    ENOUGH_FOR_TWO,
    FEWEST,
    SIZES,
    Counts,
    Group,
    Plan,
    Stance,
    band,
    free,
    plan,
    shown,
    stream_of,
)

# (person, guideline, how many meanings it has had, stance): what somebody said, once.
Answer = tuple[int, int, int, str]
# (person, guideline, which press it was): the same, where saying it again is something else.
Press = tuple[int, int, int]


@dataclass
class Row:
    """What a site keeps of one person and guideline."""

    home: int
    stance: Stance | None
    press: int
    seen: set[Stance] = field(default_factory=set)
    counted_in: int | None = None
    counted_as: Stance | None = None
    counted_press: int = 0


@dataclass
class World:
    """A site in small: people answer, move, take back; each snapshot keeps what every cell shows."""

    guidelines: int
    rows: dict[tuple[int, int], Row] = field(default_factory=dict)
    homes: dict[int, int] = field(default_factory=dict)
    meanings: Counter[int] = field(default_factory=Counter)
    live: dict[int, set[int]] = field(default_factory=dict)
    presses: int = 0
    answers_shown: list[frozenset[Answer]] = field(default_factory=list)
    presses_shown: list[frozenset[Press]] = field(default_factory=list)

    def answer(self, person: int, guideline: int, stance: Stance | None) -> None:
        self.presses += 1
        home = self.homes.get(person, ELSEWHERE)
        row = self.rows.setdefault((person, guideline), Row(home, stance, self.presses))
        row.home, row.stance, row.press = home, stance, self.presses

    def new_meaning(self, guideline: int) -> None:
        """Everybody is asked anew, and the old figures go."""
        self.meanings[guideline] += 1
        self.live[guideline] = set()
        self.rows = {at: row for at, row in self.rows.items() if at[1] != guideline}

    def snapshot(self) -> None:
        for guideline in range(self.guidelines):
            mine = {person: row for (person, about), row in self.rows.items() if about == guideline}
            made = plan([self.group(row) for row in mine.values()], self.live.get(guideline, set()))
            self.count(mine, made)
            self.live[guideline] = set(made.renewed) | made.kept
        self.show()

    @staticmethod
    def group(row: Row) -> Group:
        return Group(1, row.home, row.stance, frozenset(row.seen), row.counted_in, row.counted_as)

    def count(self, mine: dict[int, Row], made: Plan) -> None:
        counted = []
        for row in mine.values():
            stream = stream_of(row.home, made.own)
            if stream in made.renewed and free(self.group(row), made.kept, stream):
                counted.append((row, stream))
            elif row.counted_in not in made.kept:
                row.counted_in = row.counted_as = None
        for row, stream in counted:
            row.counted_in, row.counted_as, row.counted_press = stream, row.stance, row.press
            row.seen.add(row.stance)
        for stream, counts in made.renewed.items():
            assert counts.people == sum(each == stream for _row, each in counted)

    def show(self) -> None:
        """Every cell: each guideline, and the principle that they stand under × departments and the organisation."""
        about = [*((n,) for n in range(self.guidelines)), tuple(range(self.guidelines))]
        departments = {row.counted_in for row in self.rows.values()} - {None, ELSEWHERE}
        for guidelines, department in itertools.product(about, [None, *departments]):
            counted = [
                (person, guideline, row)
                for (person, guideline), row in self.rows.items()
                if guideline in guidelines
                and row.counted_in is not None
                and department in (None, row.counted_in)
            ]
            self.answers_shown.append(
                frozenset((p, g, self.meanings[g], str(row.counted_as)) for p, g, row in counted)
            )
            self.presses_shown.append(frozenset((p, g, row.counted_press) for p, g, row in counted))


def fewest_covered(shown_: list[frozenset[tuple[int, ...]]]) -> int:
    """The fewest people that any combination of the sets covers: exact, over the rational numbers.

    A combination covers nobody but the people in P exactly when the columns of everybody else are nought. So for each
    small P: does leaving P's columns out lower the rank? Then some combination lives on P alone.
    """
    columns = sorted(set().union(*shown_)) if shown_ else []
    rows = {tuple(Fraction(column in each) for column in columns) for each in shown_ if each}
    basis = reduced([list(row) for row in rows])
    # Whose answers stand in exactly the same sets can't be told apart; still each of them is covered.
    people = sorted({column[0] for column in columns})
    for size in range(1, FEWEST):
        for chosen in itertools.combinations(people, size):
            others = [at for at, column in enumerate(columns) if column[0] not in chosen]
            if len(reduced([[row[at] for at in others] for row in basis])) < len(basis):
                return size
    return FEWEST


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """A basis of what the rows span (Gauss, exact)."""
    basis: list[list[Fraction]] = []
    for row in rows:
        rest = list(row)
        for done in basis:
            lead = next(at for at, value in enumerate(done) if value)
            if rest[lead]:
                factor = rest[lead] / done[lead]
                rest = [a - factor * b for a, b in zip(rest, done, strict=True)]
        if any(rest):
            basis.append(rest)
    return basis


PEOPLE, DEPARTMENTS, GUIDELINES = 11, 3, 2
answers = st.tuples(
    st.just("answer"),
    st.integers(0, PEOPLE - 1),
    st.integers(0, GUIDELINES - 1),
    st.sampled_from([*Stance, None]),
)
moves = st.tuples(st.just("move"), st.integers(0, PEOPLE - 1), st.integers(0, DEPARTMENTS))
meanings = st.tuples(st.just("meaning"), st.integers(0, GUIDELINES - 1))
# Several answer on the same guideline at once: single ones alone would seldom make five.
crowds = st.tuples(
    st.just("crowd"),
    st.sets(st.integers(0, PEOPLE - 1), min_size=4),
    st.integers(0, GUIDELINES - 1),
    st.lists(st.sampled_from(list(Stance)), min_size=PEOPLE, max_size=PEOPLE),
)
weeks = st.lists(
    st.lists(st.one_of(answers, answers, moves, crowds, crowds, meanings), max_size=7), min_size=2, max_size=6
)


def live_through(weeks_: list[list[tuple[object, ...]]], homes: list[int]) -> World:
    world = World(GUIDELINES, homes=dict(enumerate(homes)))
    for week in weeks_:
        for what, *how in week:
            if what == "answer":
                world.answer(*how)
            elif what == "move":
                world.homes[how[0]] = how[1]
            elif what == "meaning":
                world.new_meaning(*how)
            else:
                who, guideline, stances = how
                for person in who:
                    world.answer(person, guideline, stances[person])
        world.snapshot()
    return world


homes_of_all = st.lists(st.integers(0, DEPARTMENTS), min_size=PEOPLE, max_size=PEOPLE)


@given(weeks, homes_of_all)
@settings(max_examples=150, deadline=None)
def test_nothing_that_can_be_reckoned_out_of_all_that_was_shown_covers_one_to_four_people(weeks_, homes):
    world = live_through(weeks_, homes)
    assert fewest_covered(world.answers_shown) == FEWEST
    assert fewest_covered(world.presses_shown) == FEWEST


@given(weeks, homes_of_all)
@settings(max_examples=300, deadline=None)
def test_any_two_cells_and_any_two_snapshots_differ_in_nobody_or_in_five_people(weeks_, homes):
    world = live_through(weeks_, homes)
    for shown_ in (world.answers_shown, world.presses_shown):
        for one, other in itertools.combinations({frozenset(), *shown_}, 2):
            assert len({column[0] for column in one ^ other}) >= FEWEST


def test_the_algebra_itself_finds_a_single_person():
    """The check would notice: an organisation of six with a department of five shown gives away the sixth."""
    everybody = frozenset((person, 0, 0, "agree") for person in range(6))
    assert fewest_covered([everybody, frozenset(sorted(everybody)[:5])]) == 1


def answered(people: int, stance: Stance, home: int = ELSEWHERE, **more: object) -> Group:
    return Group(people, home, stance, **more)  # type: ignore[arg-type]


def test_it_shows_nothing_of_four():
    assert plan([answered(4, Stance.AGREE)], []).renewed == {}
    assert shown(Counts(agree=4)) is None


def test_it_shows_five():
    made = plan([answered(3, Stance.AGREE, 7), answered(2, Stance.UNSURE, 7)], [])
    assert made.renewed == {7: Counts(3, 2, 0)}


def test_the_rest_of_the_organisation_is_no_remainder_to_subtract():
    made = plan([answered(6, Stance.AGREE, 7), answered(3, Stance.DISAGREE, 8)], [])
    assert made.renewed == {7: Counts(6, 0, 0)}


def test_departments_with_few_answers_are_counted_together():
    made = plan([answered(3, Stance.AGREE, 7), answered(3, Stance.DISAGREE, 8)], [])
    assert made.renewed == {ELSEWHERE: Counts(3, 0, 3)}


def again(people: int, was: Stance, now: Stance | None, home: int = 7) -> Group:
    return Group(people, home, now, frozenset({was}), home, was)


@pytest.mark.parametrize(("changed", "moves"), [(4, False), (5, True)])
def test_a_figure_moves_when_five_have_changed(changed: int, moves: bool):
    groups = [
        again(changed, Stance.AGREE, Stance.DISAGREE),
        again(8 - changed, Stance.AGREE, Stance.AGREE),
    ]
    assert (7 in plan(groups, [7]).renewed) is moves


def test_four_who_change_and_one_who_takes_back_are_not_five():
    groups = [again(4, Stance.AGREE, Stance.UNSURE), again(4, Stance.AGREE, None)]
    made = plan(groups, [7])
    assert made.renewed == {}
    assert made.retired == {7}  # but nothing is shown of people who have all left


def test_who_goes_back_to_what_they_said_before_brings_nothing_new():
    both = frozenset({Stance.AGREE, Stance.DISAGREE})
    back = Group(5, 7, Stance.AGREE, both, 7, Stance.DISAGREE)
    assert plan([back, again(5, Stance.DISAGREE, Stance.DISAGREE)], [7]).renewed == {}


def test_who_moved_is_not_counted_twice():
    """Six moved to department 8 and say it again; the block of 7 stays, and they stay in it."""
    moved = Group(6, 8, Stance.UNSURE, frozenset({Stance.AGREE}), 7, Stance.AGREE)
    groups = [moved, again(9, Stance.AGREE, Stance.AGREE)]
    assert plan(groups, [7]).renewed == {}
    fresh = Group(5, 7, Stance.AGREE)
    assert plan([*groups, fresh], [7]).renewed == {7: Counts(14, 0, 0), 8: Counts(0, 6, 0)}


def test_the_bands_never_say_all_or_nobody():
    """Whoever knows how many answered still can't tell that nobody is of one opinion, or that everybody is."""
    for people in range(FEWEST, 130):
        alike: dict[object, list[tuple[int, int, int]]] = {}
        for agree in range(people + 1):
            for disagree in range(people + 1 - agree):
                unsure = people - agree - disagree
                what = shown(Counts(agree, unsure, disagree))
                alike.setdefault(what, []).append((agree, unsure, disagree))
        for found in alike.values():
            for each in zip(*found, strict=True):
                assert max(each) > 0
                assert min(each) < people


@pytest.mark.parametrize("people", [5, 6, 10, 33, 1000])
def test_a_share_lies_in_its_band(people: int):
    for count in range(people + 1):
        found = band(count, people)
        assert found in BANDS
        assert found.low <= 100 * count / people <= found.high


def test_the_number_of_answers_is_told_in_steps():
    what = shown(Counts(agree=30, unsure=8, disagree=1))
    assert what is not None
    assert (what.size, what.below) == (20, 50)
    assert shown(Counts(agree=ENOUGH_FOR_TWO)) is not None
    assert ENOUGH_FOR_TWO in SIZES
    largest = shown(Counts(agree=5000))
    assert largest is not None
    assert largest.below is None
