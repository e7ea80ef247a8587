"""How accounts are shown: `{% load voices %}`."""

from django import template
from django.template import RequestContext

from vigor_portal.people.models import Member
from vigor_portal.voices.register.places import network_name
from vigor_portal.voices.rooms import rooms_for

register = template.Library()
register.filter("network", network_name)


@register.inclusion_tag("voices/rooms.html", takes_context=True)
def voices_rooms(context: RequestContext, here: str) -> dict[str, object]:
    """The ways to the other rooms, above a page of the room named `here`."""
    who = context.get("user")
    return {"rooms": rooms_for(who, here) if isinstance(who, Member) else []}
