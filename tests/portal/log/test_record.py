"""The record can be added to, and nothing else: by the site, and by whoever holds the database."""

import pytest
from django.core.checks import run_checks
from django.db import connection, transaction
from django.db.utils import Error as DatabaseError

from vigor_portal.log.actions import record
from vigor_portal.log.immutable import drop, immutable_models, lifted, missing, protect
from vigor_portal.log.models import Entry

pytestmark = pytest.mark.django_db


def attempt(sql: str) -> None:
    """Run raw SQL in a savepoint of its own, as whoever holds the database could."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


CHANGES = [
    "UPDATE log_entry SET kind = 'nothing.happened'",
    "DELETE FROM log_entry",
]
REPLACEMENTS = {
    "sqlite": [
        "INSERT OR REPLACE INTO log_entry (id, at, kind, object_kind, object_id, ids) "
        "SELECT id, at, 'nothing.happened', object_kind, object_id, ids FROM log_entry",
        "REPLACE INTO log_entry (id, at, kind, object_kind, object_id, ids) "
        "SELECT id, at, 'nothing.happened', object_kind, object_id, ids FROM log_entry",
        "UPDATE OR REPLACE log_entry SET kind = 'nothing.happened'",
    ],
    "postgresql": [
        "TRUNCATE log_entry CASCADE",
        "INSERT INTO log_entry (id, at, kind, object_kind, object_id, ids) "
        "SELECT id, at, kind, object_kind, object_id, ids FROM log_entry "
        "ON CONFLICT (id) DO UPDATE SET kind = 'nothing.happened'",
    ],
}


def test_an_entry_can_not_be_changed_deleted_or_replaced():
    record(None, "something.happened")
    # PostgreSQL would refuse a TRUNCATE for the checks that still wait, before it came to ours.
    connection.check_constraints()
    for sql in CHANGES + REPLACEMENTS[connection.vendor]:
        with pytest.raises(DatabaseError, match="can't be changed or deleted"):
            attempt(sql)
    assert Entry.objects.get().kind == "something.happened"


def test_every_immutable_table_has_its_triggers():
    assert missing(connection) == []
    drop(connection)
    assert len(missing(connection)) == 3 * len(immutable_models())
    protect(connection)
    protect(connection)  # as after every migration
    assert missing(connection) == []


def test_a_system_check_fails_when_a_trigger_is_missing_and_says_what_to_do():
    assert not run_checks(tags=["database"], databases=["default"])
    drop(connection)
    [message] = run_checks(tags=["database"], databases=["default"])
    assert "log_entry_no_update" in message.msg
    assert "vigor upgrade" in message.hint
    protect(connection)


def test_lifted_triggers_come_back_also_after_a_failure():
    entry = record(None, "something.happened")

    def break_off() -> None:
        with lifted(connection):
            Entry.objects.filter(pk=entry.pk).delete()
            raise InterruptedError

    with pytest.raises(InterruptedError):
        break_off()
    assert missing(connection) == []
    assert Entry.objects.filter(pk=entry.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_it_refuses_to_record_outside_the_transaction_of_the_change():
    with pytest.raises(transaction.TransactionManagementError):
        record(None, "something.happened")
