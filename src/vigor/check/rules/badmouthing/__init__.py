"""Ill of a third party: a competitor, a colleague, a partner, a customer.

`party` tells of whom a word is said, `firms` who is named in a post, `unnamed` finds who is only described.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Figure, Figures
from vigor.check.lexicon import Hit
from vigor.check.parties import Whom
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.badmouthing.examples import FLAGS, PASSES
from vigor.check.rules.badmouthing.party import is_used, party_of
from vigor.check.rules.badmouthing.unnamed import unnamed
from vigor.check.said import clause_at

# "Unlike X, we actually deliver": what they don't do is said with one word.
_UNLIKE = Figures(
    sv=(
        Figure("unlike", r"\b(?:till skillnad från|olikt|i motsats till) (?!förra|förut|tidigare|i fjol|mig|oss|då|vanliga|vanligt)[^.!?\n,]{2,40}?,? \w+ vi (?:\w+ )?(?:faktiskt|verkligen|på riktigt|åtminstone|aldrig|inga|inte)\b|\b(?:de|dom) (?:bryr sig inte|struntar i dig|lyssnar inte)\W+(?:det gör vi|vi gör det|vi bryr oss)", "bryr sig inte|i motsats till|lyssnar inte|olikt|struntar i dig|till skillnad från"),
    ),
    en=(
        Figure("unlike", r"\bunlike (?!last|before|previous|earlier|me|us|then|traditional|ordinary)[^.!?\n,]{2,40}?, (?:we|our \w+) (?:\w+ )?(?:actually|really|at least|never|don['’]t|do not|genuinely|truly|care)\b|\bthey (?:don['’]t|do not) (?:care|listen)\W+(?:but )?we do\b", "unlike|they "),
    ),
)  # fmt: skip
_SURE = {"whole": 0.84, "firm": 0.85, "trait": 0.8, "does": 0.8, "weak": 0.74, "frame": 0.8, "warn": 0.78}
_KINDS = tuple(f"ill.{key}" for key in _SURE)
_SAME_BREATH = 0.72
"""How sure we are where the party was named in the sentence before: "Fraktina again. That outfit can't …"."""
UNLIKE = 0.72


def _find(post: Post) -> Iterator[Finding]:
    if post.context.layer:
        for found in _UNLIKE.find(post):
            yield Finding(found.span, UNLIKE, "", {"word": post.of(found.span)})
    yield from unnamed(post)
    for hit in post.hits.of(*_KINDS):
        if not is_used(post, hit):
            continue
        if hit.key == "whole":
            yield Finding(_span(post, hit), _SURE["whole"], "customer", {"word": post.of(hit.span)})
            continue
        party, near = party_of(post, hit)
        if party:
            sure = _SURE[hit.key] if near else _SAME_BREATH
            yield Finding(_span(post, hit), sure, _variant(party), {"word": post.of(hit.span)})


def _variant(party: Whom) -> str:
    return {Whom.CUSTOMER: "customer", Whom.COLLEAGUE: "colleague"}.get(party, "")


def _span(post: Post, hit: Hit) -> Span:
    """The clause where it is short, else the words: what is said of whom belongs together."""
    clause = clause_at(post, hit.span).span
    start, end = min(clause.start, hit.start), max(clause.end, hit.end)
    text = post.text[start:end]
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip())) if end - start <= 120 else hit.span


_WAY = Both(
    "Säg vad som hände och vad ni gör åt det, eller berätta vad ert eget är bra på.",
    "Say what happened and what you do about it, or tell what your own is good at.",
)
BADMOUTHING = Check(
    "badmouthing",
    Both("illa om en tredje part", "ill of a third party"),
    {
        "": Told(
            Both("Här talar vi illa om någon annan: ”{word}”.", "This speaks ill of somebody else: “{word}”."),
            Both("Den som läser minns oss, inte dem, och de är inte här och kan svara.", "Readers will remember us rather than them, and they aren't here to answer."),
            _WAY,
            Both("”{word}” kan läsas som att vi talar illa om någon annan.", "“{word}” can be read as speaking ill of somebody else."),
        ),
        "customer": Told(
            Both("Här talar vi illa om kunder: ”{word}”.", "This speaks ill of customers: “{word}”."),
            Both("Alla andra kunder som läser undrar vad vi säger om dem.", "Every other customer who reads it wonders what we say of them."),
            Both("Vad behövde kunden? Berätta det, eller låt historien stanna i fikarummet.", "What did the customer need? Tell that, or let the story stay in the break room."),
            Both("”{word}” kan läsas som att vi talar illa om kunder.", "“{word}” can be read as speaking ill of customers."),
        ),
        "colleague": Told(
            Both("Här talar vi illa om en kollega: ”{word}”.", "This speaks ill of a colleague: “{word}”."),
            Both("Det är lättare att lösa öga mot öga, och svårt att ta tillbaka när det är publicerat.", "It's easier to sort out face to face, and hard to take back once it's out."),
            Both("Ta det med personen, eller skriv om problemet utan att peka ut någon.", "Take it up with them, or write about the problem without pointing at anyone."),
            Both("”{word}” kan läsas som att vi talar illa om en kollega.", "“{word}” can be read as speaking ill of a colleague."),
        ),
    },
    "What is said of others is what people come to think of the one who says it",
    "Skowronski, Carlston, Mae & Crawford, Spontaneous trait transference, JPSP 74 (1998); Swedish Marketing Act 2008:486 § 18 on fair comparison",
    _find,
    flags=FLAGS,
    passes=PASSES,
    weight=2.8,
    threshold=0.65,
)  # fmt: skip
