"""What members are told of proposals, in words (`wiring.NOTICES`), and what waits (`wiring.OPEN_THINGS`)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals.queries import Names, open_proposals
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.open_things import OpenRows, OpenThing
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of
from vigor_portal.people.models import Member


def _proposals(notices: Sequence[Notice]) -> dict[str, Proposal]:
    return rows_of(notices, Proposal.objects.all())


@described(
    gettext_lazy("A proposal that I took part in is taken into the draft"), how=How.DAY, reads=_proposals
)
def say_taken_over(notice: Notice) -> Telling | None:
    words = _("The proposal “%(words)s” is in the draft of the next version.")
    return _told(notice, words, words)


@described(
    gettext_lazy("A proposal that I took part in is answered with a no"), how=How.DAY, reads=_proposals
)
def say_declined(notice: Notice) -> Telling | None:
    words = _("The proposal “%(words)s” isn’t taken over. Communications says why.")
    return _told(notice, words, words)


@described(gettext_lazy("A proposal that I took part in is in force"), how=How.NOW, reads=_proposals)
def say_published(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("What you proposed is in force: “%(words)s”, in version %(number)s. Thank you."),
        _("“%(words)s”, a proposal that you took part in, is in force in version %(number)s."),
    )


def _told(notice: Notice, to_proposer: str, to_others: str) -> Telling | None:
    proposal = thing_of(notice, _proposals)
    if proposal is None:
        return None
    words = to_proposer if proposal.proposed_by_id == notice.member_id else to_others
    name = Names(get_language() or "").row(proposal).name
    return Telling(words % {"words": name, "number": proposal.published_number or ""}, address(proposal))


def address(proposal: Proposal) -> str:
    return reverse("proposals:proposal", kwargs={"public_id": proposal.public_id})


def waiting(member: Member | None) -> OpenRows[Proposal]:
    """Open proposals: all of them, or those that a member made or answers for; those with the first last day first."""
    found = open_proposals()
    if member is not None:
        found = found.filter(Q(owner=member) | Q(proposed_by=member))
    names = Names(get_language() or "")

    def told(proposal: Proposal) -> OpenThing:
        return OpenThing(
            _("proposal"),
            names.row(proposal).name,
            address(proposal),
            proposal.owner,
            proposal.last_day,
            proposal.proposed_at,
        )

    return OpenRows(_("proposal"), found.order_by("last_day", "pk"), "last_day", told)
