"""Telephone numbers, and whose they are: somebody's own, or one that an organisation is reached on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.personal.labels import is_phone, is_thing
from vigor.check.personal.numbers import Found

_CANDIDATE = Late(
    r"(?<![\w.,:/§#-])\+?\(?\d{1,16}\)?(?:(?:[ \xa0]?[-–/.][ \xa0]?|[ \xa0]|(?<=\)))\(?\d{1,9}\)?){0,7}(?![\w]|[-–/:]\d|[.,]\d|\s?(?:kr|sek|kronor|st|kg|km|mm|cm|%|€|\$|usd|eur)\b)"
)
_AMERICAN = Late(r"\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[.-]\d{4}\Z")
_DATE = Late(r"(?:19|20)\d\d[-/. ]|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\Z|0?\d[.:]\d\d\s?[-–]")
_BRITAIN = 44
_FEWEST, _MOST = 7, 15
"""Digits of a number that somebody can be rung on; the most is that of E.164."""


def phones(lower: str, language: str) -> Iterator[Found]:
    """Numbers that exist in a numbering plan: Sweden's or any with "+" in Swedish, Britain's and America's in English."""
    place = 0
    while match := _CANDIDATE.search(lower, place):
        place = match.end()
        end = _end_of_number(lower, match.start(), match.end(), language)
        if end:
            place = end
            yield Found("phone", Span(match.start(), end), 0.9 if is_phone(lower, match.start()) else 0.8)


def _end_of_number(lower: str, start: int, end: int, language: str) -> int:
    """Where the number ends: as far as there is one; 0 where there is none."""
    if is_thing(lower, start):
        return 0
    called = is_phone(lower, start)
    while end - start >= _FEWEST:
        written = lower[start:end]
        digits = sum(map(str.isdigit, written))
        if digits < _FEWEST:
            return 0
        if digits <= _MOST and _is_number(written, language, called):
            return end
        shorter = max(written.rfind(mark) for mark in " \xa0-–")
        if shorter <= 0:
            return 0
        end = start + len(written[:shorter].rstrip(" \xa0-–/.("))
    return 0


def _is_number(written: str, language: str, called: bool) -> bool:
    if _DATE.match(written) or (written.count(".") > 1 and not called):
        return False
    if written.startswith(("+", "00")):
        return _exists(written, None if written[0] == "+" else "SE")
    if written.startswith(("0", "(0")):
        # A leading nought and nothing else says little: "0123456789" may be anything at all.
        regions = ("SE",) if language == "sv" else ("GB", "SE")
        return any(_exists(written, region, called) for region in regions)
    if language == "en" and _AMERICAN.match(written):
        return _exists(written, "US", called)
    return False


def _exists(written: str, region: str | None, called: bool = False) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(number):
        return True
    # Numbers that Ofcom keeps for drama (07700 900…) stand for somebody's all the same.
    if number.country_code == _BRITAIN and str(number.national_number).startswith("7700900"):
        return True
    return called and bool(phonenumbers.is_possible_number(number))


def is_shared(written: str) -> bool:
    """Is it of a series that no private person has: 020 (free), 0771–0779 (one price), 0900–0944 (paid)?"""
    digits = re.sub(r"\D", "", written)
    digits = "0" + digits.removeprefix("46") if written.startswith("+46") else digits
    # British mobiles begin as Sweden's shared numbers do, and are longer.
    if _is_british_mobile(digits):
        return False
    return bool(re.match(r"020|077|0900|0939|0944|010|0?1800|0?8(?:00|44|33)", digits))


def _is_british_mobile(digits: str) -> bool:
    return len(digits) == 11 and digits.startswith("07")


def is_mobile(written: str) -> bool:
    """Is it a mobile's number in Sweden or Britain, or one that can't be told (America's)?"""
    digits = re.sub(r"\D", "", written)
    for code in ("46", "44"):
        digits = "0" + digits.removeprefix(code) if written.startswith("+" + code) else digits
    return (
        not digits.startswith("0")
        or bool(re.match(r"07[02369]\d{7}\Z", digits))
        or _is_british_mobile(digits)
    )
