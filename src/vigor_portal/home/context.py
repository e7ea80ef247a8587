"""The intranet's menu: only what there is something in, and only what the member may open."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor_portal.dialogue.consultations.queries import announced
from vigor_portal.notices.queries import count_new
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies.queries import current, the_draft


@dataclass(frozen=True)
class Item:
    """A line of the menu; a page that calls itself `section`, or one of `rooms`, marks it as the current place."""

    section: str
    url: str
    label: str
    count: int = 0
    rooms: tuple[str, ...] = ()


def menu(request: HttpRequest) -> dict[str, object]:
    """`menu` and `banner`, made when a template first asks for them: a page without costs no query."""
    return {
        "menu": SimpleLazyObject(lambda: items_for(getattr(request, "user", None))),
        "banner": SimpleLazyObject(lambda: banner_for(getattr(request, "user", None))),
    }


def banner_for(who: object) -> SafeString:
    """Above the policy and the first page: that a draft is shown before it is decided, or what came of it."""
    found = announced()
    if found is None or not isinstance(who, Member) or not may(who, "dialogue.read-consultation", found):
        return SafeString("")
    return SafeString(render_to_string("dialogue/consultations/banner.html", {"consultation": found}))


def items_for(who: object) -> list[Item]:
    """At most five queries: what is in force, the member's roles, what is new for the member, the draft to read."""
    if not isinstance(who, Member) or not may(who, "people.be-here"):
        return []
    items = _about_the_policy() if current() is not None else []
    if may(who, "voices.apply"):
        items.append(Item("voices", reverse("voices:register"), _("Accounts")))
    if new := count_new(who):
        items.append(Item("notices", reverse("notices:list"), _("For you"), new))
    if may(who, "policies.write"):
        items.append(Item("write", reverse("writing:editor"), _("Write"), rooms=("trials",)))
    elif may(who, "policies.read-drafts") and the_draft() is not None:
        items.append(Item("write", reverse("writing:editor"), _("The draft")))
    if may(who, "insight.all"):
        items.append(Item("open", reverse("insight:open"), _("Waiting")))
    if may(who, "people.manage"):
        items.append(Item("people", reverse("people:members"), _("People"), rooms=("organisation",)))
    return items


def _about_the_policy() -> list[Item]:
    """Where there is a policy there is something to say about it: the rooms of the dialogue stand behind one line."""
    rooms = ("proposals", "agreement", "consultations")
    return [
        Item("policy", reverse("policies:whole"), _("The policy"), rooms=("versions",)),
        Item("ask", reverse("asking:ask"), _("Ask")),
        Item("check", reverse("checking:box"), _("Try a post"), rooms=("words",)),
        Item("talk", reverse("threads:everything"), _("Conversations"), rooms=rooms),
        Item("intro", reverse("policies:intro"), _("Introduction")),
    ]
