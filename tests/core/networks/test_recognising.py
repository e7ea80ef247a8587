"""From what people paste to one account at one place."""

from __future__ import annotations

import pytest

from vigor.networks import Address, Trouble, networks, readings, recognise

ONE_ACCOUNT = {
    "x:spolverket": (
        "https://x.com/spolverket",
        "@spolverket",
        [
            "x.com/spolverket",
            "X.com/SpolVerket",
            "http://twitter.com/Spolverket",
            "https://www.twitter.com/spolverket/",
            "https://mobile.twitter.com/spolverket?s=20&t=abc",
            "https://x.com/@spolverket",
            "https://x.com/spolverket/status/1790000000000000000",
            "https://x.com/spolverket/with_replies#top",
            "https://x.com//spolverket",
            "https://x.com:443/spolverket",
            "http://x.com:80/spolverket",
            "https://x.com./spolverket",
            "//x.com/spolverket",
            "https:x.com/spolverket",
            "https:///x.com/spolverket",
            "https://twitter.com/#!/spolverket",
            "https://twitter.com/intent/user?screen_name=spolverket",
            "  <https://x.com/spolverket>  ",
            "“https://x.com/spolverket”",
            "https://ｘ.com/spolverket",
            "https://x。com/spolverket",
            "https://x.com/%73polverket",
            "\u200ehttps://x.com/spolverket\u2069",
            "@spolverket@x.com",
        ],
    ),
    "facebook:spolverket": (
        "https://www.facebook.com/spolverket",
        "facebook.com/spolverket",
        [
            "facebook.com/spolverket",
            "https://m.facebook.com/Spol.Verket/",
            "https://sv-se.facebook.com/spolverket/posts/pfbid02?locale=sv_SE",
            "https://web.facebook.com/spolverket?_rdc=1&_rdr",
            "https://www.facebook.com/pg/spolverket/about/",
            "fb.com/spolverket",
            "https://m.me/spolverket",
        ],
    ),
    "facebook:100064567890123": (
        "https://www.facebook.com/profile.php?id=100064567890123",
        "facebook.com/profile.php?id=100064567890123",
        [
            "https://www.facebook.com/profile.php?id=100064567890123&sk=about",
            "https://www.facebook.com/100064567890123",
            "https://www.facebook.com/people/Spolverket-Ume%C3%A5/100064567890123/",
            "https://www.facebook.com/pages/Spolverket/100064567890123",
            "https://www.facebook.com/pages/category/Company/Spolverket-100064567890123/",
            "https://www.facebook.com/p/Spolverket-100064567890123/",
            "https://www.facebook.com/Spolverket-AB-100064567890123/",
            "https://www.facebook.com/permalink.php?story_fbid=1&id=100064567890123",
        ],
    ),
    "facebook:groups/spolarna": (
        "https://www.facebook.com/groups/spolarna",
        "facebook.com/groups/spolarna",
        ["https://m.facebook.com/groups/spolarna/permalink/12/", "facebook.com/groups/Spolarna?ref=share"],
    ),
    "instagram:spol.verket_": (
        "https://www.instagram.com/spol.verket_",
        "@spol.verket_",
        [
            "https://www.instagram.com/spol.verket_/?hl=sv",
            "instagram.com/spol.verket_/p/Cabc123/",
            "instagram.com/spol.verket_/reel/Cabc123/",
            "https://instagram.com/stories/spol.verket_/123/",
            "https://instagram.com/_u/spol.verket_",
            "http://instagr.am/Spol.Verket_",
        ],
    ),
    "linkedin:åsa-öberg-1a2b": (
        "https://www.linkedin.com/in/%C3%A5sa-%C3%B6berg-1a2b",
        "linkedin.com/in/åsa-öberg-1a2b",
        [
            "https://se.linkedin.com/in/%C3%A5sa-%C3%B6berg-1a2b?originalSubdomain=se",
            "https://www.linkedin.com/in/Åsa-Öberg-1a2b/sv",
            "https://www.linkedin.com/in/a\u030asa-o\u0308berg-1a2b/recent-activity/all/",
            "linkedin.com/mwlite/in/åsa-öberg-1a2b",
        ],
    ),
    "linkedin-page:spolverket": (
        "https://www.linkedin.com/company/spolverket",
        "linkedin.com/company/spolverket",
        [
            "https://www.linkedin.com/company/Spolverket/about/",
            "https://www.linkedin.com/school/spolverket/",
            "https://se.linkedin.com/showcase/spolverket",
        ],
    ),
    "youtube:@spolverket": (
        "https://www.youtube.com/@spolverket",
        "@spolverket",
        ["youtube.com/@Spolverket", "https://m.youtube.com/@spolverket/videos?app=desktop", "https://music.youtube.com/@spolverket"],
    ),
    "youtube:UCGdrLQbt1PYDTPsampx4t1A": (
        "https://www.youtube.com/channel/UCGdrLQbt1PYDTPsampx4t1A",
        "youtube.com/channel/UCGdrLQbt1PYDTPsampx4t1A",
        ["https://youtube.com/channel/UCGdrLQbt1PYDTPsampx4t1A/about?view_as=subscriber"],
    ),
    "youtube:c/spolverket": (
        "https://www.youtube.com/c/spolverket",
        "youtube.com/c/spolverket",
        ["https://www.youtube.com/c/Spolverket/playlists", "https://www.youtube.com/spolverket"],
    ),
    "youtube:user/spolverket": (
        "https://www.youtube.com/user/spolverket",
        "youtube.com/user/spolverket",
        ["https://www.youtube.com/user/Spolverket"],
    ),
    "tiktok:spol.verket": (
        "https://www.tiktok.com/@spol.verket",
        "@spol.verket",
        ["tiktok.com/@Spol.Verket", "https://m.tiktok.com/@spol.verket/video/73?is_from_webapp=1&lang=sv"],
    ),
    "threads:spolverket": (
        "https://www.threads.com/@spolverket",
        "@spolverket",
        ["https://www.threads.net/@spolverket", "threads.com/@Spolverket/post/C8", "@spolverket@threads.net"],
    ),
    "mastodon:press@mastodon.social": (
        "https://mastodon.social/@press",
        "@press@mastodon.social",
        [
            "@press@mastodon.social",
            "@Press@Mastodon.Social",
            "acct:press@mastodon.social",
            "https://mastodon.social/@press",
            "https://mastodon.social/@press/112233445566",
            "https://mastodon.social/users/press",
            "https://mastodon.social/users/press/statuses/1",
            "https://mastodon.social/web/@press",
            "https://mastodon.nu/@press@mastodon.social",
        ],
    ),
    "bluesky:spolverket.bsky.social": (
        "https://bsky.app/profile/spolverket.bsky.social",
        "@spolverket.bsky.social",
        [
            "https://bsky.app/profile/Spolverket.bsky.social/post/3kabc",
            "@spolverket.bsky.social",
            "spolverket.bsky.social",
            "https://spolverket.bsky.social/",
            "at://spolverket.bsky.social/app.bsky.feed.post/3kabc",
        ],
    ),
    "bluesky:spolverket.example": (
        "https://bsky.app/profile/spolverket.example",
        "@spolverket.example",
        ["https://bsky.app/profile/spolverket.example", "at://spolverket.example"],
    ),
    "bluesky:did:plc:ewvi7nxzyoun6zhxrhs64oiz": (
        "https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz",
        "did:plc:ewvi7nxzyoun6zhxrhs64oiz",
        ["https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz", "did:plc:ewvi7nxzyoun6zhxrhs64oiz"],
    ),
    "whatsapp-channel:0029Va4K0PZ5a245NkngBA2M": (
        "https://www.whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M",
        "whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M",
        ["https://whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M", "www.whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M/143"],
    ),
    "web:forum.spolverket.example/Grupp/7": (
        "https://forum.spolverket.example/Grupp/7",
        "forum.spolverket.example/Grupp/7",
        [
            "forum.spolverket.example/Grupp/7/",
            "http://Forum.Spolverket.Example/Grupp/7?utm_source=x&fbclid=1#svar",
            "https://www.forum.spolverket.example/Grupp/7",
        ],
    ),
    "web:xn--rksmrgs-5wao1o.example/blogg/%C3%A5sa": (
        "https://xn--rksmrgs-5wao1o.example/blogg/%C3%A5sa",
        "räksmörgås.example/blogg/åsa",
        ["https://Räksmörgås.example/blogg/åsa", "xn--rksmrgs-5wao1o.example/blogg/%C3%A5sa/"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "key"),
    [(written, key) for key, (_, _, spellings) in ONE_ACCOUNT.items() for written in spellings],
)
def test_every_way_of_writing_an_address_is_one_account(written: str, key: str):
    found = recognise(written)
    assert isinstance(found, Address)
    assert found.key == key
    if key.startswith("web:"):
        return
    assert found.url == ONE_ACCOUNT[key][0]
    assert found.network == key.partition(":")[0]


@pytest.mark.parametrize("key", ONE_ACCOUNT)
def test_an_address_is_shown_as_people_write_it(key: str):
    url, shown, _ = ONE_ACCOUNT[key]
    found = recognise(url)
    assert isinstance(found, Address)
    assert (found.url, found.shown) == (url, shown)


def test_capitals_are_kept_where_they_are_only_shown():
    found = recognise("https://x.com/SpolVerket")
    assert isinstance(found, Address)
    assert (found.key, found.shown) == ("x:spolverket", "@SpolVerket")


@pytest.mark.parametrize(
    ("written", "network", "key"),
    [
        ("@spolverket", "x", "x:spolverket"),
        ("spolverket", "x", "x:spolverket"),
        ("Spol.Verket", "facebook", "facebook:spolverket"),
        ("100064567890123", "facebook", "facebook:100064567890123"),
        ("groups/spolarna", "facebook", "facebook:groups/spolarna"),
        ("spolverket.se", "instagram", "instagram:spolverket.se"),
        ("anna-berg", "linkedin", "linkedin:anna-berg"),
        ("in/anna-berg", "linkedin", "linkedin:anna-berg"),
        ("spolverket", "linkedin-page", "linkedin-page:spolverket"),
        ("company/spolverket", "linkedin-page", "linkedin-page:spolverket"),
        ("@spolverket", "youtube", "youtube:@spolverket"),
        ("UCGdrLQbt1PYDTPsampx4t1A", "youtube", "youtube:UCGdrLQbt1PYDTPsampx4t1A"),
        ("c/spolverket", "youtube", "youtube:c/spolverket"),
        ("@spolverket", "tiktok", "tiktok:spolverket"),
        ("@spolverket", "threads", "threads:spolverket"),
        ("@spolverket", "bluesky", "bluesky:spolverket.bsky.social"),
        ("spolverket.example", "bluesky", "bluesky:spolverket.example"),
        ("press@social.example", "mastodon", "mastodon:press@social.example"),
        ("https://social.example/@press", "mastodon", "mastodon:press@social.example"),
        ("0029Va4K0PZ5a245NkngBA2M", "whatsapp-channel", "whatsapp-channel:0029Va4K0PZ5a245NkngBA2M"),
        ("blogg.spolverket.example", "web", "web:blogg.spolverket.example"),
        ("x.com/spolverket", "facebook", "x:spolverket"),
        ("https://evil.example/spolverket", "x", "web:evil.example/spolverket"),
        ("https://x.com/spolverket", "a network that isn’t there", "x:spolverket"),
    ],
)
def test_a_network_helps_a_bare_name_and_nothing_else(written: str, network: str, key: str):
    found = recognise(written, network)
    assert isinstance(found, Address)
    assert found.key == key


def test_the_three_old_names_of_a_channel_are_three_accounts():
    keys = {recognise(f"youtube.com/{before}spolverket").key for before in ("@", "c/", "user/")}  # type: ignore[union-attr]
    assert len(keys) == 3


def test_capitals_make_another_channel_but_not_another_name():
    assert recognise("youtube.com/channel/UCGdrLQbt1PYDTPsampx4t1a") != recognise(
        "youtube.com/channel/UCGdrLQbt1PYDTPsampx4t1A"
    )
    assert recognise("web.example/A") != recognise("web.example/a")


def test_a_page_that_may_be_on_a_mastodon_server_is_both():
    found = readings("https://social.example/@press")
    assert not isinstance(found, Trouble)
    assert [each.key for each in found] == ["web:social.example/@press", "mastodon:press@social.example"]
    again = readings("@press@social.example")
    assert not isinstance(again, Trouble)
    assert {each.key for each in again} == {each.key for each in found}


def test_a_page_with_another_shape_is_a_page_only():
    found = readings("https://forum.example/grupp/press")
    assert not isinstance(found, Trouble)
    assert len(found) == 1


def test_a_forum_keeps_what_tells_its_pages_apart():
    one, other = recognise("forum.example/view?t=12&utm_source=x"), recognise("forum.example/view?t=13")
    assert isinstance(one, Address)
    assert isinstance(other, Address)
    assert one.key == "web:forum.example/view?t=12"
    assert one.key != other.key


def test_a_network_is_called_something_in_both_languages():
    page = networks()["linkedin-page"]
    assert (page.name("sv"), page.name("en")) == ("LinkedIn-sida", "LinkedIn page")
    assert networks()["x"].name("de") == "X"
