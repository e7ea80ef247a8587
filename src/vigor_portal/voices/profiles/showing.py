"""A member's own profiles as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from vigor.networks import networks
from vigor.networks.profiles import NotRead, can_be_read
from vigor_portal.people.models import Member
from vigor_portal.voices.models import Appearance, OwnProfile
from vigor_portal.voices.profiles import judging, queries
from vigor_portal.voices.profiles.forms import PasteForm


@dataclass(frozen=True)
class Row:
    """One of a member's profiles: `judged` is what was read of it or pasted, `ready` a text that mends what is missing."""

    own: OwnProfile
    network: str
    readable: bool
    judged: judging.Employee | None
    trouble: str
    ready: str
    form: PasteForm | None

    @property
    def is_being_read(self) -> bool:
        return self.own.checking and self.own.read_at is None


def rows(
    member: Member, pasted: tuple[OwnProfile, PasteForm, judging.Employee | None] | None = None
) -> list[Row]:
    """A member's own profiles; `pasted` is one whose text was just looked through."""
    may_read = queries.appearance_of(member).how != Appearance.How.NOT
    language = get_language() or "sv"
    ready = judging.employee_text(employer=queries.employer(), title=member.title, language=member.language)
    made = []
    for own in queries.own_profiles(member):
        readable = can_be_read(own.network)
        judged, form = _read(own), None
        if not readable:
            form = PasteForm(prefix=f"own{own.pk}")
        if pasted is not None and pasted[0].pk == own.pk:
            form, judged = pasted[1], pasted[2]
        lacks = judged is not None and (not judged.names_employer or judged.names_title is False)
        made.append(
            Row(
                own,
                networks()[own.network].name(language),
                readable and may_read,
                judged,
                said(own.trouble) if own.trouble else "",
                ready if lacks else "",
                form if may_read else None,
            )
        )
    return made


def said(trouble: str) -> str:
    """Why nothing was read, in the reader's language."""
    return NotRead(trouble).say(get_language() or "sv")


def _read(own: OwnProfile) -> judging.Employee | None:
    if own.names_employer is None:
        return None
    return judging.Employee(own.names_employer, own.names_title)
