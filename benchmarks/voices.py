"""The register of voices at size: fifty thousand accounts, twenty thousand stewards.

An organisation and another of a hundredth of its size stand on one PostgreSQL, each with a database and a server of
its own, and are asked in turns (see `benchmarks.dialogue`). Beside each stands the static file of `benchmarks.site`:
`/verify` is compared with it. An address that is known is asked for again and again, as people do; unknown ones and
look-alikes are other addresses each time, so that no kept answer helps.

Writes voices.verify_over_static (the slowest of the three), voices.scale_ratio_max, voices.import_rows_per_s (read,
counted and saved), voices.<page>_p95_ms, _rps and _ratio, what the import and the first read of the register took, and
what a search costs that nobody made before. VIGOR_BENCH_PART=10 takes a tenth for the large one, and writes nothing.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.dialogue import MOST, PART, Site, Turn, prepare, timed
from benchmarks.results import ROOT, record
from benchmarks.site import Target, free_port, load, server, signed_in
from benchmarks.voices_data import WHOLE, Size, bring, fill_people, fill_stewards, handles, vouch

TURNS = 5
WARM = 40
KNOWN = next(handles(1))
SEARCH = "leveranser%20bord%2010"


@dataclass(frozen=True)
class Page:
    """What is asked for, by its name in the results; `{n}` is another number each time."""

    name: str
    path: str
    who: str = ""  # "communications"; nobody in the press room
    requests: int = 800


VERIFY = (
    Page("verify_known", f"/verify?url=https%3A%2F%2Fx.com%2F{KNOWN}"),
    Page("verify_unknown", "/verify?url=https%3A%2F%2Fx.com%2Fqw{n}xz"),
    Page("verify_alike", f"/verify?url=https%3A%2F%2Fwww.instagram.com%2F{KNOWN}_support_{{n}}"),
)
STATIC = Page("static", "/static/reference.html")
PAGES = (
    STATIC,
    *VERIFY,
    Page("press_list", "/press/sv/accounts"),
    Page("press_search", f"/press/sv/accounts?q={SEARCH}"),
    Page("press_ours", "/press/sv/accounts/ours?address=https%3A%2F%2Fx.com%2Fqw{n}xz", requests=100),
    Page("intranet_list", "/voices/", "communications", 60),
    Page("intranet_search", "/voices/?q=leveranser", "communications", 60),
    Page("leaving", "/voices/leaving/", "communications", 60),
    Page("wheel", "/voices/wheel/", "communications", 60),
    Page("resilience", "/voices/resilience/", "communications", 60),
)


def target(page: Page, cookies: str, port: int) -> str:
    head = f"Host: localhost:{port}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n"
    kept = f"Cookie: {cookies}\r\n" if page.who else ""
    return f"GET {page.path} HTTP/1.1\r\n{head}{kept}\r\n"


def in_process() -> dict[str, float]:
    """What one process does once for all: read the register, and search in it for the first time."""
    from vigor_portal.voices.press import pages
    from vigor_portal.voices.press.known import PublicCopy

    took = {"register_read_s": timed(PublicCopy().now)}
    register = PublicCopy().now()
    list(register.search("first"))
    searches = [
        timed(lambda word=word: register.make(pages.accounts, "sv", word, "", 1))  # type: ignore[misc]
        for word in ("leveranser", "bord 10", "lagningar avdelning 1", "kvällar", "inget sådant")
    ]
    took["search_first_ms"] = median(searches) * 1000
    names = [f"https://x.com/qw{n}xz" for n in range(500)]
    took["find_unknown_us"] = timed(lambda: [register.find(name) for name in names]) / len(names) * 1e6
    names = [f"https://www.instagram.com/{KNOWN}_support_{n}" for n in range(500)]
    took["find_alike_us"] = timed(lambda: [register.find(name) for name in names]) / len(names) * 1e6
    return took


def site(size: Size, database: str) -> None:
    """An organisation of that size, served from this process until its standard input ends; see `benchmarks.dialogue`."""
    with tempfile.TemporaryDirectory(prefix="vigor-bench-") as name:
        folder, port = Path(name), free_port()
        prepare(folder, database, port)
        from django.test import Client

        from vigor_portal.people.models import Member

        start = perf_counter()
        fill_people(size)
        figures = bring(size) | vouch()
        fill_stewards(size)
        print(f"{size}: filled in {perf_counter() - start:.0f} s: {figures}", file=sys.stderr)
        figures |= in_process()
        page = Client(HTTP_HOST="localhost").get("/press/sv/").content
        (folder / "static" / "reference.html").write_bytes(page)
        (folder / "static" / "reference.html.gz").write_bytes(gzip.compress(page, 9))
        client = signed_in(Member.objects.order_by("pk")[0])
        cookies = f"sessionid={client.cookies['sessionid'].value}"
        targets = {each.name: target(each, cookies, port) for each in PAGES}
        with server(port):
            print(json.dumps({"port": port, "figures": figures, "targets": targets}), flush=True)
            sys.stdin.read()


@contextmanager
def serving(size: Size, database: str) -> Iterator[Site]:
    """A site in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.voices", json.dumps(asdict(size)), database]
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


def turns(page: Page, small: Site, large: Site) -> list[tuple[Turn, Turn]]:
    """The two in turns, so that a busy machine slows both; every other time the large one first."""

    def ask(one: Site, requests: int) -> Turn:
        return load(Target(page.name, one.targets[page.name]), one.port, requests)

    for each in (small, large):
        ask(each, WARM)
    seen = []
    for number in range(TURNS):
        one, other = (small, large) if number % 2 else (large, small)
        first, second = ask(one, page.requests), ask(other, page.requests)
        seen.append((first, second) if number % 2 else (second, first))
    return seen


def told(rounds: dict[str, list[tuple[Turn, Turn]]]) -> dict[str, float]:
    """Print the table; the figures of it by name."""
    found = {}
    print(f"{'':18}{'requests/s':>16}{'p95 ms':>16}{'ratio':>8}")
    print(f"{'':18}{'1/100':>8}{'whole':>8}{'1/100':>8}{'whole':>8}")
    for name, seen in rounds.items():
        ratio = median(few["per_second"] / many["per_second"] for few, many in seen)
        few, many = (
            {key: median(turn[which][key] for turn in seen) for key in ("per_second", "p95_ms")}
            for which in (0, 1)
        )
        line = (
            f"{few['per_second']:>8.0f}{many['per_second']:>8.0f}{few['p95_ms']:>8.1f}{many['p95_ms']:>8.1f}"
        )
        print(f"{name:18}{line}{ratio:>8.2f}")
        found |= {f"{name}_rps": many["per_second"], f"{name}_p95_ms": many["p95_ms"], f"{name}_ratio": ratio}
    return found


def main() -> None:
    whole = WHOLE.part(int(os.environ.get("VIGOR_BENCH_PART", "1")))
    with both(WHOLE.part(PART), whole) as (small, large):
        rounds = {page.name: turns(page, small, large) for page in PAGES}
    found = told(rounds) | large.figures
    for name, figure in large.figures.items():
        print(f"{name:20}{small.figures[name]:>12.2f}{figure:>12.2f}")
    over = {page.name: found[f"{page.name}_rps"] / found["static_rps"] for page in VERIFY}
    found |= {f"{name}_over_static": ratio for name, ratio in over.items()}
    found["verify_over_static"] = min(over.values())
    found["scale_ratio_max"] = max(found[f"{page.name}_ratio"] for page in PAGES if page is not STATIC)
    print("over the static file: " + ", ".join(f"{name} {ratio:.2f}" for name, ratio in over.items()))
    print(f"the largest ratio: {found['scale_ratio_max']:.2f} (aim under {MOST})")
    if whole == WHOLE:
        record({f"voices.{name}": figure for name, figure in found.items()})


if __name__ == "__main__":
    if len(sys.argv) > 2:
        site(Size(**json.loads(sys.argv[1])), sys.argv[2])
    else:
        main()
