"""Where a policy would forbid, or scare people from, what the law protects. It names the law; it is no legal advice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from vigor.policy.review.hint import Both, Sector
from vigor.policy.review.pieces import Piece, Sentence
from vigor.policy.review.rule import PROSE, Finding, Reading, Rule, Told, by_sentence, en, same, sv
from vigor.policy.review.rules.speech import FAMILIES, MEDIA_EN, MEDIA_SV, WORK_EN, WORK_SV

# What only a text from there has.
_AMERICAN = re.compile(
    r"\b(?:United States|U\.S\.|NLRA|NLRB|National Labor Relations|Hatch Act|HIPAA|FERPA|FTC|EEOC|at-will|federal (?:law|government|agenc\w+|employees?)|Labor Day|401\(k\))",
)
_PROTECTS_SV = re.compile(
    r"\b(?:ingen (?:\w+ )?(?:ombeds|blir|ska|får|behöver|straffas|hindras)|har (?:alltid )?rätt att|får (?:alltid|gärna)|är fria?\b|hindrar (?:inte|ingen|aldrig)|förbjuder (?:inte|ingen)|inte (?:hindra|förbjuda|begränsa|inskränka|straffa)|begränsar inte|inskränker inte|skydda(?:d|t|s|r)\b|utan att fråga|i sin ordning|meddelarfrihet\w*|yttrandefrihet\w*)",
    re.IGNORECASE,
)
_PROTECTS_EN = re.compile(
    r"\b(?:nobody|no one|has the right|have the right|rights? to|free to|welcome to|protected|(?:does|do|is|are|will) not (?:intended to )?(?:prohibit|restrict|limit|prevent|infringe|interfere|punish|stop)|not intended to|nothing in this|feel free|freedom of|always (?:speak|talk)|perfectly all right)\b",
    re.IGNORECASE,
)


@cache
def _needed(language: str) -> dict[str, re.Pattern[str]]:
    """What a sentence must hold for some families to be looked for at all, so that time stays short."""
    media, work = (MEDIA_SV, WORK_SV) if language == "sv" else (MEDIA_EN, WORK_EN)
    return {"media": re.compile(media, re.IGNORECASE), "naming": re.compile(work, re.IGNORECASE)}


@cache
def _compiled(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each family's name, what finds it and what lets a sentence pass."""
    pairs = [
        (each.sv, each.passes_sv) if language == "sv" else (each.en, each.passes_en) for each in FAMILIES
    ]
    flags = re.IGNORECASE
    return tuple(
        (each.name, re.compile(finds, flags), re.compile(passes, flags))
        for each, (finds, passes) in zip(FAMILIES, pairs, strict=True)
    )


@cache
def _laws() -> dict[str, Any]:
    return tomllib.loads(files("vigor.policy.review").joinpath("data/law.toml").read_text(encoding="utf-8"))


def law(family: str, sector: Sector, *, american: bool = False) -> Both:
    """What the law says of a family of speech for an employer of this sector."""
    table = _laws()[family]
    text = next(table[each] for each in (sector, "private", "") if each in table)
    more = _laws()["us"].get(family, "") if american else ""
    return Both(text["sv"], f"{text['en']} {more}".strip())


@by_sentence(*PROSE)
def _too_far(sentence: Sentence, piece: Piece, reading: Reading) -> Iterator[Finding]:
    protects = _PROTECTS_SV if reading.language == "sv" else _PROTECTS_EN
    if protects.search(sentence.own):
        return
    needed = _needed(reading.language)
    for name, pattern, passes in _compiled(reading.language):
        if name in needed and not needed[name].search(sentence.own):
            continue
        found = pattern.search(sentence.own)
        if found and not passes.search(sentence.own):
            named = law(name, reading.sector, american=bool(_AMERICAN.search(reading.whole)))
            values = {"quote": same(sentence.text[found.start() : found.end()].strip()), "law": named}
            span = (sentence.span[0] + found.start(), sentence.span[0] + found.end())
            sure = 0.85 if reading.sector in ("public", "publicly-funded") else 0.7
            yield Finding(piece, span, name, values, law=named, confidence=sure)
            return


_NO_ADVICE = Both("(Det här är ingen juridisk rådgivning.)", "(This is no legal advice.)")


def _told(reason: Both, mend: Both) -> Told:
    full = Both(
        *(
            f"{text} {{law}} {_NO_ADVICE.of(language)}"
            for text, language in zip(reason, ("sv", "en"), strict=True)
        )
    )
    return Told(full, mend)


TOO_FAR = Rule(
    "too-far",
    Both("når för långt", "reaches too far"),
    {
        "criticism": _told(
            Both("”{quote}” läses som ett förbud mot att kritisera den egna arbetsplatsen.", "“{quote}” reads as a ban on criticising one’s own workplace."),
            Both("Skriv vad ni gör när någon kritiserar er: lyssnar, och låter det stå.", "Write what you do when somebody criticises you: listen, and let it stand."),
        ),
        "media": _told(
            Both("”{quote}” läses som ett förbud mot att tala med journalister.", "“{quote}” reads as a ban on talking to journalists."),
            Both("Skriv vem som svarar i organisationens namn, och att var och en får tala för sig själv.", "Write who answers in the organisation’s name, and that anyone may speak for themselves."),
        ),
        "naming": _told(
            Both("”{quote}” läses som ett förbud mot att säga var man arbetar.", "“{quote}” reads as a ban on saying where one works."),
            Both("Be den som nämner er att säga att åsikterna är egna. Kräv inget lov.", "Ask whoever mentions you to say that the views are their own. Ask for no leave."),
        ),
        "asking": _told(
            Both("”{quote}”: att leta efter den som har lämnat uppgifter kan vara förbjudet.", "“{quote}”: to look for whoever gave information may be forbidden."),
            Both("Stryk det. Svara på det som har kommit fram i stället.", "Strike it. Answer what has come out instead."),
        ),
        "reprisal": _told(
            Both("”{quote}” hotar den som säger vad den tycker.", "“{quote}” threatens whoever says what they think."),
            Both("Stryk hotet. Skriv hur ni pratar om saken.", "Strike the threat. Write how you talk it over."),
        ),
        "whistle": _told(
            Both("”{quote}” läses som att man måste gå till er först.", "“{quote}” reads as if one had to come to you first."),
            Both("Berätta om er egen kanal, och att man också kan gå direkt till en myndighet.", "Tell of your own channel, and that one may also go to an authority directly."),
        ),
        "union": _told(
            Both("”{quote}” läses som ett förbud mot att tala om lön, villkor eller facket.", "“{quote}” reads as a ban on talking about pay, conditions or the union."),
            Both("Undanta det uttryckligen: om lön, villkor och facket får alla tala.", "Say so plainly: of pay, conditions and the union, anyone may speak."),
        ),
        "opinion": _told(
            Both("”{quote}” styr vad folk får tycka och skriva som sig själva.", "“{quote}” governs what people may think and write as themselves."),
            Both("Låt det gälla konton i organisationens namn. Den egna profilen är ens egen.", "Let it apply to accounts in the organisation’s name. One’s own profile is one’s own."),
        ),
        "secrecy": _told(
            Both("”{quote}” gör allt hemligt, också sådant som var och en får tala om.", "“{quote}” makes everything a secret, also what anyone may speak of."),
            Both("Skriv vad som är hemligt, och varför: kunders uppgifter, anbud, det som lagen pekar ut.", "Write what is secret, and why: customers’ data, bids, what the law points out."),
        ),
        "informing": _told(
            Both("”{quote}” gör kollegor till övervakare av vad andra skriver.", "“{quote}” makes colleagues watch over what others write."),
            Both("Stryk det. Skriv vem den som blir hotad eller uthängd kan vända sig till.", "Strike it. Write whom somebody can turn to who is threatened or exposed."),
        ),
        "own-profile": _told(
            Both("”{quote}” tar sig in i någons privata profil.", "“{quote}” makes its way into somebody’s private profile."),
            Both("Låt det gälla konton i organisationens namn. Den egna profilen är ens egen.", "Let it apply to accounts in the organisation’s name. One’s own profile is one’s own."),
        ),
    },
    "The laws that each hint names; see docs/decisions/hints-to-authors.md",
    _too_far,
    flags=(
        sv("Anställda får inte kritisera arbetsgivaren i sociala medier."),
        sv("Kritik mot verksamheten ska framföras internt till närmaste chef.", sector="publicly-funded"),
        sv("Medarbetare får inte uttala sig i media utan chefens tillstånd.", sector="public"),
        sv("Vid en läcka utreder vi vem som har lämnat uppgifterna till pressen.", sector="public"),
        sv("Negativa uttalanden om kommunen kan leda till varning eller uppsägning.", sector="public"),
        sv("Missförhållanden ska alltid rapporteras internt först."),
        sv("Vi diskuterar inte löner i sociala medier."),
        sv("Privata konton ska godkännas av chefen."),
        sv("Kontakter med journalister får endast ske genom kommunikationschefen."),
        sv("Intervjuer med media kräver ledningens godkännande.", sector="publicly-funded"),
        sv("Anställda får inte nämna arbetsgivaren i privata inlägg utan chefens godkännande."),
        sv("Anställda ska undvika politiska åsikter på sina profiler.", sector="public"),
        sv("Allt som händer på arbetsplatsen är konfidentiellt."),
        sv("Medarbetare ska rapportera kollegor som skriver negativt om oss.", sector="public"),
        en("All information about the company must be kept confidential."),
        en("You are expected to report colleagues who break this policy online."),
        en("Media enquiries go to the press office, and staff may not comment."),
        en("Employees must not make negative comments about the company or its managers."),
        en("Do not talk to journalists without permission."),
        en("Staff may not discuss salaries or working conditions online."),
        en("Concerns must be reported internally before contacting an authority."),
        en("Anyone who criticises us will be dismissed."),
        en("Employees should avoid posting political views on their profiles."),
        en("Personal accounts must be approved by a manager."),
        en("Contact with journalists may only take place through the head of communications."),
        en("Employees may not mention their employer in private posts without the manager’s approval."),
    ),
    passes=(
        sv("Ingen ombeds att ta bort kritik mot arbetsplatsen."),
        sv("Vi kritiserar inte konkurrenter."),
        sv("Den som talar med journalister behöver inte berätta det för oss."),
        sv("Vi pratar inte om kunders affärer."),
        sv("Vi skriver inte om politiska frågor på kommunens konton."),
        sv("Vi utreder vem som äger kontot."),
        sv("Pressfrågor om företaget besvaras av pressjouren – men du får alltid själv tala med journalister."),
        sv("Pressfrågor om företaget besvaras av pressjouren."),
        sv("Vi publicerar bilder från media bara med fotografens namn."),
        sv("Vi nämner inte kunder i privata inlägg utan deras godkännande."),
        sv("Du får gärna nämna var du jobbar i privata inlägg."),
        sv("Allt som kunder berättar för företaget är hemligt."),
        sv("Chefen ska anmäla hot mot kollegor på nätet till polisen."),
        en("Everything that patients tell us at work is confidential."),
        en("You should report colleagues’ accounts of harassment online to the police."),
        en("Nobody is asked to delete criticism of their workplace."),
        en("We don’t criticise competitors."),
        en("You may always talk to a journalist without telling us."),
        en("We do not remove negative comments from our page."),
        en("We never post on behalf of a customer."),
        en("The press office answers questions about the company, and you may always talk to journalists yourself."),
        en("The press office answers questions from journalists about the company."),
        en("We don’t mention customers in our own posts without their approval."),
        en("You are welcome to mention where you work in private posts."),
        en("Nothing in this policy limits the right to discuss pay."),
    ),
)  # fmt: skip
