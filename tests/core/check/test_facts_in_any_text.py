"""Checks of facts never raise, whatever the text, and take time in proportion to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.endless import comes_to_an_end

from vigor.check.catalogue import CATALOGUE
from vigor.check.context import Context
from vigor.check.post import LONGEST, Post

FACTS = ("personal-data", "secret", "undisclosed-ad", "hidden-sender", "overclaim", "no-credit", "link-spam", "accessibility", "stiff")  # fmt: skip
CHECKS = [each for each in CATALOGUE if each.name in FACTS]
PIECES = st.sampled_from(
    [
        "Anna",
        "@anna",
        "070-123 45 67",
        "850505-1234",
        "4111 1111 1111 1111",
        "bäst i världen",
        "våra",
        "never breaks",
        "#collab",
        "🎉🎉🎉🎉🎉",
        "lösenordet är",
        "Xy12!",
        "https://a.example/?utm_source=x",
        "10.0.0.1",
        "\\\\srv\\dela",
        "har fått cancer",
        "kod ABC10",
        "Hotell Havet bjöd oss",
        "Anna Berg, 91,",
        "mot betalning",
        "så får jag 50 kr",
        "inte officiellt än",
        "någon annans bild",
        "firm.example",
        "hittad på nätet",
        "\u0301",
        "\u202e",
        "\x00",
        "\ud800",
        "eyJhbGciOi.eyJ.a",
        "är",
        "is",
        "av",
        "from",
        "ＡＢＣ",
        "vänligen",
        "i enlighet med",
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=300), st.lists(PIECES, max_size=14).map(" ".join)
)
ADVERSARIES = (
    "1", "1 ", "070-", "a@", "a.", "a-", "eyJ.", "(1)", "never ", "bäst i världen ", "Anna är ", "Anna cancer ", "A B ", "#aaaaaaaaaaaaaaaa ", "🎉", "lösenord ",
    "\\\\a\\a", "storgatan 1 ", "http://a ", "fick den av ", "Got a ", "ABC 123 bil ", "850505-1234 ", "10.1.1.1 ", "a\u0301", "Vi är miljövänliga ", '"', "07 ", "x.local ",
    "x.se ", "cancer Anna Berg ", "found a picture on ", "19 52 11 83 ", "code AB12 ", "Hotell Berg skickade mig ", "owes £", "no other ", "hon med ", "we promise ",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["sv", "en"]), st.sampled_from(["", "logo", "employee"]))
def test_it_never_raises_and_says_the_same_again(text: str, language: str, layer: str) -> None:
    context = Context(layer=layer, account_sender="Kundservice", reply_to="Var är mitt paket?")  # type: ignore[arg-type]
    for each in CHECKS:
        found = list(each.find(Post(text, context, language)))
        assert found == list(each.find(Post(text, context, language)))
        for one in found:
            assert 0 <= one.span.start <= one.span.end <= len(text)
            assert 0 < one.confidence <= 1


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    for language in ("sv", "en"):
        for each in CHECKS:
            # Anything that doubled for each letter, or went by the square, would not be done then.
            with comes_to_an_end(30):
                for context in (None, Context(layer="employee", reply_to="Any good vet? Ours died.")):
                    list(each.find(Post(piece * (LONGEST // len(piece)), context, language)))
