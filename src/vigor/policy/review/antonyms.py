"""The pairs of `data/antonyms.toml`, in every form that a sentence may hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from vigor.policy.review.swedish import adjective


@dataclass(frozen=True, slots=True)
class Antonyms:
    """Opposites of one language, by the lower-case words that stand in a text.

    `adjectives` gives the forms that an opposite can take (more than one where the word itself doesn't tell).
    `phrases` are adverbs and fixed expressions; `verbs` finite and infinite forms, particle and all. Both are
    keyed by their words.
    """

    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adverbs: frozenset[str] = frozenset()
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    verbs: dict[tuple[str, ...], str] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)


@cache
def antonyms(language: str) -> Antonyms:
    """The opposites of "sv" or "en"."""
    data = tomllib.loads(files(__package__).joinpath("data/antonyms.toml").read_text(encoding="utf-8"))
    return (_swedish if language == "sv" else _english)(data[language])


def _both_ways(pairs: list[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for left, right in pairs:
        found.setdefault(left, right)
    for left, right in pairs:
        found.setdefault(right, left)
    return found


def _swedish(data: dict[str, Any]) -> Antonyms:
    forms: dict[str, tuple[str, ...]] = {}
    neuter = set()
    for word, opposite in _both_ways(data["adjectives"]).items():
        ours, theirs = adjective(word), adjective(opposite)
        neuter.add(ours.neuter)
        if ours.common == ours.neuter:  # "bra", "korrekt": the word doesn't tell which form it is
            forms.setdefault(word, tuple(theirs))
        for form, other in zip(ours, theirs, strict=True):
            forms.setdefault(form, (other,))
    verbs: dict[tuple[str, ...], str] = {}
    for left, right in data["verbs"]:
        for form, other in zip(_swedish_verb(left), _swedish_verb(right), strict=True):
            verbs.setdefault(tuple(form.split()), other)
    phrases = {tuple(left.split()): right for left, right in data["adverbs"]}
    return Antonyms(forms, frozenset(neuter), phrases, verbs, _both_ways(data["nouns"]))


def _swedish_verb(written: str) -> tuple[str, str, str]:
    """ "bryta/bryter mot" → infinitive, present and command, each with what follows."""
    head, _, tail = written.partition(" ")
    infinitive, present = head.split("/")
    command = infinitive[:-1] if present == infinitive[:-1] + "er" else infinitive
    command = "var" if infinitive == "vara" else command
    return tuple(f"{form} {tail}".strip() for form in (infinitive, present, command))  # type: ignore[return-value]


def _english(data: dict[str, Any]) -> Antonyms:
    adjectives: dict[str, tuple[str, ...]] = {
        word: (other,) for word, other in _both_ways(data["adjectives"]).items()
    }
    verbs: dict[tuple[str, ...], str] = {}
    for left, right in data["verbs"]:
        verbs.setdefault(tuple(left.split()), right)
        verbs.setdefault(tuple(third(left).split()), third(right))
    phrases = {tuple(left.split()): right for left, right in data["adverbs"]}
    adverbs = frozenset(left for left, _ in data["adverbs"] if " " not in left)
    return Antonyms(adjectives, adverbs, phrases, verbs, _both_ways(data["nouns"]))


def third(written: str) -> str:
    """ "comply with" → "complies with": the verb with he, she or it."""
    verb, _, tail = written.partition(" ")
    if verb == "are":
        verb = "is"
    elif verb.endswith(("s", "sh", "ch", "x", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return f"{verb} {tail}".strip()
