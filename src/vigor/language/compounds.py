"""Swedish compounds: "bildtexten" → bild + text, "kommunikationsavdelning" → kommunikation + avdelning.

Conservative: both halves must be words that the lemma list knows (or, the first one, the caller: a name such as
"whatsapp"), and neither may be a mere ending. Where
several splits are possible, one whose halves the caller knows to matter (`favoured`) wins, else the most even.
"""

from __future__ import annotations

from collections.abc import Container

from vigor.language.lemmas import known_lemma
from vigor.language.words import listed

_LINKS = ("", "s", "e", "o", "a", "u")
_SHORTEST_FIRST = 3
_SHORTEST_LAST = 4
# Words in the list that are endings far more often than they are the second half of a compound.
_ENDINGS = listed("""
    ande anden andes andet ende enden ning ningen ningar lighet ligheten ligt liga heten skapet skap erna arna
    orna aren arens bart bara bare lösa löst sion tion isk iska iskt ister ering erade eras erat ingar ingen inget
    elsen elser else logisk ation ationen enhet
    """)
_NOT_FIRST = listed(
    """
    före till under samman åter över efter mot vid av på ut in ner ned fram bort hem fred lik genom
    mellan all för upp ute inn ans ens ett men men der den det var ver ber red sig sin pro per kon kom
    pol
    """
)


def _splits(word: str, favoured: Container[str]) -> tuple[tuple[str, str], ...]:
    found = []
    for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
        last = word[cut:]
        if last in _ENDINGS:
            continue
        last_lemma = known_lemma(last, "sv")
        if last_lemma is None:
            continue
        first = _first_half(word[:cut]) or (word[:cut] if word[:cut] in favoured else None)
        if first:
            found.append((first, last_lemma))
    return tuple(found)


def _first_half(text: str) -> str | None:
    for link in _LINKS:
        bare = text.removesuffix(link) if link else text
        if link and (bare == text or len(bare) < _SHORTEST_FIRST):
            continue
        if bare in _NOT_FIRST:
            return None
        found = known_lemma(bare, "sv")
        if found and len(found) <= len(bare) + 2:
            return found
    return None


def split(word: str, favoured: Container[str] = ()) -> tuple[str, str] | None:
    """The base forms of the two halves of a Swedish compound in lower case, or None where it is none.

    Nothing is remembered: whoever asks about the same words again and again keeps the answers.
    Each half may be a compound itself: split it again for more.
    """
    if len(word) < _SHORTEST_FIRST + _SHORTEST_LAST + 1:
        return None
    best, best_score = None, 0.0
    for first, last in _splits(word, favoured):
        known = (len(first) if first in favoured else 0) + (len(last) if last in favoured else 0)
        score = 1.0 + 2.0 * known / len(word) + min(len(first), len(last)) / len(word)
        if len(first) <= _SHORTEST_FIRST and first not in favoured:
            score -= 0.8
        if score > best_score:
            best, best_score = (first, last), score
    return best if best_score >= 1.0 else None
