"""Documents as people leave them: looks instead of headings, slides, examples in passing. Each oddity on its own."""

from __future__ import annotations

import pytest

from vigor.policy.convert import convert
from vigor.policy.convert.looks import with_headings
from vigor.policy.document import Case, Kind, Section
from vigor.policy.html import to_plain


def sections(source: str | bytes, name: str) -> tuple[Section, ...]:
    return convert(source, name=name).policy.sections


def titles(source: str | bytes, name: str) -> list[str]:
    return [section.title for section in sections(source, name)]


def points(section: Section) -> list[str]:
    return [" ".join(to_plain(guideline.source).split()) for guideline in section.guidelines]


def case(section: Section) -> Case:
    (found,) = section.cases
    return found


# Looks instead of headings


PAGE = (
    "<style>.c0{font-weight:700;font-size:16pt}.c1{font-size:11pt}</style><p class=title><span style='font-size:26pt'>Klubben</span></p>"
    "<p><span class=c1>Vi är många.</span></p><p><span class=c0>Heja</span></p><ul><li><span class=c1>Vi hejar på alla.</span></li></ul>"
    "<p><span class=c0>Bilder</span></p><ul><li><span class=c1>Vi frågar först.</span></li></ul>"
)


def test_large_print_is_a_heading_in_a_page_that_has_no_others() -> None:
    found = convert(PAGE, name="a.html").policy
    assert found.title == "Klubben"
    assert [section.title for section in found.sections] == ["Heja", "Bilder"]


def test_large_print_is_no_heading_where_the_page_marks_its_own() -> None:
    page = "<h1>A</h1><h2>B</h2><p style='font-size:30pt'>Large</p><p>text</p>"
    assert with_headings(page) == page


def test_sizes_that_hardly_differ_are_one_level() -> None:
    page = "<div style='font-size:18pt'>One</div><div>text of the page</div><div style='font-size:16pt'>Two</div><div>more of it</div>"
    assert with_headings(page).count("<h1>") == 2


def test_lines_are_counted_the_same_when_looks_become_headings() -> None:
    page = "<p\nstyle='font-size:30pt'>Large</p>\n<p>text that is long</p>"
    assert with_headings(page).count("\n") == page.count("\n")


def test_what_is_heavy_by_its_style_is_bold() -> None:
    page = "<h1>P</h1><h2>Ton</h2><p><span style='font-weight:700'>Får jag svara?</span></p><p>Ja, gärna.</p>"
    assert case(sections(page, "a.html")[0]).title == "Får jag svara?"


def test_a_box_with_a_title_is_no_heading_further_down() -> None:
    page = "<h1>P</h1><h2>Tone</h2><p>We listen.</p><p class=title>Stop</p><p>Never share an invoice.</p>"
    assert titles(page, "a.html") == ["Tone"]


def test_what_a_button_unfolds_is_told_by_its_words() -> None:
    page = "<h1>P</h1><h2>Press</h2><p>We like it.</p><button aria-expanded=false>What about journalists?</button><div><p>Anyone may talk.</p></div>"
    assert case(sections(page, "a.html")[0]).title == "What about journalists?"


def test_a_term_and_what_it_means_are_one_point() -> None:
    page = (
        "<h1>P</h1><h2>Svar</h2><dl><dt>Beröm</dt><dd>Vi tackar.</dd><dt>Ilska</dt><dd>Vi lyssnar.</dd></dl>"
    )
    assert points(sections(page, "a.html")[0]) == ["Beröm: Vi tackar.", "Ilska: Vi lyssnar."]


# Headings


def test_a_heading_without_a_word_of_its_own_gives_way_to_those_that_have_rules() -> None:
    text = "# P\n\n## What we believe\n\n### Open\n\n- We answer.\n\n### Kind\n\n- We thank.\n\n## Law\n\nThe law goes.\n"
    assert titles(text, "a.md") == ["Open", "Kind", "Law"]


def test_the_heading_below_an_empty_one_stands_in_its_place() -> None:
    text = "# P\n\n## Tone\n\n- We are kind.\n\n##\n\n#### Prices\n\n- We quote none.\n\n## End\n\nWords.\n"
    assert titles(text, "a.md") == ["Tone", "Prices", "End"]


def test_the_first_of_the_bold_lines_is_the_title_where_it_only_opens() -> None:
    text = "**Skolans röst**\n\nVi är en skola.\n\n**Elever**\n\n- Vi frågar.\n\n**Lärare**\n\n- Vi svarar.\n"
    found = convert(text, name="a.md").policy
    assert found.title == "Skolans röst"
    assert [section.title for section in found.sections] == ["Elever", "Lärare"]


def test_a_name_on_top_of_a_title_is_not_the_title() -> None:
    text = "**ACME LTD**\n\n**Social Networking Policy**\n\n**Tone**\n\n- We are kind.\n\n**Time**\n\n- We answer.\n"
    assert convert(text, name="a.md").policy.title == "Social Networking Policy"


@pytest.mark.parametrize("title", ["1 GENERAL", "Allmänt", "Why we are here", "Varför finns vi där?"])
def test_what_leads_in_is_opening(title: str) -> None:
    found = convert(f"# P\n\n## {title}\n\nWe are many.\n\n## Tone\n\n- We are kind.\n", name="a.md").policy
    assert "We are many." in found.opening


def test_large_print_in_a_page_whose_paragraphs_never_end_is_a_heading() -> None:
    page = (
        "<font size=6>Regler</font><p>Vi kör båt sedan länge, och skriver om det.<p><font size=4>Bryggan</font><p>Samma vänlighet."
        "<ul><li>Vi svarar.</ul><p><font size=4>Bilder</font><p>Vi frågar först.<p><font size=4>Tid</font><p>Vi svarar då."
    )
    assert titles(page, "a.html")[-3:] == ["Bryggan", "Bilder", "Tid"]


def test_bold_items_that_count_the_headings_are_headings() -> None:
    page = (
        "<p><strong>How we post</strong></p><ol><li><strong>The queue</strong></li></ol><p>It reads.</p><ul><li>We answer.</li></ul>"
        "<ol><li><strong>Complaints</strong></li><li>Read it aloud.</li><li>Offer a loaf.</li></ol>"
    )
    first, second = sections(page, "a.html")
    assert (first.title, second.title, second.kind) == ("The queue", "Complaints", Kind.PLAYBOOK)


def test_what_a_column_leads_into_ends_with_the_table() -> None:
    page = (
        "<h1>P</h1><h2>Tone</h2><table><tr><th>Do</th><th>Don't</th></tr><tr><td><ul><li>Ask</li></ul></td><td><ul><li>Argue</li></ul>"
        "</td></tr></table><p>Then:</p><ul><li>Read it aloud.</li></ul>"
    )
    assert points(sections(page, "a.html")[0]) == ["Do: Ask", "Don't: Argue", "Read it aloud."]


def test_a_table_of_who_does_what_and_not_keeps_what_each_column_says() -> None:
    page = (
        "<h1>P</h1><h2>Tone</h2><table><tr><th>Staff</th><th>Should</th><th>Should not</th></tr><tr><td>Teachers</td><td><ul><li>Share work.</li>"
        "<li>Ask first.</li></ul></td><td>Film pupils.</td></tr></table>"
    )
    (tone,) = sections(page, "a.html")
    assert points(tone) == ["Share work.", "Ask first.", "Should not: Film pupils."]


# Cases


@pytest.mark.parametrize(
    ("source", "title", "rest"),
    [
        ("**Example:** A boy got lost. We rang his mother the same hour.", "Example: A boy got lost.", "We rang"),
        ("> *Exempel.* En pojke gick vilse. Vi ringde hans mamma genast.", "Exempel. En pojke gick vilse.", "Vi ringde"),
        ("Exempel:\n\nEn pojke gick vilse, och vi ringde.", "Exempel", "En pojke"),
        ("**May I use the logo?**\n\nNot on your own profile.", "May I use the logo?", "Not on"),
        ("### Får jag kritisera chefen?\n\nJa, det får du.", "Får jag kritisera chefen?", "Ja, det"),
    ],
)  # fmt: skip
def test_an_example_or_a_question_in_passing_is_a_case(source: str, title: str, rest: str) -> None:
    section = sections(f"# P\n\n## Tone\n\n- We are kind.\n\n{source}\n\n## End\n\nWords.\n", "a.md")[0]
    assert case(section).title == title
    assert case(section).situation.startswith(rest)


@pytest.mark.parametrize(
    "source",
    ["Example: #ourtag", "Exempel:\n\n- Instagram\n- Facebook", "### May I post?\n\n- We ask.\n- We wait."],
)
def test_what_only_names_examples_or_holds_rules_is_no_case(source: str) -> None:
    section = sections(f"# P\n\n## Tone\n\nWe listen.\n\n{source}\n\n## End\n\nWords.\n", "a.md")[0]
    assert not section.cases


def test_a_section_headed_as_a_case_belongs_to_the_one_before() -> None:
    text = (
        "# P\n\n## Sorg\n\n- Vi lyssnar.\n\n## Fall: psalmen\n\nEn anhörig skrev.\n\n## Tid\n\n- Vi svarar.\n"
    )
    first, second = sections(text, "a.md")
    assert (case(first).title, second.title) == ("Fall: psalmen", "Tid")


# Guidelines


def test_lines_that_each_say_do_or_dont_are_guidelines() -> None:
    text = "# P\n\n## Homes\n\n**Do:** show the cat.\n**Don't:** show names on doors.\n\n- We ask twice.\n"
    assert points(sections(text, "a.md")[0])[:2] == ["Do: show the cat.", "Don't: show names on doors."]


def test_columns_of_what_one_can_and_cannot_are_told_apart() -> None:
    text = "# P\n\n## Own accounts\n\n| You can | You cannot |\n| --- | --- |\n| Say where you work. | Sell pumps. |\n"
    assert points(sections(text, "a.md")[0]) == ["Say where you work.", "You cannot: Sell pumps."]


def test_numbered_rules_in_bold_are_guidelines_beside_a_list() -> None:
    text = "# P\n\n## Care\n\n**Rule 1.** Never joke about budgets.\n\n**Rule 2.** Ask before you tag.\n\n- Leave out prices.\n"
    assert len(points(sections(text, "a.md")[0])) == 3


@pytest.mark.parametrize("lead", ["Gör då så här:", "Do as follows:"])
def test_a_list_that_is_led_in_as_steps_is_text(lead: str) -> None:
    text = f"# P\n\n## Health\n\nPeople ask at times. {lead}\n\n1. Tacka för frågan.\n2. Ring kunden.\n"
    assert not points(sections(text, "a.md")[0])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Guests are no extras. **Always ask before filming.**", "Always ask before filming."),
        ("Pictures are personal data. \\[1\\] We must ask the parents.", "We must ask the parents."),
    ],
)
def test_a_rule_begins_where_its_sentence_does(text: str, rule: str) -> None:
    assert points(sections(f"# P\n\n## Pictures\n\n{text}\n", "a.md")[0]) == [rule]


def test_steps_in_lines_of_their_own_are_text() -> None:
    text = "# P\n\n## When it goes wrong\n\nStep 1: Take it down.\nStep 2: Do not delete anything.\n"
    assert not points(sections(text, "a.md")[0])


def test_a_name_that_no_character_has_is_left_alone() -> None:
    assert titles("# P\n\n## Q&A\n\nWords<br>here.\n", "a.md") == ["Q&A"]


def test_nobody_may_is_a_rule() -> None:
    text = "# P\n\n## Tystnadsplikt\n\nDet som sägs stannar. Ingen får skriva om enskilda.\n"
    (section,) = sections(text, "a.md")
    assert section.kind is Kind.FRAME
    assert points(section) == ["Ingen får skriva om enskilda."]


# LaTeX


SLIDES = r"""\documentclass{beamer}
\title{Vi på nätet}
\begin{document}
\begin{frame}{Gästen först}\framesubtitle{Alltid}
En gäst har redan gjort sig besvär.
\begin{itemize}\item<1-> Svara inom två timmar.\item \alert<3>{Lova inget i onödan.}\end{itemize}
\end{frame}
\begin{frame}[fragile]\frametitle{Bilder}
\begin{columns}\begin{column}{.5\textwidth}\textbf{Undvik}\begin{itemize}\item Bilder från spaet.\end{itemize}\end{column}\end{columns}
\begin{block}{Exempel}En gäst filmade soppan.\end{block}
\end{frame}
\end{document}"""


def test_a_slide_is_a_section_and_a_box_on_it_keeps_its_title() -> None:
    guest, pictures = sections(SLIDES, "a.tex")
    assert (guest.title, points(guest)) == (
        "Gästen först",
        ["Svara inom två timmar.", "Lova inget i onödan."],
    )
    assert (pictures.title, points(pictures)) == ("Bilder", ["Undvik: Bilder från spaet."])
    assert case(pictures).title == "Exempel"


def test_a_label_within_a_heading_is_found() -> None:
    source = (
        r"\begin{document}\section{Ton\label{t}}Vi är vänliga.\section{Tid}Se avsnitt~\ref{t}.\end{document}"
    )
    assert "Se avsnitt Ton." in convert(source, name="a.tex").text
