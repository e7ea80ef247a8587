"""System check: no site that others use reads pages from within its own machine."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security)
def check_reach(app_configs: Sequence[object] | None = None, **kwargs: object) -> list[CheckMessage]:
    if not settings.FETCH_LOOPBACK or settings.DEVELOPMENT:
        return []
    return [
        Warning(
            "VIGOR_FETCH_LOOPBACK is on: whoever gives the address of a profile can have this machine's own services read.",
            hint="Take VIGOR_FETCH_LOOPBACK away; it is for tests and development.",
            id="vigor.W010",
        )
    ]
