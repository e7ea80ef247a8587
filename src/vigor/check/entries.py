"""What the lexicons are written as, made ready to look for: every way to write an entry, by the letters it is found by.

Some seven hundred lines become six thousand entries of a language, which takes as long as all the rest of a start. So they
are kept (`vigor.language.kept`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vigor.language import kept

_WAYS = 12
"""Ways to begin an entry that are looked for one by one; what follows them is a pattern."""
MOST_WAYS = 150
SHORTEST_LAST = 4
_VOWELS = "aey"
_LEXICONS = Path(__file__).with_name("lexicons")
_PARTS = 5
_KIND = "entries"


class Entry(NamedTuple):
    kind: str
    written: str
    how: str  # "lemma", "form", "begin", "last", "phrase", "pattern", "sign"
    word: str  # what it is compared with
    key: str  # what the automaton looks for
    begins: bool = True  # a word begins with it: not found in the midst of one


def all_of(language: str) -> list[str]:
    """Every entry of a language ("sv", "en"), from the last time they were made: a line for the letters that they are found
    by, which `told` reads.
    """
    return kept.kept(_KIND, language, _code(), partial(_lines, language)).split("\n")


def build() -> list[Path]:
    """Keep the entries beside the package; returns the files that are now there."""
    return [
        path
        for language in ("sv", "en")
        for path in kept.build(_KIND, language, _code(), partial(_lines, language))
    ]


def _code() -> list[Path]:
    return [Path(__file__), *sorted(_LEXICONS.glob("*.toml"))]


def letters(line: str) -> str:
    """What the entries of a line are found by."""
    return line[: line.index("\t")]


def told(line: str) -> tuple[Entry, ...]:
    """The entries of a line. Most lines are never met in a post, so each is read when it is."""
    key, *parts = line.split("\t")
    return tuple(
        Entry(kind, written, how, word, key, bool(begins))
        for kind, written, how, word, begins in zip(*[iter(parts)] * _PARTS, strict=True)
    )


def _lines(language: str) -> str:
    found: dict[str, list[str]] = {}
    for entry in entries(language):
        kind, written, how, word, key, begins = entry
        found.setdefault(key, [key]).extend((kind, written, how, word, "begins" if begins else ""))
    return "\n".join("\t".join(parts) for parts in found.values())


def entries(language: str) -> Iterator[Entry]:
    """Every entry of a language, in a steady order."""
    import tomllib

    for path in sorted(_LEXICONS.glob("*.toml")):
        for key, text in tomllib.loads(path.read_text(encoding="utf-8")).get(language, {}).items():
            for written in filter(None, (part.strip() for part in text.replace("\n", ",").split(","))):
                yield from _made(f"{path.stem}.{key}", " ".join(written.lower().split()))


def _made(kind: str, written: str) -> Iterator[Entry]:
    """The entries of what is written: one a way to say it, or one a way to begin it."""
    begun = [written]
    while any("(" in one for one in begun):
        wider = [way for one in begun for way in _opened(one)]
        shortest = min(len(one.partition("(")[0].strip()) for one in begun)
        # "is …" would be tried at every "is".
        if shortest and len(wider) > (_WAYS if shortest >= SHORTEST_LAST else MOST_WAYS):
            break
        begun = wider
    for one in begun:
        begin = one.partition("(")[0]
        if begin == one:
            yield _entry(kind, written, " ".join(one.split()))
        else:
            yield Entry(kind, written, "pattern", one.lstrip(), begin.lstrip())


def _opened(written: str) -> list[str]:
    """ "a (b|c (d|e)) f" → "a b f", "a c (d|e) f": the first alternatives, each in its turn."""
    begin, paren, rest = written.partition("(")
    if not paren:
        return [written]
    depth, start, ways = 1, 0, []
    for place, character in enumerate(rest):
        depth += (character == "(") - (character == ")")
        if (character == "|" and depth == 1) or not depth:
            ways.append(rest[start:place])
            start = place + 1
        if not depth:
            return [f"{begin}{way}{rest[place + 1 :]}" for way in ways]
    raise ValueError(f"a parenthesis isn't closed: {written}")


def _entry(kind: str, written: str, plain: str) -> Entry:
    bare = plain.strip("*=")
    if not (bare and bare[0].isalnum() and bare[-1].isalnum()):
        return Entry(kind, written, "sign", plain, plain, begins=False)
    if plain.endswith("*"):
        return Entry(kind, written, "begin", bare, bare)
    if plain.startswith("="):
        return Entry(kind, written, "form", bare, bare)
    if not bare.replace("'", "").isalnum() or "'" in bare:
        return Entry(kind, written, "phrase", bare, bare)
    how = "last" if plain.startswith("*") else "lemma"
    # "klåpare" is found in "klåparna": the last vowel is what endings replace.
    key = bare[:-1] if len(bare) > 4 and bare[-1] in _VOWELS else bare
    # A short word is in too many others: "apa" in "skapa".
    return Entry(kind, written, how, bare, key, begins=how != "last" or len(bare) < SHORTEST_LAST)
