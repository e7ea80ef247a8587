"""What each column and each signal learns from. `LOCAL` rows are added for weights that are not shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from training import frames, teacher
from training.boost import Shape
from training.data import NAMED, own, read_by_us, rows
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
    lowered: float = 0.0
    """Log-odds by which the cut lies below the one that did best on rows left out; above it where negative."""
    joint: bool = False
    """The signal is its own column and what is counted in a post, learnt together: what stands for labelled rows is unlike
    them in all but its words, and the less is built on it the better it carries over.
    """

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


def read_rows(name: str, *positive: str, weight: float, without: tuple[str, ...] = ()) -> Iterator[Row]:
    for text, label in read_by_us(name):
        if label not in without:
            yield Row(text, "en", label in positive, weight)


TONES = ("ironic", "offensive", "targeted", "complaint", "polite", "feeling")
"""What the signs of `examples/tone-swedish.txt` tell, in their order."""


def toned(tone: str, *positive: str, weight: float, without: tuple[str, ...] = ()) -> Iterator[Row]:
    """Swedish posts of our own, of which each was labelled for all."""
    for text, signs, language in own("tone-swedish"):
        sign = signs[TONES.index(tone)]
        if sign not in without:
            yield Row(text, language, sign in positive, weight)


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


def _feelings(*positive: str, words: bool = False) -> Callable[[], Iterator[Row]]:
    """`words`: those of the Swedish lexicon too."""

    def gathered() -> Iterator[Row]:
        yield from labelled("semeval2017", *positive)
        yield from own_rows("sentiment", *positive, weight=4.0)
        yield from own_rows("sentiment-flights", *positive, weight=1.5)
        yield from own_rows("sentiment-emojis", *positive, weight=6.0)
        yield from framed("sentiment", *positive, weight=1.5)
        if words:
            yield from labelled("sv_words", *positive, weight=0.5)

    return gathered


def _local_feelings(*positive: str, words: bool = False) -> Callable[[], Iterator[Row]]:
    def gathered() -> Iterator[Row]:
        yield from _feelings(*positive, words=words)()
        yield from labelled("airline", *positive)
        yield from labelled("sv_posts", *positive, weight=3.0)
        if words:
            yield from labelled("sv_reviews", *positive, weight=0.5)

    return gathered


_POSITIVE = ("positive", "pos", "1")
_NEGATIVE = ("negative", "neg", "-1")


def _youtube() -> Iterator[Row]:
    return labelled("youtube", "1")


def _posts_and_parts() -> tuple[str, ...]:
    return teacher.pool() + teacher.parts()


_complaints = join(
    _asked,
    _examples("complaint"),
    lambda: read_rows("complaint", "c", weight=2.0, without=("h",)),
    # People disagree on what an earlier model took for a complaint and our readers did not.
    lambda: read_rows("complaint", weight=0.3, without=("c", "n")),
    # Written to be hard, and harder than what people write: they teach what a question is beside a complaint.
    lambda: own_rows("complaint-goods", "1", weight=0.3),
    lambda: own_rows("complaint-services", "1", weight=0.3),
    lambda: own_rows("complaint-plain", "1", weight=1.0),
    lambda: toned("complaint", "y", weight=1.0),
)
_manners = join(
    _examples("polite"),
    lambda: read_rows("polite", "p", weight=3.0, without=("m", "x")),
    lambda: toned("polite", "y", weight=1.0, without=("-",)),
)
_irony = join(lambda: labelled("tweeteval/irony", "1"), lambda: own_rows("irony", "1", weight=2.0))
_offensive = join(
    lambda: labelled("tweeteval/offensive", "1"), lambda: own_rows("offensive", "1", "2", weight=3.0)
)
_spam = join(
    lambda: labelled("sms", "spam"),
    lambda: own_rows("spam", "1", weight=1.0),
    lambda: own_rows("spam-comments", "1", weight=1.0),
)
_local_polite = join(
    lambda: labelled("politeness_wikipedia", "polite"),
    lambda: labelled("politeness_stack", "polite"),
    lambda: own_rows("polite", "1", weight=1.0),
)
_local_complaints = join(lambda: labelled("complaints", "1"), lambda: own_rows("complaint", "1", weight=1.0))
_local_targets = join(lambda: labelled("olid_target", "TIN"), lambda: own_rows("offensive", "2", weight=3.0))
_local_spam = join(_spam, _youtube)

COLUMNS = (
    Recipe("irony", join(_irony, lambda: toned("ironic", "y", weight=0.3)), c=2.0),
    Recipe("sarcasm", lambda: labelled("isarcasm", "1")),
    Recipe("offensive", join(_offensive, lambda: toned("offensive", "y", weight=1.0))),
    Recipe("hate", lambda: labelled("tweeteval/hate", "1")),
    Recipe("sexist", lambda: labelled("edos", "sexist")),
    Recipe("davidson", lambda: labelled("davidson", "0", "1")),
    Recipe("hatecheck", lambda: labelled("hatecheck", "hateful")),
    Recipe("anger", lambda: labelled("tweeteval/emotion", "0")),
    Recipe("joy", lambda: labelled("tweeteval/emotion", "1", "2")),
    Recipe("sadness", lambda: labelled("tweeteval/emotion", "3")),
    Recipe("spam", _spam, _local_spam, c=4.0),
    Recipe("complaint", _complaints, _local_complaints, pool=_posts_and_parts, joint=True),
    Recipe("polite", _manners, _local_polite, pool=teacher.pool),
    Recipe(
        "positive",
        _feelings(*_POSITIVE, words=True),
        _local_feelings(*_POSITIVE, words=True),
        c=0.7,
        joint=True,
    ),
    Recipe(
        "negative",
        _feelings(*_NEGATIVE, words=True),
        _local_feelings(*_NEGATIVE, words=True),
        c=0.7,
        joint=True,
    ),
)

SIGNALS = (
    Recipe("irony", _irony),
    Recipe("offensive", _offensive, macro=True),
    Recipe("targeted", weak_targets, _local_targets),
    # What most people send to a company is no complaint; our own posts are complaints half of the time.
    Recipe("complaint", _complaints, _local_complaints, balanced=True, joint=True, lowered=-0.4),
    # What the teacher labelled is unlike requests in all but its words: a line carries over better than trees.
    # People find a plain request among experts polite that would be curt elsewhere: between the two.
    Recipe("polite", _with_pool(_manners), _local_polite, shape=Shape(rounds=0), balanced=True, lowered=0.5),
    # Our own comments are harder to tell than other people's: the cut that suits them finds too much.
    Recipe("spam", _spam, _local_spam, shape=Shape(rounds=60), lowered=-1.0),
    Recipe("positive", _feelings(*_POSITIVE), _local_feelings(*_POSITIVE), balanced=True, joint=True),
    Recipe("negative", _feelings(*_NEGATIVE), _local_feelings(*_NEGATIVE), balanced=True, joint=True),
)
