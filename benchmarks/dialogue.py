"""The dialogue at size: a hundred thousand members, two million stances, two hundred thousand comments.

An organisation and another of a hundredth of its size stand on one PostgreSQL, each with a database and a server of
its own. They are asked in turns, so that a busy machine slows both; the ratio is what a request costs in the large
one over what it costs in the small one (requests per second, the median of the turns). p95 is in milliseconds;
queries are counted once caches are warm.

Writes dialogue.scale_ratio_max, dialogue.<page>_p95_ms, _rps, _queries and _ratio, dialogue.snapshot_s (all
figures, the proof included), dialogue.snapshot_again_s (a week later, one answer in fifty changed) and
dialogue.prove_s. VIGOR_BENCH_PART=10 takes a tenth for the large one, and writes nothing.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from benchmarks.dialogue_data import FILLERS, WHOLE, Size, settle
from benchmarks.dialogue_talk import POPULAR, TALK
from benchmarks.results import ROOT, record
from benchmarks.site import Target, free_port, load, server, signed_in

if TYPE_CHECKING:
    from django.test import Client

TURNS = 7
WARM = 24
REQUESTS = 40
PART = 100
MOST = 1.5
MONDAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Page:
    """What is asked for, by its name in the results; with `body`, a POST of that."""

    name: str
    path: str
    who: str = "member"  # or "communications"
    body: tuple[tuple[str, str], ...] = ()


PAGES = (
    Page("policy", "/policy/"),
    Page("margin", f"/policy/{POPULAR}"),
    Page("talk", f"/policy/{POPULAR}/talk/"),
    Page("conversations", "/talk/"),
    Page("agreement", "/stances/agreement/"),
    Page("mine", "/stances/"),
    Page("take", "/stances/take", body=(("guideline", POPULAR), ("stance", "disagree"))),
    Page("open_all", "/open/", "communications"),
    Page("open_mine", "/open/"),
    Page("proposals", "/proposals/"),
    Page("notices", "/notices/"),
)


def prepare(folder: Path, database: str, port: int) -> None:
    """Django set up in this process, on the empty database."""
    os.environ.update(
        VIGOR_DATA=str(folder),
        DATABASE_URL=database,
        PORT=str(port),
        VIGOR_WORKERS="1",
        VIGOR_LOG_LEVEL="WARNING",
        VIGOR_RUN_WORKER="0",
        DJANGO_SETTINGS_MODULE="vigor_portal.settings",
    )
    for name in ("VIGOR_BASE_URL", "VIGOR_DEVELOPMENT", "VIGOR_STANCE_KEY", "VIGOR_SECRET_KEY"):
        os.environ.pop(name, None)
    import django

    django.setup()
    from vigor_portal.home import serving
    from vigor_portal.people.actions import describe_organisation

    serving.migrate()
    serving.make_what_is_derived()
    describe_organisation({"name": "Stora bolaget", "languages": ["sv", "en"]}, by=None)


def timed(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def snapshots() -> dict[str, float]:
    """Seconds for the first figures of all, for those of a week later, and for a proof."""
    from django.db.models import F, Value
    from django.db.models.functions import Mod

    from vigor_portal.dialogue.models import Stance
    from vigor_portal.dialogue.stances.proofs import prove
    from vigor_portal.dialogue.stances.snapshots import make_snapshot
    from vigor_portal.people.models import Member

    took = {"snapshot_s": timed(lambda: make_snapshot(MONDAY))}
    settle()
    # One department in fifty changes its mind.
    some = Member.objects.annotate(rest=Mod(F("department_id"), Value(50))).filter(rest=1)
    homes = set(some.values_list("department_id", flat=True))
    Stance.objects.filter(department__in=homes, stance="agree").update(stance="unsure")
    took["snapshot_again_s"] = timed(lambda: make_snapshot(MONDAY + timedelta(weeks=1)))
    took["prove_s"] = timed(lambda: _prove(prove))
    settle()
    return took


def _prove(prove: Callable[[], Any]) -> None:
    proof = prove()
    print(f"proved: {proof.cells} cells, {proof.blocks} blocks, {proof.answers} answers", file=sys.stderr)
    if proof.wrong or not proof.answers:
        raise SystemExit(f"The figures are not what a recount says: {proof.wrong[:5]}")


def target(page: Page, client: Client, port: int) -> Target:
    """The page as a whole HTTP request of a signed-in member."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get("/stances/").content.decode())
    if token is None:
        raise SystemExit("The page of stances has no form.")
    cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={client.cookies['csrftoken'].value}"
    head = (
        f"Host: localhost:{port}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\nCookie: {cookies}\r\n"
    )
    if not page.body:
        return Target(page.name, f"GET {page.path} HTTP/1.1\r\n{head}\r\n")
    body = urlencode([*page.body, ("csrfmiddlewaretoken", token[1])])
    return Target(
        page.name,
        f"POST {page.path} HTTP/1.1\r\n{head}HX-Request: true\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}",
    )


def count_queries(page: Page, client: Client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def ask() -> None:
        if page.body:
            client.post(page.path, dict(page.body), headers={"HX-Request": "true"})
        else:
            client.get(page.path)

    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def site(size: Size, database: str) -> None:
    """An organisation of that size, served from this process until its standard input ends.

    Prints one line of JSON: {"port", "figures", "targets": {name: request}}.
    """
    with tempfile.TemporaryDirectory(prefix="vigor-bench-") as name:
        port = free_port()
        prepare(Path(name), database, port)
        for fill in (*FILLERS, *TALK):
            start = perf_counter()
            rows = fill(size)
            print(f"{fill.__name__}: {rows} rows in {perf_counter() - start:.1f} s", file=sys.stderr)
        settle()
        figures = snapshots()
        from vigor_portal.people.models import Member

        members = Member.objects.order_by("pk")
        clients = {"member": signed_in(members[size.members // 2]), "communications": signed_in(members[0])}
        targets = {page.name: target(page, clients[page.who], port).request for page in PAGES}
        figures |= {f"{page.name}_queries": count_queries(page, clients[page.who]) for page in PAGES}
        with server(port):
            print(json.dumps({"port": port, "figures": figures, "targets": targets}), flush=True)
            sys.stdin.read()


@dataclass(frozen=True)
class Site:
    """A site that is being served, as `site` tells of it."""

    port: int
    figures: dict[str, float]
    targets: dict[str, str]

    def load(self, page: Page, requests: int) -> dict[str, float]:
        return load(Target(page.name, self.targets[page.name]), self.port, requests)


@contextmanager
def serving(size: Size, database: str) -> Iterator[Site]:
    """A site in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.dialogue", json.dumps(asdict(size)), database]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise SystemExit("The site has no pipes.")
        told = process.stdout.readline()
        if not told:
            raise SystemExit("The site of that size couldn't be made.")
        try:
            yield Site(**json.loads(told))
        finally:
            process.stdin.close()


@contextmanager
def both(small: Size, large: Size) -> Iterator[tuple[Site, Site]]:
    """Two organisations on one PostgreSQL, each with its database and its process."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import psycopg
    from postgres import server as postgres

    with postgres() as database:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("CREATE DATABASE small")
        beside = database.removesuffix("vigor") + "small"
        with serving(small, beside) as first, serving(large, database) as second:
            yield first, second


Turn = dict[str, float]


def turns(page: Page, small: Site, large: Site) -> list[tuple[Turn, Turn]]:
    """The two in turns, so that a busy machine slows both; every other time the large one first."""
    for each in (small, large):
        each.load(page, WARM)
    seen = []
    for number in range(TURNS):
        one, other = (small, large) if number % 2 else (large, small)
        first, second = one.load(page, REQUESTS), other.load(page, REQUESTS)
        seen.append((first, second) if number % 2 else (second, first))
    return seen


def main() -> None:
    whole = WHOLE.part(int(os.environ.get("VIGOR_BENCH_PART", "1")))
    with both(WHOLE.part(PART), whole) as (small, large):
        rounds = {page.name: turns(page, small, large) for page in PAGES}
    ratios, found = {}, dict(large.figures)
    print(f"{'':14}{'requests/s':>16}{'p95 ms':>16}{'queries':>12}{'ratio':>8}")
    print(f"{'':14}{'1/100':>8}{'whole':>8}" + f"{'1/100':>8}{'whole':>8}" + f"{'1/100':>6}{'whole':>6}")
    for page in PAGES:
        seen = rounds[page.name]
        ratios[page.name] = median(few["per_second"] / many["per_second"] for few, many in seen)
        line = f"{page.name:14}"
        for figure, digits in (("per_second", 0), ("p95_ms", 1)):
            for which in (0, 1):
                line += f"{median(turn[which][figure] for turn in seen):>8.{digits}f}"
        for each in (small, large):
            line += f"{each.figures[f'{page.name}_queries']:>6.0f}"
        print(f"{line}{ratios[page.name]:>8.2f}")
        found[f"{page.name}_rps"] = median(many["per_second"] for _few, many in seen)
        found[f"{page.name}_p95_ms"] = median(many["p95_ms"] for _few, many in seen)
        found[f"{page.name}_ratio"] = ratios[page.name]
    for figure in ("snapshot_s", "snapshot_again_s", "prove_s"):
        print(f"{figure:20}{small.figures[figure]:>10.2f}{large.figures[figure]:>10.2f}")
    print(f"the largest ratio: {max(ratios.values()):.2f} (aim under {MOST})")
    if whole == WHOLE:
        found["scale_ratio_max"] = max(ratios.values())
        record({f"dialogue.{name}": figure for name, figure in found.items()})


if __name__ == "__main__":
    if len(sys.argv) > 2:
        site(Size(**json.loads(sys.argv[1])), sys.argv[2])
    else:
        main()
