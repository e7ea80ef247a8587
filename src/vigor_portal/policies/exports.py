"""The policy to carry away: Markdown, JSON, a booklet and a poster for the kitchen wall (PDF).

Markdown and JSON are the text itself; PDF is set by `paper.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import Truncator

from vigor.policy.as_json import to_json
from vigor.policy.document import Policy, Section
from vigor.policy.html import to_plain
from vigor.policy.render import render
from vigor_portal.policies import outline
from vigor_portal.policies.intranet.pages import NOW
from vigor_portal.policies.paper import Paper, PdfMissing

if TYPE_CHECKING:
    from weasyprint import Document

__all__ = ["Imprint", "PdfMissing", "as_json", "markdown", "pdf", "poster"]

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DEFAULT_ACCENT = "#8f2318"
# Points, from what is read across a kitchen to what is read with the nose against the paper.
SIZES = tuple(round(20 * 0.955**step, 2) for step in range(34))
# What the poster tells of each principle, from all to least, and the smallest type in which that makes sense on a wall.
DETAILS = (("belief", 8.5), ("sentence", 7.5), ("title", 0))
# Characters: no wall has room for more, and setting a page takes time for each of them.
LONGEST_BELIEF, LONGEST_SENTENCE, LONGEST_TITLE = 1200, 300, 160
# A word that no line has room for: finding where to break it, letter by letter, would take a minute.
LONG_WORD = re.compile(r"\S{24,}")


@dataclass(frozen=True)
class Imprint:
    """Whose policy it is and which: what stands on a cover or at the foot of a poster."""

    organisation: str
    accent: str  # "#8f2318"
    number: int
    published_at: datetime
    language: str
    address: str  # where the policy is read
    public: bool = False  # without what is internal


def markdown(policy: Policy) -> str:
    """The policy's own text, the same as in the editor and on disk."""
    return render(policy)


def as_json(policy: Policy, imprint: Imprint) -> str:
    """The policy as data (see `vigor.policy.as_json`) with the organisation, the version and its date (ISO 8601)."""
    facts = {
        "organisation": imprint.organisation,
        "version": imprint.number,
        "published_at": imprint.published_at.isoformat(),
        "audience": "public" if imprint.public else "internal",
    }
    return json.dumps({**facts, **to_json(policy)}, ensure_ascii=False, indent=2) + "\n"


def pdf(policy: Policy, imprint: Imprint) -> bytes:
    """The whole policy as an A4 booklet. Raises PdfMissing."""
    with translation.override(imprint.language):
        sections = outline.lay_out(policy, outline.Setting(NOW))
        return _written(_set(Paper(), "booklet", policy, imprint, sections=sections))


def poster(policy: Policy, imprint: Imprint) -> bytes:
    """The principles on one A4, in as large a type as there is room for. Raises PdfMissing."""
    paper = Paper()
    with translation.override(imprint.language):
        for detail, least in DETAILS:
            sizes = [size for size in SIZES if size >= least]
            if detail == "belief" and any(map(_too_much, policy.principles)):
                continue
            rows = [
                _row(each, detail) for each in outline.lay_out(policy, outline.Setting(NOW)) if each.number
            ]
            found = _largest(sizes, partial(_set, paper, "poster", policy, imprint, rows=rows))
            if found is not None:
                return _written(found)
        # Titles as long as pages: the smallest type, and the first page of it.
        document = _set(paper, "poster", policy, imprint, rows=rows, size=SIZES[-1])
    return _written(document.copy(document.pages[:1]))


def _set(paper: Paper, name: str, policy: Policy, imprint: Imprint, **more: object) -> Document:
    accent = imprint.accent if COLOUR.fullmatch(imprint.accent) else DEFAULT_ACCENT
    context = {"policy": policy, "imprint": imprint, "accent": accent, **more}
    return paper.set(render_to_string(f"policies/paper/{name}.html", context))


def _written(document: Document) -> bytes:
    return bytes(document.write_pdf())


def _row(section: outline.SectionLayout, detail: str) -> dict[str, Any]:
    sentence = outline.first_sentence(to_plain(section.section.belief)) if detail == "sentence" else ""
    title = to_plain(section.section.title)
    return {
        "number": section.number,
        "title": _breakable(Truncator(title).chars(LONGEST_TITLE)),
        "belief": section.belief if detail == "belief" else "",
        "sentence": _breakable(Truncator(sentence).chars(LONGEST_SENTENCE)),
    }


def _too_much(section: Section) -> bool:
    return len(section.belief) > LONGEST_BELIEF or LONG_WORD.search(section.belief) is not None


def _breakable(text: str) -> str:
    """Soft hyphens in words that are too long for a line."""
    return LONG_WORD.sub(lambda word: "\u00ad".join(re.findall(r".{1,10}", word[0])), text)


def _largest(sizes: Sequence[float], page: Callable[..., Document]) -> Document | None:
    """The page in the largest of the falling `sizes` in which it is one page; None if it is more in the smallest."""
    fitting, too_large = len(sizes) - 1, -1
    best = page(size=sizes[fitting])
    if len(best.pages) > 1:
        return None
    while fitting - too_large > 1:
        middle = (fitting + too_large) // 2
        document = page(size=sizes[middle])
        if len(document.pages) == 1:
            fitting, best = middle, document
        else:
            too_large = middle
    return best
