"""What a column can say of an account, and the headings by which it is known, in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT

RESTS_ON = "rests_on"


@dataclass(frozen=True, slots=True)
class Field:
    """`row` is the table it is kept in: account, card, keys, or a word of its own that `entries` knows.

    `longest`: characters; 0 where something else decides. `many`: a list.
    """

    key: str
    name: str | Promise
    row: str
    headings: tuple[str, ...]
    longest: int = 0
    many: bool = False


FIELDS: tuple[Field, ...] = (
    Field(
        "address",
        _("the account’s address"),
        "place",
        (
            "adress",
            "url",
            "länk",
            "link",
            "webbadress",
            "account",
            "handle",
            "username",
            "användarnamn",
            "kontoadress",
            "@",
        ),
    ),
    Field(
        "network",
        _("network"),
        "place",
        ("nätverk", "service", "platform", "plattform", "kanal", "channel", "tjänst"),
    ),
    Field(
        "name",
        _("name"),
        "account",
        ("namn", "konto", "kontonamn", "title", "titel", "benämning", "account name", "holder", "innehavare"),
        LONGEST_NAME,
    ),
    Field(
        "purpose",
        _("purpose"),
        "account",
        (
            "syfte",
            "ändamål",
            "about",
            "description",
            "beskrivning",
        ),
        LONGEST_TEXT,
    ),
    Field(
        "audience",
        _("for whom"),
        "account",
        ("för vem", "för vilka", "målgrupp", "audience", "for whom", "target group"),
        LONGEST_LINE,
    ),
    Field(
        "topics",
        _("topics"),
        "account",
        ("ämnen", "ämne", "topic", "topics", "tags", "taggar"),
        LONGEST_TEXT,
        many=True,
    ),
    Field(
        "hours",
        _("when it is answered"),
        "account",
        ("svarstider", "svarstid", "öppettider", "answering times", "opening hours", "när svarar vi"),
        LONGEST_LINE,
    ),
    Field("ends", _("how it ends"), "account", ("avslut", "hur det slutar", "how it ends"), LONGEST_LINE),
    Field("state", _("state"), "state", ("läge", "status", "tillstånd", "läge nu")),
    Field(
        "speaks_since",
        _("speaks for us since"),
        "day",
        ("sedan", "talar sedan", "since", "startdatum", "start date", "start"),
    ),
    Field("until", _("until"), "day", ("till och med", "slutdatum", "end date", "until", "stängt")),
    Field(
        "looked_through_on",
        _("last looked through"),
        "day",
        ("senast genomgånget", "genomgånget", "last reviewed", "looked through on"),
    ),
    Field(
        "review_on",
        _("to be looked through"),
        "day",
        ("ses över", "nästa översyn", "översyn", "review", "next review"),
    ),
    Field(
        "departments",
        _("departments"),
        "departments",
        ("avdelning", "avdelningar", "department", "enhet", "förvaltning", "unit"),
        many=True,
    ),
    Field(
        "stewards",
        _("stewards (e-mail)"),
        "stewards",
        (
            "kontoansvarig",
            "kontoansvariga",
            "ansvarig",
            "ansvariga",
            "steward",
            "owner",
            "ägare",
            "responsible",
            "e-post",
            "epost",
            "mejl",
            "email",
            "e-mail",
        ),
        many=True,
    ),
    Field(
        "former_addresses",
        _("addresses it had"),
        "former",
        ("tidigare adresser", "former addresses"),
        many=True,
    ),
    Field("sender", _("sender"), "card", ("avsändare", "avsändarrad"), LONGEST_LINE),
    Field("signature", _("how we sign"), "card", ("signatur", "signering"), 80),
    Field("tone", _("how we sound"), "card", ("tonalitet", "ton", "tonläge"), LONGEST_TEXT),
    Field(
        "does", _("how we sound: examples"), "card", ("så säger vi", "exempel", "do"), LONGEST_TEXT, many=True
    ),
    Field(
        "avoids_saying",
        _("how we don’t sound: examples"),
        "card",
        ("så säger vi inte", "don't", "dont"),
        LONGEST_TEXT,
        many=True,
    ),
    Field("stands_for", _("what we stand for"), "card", ("vi står för", "står för"), LONGEST_TEXT, many=True),
    Field(
        "silent_on",
        _("what we don’t comment on"),
        "card",
        ("kommenterar inte", "vi kommenterar inte"),
        LONGEST_TEXT,
        many=True,
    ),
    Field(
        "house_rules", _("house rules"), "card", ("husregler", "ordningsregler", "spelregler"), LONGEST_TEXT
    ),
    Field(
        "kept_in",
        _("where the keys are kept"),
        "keys",
        ("nycklar", "nyckelplats", "var nycklarna finns", "keys"),
        LONGEST_LINE,
    ),
    Field(
        "two_factor", _("two-factor sign-in"), "known", ("tvåfaktor", "tvåfaktorsinloggning", "2fa", "mfa")
    ),
    Field(
        "recovery_is_ours",
        _("the recovery address is in our name"),
        "known",
        ("återställningsadress", "återställning", "recovery address"),
    ),
    Field("agency", _("an agency that holds the keys"), "keys", ("byrå", "extern byrå"), LONGEST_NAME),
    Field(
        RESTS_ON,
        _("whose private profile it rests on (e-mail)"),
        "somebody",
        ("vilar på", "privat profil", "rests on", "private profile"),
    ),
)
BY_KEY = {field.key: field for field in FIELDS}
# A column that isn't read; and one that we won't keep, whatever it is mapped to.
LEFT_OUT = ""
SECRET = ("lösenord", "password", "passwort", "pin", "secret", "hemlighet", "pwd", "passcode")
ON = "on:"  # "on:x": the account that a holder has on X
