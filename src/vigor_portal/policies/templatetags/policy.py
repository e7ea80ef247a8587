"""Markdown that people wrote, as HTML that is safe to show: `{% load policy %}`, then `|markdown` or `|inline`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.html import to_html, to_inline

register = template.Library()


@register.filter
def markdown(source: str) -> SafeString:
    """Block Markdown as sanitised HTML."""
    return mark_safe(to_html(source))  # noqa: S308 (the core sanitises)


@register.filter
def inline(source: str) -> SafeString:
    """One line of Markdown as sanitised HTML without a paragraph around it."""
    return mark_safe(to_inline(source))  # noqa: S308 (the core sanitises)
