"""Jobs for a worker in a process of its own. What it does is told by lines of the record, and by files."""

import os
import time
from pathlib import Path

from django.db import transaction

from vigor_portal.jobs.performing import outside
from vigor_portal.log.actions import record

LONGEST_HOLD_S = 60
SECRET = "what Elsa wrote about her boss"


def folder() -> Path:
    return Path(os.environ["VIGOR_TEST_FOLDER"])


def _hold(moment: str) -> None:
    """Tell the test where we are, and stay there until it says otherwise."""
    (folder() / moment).touch()
    ends = time.monotonic() + LONGEST_HOLD_S
    while (folder() / "hold").exists() and time.monotonic() < ends:
        time.sleep(0.02)


def effect(number: int) -> None:
    record(None, "test.deed", number=number)


def held_before_commit(number: int) -> None:
    effect(number)
    _hold("before-commit")


def held_after_commit(number: int) -> None:
    effect(number)
    transaction.on_commit(lambda: _hold("after-commit"))


@outside
def held_outside(number: int) -> None:
    with (folder() / "lines").open("a") as file:
        file.write(f"{number}\n")
    _hold("outside")


@outside
def slow_outside(seconds: int) -> None:
    with (folder() / "lines").open("a") as file:
        file.write("slow\n")
    time.sleep(seconds)


def breaks(number: int) -> None:
    effect(number)
    raise ValueError(SECRET)


@outside
def breaks_outside(number: int) -> None:
    raise ValueError(SECRET)


def scheduled() -> None:
    record(None, "test.scheduled")
