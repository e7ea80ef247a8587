"""Advice as a person reads it: with colour on a terminal, as plain lines anywhere else."""

from __future__ import annotations

import sys

from vigor.check import Advice, Checked
from vigor.check.advice import Span
from vigor.check.post import Post
from vigor.cli.messages import say

LONGEST_QUOTE = 60


def show(post: Post, checked: Checked) -> None:
    """Print what there is to say of a post, the weightiest first; or that it reads well."""
    if sys.stdout.isatty():
        _in_colour(post, checked)
        return
    for line in _lines(post, checked):
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def _lines(post: Post, checked: Checked) -> list[str]:
    lines: list[str] = []
    for one in checked.advice:
        lines += [f"{_place(post, one)}: {one.message}", f"  → {one.suggestion}", f"  {_rests_on(one)}", ""]
    lines += [f"+ {one.message}" for one in checked.good]
    if checked.protection:
        lines.append(f"§ {checked.protection}")
    if not checked.advice:
        lines.append(_reads_well())
    return lines


def _reads_well() -> str:
    return say("This reads well.", "Det här är bra som det är.")


def _rests_on(one: Advice) -> str:
    return f"[{one.guideline}] {one.words}"


def _place(post: Post, one: Advice) -> str:
    """Line and column, and the words: what is secret is pointed at, not said again."""
    start = one.span.start
    line = post.text.count("\n", 0, start) + 1
    column = start - (post.text.rfind("\n", 0, start) + 1) + 1
    return f"{line}:{column} {one.check}{_quoted(post, one)}"


def _quoted(post: Post, one: Advice) -> str:
    if one.check in ("secret", "personal-data"):
        return ""
    words = " ".join(post.of(one.span).split())
    if not words:
        return ""
    return f" “{words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + '…'}”"


def _in_colour(post: Post, checked: Checked) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    marked = Text(post.text)
    for one in checked.advice:
        marked.stylize("bold yellow" if not one.hint else "yellow", *_seen(one.span, post))
    console.print(marked, "")
    for one in checked.advice:
        console.print(Text.assemble((_place(post, one), "bold"), "  ", (f"[{one.guideline}]", "dim")))
        console.print(Text(f"  {one.message}"))
        console.print(Text(f"  → {one.suggestion}", style="green"))
        console.print(Text(f"  {one.words}", style="dim"), "")
    for good in checked.good:
        console.print(Text(f"+ {good.message}", style="green"))
    if checked.protection:
        console.print(Text(f"§ {checked.protection}", style="cyan"))
    if not checked.advice:
        console.print(Text(_reads_well(), style="bold green"))


def _seen(span: Span, post: Post) -> tuple[int, int]:
    return (span.start, span.end) if span.end > span.start else (0, 0 if span.start else len(post.text))
