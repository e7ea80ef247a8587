"""Markdown that people wrote, as HTML that is safe to show: `{% load policy %}`, then `|markdown` or `|inline`."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.utils.safestring import SafeString, mark_safe

from vigor.policy import to_html, to_inline

register = template.Library()

# The same points are shown again and again; rendering and sanitising one takes about a millisecond.
_remember = lru_cache(maxsize=8192)


@register.filter
@_remember
def markdown(source: str) -> SafeString:
    """Block Markdown as sanitised HTML."""
    return mark_safe(to_html(source))  # noqa: S308 (the core sanitises)


@register.filter
@_remember
def inline(source: str) -> SafeString:
    """One line of Markdown as sanitised HTML without a paragraph around it."""
    return mark_safe(to_inline(source))  # noqa: S308 (the core sanitises)
