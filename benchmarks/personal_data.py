"""How much of what points at a person is found, with exact spans, and how often what doesn't is taken for it.

Found in: Swedish texts about invented people from the folder of data sets (`sv_pii_synthetic`). Its identity numbers hold
numbers of organisations too, which are public and pass here: those that the text itself calls so are left out of the count.
Not found in: a set of our own, `posts/no-personal-data.txt`, that holds what looks like it.

    python -m benchmarks.personal_data [--mistakes]
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.results import ROOT, data_sets, record
from vigor.check.post import Post
from vigor.check.rules.personal_data import PERSONAL_DATA

NEGATIVES = ROOT / "benchmarks" / "posts" / "no-personal-data.txt"
KINDS = {"EMAIL": "email", "PHONE": "phone", "NATIONAL_ID": "identity"}
_ORGANISATION = re.compile(r"(?:org\.?\s?nr|organisation(?:snummer)?)\b[^.]{0,24}$", re.IGNORECASE)


def told(post: Post) -> set[tuple[int, int]]:
    """The spans that the check tells of."""
    return {(one.span.start, one.span.end) for one in PERSONAL_DATA.findings(post)}


def wanted(row: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    for entity in row["gold_entities"]:
        start, end = entity["start"], entity["end"]
        public = entity["label"] == "NATIONAL_ID" and _ORGANISATION.search(row["text"][:start])
        if entity["label"] in KINDS and not public:
            yield KINDS[entity["label"]], (start, end)


def found() -> dict[str, float]:
    """The share of each kind that is found with its exact span; nothing where the data set is missing."""
    path = data_sets() / "sv_pii_synthetic" / "gold-sv.train.json"
    if not path.exists():
        print(f"The texts with personal data are missing: look for them at {path} (VIGOR_DATA_SETS).")
        return {}
    all_of: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in json.loads(path.read_text("utf-8")):
        spans = told(Post(row["text"], None, "sv"))
        for kind, span in wanted(row):
            all_of[kind] += 1
            right[kind] += span in spans
    for kind in all_of:
        print(f"{kind:<10} {right[kind]:>4} of {all_of[kind]:>4}  {right[kind] / all_of[kind]:.3f}")
    return {f"quality.pii_{kind}": right[kind] / all_of[kind] for kind in all_of}


def alarms(show: bool) -> dict[str, float]:
    """The share of our own clean texts that are told of; 0 is what we want."""
    lines = [line.split("|", 1) for line in NEGATIVES.read_text("utf-8").split("\n") if line]
    wrong = [text for language, text in lines if told(Post(text, None, language))]
    print(f"clean      {len(wrong):>4} of {len(lines):>4}  told of by mistake")
    if show:
        print("\n".join(wrong))
    return {"quality.pii_negatives": len(wrong) / len(lines)}


def main() -> int:
    record({**found(), **alarms("--mistakes" in sys.argv)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
