"""From the texts that somebody wants to publish to what a version holds, or a list of what is in the way.

sources ─parse→ texts ─keys→ original ─compare, align→ translations ─→ sources, public projections, wordings

Nothing here reads or writes the database: `actions.publish` brings what was before, and keeps what comes out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Policy
from vigor.policy.keys import assign_keys
from vigor.policy.parse import parse
from vigor.policy.problems import Problem
from vigor.policy.public import public
from vigor.policy.render import render
from vigor.policy.translation import align, compare_translation
from vigor_portal.policies.meanings import meant_in, proposals
from vigor_portal.policies.same_points import adopt_keys, same_words


@dataclass(frozen=True)
class Fault:
    """What stands in the way of publishing, in the reader's language: where, what, how to mend it."""

    file: str
    line: int
    what: str
    mend: str
    language: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{where}{self.what} {self.mend}"


class CantPublish(Exception):
    """The texts can't be published as they stand; `problems` says why, each with its file and line."""

    def __init__(self, problems: list[Fault]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class NothingChanged(Exception):
    """The texts say what the version in force says already."""


@dataclass(frozen=True)
class KnownKey:
    """A key that has been published: what it named, and how that read last in the original's language."""

    kind: str
    words: str
    standing: bool  # it is in the version in force


@dataclass(frozen=True)
class Before:
    """What was published before. Empty for a new policy. `older` is `public_older` of each text."""

    slug: str = ""
    language: str = ""
    texts: Mapping[str, Policy] = field(default_factory=dict)
    worded_in: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    older: Mapping[str, Collection[str]] = field(default_factory=dict)
    meant_in: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[str, KnownKey] = field(default_factory=dict)


@dataclass(frozen=True)
class PreparedText:
    policy: Policy
    source: str
    public: Policy
    public_source: str
    worded_in: dict[str, int]
    public_older: list[str]  # public keys whose words here are older than the original's


@dataclass(frozen=True)
class Prepared:
    slug: str
    language: str
    texts: Mapping[str, PreparedText]
    given_keys: tuple[str, ...]  # keys that points got here, in the order of the text
    meant_in: Mapping[str, int]  # per key, the version in which the point got its present meaning

    @property
    def original(self) -> PreparedText:
        return self.texts[self.language]


@dataclass(frozen=True)
class Draft:
    """One text as it was given."""

    file: str
    policy: Policy

    @property
    def language(self) -> str:
        return self.policy.language


def prepare(
    sources: Mapping[str, str],
    before: Before,
    number: int,
    *,
    checked: bool,
    meanings: Mapping[str, str] | None = None,
) -> Prepared:
    """What version `number` will hold. Raises CantPublish and NothingChanged.

    `sources` are texts by the name of their file; a language that isn't among them is carried over. `checked`
    says that the translations have been looked over: none of their points is older than the original any more.
    `meanings` say "meaning" or "wording" per key, where somebody chose otherwise than we propose.
    """
    drafts = _parsed(sources)
    language = before.language or next(iter(drafts.values())).language
    _refuse(list(_misfits(drafts, before, language)))
    original, given_keys = _with_keys(drafts.get(language), before, language)
    _refuse(list(_taken_keys(original, before)))
    translations, faults = _translations(drafts, before, original)
    _refuse(faults)
    policies = {language: original.policy, **translations}
    if not _anything_new(policies, before, checked=checked):
        raise NothingChanged
    worded_in = _worded_in(policies, before, language, number, checked=checked)
    shown = {code: public(policy, original.policy) for code, policy in policies.items()}
    older = {} if checked else _public_older(shown, before, language)
    texts = {
        code: PreparedText(
            policy=policy,
            source=render(policy),
            public=shown[code],
            public_source=render(shown[code]) if shown[code].sections else "",
            worded_in=worded_in[code],
            public_older=older.get(code, []),
        )
        for code, policy in policies.items()
    }
    slug = before.slug or original.policy.slug or "policy"
    meant = meant_in(
        original.policy.by_key,
        before.meant_in,
        proposals(before.texts, policies, language),
        meanings or {},
        number,
    )
    return Prepared(slug, language, texts, given_keys, meant)


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise CantPublish(faults)


def _parsed(sources: Mapping[str, str]) -> dict[str, Draft]:
    """The drafts by language, in the order given."""
    faults: list[Fault] = []
    drafts: dict[str, Draft] = {}
    if not sources:
        faults.append(Fault("", 0, _("There is no text to publish."), _("Name at least one file.")))
    for file, source in sources.items():
        policy, problems = parse(source)
        errors = [problem for problem in problems if problem.is_error]
        faults += [in_words(problem, file, policy.language) for problem in errors]
        if errors:
            continue
        if policy.language not in dict(settings.LANGUAGES):
            what = _("The language “%(language)s” isn’t one of this site’s.") % {"language": policy.language}
            known = ", ".join(code for code, _name in settings.LANGUAGES)
            faults.append(
                Fault(file, 1, what, _("Choose among: %(known)s.") % {"known": known}, policy.language)
            )
        elif policy.language in drafts:
            what = _("%(file)s is in the same language.") % {"file": drafts[policy.language].file}
            faults.append(
                Fault(file, 1, what, _("Publish one text in each language."), language=policy.language)
            )
        drafts.setdefault(policy.language, Draft(file, policy))
    _refuse(faults)
    return drafts


def in_words(problem: Problem, file: str, language: str = "") -> Fault:
    """A problem of the core's, in the reader's language."""
    reader = (get_language() or "sv").partition("-")[0]
    return Fault(file, problem.line, problem.what(reader), problem.mend(reader), language)


def _misfits(drafts: Mapping[str, Draft], before: Before, language: str) -> Iterator[Fault]:
    """Texts of another policy than the site's."""
    slug = before.slug or next((draft.policy.slug for draft in drafts.values() if draft.policy.slug), "")
    for draft in drafts.values():
        if draft.policy.slug and draft.policy.slug != slug:
            what = _("The text says policy: %(here)s, but ours is %(ours)s.") % {
                "here": draft.policy.slug,
                "ours": slug,
            }
            mend = _("Write policy: %(ours)s at the top, if it is the same policy.") % {"ours": slug}
            yield Fault(draft.file, 1, what, mend, draft.language)


def _with_keys(draft: Draft | None, before: Before, language: str) -> tuple[Draft, tuple[str, ...]]:
    """The original with a key on every point, and which keys it got now."""
    if draft is None:
        return Draft("", before.texts[language]), ()
    adopted = adopt_keys(draft.policy, before.texts.get(language))
    keyed = assign_keys(adopted, taken=before.keys)
    had = draft.policy.by_key
    return Draft(draft.file, keyed), tuple(key for key in keyed.by_key if key not in had)


def _taken_keys(original: Draft, before: Before) -> Iterator[Fault]:
    """Points under a key that belongs to another."""
    for key, point in original.policy.by_key.items():
        known = before.keys.get(key)
        if known is None:
            continue
        mend = _("Give this point a key of its own, or remove the key and we will set one.")
        if known.kind != point.kind.value:
            what = _("The key %(key)s belongs to a point of another kind, and its address is kept for that.")
        elif not known.standing and not same_words(known.words, words_of(point)):
            what = _("The key %(key)s belonged to a point that is gone, and its address is kept for that.")
        else:
            continue
        yield Fault(original.file, point.line, what % {"key": key}, mend, original.language)


def _translations(
    drafts: Mapping[str, Draft], before: Before, original: Draft
) -> tuple[dict[str, Policy], list[Fault]]:
    """Every other language: given and compared with the original, or carried over and aligned to it."""
    faults: list[Fault] = []
    found: dict[str, Policy] = {}
    for language in dict.fromkeys((*before.texts, *drafts)):
        if language == original.language:
            continue
        draft = drafts.get(language)
        if draft is not None:
            problems = compare_translation(original.policy, draft.policy)
            faults += [in_words(each, draft.file, language) for each in problems if each.is_error]
        policy = draft.policy if draft is not None else before.texts[language]
        # The original's attributes are the ones in force, also where a translation leaves them out.
        found[language] = align(original.policy, policy)
    return found, faults


def _anything_new(policies: Mapping[str, Policy], before: Before, *, checked: bool) -> bool:
    if {code: render(policy) for code, policy in policies.items()} != {
        code: render(policy) for code, policy in before.texts.items()
    }:
        return True
    original = before.worded_in[before.language]
    return checked and any(
        worded[key] < original.get(key, 0) for worded in before.worded_in.values() for key in worded
    )


def _worded_in(
    policies: Mapping[str, Policy], before: Before, language: str, number: int, *, checked: bool
) -> dict[str, dict[str, int]]:
    """Per language and key, the version in which the point got its present words."""
    found: dict[str, dict[str, int]] = {}
    for code, policy in policies.items():
        old, old_worded = before.texts.get(code, Policy()).by_key, before.worded_in.get(code, {})
        found[code] = {
            key: old_worded.get(key, number)
            if key in old and words_of(old[key]) == words_of(point)
            else number
            for key, point in policy.by_key.items()
        }
    if checked:
        for worded in found.values():
            for key in worded:
                if worded[key] < found[language].get(key, 0):
                    worded[key] = number
    return found


def _public_older(shown: Mapping[str, Policy], before: Before, language: str) -> dict[str, list[str]]:
    """Per language, the keys of the public projections `shown` whose words are older than the original's.

    What the public saw alone decides, not `worded_in`: a comment in the original, a link to what is internal, or what
    was done to a point while it was internal, makes no translation older.
    """
    was = {code: public(text, before.texts[before.language]) for code, text in before.texts.items()}
    changed = {code: _reworded(was.get(code, Policy()), text) for code, text in shown.items()}
    return {
        code: [
            key
            for key in text.by_key
            if key not in changed[code] and (key in changed[language] or key in before.older.get(code, ()))
        ]
        for code, text in shown.items()
        if code != language
    }


def _reworded(old: Policy, new: Policy) -> set[str]:
    """Keys of the points that read otherwise than before, new ones among them."""
    return {
        key
        for key, point in new.by_key.items()
        if key not in old.by_key or words_of(old.by_key[key]) != words_of(point)
    }
