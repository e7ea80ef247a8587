"""A calendar of last days and review dates. A calendar can't sign in: the address itself is the key."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from vigor_portal.notices.open_things import OpenThing, open_things
from vigor_portal.people.models import Member
from vigor_portal.people.queries import the_organisation


def calendar_of(member: Member) -> bytes:
    """RFC 5545, in the active language: every open thing that concerns the member and has a last day."""
    organisation = the_organisation()
    calendar = Calendar()
    calendar.add("prodid", "-//Vigör//notices//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Deadlines · %(name)s") % {"name": organisation or "Vigör"})
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for thing in open_things(member):
        if thing.last_day is not None:
            calendar.add_component(_event(thing, thing.last_day))
    return calendar.to_ical()


def _event(thing: OpenThing, last_day: date) -> Event:
    address = settings.BASE_URL + thing.url
    event = Event()
    # The same thing is the same event for ever, also when its last day is moved.
    event.add("uid", f"{hashlib.sha256(thing.url.encode()).hexdigest()[:32]}@{urlsplit(address).hostname}")
    event.add("dtstamp", thing.since)
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", thing.title)
    event.add("url", address)
    event.add("description", address)
    event.add("categories", [thing.kind])
    event.add("transp", "TRANSPARENT")
    return event
