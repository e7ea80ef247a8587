"""What others propose, taken into the draft, with credit for it."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor.policy.rewrite import CantHold
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies import queries
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import (
    PointGone,
    add_in,
    publish_draft,
    save_text,
    start_draft,
    take_in,
    take_out,
)
from vigor_portal.policies.models import Credit, Draft, DraftText, Version

pytestmark = pytest.mark.django_db
WORDS = {"sv": "Vi lämnar ironin hemma.", "en": "We leave irony at home."}


@pytest.fixture
def version(organisation: Organisation) -> Version:
    return publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")


def source(language: str = "sv") -> str:
    return DraftText.objects.get(language=language).source


def test_it_begins_a_draft_where_there_is_none(version: Version, communicator: Member):
    taken = take_in(None, WORDS, "no-sarcasm", by=communicator)
    assert taken.draft == Draft.objects.get()
    assert taken.languages == ("sv", "en")
    assert taken.before["sv"] == "Vi lämnar ironin hemma i fikarummet."
    assert '- Vi lämnar ironin hemma. {#no-sarcasm checks="irony"}' in source()
    assert '- We leave irony at home. {#no-sarcasm checks="irony"}' in source("en")


def test_what_others_write_in_the_draft_stays(version: Version, communicator: Member):
    draft = start_draft(communicator)
    save_text(draft, "sv", SWEDISH.replace("samma dag", "i dag"), 1, communicator)
    take_in(draft, {"sv": WORDS["sv"]}, "no-sarcasm", by=communicator)
    assert "i dag" in source()
    assert DraftText.objects.get(language="sv").revision == 3


def test_a_point_that_is_gone_is_said_and_nothing_is_done(version: Version, communicator: Member):
    draft = start_draft(communicator)
    take_out(draft, "no-sarcasm", by=communicator)
    before = source()
    with pytest.raises(PointGone) as refused:
        take_in(draft, WORDS, "no-sarcasm", by=communicator)
    assert refused.value.key == "no-sarcasm"
    assert source() == before


def test_a_language_that_lacks_the_point_is_told(version: Version, communicator: Member):
    taken = take_in(None, {"sv": "Vi säger inget.", "en": "We say nothing."}, "code-name", by=communicator)
    assert (taken.languages, taken.left) == (("sv",), ("en",))


def test_words_that_cant_stand_in_a_point_change_nothing(version: Version, communicator: Member):
    with pytest.raises(CantHold):
        take_in(None, {"sv": "  "}, "no-sarcasm", by=communicator)
    assert not Draft.objects.exists()


def test_only_communications_takes_in(version: Version, employee: Member):
    with pytest.raises(NotAllowed):
        take_in(None, WORDS, "no-sarcasm", by=employee)


def test_a_new_guideline_gets_a_key_that_was_never_used(version: Version, communicator: Member):
    publish(
        {"sv": SWEDISH + "- Vi tackar för beröm. {#tackar-beröm}\n".replace("ö", "o")}, by=None, because=""
    )
    take_out(None, "tackar-berom", by=communicator)
    added = add_in(None, {"sv": "Vi tackar beröm.", "en": "We thank for praise."}, "respect", by=communicator)
    assert added.key == "tackar-berom-2"
    assert f"{{#{added.key}}}" in source("en")


def test_who_proposed_it_is_named_in_the_version(version: Version, communicator: Member, employee: Member):
    draft = start_draft(communicator)
    take_in(draft, WORDS, "no-sarcasm", by=communicator, credit=employee)
    take_in(draft, WORDS, "no-sarcasm", by=communicator, credit=employee)
    published = publish_draft(draft, communicator)
    assert queries.credits_of(published) == {"no-sarcasm": [employee]}


def test_a_point_that_went_is_told_with_who_proposed_it(
    version: Version, communicator: Member, employee: Member, signed_in: Callable[[Member], Client]
):
    draft = take_out(None, "angry-customer", by=communicator, credit=employee).draft
    publish_draft(draft, communicator)
    page = signed_in(communicator).get("/policy/versions/2/").content.decode()
    changed = page.partition("Vad som ändrades")[2].partition("</section>")[0]
    assert "/policy/versions/1/angry-customer" in changed
    assert "En arg kund" in changed
    assert f"borttagen · föreslaget av {employee.name}" in changed


def test_a_credit_cant_be_taken_away(version: Version, communicator: Member, employee: Member):
    draft = start_draft(communicator)
    take_in(draft, WORDS, "no-sarcasm", by=communicator, credit=employee)
    publish_draft(draft, communicator)
    for change in (Credit.objects.all().delete, lambda: Credit.objects.update(key="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_intranet_names_them_until_they_are_forgotten_and_the_press_room_never(
    version: Version,
    communicator: Member,
    employee: Member,
    administrator: Member,
    signed_in: Callable[[Member], Client],
):
    Member.objects.filter(pk=employee.pk).update(given_name="Elvira", family_name="Propost")
    draft = start_draft(communicator)
    take_in(draft, WORDS, "no-sarcasm", by=communicator, credit=employee)
    publish_draft(draft, communicator, because={"sv": "Kortare.", "en": "Shorter."})
    page = signed_in(communicator).get("/policy/versions/2/").content.decode()
    assert "föreslaget av Elvira Propost" in page
    for address in ("/press/sv/", "/press/sv/versions", "/press/sv/no-sarcasm", "/press/sv/versions/2"):
        assert "Propost" not in signed_in(communicator).get(address).content.decode()
    forget(Member.objects.get(pk=employee.pk), by=administrator)
    page = signed_in(communicator).get("/policy/versions/2/").content.decode()
    assert "Propost" not in page
    assert "en kollega som har slutat" in page


def test_reasons_are_read_in_the_readers_language(
    version: Version, communicator: Member, signed_in: Callable[[Member], Client]
):
    take_in(None, WORDS, "no-sarcasm", by=communicator)
    publish_draft(
        Draft.objects.get(), communicator, because={"sv": "Kortare.", "en": "Shorter."}, cause="world"
    )
    Member.objects.filter(pk=communicator.pk).update(language="en")
    communicator.refresh_from_db()
    for address in ("/policy/versions/", "/policy/versions/2/"):
        page = signed_in(communicator).get(address).content.decode()
        assert "Shorter." in page
        assert "Kortare." not in page
        assert "the world around us" in page
