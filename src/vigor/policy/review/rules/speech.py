"""Sentences that reach too far: patterns for each family of speech that the law protects, Swedish and English."""

from __future__ import annotations

from typing import NamedTuple

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
MEDIA_SV = r"(?:(?<!sociala )\bmedi(?:a|er|erna)\b(?! och sociala)|\bpress(?:en)?\b|\bjournalist\w*|\bmassmedi\w*|\btidning\w*|\breporter\w*)"
MEDIA_EN = r"(?:(?<!social )\bmedia (?:[ie]nquir\w+|quer\w+|requests?|outlets?|representatives?|contacts?|interviews?)|(?:the|with|to|by|from) (?:the )?(?<!social )(?:news )?media\b(?! platform| account| post| channel)|\bthe press\b|\bjournalists?\b|\breporters?\b|\bpress [ie]nquir\w+|\bnewspapers?\b)"

# Somebody's leave, without which one may not.
_LEAVE_SV = r"\b(?:utan|efter|kräver|krävs|med|ha|har|inhämta\w*)\b(?:\W+\w+){0,3}?\W+(?:godkännande|tillstånd|medgivande|samtycke|tillåtelse|klartecken)\b"
_LEAVE_EN = r"\b(?:without|after|requires?|need|needs|with|obtain|get)\b(?:\W+[\w'’]+){0,4}?\W+(?:approval|permission|consent|authori[sz]ation|clearance)\b"
WORK_SV = r"(?:\barbetsgivar\w*|\bföretaget\b|\bbolaget\b|\bkommunen\b|\bregionen\b|\bmyndigheten\b|\borganisationen\b|\barbetsplats\w*|\bvar (?:de|du|man|ni) (?:jobbar|arbetar)\b)"
WORK_EN = r"(?:\bemployer|\bthe company\b|\bthe organi[sz]ation\b|\bworkplace\b|\bwhere (?:you|they|we) work\b|\bplace of work\b)"


class Family(NamedTuple):
    """Sentences that reach too far in one way, and words that show that a sentence doesn't after all."""

    name: str
    sv: str
    en: str
    passes_sv: str = r"(?!)"
    passes_en: str = r"(?!)"


_CRITICISM_SV = r"(?:kritiser\w+|kritisk\w*|kritik\b|negativ\w*|tala\w* illa|prata\w* illa|skriv\w* illa|klaga\w*|ifrågasätt\w*|smutskasta\w*|svartmåla\w*|baktala\w*|misskrediter\w*|nedsättande|missnöj\w*|skada\w* (?:\w+ ){0,2}(?:rykte|anseende|varumärke|namn|förtroende))"
_CRITICISM_EN = r"(?:critici\w+|critique|negative\w*|disparag\w*|complain\w*|badmouth\w*|speak ill|denigrat\w*|derogatory|defam\w*|unfavou?rabl\w*|embarrass\w*|dissatisf\w*|(?:harm|damag|tarnish|hurt)\w* (?:\w+ ){0,3}(?:reputation|image|brand|goodwill|name))"

FAMILIES = (
    Family(
        "asking",
        rf"\b(?:ta\w* reda på|utred\w*|spåra\w*|efterforska\w*|leta\w* upp|identifiera\w*|undersök\w*)\b{_GAP}\b(?:vem|vilka|källa\w*|uppgiftslämna\w*|läck\w*|tipsa\w*)",
        rf"\b(?:find out|investigat\w+|trac(?:e|ing)|identify|establish)\b{_GAP}\b(?:who|which employee|the source)\b{_GAP}(?:leak\w*|talk\w*|spoke\w*|tip\w*|told|source|{MEDIA_EN})",
        r"\b(?:kund\w*|faktura\w*|konto\w*|inte|aldrig|ingen)\b",
        r"\b(?:customer|account|not|never|nobody|no one)\b|n['’]t\b",
    ),
    Family(
        "whistle",
        rf"\b(?:missförhålland\w*|oegentlighet\w*|oegentligt|lagbrott|korruption\w*|regelbrott|allvarliga brister)\b{_GAP}\b(?:ska|skall|måste|bör|får)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b|\binte\b{_GAP}\bextern\w*|\binnan\b)|\b(?:ska|skall|måste|får|bör)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b){_GAP}\b(?:rapporter\w+|anmäl\w+|larma\w*)\b|\b(?:rapportera|anmäl)\w*\b{_GAP}(?:missförhålland\w*|oegentlighet\w*|brister)\b{_GAP}(?:\bförst\b|\bendast\b|\bbara\b|\benbart\b|\binnan\b)",
        rf"\b(?:wrongdoing|misconduct|concerns?|violations?|irregularit\w+|illegal\w*|grievances?|unsafe)\b{_GAP}\b(?:must|should|shall|may|only)\b{_GAP}(?:\bfirst\b|\bonly\b|\binternally\b|\bbefore\b)|\b(?:report|raise)\b{_GAP}\b(?:wrongdoing|misconduct|concerns?|violations?|irregularit\w+)\b{_GAP}(?:\binternally\b|\bonly\b|\bbefore (?:contact|go|report|turn)\w*|\bfirst\b)",
        r"\bkan\b|\beller\b[^.]*\bmyndighet|\bhar rätt\b|\bdirekt till\b",
        r"\bmay also\b|\bor (?:to )?(?:an|the) authorit|\bright to\b",
    ),
    Family(
        "union",
        rf"{_NO_SV}{_GAP}(?:\bfack(?:et|lig\w*|förbund\w*|klubb\w*)?\b|\blön(?:en|er|erna|evillkor\w*|eförhandling\w*|esättning\w*)?\b|\barbetsvillkor\w*|\banställningsvillkor\w*|\bkollektivavtal\w*|\bstrejk\w*|\barbetsförhållanden\w*)",
        rf"{_NO_EN}{_GAP}(?:\bwages?\b|\bsalar(?:y|ies)\b|\b(?:their|your|our|about|discuss\w*|disclos\w*) pay\b|\bcompensation\b|\bworking conditions\b|\bterms (?:and conditions )?of employment\b|\bunions?\b|\bunioni[sz]\w*|\bstrikes?\b|\bcollective (?:bargaining|action)\b|\blabou?r disputes?\b)",
        r"\b(?:kund\w*|ingen|hindra\w*|förhandla\w* (?:med|bort))\b",
        r"\b(?:customer|EU|European|credit)\b",
    ),
    Family(
        "reprisal",
        rf"(?:{_CRITICISM_SV}|\båsikt\w*|\buttaland\w*|{MEDIA_SV}|\bläck\w*|\bgilla\w*){_GAP}(?:\buppsägning\w*|\bsägs? upp\b|\bavsked\w*|\bvarning\b|\bdisciplin\w*|\barbetsrättslig\w*|\bomplacer\w*|\blöneavdrag\w*)",
        rf"(?:{_CRITICISM_EN}|\bopinions?\b|\bviews\b|{MEDIA_EN}|\bleak\w*|\blikes?\b){_GAP}(?:\bdisciplin\w*|\bdismiss\w*|\bterminat\w*|\bfired\b|\bsanction\w*|\bwritten warning\b)",
        r"\b(?:inte|ingen|aldrig)\b",
        r"\b(?:not|nobody|no one|never)\b|n['’]t\b",
    ),
    Family(
        "criticism",
        rf"{_NO_SV}{_GAP}{_CRITICISM_SV}{_GAP}{_EMPLOYER_SV}|{_NO_SV}{_GAP}{_EMPLOYER_SV}{_GAP}(?:i dålig dager|i negativ dager|negativt)|\bskada\w* (?:företag\w*|bolag\w*|arbetsgivar\w*|kommun\w*|vårt|organisation\w*)(?: \w+)?(?: rykte| anseende| varumärke)?{_GAP}(?:inte|undvik\w*|förbju\w*)"
        rf"|\bkritik(?:en)?\b{_GAP}\b(?:ska|skall|bör|måste|tas|framförs|framföra)\b{_GAP}\b(?:internt|intern\w*|närmaste chef|din chef|till chef\w*|inte (?:i|på|via) sociala medier)",
        rf"{_NO_EN}{_GAP}{_CRITICISM_EN}{_GAP}{_EMPLOYER_EN}|{_NO_EN}{_GAP}{_EMPLOYER_EN}{_GAP}(?:in a (?:bad|negative|unfavou?rable|poor) light|negatively|disreput\w*)|\bcriticism\b{_GAP}\b(?:must|should|shall|is to)\b{_GAP}\b(?:internally|manager|supervisor)\b",
        r"\bkund\w*|\bkonkurrent\w*|\bkritik(?:en)? stå|\b(?:ta bort|radera|dölj\w*)\b",
        r"\b(?:competitor|customer|client)\w*|\bremov\w*|\bdelet\w*|\bhid(?:e|ing)\b|\bfalse\b|\bargumentative\b|\bcomplaints? (?:about|from)\b",
    ),
    Family(
        "media",
        rf"{_NO_SV}{_GAP}(?:uttala\w*|prata\w*|tala\w*|lämna\w*|svara\w*|kontakta\w*|kommentera\w*|intervju\w*|ge\b){_GAP}{MEDIA_SV}|{_NO_SV}{_GAP}{MEDIA_SV}"
        rf"|\b(?:endast|bara|enbart)(?:\s+\w+){{1,5}}\s+(?:får|ska|skall|uttalar sig)\b{_GAP}{MEDIA_SV}|\b(?:alla|samtliga|all|varje)\b{_GAP}\b(?:kontakt\w*|frågor|förfråg\w*|fråga)\b{_GAP}{MEDIA_SV}{_GAP}\b(?:ska|skall|måste|hänvisas|sköts|hanteras|går)\b|\bhänvisa\w*\b{_GAP}{MEDIA_SV}{_GAP}\btill\b|{MEDIA_SV}{_GAP}\b(?:hänvisas|ska{_GAP}hänvisa\w*|skall{_GAP}hänvisa\w*)"
        rf"|{MEDIA_SV}{_GAP}\b(?:endast|bara|enbart|uteslutande|alltid)\b{_GAP}\b(?:genom|via|av|hos|efter)\b|{MEDIA_SV}{_GAP}{_LEAVE_SV}|{_LEAVE_SV}{_GAP}{MEDIA_SV}",
        rf"{_NO_EN}{_GAP}(?:speak\w*|talk\w*|respond\w*|answer\w*|comment\w*|contact\w*|communicat\w*|interview\w*|disclos\w*|give\b){_GAP}{MEDIA_EN}|\b(?:all|any|every)\b{_GAP}{MEDIA_EN}{_GAP}\b(?:must|should|shall|are to|need to|to be)\b{_GAP}\b(?:direct\w*|refer\w*|forward\w*|approv\w*|handled)|\b(?:direct|refer|forward)\b{_GAP}{MEDIA_EN}{_GAP}\bto\b|\bonly(?:\s+\w+){{1,5}}\s+(?:may|are (?:authori[sz]ed|allowed))\b{_GAP}{MEDIA_EN}"
        rf"|{MEDIA_EN}{_GAP}\b(?:employees|staff|workers|you)\b (?:may|must|should|can) (?:not|never)\b|{MEDIA_EN}{_GAP}\b(?:only|exclusively|solely|always)\b{_GAP}\b(?:through|via|by|after)\b|{MEDIA_EN}{_GAP}{_LEAVE_EN}|{_LEAVE_EN}{_GAP}{MEDIA_EN}",
        r"\b(?:å|på) \w+ vägnar|\bi (?:vårt|företagets|bolagets|kommunens) namn|\bför (?:vår|företagets|bolagets|kommunens) räkning|\bsom (?:talesperson|företrädare)|\bofficiell\w*|\bmeddelarfrihet\w*|\bmeddelarskydd\w*|\bkund\w*",
        r"\bon (?:our|the \w+['’]?s?) behalf|\bon behalf|\bin our name|\bofficial\w*|\brepresent\w*|\bspokes\w+|\bas (?:a|our)\b",
    ),
    Family(
        "naming",
        rf"(?:{_NO_SV}|\b(?:får|ska|måste)\b{_GAP}\b(?:bara|endast|enbart)\b){_GAP}\b(?:nämna|omnämna|namnge|skriva om|berätta om|ange|uppge|avslöja|visa|tala om)\b{_GAP}{WORK_SV}{_GAP}(?:\bprivat\w*|\begna\b|\bpersonlig\w*|\bfritid\w*|\binlägg\w*|\bsociala medier|\bprofil\w*|{_LEAVE_SV})",
        rf"(?:{_NO_EN}|\b(?:may|must|should)\b{_GAP}\bonly\b){_GAP}\b(?:mention|name|identify|reveal|disclose|write about|refer to|state)\b{_GAP}{WORK_EN}{_GAP}(?:\bprivate\w*|\bpersonal|\bown\b|\bsocial media|\bposts?\b|\bprofiles?\b|\bblogs?\b|\bonline\b|{_LEAVE_EN})",
        r"\b(?:kund\w*|patient\w*|elev\w*|hemlig\w*|sekretess\w*|konfidentiell\w*|uppgifter|information|logotyp\w*)\b|\b(?:å|på) \w+ vägnar|\bnamn\b",
        r"\b(?:customer|client|patient|student)\w*|\bsecret\w*|\bconfidential\w*|\bsensitive\b|\binformation\b|\blogos?\b|\bon behalf|['’]s (?:name|plans|results)\b",
    ),
    Family(
        "own-profile",
        rf"\b(?:privata|egna|personliga|privat|eget)\b{_GAP}\b(?:konto\w*|profil\w*|sociala medier|inlägg|flöde\w*)\b{_GAP}\b(?:ska|skall|måste|bör|får)\b{_GAP}(?:godkän\w*|anmäl\w*|registrer\w*|granska\w*|övervaka\w*|kontroller\w*|lösenord\w*)|\b(?:övervaka\w*|granska\w*|kontroller\w*|bevaka\w*)\b{_GAP}\b(?:anställda\w*|medarbetar\w*|personal\w*)\b{_GAP}(?:\binlägg|\bkonto\w*|\bprofil\w*|sociala medier|aktivitet)|\blämna\w* (?:ut|över)\b{_GAP}\b(?:lösenord|inloggning)\w*",
        rf"\b(?:personal|private|own)\b{_GAP}\b(?:accounts?|profiles?|social media|posts?|blogs?)\b{_GAP}\b(?:must|should|shall|may|need to|are to|will)\b{_GAP}(?:approv\w*|pre-?approv\w*|register\w*|review\w*|monitor\w*|password\w*)|\bmonitor\w*\b{_GAP}\b(?:employees?['’]?|staff|workers?|personal|your)\b{_GAP}(?:posts?|accounts?|profiles?|activity|online)|\b(?:hand(?:ing)? over|provide|disclose)\b{_GAP}\b(?:your |their |relevant )?(?:personal )?(?:passwords?|login details)\b",
        r"\b(?:inte|aldrig|ingen|behöver inte)\b",
        r"\b(?:not|never|nobody|no one|official|company accounts?|corporate accounts?)\b|n['’]t\b",
    ),
    Family(
        "opinion",
        rf"{_NO_SV}{_GAP}(?:politisk\w*|religiös\w*|privata åsikt\w*|personliga åsikt\w*|egna åsikt\w*|kontroversiell\w*|samhällsfråg\w*)|(?:politisk\w*|åsikt\w*){_GAP}\b(?:ska|bör|måste)\b{_GAP}\b(?:neutral\w*|godkän\w*|granska\w*|tas bort|raderas)|\b(?:ombeds|uppmanas|kan bli ombed\w*|måste|ska)\b{_GAP}\b(?:ta bort|radera|ändra)\b{_GAP}(?:privat\w*|egna|personlig\w*|politisk\w*)",
        rf"{_NO_EN}{_GAP}(?:politic\w*|partisan|religio\w*|controversial|personal (?:opinions?|views|beliefs))|\bpolitical\b{_GAP}\b(?:must|should|shall)\b{_GAP}\b(?:neutral\w*|reviewed|approved|removed)|\b(?:asked|required|requested|made) to (?:modify|remove|delete|edit|take down){_GAP}\b(?:posts?|comments?|postings?|content)\b",
        r"\b(?:våra|vårt|kommunens|företagets|bolagets|officiella|myndighetens|organisationens) (?:officiella )?(?:kanal\w*|kont\w*|sidor|sida|namn)|\bi tjänsten\b|\bkund\w*|\bge (?:sken|intryck)|\bframstå\w*|\bför (?:vår|företagets) räkning|\bkampanj\w*|\bpartipolitisk reklam",
        r"\b(?:on|in|from|using) (?:our|the|company|official|corporate) (?:\w+ )?(?:accounts?|channels?|pages?)|\bofficial\w*|\bon behalf|\bimpl(?:y|ies|ied)\b|\bendors\w*|\brepresent\w*|\bspeak(?:ing)? for\b|\bbranded\b|\blogos?\b|\bcommenters?\b|\bvisitors?\b|\bin violation of (?:the )?law",
    ),
    Family(
        "secrecy",
        rf"\b(?:allt|all information|samtlig\w* information|alla uppgifter)\b{_GAP}(?:\barbet\w*|\bjobb\w*|{_EMPLOYER_SV}|\bintern\w*){_GAP}(?:\bkonfidentiell\w*|\bhemlig\w*|\bsekretess\w*|\bstannar (?:inom|innanför|på)|\bfår (?:inte|aldrig) (?:spridas|föras|delas|lämna))",
        rf"\b(?:everything|anything|all information|whatever)\b{_GAP}(?:\b(?:at|about|from|through) work\b|\bworkplace\b|\binternal\w*|\bthe job\b|{_EMPLOYER_EN}){_GAP}(?:\b(?:is|are|as|remains?|stays?|be|kept|keep) (?:strictly |always |to be (?:treated as |kept )?)?(?:confidential|secret)|\bstays? (?:inside|within|at work)|\b(?:must|may|can) (?:not|never) be (?:shared|repeated|disclosed|discussed))",
        r"\b(?:kund\w*|patient\w*|elev\w*|klassa\w*|enligt lag\w*|inte allt|som lagen|barn\w*|klient\w*|anbud\w*)",
        r"\b(?:customers?|patients?|pupils?|clients?|students?|classified|required by law|not everything|children|marked)\b",
    ),
    Family(
        "informing",
        rf"\b(?:skyldig\w*|måste|ska|skall|bör|uppmanas|åligger|förväntas|plikt\w*)\b{_GAP}\b(?:anmäl\w*|rapporter\w*|tipsa\w*|underrätt\w*|ange\b){_GAP}\b(?:kolleg\w*|arbetskamrat\w*|medarbetare som|anställda som|andra anställda){_GAP}(?:\binlägg\w*|\bskriv\w*|\bkonto\w*|\bprofil\w*|\bnätet\b|\bsociala medier\b|{_CRITICISM_SV}|\bbryter mot\b)",
        rf"\b(?:must|should|shall|required to|expected to|encouraged to|are to|has to|have to|(?:duty|obliged|obligation) to)\b{_GAP}\b(?:report|inform on|notify|denounce)\b{_GAP}\b(?:colleagues?|co-?workers?|(?:other|fellow) (?:employees|staff)|employees who|staff who)\b{_GAP}(?:\bpost\w*|\bcomment\w*|\baccounts?\b|\bprofiles?\b|\bonline\b|\bsocial media\b|{_CRITICISM_EN}|\bviolat\w*|\bbreach\w*|\bbreak\w*)",
        r"\b(?:hot\b|hota\w*|trakasser\w*|mobb\w*|brott\w*|polis\w*|olyck\w*|missförhålland\w*|skydda\w*|inte|aldrig|ingen)\b",
        r"\b(?:threat\w*|harass\w*|bull(?:y|ied|ying)\w*|crim\w+|police|accident\w*|safe\w*|not|never|nobody|no one)\b",
    ),
)
