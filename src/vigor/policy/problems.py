"""What can be wrong in a policy's text: where, what, and how to mend it, in Swedish and English.

Problems are returned, never raised. The texts stand in one table, so page, command and API use the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vigor.policy.problem_texts import PROBLEMS

Severity = Literal["error", "warning"]
Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` counts from 1; `values` fill the texts; an "error" stands in the way of publishing."""

    code: str
    line: int
    values: Values = ()
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def what(self, language: str) -> str:
        """What is wrong, in "sv" or "en" (any other language gets English)."""
        return self._text(language, 0)

    def mend(self, language: str) -> str:
        """How to mend it."""
        return self._text(language, 1)

    def _text(self, language: str, which: int) -> str:
        texts: Mapping[str, tuple[str, str]] = PROBLEMS[self.code].texts
        return texts.get(language, texts["en"])[which].format_map(dict(self.values))


def problem(code: str, line: int, **values: str | int) -> Problem:
    """A Problem with the severity its code has in the table."""
    pairs = tuple((name, str(value)) for name, value in values.items())
    return Problem(code, line, pairs, PROBLEMS[code].severity)
