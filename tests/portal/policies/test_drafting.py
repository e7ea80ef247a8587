"""The draft as it is kept: begun, saved by several, gone back to, published."""

from collections.abc import Callable

import pytest
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed, may
from vigor_portal.policies import queries
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import (
    Clash,
    DraftGone,
    Saved,
    VersionBetween,
    catch_up,
    discard,
    go_back,
    publish_draft,
    save_text,
    start_draft,
)
from vigor_portal.policies.models import Draft, DraftState, DraftText, Version
from vigor_portal.policies.prepare import CantPublish, NothingChanged

pytestmark = pytest.mark.django_db
MakeMember = Callable[..., Member]


@pytest.fixture
def draft(organisation: Organisation, communicator: Member) -> Draft:
    """A draft of a published policy in Swedish and English."""
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    return start_draft(communicator)


def source(draft: Draft, language: str = "sv") -> str:
    return DraftText.objects.get(draft=draft, language=language).source


def test_it_begins_from_the_version_in_force(draft: Draft):
    assert [text.language for text in queries.texts_in(draft)] == ["sv", "en"]
    assert source(draft) == SWEDISH
    assert Entry.objects.filter(kind="policy.draft-started").count() == 1


def test_before_the_first_version_it_begins_from_the_starter(
    organisation: Organisation, communicator: Member
):
    assert "{#" in source(start_draft(communicator))


def test_whoever_begins_after_somebody_else_comes_to_the_same_draft(draft: Draft, make_member: MakeMember):
    assert start_draft(make_member("Bo", Role.COMMUNICATIONS)) == draft


def test_texts_brought_along_are_new_states_of_the_draft_there_is(draft: Draft, communicator: Member):
    assert start_draft(communicator, {"sv": "något annat"}) == draft
    assert source(draft) == "något annat"
    go_back(draft, "sv", 1, communicator)
    assert source(draft) == SWEDISH


def test_only_communications_writes_and_the_union_reads(draft: Draft, make_member: MakeMember):
    union = make_member("Ulla", Role.UNION)
    assert may(union, "policies.read-drafts")
    for member in (union, make_member("Elsa"), make_member("Adam", Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            save_text(draft, "sv", "x", 1, member)
    assert not may(make_member("Eva"), "policies.read-drafts")


def test_any_text_may_be_saved_and_one_that_is_wrong_cannot_be_published(draft: Draft, communicator: Member):
    wrong = SWEDISH.replace("{#answer}", "{#respect}") + "\x00"
    assert isinstance(save_text(draft, "sv", wrong, 1, communicator), Saved)
    with pytest.raises(CantPublish) as refused:
        publish_draft(draft, communicator)
    assert [(fault.file, fault.line > 1) for fault in refused.value.problems] == [("sv", True)]
    assert source(draft) == wrong.replace("\x00", "")


def test_line_ends_of_a_browser_are_no_change(draft: Draft, communicator: Member):
    saved = save_text(draft, "sv", SWEDISH.replace("\n", "\r\n"), 1, communicator)
    assert isinstance(saved, Saved)
    assert saved.text.revision == 1


def test_two_who_change_different_points_are_joined(
    draft: Draft, communicator: Member, make_member: MakeMember
):
    save_text(
        draft, "sv", SWEDISH.replace("samma dag", "inom en timme"), 1, make_member("Bo", Role.COMMUNICATIONS)
    )
    saved = save_text(draft, "sv", SWEDISH.replace("sista ordet", "sista inlägget"), 1, communicator)
    assert isinstance(saved, Saved)
    assert saved.came == ("answer",)
    assert "inom en timme" in source(draft)
    assert "sista inlägget" in source(draft)


def test_two_who_change_the_same_point_overwrite_nothing(draft: Draft, communicator: Member):
    save_text(draft, "sv", SWEDISH.replace("samma dag", "inom en timme"), 1, communicator)
    clash = save_text(draft, "sv", SWEDISH.replace("samma dag", "samma vecka"), 1, communicator)
    assert isinstance(clash, Clash)
    assert [conflict.name for conflict in clash.merged.conflicts] == ["answer"]
    assert "inom en timme" in source(draft)
    chosen = clash.merged.chosen({"answer": "- Vi svarar. {#answer}"})
    assert isinstance(save_text(draft, "sv", chosen, clash.theirs, communicator), Saved)
    assert "- Vi svarar. {#answer}" in source(draft)


def test_earlier_states_can_be_gone_back_to(draft: Draft, communicator: Member):
    save_text(draft, "sv", "ett", 1, communicator)
    save_text(draft, "sv", "två", 2, communicator)
    go_back(draft, "sv", 2, communicator)
    assert source(draft) == "ett"
    assert list(DraftState.objects.values_list("revision", flat=True).filter(text__language="sv")) == [
        4,
        3,
        2,
        1,
    ]
    assert len(queries.states_of(DraftText.objects.get(language="sv"))) == 1  # one person, one minute


def test_publishing_takes_the_draft_away(draft: Draft, communicator: Member):
    save_text(draft, "sv", SWEDISH.replace("samma dag", "inom en timme"), 1, communicator)
    version = publish_draft(draft, communicator, because="Vi hinner.", cause="ourselves")
    assert (version.number, version.because, version.cause) == (2, "Vi hinner.", "ourselves")
    assert not Draft.objects.exists()
    with pytest.raises(DraftGone):
        save_text(draft, "sv", "för sent", 1, communicator)
    with pytest.raises(DraftGone):
        publish_draft(draft, communicator)


def test_a_draft_that_changes_nothing_is_kept(draft: Draft, communicator: Member):
    with pytest.raises(NothingChanged):
        publish_draft(draft, communicator)
    assert Draft.objects.exists()


def test_a_language_that_nobody_has_written_in_is_left_out(organisation: Organisation, communicator: Member):
    publish({"sv": SWEDISH}, by=None, because="")
    draft = start_draft(communicator)
    save_text(draft, "sv", SWEDISH.replace("samma dag", "nu"), 1, communicator)
    assert list(publish_draft(draft, communicator).texts.values_list("language", flat=True)) == ["sv"]


def test_a_version_that_came_in_between_is_not_undone(draft: Draft, communicator: Member):
    save_text(draft, "sv", SWEDISH.replace("sista ordet", "sista inlägget"), 1, communicator)
    publish({"sv": SWEDISH.replace("samma dag", "inom en timme")}, by=None, because="")
    with pytest.raises(VersionBetween):
        publish_draft(draft, communicator)
    assert catch_up(draft, communicator) == []
    draft.refresh_from_db()
    version = publish_draft(draft, communicator)
    text = version.texts.get(language="sv").source
    assert "inom en timme" in text
    assert "sista inlägget" in text


def test_a_draft_thrown_away_leaves_what_is_published(draft: Draft, communicator: Member):
    discard(draft, communicator)
    assert not Draft.objects.exists()
    assert Version.objects.count() == 1
    assert Entry.objects.filter(kind="policy.draft-discarded").exists()


def test_what_somebody_has_saved_is_among_their_data(draft: Draft, communicator: Member):
    heading, told = queries.drafting_of(communicator)
    assert heading == "draft"
    assert isinstance(told, dict)
    assert len(told["saved"]) == 2
