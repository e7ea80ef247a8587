"""The repository speaks of itself alone, its links lead somewhere, and nothing is put off in a comment."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Someone's own machine. Written in pieces, so that this file passes its own test.
HOME = re.compile(r"(?<![\w.~])/(?:" + "|".join(("home/(?!vigor)", "Users/", "root/", "work/")) + r")\w")
INDEX = re.compile(
    "|".join((r"pypi\.org/" + "simple", "files.python" + "hosted", "index-" + "url", "find-" + "links"))
)
# As a note to oneself. In running text the word may be what is spoken of: an old document that holds it, say.
PUT_OFF = re.compile(r"(?:#|//|\{#)\s*(?:" + "TO" + "DO|FIX" + "ME|XX" + r"X)\b")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+?)\s*(?:\{.*\})?$", re.MULTILINE)
OTHERS = ("vendor", "fonts")


def files() -> list[Path]:
    """Every text file that git keeps, or would; what others wrote and we carry is left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    found = [ROOT / name for name in listed if name and not set(OTHERS) & set(Path(name).parts)]
    return [path for path in found if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


def places(pattern: re.Pattern[str]) -> list[str]:
    """File and line of every match."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files()
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [(HOME, "somebody's own folder"), (INDEX, "a package index"), (PUT_OFF, "something put off")],
    ids=["folders", "indexes", "put-off"],
)
def test_there_is_nothing_of_the_kind(pattern: re.Pattern[str], what: str):
    assert places(pattern) == [], what


def test_the_patterns_find_what_they_are_for():
    assert HOME.search("in /ho" + "me/eva/x")
    assert not HOME.search("https://example.org/home/eva")
    assert INDEX.search("--index-" + "url=x")
    assert PUT_OFF.search("# TO" + "DO: later")


def anchor(heading: str) -> str:
    """The address of a heading, as forges make it."""
    words = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return words.strip().replace(" ", "-")


def dead_links(page: Path) -> list[str]:
    """The links of a page to files or headings that aren't there."""
    dead = []
    for target in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, wanted = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists():
            dead.append(target)
        elif wanted and file.suffix == ".md":
            anchors = {anchor(heading) for heading in HEADING.findall(file.read_text("utf-8"))}
            dead += [target] if wanted not in anchors else []
    return dead


def test_every_link_in_the_documentation_leads_somewhere():
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert {str(page.relative_to(ROOT)): dead for page in pages if (dead := dead_links(page))} == {}
