"""Run every test: on SQLite, and what has to do with a database once more on a PostgreSQL of its own.

Chromium and PostgreSQL are brought from Debian where that may be done (root, or sudo without a password).
Where it may not, the rest is tested, and what was left out is told at the end. Arguments go to pytest.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from postgres import NoPostgres, binaries, server

ROOT = Path(__file__).resolve().parent.parent
# On PostgreSQL, only what can behave differently there.
ON_POSTGRES = "tests/portal"
WITHOUT_BROWSER = ("tests/core", "tests/boundaries", "tests/portal")
IN_BROWSER = "tests/journeys"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_S = 600
SOME_FAILED = 1  # pytest's exit status

# Without this file, Debian's package would start a server for good on the machine of whoever runs the tests.
INSTALL = """set -e
conf=/etc/postgresql-common/createcluster.d/vigor-tests.conf
mkdir -p "${conf%/*}"
echo 'create_main_cluster = false' > "$conf"
trap 'rm -f "$conf"' EXIT
apt-get -o DPkg::Lock::Timeout=120 update || true
apt-get -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold install -y --no-install-recommends "$@"
"""


def browser() -> str | None:
    """The Chromium that the journeys are made in; VIGOR_CHROMIUM names another."""
    names = (os.environ.get("VIGOR_CHROMIUM", ""), *BROWSERS)
    return next((path for name in names if name and (path := shutil.which(name))), None)


def wanted_packages() -> list[str]:
    """Debian packages for what isn't here yet."""
    packages = []
    if browser() is None:
        packages += ["chromium", "fonts-dejavu-core"]
    if binaries() is None:
        packages.append("postgresql")
    if ctypes.util.find_library("pangoft2-1.0") is None:
        packages += ["libpango-1.0-0", "libpangoft2-1.0-0"]
    return packages


def become_root() -> list[str] | None:
    """The words in front of a command that make it root's; None when we may not."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def bring(packages: list[str]) -> None:
    """Install from Debian what we may. Never fails: what can't be had is found missing, and told, later."""
    root = become_root()
    if not packages or not shutil.which("apt-get") or root is None:
        return
    print(f"Installing {' '.join(packages)} with apt-get ...", flush=True)
    command = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", INSTALL, "sh", *packages]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"That did not work: {error}")
        return
    if done.returncode:
        print("That did not work:", *done.stderr.strip().splitlines()[-3:], sep="\n  ")


def on_postgres(arguments: list[str]) -> list[str] | None:
    """pytest's arguments for the second round; None when what was asked for has nothing to do there."""
    places = [word for word in arguments if word.startswith("tests")]
    if not places:
        return [*arguments, *together(), ON_POSTGRES] if (ROOT / ON_POSTGRES).is_dir() else None
    portal = [word for word in places if word.startswith(ON_POSTGRES)]
    return [word for word in arguments if word not in places] + portal if portal else None


def rounds(arguments: list[str]) -> list[list[str]]:
    """pytest's arguments for each round on SQLite. Whoever names a place gets just that, in one process.

    Everything is much: what needs no browser is shared among processes, a file each; journeys are shared one by one, since
    a page waits more than it works.
    """
    if any(word.startswith("tests") for word in arguments):
        return [arguments]
    return [[*arguments, *together(), *WITHOUT_BROWSER], [*arguments, *together("worksteal"), IN_BROWSER]]


def together(shared: str = "loadfile") -> list[str]:
    """As many processes as there are processors, four at most; `shared` is how, in pytest-xdist's words."""
    return ["-n", str(min(4, os.cpu_count() or 1)), "--dist", shared]


def pytest(arguments: list[str], **environment: str) -> int:
    """Run pytest and give its exit status."""
    command = [sys.executable, "-m", "pytest", "-rs", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def walked(arguments: list[str], **environment: str) -> int:
    """A round's exit status. Journeys that failed are walked once more by themselves, aloud.

    A browser on a machine that others share now and then waits longer than anybody's patience; what is broken fails
    again.
    """
    status = pytest(arguments, **environment)
    if status != SOME_FAILED or arguments[-1:] != [IN_BROWSER]:
        return status
    print("\nOnce more, those journeys that failed", flush=True)
    return pytest(
        [*arguments[:-1], "--last-failed", "--last-failed-no-failures=none", IN_BROWSER], **environment
    )


def main(arguments: list[str]) -> int:
    """Exit status 0 when every test that could be run passed."""
    bring(wanted_packages())
    left_out = []
    if (chromium := browser()) is None:
        left_out.append("the journeys in a browser: Chromium is not installed and could not be brought")
    print("\nOn SQLite", flush=True)
    chosen = {"VIGOR_CHROMIUM": chromium} if chromium else {}
    worst = max(walked(each, **chosen) for each in rounds(arguments))
    second_round = on_postgres(arguments)
    if second_round is not None:
        try:
            with server() as address:
                print("\nOn PostgreSQL", flush=True)
                worst = max(worst, pytest(second_round, VIGOR_TEST_DATABASE_URL=address))
        except NoPostgres as error:
            left_out.append(f"the round on PostgreSQL: {error}")
    if left_out:
        print("\nLeft out:", *left_out, sep="\n  - ")
    else:
        print("\nNothing was left out but what is told as skipped above.")
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
