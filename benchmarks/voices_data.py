"""A register of any size, made up with a fixed seed, for `benchmarks.voices`: it comes in as a file, as a real one does."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.dialogue_data import SEED, _in_chunks, settle

if TYPE_CHECKING:
    from vigor_portal.people.models import Member
    from vigor_portal.voices.models import Import

NETWORKS = ("x", "facebook", "instagram", "youtube", "tiktok", "threads")
# What an account is for; each has its words to be found by.
PURPOSES = (
    "Svar om leveranser",
    "Tips om lagningar",
    "Lediga jobb",
    "Nyheter för pressen",
    "Kurser och kvällar",
)
HEADINGS = ("Namn", "Nätverk", "Adress", "Syfte", "Svarar", "Avsändare", "Talar sedan")
# Handles are said, as handles are: consonants and vowels by turns.
FIRST, SECOND = "bdfghjklmnprstv", "aeiouy"


@dataclass(frozen=True)
class Size:
    """How many of each."""

    accounts: int
    stewards: int
    departments: int

    def part(self, of: int) -> Size:
        """The same organisation, so many times smaller."""
        return Size(**{name: max(2, many // of) for name, many in asdict(self).items()})


WHOLE = Size(accounts=50_000, stewards=20_000, departments=200)


def handles(count: int) -> Iterator[str]:
    """Names of eight letters, no two alike; the first ones are the same at every size."""
    chance, seen = random.Random(SEED), set[str]()
    while len(seen) < count:
        name = "".join(chance.choice(FIRST) + chance.choice(SECOND) for _ in range(4))
        if name not in seen:
            seen.add(name)
            yield name


def table(size: Size) -> bytes:
    """The register as a spreadsheet would save it."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";")
    write.writerow(HEADINGS)
    for number, handle in enumerate(handles(size.accounts)):
        network, purpose = NETWORKS[number % len(NETWORKS)], PURPOSES[number % len(PURPOSES)]
        host = {"x": "x.com/", "facebook": "www.facebook.com/"}.get(network, f"www.{network}.com/@")
        if network == "instagram":
            host = "www.instagram.com/"
        sender = f"Här svarar avdelning {number % size.departments}"
        write.writerow(
            (f"Konto {handle}", network, f"https://{host}{handle}", f"{purpose}, bord {number}",
             "vardagar 8–17", sender, "2024-03-01")
        )  # fmt: skip
    return out.getvalue().encode()


def fill_people(size: Size) -> int:
    """Departments, and members spread over them, the first of communications."""
    from vigor_portal.people.models import Department, Grant, Member, Role

    Department.objects.bulk_create(
        Department(slug=f"d{n}", names={"sv": f"Avdelning {n}", "en": f"Department {n}"})
        for n in range(size.departments)
    )
    homes = list(Department.objects.order_by("pk").values_list("pk", flat=True))
    _in_chunks(
        Member,
        (
            Member(
                email=f"m{n}@example.example", given_name=f"Medlem{n}", department_id=homes[n % len(homes)]
            )
            for n in range(size.stewards)
        ),
    )
    Grant.objects.create(member=Member.objects.order_by("pk")[0], role=Role.COMMUNICATIONS)
    return size.stewards


def bring(size: Size) -> dict[str, float]:
    """Import the register as a worker would: rows per second, and seconds for its two parts."""
    from vigor_portal.people.models import Member
    from vigor_portal.voices.models import Account
    from vigor_portal.voices.transfer import actions

    by = Member.objects.order_by("pk")[0]
    data = table(size)
    start = perf_counter()
    transfer = _worked_off(actions.upload(data, "register.csv", by=by), by)
    counted = perf_counter()
    _worked_off(actions.save(transfer, by=by), by)
    saved = perf_counter()
    if (found := Account.objects.count()) != size.accounts:
        raise SystemExit(f"{found} of {size.accounts} accounts came in.")
    return {
        "import_rows_per_s": size.accounts / (saved - start),
        "import_count_s": counted - start,
        "import_save_s": saved - counted,
    }


def vouch() -> dict[str, float]:
    """Every account is in use, and shown: the seconds that the showing takes."""
    from django.db import transaction

    from vigor_portal.voices.models import Account, PublicAccount, Step
    from vigor_portal.voices.press.projection import show_many

    Account.objects.update(state=Account.State.IN_USE)
    pks = Account.objects.order_by("pk").values_list("pk", flat=True)
    _in_chunks(Step, (Step(account_id=pk, state=Account.State.IN_USE) for pk in pks))
    start = perf_counter()
    with transaction.atomic():
        show_many(Account.objects.order_by("pk").iterator(2_000))
    took = perf_counter() - start
    if PublicAccount.objects.count() != len(pks):
        raise SystemExit("Not every account is public.")
    return {"show_all_s": took}


def _worked_off(transfer: Import, by: Member) -> Import:
    """What a worker would do, here and now."""
    from vigor_portal.voices.transfer.jobs import go_on

    go_on(transfer.pk, transfer.round, by.pk)
    transfer.refresh_from_db()
    return transfer


def fill_stewards(size: Size) -> int:
    """Two for most accounts, one for every seventh; departments along with them."""
    from vigor_portal.people.models import Member
    from vigor_portal.voices.models import Account, Stewardship

    members = list(Member.objects.order_by("pk").values_list("pk", "department_id"))
    held = []
    homes = []
    for number, account in enumerate(Account.objects.order_by("pk").values_list("pk", flat=True)):
        for step in range(1 if number % 7 == 0 else 2):
            member, home = members[(number * 2 + step) % len(members)]
            held.append(Stewardship(account_id=account, member_id=member))
            if step == 0:
                homes.append(Account.departments.through(account_id=account, department_id=home))
    _in_chunks(Stewardship, held)
    _in_chunks(Account.departments.through, homes)
    settle()
    return len(held)
