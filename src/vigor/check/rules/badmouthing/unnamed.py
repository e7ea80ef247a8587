"""Ill of somebody who is described instead of named: who it is and what they do wrong, close to each other."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Found
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rules.badmouthing.figures import THIRD_PARTY
from vigor.check.said import clause_at, is_denied, is_meant

_VEILED, _AFTER, _DESCRIBED, _WARNED = 0.76, 0.74, 0.74, 0.76
NEAR = 160
"""Characters between who it is and what they do wrong."""
# Who warns of swindlers speaks ill of nobody.
_FRAUD = {
    "sv": Late(r"bluff|bedrägeri|bedragare|nätfiske|phishing|utger sig|låtsas vara|polisanmäl|skojare"),
    "en": Late(r"\bscam|fraud|phishing|pretend\w* to be|pos(?:e|ing) as|claim\w* to be from"),
}
_ILL = ("ill.trait", "ill.does", "ill.frame", "ill.weak", "ill.firm", "insult", "work.wrong")
_US = frozenset(["vi", "jag", "we", "i", "we've", "i've", "we're"])
_HELPS = ("next.apology", "next.own", "next.step")


def unnamed(post: Post) -> Iterator[Finding]:
    """At most one: it's the whole that speaks ill."""
    if not post.context.layer:
        return
    found: dict[str, list[Found]] = {}
    for one in THIRD_PARTY.find(post):
        found.setdefault(one.kind, []).append(one)
    if not found or set(found) <= {"misdeed", "come-to-us"} or _FRAUD[post.language].search(post.lower):
        return
    if finding := _of(post, found):
        yield finding


def _of(post: Post, found: dict[str, list[Found]]) -> Finding | None:
    wrong = _wrong(post, found)
    if "veiled" in found and (wrong or "after" in found):
        return _finding(post, found["veiled"][0].span, _VEILED)
    if "after" in found:
        return _finding(post, found["after"][0].span, _AFTER)
    parties = [one.span for kind in ("described", "so-called") for one in found.get(kind, ())]
    if "warn" in found and (parties or post.hits.of("person.supplier", "person.competitor")):
        return _finding(post, found["warn"][0].span, _WARNED)
    if post.hits.of(*_HELPS) or post.hits.of("next.thanks"):
        return None
    # "Tired of hairdressers who …? Come to us."
    asked, come = "lure" in found, "come-to-us" in found
    if asked and ((wrong and come) or ((wrong or come) and (parties or _names_a_trade(post, found)))):
        return _finding(post, found["lure"][0].span, _DESCRIBED)
    for party in parties:
        for span in wrong:
            if party.start <= span.start <= party.end + NEAR:
                return _finding(post, Span(party.start, max(party.end, span.end)), _DESCRIBED)
    return None


def _names_a_trade(post: Post, found: dict[str, list[Found]]) -> bool:
    return bool(post.hits.within(found["lure"][0].span, "person.supplier", "person.competitor"))


def _wrong(post: Post, found: dict[str, list[Found]]) -> list[Span]:
    """What is done wrong, by somebody else than ourselves."""
    misdeeds = [one.span for one in found.get("misdeed", ()) if not _is_ours(post, one.span)]
    words = [hit.span for hit in post.hits.of(*_ILL) if is_meant(post, hit) and not _is_ours(post, hit.span)]
    return sorted((*misdeeds, *words))


def _is_ours(post: Post, span: Span) -> bool:
    """ "We never cut corners" is said of ourselves, or denied."""
    clause = clause_at(post, span)
    return bool(_US & set(clause.before[-3:])) or is_denied(post, span, clause)


def _finding(post: Post, span: Span, confidence: float) -> Finding:
    return Finding(span, confidence, "", {"word": post.of(span)[:80]})
