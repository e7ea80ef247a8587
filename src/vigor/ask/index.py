"""The index of a text's passages: which words stand where, and which terms each word may be matched by.

Terms are kept per word of the vocabulary, not per place: a policy has one or two thousand different words, so
synonyms, compounds and cognates cost nothing per passage, and a question is matched against the vocabulary
first and only then looked up. What stays in memory is a few arrays.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vigor.ask.passages import Passage
from vigor.ask.terms import Phrase, phrases_in, terms_of
from vigor.ask.typos import Spellings
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import sentence_spans, words

K1 = 0.8
B = 0.25
"""BM25's two constants: how soon a repeated word stops counting, and how much a long passage pays."""

HEADING = 1.6
PATH = 0.7


@dataclass(frozen=True, slots=True)
class Postings:
    """The passages that a word stands in and how strongly (BM25, without idf), the strongest first."""

    passages: array[int]
    impacts: array[float]


class Index:
    """Passages ready to be asked. Build it once; it never changes."""

    __slots__ = ("_spellings", "by_term", "passages", "postings", "sentences", "vocabulary")

    def __init__(self) -> None:
        self.passages: tuple[Passage, ...] = ()
        self.vocabulary: list[tuple[str, str]] = []  # (word or phrase, language) by number
        self.by_term: dict[str, list[tuple[int, float]]] = {}
        self.postings: list[Postings] = []
        # Per passage: the word numbers of its headings, then of each sentence, -1 after each.
        self.sentences: list[array[int]] = []
        self._spellings: Spellings | None = None

    @classmethod
    def build(cls, passages: Iterable[Passage]) -> Index:
        """The index of the passages; about 0.2 ms a passage."""
        index = cls()
        index.passages = tuple(passages)
        builder = _Builder(index)
        for number, passage in enumerate(index.passages):
            builder.add(number, passage)
        builder.finish()
        return index

    def __len__(self) -> int:
        return len(self.passages)

    def spellings(self) -> Spellings:
        """The text's own words, to guess from what a question misspells; made when first needed."""
        if self._spellings is None:
            self._spellings = Spellings({word for word, _ in self.vocabulary if not word.startswith('"')})
        return self._spellings

    def words_for(self, terms: dict[str, float], least: float) -> dict[int, float]:
        """The words of the vocabulary that match any of the terms: word number → how well (at least `least`)."""
        found: dict[int, float] = {}
        by_term = self.by_term
        for term, weight in terms.items():
            for word, own in by_term.get(term, ()):
                value = weight * own
                if value >= least and value > found.get(word, 0.0):
                    found[word] = value
        return found


class _Builder:
    def __init__(self, index: Index) -> None:
        self.index = index
        self.numbers: dict[tuple[str, str], int] = {}
        self.entries: list[list[tuple[int, float]]] = []
        self.lengths: list[float] = []
        self.known_rows: dict[tuple[str, str], array[int]] = {}

    def add(self, number: int, passage: Passage) -> None:
        language = passage.language
        counts: dict[int, float] = {}
        heading = self.row(passage.heading, language)
        path = [word for part in passage.path for word in self.row(part, language)]
        row = array("i", [*heading, *path, -1])
        for word in heading:
            counts[word] = counts.get(word, 0.0) + HEADING
        for word in path:
            counts[word] = counts.get(word, 0.0) + PATH
        length = 0
        for start, end in sentence_spans(passage.text):
            sentence = self.row(passage.text[start:end], language)
            for word in sentence:
                counts[word] = counts.get(word, 0.0) + 1.0
            length += len(sentence)
            row.extend(sentence)
            row.append(-1)
        self.lengths.append(length)
        self.index.sentences.append(row)
        for word, count in counts.items():
            self.entries[word].append((number, count))

    def row(self, text: str, language: str) -> Sequence[int]:
        """The word numbers of a piece of text: its words but the small ones, then the phrases in it."""
        known = self.known_rows.get((text, language))
        if known is not None:
            return known
        tokens = words(text)
        small = STOP_WORDS[language]
        row = array("i", [self.number(token, language) for token in tokens if token not in small])
        row.extend(self.phrase(phrase, language) for phrase in phrases_in(tokens, language))
        if len(text) < 100:
            self.known_rows[text, language] = row
        return row

    def number(self, word: str, language: str) -> int:
        number = self.numbers.get((word, language))
        return self._new(word, language, terms_of(word, language)) if number is None else number

    def phrase(self, phrase: Phrase, language: str) -> int:
        name = f'"{phrase[0]}"'
        number = self.numbers.get((name, language))
        return self._new(name, language, phrase[1]) if number is None else number

    def _new(self, word: str, language: str, terms: dict[str, float]) -> int:
        number = self.numbers[word, language] = len(self.entries)
        self.entries.append([])
        self.index.vocabulary.append((word, language))
        for term, weight in terms.items():
            self.index.by_term.setdefault(term, []).append((number, weight))
        return number

    def finish(self) -> None:
        average = sum(self.lengths) / max(1, len(self.lengths)) or 1.0
        norms = [K1 * (1 - B + B * length / average) for length in self.lengths]
        for entries in self.entries:
            weighed = [(count * (K1 + 1) / (count + norms[number]), number) for number, count in entries]
            weighed.sort(key=lambda entry: (-entry[0], entry[1]))
            self.index.postings.append(
                Postings(
                    array("I", [number for _, number in weighed]),
                    array("f", [impact for impact, _ in weighed]),
                )
            )
