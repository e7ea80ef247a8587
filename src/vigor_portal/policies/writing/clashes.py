"""Points that two have changed at once, as the page shows them: two writers, or a writer and a version in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor.policy.merge import Merged
from vigor_portal.policies import queries
from vigor_portal.policies.comparison import word_by_word
from vigor_portal.policies.drafting import Clash, source_at
from vigor_portal.policies.models import Draft, DraftText, VersionText
from vigor_portal.policies.writing.desk import names_of

Versions = tuple[int, int]
"""The number of the version that a draft was begun from (0 for none), and of the one that was brought into it."""


@dataclass(frozen=True)
class Sides:
    """How the page speaks of the two wordings and where they come from."""

    title: str
    lead: str
    mine: str
    theirs: str
    mine_gone: str
    theirs_gone: str


def sides_of(versions: Versions | None) -> Sides:
    """Another writer's change against ours, or that of a version which came into force while we wrote."""
    if versions is None:
        return Sides(
            _("Two of you changed the same point"),
            _(
                "Nothing is overwritten. Everything else that you both wrote is joined already; here it is for you to "
                "say how it should read."
            ),
            _("Yours"),
            _("The other’s"),
            _("You took it out."),
            _("The other took it out."),
        )
    number = {"number": versions[1]}
    return Sides(
        _("Version %(number)s changed the same points") % number,
        _(
            "The rest of it is in the draft already. Where both changed a point the draft’s words stand until you say "
            "how it should read."
        ),
        _("The draft’s"),
        _("Version %(number)s") % number,
        _("The draft takes it out."),
        _("Version %(number)s takes it out.") % number,
    )


@dataclass(frozen=True)
class Choice:
    """One point: the two wordings with what each changed marked; `both` to edit from, where neither will do."""

    field: str
    title: str
    mine: SafeString
    theirs: SafeString
    mine_gone: bool
    theirs_gone: bool
    both: str


@dataclass(frozen=True)
class ShownClash:
    """`base` and `theirs` say what to merge again when the choice comes back; the choice is saved on revision `on`."""

    language: str
    mine: str
    base: int
    theirs: int
    on: int
    choices: tuple[Choice, ...]


def all_shown(draft: Draft, clashes: Iterable[Clash], versions: Versions | None) -> list[ShownClash]:
    """What there is to choose in each language. Clashes with a version were saved with the draft's words."""
    now = {row.language: row.revision for row in queries.texts_in(draft)}
    found = []
    for clash in clashes:
        base, theirs = versions or (clash.base, clash.theirs)
        on = now.get(clash.language, 0) if versions else clash.theirs
        found.append(ShownClash(clash.language, clash.mine, base, theirs, on, _choices(clash)))
    return found


def text_at(row: DraftText, number: int, *, of_versions: bool) -> str:
    """The text of a revision of the draft or of a version, in the row's language; empty when it isn't there."""
    if not of_versions:
        return source_at(row, number)
    rows = VersionText.objects.filter(version__number=number, language=row.language)
    return rows.values_list("source", flat=True).order_by("-pk").first() or ""


def _choices(clash: Clash) -> tuple[Choice, ...]:
    names = {}
    for source in (clash.mine, clash.merged.text):
        wanted = [conflict.name for conflict in clash.merged.conflicts]
        names.update(
            {
                name: title
                for name, title in zip(wanted, names_of(wanted, source), strict=False)
                if title != name
            }
        )
    return tuple(
        Choice(
            field=f"{clash.language}_{place}",
            title=names.get(conflict.name, conflict.name) or _("The opening"),
            mine=word_by_word(conflict.base, conflict.mine),
            theirs=word_by_word(conflict.base, conflict.theirs),
            mine_gone=not conflict.mine,
            theirs_gone=not conflict.theirs,
            both="\n".join(piece for piece in (conflict.mine, conflict.theirs) if piece),
        )
        for place, conflict in enumerate(clash.merged.conflicts)
    )


def chosen_wordings(form: Mapping[str, str], language: str, merged: Merged) -> dict[str, str]:
    """The wording of each conflict by its name: mine, theirs, or what was written from both (mine, if nothing)."""
    wordings = {}
    for place, conflict in enumerate(merged.conflicts):
        field = f"{language}_{place}"
        choice = form.get(f"choice_{field}", "mine")
        edited = form.get(f"both_{field}", "").replace("\r\n", "\n")
        wordings[conflict.name] = {"theirs": conflict.theirs, "both": edited}.get(choice, conflict.mine)
    return wordings
