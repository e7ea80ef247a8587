"""Is what somebody wrote one guideline? And how does it differ from what stands there?

Words are judged by reading them as the policy is read: what would become a heading, two bullets or an attribute
there isn't one guideline, and is told so here instead of surprising whoever takes it over.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vigor.policy.attributes import tokens_of
from vigor.policy.document import Attributes, Case, Guideline, Kind, Policy, Section
from vigor.policy.html import to_plain
from vigor.policy.parse import parse
from vigor.policy.pieces import unified
from vigor.policy.render import render_case, render_guideline
from vigor.policy.review import SECTORS, Hint, review
from vigor.policy.rewrite import CantHold, reworded
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.comparison import word_by_word

MOST_HINTS = 3
# Said of a point that stands in a finished text, and no help for a sentence that is on its way.
OF_WHOLE_POINTS = frozenset({"no-case", "empty-principle", "no-way-to-act"})
MARKERS = ("- ", "* ", "+ ")
HOLDER = "## x {#x-holder}\n\nx\n\n"
CASE_HOLDER = HOLDER + "### x {#x-case .case}\n\nx\n"


class Fault(Enum):
    """Why the words are no single guideline, or no single case."""

    SEVERAL = "several"
    ATTRIBUTES = "attributes"
    COMMENT = "comment"
    EMPTY_CASE = "empty-case"
    MORE_THAN_A_CASE = "more-than-a-case"


@dataclass(frozen=True)
class Advice:
    """A hint to who writes, in the reader's language."""

    quote: str
    reason: str
    mend: str


def tidy(words: str) -> str:
    """Line ends as the policy counts them, no white space around, and without the bullet that it may begin with."""
    found = unified(words).replace("\x00", "").strip()
    return found[2:].strip() if found.startswith(MARKERS) else found


def fault_in(words: str, today: str = "") -> Fault | None:
    """What keeps tidy words from being one guideline; None where nothing does.

    A guideline that has a list or a table in it `today` may go on having one.
    """
    if "<!--" in words:
        return Fault.COMMENT
    policy, _problems = parse(HOLDER + render_guideline(Guideline(words, Attributes())) + "\n")
    parts = policy.sections[0].parts if len(policy.sections) == 1 else ()
    if len(parts) != 2 or not isinstance(parts[1], Guideline):
        return Fault.SEVERAL
    if parts[1].attributes != Attributes():
        return Fault.ATTRIBUTES
    if (_block_within(words) and not _block_within(today)) or parts[1].source != words:
        return Fault.SEVERAL
    return None


def fault_in_case(words: str) -> Fault | None:
    """What keeps tidy words (a title, an empty line, what happened and ways to act) from being one case."""
    if "<!--" in words:
        return Fault.COMMENT
    if not words.partition("\n")[2].strip():
        return Fault.EMPTY_CASE
    try:
        text = reworded(CASE_HOLDER, "x-case", words)
    except CantHold:
        return Fault.MORE_THAN_A_CASE
    case = parse(text)[0].by_key["x-case"]
    # What reads otherwise than it was typed had to be escaped: it would have been more than this case.
    same = (
        isinstance(case, Case)
        and render_case(case).partition("\n")[2].strip() == words.partition("\n")[2].strip()
    )
    return None if same else Fault.MORE_THAN_A_CASE


def _block_within(words: str) -> bool:
    """Is there more in it than paragraphs? Bullets, headings, quotes and tables are several things."""
    return any(
        token.type not in ("paragraph_open", "inline", "paragraph_close") for token in tokens_of(words)
    )


def difference(before: str, after: str) -> SafeString:
    """From words to words, as plain text with `<del>` and `<ins>`; both are Markdown."""
    return word_by_word(to_plain(before), to_plain(after))


def reads_the_same(one: str, other: str) -> bool:
    return to_plain(one).split() == to_plain(other).split()


def hints_on(words: str, language: str) -> list[Advice]:
    """What the review says of words as a guideline: a few sentences to take or leave."""
    point = Guideline(words, Attributes("here"))
    # As a must it owes no case of its own, and what is asked of whole sections doesn't concern a sentence.
    policy = Policy(
        (Section("", Kind.PRINCIPLE, (point,), Attributes("x-holder")),), fields=(("language", language),)
    )
    organisation = the_organisation()
    sector = organisation.sector if organisation and organisation.sector in SECTORS else "private"
    reader = (get_language() or "sv").partition("-")[0]
    found = [hint for hint in review(policy, language=language, sector=sector) if hint.key == "here"]  # type: ignore[arg-type]
    return [_told(hint, reader) for hint in found if hint.rule not in OF_WHOLE_POINTS][:MOST_HINTS]


def _told(hint: Hint, reader: str) -> Advice:
    return Advice(hint.quote, hint.reason.of(reader), hint.mend.of(reader))
