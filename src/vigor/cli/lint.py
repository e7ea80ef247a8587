"""`vigor lint`: hints to the author of a policy, a line each, as linters give them."""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vigor.cli.check_lines import SECTORS
from vigor.cli.messages import language, say
from vigor.cli.reading import Unreadable, read_text

if TYPE_CHECKING:
    from vigor.policy.document import Policy
    from vigor.policy.problems import Problem
    from vigor.policy.review import Hint, Overlap, Source

HELP = "hints to the author of a policy"

_TEXTS = frozenset({".md", ".markdown", ".txt", ".rst", ".tex", ".html", ".htm"})
# What the form of a policy adds to a line, and how much of a line tells it from the others.
_MARKER = re.compile(r"^(?:[-*+#>]+|\d+[.)])\s+")
_ATTRIBUTES = re.compile(r"\s*\{[#.:][^}]*\}\s*$")
_ENOUGH = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=say(
            "a policy, or an old one in any format", "en policy, eller en gammal i vilket format som helst"
        ),
    )
    parser.add_argument("--json", action="store_true", help=say("answer as JSON", "svara som JSON"))
    parser.add_argument(
        "--sector",
        choices=SECTORS,
        default="private",
        help=say(
            "the employer's sector, which decides what law protects speech (default: private)",
            "arbetsgivarens sektor, som avgör vilken lag som skyddar yttranden (annars: private)",
        ),
    )
    parser.add_argument(
        "--against",
        metavar="FOLDER",
        help=say(
            "texts to compare with, beside our starter policy",
            "texter att jämföra med, utöver vår startpolicy",
        ),
    )
    parser.add_argument(
        "--words",
        metavar="FILE",
        help=say(
            "internal names that no public point may hold, one a line",
            "interna namn som ingen offentlig punkt får innehålla, ett per rad",
        ),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=say(
            "exit status 1 when there is anything to say", "avsluta med status 1 om det finns något att säga"
        ),
    )


@dataclass(frozen=True)
class _Linted:
    """What there is to say of one file."""

    name: str
    language: str
    problems: tuple[Problem, ...]
    hints: tuple[Hint, ...]
    taken: tuple[Overlap, ...]


def run(args: argparse.Namespace) -> int:
    try:
        words = _words(args.words)
        folder = _folder(args.against, args.files)
        linted = [_lint(name, args.sector, words, folder) for name in args.files]
    except Unreadable as error:
        sys.stderr.write(f"vigor: {error}\n")
        return 2
    if args.json:
        print(json.dumps([_as_json(each) for each in linted], ensure_ascii=False, indent=2))
    else:
        for each in linted:
            _show(each)
    found = any(each.problems or each.hints for each in linted)
    return 1 if args.strict and found else 0


def _words(name: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in read_text(name).split("\n") if line.strip()) if name else ()


def _folder(name: str | None, files: list[str]) -> tuple[Source, ...]:
    """The texts of a folder, those that are looked at left out."""
    from vigor.policy.review import Source

    if name is None:
        return ()
    folder = Path(name)
    if not folder.is_dir():
        raise Unreadable(say(f"{name}: there is no such folder", f"{name}: mappen finns inte"))
    ours = {Path(file).resolve() for file in files}
    paths = sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in _TEXTS and path.resolve() not in ours
    )
    return tuple(Source(path.name, read_text(str(path))) for path in paths if path.is_file())


def _lint(name: str, sector: Any, words: tuple[str, ...], folder: tuple[Source, ...]) -> _Linted:
    from vigor.policy.review import overlaps, review
    from vigor.policy.review.reviewing import language_of

    policy, problems, text, lines = _read(name)
    spoken = language_of(policy)
    others = (*_starter(spoken, text), *folder)
    hints = review(policy, language=spoken, sector=sector, internal_words=words, others=others)
    return _Linted(
        name, spoken, problems, tuple(_placed(hint, text, lines) for hint in hints), overlaps(policy, others)
    )


def _read(name: str) -> tuple[Policy, tuple[Problem, ...], str, list[str]]:
    """A policy with its problems and text; or another document in the form of one, then with the lines of that form.

    The text is empty where the document has no lines that a person could count.
    """
    from vigor.check.catalogue import CATALOGUE, OF_ACCOUNTS
    from vigor.policy.parse import parse
    from vigor.policy.review import is_policy

    path = Path(name)
    # Whoever names a file that isn't there, or a folder, is told so as everywhere else.
    text = read_text(name) if path.suffix.lower() in _TEXTS or not path.is_file() else ""
    if is_policy(text):
        known = {*(each.name for each in CATALOGUE), *OF_ACCOUNTS}
        return *parse(text, known_checks=known), text, []
    policy, made = _converted(name, path)
    return policy, (), text, made.split("\n")


def _converted(name: str, path: Path) -> tuple[Policy, str]:
    from vigor.policy.convert import Unreadable as Unconvertible
    from vigor.policy.convert import convert

    try:
        found = convert(path.read_bytes(), name=name)
    except Unconvertible as error:
        raise Unreadable(f"{name}: {error.message(language())}") from error
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from error
    return found.policy, found.text


def _starter(spoken: str, text: str) -> tuple[Source, ...]:
    from vigor.policy.review import Source
    from vigor.starter import LANGUAGES, starter

    if spoken not in LANGUAGES or starter(spoken) == text:
        return ()
    return (Source(say("our starter policy", "vår startpolicy"), starter(spoken)),)


def _placed(hint: Hint, text: str, lines: list[str]) -> Hint:
    """A hint on a converted text, moved to the line of the old text that holds its words."""
    from dataclasses import replace

    if not text or not lines:
        return hint
    made = lines[hint.line - 1] if hint.line <= len(lines) else ""
    bare = _ATTRIBUTES.sub("", _MARKER.sub("", made))
    for words in (bare[:_ENOUGH], bare[: _ENOUGH // 3], hint.quote.split("\n", 1)[0]):
        place = text.find(words.strip())
        if words.strip() and place >= 0:
            return replace(hint, line=text.count("\n", 0, place) + 1)
    return hint


def _show(linted: _Linted) -> None:
    tongue = language()
    rows = [
        (each.line, say("problem", "problem"), each.what(tongue), each.mend(tongue))
        for each in linted.problems
    ]
    rows += [(each.line, each.rule, each.reason.of(tongue), each.mend.of(tongue)) for each in linted.hints]
    for line, rule, reason, mend in sorted(rows, key=lambda row: row[0]):
        print(f"{linted.name}:{line}: {rule}: {reason} → {mend}")
    share = round(100 * linted.taken[0].share)
    sys.stderr.write(
        say(
            f"{linted.name}: {len(linted.problems)} problems, {len(linted.hints)} hints, {100 - share} per cent your own words\n",
            f"{linted.name}: {len(linted.problems)} problem, {len(linted.hints)} tips, {100 - share} procent egna ord\n",
        )
    )


def _as_json(linted: _Linted) -> dict[str, Any]:
    return {
        "file": linted.name,
        "language": linted.language,
        "problems": [_problem(each) for each in linted.problems],
        "hints": [_hint(each) for each in linted.hints],
        "taken": [{"source": each.source, "share": round(each.share, 4)} for each in linted.taken],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    tongue = language()
    return {
        "code": problem.code,
        "line": problem.line,
        "severity": problem.severity,
        "what": problem.what(tongue),
        "mend": problem.mend(tongue),
    }


def _hint(hint: Hint) -> dict[str, Any]:
    tongue = language()
    return {
        "rule": hint.rule,
        "key": hint.key,
        "line": hint.line,
        "span": list(hint.span),
        "quote": hint.quote,
        "reason": hint.reason.of(tongue),
        "mend": hint.mend.of(tongue),
        "law": hint.law.of(tongue),
        "source": hint.source,
        "share": hint.share,
        "confidence": hint.confidence,
    }
