"""The dialogue at size: a hundred thousand members and two million stances, on a PostgreSQL of its own.

Everything is measured on the whole organisation and on a hundredth of it, in a process and on a server of its own.
The ratio is what a request costs in the large one over what it costs in the small one (requests per second, the
median of the turns). Each answer is p95 in milliseconds and the number of queries once caches are warm.

Writes dialogue.scale_ratio_max, dialogue.<page>_p95_ms, _rps, _queries and _ratio, dialogue.snapshot_s (all
figures, the proof included), dialogue.snapshot_again_s (a week later, one answer in fifty changed) and
dialogue.prove_s.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from benchmarks.dialogue_data import FILLERS, WHOLE, Size, key, settle
from benchmarks.results import ROOT, record
from benchmarks.site import Target, free_port, load, server, signed_in

if TYPE_CHECKING:
    from django.test import Client

TURNS = 3
REQUESTS = 300
PART = 100
MOST = 1.5
MONDAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Page:
    """What is asked for, by its name in the results; with `body`, a POST of that."""

    name: str
    path: str
    body: tuple[tuple[str, str], ...] = ()


PAGES = (
    Page("policy", "/policy/"),
    Page("margin", f"/policy/{key(7)}"),
    Page("agreement", "/stances/agreement/"),
    Page("mine", "/stances/"),
    Page("take", "/stances/take", (("guideline", key(7)), ("stance", "disagree"))),
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


def measure_one(size: Size, database: str) -> dict[str, float]:
    """Everything about an organisation of that size, in this process."""
    with tempfile.TemporaryDirectory(prefix="vigor-bench-") as name:
        port = free_port()
        prepare(Path(name), database, port)
        for fill in FILLERS:
            start = perf_counter()
            rows = fill(size)
            print(f"{fill.__name__}: {rows} rows in {perf_counter() - start:.1f} s", file=sys.stderr)
        settle()
        found = snapshots()
        from vigor_portal.people.models import Member

        client = signed_in(Member.objects.order_by("pk")[size.members // 2])
        wanted = [target(page, client, port) for page in PAGES]
        turns: dict[str, list[dict[str, float]]] = {page.name: [] for page in PAGES}
        with server(port):
            for each in wanted:
                load(each, port, 60)
            for _ in range(TURNS):
                for each in wanted:
                    turns[each.name].append(load(each, port, REQUESTS))
        for page in PAGES:
            seen = turns[page.name]
            found[f"{page.name}_rps"] = median(turn["per_second"] for turn in seen)
            found[f"{page.name}_p95_ms"] = median(turn["p95_ms"] for turn in seen)
            found[f"{page.name}_queries"] = count_queries(page, client)
        return found


def measure(size: Size) -> dict[str, float]:
    """The same in a process and on a PostgreSQL of their own."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from postgres import server as postgres

    with postgres() as database:
        command = [sys.executable, "-m", "benchmarks.dialogue", json.dumps(asdict(size)), database]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
        return found


def main() -> None:
    small, large = measure(WHOLE.part(PART)), measure(WHOLE)
    ratios = {page.name: small[f"{page.name}_rps"] / large[f"{page.name}_rps"] for page in PAGES}
    print(f"{'':12}{'requests/s':>22}{'p95 ms':>20}{'queries':>16}{'ratio':>8}")
    print(f"{'':12}{'1/100':>12}{'whole':>10}{'1/100':>10}{'whole':>10}{'1/100':>8}{'whole':>8}")
    for page in PAGES:
        line = [f"{page.name:12}"]
        for figure, wide, digits in (("rps", 12, 0), ("p95_ms", 10, 1), ("queries", 8, 0)):
            for seen in (small, large):
                line.append(f"{seen[f'{page.name}_{figure}']:>{wide}.{digits}f}")
                wide = min(wide, 10)
        print("".join(line) + f"{ratios[page.name]:>8.2f}")
    for figure in ("snapshot_s", "snapshot_again_s", "prove_s"):
        print(f"{figure:20}{small[figure]:>10.2f}{large[figure]:>10.2f}")
    print(f"the largest ratio: {max(ratios.values()):.2f} (aim under {MOST})")
    record(
        {
            "dialogue.scale_ratio_max": max(ratios.values()),
            **{f"dialogue.{name}_ratio": ratio for name, ratio in ratios.items()},
            **{f"dialogue.{name}": figure for name, figure in large.items()},
        }
    )


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(json.dumps(measure_one(Size(**json.loads(sys.argv[1])), sys.argv[2])))
    else:
        main()
