"""Snapshots in a real database: what people answered, as it is counted, shown and proved."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.test import override_settings
from tests.portal.dialogue.test_stances_rule import FEWEST, fewest_covered

from vigor_portal.dialogue.models import Stance, StanceBlock, StanceFigure, StanceReason
from vigor_portal.dialogue.stances import actions
from vigor_portal.dialogue.stances.figures import Stance as Kind
from vigor_portal.dialogue.stances.proofs import ORGANISATION, prove
from vigor_portal.dialogue.stances.pseudonyms import KEY_FILE, KeyLost, pseudonym
from vigor_portal.dialogue.stances.snapshots import TooEarly, make_snapshot
from vigor_portal.log.backup import back_up
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Department, Member
from vigor_portal.policies.actions import publish

TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Människan före poängen {#respect}

Den som skriver har en poäng.

- Vi låter den andra få sista ordet. {#last-word}
- Vi skojar aldrig på någons bekostnad. {#no-jokes}
- Vi ansöker innan vi öppnar ett konto. {#apply force=must}

## Ramar {#frame .frame}

- Vi lämnar aldrig ut kunders uppgifter. {#secrets}
"""
MONDAY = date(2026, 11, 2)
AGREE, UNSURE, DISAGREE = Kind.AGREE, Kind.UNSURE, Kind.DISAGREE


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


@pytest.fixture
def policy(organisation: object) -> None:
    publish([TEXT], by=None, because="")


@pytest.fixture
def crew(make_member: Callable[..., Member]) -> Callable[..., list[Member]]:
    """crew(7, "sales"): seven people in a department, made with the first."""

    def make(many: int, department: str = "") -> list[Member]:
        home = Department.objects.get_or_create(slug=department)[0] if department else None
        before = Member.objects.count()
        return [make_member(f"P{before + number}", department=home) for number in range(many)]

    return make


def say(people: list[Member], stance: Kind, guideline: str = "last-word") -> None:
    for member in people:
        actions.take_stance(guideline, stance, by=member)


def cell(point: str = "last-word", department: int = ORGANISATION) -> tuple[int, int, int] | None:
    found = StanceFigure.objects.filter(point=point, department=department).first()
    return (found.agree, found.unsure, found.disagree) if found else None


def test_five_answers_make_a_figure_and_four_none(policy, crew):
    people = crew(5)
    say(people[:4], AGREE)
    make_snapshot(week(0))
    assert cell() is None
    say(people[4:], DISAGREE)
    make_snapshot(week(1))
    assert cell() == (4, 0, 1)
    assert cell("respect") == (4, 0, 1)


def test_there_is_one_snapshot_a_week_at_the_most(policy, crew):
    make_snapshot(week(0))
    with pytest.raises(TooEarly) as refused:
        make_snapshot(week(1) - timedelta(days=1))
    assert refused.value.next_on == week(1)


def test_a_figure_stands_still_until_five_have_changed(policy, crew):
    people = crew(8)
    say(people, AGREE)
    make_snapshot(week(0))
    say(people[:4], DISAGREE)
    make_snapshot(week(1))
    assert cell() == (8, 0, 0)
    say(people[4:5], DISAGREE)
    make_snapshot(week(2))
    assert cell() == (3, 0, 5)


def test_the_organisation_never_tells_a_small_department_by_subtraction(policy, crew):
    say(crew(6, "sales"), AGREE)
    say(crew(3, "store"), DISAGREE)
    make_snapshot(week(0))
    assert cell() == (6, 0, 0)


def test_small_departments_are_counted_together(policy, crew):
    say(crew(3, "sales"), AGREE)
    say(crew(3, "store"), DISAGREE)
    make_snapshot(week(0))
    assert cell() == (3, 0, 3)
    assert StanceFigure.objects.exclude(department=ORGANISATION).count() == 0


def test_an_answer_stays_with_the_department_that_one_had(policy, crew):
    people = crew(6, "sales")
    say(people, AGREE)
    store = Department.objects.create(slug="store")
    Member.objects.update(department=store)
    make_snapshot(week(0))
    assert cell(department=Department.objects.get(slug="sales").pk) == (6, 0, 0)
    for member in people:
        member.refresh_from_db()
    say(people, UNSURE)
    make_snapshot(week(1))
    assert cell(department=store.pk) == (0, 6, 0)
    assert cell() == (0, 6, 0)


def test_a_removed_department_leaves_the_figures(policy, crew):
    say(crew(6, "sales"), AGREE)
    say(crew(6, "store"), AGREE)
    make_snapshot(week(0))
    Department.objects.get(slug="store").delete()
    make_snapshot(week(1))
    assert cell() == (6, 0, 0)
    assert prove().wrong == ()


def test_what_was_taken_back_is_gone_at_once_and_its_row_too_when_nothing_counts_it(policy, crew):
    member = crew(1)[0]
    actions.give_reason("last-word", DISAGREE, "Det blir tjatigt.", by=member)
    actions.take_back("last-word", by=member)
    assert not Stance.objects.exists()


def test_what_was_taken_back_after_a_figure_leaves_an_empty_row(policy, crew):
    people = crew(5)
    say(people, AGREE)
    make_snapshot(week(0))
    actions.take_back("last-word", by=people[0])
    row = Stance.objects.get(pk=pseudonym(people[0], "last-word"))
    assert (row.stance, row.reason, row.department) == ("", "", None)
    assert prove().wrong == ()


def test_a_new_meaning_asks_anew_and_its_figure_begins_from_nothing(policy, crew):
    people = crew(6)
    say(people, AGREE)
    make_snapshot(week(0))
    publish(
        [TEXT.replace("låter den andra få", "tar alltid själva")],
        by=None,
        because="",
        meanings={"last-word": "meaning"},
    )
    make_snapshot(week(1))
    assert cell() is None
    say(people[:5], DISAGREE)
    make_snapshot(week(2))
    assert cell() == (0, 0, 5)


def test_a_removed_point_takes_its_answers_with_it(policy, crew):
    say(crew(5), AGREE)
    make_snapshot(week(0))
    publish([TEXT.replace("- Vi låter den andra få sista ordet. {#last-word}\n", "")], by=None, because="")
    make_snapshot(week(1))
    assert not Stance.objects.exists()
    assert cell() is None


@pytest.mark.parametrize("key", ["secrets", "apply", "respect", "never-was"])
def test_frame_and_musts_and_what_is_no_guideline_are_not_asked_about(policy, crew, key: str):
    with pytest.raises(actions.NotAsked):
        actions.take_stance(key, AGREE, by=crew(1)[0])


def test_reasons_are_passed_on_five_at_a_time_and_cut_loose(policy, crew):
    people = crew(6)
    for number, member in enumerate(people[:4]):
        actions.give_reason("last-word", UNSURE, f"Skäl {number}", by=member)
    make_snapshot(week(0))
    assert not StanceReason.objects.exists()
    actions.give_reason("last-word", UNSURE, "Skäl 4", by=people[4])
    make_snapshot(week(1))
    assert sorted(StanceReason.objects.values_list("text", flat=True)) == [f"Skäl {n}" for n in range(5)]
    assert set(Stance.objects.values_list("reason", "passed_on")) == {("", True)}
    actions.give_reason("last-word", UNSURE, "Ett sent skäl", by=people[5])
    make_snapshot(week(2))
    assert StanceReason.objects.count() == 5


def test_who_is_forgotten_leaves_nothing_that_leads_back_and_the_figures_stay_proved(policy, crew):
    people = crew(6)
    say(people, AGREE)
    actions.give_reason("no-jokes", AGREE, "Därför.", by=people[0])
    make_snapshot(week(0))
    mine = {pseudonym(people[0], key) for key in ("last-word", "no-jokes")}
    forget(people[0], by=people[0])
    assert not Stance.objects.filter(pk__in=mine).exists()
    assert not Stance.objects.exclude(reason="").exists()
    assert prove().wrong == ()


def test_each_guideline_has_another_pseudonym(policy, crew):
    member = crew(1)[0]
    assert pseudonym(member, "last-word") != pseudonym(member, "no-jokes")


def test_another_key_is_noticed_before_anything_is_written(policy, crew, tmp_path):
    people = crew(2)
    say(people[:1], AGREE)
    with override_settings(DATA=tmp_path):
        with pytest.raises(KeyLost):
            actions.take_stance("last-word", DISAGREE, by=people[1])
        assert actions.begin_anew() == 1
        say(people, DISAGREE)
    assert Stance.objects.count() == 2


def test_a_cell_that_was_tampered_with_is_found(policy, crew):
    say(crew(6), AGREE)
    make_snapshot(week(0))
    assert prove().wrong == ()
    StanceFigure.objects.filter(point="last-word").update(agree=7)
    StanceBlock.objects.update(disagree=1)
    assert len(prove().wrong) == 3  # the block, and both cells that it is in


def test_nothing_is_written_about_a_stance_in_the_record(policy, crew):
    from vigor_portal.log.models import Entry

    people = crew(1)
    before = Entry.objects.count()
    say(people, AGREE)
    actions.give_reason("last-word", DISAGREE, "Nej.", by=people[0])
    actions.take_back("last-word", by=people[0])
    assert Entry.objects.count() == before


@pytest.mark.parametrize("seed", range(4))
def test_what_the_database_showed_over_many_weeks_covers_nobody_or_five(policy, crew, seed: int):
    """The same algebra as in the rule's own test, on what a real site counted."""
    chance = random.Random(seed)  # noqa: S311 (a story to test with)
    departments = [None, *(Department.objects.create(slug=slug) for slug in ("sales", "store", "lab"))]
    people = crew(14)
    shown_: list[frozenset[tuple[int, ...]]] = []
    for number in range(7):
        for _ in range(18):
            member = chance.choice(people)
            if chance.random() < 0.25:
                member.department = chance.choice(departments)
                member.save(update_fields=["department"])
            guideline = chance.choice(["last-word", "no-jokes"])
            if chance.random() < 0.15:
                actions.take_back(guideline, by=member)
            else:
                actions.take_stance(guideline, chance.choice(list(Kind)), by=member)
        make_snapshot(week(number))
        shown_ += all_cells(people)
    assert len(set(shown_)) > 3
    assert fewest_covered(shown_) == FEWEST


def all_cells(people: list[Member]) -> list[frozenset[tuple[int, ...]]]:
    """Who is counted in each cell that is shown, and as what."""
    whose = {pseudonym(each, key): each.pk for each in people for key in ("last-word", "no-jokes")}
    counted = list(Stance.objects.exclude(counted_in=None))
    found = []
    for figure in StanceFigure.objects.all():
        keys = ("last-word", "no-jokes") if figure.point == "respect" else (figure.point,)
        rows = [
            row
            for row in counted
            if row.guideline in keys and figure.department in (ORGANISATION, row.counted_in)
        ]
        assert len(rows) == figure.agree + figure.unsure + figure.disagree
        found.append(frozenset((whose[row.pk], row.guideline, row.counted_as) for row in rows))
    return found


@pytest.mark.django_db(transaction=True)
def test_a_backup_leaves_the_key_out(policy, crew, tmp_path):
    say(crew(1), AGREE)
    key = (settings.DATA / KEY_FILE).read_text("utf-8")
    back_up(tmp_path / "saved.zip")
    with ZipFile(tmp_path / "saved.zip") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert parts["tables/dialogue.stance"].count("\n") == 1
    assert not any(key in part or KEY_FILE in part for part in parts.values())


def test_only_its_owner_reads_the_key(policy, crew):
    say(crew(1), AGREE)
    assert (settings.DATA / KEY_FILE).stat().st_mode & 0o777 == 0o600
