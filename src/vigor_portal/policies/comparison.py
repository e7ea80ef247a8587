"""Two texts of the policy compared for the eye: point by point, and word by word where the words differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vigor.policy.diff import Change, Piece, What, diff, text_of, words
from vigor.policy.document import Case, Kind, Point, Policy, Section
from vigor.policy.html import to_plain
from vigor_portal.policies.remarks import remarks_on
from vigor_portal.policies.words import label

# Below this share of common text, two wordings are told one after the other: word by word would be confetti.
LEAST_IN_COMMON = 0.35
# What is common but no longer than this, between two changes, belongs to the change.
SMALL = 3


@dataclass(frozen=True)
class Compared:
    """What happened to one point. `status` is added, removed, reworded, moved or changed (force, audience, others).

    `html` is the words with `<ins>` and `<del>`; empty when they are as before. `remarks` are the rest, in words.
    """

    key: str
    kind: str  # empty for the opening
    title: str
    status: str
    html: SafeString
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComparedSection:
    """A section's changed points, and the names of those that read as before."""

    title: str
    number: int
    changed: tuple[Compared, ...]
    same: tuple[tuple[str, str], ...]  # key and name


@dataclass(frozen=True)
class Comparison:
    sections: tuple[ComparedSection, ...]
    counts: dict[str, int]  # by status

    @property
    def same(self) -> int:
        return sum(len(section.same) for section in self.sections)

    @property
    def changed(self) -> int:
        return sum(self.counts.values())

    @property
    def untouched(self) -> list[ComparedSection]:
        return [section for section in self.sections if not section.changed]

    @property
    def points(self) -> list[Compared]:
        return [point for section in self.sections for point in section.changed]


def compare(a: Policy, b: Policy, departments: Mapping[str, str] | None = None) -> Comparison:
    """From `a` to `b`, in the order of `b`; what was removed stands where its section stands, or last.

    `departments` are names by slug, for the remarks.
    """
    found = _by_point(diff(a, b), a, b, departments or {})
    sections = [_opening(found)] if "" in found else []
    sections += [_section(section, number, a, b, found) for section, number in _numbered(b)]
    gone = [section for section in a.sections if section.key not in b.by_key]
    sections += [_gone_section(section, found) for section in gone]
    counts: dict[str, int] = {}
    for point in found.values():
        counts[point.status] = counts.get(point.status, 0) + 1
    return Comparison(tuple(sections), counts)


def word_by_word(before: str, after: str) -> SafeString:
    """Plain text with what went in `<del>` and what came in `<ins>`, announced to those who listen."""
    return _html(smoothed(words(before, after)))


def readable(point: Point) -> str:
    """The point's own words as plain text, a line for each paragraph or way to act."""
    return _readable(text_of(point), isinstance(point, Case))


def smoothed(pieces: Sequence[Piece]) -> list[Piece]:
    """The same way from text to text in fewer, longer runs."""
    common = sum(len(text) for kind, text in pieces if kind == "same")
    if common < LEAST_IN_COMMON * max(1, sum(len(text) for _kind, text in pieces) - common / 2):
        return _one_run(pieces)
    runs: list[Piece] = []
    held: list[Piece] = []
    for index, (kind, text) in enumerate(pieces):
        inside = 0 < index < len(pieces) - 1
        if kind == "same" and not (inside and held and len(text.strip()) <= SMALL and "\n" not in text):
            runs += _one_run(held)
            runs.append((kind, text))
            held = []
        else:
            held.append((kind, text))
    return runs + _one_run(held)


def _one_run(pieces: Iterable[Piece]) -> list[Piece]:
    """All that was there before, then all that is there now."""
    pieces = list(pieces)
    before = "".join(text for kind, text in pieces if kind != "added")
    after = "".join(text for kind, text in pieces if kind != "removed")
    if before == after:
        return [("same", before)] if before else []
    # What held the changes apart at the end is common to both.
    tail = before[len(before.rstrip()) :]
    if tail and after.endswith(tail) and before.strip() and after.strip():
        before, after = before[: -len(tail)], after[: -len(tail)]
    else:
        tail = ""
    found: list[Piece] = [("removed", before), ("added", after), ("same", tail)]
    return [piece for piece in found if piece[1]]


def _html(pieces: Iterable[Piece]) -> SafeString:
    wrap = {
        "same": "{}",
        "removed": f'<del><span class="visually-hidden">({_("removed:")} </span>{{}}<span class="visually-hidden">) </span></del>',
        "added": f'<ins><span class="visually-hidden">({_("added:")} </span>{{}}<span class="visually-hidden">) </span></ins>',
    }
    return mark_safe("".join(format_html(wrap[kind], _lines(text)) for kind, text in pieces))  # noqa: S308


def _lines(text: str) -> SafeString:
    return mark_safe('<span class="break"></span>'.join(map(_escaped, text.split("\n"))))  # noqa: S308


def _escaped(text: str) -> SafeString:
    return format_html("{}", text)


def _readable(text: str, case: bool) -> str:
    plain = to_plain(text)
    if not case:
        return plain
    marks = {"[x] ": "● ", "[ ] ": "○ "}
    return "\n".join(marks.get(line[:4], line[:4]) + line[4:] for line in plain.split("\n"))


def _by_point(
    changes: Iterable[Change], a: Policy, b: Policy, departments: Mapping[str, str]
) -> dict[str, Compared]:
    gathered: dict[str, list[Change]] = {}
    for change in changes:
        gathered.setdefault(change.key, []).append(change)
    return {key: _compared(key, together, a, b, departments) for key, together in gathered.items()}


def _compared(
    key: str, changes: list[Change], a: Policy, b: Policy, departments: Mapping[str, str]
) -> Compared:
    whats = [change.what for change in changes]
    # The strongest thing that happened gives the point its name in the summary.
    told = (What.ADDED, What.REMOVED, What.REWORDED, What.MOVED)
    status = next((what.value for what in told if what in whats), "changed")
    point = b.by_key.get(key) or a.by_key.get(key)
    html = SafeString("")
    for change in changes:
        if change.what in (What.ADDED, What.REMOVED, What.REWORDED):
            html = word_by_word(*_without_title(change))
    return Compared(
        key=key,
        kind=point.kind.value if point and key else "",
        title=label(point) if point and key else _("The opening"),
        status=status,
        html=html,
        remarks=remarks_on(changes, a, b, departments),
    )


def _without_title(change: Change) -> tuple[str, str]:
    """What it said and says; a title that is as it was stands above it already."""
    case = change.kind is Kind.CASE
    before, after = _readable(change.before, case), _readable(change.after, case)
    if change.kind in (None, Kind.GUIDELINE):
        return before, after
    (old, _n, rest), (new, _n, more) = before.partition("\n"), after.partition("\n")
    same = not before or not after or old == new
    return (rest, more) if same else (before, after)


def _numbered(policy: Policy) -> Iterator[tuple[Section, int]]:
    number = 0
    for section in policy.sections:
        number += section.kind is Kind.PRINCIPLE
        yield section, number if section.kind is Kind.PRINCIPLE else 0


def _opening(found: dict[str, Compared]) -> ComparedSection:
    return ComparedSection(_("The opening"), 0, (found[""],), ())


def _section(
    section: Section, number: int, a: Policy, b: Policy, found: dict[str, Compared]
) -> ComparedSection:
    here = [point for point in section.points() if point.key]
    before = a.by_key.get(section.key)
    removed = (
        [point.key for point in before.points() if point.key and point.key not in b.by_key]
        if isinstance(before, Section)
        else []
    )
    keys = [*(point.key for point in here), *removed]
    return ComparedSection(
        title=label(section),
        number=number,
        changed=tuple(found[key] for key in keys if key in found),
        same=tuple((point.key, label(point)) for point in here if point.key not in found),
    )


def _gone_section(section: Section, found: dict[str, Compared]) -> ComparedSection:
    gone = [point.key for point in section.points() if point.key]
    shown = tuple(found[key] for key in gone if key in found and found[key].status == "removed")
    return ComparedSection(label(section), 0, shown, ())
