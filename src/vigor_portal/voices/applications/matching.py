"""Accounts that serve a purpose already: "is one of these yours already?"

Words are compared as the policy is asked: by base form, stem, compound part and concept, so that "spare parts" finds
"reservdelar". A word that many accounts say weighs little. No learning and no index: the register is read as it stands.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q, QuerySet

from vigor.ask.terms import terms_of
from vigor.language.identify import identify
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import listed, words
from vigor_portal.voices.applications.queries import name_key
from vigor_portal.voices.models import Account

MOST_SHOWN = 3
# A register of this size is read whole; in a greater one only the accounts that share a word's beginning are.
READ_WHOLE = 300
MOST_READ = 200
MOST_BEGINNINGS = 12
MOST_WORDS = 60
SHORTEST_BEGINNING = 5
# How well two words must agree, and how much an account must share, before we ask about it.
ALIKE = 0.6
ENOUGH = 0.34
# A word that few accounts say, and that one has for a topic or in its name, is enough by itself.
RARE = 0.4
# Words that every account says of itself.
OF_ALL = listed("""
    konto kontot account sida sidan page kanal kanalen channel social media sociala medier
    """)


@dataclass(frozen=True)
class Serving:
    """An account that may do what somebody would like to do; `shared` are the typed words that it has in common."""

    account: Account
    shared: tuple[str, ...]


def serving(*, name: str, purpose: str, topics: Iterable[str], network: str = "") -> list[Serving]:
    """Accounts that are here and serve the purpose, or bear the name, the closest first; at most three."""
    typed = _words(" ".join((name, purpose, *topics)))
    if not typed:
        return []
    accounts = list(_candidates(typed, name))
    spoken = {account.pk: _terms(_about(account)) for account in accounts}
    weights = _rarity(typed, spoken.values())
    found = [(_match(account, typed, spoken[account.pk], weights, name), account) for account in accounts]
    found = [each for each in found if each[0][0] >= ENOUGH]
    found.sort(key=lambda each: (-each[0][0], each[1].network != network, each[1].pk))
    return [Serving(account, shared) for (_score, shared), account in found[:MOST_SHOWN]]


def _candidates(typed: Mapping[str, Mapping[str, float]], name: str) -> QuerySet[Account]:
    here = Account.objects.exclude(state__in=Account.ENDED).order_by("pk")
    if here.count() <= READ_WHOLE:
        return here
    near = Q(name__iexact=name.strip())
    # The longest words tell most.
    for word in sorted(typed, key=len, reverse=True)[:MOST_BEGINNINGS]:
        near |= Q(searched__contains=word[:SHORTEST_BEGINNING])
    return here.filter(near)[:MOST_READ]


def _about(account: Account) -> str:
    return " ".join((account.name, account.purpose, account.audience, *account.topics))


def _words(text: str) -> dict[str, Mapping[str, float]]:
    """The words that say what a text is about, each with its terms."""
    language = identify(text, default="sv")
    said = dict.fromkeys(word for word in words(text) if _says_something(word))
    return {word: terms_of(word, language) for word in list(said)[:MOST_WORDS]}


def _says_something(word: str) -> bool:
    return len(word) > 2 and word not in OF_ALL and not any(word in listed for listed in STOP_WORDS.values())


@lru_cache(maxsize=4096)
def _terms(text: str) -> Mapping[str, float]:
    """Every term of a text with the most that a word of it gives."""
    found: dict[str, float] = {}
    for terms in _words(text).values():
        for term, weight in terms.items():
            found[term] = max(weight, found.get(term, 0.0))
    return found


def _alike(word: Mapping[str, float], text: Mapping[str, float]) -> float:
    return max((weight * text[term] for term, weight in word.items() if term in text), default=0.0)


def _rarity(
    typed: Mapping[str, Mapping[str, float]], texts: Iterable[Mapping[str, float]]
) -> dict[str, float]:
    """How much each word tells accounts apart: 1 for one that a single account says, towards 0 for one that all say."""
    said = Counter(word for text in texts for word, terms in typed.items() if _alike(terms, text) >= ALIKE)
    return {word: 1 / (1 + math.log(max(1, said[word]))) for word in typed}


def _match(
    account: Account,
    typed: Mapping[str, Mapping[str, float]],
    text: Mapping[str, float],
    weights: Mapping[str, float],
    name: str,
) -> tuple[float, tuple[str, ...]]:
    """(how much of what was typed the account shares, 0–1, and the words)."""
    alike = {word: _alike(terms, text) for word, terms in typed.items()}
    shared = tuple(word for word, match in alike.items() if match >= ALIKE)
    score = sum(alike[word] * weights[word] for word in shared) / sum(weights.values())
    if name.strip() and name_key(name) == name_key(account.name):
        return 1.0, shared
    topics = _terms(" ".join((account.name, *account.topics)))
    pointed = [word for word in shared if weights[word] >= RARE and _alike(typed[word], topics) >= ALIKE]
    return max(score, ENOUGH if pointed else 0.0), shared
