"""The bilingual thesaurus, ready to look up: which everyday concepts a Swedish or English word stands for.

The data is `thesaurus.toml` (the words of the field) and `lexicon.toml` (common words), written by hand.
Reading them takes some 60 ms, so the look-up table is built once as JSON; it is built anew when either changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from vigor.language import store
from vigor.language.lemmas import lemma
from vigor.language.words import words

FILES = ("thesaurus.toml", "lexicon.toml")
_FORMAT = "2"

MEMBER = 0.9
NEAR = 0.5
"""How much of a concept a word carries that belongs to it, and one that belongs to a group near it."""

Concepts = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """For each language: single words and phrases (base forms joined by a blank) with their concepts.

    `phrases` maps a phrase's first base form to the rest of each phrase that starts with it; `topical` tells the
    words and phrases of the field (True) from common ones (False).
    """

    singles: dict[str, dict[str, Concepts]]
    phrases: dict[str, dict[str, list[tuple[list[str], Concepts]]]]
    topical: dict[str, dict[str, bool]]
    names: list[str]

    def concepts(self, word: str, language: str) -> Concepts:
        """The concepts (number, weight 0–1) of a lower-case word; empty for a word it lacks."""
        return self.singles[language].get(word, [])


@cache
def load() -> Thesaurus:
    """The thesaurus, from the built table where there is a fresh one."""
    folder = Path(__file__).parent
    sources = [(folder / name).read_bytes() for name in FILES if (folder / name).exists()]
    mark = 0
    for source in sources:
        mark = crc32(source, mark)
    path = store.built(f"thesaurus-{_FORMAT}-{mark:08x}.json", lambda draft: _build(sources, draft))
    table = json.loads(path.read_bytes())
    return Thesaurus(table["singles"], table["phrases"], table["topical"], table["names"])


def _build(sources: list[bytes], path: Path) -> None:
    path.write_text(json.dumps(compile_groups(read_groups(sources)), ensure_ascii=False), encoding="utf-8")


def read_groups(sources: list[bytes]) -> list[dict[str, Any]]:
    """The groups of the TOML files in order; groups with the same name are one."""
    import tomllib

    merged: dict[str, dict[str, Any]] = {}
    for number, source in enumerate(sources):
        for group in tomllib.loads(source.decode()).get("group", []):
            known = merged.setdefault(
                group["name"], {"name": group["name"], "sv": [], "en": [], "near": [], "topical": number == 0}
            )
            for part in ("sv", "en", "near"):
                known[part] += [word for word in group.get(part, []) if word not in known[part]]
    return list(merged.values())


def compile_groups(groups: list[dict[str, Any]]) -> dict[str, Any]:
    """The look-up table of the groups, in plain lists and dicts."""
    numbers = {group["name"]: number for number, group in enumerate(groups)}
    found: dict[str, dict[tuple[str, ...], dict[int, float]]] = {"sv": {}, "en": {}}
    topical: dict[str, dict[str, bool]] = {"sv": {}, "en": {}}
    for group in groups:
        near = [numbers[name] for name in group["near"] if name in numbers]
        for language in ("sv", "en"):
            for phrase in group[language]:
                for form in _forms(phrase, language):
                    known = found[language].setdefault(form, {})
                    known[numbers[group["name"]]] = MEMBER
                    name = " ".join(form)
                    topical[language][name] = group["topical"] or topical[language].get(name, False)
                    for other in near:
                        known[other] = max(known.get(other, 0.0), NEAR)
    return {
        "singles": {
            language: {form[0]: _weighed(known) for form, known in entries.items() if len(form) == 1}
            for language, entries in found.items()
        },
        "phrases": {language: _by_first(entries) for language, entries in found.items()},
        "topical": topical,
        "names": [group["name"] for group in groups],
    }


def _forms(phrase: str, language: str) -> Iterator[tuple[str, ...]]:
    """A phrase as written, and in base forms."""
    tokens = tuple(words(phrase))
    if tokens:
        yield tokens
        bases = tuple(lemma(token, language) for token in tokens)
        if bases != tokens:
            yield bases


def _weighed(known: dict[int, float]) -> list[tuple[int, float]]:
    """The concepts of one word: each weighs less the more meanings the word has."""
    members = sum(weight == MEMBER for weight in known.values())
    share = max(1, members) ** -0.2
    return [(number, round(weight * share, 3)) for number, weight in known.items()]


def _by_first(
    entries: dict[tuple[str, ...], dict[int, float]],
) -> dict[str, list[tuple[list[str], list[tuple[int, float]]]]]:
    table: dict[str, list[tuple[list[str], list[tuple[int, float]]]]] = {}
    for form, known in entries.items():
        if len(form) > 1:
            table.setdefault(form[0], []).append((list(form[1:]), _weighed(known)))
    for phrases in table.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return table
