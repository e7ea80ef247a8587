"""Base forms: "policyn" → "policy", "lägger" → "lägga", "companies" → "company".

The word lists are simplemma's. Loading them the usual way takes more than a second, and importing simplemma
some 70 ms, so they are rewritten once as a trie (`python -m vigor.language.build`) that is mapped into memory
in well under a millisecond. Each value is how many characters to cut off the form, then what to put there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from vigor.language import store

LANGUAGES = ("sv", "en")
_FORMAT = "1"


def trie_name(language: str) -> str:
    return f"lemmas-{language}-{_FORMAT}.marisa"


def build_trie(language: str, path: Path) -> None:
    """Write the trie of one language ("sv" or "en") at the path; takes some three seconds."""
    import marisa_trie
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    forms = DefaultDictionaryFactory().get_dictionary(language)
    edits = ((form, _edit(form, forms[form])) for form in forms if len(form) < 200)
    marisa_trie.BytesTrie(edits).save(str(path))


def _edit(form: str, lemma: str) -> bytes:
    shared = 0
    for one, other in zip(form, lemma, strict=False):
        if one != other:
            break
        shared += 1
    return bytes([len(form) - shared]) + lemma[shared:].encode()


@cache
def _trie(language: str) -> Any:
    import marisa_trie

    path = store.built(trie_name(language), lambda draft: build_trie(language, draft))
    return marisa_trie.BytesTrie().mmap(str(path))


def known_lemma(word: str, language: str) -> str | None:
    """The base form of a lower-case word, or None for one that the language's list lacks."""
    edits = _trie(language).get(word)
    if not edits:
        return None
    edit: bytes = edits[0]
    cut, ending = edit[0], edit[1:].decode()
    return word[: len(word) - cut] + ending.lower()


def lemma(word: str, language: str) -> str:
    """The base form of a lower-case word; the word itself where the list lacks it."""
    return known_lemma(word, language) or word


def is_word(word: str, language: str) -> bool:
    """Whether the language's list has this form."""
    return word in _trie(language)
