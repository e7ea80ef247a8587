"""Every write about what the public says: sent without an account, held, shown or refused on a public ground."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from vigor_portal.dialogue.models import DialogueSettings, Ground, PublicComment
from vigor_portal.dialogue.threads.counting import count_again
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow
from vigor_portal.policies.press.written import rewrite_public_pages
from vigor_portal.policies.public import public_history

# Beyond so many that nobody has looked at, more would only wait: better to say so at once.
MOST_HELD = 500


class NotOpen(Exception):
    """The public can't comment on this point: it isn't in the press room, or the organisation doesn't take comments."""


class TooMany(Exception):
    """More comments wait to be looked at than we can read."""


class TakenBack(Exception):
    """Its writer has taken the comment back in the meantime: it is gone."""


class Decided(Exception):
    """Somebody else decided in the meantime; `comment` says how."""

    def __init__(self, comment: PublicComment) -> None:
        super().__init__(comment.public_id)
        self.comment = comment


def public_may_comment() -> bool:
    return DialogueSettings.objects.filter(public_may_comment=True).exists()


@transaction.atomic
def let_public_comment(yes: bool, *, by: Member) -> None:
    """Open or close the press room for comments; its pages say so at once. Raises NotAllowed."""
    allow(by, "dialogue.moderate")
    chosen, _made = DialogueSettings.objects.update_or_create(
        is_the_one=True, defaults={"public_may_comment": yes}
    )
    record(by, "dialogue.public-comments-on" if yes else "dialogue.public-comments-off", chosen)
    rewrite_public_pages()


@transaction.atomic
def send_public(key: str, language: str, text: str, *, name: str = "") -> PublicComment:
    """Somebody without an account says something about a public point. Nothing but the words and the day is kept.

    The log keeps silent: its time of day, beside a server's log of addresses, would be a name.
    Raises NotOpen, TooMany.
    """
    history = public_history()
    if history is None or not public_may_comment() or history.state_of(key) != "present":
        raise NotOpen
    if PublicComment.objects.filter(state=PublicComment.State.HELD).count() >= MOST_HELD:
        raise TooMany
    return PublicComment.objects.create(
        key=key,
        language=language,
        number=history.versions[0].number,
        name=name.strip(),
        text=text.strip(),
    )


@transaction.atomic
def take_back(comment: PublicComment) -> None:
    """Its writer, who has the reference, takes it back: the row is gone."""
    key = comment.key
    comment.delete()
    count_again(key)


@transaction.atomic
def show(comment: PublicComment, answer: str = "", *, by: Member) -> None:
    """Show it in the press room, with our answer if we have one. Raises NotAllowed, TakenBack, Decided."""
    comment = _held(comment, by)
    comment.state = PublicComment.State.SHOWN
    comment.answer = answer.strip()
    comment.answered_on = timezone.localdate() if comment.answer else None
    _decide(comment, by)
    record(by, "dialogue.public-shown", comment)


@transaction.atomic
def refuse(comment: PublicComment, ground: Ground, *, by: Member) -> None:
    """Don't show it, on a ground of the public list: there is no other. Raises NotAllowed, TakenBack, Decided."""
    comment = _held(comment, by)
    comment.state, comment.ground = PublicComment.State.REFUSED, Ground(ground)
    _decide(comment, by)
    record(by, "dialogue.public-refused", comment, ground=comment.ground)


@transaction.atomic
def answer(comment: PublicComment, words: str, *, by: Member) -> None:
    """Answer what is shown, or change the answer; nothing takes it away. Raises NotAllowed, TakenBack."""
    comment = _locked(comment, by)
    comment.answer = words.strip()
    comment.answered_on = timezone.localdate() if comment.answer else None
    comment.save(update_fields=["answer", "answered_on"])
    record(by, "dialogue.public-answered", comment)


@transaction.atomic
def look_again(comment: PublicComment, *, by: Member) -> None:
    """Undo a decision: it is held once more. Raises NotAllowed, TakenBack."""
    comment = _locked(comment, by)
    comment.state, comment.ground = PublicComment.State.HELD, ""
    comment.decided_by, comment.decided_on = None, None
    comment.save()
    count_again(comment.key)
    record(by, "dialogue.public-held-again", comment)


@transaction.atomic
def look_at(comment: PublicComment, *, by: Member, over: str = "") -> None:
    """One press: it is mine to decide; `over` as in `owners`. Raises NotAllowed, TakenBack, Decided, Taken."""
    comment = _held(comment, by)
    free_for(by, comment.owner, over)
    comment.owner = by
    comment.save(update_fields=["owner"])
    record(by, "dialogue.public-taken-on", comment)


def _held(comment: PublicComment, by: Member) -> PublicComment:
    found = _locked(comment, by)
    if found.state != PublicComment.State.HELD:
        raise Decided(found)
    return found


def _locked(comment: PublicComment, by: Member) -> PublicComment:
    allow(by, "dialogue.moderate")
    found = PublicComment.objects.select_for_update().filter(pk=comment.pk).first()
    if found is None:
        raise TakenBack
    return found


def _decide(comment: PublicComment, by: Member) -> None:
    comment.decided_by, comment.decided_on = by, timezone.localdate()
    comment.owner = comment.owner or by
    comment.save()
    count_again(comment.key)
