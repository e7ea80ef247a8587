"""`vigor ask`: a question, or many as JSON lines, put to one or several texts of an organisation."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from vigor.cli.messages import complain, language, say
from vigor.cli.reading import Unreadable, decoded, read_text

if TYPE_CHECKING:
    from vigor.ask import Index, Result


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", help=say("the question", "frågan"))
    parser.add_argument(
        "--policy",
        metavar="FILE",
        action="append",
        default=[],
        help=say(
            "a policy, or any Markdown or text file; may be repeated (default: our starter policy)",
            "en policy, eller vilken Markdown- eller textfil som helst; får upprepas (annars vår egen startpolicy)",
        ),
    )
    parser.add_argument("--lang", choices=("sv", "en"), help=say("the question's language", "frågans språk"))
    parser.add_argument("--json", action="store_true", help=say("answer as JSON", "svara som JSON"))
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help=say(
            'read {"id", "question", "lang"?} lines on standard input, print one line of JSON for each',
            'läs rader med {"id", "question", "lang"?} från standard in, skriv en rad JSON för var och en',
        ),
    )


def run(args: argparse.Namespace) -> int:
    question = " ".join(args.question).strip()
    if not question and not args.jsonl:
        complain('what do you want to know? vigor ask "May I …?"', 'vad vill du veta? vigor ask "Får jag …?"')
        return 2
    try:
        index = _index(args.policy, args.lang or _language_of(question))
    except Unreadable as error:
        sys.stderr.write(f"vigor: {error}\n")
        return 2
    if args.jsonl:
        return _lines(index)
    from vigor.ask import ask

    result = ask(index, question, language=args.lang)
    if args.json:
        print(json.dumps(_as_json(result), ensure_ascii=False, indent=2))
    else:
        from vigor.cli.showing import show

        show(result)
    return 0


def _language_of(question: str) -> str:
    from vigor.language.identify import identify

    return identify(question, default=language())


def _index(names: list[str], tongue: str) -> Index:
    from vigor.ask import Index, from_texts

    if names:
        return Index.build(from_texts([read_text(name) for name in names]))
    from vigor.starter import starter

    return Index.build(from_texts([starter(tongue)]))


def _lines(index: Index) -> int:
    """Answer line by line, each at once, in the order asked; a line that is no question gets an error."""
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        if line.strip():
            out.write(json.dumps(_answer(index, line), ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            out.flush()
    return 0


def _answer(index: Index, line: bytes) -> dict[str, Any]:
    from vigor.ask import ask

    try:
        asked = json.loads(decoded(line) or "")
    except (ValueError, RecursionError):
        return {"id": None, "error": say("this line is no JSON", "raden är inte JSON")}
    if not isinstance(asked, dict):
        return {"id": None, "error": say("this line is no JSON object", "raden är inget JSON-objekt")}
    question = asked.get("question")
    if not isinstance(question, str):
        return {"id": asked.get("id"), "error": say('"question" is missing', '"question" saknas')}
    tongue = asked.get("lang")
    result = ask(index, question, language=tongue if tongue in ("sv", "en") else None)
    return {"id": asked.get("id"), **_as_json(result)}


def _as_json(result: Result) -> dict[str, Any]:
    answers = result.answers if result.answered else ()
    return {
        "answered": result.answered,
        "answers": [
            {"key": answer.key, "heading": answer.heading, "text": answer.text, "score": answer.score}
            for answer in answers
        ],
    }
