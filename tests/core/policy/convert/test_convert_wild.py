"""What is out there, each oddity on its own: what a reader would call heading, guideline, case, and what stands around."""

from __future__ import annotations

import pytest

from vigor.policy.convert import Converted, Unreadable, convert
from vigor.policy.document import Option, Section
from vigor.policy.html import to_plain


def sections(source: str | bytes, name: str) -> tuple[Section, ...]:
    return convert(source, name=name).policy.sections


def points(section: Section) -> list[str]:
    return [" ".join(to_plain(guideline.source).split()) for guideline in section.guidelines]


def codes(found: Converted) -> set[str]:
    return {unsure.code for unsure in found.unsure}


# Pages


def test_a_heading_that_was_never_closed_ends_where_a_list_begins() -> None:
    (rules,) = sections("<h1>Policy<h2>Rules<ul><li>We must be polite<li>We never swear</ul>", "a.html")
    assert rules.title == "Rules"
    assert points(rules) == ["We must be polite", "We never swear"]


def test_banners_menus_and_the_foot_of_a_page_come_last() -> None:
    page = (
        "<body><div id='cookieBanner'><h2>Cookies</h2><p>We use cookies.</p></div><div class='left-menu'><ul><li>Start</li></ul></div>"
        "<div class='content'><h1>Policy</h1><h2>Tone</h2><ul><li>We are kind to everybody who writes.</li><li>We answer.</li></ul></div>"
        "<footer><p>Write to us</p></footer></body>"
    )
    tone, last = sections(page, "a.html")
    assert (tone.title, last.title) == ("Tone", "Still to place")
    assert all(words in last.belief for words in ("We use cookies.", "Start", "Write to us"))


def test_what_holds_most_of_a_page_is_the_page_whatever_it_is_called() -> None:
    page = "<div class='has-sidebar'><h2>Policy</h2><p>We are kind.</p><h2>Time</h2><p>We answer.</p></div>"
    assert [section.title for section in sections(page, "a.html")][-1] == "Time"


def test_lists_in_a_table_of_dos_and_donts_stay_under_their_heads() -> None:
    page = (
        "<h1>Policy</h1><h2>Tone</h2><table><tr><th>Do</th><th>Don’t</th></tr><tr><td><ul><li>Say thanks</li><li>Ask</li></ul></td>"
        "<td><ul><li>Argue in public</li></ul></td></tr></table>"
    )
    assert points(sections(page, "a.html")[0]) == ["Say thanks", "Do: Ask", "Don’t: Argue in public"]


def test_words_own_bullets_in_paragraphs_of_their_own_are_one_list() -> None:
    page = "<p class=MsoTitle>Policy</p><h1>Ansvar</h1><p>·&nbsp; Chefen ansvarar för kontot.</p><p>·&nbsp; Vi svarar.</p>"
    found = convert(page, name="a.htm")
    assert found.policy.title == "Policy"
    assert points(found.policy.sections[0]) == ["Chefen ansvarar för kontot.", "Vi svarar."]


# Plain text


def test_a_short_line_on_top_of_its_text_is_a_heading_where_the_author_does_so() -> None:
    text = "Riktlinjer\n\nSyfte\nSyftet är att vi syns och hörs.\n\nAnsvar\nChefen ska svara för kontot.\n\nBilder\nFråga innan du tar en bild.\n"
    found = convert(text, name="a.txt").policy
    assert "### Syfte" in found.opening
    assert [section.title for section in found.sections] == ["Ansvar", "Bilder"]


def test_a_greeting_on_top_of_a_name_is_no_heading() -> None:
    found = convert(
        "Hej alla!\n\n- Vi svarar.\n- Vi tackar.\n\nHälsningar,\nAnna Andersson\n-- \nVi", name="a.txt"
    )
    assert len(found.policy.sections) == 1
    assert found.policy.title == "A"


def test_a_clause_below_a_list_is_a_clause_of_its_own() -> None:
    text = "POLICY\n\n2 USE\n\n2.1 You must not:\n     (a) share secrets; or\n     (b) use our logo.\n2.2 You should say who you are.\n"
    found = convert(text, name="a.txt")
    assert points(found.policy.sections[0]) == [
        "2.1 You must not: (a) share secrets; or (b) use our logo.",
        "2.2 You should say who you are.",
    ]
    assert "hung" in codes(found)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "cp1252", "utf-8-sig"])
def test_it_reads_text_in_the_encodings_that_programs_save(encoding: str) -> None:
    found = convert("Sociala medier\r\n\r\n- Vi är kända för våra svar.\r\n".encode(encoding), name="a.txt")
    assert points(found.policy.sections[0]) == ["Vi är kända för våra svar."]


def test_the_limit_and_the_size_beyond_it_are_told_apart() -> None:
    with pytest.raises(Unreadable) as caught:
        convert(b"a " * 5_200_000, name="a.md")
    assert "10.4 MB" in caught.value.message("en")


# What a reader would call what


def test_a_list_that_goes_on_with_a_rule_is_one_guideline() -> None:
    (ansvar,) = sections(
        "# Policy\n\n## Ansvar\n\nVi tror på ansvar. Varje chef ska se till att\n\n- konton registreras\n- två kan lösenordet\n",
        "a.md",
    )
    assert ansvar.belief == "Vi tror på ansvar."
    assert points(ansvar) == ["Varje chef ska se till att konton registreras två kan lösenordet"]


def test_a_list_without_verbs_is_guidelines_only_where_its_heading_says_so() -> None:
    tone, channels = sections(
        "# P\n\n## Ton\n\n- Enkelt språk\n- Svar inom ett dygn\n\n## Kanaler\n\n- Vår Instagram\n- Vårt nyhetsbrev\n",
        "a.md",
    )
    assert points(tone) == ["Enkelt språk", "Svar inom ett dygn"]
    assert points(channels) == []


def test_a_dont_is_said_again_only_where_the_point_would_mean_the_opposite_without() -> None:
    (tone,) = sections(
        "# P\n\n## Tone\n\n### Do's\n\n- Thank people\n- Alt text\n\n### ❌ Don'ts\n\n- Shout\n- Never lie\n",
        "a.md",
    )
    assert points(tone) == ["Thank people", "Do: Alt text", "Don't: Shout", "Never lie"]


def test_rows_of_rules_are_guidelines_and_rows_of_facts_are_a_table() -> None:
    rules, facts = sections(
        "# P\n\n## When\n\n| Situation | What we do |\n|---|---|\n| Angry customer | We answer calmly |\n| Troll | We answer once |\n\n"
        "## Who\n\n| Channel | Owner |\n|---|---|\n| Mastodon | Anna |\n| Bluesky | Bo |\n",
        "a.md",
    )
    assert points(rules) == ["Angry customer: We answer calmly", "Troll: We answer once"]
    assert rules.belief == "Situation · What we do"
    assert facts.belief.startswith("| Channel")


def test_ways_to_act_with_a_cross_for_ours_are_a_case() -> None:
    (section,) = sections(
        "# P\n\n## Ilska\n\n- Vi svarar.\n\n### En kund skriker\n\nI versaler.\n\n- [ ] Vi tar bort det. → Värre.\n- [x] Vi svarar lugnt. → Bättre.\n",
        "a.md",
    )
    (case,) = section.cases
    options = [part for part in case.parts if isinstance(part, Option)]
    assert [option.act for option in options] == ["Vi tar bort det.", "Vi svarar lugnt."]
    assert points(section) == ["Vi svarar."]


def test_the_first_of_a_row_of_questions_is_a_case_as_the_others_are() -> None:
    (section,) = sections("Frågor och svar\n\nF: Får jag skriva?\nS: Ja.\n\nF: När?\nS: Alltid.\n", "a.txt")
    assert [case.title for case in section.cases] == ["F: Får jag skriva?", "F: När?"]


def test_a_pointer_to_another_text_is_no_guideline() -> None:
    (section,) = sections("# P\n\n## Tone\n\nSee the brand guide. See to it that you are kind.\n", "a.md")
    assert points(section) == ["See to it that you are kind."]


def test_a_bold_first_line_is_the_title() -> None:
    found = convert("**Social rules**\n\n- We answer.\n- We link.\n", name="a.md")
    assert found.policy.title == "Social rules"
    assert "title" in codes(found)


def test_code_that_never_ends_takes_in_nothing_below() -> None:
    found = convert("# P\n\n## A\n\n- We answer.\n\n```\ncode\n", name="a.md")
    assert found.text.rstrip().endswith("```\ncode\n```")


def test_a_numbered_dont_is_still_a_dont() -> None:
    dos, donts = sections("# P\n\n## 2.1 Do's\n\n- Thank people\n\n## 2.2 Don'ts\n\n- Post secrets\n", "a.md")
    assert (points(dos), points(donts)) == (["Thank people"], ["Don't: Post secrets"])


def test_a_case_shows_the_guideline_that_it_is_like_and_none_where_two_are() -> None:
    found = convert(
        "# P\n\n## Tone\n\n- We answer angry customers calmly.\n- We never share passwords.\n\n### Example: angry customers\n\n"
        "We answer them.\n\n### Example: a Tuesday\n\nIt rains.\n",
        name="a.md",
    )
    one, other = found.policy.sections[0].cases
    assert one.shows == (found.policy.sections[0].guidelines[0].key,)
    assert other.shows == ()
    assert [unsure.quote for unsure in found.unsure if unsure.code == "shows"] == ["Example: angry customers"]


def test_what_we_wont_do_is_never_what_we_do() -> None:
    (section,) = sections("# P\n\n## Rules\n\nWe won't:\n\n- reply to abuse\n- share your details\n", "a.md")
    assert points(section) == ["We won't: reply to abuse share your details"]


def test_a_list_of_bold_titles_with_text_below_is_a_list_of_sections() -> None:
    found = sections(
        "# P\n\n1. **Ton**\n   Vi är glada.\n\n2. **Tid**\n   - Vi svarar.\n   - Vi tackar.\n", "a.md"
    )
    assert [section.title for section in found] == ["1. Ton", "2. Tid"]
    assert points(found[1]) == ["Vi svarar.", "Vi tackar."]


def test_capitals_are_headings_where_there_are_no_others() -> None:
    found = sections("POLICY\n\nTONE\n\n- Be **kind**.\n\nTIME\n\n- Answer soon.\n", "a.md")
    assert [section.title for section in found] == ["TONE", "TIME"]
