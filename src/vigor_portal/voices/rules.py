"""The permissions of this app, in one place."""

from __future__ import annotations

from typing import Any

import rules

from vigor_portal.people.permissions import Anyone, is_communications, is_member


@rules.predicate
def holds_it(who: Anyone, account: Any) -> bool:
    """Is `who` a steward of the account?"""
    return account is not None and account.stewardships.filter(member=who, until=None).exists()


@rules.predicate
def applied_for_it(who: Anyone, application: Any) -> bool:
    return (
        application is not None
        and application.applied_by_id is not None
        and application.applied_by_id == getattr(who, "pk", None)
    )


@rules.predicate
def is_the_steward(who: Anyone, stewardship: Any) -> bool:
    return (
        stewardship is not None
        and stewardship.member_id is not None
        and stewardship.member_id == getattr(who, "pk", None)
    )


# Accounts: every member reads the register; its stewards keep an account's card, communications everything.
rules.add_perm("voices.read", is_member)
rules.add_perm("voices.find", is_member)
rules.add_perm("voices.keep", is_communications)
rules.add_perm("voices.steward", is_communications | (is_member & holds_it))
rules.add_perm("voices.remove-steward", is_communications | (is_member & is_the_steward))
# Applications
rules.add_perm("voices.apply", is_member)
rules.add_perm("voices.read-application", is_communications | (is_member & applied_for_it))
rules.add_perm("voices.change-application", is_member & applied_for_it)
rules.add_perm("voices.decide", is_communications)
