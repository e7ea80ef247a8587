"""What `vigor import` makes of published policies, as they are and in every format they could have come in.

Each policy is imported from its source and from what pandoc and WeasyPrint make of it: Word, OpenDocument, HTML,
reStructuredText, LaTeX, MediaWiki, PDF. A sentence counts as lost when its words don't follow on each other in the
policy that came out. What the source's sentences are is told by markdown-it or pandoc, not by our readers.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.results import data_sets, record
from vigor.language.words import listed, sentence_spans
from vigor.policy.convert import Converted, Unreadable, convert
from vigor.policy.parse import parse

FORMATS = ("docx", "odt", "html", "rst", "latex", "mediawiki", "pdf")
BLOCKS = listed("p h1 h2 h3 h4 h5 h6 li td th div pre blockquote dt dd tr table ul ol section br title")
FRONT = re.compile(r"\A((?:[^\n]*\n){0,3}?)---\n.*?\n---\n", re.DOTALL)
TEMPLATE = re.compile(r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}", re.DOTALL)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = False
        self.code = False  # each line of it stands for itself

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in ("style", "script", "title") or self.hidden
        self.code = self.code or tag == "pre"
        if tag in BLOCKS:
            self.pieces.append("\n\n")
        if tag == "img":
            self.pieces.append(f" {dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag not in ("style", "script", "title")
        self.code = self.code and tag != "pre"
        if tag in BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\n", "\n\n") if self.code else data)


def sentences(html: str) -> list[str]:
    """The sentences in a page, block by block."""
    reader = _Text()
    reader.feed(html)
    blocks = [" ".join(block.split()) for block in "".join(reader.pieces).split("\n\n")]
    lines = "\n".join(block for block in blocks if block)
    return [lines[start:end] for start, end in sentence_spans(lines) if bare(lines[start:end])]


def bare(text: str) -> str:
    """The words alone; the mark of a list item is none."""
    text = re.sub(r"^\s*(?:\d{1,2}[.)]|[-*•✨])\s+", "", text)
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def lost(wanted: Iterable[str], found: Converted) -> list[str]:
    """The sentences whose words don't follow on each other in what came out."""
    kept = f" {bare(' '.join((found.policy.title, *found.sentences)))} "
    return [sentence for sentence in wanted if f" {bare(sentence)} " not in kept]


def pandoc(source: str, of: str, to: str, out: Path) -> bytes:
    import pypandoc

    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        of,
        "-t",
        to,
        "-s",
        "--wrap=none",
        "-M",
        "pagetitle=x",
        "-o",
        str(out),
    ]
    subprocess.run(command, input=source.encode(), check=True, capture_output=True)
    return out.read_bytes()


def as_html(path: Path, folder: Path) -> str:
    """The source as HTML, made without any reader of ours."""
    source = path.read_text("utf-8")
    if path.suffix == ".md":
        from markdown_it import MarkdownIt

        source = TEMPLATE.sub("#", FRONT.sub(r"\1\n", source))
        body = MarkdownIt("commonmark", {"html": True}).enable("table").render(source)
        return f"<html><body>{body}</body></html>"
    # pandoc shows the target of a role that it doesn't know, which no reader of the page sees.
    source = re.sub(r"(:[\w-]+:`[^`<\n]*?)\s*<[^`>]*>`", r"\1`", source)
    of = {".rst": "rst", ".tex": "latex"}[path.suffix]
    return pandoc(source, of, "html", folder / "source.html").decode()


def forms(path: Path, html: str, folder: Path) -> Iterator[tuple[str, bytes, list[str]]]:
    """Each form of a policy: name, bytes, sentences that are in it."""
    yield path.name, path.read_bytes(), sentences(html)
    wanted = sentences(html)
    for to in FORMATS:
        out = folder / f"{path.stem}.{'tex' if to == 'latex' else to}"
        if to == "pdf":
            from weasyprint import HTML

            HTML(string=html).write_pdf(out)
            yield out.name, out.read_bytes(), wanted
        else:
            yield out.name, pandoc(html, "html", to, out), wanted


def row(name: str, data: bytes, wanted: list[str]) -> tuple[int, int]:
    """Import one file, print its line; how many sentences there were and how many were lost."""
    try:
        found = convert(data, name=name)
    except Unreadable as error:
        print(f"{name[:58]:<58} {error}")
        return len(wanted), len(wanted)
    gone = lost(wanted, found)
    policy = found.policy
    guidelines = sum(len(section.guidelines) for section in policy.sections)
    cases = sum(len(section.cases) for section in policy.sections)
    faults = sum(problem.severity == "error" for problem in parse(found.text)[1])
    print(
        f"{name[:58]:<58} {len(wanted):>5} {len(gone):>5} {len(policy.sections):>5} {guidelines:>5} {cases:>5}"
        f" {len(found.unsure):>5} {faults:>5}"
    )
    if "-v" in sys.argv:
        for sentence in gone:
            print(f"      {sentence[:150]}")
    return len(wanted), len(gone)


def main() -> int:
    folder = data_sets() / "policies"
    files = sorted(path for path in folder.glob("*.*") if path.name != "README.md")
    if not files:
        print(f"No policies in {folder}: set VIGOR_DATA_SETS to a folder that has them. Nothing measured.")
        return 0
    print(
        f"{'file':<58} {'sent.':>5} {'lost':>5} {'princ':>5} {'guide':>5} {'cases':>5} {'unsure':>5} {'errors':>5}"
    )
    total = gone = number = 0
    with tempfile.TemporaryDirectory() as made:
        for path in files:
            for name, data, wanted in forms(path, as_html(path, Path(made)), Path(made)):
                there, missing = row(name, data, wanted)
                total, gone, number = total + there, gone + missing, number + 1
    print(f"\n{number} files, {total} sentences, {gone} lost")
    record({"import.files": number, "import.sentences": total, "import.sentences_lost": gone})
    return 0


if __name__ == "__main__":
    sys.exit(main())
