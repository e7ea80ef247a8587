"""Can the organisation's accent be read? Contrast as WCAG 2.2 counts it."""

from __future__ import annotations

import re

# The papers of tokens.css, light and dark.
LIGHT_PAPER, DARK_PAPER = "#fbf9f4", "#171513"
# WCAG 2.2, success criterion 1.4.3: text of ordinary size.
ENOUGH = 4.5

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """#rrggbb, and nothing else: it goes into a stylesheet."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (#rrggbb), 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
