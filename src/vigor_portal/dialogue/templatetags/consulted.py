"""What a point of a shared draft is looked up by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django import template

register = template.Library()
T = TypeVar("T")


@register.filter
def at(found: Mapping[str, T], key: str) -> T | None:
    return found.get(key)
