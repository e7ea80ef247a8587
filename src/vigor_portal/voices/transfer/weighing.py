"""What accounts from a file would be to the register: new, here already with something to fill in, or here already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vigor_portal.people.models import Department, Member
from vigor_portal.voices.models import Account, FormerAddress, Known, Stewardship
from vigor_portal.voices.transfer.entries import BAD, FILLED, KNOWN_ALREADY, NOTE, Entry, Found, Remark
from vigor_portal.voices.transfer.fields import BY_KEY, RESTS_ON

ACCOUNT = tuple(key for key, each in BY_KEY.items() if each.row == "account")
CARD = tuple(key for key, each in BY_KEY.items() if each.row == "card")
KEYS = tuple(key for key, each in BY_KEY.items() if each.row in ("keys", "known"))
# An account that isn't over has no last day.
DAYS = ("speaks_since", "looked_through_on", "review_on")


@dataclass(frozen=True)
class New:
    """An account that isn't here yet."""

    entry: Entry
    departments: tuple[Department, ...] = ()
    stewards: tuple[Member, ...] = ()
    rests_on: Member | None = None


@dataclass(frozen=True)
class Filling:
    """An account that is here, and what the file knows of it where we don't: by the fields' keys."""

    entry: Entry
    account: Account
    fields: Mapping[str, object]
    departments: tuple[Department, ...] = ()
    stewards: tuple[Member, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The keys of what is filled in."""
        more = (("departments", self.departments), ("stewards", self.stewards))
        return (*self.fields, *(key for key, there in more if there))


@dataclass
class Weighed:
    """What some rows come to."""

    new: list[New] = field(default_factory=list)
    fillings: list[Filling] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def weigh(found: Iterable[tuple[Sequence[Found], tuple[str, ...]]], *, fills_in: bool) -> Weighed:
    """Hold the accounts of some rows (with the rows' cells) against the register. Eight queries, however many rows."""
    rows = list(found)
    scales = _Scales([each for each, _cells in rows])
    weighed = Weighed()
    for each, cells in rows:
        for one in each:
            if isinstance(one, Remark):
                weighed.remarks.append(one)
            else:
                _weigh(one, cells, scales, weighed, fills_in)
    return weighed


def _weigh(entry: Entry, cells: tuple[str, ...], scales: _Scales, weighed: Weighed, fills_in: bool) -> None:
    def say(weight: str, kind: str, **about: str) -> None:
        shown = entry.address.shown if entry.address else str(entry.values["name"])
        weighed.remarks.append(Remark(entry.line, weight, kind, about={"shown": shown, **about}, cells=cells))

    former = scales.former.get(entry.key)
    account = scales.accounts.get(entry.key)
    has_ended = entry.state in Account.ENDED
    if account is None and former is not None:
        if has_ended:
            say(KNOWN_ALREADY, "known")
        else:
            say(BAD, "former", until=former.until.isoformat())
        return
    departments = scales.departments_of(entry)
    stewards = () if has_ended else scales.stewards_of(entry)
    for text in entry.departments:
        if text.casefold() not in scales.departments:
            say(NOTE, "department", text=text[:100])
    for text in () if has_ended else entry.stewards:
        if text.casefold() not in scales.members:
            say(NOTE, "steward", text=text[:100])
    rests_on = scales.members.get(_behind(entry))
    if _behind(entry) and rests_on is None:
        say(NOTE, "rests-on", text=_behind(entry)[:100])
    if account is None:
        weighed.new.append(New(entry, departments, stewards, rests_on))
        return
    filling = scales.filling(entry, account, departments, stewards)
    if fills_in and filling.said:
        weighed.fillings.append(filling)
        say(FILLED, "filled", fields=" ".join(filling.said))
    else:
        say(KNOWN_ALREADY, "known")


class _Scales:
    """What the register knows of the accounts that some rows name."""

    def __init__(self, rows: Sequence[Sequence[Found]]) -> None:
        told = [each for row in rows for each in row if isinstance(each, Entry)]
        keys = {each.key for each in told if each.address}
        names = {str(each.values["name"]) for each in told if not each.address}
        rich = Account.objects.select_related("card", "keys")
        self.accounts = {each.address_key: each for each in rich.filter(address_key__in=keys)}
        if names:
            for each in rich.filter(address_key="", name__in=names).exclude(state__in=Account.ENDED):
                self.accounts.setdefault(f"{each.network} {each.name.casefold()}", each)
        self.former = {each.address_key: each for each in FormerAddress.objects.filter(address_key__in=keys)}
        self.departments: dict[str, Department] = {}
        if any(each.departments for each in told):
            for department in Department.objects.all():
                names_of = (department.slug, *department.names.values())
                self.departments |= {name.casefold(): department for name in names_of if name}
        emails = {email.casefold() for each in told for email in (*each.stewards, _behind(each)) if email}
        here = Member.objects.filter(email__in=emails, is_active=True) if emails else ()
        self.members = {member.email: member for member in here}
        known = [each.pk for each in self.accounts.values()]
        through = Account.departments.through.objects
        self.placed = (
            set(through.filter(account__in=known).values_list("account", flat=True)) if known else set()
        )
        held = Stewardship.objects.filter(account__in=known, until=None)
        self.held = set(held.values_list("account", flat=True)) if known else set()

    def departments_of(self, entry: Entry) -> tuple[Department, ...]:
        found = (self.departments.get(text.casefold()) for text in entry.departments)
        return tuple(dict.fromkeys(filter(None, found)))

    def stewards_of(self, entry: Entry) -> tuple[Member, ...]:
        found = (self.members.get(text.casefold()) for text in entry.stewards)
        return tuple(dict.fromkeys(filter(None, found)))

    def filling(
        self,
        entry: Entry,
        account: Account,
        departments: tuple[Department, ...],
        stewards: tuple[Member, ...],
    ) -> Filling:
        fields: dict[str, object] = {}
        card, keys = getattr(account, "card", None), getattr(account, "keys", None)
        for names, row in ((ACCOUNT, account), (CARD, card), (KEYS, keys)):
            fields |= {
                name: entry.values[name] for name in names if _lacks(row, name, entry.values.get(name))
            }
        fields |= {
            name: day for name, day in entry.days.items() if name in DAYS and getattr(account, name) is None
        }
        behind = self.members.get(_behind(entry))
        if behind is not None and (keys is None or keys.rests_on_id is None) and not account.has_ended:
            fields[RESTS_ON] = behind
        return Filling(
            entry,
            account,
            fields,
            () if account.pk in self.placed else departments,
            () if account.pk in self.held or account.has_ended else stewards,
        )


def _behind(entry: Entry) -> str:
    """The e-mail of whose private profile an account rests on, as members are looked up by; empty for one that is over."""
    return "" if entry.state in Account.ENDED else str(entry.values.get(RESTS_ON, "")).casefold()


def _lacks(row: object, name: str, said: object) -> bool:
    """Does the file know this, and the row not?"""
    if not said or said == Known.UNKNOWN:
        return False
    there = getattr(row, name, "")
    return not there or there == Known.UNKNOWN
