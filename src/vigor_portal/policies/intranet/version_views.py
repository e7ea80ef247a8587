"""How the policy has read: every version, any two compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies import outline, queries
from vigor_portal.policies.intranet.news import comparison_between
from vigor_portal.policies.intranet.pages import department_names, nothing_published, page, reader_of
from vigor_portal.policies.intranet.reasons import chain_of
from vigor_portal.policies.models import PublishedKey, Version, VersionText
from vigor_portal.policies.outline import Place
from vigor_portal.policies.public import numbers_in_press_room
from vigor_portal.policies.queries import ReadText
from vigor_portal.policies.templatetags.versions import called
from vigor_portal.policies.words import label


@require_safe
@member_required
def all_versions(request: HttpRequest) -> HttpResponse:
    """Every version, the newest first, with why it came and how much it changed."""
    found = queries.versions()
    if not found:
        return nothing_published(request)
    reworded, removed = counted(found[0])
    pressed = numbers_in_press_room()
    rows = [
        (each, reworded.get(each.number, 0), removed.get(each.number, 0), pressed.get(each.number))
        for each in found
    ]
    feed = request.build_absolute_uri(
        reverse("policies:feed", kwargs={"token": the_member(request).feed_token})
    )
    return page(
        request,
        "versions.html",
        here="versions",
        rows=rows,
        # Colleague and customer may have different numbers before them.
        counted_apart=any(each.number != pressed.get(each.number) for each in found),
        versions=found,
        feed=feed,
    )


def counted(newest: Version) -> tuple[dict[int, int], dict[int, int]]:
    """Per version number: points that came or got new words with it, and points that it removed."""
    reworded: dict[int, int] = {}
    removed: dict[int, int] = {}
    rows = VersionText.objects.filter(version__policy=newest.policy, language=newest.policy.language)
    for number, worded in rows.values_list("version__number", "worded_in"):
        reworded[number] = sum(value == number for value in worded.values())
    gone = PublishedKey.objects.filter(policy=newest.policy, removed__isnull=False)
    for number in gone.values_list("removed__number", flat=True):
        removed[number] = removed.get(number, 0) + 1
    return reworded, removed


@require_safe
@member_required
def one_version(request: HttpRequest, number: int) -> HttpResponse:
    """The whole text as it read then; a tombstone where it was withdrawn."""
    version = _known(number)
    reader = reader_of(request, version)
    if reader is None:
        return page(request, "tombstone.html", here="versions", gone=[version])
    place = Place("policies:point-then", {"number": number})
    organisation = the_organisation()
    behind = queries.older_than_original(version, reader.text.language)
    return page(
        request,
        "version.html",
        here="versions",
        reader=reader,
        sections=outline.lay_out(reader.text.policy, outline.Setting(place, behind, department_names())),
        current=queries.current(),
        changed=changed_in(version, reader.text) if number > 1 else (),
        in_sweden=organisation is None or "sv" in organisation.languages,
    )


@dataclass(frozen=True)
class ChangedPoint:
    """A point that a version changed: where it is read, what happened to it, and who proposed that."""

    url: str
    title: str
    what: str
    proposed_by: tuple[str, ...]


def changed_in(version: Version, text: ReadText) -> list[ChangedPoint]:
    """Points of the text that came or got other words with the version, in its order, then those that went."""
    credits = {key: tuple(map(called, members)) for key, members in queries.credits_of(version).items()}
    first = dict(PublishedKey.objects.filter(policy=version.policy).values_list("key", "first__number"))
    found = []
    for key, point in text.policy.by_key.items():
        if version.number not in (text.worded_in.get(key), version.meant_in.get(key)):
            continue
        new = first.get(key) == version.number
        meant = version.meant_in.get(key) == version.number
        what = (
            _("a new point")
            if new
            else _("means something else")
            if meant
            else _("other words, the same meaning")
        )
        found.append(ChangedPoint(f"#{key}", label(point), what, credits.get(key, ())))
    return [*found, *_removed(version, text.language, credits)]


def _removed(
    version: Version, language: str, credits: Mapping[str, tuple[str, ...]]
) -> Iterator[ChangedPoint]:
    """Points that the version removed, as they were called in the one before; they are read there."""
    gone = set(PublishedKey.objects.filter(removed=version).values_list("key", flat=True))
    before = queries.version(version.number - 1) if gone else None
    text = queries.text_for(before, language) if before else None
    for key, point in text.policy.by_key.items() if text else ():
        if key in gone:
            url = reverse("policies:point-then", kwargs={"number": version.number - 1, "key": key})
            yield ChangedPoint(url, label(point), _("taken out"), credits.get(key, ()))


@require_safe
@member_required
def point_then(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """A point as it read in a version: an address that is kept for ever."""
    version = _known(number)
    reader = reader_of(request, version)
    if reader is None:
        return page(request, "tombstone.html", here="versions", gone=[version])
    found = reader.text.policy.by_key.get(key)
    if found is None:
        raise Http404
    setting = outline.Setting(
        Place("policies:point-then", {"number": number}), frozenset(), department_names()
    )
    return page(
        request,
        "point_then.html",
        here="versions",
        reader=reader,
        key=key,
        label=label(found),
        chain=chain_of(reader.text.policy, found, setting),
        known=queries.published_key(key),
        current=queries.current(),
    )


@require_safe
@member_required
def pick(request: HttpRequest) -> HttpResponse:
    """From the form that picks two versions to the address of their comparison, the older first."""
    picked = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(number.isdecimal() and len(number) < 9 for number in picked):
        return redirect("policies:versions")
    a, b = sorted(map(int, picked))
    return redirect("policies:compare", a=a, b=b)


@require_safe
@member_required
def compare(request: HttpRequest, a: int, b: int) -> HttpResponse:
    """Two versions point by point, word by word."""
    before, after = _known(a), _known(b)
    gone = [version for version in (before, after) if version.is_withdrawn]
    versions = queries.versions()
    if gone:
        return page(request, "tombstone.html", here="versions", gone=gone, versions=versions, a=a, b=b)
    reader = reader_of(request, after)
    language = reader.text.language if reader else after.policy.language
    return page(
        request,
        "compare.html",
        here="versions",
        before=before,
        after=after,
        a=a,
        b=b,
        versions=versions,
        comparison=comparison_between(before, after, language),
        # Every reason from the one version to the other, the newest first.
        reasons=[each for each in versions if min(a, b) < each.number <= max(a, b) and each.because],
    )


def _known(number: int) -> Version:
    version = queries.version(number)
    if version is None:
        raise Http404
    return version
