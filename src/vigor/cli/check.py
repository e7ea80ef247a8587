"""`vigor check`: a post, or many as JSON lines, read against a policy. Nothing is kept, and nothing is stopped."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from vigor.cli.check_lines import LAYERS, SECTORS, asked, batches, settled, with_models
from vigor.cli.messages import language, say
from vigor.cli.reading import Unreadable, decoded, read_text

if TYPE_CHECKING:
    from vigor.check import Checked, OwnWords
    from vigor.check.context import Sector
    from vigor.check.ground import Ground
    from vigor.check.post import Post


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help=say("the post (default: standard input)", "inlägget (annars: standard in)"),
    )
    parser.add_argument(
        "--policy",
        metavar="FILE",
        help=say(
            "the policy (default: our starter policy, in the post's language)",
            "policyn (annars vår startpolicy, på inläggets språk)",
        ),
    )
    parser.add_argument(
        "--words",
        metavar="FILE",
        help=say(
            "the organisation's own words, as YAML: brands, products, competitors, …",
            "organisationens egna ord, som YAML: brands, products, competitors, …",
        ),
    )
    parser.add_argument("--lang", choices=("sv", "en"), help=say("the post's language", "inläggets språk"))
    parser.add_argument("--layer", choices=LAYERS, default="", help=say("who speaks", "vem som talar"))
    parser.add_argument(
        "--sector",
        choices=SECTORS,
        default="",
        help=say(
            "the employer's sector, which decides what law protects speech (default: what holds for any)",
            "arbetsgivarens sektor, som avgör vilken lag som skyddar yttranden (annars: det som gäller för alla)",
        ),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=say("exit status 1 when there is advice", "avsluta med status 1 om det finns råd"),
    )
    parser.add_argument("--json", action="store_true", help=say("answer as JSON", "svara som JSON"))
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help=say(
            'read {"id", "text", "lang"?, "layer"?, "account_sender"?, "platform"?, "reply_to"?} lines, print one line of JSON for each',
            'läs rader med {"id", "text", "lang"?, "layer"?, "account_sender"?, "platform"?, "reply_to"?}, skriv en rad JSON för var och en',
        ),
    )
    parser.add_argument(
        "--signals",
        action="store_true",
        help=say(
            "with --json or --jsonl: also what the models make of it",
            "med --json eller --jsonl: också vad modellerna tror",
        ),
    )


class Desk:
    """What posts are read with: one policy, or the starter policy in the language of each post; the own words."""

    def __init__(self, policy: str | None, words: OwnWords, sector: Sector = "") -> None:
        self._grounds: dict[str, Ground] = {}
        self._policy = policy
        self.words = words
        self.sector = sector

    def ground(self, spoken: str) -> Ground:
        from vigor.check.kept import ground_of_text

        name = "" if self._policy is not None else spoken
        if name not in self._grounds:
            self._grounds[name] = ground_of_text(self._source(spoken))
        return self._grounds[name]

    def _source(self, spoken: str) -> str:
        if self._policy is not None:
            return self._policy
        from vigor.starter import starter

        return starter(spoken)

    def post(self, text: str, known: dict[str, Any], spoken: str) -> Post:
        from vigor.check import Context
        from vigor.check.post import Post

        return Post(text, Context(**known, words=self.words, sector=self.sector), spoken)

    def read(self, post: Post) -> Checked:
        from vigor.check.run import read

        return read(post, self.ground(post.language))


def run(args: argparse.Namespace) -> int:
    try:
        desk = Desk(read_text(args.policy) if args.policy else None, _words(args.words), args.sector)
        if args.jsonl:
            return _lines(desk, args)
        text = _post(args.file)
    except Unreadable as error:
        sys.stderr.write(f"vigor: {error}\n")
        return 2
    post = desk.post(text, {"layer": args.layer}, args.lang or "")
    checked = desk.read(post)
    if args.json:
        out = json.dumps(_as_json(post, checked, args.signals), ensure_ascii=False, indent=2)
        sys.stdout.buffer.write(out.encode("utf-8", "replace") + b"\n")
    else:
        from vigor.cli.showing_advice import show

        show(post, checked)
    return 1 if args.strict and checked.advice else 0


def _words(name: str | None) -> OwnWords:
    from vigor.check import BadWords, OwnWords

    if not name:
        return OwnWords()
    try:
        return OwnWords.from_yaml(read_text(name))
    except BadWords as error:
        place = f"{name}:{error.line}" if error.line else name
        raise Unreadable(f"{place}: {error.sv if language() == 'sv' else error.en}") from error


def _post(name: str) -> str:
    """The text of a post: a file, or standard input. What isn't UTF-8 is read as well as can be."""
    if name != "-":
        return read_text(name)
    if sys.stdin.isatty():
        sys.stderr.write(say("Write or paste the post, then Ctrl-D:\n", "Skriv eller klistra in inlägget, sedan Ctrl-D:\n"))  # fmt: skip
    data = sys.stdin.buffer.read()
    text = decoded(data)
    return data.decode("utf-8", "replace") if text is None else text


def _lines(desk: Desk, args: argparse.Namespace) -> int:
    """Check line by line, in the order given; a line that is no post gets an error, and the next goes on."""
    found = False
    out = sys.stdout.buffer
    with ExitStack() as calm:
        for number, lines in enumerate(batches(args.file)):
            if number == 1:
                # All that reading needs has been loaded for the first.
                calm.enter_context(settled())
            for answer in _answers(desk, lines, args):
                found = found or bool(answer.get("advice"))
                out.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            out.flush()
    return 1 if args.strict and found else 0


def _answers(desk: Desk, lines: list[bytes | None], args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """What is told of each line, in their order; the posts among them are read together."""
    wanted = [asked(line, args.layer, args.lang or "") for line in lines if line is None or line.strip()]
    posts = with_models([desk.post(one.text, one.known, one.language) for one in wanted if not one.error])
    read = iter([(post, desk.read(post)) for post in posts])
    for one in wanted:
        if one.error:
            yield {"id": one.id, "error": one.error}
        else:
            told = _as_json(*next(read), args.signals)
            yield {"id": one.id, "advice": told["advice"], **_only(told, "signals")}


def _only(answer: dict[str, Any], name: str) -> dict[str, Any]:
    return {name: answer[name]} if name in answer else {}


def _as_json(post: Post, checked: Checked, signals: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "language": checked.language,
        "advice": [
            {
                "check": one.check,
                "guideline": one.guideline,
                "start": one.span.start,
                "end": one.span.end,
                "message": one.message,
                "suggestion": one.suggestion,
                "confidence": one.confidence,
            }
            for one in checked.advice
        ],
        "good": [
            {"kind": one.kind, "start": one.span.start, "end": one.span.end, "message": one.message}
            for one in checked.good
        ],
        "protection": checked.protection,
    }
    if signals:
        made = post.signals
        names = ("irony", "offensive", "complaint", "polite", "sentiment", "spam")
        answer["signals"] = {name: round(float(getattr(made, name)), 4) for name in names}
    return answer
