"""The opposite test: if nobody would sign the opposite of a sentence, the sentence says nothing.

"Vi är hjälpsamma och sprider inte rykten" → "Vi är ohjälpsamma och sprider rykten". Each clause is turned once:
a negation is taken away, else words that say how are replaced by their opposites, else another word that has an
opposite is, else the verb is negated. What a sentence is for ("för att …", "so that …") is left out: the opposite
of a means has no use for the end.
"""

from __future__ import annotations

import re

from vigor.language.words import listed
from vigor.policy.review.antonyms import Antonyms, antonyms
from vigor.policy.review.swedish import is_present
from vigor.policy.review.turning import JOINERS, TURNS, Tokens, negate, turn_what_is_joined

_LONGEST = 24
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_LABEL = re.compile(r"^\s*(?:\d{1,3}[.)]\s*)?(?:[^\s:]+\s){0,2}[^\s:]+:\s+(?=\S)")
_NUMBER = re.compile(r"^\s*(?:\d{1,3}(?:\.\d+)*[.)]?\s+|[-*•]\s+)")
_PURPOSE = {
    "sv": re.compile(r",?\s+(?:för att|så att|i syfte att|eftersom|då vi)\b.*$", re.IGNORECASE),
    "en": re.compile(
        r",?\s+(?:so that|in order to|so as to|because|since|to (?=\w+ (?:that|the|our|a)\b)).*$",
        re.IGNORECASE,
    ),
}
_DEPENDENT = {
    "sv": listed("som att när där vilket vilka medan"),
    "en": listed("that which who when if where while"),
}
_SILENT_H = ("honest", "hour", "honour", "honor", "heir")
_Y_SOUND = ("uni", "use", "usa", "user", "one")


def opposite(sentence: str, language: str) -> str | None:
    """The opposite of a sentence in "sv" or "en", as a sentence; None where no good one can be made.

    A label before a colon ("Respekt: Visa hänsyn") and a list number are left out.
    """
    text = _PURPOSE[language].sub("", _NUMBER.sub("", sentence.strip()).rstrip(" .!…"))
    if not text or text.endswith(("?", ":")):
        return None
    text = _LABEL.sub("", text) or text
    tokens = _TOKEN.findall(text)
    if not 1 < len(tokens) <= _LONGEST:
        return None
    known = antonyms(language)
    clauses = _clauses(tokens, language, known)
    turned = [_turn(clause, known, language, first=not number) for number, clause in enumerate(clauses)]
    if not turned or not all(turned):
        return None
    return _written([token for clause in clauses for token in clause], language)


def _turn(clause: Tokens, known: Antonyms, language: str, *, first: bool) -> bool:
    """Turn one clause where it stands; False if nothing could be turned."""
    main = next(
        (
            place
            for place, token in enumerate(clause)
            # "Vårt mål är att vara öppna": what we are to be is what is said.
            if place
            and token.lower() in _DEPENDENT[language]
            and [word.lower() for word in clause[place - 1 : place + 2]] != ["är", "att", "vara"]
        ),
        None,
    )
    head, tail = clause[:main], clause[main:] if main is not None else []
    done = any(turn(head, known, language) for turn in TURNS) or negate(head, language, first=first)
    if done and first:
        turn_what_is_joined(head, known, language)
    clause[:] = head + tail
    return done


def _clauses(tokens: Tokens, language: str, known: Antonyms) -> list[Tokens]:
    """The sentence cut before each joined verb: "Vi är hjälpsamma | och sprider inte rykten"."""
    found: list[Tokens] = [[]]
    following = [*(word.lower() for word in tokens[1:]), ""]
    for place, (word, after) in enumerate(zip(tokens, following, strict=True)):
        joins = word == "," or word.lower() in JOINERS[language]
        if place and joins and _opens(after, language, known):
            found.append([])
        found[-1].append(word)
    return [clause for clause in found if clause]


def _opens(word: str, language: str, known: Antonyms) -> bool:
    if language == "sv":
        return word in ("vi", "inte", "aldrig") or is_present(word)
    verb = any(
        words[0] == word for words in known.verbs if word not in known.nouns and word not in known.adjectives
    )
    return word in ("we", "don't", "don’t", "do", "never", "always", "are") or verb


def _written(tokens: Tokens, language: str) -> str:
    """Tokens as a sentence: blanks, a capital, the English article that fits, a full stop."""
    if language == "en":
        for place, token in enumerate(tokens[:-1]):
            if token.lower() in ("a", "an"):
                tokens[place] = (
                    ("An" if _vowel(tokens[place + 1]) else "A")
                    if token[0] == "A"
                    else ("an" if _vowel(tokens[place + 1]) else "a")
                )
    text = re.sub(r"\s+([,.;:!?)”])", r"\1", " ".join(tokens))
    text = re.sub(r"([(“])\s+", r"\1", text)
    return text[0].upper() + text[1:] + "."


def _vowel(word: str) -> bool:
    low = word.lower()
    return low.startswith(_SILENT_H) or (
        low[0] in "aeiou" and not (low.startswith(_Y_SOUND) and not low.startswith(("unin", "unim")))
    )
