"""Swedish word forms that the opposites and the proposals need: adjectives that agree, verbs in the present.

The rules are those of any school grammar; what they get wrong stands among the exceptions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from vigor.language.lemmas import known_lemma


class Adjective(NamedTuple):
    """En ärlig kund, ett ärligt svar, ärliga kunder."""

    common: str
    neuter: str
    plural: str


_IRREGULAR = {
    "god": Adjective("god", "gott", "goda"),
    "glad": Adjective("glad", "glatt", "glada"),
    "liten": Adjective("liten", "litet", "små"),
    "död": Adjective("död", "dött", "döda"),
    "lat": Adjective("lat", "lat", "lata"),
}
_UNINFLECTED = ("ande", "ende", "a", "e", "fel")
_VOWELS = "aeiouyåäö"


@lru_cache(maxsize=2048)
def adjective(base: str) -> Adjective:
    """The three forms of an adjective in its base form."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith(_UNINFLECTED):
        return Adjective(base, base, base)
    return Adjective(base, _neuter(base), _plural(base))


def _neuter(base: str) -> str:
    if base.endswith("en") and len(base) > 4:
        return base[:-1] + "t"
    if base.endswith("nn"):
        return base[:-1] + "t"
    if base.endswith("d"):
        return base[:-1] + ("tt" if base[-2] in _VOWELS and not base.endswith("ad") else "t")
    if base.endswith("t"):
        return base
    return base + ("tt" if base[-1] in _VOWELS else "t")


def _plural(base: str) -> str:
    if base.endswith(("en", "el", "er")) and len(base) > 4:
        return base[:-2] + base[-1] + "a"
    if base.endswith("ad"):
        return base + "e"
    if base.endswith(("sam", "dum", "tom")):
        return base + "ma"
    return base + "a"


_PRESENT = {
    "vara": "är", "göra": "gör", "veta": "vet", "vilja": "vill", "kunna": "kan", "höra": "hör", "lära": "lär",
    "köra": "kör", "bli": "blir", "ge": "ger", "se": "ser", "ta": "tar", "gå": "går", "stå": "står", "få": "får",
    "ha": "har", "bry": "bryr", "tro": "tror", "hänvisa": "hänvisar", "iaktta": "iakttar", "låta": "låter", "te": "ter",
    "följa": "följer", "föra": "för", "låna": "lånar", "tala": "talar", "dela": "delar", "sälja": "säljer",
    "svara": "svarar", "visa": "visar", "beröra": "berör", "störa": "stör", "förtära": "förtär",
}  # fmt: skip
_COMMANDS = {
    "var": "vara",
    "gör": "göra",
    "hör": "höra",
    "kör": "köra",
    "lär": "lära",
    "låt": "låta",
    "bli": "bli",
    "kom": "komma",
}
_FINITE = frozenset(
    [
        "är",
        "har",
        "gör",
        "ser",
        "ger",
        "tar",
        "får",
        "går",
        "står",
        "vet",
        "vill",
        "kan",
        "ska",
        "skall",
        "bör",
        "måste",
        "blir",
        "lär",
        "hör",
        "kör",
        "tror",
        "bryr",
        "för",
    ]
)


@lru_cache(maxsize=4096)
def present(infinitive: str) -> str | None:
    """ "svara" → "svarar", "skriva" → "skriver"; None for what is no verb that we know."""
    if infinitive in _PRESENT:
        return _PRESENT[infinitive]
    if not infinitive.endswith("a"):
        return None
    for form in (infinitive + "r", infinitive[:-1] + "er"):
        if known_lemma(form, "sv") == infinitive:
            return form
    return None


@lru_cache(maxsize=4096)
def is_present(word: str) -> bool:
    """Whether a lower-case word is a verb in the present: "svarar", "är"; not "kunder", "kollegor"."""
    if word in _FINITE:
        return True
    if not word.endswith(("ar", "er")):
        return False
    base = known_lemma(word, "sv")
    return base is not None and base.endswith("a") and present(base) == word


@lru_cache(maxsize=4096)
def infinitive_of_command(word: str) -> str | None:
    """ "var" → "vara", "skriv" → "skriva", "visa" → "visa"; None for what is no command that we know."""
    if word in _COMMANDS:
        return _COMMANDS[word]
    if word.endswith("a"):
        return word if present(word) == word + "r" else None
    full = word + "a"
    form = present(full)
    return full if form is not None and form == word + "er" else None
