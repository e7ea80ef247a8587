"""The accounts as other machines read them: schema.org's Organization, trust.txt, a list in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from vigor_portal.voices.press.known import Entry, PublicRegister


def as_organisation(register: PublicRegister, entries: Iterable[Entry]) -> dict[str, Any]:
    """schema.org: who we are, and where else we are (`sameAs`)."""
    room = register.room
    website = room.organisation.website if room.organisation else ""
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": room.name,
        "url": website or room.base_url,
        "sameAs": [entry.address for entry in entries],
    }


def as_account(register: PublicRegister, entry: Entry, lang: str) -> dict[str, Any]:
    """An account as it stands in every list and answer in JSON. Days are ISO 8601, what isn't known is null or ""."""
    page = reverse("press-account", kwargs={"lang": lang, "public_id": entry.public_id})
    return {
        "name": entry.name,
        "network": entry.network,
        "url": entry.address,
        "shown": entry.shown,
        "purpose": entry.purpose,
        "sender": entry.sender,
        "hours": entry.hours,
        "rests": entry.rests,
        "since": entry.since.isoformat() if entry.since else None,
        "until": entry.until.isoformat() if entry.until else None,
        "looked_through_on": entry.looked_through_on.isoformat() if entry.looked_through_on else None,
        "page": register.room.base_url + page,
    }


def as_trust(register: PublicRegister, *, for_the_brand: bool) -> str:
    """A trust.txt (journallist.net) of where we are.

    The one that is served here says which domain this one belongs to; the one for the brand's own domain
    (`for_the_brand`) that it controls this one. A claim counts when both sides make it.
    """
    room = register.room
    lang = room.languages[0]
    organisation = room.organisation
    lines = [f"# {room.name}"]
    if for_the_brand:
        lines.append(f"control={room.base_url}/")
    elif organisation and organisation.website:
        lines.append(f"controlledby={organisation.website.rstrip('/')}/")
    lines += [
        f"{'control' if entry.network == 'web' else 'social'}={entry.address}" for entry in register.now
    ]
    if organisation and organisation.press_email:
        lines.append(f"contact=mailto:{organisation.press_email}")
    lines.append(f"disclosure={room.base_url}{reverse('press:front', kwargs={'lang': lang})}")
    return "\n".join(lines) + "\n"
