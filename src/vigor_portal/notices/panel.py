"""What stands about notices on a member's own page."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from vigor_portal.notices.queries import is_refused
from vigor_portal.people.decorators import the_member


def my_panel(request: HttpRequest) -> str:
    """For `wiring.MY_PANELS`."""
    member = the_member(request)
    return render_to_string("notices/panel.html", {"member": member, "refused": is_refused(member)}, request)
