"""What the people of `benchmarks.dialogue_data` say and suggest: conversations, proposals, notices and what waits.

Some points are talked about far more than others, as it is: the one that is measured most of all. One conversation
in sixteen is open, and one proposal in sixteen; most of what anybody was told has been seen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from benchmarks.dialogue_data import GUIDELINES, SEED, Size, copy, key

# What everybody talks about.
POPULAR = key(7)
A_THREAD = 4  # comments, on average
ONE_OPEN_IN = 16
SUPPORTERS = 5  # of a proposal, on average
WORDS = (
    "Jag undrar hur det här är tänkt *i praktiken*, när vi är ute hos kunder och någon ber oss svara direkt.",
    "Håller med. Hos oss gör vi redan så, men ordet ”alltid” känns lite för starkt.",
    "Bra att det står! Kan vi lägga till ett exempel från butikerna?",
    "Vi pratade om det på mötet i tisdags, och de flesta tyckte att det är tydligt nog som det är nu.",
    "Tack för att du tar upp det. Jag läste den förra lydelsen och den sa något annat, tror jag.",
)


def fill_talk(size: Size) -> int:
    """Threads, their comments, and who took part in them; what the margins say is counted as the site does it."""
    from django.db import transaction

    from vigor_portal.dialogue.models import Comment, Participant, Thread
    from vigor_portal.dialogue.threads.counting import count_again
    from vigor_portal.dialogue.threads.wordings import Wordings

    chance, members, now = random.Random(SEED + 2), _members(), _noon()
    wordings = Wordings()
    said_of = {key(number): wordings.best(key(number), "sv") for number in range(GUIDELINES)}
    threads: list[dict[str, Any]] = []
    comments: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    while len(comments) < size.comments:
        pk, point = len(threads) + 1, _some_point(chance)
        is_open = pk % ONE_OPEN_IN == 0
        began = now - timedelta(days=chance.uniform(0, 20) if is_open else chance.uniform(20, 700))
        people = chance.choices(members, k=min(chance.randint(1, 2 * A_THREAD - 1), len(members)))
        wording = said_of[point]
        threads.append(
            _thread(pk, point, wording.words if wording else "", people[0], began, is_open)
            | {"said": len(people), "last_at": began + timedelta(hours=len(people))}
        )
        for number, member in enumerate(people):
            comments.append(_comment(len(comments) + 1, pk, member, began + timedelta(hours=number), chance))
        parts.extend({"thread_id": pk, "member_id": member, "since": began} for member in sorted(set(people)))
    for model, rows in ((Thread, threads), (Comment, comments), (Participant, parts)):
        copy(model._meta.db_table, list(rows[0]), (tuple(row.values()) for row in rows))
        _count_on(model._meta.db_table)
    with transaction.atomic():
        for number in range(GUIDELINES):
            count_again(key(number))
    return len(threads) + len(comments) + len(parts)


def _thread(pk: int, point: str, wording: str, by: int, began: datetime, is_open: bool) -> dict[str, Any]:
    return {
        "id": pk,
        "public_id": f"thread-{pk}",
        "key": point,
        "language": "sv",
        "number": 1,
        "wording": wording,
        "quote": "",
        "room": "",
        "opened_by_id": by,
        "opened_at": began,
        "state": "open" if is_open else "closed",
        "due_on": began.date() + timedelta(days=14),
        "waits_since": began if is_open else None,
        "outcome": "" if is_open else "unchanged",
        "outcome_words": "" if is_open else "Vi låter det stå, och tar upp det igen i vår.",
        "outcome_key": "",
        "outcome_link": "",
        "closed_at": None if is_open else began + timedelta(days=12),
    }


def _comment(pk: int, thread: int, by: int, at: datetime, chance: random.Random) -> dict[str, Any]:
    text = " ".join(chance.sample(WORDS, chance.randint(1, 3)))
    return {"id": pk, "public_id": f"said-{pk}", "thread_id": thread, "by_id": by, "text": text, "at": at}


def fill_proposals(size: Size) -> int:
    """New wordings: some open, the others published, declined or taken back; each with its supporters."""
    from vigor_portal.dialogue.models import Proposal, Support

    chance, members, now = random.Random(SEED + 3), _members(), _noon()
    settled = ("published", "declined", "declined", "withdrawn")
    proposals, supports = [], []
    for number in range(size.proposals):
        state = "open" if number % ONE_OPEN_IN == 0 else chance.choice(settled)
        at = now - timedelta(days=chance.uniform(0, 20 if state == "open" else 700))
        supporters = set(chance.choices(members, k=chance.randint(0, 2 * SUPPORTERS)))
        point = _some_point(chance)
        proposals.append(
            Proposal(
                public_id=f"proposal-{number}",
                kind="wording",
                key=point,
                language="sv",
                number=1,
                about=f"Vi gör sak nummer {point} på vårt eget sätt, för det är vi.",
                wording=f"Vi gör sak nummer {number} tillsammans, och **säger till** när vi inte hinner.",
                reason=chance.choice(WORDS),
                proposed_by_id=chance.choice(members),
                proposed_at=at,
                state=state,
                last_day=at.date() + timedelta(days=14),
                decided_at=None if state == "open" else at + timedelta(days=10),
                supporters=len(supporters),
            )
        )
        supports.append(supporters)
    made = Proposal.objects.bulk_create(proposals, batch_size=1_000)
    rows = [
        Support(proposal=proposal, member_id=who)
        for proposal, them in zip(made, supports, strict=True)
        for who in them
    ]
    Support.objects.bulk_create(rows, batch_size=5_000)
    return len(made) + len(rows)


def fill_notices(size: Size) -> int:
    """As many for everybody; one in ten hasn't been seen."""
    from vigor_portal.dialogue.models import Comment, Proposal, Thread
    from vigor_portal.notices.models import Notice

    chance, members, now = random.Random(SEED + 4), _members(), _noon()
    many = {model: model._default_manager.count() for model in (Comment, Thread, Proposal)}
    kinds: tuple[tuple[str, str, Any], ...] = (
        ("thread.commented", "dialogue.comment", Comment),
        ("thread.closed", "dialogue.thread", Thread),
        ("proposal.declined", "dialogue.proposal", Proposal),
    )

    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(size.notices):
            kind, of, model = kinds[number % len(kinds)]
            at = now - timedelta(minutes=chance.randint(0, 40_000))
            seen = None if chance.random() < 0.1 else at + timedelta(hours=3)
            about = str(chance.randint(1, many[model]))
            yield members[number % len(members)], kind, of, about, at, seen, "site"

    columns = ["member_id", "kind", "object_kind", "object_id", "at", "seen_at", "how"]
    return copy(Notice._meta.db_table, columns, rows())


def fill_the_rest(size: Size) -> int:
    """Communications, an open consultation among older ones, reviews, and questions without an answer."""
    from vigor_portal.asking.models import Question
    from vigor_portal.dialogue.models import Consultation
    from vigor_portal.people.models import Grant, Role
    from vigor_portal.policies.models import Review

    members, now = _members(), _noon()
    Grant.objects.create(member_id=members[0], role=Role.COMMUNICATIONS)
    for months in range(12, 0, -1):
        then = now - timedelta(days=60 + 30 * months)
        Consultation.objects.create(
            opened_at=then, last_day=then.date(), ended_at=then, summarised_at=then, is_the_one=None
        )
    for number in range(0, GUIDELINES, 6):
        Review.objects.create(key=key(number), last_day=now.date() + timedelta(days=number - 20))
    questions = [
        Question(text=f"Får jag göra sak {number} på min fritid?", language="sv", due_on=_day(number))
        for number in range(size.members // 500)
    ]
    Question.objects.bulk_create(questions)
    return len(questions) + 12 + GUIDELINES // 6


def _day(number: int) -> date:
    return _noon().date() + timedelta(days=number % 40 - 20)


def _noon() -> datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime.combine(timezone.localdate(), time(12)))


def _members() -> list[int]:
    from vigor_portal.people.models import Member

    return list(Member.objects.order_by("pk").values_list("pk", flat=True))


def _some_point(chance: random.Random) -> str:
    return POPULAR if chance.random() < 0.1 else key(chance.randrange(GUIDELINES))


def _count_on(table: str) -> None:
    """Rows that came with their numbers don't move PostgreSQL's counter."""
    from django.db import connection

    newest = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(newest)


TALK: tuple[Callable[[Size], int], ...] = (fill_talk, fill_proposals, fill_notices, fill_the_rest)
