"""Plain text as Markdown: what stands alone and looks like a heading is one, what begins like a list is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from vigor.language.lemmas import LANGUAGES, known_lemma
from vigor.policy.convert.values import Note, Read
from vigor.policy.convert.words import ANSWER, NUMBERING, QUESTION

Row = tuple[str, int]
"""A line and its number in the source."""

BULLET = re.compile(r"([ \t]*)(?:[-*+•·▪‣◦●○■□➢➤✓✔\uf0b7\uf0a7–—]|o(?=[ \t]))[ \t]+(?=\S)")
NUMBERED = re.compile(r"([ \t]*)\(?(\d{1,3})([.)])[ \t]+(?=\S)")
LETTERED = re.compile(r"([ \t]*)(?=(?:\(?[a-zåäö][.)]|[A-H][.)])[ \t]+\S)")
POINT = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?[ \t]+\S")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
RULE = re.compile(r"[ \t]*([=\-_*~#])(?:[ \t]*\1){2,}[ \t]*")
SPECIAL = re.compile(r"([\\`*_\[\]<])")
TITLE_LIKE = re.compile(r"(?:[\d.]+\)?[ \t]+|§[ \t]*\d+[ \t]+)?[^\W_a-zåäö0-9][^\n]{1,75}[^\s.,;:!]")
WIKI_HEADING = re.compile(r"(?:(?P<signs>={1,6})|h(?P<level>[1-6])\.)[ \t]+(?P<words>\S.*?)(?:[ \t]+=+)?")
FIELD = re.compile(r"[^\W\d][\w -]{1,20}:\s")
PAGE = re.compile(r"-[ \t]*\d{1,3}[ \t]*-")
PARTED = re.compile(r"([^\W\d_]{2,})-$")
LONGEST = 75
SHORT, FEWEST = 50, 3


def read(source: str) -> Read:
    """Text as Markdown, line by line."""
    return lay_out([(row, number) for number, row in enumerate(source.split("\n"), start=1)])


def lay_out(rows: Sequence[Row]) -> Read:
    """Lines of text as Markdown. Also for what other readers have as lines."""
    numbered = [(row.expandtabs(4).rstrip(), number) for row, number in rows]
    writer = _Writer(_Marks(numbered))
    for place in range(len(numbered)):
        writer.row(place)
    return Read(
        "\n".join(row for row, _ in writer.rows),
        tuple(number for _, number in writer.rows),
        notes=tuple(writer.notes),
    )


class _Marks:
    """What each line looks like, with its neighbours in view."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.texts = [row.strip() for row, _ in rows]
        self.headed = False
        # Once may be a greeting or a signature; three times is how the author writes headings.
        self.headed = sum(map(self._short_first, range(len(rows)))) >= FEWEST
        first = next((place for place, text in enumerate(self.texts) if text), 0)
        self.title = first if self.titled(first) else -1
        self.levels = {place: level for place in range(len(rows)) if (level := self._level(place))}
        self.numbers = any(NUMBERING.match(self.texts[place]) for place in self.levels if place != self.title)

    def at(self, place: int) -> str:
        return self.texts[place] if 0 <= place < len(self.texts) else ""

    def alone(self, place: int) -> bool:
        return not self.at(place - 1) and not self.at(place + 1)

    def titled(self, place: int) -> bool:
        text = self.at(place)
        return bool(
            TITLE_LIKE.fullmatch(text)
            and not QUESTION.match(text)
            and not ANSWER.match(text)
            and not BULLET.match(text)
            and not DATE.search(text)
            and not (self.at(place - 1) and not RULE.fullmatch(self.at(place - 1)))
        ) and (
            not self.at(place + 1)
            or bool(RULE.fullmatch(self.at(place + 1)))
            or _shouts(text)
            or self._numbered_title(place)
        )

    def _numbered_title(self, place: int) -> bool:
        """`2. Tone`, with its text on the very next line."""
        text = self.at(place)
        return bool(NUMBERING.match(text)) and len(text) <= 60 and len(self.at(place + 1)) > 0

    def _level(self, place: int) -> int:
        """1–6 for a heading, else 0."""
        text = self.at(place)
        if place == self.title:
            return 1
        underlined = (
            bool(text) and RULE.fullmatch(self.at(place + 1)) is not None and self.at(place + 1)[0] in "=-~"
        )
        if underlined and len(text) <= LONGEST and not self.at(place - 1):
            return 2 if self.at(place + 1)[0] == "=" else 3
        if self.opens_paragraph(place):
            return 3
        if not self.titled(place) or self._within_numbers(place):
            return 0
        number = NUMBERING.match(text)
        if number:
            return 2 + number[1].count(".")
        return 2 if _shouts(text) else 4

    def opens_paragraph(self, place: int) -> bool:
        """A short first line of a paragraph, with the next beginning afresh: `Purpose`, and its text right below."""
        return self.headed and self._short_first(place)

    def _short_first(self, place: int) -> bool:
        text, below = self.at(place), self.at(place + 1)
        return (
            bool(below)
            and not self.at(place - 1)
            and len(text) <= SHORT
            and len(text.split()) <= 8
            and bool(TITLE_LIKE.fullmatch(text))
            and not (QUESTION.match(text) or ANSWER.match(text) or DATE.search(text) or NUMBERING.match(text))
            and not (BULLET.match(text) or FIELD.match(text) or FIELD.match(below))
            and (below[:1].isupper() or bool(BULLET.match(below)))
            and (len(below) > len(text) * 1.3 or below.endswith((".", "!", ":")))
        )

    def _within_numbers(self, place: int) -> bool:
        """One of several numbered lines that follow on each other, with nothing under them, is an item of a list."""
        number = NUMBERED.match(self.at(place))
        if not number:
            return False
        after = next((text for text in self.texts[place + 1 : place + 4] if text), "")
        following = NUMBERED.match(after)
        return bool(following and int(following[2]) == int(number[2]) + 1) or not after


def _shouts(text: str) -> bool:
    return text.isupper() and len(text) <= LONGEST and sum(map(str.isalpha, text)) > 2


class _Writer:
    def __init__(self, marks: _Marks) -> None:
        self.marks = marks
        self.rows: list[Row] = []
        self.notes: list[Note] = []
        self.depths: list[int] = []  # how far in the bullets stand, outermost first
        self.widths: list[int] = []  # how far their words stand, as we write them

    def row(self, place: int) -> None:
        text, number = self.marks.rows[place]
        bare = text.strip()
        if not bare:
            self.rows.append(("", number))
        elif PAGE.fullmatch(bare):
            self.notes.append(Note("repeated", bare, number))
        elif wiki := WIKI_HEADING.fullmatch(bare):
            depth = len(wiki["signs"] or "") or int(wiki["level"])
            self._heading(wiki["words"], depth, number, marked=True)
        elif level := self.marks.levels.get(place):
            self._heading(bare, level, number, marked=bool(RULE.fullmatch(self.marks.at(place + 1))))
        elif RULE.fullmatch(bare):
            self.rows.append(("", number))
        elif not self._item(text, number):
            self._words(text, number)

    def _heading(self, text: str, level: int, number: int, *, marked: bool) -> None:
        self.depths, self.widths = [], []
        if not marked and level > 1:
            self.notes.append(Note("guessed-heading", text, number))
        self.rows += [("", number), (f"{'#' * min(level, 6)} {escaped(text)}", number), ("", number)]

    def _item(self, text: str, number: int) -> bool:
        match = BULLET.match(text) or NUMBERED.match(text) or LETTERED.match(text)
        if not match:
            return False
        depth = len(match[1])
        while self.depths and depth < self.depths[-1]:
            self.depths.pop()
            self.widths.pop()
        if not self.depths or depth > self.depths[-1]:
            if not self.depths and self.rows and self.rows[-1][0]:
                self.rows.append(("", number))
            self.depths.append(depth)
            self.widths.append(0)
        mark = f"{match[2]}{match[3]} " if match.re is NUMBERED else "- "
        indent = self.widths[-2] if len(self.widths) > 1 else 0
        self.widths[-1] = indent + len(mark)
        self.rows.append((" " * indent + mark + escaped(text[match.end() :].strip()), number))
        return True

    def _words(self, text: str, number: int) -> None:
        depth = len(text) - len(text.lstrip())
        apart = not self.rows or not self.rows[-1][0]
        if apart and not (self.depths and depth > self.depths[-1]):
            self.depths, self.widths = [], []
        while self.depths and POINT.match(text.strip()) and depth <= self.depths[-1]:
            # A clause of its own, though no blank line parts it from the list above.
            self.depths.pop()
            self.widths.pop()
        indent = self.widths[-1] if self.widths else 0
        if POINT.match(text.strip()) and not indent:
            self.rows.append(("", number))
        text = text.strip() if apart else self._whole(text.strip(), number)
        if text:
            self.rows.append((" " * indent + starting(escaped(text)), number))

    def _whole(self, text: str, number: int) -> str:
        """The line without the end of a word that the line before began; that is put where the word begins."""
        before, line = self.rows[-1]
        begun, rest = PARTED.search(before), re.match(r"([^\W\d_]+[.,;:!?)]*)\s*", text)
        if not begun or not rest or not text[0].islower() or rest[1] in ("och", "eller", "and", "or"):
            return text
        word = rest[1].rstrip(".,;:!?)")
        if hyphened(begun[1], word, {}) or not _known(begun[1] + word):
            return text
        self.rows[-1] = (before[:-1] + rest[1], line)
        self.notes.append(Note("hyphen", begun[1] + word, number))
        return text[rest.end() :]


def _known(word: str) -> bool:
    return any(known_lemma(word.lower(), language) for language in LANGUAGES)


def escaped(text: str) -> str:
    """Characters that are marks in Markdown, as themselves."""
    return SPECIAL.sub(r"\\\1", text)


def starting(text: str) -> str:
    """The same at the start of a line."""
    return re.sub(r"^(?=#{1,6}(?:\s|$)|>|\+\s|=+\s*$|-+\s*$|={3}|-{3}|~{3})", r"\\", text)


def hyphened(first: str, last: str, known: Mapping[str, int]) -> bool:
    """Whether the hyphen at a line's end is the word's own: "well-known", not "com-munity"."""
    first, last = first.lower(), last.lower()
    if known.get(f"{first}-{last}") or known.get(f"{first}{last}"):
        return known.get(f"{first}-{last}", 0) >= known.get(f"{first}{last}", 0)
    if any(known_lemma(f"{first}{last}", language) for language in LANGUAGES):
        return False
    return any(known_lemma(first, language) and known_lemma(last, language) for language in LANGUAGES)
