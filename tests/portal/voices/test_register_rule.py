"""Whatever steps an account takes, in whatever order: what may be taken is taken, and what is public follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.portal.conftest import MakeMember
from tests.portal.voices.conftest import MakeAccount, address

from vigor_portal.people.models import Member
from vigor_portal.voices.applications.queries import name_key
from vigor_portal.voices.models import Account, FormerAddress, PublicAccount
from vigor_portal.voices.register import actions, states

pytestmark = pytest.mark.django_db
Take = Callable[[Account, Member], Account]
STEPS: dict[str, Take] = {
    "approve": lambda account, by: actions.approve(account, by=by),
    "register": lambda account, by: actions.register(account, address("first"), by=by),
    "verify": lambda account, by: actions.verify_account(account, by=by),
    "use": lambda account, by: actions.use(account, by=by),
    "rest": lambda account, by: actions.rest(account, by=by),
    "rename": lambda account, by: actions.rename(account, address("second"), by=by),
    "rename back": lambda account, by: actions.rename(account, address("first"), by=by),
    "close": lambda account, by: actions.close(account, by=by),
    "hand over": lambda account, by: actions.hand_over_away(account, by=by),
}
AGAIN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@AGAIN
@given(walk=st.lists(st.sampled_from(sorted(STEPS)), max_size=12), addressed=st.booleans())
def test_an_account_is_public_for_as_long_as_it_speaks(
    walk: list[str],
    addressed: bool,
    make_account: MakeAccount,
    make_member: MakeMember,
    communicator: Member,
) -> None:
    Account.objects.all().delete()
    PublicAccount.objects.all().delete()
    stewards = tuple(Member.objects.filter(given_name__in=("Anna", "Bo"))) or (
        make_member("Anna"),
        make_member("Bo"),
    )
    account = make_account(state="found", handle="first" if addressed else "", stewards=stewards)
    for name in walk:
        before = account.state
        try:
            account = STEPS[name](account, communicator)
        except actions.NotNow:
            account.refresh_from_db()
            assert account.state == before
        _hangs_together(account)


def _hangs_together(account: Account) -> None:
    account = Account.objects.get(pk=account.pk)
    shown = PublicAccount.objects.filter(public_id=account.public_id)
    speaking = shown.filter(until=None)
    assert speaking.exists() == account.speaks
    if account.speaks:
        assert speaking.get().address_key == account.address_key
        assert account.speaks_since is not None
    assert account.steps.latest("pk").state == account.state
    former = set(FormerAddress.objects.filter(account=account).values_list("address_key", flat=True))
    assert account.address_key not in former
    if account.has_ended:
        assert account.address_key == ""
        assert account.until == timezone.localdate()
        assert not account.stewardships.filter(until=None).exists()
        assert states.can_become(account) == []
    # What never spoke was never public.
    if account.speaks_since is None:
        assert not shown.exists()


@given(name=st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö0123456789", min_size=1, max_size=40))
def test_a_name_is_compared_without_signs_and_case(name: str) -> None:
    key = name_key(name)
    assert key
    assert name_key(f" @{name.upper()} ") == name_key(name.upper())
    assert name_key(f"@{name[:3]}_{name[3:]}") == key
    assert name_key(f"{name[:3]}.{name[3:]}") == key
