"""How long a post is, as each network counts."""

import pytest

from vigor_portal.checking.networks import graphemes, networks

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("hej", 3),
        ("e\u0301", 1),
        (FAMILY, 1),
        ("👍🏽", 1),
        ("🇸🇪🇳🇴", 2),
        ("\r\n", 1),
        ("", 0),
        ("❤️", 1),
        ("åäö", 3),
    ],
)
def test_the_eye_takes_some_signs_for_one(text: str, signs: int):
    assert len(graphemes(text)) == signs
    assert "".join(graphemes(text)) == text


def test_a_link_counts_the_same_however_long_it_is():
    long = "https://example.org/" + "a" * 100
    assert networks()["x"].count(long) == 23
    assert networks()["mastodon"].count(f"Se {long}") == 26
    assert networks()["linkedin"].count(long) == 120


def test_x_counts_an_emoji_as_two():
    assert networks()["x"].count("Hej 🙄") == 6
    assert networks()["x"].count(FAMILY) == 2


def test_bluesky_counts_what_the_eye_sees():
    assert networks()["bluesky"].count(f"Hej {FAMILY}") == 5


def test_the_limits_are_the_networks_own():
    limits = {key: network.limit for key, network in networks().items()}
    assert limits == {
        "x": 280,
        "bluesky": 300,
        "mastodon": 500,
        "threads": 500,
        "linkedin": 3000,
        "instagram": 2200,
        "facebook": 63206,
    }
