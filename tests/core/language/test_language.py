"""Words, base forms, compounds and which language a text is in."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vigor.language import lemmas
from vigor.language.compounds import split
from vigor.language.identify import identify
from vigor.language.stems import skeleton, stem
from vigor.language.words import folded, normal, sentence_spans, word_spans, words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Får jag lägga ut en bild på min chef?", "sv"),
        ("May I post a picture of my manager?", "en"),
        ("vad gäller på linkedin", "sv"),
        ("who runs twitter", "en"),
    ],
)
def test_it_tells_swedish_from_english(text: str, language: str) -> None:
    assert identify(text) == language


def test_it_falls_back_where_nothing_tells() -> None:
    assert identify("LinkedIn 2024", default="sv") == "sv"


def test_words_keep_swedish_letters_and_part_at_hyphens() -> None:
    assert words("Facebook-inlägg, #åsikter & don't!") == ["facebook", "inlägg", "åsikter", "do"]
    assert folded("smörgås") == "smorgas"


@given(st.text(st.sampled_from("aÅåA\u030aİΣσéE\u0301ßﬁ'’-_ .1²\n\ud800😂"), max_size=30))
@example("Grönbladet's ΑΣ.Β o'clock don’t İZ A\u030ang")
def test_words_and_their_places_are_the_same_however_the_text_is_written(text: str) -> None:
    spans = word_spans(text)
    assert [word for word, _start, _end in spans] == words(text)
    assert [normal(text[start:end]) for _word, start, end in spans] == words(text)


def test_sentences_end_at_stops_and_line_breaks_but_not_at_short_forms() -> None:
    text = "We ask first, e.g. by mail. Then we post.\nA new line"
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "We ask first, e.g. by mail.",
        "Then we post.",
        "A new line",
    ]


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [
        ("policyn", "sv", "policy"),
        ("konton", "sv", "konto"),
        ("companies", "en", "company"),
        ("xyzzy", "en", "xyzzy"),
    ],
)
def test_it_finds_base_forms(word: str, language: str, base: str) -> None:
    assert lemmas.lemma(word, language) == base


def test_words_of_one_family_share_a_stem_and_cognates_a_skeleton() -> None:
    assert stem("approve", "en") == stem("approval", "en")
    assert skeleton("information", "sv") == skeleton("information", "en") != ""
    assert skeleton("kort", "sv") == ""


def test_it_splits_compounds_and_leaves_plain_words_alone() -> None:
    assert split("bildtexten") == ("bild", "text")
    assert split("kommunikationsavdelningen") == ("kommunikation", "avdelning")
    assert split("information") is None
    assert split("föredrag") is None


def test_a_name_that_the_caller_knows_may_start_a_compound() -> None:
    assert split("whatsappgrupp") is None
    assert split("whatsappgrupp", favoured=frozenset({"whatsapp"})) == ("whatsapp", "grupp")
