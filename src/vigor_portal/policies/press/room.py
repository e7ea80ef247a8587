"""The press room as it stands: what is public, whose it is, in which languages, at which address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from importlib.util import find_spec
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vigor.policy.html import to_plain
from vigor_portal.people.models import Organisation
from vigor_portal.people.queries import departments, the_organisation
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.public import PublicHistory, PublicText, PublicVersion, public_history

P = ParamSpec("P")
R = TypeVar("R")

# A search engine shows about this much of a description.
DESCRIPTION = 155


@dataclass(frozen=True)
class Room:
    """Everything that the press room's pages are made from, read once for all of them."""

    history: PublicHistory | None
    organisation: Organisation | None
    languages: tuple[str, ...]
    base_url: str
    department_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def current(self, language: str) -> PublicText | None:
        return self.history.current(language) if self.history else None

    def text(self, number: int, language: str) -> PublicText | None:
        return self.history.text(number, language) if self.history else None

    def versions(self) -> tuple[PublicVersion, ...]:
        return self.history.versions if self.history else ()

    def version(self, number: int) -> PublicVersion | None:
        return next((version for version in self.versions() if version.number == number), None)

    def departments(self, language: str) -> dict[str, str]:
        """Names by slug."""
        return {
            slug: names.get(language) or next(iter(names.values()), slug)
            for slug, names in self.department_names.items()
        }

    @property
    def prints(self) -> bool:
        """Can a PDF be made here?"""
        return find_spec("weasyprint") is not None

    @property
    def name(self) -> str:
        return self.organisation.name if self.organisation else "Vigör"


def the_room() -> Room:
    organisation = the_organisation()
    spoken = [code for code, _name in settings.LANGUAGES]
    wanted = organisation.languages if organisation else []
    return Room(
        history=public_history(),
        organisation=organisation,
        languages=tuple([code for code in wanted if code in spoken] or spoken),
        base_url=((organisation.base_url if organisation else "") or settings.BASE_URL).rstrip("/"),
        department_names={department.slug: department.names for department in departments()},
    )


@dataclass(frozen=True)
class Leaf:
    """One page of the room in the making: its language, and the name and arguments of its address.

    `query` ("?q=…") goes along to the other languages, and isn't part of the page's own address.
    """

    room: Room
    lang: str
    view: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    query: str = ""

    def address(self, lang: str = "") -> str:
        return reverse(self.view, kwargs={"lang": lang or self.lang, **self.arguments})

    def render(self, template: str, *, status: int = 200, **context: object) -> Page:
        """The page, in the active language. No request, so no reader: everybody gets the same bytes."""
        path = self.address()
        alternates = [(code, self.address(code)) for code in self._languages()]
        shared = {
            "lang": self.lang,
            "alternates": [(code, address + self.query) for code, address in alternates],
            "languages": [(code, self.room.base_url + address) for code, address in alternates],
            "canonical": self.room.base_url + path,
            "organisation": self.room.organisation,
            "room": self.room,
            "current": self.room.current(self.lang),
        }
        body = render_to_string(template, {**shared, **context})
        return Page(path, body.encode(), self.lang, status=status)

    def _languages(self) -> list[str]:
        return list(dict.fromkeys((*self.room.languages, self.lang)))


Make = Callable[Concatenate[Room, str, P], R]


def in_its_language(make: Make[P, R]) -> Make[P, R]:
    """Have `make(room, lang, …)` work in the language `lang`."""

    @wraps(make)
    def made(room: Room, lang: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override(lang):
            return make(room, lang, *args, **kwargs)

    return made


def day(version: PublicVersion) -> str:
    """The day it was published, in the organisation's time zone and the active language."""
    return date_format(localtime(version.published_at), "j F Y")


def citation(room: Room, text: PublicText, what: str = "") -> str:
    """A reference ready to paste: whose, what, which version, when. The address follows it on the page."""
    values = {
        "organisation": room.name,
        "title": text.policy.title,
        "number": text.number,
        "day": day(text.version),
    }
    if what:
        return _("%(organisation)s: “%(what)s”. %(title)s, version %(number)s, %(day)s.") % {
            **values,
            "what": what,
        }
    return _("%(organisation)s: %(title)s, version %(number)s, %(day)s.") % values


def described(markdown: str) -> str:
    """The beginning of a text, plain and whole words, for search engines and link cards."""
    words = " ".join(to_plain(markdown).split())
    if len(words) <= DESCRIPTION:
        return words
    return words[:DESCRIPTION].rsplit(" ", 1)[0].rstrip(",.;:–") + " …"
