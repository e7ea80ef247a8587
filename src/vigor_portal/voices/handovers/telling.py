"""What members are told of handovers, in words (`wiring.NOTICES`): one notice for all that somebody held."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of
from vigor_portal.people.models import Member
from vigor_portal.voices.handovers.queries import address, for_member, is_without_anybody, title_of
from vigor_portal.voices.models import Handover


@described(gettext_lazy("Something is to be handed over, and I have a part in it"), how=How.NOW)
def say_begun(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("“%(name)s” is handed over after %(who)s. Here is what is to do, step by step."),
        _("%(n)s things are handed over after %(who)s. Here is what is to do, step by step."),
    )


@described(gettext_lazy("A handover that I see to is due"), how=How.NOW)
def say_waiting(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("“%(name)s” isn’t handed over yet after %(who)s, and its day is here."),
        _("%(n)s things aren’t handed over yet after %(who)s."),
    )


def handovers(notices: Sequence[Notice]) -> dict[str, Handover]:
    things = ("member", "account", "mandate", "application")
    return rows_of(notices, Handover.objects.select_related(*things))


@described(gettext_lazy("What I have a part in is handed over"), how=How.DAY, reads=handovers)
def say_done(notice: Notice) -> Telling | None:
    handover = thing_of(notice, handovers)
    if handover is None or handover.state != Handover.State.DONE:
        return None
    values = {"name": title_of(handover), "who": name_of(handover.member)}
    if handover.member_id == notice.member_id:
        words = _("“%(name)s” is handed over. Thank you for leaving it in good hands.")
    else:
        words = _("“%(name)s” is handed over after %(who)s. Everything on the list is done.")
    return Telling(words % values, address(handover))


def _told(notice: Notice, of_one: str, of_more: str) -> Telling | None:
    """The member that the notice is about hands over; nothing is told when all of it is done."""
    member = Member.objects.filter(pk=notice.object_id).first()
    if member is None:
        return None
    found = list(for_member(notice.member).filter(member=member))
    if not found:
        return None
    alone = next((each for each in found if is_without_anybody(each)), None)
    values = {"name": title_of(found[0]), "who": name_of(member), "n": len(found)}
    if member.pk == notice.member_id:
        words = _("What you hold is handed over before you go: %(n)s in all. Thank you for making it easy.")
    elif alone is not None:
        values["name"] = title_of(alone)
        words = _("Nobody holds “%(name)s” since %(who)s left. Who takes over?")
    else:
        words = of_one if len(found) == 1 else of_more
    url = address(alone or found[0]) if len(found) == 1 or alone else reverse("voices:handovers:all")
    return Telling(words % values, url)
