"""The value that every reader of a text format returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text, as plain text. `level` is 1–6 for a heading, 0 for anything else."""

    text: str
    level: int = 0
    item: bool = False  # a list item or table row: reads on from the paragraph before it
