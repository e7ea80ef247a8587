"""Demeaning words on a person or a group, to the reader's face too.

`words` are demeaning by themselves, `figures` run somebody down without a bad word.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding
from vigor.check.figures import Found
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.insult.examples import FLAGS, PASSES
from vigor.check.rules.insult.figures import DEMEANING
from vigor.check.rules.insult.words import words
from vigor.check.said import READER, THIRD, clause_at, is_of_self, is_told, words_of

# Said to somebody who is answered; to the world at large it is a boast or a tip.
_TO_FACE = frozenset(
    {
        "again",
        "child",
        "crayons",
        "eyes",
        "hard-for",
        "imagine",
        "learn",
        "rock",
        "takes-brains",
        "try-it",
        "vocative",
    }
)
# Said of somebody: without a reader or people in the sentence it is of a thing.
_OF_PEOPLE = frozenset({"school", "reared", "thing", "head"})
FIGURE = 0.78
UNPLACED = 0.15
"""How much less sure we are where nobody of ours is known to speak, and no reader is spoken to in few words."""
SHORT = 25


def _find(post: Post) -> Iterator[Finding]:
    yield from words(post)
    for found in DEMEANING.find(post):
        if _is_meant(post, found):
            yield _finding(post, found)


def _is_meant(post: Post, found: Found) -> bool:
    if found.kind in _TO_FACE and not post.context.reply_to:
        return False
    # "Thanks, darling": a warm word, where the rest is warm.
    if found.kind == "vocative":
        return not post.hits.of("next.apology", "next.thanks", "next.step", "irony.praise")
    clause = clause_at(post, found.span)
    if is_told(post, clause) or is_of_self(post, clause):
        return False
    if found.kind in _OF_PEOPLE and not post.context.reply_to:
        sentence = post.sentence_at(found.span.start)
        people = READER[post.language] | THIRD[post.language]
        return bool(people & set(words_of(post, sentence)) or post.hits.within(sentence, "person"))
    return True


def _finding(post: Post, found: Found) -> Finding:
    reader = found.kind in _TO_FACE or bool(set(words_of(post, found.span)) & READER[post.language])
    known = post.context.layer or post.context.reply_to or (reader and len(post.tokens) <= SHORT)
    word = post.of(found.span).strip(" ,.!?–")[:80]
    return Finding(
        found.span, FIGURE - (0.0 if known else UNPLACED), "reader" if reader else "", {"word": word}
    )


INSULT = Check(
    "insult",
    Both("nedsättande ord om en person eller en grupp", "demeaning words on a person or a group"),
    {
        "": Told(
            Both("”{word}” träffar en människa.", "“{word}” hits a human being."),
            Both("Då svarar folk på ordet och inte på det du ville ha sagt.", "People will answer the word, not the point you wanted to make."),
            Both("Säg vad personen gjorde eller sa som inte var bra, och låt omdömet om personen vara.", "Say what they did or said that wasn't good, and leave out the verdict on who they are."),
            Both("”{word}” kan läsas som nedsättande.", "“{word}” can be read as demeaning."),
        ),
        "reader": Told(
            Both("”{word}” går på den som läser, inte på saken.", "“{word}” goes for the reader, not for the issue."),
            Both("Den som känner sig angripen hör inte resten, hur rätt du än har.", "Someone who feels attacked doesn't hear the rest, however right you are."),
            Both("Vad behöver personen veta eller göra? Skriv det, och stryk resten.", "What does this person need to know or do? Write that, and strike the rest."),
            Both("”{word}” kan läsas som ett påhopp på den du svarar.", "“{word}” can be read as an attack on whoever you answer."),
        ),
    },
    "Someone who is called names defends themselves; nobody is convinced",
    "Culpeper, Impoliteness (2011): insults as conventionalised formulae; OLID's levels: targeted insult apart from swearing",
    _find,
    flags=FLAGS,
    passes=PASSES,
    weight=3.0,
    threshold=0.68,
)  # fmt: skip
