"""What changed, counted in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import ngettext


def summary(counts: Mapping[str, int]) -> list[str]:
    """`{"added": 2, "moved": 1}` (as in `Comparison.counts`) → `["2 points added", "1 point moved"]`."""
    n = {status: counts.get(status, 0) for status in ("added", "removed", "reworded", "moved", "changed")}
    told = {
        "added": ngettext("%(n)s point added", "%(n)s points added", n["added"]),
        "removed": ngettext("%(n)s point removed", "%(n)s points removed", n["removed"]),
        "reworded": ngettext("%(n)s point reworded", "%(n)s points reworded", n["reworded"]),
        "moved": ngettext("%(n)s point moved", "%(n)s points moved", n["moved"]),
        "changed": ngettext(
            "%(n)s point changed in its details", "%(n)s points changed in their details", n["changed"]
        ),
    }
    return [told[status] % {"n": count} for status, count in n.items() if count]
