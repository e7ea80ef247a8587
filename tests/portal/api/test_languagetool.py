"""LanguageTool's interface: its clients get our advice, in its words."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from vigor.check import Advice
from vigor.check.advice import Span
from vigor_portal.api import limits
from vigor_portal.api.actions import make_token
from vigor_portal.api.languagetool import BadRequest, Wishes, sent_text
from vigor_portal.people.models import Member, Organisation

SHARP = "🙄 Ja jo, verkligen kul att du delar med dig av det här."
Check = Callable[..., dict[str, Any]]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, match: dict[str, Any]) -> str:
    """What a client that counts in UTF-16 underlines."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


class TestAMatch:
    def test_it_stands_where_a_client_counts_to(self, check: Check, key: str):
        (match,) = check(key, text=SHARP)["matches"]
        assert cut(SHARP, match) == "verkligen kul"
        assert match["offset"] == units("🙄 Ja jo, ")

    def test_it_says_which_rule_and_where_the_guideline_is_read(self, check: Check, key: str, settings: Any):
        (match,) = check(key, text=SHARP)["matches"]
        assert match["rule"]["id"] == "VIGOR_IRONY"
        assert match["rule"]["category"] == {"id": "VIGOR", "name": "Vigör"}
        assert match["rule"]["urls"] == [{"value": f"{settings.BASE_URL}/policy/say-what-we-mean"}]
        assert match["message"].endswith("Vad menar du?")
        assert match["shortMessage"] == "om irony"
        assert match["replacements"] == []

    def test_its_context_can_be_marked(self, check: Check, key: str):
        text = "Vi ses på lördag. " * 10 + SHARP + " Vi ses på lördag." * 10
        (match,) = check(key, text=text)["matches"]
        assert cut(match["context"]["text"], match["context"]) == "verkligen kul"
        assert match["context"]["text"].startswith("...")
        assert match["sentence"].endswith(SHARP)

    def test_markup_is_passed_over_and_counted(self, check: Check, key: str):
        parts = [
            {"text": "Ja jo, "},
            {"markup": "<b>🙄"},
            {"text": "verkligen "},
            {"markup": "</b>", "interpretAs": ""},
            {"text": "kul att du delar med dig."},
        ]
        source = "".join(part.get("text") or part["markup"] for part in parts)
        (match,) = check(key, data=json.dumps({"annotation": parts}))["matches"]
        assert cut(source, match) == "verkligen </b>kul"

    def test_what_stands_for_markup_is_read(self):
        sent = sent_text(
            {
                "data": json.dumps(
                    {"annotation": [{"text": "a"}, {"markup": "<br>", "interpretAs": "\n"}, {"text": "b"}]}
                )
            }
        )
        assert sent.text == "a\nb"
        assert sent.places == (0, 1, 5, 6)


class TestWhatAClientWants:
    @pytest.mark.parametrize(
        ("wish", "heard"),
        [
            ({}, True),
            ({"disabledRules": "X,VIGOR_IRONY"}, False),
            ({"disabledCategories": "VIGOR"}, False),
            ({"enabledRules": "OTHER", "enabledOnly": "true"}, False),
            ({"enabledRules": "VIGOR_IRONY", "enabledOnly": "true"}, True),
            ({"disabledCategories": "TYPOS"}, True),
        ],
    )
    def test_its_lists_of_rules_are_kept_to(self, check: Check, key: str, wish: dict[str, str], heard: bool):
        assert bool(check(key, text=SHARP, **wish)["matches"]) is heard

    def test_hints_are_for_the_picky(self):
        hint = Advice("stiff", "talk", "", "", Span(0, 1), "", "", 0.9, hint=True)
        assert not Wishes.of({}).wants(hint)
        assert Wishes.of({"level": "picky"}).wants(hint)

    def test_the_language_may_be_told_or_found_out(self, check: Check, key: str):
        assert check(key, text=SHARP)["language"]["detectedLanguage"]["code"] == "sv"
        told = check(key, text=SHARP, language="en-GB")
        assert told["language"]["code"] == "en-GB"
        assert told["matches"][0]["message"].startswith("We see irony.")

    def test_the_key_tells_who_speaks(
        self, client: Client, policy: None, employee: Member, monkeypatch: pytest.MonkeyPatch
    ):
        seen = []
        from vigor_portal.api import lt_views

        real = lt_views.check_post
        monkeypatch.setattr(
            lt_views,
            "check_post",
            lambda text, context, *more: seen.append(context.layer) or real(text, context, *more),
        )
        client.post("/v2/check", {"text": "Hej", "apiKey": make_token("x", by=employee, layer="logo")})
        assert seen == ["logo"]


class TestTheWayIn:
    def test_a_key_opens_in_the_address_the_header_and_the_field(self, client: Client, key: str):
        sent = {"text": SHARP, "language": "sv"}
        ways = (
            client.post(f"/lt/{key}/v2/check", sent),
            client.post("/v2/check", sent, headers={"authorization": f"Bearer {key}"}),
            client.post("/v2/check", sent | {"username": "elsa@test.example", "apiKey": key}),
        )
        assert [len(answer.json()["matches"]) for answer in ways] == [1, 1, 1]

    @pytest.mark.parametrize("shown", ["", "wrong", "ö", "x" * 5000])
    def test_nothing_opens_without_one(self, client: Client, policy: None, shown: str):
        assert client.post("/v2/check", {"text": SHARP, "apiKey": shown}).status_code == 403

    def test_a_key_of_somebody_who_left_opens_nothing(self, client: Client, key: str, employee: Member):
        employee.is_active = False
        employee.save()
        assert client.post("/v2/check", {"text": SHARP, "apiKey": key}).status_code == 403

    def test_a_session_opens_nothing_here(
        self, policy: None, employee: Member, signed_in: Callable[[Member], Client]
    ):
        assert signed_in(employee).post("/v2/check", {"text": SHARP}).status_code == 403

    def test_a_text_in_the_address_is_not_taken(self, client: Client, key: str):
        answer = client.get("/v2/check", {"text": SHARP, "apiKey": key})
        assert answer.status_code == 405
        assert answer["Allow"] == "POST, OPTIONS"

    def test_too_often_is_told(self, client: Client, key: str, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(limits, "PER_MINUTE", 2)
        codes = [client.post("/v2/check", {"text": "Hej", "apiKey": key}).status_code for _ in range(3)]
        assert codes == [200, 200, 429]

    def test_every_page_in_a_browser_may_ask_and_no_cookie_counts(self, client: Client, key: str):
        before = client.options("/v2/check", headers={"origin": "https://example.org"})
        assert before.status_code == 204
        assert "Authorization" in before["Access-Control-Allow-Headers"]
        answer = client.post("/v2/check", {"text": "Hej", "apiKey": key})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        assert answer["Cache-Control"] == "no-store"

    def test_no_other_address_lets_other_pages_ask(self, client: Client, organisation: Organisation):
        for address in ("/", "/check/", "/api/v1/openapi.json"):
            assert "Access-Control-Allow-Origin" not in client.get(
                address, headers={"origin": "https://example.org"}
            )


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        "sent",
        [
            {},
            {"data": "{"},
            {"data": "[]"},
            {"data": "{}"},
            {"data": '{"annotation": [{"text": 1}]}'},
            {"data": '{"annotation": [1]}'},
            {"data": '{"annotation": [{"text": "a", "markup": "b"}]}'},
            {"data": "[" * 100_000},
            {"text": "Hallo", "language": "de-DE"},
        ],
    )
    def test_it_is_told(self, client: Client, key: str, sent: dict[str, str]):
        answer = client.post("/v2/check", {"apiKey": key} | sent)
        assert answer.status_code == 400
        assert answer.content.startswith(b"Error: ")

    @pytest.mark.parametrize("text", ["", "\0", "🙄" * 5000, "a" * 300_000, "\u202e", "e\u0301"])
    def test_whatever_is_written_gets_an_answer(self, check: Check, key: str, text: str):
        assert check(key, text=text)["matches"] == []

    def test_lone_surrogates_get_an_answer(self, check: Check, key: str):
        found = check(key, data='{"text": "Ja jo \\ud800, verkligen kul att du delar med dig"}')
        assert len(found["matches"]) == 1

    def test_that_only_the_beginning_was_read_is_told(self, check: Check, key: str):
        assert check(key, text="a " * 20_000)["warnings"] == {"incompleteResults": True}

    def test_without_a_policy_there_is_nothing_to_say(
        self, client: Client, organisation: Organisation, employee: Member
    ):
        answer = client.post("/v2/check", {"text": SHARP, "apiKey": make_token("x", by=employee)})
        assert answer.json()["matches"] == []

    def test_parts_of_the_interface_read_alone(self):
        with pytest.raises(BadRequest):
            sent_text({})


def test_its_languages_are_ours(client: Client):
    found = client.get(reverse("lt:languages")).json()
    assert {"name": "Swedish", "code": "sv", "longCode": "sv-SE"} in found
    assert {row["code"] for row in found} == {"sv", "en"}


def test_it_says_what_it_is(client: Client, db: None):
    assert client.get(reverse("lt:info")).json()["software"]["name"] == "Vigör"
    assert client.get("/lt/wrong/v2/info").status_code == 403
