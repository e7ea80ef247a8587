"""How we meet support, complaints and the rest, to have beside whoever answers."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.policy.document import Case, Guideline, Kind, Section
from vigor_portal.policies import queries as policies


@dataclass(frozen=True)
class Playbook:
    """A section of the policy with `kind=`: its Markdown, and the cases under it."""

    key: str
    kind: str
    title: str
    source: str
    cases: tuple[Case, ...]
    language: str
    fits: bool = False  # with the post that is answered


def playbooks(language: str) -> list[Playbook]:
    """Every playbook of the policy in force, in its order; empty where there is none."""
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    if text is None:
        return []
    return [
        _playbook(section, text.language) for section in text.policy.sections if section.kind is Kind.PLAYBOOK
    ]


def _playbook(section: Section, language: str) -> Playbook:
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
    )
