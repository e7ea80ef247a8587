"""`vigor diff`: what changed between two texts of a policy, point by point, word by word."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from vigor.cli.messages import say
from vigor.cli.reading import Unreadable, read_text

if TYPE_CHECKING:
    from vigor.policy.diff import Change, Piece
    from vigor.policy.document import Policy

HELP = "what changed between two policies, point by point"

# English, Swedish
LABELS = {
    "added": ("added", "ny"),
    "removed": ("removed", "borttagen"),
    "reworded": ("reworded", "omformulerad"),
    "moved": ("moved", "flyttad"),
    "force": ("force", "styrka"),
    "audience": ("audience", "läsekrets"),
    "attributes": ("attributes", "attribut"),
}
PLAIN = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
COLOUR = {"same": "{}", "removed": "\033[31;9m{}\033[0m", "added": "\033[32;4m{}\033[0m"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="A", help=say("the policy as it was", "policyn som den var"))
    parser.add_argument("new", metavar="B", help=say("the policy as it is", "policyn som den är"))
    parser.add_argument("--json", action="store_true", help=say("answer as JSON", "svara som JSON"))


def run(args: argparse.Namespace) -> int:
    from vigor.policy.diff import diff

    try:
        changes = diff(_policy(args.old), _policy(args.new))
    except Unreadable as error:
        sys.stderr.write(f"vigor: {error}\n")
        return 2
    if args.json:
        print(json.dumps([_as_json(change) for change in changes], ensure_ascii=False, indent=2))
    elif changes:
        print("\n\n".join(map(_shown, changes)))
    else:
        print(say("Nothing has changed.", "Ingenting har ändrats."))
    return 0


def _policy(name: str) -> Policy:
    from vigor.policy.parse import parse

    return parse(read_text(name))[0]


def _as_json(change: Change) -> dict[str, Any]:
    return {
        "key": change.key,
        "what": change.what.value,
        "kind": change.kind.value if change.kind else None,
        "title": change.title,
        "before": change.before,
        "after": change.after,
        "words": [{"how": how, "text": text} for how, text in change.pieces],
    }


def _shown(change: Change) -> str:
    label = say(*LABELS[change.what])
    place = (
        f"{change.title} [{change.key}]"
        if change.key
        else say("opening and fields", "inledning och uppgifter")
    )
    if change.kind == "guideline":
        place = change.key  # its title is its text, which follows
    if change.what == "added":
        body = _coloured([("added", change.after)])
    elif change.what == "removed":
        body = _coloured([("removed", change.before)])
    elif change.pieces:
        body = _coloured(change.pieces)
    else:
        body = f"{change.before or '–'} → {change.after or '–'}"
    lines = "\n".join(f"  {line}".rstrip() for line in body.split("\n"))
    return f"{label}: {place}\n{lines}"


def _coloured(pieces: Iterable[Piece]) -> str:
    marks = COLOUR if sys.stdout.isatty() else PLAIN
    return "".join(marks[how].format(text) for how, text in pieces)
