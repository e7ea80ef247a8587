"""The press room is written once: at publishing, and anew when something that its pages show has changed.

Written: what is in force, every version whole, the lists, the feed, the files to take away. Made when somebody asks
(from the same public projection, with the same headers): comparisons, single points of older versions, and the PDF, which is
then kept until the next publishing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from vigor_portal.policies.models import PublicPage, PublicStamp, Version
from vigor_portal.policies.press import files as press_files
from vigor_portal.policies.press import pages as press_pages
from vigor_portal.policies.press import points as press_points
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.middleware import PAGES
from vigor_portal.policies.press.room import Leaf, Room, the_room

# A version's page changes when it is published and when it is succeeded; the ones before stay as they are.
LIVELY = 2


def write_public_pages(version: Version) -> None:
    """Write the pages that a publishing changes. Runs inside its transaction."""
    room = the_room()
    written = set(PublicPage.objects.values_list("path", flat=True))
    settled = {path for path in _paths_of_versions(room, skip=LIVELY) if path in written}
    made = list(pages(room, without=settled))
    # Where the public sees no change the booklet that was made stays, too: how long it takes would tell of one.
    if _anything_new(made, settled):
        _keep(made, settled)


@transaction.atomic
def rewrite_public_pages() -> str:
    """Write every page anew: after an upgrade or a restore, and when the organisation's own data changed."""
    written = list(pages(the_room()))
    _keep(written, set())
    return _("The press room: %(n)s pages written.") % {"n": len(written)}


@transaction.atomic
def rewrite_points(keys: Iterable[str]) -> None:
    """Write the pages of some public points anew: what hangs beside them has changed."""
    room = the_room()
    found = (press_points.point(room, lang, key) for lang in room.languages for key in sorted(set(keys)))
    _write([page for page in found if page is not None])
    _stamp()


def pages(room: Room, without: frozenset[str] | set[str] = frozenset()) -> Iterator[Page]:
    """Every page that is written once, but for those at the paths in `without`."""
    for lang in room.languages:
        made = [
            press_pages.front(room, lang),
            press_pages.versions(room, lang),
            press_pages.side_by_side(room, lang),
            press_files.markdown(room, lang),
            press_files.as_json(room, lang),
            press_files.feed(room, lang),
        ]
        yield from (page for page in made if page is not None)
        yield from _points(room, lang)
        for version in room.versions():
            path = _version_path(room, lang, version.number)
            page = None if path in without else press_pages.version(room, lang, version.number)
            if page is not None:
                yield page


def token() -> str:
    """What names the pages that are written now; empty when none are."""
    return PublicStamp.objects.values_list("token", flat=True).first() or ""


@transaction.atomic
def keep_page(page: Page, made_of: str) -> None:
    """Add one page that was made when somebody asked for it, unless others have been written meanwhile.

    `made_of` is the `token()` from before the page was made.
    """
    if PublicStamp.objects.select_for_update().filter(token=made_of).exists():
        PublicPage.objects.update_or_create(path=page.path, defaults=_fields(page))
        _stamp()


def _points(room: Room, lang: str) -> Iterator[Page]:
    history = room.history
    now = history.current(history.original) if history else None
    if history is None:
        return
    for key in sorted({*(now.policy.by_key if now else ()), *history.gone()}):
        page = press_points.point(room, lang, key)
        if page is not None:
            yield page


def _paths_of_versions(room: Room, skip: int) -> Iterator[str]:
    for lang in room.languages:
        for version in room.versions()[skip:]:
            yield _version_path(room, lang, version.number)


def _version_path(room: Room, lang: str, number: int) -> str:
    return Leaf(room, lang, "press:version", {"number": number}).address()


def _keep(written: list[Page], settled: set[str]) -> None:
    """These pages and the settled ones are the whole press room: what else there was goes."""
    keeping = {page.path for page in written}
    gone = [
        pk
        for pk, path in PublicPage.objects.values_list("pk", "path")
        if path not in keeping and path not in settled
    ]
    PublicPage.objects.filter(pk__in=gone).delete()
    _write(written)
    _stamp()


def _write(written: list[Page]) -> None:
    PublicPage.objects.bulk_create(
        [PublicPage(path=page.path, **_fields(page)) for page in written],
        batch_size=50,
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["status", "content_type", "body", "gzipped", "etag"],
    )


def _anything_new(made: list[Page], settled: set[str]) -> bool:
    """Is a page other than it stands, new, or gone? Those that were made when somebody asked don't count."""
    standing = dict(PublicPage.objects.values_list("path", "etag"))
    asked_for = {reverse("press:pdf", kwargs={"lang": code}) for code, _name in settings.LANGUAGES}
    now = {page.path: page.etag for page in made}
    return {**standing, **now} != standing or bool(standing.keys() - now.keys() - settled - asked_for)


def _fields(page: Page) -> dict[str, str | int | bytes]:
    return {
        "status": page.status,
        "content_type": page.content_type,
        "body": page.body,
        "gzipped": page.gzipped,
        "etag": page.etag,
    }


def _stamp() -> None:
    """Tell every process that there are new pages; this one looks at its next request after the commit."""
    PublicStamp.objects.update_or_create(pk=1, defaults={"token": secrets.token_hex(16)})
    transaction.on_commit(PAGES.forget)
