"""Small things that the intranet's pages of the policy need: `{% load reading %}`."""

from __future__ import annotations

from django import template

from vigor.policy.document import Point
from vigor_portal.policies.intranet.pages import language_called, language_name
from vigor_portal.policies.intranet.slides import Slide
from vigor_portal.policies.words import label

register = template.Library()

register.filter("language_name", language_name)
register.filter("language_called", language_called)


@register.filter
def point_name(point: Point) -> str:
    """The point's name in a list, as plain text."""
    return label(point)


@register.filter
def slide_template(slide: Slide) -> str:
    """The template of a slide's kind."""
    return f"policies/slides/{slide.kind}.html"
