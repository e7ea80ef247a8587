"""Our own frames of posts: a sentence with slots, of which as many posts are drawn as it takes.

A line is `label|language|Where is my {order|parcel}?`. A frame teaches which words can stand in one place, so that
what is learnt of "parcel" is learnt of "sofa" as well. Drawn with a fixed seed: the same posts each time.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

DRAWN = 20
FRAMES = Path(__file__).with_name("frames")
_SLOT = re.compile(r"\{([^{}]*)\}")


@cache
def drawn(name: str) -> tuple[tuple[str, str, str], ...]:
    """Posts of the frames of that name, each once: text, label, language."""
    lines = (FRAMES / f"{name}.txt").read_text("utf-8").splitlines()
    found = {}
    for number, line in enumerate(line for line in lines if line and line[0] != "#"):
        label, language, frame = line.split("|", 2)
        chance = random.Random(number)
        for _ in range(DRAWN):
            found.setdefault((_filled(frame, chance), language), label)
    return tuple((post, label, language) for (post, language), label in found.items())


def _filled(frame: str, chance: random.Random) -> str:
    return _SLOT.sub(lambda slot: chance.choice(slot[1].split("|")), frame).strip()
