"""LaTeX as Markdown: what is set between \\begin{document} and \\end{document}, and the title wherever it stands."""

from __future__ import annotations

import re

from vigor.policy.convert.marks import BREAK, PASSED, unmarked
from vigor.policy.convert.texmacros import BRACKETS, Macro, braced, macros
from vigor.policy.convert.texwords import (
    ACCENTS,
    BROUGHT,
    EMPHASIS,
    HEADINGS,
    SIGNS,
    SILENT,
    SLIDE_BY_SLIDE,
    SLIDES,
    STRONG,
)
from vigor.policy.convert.values import Note, Read

COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*")
LABELLED = re.compile(
    r"\\(?:chapter|(?:sub)*section)\*?\{(?:([^{}]*)\}\s*\\label\{([^{}]*)\}|([^{}]*)\\label\{([^{}]*)\}\s*\})"
)
VERBATIM = re.compile(r"\\begin\{(verbatim\*?|lstlisting|minted)\}(.*?)\\end\{\1\}", re.DOTALL)
MARKS = re.compile(r"([*`<\[\]])")
# Beamer: on which of a slide's steps something is shown.
OVERLAY = re.compile(r"(?:<[\d,+\-. |a-z@]{1,20}>)?")
OPTIONS = re.compile(r"\s*(?:<[^<>]{1,20}>)?\s*(?:\[[^\[\]]*\]\s*)*")
DEEPEST = 60


def read(source: str) -> Read:
    """The document as Markdown, with what its preamble says of it as fields."""
    reader = _Reader()
    text = COMMENT.sub(r"\1", source)
    start = text.find("\\begin{document}")
    head = text[:start] if start >= 0 else ""
    body = text[start + len("\\begin{document}") :] if start >= 0 else text
    end = body.find("\\end{document}")
    body = body[:end] if end >= 0 else body
    reader.own = macros(text)
    reader.labels = {
        match[2] or match[4]: reader.plain(match[1] or match[3] or "").strip()
        for match in LABELLED.finditer(body)
    }
    for match in re.finditer(r"\\(title|author|date|subtitle)\b", head):
        argument, _ = braced(head, match.end())
        reader.field(match[1], argument)
    made = body.find("\\maketitle")
    reader.before_title = made if made >= 0 else 0
    reader.first = head.count("\n") + 1
    reader.body = body
    markdown, lines = unmarked(reader.run(body), reader.first)
    fields = tuple(reader.fields.items())
    markdown = re.sub(r"(?m)^[ \t]+(?=[^\s\-\d`])|[ \t]+$", "", markdown)
    return Read(
        markdown,
        lines,
        reader.fields.get("title", ""),
        fields,
        "\n\n".join(reader.aside),
        tuple(reader.notes),
    )


class _Reader:
    def __init__(self) -> None:
        self.own: dict[str, Macro] = {}
        self.labels: dict[str, str] = {}  # the heading that each label names
        self.fields: dict[str, str] = {}
        self.aside: list[str] = []
        self.notes: list[Note] = []
        self.lists: list[tuple[str, int]] = []
        self.before_title = 0
        self.first = 1
        self.body = ""
        self.depth = 0
        self.quotes = 0
        self.tables = 0

    def field(self, name: str, source: str) -> None:
        # A note on the title is a note, and no part of it.
        words = " ".join(re.sub(r"\s*\\\[\d+\\\]$", "", self.plain(source).strip()).split())
        if words:
            self.fields.setdefault(name, words)

    def plain(self, source: str) -> str:
        return re.sub(f"[{BREAK}{PASSED}]", " ", self.run(source)).replace("\n", " ")

    def run(self, text: str) -> str:
        """A piece of LaTeX as Markdown with marks."""
        if self.depth > DEEPEST:
            return text
        self.depth += 1
        out: list[str] = []
        at = 0
        while at < len(text):
            at = self._step(text, at, out)
        self.depth -= 1
        return "".join(out)

    def _step(self, text: str, at: int, out: list[str]) -> int:
        sign = text[at]
        if sign == "\\":
            return self._command(text, at, out)
        if sign in "{}$":
            return at + 1
        if sign == "~":
            out.append(" ")
            return at + 1
        if sign == "&" and self.tables:
            out.append(" | ")
            return at + 1
        for source, instead in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”")):
            if text.startswith(source, at):
                out.append(instead)
                return at + len(source)
        end = at + 1
        while end < len(text) and text[end] not in "\\{}$~&-`'":
            end += 1
        piece = MARKS.sub(r"\\\1", text[at:end])
        out.append(re.sub(r"\n[ \t]*\n\s*", self._paragraph, piece))
        return end

    def _paragraph(self, match: re.Match[str]) -> str:
        return match.group().replace(" ", "").replace("\t", "") + self._indent()

    def _indent(self) -> str:
        return "".join("   " if kind == "enumerate" else "  " for kind, _ in self.lists) + "> " * self.quotes

    def _command(self, text: str, at: int, out: list[str]) -> int:
        match = re.compile(r"\\([A-Za-z@]+)\*?").match(text, at)
        if not match:
            return self._sign(text, at, out)
        name, end = match[1], match.end()
        if name in ("begin", "end"):
            return self._environment(name, text, at, out)
        if name == "item":
            return self._item(text, end, out)
        if name in self.own:
            return self._macro(self.own[name], text, end, out)
        if name in SIGNS:
            out.append(SIGNS[name])
            # A blank after a command only ends its name.
            return end + (text[end : end + 1] == " " and name not in ("LaTeX", "TeX"))
        if name in (
            "par",
            "newpage",
            "clearpage",
            "pagebreak",
            "bigskip",
            "medskip",
            "smallskip",
            "newline",
            "linebreak",
        ):
            out.append(BREAK * 2 + self._indent())
            return end
        if name in ACCENTS and (accent := re.compile(r"\s*\{?([A-Za-z])\}?").match(text, end)):
            out.append(ACCENTS[name].get(accent[1], accent[1]))
            return accent.end()
        return self._words(name, text, end, out)

    def _macro(self, macro: Macro, text: str, end: int, out: list[str]) -> int:
        """A command of the author's own, with its arguments put where they belong."""
        said: list[str] = []
        start = end
        if macro.default is not None and (given := BRACKETS.match(text, end)):
            end = given.end()
            said.append(given[1])
        elif macro.default is not None:
            said.append(macro.default)
        while len(said) < macro.arguments:
            argument, after = braced(text, end)
            if after == end:
                break
            said.append(argument)
            end = after
        out.append(self.run(macro.filled(said)) + PASSED * text.count("\n", start, end))
        return end + (text[end : end + 2] == "{}" and not macro.arguments) * 2

    def _words(self, name: str, text: str, end: int, out: list[str]) -> int:
        """A command with arguments: what in them is to be read."""
        argument, after = braced(text, end)
        if name in SLIDE_BY_SLIDE and (overlay := OVERLAY.match(text, end)) and overlay.end() > end:
            return self._words(name, text, overlay.end(), out)
        if name in HEADINGS:
            title = " ".join(self.plain(argument).split())
            out.append(
                f"{BREAK * 2}{'#' * HEADINGS[name]} {title}{PASSED * argument.count(chr(10))}{BREAK * 2}"
            )
        elif name in ("multicolumn", "multirow"):
            _, after = braced(text, after)
            words, after = braced(text, after)
            out.append(self.run(words))
        elif name == "includegraphics":
            alt = re.search(r"alt=\{((?:[^{}]|\{[^{}]*\})*)\}", text[end:after])
            out.append(self.run(alt[1]) if alt else "")
        elif name == "href":
            words, after = braced(text, after)
            label = self.plain(words).strip()
            fits = argument.startswith(("http", "mailto:"))
            out.append(f"[{label}]({_address(argument)})" if fits else label)
        elif name == "url":
            out.append(f"<{_address(argument)}>" if argument.startswith("http") else argument)
        elif name in ("footnote", "footnotetext", "thanks"):
            self.aside.append(f"\\[{len(self.aside) + 1}\\] {' '.join(self.plain(argument).split())}")
            out.append(f" \\[{len(self.aside)}\\]" + PASSED * argument.count("\n"))
        elif name in STRONG or name in EMPHASIS:
            mark = "**" if name in STRONG else "*"
            inner = self.run(argument)
            out.append(f"{mark}{inner.strip()}{mark}" if inner.strip() and BREAK not in inner else inner)
        elif name in ("ref", "autoref", "nameref", "cref", "Cref"):
            out.append(self.labels.get(argument, ""))
        elif name in BROUGHT:
            self.notes.append(Note("included", argument))
        elif name in SILENT:
            while after > end and text[after : after + 1] in ("{", "[") and name not in ("color", "vskip"):
                _, after = braced(text, after)
        elif text is self.body and end < self.before_title and argument:
            self.field(name, argument)
        elif after > end:
            out.append(self.run(argument))
        return after

    def _sign(self, text: str, at: int, out: list[str]) -> int:
        sign = text[at + 1 : at + 2]
        if sign == "\\":
            return self._line_end(text, at, out)
        if sign in ACCENTS and (accent := re.compile(r"\{?([A-Za-z])\}?").match(text, at + 2)):
            out.append(ACCENTS[sign].get(accent[1], accent[1]))
            return accent.end()
        if sign in ("[", "]", "(", ")"):
            out.append(" ")
        elif sign in ("_", "#", "*"):
            out.append("\\" + sign if sign != "#" else "#")
        elif sign == "&":
            out.append("&")
        else:
            out.append("" if sign in "-/!@" else " " if sign in " ,;:\n" else sign)
        return at + 2

    def _line_end(self, text: str, at: int, out: list[str]) -> int:
        match = re.compile(r"(?:\\\\\*?(?:\[[^\]]*\])?\s*)+").match(text, at)
        end = match.end() if match else at + 2
        lines = PASSED * text.count("\n", at, end)
        if self.tables:
            out.append(f"{lines}{BREAK}")
        elif text.count("\\\\", at, end) > 1 or "\n\n" in text[at:end]:
            out.append(f"{lines}{BREAK * 2}{self._indent()}")
        else:
            out.append(f"  {BREAK}{lines}{self._indent()}")
        return end

    def _environment(self, side: str, text: str, at: int, out: list[str]) -> int:
        verbatim = VERBATIM.match(text, at)
        if verbatim and side == "begin":
            out.append(f"{BREAK * 2}```{verbatim[2].rstrip()}\n```{BREAK * 2}")
            return verbatim.end()
        name, end = braced(text, at + len(side) + 1)
        name = name.rstrip("*")
        if side == "begin" and name in SLIDES:
            return self._slide(name, text, end, out)
        if name in ("itemize", "enumerate", "description", "compactitem", "compactenum", "enumerate*"):
            kind = "enumerate" if "enum" in name else "itemize"
            if side == "begin":
                self.lists.append((kind, 0))
            elif self.lists:
                self.lists.pop()
            out.append(BREAK if self.lists else BREAK * 2)
        elif name in ("quote", "quotation", "displayquote"):
            self.quotes += 1 if side == "begin" else -1 if self.quotes else 0
            out.append(BREAK * 2 + self._indent())
            if side == "begin":
                begun = re.compile(r"\s*").match(text, end)
                end = begun.end() if begun else end
                out.append(PASSED * text.count("\n", at, end))
        elif name in ("tabular", "tabularx", "longtable", "tabulary"):
            return self._table(side, name, text, end, out)
        else:
            out.append(BREAK * 2)
        while side == "begin" and text[end : end + 1] in ("[", "{") and end < len(text):
            close = text.find("]" if text[end] == "[" else "}", end)
            if close < 0:
                break
            end = close + 1
        return end

    def _slide(self, name: str, text: str, end: int, out: list[str]) -> int:
        """A slide or a box on one: its title is a heading, or a line in bold; what it is told besides is for the printer."""
        options = OPTIONS.match(text, end)
        title, after = braced(text, options.end() if options else end)
        words = " ".join(self.plain(title).split())
        lead = f"{'#' * HEADINGS['frametitle']} {words}" if name == "frame" else f"**{words}**"
        titled = words and name not in ("column", "columns")
        out.append(BREAK * 2 + (lead + PASSED * title.count("\n") if titled else "") + BREAK * 2)
        return after

    def _table(self, side: str, name: str, text: str, end: int, out: list[str]) -> int:
        if side == "end":
            return end
        for _ in range(1 if name in ("tabular", "longtable") else 2):
            _, end = braced(text, end)
        close = text.find(f"\\end{{{name}", end)
        inner = text[end : close if close >= 0 else len(text)]
        inner = re.sub(
            r"\\(?:hline|toprule|midrule|bottomrule|centering|endhead|endfirsthead)\b|\\cline\{[^}]*\}",
            "",
            inner,
        )
        self.tables += 1
        rows = [" ".join(row.replace(PASSED, "").split()) for row in self.run(inner).split(BREAK)]
        self.tables -= 1
        rows = [row for row in rows if row.strip("| ")]
        width = max((row.count(" | ") for row in rows), default=0) + 1
        lines = [f"| {row}{' | ' * (width - 1 - row.count(' | '))} |" for row in rows]
        rule = "| " + " | ".join(["---"] * width) + " |"
        table = BREAK.join([*lines[:1], rule, *lines[1:]]) if width > 1 else (BREAK * 2).join(rows)
        out.append(f"{BREAK * 2}{table}{PASSED * inner.count(chr(10))}{BREAK * 2}")
        return close if close >= 0 else len(text)

    def _item(self, text: str, at: int, out: list[str]) -> int:
        overlay = OVERLAY.match(text, at)
        at = overlay.end() if overlay else at
        label = re.compile(r"\s*\[((?:[^\[\]]|\[[^\]]*\])*)\]").match(text, at)
        named = self.plain(label[1]).replace("*", "").strip() if label else ""
        words = f"**{named.rstrip(':')}:** " if re.search(r"\w", named) else ""
        end = label.end() if label else at
        kind, number = self.lists.pop() if self.lists else ("itemize", 0)
        indent = self._indent()
        self.lists.append((kind, number + 1))
        mark = f"{number + 1}. " if kind == "enumerate" else "- "
        out.append(f"{BREAK}{indent}{mark}{words}")
        blank = re.compile(r"\s*").match(text, end)
        after = blank.end() if blank else end
        out.append(PASSED * text.count("\n", end, after))
        return after


def _address(source: str) -> str:
    return re.sub(r"\\([%#&_~{}])", r"\1", source).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
