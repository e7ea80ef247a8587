"""Who is named: a competitor or a partner that we know of, a firm by its form, or a name that nobody told us of."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES
from vigor.check.parties import PARTIES, Whom, is_named
from vigor.check.post import Post, Token
from vigor.language.words import listed

# "Byggfirma Lindstam", "Lindstam Builders", "Lindstam AB": a firm by its form.
_FIRM = Late(
    r"\b(?:[A-ZÅÄÖ]\w*(?:firma|bolaget|företaget|byrån|butiken|gruppen)\s+[A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+(?:bolaget|gruppen|kedjan|byrån)"
    r"|[A-ZÅÄÖ]\w+\s+(?:AB|HB|Ltd|Inc|LLC|GmbH|Builders|Plumbing|Group|Consulting|Logistics|Couriers|Bank|Telecom|Energy|Airlines|Media|Agency|Bygg|Rör|El|Media|Transport|Städ|Försäkring))\b"
)


def known_party(post: Post, span: Span) -> Whom | None:
    """A competitor or a partner from the organisation's own words, or a firm that isn't our own by its form."""
    for kind, who in (("competitors", Whom.COMPETITOR), ("partners", Whom.SUPPLIER)):
        if any(span.start <= place.start < span.end for place, _name in post.named(kind)):
            return who
    if firm := _FIRM.search(post.text, span.start, span.end):
        own = post.named("brands")
        is_own = any(place.start < firm.end() and firm.start() < place.end for place, _ in own)
        return None if is_own else Whom.SUPPLIER
    return None


# Of whom the public may speak as it likes, and names that are no firm's.
_NO_FIRM = Late(
    r"(?:verket|kassan|förmedlingen|myndigheten|nämnden|styrelsen|partiet|kommunen|regionen|dagen|staden|council|ministry|party|police|gatan|vägen|torget|leden|bron|tunneln|stationen|parken|skolan|street|road|street|lane|bridge|station|avenue|square)$"
)
# "In Hallsberg": where, rather than who.
_WITHIN = Late(r"\b(?:i|in|till|to|via|near|nära|vid|på|at|on|genom|längs|mellan|between|mot|towards)\s\Z")
_PLACE = Late(r" (?:street|road|lane|bridge|station|avenue|square|park|airport|hospital|school|city|town)\b")
_KNOWN = {
    "sv": listed("sverige sveriges stockholm göteborg malmö uppsala lund norge danmark finland europa eu usa trump putin black friday jul julen påsk gud måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december facebook linkedin instagram twitter tiktok youtube google internet excel"),
    "en": listed("london england britain scotland wales ireland leeds york america europe eu usa uk brexit trump putin black friday christmas easter god monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december facebook linkedin instagram twitter tiktok youtube google internet excel english french german swedish british american"),
}  # fmt: skip


def unknown_party(post: Post, span: Span, first: int = 0, last: int = 0) -> Whom | None:
    """A name that nobody told us of, where somebody speaks for us: most are firms that we compete or work with.

    It is looked for among the `first` or the `last` words of the span, or among all.
    """
    if not post.context.layer:
        return None
    words = post.tokens_in(span)
    chosen = words[:first] if first else words[-last:] if last else words
    return Whom.COMPETITOR if any(_may_be_firm(post, token) for token in chosen) else None


def _may_be_firm(post: Post, token: Token) -> bool:
    """A name that is no person's, authority's or place's, nor a tag or a signature."""
    names = {token.word, token.word.removesuffix("s")}
    return (
        post.text[token.end - 1 : token.end].isalnum()
        and is_named(post, token)
        and not names & FIRST_NAMES
        and not _NO_FIRM.search(token.word)
        and not names & _KNOWN[post.language]
        and not _PLACE.match(post.lower, token.end)
        and not _WITHIN.search(post.lower, max(0, token.start - 6), token.start)
        and post.lower[max(0, token.start - 1) : token.start] not in ("#", "/", "^")
    )


def any_party(post: Post, span: Span) -> Whom | None:
    """A customer, a colleague, a competitor or a supplier, by a word for it."""
    found = [hit for hit in post.hits.within(span, "person") if hit.key in {party.value for party in PARTIES}]
    return Whom(found[0].key) if found else None
