"""How allauth behaves here."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs up: people are invited, or come from the organisation's directory."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
