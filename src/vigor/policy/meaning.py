"""Another meaning, or only other words? What is proposed to whoever publishes a reworded guideline.

Those who have answered a guideline (agree, unsure, disagree) are asked again when it means something else, and left in
peace when it only reads better. Where in doubt we propose another meaning: asking once too often is the lesser wrong.

A guideline means something else when one of these signs is there:

    attributes   who it is for, who may read it, how strong it is, until when it is on trial
    negation     a "not", "never", "without" came or went
    modal        "may", "should", "only", "always", "unless" … came or went. "Shall" and "must" count as nothing: with
                 us "we do" says the same, and how strong a guideline is stands in its `force`
    number       a figure or an amount changed, or an hour became a day
    name         somebody or something with a name of its own, or an address, came or went
    opposite     a word became its antonym
    content      more of the words that carry the content changed than `MOST_CHANGED`

Each sign has its examples below, in both languages, and `tests/core/policy/test_meaning.py` tells how often all of
them together propose what a person said of pairs made by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from vigor.language.lemmas import lemma
from vigor.language.stems import stem
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import listed, sentence_spans, word_spans
from vigor.policy.diff import text_of
from vigor.policy.document import Guideline, Point
from vigor.policy.html import to_plain
from vigor.policy.review.antonyms import antonyms

MOST_CHANGED = 0.24
"""The share of the content words (of both wordings together) that may change before the guideline means something else."""


class Change(StrEnum):
    MEANING = "meaning"
    WORDING = "wording"


class Sign(StrEnum):
    """Why a guideline means something else."""

    ATTRIBUTES = "attributes"
    NEGATION = "negation"
    MODAL = "modal"
    NUMBER = "number"
    NAME = "name"
    OPPOSITE = "opposite"
    CONTENT = "content"


# What takes a sentence back. What only leaves something be counts too ("we refrain from" for "we don't").
NEGATIONS = {
    "sv": listed(
        "inte ej icke aldrig ingen inget inga ingenting ingenstans varken utan undvika avstå låta_bli"
    ),
    "en": listed("not never no none nobody nothing nowhere neither nor cannot without avoid refrain"),
}

# Small words that decide, by what they say. A word for another of the same kind is only another word.
DECIDING = {
    "sv": {
        "may": listed("får fick kan kunna kunde tillåta tillåten tillåtet"),
        "should": listed("bör borde rekommendera"),
        "rather": listed("gärna helst hellre försöka sträva eftersträva"),
        "usually": listed("bruka oftast ofta normalt vanligen vanligtvis ibland"),
        "always": listed("alltid jämt"),
        "only": listed("bara endast enbart"),
        "unless": listed("utom förutom såvida undantag undantagsvis"),
        "first": listed("först"),
        "at least": listed("minst åtminstone"),
        "at most": listed("högst max maximalt"),
        "before": listed("före innan"),
        "after": listed("efter efteråt"),
        "everybody": listed("alla samtliga varje"),
    },
    "en": {
        "may": listed("may can could might allow permit"),
        "should": listed("should ought recommend"),
        "rather": listed("rather preferably try strive prefer gladly"),
        "usually": listed("usually normally often mostly sometimes"),
        "always": listed("always"),
        "only": listed("only solely exclusively"),
        "unless": listed("unless except exception"),
        "first": listed("first"),
        "at least": listed("least minimum"),
        "at most": listed("most maximum"),
        "before": listed("before"),
        "after": listed("after afterwards"),
        "everybody": listed("all every everybody everyone each"),
    },
}
# With "we do" they say the same: what is a must is written in `force`.
OBLIGING = {
    "sv": listed("ska skall måste behöva behövs krävs"),
    "en": listed("shall must need have has will"),
}
# "Employees do" becomes "we do" when a policy stops talking at people; that is another voice, and the same thing.
OURSELVES = {
    "sv": listed("medarbetare anställd anställda personal personalen"),
    "en": listed("employee employees staff personnel"),
}
# Who is talked at: there a "should" is the voice's, and goes with it.
TALKED_AT = {
    "sv": listed("du dig ni er man") | OURSELVES["sv"],
    "en": listed("you one") | OURSELVES["en"],
}
NUMBERS = {
    "sv": ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}  # fmt: skip
UNITS = {
    "sv": listed(
        "sekund minut timme timma dag dygn vecka månad kvartal år vardag arbetsdag krona euro procent"
    ),
    "en": listed("second minute hour day week month quarter year weekday workday krona euro percent"),
}
ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+")
NOT_SHORT = re.compile(r"\b(\w+)n['’]t\b", re.IGNORECASE)
# How words are parted into pairs that belong together, before anything is counted.
TOGETHER = {"sv": re.compile(r"\b(?:låter?|låta|låt)\s+(?:\w+\s+)?bli\b", re.IGNORECASE)}


def proposed(old: Point, new: Point, language: str) -> Change:
    """What we propose of a point that reads otherwise than before. `language` is "sv" or "en"."""
    return Change.MEANING if signs(old, new, language) else Change.WORDING


def signs(old: Point, new: Point, language: str) -> frozenset[Sign]:
    """Why the point means something else than before; empty where only its wording changed (or nothing did)."""
    found = signs_between(text_of(old), text_of(new), language)
    return found | {Sign.ATTRIBUTES} if _for_whom(old) != _for_whom(new) else found


def _for_whom(point: Point) -> tuple[object, ...]:
    """What the attributes say of whom the point is for, and how strong it is."""
    common = (
        point.kind,
        point.audience,
        *map(frozenset, (point.attributes.words("layers"), point.attributes.words("departments"))),
    )
    return (*common, point.force, point.trial_until) if isinstance(point, Guideline) else common


def signs_between(before: str, after: str, language: str) -> frozenset[Sign]:
    """The signs in the words alone: Markdown of one point, then and now."""
    one, other = _reading(before, language), _reading(after, language)
    if one.plain == other.plain:
        return frozenset()
    differs = {
        Sign.NEGATION: one.negations != other.negations,
        Sign.MODAL: one.deciding != other.deciding,
        Sign.NUMBER: one.numbers != other.numbers,
        Sign.NAME: not _same_names(one, other),
        Sign.OPPOSITE: _turned(one, other, language),
        Sign.CONTENT: _share_changed(one.content, other.content) > MOST_CHANGED,
    }
    return frozenset(sign for sign, there in differs.items() if there)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the signs compare of one wording."""

    plain: str
    negations: int
    deciding: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    every: frozenset[str]  # all words, as they stand in lower case
    content: frozenset[str]


@lru_cache(maxsize=1024)
def _reading(markdown: str, language: str) -> _Words:
    language = language if language in NEGATIONS else "en"
    plain = " ".join(to_plain(markdown).split())
    text = TOGETHER[language].sub("undvika", plain) if language in TOGETHER else plain
    text = NOT_SHORT.sub(r"\1 not", text)
    addresses = frozenset(address.rstrip(".,;:!?)") for address in ADDRESS.findall(text))
    text = ADDRESS.sub(" ", text)
    spans = word_spans(text)
    both = [(word, lemma(word, language)) for word, _start, _end in spans]
    numbers = (_number(word, base, language) for word, base in both)
    return _Words(
        plain,
        sum(bool({word, base} & NEGATIONS[language]) for word, base in both),
        _deciding(both, language),
        frozenset(number for number in numbers if number),
        addresses | _names(text, spans),
        frozenset(word for pair in both for word in pair),
        frozenset(_content(both, language)),
    )


def _deciding(both: Sequence[tuple[str, str]], language: str) -> frozenset[str]:
    words = {word for pair in both for word in pair}
    found = {kind for kind, deciding in DECIDING[language].items() if not words.isdisjoint(deciding)}
    return frozenset(found - {"should"} if words & TALKED_AT[language] else found)


def _number(word: str, base: str, language: str) -> str:
    """ "3", also for "three"; a unit ("hour") by its base form; empty for all else."""
    if word.isdecimal():
        return word.lstrip("0") or "0"
    if word in NUMBERS[language][2:]:
        return str(NUMBERS[language].index(word))
    return base if base in UNITS[language] else ""


def _names(text: str, spans: Iterable[tuple[str, int, int]]) -> frozenset[str]:
    """Words with a capital inside a sentence, in lower case and without a genitive s."""
    starts = {start for start, _end in sentence_spans(text)}
    found = set()
    for _word, start, end in spans:
        written = text[start:end]
        opens = start in starts or text[max(0, start - 1) : start] in {"“", '"', "”", "«", "(", "→"}
        if written[0].isupper() and not opens and written not in {"I", "Vi", "We"}:
            found.add(_bare(written))
    return frozenset(found)


def _bare(name: str) -> str:
    name = name.lower().replace("’", "'").removesuffix("'s")
    return name[:-1] if len(name) > 3 and name.endswith("s") else name


def _same_names(one: _Words, other: _Words) -> bool:
    """A name that stands first in the other's sentence isn't missing there."""
    here, there = ({_bare(word) for word in each.every} for each in (one, other))
    return one.names - other.names <= there and other.names - one.names <= here


def _content(both: Iterable[tuple[str, str]], language: str) -> Iterable[str]:
    small = STOP_WORDS[language]
    decided = frozenset().union(
        *DECIDING[language].values(), NEGATIONS[language], OBLIGING[language], OURSELVES[language]
    )
    for word, base in both:
        if not ({word, base} & (small | decided)) and not _number(word, base, language):
            yield stem(base, language)


def _share_changed(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the content words of both wordings together stands in one of them only, 0–1."""
    together = len(one) + len(other)
    return len(one ^ other) / together if together else 0.0


def _turned(one: _Words, other: _Words, language: str) -> bool:
    """Did a word become its antonym?"""
    known = antonyms("sv" if language == "sv" else "en")
    gone, came = one.every - other.every, other.every - one.every
    turned = (
        (word, found)
        for word in gone
        for found in (*known.adjectives.get(word, ()), known.nouns.get(word, ""))
    )
    return any(opposite in came for _word, opposite in turned if opposite)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of wordings, and whether the sign is there. Other signs may be."""

    language: str
    before: str
    after: str
    there: bool


EXAMPLES: dict[Sign, tuple[Example, ...]] = {
    Sign.NEGATION: (
        Example("sv", "Vi skämtar inte om kunder.", "Vi skämtar om kunder.", there=True),
        Example("sv", "Vi svarar inte på hån.", "Vi låter bli att svara på hån.", there=False),
        Example("en", "We don't joke about customers.", "We joke about customers.", there=True),
        Example("en", "We do not answer mockery.", "We refrain from answering mockery.", there=False),
    ),
    Sign.MODAL: (
        Example("sv", "Vi svarar alltid.", "Vi svarar.", there=True),
        Example("sv", "Du ska svara.", "Vi svarar.", there=False),
        Example("en", "We may answer.", "We answer.", there=True),
        Example("en", "You must answer.", "We answer.", there=False),
    ),
    Sign.NUMBER: (
        Example("sv", "Två personer har nyckeln.", "Tre personer har nyckeln.", there=True),
        Example("sv", "Två personer har nyckeln.", "2 personer har nyckeln.", there=False),
        Example("en", "We answer within an hour.", "We answer within a day.", there=True),
        Example("en", "Three people have the key.", "3 people have the key.", there=False),
    ),
    Sign.NAME: (
        Example("sv", "Vi svarar på Facebook.", "Vi svarar på Instagram.", there=True),
        Example("sv", "På Facebook svarar vi.", "Facebook är där vi svarar.", there=False),
        Example("en", "We call Anna first.", "We call Peter first.", there=True),
        Example("en", "We use Anna's list.", "We use the list that Anna has.", there=False),
    ),
    Sign.OPPOSITE: (
        Example("sv", "Vi är öppna om priset.", "Vi är slutna om priset.", there=True),
        Example("sv", "Vi är öppna om priset.", "Vi är ärliga om priset.", there=False),
        Example("en", "We are honest about prices.", "We are dishonest about prices.", there=True),
        Example("en", "We are open about prices.", "We are frank about prices.", there=False),
    ),
    Sign.CONTENT: (
        Example("sv", "Vi tackar för beröm.", "Vi ringer kunden om en faktura.", there=True),
        Example("sv", "Vi säger förlåt när vi gjort fel.", "När vi gjort fel säger vi förlåt.", there=False),
        Example("en", "We thank for praise.", "We phone the customer about a bill.", there=True),
        Example("en", "We say sorry when wrong.", "When wrong, we say sorry.", there=False),
    ),
}
"""Each sign's proof, in both languages; one test tries them all."""
