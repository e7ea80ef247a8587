"""What an account is for, in kinds that can be laid beside each other.

A purpose is written in one's own words. The words are enough to tell which kinds of purposes it holds, and whoever
thinks otherwise writes the sentence so that it says what was meant. What fits no kind stands under its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LONGEST_OWN = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """`words`: beginnings of words by which it is known, in Swedish and English; a gap in one is a blank."""

    key: str
    name: str | Promise
    words: str


KINDS: tuple[Kind, ...] = (
    Kind(
        "help",
        gettext_lazy("answer and help"),
        "svar fråg hjälp kundservice kundtjänst kundsupport support answer question help customer·service customer·care",
    ),
    Kind(
        "feedback",
        gettext_lazy("hear what people think"),
        "synpunkt klagomål återkoppling tyck·till feedback complaint listen lyssna",
    ),
    Kind(
        "news",
        gettext_lazy("tell what is new"),
        "nyhet pressmeddel press informer information aktuellt news announce update press·release inform",
    ),
    Kind(
        "warn",
        gettext_lazy("tell when something breaks"),
        "störning driftinfo driftstör kris akut varna avbrott krångl disruption outage crisis alert emergency warn",
    ),
    Kind(
        "teach",
        gettext_lazy("share what we know"),
        "tips råd·om guide lär kunskap utbild instruktion teach advice how·to learn knowledge expert",
    ),
    Kind(
        "show",
        gettext_lazy("show who we are"),
        "bakom·kuliss vardag inspir visa berätta porträtt behind·the·scenes everyday inspire show story stories portrait",
    ),
    Kind(
        "meet",
        gettext_lazy("meet and talk"),
        "dialog samtal möt mötesplats grupp gemenskap community forum diskut nätverk dialogue conversation meet group discuss",
    ),
    Kind(
        "sell",
        gettext_lazy("offer what we make"),
        "erbjud kampanj sälj försälj rea produkt lansering offer campaign sell sale product launch",
    ),
    Kind(
        "recruit",
        gettext_lazy("find colleagues"),
        "rekryter jobb lediga·tjänster arbetsgivar karriär kollegor söka·sig söka·jobb recruit job career employer hiring vacanc",
    ),
)
NAMES: Mapping[str, str | Promise] = {kind.key: kind.name for kind in KINDS}
OWN = "own:"


def _pattern(kind: Kind) -> str:
    words = "|".join(re.escape(word.replace("·", " ")) for word in kind.words.split())
    return rf"(?P<{kind.key}>\b(?:{words}))"


_KNOWN = tuple((kind.key, re.compile(_pattern(kind), re.IGNORECASE)) for kind in KINDS)


@lru_cache(maxsize=60_000)
def purposes_of(text: str) -> tuple[str, ...]:
    """The kinds of purposes in a text, in their order; its own words where it fits none; nothing for an empty text."""
    found = tuple(key for key, words in _KNOWN if words.search(text))
    plain = " ".join(text.split())
    return found or ((OWN + shorten(plain, LONGEST_OWN, placeholder=" …"),) if plain else ())


def purpose_name(key: str) -> str:
    """What a kind of purpose is called, in the reader's language."""
    if key.startswith(OWN):
        return _("“%(words)s”") % {"words": key[len(OWN) :]}
    return str(NAMES[key])
