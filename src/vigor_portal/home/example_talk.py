"""What the example organisation's people say about their policy (`example/conversations.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from vigor_portal.dialogue.models import Comment, Thread
from vigor_portal.dialogue.threads import actions, public, settling
from vigor_portal.people.models import Member, Role

STORY = Path(__file__).parent / "example" / "conversations.toml"


def load_talk(people: Mapping[str, Member]) -> None:
    """`people` by address. Through the same actions as everybody's words."""
    story = tomllib.loads(STORY.read_text(encoding="utf-8"))
    communicator = next(member for member in people.values() if member.has(Role.COMMUNICATIONS))
    for about in story["threads"]:
        _talk(about, people)
    public.let_public_comment(story["public"], by=communicator)
    for about in story["comments"]:
        comment = public.send_public(
            about["point"], about["language"], about["text"], name=about.get("name", "")
        )
        if "answer" in about:
            public.show(comment, about["answer"], by=communicator)


def _talk(about: dict[str, Any], people: Mapping[str, Member]) -> Thread:
    writer = people[about["by"]]
    thread = actions.start_thread(
        about["point"],
        about["text"],
        by=writer,
        quote=about.get("quote", ""),
        language="sv",
        seen=about["seen"],
        at=_ago(about["days_ago"]),
    )
    if "call" in about:
        actions.call_in(thread, people[about["call"]], by=writer)
    for answer in about.get("replies", ()):
        _reply(thread, answer, people)
    if outcome := about.get("outcome"):
        told = settling.Outcome(outcome["kind"], outcome["words"], number=outcome.get("number"))
        settling.close(thread, told, by=people[outcome["by"]])
    return thread


def _reply(thread: Thread, about: dict[str, Any], people: Mapping[str, Member]) -> Comment:
    return actions.reply(thread, about["text"], by=people[about["by"]], at=_ago(about["days_ago"]))


def _ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)
