"""A post as the page shows it: its text in pieces, with numbers where advice has something to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vigor.check import Advice, Checked, Context, Praise, check
from vigor.check.post import LONGEST
from vigor.language.identify import identify
from vigor.language.words import sentence_spans
from vigor.policy.document import Case, Force, Guideline, Policy
from vigor_portal.policies import queries as policies
from vigor_portal.policies.queries import ReadText


@dataclass(frozen=True)
class Piece:
    """A piece of the post. `numbers`: the advice that it is marked for; `ends`: those whose mark ends with it."""

    text: str
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    weight: str = ""
    checks: str = ""  # names of the checks, for the browser to hide


@dataclass(frozen=True)
class Said:
    """A piece of advice with its number, and what it rests on."""

    number: int
    advice: Advice
    see: str  # what we see: the first sentence of the message
    why: str  # the rest of it
    weight: str  # "must", "hint" or ""
    case: Case | None
    about_all: bool  # it is about the post as a whole


@dataclass(frozen=True)
class Touch:
    """A topic that the account's card doesn't comment on, and the word of the post that brings it up."""

    topic: str
    word: str


@dataclass(frozen=True)
class Reading:
    """All that is said of a post. `cut`: only its beginning was read."""

    language: str
    pieces: tuple[Piece, ...]
    said: tuple[Said, ...]
    good: tuple[Praise, ...]
    protection: str
    touches: tuple[Touch, ...]
    cut: bool

    @property
    def pieces_of_advice(self) -> int:
        """What the policy says, and what the card says."""
        return len(self.said) + bool(self.touches)


def read_post(text: str, context: Context, reader_language: str, language: str = "") -> Reading | None:
    """Read a post against the policy in force, in the post's language where it has one. None without a policy."""
    held = text_in_force(text, reader_language, language)
    if held is None:
        return None
    found, spoken = held
    checked = check(text, found.policy, context, language=spoken)
    said = tuple(_said(number, each, found.policy) for number, each in enumerate(checked.advice, start=1))
    return Reading(
        language=checked.language,
        pieces=tuple(pieces(text[:LONGEST], said)),
        said=said,
        good=checked.good,
        protection=checked.protection,
        touches=tuple(Touch(each.topic, text[slice(*each.span)]) for each in checked.touches),
        cut=len(text) > LONGEST,
    )


def check_post(text: str, context: Context, reader_language: str, language: str = "") -> Checked | None:
    """The same as the core gives it, for programs."""
    held = text_in_force(text, reader_language, language)
    return check(text, held[0].policy, context, language=held[1]) if held else None


def text_in_force(text: str, reader_language: str, language: str = "") -> tuple[ReadText, str] | None:
    """The policy's text that a post is read against, and the language of the post ("sv", "en")."""
    version = policies.current()
    if version is None:
        return None
    spoken = language or identify(text[:LONGEST], default=reader_language)
    texts = policies.texts_of(version)
    found = texts.get(spoken) or texts.get(reader_language) or next(iter(texts.values()), None)
    return (found, spoken) if found else None


def _said(number: int, advice: Advice, policy: Policy) -> Said:
    point, case = policy.by_key.get(advice.guideline), policy.by_key.get(advice.case)
    see, why = _first_sentence(advice.message)
    must = isinstance(point, Guideline) and point.force is Force.MUST
    return Said(
        number=number,
        advice=advice,
        see=see,
        why=why,
        weight="hint" if advice.hint else "must" if must else "",
        case=case if isinstance(case, Case) else None,
        about_all=advice.span.start == advice.span.end,
    )


def _first_sentence(message: str) -> tuple[str, str]:
    spans = sentence_spans(message)
    end = spans[0][1] if spans else len(message)
    return message[:end].strip(), message[end:].strip()


def pieces(text: str, said: Sequence[Said]) -> Iterator[Piece]:
    """The text cut where a mark begins or ends; put together again it is the text."""
    marks = [each for each in said if not each.about_all]
    cuts = sorted({0, len(text), *(place for each in marks for place in each.advice.span)})
    for start, end in pairwise(cuts):
        over = [each for each in marks if each.advice.span.start <= start and end <= each.advice.span.end]
        yield Piece(
            text=text[start:end],
            numbers=tuple(each.number for each in over),
            ends=tuple(each.number for each in over if each.advice.span.end == end),
            weight=over[0].weight if over else "",
            checks=" ".join(each.advice.check for each in over),
        )
