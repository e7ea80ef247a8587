"""reStructuredText as Markdown: headings by the order of their underlines, directives for the words in them."""

from __future__ import annotations

import re

from vigor.language.words import listed
from vigor.policy.convert.rstinline import inline
from vigor.policy.convert.values import Note, Read

# The underline of a title of two letters ("Do") is as short as that.
RULE = re.compile(r"([=\-~^\"'`#*+.:_<>!$%&(),/;?@\[\\\]{|}])\1{2,}\s*")
DIRECTIVE = re.compile(r"(\s*)\.\.\s+(?:\|[^|]+\|\s+)?([\w:+-]+)::(?:\s+(.*))?$")
TARGET = re.compile(r"\s*(?:\.\.\s+_(?:[^:]|\\:)+:|__ )(?:\s+(\S.*))?$")
NOTE = re.compile(r"\s*\.\.\s+\[([^\]]+)\]\s*(.*)$")
COMMENT = re.compile(r"(\s*)\.\.(?:\s+(.*))?$")
OPTION = re.compile(r"\s+:([\w-]+):(?:\s+(.*))?$")
ITEM = re.compile(r"(\s*)(?:([*+•-])|(?:\(?(?:(\d{1,3}|#)|[a-zA-Z])[.)]))\s+(?=\S)")
BORDER = re.compile(r"\s*(?:\+[-=+]+\+|={2,}(?:\s+={2,})+)\s*$")
SAID = listed(
    "note warning tip important caution danger attention hint error admonition seealso topic sidebar rubric epigraph"
    " highlights pull-quote compound container class rst-class list-table table deprecated versionadded versionchanged glossary"
    " dropdown card grid grid-item-card tab-set tab-item line-block centered"
)
CODE = listed("code code-block sourcecode literalinclude parsed-literal highlight prompt math")
PICTURES = listed("image figure")
BROUGHT = listed("include literalinclude csv-table")

REPLACED = re.compile(r"(?m)^[ \t]*\.\.[ \t]+\|([^|\n]+)\|[ \t]+replace::[ \t]*(.*(?:\n[ \t]+\S.*)*)")
DOCINFO = re.compile(r":([\w][\w -]{0,40}):\s+(\S.*)")


def read(source: str) -> Read:
    """The document as Markdown."""
    words = {match[1].strip(): " ".join(match[2].split()) for match in REPLACED.finditer(source)}
    for name, instead in words.items():
        source = re.sub(rf"(?<!\.\. )\|{re.escape(name)}\|_{{0,2}}", lambda _, text=instead: text, source)  # type: ignore[misc]
    reader = _Reader(source.expandtabs(8).split("\n"))
    reader.run()
    text = "\n".join(row for row, _ in reader.out)
    return Read(
        text,
        tuple(line for _, line in reader.out),
        aside="\n\n".join(reader.aside),
        notes=tuple(reader.notes),
    )


class _Reader:
    def __init__(self, rows: list[str]) -> None:
        self.rows = rows
        self.place = 0
        self.out: list[tuple[str, int]] = []
        self.aside: list[str] = []
        self.notes: list[Note] = []
        self.styles: list[str] = []
        self.lists: list[int] = []  # columns where items of open lists begin

    def row(self, offset: int = 0) -> str:
        place = self.place + offset
        return self.rows[place] if 0 <= place < len(self.rows) else ""

    def put(self, text: str, line: int = 0) -> None:
        self.out.append((text, line or self.place + 1))

    def run(self) -> None:
        while self.place < len(self.rows):
            if not (self._heading() or self._explicit() or self._table()):
                self._line()
                self.place += 1

    def _heading(self) -> bool:
        over = RULE.fullmatch(self.row()) and self.row(1).strip() and RULE.fullmatch(self.row(2))
        title = self.row(1) if over else self.row()
        under = self.row(2) if over else self.row(1)
        short = (
            len(title.strip()) < 3 and under.strip() and re.fullmatch(r"([=\-~^\"'+*.:])\1", under.strip())
        )
        if not (title.strip() and (RULE.fullmatch(under) or short)) or (
            not over and (title[0] == " " or RULE.fullmatch(title))
        ):
            return False
        if not over and len(under.strip()) + 3 < len(title.strip()):
            return False
        style = under[0] + ("o" if over else "")
        if style not in self.styles:
            self.styles.append(style)
        self.lists = []
        self.put("")
        self.put(f"{'#' * min(self.styles.index(style) + 1, 6)} {inline(title.strip())}")
        self.put("")
        self.place += 3 if over else 2
        return True

    def _explicit(self) -> bool:
        row = self.row()
        if TARGET.match(row):
            self.place += 1
            return True
        if note := NOTE.match(row):
            body = [note[2], *self._indented(len(row) - len(row.lstrip()))]
            self.aside.append(f"\\[{note[1]}\\] {inline(' '.join(' '.join(body).split()))}")
            return True
        if directive := DIRECTIVE.match(row):
            self._directive(directive[1], directive[2].lower(), (directive[3] or "").strip())
            return True
        if row.strip() == ".." and not self.row(1).strip():
            # An empty comment ends what stood above it, and takes nothing with it.
            self.place += 1
            return True
        if comment := COMMENT.match(row):
            line = self.place + 1
            body = [comment[2] or "", *self._indented(len(comment[1]))]
            words = " ".join(" ".join(body).split())
            if words:
                self.notes.append(Note("comment", words[:300], line))
                safe = words.replace("--", "–")
                self.out += [("", line), (f"<!-- {safe} -->", line), ("", line)]
            return True
        return False

    def _indented(self, column: int) -> list[str]:
        """The lines below that stand further in than `column`; moves on past them."""
        found: list[str] = []
        self.place += 1
        while self.place < len(self.rows):
            row = self.row()
            if row.strip() and len(row) - len(row.lstrip()) <= column:
                break
            found.append(row)
            self.place += 1
        while found and not found[-1].strip():
            found.pop()
            self.place -= 1
        return found

    def _directive(self, indent: str, name: str, words: str) -> None:
        line = self.place + 1
        body = self._indented(len(indent))
        options: dict[str, str] = {}
        while body and (option := OPTION.match(body[0])):
            options[option[1]] = option[2] or ""
            body = body[1:]
        depth = min((len(row) - len(row.lstrip()) for row in body if row.strip()), default=0)
        body = [row[depth:] for row in body]
        if name == "replace":
            return
        if name == "list-table":
            self._list_table(indent, words, body, line)
        elif name in CODE:
            self._block(indent, ["```", *body, "```"], line)
        elif name in PICTURES:
            caption = list(body)
            self._block(indent, [options.get("alt", ""), "", *caption], line, parse=True)
        elif name in SAID:
            head = "" if name.endswith("class") else f"**{words}**" if words and body else words
            self._block(indent, [head, "", *body], line, parse=True)
        else:
            if name in BROUGHT or name == "raw":
                self.notes.append(Note("included", f"{name} {words}".strip(), line))
            kept = [row for row in body if name not in ("toctree", "contents", "raw", "meta", "include")]
            if name == "todo":
                self.notes.append(Note("todo", words or " ".join(body).strip(), line))
            begun = [f"TODO: {words}".strip(), ""] if name == "todo" else []
            self._block(indent, [*begun, *kept], line, parse=True)

    def _list_table(self, indent: str, title: str, body: list[str], line: int) -> None:
        """A table written as a list of lists: one row an outer item, one cell an inner."""
        cells: list[list[str]] = []
        for row in body:
            cell = re.match(r"\s*(\*\s+)?-(?:\s+(.*))?$", row)
            if cell and (cell[1] or not cells):
                cells.append([])
            if cell:
                cells[-1].append(cell[2] or "")
            elif cells and cells[-1] and row.strip():
                cells[-1][-1] = f"{cells[-1][-1]} {row.strip()}".strip()
        if not cells:
            self._block(indent, body, line, parse=True)
            return
        self._block(indent, [*([f"**{title}**", ""] if title else []), *_table_of(cells)], line)

    def _block(self, indent: str, rows: list[str], line: int, *, parse: bool = False) -> None:
        if parse:
            inner = _Reader(rows)
            inner.styles = self.styles
            inner.run()
            self.notes += inner.notes
            self.aside += inner.aside
            rows = [row for row, _ in inner.out]
        prefix = indent if self.lists else ""
        self.out += [
            ("", line),
            *((f"{prefix}{row}" if row.strip() else "", line) for row in rows),
            ("", line),
        ]

    def _table(self) -> bool:
        if not BORDER.match(self.row()):
            return False
        start = self.place
        while (
            self.row().strip()
            and self.place < len(self.rows)
            and (self.place == start or self.row()[0] in "+|= " or True)
        ):
            self.place += 1
            if BORDER.match(self.row(-1)) and not self.row().strip() and self.place > start + 1:
                break
        rows = self.rows[start : self.place]
        cells = _grid(rows) if rows[0].lstrip().startswith("+") else _columns(rows)
        self.out += [("", start + 1), *((row, start + 1) for row in _table_of(cells)), ("", start + 1)]
        return True

    def _line(self) -> None:
        row = self.row()
        if field := DOCINFO.fullmatch(row.rstrip()):
            # One line each, as a page shows them.
            self.put("")
            self.put(f"**{field[1]}:** {inline(field[2])}")
            return
        if not row.strip():
            self.put("")
            return
        column = len(row) - len(row.lstrip())
        while self.lists and column <= self.lists[-1] and not (column == self.lists[-1] and ITEM.match(row)):
            self.lists.pop()
        item = ITEM.match(row)
        if item:
            if not self.lists or column > self.lists[-1]:
                self.lists.append(column)
            number = "1" if item[3] == "#" else item[3]
            mark = f"{number}." if number else "-"
            letter = "" if item[2] or item[3] else row[item.end(1) : item.end()].strip() + " "
            self.put(f"{item[1]}{mark} {letter}{inline(row[item.end() :])}")
        elif column and not self.lists:
            self._quoted(row, column)
        else:
            self.put(" " * column + inline(_literal(row.strip())))
        if row.rstrip().endswith("::"):
            self._literal_block(column)

    def _quoted(self, row: str, column: int) -> None:
        before = self.row(-1)
        if before.strip() and before[0] != " " and self.out and not self.out[-1][0].startswith((">", "**")):
            # A term, and below it what it means.
            term, line = self.out.pop()
            self.out += [(f"**{term.strip('*')}**", line), ("", line)]
            self.put(inline(row.strip()))
        elif self.out and self.out[-1][0] and not self.out[-1][0].startswith(">"):
            self.put(inline(row.strip()))
        else:
            self.put("> " + inline(_literal(row.strip())))

    def _literal_block(self, column: int) -> None:
        line = self.place + 1
        body = self._indented(column)
        self.place -= 1
        if any(row.strip() for row in body):
            self._block("", ["```", *[row[column:] for row in body if row.strip() or True], "```"], line)


def _table_of(cells: list[list[str]]) -> list[str]:
    width = max(map(len, cells), default=0)
    lines = [
        "| "
        + " | ".join([*(inline(cell).replace("|", "\\|") for cell in row), *[""] * (width - len(row))])
        + " |"
        for row in cells
    ]
    return [*lines[:1], "| " + " | ".join(["---"] * width) + " |", *lines[1:]]


def _literal(text: str) -> str:
    return "" if text == "::" else text[:-1] if text.endswith("::") else text


def _grid(rows: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    held: list[list[str]] = []
    for row in rows:
        if row.lstrip().startswith("+"):
            if held:
                width = max(map(len, held))
                found.append(
                    [
                        " ".join(line[at] for line in held if at < len(line) and line[at])
                        for at in range(width)
                    ]
                )
            held = []
        else:
            held.append([cell.strip() for cell in row.strip().strip("|").split("|")])
    return found


def _columns(rows: list[str]) -> list[list[str]]:
    spans = [match.span() for match in re.finditer(r"=+", rows[0])]
    found: list[list[str]] = []
    for row in rows:
        if BORDER.match(row) or re.fullmatch(r"\s*-[-\s]*", row):
            continue
        cells = [
            row[start : spans[at + 1][0] if at + 1 < len(spans) else None].strip()
            for at, (start, _) in enumerate(spans)
        ]
        if cells[0] or not found:
            found.append(cells)
        else:
            found[-1] = [" ".join(filter(None, pair)) for pair in zip(found[-1], cells, strict=True)]
    return found
