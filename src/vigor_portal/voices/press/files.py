"""The register to take away: a list in JSON, schema.org's Organization, a feed of changes, and trust.txt."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.room import Leaf
from vigor_portal.voices.models import PublicChange
from vigor_portal.voices.press.known import REGISTER, PublicRegister
from vigor_portal.voices.press.organisation import as_account, as_organisation, as_trust
from vigor_portal.voices.press.verify import ANY_ORIGIN, JSON
from vigor_portal.voices.register.places import network_name

IN_A_FILE = 500
ENTRIES = 50
PLAIN = "text/plain; charset=utf-8"


def as_json(register: PublicRegister, lang: str, number: int) -> Page | None:
    """The accounts that speak for us, as data, five hundred at a time; `next` is the address of those that follow."""
    start = (number - 1) * IN_A_FILE
    if number > 1 and start >= len(register.now):
        return None
    address = Leaf(register.room, lang, "press-accounts-json").address()
    more = len(register.now) > start + IN_A_FILE
    data: dict[str, Any] = {
        "organisation": register.room.name,
        "accounts": [as_account(register, each, lang) for each in register.now[start : start + IN_A_FILE]],
        "count": len(register.now),
        "next": f"{register.room.base_url}{address}?page={number + 1}" if more else None,
    }
    body = json.dumps(data, ensure_ascii=False, indent=1).encode()
    return Page(address, body, lang, JSON, headers=ANY_ORIGIN)


def as_json_ld(register: PublicRegister, lang: str) -> Page:
    """schema.org's Organization with every account in `sameAs`, to be put on the brand's own pages."""
    body = json.dumps(as_organisation(register, register.now), ensure_ascii=False, indent=1).encode()
    address = Leaf(register.room, lang, "press-accounts-jsonld").address()
    return Page(address, body, lang, "application/ld+json; charset=utf-8", headers=ANY_ORIGIN)


def feed(register: PublicRegister, lang: str) -> Page:
    """An Atom feed: which accounts came, moved, rest, answer again, or are no longer ours."""
    room, leaf = register.room, Leaf(register.room, lang, "press-accounts-feed")
    atom = Atom1Feed(
        title=_("Accounts that speak for us · %(organisation)s") % {"organisation": room.name},
        link=room.base_url + reverse("press-accounts", kwargs={"lang": lang}),
        description=_("Which accounts speak for us, and which no longer do."),
        language=lang,
        author_name=room.name,
        feed_url=room.base_url + leaf.address(),
    )
    for change in PublicChange.objects.all()[:ENTRIES]:
        link = room.base_url + reverse("press-account", kwargs={"lang": lang, "public_id": change.public_id})
        atom.add_item(
            title=f"{change.name}: {change.get_kind_display()}",
            link=link,
            unique_id=f"{link}#{change.pk}",
            description=f"{network_name(change.network)}, {change.shown}",
            pubdate=change.at,
            updateddate=change.at,
        )
    return Page(
        leaf.address(), atom.writeString("utf-8").encode(), lang, "application/atom+xml; charset=utf-8"
    )


def trust_for_here(register: PublicRegister, lang: str) -> Page:
    return Page(
        "/trust.txt", as_trust(register, for_the_brand=False).encode(), lang, PLAIN, headers=ANY_ORIGIN
    )


def trust_for_the_brand(register: PublicRegister, lang: str) -> Page:
    address = Leaf(register.room, lang, "press-accounts-trust").address()
    body = as_trust(register, for_the_brand=True).encode()
    headers = {"Content-Disposition": 'attachment; filename="trust.txt"'}
    return Page(address, body, lang, PLAIN, headers=headers)


def trust(request: HttpRequest) -> HttpResponse:
    """/trust.txt and /.well-known/trust.txt of this site."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    register = REGISTER.now()
    made = register.page(trust_for_here, register.room.languages[0])
    assert made is not None  # noqa: S101 (there is always one)
    return made.to(request)
