"""Warm words beside what is no joy."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.post import Post
from vigor.check.said import is_denied, words_of
from vigor.language.words import listed

_FIRST = {
    "sv": listed("jag vi oss mig"),
    "en": listed("i we us me"),
}
_SURE = {"praise": 0.8, "thanks": 0.82}
UNSTRESSED = 0.16
"""How much less sure we are where the warm words neither open their sentence nor stand beside "again"."""
SHORT_CHEER = 7
FAR = 90
"""Characters between the warm words and the trouble: further off, they speak of different things."""


def clashes(post: Post) -> Iterator[Finding]:
    """Warm words and trouble close to each other, and nothing that says that the trouble is over."""
    for hit in post.hits.of("irony.praise", "irony.thanks"):
        if post.is_quoted(hit.span) or is_denied(post, hit.span):
            continue
        trouble = _trouble_after(post, hit)
        if trouble is None:
            continue
        span = Span(min(hit.start, trouble.start), max(hit.end, trouble.end))
        around = Span(post.sentence_at(hit.start).start, post.sentence_at(trouble.start).end)
        if _is_solved(post, around, trouble) or is_denied(post, trouble.span):
            continue
        again = post.hits.within(around, "irony.again")
        stressed = again or _opens(post, hit)
        yield Finding(span, _SURE[hit.key] - (0.0 if stressed else UNSTRESSED))


def _trouble_after(post: Post, hit: Hit) -> Hit | None:
    """The first trouble after the warm words: in their sentence, or in a short one after they stood alone."""
    sentence = post.sentence_at(hit.start)
    end = sentence.end
    if sentence.end - hit.end < 40:
        number = post.sentences.index(sentence) + 1 if sentence in post.sentences else 0
        if 0 < number < len(post.sentences):
            end = post.sentences[number].end
    if before := _trouble_before(post, hit, sentence):
        return before
    for trouble in post.hits.of("irony.trouble"):
        if hit.end <= trouble.start < min(end, hit.end + FAR):
            own = (
                trouble.start > sentence.end
                and set(words_of(post, Span(sentence.end, trouble.start))) & _FIRST[post.language]
            )
            return None if own else trouble
    return None


def _trouble_before(post: Post, hit: Hit, sentence: Span) -> Hit | None:
    """ "58 minutes on hold. What a service!": a short cheer right after the trouble."""
    same = [
        one for one in post.hits.within(sentence, "irony.trouble") if one.end <= hit.start <= one.end + FAR
    ]
    if (
        hit.key != "thanks"
        and same
        and post.hits.within(sentence, "irony.again")
        and "," in post.text[same[-1].end : hit.start]
    ):
        return same[-1]
    dry = _is_dry(post, hit, sentence)
    if hit.key == "thanks" or len(words_of(post, sentence)) > SHORT_CHEER or sentence not in post.sentences:
        return None
    number = post.sentences.index(sentence)
    if not number or post.sentences[number - 1].end - post.sentences[number - 1].start > FAR:
        return None
    found = post.hits.within(post.sentences[number - 1], "irony.trouble")
    own = set(words_of(post, post.sentences[number - 1])) & _FIRST[post.language]
    return (
        found[-1]
        if found and (dry or (not own and post.hits.within(post.sentences[number - 1], "irony.again")))
        else None
    )


_SIGHS = Late(r"(?:åh|oh|jaha|yay|jippi|wow|ah|hurra|hooray)\b")


def _is_dry(post: Post, hit: Hit, sentence: Span) -> bool:
    """ "Meeting about meetings. Genius.": a word or two of praise and a full stop."""
    number = post.sentences.index(sentence) if sentence in post.sentences else 0
    if number and _SIGHS.match(post.lower, post.sentences[number - 1].start):
        return post.of(sentence).rstrip().endswith(".")
    return len(words_of(post, sentence)) <= 2 and post.of(sentence).rstrip().endswith(".") and bool(hit.entry)


def _is_solved(post: Post, around: Span, trouble: Hit) -> bool:
    """Is something said of the trouble's end, or of sorrow over it, outside the words of the trouble itself?"""
    said = post.hits.within(around, "irony.solved", "next.apology")
    return any(hit.end <= trouble.start or hit.start >= trouble.end for hit in said)


def _opens(post: Post, hit: Hit) -> bool:
    """Does it open its sentence as an exclamation: "Fantastic, the train …"?"""
    sentence = post.sentence_at(hit.start)
    return len(words_of(post, Span(sentence.start, hit.start))) <= 2
