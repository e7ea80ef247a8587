"""A translation says nothing of its own on force, audience and checks."""

from __future__ import annotations

from tests.core.policy.texts import FRONT, REFERENCE

from vigor.policy.document import Audience, Force, Guideline
from vigor.policy.parse import parse
from vigor.policy.render import render
from vigor.policy.translation import align, compare_translation

ORIGINAL = parse(
    FRONT
    + '## T {#t}\n\n- a {#a force=must checks="x y"}\n- b {#b audience=internal}\n\n### C {#c shows=b}\n'
)[0]


def compared(body: str) -> list[tuple[str, bool]]:
    return [(p.code, p.is_error) for p in compare_translation(ORIGINAL, parse(FRONT + body)[0])]


def test_a_text_is_a_translation_of_itself() -> None:
    policy = parse(REFERENCE)[0]
    assert compare_translation(policy, policy) == ()


def test_what_is_not_said_does_not_differ() -> None:
    assert compared("## T {#t}\n\n- a {#a}\n- b {#b}\n\n### C {#c .case}\n") == []


def test_checks_may_stand_in_any_order() -> None:
    assert compared('## T {#t}\n\n- a {#a checks="y x"}\n- b {#b}\n\n### C {#c .case}\n') == []


def test_force_audience_and_checks_must_be_the_originals() -> None:
    body = "## T {#t}\n\n- a {#a force=guide checks=x}\n- b {#b audience=public}\n\n### C {#c .case audience=public}\n"
    assert compared(body) == [("translation-differs", True)] * 4


def test_a_missing_point_only_warns() -> None:
    assert compared("## T {#t}\n\n- a {#a}\n- b {#b}\n") == [("translation-missing", False)]


def test_carrying_over_takes_the_originals_attributes_and_keeps_the_words() -> None:
    old = parse(FRONT + "## Ö {#t .frame}\n\n- å {#a}\n- borta {#gone}\n- ä {#b}\n\n### Ö {#c .case}\n")[0]
    policy = align(ORIGINAL, old)
    a, b = policy.by_key["a"], policy.by_key["b"]
    assert isinstance(a, Guideline)
    assert (a.source, a.force, a.checks) == ("å", Force.MUST, ("x", "y"))
    assert b.audience is Audience.INTERNAL
    assert policy.by_key["c"].audience is Audience.INTERNAL
    assert "gone" not in policy.by_key
    assert compare_translation(ORIGINAL, parse(render(policy))[0]) == ()
