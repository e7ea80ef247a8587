"""Places on our pages where rooms further down the house put something of theirs (`wiring.py` lists them)."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe

from vigor_portal import wiring
from vigor_portal.policies.models import Draft
from vigor_portal.policies.writing.desk import Desk

register = template.Library()


@register.simple_tag(takes_context=True)
def beside_publish(context: Context, draft: Draft) -> SafeString:
    """What else can be done with a draft than to publish it."""
    parts = [import_string(path)(context["request"], draft) for path in wiring.BESIDE_PUBLISH]
    return mark_safe("".join(parts))  # noqa: S308 (each part is safe)


@register.simple_tag
def publish_notes(desk: Desk) -> SafeString:
    """Something to know of the points that are about to be published."""
    keys = list(dict.fromkeys(key for pane in desk.panes for key in pane.policy.by_key))
    parts = [import_string(path)(keys) for path in wiring.PUBLISH_NOTES]
    return mark_safe("".join(parts))  # noqa: S308 (each part is safe)


@register.simple_tag
def press_banners(language: str) -> SafeString:
    """What stands above the press room's front page, written with it."""
    parts = [import_string(path)(language) for path in wiring.PRESS_BANNERS]
    return mark_safe("".join(parts))  # noqa: S308 (each part is safe)


@register.simple_tag
def press_front_panels(language: str) -> SafeString:
    """What stands beside the first words of the press room's front page, written with it."""
    parts = [import_string(path)(language) for path in wiring.PRESS_FRONT_PANELS]
    return mark_safe("".join(parts))  # noqa: S308 (each part is safe)
