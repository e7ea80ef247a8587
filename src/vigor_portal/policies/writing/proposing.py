"""What is filled in beforehand when something is published: reasons, meanings, and whether it touches working conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from vigor.policy.document import Guideline, Policy
from vigor.policy.meaning import Change, Sign, signs
from vigor.policy.working_conditions import TOPICS, touched
from vigor_portal.policies import queries
from vigor_portal.policies.comparison import Comparison, compare
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.meanings import proposals
from vigor_portal.policies.words import label


@dataclass(frozen=True)
class Changed:
    """What publishing changes in one language."""

    language: str
    comparison: Comparison


@dataclass(frozen=True)
class ChangedGuideline:
    """A guideline that reads otherwise than in the version in force. `why` tells what speaks for another meaning."""

    key: str
    title: str
    language: str
    html: SafeString  # word by word
    proposed: Change
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """`reasons` are sentences by language; `topics` name what working conditions the change seems to touch."""

    changes: tuple[Changed, ...]
    guidelines: tuple[ChangedGuideline, ...]
    reasons: Mapping[str, str]
    topics: tuple[str, ...]


def propose(after: Mapping[str, Policy]) -> Proposal:
    """From the version in force to these texts, by language, the original first."""
    version = queries.current()
    read = queries.texts_of(version) if version else {}
    before = {language: text.policy for language, text in read.items()}
    names = department_names()
    changes = tuple(
        Changed(language, compare(before.get(language, Policy()), policy, names))
        for language, policy in after.items()
    )
    changes = tuple(each for each in changes if each.comparison.changed)
    return Proposal(
        changes,
        _guidelines(before, after, changes) if version else (),
        _reasons(changes, tuple(after)) if version else dict.fromkeys(after, ""),
        _topics(before, after),
    )


def _guidelines(
    before: Mapping[str, Policy], after: Mapping[str, Policy], changes: tuple[Changed, ...]
) -> tuple[ChangedGuideline, ...]:
    found = []
    html = {
        point.key: (each.language, point.html)
        for each in reversed(changes)
        for point in each.comparison.points
    }
    proposed = proposals(before, after, next(iter(after), ""))
    for key, point in next(iter(after.values()), Policy()).by_key.items():
        if key in proposed and isinstance(point, Guideline):
            language, words = html.get(key, ("", SafeString("")))
            why = _why(key, before, after) if proposed[key] is Change.MEANING else ()
            found.append(ChangedGuideline(key, label(point), language, words, proposed[key], why))
    return tuple(found)


def _why(key: str, before: Mapping[str, Policy], after: Mapping[str, Policy]) -> tuple[str, ...]:
    found: set[Sign] = set()
    for language, policy in after.items():
        old = before[language].by_key.get(key) if language in before else None
        new = policy.by_key.get(key)
        if old is not None and new is not None:
            found |= signs(old, new, language)
    told = {
        Sign.ATTRIBUTES: _("whom it is for, or how strong it is, changed"),
        Sign.NEGATION: _("a “not” or the like came or went"),
        Sign.MODAL: _("a small word that decides came or went"),
        Sign.NUMBER: _("a figure or a time changed"),
        Sign.NAME: _("a name came or went"),
        Sign.OPPOSITE: _("a word became its opposite"),
        Sign.CONTENT: _("much of what it says changed"),
    }
    return tuple(sentence for sign, sentence in told.items() if sign in found)


def _reasons(changes: tuple[Changed, ...], languages: tuple[str, ...]) -> dict[str, str]:
    """A sentence in each language of what changed in it (in the first that did, where it stood still itself)."""
    found = {}
    for language in languages:
        own = next((each for each in changes if each.language == language), None)
        told = own or (changes[0] if changes else None)
        with override(language):
            found[language] = _told(told.comparison.counts) if told else ""
    return found


def _told(counts: Mapping[str, int]) -> str:
    n = {status: counts.get(status, 0) for status in ("added", "reworded", "removed", "moved")}
    did = [
        (n["added"], ngettext("added %(n)s point", "added %(n)s points", n["added"])),
        (n["reworded"], ngettext("reworded %(n)s point", "reworded %(n)s points", n["reworded"])),
        (n["removed"], ngettext("took out %(n)s point", "took out %(n)s points", n["removed"])),
        (n["moved"], ngettext("moved %(n)s point", "moved %(n)s points", n["moved"])),
    ]
    told = [words % {"n": many} for many, words in did if many]
    return _("We %(did)s.") % {"did": ", ".join(told)} if told else ""


def _topics(before: Mapping[str, Policy], after: Mapping[str, Policy]) -> tuple[str, ...]:
    found = {
        topic.name
        for language, policy in after.items()
        for topic in touched(before.get(language, Policy()), policy, language)
    }
    names = {
        "hours": _("working hours"),
        "monitoring": _("monitoring"),
        "discipline": _("what follows on a breach"),
        "pay": _("pay and terms"),
        "own-accounts": _("people’s own accounts and phones"),
        "duties": _("duties and work environment"),
    }
    return tuple(names[topic.name] for topic in TOPICS if topic.name in found)
