"""`vigor import`: an old policy, in any format, as the text of a policy on standard output."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vigor.cli.messages import complain, language, say

if TYPE_CHECKING:
    from vigor.policy.convert import Converted, Unsure


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        help=say(
            "the old policy: Word, PDF, HTML, Markdown, reStructuredText, LaTeX, MediaWiki, OpenDocument or plain text; - for standard input",
            "den gamla policyn: Word, PDF, HTML, Markdown, reStructuredText, LaTeX, MediaWiki, OpenDocument eller ren text; - för standard in",
        ),
    )
    parser.add_argument(
        "--language",
        choices=("sv", "en"),
        help=say("the text's language (default: we look)", "textens språk (annars tittar vi efter)"),
    )
    parser.add_argument(
        "--policy",
        metavar="SLUG",
        default="",
        help=say("the policy's key (default: from its title)", "policyns nyckel (annars efter titeln)"),
    )
    parser.add_argument(
        "--title",
        default="",
        help=say("its title (default: the text's own)", "dess titel (annars textens egen)"),
    )
    parser.add_argument(
        "--json", action="store_true", help=say("text and notes as JSON", "text och noteringar som JSON")
    )


def run(args: argparse.Namespace) -> int:
    from vigor.policy.convert import Unreadable, convert
    from vigor.policy.keys import is_key

    if args.policy and not is_key(args.policy):
        complain(
            f"{args.policy!r} can't be a key: use a–z, 0–9 and hyphens, and begin with a letter",
            f"{args.policy!r} kan inte vara en nyckel: använd a–z, 0–9 och bindestreck, och börja med en bokstav",
        )
        return 2
    data = _bytes(args.file)
    if data is None:
        return 2
    title = " ".join(args.title.split())
    try:
        found = convert(data, name=args.file, language=args.language, policy=args.policy, title=title)
    except Unreadable as error:
        message = error.message(language())
        complain(f"{args.file}: {message}", f"{args.file}: {message}")
        return 2
    if args.json:
        _print(json.dumps(_as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(found.text)
        _tell(found)
    return 0


def _bytes(name: str) -> bytes | None:
    """The bytes of a file, or None when it has been said why not."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        complain(f"{name}: there is no such file", f"{name}: filen finns inte")
    except IsADirectoryError:
        complain(f"{name}: this is a folder, not a file", f"{name}: det är en mapp, ingen fil")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        complain(f"{name}: can't be read ({reason})", f"{name}: kan inte läsas ({reason})")
    return None


def _print(text: str) -> None:
    # UTF-8 whatever the shell says: what is printed is a file of ours.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _tell(found: Converted) -> None:
    points = sum(len(section.guidelines) for section in found.policy.sections)
    cases = sum(len(section.cases) for section in found.policy.sections)
    principles = len(found.policy.principles)
    sys.stderr.write(
        say(
            f"{principles} principles, {points} guidelines, {cases} cases. Unsure of {len(found.unsure)}:\n",
            f"{principles} grundtankar, {points} riktlinjer, {cases} fall. Osäkert: {len(found.unsure)}\n",
        )
    )
    for unsure in found.unsure:
        sys.stderr.write(f"  {_where(unsure)}: {unsure.message(language())}\n    {unsure.quote[:100]}\n")


def _where(unsure: Unsure) -> str:
    places = []
    if unsure.line:
        places.append(say(f"line {unsure.line}", f"rad {unsure.line}"))
    if unsure.source_line:
        places.append(
            say(f"line {unsure.source_line} of the old text", f"rad {unsure.source_line} i den gamla texten")
        )
    return ", ".join(places) or say("the whole", "hela texten")


def _as_json(found: Converted) -> dict[str, object]:
    return {
        "text": found.text,
        "unsure": [
            {
                "code": unsure.code,
                "line": unsure.line,
                "source_line": unsure.source_line,
                "quote": unsure.quote,
                "message": unsure.message(language()),
            }
            for unsure in found.unsure
        ],
    }
