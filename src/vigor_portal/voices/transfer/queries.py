"""Reading imports: those that are under way, and what was said of their rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.policies.open_things import still_here
from vigor_portal.voices.models import Import, ImportRemark
from vigor_portal.voices.transfer.entries import BAD, NOTE, TWICE, Entry, Found, read_row
from vigor_portal.voices.transfer.formulas import defused
from vigor_portal.voices.transfer.sheets import Row
from vigor_portal.voices.transfer.words import say

TOLD = (BAD, TWICE, NOTE)


def imports() -> QuerySet[Import]:
    """Everything that was brought in and is still kept, the latest first; without the files themselves."""
    return Import.objects.defer("content", "sample").select_related("by")


def one(public_id: str) -> Import | None:
    return Import.objects.defer("content").select_related("by").filter(public_id=public_id).first()


def remarks(transfer: Import, *weights: str) -> QuerySet[ImportRemark]:
    """What was said of the rows, by line."""
    return transfer.remarks.filter(weight__in=weights)


def first_accounts(transfer: Import, most: int) -> list[Entry]:
    """What the first rows come to, as they are mapped now."""
    headings = tuple(transfer.sample.get("headings", ()))
    found: list[Found] = []
    for line, cells in transfer.sample.get("rows", ()):
        found += read_row(Row(line, tuple(cells)), headings, transfer.mapping)
    by_key = {each.key: each for each in reversed(found) if isinstance(each, Entry)}
    return [each for each in found if isinstance(each, Entry) and by_key[each.key] is each][:most]


def rows_to_mend(transfer: Import) -> Iterator[str]:
    """The rows that no account came of, or not all of it, as a CSV: line, reason, and the cells as they stood."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    text.write("\ufeff")
    writer.writerow(
        [_("Line"), _("What there is to say"), *map(defused, transfer.sample.get("headings", ()))]
    )
    for remark in remarks(transfer, *TOLD).iterator(chunk_size=1000):
        column = f"{remark.column}: " if remark.column else ""
        writer.writerow([remark.line, defused(column + say(remark)), *map(defused, remark.cells)])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def open_things(member: Member | None) -> Iterator[OpenThing]:
    """Files that were looked at and neither saved nor thrown away (`wiring.OPEN_THINGS`)."""
    drafts = imports().filter(state=Import.State.DRAFT)
    if member is not None:
        drafts = drafts.filter(by=member)
    for transfer in drafts:
        url = reverse("voices:transfer:one", kwargs={"public_id": transfer.public_id})
        title = transfer.file_name or _("Pasted rows")
        yield OpenThing(
            _("register"), title, url, still_here(transfer.by), transfer.last_day, transfer.made_at
        )


def imports_of(member: Member) -> tuple[str, object]:
    """For the member to download: the files that they brought in (`wiring.MY_DATA`)."""
    rows = Import.objects.filter(by=member).order_by("made_at").values("file_name", "made_at")
    return "imports", [{"file": row["file_name"], "at": row["made_at"]} for row in rows]
