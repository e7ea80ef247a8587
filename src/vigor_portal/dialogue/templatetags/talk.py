"""How conversations are shown: names, and what people wrote."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.html import to_plain
from vigor.policy.light import to_light
from vigor_portal.dialogue.names import name_of
from vigor_portal.people.models import Member

register = template.Library()


@register.filter
def called(member: Member | None) -> str:
    return name_of(member)


@register.filter
def light(written: str) -> SafeString:
    """Markdown light as HTML, sanitised."""
    return mark_safe(to_light(written))  # noqa: S308


@register.filter
def begins(written: str, length: int = 140) -> str:
    """The beginning as plain text, whole words, on one line."""
    words = " ".join(to_plain(written).split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0].rstrip(",.;:–") + " …"
