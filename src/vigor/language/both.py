"""A text in both of our languages."""

from __future__ import annotations

from typing import NamedTuple


class Both(NamedTuple):
    """A text for people, in Swedish and in English."""

    sv: str
    en: str

    def of(self, language: str) -> str:
        """The text in "sv" or "en"; any other language gets English."""
        return self.sv if language == "sv" else self.en

    def filled(self, values: dict[str, Both]) -> Both:
        """With `{name}` replaced by the value of that name, each language by its own."""
        return Both(*(self._fill(language, values) for language in ("sv", "en")))

    def _fill(self, language: str, values: dict[str, Both]) -> str:
        return self.of(language).format_map({name: value.of(language) for name, value in values.items()})
