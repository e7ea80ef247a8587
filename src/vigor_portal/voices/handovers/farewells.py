"""Farewells as they stand in the press room with an account."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from vigor_portal.voices.models import Farewell, Handover


def farewells_at(accounts: Collection[int]) -> dict[int, list[dict[str, str]]]:
    """The farewells that each account (by primary key) shows today, each by language, the latest first."""
    found = Farewell.objects.filter(handover__account__in=accounts, until__gte=timezone.localdate())
    told = found.exclude(handover__state=Handover.State.UNDONE).order_by("-said_on", "-pk")
    shown: dict[int, list[dict[str, str]]] = {}
    for account, texts in told.values_list("handover__account", "texts"):
        if account:
            shown.setdefault(account, []).append(texts)
    return shown


def in_language(farewells: Collection[dict[str, str]], language: str) -> list[tuple[str, str]]:
    """(language, text) of each, in the reader's language where it was said in it, else as it was said."""
    return [
        (language, texts[language]) if language in texts else next(iter(texts.items()))
        for texts in farewells
        if texts
    ]
