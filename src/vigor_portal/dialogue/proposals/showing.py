"""A proposal laid out: the words beside each other, and whether the point has changed under it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.models.proposals import LONGEST_GUIDELINE, LONGEST_SITUATION
from vigor_portal.dialogue.proposals import queries
from vigor_portal.dialogue.proposals.wording import (
    Advice,
    difference,
    fault_in,
    hints_on,
    reads_the_same,
    tidy,
)


@dataclass(frozen=True)
class Compared:
    """Words beside today's: `html` with what comes and goes marked, hints on the new ones, or why they can't be shown."""

    html: SafeString
    same: bool
    too_long: bool
    hints: tuple[Advice, ...]
    language: str


def compared(before: str, words: str, language: str, *, of_case: bool = False) -> Compared:
    """Bounded work, however much somebody pastes."""
    words = tidy(words)
    if len(words) > (LONGEST_SITUATION if of_case else LONGEST_GUIDELINE):
        return Compared(SafeString(""), same=False, too_long=True, hints=(), language=language)
    same = reads_the_same(before, words)
    hints = (
        () if of_case or same or not words or fault_in(words, before) else tuple(hints_on(words, language))
    )
    return Compared(difference(before, words), same, too_long=False, hints=hints, language=language)


@dataclass(frozen=True)
class Shown:
    """`html` is today's words with the proposal in them; `then` the same beside the words it was written about, where
    those are no longer the ones that stand. `standing` is what a decision is about, for whoever decides."""

    title: str
    html: SafeString
    then: SafeString
    gone: bool
    changed: bool
    waits: bool
    standing: queries.Standing | None


def shown(proposal: Proposal, *, decides: bool) -> Shown:
    """Three to six queries, however many proposals and points there are."""
    today = queries.today(proposal.key, proposal.language)
    waits = queries.waits(proposal)
    now = queries.standing(proposal) if decides and waits else None
    stands = (
        now.wordings.get(proposal.language, "") if now else today.words(proposal.kind) if today else ""
    ) or ""
    title = today.title if today else queries.name_of_gone(proposal)
    if proposal.is_new:
        return Shown(
            title, difference("", proposal.wording), SafeString(""), today is None, False, waits, now
        )
    after = "" if proposal.kind == Proposal.Kind.REMOVAL else proposal.wording
    changed = waits and today is not None and not reads_the_same(stands, proposal.about)
    return Shown(
        title=title,
        html=difference(stands if changed else proposal.about, after),
        then=difference(proposal.about, after) if changed else SafeString(""),
        gone=now.gone if now else today is None and waits,
        changed=changed,
        waits=waits,
        standing=now,
    )
