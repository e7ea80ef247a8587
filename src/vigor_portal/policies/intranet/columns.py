"""The columns of the whole policy, rendered once for everybody who reads them in the same language.

A version's words never change, and what is personal stands in the margin. So a page for a member costs its margins,
however long the policy is.
"""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vigor.policy.document import Policy
from vigor_portal.policies import outline
from vigor_portal.policies.intranet.pages import NOW
from vigor_portal.policies.outline import SectionLayout, Setting

Column = tuple[SectionLayout, SafeString]


def columns(
    shown: Policy, of: tuple[int, str, str, str], older: frozenset[str], departments: dict[str, str]
) -> tuple[Column, ...]:
    """Each section laid out, with its rendered text.

    `of` says what is `shown`: the version's primary key, the text's language, and the department and layer it was
    narrowed to. The same `of` is always the same text.
    """
    return _columns(_Shown(shown, of), older, tuple(sorted(departments.items())), get_language() or "")


class _Shown:
    """A policy told from others by what it is, not by all its words: comparing those would take longer than rendering."""

    def __init__(self, policy: Policy, of: tuple[int, str, str, str]) -> None:
        self.policy, self.of = policy, of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and other.of == self.of

    def __hash__(self) -> int:
        return hash(self.of)


@lru_cache(maxsize=64)
def _columns(
    shown: _Shown, older: frozenset[str], departments: tuple[tuple[str, str], ...], interface: str
) -> tuple[Column, ...]:
    laid_out = outline.lay_out(shown.policy, Setting(NOW, older, dict(departments)))
    render = "policies/parts/column.html"
    return tuple(
        (section, SafeString(render_to_string(render, {"section": section}))) for section in laid_out
    )
