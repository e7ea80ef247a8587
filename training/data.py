"""The published rows that the models learn from or are measured on, and what their licences allow.

The folder is VIGOR_DATA_SETS, else shared/data beside the checkout. `ship` says whether weights made of the rows
may be shipped: where no licence is stated, or it forbids commerce, the rows measure only.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from benchmarks.results import data_sets

Row = tuple[str, str]
"""A text and its label, as the source writes it."""

csv.field_size_limit(sys.maxsize)


@dataclass(frozen=True)
class Source:
    """One published set. `held_out` is looked at once, to report; "" where the set has no such part."""

    name: str
    language: str
    licence: str
    ship: bool
    train: Callable[[Path], Iterator[Row]]
    held_out: Callable[[Path], Iterator[Row]] | None = None


def _tweeteval(task: str, part: str) -> Callable[[Path], Iterator[Row]]:
    def load(folder: Path) -> Iterator[Row]:
        base = folder / "tweeteval" / task
        texts = (base / f"{part}_text.txt").read_text("utf-8").split("\n")
        labels = (base / f"{part}_labels.txt").read_text("utf-8").split()
        return zip(texts, labels, strict=False)

    return load


def _table(path: str, text: str, label: str, tabs: bool = False) -> Callable[[Path], Iterator[Row]]:
    def load(folder: Path) -> Iterator[Row]:
        with (folder / path).open(encoding="utf-8", newline="") as lines:
            dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if tabs else {}
            for row in csv.DictReader(lines, **dialect):  # type: ignore[arg-type]
                if row[text]:
                    yield row[text], row[label] or ""

    return load


def _held(
    load: Callable[[Path], Iterator[Row]], share: int = 5, inside: bool = True
) -> Callable[[Path], Iterator[Row]]:
    """A fifth of a set that has no held-out part of its own, by chance with a fixed seed; or the rest of it."""

    def part(folder: Path) -> Iterator[Row]:
        rows = sorted(set(load(folder)))
        random.Random(5).shuffle(rows)
        cut = len(rows) // share
        return iter(rows[:cut] if inside else rows[cut:])

    return part


def _split(
    name: str, language: str, licence: str, ship: bool, load: Callable[[Path], Iterator[Row]]
) -> Source:
    return Source(name, language, licence, ship, _held(load, inside=False), _held(load))


def _semeval(folder: Path) -> Iterator[Row]:
    for line in (folder / "semeval2017_task4a" / "pool_train.tsv").read_text("utf-8").splitlines():
        _, label, text = line.split("\t")[:3]
        yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text), label


def _isarcasm(folder: Path) -> Iterator[Row]:
    yield from _table("isarcasmeval/train.En.csv", "tweet", "sarcastic")(folder)


def _hatecheck(folder: Path) -> Iterator[Row]:
    yield from _table("hatecheck/test_suite_cases.train.csv", "test_case", "label_gold")(folder)


def _politeness(which: str) -> Callable[[Path], Iterator[Row]]:
    load = _table(f"politeness/{which}.train.csv", "Request", "quartile_label")
    return lambda folder: ((text, label) for text, label in load(folder) if label in ("polite", "impolite"))


def _absabank(part: str) -> Callable[[Path], Iterator[Row]]:
    load = _table(f"sv_absabank_imm/absabank-imm_{part}.tsv", "text", "label", tabs=True)

    def three(folder: Path) -> Iterator[Row]:
        for text, label in load(folder):
            value = float(label)
            yield text, "neg" if value < 2.5 else "pos" if value > 3.5 else "neu"

    return three


def _lexicon(folder: Path) -> Iterator[Row]:
    with (folder / "sv_lexicons" / "sentiment_sentimentlex.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["word"], row["polarity"]


_TWEETEVAL = "“no restrictions”, those of the original tasks and of Twitter apply"
_NONE = "none stated"


def _te(task: str, train: bool = True) -> Source:
    load = _tweeteval(task, "train") if train else lambda folder: iter(())
    return Source(f"tweeteval/{task}", "en", _TWEETEVAL, True, load, _tweeteval(task, "val"))


SOURCES = (
    _te("irony"),
    _te("offensive"),
    _te("hate"),
    _te("emotion"),
    _te("sentiment", train=False),
    Source("semeval2017", "en", "MIT (repository); SemEval and Twitter terms for the posts", True, _semeval),
    Source(
        "olid_target",
        "en",
        _NONE,
        False,
        _table("olid/olid-training-v1.0.tsv", "tweet", "subtask_b", tabs=True),
    ),
    _split("isarcasm", "en", "MIT", True, _isarcasm),
    Source("davidson", "en", "MIT", True, _table("davidson/labeled_data.train.csv", "tweet", "class")),
    Source("hatecheck", "en", "CC BY 4.0", True, _hatecheck),
    Source(
        "edos",
        "en",
        "CC0 1.0",
        True,
        _table("edos/train.csv", "text", "label_sexist"),
        _table("edos/dev.csv", "text", "label_sexist"),
    ),
    Source("banking77", "en", "CC BY 4.0", True, _table("banking77/train.csv", "text", "category")),
    _split(
        "sms", "en", "Apache-2.0 (repository), UCI", True, _table("sms_spam/sms.train.csv", "text", "label")
    ),
    _split("youtube", "en", _NONE, False, _table("youtube_spam/comments.train.csv", "CONTENT", "CLASS")),
    _split("complaints", "en", _NONE, False, _table("complaints/complaints.train.csv", "text", "complaint")),
    _split(
        "airline",
        "en",
        "CC BY-NC-SA 4.0",
        False,
        _table("airline/tweets.train.csv", "text", "airline_sentiment"),
    ),
    _split("politeness_wikipedia", "en", _NONE, False, _politeness("wikipedia")),
    _split("politeness_stack", "en", _NONE, False, _politeness("stack-exchange")),
    _split(
        "sv_posts",
        "sv",
        "free for research or hobby projects",
        False,
        _table("sv_sentiment_emoji/swe-sentiment.train.csv", "text", "label"),
    ),
    _split(
        "sv_reviews",
        "sv",
        _NONE,
        False,
        _table("sv_reviews/sentiment-sv-small.train.csv", "text", "sentiment"),
    ),
    Source("sv_absabank", "sv", "CC BY 4.0", True, _absabank("train"), _absabank("dev")),
    Source("sv_words", "sv", "CC BY 4.0 (Språkbanken, SentimentLex)", True, _lexicon),
)
NAMED = {source.name: source for source in SOURCES}


@cache
def rows(name: str, held_out: bool = False) -> tuple[Row, ...]:
    """The rows of a set, each text once. Raises FileNotFoundError where the data isn't there."""
    source = NAMED[name]
    load = source.held_out if held_out else source.train
    found = {} if load is None else dict(load(data_sets()))
    return tuple((text, label) for text, label in found.items() if text.strip())


EXAMPLES, LABELS = (Path(__file__).with_name(name) for name in ("examples", "labels"))


def own(name: str) -> tuple[tuple[str, str, str], ...]:
    """Our own written examples: text, label, language."""
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    lines = (line.split("|", 2) for line in text.split("\n") if line and line[0] != "#")
    return tuple((post, label, language) for label, language, post in lines)


_READ = ("semeval2017", "edos", "sms", "tweeteval/irony")


@cache
def read_by_us(name: str) -> tuple[Row, ...]:
    """Posts of published sets that we read and labelled for a question of ours. The posts stay with their sets: what is kept
    here is a label for a digest of each.
    """
    text = (LABELS / f"{name}.txt").read_text("utf-8")
    labels = dict(line.split() for line in text.split("\n") if line and line[0] != "#")
    texts = (text for source in _READ for text, _ in rows(source))
    return tuple((text, labels[key]) for text in texts if (key := digest(text)) in labels)


def digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
