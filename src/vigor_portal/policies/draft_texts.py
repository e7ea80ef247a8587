"""The draft's texts: begun, saved by several at once, joined point by point, gone back to.

Saving is not recorded in the log: it would become a list of when people work. The draft's own states say who saved
what, and they go when the draft does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from vigor.policy.merge import Merged, merge
from vigor.policy.pieces import unified
from vigor.starter import LANGUAGES, starter
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.models import Draft, DraftState, DraftText, Version, VersionText
from vigor_portal.policies.queries import current

# How many states of a text are kept to go back to, and as what changes were made from.
MOST_STATES = 200


class DraftGone(Exception):
    """The draft has been published or thrown away, by somebody else or in another window."""


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


def begin_from(version: Version | None, texts: Mapping[str, str], by: Member) -> Draft:
    """A new draft of a version with these texts, the original first; languages that they lack begin empty."""
    draft = Draft.objects.create(based_on=version, started_by=by)
    for language in dict.fromkeys((*texts, *_beginning(version))):
        _new_text(draft, language, texts.get(language, ""), by)
    record(by, "policy.draft-started", draft)
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


def to_write_in(draft: Draft | None, by: Member) -> tuple[Draft, dict[str, DraftText]]:
    """The draft, and its texts by language, the original first, held so that nobody saves in between."""
    allow(by, "policies.write", draft)
    draft = draft or start_draft(by)
    rows = DraftText.objects.select_for_update().filter(draft_id=draft.pk).order_by("pk")
    found = {row.language: row for row in rows}
    if not found:
        raise DraftGone
    return draft, found
