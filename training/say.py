"""Which rows a run learns from, and on what terms."""

from __future__ import annotations

from training.data import SOURCES, rows

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
