"""The work on a file: reading it, counting what it would give, entering its accounts.

Done in turns of some hundred rows, each a transaction that also moves `position` on: whoever takes it up again, or does
the same at the same time, does no row twice, and what is shown on the way is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from django.db import IntegrityError, transaction

from vigor_portal.people.models import Member
from vigor_portal.people.permissions import NotAllowed, allow
from vigor_portal.voices.models import Import, ImportRemark
from vigor_portal.voices.transfer.entries import Found, Remark, entries
from vigor_portal.voices.transfer.mapping import guess, is_secret
from vigor_portal.voices.transfer.reading import read
from vigor_portal.voices.transfer.sheets import Fault, Row, Sheet, Unreadable
from vigor_portal.voices.transfer.together import step_all
from vigor_portal.voices.transfer.weighing import Weighed, weigh
from vigor_portal.voices.transfer.writing import write

ROWS_A_TURN = 500
SAMPLE = 12
TRIES = 3
State = Import.State
Told = tuple[Row | Fault, list[Found]]


def run(number: int, round: int, by: Member) -> None:
    """Do what is to be done with an import, from where it stands to the end; nothing if its round is over."""
    transfer = Import.objects.filter(pk=number, round=round, state__in=Import.WORKING).first()
    if transfer is None:
        return
    try:
        allow(by, "voices.keep")
        if transfer.state in Import.STEPPING:
            step_all(transfer, by)
        else:
            _go_through(transfer, by)
    except NotAllowed:
        # Whoever began may do it no longer; what was uploaded stays, for somebody who may.
        back_to = State.DONE if transfer.state in Import.STEPPING else State.DRAFT
        Import.objects.filter(pk=number, round=round).update(state=back_to)


def _go_through(transfer: Import, by: Member) -> None:
    try:
        sheet = sheet_of(transfer)
    except Unreadable as error:
        _unreadable(transfer, error)
        return
    if transfer.state == State.READING and not _is_read(transfer, sheet):
        return
    rows = entries(sheet, transfer.mapping)
    done = 0
    while turn := list(islice(rows, ROWS_A_TURN)):
        done += len(turn)
        if done > transfer.position and not _turn(transfer, turn, done, by):
            return
    _end(transfer)


def sheet_of(transfer: Import) -> Sheet:
    """The file as it is to be read. Raises Unreadable."""
    return read(
        bytes(transfer.content),
        transfer.file_name,
        format=transfer.format,
        encoding=transfer.encoding,
        delimiter=transfer.delimiter,
        headings=transfer.has_headings,
    )


def _is_read(transfer: Import, sheet: Sheet) -> bool:
    """Keep what the file looks like, and what its columns seem to say. False where it holds what we don't keep."""
    if any(map(is_secret, sheet.headings)):
        transfer.content = b""
        _unreadable(transfer, Unreadable("secret"))
        return False
    transfer.format, transfer.encoding, transfer.delimiter = sheet.format, sheet.encoding, sheet.delimiter
    transfer.rows = len(sheet.rows) + len(sheet.faults)
    first = [[row.line, list(row.cells)] for row in sheet.rows[:SAMPLE]]
    transfer.sample = {"headings": list(sheet.headings), "rows": first}
    if set(transfer.mapping) != set(sheet.headings):
        transfer.mapping = guess(sheet)
    transfer.unreadable, transfer.state = {}, State.COUNTING
    return _saved(transfer)


def _unreadable(transfer: Import, error: Unreadable) -> None:
    transfer.unreadable = {"kind": error.kind, "line": error.line}
    transfer.state = State.DRAFT
    _saved(transfer)


@transaction.atomic
def _saved(transfer: Import) -> bool:
    """Save it, unless its round is over: then somebody has changed it meanwhile, and that is what counts."""
    if not Import.objects.select_for_update().filter(pk=transfer.pk, round=transfer.round).exists():
        return False
    transfer.save()
    return True


def _turn(transfer: Import, turn: Sequence[Told], done: int, by: Member) -> bool:
    for attempt in range(TRIES):
        try:
            return _count_or_write(transfer, turn, done, by)
        except IntegrityError:
            # Somebody entered one of these accounts between our look and our writing: look again.
            if attempt == TRIES - 1:
                raise
    return False


@transaction.atomic
def _count_or_write(transfer: Import, turn: Sequence[Told], done: int, by: Member) -> bool:
    """Some rows more. False where somebody else has done them, or has begun anew."""
    here = Import.objects.select_for_update().defer("content").filter(pk=transfer.pk).first()
    if here is None or (here.round, here.state) != (transfer.round, transfer.state):
        return False
    if here.position != done - len(turn):
        return False
    allow(by, "voices.keep")
    weighed = weigh(((found, row.cells) for row, found in turn), fills_in=transfer.fills_in)
    if transfer.state == State.SAVING:
        write(transfer, weighed, by)
    _remark(transfer, weighed.remarks)
    counts = Counter(here.counts) + _counted(weighed, len(turn))
    Import.objects.filter(pk=transfer.pk).update(position=done, counts=dict(counts))
    return True


def _counted(weighed: Weighed, rows: int) -> Counter[str]:
    found = Counter(remark.weight for remark in weighed.remarks)
    return found + Counter({"rows": rows, "new": len(weighed.new)})


def _remark(transfer: Import, remarks: Sequence[Remark]) -> None:
    ImportRemark.objects.bulk_create(
        (
            ImportRemark(
                transfer=transfer,
                line=remark.line,
                weight=remark.weight,
                kind=remark.kind,
                column=remark.column[:100],
                about=dict(remark.about),
                cells=list(remark.cells),
            )
            for remark in remarks
        ),
        batch_size=ROWS_A_TURN,
    )


@transaction.atomic
def _end(transfer: Import) -> None:
    """Counted: a draft again, to be looked at. Saved: done, and the file isn't needed any more."""
    here = Import.objects.select_for_update().filter(pk=transfer.pk, round=transfer.round).first()
    if here is None or here.state != transfer.state:
        return
    if here.state == State.SAVING:
        here.state, here.content = State.DONE, b""
    else:
        here.state = State.DRAFT
    here.save()
