"""An organisation of any size, made up with a fixed seed, for `benchmarks.dialogue`: straight into PostgreSQL.

`FILLERS` is the list of what it is filled with first, in order; each takes a Size and returns how many rows it made.
What is said and suggested follows in `benchmarks.dialogue_talk`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

GUIDELINES = 60
PRINCIPLES = 6
SEED = 20261122


@dataclass(frozen=True)
class Size:
    """How many of each. `whole` is the organisation that we measure on."""

    members: int
    departments: int
    stances: int
    comments: int
    proposals: int
    notices: int

    def part(self, of: int) -> Size:
        """The same organisation, so many times smaller; its policy is as long."""
        return Size(**{name: max(1, many // of) for name, many in asdict(self).items()})


WHOLE = Size(
    members=100_000,
    departments=200,
    stances=2_000_000,
    comments=200_000,
    proposals=5_000,
    notices=2_000_000,
)


def policy_text() -> str:
    """A policy with sixty guidelines under six principles."""
    parts = ["---\npolicy: social-media\ntitle: Så gör vi\nlanguage: sv\n---\n"]
    each = GUIDELINES // PRINCIPLES
    for principle in range(PRINCIPLES):
        parts.append(f"\n## Grundtanke nummer {principle} {{#principle-{principle}}}\n\nVi tror på den.\n\n")
        for number in range(principle * each, (principle + 1) * each):
            parts.append(
                f"- Vi gör sak nummer {number} på vårt eget sätt, för det är vi. {{#{key(number)}}}\n"
            )
    return "".join(parts)


def key(number: int) -> str:
    return f"thing-{number}"


def fill_people(size: Size) -> int:
    """Departments, and members spread over them; a few departments are small."""
    from vigor_portal.people.models import Department, Member

    chance = random.Random(SEED)
    Department.objects.bulk_create(
        Department(slug=f"d{number}", names={"sv": f"Avdelning {number}", "en": f"Department {number}"})
        for number in range(size.departments)
    )
    homes = list(Department.objects.values_list("pk", flat=True))
    weights = [1 if number % 40 == 39 else 400 for number in range(len(homes))]
    where = chance.choices(homes, weights, k=size.members)
    _in_chunks(
        Member,
        (
            Member(email=f"m{number}@size.example", given_name=f"M{number}", department_id=where[number])
            for number in range(size.members)
        ),
    )
    return size.members


def fill_policy(_size: Size) -> int:
    from vigor_portal.policies.actions import publish

    publish([policy_text()], by=None, because="")
    return 1


def fill_stances(size: Size) -> int:
    """Each member answers on a few of the guidelines; on some of them most of us agree, on others fewer."""
    from vigor_portal.dialogue.models import Stance
    from vigor_portal.dialogue.stances.pseudonyms import fix_key, pseudonym
    from vigor_portal.people.models import Member

    fix_key()
    chance = random.Random(SEED + 1)
    each = size.stances // size.members
    kinds = ("agree", "unsure", "disagree")
    leaning = [(chance.uniform(1, 9), chance.uniform(0, 3), chance.uniform(0, 3)) for _ in range(GUIDELINES)]

    # Read before the COPY begins, which keeps the connection to itself.
    members = list(Member.objects.only("pk", "department_id"))

    def rows() -> Iterator[tuple[Any, ...]]:
        for member in members:
            for number in chance.sample(range(GUIDELINES), each):
                stance = chance.choices(kinds, leaning[number])[0]
                who = pseudonym(member, key(number))
                yield who, key(number), stance, 1, member.department_id, "", False, 0, None, ""

    columns = [
        "who",
        "guideline",
        "stance",
        "version",
        "department_id",
        "reason",
        "passed_on",
        "seen",
        "counted_in",
        "counted_as",
    ]
    return copy(Stance._meta.db_table, columns, rows())


def copy(table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """PostgreSQL's COPY: the quickest way in."""
    from django.db import connection

    many = 0
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as stream:
        for row in rows:
            stream.write_row(row)
            many += 1
    return many


def settle() -> None:
    """What PostgreSQL does by itself in a quiet hour: without it the first plans are guesses."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _in_chunks(model: Any, rows: Iterable[Any], chunk: int = 5_000) -> None:
    held: list[Any] = []
    for row in rows:
        held.append(row)
        if len(held) == chunk:
            model.objects.bulk_create(held)
            held = []
    model.objects.bulk_create(held)


FILLERS: tuple[Callable[[Size], int], ...] = (fill_people, fill_policy, fill_stances)
