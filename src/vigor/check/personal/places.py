"""Mail addresses, where people live, and their cars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.personal.numbers import Found

_AT = Late(r"@(?<=[\w.+%-]@)[\w-]")
_MAIL = Late(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,24}(?![\w@])")
# First parts of addresses that belong to a function: nobody's own.
_ROLES = Late(
    r"(?:felanm\w*|procurement\w*|tender\w*|upphandling\w*|claims\w*|returns?|retur\w*|repairs?|lost\w*|enquir\w*|inquir\w*|volunteer\w*|volont\w*|frivillig\w*|schools?|groups?|skol\w*|redaktor\w*|editor\w*|tickets?|biljett\w*|museum\w*|library|bibliotek\w*|archive|arkiv\w*|research|forskning\w*|miljo\w*|bygg\w*|service\w*|drift\w*|incident\w*|alert\w*|datasets?|data|api|dev|web|digital|socials?|social\w*|community|ideas?|ideer|visit\w*|besok\w*|hall[ao]\w*|teamet|boka|uthyrning\w*|hyr\w*|parkering\w*|parking|catering|kok\w*|bar|lager|warehouse|inkop\w*|purchasing|partners?|sponsor\w*|donat\w*|gift\w*|apply|ansok\w*|admissions?|studie\w*|vard\w*|clinic|reception|appointments?|tidbok\w*"
    r"|info|press\w*|media|kund(?:tj[aä]nst|service|center|support)?|customer\.?(?:service|care|support)?|kontakt|contact\w*|support|help(?:desk)?|hj[aä]lp|hello|hi|hej"
    r"|hr|jobb?s?|career\w*|karri[aä]r|rekrytering|registrator|diariet|kansli\w*|reception\w*|v[aä]xel\w*|order\w*|bokning\w*|booking\w*|sales|s[aä]lj|f[oö]rs[aä]ljning|shop|butik\w*"
    r"|redaktion\w*|tips\w*|nyhet\w*|news\w*|noreply|no-reply|admin|webmaster|postmaster|abuse|security|privacy|gdpr|dataskydd\w*|dpo|legal|billing|faktura\w*|invoice\w*|ekonomi|finance"
    r"|marketing|marknad|kommunikation\w*|feedback|synpunkt\w*|event\w*|anm[aä]lan|team|office|styrelse\w*|medlem\w*|member\w*|kurs\w*|it|forum|akut)(?:[._+-]?(?:se|sverige|sweden|nordic|eu|uk|us|\d{1,4}))?\Z"
)

_STREET_SV = (
    r"(?:[a-zåäöé]{2,24}(?:gatan|gata|vägen|väg|gränd|gränden|stigen|stig|allén|torget|torg|backen|ringen|esplanaden|kajen|gården|höjden|liden|åsen|backe|hamnen|berget)"
    r"|(?:stora|lilla|gamla|västra|östra|södra|norra|övre|nedre|sankt|s:t|(?!\w*adress)[a-zåäöé]{3,20}s) (?:gatan|vägen|gränd|torg|torget|allé|esplanaden|kyrkogatan|[a-zåäö]{2,16}gatan|[a-zåäö]{2,16}vägen))"
)
_ADDRESS_SV = Late(
    rf"(?<!\w){_STREET_SV} \d{{1,4}}(?: ?[a-h](?![\wåäö]))?(?:, ?(?:lgh|plan|våning|vån|tr) ?\d{{1,4}})?(?:,? ?\n?(?P<post>\d{{3}} ?\d{{2}})(?: (?P<town>[a-zåäöé]{{2,20}}))?)?(?!\d)"
)
_ADDRESS_EN = Late(
    r"(?<![\w#])(?:(?:flat|apartment|apt) \d{1,4}[a-z]?,? )?\d{1,5}[a-z]? (?:[a-z][a-z'’-]{1,20} ){1,3}(?:street|st|road|mews|row|grove|hill|park|square|walk|rise|view|green|bank|yard|wharf|quay|parade|gate|fold|mead|vale|heights|croft|end|cottages?|villas|rd|avenue|ave|lane|ln|drive|dr|court|close|crescent|terrace|place|boulevard|blvd|way|gardens)"
    r"\b\.?(?:,? (?:apt|apartment|flat|unit) ?\d{1,4}[a-z]?)?(?:,? (?:[a-z]{2,16},? ){0,3}(?P<post>[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}|[a-z]{2} \d{5}))?(?!\w)"
)
_LIVES = {
    "sv": r"\b(?:bor|bodde|hem(?:ma)? (?:till|hos|på)|hemadress\w*|bostadsadress\w*|privatadress\w*|adress(?:en)?(?: är| till)?|flytta[rt]?|skriven på|åk hem|hittar du (?:honom|henne))\b[^.!?\n]{0,40}\Z",
    "en": r"\b(?:lives?|lived|living|at (?:your|his|her|their) (?:home|house|place|flat)|(?:your|his|her|their) (?:home|house|place|flat)\W|the one at|the house at|delivered to|sent to|posted to|home address|address(?: is)?|resides?|residing|moved|find (?:him|her) at|his (?:house|place|flat)|her (?:house|place|flat)|at home at)\b[^.!?\n]{0,40}\Z",
}
_WE_MOVE = Late(
    r"\b(?:vi (?:flytta\w*|har flyttat)|vår\w* (?:\w+ )?adress|we(?:['’]re| are|['’]ve| have)? mov\w+|our (?:new )?address)\b"
)
_OURS = {
    "sv": r"\b(?:vi (?:finns|har|flyttar|öppnar|håller|sitter|ses)|vår[at]?|butik\w*|kontor\w*|besök\w*|välkom\w*|öppn\w*|restaurang\w*|salong\w*|café\w*|lokal\w*|mässa\w*|huvudkontor\w*|plats|träffas|event\w*|hitta (?:till )?oss|kom (?:till|förbi|in)|samling|start)\b",
    "en": r"\b(?:we(?:['’]re| are| have| meet| open| moved?)|our|shop|store|office|visit|welcome|open(?:s|ing|ed)?|restaurant|café|venue|showroom|branch|headquarters|find us|event|doors|meet at|come (?:to|by|along|down))\b",
}

_PLATE = Late(r"(?<![\w-])(?:[a-hj-pr-uw-z]{3} ?\d{2}[a-hj-npr-uw-z\d])(?![\w-])")
_PLATE_GB = Late(r"(?<![\w-])[a-z]{2}\d{2} ?[a-z]{3}(?![\w-])")
_CAR = {
    "sv": r"(?:reg\w*[. -]?(?:nr|nummer|skylt\w*)|skylt\w*|\bbil\w*|volvo|\bsaab|bmw|audi|tesla|skoda|toyota|volkswagen|\bvw|skåpbil\w*|lastbil\w*|körde|kör\b|parkera\w*|felparker\w*|mc|motorcykel\w*)[^.!?\n]{0,40}\Z",
    "en": r"(?:plates?|registration|reg|car|van|truck|vehicle|driver|driving|drove|parked|bmw|audi|ford|tesla|volvo|toyota)\b[^.!?\n]{0,40}\Z",
}


def mails(text: str) -> Iterator[Found]:
    """Every mail address; one that belongs to a function ("press@") is of the kind "role"."""
    # An account's name has the same sign, and nothing before it.
    if not _AT.search(text):
        return
    for match in _MAIL.finditer(text):
        kind = "role" if _ROLES.match(match.group().partition("@")[0].lower()) else "email"
        yield Found(kind, Span(*match.span()), 0.92)


def addresses(lower: str, language: str) -> Iterator[Found]:
    """Where somebody lives: a street and number with a post code, or after words that say so. A shop's own passes.

    Of the kind "street" is one that nothing tells of: somebody's where their name stands right before.
    """
    whole = _ADDRESS_SV if language == "sv" else _ADDRESS_EN
    for match in whole.finditer(lower):
        start = match.start()
        around = lower[max(0, start - 90) : start]
        lives = re.search(_LIVES[language], around)
        if lives and not _WE_MOVE.search(around):
            yield Found("address", Span(*match.span()), 0.9)
        elif match.group("post") and not re.search(_OURS[language], around):
            yield Found("address", Span(*match.span()), 0.75)
        elif not re.search(_OURS[language], around):
            yield Found("street", Span(*match.span()), 0.0)


def plates(text: str, lower: str, language: str) -> Iterator[Found]:
    """Plates of cars, in capitals and where a car is spoken of: "ABC 123" alone may be anything."""
    for match in (*_PLATE.finditer(lower), *(_PLATE_GB.finditer(lower) if language == "en" else ())):
        start, end = match.span()
        if text[start:end].isupper() and re.search(_CAR[language], lower[max(0, start - 60) : start]):
            yield Found("plate", Span(start, end), 0.85)
