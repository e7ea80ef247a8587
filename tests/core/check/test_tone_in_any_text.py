"""Whatever is pasted, a post is read: nothing raises, spans lie on its characters, and work grows with the text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigor.check import Context, check, lexicon
from vigor.check.catalogue import CATALOGUE
from vigor.check.post import LONGEST, Post
from vigor.policy.parse import parse
from vigor.starter import starter

POLICY = {language: parse(starter(language))[0] for language in ("sv", "en")}
TONE = ("insult", "badmouthing", "irony", "sharp-tone", "blame", "no-way-forward", "too-private")
CHECKS = [each for each in CATALOGUE if each.name in TONE]
PIECES = st.sampled_from(
    [
        *(["idiot", "du är", "you are", "patetisk", "pathetic", "Fraktina", "kunder", "customers", "inte", "not", "chefen", "facket", "🙄", "”", '"', ">"]),
        *(["tack för att", "thanks for", "ännu ett avbrott", "another outage", "SLUTA", "STOP", "!!!", "som jag redan har sagt", "Antingen", "eller så"]),
        *(["\u0301", "\u202e", "\x00", "\ud800", "\udfff", "İ", "ß", "ﬁ", "👩‍👩‍👧", "\n", "Do. Not. It.", "'s fault", "beror helt på", "sjukskriven", "Anna är"]),
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=300), st.lists(PIECES, max_size=16).map(" ".join)
)
ADVERSARIES = (
    "a", " ", ".", "a.", "A. ", "idiot ", "du är ", "inte ", "tack ", "tack för att ", "antingen ", "either you ", "is the ", "är s ", "fel ", "fault ",
    "beror helt på ", "”", '"', "> ", "NOT ", "SLUTA ", "a\u0301", "🙄", "@a", "Anna ", "min chef ", "kunder ", "(", "thanks wonderfully ", "the a a a ",
)  # fmt: skip
DEADLOCK = "\udfff" * 4


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["sv", "en", ""]), st.sampled_from(["", "logo", "employee"]), TEXTS)
def test_it_never_raises_and_says_the_same_again(text: str, language: str, layer: str, reply_to: str):
    context = Context(layer=layer, reply_to=reply_to)  # type: ignore[arg-type]
    told = check(text, POLICY["sv"], context, language=language)
    assert told == check(text, POLICY["sv"], context, language=language)
    for each in (*told.advice, *told.good):
        assert 0 <= each.span.start <= each.span.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["sv", "en"]))
def test_a_span_never_parts_a_letter_from_its_mark(text: str, language: str):
    for each in CHECKS:
        for found in each.find(Post(text, Context(layer="logo"), language)):
            if found.span.end < len(text) and found.span.end > found.span.start:
                following = text[found.span.end]
                assert not unicodedata.combining(following) or not text[found.span.end - 1].isalnum()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", DEADLOCK, "🎉", "a" * 100_000, "مرحبا بالعالم", "z̷̡̛͎a̴l̷g̶o̵ " * 500]
)
def test_odd_posts_are_read(text: str):
    for language in ("sv", "en", ""):
        check(text, POLICY["sv"], language=language)


class Counting:
    """Looks up base forms, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.lemma = lexicon.lemma

    def __call__(self, word: str, language: str) -> str:
        self.asked += 1
        return self.lemma(word, language)


def work(piece: str, length: int, language: str) -> int:
    """How much is looked at in a text of a length: words, base forms and findings, which don't depend on the machine."""
    counting = Counting()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "lemma", counting)
        post = Post(piece * (length // len(piece)), Context(layer="logo", reply_to="Trasig igen!"), language)
        found = sum(len(list(each.find(post))) for each in CHECKS)
    return counting.asked + found + len(post.tokens)


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_twice_the_text_is_no_more_than_a_little_over_twice_the_work(piece: str):
    for language in ("sv", "en"):
        assert work(piece, 4000, language) <= 2.5 * work(piece, 2000, language) + 40


def test_a_post_without_any_trigger_is_not_even_taken_apart():
    post = Post("Oxe hö xyz qwop", None, "sv")
    assert not post.hits
    assert "tokens" not in post.__dict__


def test_what_is_longer_than_any_post_is_cut():
    assert len(Post("du är en idiot " * 100_000, None, "sv").text) == LONGEST
