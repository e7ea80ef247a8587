"""How long the command takes to start, as a multiple of a bare `python -c pass`, whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.results import data_sets, record

RUNS = 41
OWN = """# How we do it

## Pictures

- We ask before we post a picture of somebody.
- We describe each picture in words.
"""


# Whoever installs it has its modules compiled from the first start on.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=COMPILED)
    return time.perf_counter() - start


def policy() -> Path:
    """A published policy where there is one, else a small text of our own."""
    real = data_sets() / "policies" / "18f-social-media-2017.md"
    if real.exists():
        return real
    own = Path(tempfile.mkdtemp()) / "policy.md"
    own.write_text(OWN, encoding="utf-8")
    return own


def post() -> Path:
    """A post that there is something to say of."""
    own = Path(tempfile.mkdtemp()) / "post.txt"
    own.write_text("Our boots never wear out.", encoding="utf-8")
    return own


def main() -> int:
    vigor = str(Path(sys.executable).with_name("vigor"))
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "help": [vigor, "--help"],
        "ask": [vigor, "ask", "--policy", str(policy()), "may I post pictures?"],
        "check": [vigor, "check", str(post())],
        "ask_starter": [vigor, "ask", "may I post pictures?"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):  # in turn, so that a busy moment hits them all
        for name, command in commands.items():
            times[name].append(seconds(command))
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    kept = {
        f"command.{name}_over_python": middle[name] / middle["python"]
        for name in commands
        if name != "python"
    }
    for name, value in middle.items():
        print(f"{name:<12} {1000 * value:>7.1f} ms  {value / middle['python']:>6.2f} x python")
    record(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
