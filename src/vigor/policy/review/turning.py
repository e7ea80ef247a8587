"""How one clause of a sentence is turned into its opposite: the ways, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vigor.language.words import listed
from vigor.policy.review.antonyms import Antonyms
from vigor.policy.review.swedish import infinitive_of_command, is_present

JOINERS = {"sv": listed("och men samt"), "en": listed("and but or")}
_COPULA = {
    "sv": listed("är vara var blir bli förblir känns låter agerar"),
    "en": listed("are is be being remain remains stay stays feel become"),
}
_NOT = {"sv": listed("inte aldrig ej inga"), "en": listed("not never")}
_POSSESSIVE = listed("din ditt dina sin sitt sina er ert era vår vårt våra your our their")
_ENDS_A_PHRASE = listed("""
    i på mot med för när om till av vid ut utan även alltid alla in on to with towards when about at for as by without all
    """)
_MARKS = {
    "sv": {(verb, "av") for verb in ("präglas", "prägla", "kännetecknas", "genomsyras")}
    | {("står", "för"), ("stå", "för")},
    "en": {(verb, "by") for verb in ("characterised", "characterized", "marked", "guided", "driven")}
    | {("stand", "for"), ("stands", "for"), ("based", "on")},
}
_WITH = {"sv": ("med", "utan"), "en": ("with", "without")}
_MODAL_EN = listed("can will must should shall may could would")
_BE_EN = listed("are is am was were")
_NEUTER_NOUNS = (
    "håll", "språk", "arbete", "ande", "ende", "skap", "sätt", "svar", "jobb", "klimat", "material", "samtal", "stöd",
    "intryck", "förhållningssätt", "omdöme", "rykte", "förtroende", "råd", "beslut",
)  # fmt: skip

Tokens = list[str]
"""The words and signs of a clause; a turn changes them where they stand and says whether it did."""

Turn = Callable[[Tokens, Antonyms, str], bool]


def _without_not(clause: Tokens, known: Antonyms, language: str) -> bool:
    for place, token in enumerate(clause):
        word = token.lower().replace("’", "'")
        if language == "en" and word in ("don't", "doesn't", "cannot", "can't", "won't"):
            clause[place : place + 1] = {"cannot": ["can"], "can't": ["can"], "won't": ["will"]}.get(word, [])
            return True
        if word in _NOT[language] and clause[place - 1 : place] != ["than"]:
            del clause[place]
            if language == "en":
                if place and clause[place - 1].lower() in ("do", "does"):
                    del clause[place - 1]
                clause[:] = ["and" if other == "nor" else other for other in clause]
            return True
    return False


def _by_phrase(table: Mapping[tuple[str, ...], str], clause: Tokens, shortest: int) -> bool:
    """Replace the longest expression of the table that stands in the clause."""
    lower = [token.lower() for token in clause]
    for size in range(4, shortest - 1, -1):
        for start in range(len(lower) - size + 1):
            other = table.get(tuple(lower[start : start + size]))
            if other is not None:
                clause[start : start + size] = other.split()
                return True
    return False


def _by_fixed_verb(clause: Tokens, known: Antonyms, language: str) -> bool:
    return _by_phrase(known.verbs, clause, 2)


def _by_manner(clause: Tokens, known: Antonyms, language: str) -> bool:
    """Everything that says how: "är ärliga och öppna", "med respekt", "snabbt och tydligt"."""
    shown = clause[0].lower() in ("visa", "show") and _by_noun(clause, known, language)
    done = _by_phrase(known.phrases, clause, 2) or shown
    preposition, without = _WITH[language]
    lower = [token.lower() for token in clause]
    copula = min((lower.index(word) for word in _COPULA[language] if word in lower), default=None)
    for place, word in enumerate(lower[: len(clause)]):
        before = lower[place - 1] if place else ""
        following = lower[place + 1 : place + 3]
        if (
            word == preposition
            and any(other in known.nouns for other in following)
            and not _POSSESSIVE & set(following)
        ):
            clause[place] = without
            done = True
        elif (
            copula is not None
            and place > copula
            and word in known.adjectives
            and not _attributive(lower, place, known, language)
        ):
            form = (
                2
                if lower[0] in ("vi", "alla")
                or (
                    clause[place - 1].lower() in ("vara", "är") and lower[0].endswith(("a", "er", "or", "ar"))
                )
                else 0
            )
            done = _replace(clause, place, known, language, form=form) or done
        elif (
            word in known.adverbs
            and before not in ("ett", "det", "med", "a", "the", "with")
            and not _attributive(lower, place, known, language)
        ):
            done = _replace(clause, place, known, language) or done
    return done


def _attributive(lower: Tokens, place: int, known: Antonyms, language: str) -> bool:
    """Whether an adjective stands before its noun: "tydligt och enkelt språk", and not "är goda och glada"."""
    after = place + 1
    while after + 1 < len(lower) and (lower[after] == "," or lower[after] in JOINERS[language]):
        if lower[after + 1] not in known.adjectives:
            return False
        after += 2
    following = lower[after] if after < len(lower) else ""
    return following[:1].isalpha() and following not in _ENDS_A_PHRASE and following not in JOINERS[language]


def _by_adjective(clause: Tokens, known: Antonyms, language: str) -> bool:
    """The first adjectives before a noun: "bra innehåll", "in an open and honest way"."""
    done = False
    for place, token in enumerate(clause):
        word = token.lower()
        before_practice = clause[place + 1 : place + 2] in (["practice"], ["practices"])
        if word in known.adjectives and not before_practice:
            done = _replace(clause, place, known, language)
        elif done and word not in JOINERS[language] and word != ",":
            break
    return done


def _by_verb(clause: Tokens, known: Antonyms, language: str) -> bool:
    return _by_phrase(known.verbs, clause[:], 1) and _by_phrase(known.verbs, clause, 1)


def _by_adverb(clause: Tokens, known: Antonyms, language: str) -> bool:
    return _by_phrase(known.phrases, clause, 1)


def _by_noun(clause: Tokens, known: Antonyms, language: str) -> bool:
    """ "Öppenhet för olika perspektiv" → "Slutenhet för …": where a value opens the sentence, or is shown."""
    for place, token in enumerate(clause[:3]):
        if token.lower() in known.nouns and (
            place == 0 or clause[place - 1].lower() in ("visa", "visar", "show", "shows")
        ):
            clause[place] = known.nouns[token.lower()]
            return True
    return False


def _by_what_marks(clause: Tokens, known: Antonyms, language: str) -> bool:
    """ "präglas av respekt och omtanke", "stand for trust": every value in the row is turned."""
    lower = [token.lower() for token in clause]
    start = next(
        (at + 1 for at in range(1, len(lower)) if (lower[at - 1], lower[at]) in _MARKS[language]), len(lower)
    )
    done = False
    for place in range(start, len(lower)):
        if lower[place] in known.nouns:
            clause[place] = known.nouns[lower[place]]
            done = True
        elif lower[place] != "," and lower[place] not in JOINERS[language]:
            break
    return done


TURNS: tuple[Turn, ...] = (
    _without_not,
    _by_what_marks,
    _by_fixed_verb,
    _by_manner,
    _by_adverb,
    _by_adjective,
    _by_verb,
    _by_noun,
)


def turn_what_is_joined(clause: Tokens, known: Antonyms, language: str) -> None:
    """In "listen … and respond in a timely manner" the second half says how, too."""
    joiner = next(
        (place for place, token in enumerate(clause) if token.lower() in JOINERS[language]), len(clause)
    )
    rest = clause[joiner + 1 :]
    if _by_phrase(known.phrases, rest, 2):
        clause[joiner + 1 :] = rest


def _replace(clause: Tokens, place: int, known: Antonyms, language: str, *, form: int | None = None) -> bool:
    word = clause[place].lower()
    if word in known.adverbs and (word,) in known.phrases:
        clause[place] = known.phrases[(word,)]
        return True
    forms = known.adjectives.get(word)
    if forms is None:
        return False
    clause[place] = forms[0] if len(forms) == 1 else forms[_form(clause, place) if form is None else form]
    return True


def _form(clause: Tokens, place: int) -> int:
    """Which form an opposite takes where the word itself ("bra") doesn't tell: 0 common, 1 neuter, 2 plural."""
    before = clause[place - 1].lower() if place else ""
    following = clause[place + 1].lower() if place + 1 < len(clause) else ""
    if before == "ett":
        return 1
    if before in ("våra", "alla", "de") or following.endswith(("ar", "er", "or")):
        return 2
    if not following.isalpha() or following in JOINERS["sv"]:
        return 1
    return 1 if following.endswith(_NEUTER_NOUNS) else 0


def negate(clause: Tokens, language: str, *, first: bool) -> bool:
    """Put "inte" or "don't" where it belongs: "Vi lyssnar inte", "We don't listen", "Lyssna inte"."""
    place = 0 if not first or clause[0].lower() in JOINERS[language] else None
    start = 1 if clause[0].lower() in (*JOINERS[language], ",") else 0
    lower = [token.lower() for token in clause]
    if language == "sv":
        return _negate_swedish(clause, lower, start, joined=place == 0)
    return _negate_english(clause, lower, start, joined=place == 0)


def _negate_swedish(clause: Tokens, lower: Tokens, start: int, *, joined: bool) -> bool:
    verb = start + (1 if lower[start : start + 1] == ["vi"] else 0)
    if verb >= len(lower):
        return False
    finite = is_present(lower[verb]) and (joined or verb > start)
    command = not joined and start == 0 and verb == 0 and infinitive_of_command(lower[0]) is not None
    if not finite and not command:
        return False
    after = verb + 1 + (lower[verb + 1 : verb + 2] in (["oss"], ["dig"], ["er"]))
    clause.insert(after, "inte")
    return True


def _negate_english(clause: Tokens, lower: Tokens, start: int, *, joined: bool) -> bool:
    subject = lower[start : start + 1] == ["we"]
    verb = start + subject
    if verb >= len(lower) or not (subject or joined) or not lower[verb].isalpha():
        return False
    if lower[verb] in _BE_EN | _MODAL_EN:
        clause.insert(verb + 1, "not")
        return True
    if lower[verb].endswith("s") and not subject:
        return False
    clause.insert(verb, "don’t")
    return True
