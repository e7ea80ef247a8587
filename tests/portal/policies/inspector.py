"""Looks into the database of a site that may have been struck down: run as a process, asked a line at a time.

`prepare` makes the tables, a communicator and version 1. `inspect` answers with a JSON object: `faults` (sentences;
empty is what we want), `versions` and `draft`, for the test to compare with what its browsers were promised.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterator
from typing import Any

EMAIL, PASSWORD = "kim@test.example", "fyra ord i en rad"
LANGUAGES = ("sv", "en")
# The word that stands before the number which each save writes anew.
COUNTED = "Räknat till"

SWEDISH = f"""---
policy: social-media
title: Så gör vi
language: sv
---

Vi pratar hellre än förbjuder.

## Människan före poängen {{#respect}}

Bakom varje kommentar sitter någon.

- Vi lämnar ironin hemma. {{#no-sarcasm}}
- {COUNTED} 0. {{#counted}}
- Vi ringer jouren. {{#on-call audience=internal}}
"""
ENGLISH = f"""---
policy: social-media
title: How we do it
language: en
---

We would rather talk than forbid.

## The person before the point {{#respect}}

Behind every comment sits somebody.

- We leave irony at home. {{#no-sarcasm}}
- {COUNTED} 0. {{#counted}}
- We ring the on-call phone. {{#on-call audience=internal}}
"""


def prepare() -> dict[str, Any]:
    from django.core.management import call_command

    from vigor_portal.people.models import Grant, Member, Organisation, Role
    from vigor_portal.policies.actions import publish
    from vigor_portal.web.static_files import collect

    call_command("migrate", verbosity=0, interactive=False)
    collect()
    Organisation.objects.create(name="Testbolaget", languages=list(LANGUAGES))
    kim = Member.objects.create_user(EMAIL, PASSWORD, given_name="Kim")
    Grant.objects.create(member=kim, role=Role.COMMUNICATIONS)
    publish([SWEDISH, ENGLISH], by=kim, because="first")
    return {"prepared": True}


def inspect() -> dict[str, Any]:
    """One look at everything, after whatever the struck server left running has come to its end."""
    from django.db import connection, transaction

    _wait_until_alone()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        faults = [*_ground(), *_versions_whole(), *_keys_whole(), *_pages_whole(), *_draft_whole()]
        return {"faults": faults, "versions": _versions(), "draft": _draft()}


def _wait_until_alone() -> None:
    """PostgreSQL notices late that a client is gone, and may finish its statement first."""
    from django.db import connection

    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    until = time.monotonic() + 30
    while connection.vendor == "postgresql" and time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.01)


def _ground() -> Iterator[str]:
    from django.db import connection

    from vigor_portal.log.immutable import missing

    yield from (f"the trigger {name} is missing" for name in missing(connection))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            yield from (f"integrity_check: {row[0]}" for row in cursor.fetchall() if row[0] != "ok")
            cursor.execute("PRAGMA foreign_key_check")
            yield from (f"a row of {row[0]} points at nothing in {row[2]}" for row in cursor.fetchall())


def _versions_whole() -> Iterator[str]:
    from vigor_portal.log.models import Entry
    from vigor_portal.policies.models import Version, VersionText

    numbers = list(Version.objects.order_by("number").values_list("number", flat=True))
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"the versions are numbered {numbers}"
    for version in Version.objects.order_by("number"):
        texts = {text.language: text for text in VersionText.objects.filter(version=version)}
        if set(texts) != set(LANGUAGES):
            yield f"version {version.number} has texts in {sorted(texts)}"
        for text in texts.values():
            if hashlib.sha256(text.source.encode()).hexdigest() != text.digest or not text.public_source:
                yield f"the text of {text} is not what its digest says"
        entries = Entry.objects.filter(kind="policy.published", object_id=str(version.pk))
        if [entry.ids for entry in entries] != [{"number": version.number}]:
            yield f"the record has {entries.count()} entries on version {version.number}"
    if Entry.objects.filter(kind="policy.published").count() != len(numbers):
        yield "the record tells of a version that isn't there"


def _keys_whole() -> Iterator[str]:
    from vigor.policy.parse import parse
    from vigor_portal.policies.models import PublishedKey, Version

    stood: set[str] = set()
    for version in Version.objects.order_by("number"):
        stood |= set(parse(version.texts.get(language="sv").source)[0].by_key)
    kept = set(PublishedKey.objects.values_list("key", flat=True))
    if stood != kept:
        yield f"keys in texts and keys kept differ: {sorted(stood ^ kept)}"


def _pages_whole() -> Iterator[str]:
    """The press room is what the versions would make it if all of it were written now, page by page."""
    from vigor_portal.policies.models import PublicPage, PublicStamp
    from vigor_portal.policies.press.room import the_room
    from vigor_portal.policies.press.written import pages

    ought = {page.path: page for page in pages(the_room())}
    found = {page.path: page for page in PublicPage.objects.all()}
    if set(ought) != set(found):
        yield f"pages too many or too few: {sorted(set(ought) ^ set(found))}"
    for path in sorted(set(ought) & set(found)):
        row, page = found[path], ought[path]
        if (bytes(row.body), bytes(row.gzipped), row.etag) != (page.body, page.gzipped, page.etag):
            yield f"the page {path} is of another version than the rest"
    if PublicStamp.objects.count() != 1:
        yield f"there are {PublicStamp.objects.count()} stamps"


def _draft_whole() -> Iterator[str]:
    from vigor_portal.policies.models import Draft, DraftState, DraftText, Version

    for draft in Draft.objects.all():
        texts = list(draft.texts.all())
        if {text.language for text in texts} != set(LANGUAGES):
            yield f"draft {draft.pk} has texts in {[text.language for text in texts]}"
        if draft.based_on_id != Version.objects.order_by("-number")[0].pk:
            yield f"draft {draft.pk} is begun from another version than the one in force"
        for text in texts:
            state = DraftState.objects.filter(text=text, revision=text.revision).first()
            if state is None or state.source != text.source:
                yield f"the state {text.revision} of draft {draft.pk} in {text.language} is not its text"
    if DraftText.objects.exclude(draft__in=Draft.objects.all()).exists():
        yield "texts of a draft that isn't there"


def _versions() -> dict[str, Any]:
    """What each version says, by the reason that it was published with."""
    from vigor_portal.policies.models import Version

    return {
        version.because: dict(version.texts.values_list("language", "source"))
        for version in Version.objects.order_by("number")
    }


def _draft() -> dict[str, Any] | None:
    from vigor_portal.policies.models import Draft, DraftState

    draft = Draft.objects.first()
    if draft is None:
        return None
    rows = DraftState.objects.filter(text__draft=draft)
    states = {
        f"{language} {revision}": source
        for language, revision, source in rows.values_list("text__language", "revision", "source")
    }
    now = {text.language: {"revision": text.revision, "source": text.source} for text in draft.texts.all()}
    return {"pk": draft.pk, "states": states, "now": now}


def main() -> None:
    import django

    django.setup()
    from django.db import connection

    commands = {"prepare": prepare, "inspect": inspect}
    for line in sys.stdin:
        print(json.dumps(commands[line.strip()]()), flush=True)
        connection.close()


if __name__ == "__main__":
    main()
