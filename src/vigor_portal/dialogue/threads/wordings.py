"""The words that a conversation is about: as they were, as they are, and where a point went."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from vigor.policy.document import Kind, Point
from vigor_portal.policies import queries as policies
from vigor_portal.policies.comparison import readable, word_by_word
from vigor_portal.policies.models import PublishedKey, Version


class PointGone(Exception):
    """The point isn't in the policy. `known` says where it went; None if there never was one."""

    def __init__(self, known: PublishedKey | None) -> None:
        super().__init__(known.key if known else "")
        self.known = known


class NotThere(Exception):
    """The quoted words stand neither in the point as it reads now nor as its reader saw it."""


@dataclass(frozen=True)
class Wording:
    """A point's own words, plain, in one language, and the number of a version in which they stood."""

    number: int
    language: str
    words: str

    def holds(self, quote: str) -> bool:
        return one_line(quote) in one_line(self.words)


def one_line(words: str) -> str:
    """Spaces and line breaks as a browser shows them: what is selected on a page has other ones than the text."""
    return " ".join(words.replace("● ", "").replace("○ ", "").split())


class Wordings:
    """The policy in force in every language, read once for all the threads of a page."""

    def __init__(self) -> None:
        self.version: Version | None = policies.current()
        self.texts = policies.texts_of(self.version) if self.version is not None else {}

    def point(self, key: str, language: str = "") -> Point | None:
        """The point in the language, else in the original's; None when it isn't in force."""
        texts = (
            [self.texts[language], *self.texts.values()] if language in self.texts else self.texts.values()
        )
        return next((text.policy.by_key[key] for text in texts if key in text.policy.by_key), None)

    def of(self, key: str, language: str) -> Wording | None:
        """How the point reads now, in exactly that language."""
        text = self.texts.get(language)
        point = text.policy.by_key.get(key) if text is not None else None
        if text is None or point is None:
            return None
        return Wording(text.version.number, language, readable(point))

    def best(self, key: str, language: str) -> Wording | None:
        """How the point reads now, in the language, else in the first that has it."""
        for code in (language, *self.texts):
            found = self.of(key, code)
            if found is not None:
                return found
        return None

    def changed_in(self, key: str, language: str) -> int:
        """The version in which the point got the words that it has now."""
        text = self.texts.get(language)
        return text.worded_in.get(key, 0) if text is not None else 0

    def kind(self, key: str) -> Kind | None:
        point = self.point(key)
        return point.kind if point is not None else None


def wording_seen(key: str, language: str, number: int) -> Wording | None:
    """How the point read in an earlier version; None if it didn't, or the text was withdrawn."""
    version = policies.version(number)
    text = policies.text_of(version, language) if version is not None else None
    point = text.policy.by_key.get(key) if text is not None else None
    return Wording(number, language, readable(point)) if point is not None else None


def wording_about(key: str, language: str, seen: int | None, quote: str) -> Wording:
    """The words that somebody writes about, who saw the point in version `seen` and may quote a piece of it.

    A quote belongs to the words in which it stands: those of today, else those that the writer saw. It is never moved
    to words that resemble it. Raises PointGone when the point isn't in force, NotThere for a quote that is in neither.
    """
    now = Wordings()
    today = now.best(key, language)
    if today is None:
        raise PointGone(policies.published_key(key))
    then = today
    if seen is not None and seen < today.number:
        then = wording_seen(key, today.language, seen) or today
        if then.words == today.words:
            then = today
    if not quote or then.holds(quote):
        return then
    if today.holds(quote):
        return today
    raise NotThere


@dataclass(frozen=True)
class Change:
    """What became of the words since: `html` shows both in one, `number` is the version that changed them.

    Without `now` the point is gone from the policy, or from that language.
    """

    then: str
    now: str
    number: int
    html: SafeString


def change_since(words: str, key: str, language: str, now: Wordings) -> Change | None:
    """None while the point reads as it did."""
    today = now.of(key, language)
    if today is None:
        return Change(words, "", 0, SafeString(""))
    if today.words == words:
        return None
    return Change(words, today.words, now.changed_in(key, language), word_by_word(words, today.words))
