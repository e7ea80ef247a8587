"""What others propose, written into the draft point by point, with credit to whom it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from vigor.policy import rewrite
from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Option
from vigor.policy.keys import RESERVED_KEYS, slug
from vigor.policy.pieces import cut
from vigor.policy.rearrange import add_case, free_key
from vigor_portal.people.models import Member
from vigor_portal.policies.draft_texts import save_text, to_write_in
from vigor_portal.policies.models import Draft, DraftCredit
from vigor_portal.policies.queries import keys_ever


class PointGone(Exception):
    """The point is no longer in the draft: somebody has taken it out. `key` says which."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class TakenIn:
    """What came of a change to a point. `languages` hold it now; in `left` the point isn't written yet, and wasn't now.

    `before` are the words that the draft had, by language.
    """

    draft: Draft
    key: str
    languages: tuple[str, ...]
    left: tuple[str, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NewCase:
    """A case in one language: prose, and ways to act."""

    title: str
    situation: str
    options: tuple[Option, ...]


@transaction.atomic
def take_in(
    draft: Draft | None, changes: Mapping[str, str], key: str, *, by: Member, credit: Member | None = None
) -> TakenIn:
    """Other words for a point, in the languages given; the rest of the draft stays. `draft` None: the one there is, or a new one.

    `changes` are the words by language (Markdown as in `Guideline.source`; for a section or a case the title, a line
    end, and what follows). `credit` is who proposed them, and is named in the version that publishes them.

    Raises NotAllowed; DraftGone; PointGone when the draft no longer has the point in any of the languages;
    `vigor.policy.rewrite.CantHold` (a ValueError) for words that can't stand in one point.
    """
    draft, rows = to_write_in(draft, by)
    written, left, before = [], [], {}
    for language, words in changes.items():
        row = rows.get(language)
        point = rewrite.point_in(row.source, key) if row is not None else None
        if row is None or point is None:
            left.append(language)
            continue
        before[language] = words_of(point)
        save_text(draft, language, rewrite.reworded(row.source, key, words), row.revision, by)
        written.append(language)
    if not written:
        raise PointGone(key)
    _credit(draft, key, credit)
    return TakenIn(draft, key, tuple(written), tuple(left), before)


@transaction.atomic
def add_in(
    draft: Draft | None, texts: Mapping[str, str], section: str, *, by: Member, credit: Member | None = None
) -> TakenIn:
    """A new guideline as the last of a section, in the languages given. The key that it got is in the answer.

    Raises what `take_in` raises; PointGone when the section isn't in the draft.
    """
    draft, rows = to_write_in(draft, by)
    taken = {*keys_ever(), *RESERVED_KEYS}
    taken |= {piece.name for row in rows.values() for piece in cut(row.source)}
    first = next(iter(rows))
    key = free_key(slug(texts.get(first) or next(iter(texts.values()), ""), "guideline"), taken)
    written, left = [], []
    for language, words in texts.items():
        row = rows.get(language)
        if row is None or rewrite.point_in(row.source, section) is None:
            left.append(language)
            continue
        text = rewrite.with_guideline(row.source, words, key, section=section)
        save_text(draft, language, text, row.revision, by)
        written.append(language)
    if not written:
        raise PointGone(section)
    _credit(draft, key, credit)
    return TakenIn(draft, key, tuple(written), tuple(left))


@transaction.atomic
def add_case_in(
    draft: Draft | None,
    cases: Mapping[str, NewCase],
    shows: str,
    *,
    by: Member,
    credit: Member | None = None,
) -> TakenIn:
    """A new case that shows a guideline (`shows`: its key), in the languages given. The key that it got is in the answer.

    Raises NotAllowed, DraftGone; PointGone when the guideline isn't in the draft.
    """
    draft, rows = to_write_in(draft, by)
    taken = {*keys_ever(), *(piece.name for row in rows.values() for piece in cut(row.source))}
    key, written, left = "", [], []
    for language in sorted(cases, key=list(rows).index):
        row, case = rows[language], cases[language]
        try:
            text, key = add_case(
                row.source,
                title=case.title,
                situation=case.situation,
                options=case.options,
                shows=shows,
                taken=taken,
                key=key,
            )
        except LookupError:
            left.append(language)
            continue
        save_text(draft, language, text, row.revision, by)
        written.append(language)
    if not written:
        raise PointGone(shows)
    _credit(draft, key, credit)
    return TakenIn(draft, key, tuple(written), tuple(left))


@transaction.atomic
def take_out(draft: Draft | None, key: str, *, by: Member, credit: Member | None = None) -> TakenIn:
    """Take a point out of the draft, in every language. Raises NotAllowed, DraftGone, PointGone."""
    draft, rows = to_write_in(draft, by)
    before = {}
    for language, row in rows.items():
        if (point := rewrite.point_in(row.source, key)) is not None:
            before[language] = words_of(point)
            save_text(draft, language, rewrite.without(row.source, key), row.revision, by)
    if not before:
        raise PointGone(key)
    _credit(draft, key, credit)
    return TakenIn(draft, key, tuple(before), before=before)


def _credit(draft: Draft, key: str, member: Member | None) -> None:
    if member is not None:
        DraftCredit.objects.get_or_create(draft=draft, key=key, member=member)
