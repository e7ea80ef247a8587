"""Where the example organisation speaks, what it would like to begin, and who would like to take part (`example/accounts.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from vigor.networks import Address, recognise
from vigor_portal.people.models import Department, Member, Role
from vigor_portal.voices.applications import actions as applications
from vigor_portal.voices.mandates.actions import Terms, give
from vigor_portal.voices.models import Account, Known, OwnProfile
from vigor_portal.voices.offers import actions as offers
from vigor_portal.voices.profiles import actions as profiles
from vigor_portal.voices.register import actions

STORY = Path(__file__).parent / "example" / "accounts.toml"
ABOUT = ("name", "purpose", "audience", "hours", "ends")
# The steps that lead to a state; a closed account had been in use.
STEPS: tuple[tuple[str, Callable[..., Account]], ...] = (
    ("registered", actions.approve),
    ("verified", actions.verify_account),
    ("in-use", actions.use),
)


def load_voices(people: Mapping[str, Member], departments: Mapping[str, Department]) -> None:
    """`people` by address, `departments` by slug. Through the same actions as everybody's accounts."""
    story = tomllib.loads(STORY.read_text(encoding="utf-8"))
    communicator = next(member for member in people.values() if member.has(Role.COMMUNICATIONS))
    for about in story["accounts"]:
        _load_account(about, people, departments, communicator)
    for about in story["applications"]:
        _apply(about, people, departments)
    for about in story["mandates"]:
        _give(about, people)
    for about in story["own_profiles"]:
        _enter_profile(about, people)
    for about in story["offers"]:
        _offer(about, people)


def _load_account(
    about: dict[str, Any],
    people: Mapping[str, Member],
    departments: Mapping[str, Department],
    by: Member,
) -> None:
    address = _recognised(about["address"])
    began = _ago(about["days_ago"])
    found = actions.Found(
        **{name: about[name] for name in ABOUT},
        address=address,
        topics=tuple(about["topics"]),
        departments=tuple(departments[slug] for slug in about["departments"]),
        stewards=tuple(people[email] for email in about["stewards"]),
        found_on=began,
    )
    account = actions.find(found, by=by)
    _write_card(account, about, people, by)
    for state, take in STEPS if about["state"] != "found" else ():
        account = take(account, by=by, on=began)
        if state == about["state"]:
            break
    if "looked_through_days_ago" in about:
        actions.look_through(account, by=by, on=_ago(about["looked_through_days_ago"]), again_on=_ago(-150))
    if "profile" in about:
        profiles.paste(account, about["profile"]["text"].strip(), by=people[about["profile"]["by"]])
    if about["state"] == "closed":
        actions.close(account, by=by, on=_ago(about["closed_days_ago"]))


def _write_card(account: Account, about: dict[str, Any], people: Mapping[str, Member], by: Member) -> None:
    if "card" in about:
        said: dict[str, Any] = {
            name: tuple(words) if isinstance(words, list) else words for name, words in about["card"].items()
        }
        actions.save_card(account, actions.Identity(**said), by=by)
    if "keys" in about:
        told = dict(about["keys"])
        rests_on = people[told.pop("rests_on")] if "rests_on" in told else None
        answers = {name: Known(told.pop(name)) for name in ("two_factor", "recovery_is_ours")}
        actions.save_keys(account, actions.KeyFacts(**told, **answers, rests_on=rests_on), by=by)


def _apply(
    about: dict[str, Any], people: Mapping[str, Member], departments: Mapping[str, Department]
) -> None:
    request = applications.Request(
        **{name: about[name] for name in ABOUT},
        network=about["network"],
        topics=tuple(about["topics"]),
        department=departments[about["department"]],
        stewards=tuple(people[email] for email in about["stewards"]),
    )
    applications.apply(request, by=people[about["by"]], at=timezone.now() - timedelta(days=about["days_ago"]))


def _give(about: dict[str, Any], people: Mapping[str, Member]) -> None:
    told: dict[str, Any] = {
        name: tuple(said) if isinstance(said, list) else said for name, said in about.items()
    }
    by, began, ends = people[told.pop("by")], _ago(told.pop("days_ago")), _ago(-told.pop("days_left"))
    member = people[told.pop("member")] if "member" in told else None
    give(Terms(member=member, **told), began, ends, by=by)


def _enter_profile(about: dict[str, Any], people: Mapping[str, Member]) -> None:
    """A profile of somebody's own. With an answer, they have turned the reading on; nothing is fetched for a story."""
    address = _recognised(about["address"])
    own = profiles.enter(address, by=people[about["member"]])
    told = {name: about[name] for name in ("names_employer", "names_title") if name in about}
    if told:
        OwnProfile.objects.filter(pk=own.pk).update(checking=True, read_at=timezone.now(), **told)


def _offer(about: dict[str, Any], people: Mapping[str, Member]) -> None:
    told = {name: about[name] for name in ("needs", "shares_topics", "shares_needs", "shares_accounts")}
    by = people[about["by"]]
    offer = offers.save(offers.Wishes(topics=tuple(about["topics"]), **told), by=by)
    offers.make(offer, by=by)
    if "suggested" in about:
        answer = about["suggested"]
        offer.refresh_from_db()
        offers.suggest(offer, answer["training"], answer["hours"], by=people[answer["by"]])


def _recognised(written: str) -> Address:
    """Raises ValueError for what is no address: the story is wrong then."""
    address = recognise(written)
    if not isinstance(address, Address):
        raise ValueError(written)
    return address


def _ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
