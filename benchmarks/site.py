"""How fast the site answers: one server, one run, in turns.

Measured side by side: a static file through WhiteNoise with the very bytes of the press room's front page, that page
itself, the whole policy on the intranet for a signed-in member, and a question. The turns are interleaved and the
median turn counts, so that a machine that slows down slows all of them down. Then the number of database queries of
each page, before and after the site has grown by members, versions and points.

Writes site.pressroom_over_static, site.intranet_rps, site.ask_rps, p95 of each, and the numbers of queries.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from benchmarks.results import ROOT, record

if TYPE_CHECKING:
    from django.test import Client

TURNS = 5
CONNECTIONS = 4
REQUESTS = 1_200
QUESTION = "Måste jag skriva reklam när jag har fått något?"


@dataclass(frozen=True)
class Target:
    """What is asked for: its name in the table, and the whole HTTP request."""

    name: str
    request: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def prepare(folder: Path, port: int) -> None:
    """A site with the example organisation, in `folder`; Django set up in this process."""
    os.environ.update(
        VIGOR_DATA=str(folder),
        PORT=str(port),
        VIGOR_WORKERS="1",
        VIGOR_LOG_LEVEL="WARNING",
        DJANGO_SETTINGS_MODULE="vigor_portal.settings",
    )
    for name in ("DATABASE_URL", "VIGOR_BASE_URL", "VIGOR_DEVELOPMENT"):
        os.environ.pop(name, None)
    import django

    django.setup()
    from vigor_portal.home import serving
    from vigor_portal.home.example import load_example

    serving.migrate()
    serving.make_what_is_derived()
    load_example()


def targets(folder: Path, port: int) -> list[Target]:
    """The four requests. The static file is written beside the others, gzipped as WhiteNoise expects."""
    from django.test import Client

    from vigor_portal.people.models import Member

    page = Client(HTTP_HOST="localhost").get("/press/sv/").content
    (folder / "static" / "reference.html").write_bytes(page)
    (folder / "static" / "reference.html.gz").write_bytes(gzip.compress(page, 9))
    client = signed_in(Member.objects.order_by("pk")[0])
    cookies = f"sessionid={client.cookies['sessionid'].value}"
    form = client.get("/ask/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    if token is None:
        raise SystemExit("The page to ask on has no form.")
    body = urlencode({"question": QUESTION, "csrfmiddlewaretoken": token[1]})
    cookies_to_ask = f"{cookies}; csrftoken={client.cookies['csrftoken'].value}"
    head = f"Host: localhost:{port}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n"
    ask = (
        f"POST /ask/ HTTP/1.1\r\n{head}Cookie: {cookies_to_ask}\r\nHX-Request: true\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )
    return [
        Target("static", f"GET /static/reference.html HTTP/1.1\r\n{head}\r\n"),
        Target("pressroom", f"GET /press/sv/ HTTP/1.1\r\n{head}\r\n"),
        Target("intranet", f"GET /policy/ HTTP/1.1\r\n{head}Cookie: {cookies}\r\n\r\n"),
        Target("ask", ask),
    ]


def signed_in(member: object) -> Client:
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


@contextmanager
def server(port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "vigor_portal", "serve"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(1_800):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            raise SystemExit("The server didn't start.")
        yield
    finally:
        process.terminate()
        process.wait(20)


def load(target: Target, port: int, requests: int) -> dict[str, float]:
    asked = {
        "host": "127.0.0.1",
        "port": port,
        "request": target.request,
        "connections": CONNECTIONS,
        "requests": requests,
        "seconds": 5,
    }
    command = [sys.executable, "-c", "from benchmarks.load import main; main()"]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=ROOT
    )
    result: dict[str, float] = json.loads(done.stdout)
    if result["failed"]:
        raise SystemExit(f"{target.name}: {result['failed']:.0f} answers were not 200.")
    return result


def measure(wanted: list[Target], port: int) -> dict[str, dict[str, float]]:
    """name → per_second and p95_ms, the median of the turns, and the bytes of one answer."""
    for target in wanted:
        load(target, port, 200)  # warm-up
    turns: dict[str, list[dict[str, float]]] = {target.name: [] for target in wanted}
    for _ in range(TURNS):
        for target in wanted:
            turns[target.name].append(load(target, port, REQUESTS))
    return {
        name: {figure: median(turn[figure] for turn in seen) for figure in ("per_second", "p95_ms", "bytes")}
        for name, seen in turns.items()
    }


def count_queries() -> dict[str, int]:
    """name → how many database queries a page takes, once its caches are warm."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from vigor_portal.people.models import Member

    member = signed_in(Member.objects.order_by("pk")[0])
    visitor = Client(HTTP_HOST="localhost")
    pages = {
        "pressroom": lambda: visitor.get("/press/sv/"),
        "intranet": lambda: member.get("/policy/"),
        "versions": lambda: member.get("/policy/versions/"),
        "ask": lambda: member.post("/ask/", {"question": QUESTION}),
    }
    counted = {}
    for name, get in pages.items():
        get()
        with CaptureQueriesContext(connection) as captured:
            get()
        counted[name] = len(captured)
    return counted


def grow() -> None:
    """Twenty more members, five more versions, a hundred more points."""
    from vigor_portal.people.models import Member
    from vigor_portal.policies import queries
    from vigor_portal.policies.actions import publish
    from vigor_portal.policies.models import VersionText

    for number in range(20):
        Member.objects.create_user(f"more{number}@example.example")
    current = queries.current()
    source = VersionText.objects.get(version=current, language="sv").source
    for version in range(5):
        points = [f"- Vi gör sak nummer {version}-{number} på vårt sätt.\n" for number in range(20)]
        source += f"\n## Ännu en grundtanke, nummer {version}\n\nVi tror på den.\n\n" + "".join(points)
        publish({"more.sv.md": source}, by=None, because="Growth")
        source = VersionText.objects.get(version=queries.current(), language="sv").source


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="vigor-bench-") as name:
        folder, port = Path(name), free_port()
        prepare(folder, port)
        wanted = targets(folder, port)
        with server(port):
            figures = measure(wanted, port)
        before = count_queries()
        grow()
        after = count_queries()
    ratio = figures["pressroom"]["per_second"] / figures["static"]["per_second"]
    print(f"{'':12}{'requests/s':>12}{'p95 ms':>10}{'bytes':>10}{'queries':>10}{'grown':>8}")
    for target, seen in figures.items():
        queries = f"{before.get(target, 0):>10}{after.get(target, 0):>8}" if target in before else ""
        print(f"{target:12}{seen['per_second']:>12.0f}{seen['p95_ms']:>10.1f}{seen['bytes']:>10.0f}{queries}")
    print(f"press room over static file: {ratio:.2f} (aim 0.7)")
    record(
        {
            "site.pressroom_over_static": ratio,
            "site.static_rps": figures["static"]["per_second"],
            "site.pressroom_rps": figures["pressroom"]["per_second"],
            "site.intranet_rps": figures["intranet"]["per_second"],
            "site.ask_rps": figures["ask"]["per_second"],
            **{f"site.{each}_p95_ms": seen["p95_ms"] for each, seen in figures.items()},
            **{f"site.{each}_queries": number for each, number in after.items()},
        }
    )
    if before != after:
        raise SystemExit(f"The number of queries grew with the site: {before} → {after}")


if __name__ == "__main__":
    main()
