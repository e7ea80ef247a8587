"""A translation beside its original: the original decides force, audience and checks, point by point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigor.policy.audience import resolve
from vigor.policy.document import Case, Guideline, Point, Policy, Section, Text
from vigor.policy.problems import Problem, problem


def compare_translation(original: Policy, translation: Policy) -> tuple[Problem, ...]:
    """What stands in the way of the translation, with its line numbers; what is only missing is a warning.

    A translation need not repeat force, audience and checks; where it does, they must be the original's.
    """
    found: list[Problem] = []
    for point in translation.points():
        theirs = original.by_key.get(point.key)
        if not point.key:
            found.append(problem("translation-no-key", point.line))
        elif theirs is None:
            found.append(problem("translation-unknown-key", point.line, key=point.key))
        else:
            found += _in_point(theirs, point)
    for key, point in original.by_key.items():
        if key not in translation.by_key:
            found.append(problem("translation-missing", 1, key=key, original=point.line))
    return tuple(sorted(found, key=lambda each: each.line))


def _in_point(theirs: Point, point: Point) -> Iterator[Problem]:
    if theirs.kind is not point.kind:
        yield problem(
            "translation-kind", point.line, key=point.key, here=point.kind.value, there=theirs.kind.value
        )
    told = dict(point.attributes.pairs)
    for name, there in _decided(theirs):
        here = " ".join(sorted(told[name].split())) if name in told else there
        if here != there:
            yield problem(
                "translation-differs", point.line, key=point.key, name=name, here=here, there=there or '""'
            )


def _decided(point: Point) -> Iterator[tuple[str, str]]:
    yield "audience", point.audience.value
    if isinstance(point, Guideline):
        yield "force", point.force.value
        yield "checks", " ".join(sorted(point.checks))


def align(original: Policy, translation: Policy) -> Policy:
    """The translation with the attributes that each key has in the original now.

    For a translation carried over when its original gets a new version: points that the original no longer has are left
    out, everything the translation says in words stays.
    """
    sections = []
    for section in translation.sections:
        theirs = original.by_key.get(section.key)
        if not isinstance(theirs, Section):
            continue
        parts = [part for each in section.parts if (part := _aligned(original, each)) is not None]
        sections.append(replace(section, kind=theirs.kind, attributes=theirs.attributes, parts=tuple(parts)))
    return replace(translation, sections=resolve(sections))


def _aligned(original: Policy, part: Text | Guideline | Case) -> Text | Guideline | Case | None:
    if isinstance(part, Text):
        return part
    theirs = original.by_key.get(part.key)
    if theirs is None or theirs.kind is not part.kind:
        return None
    return replace(part, attributes=theirs.attributes)
