"""Which known account an unknown one looks like, and which it doesn't."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigor.networks import Register, recognise, skeleton
from vigor.networks import near as near_names
from vigor.networks.near import Near, letters_apart
from vigor.networks.resemblance import SAID, SCORES

OURS = Register(
    [
        ("x:spolverket", "Spolverket", "x"),
        ("mastodon:press@social.spolverket.example", "@press@social.spolverket.example", "mastodon"),
        ("instagram:spolverket_kundservice", "spolverket_kundservice", "kundservice"),
        ("web:blogg.vattenvaktarna.example", "Vattenväktarna", "blogg"),
        ("facebook:groups/spolarnasvanner", "facebook.com/groups/spolarnasvanner", "group"),
        ("facebook:100064567890123", "", "number"),
        ("x:svt", "SVT", "svt"),
        ("x:kundservice", "Kundservice", "common"),
        ("web:medium.com/stadsfilosofen", "", "medium"),
    ]
)

LOOKS_LIKE = {
    "letters": [
        ("https://x.com/sp0lverket", "x"),
        ("x.com/spoIverket", "x"),
        ("x.com/spol_verket", "x"),
        ("https://www.youtube.com/@Ѕроlverket", "x"),
        ("https://www.youtube.com/@spölverket", "x"),
        ("instagram.com/spolverket.kundservice", "kundservice"),
        ("tiktok.com/@vattenvaktama", "blogg"),
    ],
    "other-network": [("instagram.com/spolverket", "x"), ("facebook.com/spol.verket", "x"), ("instagram.com/svt", "svt")],
    "same-name": [("Spolverket", "x"), ("spolarnas vanner", "group"), ("https://www.facebook.com/spolarnasvanner", "group")],
    "one-letter": [("x.com/spolverkt", "x"), ("x.com/spolverkett", "x"), ("x.com/spolvreket", "x"), ("x.com/spalverket", "x"), ("x.com/spolverkt_help", "x"), ("https://skolverket.example", "x")],
    "two-letters": [("x.com/spalverkat", "x"), ("x.com/splvreket", "x")],
    "added-word": [
        ("x.com/spolverket_help", "x"),
        ("x.com/spolverket2026", "x"),
        ("x.com/helpspolverket", "x"),
        ("x.com/sp0lverketse", "x"),
        ("instagram.com/the.real.spolverket", "x"),
        ("instagram.com/spolverket_umea", "x"),
        ("instagram.com/spolverketgalaxen", "x"),
        ("x.com/svt_support", "svt"),
        ("x.com/spolverket_press", "x"),
    ],
    "in-host": [
        ("https://spolverket.evil.example/login", "x"),
        ("https://x.com.spolverket.evil.example", "x"),
        ("https://spolverket-kundservice.example", "kundservice"),
        ("https://ѕроlverket.example", "x"),
        ("https://spo1verket.co.uk/", "x"),
        ("https://bsky.app/profile/spolverket.evil.example", "x"),
        ("@info@spolverket.evil.example", "x"),
        ("https://vattenväktarna.evil.example", "blogg"),
    ],
    "in-path": [
        ("https://evil.example/x.com/spolverket", "x"),
        ("https://evil.example/@Sp0lverket.html", "x"),
        ("https://medium.com/@spolverket_support", "x"),
    ],
    "same-site": [("https://blogg.vattenvaktarna.example/kontakt", "blogg"), ("https://www.blogg.vattenvaktarna.example/", "blogg")],
    "other-server": [("@press@evil.example", "mastodon")],
}  # fmt: skip

OTHER_NAMES = [
    "https://x.com/volvo_kundservice",
    "https://x.com/kundservice_ica",
    "https://x.com/pressen",
    "https://x.com/5vt",
    "https://x.com/sv",
    "https://x.com/svtplus_ab2",
    "https://x.com/boverket",
    "https://x.com/trafikverket",
    "https://x.com/spolsten",
    "https://x.com/verket",
    "https://x.com/spol",
    "https://www.facebook.com/groups/spolarna",
    "https://www.facebook.com/profile.php?id=100064567890124",
    "https://medium.com/stadsplaneraren",
    "https://spol.example/verket",
    "https://example.net/nyheter/vatten",
    "@info@social.example",
    "@anna@social.spolverket.example",
    "https://social.spolverket.example/@anna",
    "Vatten",
    "",
    "javascript:alert(1)",
]


@pytest.mark.parametrize(
    ("why", "written", "whose"), [(why, *each) for why, every in LOOKS_LIKE.items() for each in every]
)
def test_what_looks_like_an_account_says_which_and_why(why: str, written: str, whose: str):
    if (why, written) == ("same-site", "https://www.blogg.vattenvaktarna.example/"):
        assert OURS.resembling(written) == []  # it is the account itself
        return
    found = OURS.resembling(written)
    assert found, "looks like nobody's"
    assert (found[0].why, found[0].of) == (why, whose)
    assert found[0].say("sv") == SAID[found[0].why][0]
    assert found[0].say("en") == SAID[found[0].why][1]


@pytest.mark.parametrize("written", OTHER_NAMES)
def test_an_ordinary_other_name_looks_like_nobodys(written: str):
    assert OURS.resembling(written) == []


def test_every_reason_is_met_by_a_test_and_weighed_and_said():
    assert set(LOOKS_LIKE) == set(SCORES) == set(SAID)


def test_an_account_never_looks_like_itself():
    register = Register([("x:spolverket", "Spolverket", "x"), ("x:spolverket", "Spolverket AB", "x")])
    assert register.resembling("https://twitter.com/SpolVerket/status/1") == []


def test_the_likeliest_stands_first_and_the_list_is_short():
    register = Register(
        [(f"x:spolverket{number}", "", number) for number in range(10, 60)] + [("x:spolverket", "", 0)]
    )
    found = register.resembling("https://x.com/sp0lverket")
    assert found[0].of == 0
    assert len(found) == 5
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_an_account_of_the_same_network_comes_before_others_of_the_same_score():
    register = Register([("facebook:spolverket", "", "facebook"), ("x:spolverket", "", "x")])
    assert [each.of for each in register.resembling("x.com/sp0lverket")] == ["x", "facebook"]


def test_what_many_names_of_a_register_share_is_no_likeness():
    names = ["RepLee", "RepAdams", "RepBrown", "RepClark", "RepDavis", "RepYoung", "RepWilson"]
    register = Register([(f"x:{each.lower()}", each, each) for each in names])
    assert register.resembling("x.com/RepLou") == []
    assert register.resembling("x.com/RepAdamSmith") == []
    assert [each.of for each in register.resembling("x.com/RepWils0n")] == ["RepWilson"]
    assert [each.of for each in register.resembling("x.com/repwilsson")] == ["RepWilson"]


def test_an_empty_register_knows_nobody():
    assert Register([]).resembling("https://x.com/spolverket") == []
    assert Register([("facebook:100064567890123", "", 1)]).resembling("x.com/spolverket") == []


def test_an_address_may_be_asked_for_as_it_was_recognised():
    found = recognise("x.com/sp0lverket")
    assert OURS.resembling(found) == OURS.resembling("x.com/sp0lverket")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["Sp0lverket", "Ѕроlverket", "spol_verket", "SPOLVERKET", "ѕрοⅼᴠеrkеt", "ｓｐｏｌｖｅｒｋｅｔ", "spólvèrkët", "spo1ve.rket", "@spolverket"]
)  # fmt: skip
def test_letters_that_are_taken_for_one_another_are_one(name: str):
    assert skeleton(name) == skeleton("spolverket")


@pytest.mark.parametrize(
    ("one", "other"), [("Modern", "Modem"), ("vvatten", "watten"), ("Illinois", "lllin0is"), ("åäö", "aao")]
)
def test_pairs_and_marks_are_taken_for_letters(one: str, other: str):
    assert skeleton(one) == skeleton(other)


def test_other_alphabets_are_kept_where_they_look_like_themselves():
    assert skeleton("水道局") == "水道局"
    assert skeleton("💧") == skeleton("") == ""


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("spol", "spol", 0), ("spol", "spola", 1), ("spol", "sopl", 1), ("spol", "spxl", 1), ("spol", "psola", 2), ("spol", "kran", 3), ("", "ab", 2), ("abcdef", "badcfe", 3)],
)  # fmt: skip
def test_letters_that_differ_are_counted(one: str, other: str, apart: int):
    assert letters_apart(one, other) == letters_apart(other, one) == apart


def test_every_name_that_is_near_is_found():
    words = [
        "spolverket",
        "spolverkat",
        "spolvarkat",
        "skolverket",
        "boverket",
        "kranverket",
        "sploverket",
        "spolverkets",
    ]
    near = Near(words)
    for asked in words:
        wanted = {(at, apart) for at, word in enumerate(words) if (apart := letters_apart(asked, word)) <= 2}
        assert set(near.find(asked)) == wanted


@given(
    st.sampled_from(["", "ab", "spolverket", "abcabcab"]),
    st.lists(st.text("abc", max_size=11), min_size=1, max_size=60),
    st.text("abc", max_size=11),
    st.sampled_from([1, 2]),
)
def test_the_index_finds_what_comparing_with_every_name_finds(
    brand: str, ends: list[str], asked: str, most: int
):
    words = [brand + end for end in ends]
    wanted = {
        (at, apart) for at, word in enumerate(words) if (apart := letters_apart(brand + asked, word)) <= most
    }
    assert set(Near(words).find(brand + asked, most)) == wanted


def test_a_name_is_compared_with_those_near_it_and_not_with_every_one(monkeypatch: pytest.MonkeyPatch):
    words = [
        "".join(letters) for letters in product("bdfgkl", "aeiouy", "mnprst", "aeiouy", "bdfgkl", "xzvwhj")
    ]
    compared = []

    def counted(one: str, other: str, most: int) -> int:
        compared.append(other)
        return letters_apart(one, other, most)

    monkeypatch.setattr(near_names, "letters_apart", counted)
    found = list(Near(words[::10]).find("bamebxj"))
    assert found
    assert len(compared) < 100 < len(words[::10])


def test_whoever_is_called_so_stands_before_whoever_has_it_in_their_address():
    register = Register(
        [
            ("bluesky:sylabbet.spolverket.example", "@sylabbet.spolverket.example", "sylabbet"),
            ("mastodon:spolverket@social.example", "@spolverket@social.example", "spolverket"),
        ]
    )
    assert [found.of for found in register.resembling("x.com/sp0lverket")] == ["spolverket", "sylabbet"]
