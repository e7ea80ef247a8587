"""How often a hint to the author is right: precision and recall a hint, on sentences of real policies labelled by hand.

`labels/review.jsonl` says which hints a sentence deserves. It holds a hash and the first words of each, not the sentence:
the texts are not ours. Half of them, by the hash, is for tuning; the other half is the figure that counts. A part
that was labelled later, "fresh", tells whether the rules hold for sentences that nobody had in view.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import NamedTuple

from benchmarks.results import ROOT, data_sets, record
from benchmarks.sentences import find, whole
from vigor.policy.document import Kind, Policy, Section, Text
from vigor.policy.parse import parse
from vigor.policy.review import CATALOGUE, review
from vigor.policy.review.reviewing import read

LABELS = ROOT / "benchmarks" / "labels" / "review.jsonl"
HINTS = ("at-people", "distance", "truism", "hard", "stiff", "too-far")
PARTS = {"dev": "review.dev.", "unseen": "review.", "fresh": "review.fresh."}
"""The parts of the labels, and what the names of their figures begin with."""
STARTER = ROOT / "src" / "vigor" / "starter"


class Label(NamedTuple):
    file: str
    language: str
    hash: str
    words: int
    start: str
    labels: tuple[str, ...]
    drawn: str

    @property
    def part(self) -> str:
        """Which figures it counts in: "fresh" was labelled after the rules were written, the rest before."""
        if self.drawn == "fresh":
            return "fresh"
        return "unseen" if int(self.hash, 16) % 2 else "dev"


def labels() -> list[Label]:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    return [Label(**{**json.loads(line), "labels": tuple(json.loads(line)["labels"])}) for line in lines]


def sentence(label: Label) -> str:
    """The labelled sentence. Raises LookupError where its file has changed."""
    found = find(label.file, label.start, label.words, label.hash)
    if found is None:
        raise LookupError(f"{label.file} has no sentence “{label.start} …”")
    return found


def flagged(label: Label) -> set[str]:
    """The hints that a sentence gets on its own, in a text that explains the abbreviations that its file explains."""
    policy = Policy((Section("Titel", Kind.PRINCIPLE, (Text(sentence(label), 2),), line=1),))
    reading = read(policy, language=label.language)
    reading.__dict__["whole"] = whole(label.file)  # fills the cached property
    return {rule.name for rule in CATALOGUE if rule.name in HINTS and any(rule.find(reading))}


class Count(NamedTuple):
    right: int
    flagged: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.flagged if self.flagged else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 0.0


def counts(chosen: list[Label]) -> dict[str, Count]:
    given = {label.hash: flagged(label) for label in chosen}
    return {
        hint: Count(
            sum(hint in label.labels and hint in given[label.hash] for label in chosen),
            sum(hint in given[label.hash] for label in chosen),
            sum(hint in label.labels for label in chosen),
        )
        for hint in HINTS
    }


def show_mistakes(chosen: list[Label]) -> None:
    """What the rules got wrong on the half for tuning."""
    for label in chosen:
        given = flagged(label)
        for hint in HINTS:
            if (hint in given) != (hint in label.labels):
                print(f"{'wrong ' if hint in given else 'missed'} {hint:<10} {sentence(label)[:200]}")


def milliseconds() -> float:
    """The median processor time to review 100 kB: the starter policy, over and over under new keys."""
    source = (STARTER / "policy.sv.md").read_text(encoding="utf-8")
    front, _, body = source.removeprefix("---\n").partition("\n---\n")
    times = max(1, round(100_000 / len(body.encode())))
    policy, _ = parse(f"---\n{front}\n---\n" + body * times)
    taken = []
    for _ in range(5):
        start = time.process_time()
        review(policy)
        taken.append(1000 * (time.process_time() - start))
    return statistics.median(taken)


def main() -> int:
    if not (data_sets() / "policies").is_dir():
        print(
            f"The published policies are not at {data_sets() / 'policies'}; VIGOR_DATA_SETS names another folder."
        )
        return 0
    parts = {part: [label for label in labels() if label.part == part] for part in PARTS}
    if "--mistakes" in sys.argv:
        show_mistakes(parts["dev"])
        return 0
    kept: dict[str, float] = {}
    for name, chosen in parts.items():
        if name != "dev" and "--dev" in sys.argv:
            continue
        print(
            f"{name + ' (' + str(len(chosen)) + ')':<14} {'precision':>9} {'recall':>7} {'flagged':>8} {'labelled':>9}"
        )
        prefix = PARTS[name]
        for hint, count in counts(chosen).items():
            print(
                f"{hint:<14} {count.precision:>9.2f} {count.recall:>7.2f} {count.flagged:>8} {count.labelled:>9}"
            )
            # No flag, no figure: a hint that kept quiet has no precision.
            if count.flagged:
                kept[f"{prefix}{hint}_precision"] = count.precision
            if count.labelled:
                kept[f"{prefix}{hint}_recall"] = count.recall
    kept["review.ms_100kb"] = milliseconds()
    print(f"100 kB reviewed in {kept['review.ms_100kb']:.0f} ms (median of five)")
    if "--dev" not in sys.argv:
        record(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
