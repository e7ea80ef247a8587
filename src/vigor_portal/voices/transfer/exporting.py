"""The register as a file: every field that can be imported, in the same three formats, account by account."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

import yaml
from django.db.models import Prefetch, QuerySet

from vigor_portal.voices.models import Account, Card, Keys, Stewardship
from vigor_portal.voices.transfer.fields import FIELDS, RESTS_ON
from vigor_portal.voices.transfer.formulas import defused
from vigor_portal.voices.transfer.sheets import joined
from vigor_portal.voices.transfer.weighing import ACCOUNT, CARD, DAYS, KEYS

AT_A_TIME = 1_000
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "yaml": "application/yaml"}
HEADINGS = tuple(field.key for field in FIELDS)
Record = dict[str, str | list[str]]


def export(accounts: QuerySet[Account], format: str) -> Iterator[str]:
    """The file in pieces. `format` is csv (semicolons, with a byte order mark), json or yaml; texts in UTF-8."""
    return {"csv": _as_csv, "json": _as_json, "yaml": _as_yaml}[format](records(accounts))


def records(accounts: QuerySet[Account]) -> Iterator[Record]:
    """An account at a time: what is known of it, by the fields' keys; empty fields are left out."""
    held = Stewardship.objects.filter(until=None, member__is_active=True).select_related("member")
    rich = accounts.select_related("card", "keys__rests_on").prefetch_related(
        "departments", "former_addresses", Prefetch("stewardships", held.order_by("pk"), to_attr="held")
    )
    for account in rich.iterator(chunk_size=AT_A_TIME):
        yield {key: value for key, value in _record(account).items() if value}


def _record(account: Account) -> Record:
    record: Record = {"address": account.address, "network": account.network}
    card, keys = getattr(account, "card", None) or Card(), getattr(account, "keys", None) or Keys()
    for names, row in ((ACCOUNT, account), (CARD, card), (KEYS, keys)):
        record |= {name: getattr(row, name) for name in names}
    # Whoever may take the register along sees this on every account's page, too.
    if keys.rests_on is not None and keys.rests_on.is_active:
        record[RESTS_ON] = keys.rests_on.email
    record["state"] = account.state
    days = {name: getattr(account, name) for name in (*DAYS, "until")}
    record |= {name: day.isoformat() for name, day in days.items() if day}
    record["departments"] = [department.slug for department in account.departments.all()]
    record["stewards"] = [each.member.email for each in account.held]  # type: ignore[attr-defined]
    former = (each.address for each in account.former_addresses.all())
    record["former_addresses"] = [address for address in former if address != account.address]
    return record


def _as_csv(found: Iterable[Record]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, delimiter=";", lineterminator="\r\n")

    def written() -> str:
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    # Without the mark, a spreadsheet takes the file for one in another encoding.
    line.write("\ufeff")
    writer.writerow(HEADINGS)
    for record in found:
        writer.writerow([_cell(record.get(key, "")) for key in HEADINGS])
        yield written()
    yield written()


def _cell(value: str | list[str]) -> str:
    return defused(joined(value) if isinstance(value, list) else value)


def _as_json(found: Iterable[Record]) -> Iterator[str]:
    before = "[\n"
    for record in found:
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _as_yaml(found: Iterable[Record]) -> Iterator[str]:
    empty = True
    for record in found:
        empty = False
        yield yaml.dump([record], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    if empty:
        yield "[]\n"


class _Dumper(yaml.SafeDumper):
    """Writes a value out wherever it stands: a file that points to itself is one that we refuse to read."""

    def ignore_aliases(self, data: object) -> bool:
        return True
