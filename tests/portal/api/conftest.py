"""The stand-in checks and policy of the box's tests, and keys."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from tests.portal.checking.conftest import policy, stand_ins

from vigor_portal.api.actions import make_token
from vigor_portal.people.models import Member

__all__ = ["policy", "stand_ins"]


@pytest.fixture(autouse=True)
def counted_from_none() -> None:
    """Each test has a minute of its own."""
    cache.clear()


@pytest.fixture
def key(policy: None, employee: Member) -> str:
    return make_token("Firefox", by=employee)


@pytest.fixture
def check(client: Client) -> Callable[..., dict[str, object]]:
    """check(key, text=…, language=…): what LanguageTool's address answers."""

    def ask(key: str, **sent: str) -> dict[str, object]:
        answer = client.post("/v2/check", {"language": "auto", "apiKey": key} | sent)
        assert answer.status_code == 200, answer.content
        found: dict[str, object] = answer.json()
        return found

    return ask
