"""Five answers become a case in the organisation's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vigor.language.words import sentence_spans
from vigor.policy.document import Attributes, Case, Kind, Option, Text
from vigor.policy.faults import HIDDEN
from vigor.policy.pieces import Piece, cut, joined, unified
from vigor.policy.rearrange import as_prose, one_line
from vigor.policy.render import render_case

LONGEST_TITLE = 60
_SAME = re.compile(
    r"^(?:ja,? |yes,? )?(?:detsamma|samma(?: sak)?|likadant|precis samma|the same|same)\b[^.!]*(?:[.!]\s*|$)",
    re.I,
)
_QUOTES = {"sv": ("”", "”"), "en": ("“", "”")}
# Braces would be read as attributes, an arrow as what a way to act leads to, the rest as the beginning of a comment.
_TAKEN = str.maketrans({"{": "(", "}": ")", "→": "–", "<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody told: what had happened, what the customer wrote, what was done, what came of it, what today."""

    happened: str
    did: str
    today: str
    wrote: str = ""
    became: str = ""


def case_from(told: Answers, language: str) -> str:
    """The Markdown of a case ("### …"), to stand under a principle. Its title is how the first answer begins.

    What was done is a way to act that we don't choose, and what one would do today the one that we do; where today's
    answer is "the same", there is one way only. `language` ("sv" or "en") decides the quotation marks.
    """
    happened, wrote = _plain(told.happened) or "…", _plain(told.wrote).strip("”“\"'")
    opens, closes = _QUOTES.get(language, _QUOTES["en"])
    situation = happened + (f"\n\n{opens}{wrote}{closes}" if wrote else "")
    case = Case(_title(happened), (Text(as_prose(situation)), *_ways(told)), Attributes(classes=("case",)))
    return render_case(case).strip() + "\n"


def _ways(told: Answers) -> tuple[Option, ...]:
    did, became, today = _plain(told.did) or "…", _plain(told.became), _plain(told.today) or "…"
    if same := _SAME.match(today):
        return (Option(did, " ".join(filter(None, (became, today[same.end() :]))), ours=True),)
    act, why = _cut(today)
    return Option(did, became, ours=False), Option(act, why, ours=True)


def with_case(source: str, case: str) -> str:
    """A policy's text with the case last under its last principle; last of all where there is no principle."""
    pieces = list(cut(source))
    principles = [place for place, piece in enumerate(pieces) if piece.kind is Kind.PRINCIPLE]
    start = principles[-1] + 1 if principles else len(pieces)
    end = next((place for place in range(start, len(pieces)) if pieces[place].is_section), len(pieces))
    added = Piece("", Kind.CASE, case.strip(), "\n")
    return joined([*pieces[:end], added, *pieces[end:]], pieces)


def _plain(text: str) -> str:
    for _code, characters in HIDDEN:
        text = characters.sub(" ", text)
    return one_line(unified(text)).translate(_TAKEN)


def _cut(text: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    spans = list(sentence_spans(text))
    if len(spans) < 2:
        return text, ""
    end = spans[0][1]
    return text[:end].strip(), text[end:].strip()


def _title(happened: str) -> str:
    first = _cut(happened)[0].rstrip(" .!?…:;,")
    if len(first) > LONGEST_TITLE:
        first = first[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    return first or happened
