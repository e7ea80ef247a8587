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


@rules.predicate
def is_named_in_it(who: Anyone, application: Any) -> bool:
    """Would `who` hold the account that is applied for?"""
    pk = getattr(who, "pk", None)
    return (
        application is not None and application.pk is not None and application.stewards.filter(pk=pk).exists()
    )


@rules.predicate
def is_its_holder(who: Anyone, mandate: Any) -> bool:
    return (
        mandate is not None
        and mandate.member_id is not None
        and mandate.member_id == getattr(who, "pk", None)
    )


@rules.predicate
def follows_it(who: Anyone, mandate: Any) -> bool:
    pk = getattr(who, "pk", None)
    return mandate is not None and mandate.followed_by_id is not None and mandate.followed_by_id == pk


@rules.predicate
def has_a_part_in_it(who: Anyone, handover: Any) -> bool:
    """Does `who` hand over, see to it, or hold or follow what is handed over?"""
    pk = getattr(who, "pk", None)
    if handover is None or pk is None:
        return False
    if pk in (handover.member_id, handover.owner_id):
        return True
    if handover.account_id is not None:
        return holds_it(who, handover.account)
    return handover.mandate_id is not None and follows_it(who, handover.mandate)


@rules.predicate
def is_oneself(who: Anyone, member: Any) -> bool:
    return member is not None and member.pk is not None and member.pk == getattr(who, "pk", None)


@rules.predicate
def is_offered(who: Anyone, offer: Any) -> bool:
    return offer is not None and offer.is_offered


@rules.predicate
def is_its_manager(who: Anyone, offer: Any) -> bool:
    pk = getattr(who, "pk", None)
    return offer is not None and pk is not None and offer.manager_id == pk and offer.state == "agreed"


# Accounts: every member reads the register; its stewards keep an account's card, communications everything.
rules.add_perm("voices.read", is_member)
rules.add_perm("voices.find", is_member)
rules.add_perm("voices.keep", is_communications)
rules.add_perm("voices.steward", is_communications | (is_member & holds_it))
rules.add_perm("voices.remove-steward", is_communications | (is_member & is_the_steward))
# Applications
rules.add_perm("voices.apply", is_member)
rules.add_perm("voices.read-application", is_communications | (is_member & (applied_for_it | is_named_in_it)))
rules.add_perm("voices.step-aside", is_member & is_named_in_it & ~applied_for_it)
rules.add_perm("voices.change-application", is_member & applied_for_it)
rules.add_perm("voices.decide", is_communications)
# Mandates: their answers and costs are for those who have a part in them; the rest stands in the press room.
rules.add_perm("voices.give-mandate", is_communications)
rules.add_perm("voices.read-mandate", is_communications | (is_member & (is_its_holder | follows_it)))
rules.add_perm("voices.be-in-mandate", is_communications | (is_member & is_its_holder))
rules.add_perm("voices.look-back", is_communications | (is_member & follows_it))
# Handovers: one's own, and for communications everybody's
rules.add_perm("voices.begin-handover", is_communications)
rules.add_perm("voices.hand-over", is_communications | (is_member & has_a_part_in_it))
# What if somebody leaves: nobody asks that about a colleague, save for communications
rules.add_perm("voices.look-ahead", is_communications | (is_member & is_oneself))
# One's own profiles are nobody else's business, whatever their role
rules.add_perm("voices.own-profile", is_member & is_the_steward)
# Offers: communications sees those that were made, a manager the one that they are to confirm
rules.add_perm("voices.read-offers", is_communications)
rules.add_perm("voices.be-in-offer", is_member & is_the_steward)
rules.add_perm("voices.suggest-in-offer", is_communications & is_offered)
rules.add_perm("voices.confirm-offer", is_member & is_its_manager)
rules.add_perm("voices.end-offer", (is_member & is_the_steward) | (is_communications & is_offered))
