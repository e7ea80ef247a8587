"""What the pages tell of versions beside their texts."""

from __future__ import annotations

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies.queries import the_planned
from vigor_portal.policies.trials import trials

register = template.Library()


@register.filter
def called(member: Member | None) -> str:
    """The member's name; somebody who was forgotten is a colleague who has left."""
    if member is None or member.forgotten_at is not None:
        return _("a colleague who has left")
    return member.name


@register.inclusion_tag("policies/coming.html", takes_context=True)
def coming_version(context: RequestContext) -> dict[str, object]:
    """A quiet line that a version comes on a day, for those who may read what will change."""
    planned = the_planned()
    if planned is None or planned.is_held:
        return {}
    return {"planned": planned} if planned.shared or may(context.get("user"), "policies.read-drafts") else {}


@register.simple_tag
def on_trial() -> SafeString:
    """A way to what is being tried out, where anything is."""
    n = len(trials())
    if not n:
        return SafeString("")
    told = ngettext("%(n)s on trial", "%(n)s on trial", n) % {"n": n}
    return format_html(' <a href="{}">{}</a>', reverse("writing:trials"), told)
