"""The bilingual thesaurus, ready to look up: which everyday concepts a Swedish or English word stands for.

The data is `thesaurus.toml` (the words of the field) and `lexicon.toml` (common words), written by hand.
Reading them takes a good 60 ms, so they are compiled once into a trie that is mapped into memory in no time;
it is built anew when either changes. Words and phrases are looked up by their base forms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

from vigor.language import store
from vigor.language.lemmas import lemma
from vigor.language.words import words

FILES = ("thesaurus.toml", "lexicon.toml")
_FORMAT = "4"

MEMBER = 0.9
NEAR = 0.5
"""How much of a concept a word carries that belongs to it, and one that belongs to a group near it."""

Concepts = tuple[tuple[int, float], ...]
"""The numbers of concepts, each with how much of it a word carries (0–1)."""

# A key is its kind, its language and the words: "w sv chef" one word, "p sv lägga" the phrases that start so.
_WORD, _PHRASE = "w", "p"


def concepts(word: str, language: str) -> Concepts:
    """The concepts of a lower-case word or phrase ("sv" or "en"); empty for one it lacks."""
    return _entry(word, language)[1]


def topical(word: str, language: str) -> bool | None:
    """True for a word or phrase of the field, False for a common one, None for one it lacks."""
    return _entry(word, language)[0]


def has(word: str, language: str) -> bool:
    """Whether the thesaurus has the word in this language."""
    return f"{_WORD} {language} {word}" in _trie()


@lru_cache(maxsize=65536)
def _entry(word: str, language: str) -> tuple[bool | None, Concepts]:
    packed = _trie().get(f"{_WORD} {language} {word}")
    if not packed:
        return None, ()
    data: bytes = packed[0]
    pairs = zip(data[1::3], data[2::3], data[3::3], strict=True)
    return bool(data[0]), tuple((high * 256 + low, weight / 250) for high, low, weight in pairs)


@lru_cache(maxsize=16384)
def phrases_from(first: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The rest of every phrase that starts with this word, the longest first."""
    packed = _trie().get(f"{_PHRASE} {language} {first}")
    return tuple(tuple(rest) for rest in json.loads(packed[0])) if packed else ()


def words_from(start: str, language: str) -> list[str]:
    """Every single word that starts with these letters."""
    prefix = f"{_WORD} {language} "
    return [key[len(prefix) :] for key in _trie().keys(prefix + start) if " " not in key[len(prefix) :]]


@cache
def _trie() -> Any:
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(built()))


def built() -> Path:
    """The compiled thesaurus, made first where there is no fresh one."""
    folder = Path(__file__).parent
    sources = [(folder / name).read_bytes() for name in FILES if (folder / name).exists()]
    mark = 0
    for source in sources:
        mark = crc32(source, mark)
    return store.built(f"thesaurus-{_FORMAT}-{mark:08x}.marisa", lambda draft: _build(sources, draft))


def _build(sources: list[bytes], path: Path) -> None:
    import marisa_trie

    for stale in path.parent.glob("thesaurus-*.marisa"):
        stale.unlink(missing_ok=True)
    marisa_trie.BytesTrie(compile_groups(read_groups(sources))).save(str(path))


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


def compile_groups(groups: list[dict[str, Any]]) -> list[tuple[str, bytes]]:
    """The entries of the trie: every word and phrase with its concepts, and where phrases start."""
    numbers = {group["name"]: number for number, group in enumerate(groups)}
    entries: list[tuple[str, bytes]] = []
    for language in ("sv", "en"):
        known, topical = _collected(groups, numbers, language)
        starts: dict[str, list[tuple[str, ...]]] = {}
        for form, weights in known.items():
            entries.append((f"{_WORD} {language} {' '.join(form)}", _packed(weights, form in topical)))
            if len(form) > 1:
                starts.setdefault(form[0], []).append(form[1:])
        for first, rests in starts.items():
            rests.sort(key=lambda rest: (-len(rest), rest))
            entries.append((f"{_PHRASE} {language} {first}", json.dumps(rests).encode()))
    return entries


_Form = tuple[str, ...]


def _collected(
    groups: list[dict[str, Any]], numbers: dict[str, int], language: str
) -> tuple[dict[_Form, dict[int, float]], set[_Form]]:
    """Each form with the concepts that it carries, and the forms that belong to the field."""
    known: dict[_Form, dict[int, float]] = {}
    topical: set[_Form] = set()
    listed = {tuple(words(phrase)) for group in groups for phrase in group[language]}
    for group in groups:
        near = [numbers[name] for name in group["near"] if name in numbers]
        for phrase in group[language]:
            for form in _forms(phrase, language, listed):
                weights = known.setdefault(form, {})
                weights[numbers[group["name"]]] = MEMBER
                for other in near:
                    weights[other] = max(weights.get(other, 0.0), NEAR)
                if group["topical"]:
                    topical.add(form)
    return known, topical


def _forms(phrase: str, language: str, listed: set[_Form]) -> Iterator[_Form]:
    """A phrase as written, and in base forms; but not a base form that is a word of its own ("dator", "data")."""
    tokens = tuple(words(phrase))
    if tokens:
        yield tokens
        bases = tuple(lemma(token, language) for token in tokens)
        if bases != tokens and bases not in listed:
            yield bases


def _packed(known: dict[int, float], topical: bool) -> bytes:
    """One byte for the kind, then three a concept; each weighs less the more meanings the word has."""
    members = sum(weight == MEMBER for weight in known.values())
    share = max(1, members) ** -0.2
    data = bytearray([topical])
    for number, weight in known.items():
        data += bytes([*divmod(number, 256), round(250 * weight * share)])
    return bytes(data)
