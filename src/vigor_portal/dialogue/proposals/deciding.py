"""Communications decides on proposals: owner, into the draft, or not; and what a publishing makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from vigor.policy.document import Option
from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals.actions import Decided, NothingNew, PointGone, lock
from vigor_portal.dialogue.proposals.queries import Standing, standing, waits
from vigor_portal.dialogue.proposals.wording import reads_the_same, tidy
from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow
from vigor_portal.policies import drafting
from vigor_portal.policies import queries as policies
from vigor_portal.policies.draft_texts import to_write_in
from vigor_portal.policies.models import Draft, Version

TAKEN_OVER, DECLINED, PUBLISHED = "proposal.taken-over", "proposal.declined", "proposal.published"


class ChangedSince(Exception):
    """The point reads otherwise than it did when the proposal was written, or than what the decider was shown."""

    def __init__(self, now: Standing) -> None:
        super().__init__(now.token)
        self.standing = now


@dataclass(frozen=True)
class Words:
    """What goes into the draft in one language: a guideline's words, or a case."""

    wording: str = ""
    title: str = ""
    act: str = ""
    outcome: str = ""

    @property
    def any(self) -> bool:
        return bool(self.wording.strip() or self.title.strip())


@transaction.atomic
def take_on(proposal: Proposal, *, by: Member, over: str = "") -> None:
    """Somebody in communications makes the proposal theirs; `over` as in `owners`. Raises NotAllowed, Decided, Taken."""
    allow(by, "dialogue.decide-proposal", proposal)
    locked = _waiting(proposal)
    free_for(by, locked.owner, over)
    locked.owner = by
    locked.save(update_fields=["owner"])
    record(by, "dialogue.proposal-taken-on", locked)


@transaction.atomic
def take_over(
    proposal: Proposal, words: Mapping[str, Words], *, by: Member, token: str, confirmed: bool = False
) -> Draft:
    """Put the proposal into the draft, as it is or as communications has changed it, with the proposer's credit.

    `words` are by language, the proposal's own among them; ignored for a removal. `token` is that of the `Standing`
    that `by` was shown. Where the point reads otherwise than when the proposal was written, `confirmed` says that
    `by` has seen that.

    Raises NotAllowed, Decided (somebody was quicker), PointGone, ChangedSince, NothingNew, and `drafting`'s CantHold.
    """
    allow(by, "dialogue.decide-proposal", proposal)
    # Everybody holds the draft before its proposals, as a publishing does: otherwise two would wait for each other. And
    # its texts, so that what `by` was shown is what the words are written over.
    draft, _texts = to_write_in(None, by)
    locked = _waiting(proposal)
    now = standing(locked)
    if now.gone:
        raise PointGone
    if token != now.token or (now.changed and not confirmed):
        raise ChangedSince(now)
    locked.taken_key = _into_the_draft(locked, draft, words, now, by)
    locked.state, locked.draft = Proposal.State.TAKEN_OVER, draft
    locked.decided_by, locked.decided_at, locked.owner = by, timezone.now(), locked.owner or by
    locked.save()
    record(by, "dialogue.proposal-taken-over", locked, key=locked.taken_key)
    tell(those_concerned(locked), TAKEN_OVER, locked, by=by)
    return draft


@transaction.atomic
def decline(proposal: Proposal, answer: str, *, by: Member) -> None:
    """Leave the policy as it is, and say why. Raises NotAllowed, Decided."""
    allow(by, "dialogue.decide-proposal", proposal)
    locked = _waiting(proposal)
    locked.state, locked.answer = Proposal.State.DECLINED, answer.strip()
    locked.decided_by, locked.decided_at, locked.owner = by, timezone.now(), locked.owner or by
    locked.save(update_fields=["state", "answer", "decided_by", "decided_at", "owner"])
    record(by, "dialogue.proposal-declined", locked)
    tell(those_concerned(locked), DECLINED, locked, by=by)


def follow(version: Version) -> None:
    """What came along with a version is published. What was taken over and didn't waits again once its draft is gone.

    Runs inside the transaction that publishes (`wiring.AFTER_PUBLISH`).
    """
    texts = policies.texts_of(version)
    for proposal in Proposal.objects.select_for_update().filter(state=Proposal.State.TAKEN_OVER):
        if _came_along(proposal, texts):
            proposal.state, proposal.published_number = Proposal.State.PUBLISHED, version.number
            proposal.save(update_fields=["state", "published_number"])
            tell(those_concerned(proposal), PUBLISHED, proposal)


def those_concerned(proposal: Proposal) -> list[Member]:
    """Who took part: who proposed, who supports it, who said something about it."""
    found = [support.member for support in proposal.supports.select_related("member")]
    if proposal.thread is not None:
        found += [each.member for each in proposal.thread.participants.select_related("member")]
    return [member for member in (proposal.proposed_by, *found) if member is not None]


def _waiting(proposal: Proposal) -> Proposal:
    locked = lock(proposal)
    if not waits(locked):
        raise Decided(locked)
    return locked


def _into_the_draft(
    proposal: Proposal, draft: Draft, words: Mapping[str, Words], now: Standing, by: Member
) -> str:
    """Returns the key of the point that changed, came or went."""
    credit = proposal.proposed_by
    given = {code: each for code, each in words.items() if each.any and code in now.wordings}
    match Proposal.Kind(proposal.kind):
        case Proposal.Kind.REMOVAL:
            return drafting.take_out(draft, proposal.key, by=by, credit=credit).key
        case Proposal.Kind.CASE:
            cases = {code: _case(each) for code, each in given.items()}
            return drafting.add_case_in(draft, cases, proposal.key, by=by, credit=credit).key
    texts = {code: tidy(each.wording) for code, each in given.items()}
    if proposal.kind == Proposal.Kind.GUIDELINE:
        return drafting.add_in(draft, texts, proposal.key, by=by, credit=credit).key
    new = {code: text for code, text in texts.items() if not reads_the_same(text, now.wordings[code])}
    if not new:
        raise NothingNew
    return drafting.take_in(draft, new, proposal.key, by=by, credit=credit).key


def _case(words: Words) -> drafting.NewCase:
    option = Option(words.act, words.outcome, ours=True)
    return drafting.NewCase(words.title, words.wording, (option,))


def _came_along(proposal: Proposal, texts: Mapping[str, policies.ReadText]) -> bool:
    """Did the version change, bring or remove the point? Communications may have polished its words since."""
    key = proposal.taken_key
    if proposal.kind == Proposal.Kind.REMOVAL:
        return all(key not in text.policy.by_key for text in texts.values())
    held = [text for text in texts.values() if key in text.policy.by_key]
    if proposal.is_new:
        return bool(held)
    return any(text.worded_in.get(key) == text.version.number for text in held)
