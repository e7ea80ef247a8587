"""A version that is decided on today and comes into force by itself."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies import planning, queries
from vigor_portal.policies.actions import CantPublish, Conditions, NothingChanged, publish
from vigor_portal.policies.drafting import catch_up, save_text, start_draft, take_in
from vigor_portal.policies.jobs import bring_into_force
from vigor_portal.policies.models import Credit, Draft, DraftText, PlannedVersion, Version

pytestmark = pytest.mark.django_db
HURRIED = SWEDISH.replace("samma dag", "inom en timme")
MakeMember = Callable[..., Member]


@pytest.fixture
def draft(organisation: Organisation, communicator: Member) -> Draft:
    """A draft in which one guideline reads otherwise than in the version in force."""
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    draft = start_draft(communicator)
    save_text(draft, "sv", HURRIED, 1, communicator)
    return draft


def tomorrow() -> timezone.datetime:
    return timezone.now() + timedelta(days=1)


@pytest.fixture
def planned(draft: Draft, communicator: Member) -> PlannedVersion:
    return planning.plan(draft, communicator, at=tomorrow(), because={"sv": "Vi hinner.", "en": "We can."})


def later(planned: PlannedVersion, **more: int) -> time_machine.travel:
    return time_machine.travel(planned.at + timedelta(**(more or {"seconds": 1})), tick=True)


def text_in_force(language: str = "sv") -> str:
    version = queries.current()
    assert version is not None
    return version.texts.get(language=language).source


def test_it_takes_the_draft_and_changes_nothing_yet(planned: PlannedVersion):
    assert not Draft.objects.exists()
    assert Version.objects.count() == 1
    assert planning.texts_in_plan(planned)["sv"] == HURRIED
    assert list(planning.texts_in_plan(planned)) == ["sv", "en"]
    assert Entry.objects.filter(kind="policy.planned").exists()


def test_before_its_time_nothing_happens(planned: PlannedVersion):
    bring_into_force()
    assert Version.objects.count() == 1


def test_it_comes_by_itself_once_and_says_when_it_was_to_come(planned: PlannedVersion, communicator: Member):
    with later(planned, hours=3):
        bring_into_force()
        bring_into_force()
    version = Version.objects.get(number=2)
    assert version.planned_for == planned.at
    assert version.published_at > planned.at + timedelta(hours=2)
    assert version.published_by == communicator
    assert version.reasons == {"sv": "Vi hinner.", "en": "We can."}
    assert "inom en timme" in text_in_force()
    assert not PlannedVersion.objects.exists()
    assert Entry.objects.filter(kind="policy.published", actor=None, object_id=str(version.pk)).exists()
    assert Notice.objects.filter(kind="policy.in-force", member=communicator).count() == 1


def test_it_comes_also_when_who_planned_it_has_left(planned: PlannedVersion, communicator: Member):
    communicator.is_active = False
    communicator.save()
    with later(planned):
        bring_into_force()
    assert Version.objects.count() == 2


def test_what_was_chosen_goes_along(draft: Draft, communicator: Member, employee: Member):
    take_in(
        draft, {"sv": "Vi låter den andra få det sista ordet."}, "last-word", by=communicator, credit=employee
    )
    day = timezone.localdate()
    planned = planning.plan(
        draft,
        communicator,
        at=tomorrow(),
        cause="world",
        meanings={"answer": "wording", "last-word": "wording"},
        conditions=Conditions(True, day, None),
    )
    with later(planned):
        bring_into_force()
    version = Version.objects.get(number=2)
    assert (version.cause, version.touches_conditions, version.informed_on) == ("world", True, day)
    assert version.meant_in["answer"] == 1
    assert Credit.objects.get(version=version).member == employee


def test_a_time_that_has_passed_is_refused(draft: Draft, communicator: Member):
    with pytest.raises(planning.TooEarly):
        planning.plan(draft, communicator, at=timezone.now() - timedelta(seconds=1))
    assert Draft.objects.exists()


def test_only_communications_plans(draft: Draft, make_member: MakeMember):
    for member in (make_member("Elsa"), make_member("Ulla", Role.UNION)):
        with pytest.raises(NotAllowed):
            planning.plan(draft, member, at=tomorrow())


def test_what_cannot_be_published_cannot_be_planned(draft: Draft, communicator: Member):
    save_text(draft, "sv", HURRIED.replace("{#answer}", "{#respect}"), 2, communicator)
    with pytest.raises(CantPublish):
        planning.plan(draft, communicator, at=tomorrow())
    save_text(draft, "sv", SWEDISH, 3, communicator)
    with pytest.raises(NothingChanged):
        planning.plan(draft, communicator, at=tomorrow())


def test_one_at_a_time_is_planned(planned: PlannedVersion, communicator: Member):
    draft = start_draft(communicator)
    save_text(draft, "sv", SWEDISH.replace("fikarummet", "köket"), 1, communicator)
    with pytest.raises(planning.PlannedAlready) as refused:
        planning.plan(draft, communicator, at=tomorrow())
    assert refused.value.planned == planned
    assert Draft.objects.exists()


def test_a_version_in_between_is_kept_and_the_planned_one_carried_onto_it(planned: PlannedVersion):
    publish({"sv": SWEDISH.replace("fikarummet", "köket")}, by=None, because="")
    with later(planned):
        bring_into_force()
    assert Version.objects.count() == 3
    assert "inom en timme" in text_in_force()
    assert "köket" in text_in_force()


def test_a_version_that_changes_the_same_holds_it_and_somebody_is_told(
    planned: PlannedVersion, communicator: Member, employee: Member
):
    publish({"sv": SWEDISH.replace("samma dag", "samma vecka")}, by=None, because="")
    planned.refresh_from_db()
    assert planned.is_held
    with later(planned):
        bring_into_force()
    assert Version.objects.count() == 2
    assert set(Notice.objects.values_list("member", "kind")) == {(communicator.pk, "policy.plan-held")}
    with pytest.raises(CantPublish):
        planning.publish_now(planned, by=communicator)


def test_a_version_that_says_the_same_makes_it_needless(planned: PlannedVersion):
    publish({"sv": HURRIED}, by=None, because="")
    assert not PlannedVersion.objects.exists()
    assert Entry.objects.filter(kind="policy.plan-dropped").exists()


def test_it_can_be_let_come_at_once(planned: PlannedVersion, communicator: Member):
    version = planning.publish_now(planned, by=communicator)
    assert (version.number, version.planned_for) == (2, None)
    with pytest.raises(planning.PlanGone):
        planning.publish_now(planned, by=communicator)
    with pytest.raises(planning.PlanGone):
        planning.take_back(planned, by=communicator)


def test_taken_back_it_is_a_draft_again(planned: PlannedVersion, communicator: Member):
    assert planning.take_back(planned, by=communicator) == []
    assert DraftText.objects.get(language="sv").source == HURRIED
    assert Draft.objects.get().based_on == Version.objects.get()
    with later(planned):
        bring_into_force()
    assert Version.objects.count() == 1


def test_taken_back_it_is_joined_with_the_draft_there_is(planned: PlannedVersion, communicator: Member):
    draft = start_draft(communicator)
    save_text(draft, "sv", SWEDISH.replace("fikarummet", "köket"), 1, communicator)
    assert planning.take_back(planned, by=communicator) == []
    text = DraftText.objects.get(language="sv").source
    assert "inom en timme" in text
    assert "köket" in text


def test_taken_back_where_both_changed_somebody_chooses(planned: PlannedVersion, communicator: Member):
    draft = start_draft(communicator)
    save_text(draft, "sv", SWEDISH.replace("samma dag", "snart"), 1, communicator)
    clashes = planning.take_back(planned, by=communicator)
    assert [conflict.name for clash in clashes for conflict in clash.merged.conflicts] == ["answer"]
    assert PlannedVersion.objects.exists()
    assert "snart" in DraftText.objects.get(language="sv").source
    words = "- Vi svarar inom en timme, eller snart. {#answer}"
    assert planning.take_back(planned, by=communicator, wordings={"sv": {"answer": words}}) == []
    assert words in DraftText.objects.get(language="sv").source


def test_held_and_taken_back_it_meets_the_version_that_came_in_between(
    planned: PlannedVersion, communicator: Member
):
    publish(
        {"sv": SWEDISH.replace("samma dag", "samma vecka").replace("fikarummet", "köket")},
        by=None,
        because="",
    )
    assert planning.take_back(planned, by=communicator) == []
    assert len(catch_up(Draft.objects.get(), communicator)) == 1
    text = DraftText.objects.get(language="sv").source
    assert "inom en timme" in text
    assert "köket" in text


def test_the_first_version_can_be_planned(organisation: Organisation, communicator: Member):
    draft = start_draft(communicator, {"sv": SWEDISH, "en": ENGLISH})
    planned = planning.plan(draft, communicator, at=tomorrow())
    with later(planned):
        bring_into_force()
    assert Version.objects.get().number == 1


def test_the_press_room_learns_nothing_before(planned: PlannedVersion, client: Client):
    addresses = ["/press/sv/", "/press/en/", "/press/sv/versions", "/press/sv/answer", "/press/sv/policy.md"]
    before = [client.get(address).content for address in addresses]
    PlannedVersion.objects.all().delete()
    assert [client.get(address).content for address in addresses] == before
    assert b"inom en timme" not in b"".join(before)


@pytest.mark.django_db(transaction=True)
def test_two_workers_publish_it_once(organisation: Organisation, communicator: Member):
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    draft = start_draft(communicator)
    save_text(draft, "sv", HURRIED, 1, communicator)
    planning.plan(draft, communicator, at=timezone.now() + timedelta(seconds=0.3))
    sleep(0.4)

    def work() -> None:
        try:
            bring_into_force()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(work) for _worker in range(3)]:
            done.result()
    assert Version.objects.count() == 2
