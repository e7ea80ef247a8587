"""The organisation's own words: brands, products, competitors and the rest, and where they stand in a post.

Swedish bends and joins words, so a name is found in its inflected forms ("Grönbladets", "Lagunen") and in compounds
("Grönbladskassan", "lagunprojektet"), but not inside another word ("Ica" in "Amerika").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, cast

from vigor.check.advice import Span
from vigor.language.lemmas import is_word
from vigor.language.words import listed

# Endings that a Swedish or English name takes; an apostrophe or a colon may stand before a genitive's s.
_ENDINGS = listed(
    "s n en et t ens ets ts ns ar er or arna erna orna na nas arnas ernas ornas an ans are aren arens es"
)
_LINKS = ("", "s", "-", "e", "o", "u", "a")
# A name that ends like this drops the vowel before a compound's next part: "Flicka" → "flickrum".
_VOWELS = "aeo"
SHORTEST_IN_COMPOUND = 4
_WORDS = re.compile(r"[^\W_]+")


class BadWords(Exception):
    """The list can't be used. `line` (from 1, 0 where there is none) and words in both languages."""

    def __init__(self, line: int, sv: str, en: str) -> None:
        super().__init__(en)
        self.line, self.sv, self.en = line, sv, en


@dataclass(frozen=True)
class OwnWords:
    """Lists that communications keeps. Code names are shown and logged nowhere."""

    brands: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    code_names: tuple[str, ...] = ()
    internal_hosts: tuple[str, ...] = ()
    own_contacts: tuple[str, ...] = ()

    @classmethod
    def from_yaml(cls, text: str) -> OwnWords:
        """The lists of a YAML file: a mapping of the names above to lists of words. Raises BadWords."""
        import yaml

        try:
            read = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 0
            raise BadWords(
                line, "Ordlistan är ingen YAML som går att läsa.", "The word list is no readable YAML."
            ) from error
        except (ValueError, RecursionError) as error:
            raise BadWords(0, "Ordlistan går inte att läsa.", "The word list can't be read.") from error
        return cls._from_lists(read)

    @classmethod
    def _from_lists(cls, read: object) -> OwnWords:
        known = [field.name for field in fields(cls)]
        if read is None:
            return cls()
        if not isinstance(read, Mapping):
            raise BadWords(
                1,
                "Ordlistan ska ha rubriker med listor under.",
                "The word list must be headings with lists below.",
            )
        lists: dict[str, tuple[str, ...]] = {}
        for name, words in read.items():
            if name not in known:
                wanted = ", ".join(known)
                raise BadWords(
                    0, f"{name} är ingen av listorna: {wanted}.", f"{name} is none of the lists: {wanted}."
                )
            if not isinstance(words, list) or not all(isinstance(word, str | int | float) for word in words):
                raise BadWords(0, f"{name} ska vara en lista med ord.", f"{name} must be a list of words.")
            lists[name] = tuple(dict.fromkeys(filter(None, (str(word).strip() for word in words))))
        return cls(**lists)

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @cached_property
    def _patterns(self) -> Mapping[str, Any]:
        """An automaton a list, over the words in lower case; nothing where the list is empty."""
        import ahocorasick

        found = {}
        for field in fields(self):
            automaton = ahocorasick.Automaton()
            for word in cast("tuple[str, ...]", getattr(self, field.name)):
                automaton.add_word(word.lower(), word)
            if len(automaton):
                automaton.make_automaton()
                found[field.name] = automaton
        return found

    def find(self, kind: str, lower: str) -> Iterator[tuple[Span, str]]:
        """Where words of a list ("brands") stand in a text in lower case: the span of the whole word, and the name."""
        automaton = self._patterns.get(kind)
        if automaton is None:
            return
        for last, name in automaton.iter(lower):
            start = last + 1 - len(name)
            if whole := _whole_word(lower, start, last + 1):
                yield whole, name


def _whole_word(text: str, start: int, end: int) -> Span | None:
    """The span of the word that the name is, or is a part of; None where it only happens to stand inside another."""
    head = start
    while head and (text[head - 1].isalnum()):
        head -= 1
    tail = end
    while tail < len(text) and (text[tail].isalnum()):
        tail += 1
    before, after = text[head:start], text[end:tail]
    if not before and (not after or after in _ENDINGS):
        return Span(start, tail)
    if end - start < SHORTEST_IN_COMPOUND:
        return None
    if before and not _is_part(before):
        return None
    if after and after not in _ENDINGS and not _is_part(after):
        return None
    return Span(head, tail)


def _is_part(text: str) -> bool:
    """Can it stand before or after a name in a compound: a word, with or without a linking letter?"""
    for link in _LINKS:
        for bare in (text.removesuffix(link), text.removeprefix(link)) if link else (text,):
            if len(bare) > 2 and is_word(bare, "sv"):
                return True
    return False
