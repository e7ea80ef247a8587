"""What an account's card doesn't comment on is noticed, bent and joined, and refusing to comment isn't."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.endless import comes_to_an_end

from vigor.check import Context, check
from vigor.check.post import Post
from vigor.check.topics import touched
from vigor.policy.parse import parse
from vigor.starter import starter

SWEDISH = (
    "politik",
    "Konkurrenters priser",
    "pågående rättsprocesser",
    "religion och tro",
    "AI",
    "enskilda ärenden",
    "aktiekursen",
)
ENGLISH = (
    "politics",
    "competitors’ prices",
    "ongoing lawsuits",
    "the share price",
    "religion and faith",
    "AI",
)
TOPICS = {"sv": SWEDISH, "en": ENGLISH}


def post(text: str, language: str, topics: tuple[str, ...] | None = None, layer: str = "logo") -> Post:
    known = Context(layer=layer, avoids=TOPICS[language] if topics is None else topics)  # type: ignore[arg-type]
    return Post(text, known, language)


def found(text: str, language: str, **how: object) -> list[tuple[str, str]]:
    one = post(text, language, **how)  # type: ignore[arg-type]
    return [(each.topic, one.of(each.span)) for each in touched(one)]


@pytest.mark.parametrize(
    ("language", "text", "topic", "word"),
    [
        ("sv", "Skattepolitiken är ett skämt.", "politik", "Skattepolitiken"),
        ("sv", "Om politiken säger vi så här.", "politik", "politiken"),
        ("sv", "Konkurrenternas prishöjningar är inget för oss.", "Konkurrenters priser", "Konkurrenternas"),
        ("sv", "Rättsprocessen mot oss är löjlig.", "pågående rättsprocesser", "Rättsprocessen"),
        ("sv", "Alla får ha sin religion.", "religion och tro", "religion"),
        ("sv", "AI-hypen är överdriven.", "AI", "AI-hypen"),
        ("sv", "I det enskilda ärendet blev det fel.", "enskilda ärenden", "enskilda"),
        ("sv", "Aktiekursens fall beror på vädret.", "aktiekursen", "Aktiekursens"),
        ("en", "British politics is a mess.", "politics", "politics"),
        ("en", "Our competitor raised the price again.", "competitors’ prices", "competitor"),
        ("en", "The lawsuit is a waste of time.", "ongoing lawsuits", "lawsuit"),
        ("en", "Our share price fell today.", "the share price", "share"),
        ("en", "Everyone has a right to their faith.", "religion and faith", "faith"),
        ("en", "AI's future is bright.", "AI", "AI's"),
    ],
)  # fmt: skip
def test_it_notices_a_topic_bent_and_joined(language: str, text: str, topic: str, word: str) -> None:
    assert found(text, language) == [(topic, word)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Vi kommenterar inte politik."),
        ("sv", "Politik uttalar vi oss inte om här."),
        ("sv", "Vi kan tyvärr inte gå in på enskilda ärenden i tråden."),
        ("sv", "Inga kommentarer om rättsprocessen."),
        ("sv", "Hon skrev ”politik är skräp” i sin tråd, och vi läste."),
        ("sv", "Vi har sänkt priset i dag!"),
        ("sv", "Ditt ärende är klart."),
        ("sv", "Konkursen är ett faktum."),
        ("sv", "Air France landar klockan tre."),
        ("sv", "Välkommen till butiken på lördag."),
        ("en", "We don’t comment on politics."),
        ("en", "We can't discuss ongoing lawsuits, sorry."),
        ("en", "No comment on the share price."),
        ("en", "She wrote “politics is dirt” and we read it."),
        ("en", "Our price is lower today!"),
        ("en", "Share this with a friend and get a good price."),
        ("en", "In the air tonight."),
        ("en", "See you in the shop on Saturday."),
    ],
)  # fmt: skip
def test_it_lets_pass_what_only_looks_like_it(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("layer", ["", "employee", "spokesperson"])
def test_nobody_but_an_account_has_a_card(layer: str) -> None:
    assert found("Skattepolitiken är ett skämt.", "sv", layer=layer) == []


def test_it_is_silent_without_a_card() -> None:
    checked = check("Skattepolitiken är svår.", parse(starter("sv"))[0], Context(layer="logo"), language="sv")
    assert checked.touches == ()


def test_it_is_told_beside_the_advice_and_is_no_advice_itself() -> None:
    checked = check(
        "Skattepolitiken är svår. /Mia",
        parse(starter("sv"))[0],
        Context(layer="logo", avoids=("politik", "väder")),
        language="sv",
    )
    assert [each.topic for each in checked.touches] == ["politik"]
    assert checked.advice == ()


@pytest.mark.parametrize(
    ("language", "topic", "text"),
    [
        ("sv", "maskiner som inte finns än", "Våra maskiner är på väg till butiken."),
        ("en", "machines that don’t exist yet", "Our machines are on their way to the shop."),
    ],
)
def test_a_description_that_would_cover_too_much_is_left_to_people(
    language: str, topic: str, text: str
) -> None:
    assert found(text, language, topics=(topic,)) == []


def test_each_topic_is_told_once_in_the_card_s_order() -> None:
    text = "Religion och politik. Mer politik, mer religion."
    assert [topic for topic, _word in found(text, "sv")] == ["politik", "religion och tro"]


@pytest.mark.parametrize("topic", ["", " ", "och", "…", "frågor", "a" * 300, "politik " * 50])
def test_any_line_of_a_card_will_do(topic: str) -> None:
    found("Frågor om politik.", "sv", topics=(topic,))


def test_a_vague_line_stands_for_itself() -> None:
    assert found("Alla frågor är välkomna.", "sv", topics=("frågor",)) == [("frågor", "frågor")]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None), max_size=120), st.lists(st.text(max_size=20), max_size=3))
def test_it_never_raises_and_stays_inside_the_post(text: str, topics: list[str]) -> None:
    for language in ("sv", "en"):
        one = post(text, language, (*TOPICS[language], *topics))
        for each in touched(one):
            assert 0 <= each.span.start < each.span.end <= len(one.text)


def test_a_long_post_comes_to_an_end() -> None:
    with comes_to_an_end():
        for text in ("politik " * 5000, "vi inte " * 5000, "inte kommenterar " * 3000, "a" * 50_000):
            found(text, "sv")
