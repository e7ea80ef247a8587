"""A suggested wording: from the margin to the draft, and what its writer hears."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.dialogue.models import Proposal, Support
from vigor_portal.dialogue.proposals import actions, deciding, queries
from vigor_portal.dialogue.proposals.actions import Decided, NothingNew, PointGone, Suggestion
from vigor_portal.dialogue.proposals.deciding import ChangedSince, Words
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import discard, publish_draft, save_text, start_draft
from vigor_portal.policies.models import Credit, Draft, DraftText

pytestmark = pytest.mark.django_db
MakeMember = Callable[..., Member]
SignIn = Callable[[Member], Client]
BETTER = "Vi sparar ironin till fikarummet."


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")


def suggestion(kind: str = "wording", key: str = "no-sarcasm", **fields: str) -> Suggestion:
    words = {"wording": BETTER, "reason": "Lättare att minnas.", **fields}
    return Suggestion(kind=Proposal.Kind(kind), key=key, language="sv", **words)


@pytest.fixture
def proposal(employee: Member) -> Proposal:
    return actions.propose(suggestion(), by=employee)


def take_over(proposal: Proposal, by: Member, **words: str) -> Draft:
    now = queries.standing(proposal)
    given = {code: Words(text) for code, text in {"sv": proposal.wording, **words}.items()}
    return deciding.take_over(proposal, given, by=by, token=now.token)


def source(language: str = "sv") -> str:
    return DraftText.objects.get(language=language).source


def told(member: Member) -> list[str]:
    return list(Notice.objects.filter(member=member).order_by("pk").values_list("kind", flat=True))


def test_it_remembers_the_words_it_is_about_and_has_a_last_day(proposal: Proposal):
    assert proposal.about == "Vi lämnar ironin hemma i fikarummet."
    assert (proposal.number, proposal.language, proposal.owner) == (1, "sv", None)
    assert proposal.last_day == timezone.localdate() + timedelta(days=14)


def test_a_wording_that_changes_nothing_is_no_proposal(employee: Member):
    with pytest.raises(NothingNew):
        actions.propose(suggestion(wording="- Vi lämnar  ironin hemma\ni fikarummet."), by=employee)


@pytest.mark.parametrize(
    ("kind", "key"), [("wording", "gone"), ("wording", "respect"), ("guideline", "no-sarcasm")]
)
def test_a_point_that_is_not_there_or_of_another_kind_is_refused(kind: str, key: str, employee: Member):
    with pytest.raises(PointGone):
        actions.propose(suggestion(kind, key), by=employee)


def test_one_member_supports_once_and_can_undo_it_and_nobody_supports_their_own(
    proposal: Proposal, employee: Member, make_member: MakeMember
):
    bo = make_member("Bo")
    actions.support(proposal, by=bo)
    actions.support(proposal, by=bo)
    proposal.refresh_from_db()
    assert proposal.supporters == 1
    actions.unsupport(proposal, by=bo)
    actions.unsupport(proposal, by=bo)
    proposal.refresh_from_db()
    assert proposal.supporters == 0
    with pytest.raises(NotAllowed):
        actions.support(proposal, by=employee)


def test_only_its_writer_changes_it_and_takes_it_back(
    proposal: Proposal, employee: Member, communicator: Member
):
    with pytest.raises(NotAllowed):
        actions.change(proposal, suggestion(wording="Vi skojar sällan."), by=communicator)
    actions.change(proposal, suggestion(wording="Vi skojar sällan."), by=employee)
    proposal.refresh_from_db()
    assert (proposal.wording, proposal.revision) == ("Vi skojar sällan.", 2)
    actions.withdraw(proposal, by=employee)
    proposal.refresh_from_db()
    assert (proposal.wording, proposal.reason) == ("", "")
    with pytest.raises(Decided):
        actions.change(proposal, suggestion(), by=employee)


def test_taken_over_it_is_in_the_draft_and_published_it_names_its_writer(
    proposal: Proposal, employee: Member, communicator: Member, make_member: MakeMember
):
    bo = make_member("Bo")
    actions.support(proposal, by=bo)
    draft = take_over(proposal, communicator)
    assert f"- {BETTER} {{#no-sarcasm checks=" in source()
    assert "We leave irony at the coffee machine." in source("en")
    assert told(employee) == told(bo) == ["proposal.taken-over"]
    version = publish_draft(draft, communicator)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.published_number, proposal.owner) == ("published", 2, communicator)
    assert told(employee) == ["proposal.taken-over", "proposal.published"]
    assert list(Credit.objects.values_list("version", "key", "member")) == [
        (version.pk, "no-sarcasm", employee.pk)
    ]


def test_communications_may_change_it_first_in_both_languages(proposal: Proposal, communicator: Member):
    take_over(proposal, communicator, sv="Vi är sällan ironiska.", en="We are rarely ironic.")
    assert "- Vi är sällan ironiska. {#no-sarcasm" in source()
    assert "- We are rarely ironic. {#no-sarcasm" in source("en")


def test_nobody_else_decides(proposal: Proposal, employee: Member, administrator: Member):
    for member in (employee, administrator):
        with pytest.raises(NotAllowed):
            take_over(proposal, member)
        with pytest.raises(NotAllowed):
            deciding.decline(proposal, "nej", by=member)


def test_the_second_of_two_who_take_it_over_is_told_and_changes_nothing(
    proposal: Proposal, communicator: Member, make_member: MakeMember
):
    token = queries.standing(proposal).token
    take_over(proposal, communicator)
    before = source()
    words, bo = {"sv": Words("Något annat.")}, make_member("Bo", Role.COMMUNICATIONS)
    with pytest.raises(Decided):
        deciding.take_over(proposal, words, by=bo, token=token)
    assert source() == before


def test_a_point_that_was_reworded_meanwhile_is_never_overwritten_unseen(
    proposal: Proposal, communicator: Member
):
    token = queries.standing(proposal).token
    other = SWEDISH.replace("Vi lämnar ironin hemma i fikarummet.", "Vi är raka.")
    publish({"sv": other}, by=None, because="")
    words = {"sv": Words(BETTER)}
    with pytest.raises(ChangedSince):
        deciding.take_over(proposal, words, by=communicator, token=token, confirmed=True)
    now = queries.standing(proposal)
    assert now.changed
    with pytest.raises(ChangedSince):
        deciding.take_over(proposal, words, by=communicator, token=now.token)
    assert not Draft.objects.exists()
    deciding.take_over(proposal, words, by=communicator, token=now.token, confirmed=True)
    assert BETTER in source()


def test_a_change_that_is_only_in_the_draft_counts_too(proposal: Proposal, communicator: Member):
    token = queries.standing(proposal).token
    draft = start_draft(communicator)
    save_text(draft, "sv", source().replace("hemma i fikarummet", "utanför"), 1, communicator)
    with pytest.raises(ChangedSince):
        deciding.take_over(proposal, {"sv": Words(BETTER)}, by=communicator, token=token)


def test_words_that_the_proposer_changed_meanwhile_must_be_looked_at(
    proposal: Proposal, employee: Member, communicator: Member
):
    token = queries.standing(proposal).token
    actions.change(proposal, suggestion(wording="Vi skojar sällan."), by=employee)
    with pytest.raises(ChangedSince):
        deciding.take_over(proposal, {"sv": Words(BETTER)}, by=communicator, token=token)


def test_a_point_that_was_removed_cannot_be_taken_over_but_answered(
    proposal: Proposal, employee: Member, communicator: Member
):
    publish(
        {
            "sv": without(SWEDISH, "no-sarcasm").replace(' shows="no-sarcasm"', ' shows="last-word"'),
            "en": without(ENGLISH, "no-sarcasm").replace(' shows="no-sarcasm"', ' shows="last-word"'),
        },
        by=None,
        because="",
    )
    with pytest.raises(PointGone):
        take_over(proposal, communicator)
    deciding.decline(proposal, "Punkten är borta.", by=communicator)
    assert told(employee) == ["proposal.declined"]


def test_a_draft_that_is_thrown_away_leaves_its_proposals_waiting_again(
    proposal: Proposal, communicator: Member
):
    draft = take_over(proposal, communicator)
    assert list(queries.open_proposals()) == []
    discard(draft, communicator)
    assert list(queries.open_proposals()) == [proposal]
    proposal.refresh_from_db()
    assert BETTER in DraftText.objects.get(draft=take_over(proposal, communicator), language="sv").source


def test_a_new_guideline_a_new_case_and_a_removal_go_the_same_way(employee: Member, communicator: Member):
    new = actions.propose(
        suggestion("guideline", "respect", wording="Vi tackar den som rättar oss."), by=employee
    )
    case = actions.propose(
        suggestion(
            "case",
            "last-word",
            title="Tredje varvet",
            wording="Någon svarar igen.",
            act="Sluta.",
            outcome="Lugn.",
        ),
        by=employee,
    )
    removal = actions.propose(suggestion("removal", "last-word", wording=""), by=employee)
    draft = take_over(new, communicator, en="We thank those who correct us.")
    for one, words in (
        (case, {"sv": Words(case.wording, case.title, case.act, case.outcome)}),
        (removal, {}),
    ):
        deciding.take_over(one, words, by=communicator, token=queries.standing(one).token)
    assert "- Vi tackar den som rättar oss. {#" in source()
    assert "- We thank those who correct us. {#" in source("en")
    assert "### Tredje varvet {#" in source()
    assert "{#last-word" not in source() + source("en")
    text = DraftText.objects.get(language="sv")
    save_text(
        draft,
        "sv",
        text.source.replace(' shows="last-word"', ' shows="no-sarcasm"').replace(
            " shows=last-word", " shows=no-sarcasm"
        ),
        text.revision,
        communicator,
    )
    publish_draft(draft, communicator)
    assert set(Proposal.objects.values_list("state", flat=True)) == {"published"}


def test_a_comment_reaches_whoever_proposed_it(proposal: Proposal, employee: Member, make_member: MakeMember):
    actions.comment(proposal, "Bra **tänkt**.", by=make_member("Bo"))
    proposal.refresh_from_db()
    assert [remark.text for remark in queries.remarks(proposal)] == ["Bra **tänkt**."]
    assert told(employee) == ["thread.commented"]


def test_what_is_stored_about_a_member_is_told_and_support_outlives_a_name(
    proposal: Proposal, employee: Member, make_member: MakeMember
):
    bo = make_member("Bo")
    actions.support(proposal, by=bo)
    assert queries.proposals_of(bo)[1]["supported"] == [proposal.public_id]  # type: ignore[index]
    assert queries.proposals_of(employee)[1]["written"][0]["wording"] == BETTER  # type: ignore[index]
    actions.forget_support(bo)
    assert list(Support.objects.values_list("member", flat=True)) == [None]


def test_what_waits_is_among_the_open_things_of_its_writer_its_owner_and_all(
    proposal: Proposal, employee: Member, communicator: Member, make_member: MakeMember
):
    from vigor_portal.dialogue.proposals.telling import waiting

    assert [thing.url for thing in waiting(None)] == [f"/proposals/{proposal.public_id}/"]
    assert len(list(waiting(employee))) == 1
    assert list(waiting(communicator)) == list(waiting(make_member("Bo"))) == []
    deciding.take_on(proposal, by=communicator)
    assert len(list(waiting(communicator))) == 1


def test_what_is_late_stands_first_then_what_nobody_has_taken(employee: Member, communicator: Member):
    made = {
        name: actions.propose(suggestion(wording=f"Vi gör {name}."), by=employee) for name in ("a", "b", "c")
    }
    deciding.take_on(made["a"], by=communicator)
    deciding.take_on(made["c"], by=communicator)
    Proposal.objects.filter(pk=made["c"].pk).update(last_day=timezone.localdate() - timedelta(days=1))
    assert list(queries.open_proposals()) == [made["c"], made["b"], made["a"]]
