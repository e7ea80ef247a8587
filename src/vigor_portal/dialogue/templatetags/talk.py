"""How conversations are shown: names, what people wrote, and the ways between the rooms."""

from django import template
from django.template import RequestContext
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.html import to_plain
from vigor.policy.light import to_light
from vigor_portal.dialogue.names import name_of
from vigor_portal.dialogue.rooms import rooms_for
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


@register.inclusion_tag("dialogue/rooms.html", takes_context=True)
def rooms(context: RequestContext, here: str) -> dict[str, object]:
    """The ways to the other rooms, above a page of the room named `here`."""
    who = context.get("user")
    return {"rooms": rooms_for(who, here) if isinstance(who, Member) else []}
