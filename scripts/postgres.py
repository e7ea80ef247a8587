"""A PostgreSQL server for a moment: own temporary folder and unix socket, no network port, gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

DEBIAN = Path("/usr/lib/postgresql")
# The server refuses to run as root; Debian's package brings this user.
ORDINARY_USER = "postgres"
# It is thrown away in a few minutes: no need to survive a power cut.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoPostgres(Exception):
    """There is no server that we can start; the message says why."""


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl, the newest version first; None when there is none."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]), reverse=True)
    if versions:
        return versions[0].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Start a server and yield the address of an empty database. Raises NoPostgres."""
    tools = binaries()
    if tools is None:
        raise NoPostgres("PostgreSQL is not installed")
    as_user = _as_ordinary_user()
    # The path of a unix socket may be some hundred characters at most, so the folder lies right under /tmp.
    folder = Path(tempfile.mkdtemp(prefix="vigor-pg-", dir="/tmp"))
    try:
        if as_user:
            shutil.chown(folder, ORDINARY_USER)
        yield from _running(tools, folder, as_user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(tools: Path, folder: Path, as_user: Sequence[str]) -> Iterator[str]:
    data, log = folder / "data", folder / "log"
    text = ("--encoding=UTF8", "--locale=C.UTF-8")
    _run(as_user, tools / "initdb", "-D", data, "-U", "vigor", "-A", "trust", *text)
    # Only the owner of the folder (and root) reaches the socket, so that trust is not given to strangers.
    settings = ("listen_addresses=", f"unix_socket_directories={folder}", *HASTE)
    options = " ".join(f"-c {setting}" for setting in settings)
    _run(as_user, tools / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
    try:
        _run(as_user, tools / "createdb", "-h", folder, "-U", "vigor", "vigor")
        yield f"postgres://vigor@{quote(str(folder), safe='')}/vigor"
    finally:
        _run(as_user, tools / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _as_ordinary_user() -> Sequence[str]:
    if os.geteuid() != 0:
        return ()
    runuser = shutil.which("runuser")
    if runuser is None:
        raise NoPostgres("PostgreSQL refuses to run as root, and `runuser` is missing")
    return (runuser, "-u", ORDINARY_USER, "--")


def _run(as_user: Sequence[str], *command: str | Path) -> None:
    words = [*as_user, *(str(word) for word in command)]
    # Not from our own folder: the other user may not be allowed to stand there. Output goes to a file,
    # because the server inherits it and would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(words, cwd="/", stdout=output, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            output.seek(0)
            told = output.read().decode(errors="replace").strip()
            raise NoPostgres(f"{Path(command[0]).name} failed: {told}")


if __name__ == "__main__":
    try:
        with server() as address:
            print(address, flush=True)
            print("Press Enter to stop it.", file=sys.stderr)
            sys.stdin.readline()
    except NoPostgres as error:
        sys.exit(str(error))
