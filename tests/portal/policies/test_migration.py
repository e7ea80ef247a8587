"""What was published before versions knew of meanings keeps its reasons, and its rows stay locked."""

import pytest
from django.apps.registry import Apps
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from vigor_portal.log.immutable import drop, missing
from vigor_portal.policies.models import Version

BEFORE, AFTER = ("policies", "0002_drafts"), ("policies", "0003_planned_versions")


def at(target: tuple[str, str]) -> Apps:
    executor = MigrationExecutor(connection)
    executor.loader.build_graph()
    return executor.migrate([target]).apps


def back_to_today() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.django_db(transaction=True)
def test_reasons_and_meanings_are_taken_over():
    from django.core.management import call_command

    drop(connection)
    try:
        old = at(BEFORE)
        policy = old.get_model("policies", "Policy").objects.create(slug="p", language="en")
        version = old.get_model("policies", "Version").objects.create(
            policy_id=policy.pk, number=1, because="We begin."
        )
        old.get_model("policies", "VersionText").objects.create(
            version_id=version.pk, language="en", source="x", worded_in={"a": 1}
        )
        old.get_model("policies", "Version").objects.create(policy_id=policy.pk, number=2)
        # As it is on a site that is being upgraded: rows refuse to change.
        call_command("migrate", "policies", "0002", verbosity=0)
    finally:
        back_to_today()
        call_command("migrate", verbosity=0)
    assert dict(Version.objects.values_list("number", "reasons")) == {1: {"en": "We begin."}, 2: {}}
    assert Version.objects.get(number=1).meant_in == {"a": 1}
    assert missing(connection) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Version.objects.update(cause="world")
