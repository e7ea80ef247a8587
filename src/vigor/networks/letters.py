"""What a name looks like: letters that are taken for one another made one, after Unicode Technical Standard 39."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

LONGEST_NAME = 300
"""Most characters of a name that are looked at."""


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], tuple[tuple[str, str], ...]]:
    """Letters of all alphabets, letters and digits of our own, pairs of letters; each to what it is taken for."""
    table = tomllib.loads(files("vigor.networks").joinpath("letters.toml").read_text(encoding="utf-8"))
    unicode, ours = (
        {ord(sign): letter for letter, signs in table[part].items() for sign in signs}
        for part in ("unicode", "ours")
    )
    # A small letter that is missing in the table looks enough like its capital: в like В, and that like B.
    for code, letter in list(unicode.items()):
        unicode.setdefault(ord(small) if len(small := chr(code).lower()) == 1 else code, letter)
    return unicode, ours, tuple((pair, letter) for letter, pair in table["pairs"].items())


@cache
def _ascii_map() -> dict[int, str | None]:
    """For names in a–z, which most are: all that `skeleton` does to one sign, in one table."""
    ours = _tables()[1]
    small = {code: chr(code).lower() for code in range(128)}
    return {
        code: ours.get(ord(letter), letter) if letter.isalnum() or ord(letter) in ours else None
        for code, letter in small.items()
    }


def skeleton(name: str) -> str:
    """A name as the eye sees it: "Sp0lverket", "Ѕроlverket", "spol_verket" and "spolverket" are one.

    It is for comparing, never for showing: small letters and digits with no marks on them and nothing in between, "i" as
    "l", "rn" as "m". At most `LONGEST_NAME` characters of the name are read.
    """
    unicode, ours, pairs = _tables()
    seen = name[:LONGEST_NAME]
    if seen.isascii():
        seen = seen.translate(_ascii_map())
    else:
        seen = unicodedata.normalize("NFKC", seen).translate(unicode).lower().translate(unicode)
        plain = (sign for sign in unicodedata.normalize("NFKD", seen) if not unicodedata.combining(sign))
        seen = "".join(plain).translate(ours)
        seen = "".join(sign for sign in seen if sign.isalnum())
    for pair, letter in pairs:
        seen = seen.replace(pair, letter)
    return seen
