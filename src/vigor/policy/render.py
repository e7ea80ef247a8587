"""From a Policy back to its text: what parse took apart is joined, in one canonical form.

`render(parse(text)[0])` is stable: a second round gives the same bytes. Titles stand on one line after `##`,
bullets start with `- ` at the left edge, attributes come as key, classes, pairs; bodies stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vigor.policy import front
from vigor.policy.attributes import first_paragraph, written
from vigor.policy.blocks import after_bullet, bullet
from vigor.policy.document import Attributes, Case, Guideline, Option, Policy, Section, Text

# Hashes at the end of a heading are decoration in Markdown, unless more follow.
HASHES_LAST = re.compile(r"(?:^|[ \t])#+$")

Part = Text | Guideline | Case | Option


def render(policy: Policy) -> str:
    """The text of the policy, ending in one line end; empty for an empty policy."""
    pieces = [policy.opening, *map(render_section, policy.sections)]
    body = "\n\n".join(piece for piece in pieces if piece)
    fields = policy.front or front.write(policy.fields)
    if fields or front.split(body)[0] is not None:
        fields = fields if fields.endswith("\n") or not fields else f"{fields}\n"
        body = f"---\n{fields}---\n\n{body}" if body else f"---\n{fields}---"
    return f"{body}\n" if body else ""


def render_section(section: Section) -> str:
    head = heading(2, section.title, section.attributes)
    body = join_parts(section.parts)
    return f"{head}\n\n{body}" if body else head


def heading(level: int, title: str, attributes: Attributes) -> str:
    block = written(attributes)
    if not block and HASHES_LAST.search(title):
        block = "#"
    return " ".join(piece for piece in ("#" * level, " ".join(title.split("\n")), block) if piece)


def render_guideline(guideline: Guideline) -> str:
    return bullet(with_attributes(guideline.source, guideline.attributes))


def with_attributes(source: str, attributes: Attributes) -> str:
    """The bullet's Markdown with its attributes at the end of the first paragraph."""
    block = written(attributes)
    if not block:
        return source
    end = first_paragraph(source) if source else None
    if end is None:
        return f"{block}\n\n{source}" if source else block
    return f"{source[:end].rstrip()} {block}{source[end:]}"


def render_option(option: Option) -> str:
    outcome = f" → {option.outcome}" if option.outcome else ""
    return bullet(f"[{'x' if option.ours else ' '}] {option.act}{outcome}")


def render_case(case: Case) -> str:
    head = heading(3, case.title, case.attributes)
    body = join_parts(case.parts)
    return f"{head}\n\n{body}" if body else head


def join_parts(parts: Iterable[Part]) -> str:
    """The Markdown of parts in a row. Short bullets stand close, all else has a blank line between."""
    body = ""
    previous: Part | None = None
    for part in parts:
        piece = _render(part)
        if isinstance(previous, Guideline | Option) and isinstance(part, Text):
            piece = after_bullet(piece)
        if previous is not None:
            body += "\n" if _close(previous, part) else "\n\n"
        body += piece
        previous = part
    return body


def _render(part: Part) -> str:
    match part:
        case Text():
            return part.source
        case Guideline():
            return render_guideline(part)
        case Option():
            return render_option(part)
        case Case():
            return render_case(part)


def _close(one: Part, other: Part) -> bool:
    return (
        isinstance(one, Guideline | Option)
        and type(one) is type(other)
        and not any("\n\n" in _render(part) for part in (one, other))
    )
