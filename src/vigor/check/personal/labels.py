"""What the words before a number call it: an order, an organisation, a person's own."""

from __future__ import annotations

from vigor.check.late import Late

WINDOW = 42

_THING = Late(
    r"(?:order\w*|beställning\w*|bokning\w*|boknings?nr|faktur\w*|invoice\w*|ocr\w*|bankgiro\w*|plusgiro\w*|\bbg\b|\bpg\b|iban|konto\w*|account"
    r"|org\w*[. -]*(?:nr|nummer|number|no)|organisation(?:snummer|snr)?|company (?:number|no|reg\w*)|vat\w*|momsreg\w*|dnr|diarie\w*|ärende\w*|case|ticket|reference|ref|referens\w*"
    r"|artik\w*|art\.?\s?nr|article|item|sku|isbn|ean|issn|doi|serie\w*|serial|modell\w*|model|kund(?:nr|nummer)|customer (?:no|number|id)|medlems(?:nr|nummer)|kolli\w*|paket\w*|parcel"
    r"|tracking|spårning\w*|version\w*|build|patent\w*|kampanjkod\w*|rabattkod\w*|code|kod|lott\w*|nummerserie|mätar\w*|anläggning\w*|lagrum|paragraf|sfs|bus|buss|tåg|flight|flyg)"
    r"(?:[\s.:#=()/-]|är|is|nr|nummer|number|no)*\Z"
)
_PERSON = Late(
    r"(?:person(?:al)?[- ]?(?:nummer|nr|number|id\w*)|p-?n(?:umme)?r|samordnings\w*|social security|ssn|national (?:id|insurance)\w*|identity (?:no|number)|id[- ](?:nr|nummer|number|no)"
    r"|student-?id|legitimation\w*|born|födelse\w*|född|patient\w*|elev|klient|dob)\b[^.!?\n]{0,24}\Z"
)
_BRACKET = Late(r"\w[\w-]* \w[\w-]* ?\($")
_PHONE = Late(
    r"(?:\btel|telefon\w*|tfn\w*|telnr|mobil\w*|mobile|cell|phone\w*|ring\w*|nås|når|nå|call|text|sms|nummer|number|whatsapp|swish\w*|dial|reach)\b[^!?\n]{0,26}\Z"
)


def _before(lower: str, start: int) -> str:
    return lower[max(0, start - WINDOW) : start]


def is_thing(lower: str, start: int) -> bool:
    """Is the number that starts here called an order, an invoice, an organisation …, right before it?"""
    return bool(_THING.search(_before(lower, start)))


def is_person(lower: str, start: int) -> bool:
    """Is it called somebody's identity number, or does it stand in brackets after a name?"""
    before = _before(lower, start)
    return bool(_PERSON.search(before) or _BRACKET.search(before))


def is_phone(lower: str, start: int) -> bool:
    """Is it called a telephone, or something to ring?"""
    return bool(_PHONE.search(_before(lower, start)))
