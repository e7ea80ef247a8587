"""The worker that `vigor serve` and `make run` have beside them."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from vigor_portal.home import beside

WRITES_ITS_NUMBER = "import os, sys, time; open(sys.argv[-1], 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"


def wait_for(what: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not what():
        assert time.monotonic() < ends
        time.sleep(0.02)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_begins_anew_when_it_falls_and_stops_with_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(beside, "PAUSE_S", 0.05)
    # The last argument is the number of the process that is its parent: the name of the file here.
    monkeypatch.chdir(tmp_path)
    file = tmp_path / str(os.getpid())

    def numbers() -> list[int]:
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    with beside.worker_beside(("-c", WRITES_ITS_NUMBER)):
        wait_for(lambda: len(numbers()) == 1)
        os.kill(numbers()[0], signal.SIGKILL)
        wait_for(lambda: len(numbers()) == 2)
    assert not any(map(is_alive, numbers()))
    time.sleep(0.2)
    assert len(numbers()) == 2
