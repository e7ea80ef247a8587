"""Policies to test with: the one of the reference, hostile pieces of Markdown, and generated ones with known secrets."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

FRONT = "---\npolicy: social-media\ntitle: Så gör vi\ncalled: ideologi\nlanguage: sv\n---\n\n"

REFERENCE = (
    FRONT
    + """An opening in a few sentences.

## Det här kan du vänta dig av oss {#expect .expect}

What others can expect from any of us.

## Människan före poängen {#respect}

What we believe, in a paragraph or two. This is the idea.

- We mean what we write. {#no-sarcasm checks="irony sharp-tone" layers="logo employee"}
- We like memes. {#memes trial-until=2027-03-01}
- We answer rumours by phone. {#rumours audience=internal}

### En arg kund i tråden {#angry-customer shows="no-sarcasm" departments="kundservice"}

The situation.

- [ ] One way to act. → What it leads to.
- [x] What we do. → Why.

## När någon klagar {#complaint kind=complaint}

1. A step.
2. Another.

## Ramar {#frame .frame}

- We ask before an account is made. {#approve-accounts force=must}
"""
)

# What makes Markdown hard, to be put together in any order.
PIECES = [
    *(
        "# ",
        "## ",
        "### ",
        "#### ",
        "#",
        "##",
        "- ",
        "* ",
        "+ ",
        "-",
        "-\t",
        "1. ",
        "10) ",
        "> ",
        "[ ] ",
        "[x] ",
    ),
    *(
        " {#a}",
        " {#b .text}",
        " {.case}",
        " {kind=support}",
        " {.frame}",
        " {shows=a}",
        "{#a .b c=d}",
        ' {c="d e"}',
    ),
    *(
        " {.text  }",
        " {#a #b}",
        "{",
        "}",
        "audience=internal",
        " → ",
        " -> ",
        "```",
        "~~~",
        "<!--",
        "-->",
        "<div>",
    ),
    *(
        "<b>",
        "---",
        "===",
        "***",
        "* * *",
        "|",
        "a | b",
        "--|--",
        "[r]: x",
        "\\",
        "`",
        '"',
        "title: x",
        "---\n",
    ),
    *(
        "foo",
        "bar baz",
        "å",
        "\n",
        "\n",
        "\n",
        "\n\n",
        "  ",
        "   ",
        "    ",
        "\t",
        "\r",
        "\r\n",
        "\u2028",
        "\x0b",
    ),
    *("\x0c", "\xa0", "\u200b", "\x00", "\ufeff"),
]
_indents = st.sampled_from(["", "", " ", "  ", "   ", "    ", "\t"])
_markers = st.sampled_from(
    ["", "- ", "* ", "+ ", "-   ", "1. ", "## ", "### ", "> ", "- [ ] ", "-\t", "- - ", "#"]
)
_middles = st.sampled_from(["foo", "", "bar → baz", "a {#q}", "```", "--", "-", "===", "---", "x y\\", "# z"])
_ends = st.sampled_from(["", "", " {#k}", " {.text }", "{.case}", " {a=b #c}"])
_lines = st.builds(lambda *pieces: "".join(pieces), _indents, _markers, _middles, _ends)

anything = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=15).map(lambda pieces: "## s\n\n" + "".join(pieces)),
    st.lists(_lines, max_size=12).map(lambda lines: "## s\n" + "\n".join(lines)),
)


@dataclass
class Known:
    """A generated policy's text, and which of its words and keys may be seen in public."""

    text: str = FRONT
    shown: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)


@dataclass
class _Point:
    key: str
    word: str
    internal: bool
    shows: list[str] = field(default_factory=list)
    link: str = ""
    note: bool = False

    def block(self, extra: str = "") -> str:
        audience = " audience=internal" if self.internal else ""
        shows = f' shows="{" ".join(self.shows)}"' if self.shows else ""
        return f"{{#{self.key}{extra}{shows}{audience} checks=irony}}"

    def body(self) -> str:
        link = f" och [länk{self.word}](#{self.link})" if self.link else ""
        note = f" <!-- not{self.word} -->" if self.note else ""
        return f"Vi {self.word}{link}{note} gör så."


@st.composite
def _point(draw: st.DrawFn, number: int, prefix: str) -> _Point:
    key = f"{prefix}{number}x"
    internal = draw(st.integers(0, 3)) == 0
    return _Point(key, f"{key}ord", internal, note=draw(st.booleans()))


@st.composite
def policies(draw: st.DrawFn) -> Known:
    """Two to four sections with guidelines and cases, some of it internal, with links in every direction."""
    rows = []
    numbers = iter(draw(st.permutations(range(40))))
    for _ in range(draw(st.integers(1, 4))):
        section = draw(_point(next(numbers), "s"))
        guidelines = [draw(_point(next(numbers), "g")) for _ in range(draw(st.integers(0, 3)))]
        cases = [draw(_point(next(numbers), "c")) for _ in range(draw(st.integers(0, 2)))]
        rows.append((section, guidelines, cases))
    keys = [point.key for section, guidelines, _ in rows for point in (section, *guidelines)]
    everything = [point for section, guidelines, cases in rows for point in (section, *guidelines, *cases)]
    for point in everything:
        point.link = draw(st.sampled_from(["", *keys]))
    for _, _, cases in rows:
        for case in cases:
            case.shows = draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))
    return _told(rows)


def _told(rows: list[tuple[_Point, list[_Point], list[_Point]]]) -> Known:
    known = Known()
    internal = {
        point.key for section, guidelines, _ in rows for point in (section, *guidelines) if point.internal
    }
    internal |= {point.key for section, guidelines, _ in rows for point in guidelines if section.internal}
    for section, guidelines, cases in rows:
        known.text += f"## Rubrik{section.word} {section.block()}\n\n{section.body()}\n\n"
        _note(known, section, section.internal)
        for point in guidelines:
            known.text += f"- {point.body()} {point.block()}\n"
            _note(known, point, point.key in internal)
        for case in cases:
            known.text += f"\n### Fall{case.word} {case.block(' .case')}\n\n{case.body()}\n\n"
            known.text += f"- [x] Så{case.word}. → Därför{case.word}.\n\n"
            _note(known, case, section.internal or case.internal or not internal.isdisjoint(case.shows))
        known.text += "\n"
    return known


def _note(known: Known, point: _Point, internal: bool) -> None:
    (known.hidden if internal else known.shown).update({point.key, point.word})
    if point.note:
        known.hidden.add(f"not{point.word}")
