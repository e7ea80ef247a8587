"""Any text as a row of blocks: headings with their level, and paragraphs, list items, table rows, code.

Markdown, reStructuredText, LaTeX and plain text are told apart by what they look like, not by a file's name.
Nothing here raises: a line that fits no pattern is a paragraph.
"""

from __future__ import annotations

import re

from vigor.ask.block import Block
from vigor.ask.markup import HIDDEN, clean, plain, without


def read_blocks(source: str) -> tuple[list[Block], str]:
    """The blocks of a text in order, and the title that its front matter gives (often empty)."""
    source = source.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if "\\begin{document}" in source or len(re.findall(r"(?m)^\s*\\(?:sub)*section\*?\{", source)) > 1:
        from vigor.ask.latex import tex_blocks, tex_title

        return tex_blocks(source), tex_title(source)
    if _looks_like_rst(source):
        from vigor.ask.rst import rst_blocks

        return rst_blocks(source), ""
    source, title = _without_front_matter(source)
    return _markdown_blocks(source), title


def _looks_like_rst(source: str) -> bool:
    directives = len(re.findall(r"(?m)^\s*\.\. (?:_[^:\n]+:|[\w-]+::)|:\w+:`", source))
    underlined = len(re.findall(r"(?m)^\S.*\n([=\-~^\"#*+])\1{3,}\s*$", source))
    hashed = len(re.findall(r"(?m)^#{1,6} ", source))
    return (directives > 0 and underlined > 0 and hashed == 0) or (underlined > 2 and directives > 2)


# Patterns of Markdown and plain text.

_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_ATX = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-+)\s*$")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,500}>(.{0,1000}?)</h\1\s*>", re.DOTALL | re.IGNORECASE)
_HTML_BLOCK = re.compile(
    r"</?(?:p|div|ul|ol|section|table|tbody|thead|blockquote|article|main|dl|br)\b[^<>]{0,500}>", re.I
)
_HTML_ITEM = re.compile(r"<(?:li|tr|dt|dd)\b[^<>]{0,500}>", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*+•–]|(\d{1,3}|[a-z])[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*$")
_RULE = re.compile(r"^\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_BOLD_LINE = re.compile(r"^\s*(\*\*|__)([^*_]{2,80}?):?\1:?\s*$")
_ANY_HEADING = re.compile(r"(?m)^ {0,3}(?:#{1,6} +\S|=+ *$)")
_TITLE_LIKE = re.compile(r"^(?:[\d.]+\)? +)?[^\W_a-zåäö][^\n]{1,60}[^\s.,;:!?]$")
_DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s+\S+.*$")
_FRONT = re.compile(r"\A((?:[^\n]*\n){0,3}?)---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML_FRONT = re.compile(r"\A\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?m)^[\w-]+\s*[:=]")
_TITLE = re.compile(r"(?mi)^(?:title|titel)\s*[:=]\s*(.+)$")


def _without_front_matter(source: str) -> tuple[str, str]:
    """The text without its front matter, also where a line or two stands before it; and the title in it."""
    for pattern in (_FRONT, _TOML_FRONT):
        match = pattern.match(source)
        if match and _FIELD.search(match.group(match.lastindex or 1)):
            before = match.group(1) if pattern is _FRONT else ""
            title = _TITLE.search(match.group())
            name = clean(title.group(1).strip().strip("\"'")) if title else ""
            return before + "\n" + source[match.end() :], name
    return source, ""


def _markdown_blocks(source: str) -> list[Block]:
    source = _HTML_HEADING.sub(
        lambda found: f"\n\n{'#' * int(found[1])} {' '.join(found[2].split())}\n\n", source
    )
    if "<" in source:
        source = _HTML_ITEM.sub("\n- ", _HTML_BLOCK.sub("\n\n", source))
    for start, end in HIDDEN:
        source = without(source, start, end)
    reader = _Markdown(titled=bool(_ANY_HEADING.search(source)))
    for line in source.split("\n"):
        reader.line(line)
    reader.close()
    return reader.blocks


class _Markdown:
    """Reads line by line; `held` is the paragraph or item that the next line may go on with.

    In a text without any heading of Markdown's (`titled` false), a short line on its own is taken for one.
    """

    def __init__(self, titled: bool) -> None:
        self.titled = titled
        self.apart = True  # whether a blank line stood before what is held
        self.blocks: list[Block] = []
        self.held: list[str] = []
        self.item = False
        self.fence = ""

    def close(self, blank: bool = False) -> None:
        if not self.held:
            self.apart = self.apart or blank
            return
        text = "\n".join(self.held)
        alone = len(self.held) == 1 and (not self.item or (self.apart and blank))
        title = alone and (_BOLD_LINE.match(text) or (not self.titled and blank and _TITLE_LIKE.match(text)))
        level = 0 if not title else 6 if self.titled else 3
        item, self.held, self.item = self.item, [], False
        self.apart = blank
        found = plain(text)
        if found:
            self.blocks.append(Block(found, level, item and not level))

    def line(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self.fence:
            if fence and line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0]):
                self.fence = ""
                self._code()
            else:
                self.held.append(line)
        elif fence:
            self.close()
            self.fence = fence[1]
        elif not self._structure(line):
            self.held.append(line.lstrip(" \t>"))

    def _code(self) -> None:
        """Code keeps its words, whatever they look like."""
        text = clean(" ".join(self.held))
        self.held = []
        if text:
            self.blocks.append(Block(text))

    def _structure(self, line: str) -> bool:
        """Take a line that ends what was held; False for one that goes on with it."""
        bare = line.lstrip("> \t") if line.lstrip().startswith(">") else line
        heading = _ATX.match(bare)
        if heading:
            self._heading(heading[2], len(heading[1]))
        elif not bare.strip() or _DEFINITION.match(bare):
            self.close(blank=True)
        elif _UNDERLINE.match(bare) and self.held and not self.item and len(self.held) <= 2:
            title, self.held = " ".join(self.held), []
            self._heading(title, 1 if "=" in bare else 2)
        elif _RULE.match(bare) or _TABLE_RULE.match(bare):
            self.close()
        elif bare.lstrip().startswith("|") and bare.count("|") > 1:
            self.close()
            self.held, self.item = (
                [" | ".join(cell.strip() for cell in bare.strip().strip("|").split("|"))],
                True,
            )
            self.close()
        else:
            marker = _ITEM.match(bare)
            if not marker:
                return False
            self.close()
            number = f"{marker[1]}. " if marker[1] else ""
            self.held, self.item = [number + bare[marker.end() :]], True
        return True

    def _heading(self, text: str, level: int) -> None:
        self.close()
        found = plain(text)
        if found:
            self.blocks.append(Block(found, level))
