"""People and texts that the site's tests share."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import translation

from vigor_portal.people.models import Grant, Member, Organisation, Role

MakeMember = Callable[..., Member]


@pytest.fixture(autouse=True)
def _in_the_sites_own_language() -> Iterator[None]:
    """A request leaves its reader's language behind in the thread, where the next test would find it."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def organisation(db: None) -> Organisation:
    return Organisation.objects.create(
        name="Testbolaget", languages=["sv", "en"], press_name="Pia Press", press_email="press@test.example"
    )


@pytest.fixture
def make_member(db: None) -> MakeMember:
    """make_member("Ada", Role.COMMUNICATIONS, language="en")"""

    def make(given_name: str = "Ada", *roles: str, **fields: object) -> Member:
        member = Member.objects.create_user(
            f"{given_name.lower()}@test.example", given_name=given_name, **fields
        )
        Grant.objects.bulk_create(Grant(member=member, role=role) for role in roles)
        return member

    return make


@pytest.fixture
def employee(make_member: MakeMember) -> Member:
    return make_member("Elsa")


@pytest.fixture
def communicator(make_member: MakeMember) -> Member:
    return make_member("Kim", Role.COMMUNICATIONS)


@pytest.fixture
def administrator(make_member: MakeMember) -> Member:
    return make_member("Adam", Role.ADMINISTRATOR)


@pytest.fixture
def signed_in(client: Client) -> Callable[[Member], Client]:
    """signed_in(member).get(…)"""

    def sign_in(member: Member) -> Client:
        client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
