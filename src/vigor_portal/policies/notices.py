"""What a member is told about the policy itself (`wiring.NOTICES`)."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of
from vigor_portal.policies.models import PlannedVersion, Version


def _versions(notices: Sequence[Notice]) -> dict[str, Version]:
    return rows_of(notices, Version.objects.all())


def _planned(notices: Sequence[Notice]) -> dict[str, PlannedVersion]:
    return rows_of(notices, PlannedVersion.objects.all())


@described(gettext_lazy("A planned version can’t come into force by itself"), how=How.NOW, reads=_planned)
def plan_held(notice: Notice) -> Telling | None:
    """The planned version waits for somebody to look at it; nothing is said once it is settled."""
    planned = thing_of(notice, _planned)
    if planned is None or not planned.is_held:
        return None
    return Telling(
        _("The planned version is held: another one came in between and changed the same."),
        reverse("writing:planned"),
    )


@described(gettext_lazy("A planned version has come into force"), reads=_versions)
def in_force(notice: Notice) -> Telling | None:
    version = thing_of(notice, _versions)
    if version is None:
        return None
    said = _("Version %(number)s is in force, as planned.") % {"number": version.number}
    return Telling(said, reverse("policies:version", kwargs={"number": version.number}))
