"""LanguageTool's words for what we say: requests in, answers out, as its clients know them.

Offsets and lengths are UTF-16 code units of the text as the client sent it, markup included; inside, everything is
code points of the plain text. Source: the public description of LanguageTool's HTTP interface, version 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from vigor.check import Advice, Checked
from vigor.check.post import LONGEST
from vigor.language.words import sentence_spans

AROUND = 40
NAMES = {"sv": "Swedish", "en": "English"}
LONG_CODES = {
    "sv": ("sv", "sv-SE", "sv-FI"),
    "en": ("en", "en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-ZA"),
}
CATEGORY = {"id": "VIGOR", "name": "Vigör"}


class BadRequest(Exception):
    """What was sent can't be read; the message says why, in LanguageTool's language, and quotes nothing."""


@dataclass(frozen=True)
class Sent:
    """A text to check. `places[n]`: where the n-th code point begins in what was sent, in UTF-16 code units."""

    text: str
    places: tuple[int, ...]

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Offset and length of a span of code points."""
        begins = self.places[start]
        return begins, max(0, self.places[end] - begins)


@dataclass(frozen=True)
class Wishes:
    """What a client wants to hear: its lists of rules and categories, and whether it is picky."""

    disabled: frozenset[str] = frozenset()
    enabled: frozenset[str] = frozenset()
    only_enabled: bool = False
    picky: bool = False

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> Wishes:
        return cls(
            disabled=_names(sent.get("disabledRules", ""), sent.get("disabledCategories", "")),
            enabled=_names(sent.get("enabledRules", ""), sent.get("enabledCategories", "")),
            only_enabled=sent.get("enabledOnly", "").lower() in {"true", "yes", "1"},
            picky=sent.get("level", "") == "picky",
        )

    def wants(self, advice: Advice) -> bool:
        names = {rule_id(advice.check), CATEGORY["id"]}
        if names & self.enabled:
            return True
        if self.only_enabled or names & self.disabled:
            return False
        return self.picky or not advice.hint


def _names(*lists: str) -> frozenset[str]:
    return frozenset(name.strip() for each in lists for name in each.split(",") if name.strip())


def rule_id(check: str) -> str:
    """ "sharp-tone" → "VIGOR_SHARP_TONE"; it never changes."""
    return f"VIGOR_{check.upper().replace('-', '_')}"


def language_of(code: str) -> str:
    """ "sv", "en", or "" for LanguageTool's "auto". Raises BadRequest for a language that we don't read."""
    if code.lower() == "auto":
        return ""
    base = code.partition("-")[0].lower()
    if base not in NAMES:
        known = ", ".join(code for codes in LONG_CODES.values() for code in codes)
        raise BadRequest(f"Error: Vigör doesn't read that language. It knows: {known}, auto")
    return base


def languages() -> list[dict[str, str]]:
    return [
        {"name": NAMES[code], "code": code, "longCode": long}
        for code, longs in LONG_CODES.items()
        for long in longs
    ]


def software() -> dict[str, Any]:
    return {
        "name": "Vigör",
        "version": version("vigor-policy"),
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


def sent_text(sent: Mapping[str, str]) -> Sent:
    """What is to be checked: `text`, or `data` with markup. Raises BadRequest."""
    if "data" in sent:
        return _annotated(sent["data"])
    if "text" in sent:
        return _sent([(sent["text"], True)])
    raise BadRequest("Error: Missing 'text' or 'data' parameter")


def _annotated(data: str) -> Sent:
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadRequest("Error: 'data' is no readable JSON") from error
    parts = read.get("annotation") if isinstance(read, dict) else None
    if parts is None and isinstance(read, dict) and isinstance(read.get("text"), str):
        return _sent([(read["text"], True)])
    if not isinstance(parts, list):
        raise BadRequest("Error: 'data' must have a list 'annotation', or a 'text'")
    return _sent(_parts(parts))


def _parts(parts: list[Any]) -> Iterator[tuple[str, bool] | tuple[str, bool, str]]:
    for part in parts:
        text, markup = (part.get("text"), part.get("markup")) if isinstance(part, dict) else (None, None)
        if isinstance(text, str) and markup is None:
            yield text, True
        elif isinstance(markup, str) and text is None:
            instead = part.get("interpretAs", "")
            yield markup, False, instead if isinstance(instead, str) else ""
        else:
            raise BadRequest("Error: each part of 'annotation' must have either a 'text' or a 'markup'")


def _sent(parts: Iterable[tuple[str, bool] | tuple[str, bool, str]]) -> Sent:
    """Plain text, and where each of its characters stands in what was sent. No more than is read."""
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for part in parts:
        source, shown = part[0], part[1]
        for letter in source if shown else part[2]:  # type: ignore[misc]
            letters.append(letter)
            places.append(at)
            at += _units(letter) if shown else 0
        if not shown:
            at += sum(map(_units, source))
    return Sent("".join(letters), (*places, at))


def _units(letter: str) -> int:
    return 2 if ord(letter) > 0xFFFF else 1


def answer(sent: Sent, checked: Checked, wishes: Wishes, told: Told, code: str) -> dict[str, Any]:
    """The whole answer. `code`: the language that was asked for."""
    name = NAMES[checked.language]
    return {
        "software": software(),
        "warnings": {"incompleteResults": len(sent.text) > LONGEST},
        "language": {
            "name": name,
            "code": checked.language if code.lower() == "auto" else code,
            "detectedLanguage": {"name": name, "code": checked.language, "confidence": 0.9},
        },
        "matches": [_match(sent, advice, told) for advice in checked.advice if wishes.wants(advice)],
    }


@dataclass(frozen=True)
class Told:
    """What a match needs beside the advice: what checks are about, and where guidelines are read."""

    about: Mapping[str, str]
    addresses: Mapping[str, str]  # by guideline


def _match(sent: Sent, advice: Advice, told: Told) -> dict[str, Any]:
    text = sent.text[:LONGEST]
    start, end = advice.span
    sentence = _sentence(text, start)
    if start == end:
        # Advice on the whole is shown on the first sentence: clients underline something or show nothing.
        start, end = sentence
    offset, length = sent.units(start, end)
    about = told.about.get(advice.check, advice.check)
    return {
        "message": f"{advice.message} {advice.suggestion}".strip(),
        "shortMessage": about,
        "replacements": [{"value": advice.instead}] if advice.instead else [],
        "offset": offset,
        "length": length,
        "context": _context(text, start, end),
        "sentence": text[slice(*sentence)],
        "type": {"typeName": "Hint" if advice.hint else "Other"},
        "rule": {
            "id": rule_id(advice.check),
            "subId": advice.guideline,
            "description": f"{about}: {advice.words}",
            "issueType": "style",
            "urls": [{"value": told.addresses[advice.guideline]}]
            if advice.guideline in told.addresses
            else [],
            "category": CATEGORY,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _sentence(text: str, place: int) -> tuple[int, int]:
    for span in sentence_spans(text):
        if place < span[1]:
            return span[0], span[1]
    return 0, len(text)


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    """The match with what stands around it, and where it stands in that, in UTF-16 code units."""
    begins, ends = max(0, start - AROUND), min(len(text), end + AROUND)
    head = "..." if begins else ""
    around = text[begins:ends].replace("\n", " ").replace("\r", " ")
    return {
        "text": head + around + ("..." if ends < len(text) else ""),
        "offset": len(head) + sum(map(_units, text[begins:start])),
        "length": sum(map(_units, text[start:end])),
    }
