"""Whom the policy speaks as: at people, from a distance, or as us."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from vigor.language.identify import LANGUAGES
from vigor.language.lemmas import is_word
from vigor.policy.document import Kind
from vigor.policy.review.hint import Both
from vigor.policy.review.pieces import Piece, Sentence
from vigor.policy.review.rule import PROSE, Finding, Reading, Rule, Told, by_sentence, en, same, sv
from vigor.policy.review.we import we_form

SERIES = 3
_AFTER_PREPOSITION = re.compile(
    r"\b(?:till|av|för|med|hos|bland|om|från|mellan|to|for|of|by|with|from|among|between)(?:\s+\w+){0,2}\s+\Z",
    re.IGNORECASE,
)
_OF_TOOLS = frozenset(
    [
        "allows",
        "permits",
        "supports",
        "requires",
        "does not allow",
        "does not permit",
        "takes (?:this",
        "these",
        "the",
        "its)",
        "kan komma att",
        "tillåter",
        "kräver",
        "stöder",
        "stödjer",
        "har rätt att",
    ]
)
_LEAD = r"^[\W\d]*(?:[^\W\d][^:.!?\n]{0,40}:\s+)?"


class _Voice(NamedTuple):
    at: re.Pattern[str]
    command: re.Pattern[str]
    distance: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _voice(language: str) -> _Voice:
    data = tomllib.loads(files("vigor.policy.review").joinpath("data/voice.toml").read_text(encoding="utf-8"))
    lists: dict[str, str] = data[language]
    patterns = (_at(lists, language), _command(lists), _distance(lists, language))
    at, command, distance = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    # Names begin with a capital, so here case counts.
    return _Voice(at, command, distance, re.compile(_named(lists, language)))


def _at(lists: dict[str, str], language: str) -> str:
    you = "du" if language == "sv" else "you"
    yours = (
        r"\byour(?: \w+){1,2} (?:should|must)\b"
        if language == "en"
        else r"\b(?:din|ditt|dina) \w+ (?:ska|bör|måste|får inte)\b"
    )
    turned = rf"|\b(?:{lists['duties_yours']}) du\b" if language == "sv" else ""
    return (
        rf"\b{you}(?: (?:alltid|inte|också|därför|also|always|therefore|only|personally))? (?:{lists['duties_yours']})\b{turned}|{yours}"
        rf"|\b(?P<people>{lists['people']})\b(?:(?:(?!\b(?:att|that)\b)[^,.;:\n…]){{0,60}}?|, [^,.\n]{{1,40}},) (?:{lists['duties']})\b|\b(?:{lists['decreed']})"
    )


def _command(lists: dict[str, str]) -> str:
    return rf"{_LEAD}(?:(?:please|vänligen|also|simply|just|alltid|when possible, |if possible, )\s*)?(?P<command>(?:{lists['commands']})\b)|^\W*(?:if|when|to|for|before|as|since|om|när|innan)\b[^.;]*?, (?:please )?(?P<later>(?:always|never|do not|don['’]t|make sure|be sure|ensure|tänk på|se till|undvik)\b)"


def _distance(lists: dict[str, str], language: str) -> str:
    s = "s" if language == "sv" else "['’]s?"
    between = r"(?: (?:därför|också|även|alltid|inte|här|also|always|therefore|fully|strongly|hereby))?"
    turned = (
        rf"|\b(?:har|anser|vill|önskar|förväntar|kräver) (?:{lists['bodies']}) (?:valt|beslutat|bestämt|antagit|att|sig)\b"
        if language == "sv"
        else ""
    )
    return rf"\b(?:{lists['bodies']}){between} (?:{lists['minds']})\b|\b(?:{lists['bodies']}){s} (?:\w+ )?(?:{lists['belongings']})\b{turned}"


def _named(lists: dict[str, str], language: str) -> str:
    """A name that thinks: "Exempel AB anser", "Acme expects", "GSA welcomes", "Acme’s commitment"."""
    name = r"[A-ZÅÄÖ][\w&.-]{0,40}(?: [A-ZÅÄÖ][\w&.-]{0,40}){0,3}(?: (?:kommun|stad|län))?"
    own = "" if language == "sv" else rf"|\b(?P<owner>{name})['’]s? (?:\w+ )?(?:{lists['belongings']})\b"
    # A tool allows and requires too; only who has a will of their own is far away.
    minds = "|".join(each for each in lists["minds"].split("|") if each not in _OF_TOOLS)
    return rf"\b(?P<name>{name})(?: (?:and|och) \w+)? (?:{minds})\b{own}"


@by_sentence(*PROSE)
def _speaks_at(sentence: Sentence, piece: Piece, reading: Reading) -> Iterator[Finding]:
    # Whoever reads what they can expect of us is a guest: "you" is the word for them.
    if piece.kind is Kind.EXPECT:
        return
    voice = _voice(reading.language)
    found = _told(voice, sentence.own)
    if found is None and piece.kind is not Kind.PLAYBOOK:
        found = voice.command.search(sentence.own)
    if found is None or _of_ourselves(sentence.own[: found.start()], reading.language):
        return
    start = found.start("command") if found.re is voice.command and found["command"] else found.start()
    proposal = we_form(sentence.text, reading.language)
    yield Finding(
        piece,
        (sentence.span[0] + start, sentence.span[0] + found.end()),
        "proposal" if proposal else "",
        {"quote": same(sentence.text[start : found.end()].strip(" ,")), "ours": same(proposal or "")},
        confidence=0.9 if found.re is voice.at else 0.75,
    )


def _told(voice: _Voice, text: str) -> re.Match[str] | None:
    """The first duty that somebody is told of; people after a preposition ("to all members") aren't who is told."""
    place = 0
    while found := voice.at.search(text, place):
        if found["people"] is None or not _AFTER_PREPOSITION.search(text, 0, found.start()):
            return found
        place = found.end("people")
    return None


def _of_ourselves(before: str, language: str) -> bool:
    """Whether what leads up to the words speaks as us: "we think that everyone should …"."""
    return bool(
        re.search(
            r"\b(?:vi|oss|vår|våra)\b[^.;:]*$" if language == "sv" else r"\b(?:we|us)\b[^.;:]*$",
            before,
            re.IGNORECASE,
        )
    ) and not re.search(r"\b(?:om|if|when|när)\b", before, re.IGNORECASE)


def _series(reading: Reading) -> Iterator[Finding]:
    """Three commands in a row or more: a list of orders. The first is where the hint stands."""
    voice = _voice(reading.language)
    for _, group in groupby(
        reading.pieces, key=lambda piece: piece.key if piece.role != "guideline" else "guidelines"
    ):
        row: list[tuple[Piece, Sentence]] = []
        for piece in group:
            if piece.role in PROSE and piece.kind not in (Kind.EXPECT, Kind.PLAYBOOK):
                for sentence in piece.sentences:
                    ordered = is_command(sentence.own, reading.language) and not voice.command.search(
                        sentence.own
                    )
                    row = [*row, (piece, sentence)] if ordered else row
        if len(row) >= SERIES:
            piece, sentence = row[0]
            yield Finding(
                piece,
                sentence.span,
                "series",
                {"quote": same(sentence.text.strip()), "count": same(str(len(row)))},
                confidence=0.7,
            )


def is_command(text: str, language: str) -> bool:
    """Whether a sentence opens with a verb that tells somebody to do something."""
    from vigor.policy.review.we import command_of

    return command_of(re.sub(_LEAD, "", text), language) is not None


def _at_people(reading: Reading) -> Iterator[Finding]:
    yield from _speaks_at(reading)
    yield from _series(reading)


@by_sentence(*PROSE)
def _from_afar(sentence: Sentence, piece: Piece, reading: Reading) -> Iterator[Finding]:
    voice = _voice(reading.language)
    found = voice.distance.search(sentence.own) or _thinking_name(voice.named, sentence.own, reading.language)
    if found:
        span = (sentence.span[0] + found.start(), sentence.span[0] + found.end())
        yield Finding(
            piece,
            span,
            values={"quote": same(found.group().strip())},
            confidence=0.9 if found.re is voice.distance else 0.75,
        )


def _thinking_name(pattern: re.Pattern[str], text: str, language: str) -> re.Match[str] | None:
    for found in pattern.finditer(text):
        groups = found.groupdict()
        name = groups.get("name") or groups.get("owner") or ""
        first = name.split()[0].lower().rstrip(".")
        if (
            len(name.split()) > 1
            or name[1:] != name[1:].lower()
            or not any(is_word(first, each) for each in LANGUAGES)
        ):
            return found
    return None


AT_PEOPLE = Rule(
    "at-people",
    Both("talar till folk", "speaks at people"),
    {
        "": Told(
            Both("”{quote}” talar till folk i stället för om vad vi gör. En order läser man; ett ”vi” är man med i.", "“{quote}” speaks at people instead of saying what we do. An order is read; a “we” is something one belongs to."),
            Both("Skriv vad vi gör: ”Vi …”.", "Write what we do: “We …”."),
        ),
        "proposal": Told(
            Both("”{quote}” talar till folk i stället för om vad vi gör. En order läser man; ett ”vi” är man med i.", "“{quote}” speaks at people instead of saying what we do. An order is read; a “we” is something one belongs to."),
            Both("Skriv vad vi gör, till exempel: ”{ours}”", "Write what we do, for example: “{ours}”"),
        ),
        "series": Told(
            Both("{count} uppmaningar på rad, den första ”{quote}”: det blir en lista med order.", "{count} commands in a row, the first “{quote}”: it becomes a list of orders."),
            Both("Skriv vad vi gör och varför: ”Vi …”.", "Write what we do and why: “We …”."),
        ),
    },
    "Vigör's own idea: a policy that people keep is written by those who are to keep it",
    _at_people,
    flags=(
        sv("Du ska alltid ange att åsikterna är dina egna."),
        sv("Anställda bör tänka på hur de uttrycker sig."),
        sv("Medarbetare får inte lämna ut uppgifter om kunder."),
        sv("Det är inte tillåtet att använda logotypen."),
        sv("Undvik att svara i affekt."),
        sv("Måste du svara gör du det inom en timme."),
        en("Employees must not share confidential information."),
        en("It is recommended to use a disclaimer."),
        en("Staff are expected to answer within a day."),
        en("You should never post anonymously."),
        en("Do not argue with customers."),
        en("## Posting {#posting}\n\n- Write short texts.\n- Answer every comment.\n- Link to the source."),
        sv("## Inlägg {#inlagg}\n\n- Skriv korta texter.\n- Svara på alla kommentarer.\n- Länka till källan."),
    ),
    passes=(
        sv("Vi svarar samma dag."),
        sv("Vi tycker att alla kollegor ska få säga nej."),
        sv("Du får gärna ta hjälp av oss."),
        sv("## Det här kan du vänta dig {#expect .expect}\n\n- Du ska få svar samma dag. {#svar}"),
        sv("Kunden skriver: ”Du ska be om ursäkt!”"),
        en("We answer the same day."),
        en("“You must be joking” is not an answer that we give."),
        en("Everyone can see what we changed."),
        en("## When somebody complains {#complaint kind=complaint}\n\n1. Thank them.\n2. Ask what happened.\n3. Say what comes next."),
    ),
)  # fmt: skip

DISTANCE = Rule(
    "distance",
    Both("talar på avstånd", "speaks from a distance"),
    {
        "": Told(
            Both("”{quote}” låter som om någon annan hade skrivit det, någon högre upp.", "“{quote}” sounds as if somebody else had written it, somebody higher up."),
            Both("Skriv ”vi”. Är det bara några få som tycker så kan ni säga vilka.", "Write “we”. If only a few of you think so, say who."),
        )
    },
    "Vigör's own idea: a policy speaks as those who keep it",
    _from_afar,
    flags=(
        sv("Företaget anser att sociala medier är viktiga."),
        sv("Bolaget förväntar sig ett gott uppträdande."),
        sv("Exempelbolaget AB uppmuntrar till dialog."),
        sv("Kommunens medarbetare är ansiktet utåt."),
        sv("Ledningen har beslutat att vi svarar på kvällar."),
        en("The company expects everyone to be careful."),
        en("Management has decided to close the page."),
        en("Acme Inc. encourages dialogue."),
        en("Contoso’s employees are its face."),
        en("The organisation's reputation is at stake."),
    ),
    passes=(
        sv("Vi har bestämt att vi svarar på kvällar."),
        sv("Kunden anser att vi har fel, och det kan hen ha rätt i."),
        sv("Vi frågar styrelsen när vi inte vet."),
        en("We have decided to answer in the evenings."),
        en("The customer expects an answer, and gets one the same day."),
        en("We ask the company that sold it to us."),
    ),
)  # fmt: skip
