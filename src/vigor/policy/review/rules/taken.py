"""What stands word for word in somebody else's text.

Both texts are cut into runs of five words. The share of a passage that is taken is the share of its words that lie in a
run which the other text has too ("containment" of w-shingles: Broder, "On the resemblance and containment of documents",
1997), so a word changed here and there doesn't hide a copy, and a common turn of phrase is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vigor.language.words import words
from vigor.policy.document import Policy
from vigor.policy.parse import parse
from vigor.policy.review.hint import Both, Source
from vigor.policy.review.pieces import Piece, mask, pieces
from vigor.policy.review.rule import PROSE, Finding, Reading, Rule, Told, en, same, sv

RUN = 5
FEWEST_WORDS = 8
ENOUGH = 0.6
"""The share of a passage from which it is called taken."""

_OURS = re.compile(r"\A---[ \t]*\n(?:(?!---).*\n)*?policy[ \t]*:")


class Overlap(NamedTuple):
    """How much of a policy's words (0–1) stand in a source too; `source` is "" for all sources together."""

    source: str
    share: float


def overlaps(policy: Policy, others: Sequence[Source]) -> tuple[Overlap, ...]:
    """How much of a policy is taken: first from all the sources together, then from each that gave something.

    What is the policy's own is one minus the first share. Titles count, attributes and markup don't.
    """
    every = [words(piece.plain) for piece in pieces(policy)]
    total = sum(map(len, every))
    runs = [(source.name, _runs_of(source)) for source in others]
    together: list[frozenset[tuple[str, ...]]] = [found for _, found in runs]
    shares = [Overlap(name, _share(every, [found], total)) for name, found in runs]
    largest = sorted((share for share in shares if share.share > 0), key=lambda share: -share.share)
    return (Overlap("", _share(every, together, total)), *largest)


class TakenShare(NamedTuple):
    """How much is taken (0–1): of the whole, and of each point by its key; the opening has the key ""."""

    whole: float
    points: Mapping[str, float]


def taken_share(policy: Policy, others: Sequence[Source]) -> TakenShare:
    """How much of a policy and of each of its points stands in the sources, all together.

    Points are those with a key: principles and other sections (title and belief), guidelines, cases. A point without
    words has no share. Counted as in `overlaps`, whose first share is `whole`.
    """
    runs = [_runs_of(source) for source in others]
    counted: dict[str, list[int]] = {}
    for piece in pieces(policy):
        tokens = words(piece.plain)
        taken, total = counted.setdefault(piece.key, [0, 0])
        counted[piece.key] = [taken + sum(_covered(tokens, runs)), total + len(tokens)]
    total = sum(number for _, number in counted.values())
    whole = sum(taken for taken, _ in counted.values()) / total if total else 0.0
    return TakenShare(whole, {key: taken / number for key, (taken, number) in counted.items() if number})


def _share(every: list[list[str]], runs: list[frozenset[tuple[str, ...]]], total: int) -> float:
    return sum(sum(_covered(tokens, runs)) for tokens in every) / total if total else 0.0


def _covered(tokens: list[str], runs: list[frozenset[tuple[str, ...]]]) -> list[bool]:
    """For each word, whether it lies in a run of five that one of the texts has too."""
    covered = [False] * len(tokens)
    for start in range(len(tokens) - RUN + 1):
        run = tuple(tokens[start : start + RUN])
        if any(run in found for found in runs):
            covered[start : start + RUN] = [True] * RUN
    return covered


def is_policy(text: str) -> bool:
    """Whether a text says itself that it is a policy of ours: `policy:` in its front matter."""
    return bool(_OURS.match(text.lstrip("\ufeff").replace("\r\n", "\n")))


def _runs_of(source: Source) -> frozenset[tuple[str, ...]]:
    """The runs of a text: of its prose where it is a policy, of everything where it is not."""
    if is_policy(source.text):
        texts = [piece.plain for piece in pieces(parse(source.text)[0])]
    else:
        texts = mask(source.text).split("\n\n")
    return frozenset(run for text in texts for run in _runs(words(text)))


def _runs(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[start:] for start in range(RUN)), strict=False)


def _taken(reading: Reading) -> Iterator[Finding]:
    sources = [(source.name, _runs_of(source)) for source in reading.others]
    if not sources:
        return
    for piece in reading.pieces:
        if piece.role not in (*PROSE, "situation", "act", "outcome"):
            continue
        tokens = words(piece.plain)
        if len(tokens) < FEWEST_WORDS:
            continue
        share, name = max((sum(_covered(tokens, [runs])) / len(tokens), name) for name, runs in sources)
        if share >= ENOUGH:
            yield _finding(piece, name, share)


def _finding(piece: Piece, name: str, share: float) -> Finding:
    values = {"source": same(name), "share": same(str(round(100 * share)))}
    return Finding(
        piece,
        (0, len(piece.source)),
        values=values,
        source=name,
        share=round(share, 3),
        confidence=min(1.0, share),
    )


_OTHER_SV = Source(
    "grannens policy", "Vi svarar alltid på frågor inom en arbetsdag och talar om vem som svarar."
)
_OTHER_EN = Source(
    "the neighbour’s policy",
    "We answer every question within one working day and say who it is that answers.",
)

TAKEN = Rule(
    "taken",
    Both("taget från någon annan", "taken from elsewhere"),
    {
        "": Told(
            Both("{share} procent av orden här står likadant i {source}.", "{share} per cent of the words here stand just so in {source}."),
            Both("Berätta det med egna ord och ett eget exempel. Det är så det blir er policy.", "Tell it in your own words, with an example of your own. That is what makes it your policy."),
        )
    },
    "w-shingling: A. Broder, On the resemblance and containment of documents (1997)",
    _taken,
    flags=(
        sv("Vi svarar alltid på frågor inom en arbetsdag och talar om vem som svarar.", others=(_OTHER_SV,)),
        en("We answer every question within one working day and say who we are.", others=(_OTHER_EN,)),
    ),
    passes=(
        sv("Frågor får svar innan vi går hem, med ett namn under.", others=(_OTHER_SV,)),
        sv("Vi svarar alltid på frågor inom en arbetsdag och talar om vem som svarar."),
        en("Questions are answered before we go home, with a name below.", others=(_OTHER_EN,)),
    ),
)  # fmt: skip
