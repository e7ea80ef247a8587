"""Several accounts for several purposes: which purpose is served where, by how many, and by nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vigor_portal.people.models import Department
from vigor_portal.voices.models import Account
from vigor_portal.voices.overview.purposes import KINDS, purpose_name, purposes_of
from vigor_portal.voices.overview.topics import topic_key
from vigor_portal.voices.register.places import network_name

MOST_LINES = 40  # topics may be thousands; the most common are shown
MOST_GROUPS = 12
MOST_OVERLAPS = 20
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many accounts serve a line in a group. `group` is its key, for a way to them."""

    number: int
    group: str

    @property
    def size(self) -> int:
        """0 for none, to 4 for very many: how large it is drawn."""
        return sum(self.number >= least for least in (1, 2, 5, 15))


@dataclass(frozen=True, slots=True)
class Line:
    """A purpose or topic: how many accounts serve it in each group, and in all."""

    key: str
    name: str
    cells: tuple[Cell, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Accounts in one network that serve the same purpose about the same topic (or all without topics)."""

    network: str
    purpose: str
    topic: str
    number: int
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`groups` are names in the order of each line's cells; `gaps` names of purposes that no account serves.

    `unsaid`: how many accounts say nothing that this could go by. `left_out`: lines that aren't shown.
    """

    groups: tuple[str, ...]
    lines: tuple[Line, ...]
    gaps: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    accounts: int
    unsaid: int
    left_out: int


Row = tuple[int, str, str, list[str]]
"""An account: primary key, network, purpose, topics."""


def live() -> QuerySet[Account]:
    """The accounts that the overviews are about: those that haven't ended."""
    return Account.objects.exclude(state__in=Account.ENDED)


def matrix(*, of: str = "purposes", by: str = "network") -> Matrix:
    """All live accounts by purposes or topics, and by network or department. Four queries, however many accounts."""
    rows: list[Row] = list(
        live().order_by("pk").values_list("pk", "network", "purpose", "topics").iterator(5000)
    )
    said = {pk: _said(purpose, topics, of) for pk, _network, purpose, topics in rows}
    groups, group_names = _groups(rows, by)
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    for pk, *_rest in rows:
        for key in said[pk]:
            cells[key].update(groups.get(pk, (NOWHERE,)))
    totals = Counter(key for keys in said.values() for key in keys)
    names = {topic_key(topic): topic for *_rest, topics in rows for topic in topics} if of == "topics" else {}
    order = _order(totals, of)
    shown = order[:MOST_LINES]
    used = [group for group in group_names if any(cells[key][group] for key in shown)][:MOST_GROUPS]
    lines = tuple(
        Line(
            key,
            names.get(key) or purpose_name(key),
            tuple(Cell(cells[key][group], group) for group in used),
            totals[key],
        )
        for key in shown
    )
    gaps = (
        tuple(str(kind.name) for kind in KINDS if not totals[kind.key]) if of == "purposes" and rows else ()
    )
    return Matrix(
        tuple(group_names[group] for group in used),
        lines,
        gaps,
        _overlaps(rows),
        len(rows),
        sum(not keys for keys in said.values()),
        len(order) - len(shown),
    )


def _said(purpose: str, topics: Sequence[str], of: str) -> tuple[str, ...]:
    if of == "purposes":
        return purposes_of(purpose)
    return tuple(dict.fromkeys(filter(None, map(topic_key, topics))))


def _order(totals: Counter[str], of: str) -> list[str]:
    """Purposes: the kinds in their order, then what stands under its own words. Topics: the most common first."""
    if of == "purposes":
        known = [kind.key for kind in KINDS if totals[kind.key]]
        return known + sorted(
            (key for key in totals if key not in known), key=lambda key: (-totals[key], key)
        )
    return sorted(totals, key=lambda key: (-totals[key], key))


def _groups(rows: Iterable[Row], by: str) -> tuple[Mapping[int, tuple[str, ...]], dict[str, str]]:
    """The groups of each account, and the names of all groups, those with most accounts first."""
    if by == "department":
        placed: dict[int, tuple[str, ...]] = {}
        pairs = Account.departments.through.objects.values_list("account_id", "department__slug")
        for pk, slug in pairs.iterator(5000):
            placed[pk] = (*placed.get(pk, ()), slug)
        names = {department.slug: department.name for department in Department.objects.all()}
        return placed, {**names, NOWHERE: _("no department")}
    counted = Counter(network for _pk, network, *_rest in rows)
    return {pk: (network,) for pk, network, *_rest in rows}, {
        network: network_name(network) for network, _number in counted.most_common()
    }


def _overlaps(rows: Iterable[Row]) -> tuple[Overlap, ...]:
    """Where somebody who looks for us would find two of us, the largest first."""
    together: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for pk, network, purpose, topics in rows:
        for key in purposes_of(purpose):
            for topic in tuple(map(topic_key, topics)) or ("",):
                together[network, key, topic].append(pk)
    found = sorted(
        (item for item in together.items() if len(item[1]) > 1), key=lambda item: (-len(item[1]), item[0])
    )
    found = found[:MOST_OVERLAPS]
    shown = {pk for _key, pks in found for pk in pks[:4]}
    by_pk = Account.objects.in_bulk(shown)
    return tuple(
        Overlap(
            network, purpose_name(key), topic, len(pks), tuple(by_pk[pk] for pk in pks[:4] if pk in by_pk)
        )
        for (network, key, topic), pks in found
    )
