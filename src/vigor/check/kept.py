"""What advice rests on in a policy that was read before, so that the command need not read it as a policy again."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from vigor.check.ground import Footing, Ground
from vigor.language import kept

_KIND = "ground"


def ground_of_text(source: str) -> Ground:
    """The ground of a policy's text, from the last time it was read."""
    rows = json.loads(kept.kept(_KIND, source, _code(), lambda: _rows(source)))
    return Ground(
        (check, Footing(guideline, words, tuple(layers), case))
        for check, guideline, words, layers, case in rows
    )


def _rows(source: str) -> str:
    from vigor.policy.parse import parse

    ground = Ground.of_policy(parse(source)[0])
    return json.dumps(
        [[check, one.guideline, one.words, list(one.layers), one.case] for check, one in ground.pairs]
    )


def _code() -> list[Path]:
    package = Path(__file__).parents[1]
    return [*sorted((package / "policy").glob("*.py")), Path(__file__).with_name("ground.py"), Path(__file__)]


def build() -> list[Path]:
    """Keep the starter policy's beside the package; returns the files that are now there."""
    # Later than the module: asking for a point of the starter policy needs no policy.
    from vigor.starter import LANGUAGES, starter

    # While a package is being made, what reads a policy need not be installed.
    if not (find_spec("markdown_it") and find_spec("mdit_py_plugins")):
        return []
    return [path for source in map(starter, LANGUAGES) for path in _built(source)]


def _built(source: str) -> list[Path]:
    return kept.build(_KIND, source, _code(), lambda: _rows(source))
