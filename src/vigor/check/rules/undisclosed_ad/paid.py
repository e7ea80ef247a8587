"""Paid for without a word that says so: a code and what it takes off, a reward for the reader's buying, a treat without
a bill, a maker who pays. None of them is enough alone: something must be praised, offered or named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import has, is_negated, is_question, pattern
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.names import FIRST_NAMES
from vigor.check.parties import is_named
from vigor.check.post import Post
from vigor.check.rules.undisclosed_ad.signs import GLAD, NAME_GIVES, SIGNS, SUPPLIES

_CODE = Late(r"(?<![\w#@/.&=?-])(?!ISO|COVID|UTF|RFC|SFS|MP\d|HB\d)[A-ZÅÄÖ]{3,16}\d{2,3}(?![\w-])")
_SAID_CODE = {
    "sv": r"\b(?:kod(?:en)?|säg|uppge|ange|nämn|skriv|hälsa)\b[^.!?\n\"”“]{0,20}(?:[\"”“][^\"”“\n]{2,30}[\"”“]|från mig|mitt namn|att jag (?:tipsade|skickade|hälsade))[^.!?\n]{0,30}",
    "en": r"\b(?:code|say|quote|mention|type|enter|tell them)\b[^.!?\n\"”“]{0,20}(?:[\"”“][^\"”“\n]{2,30}[\"”“]|my name|(?:that )?i sent you|i told you|me\b)[^.!?\n]{0,30}",
}
_CODE_WORD = {"sv": Late(r"\b[Kk]od(?:en)? [A-ZÅÄÖ]{4,16}\b"), "en": Late(r"\b[Cc]ode [A-Z]{4,16}\b")}
_AFFILIATE = Late(
    r"[?&/](?:ref|aff|affiliate|aff_?id|aff_?sub|partner|referral|referrer|refer|invite|rc|creator|influencer|ambassador|adref|kickback)[=/][\w-]"
)
_IF_YOU = {
    "sv": r"\b(?:om (?:du|ni|någon|man)|när (?:du|ni|någon|man)|per|för varje|varje gång|varje (?:köp|beställning|order|värvning)|länk\w*|kod\w*|handla\w*|beställ\w*|köp\w*|anmäl\w*|registrera\w*|säg)\b",
    "en": r"\b(?:if (?:you|anyone|someone)|when (?:you|anyone|someone)|per|for (?:each|every)|each time|every time|whenever|links?|codes?|sign up|order\w*|buy|book|click|shop|purchase|pick up|say|a (?:bottle|box|bag|pair|ticket|can|pack))\b",
}
# Who rewards is somebody else: an organisation's own bonus to its staff or members is its own business.
_REWARD = {
    "sv": r"\b(?:jag|mig|min|mitt|kanalen|podden|klubben|laget|föreningen|vi|oss)\b",
    "en": r"\b(?:i|me|my|i['’]ll|we|us|our|the club|the channel|the podcast)\b",
}
_OWN = {
    "sv": r"\b(?:hos oss|vår(?:t|a)? (?:\w+ )?(?:butik\w*|webbshop\w*|shop\w*|app\w*|salong\w*|restaurang\w*|kund\w*|produkt\w*|tjänst\w*|sortiment\w*|meny\w*|personal\w*|medlem\w*|kollektion\w*|gäst\w*|verksamhet\w*|klubb\w*|förening\w*|kurs\w*|bibliotek\w*|besökar\w*|elev\w*|kontor\w*|lager|affär\w*|monter\w*|kassa\w*|kafé\w*|café\w*)|vi bjuder|vi ger|vi säljer|vi firar|vi på)\b",
    "en": r"\b(?:our (?:new|shop|store|own|spring|summer|autumn|winter|menu|range|app|product|products|service|customers?|members?|guests?|team|staff)|we(?:['’]re)? (?:giving|offer\w*|sell\w*|serv\w*|celebrat\w*)|with us|from us|we at|join us)\b",
}


def paid(post: Post) -> Iterator[Finding]:
    """What is paid for by what stands around it, in a post that has no mark first."""
    hits = post.hits
    if not (
        hits.of("ad.off", "ad.call", "ad.praise", "ad.pays", "ad.link")
        or (post.context.layer and has(post, GLAD))
    ):
        return
    logo = post.context.layer == "logo"
    if hits.of("ad.pays"):
        yield from _rewarded(post)
    if logo and hits.of("ad.call") and _names_maker(post):
        yield from _shared(post)
    if logo or has(post, _OWN[post.language]):
        return
    yield from _coded(post)
    yield from _linked(post)
    if not hits.of("ad.bought"):
        yield from _treated(post)
        yield from _signed(post)


def _usable(post: Post, hits: list[Hit]) -> Iterator[Hit]:
    for hit in hits:
        if not (post.is_quoted(hit.span) or is_question(post, hit.start) or is_negated(post, hit.start)):
            yield hit


def _coded(post: Post) -> Iterator[Finding]:
    """A code and what it takes off the price."""
    off = post.hits.of("ad.off")
    if not off:
        return
    found = [
        *_CODE.finditer(post.text),
        *_CODE_WORD[post.language].finditer(post.text),
        *pattern(_SAID_CODE[post.language]).finditer(post.lower),
    ]
    for code in found:
        if is_question(post, code.start()):
            continue
        if any(abs(hit.start - code.start()) < 120 for hit in off):
            yield Finding(Span(*code.span()), 0.82)
            return


def _linked(post: Post) -> Iterator[Finding]:
    """A link that counts who came by it, beside praise or a call to buy."""
    good = post.hits.of("ad.praise", "ad.call")
    for link in post.links:
        counted = _AFFILIATE.search(post.lower, link.start, link.end)
        if counted and good and (post.hits.of("ad.product", "ad.link") or len(good) > 1):
            yield Finding(link, 0.8)
            return
    own = next((hit for hit in _usable(post, post.hits.of("ad.link")) if _is_mine(post, hit)), None)
    if own and post.hits.of("ad.call") and (post.hits.of("ad.off") or post.hits.of("ad.product")):
        yield Finding(own.span, 0.74)


def _is_mine(post: Post, hit: Hit) -> bool:
    words = post.lower[hit.start : hit.end]
    return words.startswith(("my ", "min ", "mina ", "genom min", "via min", "med min", "personliga")) and (
        words.split()[-1] not in ("namn", "name")
    )


def _rewarded(post: Post) -> Iterator[Finding]:
    """The writer gets something when readers buy."""
    if not (post.hits.of("ad.link", "ad.off", "ad.call") and has(post, _IF_YOU[post.language])):
        return
    logo = post.context.layer == "logo"
    for hit in _usable(post, post.hits.of("ad.pays")):
        sentence = post.sentence_at(hit.start)
        if not has(post, _REWARD[post.language], sentence) or not has(post, _IF_YOU[post.language], sentence):
            continue
        if logo and not _names_maker(post):
            continue
        yield Finding(sentence if len(post.sentences) > 1 else hit.span, 0.76)
        return


def _shared(post: Post) -> Iterator[Finding]:
    """An organisation that gets its share of what somebody else sells."""
    found = pattern(SIGNS[post.language]["reward"]).search(post.lower)
    if not (found and has(post, _IF_YOU[post.language])):
        found = pattern(SUPPLIES[post.language]).search(post.lower)
    if found and not _is_set_aside(post, Span(*found.span())):
        yield Finding(Span(*found.span()), 0.7)


def _treated(post: Post) -> Iterator[Finding]:
    """Something that cost the writer nothing and is praised; or somebody who pays."""
    hits = post.hits
    good = hits.of("ad.praise", "ad.call")
    if not good or hits.of("ad.work") or not _names_maker(post):
        return
    for hit in _usable(post, hits.of("ad.treat")):
        if hits.of("ad.product") or (hits.of("ad.praise") and hits.of("ad.call")):
            yield Finding(hit.span, 0.76)
            return
    for hit in _usable(post, hits.of("ad.paid")):
        if hits.of("ad.product") or hits.of("ad.call"):
            yield Finding(hit.span, 0.74)
            return
    if hits.of("ad.praise") and hits.of("ad.product"):
        yield from _delivered(post)


# Signs that speak for themselves where something is offered, whoever the maker is.
_NAMELESS = ("from-me", "reward")


def _signed(post: Post) -> Iterator[Finding]:
    """A sign of payment in other words, beside what it speaks for."""
    hits = post.hits
    if hits.of("ad.work"):
        return
    glad = bool(hits.of("ad.praise", "ad.call") or has(post, GLAD))
    offered = bool(hits.of("ad.off", "ad.call", "ad.link"))
    named = _names_maker(post)
    for kind, source in SIGNS[post.language].items():
        if not (offered if kind in _NAMELESS else named and (glad or kind == "no-bill")):
            continue
        found = pattern(source).search(post.lower)
        if found and not _is_set_aside(post, Span(*found.span())):
            yield Finding(Span(*found.span()), 0.72)
            return
    if named and glad and (found := pattern(NAME_GIVES[post.language]).search(post.text)):
        named = any(is_maker(post, one.start, one.end) for one in post.tokens_in(Span(*found.span()))[:2])
        if named and not _is_set_aside(post, Span(*found.span())):
            yield Finding(Span(*found.span()), 0.72)


def _is_set_aside(post: Post, span: Span) -> bool:
    return is_question(post, span.start) or post.is_quoted(span)


def _delivered(post: Post) -> Iterator[Finding]:
    """It came from a maker who is named right before or after, and not from a shop."""
    names = [token for token in post.tokens if is_maker(post, token.start, token.end)]
    for hit in _usable(post, post.hits.of("ad.sent")):
        near = [
            token
            for token in names
            if hit.start - 30 <= token.end <= hit.start or hit.end <= token.start <= hit.end + 30
        ]
        if near or any(abs(mention.start - hit.start) < 40 for mention in post.mentions):
            yield Finding(hit.span, 0.72)
            return


def _names_maker(post: Post) -> bool:
    return bool(post.mentions) or any(is_maker(post, token.start, token.end) for token in post.tokens)


def is_maker(post: Post, start: int, end: int) -> bool:
    """Is a word a name that no person is likely to have?"""
    if not post.text[start].isupper():
        return False
    token = next(iter(post.tokens_in(Span(start, end))), None)
    if token is None or not is_named(post, token):
        return False
    word = token.word
    return word not in FIRST_NAMES and word.removesuffix("s") not in FIRST_NAMES and word not in _DAYS


_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "jul"])  # fmt: skip
