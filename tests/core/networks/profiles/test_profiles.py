"""Profiles as their networks' servers give them, in the ways that real servers differ."""

from typing import Any

import pytest
from tests.core.networks.profiles import recorded
from tests.core.networks.profiles.recorded import replay

from vigor.fetch import Refused
from vigor.networks import Address, recognise
from vigor.networks.profiles import Link, NotRead, Profile, can_be_read, read_profile
from vigor.networks.profiles.hypertext import read_html

LOOKUP = "https://social.example/api/v1/accounts/lookup?acct=anna"
WEBFINGER = "https://social.example/.well-known/webfinger?resource=acct%3Aanna%40social.example"
USER = "https://social.example/users/anna"
SHOWN = "https://social.example/@anna"
INDEX = "https://public.api.bsky.app/xrpc/"
ELSEWHERE = {WEBFINGER: recorded.WEBFINGER, USER: recorded.ACTOR, SHOWN: recorded.PAGE}


def read(text: str, network: str, answers: dict[str, Any]) -> Profile:
    address = recognise(text, network)
    assert isinstance(address, Address)
    return read_profile(address, get=replay(answers))


def mastodon(answers: dict[str, Any]) -> Profile:
    return read("@anna@social.example", "mastodon", answers)


def bluesky(answers: dict[str, Any], name: str = "anna.bsky.social") -> Profile:
    return read(name, "bluesky", answers)


def test_a_mastodon_profile_is_read_as_people_see_it() -> None:
    profile = mastodon({LOOKUP: recorded.MASTODON_ACCOUNT})
    assert profile.name == "Anna Spole :blobcat:"
    assert profile.text == (
        "Textilingenjör på Spolverket.\nLäs mer: https://spolverket.example/anna\nÅsikter & garn är mina."
    )
    assert [(field.name, field.text) for field in profile.fields] == [
        ("Jobbar på", "https://spolverket.example"),
        ("Hon", "she/her"),
    ]
    assert profile.links == (
        Link("https://spolverket.example", verified=True, me=True),
        Link("https://spolverket.example/anna"),
    )


@pytest.mark.parametrize("answer", [400, 401, 403, 404, 405, 501, "<p>Sidan finns inte", Refused("type")])
def test_a_server_without_the_question_is_asked_in_another_way(answer: Any) -> None:
    profile = mastodon({LOOKUP: answer, **ELSEWHERE})
    assert profile.text == "Textilingenjör på Spolverket."
    assert Link("https://spolverket.example", me=True) in profile.links


def test_a_server_that_shows_actors_to_other_servers_only_still_has_a_page() -> None:
    profile = mastodon({LOOKUP: 401, **ELSEWHERE, USER: 401})
    assert "Textilingenjör på Spolverket." in profile.text
    assert "nej" not in profile.text
    assert profile.links == (
        Link("https://spolverket.example", me=True),
        Link("https://social.example/om", me=True),
    )


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({LOOKUP: (404, {"error": "Record not found"}), WEBFINGER: 404}, "gone"),
        ({LOOKUP: {**recorded.MASTODON_ACCOUNT, "suspended": True}}, "gone"),
        ({LOOKUP: (429, {"error": "Too many requests"})}, "busy"),
        ({LOOKUP: 500}, "trouble"),
        ({LOOKUP: 503}, "trouble"),
        ({LOOKUP: Refused("slow")}, "slow"),
        ({LOOKUP: Refused("large")}, "large"),
        ({LOOKUP: []}, "form"),
        ({LOOKUP: {}}, "form"),
        ({LOOKUP: 404, WEBFINGER: {"links": "none"}}, "form"),
        ({}, "name"),
    ],
)
def test_it_says_why_a_mastodon_profile_wasnt_read(answers: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused) as refused:
        mastodon(answers)
    assert refused.value.kind == why
    assert refused.value.say("sv") != refused.value.say("en")
    assert refused.value.is_passing == (why in ("busy", "trouble", "slow", "name"))


def test_odd_values_in_a_profile_do_no_harm() -> None:
    odd = {
        "username": "anna", "acct": "anna", "display_name": None, "note": "<p>" + "<div>" * 5000, "url": 7,
        "fields": [{"name": None, "value": "<a href='javascript:x'>x</a>", "verified_at": 1}, "nej"] * 500, "moved": 3,
    }  # fmt: skip
    profile = mastodon({LOOKUP: odd})
    assert profile.name == "anna"
    assert profile.links == ()
    assert len(profile.fields) <= 20


def test_a_profile_that_moved_says_where_to() -> None:
    moved = {**recorded.MASTODON_ACCOUNT, "moved": {"url": "https://other.example/@anna"}}
    assert mastodon({LOOKUP: moved}).moved_to == "https://other.example/@anna"


def test_a_bluesky_profile_is_read_from_the_public_index() -> None:
    profile = bluesky({f"{INDEX}app.bsky.actor.getProfile?actor=anna.bsky.social": recorded.BLUESKY_PROFILE})
    assert profile.name == "Anna Spole"
    assert profile.text.startswith("Textilingenjör på Spolverket.\n")
    assert [link.url for link in profile.links] == [
        "https://spolverket.example/anna",
        "https://garn.example/a_(b",
    ]


KEPT = {
    "https://anna.example/.well-known/atproto-did": recorded.DID,
    f"https://plc.directory/{recorded.DID}": recorded.DOCUMENT,
    f"https://pds.example/xrpc/com.atproto.repo.getRecord?repo={recorded.DID.replace(':', '%3A')}"
    "&collection=app.bsky.actor.profile&rkey=self": recorded.RECORD,
}
BY_INDEX = f"{INDEX}app.bsky.actor.getProfile?actor=anna.example"


@pytest.mark.parametrize("index", [Refused("unreachable"), 500, 429, 403, (400, {"error": "InvalidRequest"})])
def test_a_bluesky_profile_is_read_where_it_is_kept_when_the_index_doesnt_answer(index: Any) -> None:
    profile = bluesky({BY_INDEX: index, **KEPT}, "anna.example")
    assert (profile.name, profile.text) == ("Anna Spole", "Textilingenjör på Spolverket.")


def test_a_handle_that_stands_in_dns_is_known_by_the_index() -> None:
    answers = {**KEPT, BY_INDEX: 500}
    del answers["https://anna.example/.well-known/atproto-did"]
    answers[f"{INDEX}com.atproto.identity.resolveHandle?handle=anna.example"] = {"did": recorded.DID}
    assert bluesky(answers, "anna.example").name == "Anna Spole"


def test_a_handle_that_points_at_somebody_else_is_nobodys() -> None:
    others = {**recorded.DOCUMENT, "alsoKnownAs": ["at://someone.example"]}
    with pytest.raises(NotRead, match="gone"):
        bluesky({BY_INDEX: 500, **KEPT, f"https://plc.directory/{recorded.DID}": others}, "anna.example")


@pytest.mark.parametrize(
    ("index", "why"),
    [
        ((400, {"error": "InvalidRequest", "message": "Profile not found"}), "gone"),
        ((400, {"error": "AccountTakedown", "message": "Account has been suspended"}), "gone"),
        (502, "trouble"),
        (429, "busy"),
        ({"did": 1}, "form"),
        (Refused("slow"), "slow"),
    ],
)
def test_it_says_why_a_bluesky_profile_wasnt_read(index: Any, why: str) -> None:
    with pytest.raises(Refused) as refused:
        bluesky({f"{INDEX}app.bsky.actor.getProfile?actor=anna.bsky.social": index})
    assert refused.value.kind == why


def test_a_page_on_the_web_is_a_profile() -> None:
    profile = read("https://blogg.example/anna", "web", {"https://blogg.example/anna": recorded.PAGE})
    assert profile.name == "Anna Spole (@anna@social.example)"
    assert profile.text.splitlines() == [
        "12 följare. Textilingenjör på Spolverket.",
        "Anna",
        "Jag väver här.",
    ]
    assert Link("https://blogg.example/om", me=True) in profile.links


@pytest.mark.parametrize(("answer", "why"), [("", "form"), (404, "gone"), (500, "trouble"), (403, "closed")])
def test_it_says_why_a_page_wasnt_read(answer: Any, why: str) -> None:
    with pytest.raises(NotRead, match=why):
        read("https://blogg.example/anna", "web", {"https://blogg.example/anna": answer})


def test_networks_that_show_nothing_to_programs_want_the_text_pasted() -> None:
    assert not can_be_read("linkedin")
    with pytest.raises(NotRead, match="network") as refused:
        read("https://www.linkedin.com/in/anna", "", {})
    assert "Klistra" in refused.value.say("sv")


@pytest.mark.parametrize(
    "page", ["<" * 400_000, "<a " * 130_000, "<div>" * 80_000, "&" * 400_000, "<script>" * 50_000]
)
def test_a_page_that_was_built_to_stall_us_is_read_in_seconds(page: str) -> None:
    assert read_html(page, "https://x.example/", most=100_000).links == []


def test_what_stands_in_styles_and_scripts_takes_no_room() -> None:
    page = "<STYLE>" + "p{}" * 200_000 + "</style ><!-- " + "x" * 200_000 + "--><SCRIPT>'<p>'</SCRIPT><p>Hej"
    assert read_html(page).text == "Hej"
