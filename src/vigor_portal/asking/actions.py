"""Every write about questions: permission, change, log entry, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from vigor.policy.document import Option
from vigor_portal.asking import public
from vigor_portal.asking.models import Answer, Question, today
from vigor_portal.dialogue.stances.pseudonyms import pseudonym
from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow
from vigor_portal.policies import drafting
from vigor_portal.policies import queries as policies
from vigor_portal.policies.actions import hold_policy


class Settled(Exception):
    """Somebody else has answered the question, or set it aside, in the meantime."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the answer since its writer began; `answer` has their words."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.public_id)
        self.answer = answer


class StaysInside(Exception):
    """The answer can't be read in the press room: its question came with a name (`named`), or its point isn't public."""

    def __init__(self, *, named: bool) -> None:
        super().__init__("named" if named else "internal")
        self.named = named


class NoGuideline(Exception):
    """A case shows a guideline, and the answer rests on none."""


def seal(question: Question, member: Member) -> str:
    """By this a member, and nobody else, recognises a nameless question of theirs: nobody can go from it to them.

    It is made with the key of the stances, which lies outside the database; no guideline's key has a colon.
    """
    return str(pseudonym(member, f"question:{question.public_id}"))


@dataclass(frozen=True)
class Words:
    """What communications says: the question as everybody will read it, the answer, and the key of a point.

    Either the answer or the point may be empty, not both. `public`: in the press room, too.
    """

    question: str
    text: str = ""
    point: str = ""
    public: bool = False


@transaction.atomic
def send_question(
    text: str, language: str, *, by: Member, with_name: bool = False, on: date | None = None
) -> Question:
    """Send a question to communications; without `with_name` nothing says who asked.

    Then the log keeps silent too: its time of day, beside a server's log of addresses, would be a name after all.
    `on` is the day it was asked, for what is loaded from elsewhere. Raises NotAllowed.
    """
    allow(by, "asking.send")
    question = Question(text=text.strip(), language=language, asked_by=by if with_name else None)
    if not with_name:
        question.seal = seal(question, by)
    if on is not None:
        question.due_on += on - question.asked_on
        question.asked_on = on
    question.save()
    if with_name:
        record(by, "asking.sent", question)
    return question


@transaction.atomic
def take_on(question: Question, *, by: Member, over: str = "") -> None:
    """Somebody in communications makes the question theirs; `over` as in `owners`. Raises NotAllowed, Settled, Taken."""
    allow(by, "asking.answer", question)
    locked = _open(question)
    free_for(by, locked.owner, over)
    locked.owner = by
    locked.save(update_fields=["owner"])
    record(by, "asking.taken-on", locked)


@transaction.atomic
def answer_question(question: Question, words: Words, *, by: Member) -> Answer:
    """Answer, for whoever asked and for everyone who wonders the same from now on.

    Raises NotAllowed, Settled, StaysInside.
    """
    allow(by, "asking.answer", question)
    hold_policy()
    held = _open(question)
    answer = held.answer or Answer(language=question.language)
    answer.named = answer.named or held.asked_by_id is not None
    _write(answer, words, by)
    _settle(question, Question.State.ANSWERED, by, answer)
    record(by, "asking.answered", question)
    return answer


@transaction.atomic
def answer_with(question: Question, answer: Answer, *, by: Member) -> None:
    """What we have said before answers this question too. Raises NotAllowed, Settled."""
    allow(by, "asking.answer", question)
    _open(question)
    _settle(question, Question.State.ANSWERED, by, answer)
    record(by, "asking.answered", question)


@transaction.atomic
def change_answer(answer: Answer, words: Words, *, by: Member, seen: str = "") -> None:
    """Say it better. From then on it rests on the version that is in force now.

    `seen` is the `edition` that the writer began from; what it is compared with is empty where that doesn't matter.
    Raises NotAllowed, ChangedMeanwhile, StaysInside.
    """
    allow(by, "asking.answer", answer)
    hold_policy()
    locked = Answer.objects.select_for_update().get(pk=answer.pk)
    if seen and seen != locked.edition:
        raise ChangedMeanwhile(locked)
    _write(locked, words, by)
    record(by, "asking.answer-changed", locked)


@transaction.atomic
def take_back(answer: Answer, *, by: Member) -> None:
    """The answer holds no longer: nobody finds it any more, in here or in the press room. Raises NotAllowed."""
    allow(by, "asking.answer", answer)
    _show(answer, by, shown=False)


@transaction.atomic
def put_back(answer: Answer, *, by: Member) -> None:
    """Undo `take_back`; into the press room it goes by a press of its own. Raises NotAllowed."""
    allow(by, "asking.answer", answer)
    _show(answer, by, shown=True)


def _show(answer: Answer, by: Member, *, shown: bool) -> None:
    hold_policy()
    answer.taken_back, answer.changed_at, answer.public = not shown, timezone.now(), False
    answer.save(update_fields=["taken_back", "changed_at", "public"])
    public.show(answer)
    record(by, "asking.answer-put-back" if shown else "asking.answer-taken-back", answer)


@transaction.atomic
def let_out(answer: Answer, *, by: Member) -> None:
    """Let it be read in the press room, too, beside the point that it rests on. Raises NotAllowed, StaysInside."""
    _let(answer, by, out=True)


@transaction.atomic
def take_in(answer: Answer, *, by: Member) -> None:
    """Undo `let_out`: it is read in here alone. Raises NotAllowed."""
    _let(answer, by, out=False)


def _let(answer: Answer, by: Member, *, out: bool) -> None:
    allow(by, "asking.let-out", answer)
    hold_policy()
    locked = Answer.objects.select_for_update().get(pk=answer.pk)
    was = locked.public
    locked.public = out and _may_go_out(locked)
    locked.save(update_fields=["public"])
    _note_face(locked, was, by)


def _may_go_out(answer: Answer) -> bool:
    """Raises StaysInside; the policy is held. One that was taken back isn't shown to anybody."""
    if answer.named or not public.is_public(answer.point):
        raise StaysInside(named=answer.named)
    return not answer.taken_back


def _note_face(answer: Answer, was: bool, by: Member) -> None:
    public.show(answer)
    if answer.public != was:
        record(by, "asking.answer-let-out" if answer.public else "asking.answer-taken-in", answer)


@transaction.atomic
def make_case(answer: Answer, *, by: Member) -> str:
    """Write a question and its answer into the draft as a case, and return the case's key.

    The case is a beginning: the situation is the question, and what we do is the answer.
    Raises NotAllowed; NoGuideline, and nothing is done, where it rests on no guideline of the draft.
    """
    allow(by, "policies.write")
    draft = drafting.start_draft(by)
    original = policies.texts_in(draft)[0].language
    option = Option(answer.text or answer.question, "", ours=True)
    case = drafting.NewCase(answer.question, answer.question, (option,))
    try:
        made = drafting.add_case_in(draft, {original: case}, answer.point, by=by)
    except drafting.PointGone as error:
        raise NoGuideline from error
    record(by, "asking.made-case", answer)
    return made.key


@transaction.atomic
def set_aside(question: Question, *, by: Member) -> None:
    """The question needs no answer, or can't be answered here. Raises NotAllowed, Settled."""
    allow(by, "asking.answer", question)
    _open(question)
    _settle(question, Question.State.SET_ASIDE, by)
    record(by, "asking.set-aside", question)


@transaction.atomic
def reopen(question: Question, *, by: Member) -> None:
    """Undo: the question waits again; what was answered is kept to start from. Raises NotAllowed."""
    allow(by, "asking.answer", question)
    question.state = Question.State.OPEN
    question.answered_on = None
    question.save(update_fields=["state", "answered_on"])
    record(by, "asking.reopened", question)


def _open(question: Question) -> Question:
    """The question as it stands now, locked: of two who answer at once, the second sees what the first said.

    Nothing is joined to it: PostgreSQL, after a wait for the row, reads that anew and what is joined as it was before.
    """
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if not locked.is_open:
        raise Settled
    return locked


def _write(answer: Answer, words: Words, by: Member) -> None:
    version = policies.current()
    answer.question, answer.text, answer.point = words.question.strip(), words.text.strip(), words.point
    answer.rests_on = version.number if version else None
    answer.written_by, answer.changed_at, answer.taken_back = by, timezone.now(), False
    was, answer.public = answer.public, words.public and _may_go_out(answer)
    if answer.public:
        allow(by, "asking.let-out", answer)
    answer.save()
    _note_face(answer, was, by)


def _settle(question: Question, state: Question.State, by: Member, answer: Answer | None = None) -> None:
    question.state, question.owner, question.answered_on = state, by, today()
    question.answer = answer or question.answer
    question.save(update_fields=["state", "answer", "owner", "answered_on"])
    if question.asked_by is not None:
        tell([question.asked_by], "question.settled", question, by=by)


def mark_read(member: Member, questions: Iterable[Question]) -> None:
    """The asker has read what became of their nameless questions: the seals go, and nothing is left to recognise."""
    Question.objects.filter(pk__in=[each.pk for each in questions if each.seal == seal(each, member)]).update(
        seal=""
    )
