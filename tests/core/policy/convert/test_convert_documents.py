"""Word, PDF and what pandoc reads: taken apart in a process of their own, with bounds."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from tests.endless import comes_to_an_end

from vigor.policy.convert import Unreadable, convert
from vigor.policy.convert import documents as read_by
from vigor.policy.convert.documents import read_document
from vigor.policy.convert.margins import without_recurring
from vigor.policy.convert.pdf import Line, in_order

pytest.importorskip("mammoth")
pytest.importorskip("pypdfium2")
pypandoc = pytest.importorskip("pypandoc")

SOURCE = """# Social media

For all of us.

## Tone

- Be kind to *everybody*.
- Answer within a day.[^1]

## Time

| When | Who |
| --- | --- |
| Day | The desk |

[^1]: Or two.
"""
SENTENCES = ("For all of us", "Be kind to everybody", "Answer within a day", "The desk", "Or two")


def made(to: str, folder: Path) -> bytes:
    out = folder / f"old.{to}"
    pypandoc.convert_text(SOURCE, to, format="markdown", outputfile=str(out), extra_args=["-s"])
    return out.read_bytes()


def printed(html: str) -> bytes:
    weasyprint = pytest.importorskip("weasyprint", exc_type=ImportError)
    return bytes(weasyprint.HTML(string=html).write_pdf())


def bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("to", ["docx", "odt", "mediawiki", "epub", "rtf"])
def test_it_reads_documents(to: str, tmp_path: Path) -> None:
    found = convert(made(to, tmp_path), name=f"old.{to}")
    kept = bare(" ".join((found.policy.title, *found.sentences)))
    # pandoc reads no notes in RTF.
    assert [each for each in SENTENCES if bare(each) not in kept] == (["Or two"] if to == "rtf" else [])
    assert [section.title for section in found.policy.sections][:2] == ["Tone", "Time"]
    assert len(found.policy.sections[0].guidelines) == 2
    assert found.policy.title == "Social media"


def test_notes_at_the_foot_of_a_document_come_last(tmp_path: Path) -> None:
    found = convert(made("docx", tmp_path), name="old.docx")
    assert found.policy.sections[-1].title == "Still to place"
    assert "Or two." in found.policy.sections[-1].belief


def test_it_reads_a_pdf_by_the_size_of_its_letters() -> None:
    html = "<h1>Social media</h1><p>For all of us.</p><h2>Tone</h2><ul><li>Be kind.</li><li>Answer within a day, and say who you are.</li></ul>"
    found = convert(printed(html), name="old.pdf")
    assert (found.policy.title, found.policy.opening) == ("Social media", "For all of us.")
    assert [guideline.source for guideline in found.policy.sections[0].guidelines] == [
        "Be kind.",
        "Answer within a day, and say who you are.",
    ]


def test_what_recurs_on_the_pages_of_a_pdf_is_kept_once_and_page_numbers_not_at_all() -> None:
    page = "<h2>Tone {0}</h2><p>We say what we mean, part {0}.</p>"
    style = "<style>@page { @top-center { content: 'Acme policy 2020' } @bottom-center { content: counter(page) } } h2 { break-before: page }</style>"
    found = convert(
        printed(style + "<h1>Policy</h1>" + "".join(page.format(word) for word in ("one", "two", "three"))),
        name="a.pdf",
    )
    assert found.text.count("Acme policy 2020") == 1
    assert "repeated" in {unsure.code for unsure in found.unsure}
    assert not re.search(r"(?m)^\d$", found.text)


def test_columns_are_read_one_by_one() -> None:
    words = " ".join(f"Word{number} stands here in a line of its own." for number in range(60))
    html = f"<style>article {{ columns: 2; text-align: justify }}</style><h1>Policy</h1><article><p>{words}</p></article>"
    found = convert(printed(html), name="a.pdf")
    assert bare(words) in bare(" ".join(found.sentences))


def test_a_word_parted_at_a_line_end_is_whole_again() -> None:
    def line(text: str, top: float) -> Line:
        return Line(text, 50, 300, top, top - 12, 12, False, 1, edge=300)

    from vigor.policy.convert.pages import laid_out

    markdown, _ = laid_out(
        [line("We like our commu-", 700), line("nity and company-", 686), line("owned pages.", 672)]
    )
    assert markdown.strip() == "We like our community and company-owned pages."


def test_lines_are_in_order_however_they_were_drawn() -> None:
    left = [Line(f"left {n} is wide", 50, 280, 700 - n * 14, 688 - n * 14, 12, False, 1) for n in range(6)]
    right = [Line(f"right {n} is wide", 310, 540, 700 - n * 14, 688 - n * 14, 12, False, 1) for n in range(6)]
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    found, columns = in_order(mixed)
    assert columns
    assert [line.text.split()[0] for line in found] == ["left"] * 6 + ["right"] * 6


def test_a_page_of_its_own_has_no_header() -> None:
    page = [Line("Policy", 50, 100, 700, 688, 12, False, 1)]
    assert without_recurring([page]) == ([page], [])


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(name: str) -> None:
    inside = {"mimetype": b"application/vnd.oasis.opendocument.text"} if name == "odt" else {}
    bomb = zipped({**inside, "word/document.xml": b"0" * 210_000_000})
    if name == "odt":
        bomb = bomb.replace(b"PK\x03\x04", b"PK\x03\x04", 1)
    with comes_to_an_end(), pytest.raises(Unreadable) as caught:
        read_document(bomb, "docx" if name == "docx" else "odt")
    assert caught.value.code == "bomb"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n% nothing more", "broken"),
        (b"PK\x03\x04word/ and then nothing", "broken"),
        (zipped({"word/document.xml": b"<not xml"}), "broken"),
        (zipped({"a.txt": b"hello"}), "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old-word"),
    ],
)
def test_a_damaged_document_is_said_to_be_damaged(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        convert(data, name="old.docx")
    assert caught.value.code == code


def test_a_pdf_with_a_password_is_said_to_have_one() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(printed("<p>Be kind.</p>"))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Unreadable) as caught:
        convert(out.getvalue(), name="old.pdf")
    assert caught.value.code == "encrypted"


def test_a_pdf_of_pictures_only_is_said_to_be_scanned() -> None:
    with pytest.raises(Unreadable) as caught:
        convert(printed("<div style='width: 9cm; height: 9cm; background: red'></div>"), name="old.pdf")
    assert caught.value.code == "scanned"


def test_a_pdf_of_two_thousand_pages_ends_soon() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(2000):
        writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    with comes_to_an_end(), pytest.raises(Unreadable) as caught:
        convert(out.getvalue(), name="old.pdf")
    assert caught.value.code == "too-many-pages"
    assert "400" in caught.value.message("sv")


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(made("odt", tmp_path), "odt", seconds=0.01)
    assert caught.value.code == "too-slow"


def test_a_document_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(made("docx", tmp_path)))
    files = {name: source.read(name) for name in source.namelist()}
    paragraphs = b"<w:p><w:r><w:t>Be kind.</w:t></w:r></w:p>" * 300_000
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:body>", b"<w:body>" + paragraphs)
    with pytest.raises(Unreadable) as caught:
        read_document(zipped(files), "docx", megabytes=300)
    assert caught.value.code == "too-hungry"


def test_a_missing_extra_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_by, "find_spec", lambda name: None)
    with pytest.raises(Unreadable) as caught:
        convert(b"%PDF-1.7", name="old.pdf")
    assert "pip install 'vigor-policy[import]'" in caught.value.message("sv")


def test_macros_are_never_looked_at(tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(made("docx", tmp_path)))
    files = {name: source.read(name) for name in source.namelist()}
    found = convert(zipped({**files, "word/vbaProject.bin": b"Shell('rm -rf /')"}), name="old.docm")
    assert "Shell" not in found.text
    assert found.policy.title == "Social media"
