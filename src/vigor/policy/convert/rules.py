"""Whether a sentence or a list item says what to do, or only what there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigor.policy.attributes import first_paragraph
from vigor.policy.convert.verbs import IMPERATIVES
from vigor.policy.convert.words import DEONTIC, MODAL, WE
from vigor.policy.html import to_plain

LEAD = re.compile(r"^[^:–—.!?]{1,60}(?::| [–—-] )\s*(?=\S)")
# What only sets the scene: "If you need to ask, …".
CLAUSE = re.compile(
    r"^(?:if|when|although|though|while|as|since|because|om|när|även om|medan|eftersom)\b[^,.]{1,200},\s*",
    re.I,
)
# What only shows the way to another text tells nobody what to do.
POINTER = re.compile(
    r"\W*(?:låt oss|let us|let['’]s|see(?! (?:to|that))|se(?! (?:till|över|efter))|read more|läs mer|läs vidare)\b",
    re.I,
)
# "(a) ", "2.1 ": the author's own count.
LABEL = re.compile(r"^(?:\(?[a-zåäö]\)|[a-h]\.|\d{1,2}(?:\.\d{1,2})+\.?)\s+", re.I)
STEMS_ONLY = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def opening_of(markdown: str) -> str:
    """The words of the first paragraph, without what is nested below it."""
    end = first_paragraph(markdown)
    plain = to_plain(markdown[:end] if end is not None else markdown.split("\n\n")[0])
    return LABEL.sub("", plain.replace("\n", " ").strip())


def imperative(plain: str) -> bool:
    """Whether the sentence opens with a verb that tells somebody to do something."""
    words = STEMS_ONLY.findall(plain[:80].lower())
    return len(words) > 1 and words[0] in IMPERATIVES and not POINTER.match(plain)


def says_what_to_do(markdown: str) -> bool:
    """Whether an item of a list is a rule: it binds, advises, tells, or speaks of what we do."""
    plain = opening_of(markdown)
    if plain.endswith("?") or len(plain.split()) < 2:
        return False
    if MODAL.search(plain) or WE.match(plain) or imperative(plain):
        return True
    lead = LEAD.match(plain)
    return bool(lead and (imperative(plain[lead.end() :]) or WE.match(plain[lead.end() :])))


def a_sentence(markdown: str) -> bool:
    plain = opening_of(markdown)
    return len(plain.split()) > 5 and plain.endswith((".", "!"))


def rules(items: Sequence[str]) -> bool:
    """Whether a list, item by item in Markdown, is one of rules: most of it says what to do."""
    if not items:
        return False
    telling = sum(says_what_to_do(item) for item in items)
    if telling * 2 >= len(items):
        return True
    # Whole sentences that say how things are done, in a list where some say what to do.
    return (
        telling > 0 and sum(says_what_to_do(item) or a_sentence(item) for item in items) * 3 >= len(items) * 2
    )


def binds(sentence: str) -> bool:
    """Whether a sentence of running text (plain) is a rule that can stand by itself."""
    if sentence.rstrip().endswith("?"):
        return False
    sentence = CLAUSE.sub("", sentence)
    return bool(DEONTIC.search(sentence)) or imperative(sentence)
