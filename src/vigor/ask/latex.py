"""LaTeX as blocks: sections, paragraphs and items between \\begin{document} and \\end{document}."""

from __future__ import annotations

import re

from vigor.ask.block import Block
from vigor.ask.markup import clean

_TEX_LINK = re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_TEX_DROPPED = re.compile(
    r"\\(?:label|ref|cite|pageref|vspace|hspace|includegraphics|setcounter|setlength|pagestyle|thispagestyle|usepackage"
    r"|bibliography|bibliographystyle|input|include|graphicspath|titleformat|titlespacing|addtocounter|begin|end|documentclass"
    r")\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})*(?:\[[^\]]*\])?(?:\{[^{}]*\})*"
)
_TEX_WRAPPED = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\]]*\])?\{([^{}]*)\}")
_TEX_COMMAND = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\]]*\])?%?")
_TEX_COMMENT = re.compile(r"(?<!\\)%.*")


_TEX_HEADING = re.compile(
    r"\\(part|chapter|(?:sub)*section|(?:sub)?paragraph)\*?\s*(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}"
)
_TEX_LEVEL = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
_TEX_TITLE = re.compile(r"\\title\s*(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}")


def tex_title(source: str) -> str:
    match = _TEX_TITLE.search(source)
    return plain_tex(match[1]) if match else ""


def tex_blocks(source: str) -> list[Block]:
    body = source.partition("\\begin{document}")[2] or source
    body = _TEX_TITLE.sub("", body.partition("\\end{document}")[0])
    body = re.sub(
        r"\\(?:approved|revisioned|author|date)\s*\{[^{}]*\}", "", re.sub(r"(?m)(?<!\\)%.*$", "", body)
    )
    blocks: list[Block] = []
    at = 0
    for heading in [*_TEX_HEADING.finditer(body), None]:
        _tex_prose(body[at : heading.start() if heading else len(body)], blocks)
        if heading:
            blocks.append(Block(plain_tex(heading[2]), _TEX_LEVEL[heading[1]]))
            at = heading.end()
    return [block for block in blocks if block.text]


def _tex_prose(text: str, blocks: list[Block]) -> None:
    for paragraph in re.split(r"\n\s*\n|\\\\\s*\n\s*(?:\\\\)?\s*\n?|\\newpage|\\par\b", text):
        pieces = re.split(r"\\item\b(?:\[([^\]]*)\])?", paragraph)
        blocks.append(Block(plain_tex(pieces[0])))
        for label, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            blocks.append(Block(plain_tex(f"{label} {piece}" if label else piece), 0, item=True))


def plain_tex(text: str) -> str:
    """LaTeX as one line of plain text."""
    text = _TEX_COMMENT.sub("", text)
    text = _TEX_LINK.sub(r"\1", text)
    text = _TEX_DROPPED.sub(" ", text)
    for _ in range(4):
        text, changed = _TEX_WRAPPED.subn(r"\1", text)
        if not changed:
            break
    text = re.sub(r"\\\\(?:\[[^\]]*\])?", " ", text)
    text = re.sub(r"\\([%&$#_{}])", r"\1", text)
    text = _TEX_COMMAND.sub(" ", text).replace("~", " ")
    return clean(re.sub(r"[{}]", "", text).replace("``", "“"))
