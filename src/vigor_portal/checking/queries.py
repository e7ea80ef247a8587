"""Reading what checking keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Sum

from vigor.check import Context, OwnWords, catalogue
from vigor_portal.checking.models import Objection, WordList, today
from vigor_portal.people.models import Organisation
from vigor_portal.people.queries import the_organisation

DAYS_SHOWN = 90


@dataclass(frozen=True)
class Objected:
    """How often a piece of advice was objected to lately."""

    check: str
    about: str  # what the check looks for, in the reader's language
    guideline: str
    times: int


def kept_words() -> dict[str, list[str]]:
    """The lists as they were kept, by name."""
    return dict(WordList.objects.values_list("kind", "words"))


def known_of_us(**told: Any) -> Context:
    """What is told beside a post, with what checks know of the organisation: its own words and its sector."""
    organisation = the_organisation()
    sector = organisation.sector if organisation is not None else ""
    return Context(**told, words=_own_words(organisation), sector=sector)  # type: ignore[arg-type]


def _own_words(organisation: Organisation | None) -> OwnWords:
    """Its lists, and the contacts that the press room shows anyway."""
    words = OwnWords(**{kind: tuple(held) for kind, held in kept_words().items()})
    if organisation is not None:
        shown = (organisation.press_email, organisation.press_phone)
        words = replace(
            words,
            brands=_with(words.brands, organisation.name),
            own_contacts=_with(words.own_contacts, *shown),
        )
    return _held(words)


def _with(words: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *filter(None, more))))


@lru_cache(maxsize=4)
def _held(words: OwnWords) -> OwnWords:
    """The same lists are the same object, so that what is built for finding them is built once."""
    return words


def about(check: str, language: str) -> str:
    """What a check looks for, in a few words; its name where it is gone."""
    return next((each.about.of(language) for each in catalogue.CATALOGUE if each.name == check), check)


def objections(language: str) -> list[Objected]:
    """Advice that people didn't agree with in the last months, the most often first."""
    lately = Objection.objects.filter(on__gt=today() - timedelta(days=DAYS_SHOWN))
    rows = lately.order_by().values_list("check_name", "guideline").annotate(n=Sum("times"))
    found = [Objected(check, about(check, language), guideline, n) for check, guideline, n in rows]
    return sorted(found, key=lambda one: (-one.times, one.check, one.guideline))
