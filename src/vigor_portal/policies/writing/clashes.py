"""Points that two have changed at once, as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor.policy.merge import Merged
from vigor_portal.policies.comparison import word_by_word
from vigor_portal.policies.drafting import Clash
from vigor_portal.policies.writing.desk import names_of


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
    clash: Clash
    choices: tuple[Choice, ...]


def shown(clash: Clash) -> ShownClash:
    """What there is to choose, point by point."""
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
    choices = tuple(
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
    return ShownClash(clash, choices)


def chosen_wordings(form: Mapping[str, str], language: str, merged: Merged) -> dict[str, str]:
    """The wording of each conflict by its name: mine, theirs, or what was written from both (mine, if nothing)."""
    wordings = {}
    for place, conflict in enumerate(merged.conflicts):
        field = f"{language}_{place}"
        choice = form.get(f"choice_{field}", "mine")
        edited = form.get(f"both_{field}", "").replace("\r\n", "\n")
        wordings[conflict.name] = {"theirs": conflict.theirs, "both": edited}.get(choice, conflict.mine)
    return wordings
