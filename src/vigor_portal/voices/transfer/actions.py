"""Every write about imports. What takes long goes to the worker; what doesn't is done at once, with the worker as a net."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.jobs.actions import enqueue
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.models import Account, Import
from vigor_portal.voices.transfer import jobs
from vigor_portal.voices.transfer.exporting import export
from vigor_portal.voices.transfer.mapping import checked
from vigor_portal.voices.transfer.together import waiting
from vigor_portal.voices.transfer.working import run

# What is read, counted and saved while somebody waits for the page: some two seconds.
SMALL_BYTES = 400_000
SMALL_ROWS = 2_500
SMALL_TO_STEP = 500
# A net under what is done at once: if that breaks, a worker goes on from where it stood.
NET = timedelta(minutes=1)
State = Import.State


class NotNow(Exception):
    """The import isn't in a state from which this can be done: it is being worked on, or is done."""


def upload(data: bytes, file_name: str, *, by: Member) -> Import:
    """Keep the file as a draft, read it, and count what it would give. Raises NotAllowed."""
    with transaction.atomic():
        allow(by, "voices.keep")
        transfer = Import.objects.create(by=by, file_name=file_name[:200], content=data)
        record(by, "import.uploaded", transfer)
        small = _put_in_line(transfer, by)
    return _at_once(transfer, by, small)


def choose(
    transfer: Import,
    mapping: Mapping[str, object],
    *,
    fills_in: bool,
    delimiter: str = "",
    encoding: str = "",
    has_headings: bool | None = None,
    by: Member,
) -> Import:
    """Have the draft read in another way, and counted anew. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        allow(by, "voices.keep")
        transfer = _locked(transfer, State.DRAFT, State.COUNTING, State.READING)
        reread = (transfer.delimiter, transfer.encoding, transfer.has_headings) != (
            delimiter,
            encoding,
            has_headings,
        )
        transfer.delimiter, transfer.encoding, transfer.has_headings = delimiter, encoding, has_headings
        transfer.fills_in = fills_in
        transfer.mapping = checked(mapping, transfer.sample.get("headings", ()))
        _begin_anew(transfer, State.READING if reread or transfer.unreadable else State.COUNTING)
        small = _put_in_line(transfer, by)
    return _at_once(transfer, by, small)


def save(transfer: Import, *, by: Member) -> Import:
    """Enter the draft's accounts in the register. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        allow(by, "voices.keep")
        transfer = _locked(transfer, State.DRAFT)
        if transfer.unreadable:
            raise NotNow
        _begin_anew(transfer, State.SAVING)
        record(by, "import.saved", transfer)
        small = _put_in_line(transfer, by)
    return _at_once(transfer, by, small)


def approve_all(transfer: Import, *, by: Member) -> Import:
    """Approve all that came with the file and is still only found. Raises NotAllowed, NotNow."""
    return _step(transfer, State.APPROVING, by)


def vouch_for_all(transfer: Import, *, by: Member) -> Import:
    """Say of all that came with the file and is registered: we have seen that they are ours, and answered.

    From then on the press room vouches for them. Raises NotAllowed, NotNow.
    """
    return _step(transfer, State.VOUCHING, by)


def _step(transfer: Import, state: str, by: Member) -> Import:
    with transaction.atomic():
        allow(by, "voices.keep")
        transfer = _locked(transfer, State.DONE)
        transfer.state, transfer.round = state, transfer.round + 1
        transfer.save()
        record(by, f"import.{state}", transfer)
        small = waiting(transfer, state) <= SMALL_TO_STEP
        enqueue(jobs.go_on, run_after=_when(small), number=transfer.pk, round=transfer.round, by=by.pk)
    return _at_once(transfer, by, small)


@transaction.atomic
def throw_away(transfer: Import, *, by: Member) -> None:
    """The file and what was said of it go; accounts that have come of it stay. Raises NotAllowed, NotNow."""
    allow(by, "voices.keep")
    transfer = _locked(transfer, State.DRAFT, State.COUNTING, State.READING, State.DONE)
    record(by, "import.thrown-away", transfer)
    transfer.delete()


def export_all(format: str, *, by: Member) -> Iterator[str]:
    """The whole register as a file, in pieces. `format` is csv, json or yaml. Raises NotAllowed."""
    with transaction.atomic():
        allow(by, "voices.keep")
        record(by, "register.exported", format=format)
    return export(Account.objects.order_by("pk"), format)


def _locked(transfer: Import, *states: str) -> Import:
    here = Import.objects.select_for_update().filter(pk=transfer.pk).first()
    if here is None or here.state not in states:
        raise NotNow
    return here


def _begin_anew(transfer: Import, state: str) -> None:
    transfer.remarks.all().delete()
    transfer.state, transfer.round = state, transfer.round + 1
    transfer.position, transfer.counts = 0, {}
    transfer.save()


def _put_in_line(transfer: Import, by: Member) -> bool:
    """The work goes to the worker. Returns whether it is small, and done at once."""
    small = len(transfer.content) <= SMALL_BYTES and transfer.rows <= SMALL_ROWS
    enqueue(jobs.go_on, run_after=_when(small), number=transfer.pk, round=transfer.round, by=by.pk)
    return small


def _when(small: bool) -> datetime | None:
    return timezone.now() + NET if small else None


def _at_once(transfer: Import, by: Member, small: bool) -> Import:
    if small:
        run(transfer.pk, transfer.round, by)
        transfer.refresh_from_db()
    return transfer
