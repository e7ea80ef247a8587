"""Of whom it is said, and whether the word is meant."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.parties import PARTIES, Whom, whom
from vigor.check.post import Post
from vigor.check.rules.badmouthing.firms import any_party, known_party, unknown_party
from vigor.check.said import SELF, clause_at, is_denied, is_meant, is_told, words_of
from vigor.language.words import listed

_OWN = {
    "sv": listed("vår vårt våra min mitt mina jag vi"),
    "en": listed("our ours my mine i we"),
}
# "The clowns over at …": whoever is there.
_OVER_AT = {
    "sv": Late(r" (?:borta |därborta |där borta )?(?:på|hos) (?!mig|oss|mitt|vår)\w"),
    "en": Late(r" (?:over |down |up )?(?:at|from|with) (?!us|our|my|me|home)\w"),
}
_DEGREES = listed(
    "helt så rena rama ren totalt verkligen fullständigt bara such what a an absolute absolutely complete completely total totally utter utterly just really so vilka vilken vilket"
)
VERDICT = 4
"""Words at most of a sentence that is nothing but a verdict: "Helt hopplösa."."""


def is_used(post: Post, hit: Hit) -> bool:
    """A turn carries its own "never" or "not"; a single word must not be denied, quoted or told of."""
    if post.is_quoted(hit.span):
        return False
    if hit.key in ("frame", "warn"):
        return True
    if hit.key == "whole":
        return not _is_denied_or_told(post, hit)
    clause = clause_at(post, hit.span)
    # "Det är uselt", of a thing.
    neuter = post.language == "sv" and clause.inside and clause.inside[-1].endswith("t")
    if neuter and "det" in clause.before[-4:]:
        return False
    return is_meant(post, hit) or _names_own_party(post, hit)


def _names_own_party(post: Post, hit: Hit) -> bool:
    """ "I think our supplier is useless": the "I" thinks, and isn't what is spoken of."""
    said = whom(post, hit.span)
    return said in PARTIES and not _is_denied_or_told(post, hit)


def _is_denied_or_told(post: Post, hit: Hit) -> bool:
    clause = clause_at(post, hit.span)
    return is_denied(post, hit.span, clause) or is_told(post, clause)


def party_of(post: Post, hit: Hit) -> tuple[Whom | None, bool]:
    """The party that it is said of, and whether that is named in the same sentence."""
    sentence = post.sentence_at(hit.start)
    if hit.key == "warn":
        after = Span(hit.end, sentence.end)
        near = Span(hit.end, min(sentence.end, hit.end + 40))
        return known_party(post, after) or any_party(post, near) or unknown_party(post, near, first=6), True
    if hit.key == "does":
        doer = _doer(post, hit)
        return (doer, True) if doer else (_before(post, hit, sentence), False)
    if hit.key == "firm" and _OVER_AT[post.language].match(post.lower, hit.end):
        return Whom.COMPETITOR, True
    if hit.key in ("trait", "firm", "weak"):
        said = whom(post, hit.span)
        if said in PARTIES:
            return said, True
        if hit.key == "weak":
            if _is_theirs(post, hit):
                return Whom.COMPETITOR, True
            return (_before(post, hit, sentence) if said is Whom.GROUP else None), False
        if said in (Whom.SELF, Whom.READER, Whom.AUTHORITY) and not known_party(post, sentence):
            return None, False
    if party := known_party(post, sentence):
        return (None, False) if _is_of_ourselves(post, hit) else (party, True)
    clause = clause_at(post, hit.span).span
    led = Span(clause.start, max(clause.start, hit.start))
    if hit.key == "frame" and (party := unknown_party(post, led)):
        return party, True
    if (
        hit.key in ("trait", "firm")
        and whom(post, hit.span) is Whom.GROUP
        and (party := unknown_party(post, led))
    ):
        return party, True
    if hit.key == "frame" and (party := any_party(post, Span(sentence.start, hit.start))):
        return party, True
    return _before(post, hit, sentence), False


def _is_theirs(post: Post, hit: Hit) -> bool:
    """ "Strömbolia's apps are buggy": a competitor's or a partner's own, and a verb that says what they are."""
    clause = clause_at(post, hit.span)
    before = Span(clause.span.start, max(clause.span.start, hit.start))
    verbs = {"är", "var", "is", "are", "was", "were"}
    return bool(verbs & set(clause.before)) and known_party(post, before) is not None


def _doer(post: Post, hit: Hit) -> Whom | None:
    """Who does it stands before the verb, in the same clause or at the head of the sentence."""
    clause = clause_at(post, hit.span)
    before = Span(clause.span.start, max(clause.span.start, hit.start))
    if set(clause.before) & SELF[post.language] - {"our", "vår", "våra", "vårt", "min", "my", "mina"}:
        return None
    near = Span(max(clause.span.start, hit.start - 40), max(clause.span.start, hit.start))
    if party := known_party(post, before) or any_party(post, before) or unknown_party(post, near, last=4):
        return party
    # "Som alla vet lurar Fjällfrakt …": in Swedish the verb may come first.
    following = post.tokens_in(Span(hit.end, clause.span.end))[:1] if post.language == "sv" else ()
    if not following or following[0].word in SELF["sv"]:
        return None
    after = Span(following[0].start, following[-1].end)
    return known_party(post, after) or any_party(post, after) or unknown_party(post, after)


def _before(post: Post, hit: Hit, sentence: Span) -> Whom | None:
    """The party of the sentence before, where this one goes on about it ("they", "that outfit") or only exclaims."""
    number = post.sentences.index(sentence) if sentence in post.sentences else 0
    if not number:
        return None
    words = words_of(post, sentence)
    goes_on = listed(
        "de dom den det han hon den där they it he she that those them his her their such what vilken vilket aldrig never"
    )
    # "New client today. Understands nothing.": nobody is named, so it is the one of the sentence before.
    led = words_of(post, Span(sentence.start, max(sentence.start, hit.start)))
    verdict = hit.key in ("trait", "firm") and len(words) <= VERDICT and not set(led) - _DEGREES
    bare = verdict or (hit.key == "does" and not led)
    if not words or not (bare or set(words[:4]) & goes_on) or set(words) & SELF[post.language]:
        return None
    last = post.sentences[number - 1]
    return known_party(post, last) or any_party(post, last) or unknown_party(post, last)


def _is_of_ourselves(post: Post, hit: Hit) -> bool:
    """Is it our own that is found wanting: "our app was useless, Strömbolia's is better"?"""
    clause = clause_at(post, hit.span)
    return bool(clause.words & _OWN[post.language]) and known_party(post, clause.span) is None
