"""Every write to the draft: begin, save, go back, throw away, publish. Publishing itself is `actions.publish`.

Saving is not recorded in the log: it would become a list of when people work. The draft's own states say who saved
what, and they go when the draft does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from vigor.policy import rewrite
from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Option
from vigor.policy.keys import RESERVED_KEYS, slug
from vigor.policy.merge import Merged, merge
from vigor.policy.pieces import cut, unified
from vigor.policy.rearrange import add_case, free_key
from vigor.starter import LANGUAGES, starter
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.actions import UNTOUCHED, Conditions, publish
from vigor_portal.policies.models import Draft, DraftCredit, DraftState, DraftText, Version, VersionText
from vigor_portal.policies.queries import current, keys_ever

# How many states of a text are kept to go back to, and as what changes were made from.
MOST_STATES = 200


class DraftGone(Exception):
    """The draft has been published or thrown away, by somebody else or in another window."""


class VersionBetween(Exception):
    """A version came into force after the draft was begun; publishing would undo it. `version` is that version."""

    def __init__(self, version: Version) -> None:
        super().__init__(version)
        self.version = version


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
class Saved:
    """`came` are the points (names as in `vigor.policy.pieces`) that somebody else changed, joined with ours."""

    text: DraftText
    came: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clash:
    """Nothing was saved: somebody else has changed the same points. `base` and `theirs` are revisions."""

    language: str
    mine: str
    base: int
    theirs: int
    merged: Merged


@transaction.atomic
def start_draft(by: Member, texts: Mapping[str, str] | None = None) -> Draft:
    """The draft: the one there is, or a new one from the version in force (from the starter before the first).

    `texts` are Markdown by language, to begin from instead; on a draft that exists they are saved as new states,
    so that what stood there can be gone back to. Raises NotAllowed.
    """
    allow(by, "policies.write")
    draft = Draft.objects.select_for_update().first()
    version = current()
    if draft is None:
        draft, made = Draft.objects.get_or_create(
            is_the_one=True, defaults={"based_on": version, "started_by": by}
        )
        if made:
            for language, source in _beginning(version).items():
                _new_text(draft, language, (texts or {}).get(language, source), by)
            record(by, "policy.draft-started", draft)
    for language, source in (texts or {}).items():
        text = DraftText.objects.filter(draft=draft, language=language).first()
        if text is None:
            _new_text(draft, language, source, by)
        else:
            save_text(draft, language, source, text.revision, by)
    return draft


def _beginning(version: Version | None) -> dict[str, str]:
    """Texts by language, the original first: what a new draft begins from; empty for a language that has none yet."""
    organisation = the_organisation()
    wanted = list(organisation.languages) if organisation else list(LANGUAGES)
    if version is None:
        return {code: starter(code) if code in LANGUAGES else "" for code in wanted}
    sources = sources_of(version)
    codes = dict.fromkeys((version.policy.language, *sources, *wanted))
    return {code: sources.get(code, "") for code in codes}


def sources_of(version: Version) -> dict[str, str]:
    """A version's texts by language."""
    return dict(VersionText.objects.filter(version=version).order_by("pk").values_list("language", "source"))


def _new_text(draft: Draft, language: str, source: str, by: Member) -> DraftText:
    text = DraftText.objects.create(draft=draft, language=language, source=_clean(source))
    DraftState.objects.create(text=text, revision=1, source=text.source, saved_by=by)
    return text


def _clean(text: str) -> str:
    """Line ends as `parse` counts them; no NUL, which PostgreSQL can't keep."""
    return unified(text).replace("\x00", "")


@transaction.atomic
def save_text(
    draft: Draft, language: str, text: str, base_revision: int, by: Member, base_text: str | None = None
) -> Saved | Clash:
    """Save what the writer made of revision `base_revision`, whatever it looks like; nothing has to be right.

    When somebody saved in between, both changes are joined point by point. A Clash is returned, and nothing saved,
    where both changed the same point. `base_text` says what the change was made from, where it never was a revision.

    Raises NotAllowed, and DraftGone when there is no such draft or text.
    """
    allow(by, "policies.write", draft)
    row = DraftText.objects.select_for_update().filter(draft_id=draft.pk, language=language).first()
    if row is None:
        raise DraftGone
    text = _clean(text)
    came: tuple[str, ...] = ()
    if row.revision != base_revision:
        base = base_text if base_text is not None else source_at(row, base_revision)
        merged = merge(_clean(base), text, row.source)
        if merged.conflicts:
            return Clash(language, text, base_revision, row.revision, merged)
        text, came = merged.text, merged.came
    if text != row.source:
        row.source, row.revision = text, row.revision + 1
        row.save(update_fields=("source", "revision"))
        DraftState.objects.create(text=row, revision=row.revision, source=text, saved_by=by)
        DraftState.objects.filter(text=row, revision__lte=row.revision - MOST_STATES).delete()
    return Saved(row, came)


def source_at(text: DraftText, revision: int) -> str:
    """The text at a revision; empty when that is no longer kept: then every difference counts as a change."""
    found = DraftState.objects.filter(text=text, revision=revision).values_list("source", flat=True).first()
    return found or ""


@transaction.atomic
def go_back(draft: Draft, language: str, revision: int, by: Member) -> DraftText:
    """Save an earlier state anew; what stood there stays among the states. Raises NotAllowed, DraftGone."""
    state = (
        DraftState.objects.filter(text__draft_id=draft.pk, text__language=language, revision=revision)
        .select_related("text")
        .first()
    )
    if state is None:
        raise DraftGone
    saved = save_text(draft, language, state.source, state.text.revision, by)
    return saved.text if isinstance(saved, Saved) else state.text


@transaction.atomic
def discard(draft: Draft, by: Member) -> None:
    """Throw the draft away, states and all. What is published stays. Raises NotAllowed."""
    allow(by, "policies.write", draft)
    _hold_texts(draft)
    record(by, "policy.draft-discarded", draft)
    draft.delete()


@transaction.atomic
def publish_draft(
    draft: Draft,
    by: Member,
    *,
    because: str | Mapping[str, str] = "",
    cause: str = "",
    meanings: Mapping[str, str] | None = None,
    conditions: Conditions = UNTOUCHED,
) -> Version:
    """Make the draft the policy in force; the draft is gone then, or all is as it was. The rest is as in `publish`.

    Raises NotAllowed, DraftGone, VersionBetween, and what `publish` raises (the "file" of a problem is its language).
    """
    locked, sources = ready_to_publish(draft)
    published = publish(
        sources,
        by=by,
        because=because,
        cause=cause,
        meanings=meanings,
        conditions=conditions,
        credits=locked.credits.values_list("key", "member_id"),
    )
    locked.delete()
    return published


def ready_to_publish(draft: Draft) -> tuple[Draft, dict[str, str]]:
    """The draft, held until the transaction ends, and its texts by language, the original first.

    A language that nobody has written in yet is left out: it is no text that is wrong. Raises DraftGone, VersionBetween.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGone
    version = current()
    if version is not None and version.pk != locked.based_on_id:
        raise VersionBetween(version)
    _hold_texts(locked)
    rows = list(locked.texts.order_by("pk"))
    return locked, {row.language: row.source for row in rows if row.source.strip() or row is rows[0]}


def _hold_texts(draft: Draft) -> None:
    """Until the transaction ends nobody saves: a save is in what we read, or is told that the draft is gone.

    Otherwise PostgreSQL would let one in between the reading and the deleting, answer it with success, and lose it.
    """
    list(draft.texts.select_for_update().order_by("pk").values_list("pk"))


@transaction.atomic
def catch_up(draft: Draft, by: Member) -> list[Clash]:
    """Bring the version in force into a draft that was begun before it. Raises NotAllowed.

    Points that both changed keep the draft's words; the clashes are returned so that the writer can look at them, and
    the version's words stand among the versions.
    """
    allow(by, "policies.write", draft)
    version = current()
    if version is None:
        return []
    before = sources_of(draft.based_on) if draft.based_on else {}
    now = sources_of(version)
    clashes = []
    for row in DraftText.objects.select_for_update().filter(draft=draft).order_by("pk"):
        merged = merge(before.get(row.language, ""), row.source, now.get(row.language, row.source))
        text = merged.chosen({conflict.name: conflict.mine for conflict in merged.conflicts})
        if merged.conflicts:
            clashes.append(Clash(row.language, row.source, row.revision, row.revision, merged))
        save_text(draft, row.language, text if merged.conflicts else merged.text, row.revision, by)
    draft.based_on = version
    draft.save(update_fields=("based_on",))
    return clashes


def join_in(
    draft: Draft,
    before: Mapping[str, str],
    theirs: Mapping[str, str],
    by: Member,
    wordings: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Clash]:
    """Join into the draft what `theirs` made of `before` (texts by language), or nothing and say what clashes."""
    clashes, joined = [], []
    for row in DraftText.objects.select_for_update().filter(draft=draft).order_by("pk"):
        merged = merge(before.get(row.language, ""), row.source, theirs.get(row.language, row.source))
        chosen = (wordings or {}).get(row.language, {})
        open_ones = [conflict for conflict in merged.conflicts if conflict.name not in chosen]
        if open_ones:
            clashes.append(Clash(row.language, row.source, row.revision, row.revision, merged))
        joined.append((row, merged.chosen(chosen) if merged.conflicts else merged.text))
    if not clashes:
        for row, text in joined:
            save_text(draft, row.language, text, row.revision, by)
    return clashes


def begin_from(version: Version | None, texts: Mapping[str, str], by: Member) -> Draft:
    """A new draft of a version with these texts, the original first; languages that they lack begin empty."""
    draft = Draft.objects.create(based_on=version, started_by=by)
    for language in dict.fromkeys((*texts, *_beginning(version))):
        _new_text(draft, language, texts.get(language, ""), by)
    record(by, "policy.draft-started", draft)
    return draft


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


@dataclass(frozen=True)
class NewCase:
    """A case in one language: prose, and ways to act."""

    title: str
    situation: str
    options: tuple[Option, ...]


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


def to_write_in(draft: Draft | None, by: Member) -> tuple[Draft, dict[str, DraftText]]:
    """The draft, and its texts by language, the original first, held so that nobody saves in between."""
    allow(by, "policies.write", draft)
    draft = draft or start_draft(by)
    rows = DraftText.objects.select_for_update().filter(draft_id=draft.pk).order_by("pk")
    found = {row.language: row for row in rows}
    if not found:
        raise DraftGone
    return draft, found


def _credit(draft: Draft, key: str, member: Member | None) -> None:
    if member is not None:
        DraftCredit.objects.get_or_create(draft=draft, key=key, member=member)
