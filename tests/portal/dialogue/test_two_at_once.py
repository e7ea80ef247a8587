"""Two people do the same thing at the same moment, on two connections: one wins, and the other loses no word."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH
from tests.portal.racing import race

from vigor_portal.dialogue.consultations import actions as consulting
from vigor_portal.dialogue.consultations.actions import Faces
from vigor_portal.dialogue.models import (
    Comment,
    Consultation,
    Ground,
    Proposal,
    PublicComment,
    PublicTally,
    Stance,
    Talk,
    Thread,
)
from vigor_portal.dialogue.proposals import actions as proposing
from vigor_portal.dialogue.proposals.actions import Suggestion, propose
from vigor_portal.dialogue.proposals.queries import standing
from vigor_portal.dialogue.stances.actions import take_stance
from vigor_portal.dialogue.stances.figures import Stance as Kind
from vigor_portal.dialogue.threads import actions as talking
from vigor_portal.dialogue.threads import public
from vigor_portal.dialogue.threads.flood import A_POINT, EVERYTHING, Flood
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies import drafting
from vigor_portal.policies.actions import publish
from vigor_portal.policies.models import Draft, DraftCredit, DraftText, Version

pytestmark = pytest.mark.django_db(transaction=True)
MakeMember = Callable[..., Member]
KEY, OTHER = "no-sarcasm", "last-word"
BETTER = "Vi sparar ironin till fikarummet."


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


@pytest.fixture
def kim(communicator: Member) -> Client:
    return at_home(communicator)


@pytest.fixture
def siv(make_member: MakeMember) -> Client:
    return at_home(make_member("Siv", Role.COMMUNICATIONS))


@pytest.fixture
def elsa(employee: Member) -> Client:
    return at_home(employee)


@pytest.fixture
def thread(employee: Member) -> Thread:
    return talking.start_thread(KEY, "Gäller det memes också?", by=employee)


@pytest.fixture
def proposal(employee: Member) -> Proposal:
    return suggested(employee)


def suggested(by: Member, key: str = KEY, wording: str = BETTER) -> Proposal:
    words = Suggestion(kind=Proposal.Kind.WORDING, key=key, language="sv", reason="Så.", wording=wording)
    return propose(words, by=by)


def at_home(member: Member) -> Client:
    client = Client()
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    return client


def told_apart(answers: list[HttpResponse], won: int = 302) -> tuple[int, str]:
    """(which of the two won, what the other one's page says)."""
    assert [type(each).__name__ for each in answers if isinstance(each, BaseException)] == []
    first = next(number for number, each in enumerate(answers) if each.status_code == won)
    other = answers[1 - first]
    assert other.status_code == 409, other.status_code
    return first, other.content.decode()


def on(one: Thread, step: str = "") -> str:
    return f"/talk/{one.public_id}/{step}"


def of(one: Proposal, step: str = "") -> str:
    return f"/proposals/{one.public_id}/{step}"


def taking_over(one: Proposal, words: str) -> dict[str, str]:
    now = standing(one)
    return {
        "token": now.token,
        "wording_sv": words,
        "wording_en": now.wordings["en"],
    }


def test_two_answer_the_same_conversation(thread: Thread, kim: Client, siv: Client):
    seen = Comment.objects.get().pk
    words = ["Ja, memes också.", "Nej, bara ironi."]
    answers = race(
        *(
            partial(client.post, on(thread), {"text": text, "seen": seen})
            for client, text in zip((kim, siv), words, strict=True)
        )
    )
    first, page = told_apart(answers)
    assert words[1 - first] in page
    assert words[first] in page
    assert "Någon annan svarade medan du skrev" in page
    assert Comment.objects.filter(thread=thread).count() == 2
    thread.refresh_from_db()
    assert (thread.said, thread.waits_since) == (2, None)


def test_of_two_who_take_the_same_the_first_keeps_it_and_the_second_takes_it_over_knowingly(
    thread: Thread, proposal: Proposal, employee: Member, communicator: Member, kim: Client, siv: Client
):
    public.let_public_comment(True, by=communicator)
    comment = public.send_public(KEY, "sv", "Gäller det oss också?")
    for one, press, address in (
        (thread, on(thread, "take-on"), on(thread)),
        (proposal, of(proposal, "take-on"), of(proposal)),
        (comment, f"/talk/public/{comment.public_id}/look-at", f"/talk/public/{comment.public_id}/"),
    ):
        race(*(partial(client.post, press, {"over": ""}) for client in (kim, siv)))
        one.refresh_from_db()
        first = one.owner
        assert first is not None
        late = siv if first == communicator else kim
        page = late.get(address).content.decode()
        assert f"{first.name} hann före och har den nu" in page, address
        assert f'name="over" value="{first.public_id}"' in page, address
        late.post(press, {"over": first.public_id})
        one.refresh_from_db()
        assert one.owner not in (None, first)
        # The first presses once more, on a page that still shows it as theirs.
        (kim if first == communicator else siv).post(press, {"over": ""})
        one.refresh_from_db()
        assert one.owner != first


def test_two_close_the_same_conversation(thread: Thread, kim: Client, siv: Client):
    words = ["Det står redan.", "Vi vill ha det så."]
    answers = race(
        *(
            partial(client.post, on(thread, "close"), {"outcome": "unchanged", "words": text})
            for client, text in zip((kim, siv), words, strict=True)
        )
    )
    first, page = told_apart(answers)
    assert words[1 - first] in page
    assert words[first] in page
    thread.refresh_from_db()
    assert thread.outcome_words == words[first]
    assert Entry.objects.filter(kind="dialogue.closed").count() == 1


def test_one_closes_while_another_answers(thread: Thread, kim: Client, elsa: Client):
    closing, answering = race(
        partial(kim.post, on(thread, "close"), {"outcome": "unchanged", "words": "Det står redan."}),
        partial(elsa.post, on(thread), {"text": "En sak till."}),
    )
    assert closing.status_code == 302
    thread.refresh_from_db()
    assert not thread.is_open
    if answering.status_code == 409:
        assert "En sak till." in answering.content.decode()
    assert thread.said == (2 if answering.status_code == 302 else 1)
    assert Talk.objects.get(key=KEY).closed == 1


@pytest.mark.parametrize("step", ["", "close"])
def test_its_beginner_withdraws_while_another_writes(thread: Thread, kim: Client, elsa: Client, step: str):
    comment = Comment.objects.get()
    gone, wrote = race(
        partial(elsa.post, f"/talk/said/{comment.public_id}/withdraw"),
        partial(kim.post, on(thread, step), {"text": "Jo.", "outcome": "unchanged", "words": "Jo."}),
    )
    assert gone.status_code == 302
    if wrote.status_code != 302:
        assert wrote.status_code == 404
        assert "Jo." in wrote.content.decode()
        assert not Thread.objects.exists()


def test_what_was_written_on_a_conversation_that_is_gone_comes_back(
    thread: Thread, employee: Member, kim: Client
):
    talking.withdraw(Comment.objects.get(), by=employee)
    answer = kim.post(on(thread), {"text": "Ett långt svar."})
    assert answer.status_code == 404
    assert "Ett långt svar." in answer.content.decode()
    assert "drog kanske tillbaka" in answer.content.decode()


def test_two_tabs_withdraw_the_same_comment(thread: Thread, employee: Member):
    comment = Comment.objects.get()
    again = Comment.objects.get()
    ends = race(*(partial(talking.withdraw, each, by=employee) for each in (comment, again)))
    assert sorted(str(each) for each in ends if each is True) == ["True"]
    assert [type(each) for each in ends if each is not True] == [talking.Gone]


def test_two_begin_on_the_same_point(employee: Member, communicator: Member):
    ends = race(*(partial(talking.start_thread, OTHER, "Hej.", by=each) for each in (employee, communicator)))
    assert all(isinstance(each, Thread) for each in ends), ends
    assert Talk.objects.get(key=OTHER).open == 2


def test_two_call_in_the_same_colleague(thread: Thread, make_member: MakeMember, communicator: Member):
    called, employee = make_member("Cal"), thread.opened_by
    ends = race(*(partial(talking.call_in, thread, called, by=each) for each in (employee, communicator)))
    assert sorted(ends) == [False, True]


def test_two_take_over_the_same_proposal(proposal: Proposal, kim: Client, siv: Client):
    words = ["Vi sparar ironin till fikat.", "Ironin hör hemma i fikarummet."]
    answers = race(
        *(
            partial(client.post, of(proposal, "take-over/"), taking_over(proposal, text))
            for client, text in zip((kim, siv), words, strict=True)
        )
    )
    first, page = told_apart(answers)
    assert words[1 - first] in page
    assert "Någon hann före" in page
    source = DraftText.objects.get(language="sv").source
    assert words[first] in source
    assert words[1 - first] not in source
    assert Draft.objects.count() == DraftCredit.objects.count() == 1


def test_one_takes_over_while_the_other_says_no(proposal: Proposal, kim: Client, siv: Client):
    answers = race(
        partial(kim.post, of(proposal, "take-over/"), taking_over(proposal, BETTER)),
        partial(siv.post, of(proposal, "decline"), {"answer": "Nej, för ordets skull."}),
    )
    first, page = told_apart(answers)
    proposal.refresh_from_db()
    assert proposal.state == ("taken-over", "declined")[first]
    assert Draft.objects.exists() is (first == 0)
    if first == 0:
        assert "Nej, för ordets skull." in page


@pytest.mark.parametrize("decision", ["take-over/", "decline"])
def test_it_is_withdrawn_while_it_is_decided_on(proposal: Proposal, kim: Client, elsa: Client, decision: str):
    form = {**taking_over(proposal, "Ironin får stanna hemma."), "answer": "Ironin får stanna hemma."}
    answers = race(
        partial(kim.post, of(proposal, decision), form), partial(elsa.post, of(proposal, "withdraw"))
    )
    first, page = told_apart(answers)
    proposal.refresh_from_db()
    assert (proposal.state == "withdrawn") is (first == 1)
    if first == 1:
        assert "Ironin får stanna hemma." in page
        assert not Draft.objects.exists()


def test_it_is_said_better_while_it_is_taken_over(proposal: Proposal, kim: Client, elsa: Client):
    better = {"kind": "wording", "wording": "Ironin stannar vid fikat.", "reason": "Kortare."}
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    took, changed = race(
        partial(kim.post, of(proposal, "take-over/"), taking_over(proposal, BETTER)),
        partial(elsa.post, of(proposal, "change/"), {**better, "last_day": day}),
    )
    proposal.refresh_from_db()
    assert {took.status_code, changed.status_code} == {302, 409}
    if changed.status_code == 409:
        assert "Ironin stannar vid fikat." in changed.content.decode()
        assert "Kortare." in changed.content.decode()
        assert proposal.wording == BETTER
    else:
        assert BETTER in took.content.decode()
        assert not Draft.objects.exists()


def test_two_proposals_go_into_the_same_new_draft(employee: Member, kim: Client, siv: Client):
    ours, theirs = suggested(employee), suggested(employee, OTHER, "Den andra får sista ordet.")
    answers = race(
        partial(kim.post, of(ours, "take-over/"), taking_over(ours, BETTER)),
        partial(siv.post, of(theirs, "take-over/"), taking_over(theirs, "Den andra får sista ordet.")),
    )
    assert {each.status_code for each in answers} <= {302, 409}
    for one, answer in zip((ours, theirs), answers, strict=True):
        if answer.status_code == 409:
            again = (kim if one is ours else siv).post(of(one, "take-over/"), taking_over(one, one.wording))
            assert again.status_code == 302
    source = DraftText.objects.get(language="sv").source
    assert BETTER in source
    assert "Den andra får sista ordet." in source
    assert Draft.objects.count() == 1


def test_a_proposal_is_taken_over_while_its_words_are_saved_in_the_draft(
    proposal: Proposal, kim: Client, communicator: Member
):
    draft = drafting.start_draft(communicator)
    row = draft.texts.get(language="sv")
    mine = row.source.replace("Vi lämnar ironin hemma i fikarummet.", "Vi lämnar ironin vid kaffet.")
    assert mine != row.source
    took, saved = race(
        partial(kim.post, of(proposal, "take-over/"), taking_over(proposal, BETTER)),
        partial(drafting.save_text, draft, "sv", mine, row.revision, communicator),
    )
    source = DraftText.objects.get(language="sv").source
    if isinstance(saved, drafting.Clash):
        assert took.status_code == 302
        assert BETTER in source
    else:
        assert took.status_code == 409
        assert "Vi lämnar ironin vid kaffet." in source
        assert BETTER in took.content.decode()


def test_a_proposal_that_drifted_is_taken_over_while_the_draft_is_published(
    proposal: Proposal, employee: Member, kim: Client, communicator: Member
):
    kim.post(of(proposal, "take-over/"), taking_over(proposal, BETTER))
    drafting.discard(Draft.objects.get(), communicator)
    other = suggested(employee, OTHER, "Den andra får sista ordet.")
    kim.post(of(other, "take-over/"), taking_over(other, other.wording))
    draft = Draft.objects.get()
    published, took = race(
        partial(drafting.publish_draft, draft, by=communicator, because="Nytt"),
        partial(kim.post, of(proposal, "take-over/"), taking_over(proposal, BETTER)),
    )
    assert isinstance(published, Version), published
    assert took.status_code in (302, 409), took
    proposal.refresh_from_db()
    assert proposal.state in ("published", "taken-over")


def test_two_support_the_same_proposal_and_one_twice(proposal: Proposal, make_member: MakeMember):
    first, second = make_member("Sam"), make_member("Sune")
    race(*(partial(proposing.support, proposal, by=each) for each in (first, second, first)))
    proposal.refresh_from_db()
    assert proposal.supporters == 2


def test_two_say_the_first_word_about_a_proposal(proposal: Proposal, make_member: MakeMember):
    people = make_member("Sam"), make_member("Sune")
    ends = race(*(partial(proposing.comment, proposal, "Bra.", by=each) for each in people))
    assert all(isinstance(each, Comment) for each in ends), ends
    assert Thread.objects.filter(room="proposal").count() == 1


def a_draft(by: Member) -> Draft:
    draft = drafting.start_draft(by)
    row = draft.texts.get(language="sv")
    changed = row.source.replace("Vi lämnar ironin hemma i fikarummet.", "Vi lämnar ironin vid kaffet.")
    drafting.save_text(draft, "sv", changed, row.revision, by)
    return draft


def shared(by: Member) -> Consultation:
    return consulting.share(a_draft(by), Faces(), timezone.localdate() + timedelta(days=7), by=by)


def test_two_share_the_same_draft(communicator: Member, kim: Client, siv: Client):
    a_draft(communicator)
    form = {"last_day": (timezone.localdate() + timedelta(days=7)).isoformat(), "whom": "everyone"}
    answers = race(*(partial(client.post, "/consultations/share/", form) for client in (kim, siv)))
    assert [each.status_code for each in answers] == [302, 302], answers
    assert Consultation.objects.count() == 1


def test_two_say_what_came_of_a_draft(communicator: Member, kim: Client, siv: Client):
    one = shared(communicator)
    words = ["Vi tackar alla.", "Tack, vi ändrar."]
    answers = race(
        *(
            partial(client.post, f"/consultations/{one.public_id}/summary/", {"summary": text})
            for client, text in zip((kim, siv), words, strict=True)
        )
    )
    first, page = told_apart(answers)
    assert words[1 - first] in page
    one.refresh_from_db()
    assert one.summary == words[first]


def test_two_decide_about_a_comment_of_the_publics(communicator: Member, kim: Client, siv: Client):
    public.let_public_comment(True, by=communicator)
    comment = public.send_public(KEY, "sv", "Kul!")
    at = f"/talk/public/{comment.public_id}/"
    answers = race(
        partial(kim.post, at, {"decision": "show", "answer": "Tack för orden."}),
        partial(siv.post, at, {"decision": "refuse", "ground": Ground.OFF_POINT}),
    )
    first, page = told_apart(answers)
    comment.refresh_from_db()
    assert comment.state == ("shown", "refused")[first]
    assert "Någon annan" in page
    if first == 1:
        assert "Tack för orden." in page


def test_its_writer_takes_it_back_while_it_is_answered(communicator: Member, kim: Client):
    public.let_public_comment(True, by=communicator)
    comment = public.send_public(KEY, "sv", "Kul!")
    public.show(comment, by=communicator)
    answered, _gone = race(
        partial(
            kim.post,
            f"/talk/public/{comment.public_id}/",
            {"decision": "answer", "answer": "Tack för orden."},
        ),
        partial(public.take_back, PublicComment.objects.get()),
    )
    if answered.status_code != 302:
        assert answered.status_code in (404, 409)
        assert "Tack för orden." in answered.content.decode()
    assert not PublicComment.objects.exists()
    assert Talk.objects.get(key=KEY).public == 0


def test_one_member_answers_in_two_tabs(employee: Member):
    ends = race(
        partial(take_stance, KEY, Kind.AGREE, by=employee),
        partial(take_stance, KEY, Kind.DISAGREE, by=employee),
    )
    assert not any(isinstance(each, BaseException) for each in ends), ends
    assert Stance.objects.count() == 1


def test_of_many_who_want_the_last_place_before_the_gate_one_gets_it():
    for _ in range(A_POINT - 1):
        Flood().lets_through("198.51.100.7", KEY)
    passed = race(*(partial(Flood().lets_through, f"198.51.100.{n}", KEY) for n in range(4)))
    assert sorted(passed) == [False, False, False, True]
    assert PublicTally.objects.get(key=EVERYTHING).sent == A_POINT


def test_the_first_of_the_minutes_are_counted_together():
    passed = race(*(partial(Flood().lets_through, f"198.51.100.{n}", KEY) for n in range(4)))
    assert passed == [True] * 4
    assert set(PublicTally.objects.values_list("sent", flat=True)) == {4}
