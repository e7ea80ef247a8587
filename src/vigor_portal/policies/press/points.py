"""The press room's pages of single points: as they read now, in a version, or that they are gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from vigor.policy.diff import text_of
from vigor.policy.document import Case, Guideline, Kind, Point, Policy, Section
from vigor.policy.html import to_plain
from vigor_portal.policies.comparison import readable, word_by_word
from vigor_portal.policies.outline import (
    Place,
    Setting,
    case_layout,
    cases_showing,
    guideline_layout,
    section_layout,
    short,
)
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.pages import now_at, version_at
from vigor_portal.policies.press.room import Leaf, Room, citation, described, in_its_language
from vigor_portal.policies.public import PublicText
from vigor_portal.policies.templatetags.policy import inline, markdown
from vigor_portal.wiring import PRESS_PANELS


@in_its_language
def point(room: Room, lang: str, key: str) -> Page | None:
    """The point as it reads now, the page of one that is gone (410), or None for one that the public never saw."""
    text = room.current(lang)
    state = room.history.state_of(key) if room.history else "unknown"
    if state == "gone":
        return _gone(room, lang, key)
    if text is None or state == "unknown":
        return None
    # A translation may lack the point: then the original's words stand here.
    if key not in text.policy.by_key and room.history is not None:
        text = room.history.texts[text.number, room.history.original]
    leaf = Leaf(room, lang, "press:point", {"key": key})
    pointed = _pointed(room, lang, text, key, now_at(lang))
    panels = [html for panel in _panels() if (html := panel(lang, key))]
    return leaf.render("press/point.html", section="policy", panels=panels, **pointed)


@in_its_language
def version_point(room: Room, lang: str, number: int, key: str) -> Page | None:
    """The point as it read in a version."""
    text = room.text(number, lang)
    if text is not None and key not in text.policy.by_key and room.history is not None:
        text = room.history.texts.get((number, room.history.original))
    if text is None or key not in text.policy.by_key:
        return None
    leaf = Leaf(room, lang, "press:version_point", {"number": number, "key": key})
    context = _pointed(room, lang, text, key, version_at(lang, number))
    state = room.history.state_of(key) if room.history else "unknown"
    now = room.current(lang)
    older = now is not None and now.number != number
    return leaf.render("press/point.html", section="versions", older=older, state=state, **context)


def _gone(room: Room, lang: str, key: str) -> Page:
    """That it is gone, and no more: when and why stands on the intranet. The versions it stood in keep their addresses."""
    history = room.history
    assert history is not None  # noqa: S101 (who asks knows that the point was public once)
    text = history.last_text_with(key, lang) or history.last_text_with(key, history.original)
    leaf = Leaf(room, lang, "press:point", {"key": key})
    last = {"number": text.number, "url": version_at(lang, text.number).point(key)} if text else None
    return leaf.render("press/gone.html", status=410, section="policy", key=key, last=last)


@lru_cache(maxsize=1)
def _panels() -> tuple[Callable[[str, str], SafeString], ...]:
    """What apps further down the house hang beside a point: the same for everybody who reads it."""
    return tuple(import_string(path) for path in PRESS_PANELS)


def _pointed(room: Room, lang: str, text: PublicText, key: str, place: Place) -> dict[str, Any]:
    policy, found = text.policy, text.policy.by_key[key]
    setting = Setting(place, text.older, room.departments(lang))
    section = policy.section_of[key]
    permalink = version_at(lang, text.number).point(key)
    name = to_plain(short_source(found))
    return {
        "text": text,
        "key": key,
        "kind": found.kind.value,
        "name": name,
        "home": section_layout(policy, section, setting, _number(policy, section)),
        "permalink": permalink,
        "citation": citation(room, text, name.rstrip(".")),
        "description": described(text_of(found)),
        "wordings": _wordings(room, lang, key),
        **_laid_out(policy, found, setting),
    }


def short_source(point: Point) -> str:
    return point.source.split("\n\n", 1)[0] if isinstance(point, Guideline) else point.title


def _laid_out(policy: Policy, found: Point, setting: Setting) -> dict[str, Any]:
    """The point itself, and the reasons it hangs on, both ways: the guidelines a case shows, the cases that show it."""
    match found:
        case Guideline():
            cases = [case_layout(policy, case, setting) for case in cases_showing(policy, found.key)]
            first, _blank, rest = found.source.partition("\n\n")
            return {
                "guideline": guideline_layout(policy, found, setting),
                "first": inline(first),
                "short": short(found),
                "rest": markdown(rest),
                "cases": cases,
            }
        case Case():
            shown = [policy.by_key[key] for key in found.shows if key in policy.by_key]
            rests_on = [
                guideline_layout(policy, each, setting) for each in shown if isinstance(each, Guideline)
            ]
            return {"case": case_layout(policy, found, setting), "rests_on": rests_on}
        case Section():
            return {"whole": True}


def _number(policy: Policy, section: Section) -> int:
    return policy.principles.index(section) + 1 if section.kind is Kind.PRINCIPLE else 0


def _wordings(room: Room, lang: str, key: str) -> list[dict[str, Any]]:
    """Every wording there has been, the newest first, each with what differs from the one before it marked."""
    told: list[dict[str, Any]] = []
    before = ""
    for wording in reversed(room.history.wordings(key, lang) if room.history else []):
        now = readable(wording.point)
        url = version_at(lang, wording.version.number).point(key)
        told.append({"version": wording.version, "url": url, "html": word_by_word(before or now, now)})
        before = now
    return told[::-1]
