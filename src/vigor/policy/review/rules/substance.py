"""Whether a sentence says anything: the opposite test."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from vigor.language.lemmas import lemma
from vigor.language.stopwords import STOP_WORDS
from vigor.policy.review.antonyms import antonyms
from vigor.policy.review.hint import Both
from vigor.policy.review.opposite import opposite
from vigor.policy.review.pieces import Piece, Sentence
from vigor.policy.review.rule import PROSE, Finding, Reading, Rule, Told, by_sentence, en, same, sv
from vigor.policy.review.swedish import adjective

SHORTEST, LONGEST = 2, 26
# Of ten words that carry meaning, one may be of a kind that the lists lack.
_UNKNOWN_SHARE = 0.12
_NAME = re.compile(r"(?<=[a-zåäö,;] )[A-ZÅÄÖ]\w+")
_LABEL = re.compile(r"^[\W\d]*(?:[^\W\d][^:.!?\n]{0,30}:\s+)?")
_SAID = re.compile(
    r"[?#@…]|\d|(?:^|, )om\b|\bom (?:du|vi|man|någon|det|den|en|ett|ni|de|hen|kunden)\b|\b(?:vi|we) (?:också|also)? ?(?:inte|don['’]t)? ?(?:brukar|svarar|rättar)"
)
_DENIAL = re.compile(r"\b(?:inte|aldrig|ej|inga|ingen|inget|not|never|no)\b|n['’]t\b", re.IGNORECASE)
_RULES = re.compile(
    r"\b(?:lag|lagen|lagar|lagstiftning|riktlinjer\w*|regel\w*|regler|bestämmelser|policyn?|law|laws|regulations?|rules?|guidelines?|policy|policies|code of conduct|standards)\b",
    re.IGNORECASE,
)


# One follows rules, and also accounts; keeps promises, and also receipts.
_VERBS_OF_ANYTHING = frozenset(
    [
        "follow",
        "follows",
        "keep",
        "keeps",
        "own",
        "owns",
        "observe",
        "observes",
        "följer",
        "följa",
        "följ",
        "håller",
        "hålla",
        "håll",
        "skapar",
        "skapa",
        "bygger",
        "bygga",
        "bygg",
        "create",
        "creates",
        "build",
        "builds",
        "söker",
        "help",
        "helps",
        "include",
        "includes",
        "enable",
        "enables",
    ]
)


class _Words(NamedTuple):
    values: frozenset[str]
    empty: frozenset[str]
    concrete: frozenset[str]
    vices: frozenset[str]
    phrases: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    text = files("vigor.policy.review").joinpath("data/hollow.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(text)[language]
    pairs = antonyms(language)
    values = set(lists["values"].split()) | set(pairs.adjectives) | set(pairs.nouns) | set(pairs.adverbs)
    values |= {words[0] for words in pairs.verbs if len(words) == 1} - _VERBS_OF_ANYTHING
    empty = set(lists["empty"].split())
    if language == "sv":
        empty |= {form for word in lists["empty"].split() if len(word) > 3 for form in adjective(word)}
        values |= {form for word in lists["values"].split() if len(word) > 3 for form in adjective(word)}
    phrases = "|".join(re.escape(" ".join(phrase.split())) for phrase in lists["phrases"].split("|"))
    return _Words(
        frozenset(values),
        frozenset(empty),
        frozenset(lists["concrete"].split()),
        frozenset(lists["vices"].split()),
        re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE),
    )


def is_hollow(text: str, language: str) -> bool:
    """Whether a sentence in "sv" or "en" could stand in any organisation's policy: values, and nothing else.

    No number, name, quotation, condition or contrast; hardly a word that isn't a value or empty.
    """
    known = _words(language)
    bare = _LABEL.sub("", text)
    if _SAID.search(bare) or _NAME.search(bare):
        return False
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", bare.lower())
    phrase = known.phrases.search(bare)
    # "Think before you post" sets no condition, though "before" does elsewhere.
    outside = bare[: phrase.start()] + bare[phrase.end() :] if phrase else bare
    said = set(re.findall(r"[^\W\d_]+", outside.lower()))
    if not SHORTEST < len(tokens) <= LONGEST or known.concrete & said:
        return False
    content = [word for word in tokens if word not in STOP_WORDS[language] or word in known.values]
    vices = [word for word in content if word in known.vices or lemma(word, language) in known.vices]
    # Rumours come in numbers; "our reputation" is one, and something to lose.
    vices += [word for word in content if word in {"rykten", "ryktena"}]
    if vices and _DENIAL.search(bare):
        # To deny what nobody owns to is to say something that everybody says.
        content = [word for word in content if word not in vices and not _DENIAL.search(word)]
        if not content:
            return True
    worth = [word for word in content if word in known.values or lemma(word, language) in known.values]
    unknown = [word for word in content if word not in worth and not _is_empty(word, language, known)]
    if phrase:
        return len(unknown) <= 1 + len(content) // 6
    return (
        bool(worth or (vices and _DENIAL.search(bare)))
        and len(content) + len(vices) > 1
        and len(unknown) <= _UNKNOWN_SHARE * len(content)
    )


def count_values(text: str, language: str) -> int:
    """How many of a sentence's words everybody signs."""
    known = _words(language)
    tokens = re.findall(r"[^\W\d_]+", _LABEL.sub("", text).lower())
    return sum(word in known.values or lemma(word, language) in known.values for word in tokens)


def _is_empty(word: str, language: str, known: _Words) -> bool:
    if word in known.empty or lemma(word, language) in known.empty:
        return True
    return "-" in word and all(part in known.empty | known.values for part in word.split("-"))


@by_sentence(*PROSE)
def _truisms(sentence: Sentence, piece: Piece, reading: Reading) -> Iterator[Finding]:
    if not is_hollow(sentence.own, reading.language):
        return
    turned = opposite(sentence.text, reading.language)
    variant = "" if turned else "rules" if _RULES.search(sentence.text) else "no-opposite"
    if variant == "no-opposite" and count_values(sentence.own, reading.language) < 2:
        return
    yield Finding(
        piece, sentence.span, variant, {"opposite": same(turned or "")}, confidence=0.8 if turned else 0.65
    )


_MEND = Both(
    "Skriv vad det betyder hos er: vad någon gör, i vilket läge, hur fort. Eller stryk meningen.",
    "Write what it means where you are: what somebody does, when, how fast. Or strike the sentence.",
)

TRUISM = Rule(
    "truism",
    Both("sant för alla", "true for anyone"),
    {
        "": Told(
            Both("Motsatsen: ”{opposite}” Det skulle ingen skriva under, så meningen säger inget om just er.", "The opposite: “{opposite}” Nobody would sign that, so the sentence says nothing about you."),
            _MEND,
        ),
        "rules": Told(
            Both("Att regler ska följas gäller för alla, överallt. Det säger inget om just er.", "That rules are to be followed is true for anyone, anywhere. It says nothing about you."),
            Both("Skriv vilken regel det är, och vad den betyder för den som ska posta något i dag.", "Write which rule it is, and what it means for somebody who is about to post today."),
        ),
        "no-opposite": Told(
            Both("Bara värdeord som alla håller med om, och inget om vad ni gör.", "Only words of value that everybody agrees with, and nothing about what you do."),
            _MEND,
        ),
    },
    "The opposite test: a claim whose opposite nobody would make tells nothing (after Popper's demand that a claim must be able to be wrong)",
    _truisms,
    flags=(
        sv("Var professionell och trevlig."),
        sv("Vi är hjälpsamma och sprider inte rykten."),
        sv("Vi skapar engagerande innehåll som bygger relationer."),
        sv("Vi kränker eller mobbar aldrig någon."),
        sv("Vi är hjälpsamma och respektfulla i all kommunikation."),
        sv("Använd sunt förnuft."),
        sv("Vi följer gällande lagar och regler."),
        sv("Respekt: Visa hänsyn för olika perspektiv"),
        sv("Vi arbetar för en öppen och ärlig dialog med våra kunder."),
        en("Use common sense."),
        en("We are helpful and don’t spread rumours."),
        en("We create engaging content that builds relationships."),
        en("We never harass or insult anyone."),
        en("Follow the law."),
        en("We always communicate in an open and honest way."),
        en("Be respectful and professional at all times."),
        en("We value transparency and trust."),
    ),
    passes=(
        sv("Vi svarar samma arbetsdag."),
        sv("Vi är hellre tydliga än artiga."),
        sv("Vi sprider inte rykten om konkurrenter före bokslutet."),
        sv("Vi bygger inte vårt rykte på någon annans."),
        sv("Vi svarar inte på hot; vi polisanmäler dem samma dag."),
        sv("Vi säger att vi jobbar här när vi pratar om det vi säljer."),
        sv("Var ärlig om vad reparationen kostar."),
        en("We answer within two hours."),
        en("We would rather be clear than polite."),
        en("We don’t repeat rumours about competitors before the annual report."),
        en("We don’t answer threats; we report them to the police the same day."),
        en("Be honest about what the repair costs."),
        en("We say who paid for the trip."),
    ),
)  # fmt: skip
