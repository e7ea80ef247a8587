"""The press room's pages of whole texts, each from what is public and nothing else.

A function gives None where there is nothing to show. What is written once and what is made when somebody asks come
from the same functions: `press.py` has the list of the former.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vigor.policy.document import Kind, Policy
from vigor_portal.policies.comparison import Comparison, compare
from vigor_portal.policies.outline import Place, SectionLayout, Setting, lay_out
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.room import Leaf, Room, citation, described, in_its_language
from vigor_portal.policies.public import PublicText, PublicVersion
from vigor_portal.policies.telling import summary


@in_its_language
def front(room: Room, lang: str) -> Page:
    """The policy in force, what others can expect of us on top; a friendly word while nothing is published."""
    leaf = Leaf(room, lang, "press:front")
    text = room.current(lang)
    if text is None:
        return leaf.render("press/empty.html", section="policy")
    return leaf.render("press/front.html", section="policy", **_reading(room, lang, text, now_at(lang)))


@in_its_language
def version(room: Room, lang: str, number: int) -> Page | None:
    """A version as it read; a tombstone, gone for good (410), where its text was withdrawn."""
    known = room.version(number)
    if known is None:
        return None
    leaf = Leaf(room, lang, "press:version", {"number": number})
    text = room.text(number, lang)
    if text is None:
        return leaf.render("press/withdrawn.html", status=410, section="versions", version=known)
    reading = _reading(room, lang, text, version_at(lang, number))
    until = next((other for other in reversed(room.versions()) if other.number > number), None)
    return leaf.render("press/version.html", section="versions", until=until, **reading)


@in_its_language
def versions(room: Room, lang: str) -> Page:
    """Every public version, with what it changed, and a form to compare any two."""
    shown = [each for each in room.versions() if each.withdrawn_at is None]
    told = []
    for each in room.versions():
        before = _before(shown, each.number)
        told.append({"version": each, "before": before, "summary": changes_told(room, lang, before, each)})
    return Leaf(room, lang, "press:versions").render(
        "press/versions.html", section="versions", told=told, choices=shown, compared=shown[1:2] or shown[:1]
    )


@in_its_language
def comparison(room: Room, lang: str, a: int, b: int) -> Page | None:
    """From version `a` to `b`: in numbers, and word by word."""
    old, new = _same_language(room, lang, a, b)
    if old is None or new is None:
        return None
    found = compare(old.policy, new.policy, room.departments(lang))
    places = version_at(lang, a), version_at(lang, b)
    shown = [each for each in room.versions() if each.withdrawn_at is None]
    return Leaf(room, lang, "press:compare", {"a": a, "b": b}).render(
        "press/compare.html",
        section="versions",
        old=old,
        new=new,
        choices=shown,
        told=summary(found.counts),
        sections=list(_compared(found, new.policy, *places)),
        unchanged=found.same,
    )


@in_its_language
def side_by_side(room: Room, lang: str) -> Page | None:
    """The original and a translation beside each other; None where there is but one language."""
    pair = _pair(room, lang)
    if pair is None:
        return None
    left, right = pair
    setting = Setting(now_at(lang), departments=room.departments(lang))
    sides = [lay_out(text.policy, Setting(setting.place, text.older, setting.departments)) for text in pair]
    return Leaf(room, lang, "press:side_by_side").render(
        "press/side_by_side.html", section="policy", left=left, right=right, rows=list(_rows(*sides))
    )


@in_its_language
def not_found(room: Room, lang: str) -> Page:
    """The same bytes for what never was, what is internal, and what is mistyped."""
    return Leaf(room, lang, "press:front").render("press/not_found.html", status=404, section="")


def now_at(lang: str) -> Place:
    return Place("press:point", {"lang": lang})


def version_at(lang: str, number: int) -> Place:
    return Place("press:version_point", {"lang": lang, "number": number})


def changes_told(room: Room, lang: str, before: PublicVersion | None, now: PublicVersion) -> list[str]:
    """What a version changed, counted in words; empty for the first, and for one that was withdrawn."""
    if before is None:
        return []
    old, new = _same_language(room, lang, before.number, now.number)
    return summary(compare(old.policy, new.policy, {}).counts) if old and new else []


def _before(shown: list[PublicVersion], number: int) -> PublicVersion | None:
    return next((older for older in shown if older.number < number), None)


def _reading(room: Room, lang: str, text: PublicText, place: Place) -> dict[str, Any]:
    """What a page with a whole text needs."""
    policy = text.policy
    laid_out = lay_out(policy, Setting(place, text.older, room.departments(lang)))
    permalink = Leaf(room, lang, "press:version", {"number": text.number}).address()
    expect = [section for section in laid_out if section.section.kind is Kind.EXPECT]
    first = policy.opening or (expect[0].section.belief if expect else "")
    return {
        "text": text,
        "expect": expect,
        "sections": [section for section in laid_out if section not in expect],
        "permalink": permalink,
        "citation": citation(room, text),
        "description": described(first) or policy.title,
        "side_by_side": _pair(room, lang) is not None,
    }


def _pair(room: Room, lang: str) -> tuple[PublicText, PublicText] | None:
    """The original, and the translation into `lang` or, for who reads the original, into any language."""
    history, now = room.history, room.current(lang)
    if history is None or now is None:
        return None
    original = history.texts.get((now.number, history.original))
    wanted = [lang, *room.languages]
    others = (history.texts.get((now.number, code)) for code in wanted if code != history.original)
    other = next((text for text in others if text is not None), None)
    return (original, other) if original is not None and other is not None else None


def _same_language(room: Room, lang: str, a: int, b: int) -> tuple[PublicText | None, PublicText | None]:
    """Two versions in one language: the reader's where both have it, else the original's."""
    history = room.history
    if history is None:
        return None, None
    for code in (lang, history.original):
        old, new = history.texts.get((a, code)), history.texts.get((b, code))
        if old is not None and new is not None:
            return old, new
    return None, None


def _compared(found: Comparison, new: Policy, old_place: Place, new_place: Place) -> Iterator[dict[str, Any]]:
    for section in found.sections:
        changed = [
            {"point": point, "url": (new_place if point.key in new.by_key else old_place).point(point.key)}
            for point in section.changed
        ]
        if changed:
            yield {"title": section.title, "number": section.number, "changed": changed}


def _rows(left: tuple[SectionLayout, ...], right: tuple[SectionLayout, ...]) -> Iterator[dict[str, Any]]:
    """Section by section, point by point: what the original has, and beside it the translation or nothing."""
    there = {section.facts.key: section for section in right}
    for section in left:
        other = there.get(section.facts.key)
        theirs = dict(_points(other)) if other else {}
        yield {"kind": "section", "key": section.facts.key, "left": section, "right": other}
        for key, point in _points(section):
            kind = "case" if hasattr(point, "shows") else "guideline"
            yield {"kind": kind, "key": key, "left": point, "right": theirs.get(key)}


def _points(section: SectionLayout) -> Iterator[tuple[str, Any]]:
    for block in section.blocks:
        for guideline in block.guidelines:
            yield guideline.facts.key, guideline
        if block.case is not None:
            yield block.case.facts.key, block.case
