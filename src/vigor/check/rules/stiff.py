"""Officialese where people talk. A hint, never weighty."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from vigor.check.advice import Finding, Span
from vigor.check.frames import Frame, Frames, pattern
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.language import kept
from vigor.language.words import listed

# What letters with a reference number say, and no one says over a counter.
_PHRASES = Frames(
    sv=(
        Frame("föremål för, är under utredning, under beredning, i förekommande fall, i den mån, med anledning av, med anledning härav, med hänvisning till, med hänsyn tagen till, med beaktande av, det ankommer på, åligger det, det åligger, vidta åtgärder, vidtar åtgärder, vidtas, tillses, ni torde, torde, huruvida, jämlikt, varvid, varmed, hädanefter, därest, dylik~, medelst, göras gällande, får anses, erforderliga, vederbörande, olägenhet~, olägenheter~", variant="weak", confidence=0.7),
        Frame("er synpunkt har, din synpunkt har, har registrerats, hanteras enligt, enligt gällande rutin, enligt tillämplig~, föreligger inte, inte skäl att, skäl att ompröva, beslutet i fråga, expedieras, avvaktar besked från berörd, kan ha förorsakat, har förorsakat, i sinom tid, i turordning, diarieförts, diarieförd, diarieförs, åligger kunden, vederbörlig~, ombesörjer, ombesörjs, ombesörja, emotse~, motser ert, motser era, behjälplig~ med, stå till tjänst med, komma er till handa, kommit oss tillhanda, inkommit med, inkomma med, inkom med, inkommen, inkommande ärende, har registrerats under, registrerats i vårt ärende, ärendenummer har, på förekommen anledning, uppmärksammas på, avslutas härmed, anses därmed, betraktas som avslutat, ärendet avslutat, ärendet är avslutat, ert ärende handläggs, ditt ärende handläggs, ärendet handläggs, ditt ärende är under handläggning, ert ärende är under handläggning, ärendet är under beredning, ditt ärende är under behandling, ditt ärende behandlas, er skrivelse, ert meddelande har mottagits, ditt meddelande har mottagits, er förfrågan, er hänvändelse, din hänvändelse, tack för er hänvändelse, eventuella olägenheter, eventuella besvär, eventuella problem detta, beklagar den uppkomna, uppkomna situationen, vi ber om överseende, ber om ert överseende, har vidarebefordrats till berörd, vidarebefordrats till ansvarig, berörd instans, berörd avdelning, berörda parter, härmed bekräftas, härmed meddelas, härmed informeras, vi får härmed, undertecknad, vänligen återkom, vänligen notera, vänligen observera, vänligen inkom, vänligen beakta, var god dröj, i enlighet med gällande, enligt gällande rutiner, enligt gällande regelverk, i laga ordning, åtgärder har vidtagits, åtgärder kommer att vidtas, föranleder ingen, äger ni rätt, ombedes", confidence=0.75),
    ),
    en=(
        Frame("is subject to, in due time, requisite, undertake measures, measures be undertaken, measures are undertaken, necessary measures, aforementioned, aforesaid, hereinafter, heretofore, thereof, thereto, whereby, notwithstanding, in accordance with our, in accordance with the, in compliance with, in respect of, in light of the above, in view of the foregoing, it is incumbent, incumbent upon, ascertain, endeavour to, endeavor to, we are pursuing, under review by the, is deemed, for your attention, for your perusal, shall be deemed, subject to processing, duly processed, duly noted, competent authority, competent unit, competent department, in chronological order", variant="weak", confidence=0.7),
        Frame("has been registered, applicable procedures, applicable routines, applicable regulations, no grounds for, grounds for reconsideration, reconsideration of the, we hereby wish, wish to inform, would like to inform you that, kindly be informed, be informed that, has been logged, has been duly, have been occasioned, may have been occasioned, shall revert, will revert, in the order received, shall be responded, herewith, case has been closed, ticket has been closed, matter is considered closed, is hereby, are hereby, your communication, your missive, your query has been, we trust this clarifies, we trust that this, please find, further to your, your case is being processed, your case is being handled, your matter is being, your enquiry has been, your inquiry has been, your request has been received, your correspondence, we are in receipt of, we acknowledge receipt, any inconvenience caused, any inconvenience this, for any inconvenience, apologise for the inconvenience, apologize for the inconvenience, please be advised, please be informed, kindly be advised, kindly submit, kindly note, kindly refer, kindly revert, please do not hesitate to, do not hesitate to contact, at your earliest convenience, at our earliest convenience, has been forwarded to the relevant, forwarded to the appropriate, the relevant department, the appropriate department, the undersigned, we hereby, hereby confirm, hereby inform, it has come to our attention, as per your, as per our, per our policy, in due course, pursuant to, enclosed please find, attached please find, with reference to your, with regard to your, we regret to inform, we wish to inform, esteemed customer, valued customer, measures have been taken", confidence=0.75),
    ),
)  # fmt: skip
_PLAIN = {
    "sv": "säg vad som händer nu, vem som gör det och när",
    "en": "say what happens now, who does it and when",
}
_META = Late(r"[\[(?*+\\|~]")
_FEWEST = 2
"""Different stiff words of a post before it is told: one is a slip that anybody may make."""
_DENSE = 12
"""Words of a post for each stiff one, at most: a long text on a difficult matter may hold a few."""
# Stiff in a policy, where a post may well need them: names of laws, subjects and politeness.
_FINE = (
    *listed(
        """
        skall angående rörande dock gällande beträffande innehar utgör handlägg verkställ envar likväl constitut torde
        således sålunda beakt säkerställ erhåll ovannämnd
        """
    ),
    "vad gäller",
    "till följd",
    "i relation",
    "i dagsläget",
)


# By its path: asking for the package would start the whole review of policies.
_LISTS = Path(__file__).parents[2] / "policy/review/data/stiff.toml"


class _Entry(NamedTuple):
    """A stiff word as a pattern, the plain ones that say it, and whether there is just one that fits as it stands."""

    source: str
    plain: str
    certain: bool


@cache
def _listed(language: str) -> tuple[Any, dict[str, list[_Entry]]]:
    """The words that hints to authors know as officialese: an automaton over how they begin, and the rest of each."""
    import ahocorasick

    rows = json.loads(kept.kept("stiff", language, _code(), partial(_rows, language)))
    begins = {begin: [_Entry(*entry) for entry in entries] for begin, entries in rows.items()}
    automaton = ahocorasick.Automaton()
    for begin in begins:
        automaton.add_word(begin, begin)
    automaton.make_automaton()
    return automaton, begins


def _rows(language: str) -> str:
    import tomllib

    begins: dict[str, list[_Entry]] = {}
    for keys, instead in tomllib.loads(_LISTS.read_text(encoding="utf-8"))[language]["strong"].items():
        for key in re.split(r"\|(?![^(]*\))", keys):
            begin = _META.split(key)[0]
            # "innehar?" makes its last letter free: what must be there is one letter less.
            begin = begin[:-1] if key[len(begin) : len(begin) + 1] in ("?", "*") else begin
            if len(begin) > 2 and not key.startswith(_FINE):
                source = rf"\b(?:{key.replace('~', '[a-zåäö]*')})(?!\w)"
                # One word for one word, in no other form: then it can be put in its place as it stands.
                certain = key == begin and not set(",(~") & set(instead)
                begins.setdefault(begin, []).append(_Entry(source, instead, certain))
    return json.dumps(begins)


def _code() -> list[Path]:
    return [Path(__file__), _LISTS]


def build() -> list[Path]:
    """Keep the words beside the package; returns the files that are now there."""
    return [
        path
        for language in ("sv", "en")
        for path in kept.build("stiff", language, _code(), partial(_rows, language))
    ]


def _words(post: Post) -> Iterator[tuple[Span, _Entry]]:
    automaton, begins = _listed(post.language)
    for last, begin in automaton.iter(post.lower):
        start = last + 1 - len(begin)
        for entry in begins[begin]:
            found = pattern(entry.source).match(post.lower, start, start + 80)
            if found:
                yield Span(*found.span()), entry


def _find(post: Post) -> Iterator[Finding]:
    found = [hit for hit in _PHRASES.find(post) if not post.is_quoted(hit.word)]
    phrases = [hit for hit in found if not hit.frame.variant]
    plain = _PLAIN[post.language]
    for hit in phrases[:2]:
        yield Finding(hit.span, 0.75, "phrase", {"quote": post.of(hit.span), "plain": plain})
    words = [(span, entry) for span, entry in _words(post) if not post.is_quoted(span)]
    # What an article may say too counts as a word: it takes two.
    words += [(hit.span, _Entry("", plain, False)) for hit in found if hit.frame.variant]
    count = len({post.lower[span.start : span.end] for span, _entry in words})
    if count >= _FEWEST and count * _DENSE >= len(post.tokens) and not phrases:
        span, entry = next((one for one in words if one[1].certain), words[0])
        yield Finding(
            span, 0.7, "words", {"quote": post.of(span), "plain": entry.plain, **_instead(post, span, entry)}
        )


def _instead(post: Post, span: Span, entry: _Entry) -> dict[str, str]:
    """The plain word for the span's place, with the capital that it had."""
    if not entry.certain:
        return {}
    capital = post.text[span.start].isupper()
    return {"instead": entry.plain[:1].upper() + entry.plain[1:] if capital else entry.plain}


_DISTANCE = Both("Den som läser hör en blankett, inte en människa.", "The reader hears a form, not a person.")

STIFF = Check(
    "stiff",
    Both("stelt", "stiff"),
    {
        "": Told(Both("Det här låter som en blankett.", "This sounds like a form."), _DISTANCE, Both("Läs det högt. Hur skulle ni säga det till en granne?", "Read it aloud. How would you say it to a neighbour?"), Both("Det här kan låta som en blankett.", "This can sound like a form.")),
        "words": Told(Both("”{quote}” är kanslispråk, och inte det enda här.", "“{quote}” is officialese, and not the only one here."), _DISTANCE, Both("Pröva: {plain}.", "Try: {plain}.")),
        "phrase": Told(Both("”{quote}” låter som ett brev med diarienummer.", "“{quote}” sounds like a letter with a reference number."), _DISTANCE, Both("Läs det högt. Pröva sedan: {plain}.", "Read it aloud. Then try: {plain}.")),
    },
    "People talk to people. What sounds like an office keeps them at a distance, even when it’s kindly meant.",
    "Swedish Language Act (2009:600), 11 §; our own lists, after the idea of Svarta listan (Ds 2011:10) and of plainlanguage.gov",
    _find,
    weight=0.4,
    hint=True,
    flags=(
        sv("Tack för er hänvändelse. Vi återkommer."),
        sv("Ert ärende handläggs av kundtjänst."),
        sv("Vi beklagar eventuella olägenheter."),
        sv("Vänligen återkom med ytterligare uppgifter."),
        sv("Vi tillhandahåller information avseende leveransen."),
        sv("Erforderliga åtgärder har vidtagits."),
        sv("Ditt meddelande har vidarebefordrats till berörd avdelning."),
        sv("Det åligger kunden att tillse att varan är hel."),
        en("Your case is being processed by our team."),
        en("We apologise for any inconvenience."),
        en("Please be advised that we close at five."),
        en("Kindly submit your order number."),
        en("Please do not hesitate to contact us."),
        en("We utilise this channel in order to facilitate, prior to closing, such requests."),
        en("Your message has been forwarded to the relevant department."),
        en("It has come to our attention that the page is down."),
    ),
    passes=(
        sv("Hej! Jag letar upp paketet och skriver före lunch. /Sara"),
        sv("Vi är ledsna för krånglet, och fixar det i dag."),
        sv("”Ert ärende handläggs” skriver vi inte längre."),
        sv("Med vänlig hälsning, Anna"),
        sv("Vi har öppet till sju."),
        sv("Kan du skicka ordernumret i ett meddelande?"),
        sv("Angående paketet: det kommer på fredag."),
        sv("Vi skall ut och gå."),
        sv("Regeln finns, och den gäller alla."),
        sv("Säg till om det krånglar igen."),
        sv("Vi hör av oss i morgon, oavsett vad vi vet."),
        sv("Jag frågar dem som vet."),
        en("Hi! I’ll find the parcel and write before lunch. /Sara"),
        en("We’re sorry about the mess, and fix it today."),
        en("“Your case is being processed” isn’t how we talk."),
        en("Best regards, Anna"),
        en("We’re open until seven."),
        en("Can you send the order number in a message?"),
        en("About the parcel: it comes on Friday."),
        en("We use this page to talk."),
        en("The rule is there, and it’s for everyone."),
        en("Tell us if it happens again."),
        en("We’ll write tomorrow, whatever we know."),
        en("I’m asking those who know."),
    ),
)  # fmt: skip
