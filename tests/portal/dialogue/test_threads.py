"""Conversations on a point: what they hang on, who may what, what becomes of them, and what is left of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.dialogue.models import Comment, Participant, Talk, Thread
from vigor_portal.dialogue.threads import actions, queries, settling
from vigor_portal.dialogue.threads.actions import AnsweredMeanwhile, Closed, HasLeft
from vigor_portal.dialogue.threads.open_things import open_threads
from vigor_portal.dialogue.threads.settling import Outcome
from vigor_portal.dialogue.threads.wordings import NotThere, PointGone, Wordings, change_since
from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.notices.telling import kinds
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.my_data import my_data
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish, withdraw

pytestmark = pytest.mark.django_db
MakeMember = Callable[..., Member]
KEY = "no-sarcasm"
SAID = "Gäller det memes också?"
OTHER_WORDS = SWEDISH.replace("Vi lämnar ironin hemma i fikarummet.", "Vi sparar ironin till fikarummet.")


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


@pytest.fixture
def thread(employee: Member) -> Thread:
    return actions.start_thread(KEY, SAID, by=employee)


def told(member: Member) -> list[str]:
    """What the member has been told, in words."""
    notices = Notice.objects.filter(member=member).order_by("pk")
    telling = [kinds()[notice.kind].wording(notice) for notice in notices]
    return [each.sentence for each in telling if each is not None]


def close(
    thread: Thread, by: Member, kind: str = "unchanged", words: str = "Skälet.", **more: object
) -> None:
    settling.close(thread, Outcome(kind, words, **more), by=by)


def test_it_remembers_the_words_it_is_about_and_has_a_last_day(thread: Thread):
    assert (thread.key, thread.language, thread.number) == (KEY, "sv", 1)
    assert thread.wording == "Vi lämnar ironin hemma i fikarummet."
    assert thread.due_on == timezone.localdate() + timedelta(days=14)
    assert thread.owner is None
    assert Comment.objects.get().text == SAID


def test_it_hangs_on_a_principle_and_a_case_too(employee: Member):
    assert actions.start_thread("respect", "x", by=employee).wording.startswith("Människan före poängen")
    assert "Svara på saken" in actions.start_thread("angry-customer", "x", by=employee).wording


def test_somebody_who_reads_english_writes_about_the_english_words(make_member: MakeMember):
    anna = make_member("Anna", language="en")
    assert actions.start_thread(KEY, "x", by=anna).wording == "We leave irony at the coffee machine."


def test_a_quote_must_stand_in_the_point(employee: Member):
    found = actions.start_thread(KEY, "x", by=employee, quote="lämnar   ironin\nhemma")
    assert found.quote == "lämnar ironin hemma"
    with pytest.raises(NotThere):
        actions.start_thread(KEY, "x", by=employee, quote="lämnar ironi hemma")


def test_new_words_are_shown_beside_those_it_was_about(thread: Thread):
    assert change_since(thread.wording, KEY, "sv", Wordings()) is None
    publish([OTHER_WORDS], by=None, because="")
    change = change_since(thread.wording, KEY, "sv", Wordings())
    assert change is not None
    assert (change.then, change.now) == (thread.wording, "Vi sparar ironin till fikarummet.")
    assert change.number == 2
    assert "<del>" in change.html


def test_a_quote_written_about_the_words_before_stays_with_them(employee: Member):
    publish([OTHER_WORDS], by=None, because="")
    found = actions.start_thread(KEY, "x", by=employee, quote="lämnar ironin hemma", seen=1)
    assert (found.number, found.wording) == (1, "Vi lämnar ironin hemma i fikarummet.")
    assert queries.shown(found, Wordings()).quote_gone


def test_what_was_written_about_earlier_words_remembers_those(employee: Member):
    publish([OTHER_WORDS], by=None, because="")
    assert actions.start_thread(KEY, "x", by=employee, seen=1).number == 1
    assert actions.start_thread(KEY, "x", by=employee, seen=2).number == 2
    assert actions.start_thread(KEY, "x", by=employee, seen=99).number == 2


def test_it_never_moves_to_a_sentence_that_looks_alike(thread: Thread):
    lookalike = SWEDISH.replace("{#no-sarcasm", "{#other-sarcasm").replace('"no-sarcasm"', '"other-sarcasm"')
    publish([lookalike, ENGLISH.replace("no-sarcasm", "other-sarcasm")], by=None, because="")
    now = Wordings()
    assert queries.threads_of("other-sarcasm", Thread.State.OPEN, 1, now).items == []
    [shown] = queries.threads_of(KEY, Thread.State.OPEN, 1, now).items
    assert shown.change is not None
    assert shown.change.now == ""


def test_nothing_is_said_about_a_point_that_is_gone(employee: Member):
    publish([without(SWEDISH, "last-word"), without(ENGLISH, "last-word")], by=None, because="")
    with pytest.raises(PointGone) as gone:
        actions.start_thread("last-word", "x", by=employee, seen=1)
    assert gone.value.known is not None
    assert gone.value.known.removed.number == 2
    assert not Thread.objects.exists()


def test_those_who_took_part_hear_of_an_answer_and_not_who_wrote_it(
    thread: Thread, employee: Member, communicator: Member
):
    actions.reply(thread, "Ja.", by=communicator)
    assert told(employee) == ["Kim skrev om ”Vi lämnar ironin hemma i fikarummet”."]
    assert told(communicator) == []


def test_a_colleague_is_called_in_once_and_told(thread: Thread, employee: Member, make_member: MakeMember):
    olle = make_member("Olle")
    assert actions.call_in(thread, olle, by=employee)
    assert not actions.call_in(thread, olle, by=employee)
    assert len(told(olle)) == 1
    assert "Elsa" in told(olle)[0]


def test_somebody_who_has_left_is_not_called_in(thread: Thread, employee: Member, make_member: MakeMember):
    olle = make_member("Olle", is_active=False)
    with pytest.raises(HasLeft):
        actions.call_in(thread, olle, by=employee)
    assert queries.colleagues("olle", besides=employee) == []


def test_only_ones_own_is_changed_or_withdrawn(thread: Thread, communicator: Member):
    comment = Comment.objects.get()
    with pytest.raises(NotAllowed):
        actions.edit(comment, "Något annat.", by=communicator)
    with pytest.raises(NotAllowed):
        actions.withdraw(comment, by=communicator)


def test_what_is_withdrawn_is_gone_from_the_database(thread: Thread, employee: Member):
    assert actions.withdraw(Comment.objects.get(), by=employee)
    assert not Thread.objects.exists()
    assert not Comment.objects.exists()
    assert not Participant.objects.exists()
    assert Talk.objects.get().newest is None


def test_a_line_stays_where_others_answered(thread: Thread, employee: Member, communicator: Member):
    answer = actions.reply(thread, "Ja.", by=communicator)
    assert not actions.withdraw(Comment.objects.order_by("pk")[0], by=employee)
    first = Comment.objects.order_by("pk")[0]
    assert (first.text, first.by, first.withdrawn_at is not None) == ("", None, True)
    thread.refresh_from_db()
    assert (thread.opened_by, thread.said) == (None, 1)
    assert actions.withdraw(answer, by=communicator)
    assert not Thread.objects.exists()


def test_changed_words_leave_none_of_the_old_ones(thread: Thread, employee: Member):
    actions.edit(Comment.objects.get(), "Nya ord.", by=employee)
    comment = Comment.objects.get()
    assert comment.text == "Nya ord."
    assert comment.edited_at is not None


def test_the_log_holds_no_words(thread: Thread, employee: Member, communicator: Member):
    close(thread, communicator)
    assert not [
        entry for entry in Entry.objects.all() if SAID in str(entry.ids) or "Skälet" in str(entry.ids)
    ]


def test_it_waits_for_communications_until_they_have_the_last_word(
    thread: Thread, employee: Member, communicator: Member
):
    assert thread.waits_since is not None
    actions.reply(thread, "Ja.", by=communicator)
    thread.refresh_from_db()
    assert thread.waits_since is None
    actions.reply(thread, "Säkert?", by=employee)
    thread.refresh_from_db()
    assert thread.waits_since is not None


def test_communications_alone_takes_on_moves_and_closes(thread: Thread, employee: Member):
    for attempt in (
        lambda: settling.take_on(thread, by=employee),
        lambda: settling.move_last_day(thread, timezone.localdate(), by=employee),
        lambda: close(thread, employee),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_closing_tells_those_who_took_part_what_came_of_it(
    thread: Thread, employee: Member, communicator: Member
):
    publish([OTHER_WORDS], by=None, because="")
    close(thread, communicator, "changed", "", number=2)
    [sentence] = told(employee)
    assert "version 2" in sentence
    thread.refresh_from_db()
    assert (thread.state, thread.outcome_number, thread.owner) == ("closed", 2, communicator)


def test_who_closes_second_learns_what_the_first_one_said(
    thread: Thread, communicator: Member, make_member: MakeMember
):
    close(thread, communicator, words="För att det fungerar.")
    with pytest.raises(Closed) as closed:
        close(thread, make_member("Siv", Role.COMMUNICATIONS), words="Något annat.")
    assert closed.value.thread.outcome_words == "För att det fungerar."


def test_who_answers_second_sees_the_first_answer_first(
    thread: Thread, communicator: Member, make_member: MakeMember
):
    siv = make_member("Siv", Role.COMMUNICATIONS)
    seen = Comment.objects.get().pk
    first = actions.reply(thread, "Ja.", by=communicator, seen=seen)
    with pytest.raises(AnsweredMeanwhile) as meanwhile:
        actions.reply(thread, "Nej.", by=siv, seen=seen)
    assert meanwhile.value.comment == first
    assert actions.reply(thread, "Nej.", by=siv, seen=first.pk)


def test_nothing_is_said_in_a_closed_conversation_until_it_is_opened_again(
    thread: Thread, employee: Member, communicator: Member, make_member: MakeMember
):
    close(thread, communicator)
    with pytest.raises(Closed):
        actions.reply(thread, "Men!", by=employee)
    with pytest.raises(NotAllowed):
        settling.reopen(thread, by=make_member("Olle"))
    settling.reopen(thread, by=employee)
    actions.reply(thread, "Men!", by=employee)
    thread.refresh_from_db()
    assert (thread.outcome, thread.outcome_words, thread.closed_by) == ("", "", None)


def test_the_margin_counts_what_there_is(thread: Thread, employee: Member, communicator: Member):
    second = actions.start_thread(KEY, "En sak till.", by=employee)
    talk = Talk.objects.get()
    assert (talk.open, talk.closed, talk.newest.text) == (2, 0, "En sak till.")
    close(second, communicator)
    talk.refresh_from_db()
    assert (talk.open, talk.closed, talk.newest.text) == (1, 1, SAID)


def test_open_conversations_are_among_what_is_open(thread: Thread, employee: Member, communicator: Member):
    assert [thing.title for thing in open_threads(None)] == ["Vi lämnar ironin hemma i fikarummet."]
    assert [thing.owner for thing in open_threads(employee)] == [None]
    assert list(open_threads(communicator)) == []
    settling.take_on(thread, by=communicator)
    assert [thing.owner for thing in open_threads(communicator)] == [communicator]
    close(thread, communicator)
    assert list(open_threads(None)) == []


def test_somebody_who_is_forgotten_stays_readable_without_a_name(
    thread: Thread, employee: Member, communicator: Member
):
    settling.take_on(thread, by=communicator)
    actions.reply(thread, "Ja.", by=communicator)
    forget(communicator, by=communicator)
    thread.refresh_from_db()
    assert thread.owner is None
    assert Comment.objects.order_by("pk").last().text == "Ja."
    assert told(employee) == ["en kollega som har slutat skrev om ”Vi lämnar ironin hemma i fikarummet”."]


def test_a_member_takes_home_what_they_said(thread: Thread, employee: Member):
    [said] = my_data(employee)["conversations"]["said"]
    assert (said["point"], said["text"]) == (KEY, SAID)


def test_words_that_were_taken_away_for_legal_reasons_go_here_too(thread: Thread, administrator: Member):
    publish([OTHER_WORDS], by=None, because="")
    version = Wordings().version.policy.versions.get(number=1)
    withdraw(version, ground="dom", by=administrator)
    thread.refresh_from_db()
    assert (thread.wording, thread.title) == ("", KEY)
