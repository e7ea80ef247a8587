"""`vigor worker`: the site's background work, until it is stopped."""

from __future__ import annotations

import os
import signal
import threading
from argparse import ArgumentParser
from datetime import timedelta

from django.core.management import BaseCommand

from vigor_portal.jobs import queue
from vigor_portal.jobs.queries import failed_jobs
from vigor_portal.jobs.worker import PAUSE_S, Worker

SHOWN = 10


class Command(BaseCommand):
    help = "Do the site's background work: mail, digests, what is due. Several may run at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--lease",
            type=float,
            default=queue.LEASE.total_seconds(),
            metavar="SECONDS",
            help="how long a worker that has died keeps its job from others (default: %(default)g)",
        )
        parser.add_argument(
            "--pause",
            type=float,
            default=PAUSE_S,
            metavar="SECONDS",
            help="how often to look for work when there is none (default: %(default)g)",
        )
        parser.add_argument(
            "--parent", type=int, metavar="PID", help="stop when this process, which started us, is gone"
        )

    def handle(
        self, *args: object, lease: float, pause: float, parent: int | None, **options: object
    ) -> None:
        worker = Worker(lease=timedelta(seconds=lease), pause_s=pause)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        if parent is not None:
            threading.Thread(target=_stop_without, args=(parent, worker), daemon=True).start()
        self._tell_what_failed()
        if parent is None:
            self.stdout.write(
                "The worker is at work. Ctrl+C lets it finish what it has in hand, and stops it."
            )
        self.stdout.flush()
        worker.run()

    def _tell_what_failed(self) -> None:
        failed = list(failed_jobs()[: SHOWN + 1])
        if not failed:
            return
        self.stdout.write("Given up during the last week:")
        for job in failed[:SHOWN]:
            self.stdout.write(f"  {queue.named(job)}: {job.exception_class_path}")
        if len(failed) > SHOWN:
            self.stdout.write("  … and more.")


def _stop_without(parent: int, worker: Worker) -> None:
    """A child whose parent is gone belongs to somebody else."""
    waiting = threading.Event()
    while os.getppid() == parent:
        waiting.wait(1)
    worker.stop()
