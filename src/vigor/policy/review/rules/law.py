"""Where a policy would forbid, or scare people from, what the law protects. It names the law; it is no legal advice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from vigor.policy.review.hint import Both, Sector
from vigor.policy.review.pieces import Piece, Sentence
from vigor.policy.review.rule import PROSE, Finding, Reading, Rule, Told, by_sentence, en, same, sv

# --- What forbids ---

_NO_SV = (
    r"(?:\b(?:får|ska|skall|bör|kan|måste|vill)\b(?:\s+\w+){0,4}?\s+(?:inte|ej|aldrig|undvika|avstå)\b|\bundvik\b|\bavstå(?:r)?\b|\blåt bli\b"
    r"|\b(?:inte|ej) tillåt(?:et|na|en)\b|\bförbju\w+|\b(?:inte|ej) acceptabel\w*|\boacceptabel\w*|\bopassande\b|\btolereras (?:inte|ej)\b"
    r"|\baccepterar? (?:inte|ej)\b|\baccepteras (?:inte|ej)\b|^\W*(?:\w+\W+){0,2}?\w+ (?:inte|aldrig)\b|\bvi \w+ (?:inte|aldrig)\b)"
)
_NO_EN = (
    r"(?:\b(?:must|should|shall|may|will|can|could|do|does|are|is)(?:\s+\w+){0,3}?\s+(?:not|never|avoid|refrain)\b|\b(?:don|doesn|won|can|shouldn|mustn)['’]t\b"
    r"|\bcannot\b|\bnever\b|\bavoid\b|\brefrain\b|\bprohibit\w*|\bforbid\w*|\bforbidden\b|\bunacceptable\b|\bnot (?:permitted|allowed|acceptable|tolerated?)\b|\bno (?:employee|one may))"
)
_GAP = r"[^.:;…]{0,90}?"
_EMPLOYER_SV = r"(?:arbetsgivar\w*|företag\w*|bolag\w*|koncern\w*|kommun(?!ik)\w*|region\w*|myndighet\w*|organisation\w*|ledning\w*|chef\w*|\boss\b|arbetsplats\w*|verksamhet\w*|förening\w*|styrelse\w*|\bjobbet\b|\barbetet\b|\bvår[at]?\b|\bvårt\b)"
_EMPLOYER_EN = r"(?:\bemployer\w*|\bcompan(?:y|ies)\b|\bcompany['’]s|\borgani[sz]ation\w*|\bagency\b|\bfirm\b|\bmanage(?:ment|rs?)\b|\bleadership\b|\bsupervisors?\b|\bboss\w*|\bworkplace\b|\bco-?workers?\b|\bthe board\b|\bus\b|\bour (?!competitors|customers|clients)\w+)"
_MEDIA_SV = r"(?:(?<!sociala )\bmedi(?:a|er|erna)\b(?! och sociala)|\bpress(?:en)?\b|\bjournalist\w*|\bmassmedi\w*|\btidning\w*|\breporter\w*)"
_MEDIA_EN = r"(?:(?<!social )\bmedia (?:inquir\w+|quer\w+|requests?|outlets?|representatives?|contacts?|interviews?)|(?:the|with|to|by|from) (?:the )?(?<!social )(?:news )?media\b(?! platform| account| post| channel)|\bthe press\b|\bjournalists?\b|\breporters?\b|\bpress inquir\w+|\bnewspapers?\b)"

# Somebody's leave, without which one may not.
_LEAVE_SV = r"\b(?:utan|efter|kräver|krävs|med|ha|har|inhämta\w*)\b(?:\W+\w+){0,3}?\W+(?:godkännande|tillstånd|medgivande|samtycke|tillåtelse|klartecken)\b"
_LEAVE_EN = r"\b(?:without|after|requires?|need|needs|with|obtain|get)\b(?:\W+[\w'’]+){0,4}?\W+(?:approval|permission|consent|authori[sz]ation|clearance)\b"
_WORK_SV = r"(?:\barbetsgivar\w*|\bföretaget\b|\bbolaget\b|\bkommunen\b|\bregionen\b|\bmyndigheten\b|\borganisationen\b|\barbetsplats\w*|\bvar (?:de|du|man|ni) (?:jobbar|arbetar)\b)"
_WORK_EN = r"(?:\bemployer|\bthe company\b|\bthe organi[sz]ation\b|\bworkplace\b|\bwhere (?:you|they|we) work\b|\bplace of work\b)"


class _Family(NamedTuple):
    """Sentences that reach too far in one way, and words that show that a sentence doesn't after all."""

    name: str
    sv: str
    en: str
    passes_sv: str = r"(?!)"
    passes_en: str = r"(?!)"


_CRITICISM_SV = r"(?:kritiser\w+|kritisk\w*|kritik\b|negativ\w*|tala\w* illa|prata\w* illa|skriv\w* illa|klaga\w*|ifrågasätt\w*|smutskasta\w*|svartmåla\w*|baktala\w*|misskrediter\w*|nedsättande|missnöj\w*|skada\w* (?:\w+ ){0,2}(?:rykte|anseende|varumärke|namn|förtroende))"
_CRITICISM_EN = r"(?:critici\w+|critique|negative\w*|disparag\w*|complain\w*|badmouth\w*|speak ill|denigrat\w*|derogatory|defam\w*|unfavou?rabl\w*|embarrass\w*|dissatisf\w*|(?:harm|damag|tarnish|hurt)\w* (?:\w+ ){0,3}(?:reputation|image|brand|goodwill|name))"

_FAMILIES = (
    _Family(
        "asking",
        rf"\b(?:ta\w* reda på|utred\w*|spåra\w*|efterforska\w*|leta\w* upp|identifiera\w*|undersök\w*)\b{_GAP}\b(?:vem|vilka|källa\w*|uppgiftslämna\w*|läck\w*|tipsa\w*)",
        rf"\b(?:find out|investigat\w+|trac(?:e|ing)|identify|establish)\b{_GAP}\b(?:who|which employee|the source)\b{_GAP}(?:leak\w*|talk\w*|spoke\w*|tip\w*|told|source|{_MEDIA_EN})",
        r"\b(?:kund\w*|faktura\w*|konto\w*|inte|aldrig|ingen)\b",
        r"\b(?:customer|account|not|never|nobody|no one)\b|n['’]t\b",
    ),
    _Family(
        "whistle",
        rf"\b(?:missförhålland\w*|oegentlighet\w*|oegentligt|lagbrott|korruption\w*|regelbrott|allvarliga brister)\b{_GAP}\b(?:ska|skall|måste|bör|får)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b|\binte\b{_GAP}\bextern\w*|\binnan\b)|\b(?:ska|skall|måste|får|bör)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b){_GAP}\b(?:rapporter\w+|anmäl\w+|larma\w*)\b|\b(?:rapportera|anmäl)\w*\b{_GAP}(?:missförhålland\w*|oegentlighet\w*|brister)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b|\binnan\b)",
        rf"\b(?:wrongdoing|misconduct|concerns?|violations?|irregularit\w+|illegal\w*|grievances?|unsafe)\b{_GAP}\b(?:must|should|shall|may|only)\b{_GAP}(?:\bfirst\b|\bonly\b|\binternally\b|\bbefore\b)|\b(?:report|raise)\b{_GAP}\b(?:wrongdoing|misconduct|concerns?|violations?|irregularit\w+)\b{_GAP}(?:\binternally\b|\bonly\b|\bbefore (?:contact|go|report|turn)\w*|\bfirst\b)",
        r"\bkan\b|\beller\b[^.]*\bmyndighet|\bhar rätt\b|\bdirekt till\b",
        r"\bmay also\b|\bor (?:to )?(?:an|the) authorit|\bright to\b",
    ),
    _Family(
        "union",
        rf"{_NO_SV}{_GAP}(?:\bfack(?:et|lig\w*|förbund\w*|klubb\w*)?\b|\blön(?:en|er|erna|evillkor\w*|eförhandling\w*|esättning\w*)?\b|\barbetsvillkor\w*|\banställningsvillkor\w*|\bkollektivavtal\w*|\bstrejk\w*|\barbetsförhållanden\w*)",
        rf"{_NO_EN}{_GAP}(?:\bwages?\b|\bsalar(?:y|ies)\b|\b(?:their|your|our|about|discuss\w*|disclos\w*) pay\b|\bcompensation\b|\bworking conditions\b|\bterms (?:and conditions )?of employment\b|\bunions?\b|\bunioni[sz]\w*|\bstrikes?\b|\bcollective (?:bargaining|action)\b|\blabou?r disputes?\b)",
        r"\b(?:kund\w*|ingen|hindra\w*|förhandla\w* (?:med|bort))\b",
        r"\b(?:customer|EU|European|credit)\b",
    ),
    _Family(
        "reprisal",
        rf"(?:{_CRITICISM_SV}|\båsikt\w*|\buttaland\w*|{_MEDIA_SV}|\bläck\w*|\bgilla\w*){_GAP}(?:\buppsägning\w*|\bsägs? upp\b|\bavsked\w*|\bvarning\b|\bdisciplin\w*|\barbetsrättslig\w*|\bomplacer\w*|\blöneavdrag\w*)",
        rf"(?:{_CRITICISM_EN}|\bopinions?\b|\bviews\b|{_MEDIA_EN}|\bleak\w*|\blikes?\b){_GAP}(?:\bdisciplin\w*|\bdismiss\w*|\bterminat\w*|\bfired\b|\bsanction\w*|\bwritten warning\b)",
        r"\b(?:inte|ingen|aldrig)\b",
        r"\b(?:not|nobody|no one|never)\b|n['’]t\b",
    ),
    _Family(
        "criticism",
        rf"{_NO_SV}{_GAP}{_CRITICISM_SV}{_GAP}{_EMPLOYER_SV}|{_NO_SV}{_GAP}{_EMPLOYER_SV}{_GAP}(?:i dålig dager|i negativ dager|negativt)|\bskada\w* (?:företag\w*|bolag\w*|arbetsgivar\w*|kommun\w*|vårt|organisation\w*)(?: \w+)?(?: rykte| anseende| varumärke)?{_GAP}(?:inte|undvik\w*|förbju\w*)"
        rf"|\bkritik(?:en)?\b{_GAP}\b(?:ska|skall|bör|måste|tas|framförs|framföra)\b{_GAP}\b(?:internt|intern\w*|närmaste chef|din chef|till chef\w*|inte (?:i|på|via) sociala medier)",
        rf"{_NO_EN}{_GAP}{_CRITICISM_EN}{_GAP}{_EMPLOYER_EN}|{_NO_EN}{_GAP}{_EMPLOYER_EN}{_GAP}(?:in a (?:bad|negative|unfavou?rable|poor) light|negatively|disreput\w*)|\bcriticism\b{_GAP}\b(?:must|should|shall|is to)\b{_GAP}\b(?:internally|manager|supervisor)\b",
        r"\bkund\w*|\bkonkurrent\w*|\bkritik(?:en)? stå|\b(?:ta bort|radera|dölj\w*)\b",
        r"\b(?:competitor|customer|client)\w*|\bremov\w*|\bdelet\w*|\bhid(?:e|ing)\b|\bfalse\b|\bargumentative\b|\bcomplaints? (?:about|from)\b",
    ),
    _Family(
        "media",
        rf"{_NO_SV}{_GAP}(?:uttala\w*|prata\w*|tala\w*|lämna\w*|svara\w*|kontakta\w*|kommentera\w*|intervju\w*|ge\b){_GAP}{_MEDIA_SV}|{_NO_SV}{_GAP}{_MEDIA_SV}"
        rf"|\b(?:endast|bara|enbart)(?:\s+\w+){{1,5}}\s+(?:får|ska|skall|uttalar sig)\b{_GAP}{_MEDIA_SV}|\b(?:alla|samtliga|all|varje)\b{_GAP}\b(?:kontakt\w*|frågor|förfråg\w*|fråga)\b{_GAP}{_MEDIA_SV}{_GAP}\b(?:ska|skall|måste|hänvisas|sköts|hanteras|går)\b|\bhänvisa\w*\b{_GAP}{_MEDIA_SV}{_GAP}\btill\b|{_MEDIA_SV}{_GAP}\b(?:hänvisas|ska{_GAP}hänvisa\w*|skall{_GAP}hänvisa\w*)"
        rf"|{_MEDIA_SV}{_GAP}\b(?:endast|bara|enbart|uteslutande|alltid)\b{_GAP}\b(?:genom|via|av|hos|efter)\b|{_MEDIA_SV}{_GAP}{_LEAVE_SV}|{_LEAVE_SV}{_GAP}{_MEDIA_SV}",
        rf"{_NO_EN}{_GAP}(?:speak\w*|talk\w*|respond\w*|answer\w*|comment\w*|contact\w*|communicat\w*|interview\w*|disclos\w*|give\b){_GAP}{_MEDIA_EN}|\b(?:all|any|every)\b{_GAP}{_MEDIA_EN}{_GAP}\b(?:must|should|shall|are to|need to|to be)\b{_GAP}\b(?:direct\w*|refer\w*|forward\w*|approv\w*|handled)|\b(?:direct|refer|forward)\b{_GAP}{_MEDIA_EN}{_GAP}\bto\b|\bonly(?:\s+\w+){{1,5}}\s+(?:may|are (?:authori[sz]ed|allowed))\b{_GAP}{_MEDIA_EN}"
        rf"|{_MEDIA_EN}{_GAP}\b(?:only|exclusively|solely|always)\b{_GAP}\b(?:through|via|by|after)\b|{_MEDIA_EN}{_GAP}{_LEAVE_EN}|{_LEAVE_EN}{_GAP}{_MEDIA_EN}",
        r"\b(?:å|på) \w+ vägnar|\bi (?:vårt|företagets|bolagets|kommunens) namn|\bför (?:vår|företagets|bolagets|kommunens) räkning|\bsom (?:talesperson|företrädare)|\bofficiell\w*|\bmeddelarfrihet\w*|\bmeddelarskydd\w*|\bkund\w*",
        r"\bon (?:our|the \w+['’]?s?) behalf|\bon behalf|\bin our name|\bofficial\w*|\brepresent\w*|\bspokes\w+|\bas (?:a|our)\b",
    ),
    _Family(
        "naming",
        rf"(?:{_NO_SV}|\b(?:får|ska|måste)\b{_GAP}\b(?:bara|endast|enbart)\b){_GAP}\b(?:nämna|omnämna|namnge|skriva om|berätta om|ange|uppge|avslöja|visa|tala om)\b{_GAP}{_WORK_SV}{_GAP}(?:\bprivat\w*|\begna\b|\bpersonlig\w*|\bfritid\w*|\binlägg\w*|\bsociala medier|\bprofil\w*|{_LEAVE_SV})",
        rf"(?:{_NO_EN}|\b(?:may|must|should)\b{_GAP}\bonly\b){_GAP}\b(?:mention|name|identify|reveal|disclose|write about|refer to|state)\b{_GAP}{_WORK_EN}{_GAP}(?:\bprivate\w*|\bpersonal|\bown\b|\bsocial media|\bposts?\b|\bprofiles?\b|\bblogs?\b|\bonline\b|{_LEAVE_EN})",
        r"\b(?:kund\w*|patient\w*|elev\w*|hemlig\w*|sekretess\w*|konfidentiell\w*|uppgifter|information|logotyp\w*)\b|\b(?:å|på) \w+ vägnar|\bnamn\b",
        r"\b(?:customer|client|patient|student)\w*|\bsecret\w*|\bconfidential\w*|\bsensitive\b|\binformation\b|\blogos?\b|\bon behalf|['’]s (?:name|plans|results)\b",
    ),
    _Family(
        "own-profile",
        rf"\b(?:privata|egna|personliga|privat|eget)\b{_GAP}\b(?:konto\w*|profil\w*|sociala medier|inlägg|flöde\w*)\b{_GAP}\b(?:ska|skall|måste|bör|får)\b{_GAP}(?:godkän\w*|anmäl\w*|registrer\w*|granska\w*|övervaka\w*|kontroller\w*|lösenord\w*)|\b(?:övervaka\w*|granska\w*|kontroller\w*|bevaka\w*)\b{_GAP}\b(?:anställda\w*|medarbetar\w*|personal\w*)\b{_GAP}(?:\binlägg|\bkonto\w*|\bprofil\w*|sociala medier|aktivitet)|\blämna\w* (?:ut|över)\b{_GAP}\b(?:lösenord|inloggning)\w*",
        rf"\b(?:personal|private|own)\b{_GAP}\b(?:accounts?|profiles?|social media|posts?|blogs?)\b{_GAP}\b(?:must|should|shall|may|need to|are to|will)\b{_GAP}(?:approv\w*|pre-?approv\w*|register\w*|review\w*|monitor\w*|password\w*)|\bmonitor\w*\b{_GAP}\b(?:employees?['’]?|staff|workers?|personal|your)\b{_GAP}(?:posts?|accounts?|profiles?|activity|online)|\b(?:hand(?:ing)? over|provide|disclose)\b{_GAP}\b(?:your |their |relevant )?(?:personal )?(?:passwords?|login details)\b",
        r"\b(?:inte|aldrig|ingen|behöver inte)\b",
        r"\b(?:not|never|nobody|no one|official|company accounts?|corporate accounts?)\b|n['’]t\b",
    ),
    _Family(
        "opinion",
        rf"{_NO_SV}{_GAP}(?:politisk\w*|religiös\w*|privata åsikt\w*|personliga åsikt\w*|egna åsikt\w*|kontroversiell\w*|samhällsfråg\w*)|(?:politisk\w*|åsikt\w*){_GAP}\b(?:ska|bör|måste)\b{_GAP}\b(?:neutral\w*|godkän\w*|granska\w*|tas bort|raderas)|\b(?:ombeds|uppmanas|kan bli ombed\w*|måste|ska)\b{_GAP}\b(?:ta bort|radera|ändra)\b{_GAP}(?:privat\w*|egna|personlig\w*|politisk\w*)",
        rf"{_NO_EN}{_GAP}(?:politic\w*|partisan|religio\w*|controversial|personal (?:opinions?|views|beliefs))|\bpolitical\b{_GAP}\b(?:must|should|shall)\b{_GAP}\b(?:neutral\w*|reviewed|approved|removed)|\b(?:asked|required|requested|made) to (?:modify|remove|delete|edit|take down){_GAP}\b(?:posts?|comments?|postings?|content)\b",
        r"\b(?:våra|vårt|kommunens|företagets|bolagets|officiella|myndighetens|organisationens) (?:officiella )?(?:kanal\w*|kont\w*|sidor|sida|namn)|\bi tjänsten\b|\bkund\w*|\bge (?:sken|intryck)|\bframstå\w*|\bför (?:vår|företagets) räkning|\bkampanj\w*|\bpartipolitisk reklam",
        r"\b(?:on|in|from|using) (?:our|the|company|official|corporate) (?:\w+ )?(?:accounts?|channels?|pages?)|\bofficial\w*|\bon behalf|\bimpl(?:y|ies|ied)\b|\bendors\w*|\brepresent\w*|\bspeak(?:ing)? for\b|\bbranded\b|\blogos?\b|\bcommenters?\b|\bvisitors?\b|\bin violation of (?:the )?law",
    ),
)

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
    media, work = (_MEDIA_SV, _WORK_SV) if language == "sv" else (_MEDIA_EN, _WORK_EN)
    return {"media": re.compile(media, re.IGNORECASE), "naming": re.compile(work, re.IGNORECASE)}


@cache
def _compiled(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Each family's name, what finds it and what lets a sentence pass."""
    pairs = [
        (each.sv, each.passes_sv) if language == "sv" else (each.en, each.passes_en) for each in _FAMILIES
    ]
    flags = re.IGNORECASE
    return tuple(
        (each.name, re.compile(finds, flags), re.compile(passes, flags))
        for each, (finds, passes) in zip(_FAMILIES, pairs, strict=True)
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
