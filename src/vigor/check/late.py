"""Patterns that are made when first asked for: a post needs few of the hundreds, and making one takes its time."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator


class Late:
    """A regular expression that is compiled on first use; it has the methods that checks use.

    `needs`: letters of which some must be there for it to be found at all. A look for them is cheaper than a search.
    """

    __slots__ = ("_flags", "_made", "needs", "source")

    def __init__(self, source: str, flags: int = 0, needs: tuple[str, ...] = ()) -> None:
        self.source, self._flags, self.needs = source, flags, needs
        self._made: re.Pattern[str] | None = None

    @property
    def made(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self.source, self._flags)
        return self._made

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.made.match(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self.needs and not any(map(text.__contains__, self.needs)):
            return None
        return self.made.search(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.made.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.made.finditer(text, start, end)

    def sub(self, instead: Callable[[re.Match[str]], str] | str, text: str) -> str:
        return self.made.sub(instead, text)

    def findall(self, text: str) -> list[str]:
        return self.made.findall(text)

    def split(self, text: str) -> list[str]:
        return self.made.split(text)
