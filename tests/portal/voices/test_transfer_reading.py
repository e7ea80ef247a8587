"""From any file that people have to rows of text: encodings, delimiters, formats, and what bad input gets."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigor_portal.voices.transfer.formulas import as_written, defused
from vigor_portal.voices.transfer.mapping import checked, guess
from vigor_portal.voices.transfer.reading import read
from vigor_portal.voices.transfer.sheets import Unreadable, joined, listed

EXCEL = "Namn;Nätverk;Adress\r\nVerkstan i Åmål;Facebook;facebook.com/verkstan\r\nKafé;x;@kafe\r\n"


def refused(data: bytes, name: str = "") -> str:
    with pytest.raises(Unreadable) as error:
        read(data, name)
    return error.value.kind


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_it_reads_what_a_spreadsheet_writes_in_any_encoding(encoding, named):
    sheet = read(EXCEL.encode(encoding), "konton.csv")
    assert (sheet.format, sheet.delimiter, sheet.encoding) == ("csv", ";", named)
    assert sheet.headings == ("Namn", "Nätverk", "Adress")
    assert [row.cells[0] for row in sheet.rows] == ["Verkstan i Åmål", "Kafé"]
    assert [row.line for row in sheet.rows] == [2, 3]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_it_finds_the_sign_between_the_columns(sign):
    sheet = read(sign.join(["name", "address"]).encode() + b"\n" + sign.join(["Ett", "x.com/ett"]).encode())
    assert sheet.delimiter == sign
    assert sheet.rows[0].cells == ("Ett", "x.com/ett")


def test_any_other_sign_can_be_named():
    sheet = read(b"name^address\nEtt^x.com/ett\n", delimiter="^")
    assert sheet.rows[0].cells == ("Ett", "x.com/ett")


def test_a_spreadsheets_own_word_on_the_sign_counts():
    sheet = read(b"sep=|\nname|address\nEtt, tv\xc3\xa5|x.com/ett\n")
    assert sheet.delimiter == "|"
    assert sheet.rows[0].line == 3


def test_a_file_without_headings_gets_columns_by_number():
    sheet = read("Ett,https://x.com/ett\nTvå,https://x.com/tva\n".encode())
    assert sheet.headings == ("1", "2")
    assert len(sheet.rows) == 2
    assert guess(sheet) == {"1": "name", "2": "address"}


def test_an_open_quotation_costs_its_line_alone():
    sheet = read(b'name;address\nEtt;x.com/ett\n"Oj;x.com/oj\n' + b"Bra;x.com/bra\n" * 300)
    assert [(fault.line, fault.kind) for fault in sheet.faults] == [(3, "quote")]
    assert len(sheet.rows) == 301
    assert sheet.rows[-1].line == 303


def test_a_cell_of_several_lines_is_one_cell():
    sheet = read(b'name;address\n"Rad 1\nRad 2";x.com/ett\nTva;x.com/tva\n')
    assert sheet.rows[0].cells[0] == "Rad 1\nRad 2"
    assert [row.line for row in sheet.rows] == [2, 4]


def test_a_row_with_more_cells_than_columns_is_told_and_the_others_stay():
    sheet = read(b"name,address\nEtt, tv\xc3\xa5,x.com/ett\nBra,x.com/bra\n")
    assert [(fault.line, fault.kind) for fault in sheet.faults] == [(2, "wide")]
    assert [row.cells[0] for row in sheet.rows] == ["Bra"]


def test_headings_that_stand_twice_are_told_apart():
    sheet = read(b"twitter,twitter,\na,b,c\n")
    assert sheet.headings == ("twitter", "twitter (2)", "3")


def test_yaml_after_a_block_of_comments_keeps_every_value_as_it_is_written():
    text = "# The rule\n# of what counts.\n- id:\n    thomas: 02222\n    on: no\n  social:\n    twitter: A\n- social: {}\n"
    sheet = read(text.encode(), "register.yaml")
    assert sheet.headings == ("id.thomas", "id.on", "social.twitter")
    assert [(row.line, row.cells) for row in sheet.rows] == [(3, ("02222", "no", "A"))]


def test_json_comes_as_a_list_in_a_mapping_or_a_record_a_line():
    record = {"name": "Ett", "id": 12345678901234567890, "on": True, "none": None}
    for text in (json.dumps([record]), json.dumps({"accounts": [record]}), json.dumps(record)):
        sheet = read(text.encode())
        assert sheet.format == "json"
        assert sheet.rows[0].cells == ("Ett", "12345678901234567890", "true", "")
    assert len(read(b'{"name":"a"}\n{"name":"b"}\n').rows) == 2
    assert [row.line for row in read(b'[{"name":"a"},\n\n{"name":"b"}]').rows] == [1, 3]


def test_several_accounts_under_one_holder_become_rows_of_their_own():
    sheet = read(
        json.dumps([{"name": "Ett", "accounts": [{"network": "x"}, {"network": "facebook"}]}]).encode()
    )
    assert [row.cells for row in sheet.rows] == [("Ett", "x"), ("Ett", "facebook")]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", "", "empty"),
        (b"  \n \n", "a.csv", "empty"),
        (b"PK\x03\x04" + b"x" * 50, "konton.xlsx", "workbook"),
        (b"%PDF-1.7 ", "", "binary"),
        (bytes(range(32)) * 9, "", "binary"),
        (BOMB.encode(), "a.yaml", "alias"),
        (b"[" * 100_000, "a.yaml", "deep"),
        (b"[" * 100_000, "a.json", "json"),
        (b'{"a":' * 50 + b"1" + b"}" * 50, "a.json", "deep"),
        (b'{"a": 1', "a.json", "json"),
        (b"a: [", "a.yaml", "yaml"),
        (b'["a", "b"]', "a.json", "not-records"),
        (b"just a text", "a.yaml", "not-records"),
        (("a;" * 200 + "\nx").encode(), "a.csv", "columns"),
        (json.dumps([{"a": "x" * 30_000}]).encode(), "a.json", "cell"),
    ],
)
def test_what_can_t_be_read_says_why(data, name, kind):
    assert refused(data, name) == kind


def test_a_tag_that_asks_for_code_makes_nothing_but_text():
    sheet = read(
        b"- name: !!python/object/apply:os.system ['true']\n- name: !!python/name:os.system x\n", "a.yaml"
    )
    assert [row.cells[0] for row in sheet.rows] == ["true", "x"]


def test_headings_are_understood_in_both_languages():
    said = "Kontonamn;Länk;Syfte;Ämnen;Svarstider;Avdelning;Ansvarig;Avsändare;Tvåfaktor;Facebook-sida;Twitter;bioguide_id"
    assert list(guess(read(f"{said}\n{';' * 11}x".encode())).values()) == [
        *("name", "address", "purpose", "topics", "hours", "departments", "stewards", "sender", "two_factor"),
        *("on:facebook", "on:x", ""),
    ]
    said = "Account name,URL,Purpose,Topics,Answering times,Department,Owner,LinkedIn,social.youtube_id"
    assert list(guess(read(f"{said}\n{',' * 8}x".encode())).values()) == [
        *("name", "address", "purpose", "topics", "hours", "departments", "stewards"),
        *("on:linkedin-page", "on:youtube"),
    ]


def test_a_column_of_passwords_can_t_be_chosen():
    assert checked({"Lösenord": "name", "Namn": "name", "X": "no-such"}, ["Lösenord", "Namn", "X"]) == {
        "Lösenord": "",
        "Namn": "name",
        "X": "",
    }


@given(st.text())
def test_a_formula_is_harmless_in_a_spreadsheet_and_the_same_words_afterwards(text):
    assert as_written(defused(text)) == text
    assert defused(text)[:1] not in set("=+-@\t\r\n")


def test_a_formula_from_elsewhere_stays_text():
    sheet = read(b'name;address\n"=HYPERLINK(""http://evil.example"";""Hej"")";x.com/a\n')
    assert sheet.rows[0].cells[0] == '=HYPERLINK("http://evil.example";"Hej")'
    assert defused(sheet.rows[0].cells[0]).startswith("'=")
    assert read(b"name;address\n'=1+1;x.com/a\n").rows[0].cells[0] == "=1+1"


@given(st.lists(st.text()))
def test_a_list_in_a_cell_gives_its_items_back(items):
    clean = [" ".join(item.split()) for item in items]
    assert list(listed(joined(items))) == list(dict.fromkeys(filter(None, clean)))


@given(st.binary(max_size=600), st.sampled_from(["", "a.csv", "a.json", "a.yaml"]))
def test_no_bytes_break_it(data, name):
    try:
        sheet = read(data, name)
    except Unreadable:
        return
    assert all(len(row.cells) == len(sheet.headings) for row in sheet.rows)
