"""Who gets the blame, whether it is somebody at all, and whether the words are meant."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.parties import is_named, party_in
from vigor.check.post import Post, Token
from vigor.check.said import SELF, clause_at, is_denied, is_told, raw, words_of
from vigor.language.words import listed

_THINGS = {
    "sv": listed(
        "vädret vädrets väder åska åskan snö snön ingens någons det detta is isen strömavbrottet olyckan"
    ),
    "en": listed("weather snow storm lightning nobody no anyone it this that ice"),
}
_NO_STEP = Late(r" have \w|(?: \w+)? (?:inte|aldrig|not|never)\b|[.!]")
_OURS = listed("our vår våra vårt")


def is_meant(post: Post, hit: Hit) -> bool:
    if post.is_quoted(hit.span):
        return False
    clause = clause_at(post, hit.span)
    if is_told(post, clause) or (hit.key != "away" and is_denied(post, hit.span, clause)):
        return False
    asked = post.text[post.sentence_at(hit.start).end - 1 : post.sentence_at(hit.start).end] == "?"
    return not asked and not _is_own_regret(post, hit)


def _is_own_regret(post: Post, hit: Hit) -> bool:
    """ "Don't blame the customer": advice to oneself."""
    ours = {"vi", "jag", "oss"} if post.language == "sv" else {"we", "i", "us"}
    clause = clause_at(post, hit.span)
    return (
        hit.key == "pushed"
        and bool(set(clause.before[-3:]) & ours)
        and bool({"inte", "aldrig", "never", "not", "don't"} & set(clause.before))
    )


def is_owned(post: Post) -> bool:
    """Does the writer take it on? "Not our fault" holds "our fault", and does the opposite."""
    blamed = post.hits.of("blame")
    return any(
        not is_denied(post, hit.span)
        and not any(one.start < hit.end and hit.start < one.end for one in blamed)
        for hit in post.hits.of("next.own")
    )


def helps(post: Post) -> list[Hit]:
    """An apology, a next step or owning it: "we could have helped" and "as we shall" are none."""
    found = post.hits.of("next.apology", "next.step", "next.own")
    return [hit for hit in found if hit.key != "step" or not _NO_STEP.match(post.lower, hit.end)]


def may_be_blamed(post: Post, span: Span, who: Span) -> bool:
    """Somebody's answer or an account of ours, of somebody else, and nothing that is asked, quoted or denied."""
    words = {word.partition("'")[0] for word in words_of(post, who)}
    if not (post.context.layer or post.context.reply_to) or is_denied(post, span):
        return False
    if post.of(post.sentence_at(span.start)).rstrip().endswith("?"):
        return False
    return not ((words & SELF[post.language]) - _OURS or words & _THINGS[post.language])


def is_debate(post: Post) -> bool:
    """Nobody's answer, and nothing of our own in it: somebody argues about whose fault the world is."""
    if post.context.layer or post.context.reply_to:
        return False
    parties = {"customer", "colleague", "supplier", "competitor"}
    return not any(hit.key in parties for hit in post.hits.of("person"))


def is_other(post: Post, who: Span) -> bool:
    """Somebody, and not ourselves or the weather."""
    words = {word.partition("'")[0] for word in words_of(post, who)}
    near = {raw(post, token) for token in _before(post, who)}
    if (words & SELF[post.language]) - _OURS or words & _THINGS[post.language]:
        return False
    if party_in(post, who) or any(is_named(post, token) for token in post.tokens_in(who)):
        return True
    team = listed(
        "avdelningen avdelningens teamet teamets säljarnas säljarna leverantörens department team sales finance marketing suppliers"
    )
    return bool((words | near) & team) or _ends_like_people(post, who)


def _before(post: Post, who: Span) -> tuple[Token, ...]:
    return post.tokens_in(Span(max(0, who.start - 14), who.start))


def _ends_like_people(post: Post, who: Span) -> bool:
    """ "säljarnas", "chaufförernas", "avdelningens": people and bodies in Swedish."""
    last = post.of(who).lower()
    return post.language == "sv" and last.endswith(
        (
            "arnas",
            "ernas",
            "arens",
            "verket",
            "verkets",
            "bolagets",
            "bolaget",
            "firman",
            "firmans",
            "avdelningens",
        )
    )
