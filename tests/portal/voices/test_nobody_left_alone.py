"""Whatever happens: nobody who has left is an account's only steward without an open handover."""

import contextlib
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from vigor_portal.people.actions import deactivate, forget, move, reactivate
from vigor_portal.people.models import Department, Grant, Member, Organisation, Role
from vigor_portal.voices.handovers import actions, queries
from vigor_portal.voices.handovers.checklist import lines
from vigor_portal.voices.models import Account, Handover, Stewardship
from vigor_portal.voices.register.actions import NotHere, add_steward, remove_steward

PEOPLE, ACCOUNTS = st.integers(0, 3), st.integers(0, 1)


class House(RuleBasedStateMachine):
    """Four people, two accounts and two departments; communications does what only it may."""

    @initialize()
    def open_the_door(self) -> None:
        self.sid = transaction.savepoint()
        stamp = Member.objects.count()
        self.communications = Member.objects.create_user(f"kim{stamp}@test.example", given_name="Kim")
        for role in (Role.COMMUNICATIONS, Role.ADMINISTRATOR):
            Grant.objects.create(member=self.communications, role=role)
        self.people = [Member.objects.create_user(f"p{n}@test.example", given_name=f"P{n}") for n in range(4)]
        self.departments = [Department.objects.create(slug=slug) for slug in ("a", "b")]
        self.accounts = [
            Account.objects.create(name=f"Konto {n}", network="x", state="in-use", address_key=f"x:k{n}")
            for n in range(2)
        ]

    def teardown(self) -> None:
        if hasattr(self, "sid"):
            transaction.savepoint_rollback(self.sid)

    def person(self, number: int) -> Member:
        return Member.objects.get(pk=self.people[number].pk)

    @rule(who=PEOPLE, account=ACCOUNTS)
    def holds(self, who: int, account: int) -> None:
        try:
            add_steward(self.accounts[account], self.person(who), by=self.communications)
        except NotHere:
            assert not self.person(who).is_active

    @rule(who=PEOPLE, account=ACCOUNTS)
    def steps_down(self, who: int, account: int) -> None:
        held = Stewardship.objects.filter(member=self.people[who], account=self.accounts[account], until=None)
        for each in held:
            remove_steward(each, by=self.communications)

    @rule(who=PEOPLE)
    def leaves(self, who: int) -> None:
        deactivate(self.person(who), by=self.communications)

    @rule(who=PEOPLE)
    def comes_back(self, who: int) -> None:
        if not self.person(who).forgotten_at:
            reactivate(self.person(who), by=self.communications)

    @rule(who=PEOPLE)
    def is_forgotten(self, who: int) -> None:
        if not self.person(who).forgotten_at:
            forget(self.person(who), by=self.communications)

    @rule(who=PEOPLE, to=st.integers(0, 1))
    def moves(self, who: int, to: int) -> None:
        move(self.person(who), self.departments[to], by=None)

    @rule(who=PEOPLE)
    def plans_to_leave(self, who: int) -> None:
        if self.person(who).is_active:
            day = timezone.localdate() + timedelta(days=3)
            actions.plan(self.person(who), day, by=self.communications)

    @precondition(lambda self: Handover.objects.filter(state="open").exists())
    @rule(choice=st.integers(0, 20), to=PEOPLE)
    def somebody_takes_over(self, choice: int, to: int) -> None:
        with contextlib.suppress(actions.NotThem):
            actions.take_over(self.one_of(choice), self.person(to), by=self.communications)

    @precondition(lambda self: Handover.objects.filter(state="open").exists())
    @rule(choice=st.integers(0, 20), every=st.booleans())
    def steps_are_ticked(self, choice: int, every: bool) -> None:
        handover = self.one_of(choice)
        for line in lines(handover)[: None if every else 2]:
            with contextlib.suppress(actions.NobodyTakesOver, actions.NotOpen):
                handover = actions.tick(handover, line.name, by=self.communications)

    @precondition(lambda self: Handover.objects.filter(state="open").exists())
    @rule(choice=st.integers(0, 20))
    def they_keep_it(self, choice: int) -> None:
        handover = self.one_of(choice)
        try:
            actions.undo(handover, by=self.communications)
        except actions.StillGone:
            assert not handover.member.is_active

    def one_of(self, choice: int) -> Handover:
        found = list(Handover.objects.filter(state="open").select_related("member").order_by("pk"))
        return found[choice % len(found)]

    @invariant()
    def nobody_who_left_stands_alone(self) -> None:
        for account in getattr(self, "accounts", ()):
            held = list(Stewardship.objects.filter(account=account, until=None).select_related("member"))
            if not held or any(each.member.is_active for each in held):
                continue
            for each in held:
                assert Handover.objects.filter(account=account, member=each.member, state="open").exists()
            assert account.pk in set(queries.open_handovers().values_list("account", flat=True))

    @invariant()
    def an_account_without_anybody_is_shown_to_communications(self) -> None:
        if hasattr(self, "accounts"):
            shown = {account.pk for account in queries.unheld()}
            here = Stewardship.objects.filter(until=None, member__is_active=True)
            assert shown == {each.pk for each in self.accounts} - set(here.values_list("account", flat=True))


@pytest.mark.django_db
def test_nobody_who_left_is_an_accounts_only_steward_without_an_open_handover(organisation: Organisation):
    many = settings(
        max_examples=25,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(House, settings=many)
