"""What documents hide from their readers' programs: boxes, made-up styles, characters by number, tables of strokes."""

from __future__ import annotations

import io
import zipfile

import pytest

from vigor.policy.convert import convert
from vigor.policy.convert.eased import eased, heading_styles
from vigor.policy.convert.grids import Stroke, between, grids
from vigor.policy.convert.pdf import Line, in_order
from vigor.policy.document import Policy
from vigor.policy.html import to_plain

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"))
)


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def document(body: str) -> bytes:
    content = (
        f'<office:document-content {ODT} office:version="1.2"><office:automatic-styles><style:style style:name="P1"'
        f' style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>"
    )
    styles = f'<office:document-styles {ODT} office:version="1.2"><office:styles/></office:document-styles>'
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": styles}
    )


def printed(html: str) -> Policy:
    pytest.importorskip("pypdfium2")
    weasyprint = pytest.importorskip("weasyprint", exc_type=ImportError)
    return convert(bytes(weasyprint.HTML(string=html).write_pdf()), name="a.pdf").policy


# OpenDocument and rich text


def test_text_in_a_box_and_a_styled_title_are_read() -> None:
    pytest.importorskip("pypandoc")
    found = convert(
        document(
            '<text:p text:style-name="P1">Teatern</text:p><text:h text:outline-level="1">Publiken</text:h>'
            "<text:p>Före.<draw:frame><draw:text-box><text:p>I rutan.</text:p></draw:text-box></draw:frame></text:p>"
            '<text:h text:outline-level="1">Salongen</text:h><text:p>Efter.</text:p>'
        ),
        name="a.odt",
    ).policy
    assert found.title == "Teatern"
    assert [(section.title, section.belief) for section in found.sections] == [
        ("Publiken", "Före.\n\nI rutan."),
        ("Salongen", "Efter."),
    ]


@pytest.mark.parametrize(
    ("source", "read"), [(rb"Vi \u228?r", rb"Vi \'e4r"), (rb"don\u8217\'92t", rb"don\'92t"), (rb"\u960?", rb"{\u960 ?}")]
)  # fmt: skip
def test_a_character_by_its_number_ends_where_it_ends(source: bytes, read: bytes) -> None:
    assert eased(source, "rtf") == read


def test_what_rich_text_says_of_itself_is_not_its_title() -> None:
    pytest.importorskip("pypandoc")
    source = rb"{\rtf1\ansi{\info{\title Doc1}{\author Someone}}\b Vi p\'e5 n\'e4tet\b0\par Vi \u228?r m\'e5nga.\par\b Ton\b0\par Vi svarar.\par\b Tid\b0\par Vi tackar.\par}"
    found = convert(source, name="a.rtf").policy
    assert (found.title, found.opening) == ("Vi på nätet", "Vi är många.")


# Word


def test_styles_made_from_headings_are_headings() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Min"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Brod"><w:name w:val="Brödtext"/><w:basedOn w:val="Brod"/></w:style></w:styles>'
    )
    assert heading_styles(zipped({"word/styles.xml": styles})) == [("Kommunens rubrik", 2)]


def test_a_document_without_styles_has_none_made_from_headings() -> None:
    assert heading_styles(zipped({"word/document.xml": "<x/>"})) == []


# PDF


def box(left: float, bottom: float, right: float, top: float) -> list[Stroke]:
    return [
        Stroke(left, bottom, left, top),
        Stroke(right, bottom, right, top),
        Stroke(left, bottom, right, bottom),
        Stroke(left, top, right, top),
    ]


def test_boxes_that_meet_are_a_grid_and_a_frame_is_none() -> None:
    cells = [stroke for x in (0, 100) for y in (0, 20) for stroke in box(x, y, x + 100, y + 20)]
    (grid,) = grids([*cells, *box(300, 300, 400, 400)])
    assert grid.columns == (0, 100, 200)
    assert grid.rows == (40, 20, 0)


def test_a_stroke_parts_what_stands_on_its_level() -> None:
    strokes = box(100, 0, 200, 20)
    assert between(strokes, 90, 110, 10)
    assert not between(strokes, 90, 110, 50)


TABLE = """<style>td,th{border:1px solid;width:50%}table{border-collapse:collapse;width:9cm}</style><h1>Policy</h1><h2>Vem</h2>
<p>Alla hjälps åt, hela dagen och hela kvällen.</p><table><tr><th>Roll</th><th>Uppgift</th></tr>
<tr><td>Förare som kör buss i stan</td><td>Rapporterar stopp till ledningen, som skriver det första inlägget.</td></tr>
<tr><td>Ledning</td><td>Skriver när nästa buss går.</td></tr></table><p>Och så vidare, dag efter dag.</p>"""


def test_a_table_of_a_pdf_is_a_table() -> None:
    (who,) = printed(TABLE).sections
    text = "\n".join(getattr(part, "source", "") for part in who.parts)
    assert (
        "| Förare som kör buss i stan | Rapporterar stopp till ledningen, som skriver det första inlägget. |"
        in text
    )
    assert text.index("Alla hjälps") < text.index("| Roll |") < text.index("Och så vidare")


def test_dos_and_donts_of_a_pdfs_table_are_told_apart() -> None:
    page = TABLE.replace("Roll", "Gör").replace("Uppgift", "Gör inte").replace("Ledning<", "Be om ursäkt.<")
    points = [to_plain(each.source) for each in printed(page).sections[0].guidelines]
    assert points[-1] == "Gör inte: Skriver när nästa buss går."


def line(text: str, left: float, right: float, top: float) -> Line:
    return Line(text, left, right, top, top - 12, 12, False, 1)


def test_print_that_is_stretched_to_the_edge_is_one_line() -> None:
    found, _ = in_order(
        [line("Privacy", 50, 100, 700), line("and data", 130, 190, 700), line("Text.", 50, 190, 680)]
    )
    assert [each.text for each in found] == ["Privacy and data", "Text."]


def test_what_stands_below_each_other_is_no_stretched_print() -> None:
    cells = [line(f"cell {x} {y}", x, x + 40, y) for y in (700, 680) for x in (50, 130)]
    assert len(in_order(cells)[0]) == 4


def test_a_header_in_small_print_comes_last_on_a_single_page() -> None:
    page = "<style>@page{@top-left{content:'Tarn Council';font-size:7pt}}</style><h1>Policy</h1><h2>Tone</h2><p>We listen to everybody.</p>"
    last = printed(page).sections[-1]
    assert (last.title, last.belief) == ("Still to place", "Tarn Council")


# Plain text


def test_a_word_parted_at_the_end_of_a_line_is_whole_again() -> None:
    text = (
        "POLICY\n\nTON\n\nVi lägger inte till fler krångliga ord el-\nler sena svar, hem- \noch bortalag.\n"
    )
    found = convert(text, name="a.txt")
    assert "krångliga ord eller\nsena svar, hem-\noch bortalag" in found.text
    assert "hyphen" in {unsure.code for unsure in found.unsure}


def test_asciidoc_is_told_by_its_looks() -> None:
    pytest.importorskip("pypandoc")
    source = "= Policy\n:toc: left\n\n== Ton\n\n* Vi svarar.\n* Vi tackar.\n\n.Exempel\n****\nEn kabel gick av, och vi skrev genast om det.\n****\n"
    (ton,) = convert(source, name="a.txt").policy.sections
    assert len(ton.guidelines) == 2
    assert ton.cases[0].situation == "En kabel gick av, och vi skrev genast om det."
