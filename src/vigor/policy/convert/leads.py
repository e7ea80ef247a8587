"""What leads into a list, and what the list's items only mean together with it: "Don't:", "You must not:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigor.language.words import sentence_spans
from vigor.policy.convert.blocks import Block, Item, Prose
from vigor.policy.convert.markup import markdown_of
from vigor.policy.convert.outline import OPEN_ENDED
from vigor.policy.convert.rules import binds, opening_of, rules, says_what_to_do
from vigor.policy.convert.words import DO, DONT, NORMS
from vigor.policy.html import to_plain

LED = re.compile(r"(?:\*\*|__)?([^*_:\n]{2,20})(?::(?:\*\*|__)?|(?:\*\*|__):)\s+\S")
AROUND = re.compile(r"^[\W\d_]+|[\W_]+$")
PLURAL = re.compile(r"(?i)\b(do|don['’]?t)['’]?s$")
DENIES = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:do not|don['’]?t|never|not|avoid|no|stop|inte|aldrig|undvik|ej|låt bli|sluta)\b",
    re.I,
)


# "You must not:", "We won't:": a sentence that stops where its verb is to come.
IN_THE_MIDDLE = re.compile(
    r"(?:\b(?:must|should|shall|may|can|will|to|not|never|always|that|ska|skall|bör|måste|får|kan|inte|aldrig|alltid|ej|att)|n['’]t)[\W_]*$",
    re.I,
)


def lead_of(text: str) -> str:
    """ "Don't" for a heading or a line that says that what is below is what not to do; "Do" alike; else empty."""
    plain = to_plain(text).strip().rstrip(":")
    if not (DO.fullmatch(plain) or DONT.fullmatch(plain)):
        return ""
    return PLURAL.sub(r"\1", AROUND.sub("", plain))


def led(source: str, lead: str) -> str:
    """An item with the words that lead into it, unless it says as much by itself."""
    if not lead:
        return source
    alone = DENIES.match(opening_of(source)) if DONT.fullmatch(lead) else says_what_to_do(source)
    return source if alone else f"**{lead}:** {source}"


def of_lines(paragraph: str) -> list[str]:
    """The lines of a paragraph, each of which says "Do:" or "Don't:" first; none of another paragraph."""
    lines = [line.strip() for line in paragraph.split("\n")]
    found = [LED.match(line) for line in lines]
    return lines if all(match and lead_of(match[1]) for match in found) else []


def hanging(text: Sequence[Block], items: Sequence[Item]) -> Prose | None:
    """The paragraph before a list that begins the sentence which each item ends, where the whole is a rule."""
    before = text[-1] if text else None
    if not isinstance(before, Prose) or before.sort != "paragraph" or not OPEN_ENDED.search(before.text):
        return None
    last = to_plain(_sentences(before.text)[-1])
    sources = [item.text for item in items]
    unended = IN_THE_MIDDLE.search(last) is not None
    if not (binds(last) or unended) or (rules(sources) and not unended and not _goes_on(sources)):
        return None
    return before


def _goes_on(sources: Sequence[str]) -> bool:
    """Whether the items begin in the midst of a sentence: in lower case."""
    return sum(opening_of(source)[:1].islower() for source in sources) * 2 > len(sources)


def hung(before: Prose, items: Sequence[Item]) -> tuple[str, str]:
    """What of the paragraph stands by itself, and the rule: its last sentence with the items under it."""
    *earlier, last = _sentences(before.text)
    return " ".join(earlier), f"{last}\n{markdown_of(items)}"


def _sentences(text: str) -> list[str]:
    flat = " ".join(text.split())
    return [flat[start:end] for start, end in sentence_spans(flat)] or [flat]


def normative(heading: str, items: Sequence[str]) -> bool:
    """Whether a list of things that go, without verbs, stands under a heading that says so: "Tone", "Principles"."""
    if not NORMS.search(heading):
        return False
    worded = [
        plain for item in items if len((plain := opening_of(item)).split()) > 1 and not plain.endswith("?")
    ]
    return len(worded) * 2 >= len(items) and not any("](" in item for item in items)
