"""Somebody's numbers, address, health, money or case, out where anyone can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import has
from vigor.check.late import Late
from vigor.check.names import has_full_name
from vigor.check.ownwords import OwnWords
from vigor.check.personal.asked import asked
from vigor.check.personal.details import details
from vigor.check.personal.numbers import Found, cards, identities
from vigor.check.personal.phones import is_mobile, is_shared, phones
from vigor.check.personal.places import addresses, mails, plates
from vigor.check.personal.told import ORGANISED, told
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.personal_data.examples import FLAGS, PASSES

# "Hi Moa! Your appointment with the gynaecologist …", where anyone can read.
_YOUR_CARE = {
    "sv": Late(
        r"\b(?:hej|hejsan|god morgon|kära|bästa)[ ,]+[a-zåäö]\w+[^\n]{0,60}?\b(?:din|ditt|dina) (?:tid (?:hos|på|för)|besök hos|provsvar|provresultat|remiss|recept|diagnos|behandling|journal|sjukskrivning|operation|graviditet)\b[^.!?\n]{0,40}", needs=("din ", "ditt ", "dina ")
    ),
    "en": Late(
        r"\b(?:hi|hello|dear|good morning)[ ,]+[a-z]\w+[^\n]{0,60}?\byour (?:appointment (?:with|at|for)|test results?|referral|prescription|diagnosis|treatment|medical record|sick leave|surgery|pregnancy)\b[^.!?\n]{0,40}", needs=("your ",)
    ),
}  # fmt: skip
_CARE = {
    "sv": r"\b(?:gynekolog\w*|psykolog\w*|psykiat\w*|läkar\w*|tandläkar\w*|barnmorsk\w*|urolog\w*|onkolog\w*|terapeut\w*|mottagning\w*|vårdcentral\w*|kliniken|provsvar\w*|provresultat\w*|remiss\w*|recept\w*|diagnos\w*|journal\w*|sjukskrivning\w*|operation\w*|graviditet\w*|röntgen|mammografi\w*)\b",
    "en": r"\b(?:gyn\w*|psycholog\w*|psychiatr\w*|doctor|gp|dentist|midwife|urolog\w*|oncolog\w*|therapist|clinic|surgery|test results?|referral|prescription|diagnosis|medical record|sick leave|pregnancy|x-?ray|mammogram)\b",
}
_DIGIT = Late(r"\d")
_DIGITS = Late(r"\d\D{0,3}\d")
_SHARED = {
    "sv": r"(?:växel\w*|felanmäl\w*|journummer|journr|larmnummer|boka (?:bord|tid)|beställ\w*|anmäl\w*|kundtjänst\w*|kundservice\w*|kundcenter\w*|support\w*|reception\w*|press\w*|jour\w*|kansli\w*|butik\w*|bokning\w*|ring oss|nå(?:s|r)? oss|kontakta oss|oss på|hit|sjukvårdsråd\w*|upplysning\w*)[^.!?\n]{0,30}\Z",
    "en": r"(?:switchboard|emergency line|our line|repairs line|lost property|enquiries|box office|surgery|customer (?:service|care|support)|support|reception|press|helpline|hotline|front desk|call us|reach us|contact us|us on|us at|bookings?|our (?:shop|store|office))[^.!?\n]{0,30}\Z",
}


_THEIR_NUMBER = {
    "sv": r"\b(?:hans|hennes|hens|din|ditt|dig|privat\w*|hem(?:nummer|telefon)?\w*|kundens|\w+s (?:nummer|telefon))\b",
    "en": r"\b(?:his|her|their|your|you|private|home|customer['’]s|\w+['’]s (?:number|phone|mobile))\b",
}


def found_in(post: Post) -> Iterator[Found]:
    """Everything that points at a person, with exact spans; also what turns out to belong to an organisation."""
    yield from mails(post.text)
    digits = _DIGIT.search(post.text)
    if digits and _DIGITS.search(post.text, digits.start()):
        taken = [*identities(post.lower), *cards(post.lower)]
        yield from taken
        # What is somebody's identity number or card isn't a telephone too.
        for one in phones(post.lower, post.language):
            if not any(
                other.span.start < one.span.end and one.span.start < other.span.end for other in taken
            ):
                yield one
        yield from plates(post.text, post.lower, post.language)
    if digits:
        for one in addresses(post.lower, post.language):
            if one.kind != "street":
                yield one
            elif _is_after_name(one, post):
                yield Found("address", one.span, 0.76)
    detailed = list(details(post))
    yield from detailed or told(post)
    yield from asked(post)
    care = _YOUR_CARE[post.language].search(post.lower)
    if care and has(post, _CARE[post.language], Span(*care.span())):
        yield Found("health", Span(*care.span()), 0.76)


# "Congratulations Tabitha Rook, 42 Mallard Way": who lives there, unless it is a house with a name.
_NAME_BEFORE = Late(
    r"(?<![\w.])[A-ZÅÄÖÉ][a-zåäöéüøæ]+ (?:[a-z]{2,3} )?(?P<last>[A-ZÅÄÖÉ][a-zåäöéüøæ]+)(?:,| på| of| at| on| från| from| \()? ?\Z"
)


def _is_after_name(one: Found, post: Post) -> bool:
    before = _NAME_BEFORE.search(post.text[max(0, one.span.start - 50) : one.span.start])
    return before is not None and before["last"].lower() not in ORGANISED


def _find(post: Post) -> Iterator[Finding]:
    found = list(found_in(post))
    if not found:
        return
    public = _public(post.context.words)
    # A switchboard's number alone is nobody's; beside somebody's name or number it is a part of what is told of them.
    person = any(one.kind not in ("role", "phone") for one in found) or has_full_name(post.text)
    for one in found:
        written = post.of(one.span)
        if _bare(written) in public or (not person and _is_shared(one, post)) or _is_handle(one, post):
            continue
        kind = "email" if one.kind == "role" else one.kind
        yield Finding(one.span, one.confidence, kind)


def _is_shared(one: Found, post: Post) -> bool:
    if one.kind == "role":
        return True
    if one.kind != "phone":
        return False
    before = Span(max(0, one.span.start - 60), one.span.start)
    if is_shared(post.of(one.span)) or has(post, _SHARED[post.language], before):
        return True
    # An account that gives a line with a wire gives its own, unless it says whose else it is.
    ours = post.context.layer == "logo" and not is_mobile(post.of(one.span))
    return ours and not has(post, _THEIR_NUMBER[post.language], before)


def _is_handle(one: Found, post: Post) -> bool:
    """ "@anna@mastodon.example" is an address to write to in the open, and "https://x.example/@anna" a link."""
    if one.kind not in ("email", "role"):
        return False
    start = one.span.start
    return post.text[start - 1 : start] == "@" or any(
        link.start <= start < link.end and not post.lower.startswith("mailto", link.start)
        for link in post.links
    )


def _bare(written: str) -> str:
    """A number by its digits, anything else in lower case."""
    digits = re.sub(r"\D", "", written)
    return (
        digits.removeprefix("00").removeprefix("46").removeprefix("0") if len(digits) > 6 else written.lower()
    )


def _public(words: OwnWords) -> frozenset[str]:
    return frozenset(_bare(contact) for contact in words.own_contacts)


_OPEN = Both(
    "Allt som står öppet kan läsas av vem som helst, länge.",
    "What stands in the open can be read by anyone, for a long time.",
)
_MOVE = Both("Stryk det här, och be personen skriva till er där bara ni läser.", "Leave it out here, and ask the person to write where only you read.")  # fmt: skip


def _told(sv_text: str, en_text: str, maybe: Both | None = None, way: Both = _MOVE) -> Told:
    return Told(Both(sv_text, en_text), _OPEN, way, maybe)


PERSONAL_DATA = Check(
    "personal-data",
    Both("personuppgifter", "personal data"),
    {
        "": _told("Här står en persons uppgifter.", "Here are a person’s details.", Both("Det här kan läsas som uppgifter om en person som går att känna igen.", "This can be read as telling of a person who can be recognised.")),
        "identity": _told("Här står ett personnummer.", "Here is somebody’s identity number.", Both("Det här kan vara ett personnummer.", "This may be somebody’s identity number.")),
        "phone": _told("Här står ett telefonnummer som kan vara någons eget.", "Here is a phone number that may be somebody’s own.", way=Both("Är det någons eget? Stryk det, eller skriv växelns nummer.", "Is it somebody’s own? Leave it out, or give the switchboard’s.")),
        "email": _told("Här står en mejladress till en person.", "Here is a person’s mail address.", way=Both("Stryk den, eller skriv en adress till er funktion.", "Leave it out, or give an address of your team’s.")),
        "address": _told("Här står var någon bor.", "Here is where somebody lives.", Both("Det här kan vara någons hemadress.", "This may be somebody’s home address.")),
        "plate": _told("Här står ett registreringsnummer. Det leder till ägaren.", "Here is a number plate. It leads to its owner."),
        "card": _told("Här står ett kortnummer.", "Here is a card number.", way=Both("Stryk det genast. Är det redan ute: be kortets ägare spärra det.", "Take it out at once. If it’s already out, ask the owner to block the card.")),
        "health": _told("Här står något om en namngiven persons hälsa.", "This tells something of a named person’s health.", Both("Det här kan läsas som något om en namngiven persons hälsa.", "This can be read as telling of a named person’s health."), Both("Har personen sagt ja till att det står här? Annars räcker ”hen är inte här just nu”.", "Has the person said yes to this? If not, “not here just now” will do.")),
        "debt": _told("Här står något om en namngiven persons pengar.", "This tells something of a named person’s money.", Both("Det här kan läsas som något om en namngiven persons pengar.", "This can be read as telling of a named person’s money.")),
        "case": _told("Här står något om en namngiven persons ärende.", "This tells something of a named person’s case.", Both("Det här kan läsas som något om en namngiven persons ärende.", "This can be read as telling of a named person’s case.")),
        "asked": _told("Här ber vi någon skriva ett nummer som är deras eget.", "This asks somebody for a number of their own.", way=Both("Be dem skicka det där bara ni läser: ett meddelande, eller efter inloggning.", "Ask for it where only you read: in a message, or once signed in.")),
    },
    "Whoever can be recognised has not asked to be. Numbers can be misused for years, and health can’t be taken back.",
    "GDPR (EU 2016/679), art. 4, 6, 9 and 87; Skatteverket, SKV 704 and SKV 707; ITU-T E.164; ISO/IEC 7812",
    _find,
    exact=frozenset(("identity", "phone", "email", "address", "plate", "card", "asked")),
    weight=3.0,
    quiet_when_protected=False,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip
