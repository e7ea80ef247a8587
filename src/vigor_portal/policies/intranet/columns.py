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
from vigor.policy.same import Same
from vigor_portal.policies import outline
from vigor_portal.policies.intranet.pages import NOW
from vigor_portal.policies.outline import SectionLayout, Setting
from vigor_portal.policies.words import narrowed

Column = tuple[SectionLayout, SafeString]


def columns(
    policy: Policy, department: str, layer: str, older: frozenset[str], departments: dict[str, str]
) -> tuple[Column, ...]:
    """Each section that concerns the department and the layer laid out, with its rendered text.

    What is rendered is kept with the parsed text itself (`shelf.py` keeps one for each wording), so that no row's number
    can bring up another text's pages.
    """
    named = tuple(sorted(departments.items()))
    return _columns(Same(policy), department, layer, older, named, get_language() or "")


@lru_cache(maxsize=64)
def _columns(
    held: Same,
    department: str,
    layer: str,
    older: frozenset[str],
    departments: tuple[tuple[str, str], ...],
    interface: str,
) -> tuple[Column, ...]:
    shown = narrowed(held.policy, department, layer)
    laid_out = outline.lay_out(shown, Setting(NOW, older, dict(departments)))
    render = "policies/parts/column.html"
    return tuple(
        (section, SafeString(render_to_string(render, {"section": section}))) for section in laid_out
    )
