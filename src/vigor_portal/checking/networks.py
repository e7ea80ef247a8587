"""How long a post is where it is going: the limits stand in the table of `vigor.networks`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from functools import cache

from vigor import networks as known

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
# What joins the sign before it: variation selectors, skin tones, tags; the joiner takes the next one in, too.
_JOINER, _JOINING = "\u200d", re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
# X counts Latin, Greek, Cyrillic and common punctuation as one, all else as two.
_NARROW = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


@dataclass(frozen=True)
class Network:
    """A place to post in. `link` 0: links count as they are; `wide`: what a sign outside the alphabets counts as."""

    key: str
    name: str
    limit: int
    unit: str = "characters"
    link: int = 0
    wide: int = 1

    def count(self, text: str) -> int:
        """How much of the limit a text takes."""
        if self.link:
            text = _LINK.sub("x" * self.link, text)
        if self.unit == "graphemes":
            return len(graphemes(text))
        if self.wide == 1:
            return len(text)
        signs = graphemes(text)
        return sum(len(sign) if _all_narrow(sign) else self.wide for sign in signs)


def _all_narrow(sign: str) -> bool:
    return all(_NARROW.match(character) for character in sign)


def graphemes(text: str) -> list[str]:
    """What the eye takes for one sign each: letters with their accents, families, flags. Good for counting."""
    signs: list[str] = []
    joined = False
    for character in text:
        half_a_flag = bool(
            signs and len(signs[-1]) == 1 and _FLAG.match(signs[-1]) and _FLAG.match(character)
        )
        joins = bool(unicodedata.combining(character) or _JOINING.match(character) or character == _JOINER)
        if signs and (joined or joins or half_a_flag or (character == "\n" and signs[-1] == "\r")):
            signs[-1] += character
        else:
            signs.append(character)
        joined = character == _JOINER
    return signs


@cache
def networks() -> dict[str, Network]:
    """Every network whose posts have a limit, by key, in the order of the table."""
    return {
        key: Network(key=key, name=network.name("en"), **asdict(network.post))
        for key, network in known.networks().items()
        if network.post
    }
