"""System checks: a site that is set up wrongly says so before it serves, and says what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db.utils import Error as DatabaseError

from vigor_portal.environment import read
from vigor_portal.people import mail
from vigor_portal.people.queries import the_organisation

LOCAL = {"localhost", "127.0.0.1", "::1"}


@register(Tags.security)
def check_address(**kwargs: object) -> list[CheckMessage]:
    """The public address, and what must never be on behind one."""
    address = urlsplit(settings.BASE_URL)
    if address.scheme not in {"http", "https"} or not address.hostname:
        return [
            Error(
                f"VIGOR_BASE_URL is {settings.BASE_URL!r}, which is no web address.",
                hint="Write it as readers do, with https:// first: https://policy.example.org",
                id="vigor.E010",
            )
        ]
    return [] if address.hostname in LOCAL else _check_public(address.scheme)


def _check_public(scheme: str) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if settings.DEVELOPMENT:
        found.append(
            Error(
                f"VIGOR_DEVELOPMENT is on, and the site is at {settings.BASE_URL}.",
                hint="In development anybody can be any of the example's people. Remove VIGOR_DEVELOPMENT.",
                id="vigor.E011",
            )
        )
    if scheme != "https":
        found.append(
            Warning(
                f"The site is at {settings.BASE_URL}, without https.",
                hint="Passwords travel readable, and passkeys don't work. Put TLS in front (see docs/how-to) "
                "and let VIGOR_BASE_URL begin with https://.",
                id="vigor.W010",
            )
        )
    return found


@register()
def check_mail(**kwargs: object) -> list[CheckMessage]:
    """Codes, forgotten passwords and invitations go by mail."""
    if address := read("VIGOR_EMAIL_URL"):
        return _check_mail_address(address)
    if settings.DEVELOPMENT or mail.is_configured():
        return []
    return [
        Warning(
            "No mail server is configured, so codes to sign in with are printed in this log.",
            hint="Set VIGOR_EMAIL_URL to smtp://user:password@host:587?tls=1. Until then invitations are "
            "handed over as links, and a forgotten password needs somebody who reads the log.",
            id="vigor.W011",
        )
    ]


def _check_mail_address(address: str) -> list[CheckMessage]:
    parts = urlsplit(address)
    if parts.scheme == "smtp" and parts.hostname:
        return []
    # The address itself stays out of the message: it holds a password.
    return [
        Error(
            "VIGOR_EMAIL_URL can't be understood.",
            hint="Write smtp://user:password@host:587?tls=1. Signs like @ : / in the password are written "
            "as %40 %3A %2F. ?tls=1 is STARTTLS (port 587), ?ssl=1 is TLS from the first byte (port 465).",
            id="vigor.E012",
        )
    ]


@register()
def check_data_folder(**kwargs: object) -> list[CheckMessage]:
    folder = Path(settings.DATA)
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return []
    what = "can't be written" if folder.exists() else "doesn't exist"
    return [
        Error(
            f"The data folder {folder} {what}.",
            hint="It holds the database, the secret key and the built static files. Make it, and let the user "
            "that runs the site own it, or name another in VIGOR_DATA.",
            id="vigor.E013",
        )
    ]


@register()
def check_port(**kwargs: object) -> list[CheckMessage]:
    wrong = [name for name in ("PORT", "VIGOR_WORKERS") if not read(name).isdecimal() or not int(read(name))]
    return [
        Error(f"{name} is {read(name)!r}.", hint="It is a number, 1 or more.", id="vigor.E014")
        for name in wrong
    ]


@register(Tags.database)
def check_organisation(databases: Sequence[str] | None = None, **kwargs: object) -> list[CheckMessage]:
    """Which languages is the policy written in?"""
    try:
        organisation = the_organisation() if databases else None
    except DatabaseError:
        return []  # No tables yet, or no database: others tell of that.
    known = dict(settings.LANGUAGES)
    if organisation is None or any(code in known for code in organisation.languages):
        return []
    return [
        Warning(
            "The organisation has no language that this site speaks.",
            hint="An administrator chooses languages under Organisation in the menu.",
            id="vigor.W012",
        )
    ]
