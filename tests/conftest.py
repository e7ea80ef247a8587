"""What every test may use."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import connections
from django.test import TransactionTestCase


@pytest.fixture(scope="session", autouse=True)
def _tables_can_be_emptied() -> Iterator[None]:
    """Between tests that commit, every table is emptied: the only time that triggers are lifted unasked.

    Emptying ends with Django's post_migrate signal, which puts the triggers back.
    """
    empty = TransactionTestCase._fixture_teardown

    def lift_and_empty(case: TransactionTestCase) -> None:
        from vigor_portal.log.immutable import drop

        for alias in case._databases_names(include_mirrors=False):
            drop(connections[alias])
        empty(case)

    with patch.object(TransactionTestCase, "_fixture_teardown", lift_and_empty):
        yield
