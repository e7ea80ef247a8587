"""What each format and each maker of sites has of its own: nothing that a reader of the page sees is lost."""

from __future__ import annotations

import pytest

from vigor.policy.convert import convert
from vigor.policy.convert.documents import read_document
from vigor.policy.convert.rstinline import inline
from vigor.policy.convert.wikitext import without_wiki
from vigor.policy.html import to_plain


def plain(source: str, name: str) -> str:
    policy = convert(source, name=name).policy
    return " ".join(
        to_plain(part.source)
        for section in policy.sections
        for part in section.parts
        if hasattr(part, "source")
    )


def opening(source: str, name: str = "a.md") -> str:
    return convert(source, name=name).policy.opening


LATEX = r"""\documentclass{article}
\newcommand{\must}[1]{\textbf{ska #1}}
\newcommand{\kanal}[2][egen]{#2 (#1)}
\title{Policy\thanks{Antagen 2020.}}
\begin{document}
\maketitle
\section{Ton}\label{ton}
Vi \must{vara vänliga} i \kanal{Mastodon}, se avsnitt~\ref{ton}. Högst $x \leq 5$.
\begin{itemize}\item[\textbf{Obs}] Vi svarar.\end{itemize}
\begin{tabular}{ll}\multicolumn{2}{c}{Ansvar}\\ Anna & svarar\\\end{tabular}
\end{document}"""


def test_the_authors_own_commands_are_filled_in() -> None:
    text = plain(LATEX, "a.tex")
    assert "Vi ska vara vänliga i Mastodon (egen), se avsnitt Ton." in text
    assert "Obs: Vi svarar." in text


def test_a_note_on_the_title_is_no_part_of_it() -> None:
    assert convert(LATEX, name="a.tex").policy.title == "Policy"


def test_cells_over_several_columns_keep_the_table_a_table() -> None:
    source = convert(LATEX, name="a.tex").text
    assert "| Ansvar |  |\n| --- | --- |" in source


def test_words_in_a_wikis_templates_stay_and_its_settings_go() -> None:
    text, notes = without_wiki(
        "{{Policy|shortcut=WP:SM}}\n{{Warning|Never mail a {{nowrap|big password}}.}}\n[[Category:Policies]]\n<nowiki>{{no}}</nowiki>"
    )
    assert text == "\nNever mail a big password.\n\n<nowiki>{{no}}</nowiki>"
    assert {note.code for note in notes} == {"template"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Say ``Thanks :emoji:`` then", "Say `Thanks :emoji:` then"),
        ("```A > B`` <https://example.org/a>`__ x", "[`A > B`](https://example.org/a) x"),
    ],
)
def test_nothing_in_a_literal_is_a_mark(source: str, expected: str) -> None:
    assert inline(source) == expected


def test_substitutions_and_short_underlines_and_lists_of_lists_are_read() -> None:
    text = (
        "======\nPolicy\n======\n:Author: The team\n\n.. |brand| replace:: our guide\n\nTone\n====\n\nWe read |brand|.\n\nDo\n--\n\n- Thank people\n\n"
        "Don't\n-----\n\n- Shout\n\n.. list-table:: Who\n\n   * - Question\n     - Answer\n   * - Where\n     - Here\n\n.. todo:: write more\n"
    )
    found = convert(text, name="a.rst")
    assert "**Author:** The team" in found.policy.opening
    assert [to_plain(each.source) for each in found.policy.sections[0].guidelines] == [
        "Thank people",
        "Don't: Shout",
    ]
    assert "| Question | Answer |" in found.text
    assert "TODO: write more" in found.text
    assert "We read our guide." in found.text


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (":::tip[Our promise]\nWe answer.\n:::\n", "*Our promise*\n\nWe answer."),
        ("> [!IMPORTANT]\n> Ask first.\n", "> **Important**"),
        ('=== "Phone"\n\n    We call.\n', "*Phone*"),
        ("Troll\n:   Who wants a fight.\n", "**Troll:** Who wants a fight."),
        ('import X from "x";\n\n<Tab label="Boss">\nBosses decide.\n</Tab>\n', "**Boss**\n\nBosses decide."),
        ('{{< tab "Phone" >}}\nWe call.\n{{< /tab >}}\n', "**Phone**\n\nWe call."),
        ("Ask <Your Manager> first.\n", "Ask \\<Your Manager> first."),
    ],
)  # fmt: skip
def test_what_one_maker_of_sites_understands_is_said_for_all(source: str, kept: str) -> None:
    assert kept in opening(f"# Policy\n\n{source}\nThe end.\n\n## Tone\n\n- We are kind.\n")


def test_contents_that_are_put_in_by_themselves_are_none() -> None:
    text = convert("# Policy\n\n* TOC\n{:toc}\n\n## Tone\n\n- We are kind.\n", name="a.md").text
    assert "TOC" not in text


def test_fields_may_be_json() -> None:
    policy = convert(
        '{\n  "title": "Social media",\n  "version": 2\n}\n\n## Tone\n\n- We are kind.\n', name="a.md"
    ).policy
    assert (policy.title, policy.get("version"), policy.opening) == ("Social media", "2", "")


def test_two_colons_in_an_address_lose_no_words() -> None:
    read = read_document(
        without_wiki("See [https://example.org/?a=B::C the list] now.")[0].encode(), "mediawiki"
    )
    assert "[the list](https://example.org/?a=B%3A%3AC) now." in read.markdown
