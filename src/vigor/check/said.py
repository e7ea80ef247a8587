"""Of whom it is said, and whether it is meant: what a check asks of a word before it gives advice on it.

Words are not intent. A word that is quoted, denied, turned on oneself or only imagined is left alone.
"""

from __future__ import annotations

import re

from vigor.check.advice import Span
from vigor.check.lexicon import Hit
from vigor.check.post import Clause, Post, Token
from vigor.language.words import listed

READER = {
    "sv": listed("du dig dej ni er din ditt dina ert era eder"),
    "en": listed("you your yours u ur yourself yourselves ya"),
}
SELF = {
    "sv": listed("jag mig mej min mitt mina själv vi oss vår vårt våra"),
    "en": listed("i me my myself mine we us our ours ourselves"),
}
THIRD = {
    "sv": listed("han hon hen de dom dem honom henne dessa dessa folk alla somliga vissa"),
    "en": listed("he she they them him her these those people everyone everybody some"),
}
_NOT = {
    "sv": listed("inte aldrig ingen inget inga ej icke knappast varken utan slippa slipper slapp"),
    "en": listed(
        "not never no nobody none hardly without isn't aren't wasn't weren't don't doesn't didn't won't ain't can't "
        "couldn't wouldn't shouldn't cannot nor neither"
    ),
}
# Who tells what somebody called somebody isn't the one who does it.
_TELLING = {
    "sv": listed(
        "kalla kallar kallade kallat kallad kallade kallas säga säger sa sade sagt skriva skriver skrev skrivit ropa "
        "ropade skrek ordet orden uttrycket titeln filmen boken romanen serien låten"
    ),
    "en": listed(
        "call calls called calling say says said saying wrote write writes shouted yelled word words phrase title film "
        "movie book novel series song labelled labeled"
    ),
}
_IMAGINED = {
    "sv": listed("om ifall skulle borde kanske någon ifrågasätta undrar"),
    "en": listed("if whether would should might maybe wonder wondering"),
}
_CLAUSE_END = re.compile(
    r"[,;:.!?…\n()–—]|\s-\s|\b(?:men|fast|but|though|although|utan att|because|eftersom)\b"
)
WIDEST = 240
"""Characters of a clause on either side of a word."""
REACH = 6
"""How many words before a word can deny it."""


def raw(post: Post, token: Token) -> str:
    """The word in lower case with its apostrophe: "isn't" denies, where "is" doesn't."""
    return post.lower[token.start : token.end].replace("’", "'")


def clause_at(post: Post, span: Span) -> Clause:
    """The clause around a span: up to the punctuation or the turn ("but") on either side. Kept: many checks ask."""
    kept = post.clauses.get(span)
    if kept is None:
        kept = post.clauses[span] = _clause_at(post, span)
    return kept


def _clause_at(post: Post, span: Span) -> Clause:
    whole = post.sentence_at(span.start)
    # A "sentence" of ten thousand words would be gone through once for each of them.
    sentence = Span(max(whole.start, span.start - WIDEST), min(whole.end, span.end + WIDEST))
    start, end = sentence
    for mark in _CLAUSE_END.finditer(post.lower, sentence.start, max(sentence.start, span.start)):
        start = mark.end()
    if stop := _CLAUSE_END.search(post.lower, span.end, max(span.end, sentence.end)):
        end = stop.start()
    before: list[str] = []
    inside: list[str] = []
    after: list[str] = []
    for token in post.tokens_in(Span(start, max(start, end))):
        part = before if token.end <= span.start else after if token.start >= span.end else inside
        part.append(raw(post, token))
    return Clause(Span(start, max(start, end)), tuple(before), tuple(inside), tuple(after))


def words_of(post: Post, span: Span) -> tuple[str, ...]:
    """The words of a span, in lower case with apostrophes."""
    return tuple(raw(post, token) for token in post.tokens_in(span))


def is_denied(post: Post, span: Span, clause: Clause | None = None) -> bool:
    """Stands a "not", "never" or "nobody" shortly before it in the clause?"""
    clause = clause or clause_at(post, span)
    near = clause.before[-REACH:]
    if _is_of_whoever(near):
        return False
    return any(
        (word in _NOT[post.language] or word.endswith("n't"))
        # "Nothing but rats", "inget annat än råttor": that denies nothing.
        and near[place + 1 : place + 2] not in (("but",), ("annat",), ("mer",), ("more",), ("less",))
        for place, word in enumerate(near)
    )


_WHOEVER = listed("who som that")
_COPULA = listed("are is were was är var blir")


def _is_of_whoever(words: tuple[str, ...]) -> bool:
    """ "People who don't vote are …": what is denied there says only who is meant."""
    who = next((place for place, word in enumerate(words) if word in _WHOEVER), None)
    return who is not None and any(word in _COPULA and place > who + 2 for place, word in enumerate(words))


def is_told(post: Post, clause: Clause) -> bool:
    """Is it somebody's word that is told of ("called me an idiot", "the word idiot")?"""
    words = clause.before
    # "These so-called activists": nobody else's word is told of there.
    return any(
        word in _TELLING[post.language] and words[max(0, place - 1)] not in ("so", "så")
        for place, word in enumerate(words)
    )


def is_of_self(post: Post, clause: Clause) -> bool:
    """Is it said of oneself ("what an idiot I was")?"""
    me = listed("jag mig mej själv") if post.language == "sv" else listed("i me myself i'm i've")
    near = (*clause.before[-5:], *clause.after[:3])
    return any(word in me for word in near) and not is_at_reader(post, clause)


def is_at_reader(post: Post, clause: Clause) -> bool:
    return any(word.partition("'")[0] in READER[post.language] for word in clause.words)


def is_imagined(post: Post, clause: Clause) -> bool:
    return any(word in _IMAGINED[post.language] for word in clause.before)


def is_meant(post: Post, hit: Hit) -> bool:
    """Is the word used, rather than quoted, denied, told of or turned on oneself?"""
    if post.is_quoted(hit.span):
        return False
    clause = clause_at(post, hit.span)
    return not (is_denied(post, hit.span, clause) or is_told(post, clause) or is_of_self(post, clause))


def is_name_like(post: Post, span: Span) -> bool:
    """Is it written as a title in the middle of a sentence ("läste Idioten")?"""
    first = post.text[span.start : span.start + 1]
    if not first.isupper() or post.of(span).isupper():
        return False
    return post.sentence_at(span.start).start != span.start and post.text[span.start - 1 : span.start] == " "
