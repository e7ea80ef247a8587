"""What is due is put in line, once, whoever asks and however often they were away."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from cronsim import CronSim
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigor_portal import wiring
from vigor_portal.jobs.models import Schedule
from vigor_portal.jobs.schedules import Clock, last_due, next_due, put_in_line

SCHEDULED = "tests.portal.jobs.deeds.scheduled"
CRONS = ("30 7 * * *", "30 7 * * 1", "*/5 * * * *", "30 2 * * *", "0 0 1 * *", "0 * * * *")
moments = st.integers(0, 2 * 366 * 24 * 3600).map(
    lambda s: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=s)
)
waits = st.lists(
    st.tuples(st.integers(0, 60 * 60 * 24 * 9), st.booleans()).map(
        lambda pair: (timedelta(seconds=pair[0]), pair[1])
    ),
    max_size=12,
)


@pytest.fixture
def every_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "SCHEDULES", (("30 7 * * *", SCHEDULED),))


def in_line() -> int:
    return DBTaskResult.objects.filter(args_kwargs__args__0=SCHEDULED).count()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.get_default_timezone())


def test_every_schedule_of_the_house_can_be_understood_and_calls_a_function():
    functions = [function for _, function in wiring.SCHEDULES]
    assert len(functions) == len(set(functions)), "a function has one schedule: its row has its name"
    for cron, function in wiring.SCHEDULES:
        assert next_due(cron, timezone.now()) > timezone.now()
        assert callable(import_string(function))


def test_the_clock_is_the_organisations_own():
    assert next_due("30 7 * * *", at("2026-01-10T12:00")).isoformat() == "2026-01-11T06:30:00+00:00"
    assert next_due("30 7 * * *", at("2026-07-10T12:00")).isoformat() == "2026-07-11T05:30:00+00:00"


@given(st.sampled_from(CRONS), moments)
@settings(max_examples=150, deadline=None)
def test_the_last_due_time_is_the_one_before_the_next(cron: str, now: datetime):
    due = last_due(cron, now)
    assert due <= now < next_due(cron, now)
    # Walking forward from it gives nothing in between, not when clocks are changed either.
    following = CronSim(cron, due.astimezone(timezone.get_default_timezone()))
    assert next(following).astimezone(UTC) > now


@pytest.mark.django_db
@pytest.mark.usefixtures("every_morning")
def test_a_new_schedule_begins_with_its_next_time():
    assert put_in_line(at("2026-11-20T12:00")) == []
    assert put_in_line(at("2026-11-21T07:29")) == []
    assert put_in_line(at("2026-11-21T07:30")) == [SCHEDULED]
    assert put_in_line(at("2026-11-21T07:30")) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("every_morning")
def test_missed_times_are_made_up_for_once():
    put_in_line(at("2026-11-20T12:00"))
    assert put_in_line(at("2026-11-27T16:00")) == [SCHEDULED]
    assert put_in_line(at("2026-11-28T07:00")) == []
    assert put_in_line(at("2026-11-28T08:00")) == [SCHEDULED]
    assert in_line() == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("every_morning")
def test_of_two_workers_that_find_the_same_time_due_one_puts_it_in_line(monkeypatch: pytest.MonkeyPatch):
    from vigor_portal.jobs import schedules

    put_in_line(at("2026-11-20T12:00"))
    line, before = schedules.lines()[0], Schedule.objects.get().last_due
    both = [schedules._put(line, before, at("2026-11-21T09:00")) for _ in range(2)]
    assert both == [True, False]
    assert in_line() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("cron", CRONS)
@given(start=moments, waits=waits)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_due_time_is_run_once_over_restarts_or_once_with_those_missed_beside_it(
    cron: str, start: datetime, waits: list[tuple[timedelta, bool]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wiring, "SCHEDULES", ((cron, SCHEDULED),))
    Schedule.objects.all().delete()
    DBTaskResult.objects.all().delete()
    looks, clocks = [start], [Clock(), Clock()]
    for wait, restarted in [(timedelta(0), False), *waits]:
        looks.append(looks[-1] + wait)
        clocks = [Clock(), Clock()] if restarted else clocks
        for clock in clocks:
            clock.strike(looks[-1])
    # Between two looks at the clock something was due, or it wasn't: that is how often it was run.
    assert in_line() == sum(last_due(cron, later) > earlier for earlier, later in pairwise(looks))
