"""What a point lacks to be lived by: a case, a guideline, a way to act."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.policy.document import Case, Guideline, Kind, Section, Text
from vigor.policy.review.hint import Both
from vigor.policy.review.pieces import Piece
from vigor.policy.review.rule import Finding, Reading, Rule, Told, en, same, sv

_TITLE = 60


def _of(reading: Reading, point: Section | Guideline | Case) -> Piece | None:
    """The piece that a point opens with."""
    return next(
        (
            piece
            for piece in reading.pieces
            if piece.line == point.line and piece.role in ("title", "guideline")
        ),
        None,
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0] + " …"


def _found(reading: Reading, point: Section | Guideline | Case, variant: str = "") -> Iterator[Finding]:
    piece = _of(reading, point)
    if piece is not None:
        end = len(piece.source.split("\n", 1)[0])
        yield Finding(piece, (0, end), variant, {"quote": same(_shortened(piece.plain))}, confidence=1.0)


def _without_case(reading: Reading) -> Iterator[Finding]:
    shown = {key for point in reading.policy.points() if isinstance(point, Case) for key in point.shows}
    for section in reading.policy.of(Kind.PRINCIPLE):
        for guideline in section.guidelines:
            if guideline.key and guideline.key not in shown:
                yield from _found(reading, guideline)


def _without_guidelines(reading: Reading) -> Iterator[Finding]:
    for section in reading.policy.of(Kind.PRINCIPLE):
        if not section.guidelines:
            words = any(isinstance(part, Text) for part in section.parts)
            yield from _found(reading, section, "" if words or section.cases else "bare")


def _without_way(reading: Reading) -> Iterator[Finding]:
    for section in reading.policy.sections:
        for case in section.cases:
            if not case.options:
                yield from _found(reading, case)
            elif not any(option.ours for option in case.options):
                yield from _found(reading, case, "none-ours")


_PRINCIPLE_SV = "## Vi lyssnar {#lyssna}\n\nDen som skriver har ofta rätt.\n\n"
_PRINCIPLE_EN = "## We listen {#listen}\n\nWhoever writes is often right.\n\n"

NO_CASE = Rule(
    "no-case",
    Both("riktlinje utan fall", "guideline without a case"),
    {
        "": Told(
            Both("Inget fall visar ”{quote}”. Det är i fallen man ser vad en riktlinje betyder en vanlig dag.", "No case shows “{quote}”. It is in the cases that one sees what a guideline means on an ordinary day."),
            Both("Berätta om ett läge där den behövdes. Vad hände, vad gick att göra, vad gjorde ni?", "Tell of a time when it was needed. What happened, what could be done, what did you do?"),
        )
    },
    "Vigör's own idea: from idea to guideline to case, and back",
    _without_case,
    flags=(sv(_PRINCIPLE_SV + "- Vi svarar först. {#svara}"), en(_PRINCIPLE_EN + "- We answer first. {#answer}")),
    passes=(
        sv(_PRINCIPLE_SV + "- Vi svarar först. {#svara}\n\n### Kunden väntar {#vantar shows=\"svara\"}\n\nDet är fredag.\n\n- [x] Svara. → Bra."),
        en(_PRINCIPLE_EN + "- We answer first. {#answer}\n\n### A customer waits {#waits shows=\"answer\"}\n\nIt is Friday.\n\n- [x] Answer. → Good."),
        sv("## Ramar {#ramar .frame}\n\n- Vi frågar innan ett konto registreras. {#konto force=must}"),
    ),
)  # fmt: skip

EMPTY_PRINCIPLE = Rule(
    "empty-principle",
    Both("grundtanke utan riktlinjer", "principle without guidelines"),
    {
        "": Told(
            Both("”{quote}” är en tanke som ingen riktlinje gör något av.", "“{quote}” is a belief that no guideline does anything with."),
            Both("Skriv vad ni gör för att ni tror så: en punktlista med ”Vi …”.", "Write what you do because you believe it: bullets that begin “We …”."),
        ),
        "bare": Told(
            Both("Under ”{quote}” står ingenting.", "There is nothing under “{quote}”."),
            Both("Skriv vad ni tror, och sedan vad ni gör. Eller stryk rubriken.", "Write what you believe, and then what you do. Or strike the heading."),
        ),
    },
    "Vigör's own idea: from idea to guideline to case, and back",
    _without_guidelines,
    flags=(sv(_PRINCIPLE_SV), en(_PRINCIPLE_EN), en("## We listen {#listen}")),
    passes=(sv(_PRINCIPLE_SV + "- Vi svarar först. {#svara}"), en(_PRINCIPLE_EN + "- We answer first. {#answer}"), en("## Complaints {#complaint kind=complaint}\n\nThank them.")),
)  # fmt: skip

NO_WAY_TO_ACT = Rule(
    "no-way-to-act",
    Both("fall utan väg", "case without a way to act"),
    {
        "": Told(
            Both("Fallet ”{quote}” slutar innan någon har gjort något.", "The case “{quote}” ends before anybody has done anything."),
            Both("Lägg till vägar att gå: `- [ ] …` för sådant man kunde göra, `- [x] …` för det ni gör.", "Add ways to act: `- [ ] …` for what one could do, `- [x] …` for what you do."),
        ),
        "none-ours": Told(
            Both("Fallet ”{quote}” visar vad man inte gör, men inte vad ni gör.", "The case “{quote}” shows what not to do, but not what you do."),
            Both("Lägg till minst en väg som är er, med kryss: `- [x] …`.", "Add at least one way that is yours, with a cross: `- [x] …`."),
        ),
    },
    "Vigör's own idea: a case is there to be tried, and ends in something one can do",
    _without_way,
    flags=(
        sv(_PRINCIPLE_SV + "- Vi svarar. {#svara}\n\n### Kunden väntar {#vantar shows=\"svara\"}\n\nDet är fredag."),
        en(_PRINCIPLE_EN + "- We answer. {#answer}\n\n### A customer waits {#waits shows=\"answer\"}\n\nIt is Friday.\n\n- [ ] Go home. → They wait."),
    ),
    passes=(
        sv(_PRINCIPLE_SV + "- Vi svarar. {#svara}\n\n### Kunden väntar {#vantar shows=\"svara\"}\n\nDet är fredag.\n\n- [x] Svara. → Bra."),
        en(_PRINCIPLE_EN + "- We answer. {#answer}\n\n### A customer waits {#waits shows=\"answer\"}\n\nIt is Friday.\n\n- [x] Answer. → Good."),
    ),
)  # fmt: skip
