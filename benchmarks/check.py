"""How fast a post is checked, beside five checkers of prose: CPU per post in a batch and alone, loading, memory.

2,000 posts, half Swedish and half English, from the folder of data sets. The peers are installed into a temporary folder
outside the project (VIGOR_PEERS names one that is kept); one that can't be installed is said aloud and left out.

    python -m benchmarks.check
"""

from __future__ import annotations

import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.results import data_sets, record

POSTS, ALONE = 1000, 400
PEERS = Path(__file__).with_name("peers")
NODE = {"alex": ["alex"], "write-good": ["write-good"], "textlint": ["textlint", "@textlint/kernel", "@textlint/textlint-plugin-text", "textlint-rule-write-good", "textlint-rule-alex"]}  # fmt: skip
PYTHON = {"proselint": "proselint", "better-profanity": "better-profanity"}
LOADING = """
import time
start = time.process_time()
from vigor.check.kept import ground_of_text
from vigor.check.post import Post
from vigor.check.run import read
from vigor.starter import starter
for language, text in (("sv", "Hej, vi tittar på det i dag."), ("en", "Hello, we look into it today.")):
    post = Post(text, None, language)
    read(post, ground_of_text(starter(language)))
    post.signals
print((time.process_time() - start) * 1000)
"""
BARE = "import time; start = time.process_time(); print((time.process_time() - start) * 1000)"


def posts() -> list[tuple[str, str]]:
    """(language, text) of the posts; none where the data sets are missing."""
    english = data_sets() / "tweeteval" / "offensive" / "val_text.txt"
    swedish = data_sets() / "sv_sentiment_emoji" / "swe-sentiment.train.csv"
    if not english.exists() or not swedish.exists():
        return []
    lines = english.read_text("utf-8").split("\n")[:POSTS]
    with swedish.open(encoding="utf-8", newline="") as rows:
        return [("en", line) for line in lines if line.strip()] + [
            ("sv", row["text"]) for row, _number in zip(csv.DictReader(rows), range(POSTS), strict=False)
        ]


def ours(held: list[tuple[str, str]]) -> dict[str, float]:
    """CPU milliseconds a post, all checks with models: many at once as `vigor check --jsonl` reads them, and each by itself.

    The least of five runs, as of two of each peer: what else a machine does only ever adds.
    """
    from vigor.check.kept import ground_of_text
    from vigor.check.post import Post
    from vigor.check.run import read
    from vigor.check.signals import AT_ONCE, models_of_many
    from vigor.cli.check_lines import settled
    from vigor.starter import starter

    grounds = {language: ground_of_text(starter(language)) for language in ("sv", "en")}

    def one_by_one(some: list[tuple[str, str]]) -> None:
        for language, text in some:
            post = Post(text, None, language)
            read(post, grounds[language])
            _ = post.signals

    def batch(some: list[tuple[str, str]]) -> None:
        for start in range(0, len(some), AT_ONCE):
            many = [Post(text, None, language) for language, text in some[start : start + AT_ONCE]]
            models_of_many(many)
            for post in many:
                read(post, grounds[post.language])

    one_by_one(held[:50] + held[-50:])
    middle = held[:: max(1, len(held) // ALONE)]
    with settled():
        in_batch = min(_taken(batch, held) for _ in range(5))
    return {
        "check.cpu_ms_batch": in_batch,
        "check.cpu_ms_single": min(_taken(one_by_one, middle) for _ in range(5)),
        "check.rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _taken(work: object, held: list[tuple[str, str]]) -> float:
    start = time.process_time()
    work(held)  # type: ignore[operator]
    return (time.process_time() - start) * 1000 / len(held)


def loading() -> float:
    """CPU milliseconds from nothing imported to a first post in each language, models and lists with it; a median of nine."""
    one_thread = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    taken = [
        float(subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, env=one_thread).stdout)
        for _ in range(9)
    ]  # fmt: skip
    return statistics.median(taken)


def peers(held: list[tuple[str, str]]) -> Iterator[tuple[str, float]]:
    """Each peer with its CPU milliseconds a post; those for English get the same posts, as they are."""
    named = os.environ.get("VIGOR_PEERS")
    folder = Path(named) if named else Path(tempfile.mkdtemp(prefix="vigor-peers-"))
    feed = "\n".join(json.dumps(text) for _language, text in held)
    try:
        for name, packages in NODE.items():
            shutil.copy(PEERS / f"{name}.mjs", folder)
            install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), *packages]
            if (folder / "node_modules" / packages[-1]).exists() or _done(install, name):
                yield from _measured(name, ["node", str(folder / f"{name}.mjs")], feed, {})
        for name, package in PYTHON.items():
            target = folder / "python"
            install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), package]
            if (target / package.replace("-", "_")).exists() or _done(install, name):
                script = PEERS / f"run_{package.replace('-', '_')}.py"
                yield from _measured(name, [sys.executable, str(script)], feed, {"PYTHONPATH": str(target)})
    finally:
        if not named:
            shutil.rmtree(folder, ignore_errors=True)


def _done(install: list[str], name: str) -> bool:
    try:
        done = subprocess.run(install, capture_output=True, check=False, timeout=300).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        done = False
    if not done:
        print(f"{name}: could not be installed here, and is left out")
    return done


def _measured(name: str, command: list[str], feed: str, more: dict[str, str]) -> Iterator[tuple[str, float]]:
    try:
        runs = [
            subprocess.run(command, input=feed, text=True, capture_output=True, check=True, timeout=600, env={**os.environ, **more})
            for _ in range(2)
        ]  # fmt: skip
        yield name, min(float(done.stdout) for done in runs)
    except (OSError, subprocess.SubprocessError, ValueError):
        print(f"{name}: did not run here, and is left out")


def main() -> int:
    held = posts()
    if not held:
        print(f"The posts to measure on are missing: look for them in {data_sets()} (VIGOR_DATA_SETS).")
        return 0
    figures = {"check.load_cpu_ms": loading(), **ours(held)}
    for name, value in figures.items():
        print(f"{name:<28} {value:>8.3f}")
    for name, value in peers(held):
        figures[f"check.peer.{name}_cpu_ms"] = value
        print(f"{name:<28} {value:>8.3f} ms a post, {value / figures['check.cpu_ms_batch']:.1f} x ours")
    record(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
