"""What kind of answer a question waits for, and words that usually are answered somewhere else.

"How fast do we answer?" wants a time, "who decides?" somebody: a passage without either is a poor answer, however
many other words it shares. A question about parking is not for a social media policy, unless the text does
speak of parking.
"""

from __future__ import annotations

from itertools import pairwise

from vigor.language.words import listed

_TIME_UNITS = """
    second seconds minute minutes hour hours day days week weeks month months year years daily weekly monthly hourly yearly
    immediately tomorrow weekend weekends deadline sekund sekunder minut minuter min timme timmar dag dagar dagen vecka
    veckor veckan månad månader månaden år dygn genast omedelbart dagligen veckovis senast helg helger arbetsdag arbetsdagar
    monday tuesday wednesday thursday friday saturday sunday måndag tisdag onsdag torsdag fredag lördag söndag
    morning afternoon evening förmiddag eftermiddag kväll twice quarterly annually årligen kvartal
"""
_SIZE_UNITS = """
    character characters word words line lines page pages sentence sentences letters tecken ord rader sidor meningar bokstäver
    mb kb gb pixel pixels px percent kort lång långa short long seconds sekunder minutes minuter maximum minimum max min
    limit limits storlek size a3 a4 gräns
"""
_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty hundred thousand once twice half quarter dozen
    en ett två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo hundra tusen hälften kvart maximum minimum max several
    flera
"""
_PEOPLE = """
    manager managers team teams department departments lead leads leader group officer director board committee editor
    admin administrator administrators representative spokesperson supervisor coordinator counsel legal staff owner
    person colleague ceo moderator maintainer maintainers advocate advocates
    chef chefen chefer teamet avdelning avdelningen styrelse styrelsen kommitté kommittén ansvarig ansvarige grupp gruppen redaktör
    talesperson kommunikatör samordnare juristen jurist ledning ledningen ägare presschef presstjänst sekreterare ordförande
    arbetsgrupp arbetsgruppen kommunikationsavdelningen kommunikation facket moderator administratör
"""
_PLACES = """
    channel channels page site website link url slack email mail form inbox folder wiki repository forum document address
    intranet portal kanal kanalen sida sidan webbplats hemsida länk mejl mejla e formulär mapp forum dokument adress intranät
    intranätet anslagstavla anslagstavlan www http https
"""

KINDS: dict[str, tuple[str, ...]] = {}
"""Word of a text → the kinds of answer that it may be part of."""

for _kind, _words in (
    ("%time", _TIME_UNITS),
    ("%size", _SIZE_UNITS),
    ("%number", _NUMBERS),
    ("%who", _PEOPLE),
    ("%where", _PLACES),
):
    for _word in _words.split():
        KINDS[_word] = (*KINDS.get(_word, ()), _kind)

_AFTER_HOW = {
    "en": {
        "long": ("%time", "%size"),
        "fast": ("%time",),
        "quick": ("%time",),
        "quickly": ("%time",),
        "soon": ("%time",),
        "often": ("%time",),
        "many": ("%number",),
        "much": ("%number",),
        "big": ("%size", "%number"),
        "large": ("%size", "%number"),
    },
    "sv": {
        "länge": ("%time",),
        "lång": ("%time", "%size"),
        "långt": ("%time", "%size"),
        "långa": ("%time", "%size"),
        "snabbt": ("%time",),
        "fort": ("%time",),
        "snart": ("%time",),
        "ofta": ("%time",),
        "många": ("%number",),
        "mycket": ("%number",),
        "stor": ("%size", "%number"),
        "stora": ("%size", "%number"),
    },
}
_FIRST = {
    "en": {"who": ("%who",), "whom": ("%who",), "where": ("%where",), "when": ("%time",)},
    "sv": {"vem": ("%who",), "vilka": ("%who",), "var": ("%where",), "vart": ("%where",), "när": ("%time",)},
}
_ANYWHERE = {"en": {"who": ("%who",), "whom": ("%who",)}, "sv": {"vem": ("%who",)}}


def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds of answer that a word of a text may be part of."""
    if word[0].isdigit():
        return ("%number", "%size", "%time") if ":" in word else ("%number", "%size")
    return KINDS.get(word, ())


def wanted_kinds(tokens: list[str], language: str) -> tuple[str, ...]:
    """The kinds of answer that a question waits for; empty where anything will do."""
    after = _AFTER_HOW[language]
    for one, other in pairwise(tokens):
        if one in ("how", "hur") and other in after:
            return after[other]
    if tokens and tokens[0] in _FIRST[language]:
        return _FIRST[language][tokens[0]]
    return next((kinds for word, kinds in _ANYWHERE[language].items() if word in tokens), ())


def asks_kind(tokens: list[str], language: str) -> frozenset[int]:
    """Where the words stand that only say what kind of answer is waited for ("fast" in "how fast")."""
    return frozenset(
        at + 1
        for at, (one, other) in enumerate(pairwise(tokens))
        if one in ("how", "hur") and other in _AFTER_HOW[language]
    )


_WHAT = listed("what whats which vad vilken vilket vilka")


def asks_what(tokens: list[str]) -> bool:
    """Whether a question starts by asking for a thing by name: "which", "vad"."""
    return bool(tokens) and tokens[0] in _WHAT
