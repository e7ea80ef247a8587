"""Identity numbers and payment cards.

Swedish personnummer and samordningsnummer: date (a coordination number adds 60 to the day), four digits, the last a
check digit (Luhn) on nine of them; Skatteverket, SKV 704 and SKV 707. A number with a wrong check digit is most often
a slip of the pen, and still points at somebody: with its hyphen or a label it counts, less surely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.personal.labels import is_person, is_phone, is_thing


class Found(NamedTuple):
    """What was found: its kind ("identity", "phone", "email", …), where, and how sure we are."""

    kind: str
    span: Span
    confidence: float


_IDENTITY = Late(
    r"(?<![\w+.,:/-])((?:18|19|20)?\d\d)(0[1-9]|1[0-2])([0-3]\d|[6-9]\d)( ?[-+–] ?| )?(\d{4})(?![\w]|[-–/.,:]\d)"
)
_CARD = Late(r"(?<![\w+-])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\w-])")
_ISSUER = Late(r"4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|6(?:011|5|4[4-9])")
_SSN = Late(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_NINO = Late(
    r"(?<![a-z0-9])(?!bg|gb|nk|kn|tn|nt|zz)[abceghj-prstw-z][abceghj-nprstw-z] ?\d\d ?\d\d ?\d\d ?[a-d](?![a-z0-9])"
)


# "19 52 11 83 – 98 15": with room between, where it is called a person's.
_SPACED = Late(r"(?<![\w.,-])(?:(?:18|19|20) )?\d\d ?[01]\d ?[0-9]\d ?[-–+] ?\d\d ?\d\d(?![\w]|[-–/.,:]\d)")
_CALLED = Late(
    r"personnummer|personnr|samordningsnummer|identitetsnummer|identity number|personal number|id-?nummer|fyra sista"
)


def identities(lower: str) -> Iterator[Found]:
    """Swedish identity numbers, and those of the United States and the United Kingdom where they are called so."""
    for match in _IDENTITY.finditer(lower):
        confidence = _surely_a_person(match, lower)
        if confidence:
            yield Found("identity", Span(*match.span()), confidence)
    if _CALLED.search(lower):
        for match in _SPACED.finditer(lower):
            if " " in match.group() and not _IDENTITY.match(lower, match.start()):
                yield Found("identity", Span(*match.span()), 0.8)
    if "-" in lower:
        for match in _SSN.finditer(lower):
            if is_person(lower, match.start()):
                yield Found("identity", Span(*match.span()), 0.9)
    if "insurance" in lower or "nino" in lower:
        for match in _NINO.finditer(lower):
            yield Found("identity", Span(*match.span()), 0.9)


def _surely_a_person(match: re.Match[str], lower: str) -> float:
    year, month, day, mark, last = match.groups()
    if not _is_date(year, int(month), int(day)):
        return 0.0
    start = match.start()
    if is_thing(lower, start):
        return 0.0
    named = is_person(lower, start)
    hyphen = bool(mark and mark.strip())
    if not hyphen and not named and (lower[start] == "0" or is_phone(lower, start)):
        return 0.0  # "0701234567" is somebody's telephone, which is found as such
    if _has_check_digit(year[-2:] + month + day + last):
        return 0.97 if hyphen or named else 0.85
    if named:
        return 0.85
    return 0.75 if hyphen and last != "0000" else 0.0


def _is_date(year: str, month: int, day: int) -> bool:
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        born = date(whole, month, day - 60 if day > 60 else day)
    except ValueError:
        # 29 February of a year that is one in the other century.
        return False
    return len(year) == 2 or born.year <= date.max.year


def _has_check_digit(digits: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


def cards(lower: str) -> Iterator[Found]:
    """Numbers of payment cards: an issuer's first digits and a right check digit (ISO/IEC 7812)."""
    for match in _CARD.finditer(lower):
        digits = re.sub(r"\D", "", match.group())
        if not 13 <= len(digits) <= 19 or not _ISSUER.match(digits) or not _has_check_digit(digits):
            continue
        if not is_thing(lower, match.start()):
            yield Found("card", Span(*match.span()), 0.92)
