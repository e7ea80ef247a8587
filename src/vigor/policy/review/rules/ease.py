"""Whether somebody outside can read it: length, long words, abbreviations; and whether it sounds like a person."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from vigor.language.lemmas import is_word
from vigor.policy.review.hint import Both
from vigor.policy.review.pieces import Piece, Sentence
from vigor.policy.review.rule import LONGEST, PROSE, Finding, Reading, Rule, Told, by_sentence, en, same, sv

LONG_WORD = 6
TOO_LONG = 40
"""Words of a sentence beyond which a reader loses its beginning. Plain-language guides advise 15–20 on average."""
DENSE = ((33, 66.0), (20, 78.0), (14, 95.0))
"""Words and LIX from which a sentence is hard. Found by trial: the index of one short sentence says little."""
HARD_POINT, FEWEST_WORDS, FEWEST_SENTENCES = 60.0, 60, 3
"""LIX from which a whole piece is very hard (Björnsson's own limit), where it is long enough for the index to mean something."""

_ABBREVIATION = re.compile(
    r"(?<![\w@#/.-])[A-ZÅÄÖ][A-ZÅÄÖ&]{1,6}(?=(?:[:’'](?:n|s|er|ar|en)\b|s\b)?(?![\w/-]))"
)
_SHOUTED = re.compile(r"\b[A-ZÅÄÖ]{2,}[ ,]+[A-ZÅÄÖ]{2,}\b")
_NO_WORDS = re.compile(r"[^\w\s]")


def lix(sentences: list[list[str]]) -> float:
    """The readability index of a text: words a sentence + per cent of words longer than six letters.

    Björnsson, "Läsbarhet" (1968): under 30 very easy, 40–50 ordinary newspaper, over 60 very hard. Anderson, "Lix and
    Rix: variations on a little-known readability index" (Journal of Reading 26, 1983) found it to hold for English too.
    """
    every = [word for sentence in sentences for word in sentence]
    if not every:
        return 0.0
    long = sum(len(word) > LONG_WORD for word in every)
    return len(every) / len(sentences) + 100 * long / len(every)


@cache
def _known() -> frozenset[str]:
    text = files("vigor.policy.review").joinpath("data/abbreviations.toml").read_text(encoding="utf-8")
    return frozenset(str(tomllib.loads(text)["known"]).split())


def unexplained(sentence: str, whole: str, language: str) -> Iterator[tuple[str, int]]:
    """The abbreviations of a sentence, with where they stand, that neither a reader knows nor the whole text explains."""
    if _SHOUTED.search(sentence) or sentence.upper() == sentence:
        return
    for found in _ABBREVIATION.finditer(sentence):
        short = found.group()
        if short in _known() or (len(short) > 3 and is_word(short.lower(), language)):
            continue
        if not _explained(short, whole):
            yield short, found.start()


def _explained(short: str, whole: str) -> bool:
    """Whether a text says what an abbreviation stands for: "Long Words (LW)", "LW (long words)", "LW stands for"."""
    each = re.escape(short)
    return bool(
        re.search(
            rf"\w[^.(\n\w]{{0,3}}\((?:[^()\n]{{0,30}}, ?)?{each}s?\)|\b{each} ?\([^)\n]{{0,60}}\w{{3}}|\b{each}(?:, | )(?:står för|betyder|är kort för|stands for|means|short for)\b",
            whole,
        )
    )


def _hard(reading: Reading) -> Iterator[Finding]:
    told: set[str] = set()
    for piece in reading.pieces:
        if piece.role not in PROSE and piece.role != "situation":
            continue
        alone = [finding for sentence in piece.sentences for finding in _hard_sentence(sentence, piece)]
        yield from alone or _hard_piece(piece)
        for sentence in piece.sentences:
            if len(sentence.text) > LONGEST:
                continue
            for short, start in unexplained(sentence.own, reading.whole, reading.language):
                if short not in told:
                    told.add(short)
                    place = sentence.span[0] + start
                    yield Finding(
                        piece,
                        (place, place + len(short)),
                        "abbreviation",
                        {"quote": same(short)},
                        confidence=0.75,
                    )


def _hard_sentence(sentence: Sentence, piece: Piece) -> Iterator[Finding]:
    count = len(sentence.words)
    index = lix([sentence.words])
    values = {"count": same(str(count)), "lix": same(str(round(index)))}
    if count >= TOO_LONG:
        yield Finding(piece, sentence.span, "", values, confidence=0.85)
    elif any(count >= fewest and index >= limit for fewest, limit in DENSE) and not _mostly_names(
        sentence.text
    ):
        yield Finding(piece, sentence.span, "lix", values, confidence=0.75)


def _hard_piece(piece: Piece) -> Iterator[Finding]:
    """Many sentences that are each bearable, and together too much."""
    sentences = [sentence.words for sentence in piece.sentences]
    count = sum(map(len, sentences))
    index = lix(sentences)
    if count >= FEWEST_WORDS and len(sentences) >= FEWEST_SENTENCES and index >= HARD_POINT:
        span = (piece.sentences[0].span[0], piece.sentences[-1].span[1])
        yield Finding(
            piece, span, "lix", {"count": same(str(count)), "lix": same(str(round(index)))}, confidence=0.75
        )


def _mostly_names(text: str) -> bool:
    found = _NO_WORDS.sub(" ", text).split()
    return sum(word[0].isupper() or word[0].isdigit() for word in found) > 0.5 * len(found)


HARD = Rule(
    "hard",
    Both("svårt för den som är ny", "hard for an outsider"),
    {
        "": Told(
            Both("Meningen har {count} ord. Den som läser har glömt början när slutet kommer.", "The sentence has {count} words. Its beginning is forgotten when the end comes."),
            Both("Dela den. En tanke i taget.", "Split it. One thought at a time."),
        ),
        "lix": Told(
            Both("Många långa ord på {count} ord (LIX {lix}; över 60 är mycket svårt).", "Many long words among {count} (LIX {lix}; over 60 is very hard)."),
            Both("Läs den högt för någon som är ny, och skriv det ni säger då.", "Read it aloud to somebody new, and write what you say then."),
        ),
        "abbreviation": Told(
            Both("”{quote}” förklaras ingenstans.", "“{quote}” isn’t explained anywhere."),
            Both("Skriv ut det första gången: ”hela namnet ({quote})”. Eller använd ett vanligt ord.", "Write it out the first time: “the whole name ({quote})”. Or use an ordinary word."),
        ),
    },
    "LIX: C.-H. Björnsson, Läsbarhet (1968); for English J. Anderson, Journal of Reading 26 (1983)",
    _hard,
    flags=(
        sv("Vi kontaktar KFE innan vi svarar."),
        sv(
            "Kommunikationsavdelningens verksamhetsansvariga koordinerar organisationsövergripande informationsinsatser tillsammans med respektive verksamhetsområdes "
            "kommunikationsansvariga kontaktpersoner inför kommande publiceringar genom kommunikationsplattformens redaktionsgränssnitt."
        ),
        sv("När vi svarar " + "och sedan skriver till någon som kan " * 6 + "så hör vi av oss."),
        en("We ask the BCPQ team first."),
        en(
            "Organisational communication professionals coordinate interdepartmental information dissemination activities alongside designated "
            "representatives throughout participating administrative departments, following established institutional procedures."
        ),
        en("When we answer " + "and then write to someone who may know it " * 5 + "we get in touch."),
    ),
    passes=(
        sv("Vi kontaktar kundforum för el (KFE) innan vi svarar."),
        sv("EU och GDPR känner de flesta till."),
        sv("Kunden skriver MED VERSALER att vi är bedragare."),
        sv("Vi hjälper den som undrar, samma dag."),
        en("We ask the board of care (BCPQ) first."),
        en("The FAQ on our page answers it."),
        en("The customer writes IN CAPITALS."),
    ),
)  # fmt: skip


@cache
def _stiff_words(language: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """The strong and the weak words, each as one pattern with numbered groups, and what to write instead."""
    text = files("vigor.policy.review").joinpath("data/stiff.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)[language]
    return tuple(_compiled(lists[strength]) for strength in ("strong", "weak"))


def _compiled(words: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    groups = {f"g{number}": instead for number, instead in enumerate(words.values())}
    pattern = "|".join(f"(?P<g{number}>{key.replace('~', '[a-zåäö]*')})" for number, key in enumerate(words))
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE), groups


@by_sentence(*PROSE)
def _stiff(sentence: Sentence, piece: Piece, reading: Reading) -> Iterator[Finding]:
    (strong, instead), (weak, lighter) = _stiff_words(reading.language)
    found = list(strong.finditer(sentence.own))
    light = list(weak.finditer(sentence.own))
    if not found and len({each.lastgroup for each in light}) < _weak_needed(sentence):
        return
    first = (found or light)[0]
    better = instead[first.lastgroup or ""] if found else lighter[first.lastgroup or ""]
    span = (sentence.span[0] + first.start(), sentence.span[0] + first.end())
    values = {"quote": same(first.group().strip()), "instead": same(better)}
    yield Finding(piece, span, "" if found else "weak", values, confidence=0.8 if found else 0.65)


def _weak_needed(sentence: Sentence) -> int:
    """How many different weak words make a sentence stiff: three, and one more for every twelve words from 24 on."""
    return 3 + max(0, len(sentence.words) - 24) // 12


STIFF = Rule(
    "stiff",
    Both("stelt", "stiff"),
    {
        "": Told(
            Both("”{quote}” är kanslispråk.", "“{quote}” is officialese."),
            Both("Pröva: {instead}.", "Try: {instead}."),
        ),
        "weak": Told(
            Both("Flera ord på en gång som ingen säger vid fikabordet, först ”{quote}”.", "Several words at once that nobody says over coffee, the first “{quote}”."),
            Both("Pröva: {instead}. Läs högt och stryk det som låter som ett brev.", "Try: {instead}. Read it aloud and strike what sounds like a letter."),
        ),
    },
    "Our own lists, after the idea of Svarta listan (Ds 2011:10) and of plainlanguage.gov",
    _stiff,
    flags=(
        sv("Vi tillhandahåller information avseende öppettider."),
        sv("Det åligger oss att svara."),
        sv("Erfordras ytterligare uppgifter hör vi av oss."),
        en("We utilise social media in order to facilitate dialogue."),
        en("We answer prior to closing."),
        en("We act in accordance with the handbook."),
    ),
    passes=(
        sv("Vi berättar när vi har öppet."),
        sv("”Ärendet är under handläggning” skriver vi inte."),
        sv("Vi svarar innan vi stänger, och även på lördagar."),
        en("We use social media to talk."),
        en("We don’t write “pursuant to your enquiry”."),
        en("We answer before we close."),
    ),
)  # fmt: skip
