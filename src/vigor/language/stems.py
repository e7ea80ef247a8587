"""What is left of a base form when its ending is cut off: "approval" and "approve" share a stem.

Lemmas keep "communicate" and "communication" apart. A stem is a looser tie, so whoever uses it weighs it
lower than a lemma. `skeleton` goes one step further and folds the spelling habits that set cognates apart,
so that "kommunikation" and "communication", "kritik" and "critique" fall together across the languages.
"""

from __future__ import annotations

from functools import lru_cache

from vigor.language.words import folded

_ENGLISH = (
    "ibilities", "abilities", "ibility", "ability", "izations", "isations", "ization", "isation",
    "ations", "ation", "ements", "ement", "iveness", "fulness", "ousness", "ically", "ities", "ators", "ating",
    "ment", "ness", "able", "ible", "ance", "ence", "ancy", "ency", "ical", "ship", "ious", "ator", "ions",
    "ants", "ents", "ings", "ity", "ive", "ize", "ise", "ful", "ous", "ate", "ant", "ent", "ion", "ial", "ing",
    "ers", "ors", "ify", "ism", "ist", "ic", "al", "er", "or", "ly", "ed", "es", "y", "e", "s",
)  # fmt: skip
_SWEDISH = (
    "iseringen", "isering", "ifieras", "ifiera", "ationer", "ationen", "ation", "eringen", "ering", "ligheten", "lighet", "barheten",
    "barhet", "heten", "ningar", "ningen", "andet", "endet", "elser", "elsen", "ande", "ende", "ning",
    "else", "skap", "isera", "iska", "iskt", "isk", "arna", "erna", "orna", "aren", "are", "het", "era", "bar", "lig", "tion",
    "sion", "ism", "ist", "ens", "ets", "ans", "ing", "iv", "ig", "ar", "er", "or", "en", "et", "na", "an", "ad", "at", "de", "te",
    "a", "e", "s", "t", "n",
)  # fmt: skip


def _by_length(endings: tuple[str, ...]) -> tuple[tuple[int, frozenset[str]], ...]:
    """The endings by their length, the longest first: a slice and a look-up instead of sixty comparisons."""
    lengths = sorted({len(ending) for ending in endings}, reverse=True)
    return tuple((size, frozenset(one for one in endings if len(one) == size)) for size in lengths)


_ENDINGS = {"en": _by_length(_ENGLISH), "sv": _by_length(_SWEDISH)}
_SHORTEST = 4


@lru_cache(maxsize=16384)
def stem(lemma: str, language: str) -> str:
    """The stem of a base form: at least four letters, or the word itself."""
    for size, endings in _ENDINGS[language]:
        if len(lemma) - size >= _SHORTEST and lemma[-size:] in endings:
            return lemma[:-size]
    return lemma


_FOLDS = (
    ("ck", "c"), ("qu", "cv"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("sh", "s"), ("sch", "s"), ("ks", "x"), ("k", "c"), ("z", "s"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("aa", "a"), ("ee", "e"), ("ou", "o"), ("ll", "l"), ("mm", "m"), ("nn", "n"), ("ss", "s"),
    ("tt", "t"), ("rr", "r"), ("pp", "p"), ("ff", "f"), ("cc", "c"), ("bb", "b"), ("dd", "d"), ("gg", "g"),
)  # fmt: skip


@lru_cache(maxsize=16384)
def skeleton(lemma: str, language: str) -> str:
    """The bare frame of a longer word, the same for cognates; empty where the word is too short to tell."""
    if len(lemma) < 6:
        return ""
    bare = folded(stem(lemma, language))
    for written, common in _FOLDS:
        bare = bare.replace(written, common)
    return bare if len(bare) >= 5 else ""
