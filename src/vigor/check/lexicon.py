"""Words that checks look for, and where they stand in a post.

    post.hits.of("insult")            every hit of lexicons/insult.toml
    post.hits.of("insult.person")     those under its key `person`
    post.hits.first("ultimatum")      one, or None
    hit.span, hit.kind, hit.entry     characters of the post; "insult.person"; the entry as it is written in the file

A file of `lexicons/` is a family: a table a language (`[sv]`, `[en]`), whose keys are kinds and whose values are
entries, one a line or parted by commas. An entry is

    idiot            a word in any form that the lemma list knows: "idioter", "idiotens"
    =hot             that form and no other
    idioti*          any word that begins so
    *idiot           a word in any form, also as the last part of a compound: "jätteidioten"
    dra (åt|till) h  words in this very order; `(a|b)` stands for either, `(a |)` may be left out
    🙄  or  /s       anything else is found as it is written

Words in order with very many ways to choose are looked for by how they begin, and a pattern confirms the rest.

What stands in `idiom.toml` hides every hit that overlaps it: "döda linan", "kill the process".
All entries of a language are one Aho–Corasick automaton, so a post without any costs a single walk over its letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from vigor.check.advice import Span
from vigor.check.entries import Entry, all_of, letters, told
from vigor.language.lemmas import lemma
from vigor.language.words import listed

if TYPE_CHECKING:
    from vigor.check.post import Token

_PATTERN_REACH = 160
_IDIOM = "idiom"
MOST = 40
"""Hits of a kind that are kept. A post that has more is a heap of words, and each is compared with those around it."""
# What words that the lemma list lacks may end in.
_ENDINGS = {"sv": listed("s n en et t ns ens ets ar er or arna erna orna ars ers"), "en": listed("s")}
_PLAIN = (("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("’", "'"), ("‘", "'"), ("´", "'"))


class Hit(NamedTuple):
    """An entry found in a post. `kind` is "family.key"."""

    start: int
    end: int
    kind: str
    entry: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def key(self) -> str:
        return self.kind.partition(".")[2]


class Hits:
    """Every hit in a post, in order."""

    def __init__(self, found: Sequence[Hit]) -> None:
        self._by_kind: dict[str, list[Hit]] = {}
        for hit in found:
            for kind in (hit.kind, hit.kind.partition(".")[0]):
                self._by_kind.setdefault(kind, []).append(hit)

    def __bool__(self) -> bool:
        return bool(self._by_kind)

    @property
    def kinds(self) -> Iterable[str]:
        """Families and kinds of which there is a hit."""
        return self._by_kind.keys()

    def of(self, *kinds: str) -> list[Hit]:
        """The hits of families ("insult") or kinds ("insult.person"), in the order of the text."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        if self._by_kind.keys().isdisjoint(kinds):
            return []
        some = [kind for kind in kinds if kind in self._by_kind]
        if len(some) < 2:
            return self._by_kind[some[0]]
        return sorted({hit for kind in some for hit in self._by_kind[kind]})

    def first(self, *kinds: str) -> Hit | None:
        found = self.of(*kinds)
        return found[0] if found else None

    def within(self, span: Span, *kinds: str) -> list[Hit]:
        """Those that begin in a span."""
        return [hit for hit in self.of(*kinds) if span.start <= hit.start < span.end]


NO_HITS = Hits(())


def hits_of(lower: str, language: str, tokens: Callable[[], Sequence[Token]]) -> Hits:
    """The hits in a text in lower case. `tokens` is asked for its words only where the automaton found something."""
    automaton = _automaton(language)
    found: list[Hit] = []
    words: Sequence[Token] = ()
    starts: list[int] = []
    plain = lower
    for written, meant in _PLAIN:
        plain = plain.replace(written, meant)
    room: dict[str, int] = {}
    for last, line in automaton.iter(plain):
        for entry in _entries(line):
            start = last + 1 - len(entry.key)
            if start and entry.begins and plain[start - 1].isalnum():
                continue
            if not starts:
                words = tokens()
                starts = [token.start for token in words]
            number = room.get(entry.kind, 0)
            if number < MOST and (span := _confirmed(entry, start, plain, words, starts, language)):
                room[entry.kind] = number + 1
                found.append(Hit(*span, entry.kind, entry.written))
    return Hits(_unhidden(found)) if found else NO_HITS


def _confirmed(
    entry: Entry, start: int, text: str, words: Sequence[Token], starts: Sequence[int], language: str
) -> Span | None:
    """The span of the hit, or nothing where the letters only happen to stand there."""
    end = start + len(entry.key)
    if entry.how in ("sign", "phrase"):
        return Span(start, end) if _ends(text, end) else None
    if entry.how == "pattern":
        found = _pattern(entry.word).match(text, start, start + _PATTERN_REACH)
        return Span(*found.span()) if found else None
    number = bisect_right(starts, start) - 1
    if number < 0 or start >= words[number].end:
        return None
    token = words[number]
    if token.start != start and entry.begins:
        return None
    rest = token.word[start - token.start :]
    return Span(token.start, token.end) if _fits(entry, rest, language) else None


def _fits(entry: Entry, rest: str, language: str) -> bool:
    if entry.how == "begin" or rest == entry.word:
        return rest.startswith(entry.word)
    if entry.how == "form":
        return False
    if rest.startswith(entry.word) and rest[len(entry.word) :] in _ENDINGS[language]:
        return True
    return lemma(rest, language) == entry.word


def _ends(text: str, end: int) -> bool:
    """Does it end where a word does? "We can" isn't said by "we can't"."""
    if text.startswith("'t", end):
        return False
    return end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


def _unhidden(found: list[Hit]) -> list[Hit]:
    """In order, each place and kind once, without what an idiom covers."""
    idioms = [hit for hit in found if hit.kind.startswith(_IDIOM)]
    if idioms:
        found = [
            hit for hit in found if not any(one.start < hit.end and hit.start < one.end for one in idioms)
        ]
    return sorted(set(found))


_entries = cache(told)


@cache
def _automaton(language: str) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for line in all_of(language):
        automaton.add_word(letters(line), line)
    automaton.make_automaton()
    return automaton


def _source(written: str) -> str:
    """The pattern of an entry; blanks may be more or, beside what is left out, fewer."""
    parts = re.split(r"([()| ])", written)
    signs = {"(": "(?:", ")": ")", "|": "|", " ": " *"}
    return "".join(signs.get(part) or re.escape(part) for part in parts) + r"(?<! )(?!\w)"


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """Made when it is first looked for: few of them ever are."""
    return re.compile(_source(written))
