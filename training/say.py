"""Which rows a run learns from, and on what terms."""

from __future__ import annotations

from training.data import EXAMPLES, LABELS, SOURCES, own, read_by_us, rows
from training.frames import drawn
from training.teacher import pool

# Read by no recipe that ships: they measure only.
_UNUSED = {"tweeteval/sentiment", "sv_absabank"}


def say_sources(local: bool) -> None:
    for source in SOURCES:
        if source.name in _UNUSED:
            use = "measures only"
        elif source.ship:
            use = "trains"
        else:
            use = "trains weights that are not shipped" if local else "measures only"
        print(
            f"{source.name:<22} {source.language}  {len(rows(source.name)):>6} rows  {use:<36} {source.licence}"
        )
    for name in ("complaint", "polite", "sentiment"):
        print(f"{f'frames: {name}':<22} sv, en {len(drawn(name)):>4} posts  {'trains':<34} our own")
    for path in sorted(EXAMPLES.glob("*.txt")):
        print(f"{f'examples: {path.stem}':<28} {len(own(path.stem)):>5} posts  {'trains':<29} our own")
    for path in sorted(LABELS.glob("*.txt")):
        print(
            f"{f'labels: {path.stem}':<28} {len(read_by_us(path.stem)):>5} posts of these sets, labelled by us"
        )
    print(
        f"{'all-MiniLM-L6-v2':<22} en  labels {len(pool())} posts of these sets, and parts of them: Apache-2.0"
    )
