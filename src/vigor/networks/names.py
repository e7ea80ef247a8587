"""A name taken into words, and into what is left of it when common words are gone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vigor.networks.letters import LONGEST_NAME, skeleton
from vigor.networks.words import added_words

SHORTEST_CORE = 5
SHORTEST_CUT = 4
"""Fewest letters that may be left, and fewest of the word, when a word is cut off where no sign parts it."""

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-ÞŠŽ", "a-zß-öø-ÿšž"
_WORD = re.compile(rf"[{_CAPITAL}]+(?![{_SMALL}])|[{_CAPITAL}]?[{_SMALL}]+|\d+|[^\W\d_{_CAPITAL}{_SMALL}]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared. `plain` is it in small letters, signs left out; `core` what common words leave of it."""

    plain: str
    skeleton: str
    core: str
    words: tuple[str, ...]  # the skeletons of its words, as signs and capitals part them


def name(text: str) -> Name:
    """A handle, or the name of an account, to be compared."""
    text = text[:LONGEST_NAME]
    found = _WORD.findall(text)
    plain = "".join(sign for sign in text.lower() if sign.isalnum())
    whole = skeleton(text)
    words = tuple(filter(None, map(skeleton, found))) if len(found) > 1 else (whole,)
    return Name(plain, whole, _core(found, whole), words)


def _core(found: list[str], whole: str) -> str:
    """What is left without added words and without numbers at the ends; the whole where nothing would be left."""
    added = added_words()
    kept = list(found)
    while len(kept) > 1 and (kept[-1].isdigit() or skeleton(kept[-1]) in added):
        kept.pop()
    while len(kept) > 1 and (kept[0].isdigit() or skeleton(kept[0]) in added):
        kept.pop(0)
    return _cut(whole if len(kept) == len(found) else skeleton("".join(kept)), added)


def _cut(whole: str, added: frozenset[str]) -> str:
    """A name without the added words that it begins or ends with, as long as a name is left."""
    left = whole
    for _ in range(3):
        for size in range(min(15, len(left) - SHORTEST_CORE), SHORTEST_CUT - 1, -1):
            if left[-size:] in added:
                left = left[:-size]
                break
            if left[:size] in added:
                left = left[size:]
                break
        else:
            break
    return left
