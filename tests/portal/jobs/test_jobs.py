"""Work in line: put there, done, tried again, given up, tidied away."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.portal.jobs import deeds

from vigor_portal.jobs import queue
from vigor_portal.jobs.actions import PATIENT, NotAnId, enqueue
from vigor_portal.jobs.models import Done, Lease
from vigor_portal.jobs.queries import readiness
from vigor_portal.jobs.tidying import remove_finished
from vigor_portal.jobs.worker import Worker
from vigor_portal.log.models import Entry

pytestmark = pytest.mark.django_db


def effects() -> int:
    return Entry.objects.filter(kind="test.deed").count()


def work_off() -> int:
    """Do all that waits, here and now; returns how many jobs that was."""
    worker, done = Worker(), 0
    while worker.step():
        done += 1
    return done


def test_it_does_what_was_put_in_line():
    enqueue(deeds.effect, number=3)
    enqueue("tests.portal.jobs.deeds.effect", number=4)
    assert work_off() == 2
    assert sorted(entry.ids["number"] for entry in Entry.objects.filter(kind="test.deed")) == [3, 4]


def test_a_change_that_is_rolled_back_takes_its_job_with_it():
    with transaction.atomic():
        enqueue(deeds.effect, number=1)
        transaction.set_rollback(True)
    assert work_off() == 0


@pytest.mark.parametrize("value", ["Elsa skrev att chefen ljuger", "x" * 65, "rad\nrad", 1.5, None, ["a"]])
def test_it_takes_ids_and_no_prose(value: object):
    with pytest.raises(NotAnId):
        enqueue(deeds.effect, number=value)  # type: ignore[arg-type]
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("tests.portal.jobs.deeds.gone", ImportError),
        ("tests.nowhere.at_all", ImportError),
        ("tests.portal.jobs.deeds.SECRET", TypeError),
    ],
)
def test_a_path_where_there_is_no_function_is_refused_at_once(path: str, error: type[Exception]):
    with pytest.raises(error):
        enqueue(path)


def test_a_lambda_is_refused_at_once():
    with pytest.raises(ImportError):
        enqueue(lambda: None)


def test_what_somebody_waits_for_goes_first():
    enqueue(deeds.effect, priority=PATIENT, number=2)
    enqueue(deeds.effect, number=1)
    work_off()
    done = Entry.objects.filter(kind="test.deed").order_by("pk")
    assert [entry.ids["number"] for entry in done] == [1, 2]


def test_it_waits_for_its_moment():
    now = timezone.now()
    enqueue(deeds.effect, run_after=now + timedelta(hours=1), number=1)
    assert work_off() == 0
    with time_machine.travel(now + timedelta(hours=1, seconds=1), tick=False):
        assert work_off() == 1


def test_a_job_that_was_done_before_its_worker_died_does_nothing_more():
    job = enqueue(deeds.effect, number=1)
    Done.objects.create(job=job)
    assert work_off() == 1
    assert effects() == 0
    assert DBTaskResult.objects.get(pk=job).status == "SUCCESSFUL"


def test_a_job_that_breaks_leaves_nothing_behind_and_is_tried_again_after_growing_pauses():
    job = enqueue(deeds.breaks, number=1)
    now, waited = timezone.now(), []
    for _ in range(queue.MOST_ATTEMPTS):
        with time_machine.travel(now, tick=False):
            assert work_off() == 1
            assert work_off() == 0
        row = DBTaskResult.objects.get(pk=job)
        waited.append(row.run_after - now)
        now = max(row.run_after, now)
    assert effects() == 0
    assert waited[: len(queue.PAUSES)] == list(queue.PAUSES)
    assert list(queue.PAUSES) == sorted(queue.PAUSES)
    assert row.status == "FAILED"
    with time_machine.travel(now + timedelta(days=2), tick=False):
        assert work_off() == 0


@pytest.mark.parametrize("deed", [deeds.breaks, deeds.breaks_outside])
def test_what_is_kept_of_an_error_is_its_kind_and_place_and_no_word_of_it(
    deed: object, caplog: pytest.LogCaptureFixture
):
    job = enqueue(deed, number=1)  # type: ignore[arg-type]
    work_off()
    row = DBTaskResult.objects.get(pk=job)
    assert row.exception_class_path == "builtins.ValueError"
    assert f"in {deed.__name__}" in row.traceback  # type: ignore[attr-defined]
    assert deeds.SECRET not in row.traceback
    assert deeds.SECRET not in caplog.text
    assert "ValueError" in caplog.text


def test_one_job_that_breaks_stops_no_other():
    enqueue(deeds.breaks, number=1)
    enqueue(deeds.effect, number=2)
    assert work_off() == 2
    assert effects() == 1


def test_a_job_that_kills_every_worker_is_given_up():
    job = enqueue(deeds.effect, number=1)
    for _ in range(queue.MOST_ATTEMPTS):
        assert queue.take("worker", timedelta(seconds=-1)) is not None
    assert queue.take("worker") is None
    row = DBTaskResult.objects.get(pk=job)
    assert (row.status, row.exception_class_path) == ("FAILED", "vigor_portal.jobs.queue.WorkerLost")


def test_a_worker_that_was_thought_dead_has_no_say_any_more():
    enqueue(deeds.effect, number=1)
    slow = queue.take("slow", timedelta(seconds=-1))
    quick = queue.take("quick")
    assert slow is not None
    assert quick is not None
    queue.failed(slow, "slow", ValueError())
    queue.succeeded(quick, "quick")
    assert DBTaskResult.objects.get(pk=quick.pk).status == "SUCCESSFUL"


def test_a_job_in_hand_is_nobody_elses():
    enqueue(deeds.effect, number=1)
    assert queue.take("one") is not None
    assert queue.take("two") is None


def test_a_lease_whose_job_is_gone_is_cleared_away():
    job = enqueue(deeds.effect, number=1)
    queue.take("one", timedelta(seconds=-1))
    DBTaskResult.objects.filter(pk=job).delete()
    assert queue.take("two") is None
    assert not Lease.objects.exists()


def test_a_worker_with_nothing_to_do_writes_nothing_and_begins_no_transaction():
    with CaptureQueriesContext(connection) as seen:
        assert queue.take("idle") is None
    assert len(seen) == 2
    assert all(query["sql"].startswith("SELECT") for query in seen.captured_queries)


def test_finished_jobs_go_after_a_week_and_what_waits_stays():
    now = timezone.now()
    with time_machine.travel(now - timedelta(days=8), tick=False):
        enqueue(deeds.effect, number=1)
        work_off()
        waiting = enqueue(deeds.effect, run_after=now + timedelta(days=1), number=2)
        Done.objects.create(job=waiting)
    enqueue(deeds.effect, number=3)
    assert work_off() == 1
    remove_finished()
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 1
    assert DBTaskResult.objects.filter(pk=waiting).exists()
    assert Done.objects.filter(job=waiting).exists()
    assert Done.objects.count() == 2


def test_the_site_says_when_work_waits_and_nobody_does_it(client: Client):
    assert readiness() == {"jobs_late": 0, "jobs_given_up": 0}
    now = datetime.now(UTC)
    with time_machine.travel(now - timedelta(minutes=11), tick=False):
        enqueue(deeds.effect, number=1)
        enqueue(deeds.effect, run_after=now - timedelta(minutes=5), number=1)
    reply = client.get("/readyz")
    assert reply.status_code == 200
    assert reply.json() == {"ready": True, "migrations_waiting": 0, "jobs_late": 1, "jobs_given_up": 0}


def test_the_command_tells_what_was_given_up():
    job = enqueue(deeds.breaks, number=1)
    DBTaskResult.objects.filter(pk=job).update(
        status="FAILED", finished_at=timezone.now(), exception_class_path="builtins.ValueError"
    )
    out = StringIO()
    with patch.object(Worker, "run"), patch("signal.signal"):
        call_command("worker", stdout=out)
    assert f"tests.portal.jobs.deeds.breaks ({job}): builtins.ValueError" in out.getvalue()
