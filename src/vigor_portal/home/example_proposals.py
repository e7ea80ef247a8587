"""What the example organisation's people would like to say better (`example/proposals.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals import actions
from vigor_portal.people.models import Member

STORY = Path(__file__).parent / "example" / "proposals.toml"


def load_proposals(people: Mapping[str, Member]) -> None:
    """`people` by address. Through the same actions as everybody's words."""
    story = tomllib.loads(STORY.read_text(encoding="utf-8"))
    for about in story["proposals"]:
        _propose(about, people)
    for about in story["trial_notes"]:
        actions.note_trial(about["point"], about["text"], "sv", by=people[about["by"]])


def _propose(about: dict[str, Any], people: Mapping[str, Member]) -> None:
    suggestion = actions.Suggestion(
        kind=Proposal.Kind.WORDING,
        key=about["point"],
        language="sv",
        wording=about["wording"],
        reason=about["reason"],
    )
    at = timezone.now() - timedelta(days=about["days_ago"])
    proposal = actions.propose(suggestion, by=people[about["by"]], at=at)
    for email in about["supported_by"]:
        actions.support(proposal, by=people[email])
    for said in about["said"]:
        actions.comment(proposal, said["text"], by=people[said["by"]])
