"""The example's people: who they are, and what each may like to try. In development only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from vigor_portal.home.example import LANGUAGES, read_example
from vigor_portal.people.models import Member


@dataclass(frozen=True)
class Try:
    """Something to try: a question to ask (sent by POST to `url`), or a page to open."""

    text: str
    url: str
    asks: bool


@dataclass(frozen=True)
class Face:
    """Somebody to be. `public_id` is empty for the visitor, who needs no sign-in."""

    name: str
    given: str
    title: str
    about: str
    public_id: str = ""
    tries: tuple[Try, ...] = ()


def members_to_be() -> dict[str, Member]:
    """The example's members by public id; nobody outside development."""
    if not settings.DEVELOPMENT:
        return {}
    emails = [about["email"] for about in read_example("organisation")["people"]]
    found = Member.objects.filter(email__in=emails, is_active=True)
    return {member.public_id: member for member in found}


def faces() -> list[Face]:
    """The people that one can be, in the story's order."""
    by_email = {member.email: member for member in members_to_be().values()}
    story = read_example("organisation")["people"]
    return [_face(about, by_email[about["email"]].public_id) for about in story if about["email"] in by_email]


def visitor() -> Face:
    """The one who needs no sign-in."""
    about, code = read_example("organisation")["visitor"], _language()
    return _face(about, tries=tuple(_try(each, _in_press_room(code)) for each in about["try"]))


def things_to_try(member: Member) -> tuple[Try, ...]:
    """What the story proposes to this member; nothing to anybody else, and nothing outside development."""
    if not settings.DEVELOPMENT:
        return ()
    for about in read_example("organisation")["people"]:
        if about["email"] == member.email:
            return tuple(_try(each, _on_intranet) for each in about["try"])
    return ()


def about_the_organisation() -> str:
    return str(read_example("organisation")["organisation"][f"about_{_language()}"])


def _face(about: dict[str, Any], public_id: str = "", tries: tuple[Try, ...] = ()) -> Face:
    code = _language()
    name = f"{about['given']} {about['family']}"
    return Face(name, about["given"], about[f"title_{code}"], about[f"about_{code}"], public_id, tries)


def _try(about: dict[str, Any], address: Callable[[dict[str, Any]], str]) -> Try:
    return Try(about[_language()], address(about), asks=about["kind"] == "ask")


def _on_intranet(about: dict[str, Any]) -> str:
    match about["kind"]:
        case "read":
            return reverse("policies:point", args=[about["point"]])
        case "compare":
            return reverse("policies:compare", args=[about["from"], about["to"]])
        case "gaps":
            return reverse("asking:gaps")
    return reverse("asking:ask")


def _in_press_room(code: str) -> Callable[[dict[str, Any]], str]:
    def address(about: dict[str, Any]) -> str:
        match about["kind"]:
            case "read":
                return reverse("press:point", args=[code, about["point"]])
            case "compare":
                return reverse("press:compare", args=[code, about["from"], about["to"]])
        return reverse("press-ask", args=[code])

    return address


def _language() -> str:
    code = get_language() or ""
    return code if code in LANGUAGES else LANGUAGES[0]
