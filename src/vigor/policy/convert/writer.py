"""What goes out when HTML is read: Markdown, piece by piece, with lists, tables and emphasis that are open."""

from __future__ import annotations

import re

from vigor.policy.convert.marks import BREAK, PASSED
from vigor.policy.convert.tables import Table
from vigor.policy.convert.tagset import BLANKS, SPECIAL, Attributes, Frame, OpenList, wrapped


class Writer:
    """Markdown with the marks that keep count of lines; `raw()` gives it."""

    def __init__(self, *, verbatim: bool) -> None:
        self.verbatim = verbatim
        self.frames: list[Frame] = [Frame("")]
        self.lists: list[OpenList] = []
        self.prefixes: list[str] = []
        self.tables: list[Table] = []
        self.pre = 0
        self.heading = ""  # the tag that opened the heading we are in
        self.heading_at = 0  # where in the output it began
        self.term = False  # a term has just ended, and what it means may follow
        self.opens = False  # what it means has just begun
        self.pending = 0  # line ends that the next word must have before it

    @property
    def out(self) -> list[str]:
        return self.frames[-1].out

    def apart(self, lines: int = 2) -> None:
        self.pending = max(self.pending, lines)

    def write(self, text: str) -> None:
        if not text:
            return
        self.opens = self.opens and not text.strip()
        if self.pending:
            if len(self.frames) > 1 or any(self.out):
                self.out.append((BREAK + self._prefix()) * self.pending if not self._flat() else " ")
            self.pending = 0
        self.out.append(text)

    def _prefix(self) -> str:
        return "".join(self.prefixes)

    def _flat(self) -> bool:
        """Inside what is one line in Markdown."""
        return bool(self.heading)

    def _words(self, data: str) -> None:
        lines = PASSED * data.count("\n")
        text = BLANKS.sub(" ", SPECIAL.sub(r"\\\1", data))
        if self.pending or not any(self.out):
            text = text.lstrip(" ")
        self.out.append(lines)
        if text and not (text == " " and self._ends_blank()):
            if text.startswith(" ") and self._ends_blank():
                text = text[1:]
            self.write(text)

    def _verbatim(self, data: str) -> None:
        if self.heading or self.tables:
            data = data.replace("\n", f" {PASSED}")
        elif (self.lists or self.prefixes) and data.strip():
            data = re.sub(r"\n[ \t]*(?=\S)", lambda _: "\n" + self._prefix(), data)
        if data.strip():
            lead = data[: len(data) - len(data.lstrip())] if self.pending else ""
            if lead:
                self.out.append(PASSED * lead.count("\n"))
                data = data.lstrip()
            self.write(data)
        else:
            self.out.append(PASSED * data.count("\n") if self.pending else data)

    def _ends_blank(self) -> bool:
        last = next((piece for piece in reversed(self.out) if piece.strip(PASSED)), "")
        return not last or last.rstrip(PASSED)[-1:] in (" ", BREAK)

    def _fresh_item(self) -> bool:
        """A paragraph that opens an item stands on the item's own line."""
        last = next((piece for piece in reversed(self.out) if piece.strip(PASSED)), "")
        return bool(re.search(r"(?:-|\d+\.) $", last))

    def _block(self, tag: str) -> None:
        if (self.lists and self._fresh_item()) or self.opens:
            self.opens = False
            return
        self.apart()

    def _start_meaning(self) -> None:
        """What a term means goes on where the term ended, on its line."""
        if self.term:
            self.term, self.pending = False, 0
            self.write(" ")
            self.opens = True
        else:
            self.apart()

    def _end_term(self) -> None:
        """A colon after a term, unless it has an end of its own."""
        last = next((piece for piece in reversed(self.out) if piece.strip(f" {PASSED}\u200b")), "")
        if last.endswith("**") and last[-3:-2] not in (":", "?", "!", ".", "*"):
            self.out.append("")
            place = len(self.out) - 1 - self.out[::-1].index(last)
            self.out[place] = f"{last[:-2]}:**"
        self.term = last.endswith("**")
        self.apart()

    def _start_list(self, tag: str, said: Attributes) -> None:
        start = said.get("start", "1")
        self.apart(1 if self.lists else 2)
        self.lists.append(OpenList(tag == "ol", int(start) if start.isdigit() else 1))

    def _start_item(self) -> None:
        if not self.lists:
            self.lists.append(OpenList(ordered=False))
        while len(self.prefixes) >= len(self.lists) and self.prefixes and self.prefixes[-1].isspace():
            self.prefixes.pop()
        now = self.lists[-1]
        self.apart(1)
        mark = f"{now.number}. " if now.ordered else "- "
        now.number += 1
        self.write(mark)
        self.prefixes.append(" " * len(mark))

    def _end_list(self) -> None:
        if not self.lists:
            return
        self.lists.pop()
        if self.prefixes and self.prefixes[-1].isspace():
            self.prefixes.pop()
        self.apart(1 if self.lists else 2)

    def _open(self, tag: str, *, href: str = "", mark: str = "") -> None:
        if self.pending:
            self.write("\u200b")
        self.frames.append(Frame(tag, href=href, mark=mark))

    def _close(self, tag: str) -> None:
        while len(self.frames) > 1:
            frame = self.frames.pop()
            self.out.append(wrapped(frame))
            if frame.tag == tag:
                return

    def _start_table(self, tag: str) -> None:
        if tag == "table":
            self.apart()
            self.tables.append(Table())
        elif self.tables and tag == "tr":
            self._end_cell()
            self.tables[-1].row()
        elif self.tables:
            self._end_cell()
            self.frames.append(Frame("cell", mark=tag))

    def _end_cell(self) -> None:
        while any(frame.tag == "cell" for frame in self.frames):
            frame = self.frames.pop()
            if frame.tag == "cell":
                self.tables[-1].cell("".join(frame.out), head=frame.mark == "th")
                break
            self.out.append(wrapped(frame))
        self.pending = 0

    def _end_table(self, tag: str) -> None:
        if not self.tables:
            return
        self._end_cell()
        if tag == "table":
            table = self.tables.pop()
            self.apart()
            prefix = self._prefix() if not self.tables else ""
            self.write(table.markdown(prefix))
            self.apart()

    def _start_heading(self, tag: str, level: int) -> None:
        self._end_heading()
        self.apart()
        self.write("#" * level + " ")
        self.heading = tag
        self.heading_at = len(self.out)

    def _has_words(self) -> bool:
        """Whether the heading that is open has said anything yet."""
        return any(re.search(r"\w", piece) for piece in self.out[self.heading_at :])

    def _end_heading(self) -> None:
        if self.heading:
            self.heading = ""
            self.pending = 0
            self.apart()

    def raw(self) -> str:
        """The Markdown with the marks that keep count of lines."""
        while self.tables:
            self._end_table("table")
        while len(self.frames) > 1:
            frame = self.frames.pop()
            self.out.append(wrapped(frame))
        return "".join(self.out).replace("\u200b", "")
