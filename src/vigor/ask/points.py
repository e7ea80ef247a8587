"""A Vigör policy as passages: one a point, under the point's own key."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.ask.blocks import read_blocks
from vigor.ask.passages import LIMIT, Passage, fitting
from vigor.language.identify import identify
from vigor.policy.document import Case, Kind, Policy, Section, Text


def from_policy(policy: Policy) -> tuple[Passage, ...]:
    """The passages of every point that has a key, in order; what is to stay internal is left out beforehand.

    A principle, a frame and what others can expect give their belief, then each guideline and case; a playbook
    is one passage with all its steps. A text longer than a passage may be is cut in two, the
    second under the same key.
    """
    language = (
        policy.language if policy.language in ("sv", "en") else identify(policy.opening or policy.title)
    )
    return tuple(
        Passage(key, heading, piece, path, language)
        for key, heading, path, text in _texts(policy)
        if key
        for piece in fitting(text, LIMIT)
    )


_Text = tuple[str, str, tuple[str, ...], str]


def _texts(policy: Policy) -> Iterator[_Text]:
    if policy.opening.strip():
        yield policy.slug or "opening", policy.title, (), _plain(policy.opening)
    for section in policy.sections:
        if section.kind is Kind.PLAYBOOK:
            yield section.key, section.title, (), _whole(section)
            yield from _cases(section)
            continue
        prose = "\n\n".join(part.source for part in section.parts if isinstance(part, Text))
        if prose.strip():
            yield section.key, section.title, (), _plain(prose)
        for guideline in section.guidelines:
            yield guideline.key, section.title, (), _plain(guideline.source)
        yield from _cases(section)


def _cases(section: Section) -> Iterator[_Text]:
    for case in section.cases:
        yield case.key, case.title, (section.title,), _case(case)


def _whole(section: Section) -> str:
    return "\n".join(_plain(part.source) for part in section.parts if not isinstance(part, Case))


def _case(case: Case) -> str:
    """The situation, then each way to act with what it leads to, ours first: it is the answer."""
    ways = sorted(case.options, key=lambda option: not option.ours)
    prose = "\n".join(_plain(part.source) for part in case.parts if isinstance(part, Text))
    acts = [_plain(f"{way.act} → {way.outcome}" if way.outcome else way.act) for way in ways]
    return "\n".join(line for line in (prose, *acts) if line)


def _plain(markdown: str) -> str:
    blocks, _ = read_blocks(markdown)
    return "\n".join(block.text for block in blocks)
