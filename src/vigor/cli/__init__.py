"""The command `vigor`: a thin layer over the core, one module a command, loaded only when it is chosen.

A command module has `arguments(parser)` and `run(args) -> int`. Exit status: 0, or 2 for what can't be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from vigor.cli.messages import say


class Command(NamedTuple):
    """Where a command lives, and its line in `vigor --help`; kept here so that help imports no command."""

    name: str
    module: str
    help_en: str
    help_sv: str


_TABLE = (
    Command("ask", "vigor.cli.ask", "ask a policy a question", "ställ en fråga till en policy"),
    Command(
        "check",
        "vigor.cli.check",
        "what a wise colleague would say of a post",
        "vad en klok kollega skulle säga om ett inlägg",
    ),
    Command(
        "diff", "vigor.cli.diff", "what changed between two policies", "vad som ändrats mellan två policyer"
    ),
    Command(
        "lint", "vigor.cli.lint", "hints to the author of a policy", "tips till den som skriver en policy"
    ),
    Command(
        "import",
        "vigor.cli.import_",
        "make a policy of an old document",
        "gör en policy av ett gammalt dokument",
    ),
    Command("serve", "vigor.cli.portal", "run the site", "kör sajten"),
    Command(
        "worker",
        "vigor.cli.portal",
        "do the site's background work",
        "gör sajtens bakgrundsarbete",
    ),
    Command("publish", "vigor.cli.portal", "publish a policy on the site", "publicera en policy på sajten"),
    Command(
        "withdraw",
        "vigor.cli.portal",
        "take away a version's text, for legal reasons",
        "ta bort en versions text, av rättsliga skäl",
    ),
    Command(
        "accounts",
        "vigor.cli.portal",
        "bring a register of accounts, or take it along",
        "lägg in ett register över konton, eller ta med det",
    ),
    Command(
        "stances",
        "vigor.cli.portal",
        "make or prove the figures of what people think",
        "gör eller pröva siffrorna över vad folk tycker",
    ),
    Command("backup", "vigor.cli.portal", "save everything on the site", "spara allt på sajten"),
    Command("restore", "vigor.cli.portal", "bring back what was saved", "hämta tillbaka det som sparats"),
    Command(
        "upgrade",
        "vigor.cli.portal",
        "make the site ready for a new release",
        "gör sajten redo för en ny utgåva",
    ),
)

COMMANDS: tuple[str, ...] = tuple(command.name for command in _TABLE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and return its exit status.

    Raises SystemExit, as argparse does, after --help, --version and a mistaken option.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    command = next((command for command in _TABLE if words and words[0] == command.name), None)
    if command is None:
        return _without_command(words)
    module = import_module(command.module)
    if command.module == "vigor.cli.portal":
        return int(module.run(words))
    parser = argparse.ArgumentParser(
        f"vigor {command.name}", description=say(command.help_en, command.help_sv)
    )
    module.arguments(parser)
    try:
        return int(module.run(parser.parse_args(words[1:])))
    except BrokenPipeError:
        # Whoever read our lines has gone (`| head`): nothing is left to say, to anyone.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _without_command(words: list[str]) -> int:
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {command.name:<{width}}  {say(command.help_en, command.help_sv)}" for command in _TABLE]
    parser = argparse.ArgumentParser(
        "vigor",
        usage=say("vigor COMMAND …", "vigor KOMMANDO …"),
        description=say("A living social media policy.", "En levande policy för sociala medier."),
        epilog="\n".join(
            [
                say("commands:", "kommandon:"),
                *lines,
                "",
                say("More: vigor COMMAND --help", "Mer: vigor KOMMANDO --help"),
            ]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help=say("print the version", "skriv ut versionen"))
    parser.add_argument("command", nargs="?", help=argparse.SUPPRESS)
    args = parser.parse_args(words)
    if args.version:
        sys.stdout.write(f"vigor {_version()}\n")
        return 0
    if args.command:
        parser.error(say(f"there is no command {args.command!r}", f"kommandot {args.command!r} finns inte"))
    parser.print_help()
    return 0


def _version() -> str:
    from importlib.metadata import version

    return version("vigor-policy")
