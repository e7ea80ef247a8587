"""A site of its own to be struck down: a real server in a process group, real browsers, and somebody who inspects.

The inspector (`inspector.py`) is a process of its own too, with the settings of the site that it looks into: this
process has the tests' own database and never opens the site's.
"""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from tests.portal.policies.inspector import EMAIL, PASSWORD

from vigor_portal.environment import SETTINGS

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60


class Browser:
    """One that keeps its connection and its cookies. Raises OSError or HTTPException when the server is struck."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.cookies = dict(cookies or {})
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> tuple[int, str, str]:
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str | int) -> tuple[int, str, str]:
        """Status, Location and body."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": self.cookies.get("csrftoken", ""),
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _equals, rest = cookie.partition("=")
            if name in {"csrftoken", "sessionid"}:
                self.cookies[name] = rest.partition(";")[0]
        return answer.status, answer.headers.get("Location", ""), text


class Site:
    """`start`, `strike`, `start` again; `inspect` in between."""

    def __init__(self, folder: Path, database: str) -> None:
        self.port = _free_port()
        self.log = folder / "server.log"
        own = {setting.name for setting in SETTINGS} | {f"{setting.name}_FILE" for setting in SETTINGS}
        self._environment = {name: value for name, value in os.environ.items() if name not in own} | {
            "DJANGO_SETTINGS_MODULE": "vigor_portal.settings",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "VIGOR_DATA": str(folder / "data"),
            "PORT": str(self.port),
            "DATABASE_URL": database,
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._inspector = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("inspector.py"))],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self) -> None:
        """Serve; returns when a page is answered."""
        with self.log.open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "vigor_portal", "serve"],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self._server.poll() is None:
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)
        raise AssertionError(f"The server doesn't come up:\n{self.log.read_text()}")

    def strike(self) -> None:
        """SIGKILL to the server and its workers; returns when nobody listens any more."""
        if self._server is None:
            return
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(PATIENCE_S)
        self._server = None
        until = time.monotonic() + PATIENCE_S
        while _listens(self.port):
            assert time.monotonic() < until, "a worker outlived its group"
            time.sleep(0.01)

    def inspect(self, command: str = "inspect") -> Any:
        """What the inspector finds (see there)."""
        assert self._inspector.stdin is not None
        assert self._inspector.stdout is not None
        self._inspector.stdin.write(f"{command}\n")
        self._inspector.stdin.flush()
        said = self._inspector.stdout.readline()
        assert said, "the inspector fell down; what it said stands above"
        return json.loads(said)

    def get(self, path: str) -> tuple[int, str, str]:
        """Status, Location and body, as a passer-by gets them."""
        with closing(Browser(self.port)) as browser:
            return browser.get(path)

    def sign_in(self) -> dict[str, str]:
        """The cookies of the communicator, who came in by the door like everybody."""
        with closing(Browser(self.port)) as browser:
            browser.get("/account/login/")
            status, _location, page = browser.post("/account/login/", login=EMAIL, password=PASSWORD)
            assert status == 302, re.sub(r"\s+", " ", page)
            return browser.cookies

    def close(self) -> None:
        self.strike()
        if self._inspector.stdin is not None:
            self._inspector.stdin.close()
        self._inspector.wait(PATIENCE_S)
        if self._inspector.stdout is not None:
            self._inspector.stdout.close()


@contextmanager
def database_of_its_own(vendor: str, folder: Path) -> Iterator[str]:
    """The address of an empty database beside the tests' own, on the same kind of server; gone afterwards."""
    if vendor == "sqlite":
        yield f"sqlite:///{folder / 'struck.sqlite3'}"
        return
    server = os.environ["VIGOR_TEST_DATABASE_URL"]
    name = f"struck_{os.getpid()}"
    with closing(psycopg.connect(server, autocommit=True)) as beside:
        beside.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            beside.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site with a communicator and version 1, not started yet."""
    with database_of_its_own(connection.vendor, tmp_path) as database:
        made = Site(tmp_path, database)
        try:
            assert made.inspect("prepare") == {"prepared": True}
            yield made
        finally:
            made.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
