"""What the example's people think of each guideline (`example/stances.toml`), with the figures that come of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from vigor_portal.dialogue.stances.actions import give_reason, take_stance
from vigor_portal.dialogue.stances.figures import Stance
from vigor_portal.dialogue.stances.snapshots import make_snapshot
from vigor_portal.people.models import Department, Member

STORY = Path(__file__).parent / "example" / "stances.toml"
STANCES = {"a": Stance.AGREE, "u": Stance.UNSURE, "d": Stance.DISAGREE}
# So many days ago the figures were made: those that follow come within the week, as everywhere.
DAYS_AGO = 3


def load_stances(departments: Mapping[str, Department]) -> None:
    """Colleagues with no part in the story, their answers, and a snapshot of them, all as everybody's are made."""
    story = tomllib.loads(STORY.read_text(encoding="utf-8"))
    colleagues = {
        each["department"]: [
            _make_colleague(name, each["title"], departments[each["department"]]) for name in each["names"]
        ]
        for each in story["colleagues"]
    }
    for about in story["answers"]:
        reasons = iter(about.get("reasons", ()))
        for member, stance in _said(about, colleagues):
            # Reasons are given by those who don't simply agree.
            reason = next(reasons, "") if stance is not Stance.AGREE else ""
            if reason:
                give_reason(about["point"], stance, reason, by=member)
            else:
                take_stance(about["point"], stance, by=member)
    make_snapshot(timezone.localdate() - timedelta(days=DAYS_AGO))


def _said(about: dict[str, Any], colleagues: Mapping[str, list[Member]]) -> Iterator[tuple[Member, Stance]]:
    for department, members in colleagues.items():
        for member, letter in zip(members, about[department], strict=True):
            if letter != "-":
                yield member, STANCES[letter]


def _make_colleague(name: str, title: str, department: Department) -> Member:
    given, family = name.split(" ", 1)
    address = f"{slugify(given)}.{slugify(family)}@spolverket.example"
    return Member.objects.create_user(
        address, given_name=given, family_name=family, title=title, department=department
    )
