"""How often `vigor ask` finds the place that answers, and how long it takes, beside plain BM25 in the same run.

The sets of DEV are what the search is tuned on, those of HELD_OUT what counts. A question is found when one of
the first three passages holds one of its quotes; one that is left unanswered is not found.
The reference is BM25 (rank_bm25's Okapi) over paragraphs of the source, on lower-case words.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from rank_bm25 import BM25Okapi

from benchmarks.results import ROOT, data_sets, record
from vigor.ask import Index, Passage, ask, from_text

QUESTIONS = ROOT / "benchmarks" / "questions"
STARTER = ROOT / "src" / "vigor" / "starter"
DEV = ("dev", "invented-sv-dev", "invented-en-dev")
HELD_OUT = ("held-out", "invented-sv-held-out", "invented-en-held-out")
PASSAGES = 10_000
Question = dict[str, Any]


def questions(name: str) -> list[Question]:
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def source_of(policy: str) -> Path:
    folders = (STARTER, ROOT / "benchmarks", data_sets() / "policies")
    return next((folder / policy for folder in folders if (folder / policy).exists()), folders[-1] / policy)


@cache
def index_of(policy: str) -> Index:
    return Index.build(from_text(source_of(policy).read_text(encoding="utf-8")))


def bare(text: str) -> str:
    """The words alone: how a quote is compared with a passage."""
    return " ".join(re.findall(r"\w+", text.lower()))


def holds(texts: Iterable[str], question: Question) -> bool:
    found = [bare(text) for text in texts]
    return any(bare(quote) in text for quote in question["answers"] for text in found)


def asked(question: Question) -> tuple[bool, list[str]]:
    result = ask(index_of(question["policy"]), question["question"])
    return result.answered, [answer.text for answer in result.answers] if result.answered else []


def always(question: Question) -> tuple[bool, list[str]]:
    """The same without the decision whether to answer."""
    return True, [answer.text for answer in ask(index_of(question["policy"]), question["question"]).answers]


@cache
def paragraphs_of(policy: str) -> tuple[list[str], BM25Okapi]:
    source = source_of(policy).read_text(encoding="utf-8")
    paragraphs = [part for part in re.split(r"\n\s*\n", source) if re.search(r"\w", part)]
    return paragraphs, BM25Okapi([re.findall(r"\w+", part.lower()) for part in paragraphs])


def reference(question: Question) -> tuple[bool, list[str]]:
    paragraphs, search = paragraphs_of(question["policy"])
    scores = search.get_scores(re.findall(r"\w+", question["question"].lower()))
    best = sorted(range(len(paragraphs)), key=lambda number: -scores[number])[:3]
    return True, [paragraphs[number] for number in best]


Method = Callable[[Question], tuple[bool, list[str]]]


def share_found(method: Method, chosen: list[Question]) -> float:
    return sum(holds(method(question)[1], question) for question in chosen) / max(1, len(chosen))


def figures(every: list[Question]) -> dict[str, float]:
    """Recall at three for both languages and both methods, and the share of wrongly answered questions."""
    answerable = [question for question in every if not question["unanswerable"]]
    unanswerable = [question for question in every if question["unanswerable"]]
    found: dict[str, float] = {}
    for language in ("en", "sv"):
        chosen = [question for question in answerable if question["lang"] == language]
        found[f"recall3_{language}"] = share_found(asked, chosen)
        found[f"bm25_recall3_{language}"] = share_found(reference, chosen)
    found["always_recall3"] = share_found(always, answerable)
    found["false_answers"] = sum(asked(question)[0] for question in unanswerable) / max(1, len(unanswerable))
    return found


COLUMNS = (
    "recall3_en",
    "recall3_sv",
    "bm25_recall3_en",
    "bm25_recall3_sv",
    "always_recall3",
    "false_answers",
)


HEADS = ("en", "sv", "BM25 en", "BM25 sv", "always", "false")


def print_row(name: str, found: dict[str, float]) -> None:
    print(f"{name[:40]:<40}" + "".join(f" {found[key]:>9.2f}" for key in COLUMNS))


def print_table(names: Iterable[str]) -> dict[str, float]:
    """Print the figures of several sets of questions together, then text by text; return those of all."""
    every = [question for name in names for question in questions(name)]
    whole = figures(every)
    print_row(f"all {len(every)}", whole)
    for policy in sorted({question["policy"] for question in every}):
        print_row(f"  {Path(policy).name}", figures([one for one in every if one["policy"] == policy]))
    return whole


def median_time() -> float:
    """Milliseconds for one question on ten thousand passages, made of shuffled sentences of the real texts."""
    shuffle = random.Random(1)
    every = questions("dev")
    real = [
        passage
        for policy in {question["policy"] for question in every}
        for passage in index_of(policy).passages
    ]
    real.sort(key=lambda passage: passage.text)
    sentences = [line for passage in real for line in passage.text.split("\n")]
    passages = []
    for number in range(PASSAGES):
        like = shuffle.choice(real)
        text = "\n".join(shuffle.sample(sentences, 6))[:1500]
        passages.append(Passage(f"passage-{number}", like.heading, text, like.path, like.language, flow=1))
    index = Index.build(passages)
    times = []
    for question in every:
        start = time.perf_counter()
        ask(index, question["question"])
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> int:
    if not (data_sets() / "policies").is_dir():
        print(
            f"The published policies are not at {data_sets() / 'policies'}; VIGOR_DATA_SETS names another folder."
        )
        return 0
    print(f"{'questions':<40}" + "".join(f" {head:>9}" for head in HEADS))
    kept = {f"ask.dev.{key}": value for key, value in print_table(DEV).items()}
    if "--dev" not in sys.argv:
        kept |= {f"ask.{key}": value for key, value in print_table(HELD_OUT).items()}
    kept["ask.p50_ms_10k"] = median_time()
    print(f"one question on {PASSAGES} passages: {kept['ask.p50_ms_10k']:.2f} ms (median)")
    record(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
