"""The organisation's own words: brands, products, competitors and the rest, and where they stand in a post.

Swedish bends and joins words, so a name is found in its inflected forms ("Grönbladets", "Lagunen") and in compounds
("Grönbladskassan", "lagunprojektet"), but not inside another word ("Ica" in "Amerika").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, NamedTuple, cast

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.language.lemmas import is_word
from vigor.language.words import listed

# Endings that a Swedish or English name takes; an apostrophe or a colon may stand before a genitive's s.
_ENDINGS = listed(
    "s n en et t ens ets ts ns ar er or arna erna orna na nas arnas ernas ornas an ans are aren arens es"
)
_LINKS = ("", "s", "-", "e", "o", "u", "a")
# A name that ends like this may lose it before a compound's next part: "Grönbladet" → "grönbladskassan".
_DEFINITE = ("et", "en", "an", "a", "e")
SHORTEST_IN_COMPOUND = 4
SHORTEST_STEM, SHORTEST_REST = 5, 4
LONGEST_PART = 40
"""Letters on each side of a name that are looked at: no word is longer, and endless ones must not take long."""
_MORE = Late(r"(?:['’:](?:s|n|en|er|ar|ns|ens)(?![^\W_]))|(?:-[^\W_]+)+")


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
        return cls._from_lists(read, text)

    @classmethod
    def _from_lists(cls, read: object, text: str) -> OwnWords:
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
                    _line_of(name, text),
                    f"{name} är ingen av listorna: {wanted}.",
                    f"{name} is none of the lists: {wanted}.",
                )
            if not isinstance(words, list) or not all(isinstance(word, str | int | float) for word in words):
                raise BadWords(
                    _line_of(name, text),
                    f"{name} ska vara en lista med ord.",
                    f"{name} must be a list of words.",
                )
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
            for name in cast("tuple[str, ...]", getattr(self, field.name)):
                for form, joined in _forms(name):
                    held = automaton.get(form, ())
                    automaton.add_word(form, (*held, _Form(name, len(form), joined, _is_ordinary(name))))
            if len(automaton):
                automaton.make_automaton()
                found[field.name] = automaton
        return found

    def find(self, kind: str, lower: str, text: str = "") -> Iterator[tuple[Span, str]]:
        """Where words of a list ("brands") stand in a text in lower case: the span of the whole word, and the name.

        `text` is the same as it is written: with it, a name that is an ordinary word too ("Lagun") counts only with
        its capital.
        """
        automaton = self._patterns.get(kind)
        if automaton is None:
            return
        for last, forms in automaton.iter(lower):
            for form in forms:
                start = last + 1 - form.length
                if form.ordinary and text and not text[start : start + 1].isupper():
                    continue
                if whole := _whole_word(lower, start, last + 1, joined=form.joined):
                    yield whole, form.name


NO_WORDS = OwnWords()
"""One for all who name none, so that its (empty) patterns are made once."""


class _Form(NamedTuple):
    """How a name may be written. `joined`: only as the first part of a compound; `ordinary`: it's a word of its own."""

    name: str
    length: int
    joined: bool
    ordinary: bool


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """A name in lower case; and what is left of "Grönbladet" and "Solrosa" where another word is joined to it."""
    lower = name.lower()
    yield lower, False
    for ending in _DEFINITE:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) >= SHORTEST_STEM and stem.isalpha() and not is_word(stem, "sv"):
            yield stem, True
            return


def _is_ordinary(name: str) -> bool:
    lower = name.lower()
    return name[:1].isupper() and not name.isupper() and (is_word(lower, "sv") or is_word(lower, "en"))


def _line_of(name: object, text: str) -> int:
    """The line of a heading in the file, from 1; 0 where it can't be told."""
    found = re.search(rf"^[ \t]*[\"']?{re.escape(str(name))}[\"']?[ \t]*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _whole_word(text: str, start: int, end: int, *, joined: bool) -> Span | None:
    """The span of the word that the name is, or is a part of; None where it only happens to stand inside another."""
    head = start
    while head and start - head < LONGEST_PART and text[head - 1].isalnum():
        head -= 1
    tail = end
    while tail < len(text) and tail - end < LONGEST_PART and text[tail].isalnum():
        tail += 1
    before, after = text[head:start], text[end:tail]
    if joined:
        fits = not before and len(after) >= SHORTEST_REST and after not in _ENDINGS and _follows(after)
        return Span(start, _with_hyphen(text, tail)) if fits else None
    if not before and (not after or after in _ENDINGS):
        return Span(start, _with_hyphen(text, tail))
    if end - start < SHORTEST_IN_COMPOUND:
        # "Icakassan" is Ica's, "icing" and "ricardo" aren't: the rest must be a word, and the whole must not.
        if (
            before
            or end - start < SHORTEST_IN_COMPOUND - 1
            or len(after) < SHORTEST_REST
            or is_word(text[start:tail], "sv")
        ):
            return None
        return Span(start, tail) if _follows(after) else None
    if before and not _is_part(before):
        return None
    if after and after not in _ENDINGS and not _is_part(after):
        return None
    return Span(head, _with_hyphen(text, tail))


def _with_hyphen(text: str, tail: int) -> int:
    """Past a genitive ("H&M:s", "Ica's") and past what a hyphen joins ("Ica-kassan")."""
    more = _MORE.match(text, tail, tail + LONGEST_PART)
    return more.end() if more else tail


def _follows(text: str) -> bool:
    """Is it a word, with or without a linking s before it?"""
    return is_word(text, "sv") or (text[0] == "s" and len(text) > SHORTEST_REST and is_word(text[1:], "sv"))


def _is_part(text: str) -> bool:
    """Can it stand before or after a name in a compound: a word, with or without a linking letter?"""
    for link in _LINKS:
        for bare in (text.removesuffix(link), text.removeprefix(link)) if link else (text,):
            if len(bare) > 2 and is_word(bare, "sv"):
                return True
    return False
