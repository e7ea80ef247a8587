"""Every check, in order: the list is the registry."""

from __future__ import annotations

from vigor.check.rule import Check

CATALOGUE: tuple[Check, ...] = ()
