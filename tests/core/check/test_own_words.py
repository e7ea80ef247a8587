"""The organisation's own words are found bent and joined, and not inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.endless import comes_to_an_end

from vigor.check.ownwords import BadWords, OwnWords

WORDS = OwnWords(brands=("Ica", "Grönbladet", "Solhamn", "SJ", "H&M", "Coop Forum"), code_names=("Lagun",))


def found(text: str, kind: str = "brands") -> list[str]:
    return [text[span.start : span.end] for span, _name in WORDS.find(kind, text.lower(), text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ica", "ICA", "icas", "Ica's", "ICA:s", "Icakassan", "icabutiken", "Ica-kassan", "Grönbladet", "Grönbladets", "grönbladskassan", "Solhamn", "Solhamns", "solhamnsappen",
        "Solhamn-appen", "supersolhamn", "SJ", "SJ:s", "SJ-kortet", "H&M", "H&M:s", "Coop Forum", "Coop Forums",
    ],
)  # fmt: skip
def test_it_finds_a_name_bent_and_joined(text: str) -> None:
    assert found(f"Vi såg {text} i går.") == [text]


@pytest.mark.parametrize("text", ["Amerika", "publica", "ricardo", "botanica", "icke", "sjö", "sjukt", "grönblå", "hammar", "mexicanska", "sjkx"])  # fmt: skip
def test_it_finds_no_name_inside_another_word(text: str) -> None:
    assert found(f"Vi såg {text} i går.") == []


def test_a_name_that_is_a_word_too_counts_only_with_its_capital() -> None:
    assert found("Vi badade i en lagun.", "code_names") == []
    assert found("Snart är Lagun klart, och Lagunprojektet med.", "code_names") == ["Lagun", "Lagunprojektet"]


@given(st.sampled_from(WORDS.brands), st.text("abcåäö -.,!:'\n", max_size=20), st.text(" .,!\n", max_size=3))
def test_every_span_holds_the_beginning_of_its_name_and_lies_inside(
    name: str, before: str, after: str
) -> None:
    text = f"{before} {name}{after}"
    spans = list(WORDS.find("brands", text.lower(), text))
    assert any(found == name for _span, found in spans)
    for span, _name in spans:
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(st.characters(codec=None), max_size=200))
def test_it_never_raises(text: str) -> None:
    lower = "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
    for kind in ("brands", "code_names", "partners"):
        list(WORDS.find(kind, lower, text))


def test_two_thousand_names_are_found_in_many_posts() -> None:
    many = OwnWords(brands=tuple(f"Namn{number}ek" for number in range(2000)))
    text = "vi såg namn77eks nya butik i dag, och namn1999ek-kassan var öppen. " * 3
    with comes_to_an_end():
        for _ in range(200):
            assert len(list(many.find("brands", text))) == 6


def test_an_endless_word_comes_to_an_end() -> None:
    with comes_to_an_end():
        list(WORDS.find("brands", "solhamn" * 3000))


def test_lists_are_read_from_yaml_each_word_once() -> None:
    read = OwnWords.from_yaml("brands: [Solhamn, Solhamn, ' ']\ncode_names:\n  - Havsörn\n  - 42\n")
    assert read == OwnWords(brands=("Solhamn",), code_names=("Havsörn", "42"))
    assert OwnWords.from_yaml("") == OwnWords()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("brands: [Solhamn\nproducts: [x", 2),
        ("brands: [Solhamn]\nbrnds: [x]", 2),
        ("brands: [Solhamn]\n\nproducts: Mini", 3),
        ("- Solhamn", 1),
        ("brands: [{a: b}]", 1),
    ],
)
def test_a_broken_list_says_where(text: str, line: int) -> None:
    with pytest.raises(BadWords) as broken:
        OwnWords.from_yaml(text)
    assert broken.value.line == line
    assert broken.value.sv
    assert broken.value.en
