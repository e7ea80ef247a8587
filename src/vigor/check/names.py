"""First names, to tell whether somebody is named. Common ones in Sweden, Britain and America, chosen by hand."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.language.words import listed

FIRST_NAMES = listed(
    """
    adam adrian agnes ahmed aisha alan albin alex alexander alfred ali alice amanda amina amir andreas andrew anders angela anita anja ann anna
    anne annika anton arne arvid astrid axel barbro beatrice ben benjamin bengt berit bertil birgit birgitta björn britt camilla carina carl
    carlos carolina caroline catherine cecilia charlie charlotte chris christian christina christine christopher claes claire clara dan daniel
    daniela david deborah denise dennis diana ebba edith edward elena elias elif elin elina elisabeth elizabeth ella ellen elliot elsa elvira
    emelie emil emilia emily emma erica erik erika ester eva evelina fatima felicia felix filip filippa fredrik frida gabriel george gerd
    gunilla gunnar gustav göran hampus hanna hannah hannes hans harald harry hassan heather hedda helen helena helene henrik henry hugo ibrahim
    ida ines inga inger ingrid irene isabella isak ivar jack jacob jakob james jan jane janne jasmine jason jenny jens jessica jim joakim joel
    johan johanna john johnny jonas jonathan josef josefin joseph joshua julia julie kajsa kalle karen karin karl karolina katarina kate
    katherine kathy kenneth kent kerstin kevin khalid kim kjell klara kristian kristina kristoffer lars lasse laura leif leila lena lennart
    leo liam lina linda linn linnea linus lisa louise lovisa lucas lucy ludvig lukas lotta madeleine magdalena magnus maja malin malte marcus
    margareta maria marianne marie markus martin mary mats matilda mattias maud max maya megan mehmet melissa michael michelle mikael mike
    mohamed mohammed moa mona monica monika nancy natalie nathalie nicholas nils nina nora noor oliver olivia olle olof omar oscar oskar
    otto pamela patricia patrik paul paula pelle pernilla peter petra philip pia rachel ralf rebecca rebecka richard rickard robert robin roger
    rolf rosa ruth ryan samir samuel sandra sanna sara sarah scott sebastian siri simon sofia sofie sophie stefan stella steven stina sune susan
    susanna susanne sven svea tanja therese thomas tim tina tobias tomas tommy tove tyler ulf ulla ulrika urban valeria vanessa veronica victor
    victoria viktor viktoria vincent wilma william yasmin yusuf yvonne zahra åke åsa örjan
    """
)
_CAPITAL = r"[A-ZÅÄÖÉ][a-zåäöéüøæ]+"
_FIRST = Late(rf"(?<!\w){_CAPITAL}(?!\w)")
_CALLED = Late(
    rf"(?<!\w)(?:[Kk]und(?:en)?|[Pp]atient(?:en)?|[Ee]lev(?:en)?|[Kk]lient(?:en)?|[Bb]rukaren?|[Hh]yresgäst(?:en)?|[Ss]ökanden?|[Cc]ustomer|[Pp]atient|[Pp]upil|[Ss]tudent|[Cc]lient|[Tt]enant|[Rr]esident) "
    rf"{_CAPITAL}(?: {_CAPITAL})?(?!\w)"
)
_REST = Late(rf"(?:[ -](?:von |af |de )?{_CAPITAL}(?!\w)){{1,2}}")


def named_people(text: str) -> Iterator[Span]:
    """Where people are named: a first name that we know, with a surname or without ("Anna", "Anna Berg", "Annas")."""
    place = 0
    while match := _FIRST.search(text, place):
        place = match.end()
        first = match.group().lower()
        if first in FIRST_NAMES or (first.endswith("s") and first[:-1] in FIRST_NAMES):
            rest = _REST.match(text, place)
            place = rest.end() if rest else place
            yield Span(match.start(), place)


def called_people(text: str) -> Iterator[Span]:
    """Where somebody is called a customer, a patient, a pupil … by name, whatever the name."""
    for match in _CALLED.finditer(text):
        yield Span(*match.span())


def has_full_name(text: str) -> bool:
    """Is somebody named with first name and surname?"""
    return any(" " in text[span.start : span.end] for span in named_people(text))
