"""Figures as plots: drawn on the server, without a style or a script, so that they print and mail as they stand."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor_portal.voices.overview.resilience import Held

HEIGHT = 8
LEVELS = ("none", "one", "two", "more")


def bar(held: Held) -> SafeString:
    """A bar of a hundred: from the left accounts that nobody holds, that one holds, two, more."""
    drawn = []
    start = 0.0
    for level, number in zip(LEVELS, held.numbers, strict=True):
        width = 100 * number / held.number if held.number else 0.0
        if width:
            drawn.append((level, f"{start:.2f}", f"{width:.2f}", HEIGHT))
        start += width
    rects = format_html_join("", '<rect class="{}" x="{}" y="0" width="{}" height="{}"/>', drawn)
    return format_html(
        '<svg class="held-bar" viewBox="0 0 100 {}" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        HEIGHT,
        in_words(held),
        rects,
    )


def in_words(held: Held) -> str:
    """The figures as a sentence."""
    return _("nobody: %(none)s, one: %(one)s, two: %(two)s, three or more: %(more)s") % {
        "none": held.none,
        "one": held.one,
        "two": held.two,
        "more": held.more,
    }
