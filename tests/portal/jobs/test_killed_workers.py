"""Real workers in processes of their own, killed for real in the middle of a job."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django_tasks.base import TaskContext
from django_tasks_db.models import DBTaskResult
from tests.portal.jobs import deeds

from vigor_portal.jobs.actions import enqueue
from vigor_portal.jobs.models import Done, Lease
from vigor_portal.log.models import Entry

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 40
Start = Callable[..., subprocess.Popen[str]]

pytestmark = pytest.mark.django_db(transaction=True)


def address_of_the_test_database() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    host, user = connection.settings_dict["HOST"], connection.settings_dict["USER"]
    return f"postgres://{user}@{quote(host, safe='')}/{name}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VIGOR_TEST_FOLDER", str(tmp_path))
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """start() → a worker that looks for work all the time, and whose lease lasts a second and a half."""
    environment = {
        **os.environ,
        "DATABASE_URL": address_of_the_test_database(),
        "VIGOR_DATA": str(settings.DATA),
        "DJANGO_SETTINGS_MODULE": "vigor_portal.settings",
        "VIGOR_TEST_FOLDER": str(folder),
    }
    workers: list[subprocess.Popen[str]] = []

    def begin(*more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "vigor_portal", "worker", "--lease", "1.5", "--pause", "0.05", *more]
        with (folder / f"worker-{len(workers)}.log").open("w") as log:
            workers.append(
                subprocess.Popen(
                    command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, text=True
                )
            )
        return workers[-1]

    yield begin
    for worker in workers:
        worker.kill()
        worker.wait()


def wait_for(what: Callable[[], object], folder: Path) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not what():
        if time.monotonic() > ends:
            logs = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.log")))
            raise AssertionError(f"It did not happen in {PATIENCE_S} s.\n{logs}")
        time.sleep(0.05)


def succeeded(job: object) -> bool:
    return DBTaskResult.objects.filter(pk=job, status="SUCCESSFUL").exists()


def effects() -> int:
    return Entry.objects.filter(kind="test.deed").count()


@pytest.mark.parametrize(
    ("deed", "moment", "by_then"),
    [(deeds.held_before_commit, "before-commit", 0), (deeds.held_after_commit, "after-commit", 1)],
    ids=["before its effect is committed", "after its effect was committed"],
)
def test_a_killed_workers_job_is_taken_up_again_and_has_one_effect(
    deed: Callable[[int], None], moment: str, by_then: int, start: Start, folder: Path
):
    (folder / "hold").touch()
    job = enqueue(deed, number=1)
    first = start()
    wait_for((folder / moment).exists, folder)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert effects() == by_then

    (folder / "hold").unlink()
    start()
    wait_for(lambda: succeeded(job), folder)
    assert effects() == 1
    assert Done.objects.filter(job=job).count() == 1
    assert len(DBTaskResult.objects.get(pk=job).worker_ids) == 2
    assert not Lease.objects.exists()


def test_what_is_done_outside_the_database_is_done_at_least_once(start: Start, folder: Path):
    (folder / "hold").touch()
    job = enqueue(deeds.held_outside, number=7)
    first = start()
    wait_for((folder / "outside").exists, folder)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()

    (folder / "hold").unlink()
    start()
    wait_for(lambda: succeeded(job), folder)
    assert (folder / "lines").read_text().split() == ["7", "7"]


def test_a_living_worker_keeps_a_job_that_takes_longer_than_its_lease(start: Start, folder: Path):
    job = enqueue(deeds.slow_outside, seconds=4)
    start()
    start()
    wait_for(lambda: succeeded(job), folder)
    assert (folder / "lines").read_text().split() == ["slow"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_worker_finishes_the_job_in_hand_and_takes_no_other(
    number: signal.Signals, start: Start, folder: Path
):
    (folder / "hold").touch()
    in_hand, next_one = enqueue(deeds.held_outside, number=1), enqueue(deeds.effect, number=2)
    worker = start()
    wait_for((folder / "outside").exists, folder)
    worker.send_signal(number)
    time.sleep(0.3)
    (folder / "hold").unlink()
    assert worker.wait(PATIENCE_S) == 0
    assert succeeded(in_hand)
    assert not succeeded(next_one)


def test_two_that_do_the_same_job_at_once_have_one_effect(folder: Path):
    # As when a worker was only slow, and another took its job for a dead one's.
    (folder / "hold").touch()
    job = DBTaskResult.objects.get(pk=enqueue(deeds.held_before_commit, number=1))

    def do() -> None:
        result = job.task_result
        result.task.call(TaskContext(task_result=result), *result.args, **result.kwargs)  # type: ignore[arg-type]
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(do)
        wait_for((folder / "before-commit").exists, folder)
        second = pool.submit(do)
        time.sleep(0.5)
        assert not second.done()
        (folder / "hold").unlink()
        first.result(PATIENCE_S)
        second.result(PATIENCE_S)
    assert effects() == 1


def test_two_workers_share_the_work_and_do_nothing_twice(start: Start, folder: Path):
    jobs = [enqueue(deeds.effect, number=number) for number in range(30)]
    start()
    start()
    wait_for(lambda: all(map(succeeded, jobs)), folder)
    assert sorted(Entry.objects.filter(kind="test.deed").values_list("ids__number", flat=True)) == list(
        range(30)
    )


def test_a_worker_beside_a_server_stops_when_the_server_is_gone(start: Start, folder: Path):
    # It was started by us; a parent of another number is a parent that has died.
    worker = start("--parent", "1")
    assert worker.wait(PATIENCE_S) == 0
