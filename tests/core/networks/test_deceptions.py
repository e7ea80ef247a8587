"""Where impersonators play: what only looks like an account on a network, and what is no address at all."""

from __future__ import annotations

import pytest

from vigor.networks import Address, Trouble, networks, recognise
from vigor.networks.trouble import TEXTS

NOT_THE_NETWORK = {
    "https://x.com.spolverket.example/spolverket": "web:x.com.spolverket.example/spolverket",
    "https://spolverket.x.com.evil.example": "web:spolverket.x.com.evil.example",
    "https://evil.example/x.com/spolverket": "web:evil.example/x.com/spolverket",
    "https://evil.example/https://x.com/spolverket": "web:evil.example/https:/x.com/spolverket",
    "https://evil.example/?u=https://x.com/spolverket": "web:evil.example?u=https%3A%2F%2Fx.com%2Fspolverket",
    "https://evil.example/#https://x.com/spolverket": "web:evil.example",
    "https://evil.example#@x.com/spolverket": "web:evil.example",
    "https://evil.example?@x.com/spolverket": "web:evil.example?%40x.com%2Fspolverket=",
    "https://xcom.example/spolverket": "web:xcom.example/spolverket",
    "https://notx.com/spolverket": "web:notx.com/spolverket",
    "https://x.co/spolverket": "web:x.co/spolverket",
    "https://nitter.net/spolverket": "web:nitter.net/spolverket",
    "https://faceb00k.com/spolverket": "web:faceb00k.com/spolverket",
    "https://facebook.com-login.example/spolverket": "web:facebook.com-login.example/spolverket",
    # A Cyrillic letter in the host, and the same as the name servers know it.
    "https://х.com/spolverket": "web:xn--u1a.com/spolverket",
    "https://xn--u1a.com/spolverket": "web:xn--u1a.com/spolverket",
    "https://fаcebook.com/spolverket": "web:xn--fcebook-2fg.com/spolverket",
    "https://ınstagram.com/spolverket": "web:xn--nstagram-skb.com/spolverket",
    "https://mastodon.social.evil.example/@press": "web:mastodon.social.evil.example/@press",
    "https://evil.mastodon.social/@press": "web:evil.mastodon.social/@press",
    "https://bsky.app.evil.example/profile/spolverket.example": "web:bsky.app.evil.example/profile/spolverket.example",
}

TROUBLES = {
    "empty": ["", "   ", "\u200b", "\n"],
    "long": ["https://x.com/" + "a" * 8000, "x" * 2001, "https://forum.example/" + "a" * 600],
    "control": ["https://x.com/spol\x00verket", "x.com/spol\nverket", "x.com/a\x07", "https://x.com/a\tb", "x.com/\ud800", "x.com/\ue000"],
    "invisible": ["https://x.com/spol\u200bverket", "x.com/\u202etekrevlops", "@spol\u00adverket", "x.com/a\u2066b", "x.com/spol\u3164"],
    "spaces": ["Vi finns på https://x.com/spolverket", "https://x.com/a https://x.com/b", "x.com/spol\u00a0verket"],
    "scheme": ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<b>hej</b>", "ftp://x.com/a", "file:///etc/passwd", "mailto:a@b.example", "tel:+4670123", "vbscript:x", "blob:https://x.com/a"],
    "user-info": ["https://x.com@evil.example/spolverket", "https://x.com:secret@evil.example", "http://spolverket@x.com/a", "x.com%2fspolverket@evil.example/a", "https://@x.com/a"],
    "port": ["https://x.com:8443/spolverket", "x.com:80/spolverket", "https://forum.example:8080/a", "https://x.com:0443x/a"],
    "ip": ["http://127.0.0.1/spolverket", "http://[::1]/a", "http://[::ffff:1.2.3.4]:80/a", "http://2130706433/", "http://0x7f.1/", "https://1.2.3.4.", "http://0177.0.0.01/a"],
    "host": ["http://localhost/a", "https://intranet/a", "https://x..com/a", "https://.x.com/a", "https://x.com../a", "https://-x.com/a", "https://xn--a.com/a", "https://xn--.com/a", "https://❤.example/a", "https://x.com／a.example/b", "https://℀.example/", "https://a_.example!/", "https://" + "a" * 64 + ".example/", "https://" + "a." * 130 + "example/", "http://%78.com/a", "http:///", "https://x.com%00.example/"],
    "disguised": ["https://x.com/a%2Fb", "https://x.com/%2e%2e/a", "https://x.com/../a", "https://x.com/./a", "https://x.com/a%252Fb", "https://x.com/%00", "https://x.com/a%5cb", "https://evil.example\\@x.com/a", "https:\\\\x.com\\a", "https://x.com/%ff", "https://x.com/spolver\u212aet", "https://forum.example/%0d%0aSet-Cookie"],
    "mail": ["press@spolverket.example", "x.com@evil.example"],
    "network": ["@spolverket", "spolverket", "åsa", "@spolverket.example"],
    "post": ["https://x.com/i/status/1790", "https://www.instagram.com/p/Cabc/", "instagram.com/reel/Cabc", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ", "https://youtube.com/shorts/abc", "https://fb.watch/abc/", "https://www.facebook.com/watch/?v=1", "https://www.facebook.com/photo?fbid=1", "https://www.linkedin.com/feed/update/urn:li:activity:1", "https://www.threads.net/t/abc"],
    "short": ["https://t.co/abc", "bit.ly/abc", "https://vm.tiktok.com/ZM1/", "https://lnkd.in/abc"],
    "no-account": ["https://x.com", "https://x.com/share?text=a", "https://twitter.com/intent/tweet?text=a", "https://x.com/hashtag/spol", "https://x.com/search?q=spol", "https://x.com/home", "https://x.com/login", "https://www.facebook.com/sharer/sharer.php?u=a", "https://www.facebook.com/plugins/page.php", "https://developers.facebook.com/docs", "https://help.x.com/sv", "https://www.instagram.com/explore/tags/spol", "https://www.instagram.com/accounts/login", "https://www.linkedin.com/jobs/view/1", "https://www.youtube.com/results?search_query=spol", "https://chat.whatsapp.com/ABCDEF", "https://wa.me/46701234567", "https://mastodon.social/about", "https://bsky.app/search"],
    "name": ["https://x.com/spol.verket", "https://x.com/abcdefghijklmnop", "https://x.com/spоlverket", "https://x.com/ſpolverket", "https://x.com/ｓpolverket", "https://instagram.com/spol-verket", "https://instagram.com/.spol", "https://x.com/spolverket;a=b", "https://www.youtube.com/@ab"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "key"), NOT_THE_NETWORK.items())
def test_what_stands_on_an_unknown_host_is_never_the_network_it_looks_like(written: str, key: str):
    found = recognise(written)
    assert isinstance(found, Address)
    assert (found.network, found.key) == ("web", key)


@pytest.mark.parametrize("network", networks())
def test_no_hint_makes_a_stranger_an_account_of_the_network(network: str):
    found = recognise("https://evil.example/spolverket", network)
    assert isinstance(found, Address)
    assert found.network == "web"


@pytest.mark.parametrize(
    ("kind", "written"), [(kind, each) for kind, every in TROUBLES.items() for each in every]
)
def test_what_is_no_account_gets_to_know_why(kind: str, written: str):
    found = recognise(written)
    assert isinstance(found, Trouble), found
    assert found.kind == kind
    for language in ("sv", "en"):
        said = found.say(language)
        assert said[0].isupper() or said[0] in "”“"
        assert said.endswith((".", "?"))
        assert "{" not in said


def test_a_bare_name_on_mastodon_asks_for_its_server():
    found = recognise("@press", "mastodon")
    assert isinstance(found, Trouble)
    assert found.kind == "server"
    assert "@name@server" in found.say("en")


def test_every_trouble_is_met_by_a_test_and_said_in_both_languages():
    assert set(TROUBLES) | {"server"} == set(TEXTS)
    assert all(set(texts) == {"sv", "en"} for texts in TEXTS.values())


def test_who_hides_before_an_at_sign_is_told_by_the_real_name():
    found = recognise("https://x.com@evil.example/spolverket")
    assert isinstance(found, Trouble)
    assert "evil.example" in found.say("sv")


def test_a_name_that_can_not_be_gets_the_rule():
    found = recognise("https://x.com/spol.verket")
    assert isinstance(found, Trouble)
    assert "högst 15" in found.say("sv")
    assert "at most 15" in found.say("en")
    assert found.say("de") == found.say("en")


def test_letters_that_could_be_mistaken_are_shown_encoded():
    tricky, plain = recognise("https://аpple.example/vår"), recognise("https://vår.example/вода")
    assert isinstance(tricky, Address)
    assert isinstance(plain, Address)
    assert tricky.shown == "xn--pple-43d.example/vår"
    assert plain.shown == "vår.example/%D0%B2%D0%BE%D0%B4%D0%B0"
