"""What each column and each signal learns from. `LOCAL` rows are added for weights that are not shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from training import frames, teacher
from training.boost import Shape
from training.data import NAMED, own, rows
from vigor.check.models.features import lexicon, read


@dataclass(frozen=True)
class Row:
    """A post to learn from: `truth` from 0 to 1; between them where nobody but the teacher has labelled it."""

    text: str
    language: str
    truth: float
    weight: float = 1.0


@dataclass(frozen=True)
class Recipe:
    """`sources` are named for the card; `ship` and `local` give the rows. `shape` None: a column, not a signal."""

    name: str
    ship: Callable[[], Iterable[Row]]
    local: Callable[[], Iterable[Row]] | None = None
    c: float = 1.0
    shape: Shape = field(default_factory=Shape)
    balanced: bool = False
    macro: bool = False
    """The cut is chosen for macro F1 instead of F1 of the positive class."""
    ratios: bool = True
    """The column is the mean with two on log-count ratios: better, but where parts of posts are learnt from."""
    pool: Callable[[], Sequence[str]] = tuple
    """Posts that the column learns from too, as the teacher sees them after the same rows."""
    plain_cut: bool = False
    """Each row counts once for the cut, whatever it weighs in the learning."""

    def rows(self, local: bool) -> list[Row]:
        return list(_rows(self.local if local and self.local else self.ship))


@cache
def _rows(chosen: Callable[[], Iterable[Row]]) -> tuple[Row, ...]:
    """Each text once, the last label counts."""
    return tuple({(row.text, row.language): row for row in chosen()}.values())


def labelled(name: str, *positive: str, weight: float = 1.0, without: tuple[str, ...] = ()) -> Iterator[Row]:
    language = NAMED[name].language
    for text, label in rows(name):
        if label not in without:
            yield Row(text, language, label in positive, weight)


def own_rows(name: str, *positive: str, weight: float) -> Iterator[Row]:
    for text, label, language in own(name):
        yield Row(text, language, label in positive, weight)


def framed(name: str, *positive: str, weight: float) -> Iterator[Row]:
    for text, label, language in frames.drawn(name):
        yield Row(text, language, label in positive, weight)


def taught(rows: Sequence[Row], posts: Sequence[str]) -> list[Row]:
    """Those English posts as the teacher sees them after the rows."""
    known = [row for row in rows if row.language == "en"]
    truth = np.array([row.truth > 0.5 for row in known])
    weight = np.array([row.weight for row in known])
    likely = teacher.labels([row.text for row in known], truth, weight, posts)
    return [Row(text, "en", float(each)) for text, each in zip(posts, likely, strict=True)]


def join(*parts: Callable[[], Iterable[Row]]) -> Callable[[], Iterator[Row]]:
    def joined() -> Iterator[Row]:
        for part in parts:
            yield from part()

    return joined


def _kinds(text: str) -> set[str]:
    names = lexicon().names
    counts = read(text, "en").dense[-2 * len(names) : -len(names)]
    return {name for name, count in zip(names, counts, strict=True) if count}


def weak_targets() -> Iterator[Row]:
    """Insults at somebody. Rows that say so are not ours to ship: a label and the words beside it stand in."""
    for text, label in rows("tweeteval/offensive"):
        kinds = _kinds(text)
        plain = "swearing" in kinds and not kinds & {"insult", "slur", "second", "third"}
        yield Row(text, "en", label == "1" and not plain)
    for text, label in rows("hatecheck"):
        yield Row(text, "en", label == "hateful", 0.3)
    yield from own_rows("offensive", "2", weight=4.0)


def _examples(name: str) -> Callable[[], Iterator[Row]]:
    """Our own examples and frames, where no labelled rows may ship."""
    return join(lambda: framed(name, "1", weight=0.9), lambda: own_rows(name, "1", weight=3.0))


def _asked() -> Iterator[Row]:
    """Questions to a bank are no complaints, unless they speak of a fault."""
    for number, (text, _) in enumerate(rows("banking77")):
        if number % 20 == 0 and not _kinds(text) & {"fault", "negative", "wait"}:
            yield Row(text, "en", False, 0.3)


def _with_pool(examples: Callable[[], Iterator[Row]]) -> Callable[[], Iterator[Row]]:
    return join(lambda: iter(taught(list(examples()), teacher.pool())), examples)


def _sentiment(*positive: str, local: bool) -> Callable[[], Iterator[Row]]:
    def gathered() -> Iterator[Row]:
        yield from labelled("semeval2017", *positive)
        yield from own_rows("sentiment", *positive, weight=4.0)
        yield from framed("sentiment", *positive, weight=1.5)
        if local:
            yield from labelled("airline", *positive)
            yield from labelled("sv_posts", *positive, weight=3.0)

    return gathered


def _sentiment_column(*positive: str, local: bool) -> Callable[[], Iterator[Row]]:
    def gathered() -> Iterator[Row]:
        yield from _sentiment(*positive, local=local)()
        yield from labelled("sv_words", *positive, weight=0.5)
        if local:
            yield from labelled("sv_reviews", *positive, weight=0.5)

    return gathered


_POSITIVE = ("positive", "pos", "1")
_NEGATIVE = ("negative", "neg", "-1")


def _youtube() -> Iterator[Row]:
    return labelled("youtube", "1")


def _posts_and_parts() -> tuple[str, ...]:
    return teacher.pool() + teacher.parts()


_complaints, _manners = join(_asked, _examples("complaint")), _examples("polite")
_irony = join(lambda: labelled("tweeteval/irony", "1"), lambda: own_rows("irony", "1", weight=2.0))
_offensive = join(
    lambda: labelled("tweeteval/offensive", "1"), lambda: own_rows("offensive", "1", "2", weight=3.0)
)
_spam = join(lambda: labelled("sms", "spam"), lambda: own_rows("spam", "1", weight=3.0))
_local_polite = join(
    lambda: labelled("politeness_wikipedia", "polite"),
    lambda: labelled("politeness_stack", "polite"),
    lambda: own_rows("polite", "1", weight=1.0),
)
_local_complaints = join(lambda: labelled("complaints", "1"), lambda: own_rows("complaint", "1", weight=1.0))
_local_targets = join(lambda: labelled("olid_target", "TIN"), lambda: own_rows("offensive", "2", weight=3.0))
_local_spam = join(_spam, _youtube)

COLUMNS = (
    Recipe("irony", _irony, c=2.0),
    Recipe("sarcasm", lambda: labelled("isarcasm", "1")),
    Recipe("offensive", _offensive),
    Recipe("hate", lambda: labelled("tweeteval/hate", "1")),
    Recipe("sexist", lambda: labelled("edos", "sexist")),
    Recipe("davidson", lambda: labelled("davidson", "0", "1")),
    Recipe("hatecheck", lambda: labelled("hatecheck", "hateful")),
    Recipe("anger", lambda: labelled("tweeteval/emotion", "0")),
    Recipe("joy", lambda: labelled("tweeteval/emotion", "1", "2")),
    Recipe("sadness", lambda: labelled("tweeteval/emotion", "3")),
    Recipe("spam", _spam, _local_spam, c=4.0),
    Recipe("complaint", _complaints, _local_complaints, c=10.0, pool=_posts_and_parts, ratios=False),
    Recipe("polite", _manners, _local_polite, pool=teacher.pool),
    Recipe(
        "positive",
        _sentiment_column(*_POSITIVE, local=False),
        _sentiment_column(*_POSITIVE, local=True),
        c=0.7,
    ),
    Recipe(
        "negative",
        _sentiment_column(*_NEGATIVE, local=False),
        _sentiment_column(*_NEGATIVE, local=True),
        c=0.7,
    ),
)

_SENTIMENT = Shape(rounds=0)
SIGNALS = (
    Recipe("irony", _irony),
    Recipe("offensive", _offensive, macro=True),
    Recipe("targeted", weak_targets, _local_targets),
    # What the teacher labelled is unlike complaints and requests in all but its words: a line carries over better
    # than trees.
    Recipe("complaint", _with_pool(_complaints), _local_complaints, shape=Shape(rounds=0), balanced=True),
    Recipe("polite", _with_pool(_manners), _local_polite, shape=Shape(rounds=0), balanced=True),
    Recipe("spam", _spam, _local_spam, shape=Shape(rounds=60), plain_cut=True),
    Recipe(
        "positive",
        _sentiment(*_POSITIVE, local=False),
        _sentiment(*_POSITIVE, local=True),
        shape=_SENTIMENT,
        balanced=True,
    ),
    Recipe(
        "negative",
        _sentiment(*_NEGATIVE, local=False),
        _sentiment(*_NEGATIVE, local=True),
        shape=_SENTIMENT,
        balanced=True,
    ),
)
