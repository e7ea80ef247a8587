"""Puts it on somebody else instead of owning it and solving it.

`figures` are the ways of saying it, `shifted` needs two signs, `whom` tells who gets the blame and whether it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Found
from vigor.check.lexicon import Hit
from vigor.check.parties import Whom, party_in
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.blame.examples import FLAGS, PASSES
from vigor.check.rules.blame.figures import SHIFTED
from vigor.check.rules.blame.shifted import shifted
from vigor.check.rules.blame.whom import helps, is_debate, is_meant, is_other, is_owned, may_be_blamed
from vigor.check.said import SELF, clause_at, is_denied

_WORDS = {"pushed": 0.84, "away": 0.74, "reader": 0.76}
_FIGURES = {
    "others": 0.8,
    "not-us": 0.76,
    "cleft": 0.78,
    "had-they": 0.74,
    "if-they": 0.74,
    "so-them": 0.72,
    "yourself": 0.72,
    "only": 0.74,
    "had-you": 0.74,
    "people": 0.72,
    "told": 0.74,
}
_READERS = frozenset({"yourself", "had-you", "people", "told"})
FAILED = 0.72


def _find(post: Post) -> Iterator[Finding]:
    found = list(SHIFTED.find(post))
    hits = post.hits.of("blame")
    for finding in shifted(post):
        yield _finding(post, finding.span, finding.confidence, finding.variant)
    if not (found or hits):
        return
    owned = is_owned(post)
    for hit in hits:
        if hit.key in _WORDS and is_meant(post, hit) and not (owned and hit.key != "pushed"):
            yield _finding(post, hit.span, _weighed(post, hit), "reader" if hit.key == "reader" else "")
    if owned:
        return
    for one in found:
        if _applies(post, one):
            yield _finding(post, one.span, _of_figure(post, one), "reader" if one.kind in _READERS else "")
    if _is_left_there(post):
        yield from _they_failed(post)


def _applies(post: Post, found: Found) -> bool:
    """Whether a way of saying it blames somebody here."""
    if found.kind == "others":
        return is_other(post, found.who) and not is_denied(post, found.who)
    if found.kind == "cleft":
        return may_be_blamed(post, found.span, found.who)
    if found.kind == "had-they":
        return not set(found.match["who"].split()) & SELF[post.language] and not is_debate(post)
    if found.kind == "if-they":
        return bool(post.context.layer or post.context.reply_to)
    if found.kind in ("so-them", "yourself"):
        return _is_left_there(post) and not post.links
    return found.kind not in ("only", "had-you", "people", "told") or _is_left_there(post)


def _is_left_there(post: Post) -> bool:
    """An answer to somebody who didn't ask, with neither sorry nor what comes next."""
    asked = post.context.reply_to
    if not asked or "?" in asked or "?" in post.text:
        return False
    return not (helps(post) or post.hits.of("next.thanks"))


def _they_failed(post: Post) -> Iterator[Finding]:
    """Such an answer, that says who failed."""
    for hit in post.hits.of("blame.fails"):
        clause = clause_at(post, hit.span)
        who = Span(clause.span.start, max(clause.span.start, hit.start))
        party = party_in(post, who)
        if party not in (None, Whom.CUSTOMER, Whom.GROUP) and not is_denied(post, hit.span, clause):
            yield _finding(post, Span(who.start, hit.end), FAILED, "")


def _helps(post: Post) -> int:
    """An apology or a next step beside it: the cause was told to help."""
    return len({one.key for one in helps(post)} - {"own"})


def _weighed(post: Post, hit: Hit) -> float:
    answers = 0.06 if post.context.reply_to else -0.25 if hit.key != "reader" and is_debate(post) else 0.0
    return _WORDS[hit.key] + answers - (0.14 if hit.key != "pushed" else 0.08) * _helps(post)


def _of_figure(post: Post, found: Found) -> float:
    sure = _FIGURES[found.kind]
    if found.kind == "cleft":
        return sure - 0.14 * _helps(post)
    if found.kind == "others":
        return sure - 0.12 * _helps(post) - (0.25 if is_debate(post) else 0.0)
    return sure


def _finding(post: Post, span: Span, confidence: float, variant: str) -> Finding:
    return Finding(span, max(0.0, min(0.93, confidence)), variant, {"word": post.of(span)[:80]})


BLAME = Check(
    "blame",
    Both("lägger det på någon annan", "puts it on somebody else"),
    {
        "": Told(
            Both("Här lägger vi det på någon annan.", "This puts it on somebody else."),
            Both("Den som har problemet vill veta vad som händer nu, och hör bara att det inte var vi.", "Whoever has the problem wants to know what happens now, and only hears that it wasn't us."),
            Both("Vad kan du göra åt det, var felet än sitter? Börja där.", "What can you do about it, wherever it began? Start there."),
            Both("Det här kan läsas som att vi skyller ifrån oss.", "This can be read as shifting the blame."),
        ),
        "reader": Told(
            Both("Här får den som frågar skulden.", "This makes it the fault of whoever asks."),
            Both("Ingen vill ha rätt mot en kund inför publik; det är hjälpen som folk minns.", "Nobody wins by being right against a customer in public; what people remember is the help."),
            Both("Hjälp först. Berätta sedan hur det blir rätt nästa gång, om det behövs.", "Help first. Then tell how to get it right next time, if that's needed."),
            Both("Det här kan läsas som att vi ger den som frågar skulden.", "This can be read as blaming whoever asks."),
        ),
    },
    "A problem is ours until it is solved, and an explanation that frees us helps nobody else",
    "Coombs, Situational crisis communication theory (2007): denial and scapegoating cost trust where responsibility is felt",
    _find,
    flags=FLAGS,
    passes=PASSES,
    weight=2.2,
    threshold=0.65,
    sure=0.82,
)  # fmt: skip
