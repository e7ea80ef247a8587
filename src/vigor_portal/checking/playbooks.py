"""How we meet support, complaints and the rest, to have beside the answer that is being written."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.check.post import Post
from vigor.policy.document import Case, Guideline, Kind, Section
from vigor_portal.policies import queries as policies

# How sure we are before we open one by ourselves.
SURE = 0.6


@dataclass(frozen=True)
class Playbook:
    """A section of the policy with `kind=`: its Markdown, and the cases under it."""

    key: str
    kind: str
    title: str
    source: str
    cases: tuple[Case, ...]
    language: str
    fits: bool  # with the post that is answered


def playbooks(language: str, reply_to: str = "") -> list[Playbook]:
    """Every playbook of the policy in force, in its order; empty where there is none."""
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    if text is None:
        return []
    fitting = fitting_kind(reply_to)
    return [
        _playbook(section, text.language, fitting)
        for section in text.policy.sections
        if section.kind is Kind.PLAYBOOK
    ]


def fitting_kind(reply_to: str) -> str:
    """The kind of playbook that fits a post which is answered; nothing where it isn't clear."""
    if not reply_to.strip():
        return ""
    signals = Post(reply_to).signals
    if signals.complaint >= SURE:
        return "complaint"
    return "praise" if signals.sentiment >= SURE else ""


def _playbook(section: Section, language: str, fitting: str) -> Playbook:
    blocks = []
    for part in section.parts:
        if isinstance(part, Guideline):
            blocks.append("- " + part.source.replace("\n", "\n  "))
        elif not isinstance(part, Case):
            blocks.append(part.source)
    return Playbook(
        key=section.key,
        kind=section.playbook,
        title=section.title,
        source="\n\n".join(blocks),
        cases=section.cases,
        language=language,
        fits=section.playbook == fitting,
    )
