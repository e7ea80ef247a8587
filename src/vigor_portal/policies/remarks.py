"""What a version did to a point beside its words, and how much of a text is somebody else's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vigor.policy.diff import Change, What
from vigor.policy.document import Guideline, Point, Policy
from vigor.policy.keys import assign_keys
from vigor.policy.parse import parse
from vigor.policy.review import Source, overlaps, review
from vigor.policy.review.rules.taken import TAKEN
from vigor.starter import LANGUAGES, starter
from vigor_portal.policies.outline import layer_names
from vigor_portal.policies.words import label

# Told in words of their own; `checks` is for the machine, and `kind` and the rest for who writes the text.
TOLD = ("departments", "layers", "shows", "trial-until")


def remarks_on(
    changes: Iterable[Change], a: Policy, b: Policy, departments: Mapping[str, str]
) -> tuple[str, ...]:
    """A sentence for each change that is not a wording. `departments` are names by slug."""
    found: list[str] = []
    for change in changes:
        if change.what is What.MOVED:
            found.append(_moved(change, a, b))
        elif change.what is What.FORCE:
            found.append(_("It is a must now.") if change.after == "must" else _("It is no longer a must."))
        elif change.what is What.AUDIENCE:
            internal = change.after == "internal"
            found.append(_("It is internal now.") if internal else _("It is public now."))
        elif change.what is What.ATTRIBUTES:
            found += _particulars(change, a, b, departments)
    return tuple(found)


def _moved(change: Change, a: Policy, b: Policy) -> str:
    old = a.by_key.get(change.before)
    if old is not None and change.before != change.after:
        return _("It stood under “%(section)s” before.") % {"section": label(old)}
    return _("It has another place in the order.")


def _particulars(change: Change, a: Policy, b: Policy, departments: Mapping[str, str]) -> Iterator[str]:
    old, new = a.by_key.get(change.key), b.by_key.get(change.key)
    if old is None or new is None:
        yield _("The title or another particular of the whole text changed.")
        return
    told = [name for name in TOLD if old.attributes.get(name) != new.attributes.get(name)]
    for name in told:
        yield _particular(name, new, b, departments)
    if not told:
        yield _("What stands behind it changed, not what it says.")


def _particular(name: str, point: Point, policy: Policy, departments: Mapping[str, str]) -> str:
    named = point.attributes.words(name)
    if name == "trial-until":
        until = point.trial_until if isinstance(point, Guideline) else None
        if until is None:
            return _("It is no longer on trial.")
        return _("It is on trial until %(day)s.") % {"day": date_format(until)}
    if name == "shows":
        shown = (label(policy.by_key[key]) for key in named if key in policy.by_key)
        return _("It rests on: %(points)s") % {"points": " · ".join(shown) or "–"}
    names = layer_names() if name == "layers" else departments
    if not named:
        return _("It is for everyone now.")
    return _("It is for: %(whom)s.") % {"whom": ", ".join(names.get(word, word) for word in named)}


@dataclass(frozen=True)
class TakenPoint:
    """A point that stands in the starter policy too. `key` is the one that it would get where it has none yet."""

    key: str
    title: str
    share: float  # of its words, 0-1, in the passage that is most alike


@dataclass(frozen=True)
class Taken:
    """How much of a text in one language is taken from the starter policy: a share of its words, 0-1."""

    share: float
    points: tuple[TakenPoint, ...]

    @property
    def own(self) -> float:
        """The share that is the organisation's own."""
        return 1 - self.share


def share_from_elsewhere(sources: Mapping[str, str]) -> dict[str, Taken]:
    """How much of each text is our starter policy, word for word, and which points: by language, as `sources` is.

    `sources` are Markdown by language. A language that has no starter policy, or no text, is left out.
    """
    return {
        language: _taken(source, language)
        for language, source in sources.items()
        if language in LANGUAGES and source.strip()
    }


# A long text takes half a second, and the same draft is looked at again and again before it is published.
@lru_cache(maxsize=16)
def _taken(source: str, language: str) -> Taken:
    # A point that nobody has given a key yet is told from the next by the one that it would get.
    policy = assign_keys(parse(source)[0])
    others = (Source("", starter(language)),)
    shares: dict[str, float] = {}
    for hint in review(policy, language=language, others=others, rules=(TAKEN,)):
        shares[hint.key] = max(hint.share, shares.get(hint.key, 0.0))
    points = tuple(
        TakenPoint(point.key, label(point), shares[point.key])
        for point in policy.points()
        if point.key in shares
    )
    return Taken(overlaps(policy, others)[0].share, points)
