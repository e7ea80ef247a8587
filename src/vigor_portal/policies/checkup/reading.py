"""What is counted in an old policy, and what is said of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vigor.policy.convert import Converted
from vigor.policy.document import Policy
from vigor.policy.review import Hint, Sector, Source, opposite, review
from vigor.policy.review.pieces import Piece, pieces

HOLLOW = "truism"
TOO_FAR = "too-far"
AT_PEOPLE = frozenset({"at-people", "distance"})
NO_EXAMPLE = "no-case"
# What is said of a whole point, and not of a sentence in it.
OF_POINTS = frozenset({"empty-principle", "no-way-to-act"})
WE = {"sv": frozenset({"vi"}), "en": frozenset({"we"})}
GOOD_SHOWN = 3
FEWEST_WORDS = 6
# A review leaves what stands between fences alone, and so has no sentences there.
FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(.*?)(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
# What a sentence about what we do often holds, and one about values seldom: a figure, or a name.
CONCRETE = re.compile(r"\d|(?<=[\w,] )[A-ZÅÄÖ]\w+")
NUMBERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-ZÅÄÖ][.)])\s+(?=\S)")
OPEN_AT_FIRST = 2

Hints = Sequence[Hint]


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a sentence is marked, in the reader's language. `opposite` is in the text's, empty where there is none."""

    rule: str
    reason: str
    mend: str
    law: str = ""
    opposite: str = ""

    @property
    def is_grave(self) -> bool:
        return self.rule == TOO_FAR


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without markup. `breaks`: it begins a new line in what was written."""

    text: str
    remarks: tuple[Remark, ...] = ()
    is_heading: bool = False
    breaks: bool = False

    @property
    def goes_too_far(self) -> bool:
        return self.has(TOO_FAR)

    def has(self, *rules: str) -> bool:
        return any(remark.rule in rules for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a guideline, or a piece of a case: `role` is that of `vigor.policy.review.pieces`.

    A section's title has no sentences here, only what is said `about` it. `verbatim` is what stood between fences.
    """

    role: str
    sentences: tuple[Sentence, ...]
    about: tuple[Remark, ...] = ()
    verbatim: tuple[str, ...] = ()

    @property
    def remarks(self) -> list[Remark]:
        """What is said of it, the same thing once."""
        found = [*self.about, *(remark for sentence in self.sentences for remark in sentence.remarks)]
        return list(dict.fromkeys(found))

    @property
    def more(self) -> int:
        """How many remarks come after the first, which is shown at once."""
        return max(len(self.remarks) - 1, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """The opening (no title), or a section. `number` counts principles, 0 for what is none."""

    title: str
    kind: str
    number: int
    blocks: tuple[Block, ...]
    points: int = 0
    without_example: int = 0
    is_open: bool = False

    @property
    def marked(self) -> int:
        """How many things are said of it."""
        return sum(len(block.remarks) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Figures:
    """Sentences, and how many of them are hollow, speak at people or go too far; points, and how many lack a case."""

    sentences: int
    hollow: int
    at_people: int
    too_far: int
    points: int
    without_example: int
    we: int


@dataclass(frozen=True, slots=True)
class Read:
    """An old policy, read. `good` are sentences worth keeping."""

    figures: Figures
    parts: tuple[Part, ...]
    good: tuple[str, ...]
    language: str


def read(
    converted: Converted, *, reader: str, sector: Sector = "private", others: Sequence[Source] = ()
) -> Read:
    """What there is to say of a converted text. `reader` is the language ("sv" or "en") that remarks are given in."""
    policy = converted.policy
    hints = review(policy, language=policy.language or None, sector=sector, others=others)
    parts = tuple(_parts(policy, hints, reader))
    sentences = [
        each for part in parts for block in part.blocks if block.role != "title" for each in block.sentences
    ]
    sentences = [each for each in sentences if not each.is_heading]
    return Read(
        _figures(sentences, parts, policy.language), parts, _good(sentences, policy.language), policy.language
    )


def _figures(sentences: Sequence[Sentence], parts: Sequence[Part], language: str) -> Figures:
    return Figures(
        sentences=len(sentences),
        hollow=sum(sentence.has(HOLLOW) for sentence in sentences),
        at_people=sum(sentence.has(*AT_PEOPLE) for sentence in sentences),
        too_far=sum(sentence.has(TOO_FAR) for sentence in sentences),
        points=sum(part.points for part in parts),
        without_example=sum(part.without_example for part in parts),
        we=sum(_says_we(sentence, language) for sentence in sentences),
    )


def _says_we(sentence: Sentence, language: str) -> bool:
    return not WE.get(language, WE["en"]).isdisjoint(_words(sentence.text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _good(sentences: Sequence[Sentence], language: str) -> tuple[str, ...]:
    """Sentences in "we" that tell what is done. Rather none than one that any company could sign."""
    kept = (
        sentence.text
        for sentence in sentences
        if not sentence.remarks
        and _says_we(sentence, language)
        and len(_words(sentence.text)) >= FEWEST_WORDS
        and CONCRETE.search(sentence.text)
        and not sentence.text.endswith(":")
    )
    return tuple(dict.fromkeys(kept))[:GOOD_SHOWN]


def _parts(policy: Policy, hints: Hints, reader: str) -> Iterator[Part]:
    """The opening, if there is one, and each section."""
    by_key: dict[str, list[Hint]] = defaultdict(list)
    for hint in hints:
        by_key[hint.key].append(hint)
    starts = [section.line for section in policy.sections]
    rows: list[list[Piece]] = [[] for _ in range(len(starts) + 1)]
    place = 0
    for piece in pieces(policy):
        while place < len(starts) and piece.line >= starts[place]:
            place += 1
        rows[place].append(piece)
    if rows[0]:
        blocks = tuple(_block(piece, by_key, reader, policy.language) for piece in rows[0])
        yield Part("", "opening", 0, blocks, is_open=True)
    number = 0
    for section, row in zip(policy.sections, rows[1:], strict=True):
        principle = section in policy.principles
        number += principle
        keys = {point.key for point in section.guidelines}
        blocks = tuple(_block(piece, by_key, reader, policy.language) for piece in row)
        yield Part(
            # Principles get numbers of their own here.
            NUMBERED.sub("", section.title),
            section.kind.value,
            number if principle else 0,
            _without_title(blocks),
            len(section.guidelines),
            sum(any(hint.rule == NO_EXAMPLE for hint in by_key[key]) for key in keys),
            is_open=number <= OPEN_AT_FIRST,
        )


def _without_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The section's title stands above them all: what is said of it comes first, without its words."""
    title, *rest = blocks
    said = (Block(title.role, (), tuple(title.remarks)),) if title.remarks else ()
    return (*said, *rest)


def _block(piece: Piece, by_key: Mapping[str, list[Hint]], reader: str, language: str) -> Block:
    here = [hint for hint in by_key.get(piece.key, ()) if hint.rule != NO_EXAMPLE and _is_in(hint, piece)]
    about = tuple(_remark(hint, reader, language) for hint in here if hint.rule in OF_POINTS)
    said = [hint for hint in here if hint.rule not in OF_POINTS]
    sentences: list[Sentence] = []
    end = 0
    for sentence in piece.sentences:
        start, stop = sentence.span
        own = tuple(_remark(hint, reader, language) for hint in said if start <= hint.span[0] < stop)
        line = piece.source.rfind("\n", 0, start) + 1
        sentences.append(
            Sentence(
                " ".join(sentence.text.split()),
                own,
                is_heading=piece.source[line:start].lstrip().startswith("#"),
                # A heading stands on a line of its own anyway.
                breaks=_breaks(piece, end, start) and not sentences[-1].is_heading,
            )
        )
        end = stop
    verbatim = tuple(match[2].strip() for match in FENCED.finditer(piece.source))
    return Block(piece.role, tuple(sentences), about, verbatim)


def _breaks(piece: Piece, end: int, start: int) -> bool:
    """Whether a new line begins between two sentences: in the text without markup, a soft break is a blank."""
    return bool(end) and "\n" in piece.plain[end:start]


def _is_in(hint: Hint, piece: Piece) -> bool:
    start, _end = hint.span
    return piece.line_of(start) == hint.line and piece.source.startswith(hint.quote, start)


def _remark(hint: Hint, reader: str, language: str) -> Remark:
    turned = opposite(" ".join(hint.quote.split()), language) if hint.rule == HOLLOW else None
    return Remark(hint.rule, hint.reason.of(reader), hint.mend.of(reader), hint.law.of(reader), turned or "")
