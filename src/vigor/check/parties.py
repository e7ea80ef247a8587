"""Whom a word is said of: the reader, oneself, a group, a customer, a competitor … or a thing."""

from __future__ import annotations

from enum import Enum

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES
from vigor.check.post import Clause, Post, Token
from vigor.check.said import READER, SELF, THIRD, clause_at, raw
from vigor.language.lemmas import LANGUAGES, known_lemma
from vigor.language.words import listed


class Whom(Enum):
    NOBODY = "nobody"
    THING = "thing"
    SELF = "self"
    READER = "reader"
    GROUP = "group"
    CUSTOMER = "customer"
    COLLEAGUE = "colleague"
    COMPETITOR = "competitor"
    SUPPLIER = "supplier"
    AUTHORITY = "authority"


PARTIES = (Whom.CUSTOMER, Whom.COLLEAGUE, Whom.COMPETITOR, Whom.SUPPLIER)
_THING = {"sv": listed("det detta den denna"), "en": listed("it this that it's that's")}
_IS = {
    "sv": listed("är var varit vara verkar blir blev låter framstår"),
    "en": listed("is are was were be been being seem seems look looks sound sounds 're 's"),
}
_OUR = {"sv": listed("min mitt mina vår vårt våra"), "en": listed("my our")}
_SHORT_IS = Late(r"'(?:re|s|m)$")
_POINTING = {
    "sv": listed("den där de dom dessa han hon vilken vilka alla"),
    "en": listed("that those these he she they such what all some"),
}
_SMALL = {
    "sv": listed("för till på av i som att om vid hos när med mot"),
    "en": listed("for to at of in that who when by with on about from"),
}
POINTED = 4
NEAR = 3
"""How many words after a quality its bearer may stand: "lazy old teachers"."""


def whom(post: Post, span: Span) -> Whom:
    """Whom the word in a span is said of, as far as the clause tells."""
    clause = clause_at(post, span)
    return (
        _bearer(post, span, clause) or _subject(post, span, clause) or _addressed(post, clause) or Whom.NOBODY
    )


def _bearer(post: Post, span: Span, clause: Clause) -> Whom | None:
    """Who stands right after: "lazy teachers"."""
    following = post.tokens_in(Span(span.end, max(span.end, clause.span.end)))[:NEAR]
    if not following:
        return None
    return (
        party_in(post, Span(following[0].start, following[-1].end))
        if _is_joined(post, span, following)
        else None
    )


def _is_joined(post: Post, span: Span, following: tuple[Token, ...]) -> bool:
    """No verb or small word between: "lazy and rude staff", but not "useless for customers"."""
    for token in following:
        if raw(post, token) in _SMALL[post.language] or raw(post, token) in _IS[post.language]:
            return False
        if post.hits.within(Span(token.start, token.end), "person"):
            return True
    return False


def _subject(post: Post, span: Span, clause: Clause) -> Whom | None:
    """Who "is" it: what stands before the verb, or right after it in a question."""
    before = post.tokens_in(Span(clause.span.start, max(clause.span.start, span.start)))
    for number in range(len(before) - 1, -1, -1):
        word = raw(post, before[number])
        if word not in _IS[post.language] and not _SHORT_IS.search(word):
            continue
        led = before[: number + 1] if _SHORT_IS.search(word) else before[:number]
        return _who(post, led) or _who(post, before[number + 1 :]) or None
    return None


def _who(post: Post, tokens: tuple[Token, ...]) -> Whom | None:
    """Who the nearest of some words is, from the last to the first."""
    for token in reversed(tokens[-8:]):
        word = raw(post, token).partition("'")[0]
        if word in READER[post.language]:
            return Whom.READER
        if word in _OUR[post.language]:
            # "Our app is …": the app, unless it is our suppliers.
            return party_in(post, Span(tokens[0].start, tokens[-1].end)) or Whom.THING
        if word in SELF[post.language]:
            return Whom.SELF
        if found := party_in(post, Span(token.start, token.end)):
            return found
        if word in THIRD[post.language]:
            return Whom.GROUP
        if word in _THING[post.language]:
            return Whom.THING
        if is_named(post, token):
            return Whom.GROUP
    return None


def _addressed(post: Post, clause: Clause) -> Whom | None:
    """ "Din klåpare", "you fool", "that clown": a reader or somebody who is pointed at, shortly before the word."""
    pointed = [word.partition("'")[0] for word in clause.before[-POINTED:]]
    # "Beware of false mails": what stands after a small word is another thing than who is spoken to.
    while small := next((word for word in pointed if word in _SMALL[post.language]), ""):
        pointed = pointed[pointed.index(small) + 1 :]
    near = set(pointed)
    if near & READER[post.language]:
        return Whom.READER
    return Whom.GROUP if near & _POINTING[post.language] else None


def party_in(post: Post, span: Span) -> Whom | None:
    """The party or the group that is named in a span: a word for it, or one of the organisation's names."""
    for kind, who in (("competitors", Whom.COMPETITOR), ("partners", Whom.SUPPLIER)):
        if any(span.start <= place.start < span.end for place, _name in post.named(kind)):
            return who
    found = post.hits.within(span, "person")
    return Whom(found[-1].key) if found else None


def is_named(post: Post, token: Token) -> bool:
    """Is it a name: a capital inside a sentence, or at its head where no word list has the word?"""
    if not post.text[token.start].isupper() or len(token.word) < 3:
        return False
    if any(place.start == token.start for place, _name in post.named("brands") + post.named("products")):
        return False
    if token.word in FIRST_NAMES or token.word.removesuffix("s") in FIRST_NAMES:
        return True
    if post.sentence_at(token.start).start != token.start:
        return not post.text[token.start : token.end].isupper()
    return all(known_lemma(token.word, language) is None for language in LANGUAGES)
