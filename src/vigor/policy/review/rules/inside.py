"""What only insiders know, in a point that anyone can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.policy.review.hint import Both
from vigor.policy.review.pieces import Piece
from vigor.policy.review.rule import Finding, Reading, Rule, Told, en, same, sv

_HOST = re.compile(
    r"\b(?:https?://)?(?:[\w-]{1,63}\.){1,8}(?:local|lan|intra|intern|internal|corp|intranet|localdomain|home\.arpa)\b[\w/.-]*"
    r"|\bhttps?://(?:intranet|wiki|jira|confluence|sharepoint|gitlab|git|vpn|extranet|localhost|inside|internal|intern)(?![\w.-])[\w/.:-]*"
    r"|\b(?:intranet|insidan|jira|confluence)\.[\w-]+\.(?:se|com|org|net|nu)\b[\w/.-]*"
    r"|\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b"
    r"|(?<![\w\\])\\\\[\w.-]+\\[\w$.-]+|\b[A-Z]:\\[\w\\. -]+",
    re.IGNORECASE,
)
_TICKET = re.compile(
    r"(?<![\w-])(?P<project>[A-Z]{2,10})-(?P<number>\d{2,6})(?![\w-])|\b(?:dnr|diarienr)\.? ?:?\s?\w[\w/: -]{0,30}\d{4}[/:-]\d+",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:slack|teams|mattermost|zulip|kanal\w*|channel)\W{1,3}(?:\w+\W{1,2})?(?P<room>#[a-zåäö][\w-]{2,})|(?P<other>#[a-zåäö][\w-]{2,})(?=\W{1,3}(?:\w+ )?(?:on slack|i slack|slack|channel|kanalen))",
    re.IGNORECASE,
)
_NO_TICKETS = frozenset(
    [
        "COVID",
        "ISO",
        "UTF",
        "WCAG",
        "GPT",
        "SHA",
        "MP",
        "H",
        "M",
        "EN",
        "SS",
        "RFC",
        "IEC",
        "UN",
        "EU",
        "A",
        "B",
        "F",
        "HTTP",
        "TLS",
        "USB",
        "IPV",
        "MD",
        "CC",
        "BY",
        "AES",
        "PM",
        "CO",
        "AD",
        "SFS",
        "SOU",
        "PROP",
        "DS",
        "KF",
        "KS",
        "WCAG2",
    ]
)


def _inside(reading: Reading) -> Iterator[Finding]:
    named = _named(reading.internal_words)
    for piece in reading.pieces:
        if piece.public:
            yield from _in_piece(piece, named)


def _named(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:s|:s|['’]s)?(?!\w)", re.IGNORECASE
    )


def _in_piece(piece: Piece, named: re.Pattern[str] | None) -> Iterator[Finding]:
    for found in named.finditer(piece.source) if named else ():
        yield Finding(piece, found.span(), "", {"quote": same(found.group())}, confidence=1.0)
    for found in _HOST.finditer(piece.source):
        yield Finding(piece, found.span(), "host", {"quote": same(found.group())}, confidence=0.9)
    # A number in a heading is the document's own more often than a case's.
    for found in _TICKET.finditer(piece.source) if piece.role != "title" else ():
        project = found["project"]
        if project is None or (project.isupper() and project not in _NO_TICKETS):
            yield Finding(piece, found.span(), "ticket", {"quote": same(found.group())}, confidence=0.7)
    for found in _ROOM.finditer(piece.source):
        group = "room" if found["room"] else "other"
        yield Finding(piece, found.span(group), "room", {"quote": same(found[group])}, confidence=0.7)


_MEND = Both(
    "Skriv om det så att en utomstående förstår, eller gör punkten intern: `audience=internal`.",
    "Rewrite it so that an outsider understands, or make the point internal: `audience=internal`.",
)

INTERNAL_NAME = Rule(
    "internal-name",
    Both("internt namn i en offentlig punkt", "internal name in a public point"),
    {
        "": Told(Both("”{quote}” är ett internt namn, och punkten är offentlig.", "“{quote}” is an internal name, and the point is public."), _MEND),
        "host": Told(Both("”{quote}” ser ut som en intern adress, och punkten är offentlig.", "“{quote}” looks like an internal address, and the point is public."), _MEND),
        "ticket": Told(Both("”{quote}” ser ut som ett ärendenummer, och punkten är offentlig.", "“{quote}” looks like a case number, and the point is public."), _MEND),
        "room": Told(Both("”{quote}” ser ut som en intern chattkanal, och punkten är offentlig.", "“{quote}” looks like an internal chat room, and the point is public."), _MEND),
    },
    "Vigör's own idea: what is internal can't leak",
    _inside,
    flags=(
        sv("Vi berättar inget om Projekt Lärka.", internal_words=("projekt lärka",)),
        sv("Rutinen finns på https://intranet.exempel.se/rutin."),
        sv("Se ärende KOM-1234 för bakgrunden."),
        en("We say nothing of Skylark’s date.", internal_words=("Skylark",)),
        en("The list is on wiki.corp.internal/brand."),
        en("Ask in the Slack channel #ask-brand first."),
    ),
    passes=(
        sv("## Lärka {#larka audience=internal}\n\n- Vi säger inget om Projekt Lärka. {#tyst}", internal_words=("projekt lärka",)),
        sv("Lärkan sjunger.", internal_words=("lärk",)),
        sv("Vi skriver enligt ISO-9001 och minns COVID-19."),
        en("We link to https://example.org/help and use #opentowork."),
        en("We go skylarking on Fridays.", internal_words=("Skylark",)),
    ),
)  # fmt: skip
