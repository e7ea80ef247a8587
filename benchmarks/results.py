"""The figures that are kept: `results.json`, a flat map from dotted names to numbers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results.json"


def record(figures: Mapping[str, float]) -> None:
    """Put figures into results.json, beside those of other benchmarks; a name that is there is replaced."""
    kept: dict[str, float] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    kept.update({name: round(float(value), 4) for name, value in figures.items()})
    text = json.dumps(dict(sorted(kept.items())), indent=2) + "\n"
    RESULTS.write_text(text, encoding="utf-8")


def data_sets() -> Path:
    """Where published texts to measure on lie: VIGOR_DATA_SETS, else shared/data beside the checkout."""
    named = os.environ.get("VIGOR_DATA_SETS")
    return Path(named) if named else ROOT.parent / "shared" / "data"
