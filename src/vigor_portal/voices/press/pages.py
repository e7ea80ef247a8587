"""The press room's pages of accounts, from the public register and nothing else.

Each is made for whoever asks first, and kept until the register is another: to write fifty thousand pages because one
account has changed would be to write them for nobody.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from vigor.networks import Trouble
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.room import Leaf, described
from vigor_portal.voices.handovers.farewells import in_language
from vigor_portal.voices.press.known import Entry, Finding, PublicRegister
from vigor_portal.voices.press.organisation import as_organisation
from vigor_portal.voices.press.wording import alike
from vigor_portal.voices.register.places import network_choices

IN_A_LIST = 50
IN_A_FRAME = 100
# More than this a search engine doesn't need on the page; all of them are in `accounts.jsonld`.
MOST_SAME_AS = 200
SECTION = "accounts"


def accounts(register: PublicRegister, lang: str, words: str, network: str, number: int) -> Page | None:
    """The accounts that speak for us, a page of the list; those with every word, and on a network, where asked for."""
    asked = {name: value for name, value in (("q", words), ("network", network)) if value}
    leaf = Leaf(register.room, lang, "press-accounts", query=_query(asked))
    start = (number - 1) * IN_A_LIST
    found: Sequence[Entry] = list(register.search(words, network)) if asked else register.now
    if number > 1 and start >= len(found):
        return None
    return leaf.render(
        "voices/press/accounts.html",
        section=SECTION,
        register=register,
        accounts=found[start : start + IN_A_LIST],
        count=len(found),
        words=words,
        network=network,
        asked=asked,
        number=number,
        pages=_pages(asked, number, len(found)),
        snippet=_snippet(register, lang),
        data=as_script(as_organisation(register, islice(register.now, MOST_SAME_AS))),
    )


def ended(register: PublicRegister, lang: str, number: int) -> Page | None:
    """The addresses that were ours, the latest first."""
    start = (number - 1) * IN_A_LIST
    if number > 1 and start >= len(register.had):
        return None
    return Leaf(register.room, lang, "press-accounts-ended").render(
        "voices/press/ended.html",
        section=SECTION,
        register=register,
        accounts=register.had[start : start + IN_A_LIST],
        pages=_pages({}, number, len(register.had)),
    )


def account(register: PublicRegister, lang: str, public_id: str) -> Page | None:
    """One account as anybody may know it; one that ended says so (410)."""
    entry = register.account(public_id)
    if entry is None:
        return None
    return Leaf(register.room, lang, "press-account", {"public_id": public_id}).render(
        "voices/press/account.html",
        status=200 if entry.until is None else 410,
        section=SECTION,
        account=entry,
        former=[each for each in register.former(public_id) if each is not entry],
        description=described(entry.purpose or entry.sender),
        farewells=in_language(entry.farewells, lang),
    )


def ours(register: PublicRegister, lang: str, address: str, network: str) -> Page:
    """Is this account yours? The question alone while no address is given; 400 where it is no address."""
    found = register.find(address, network) if address else None
    trouble = found if isinstance(found, Trouble) else None
    asked = {name: value for name, value in (("address", address), ("network", network)) if value}
    return Leaf(register.room, lang, "press-account-ours", query=_query(asked)).render(
        "voices/press/ours.html",
        status=400 if trouble else 200,
        section=SECTION,
        register=register,
        address=address,
        network=network,
        names_network=bool(network) or (trouble is not None and trouble.kind == "network"),
        networks=network_choices(),
        trouble=trouble.say(lang) if trouble else "",
        **(_answered(register, found) if isinstance(found, Finding) else {}),
    )


def _answered(register: PublicRegister, found: Finding) -> dict[str, object]:
    return {
        "found": found,
        "now": register.at.get(found.entry.public_id) if found.entry else None,
        "likenesses": [{"entry": each.entry, "how": alike(each)} for each in found.alike],
    }


def beside_the_front(lang: str) -> SafeString:
    """The question, beside the first words of the press room (`wiring.PRESS_FRONT_PANELS`)."""
    return SafeString(render_to_string("voices/press/beside_front.html", {"lang": lang}))


def frame(register: PublicRegister, lang: str, network: str) -> Page:
    """The list to show within another page: all of it up to a hundred, then the way to the rest."""
    found = [entry for entry in register.now if not network or entry.network == network]
    leaf = Leaf(register.room, lang, "press-accounts-frame")
    context = {
        "lang": lang,
        "room": register.room,
        "organisation": register.room.organisation,
        "accounts": found[:IN_A_FRAME],
        "count": len(found),
        "base": register.room.base_url,
    }
    body = render_to_string("voices/press/frame.html", context)
    return Page(leaf.address(), body.encode(), lang, framed=True)


def as_script(data: object) -> SafeString:
    """JSON that can stand in a page: nothing in it ends the element or begins a comment."""
    text = json.dumps(data, ensure_ascii=False)
    return mark_safe(text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026"))  # noqa: S308


def _snippet(register: PublicRegister, lang: str) -> str:
    """What shows the list on another site, to be pasted there."""
    address = register.room.base_url + reverse("press-accounts-frame", kwargs={"lang": lang})
    return render_to_string("voices/press/snippet.html", {"address": address, "room": register.room}).strip()


def _pages(asked: dict[str, str], number: int, count: int) -> dict[str, str]:
    """The addresses of the pages before and after this one, where there are any."""
    last = max(1, -(-count // IN_A_LIST))
    shown: Sequence[tuple[str, int]] = (("before", number - 1), ("after", number + 1))
    return {
        name: _query(asked | ({"page": str(to)} if to > 1 else {})) or "?"
        for name, to in shown
        if 1 <= to <= last
    }


def _query(asked: dict[str, str]) -> str:
    return f"?{urlencode(asked)}" if asked else ""
