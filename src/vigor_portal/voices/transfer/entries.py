"""From a row to the accounts that it tells of, and to what is to be said of it. Nothing here asks the database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from vigor.networks import recognise
from vigor.networks.addresses import Address
from vigor.policy.html import UNSEEN
from vigor_portal.voices.models import Account, Known
from vigor_portal.voices.register.values import PERSONAL
from vigor_portal.voices.transfer.fields import BY_KEY, ON
from vigor_portal.voices.transfer.mapping import network_key
from vigor_portal.voices.transfer.sheets import Fault, Row, Sheet, listed

# What a remark is: bad (no account came of it), note (one came, without this), twice or known (it is here already).
BAD, NOTE, TWICE, KNOWN_ALREADY, FILLED = "bad", "note", "twice", "known", "filled"
_YES = frozenset({"yes", "ja", "j", "y", "true", "sant", "1", "x", "på", "on"})
_NO = frozenset({"no", "nej", "n", "false", "falskt", "0", "av", "off"})
_CHANNEL = re.compile(r"UC[\w-]{22}")
_STATES = {
    "closed": Account.State.CLOSED,
    "stängt": Account.State.CLOSED,
    "avslutat": Account.State.CLOSED,
    "nedlagt": Account.State.CLOSED,
    "handed-over": Account.State.HANDED_OVER,
    "handed over": Account.State.HANDED_OVER,
    "överlämnat": Account.State.HANDED_OVER,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row. `kind` is a key of `words.REMARKS`, `about` what it needs to be said with (texts)."""

    line: int
    weight: str
    kind: str
    column: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An account that a row tells of. `values`: what is kept on its row, card and keys, by the fields' keys."""

    line: int
    address: Address | None
    network: str
    values: Mapping[str, str | tuple[str, ...]]
    days: Mapping[str, date] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    stewards: tuple[str, ...] = ()
    former: tuple[Address, ...] = ()
    state: str = Account.State.FOUND

    @property
    def key(self) -> str:
        """For comparing: its address, else its network and name."""
        return self.address.key if self.address else f"{self.network} {str(self.values['name']).casefold()}"


Found = Entry | Remark


def entries(sheet: Sheet, mapping: Mapping[str, str]) -> Iterator[tuple[Row | Fault, list[Found]]]:
    """Row by row, in the file's order: its accounts and the remarks on it. An account that the file has told of before
    is a remark, naming the line where it was."""
    seen: dict[str, int] = {}
    order: list[Row | Fault] = sorted([*sheet.rows, *sheet.faults], key=lambda each: each.line)
    for row in order:
        if isinstance(row, Fault):
            yield row, [Remark(row.line, BAD, row.kind, cells=row.cells)]
            continue
        yield row, list(_once(row, read_row(row, sheet.headings, mapping), seen))


def _once(row: Row, found: Iterable[Found], seen: dict[str, int]) -> Iterator[Found]:
    for each in found:
        if isinstance(each, Remark):
            yield each
        elif each.key in seen:
            shown = each.address.shown if each.address else str(each.values["name"])
            about = {"line": str(seen[each.key]), "shown": shown}
            yield Remark(row.line, TWICE, "twice", about=about, cells=row.cells)
        else:
            seen[each.key] = row.line
            yield each


def read_row(row: Row, headings: tuple[str, ...], mapping: Mapping[str, str]) -> list[Found]:
    """The accounts of one row, and the remarks on it."""
    reader = _Reader(row)
    for heading, cell in zip(headings, row.cells, strict=True):
        target, text = mapping.get(heading, ""), plain(cell)
        if target and text:
            reader.take(heading, target, text, cell)
    return reader.found()


def plain(cell: str) -> str:
    """A cell's words, without signs that can't be seen."""
    return UNSEEN.sub("", cell).strip("\t \n\r\xa0")


class _Reader:
    """Gathers what the cells of one row say."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.remarks: list[Found] = []
        self.places: list[tuple[str, str, str]] = []  # (heading, network, what stood there)
        self.values: dict[str, str | tuple[str, ...]] = {}
        self.days: dict[str, date] = {}
        self.lists: dict[str, tuple[str, ...]] = {}
        self.network = self.network_said = ""
        self.state: str = Account.State.FOUND
        self.is_too_long = False

    def take(self, heading: str, target: str, text: str, cell: str) -> None:
        # In a list, a line break at the end says that each line is an item, whatever signs are in it.
        items = listed(UNSEEN.sub("", cell)) if target in BY_KEY and BY_KEY[target].many else ()
        if target.startswith(ON):
            self.places += [(heading, target[len(ON) :], part) for part in _parts(text)]
            return
        known = BY_KEY[target]
        if target == "address":
            self.places += [(heading, "", part) for part in _parts(text)]
        elif target == "network":
            self.network, self.network_said = network_key(text), text
        elif known.row == "state":
            self.state = _STATES.get(text.casefold(), Account.State.FOUND)
        elif known.row == "day":
            self._day(heading, target, text)
        elif known.row == "known":
            self.values[target] = _yes_or_no(text)
        elif known.row in ("departments", "stewards", "former"):
            self.lists[target] = items
        elif known.longest and len(text) > known.longest:
            self.is_too_long = True
            self._say(BAD, "long", heading, most=str(known.longest))
        else:
            self.values[target] = items if known.many else text

    def found(self) -> list[Found]:
        """The row's accounts after its remarks."""
        if self.is_too_long:
            return self.remarks
        if self.network_said and not self.network:
            self._say(BAD, "network", about=self.network_said)
            return self.remarks
        placed = list(self._recognised())
        if not self.places:
            self._without_address()
        # A channel by its number and the same channel by its name are one, and the name says more.
        named = {address.network for address in placed if not _CHANNEL.search(address.url)}
        kept = [each for each in placed if each.network not in named or not _CHANNEL.search(each.url)]
        named_by = [_name_of(each) for each in kept if not _CHANNEL.search(each.url)]
        name = self.values.get("name") or next(iter(named_by), "")
        for address in dict.fromkeys(kept):
            self.remarks.append(self._entry(address, address.network, str(name) or _name_of(address)))
        return self.remarks

    def _recognised(self) -> Iterator[Address]:
        for heading, network, text in self.places:
            address = recognise(text, network or self.network)
            if not isinstance(address, Address):
                self._say(
                    BAD,
                    "trouble",
                    heading,
                    kind=address.kind,
                    network=address.network,
                    about=address.about,
                    text=text[:200],
                )
            elif address.network in PERSONAL:
                self._say(BAD, "own-profile", heading, shown=address.shown)
            else:
                yield address

    def _without_address(self) -> None:
        if self.values.get("name") and self.network and self.network not in PERSONAL:
            self.remarks.append(self._entry(None, self.network, str(self.values["name"])))
        elif self.network in PERSONAL:
            self._say(BAD, "own-profile", shown=str(self.values.get("name", "")))
        else:
            self._say(BAD, "no-address")

    def _entry(self, address: Address | None, network: str, name: str) -> Entry:
        former = [recognise(text, network) for text in self.lists.get("former_addresses", ())]
        return Entry(
            self.row.line,
            address,
            network,
            {**self.values, "name": name},
            self.days,
            self.lists.get("departments", ()),
            self.lists.get("stewards", ()),
            tuple(each for each in former if isinstance(each, Address)),
            self.state,
        )

    def _day(self, heading: str, target: str, text: str) -> None:
        try:
            self.days[target] = date.fromisoformat(text[:10])
        except ValueError:
            self._say(NOTE, "day", heading, text=text[:60])

    def _say(self, weight: str, kind: str, column: str = "", /, **about: str) -> None:
        self.remarks.append(Remark(self.row.line, weight, kind, column, about, self.row.cells))


def _parts(text: str) -> tuple[str, ...]:
    """Several addresses in one cell stand on a line each, or are parted by semicolons or blanks after a comma."""
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in re.split(r"[\n;]|,\s+", text)))))


def _yes_or_no(text: str) -> str:
    said = text.casefold()
    return Known.YES if said in _YES else Known.NO if said in _NO else Known.UNKNOWN


def _name_of(address: Address) -> str:
    """What to call an account that nobody named: its handle, as it is written."""
    return address.shown.rpartition("/")[2].lstrip("@")[:120] or address.shown[:120]
