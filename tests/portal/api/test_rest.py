"""The REST interface: JSON in and out, with a key."""

import json
from typing import Any

import pytest
from django.test import Client

from vigor_portal.api import limits
from vigor_portal.api.actions import make_token
from vigor_portal.people.models import Member, Organisation

SHARP = "🙄 Ja jo, verkligen kul att du delar med dig av det här."


def post(client: Client, key: str, body: object) -> Any:
    return client.post(
        "/api/v1/check",
        json.dumps(body),
        content_type="application/json",
        headers={"authorization": f"Bearer {key}"},
    )


def test_a_post_gets_advice_with_places_in_code_points(client: Client, key: str, settings: Any):
    found = post(client, key, {"id": "1", "text": SHARP, "lang": "sv", "layer": "employee"}).json()
    (advice,) = found["advice"]
    assert SHARP[advice["start"] : advice["end"]] == "verkligen kul"
    assert (found["id"], found["language"], advice["check"]) == ("1", "sv", "irony")
    assert advice["guideline"] == "say-what-we-mean"
    assert advice["url"] == f"{settings.BASE_URL}/policy/say-what-we-mean"
    assert advice["case"] == "joke"


def test_a_list_gets_a_list(client: Client, key: str):
    found = post(client, key, [{"id": 1, "text": SHARP}, {"id": 2, "text": "Vi ses!"}]).json()
    assert [(one["id"], len(one["advice"])) for one in found] == [(1, 1), (2, 0)]


@pytest.mark.parametrize("shown", ["wrong", "ö".encode().decode("latin-1")])
def test_nothing_opens_without_a_key(client: Client, policy: None, shown: str):
    assert post(client, shown, {"text": "Hej"}).status_code == 401
    assert client.post("/api/v1/check", "{}", content_type="application/json").status_code == 401


def test_a_key_opens_nothing_else(client: Client, key: str):
    for address in ("/policy/", "/me/", "/check/", "/words/"):
        answer = client.get(address, headers={"authorization": f"Bearer {key}"})
        assert answer.status_code == 302, address


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        1,
        "x",
        {"text": 1},
        {"text": "a", "lang": "de"},
        {"text": "a", "layer": "king"},
        {"text": "a" * 200_000},
    ],
)
def test_what_is_wrong_is_told_without_what_was_sent(client: Client, key: str, body: object):
    answer = post(client, key, body)
    if body == []:
        assert answer.json() == []
        return
    assert answer.status_code == 422
    assert "king" not in answer.content.decode()
    assert "aaa" not in answer.content.decode()


@pytest.mark.parametrize("body", [b"{", b"\xff", b""])
def test_what_is_no_json_is_told(client: Client, key: str, body: bytes):
    answer = client.post(
        "/api/v1/check", body, content_type="application/json", headers={"authorization": f"Bearer {key}"}
    )
    assert answer.status_code in {400, 422}


def test_too_many_are_told(client: Client, key: str, monkeypatch: pytest.MonkeyPatch):
    assert post(client, key, [{"text": "Hej"}] * 51).status_code == 422
    monkeypatch.setattr(limits, "PER_MINUTE", 3)
    assert post(client, key, [{"text": "Hej"}] * 2).status_code == 200
    assert post(client, key, [{"text": "Hej"}] * 2).status_code == 429


def test_without_a_policy_it_says_so(client: Client, organisation: Organisation, employee: Member):
    assert post(client, make_token("x", by=employee), {"text": "Hej"}).status_code == 409


def test_it_describes_itself(client: Client, db: None):
    told = client.get("/api/v1/openapi.json").json()
    assert told["paths"]["/api/v1/check"]["post"]["security"]
    assert client.get("/api/v1/docs").status_code == 404


def test_nothing_on_the_way_keeps_it(client: Client, key: str):
    assert "no-store" in post(client, key, {"text": "Hej"})["Cache-Control"]
