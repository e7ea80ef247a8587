"""The review itself: every rule over a policy that has been taken apart once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vigor.language.identify import LANGUAGES, identify
from vigor.policy.document import Policy
from vigor.policy.review.catalogue import CATALOGUE
from vigor.policy.review.hint import Hint, Sector, Source
from vigor.policy.review.rule import Finding, Reading, Rule

_LONGEST_SAMPLE = 4000


def review(
    policy: Policy,
    *,
    language: str | None = None,
    sector: Sector = "private",
    internal_words: Iterable[str] = (),
    others: Sequence[Source] = (),
    rules: Sequence[Rule] = CATALOGUE,
) -> tuple[Hint, ...]:
    """Hints to the author of a policy, in the order of its lines.

    `language` ("sv" or "en") is that of the text: else its front matter says, else its words. `sector` is the
    employer's and decides which law a hint names. `internal_words` are names that no public point may hold
    (case doesn't matter). `others` are the texts it is compared with: pass the starter policy too, unless the
    policy is meant to be it. Never raises because of what a text holds.
    """
    reading = read(policy, language=language, sector=sector, internal_words=internal_words, others=others)
    found = ((rule, finding) for rule in rules for finding in rule.find(reading))
    hints = [_hint(rule, finding) for rule, finding in found]
    order = {rule.name: number for number, rule in enumerate(rules)}
    return tuple(sorted(hints, key=lambda hint: (hint.line, order[hint.rule], hint.span)))


def read(
    policy: Policy,
    *,
    language: str | None = None,
    sector: Sector = "private",
    internal_words: Iterable[str] = (),
    others: Sequence[Source] = (),
) -> Reading:
    """The policy as rules see it."""
    words = tuple(word for word in (each.strip() for each in internal_words) if word)
    return Reading(policy, language or language_of(policy), sector, words, tuple(others))


def language_of(policy: Policy) -> str:
    """The language of a text, "sv" or "en": as its front matter says, else by its words."""
    if policy.language in LANGUAGES:
        return policy.language
    return identify("\n".join(_sample(policy))[:_LONGEST_SAMPLE])


def _sample(policy: Policy) -> Iterator[str]:
    yield policy.title
    yield policy.opening
    for section in policy.sections:
        yield section.title
        yield section.belief
        yield from (guideline.source for guideline in section.guidelines)


def _hint(rule: Rule, finding: Finding) -> Hint:
    told = rule.told[finding.variant]
    start, end = finding.span
    source = finding.piece.source
    # A blanked-out marker or tag at the edge is no part of what is quoted.
    start += len(source[start:end]) - len(source[start:end].lstrip())
    values = dict(finding.values)
    return Hint(
        rule.name,
        finding.piece.key,
        finding.piece.line_of(start),
        (start, end),
        re.sub(r"\s+\Z", "", source[start:end]),
        told.reason.filled(values),
        told.mend.filled(values),
        finding.law,
        finding.source,
        finding.share,
        finding.confidence,
    )
