"""Any text becomes passages that read well and hold the source's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigor.ask import from_text, from_texts
from vigor.ask.passages import LIMIT, from_document
from vigor.starter import starter

MARKDOWN = """# Ours
---
title: How we do it
---

## <a id="pics">Pictures</a>

We **ask** before we [post](https://example.org/a_(b)) a picture &amp; say `why`. {{< note >}}

<!-- unseen

# not a heading -->

| who | when |
| --- | --- |
| *all* | always |

```
# no heading either
```
"""
RST = """.. _top:

Title
=====

Ask :ref:`the team <team>` first.

Second
------

* one ``thing``
* another `link <https://example.org>`_
"""
LATEX = r"""\documentclass{article}
\begin{document}
\section{Syfte}
Vi \emph{frågar} först.\\
 \\
\begin{itemize}
\item En sak % och inget mer
\end{itemize}
\end{document}
"""


def everything(source: str) -> str:
    return "\n".join(f"{passage.heading}\n{passage.text}" for passage in from_text(source))


def test_markdown_loses_its_markup_and_keeps_its_words() -> None:
    text = everything(MARKDOWN)
    assert "We ask before we post a picture & say why." in text
    assert "all | always" in text
    assert "# no heading either" in text
    assert "unseen" not in text
    assert "title:" not in text


def test_restructured_text_and_latex_are_read_too() -> None:
    assert "Ask the team first." in everything(RST)
    assert "another link" in everything(RST)
    assert "Vi frågar först." in everything(LATEX)
    assert "En sak" in everything(LATEX)
    assert "inget mer" not in everything(LATEX)


def test_headings_of_plain_text_are_found() -> None:
    source = "MEDIA\n\nWe ask first.\n\n1. Pictures\n\nWe ask twice.\n"
    assert [passage.heading for passage in from_document(source, limit=30)] == ["MEDIA", "1. Pictures"]


def test_a_vigor_policy_gives_a_passage_for_each_point_under_its_key() -> None:
    keys = [passage.key for passage in from_text(starter("sv"))]
    assert {passage.key for passage in from_text(starter("en"))} == set(keys)
    assert len(keys) > 30


def test_keys_stay_apart_across_texts() -> None:
    keys = [passage.key for passage in from_texts(["# A\n\nfirst", "# A\n\nsecond", "# A 2\n\nthird"])]
    assert keys[0] == "a"
    assert len(set(keys)) == 3


def test_right_to_left_overrides_and_scripts_are_gone() -> None:
    text = everything("abc \u202edef\n\n<script>\nalert(1)\n</script>\n\n<b onclick='x'>bold</b>")
    assert "\u202e" not in text
    assert "alert" not in text
    assert "bold" in text


@given(st.text(alphabet=st.sampled_from("ab #*_[](){}<>!|`~=-+.\\\n&;:{%}å"), max_size=400))
def test_no_text_breaks_it_and_none_makes_too_long_a_passage(source: str) -> None:
    assert all(0 < len(passage.text) <= LIMIT for passage in from_document(source))


@pytest.mark.parametrize(
    "piece", ["_a ", "[", "[a](", "{{", "<!--", "<h1", "`", "**a", "\\section{", "---\n"]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    assert from_text(piece * 20_000) is not None
