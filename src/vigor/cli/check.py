"""`vigor check`: a post, or many as JSON lines, read against a policy. Nothing is kept, and nothing is stopped."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vigor.cli.messages import language, say
from vigor.cli.reading import Unreadable, decoded, read_text

if TYPE_CHECKING:
    from vigor.check import Checked, OwnWords
    from vigor.check.ground import Ground
    from vigor.check.post import Post

LAYERS = ("logo", "employee", "spokesperson")
_TEXTS = ("account_sender", "signature", "reply_to", "platform")


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

    def __init__(self, policy: str | None, words: OwnWords) -> None:
        self._grounds: dict[str, Ground] = {}
        self._policy = policy
        self.words = words

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

    def check(self, text: str, known: dict[str, Any], spoken: str) -> tuple[Post, Checked]:
        from vigor.check import Context
        from vigor.check.post import Post
        from vigor.check.run import read

        post = Post(text, Context(**known, words=self.words), spoken)
        return post, read(post, self.ground(post.language))


def run(args: argparse.Namespace) -> int:
    try:
        desk = Desk(read_text(args.policy) if args.policy else None, _words(args.words))
        if args.jsonl:
            return _lines(desk, args)
        text = _post(args.file)
    except Unreadable as error:
        sys.stderr.write(f"vigor: {error}\n")
        return 2
    post, checked = desk.check(text, {"layer": args.layer}, args.lang or "")
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
    source = sys.stdin.buffer if args.file == "-" else _opened(args.file)
    for line in source:
        if line.strip():
            answer = _answer(desk, line, args)
            found = found or bool(answer.get("advice"))
            out.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            out.flush()
    return 1 if args.strict and found else 0


def _opened(name: str) -> list[bytes]:
    try:
        return Path(name).read_bytes().splitlines()
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from error


def _answer(desk: Desk, line: bytes, args: argparse.Namespace) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return {"id": None, "error": say("this line is no JSON", "raden är inte JSON")}
    if not isinstance(asked, dict):
        return {"id": None, "error": say("this line is no JSON object", "raden är inget JSON-objekt")}
    text = asked.get("text")
    if not isinstance(text, str):
        return {"id": asked.get("id"), "error": say('"text" is missing', '"text" saknas')}
    known: dict[str, Any] = {name: asked[name] for name in _TEXTS if isinstance(asked.get(name), str)}
    known["layer"] = asked["layer"] if asked.get("layer") in LAYERS else args.layer
    known["image_without_description"] = asked.get("image_without_description") is True
    spoken = asked.get("lang")
    post, checked = desk.check(text, known, spoken if spoken in ("sv", "en") else args.lang or "")
    answer = _as_json(post, checked, args.signals)
    return {"id": asked.get("id"), "advice": answer["advice"], **_only(answer, "signals")}


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
