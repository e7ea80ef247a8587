"""Farewells as they stand in the press room with an account."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from vigor_portal.voices.models import Farewell, Handover


def farewells_at(accounts: Collection[int]) -> dict[int, dict[str, str]]:
    """The farewell that each account (by primary key) shows today, by language; the latest, where there are several."""
    found = Farewell.objects.filter(handover__account__in=accounts, until__gte=timezone.localdate())
    told = found.exclude(handover__state=Handover.State.UNDONE).order_by("said_on", "pk")
    return {account: texts for account, texts in told.values_list("handover__account", "texts") if account}
