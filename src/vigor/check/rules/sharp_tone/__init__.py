"""Shouting, scolding, ultimatums, passive aggression.

`figures` are sharp by how they are built, `shouting` by how they are written.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Found
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.sharp_tone.examples import FLAGS, PASSES
from vigor.check.rules.sharp_tone.figures import SHARP
from vigor.check.rules.sharp_tone.shouting import shouted, staccato
from vigor.check.said import READER, clause_at, is_denied, is_told, words_of
from vigor.language.words import listed

# "Deal with it." is an order, "let them deal with it" is none.
_ORDERS = {
    "deal with it",
    "calm down",
    "grow up",
    "get over it",
    "suck it up",
    "cool it",
    "get real",
    "give it a rest",
}
_LEADS = listed(
    "just please so and then now oh well go you need should really people everyone everybody must seriously all"
)
_SURE = {"scold": 0.8, "passive": 0.82, "ultimatum": 0.84}
# What a figure is told as, and how sure we are.
_FIGURES = {
    "either": ("ultimatum", 0.84),
    "threat": ("ultimatum", 0.76),
    "threat-next": ("ultimatum", 0.84),
    "reproach": ("passive", 0.82),
    "order": ("scold", 0.76),
    "final": ("scold", 0.76),
    "bare": ("scold", 0.76),
    "one-more": ("ultimatum", 0.8),
    "warned": ("ultimatum", 0.76),
    "patience": ("ultimatum", 0.76),
    "hard": ("scold", 0.76),
    "hard-asked": ("scold", 0.76),
    "answered": ("passive", 0.76),
    "nth": ("passive", 0.78),
    "staccato": ("scold", 0.76),
    "rhetoric": ("scold", 0.74),
    "lump": ("scold", 0.76),
    "to-whom": ("passive", 0.74),
    "adults": ("scold", 0.76),
    "no-time": ("passive", 0.76),
    "threat-or": ("ultimatum", 0.78),
    "said-before": ("passive", 0.76),
    "reason": ("passive", 0.76),
    "fed-up": ("scold", 0.76),
    "elsewhere": ("ultimatum", 0.76),
}
# To somebody who is answered; in a post of our own "read it." is a tip, and "why can't people …" a thought.
_ANSWERING = frozenset(
    {"reason", "elsewhere", "bare", "answered", "hard-asked", "staccato", "rhetoric", "lump"}
)
# "How hard can it be? I thought in March": a story of one's own.
_THOUGHT = Late(
    r"\b(?:tänkte|trodde) (?:jag|vi)\b|\b(?:i|we) thought\b", needs=("tänkte", "trodde", " thought")
)
_OURSELVES = {"sv": listed("vi jag oss mig"), "en": listed("we i us me we'd i'd i've we've")}
SHOUT = 0.8
UNPLACED = 0.2
LONG_COMMENT = 15


def _find(post: Post) -> Iterator[Finding]:
    for hit in post.hits.of("sharp.scold", "sharp.passive", "sharp.ultimatum"):
        if _is_meant(post, hit):
            debated = UNPLACED if hit.key == "scold" and _is_debate(post, hit) else 0.0
            yield _finding(post, _whole(post, hit), _SURE[hit.key] - debated, hit.key)
    for found in SHARP.find(post):
        if _is_sharp(post, found):
            variant, sure = _FIGURES[found.kind]
            yield _finding(post, found.span, sure, variant)
    if span := staccato(post):
        yield _finding(post, span, SHOUT, "scold")
    for span in shouted(post):
        yield _finding(post, span, SHOUT, "shout")


def _is_sharp(post: Post, found: Found) -> bool:
    if found.kind in _ANSWERING and not post.context.reply_to:
        return False
    # "Period." ends many a debate; from one of us, it ends the talk.
    if found.kind in ("final", "no-time", "fed-up") and not (post.context.layer or post.context.reply_to):
        return False
    # "To everyone who still comes every week: thank you!"
    if found.kind == "to-whom" and post.hits.of("next.thanks", "irony.praise", "ill.good", "next.apology"):
        return False
    # "How hard can it be? we thought": of oneself.
    own = set(words_of(post, post.sentence_at(found.span.start))) & _OURSELVES[post.language]
    return found.kind not in ("hard", "answered", "patience") or bool(post.context.reply_to) or not own


def _is_debate(post: Post, hit: Hit) -> bool:
    """English debaters' "get a grip" to the world at large, where nobody of ours is known to speak or to be answered."""
    known = post.context.layer or post.context.reply_to
    brief = len(post.tokens) < LONG_COMMENT and hit.entry not in _ORDERS
    if post.language != "en" or known or brief:
        return False
    sentence = post.sentence_at(hit.start)
    asks = post.of(sentence).rstrip().endswith("?")
    return not (asks or set(words_of(post, sentence)) & READER["en"])


def _is_meant(post: Post, hit: Hit) -> bool:
    """Not quoted, told of or denied; a scolding that could be a tip needs a reader, as "don't ring us" has."""
    if post.is_quoted(hit.span):
        return False
    clause = clause_at(post, hit.span)
    if is_told(post, clause) or (hit.key != "passive" and is_denied(post, hit.span, clause)):
        return False
    if _THOUGHT.search(post.lower):
        return False
    if hit.entry in _ORDERS and set(clause.before) - _LEADS:
        return False
    return not _is_of_oneself(post, hit, set(clause.before))


def _is_of_oneself(post: Post, hit: Hit, before: set[str]) -> bool:
    """ "I had to calm down", "I'll stop complaining": the writer speaks of their own tone."""
    me = (
        {"jag", "vi", "mig", "oss"}
        if post.language == "sv"
        else {"i", "we", "me", "us", "i'll", "i'm", "let's"}
    )
    return (
        hit.key == "scold" and bool(before & me) and not set(words_of(post, hit.span)) & READER[post.language]
    )


def _whole(post: Post, hit: Hit) -> Span:
    """The sentence where it is short: it is the whole that is sharp."""
    sentence = post.sentence_at(hit.start)
    return sentence if sentence.end - sentence.start <= 100 else hit.span


def _finding(post: Post, span: Span, confidence: float, variant: str) -> Finding:
    """A model that finds the post polite lowers it; the neutral 0.5 changes nothing."""
    moved = confidence - 0.2 * max(0.0, post.signals.polite - 0.5)
    return Finding(span, min(0.95, moved), variant, {"word": post.of(span)[:80]})


SHARP_TONE = Check(
    "sharp-tone",
    Both("rop, skäll, ultimatum eller passiv aggression", "shouting, scolding, an ultimatum or passive aggression"),
    {
        "": Told(
            Both("Tonen är skarp här.", "The tone is sharp here."),
            Both("Den som läser svarar på tonen och inte på det du säger.", "Readers will answer the tone and not what you say."),
            Both("Vad vill du ska hända? Skriv det som om personen satt mitt emot dig.", "What do you want to happen? Write it as if they sat across the table."),
            Both("Det här kan läsas som skarpt.", "This can be read as sharp."),
        ),
        "scold": Told(
            Both("Det här låter som en utskällning.", "This sounds like a telling-off."),
            Both("Den som blir tillrättavisad inför andra försvarar sig, även när du har rätt.", "People who are put right in public defend themselves, even when you have a point."),
            Both("Säg vad som behöver bli annorlunda och varför, utan utropstecken.", "Say what needs to change and why, without the exclamation marks."),
            Both("Det här kan läsas som en utskällning.", "This can be read as a telling-off."),
        ),
        "passive": Told(
            Both("Det här säger ”du borde redan ha förstått”.", "This says “you should have understood already”."),
            Both("Den som frågar en gång till behöver svaret, inte en påminnelse om att det har getts.", "Whoever asks again needs the answer, not a reminder that it was given."),
            Both("Ge svaret en gång till, gärna enklare, och stryk resten.", "Give the answer once more, in simpler words, and strike the rest."),
            Both("Det här kan läsas som en pik.", "This can be read as a dig."),
        ),
        "ultimatum": Told(
            Both("Det här är ett ultimatum.", "This is an ultimatum."),
            Both("Det stänger dörren för den som hade tänkt möta dig på vägen, och alla ser på.", "It shuts the door on someone who might have met you halfway, and everyone is watching."),
            Both("Säg vad som gäller, vad personen kan göra och vem de kan prata med.", "Say what applies, what they can do, and whom they can talk to."),
            Both("Det här kan läsas som ett ultimatum.", "This can be read as an ultimatum."),
        ),
        "shout": Told(
            Both("Versalerna låter som att vi ropar på någon.", "The capitals sound as if we shout at someone."),
            Both("Den som blir ropad på lyssnar sämre, och de andra i rummet också.", "People who are shouted at listen less, and so does everyone else in the room."),
            Both("Skriv med små bokstäver och säg vad som behöver göras.", "Write it in lower case and say what needs doing."),
        ),
    },
    "What is written in anger is read long after it has passed",
    "Danescu-Niculescu-Mizil et al., A computational approach to politeness, ACL 2013: direct start, second person and bare orders are what people find impolite",
    _find,
    flags=FLAGS,
    passes=PASSES,
    weight=2.2,
    threshold=0.65,
    sure=0.8,
)  # fmt: skip
