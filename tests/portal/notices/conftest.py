"""Something to be told of."""

from collections.abc import Callable

import pytest
from tests.portal.notices.wordings import KINDS

from vigor_portal import wiring
from vigor_portal.jobs.worker import Worker
from vigor_portal.people.models import Department


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "NOTICES", KINDS)


@pytest.fixture
def thing(db: None) -> Department:
    return Department.objects.create(slug="sales", names={"sv": "Försäljning", "en": "Sales"})


@pytest.fixture
def work() -> Callable[[], int]:
    """work() does all that waits, and returns how many jobs that was."""

    def do_all() -> int:
        worker, done = Worker(), 0
        while worker.step():
            done += 1
        return done

    return do_all
