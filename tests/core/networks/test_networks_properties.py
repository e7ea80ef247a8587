"""What holds for every address, whatever is pasted."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.endless import comes_to_an_end

from vigor.networks import Address, Register, Trouble, networks, readings, recognise, skeleton
from vigor.networks.addresses import LONGEST_KEY, LONGEST_SHOWN, LONGEST_URL

HINTS = st.sampled_from(["", *networks()])
PIECES = st.sampled_from(
    [
        *("https://", "http://", "//", "/", "@", ".", ":", "?", "#", "%", "%2F", "%25", "\\", "..", "=", "&", "xn--", " "),
        *("x.com", "twitter.com", "m.facebook.com", "youtube.com/@", "youtube.com/channel/UC", "linkedin.com/in/", "groups/"),
        *("mastodon.social", "server.example", "bsky.app/profile/", "did:plc:", "at://", "acct:", "profile.php?id=", "123456"),
        *("spolverket", "Spol_Verket", "åsa", "ß", "İ", "ſ", "ﬁ", "Ѕ", "\u200b", "\u202e", "\x00", "ｘ", "。", "🙂", "[::1]"),
    ]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=8).map("".join))

# One kind of account each: how a name is made, and every way of writing its address.
SPELLINGS = {
    "x": (
        st.from_regex(r"[a-z0-9_]{1,15}", fullmatch=True),
        ["x.com/{}", "https://twitter.com/{}/", "https://mobile.twitter.com/{}?s=21", "http://www.x.com/{}/status/1#a", "x.com/@{}"],
    ),
    "instagram": (
        st.from_regex(r"[a-z0-9_][a-z0-9_.]{0,10}[a-z0-9_]", fullmatch=True),
        ["instagram.com/{}", "https://www.instagram.com/{}/?igsh=x", "m.instagram.com/{}/p/abc/", "instagram.com/_u/{}"],
    ),
    "tiktok": (
        st.from_regex(r"[a-z0-9_]{2,20}", fullmatch=True),
        ["tiktok.com/@{}", "https://www.tiktok.com/@{}/video/12?lang=sv", "HTTPS://M.TIKTOK.COM/@{}"],
    ),
    "linkedin-page": (
        st.from_regex(r"[a-zåäö0-9-]{2,30}", fullmatch=True),
        ["linkedin.com/company/{}", "https://se.linkedin.com/school/{}/about", "www.linkedin.com/showcase/{}?trk=x"],
    ),
    "mastodon": (
        st.from_regex(r"[a-z0-9_]{1,20}", fullmatch=True),
        ["@{}@mastodon.social", "https://mastodon.social/@{}/1", "mastodon.social/users/{}", "acct:{}@mastodon.social"],
    ),
    "bluesky": (
        st.from_regex(r"[a-z][a-z0-9]{2,17}\.example", fullmatch=True),
        ["bsky.app/profile/{}", "https://bsky.app/profile/{}/post/3k", "at://{}/app.bsky.feed.post/3k"],
    ),
}  # fmt: skip


def accounts_of(network: str) -> st.SearchStrategy[str]:
    return SPELLINGS[network][0].filter(lambda name: name not in networks()[network].no_names)


@given(ANYTHING, HINTS)
@example("x" * 8000, "x")
@example("https://x.com/" + "%2" * 900, "")
@example("@" * 500, "mastodon")
@example("\ud800", "")
@example("a.example/%", "")
@example(".", "linkedin-page")
@example("..", "youtube")
@example("bsky.app/profile/a.xn--0", "")
def test_nothing_that_is_pasted_raises(text: str, network: str):
    found = recognise(text, network)
    assert isinstance(found, (Address, Trouble))
    if isinstance(found, Trouble):
        assert found.say("sv")
        assert found.say("en")


@given(ANYTHING, HINTS)
def test_an_address_that_was_given_is_recognised_as_itself(text: str, network: str):
    found = readings(text, network)
    if isinstance(found, Trouble):
        return
    for address in found:
        again = recognise(address.url, address.network)
        assert isinstance(again, Address)
        assert (again.network, again.key, again.url) == (address.network, address.key, address.url)


@given(ANYTHING, HINTS)
def test_what_is_given_fits_and_can_be_shown(text: str, network: str):
    found = recognise(text, network)
    if isinstance(found, Trouble):
        return
    assert found.key.startswith(found.network + ":")
    assert found.url.startswith("https://")
    assert found.url.isascii()
    assert not re.search(r"[\s<>\"\\]", found.url)
    assert len(found.key) <= LONGEST_KEY
    assert len(found.url) <= LONGEST_URL
    assert len(found.shown) <= LONGEST_SHOWN
    assert found.shown.isprintable()


@pytest.mark.parametrize("network", SPELLINGS)
@given(data=st.data())
def test_every_spelling_of_an_account_has_one_key(network: str, data: st.DataObject):
    name = data.draw(accounts_of(network))
    every = [
        spelling.format(written) for spelling in SPELLINGS[network][1] for written in (name, name.upper())
    ]
    found = {recognise(each) for each in every}
    assert all(isinstance(each, Address) for each in found)
    assert len({each.key for each in found if isinstance(each, Address)}) == 1
    assert len({each.url for each in found if isinstance(each, Address)}) == 1


@given(accounts_of("x"), accounts_of("x"))
def test_two_names_are_two_accounts(one: str, other: str):
    same = recognise(f"x.com/{one}") == recognise(f"x.com/{other}")
    assert same == (one == other)


@given(st.from_regex(r"[a-z]{6,14}", fullmatch=True), st.data())
def test_a_lookalike_never_has_the_key_of_the_original(name: str, data: st.DataObject):
    alike = {"a": "а", "e": "е", "o": "0", "i": "l", "l": "1", "s": "5", "c": "с", "p": "р"}
    places = [at for at, letter in enumerate(name) if letter in alike]
    # What looks like four letters or fewer could be anybody's.
    if not places or len(skeleton(name)) < 5:
        return
    at = data.draw(st.sampled_from(places))
    other = name[:at] + alike[name[at]] + name[at + 1 :]
    register = Register([(f"youtube:@{name}", name, "ours")])
    found, original = recognise(f"youtube.com/@{other}"), recognise(f"youtube.com/@{name}")
    assert isinstance(found, Address)
    assert isinstance(original, Address)
    assert found.key != original.key
    assert skeleton(other) == skeleton(name)
    assert [(each.of, each.why) for each in register.resembling(found)] == [("ours", "letters")]


@given(st.text(max_size=40))
def test_a_skeleton_has_a_skeleton_of_its_own_and_no_signs(name: str):
    seen = skeleton(name)
    assert all(sign.isalnum() for sign in seen)
    assert skeleton(seen.upper()) == skeleton(seen.lower()) or not seen.isascii()


@given(ANYTHING)
@example("bsky.app/profile/a.xn--0")
def test_nothing_that_is_asked_for_raises(text: str):
    register = Register([("x:spolverket", "Spolverket", 1), ("web:spolverket.example", "", 2)])
    found = register.resembling(text)
    assert all(0 < each.score <= 1 for each in found)


HOSTILE = {
    "slashes": "https://x.com" + "/" * 1900,
    "at signs": "a@" * 950,
    "labels": "https://" + "a." * 950 + "example",
    "hyphens": "https://www.facebook.com/" + "a-" * 900,
    "digits": "https://www.facebook.com/pages/category/" + "1-" * 900,
    "points": "https://www.instagram.com/" + "." * 1900,
    "percent": "https://forum.example/" + "%c3%a5" * 300,
    "fields": "https://forum.example/?" + "a=1&" * 450,
    "domains": "https://bsky.app/profile/" + "a." * 900,
    "marks": "https://www.youtube.com/@" + "a\u0301" * 900,
    "letters": string.ascii_letters * 38,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("network", ["", "facebook", "bluesky", "mastodon"])
def test_every_text_comes_to_an_end(text: str, network: str):
    register = Register([("x:spolverket", "Spolverket", 1)])
    with comes_to_an_end():
        recognise(text, network)
        register.resembling(text)


def test_register_of_names_that_are_all_alike_answers():
    register = Register([(f"x:spolverket{number:05}", "", number) for number in range(20_000)])
    with comes_to_an_end():
        found = register.resembling("x.com/spolverket00001x")
    assert found
