"""Numbers as they are written: `{% load figures %}`."""

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def figure(number: int) -> str:
    """50000 as 50 000 in Swedish and 50,000 in English."""
    return f"{number:,}".replace(",", "\u00a0") if get_language() == "sv" else f"{number:,}"
