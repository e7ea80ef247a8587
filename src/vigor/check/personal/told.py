"""What is told of somebody's health, money or case in any way: a person who can be recognised, and such a word near.

Near is the same sentence, or the next where it has no subject of its own. Who answers somebody in the open tells of
them by "your" alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.frames import has, is_negated, is_question
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.names import FIRST_NAMES, named_people
from vigor.check.personal.numbers import Found
from vigor.check.post import Post
from vigor.language.lemmas import is_word

_NAME = r"[A-ZÅÄÖÉ][a-zåäöéüøæ]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_TITLED = Late(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Sir|Herr|Fru|Fröken|[Ll]illa|[Ll]ittle|[Gg]amla|[Oo]ld|[Yy]oung|[Pp]atient(?:en)?|[Kk]und(?:en)?|[Ee]lev(?:en)?|[Bb]ruka(?:re|ren)|[Kk]lient(?:en)?|[Hh]yresgäst(?:en)?|[Bb]oende|[Cc]ustomer|[Pp]upil|[Ss]tudent|[Cc]lient|[Tt]enant|[Rr]esident|[Mm]ember|[Mm]edlem(?:men)?)\.? {_NAME}(?: {_NAME})?(?!\w)"
)
_PAIR = Late(rf"(?<![\w.])(?P<first>{_NAME}) (?:(?:von|van|de|af|al|el) )?(?P<last>{_NAME})(?![\w])")
# "Elsa in 3B", "Karl, room 12": one name and where to find who bears it.
_PLACED = Late(
    rf"(?<![\w.])(?P<first>{_NAME})(?:,? (?:i|på|in|from|of|at|hos))?,? (?:(?:klass|class|year|rum|room|avdelning|avd|ward|lgh|lägenhet|flat|bed|säng|cell|boende|våning) )?\d{{1,4}} ?[A-Fa-f]?(?![\w:.%])"
)
ORGANISED = frozenset(
    "ab ltd plc inc group bank energy energi cars city united county council kommun region street road lane hotel house hall centre center museum library school skola skolan university college hospital sjukhus sjukhuset church kyrka theatre arena park station award awards prize cup league festival day week month foundation trust society systems solutions health care clinic vårdcentral north south east west great new saint st royal united national social office club hub works studio studios gatan vägen torget".split()  # noqa: SIM905
)
# Nobody's name, and still one person: "she with the salon in Smallville".
_DESCRIBED = {
    "sv": Late(
        r"\b(?:[Hh]on|[Hh]an|[Hh]en|[Kk]unden?|[Kk]vinnan|[Mm]annen|[Pp]atienten?|[Kk]illen|[Tt]jejen|[Pp]aret|[Ff]amiljen|[Mm]amman|[Pp]appan|[Ll]äraren|[Ff]risören|[Ää]garen|[Gg]rannen|driver|äger) (?:som |med |på |i |till |från |av )?[^.!?\n,]{0,40}?\b(?:i|på|vid|från) [A-ZÅÄÖ][a-zåäöé]+"
    ),
    "en": Late(
        r"\b(?:(?:she|he|who|and|,) ?(?:runs|owns|lives|works|teaches|drives|keeps|manages)|(?:runs|owns|manages) the|[Tt]he (?:man|woman|lady|guy|lad|girl|family|couple|teacher|owner|manager|landlord|mum|dad|head|headmaster|vicar|baker|butcher|barber|hairdresser)) [^.!?\n]{0,40}?\b(?:on|in|at|from|of) [A-Z][a-z]+"
    ),
}
_ELLIPTIC = Late(
    r"(?:\d{1,3} (?:år|years?|yrs?)\b|\d|ny |har |lider |fick |diagnos|också |nu |han |hon |hen |hens |hans |hennes |they |their |he |she |his |her |has |had |got |new |now |also |recently |since |sedan |dessutom |suffers |stackars |poor |both |bland annat )"
)
_YOURS = {"sv": r"\b(?:din|ditt|dina|du|dig)\b", "en": r"\b(?:your|you|you['’]re|you['’]ve)\b"}
_SELF = {
    "sv": r"\b(?:jag|min|mitt|mina|mig|vår|vårt|våra|oss)\b",
    "en": r"\b(?:i|i['’]m|i['’]ve|my|me|our|us)\b",
}
_BARE = 14
"""Characters of a sentence before a word that leave no room for somebody else."""
_NEAR_AFTER, _NEAR_BEFORE = 150, 60
_KINDS = ("sensitive.health", "sensitive.debt", "sensitive.case")


def told(post: Post) -> Iterator[Found]:
    """Findings of the kinds "health", "debt" and "case", each from the person to the word."""
    hits = post.hits.of(*_KINDS)
    if not hits or not post.context.layer or post.hits.of("sensitive.task"):
        return
    people: list[Span] | None = None
    for hit in hits:
        if is_negated(post, hit.start) or is_question(post, hit.start) or post.is_quoted(hit.span):
            continue
        if people is None:
            people = _people(post)
        whose = _whose(post, people, hit)
        if whose:
            yield Found(hit.key, Span(min(whose.start, hit.start), max(whose.end, hit.end)), 0.74)
            return
    yield from _of_reader(post, hits)


def _people(post: Post) -> list[Span]:
    """Those who can be recognised: by two names, by a title or a part and a name, by a name and where they are."""
    found = {span for span in named_people(post.text) if " " in post.of(span)}
    found |= {Span(*match.span()) for match in _TITLED.finditer(post.text)}
    found |= set(_pairs(post))
    found |= {Span(*match.span()) for match in _DESCRIBED[post.language].finditer(post.text)}
    for match in _PLACED.finditer(post.text):
        if match["first"].lower().removesuffix("s") in FIRST_NAMES:
            found.add(Span(*match.span()))
    return sorted(found)


def _pairs(post: Post) -> Iterator[Span]:
    """Two words with a capital, the first of which is a name or no word at all."""
    place = 0
    while match := _PAIR.search(post.text, place):
        first, last = match["first"].lower(), match["last"].lower()
        named = first in FIRST_NAMES or not (is_word(first, "sv") or is_word(first, "en"))
        if named and not ({first, last, last.removesuffix("s")} & ORGANISED):
            place = match.end()
            yield Span(*match.span())
        else:
            place = match.end("first")


def _whose(post: Post, people: list[Span], hit: Hit) -> Span | None:
    sentence = post.sentence_at(hit.start)
    for person in reversed(people):
        own = post.sentence_at(person.start)
        if own.start == sentence.start:
            if -_NEAR_BEFORE < hit.start - person.end < _NEAR_AFTER and not _is_self(post, person, hit):
                return person
        elif person.end <= sentence.start and hit.start - person.end < _NEAR_AFTER:
            between = post.sentence_at(max(0, sentence.start - 2))
            bare = hit.start - sentence.start < _BARE or _ELLIPTIC.match(post.lower, sentence.start)
            if between.start == own.start and bare and not has(post, _SELF[post.language], sentence):
                return person
    return None


def _is_self(post: Post, person: Span, hit: Hit) -> bool:
    """ "Anna helped me with my debts", "under Erik our debt grew": it's the writer's, or everybody's."""
    first, last = min(person.end, hit.start), max(person.end, hit.start)
    return has(post, _SELF[post.language], Span(first, last))


def _of_reader(post: Post, hits: list[Hit]) -> Iterator[Found]:
    """An answer in the open that says what is wrong with whoever asked."""
    if post.context.layer != "logo" or not post.context.reply_to:
        return
    if any(not is_negated(post, hit.start) for hit in post.hits.of("sensitive.bring")):
        return
    for hit in hits:
        sentence = post.sentence_at(hit.start)
        if is_negated(post, hit.start) or is_question(post, hit.start):
            continue
        if has(post, _YOURS[post.language], sentence):
            yield Found(hit.key, hit.span, 0.68)
            return
