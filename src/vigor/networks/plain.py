"""What may be shown in its own letters: Latin ones with their accents. All else is shown encoded, as browsers do."""

from __future__ import annotations

import unicodedata

from vigor.networks.pieces import Pieces, host_in_letters

# Latin letters of their own that nobody takes for another; dotless i and open a are not among them.
_OWN = frozenset("æøœþßÆØŒÞ")


def is_plain(text: str) -> bool:
    """Whether each sign is ASCII, or a Latin letter that is an ASCII letter with a mark on it."""
    return all(
        sign.isascii() or sign in _OWN or (sign.isalpha() and _base(sign).isascii() and _base(sign).isalpha())
        for sign in unicodedata.normalize("NFC", text)
    )


def _base(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0]


def readable_host(host: str) -> str:
    """ "räksmörgås.example" for "xn--rksmrgs-5wao1o.example"; as it was where that could be mistaken for another."""
    read = host_in_letters(host)
    return read if is_plain(read) else host


def readable_path(pieces: Pieces, quoted: str) -> str:
    """The path with its letters, where they are plain; `quoted` otherwise."""
    path = pieces.path
    if not path or "?" in quoted or not is_plain(path) or any(sign in path for sign in ' %?#"<>'):
        return quoted
    return f"/{path}"
