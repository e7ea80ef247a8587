"""What is open about the policy's text (`wiring.OPEN_THINGS`): each with its owner and its last day.

Asked for a member, each tells what that member began; asked for all (None), everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.policies.intranet.pages import language_called
from vigor_portal.policies.models import Version
from vigor_portal.policies.queries import current, older, texts_of, the_draft, the_planned
from vigor_portal.policies.trials import trials


def draft(member: Member | None) -> Iterator[OpenThing]:
    """The draft, since somebody began it."""
    found = the_draft()
    if found is not None and _concerns(member, found.started_by):
        title = _("The draft of the policy")
        yield OpenThing(
            _("draft"), title, reverse("writing:editor"), still_here(found.started_by), None, found.started_at
        )


def planned(member: Member | None) -> Iterator[OpenThing]:
    """The planned version; one that is held is late since it was to come."""
    found = the_planned()
    if found is None or not _concerns(member, found.planned_by):
        return
    title = _("A planned version that is held") if found.is_held else _("A version that comes by itself")
    day = timezone.localdate(found.at)
    yield OpenThing(
        _("planned version"),
        title,
        reverse("writing:planned"),
        still_here(found.planned_by),
        day,
        found.planned_at,
    )


def on_trial(member: Member | None) -> Iterator[OpenThing]:
    """Guidelines on trial, each with its last day."""
    found = trials(get_language() or "")
    since = _since({trial.version.meant_in.get(trial.key, trial.version.number) for trial in found})
    for trial in found:
        came = since.get(trial.version.meant_in.get(trial.key, 0), trial.version)
        if _concerns(member, came.published_by):
            url = f"{reverse('writing:trials')}#{trial.key}"
            yield OpenThing(
                _("trial"), trial.title, url, still_here(came.published_by), trial.last_day, came.published_at
            )


def older_translations(member: Member | None) -> Iterator[OpenThing]:
    """Translations that have fallen behind the original: one thing for each language."""
    version = current()
    texts = texts_of(version) if version is not None else {}
    original = next(iter(texts.values()), None)
    if version is None or original is None or not _concerns(member, version.published_by):
        return
    for language, text in texts.items():
        behind = older(text.worded_in, original.worded_in)
        if not behind:
            continue
        first = _since({min(original.worded_in[key] for key in behind)})
        since = next(iter(first.values()), version).published_at
        said = ngettext(
            "%(n)s point is behind in %(language)s", "%(n)s points are behind in %(language)s", len(behind)
        )
        title = said % {"n": len(behind), "language": language_called(language)}
        url = f"{reverse('policies:side-by-side')}?lang={language}"
        yield OpenThing(_("translation"), title, url, still_here(version.published_by), None, since)


def _since(numbers: set[int]) -> dict[int, Version]:
    found = Version.objects.filter(number__in=numbers).select_related("published_by")
    return {version.number: version for version in found}


def still_here(owner: Member | None) -> Member | None:
    """The owner, unless they have left."""
    return owner if owner is not None and owner.is_active else None


def _concerns(member: Member | None, owner: Member | None) -> bool:
    return member is None or member == owner
