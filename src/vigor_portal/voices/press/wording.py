"""What is said of an address, in the active language: on the page, and to programs."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vigor_portal.voices.press.known import Finding, Likeness
from vigor_portal.voices.register.places import network_name


def said(found: Finding) -> str:
    """The answer in a sentence or two. Never whose an address is that isn't ours."""
    entry = found.entry
    place = entry or found.address
    values = {"shown": place.shown, "network": network_name(place.network)}
    if entry is not None and entry.until is not None:
        return _(
            "%(shown)s (%(network)s) was our account until %(day)s. What is written there since isn’t ours."
        ) % {**values, "day": date_format(entry.until, "j F Y")}
    if entry is not None and entry.since is not None:
        return _("Yes, %(shown)s (%(network)s) is our account: %(name)s, since %(day)s.") % {
            **values,
            "name": entry.name,
            "day": date_format(entry.since, "j F Y"),
        }
    if entry is not None:
        return _("Yes, %(shown)s (%(network)s) is our account: %(name)s.") % {**values, "name": entry.name}
    if not found.alike:
        return _("%(shown)s (%(network)s) isn’t in our register.") % values
    like = found.alike[0].entry
    return _(
        "%(shown)s (%(network)s) isn’t in our register. It resembles %(ours)s (%(its_network)s), which is."
    ) % {**values, "ours": like.shown, "its_network": network_name(like.network)}


def alike(each: Likeness) -> str:
    """How an address looks like an account of ours: "differs by one letter"."""
    return each.how.say(get_language() or "sv")


def wrong_method() -> str:
    return _("Ask with GET, and the address in “url”.")
