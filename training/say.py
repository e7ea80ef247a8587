"""Which rows a run learns from, and on what terms."""

from __future__ import annotations

from training.data import SOURCES, rows
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
    print(
        f"{'all-MiniLM-L6-v2':<22} en  labels {len(pool())} posts of these sets, and parts of them: Apache-2.0"
    )
