"""Answers as a person reads them: with colour on a terminal, as plain lines anywhere else."""

from __future__ import annotations

import sys

from vigor.ask import Answer, Result
from vigor.cli.messages import say


def show(result: Result) -> None:
    """Print the answers, the sentence that answers marked; or that the policy doesn't say."""
    if not result.answered:
        print(say("The policy doesn't say.", "Det säger policyn inget om."))
        return
    if sys.stdout.isatty():
        _in_colour(result.answers)
        return
    for answer in result.answers:
        start, end = answer.sentence
        print(f"{answer.heading} [{answer.key}]\n")
        print(f"{answer.text[:start]}» {answer.text[start:end]} «{answer.text[end:]}\n")


def _in_colour(answers: tuple[Answer, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for answer in answers:
        console.print(Text.assemble((answer.heading, "bold"), "  ", (answer.key, "dim")))
        text = Text(answer.text)
        text.stylize("bold yellow", *answer.sentence)
        console.print(text, "")
