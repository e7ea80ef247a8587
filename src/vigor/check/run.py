"""Reading a post: every check in order, then what is worth saying, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from vigor.check.advice import Advice, Checked, Finding, Span, Touched
from vigor.check.catalogue import CATALOGUE
from vigor.check.context import Context
from vigor.check.good import praise
from vigor.check.ground import Footing, Ground, ground_of
from vigor.check.post import Post
from vigor.check.protected import protection
from vigor.check.rule import Check

if TYPE_CHECKING:
    from vigor.policy.document import Policy

MOST = 5
"""A handful: who gets more advice than that reads none of it."""


def check(text: str, policy: Policy, context: Context | None = None, *, language: str = "") -> Checked:
    """What a wise colleague would have said of the post. `language` is "sv" or "en", else it is found out.

    Never raises, whatever the text; spans lie inside it. A check whose guideline isn't in the policy is silent.
    """
    return read(Post(text, context, language), ground_of(policy))


def read(post: Post, ground: Ground) -> Checked:
    """The same, for a post that is taken apart already."""
    if not post.text.strip():
        return Checked(post.language)
    law = protection(post)
    found = list(_advice(post, ground, protected=bool(law)))
    found.sort(key=lambda pair: (-pair[0], pair[1].span))
    advice = tuple(each for _weight, each in found[:MOST])
    return Checked(post.language, advice, tuple(praise(post)), law, _touches(post))


def _touches(post: Post) -> tuple[Touched, ...]:
    if not post.context.avoids:
        return ()
    from vigor.check.topics import touched

    return tuple(touched(post))


def _advice(post: Post, ground: Ground, *, protected: bool) -> Iterator[tuple[float, Advice]]:
    for each, footing in _asked(ground, post.context.layer):
        if (protected and each.quiet_when_protected) or (each.unless and each.unless(post)):
            continue
        for finding in _worth_saying(each, post):
            yield each.weight * finding.confidence, _told(each, finding, footing, post)


@lru_cache(maxsize=64)
def _asked(ground: Ground, layer: str) -> tuple[tuple[Check, Footing], ...]:
    """The checks that a policy asks for, each with what it rests on."""
    found = ((each, ground.under(each.name, layer)) for each in CATALOGUE)
    return tuple((each, footing) for each, footing in found if footing is not None)


def _worth_saying(each: Check, post: Post) -> list[Finding]:
    """Findings that are sure enough; of those that overlap, the surest."""
    found = each.findings(post)
    if each.weighed and (found or each.name in post.likely):
        from vigor.check.likeness import weighed

        found = weighed(each, post, found)
    if len(found) < 2:
        return found
    found.sort(key=lambda one: (-one.confidence, one.span))
    kept: list[Finding] = []
    for one in found:
        if len(kept) == MOST:
            break
        if not any(_overlap(one.span, other.span) for other in kept):
            kept.append(one)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told(each: Check, finding: Finding, footing: Footing, post: Post) -> Advice:
    told = each.told.get(finding.variant) or each.told[""]
    see = told.maybe if told.maybe and finding.confidence < each.sure else told.see
    words = [both.of(post.language).format_map(finding.values) for both in (see, told.why, told.way)]
    return Advice(
        check=each.name,
        guideline=footing.guideline,
        words=footing.words,
        case=footing.case,
        span=finding.span,
        message=f"{words[0]} {words[1]}".strip(),
        suggestion=words[2],
        confidence=round(finding.confidence, 3),
        hint=each.hint,
        instead=finding.values.get("instead", ""),
    )
