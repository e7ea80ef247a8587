"""The example organisation: an invented one, loaded once, for `make run`. Development only.

Everything about it stands in `example/`: the organisation, its people and what each may like to try; three versions
of its policy; questions that the policy had no answer to; what they say and think about it; and where they speak.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from vigor_portal.asking.actions import send_question
from vigor_portal.home.example_proposals import load_proposals
from vigor_portal.home.example_stances import load_stances
from vigor_portal.home.example_talk import load_talk
from vigor_portal.home.example_voices import load_voices
from vigor_portal.people.actions import describe_organisation
from vigor_portal.people.models import Department, Grant, Member, Role
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.actions import mark_read, publish
from vigor_portal.policies.models import Version

FOLDER = Path(__file__).parent / "example"
LANGUAGES = ("sv", "en")


@lru_cache(maxsize=2)
def read_example(name: str) -> dict[str, Any]:
    """One of the example's tables: "organisation" or "versions"."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@transaction.atomic
def load_example() -> bool:
    """Make the example organisation where there is none yet. True if it was made."""
    if the_organisation() is not None or Member.objects.exists():
        return False
    story, texts = read_example("organisation"), read_example("versions")
    _describe(story)
    departments = {each["slug"]: _make_department(each) for each in story["departments"]}
    people = {each["email"]: _make_member(each, departments[each["department"]]) for each in story["people"]}
    with translation.override("sv"):
        versions = [_publish(each, people) for each in texts["versions"]]
    for member in people.values():
        # Each was here before the latest version came, so that there is something new to read.
        mark_read(member, versions[-2] if len(versions) > 1 else versions[-1])
    for question in texts["questions"]:
        _ask(question, next(iter(people.values())))
    load_talk(people)
    load_proposals(people)
    load_voices(people, departments)
    load_stances(departments)
    return True


def _describe(story: dict[str, Any]) -> None:
    about, press, colours = (
        story["organisation"],
        story["organisation"]["press"],
        story["organisation"]["colours"],
    )
    describe_organisation(
        {
            "name": about["name"],
            "sector": about["sector"],
            "languages": about["languages"],
            "website": about["website"],
            "accent_light": colours["accent"],
            "accent_dark": colours["accent_dark"],
            "press_name": press["name"],
            "press_email": press["email"],
            "press_phone": press["phone"],
            "checkup_open": True,
        },
        by=None,
    )


def _make_department(about: dict[str, Any]) -> Department:
    names = {language: about[f"name_{language}"] for language in LANGUAGES}
    return Department.objects.create(slug=about["slug"], names=names)


def _make_member(about: dict[str, Any], department: Department) -> Member:
    """One of the four. They have no password: the front door lets anybody be them."""
    member = Member.objects.create_user(
        about["email"],
        given_name=about["given"],
        family_name=about["family"],
        title=about["title_sv"],
        department=department,
    )
    roles = [role for role in about["roles"] if role in Role.values]
    Grant.objects.bulk_create(Grant(member=member, role=role) for role in roles)
    return member


def _publish(about: dict[str, Any], people: dict[str, Member]) -> Version:
    names = about["files"].values()
    sources = {name: (FOLDER / name).read_text(encoding="utf-8") for name in names}
    at = datetime.combine(about["date"], time(9), UTC)
    # A clock that is behind the story would put a version in the future, and refuse the next one.
    return publish(
        sources,
        by=people[about["published_by"]],
        because={language: about[f"because_{language}"] for language in LANGUAGES},
        at=min(at, timezone.now()),
    )


def _ask(about: dict[str, Any], member: Member) -> None:
    day = timezone.localdate() - timedelta(days=about["days_ago"])
    send_question(about["text"], about["language"], by=member, on=day)
