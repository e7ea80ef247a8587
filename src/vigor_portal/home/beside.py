"""A worker beside the server: started with it, begun anew when it falls, stopped with it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# A worker that can't start falls at once: not so often that the log fills up.
PAUSE_S = 5.0
# The job in hand may take a moment; what takes longer is taken up again by the next worker.
PATIENCE_S = 10.0


@contextmanager
def worker_beside(command: tuple[str, ...] = ("-m", "vigor_portal", "worker")) -> Iterator[None]:
    """Run `vigor worker` in a process of its own while the block lasts.

    It stops by itself when this process is gone, however that happened.
    """
    leaving = threading.Event()
    words = [sys.executable, *command, "--parent", str(os.getpid())]
    running = [subprocess.Popen(words)]
    keeper = threading.Thread(
        target=_keep, args=(words, running, leaving), name="worker's keeper", daemon=True
    )
    keeper.start()
    try:
        yield
    finally:
        leaving.set()
        running[0].terminate()
        keeper.join(PATIENCE_S)
        running[0].kill()


def _keep(words: list[str], running: list[subprocess.Popen[bytes]], leaving: threading.Event) -> None:
    running[0].wait()
    while not leaving.wait(PAUSE_S):
        running[0] = subprocess.Popen(words)
        running[0].wait()
