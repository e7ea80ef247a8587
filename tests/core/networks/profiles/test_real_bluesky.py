"""Profiles on a real personal data server of Bluesky's, where one is installed (see scripts/bluesky_server.mjs)."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from vigor import fetch
from vigor.fetch import Limits, Refused
from vigor.networks import Address
from vigor.networks.profiles import Profile
from vigor.networks.profiles.bluesky import Bluesky

ROOT = Path(__file__).resolve().parents[4]
FOLDER = Path(os.environ.get("VIGOR_BLUESKY_DEV_ENV") or ROOT / "var" / "bluesky").resolve()
HERE = partial(fetch.get, limits=Limits(loopback=True))


@dataclass
class Server:
    reader: Bluesky
    dids: dict[str, str]

    def read(self, name: str, get: fetch.Get = HERE) -> Profile:
        address = Address("bluesky", f"bluesky:{name}", f"https://bsky.app/profile/{name}", f"@{name}")
        return self.reader(address, get)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not (FOLDER / "node_modules" / "@atproto" / "dev-env").is_dir() or not shutil.which("node"):
        pytest.skip(f"no Bluesky server in {FOLDER}: profiles are read from recorded answers only")
    plc, pds = free_port(), free_port()
    command = ["node", str(ROOT / "scripts" / "bluesky_server.mjs"), str(FOLDER), str(plc), str(pds)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        line = next((line for line in running.stdout if line.startswith('{"anna"')), "")
        try:
            assert line, "the server did not start"
            yield Server(Bluesky(f"http://localhost:{pds}", f"http://localhost:{plc}"), json.loads(line))
        finally:
            running.kill()


def test_a_profile_is_read_from_where_it_is_kept(server: Server) -> None:
    profile = server.read("anna.test")
    assert (profile.name, profile.text) == ("Anna Spole", "Vävare på Spolverket.\nspolverket.example")
    assert [link.url for link in profile.links] == ["https://spolverket.example"]


def test_a_profile_is_read_by_its_did(server: Server) -> None:
    assert server.read(server.dids["anna"]).name == "Anna Spole"


def test_an_account_that_never_wrote_a_profile_has_an_empty_one(server: Server) -> None:
    assert server.read("silent.test").text == ""


def test_a_handle_that_nobody_has_is_gone(server: Server) -> None:
    with pytest.raises(Refused, match="gone"):
        server.read("nobody.test")


def test_as_set_in_production_nothing_of_it_is_reached(server: Server) -> None:
    with pytest.raises(Refused, match=r"private|port"):
        server.read("anna.test", fetch.get)
