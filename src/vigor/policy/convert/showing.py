"""Which guideline a case shows, where that can be told: the only one of its principle, or the one most like it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigor.language.lemmas import lemma
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import words
from vigor.policy.convert.values import Note
from vigor.policy.document import Case, Guideline, Policy, Section, Text
from vigor.policy.html import to_plain

FEWEST = 2  # words that a case and a guideline have in common for them to be alike
AHEAD = 2  # and how many more than the next guideline has


def with_shown(policy: Policy, language: str, notes: list[Note]) -> Policy:
    """The policy with `shows=` on the cases that we are sure of. Every guideline must have its key."""
    return replace(policy, sections=tuple(_section(section, language, notes) for section in policy.sections))


def _section(section: Section, language: str, notes: list[Note]) -> Section:
    guidelines = section.guidelines
    if not guidelines or not section.cases:
        return section
    parts = []
    for part in section.parts:
        shown = _shown(part, guidelines, language) if isinstance(part, Case) and not part.shows else None
        if shown is not None and isinstance(part, Case):
            pairs = (*part.attributes.pairs, ("shows", shown.key))
            part = replace(part, attributes=replace(part.attributes, pairs=pairs))
            notes.append(Note("shows", to_plain(part.title), part.line))
        parts.append(part)
    return replace(section, parts=tuple(parts))


def _shown(case: Case, guidelines: Sequence[Guideline], language: str) -> Guideline | None:
    if len(guidelines) == 1:
        return guidelines[0]
    told = _telling(f"{case.title} {' '.join(_text(part) for part in case.parts)}", language)
    scored = sorted(
        ((len(told & _telling(each.source, language)), -place) for place, each in enumerate(guidelines)),
        reverse=True,
    )
    (best, place), (second, _) = scored[0], scored[1]
    return guidelines[-place] if best >= FEWEST and best >= second + AHEAD else None


def _text(part: object) -> str:
    return (
        part.source
        if isinstance(part, Text)
        else f"{getattr(part, 'act', '')} {getattr(part, 'outcome', '')}"
    )


def _telling(markdown: str, language: str) -> frozenset[str]:
    return frozenset(
        lemma(word, language)
        for word in words(to_plain(markdown).lower())
        if len(word) > 2 and word not in STOP_WORDS[language]
    )
