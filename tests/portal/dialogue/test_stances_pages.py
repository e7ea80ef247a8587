"""Stances as people meet them: the buttons beside a guideline, one's own page, and what we think together."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from vigor_portal.dialogue.models import Stance, Thread
from vigor_portal.dialogue.stances import actions, queries
from vigor_portal.dialogue.stances.figures import Stance as Kind
from vigor_portal.dialogue.stances.panels import publish_note
from vigor_portal.dialogue.stances.snapshots import make_snapshot
from vigor_portal.people.models import Department, Member
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import start_draft

GUIDELINES = "".join(f"- Vi gör sak {number} på vårt eget sätt. {{#thing-{number}}}\n" for number in range(3))
TEXT = f"""---
policy: social-media
title: Så gör vi
language: sv
---

## Människan före poängen {{#respect}}

Den som skriver har en poäng.

- Vi låter den andra få sista ordet. {{#last-word}}
- Vi håller det här för oss själva. {{#inside audience=internal}}
{GUIDELINES}
## Ramar {{#frame .frame}}

- Vi lämnar aldrig ut kunders uppgifter. {{#secrets}}
"""
SignedIn = Callable[[Member], Client]


@pytest.fixture
def policy(organisation: object) -> None:
    publish([TEXT], by=None, because="")


def answers(
    make_member: Callable[..., Member], stances: str, guideline: str = "last-word", **about: object
) -> None:
    """answers(make_member, "aaud"): two agree, one is unsure, one disagrees."""
    kinds = {"a": Kind.AGREE, "u": Kind.UNSURE, "d": Kind.DISAGREE}
    for letter in stances:
        member = make_member(f"M{Member.objects.count()}", **about)
        actions.take_stance(guideline, kinds[letter], by=member)


def test_one_press_beside_the_guideline_says_it_and_leads_back_there(policy, employee, signed_in: SignedIn):
    client = signed_in(employee)
    assert b'value="disagree"' in client.get("/policy/").content
    answer = client.post(
        "/stances/take", {"guideline": "last-word", "stance": "disagree", "next": "/policy/"}
    )
    assert answer.headers["Location"] == "/policy/#last-word"
    page = client.get("/policy/last-word").content.decode()
    assert 'class="disagree" aria-pressed="true"' in page
    assert list(Stance.objects.values_list("guideline", "stance")) == [("last-word", "disagree")]


def test_htmx_gets_the_panel_alone_with_focus_on_what_was_pressed(policy, employee, signed_in: SignedIn):
    answer = signed_in(employee).post(
        "/stances/take", {"guideline": "last-word", "stance": "agree"}, headers={"HX-Request": "true"}
    )
    assert b'value="back" class="agree" aria-pressed="true" data-take-focus' in answer.content
    assert b"<html" not in answer.content


def test_the_pressed_button_takes_it_back(policy, employee, signed_in: SignedIn):
    client = signed_in(employee)
    client.post("/stances/take", {"guideline": "last-word", "stance": "agree"})
    client.post("/stances/take", {"guideline": "last-word", "stance": "back"})
    assert not Stance.objects.exists()


def test_the_frame_is_not_asked_about(policy, employee, signed_in: SignedIn):
    client = signed_in(employee)
    assert b"/stances/take" not in client.get("/policy/secrets").content
    answer = client.post("/stances/take", {"guideline": "secrets", "stance": "agree"})
    assert answer.status_code == 409
    assert not Stance.objects.exists()


def test_taking_back_what_was_never_there_does_nothing(policy, employee, signed_in: SignedIn):
    form = {"guideline": "nothing-here", "stance": "back"}
    client = signed_in(employee)
    assert client.post("/stances/take", form).status_code == 302
    assert client.post("/stances/take", form, headers={"HX-Request": "true"}).status_code == 200
    assert client.post("/stances/take", {"guideline": "last-word"}).status_code == 302
    assert client.post("/stances/talk", {"guideline": "last-word"}).status_code == 404


@pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example", "", "javascript:x"])
def test_it_leads_back_to_this_site_only(policy, employee, signed_in: SignedIn, where: str):
    answer = signed_in(employee).post(
        "/stances/take", {"guideline": "last-word", "stance": "agree", "next": where}
    )
    assert answer.headers["Location"] == "/stances/#last-word"


def test_the_page_of_the_whole_costs_the_same_however_many_guidelines_it_has(
    policy, employee, signed_in: SignedIn, django_assert_num_queries, django_assert_max_num_queries
):
    client = signed_in(employee)
    client.get("/policy/")
    with django_assert_max_num_queries(60) as before:
        client.get("/policy/")
    asked = len(before.captured_queries)
    many = "".join(
        f"- Vi gör annat {number} på vårt eget sätt. {{#other-{number}}}\n" for number in range(60)
    )
    publish([TEXT.replace("## Ramar", f"{many}\n## Ramar")], by=None, because="")
    client.get("/policy/")
    with django_assert_num_queries(asked):
        page = client.get("/policy/").content
    assert page.count(b'action="/stances/take"') == 65


def test_too_few_is_said_and_then_the_figure_stands_there_in_words(
    policy, employee, make_member, signed_in: SignedIn
):
    client = signed_in(employee)
    assert "För få har svarat än" in client.get("/policy/last-word").content.decode()
    answers(make_member, "aaaad")
    make_snapshot(date(2026, 11, 2))
    page = client.get("/policy/last-word").content.decode()
    assert '<svg class="agreement"' in page
    assert "minst 80" in page
    assert "5–9" in page
    assert 'style="' not in page


def test_everybody_sees_what_we_think_together_and_no_exact_number(
    policy, employee, make_member, signed_in: SignedIn
):
    answers(make_member, "a" * 17 + "u" * 5 + "d" * 9)
    make_snapshot(date(2026, 11, 2))
    page = signed_in(employee).get("/stances/agreement/").content.decode()
    assert "20–49" in page
    assert "31" not in page.split("</header>")[1].split("</section>")[0]


def test_communications_sees_the_weakest_first_and_reasons_without_names(
    policy, make_member, communicator, employee, signed_in: SignedIn
):
    answers(make_member, "aaaaa", "thing-0")
    for number in range(5):
        member = make_member(f"R{number}")
        actions.give_reason("thing-2", Kind.DISAGREE, f"Skäl nummer {number}.", by=member)
    make_snapshot(date(2026, 11, 2))
    page = signed_in(communicator).get("/stances/agreement/").content.decode()
    assert page.index('href="/policy/thing-2"') < page.index('href="/policy/thing-0"')
    assert "Skäl nummer 3." in page
    assert "Skäl" not in signed_in(employee).get("/stances/agreement/").content.decode()


def test_a_member_may_see_their_own_departments_figures_and_communications_all(
    policy, make_member, communicator, signed_in: SignedIn
):
    sales = Department.objects.create(slug="sales", names={"sv": "Sälj"})
    lab = Department.objects.create(slug="lab", names={"sv": "Labbet"})
    answers(make_member, "aaaaa", department=sales)
    answers(make_member, "ddddd", department=lab)
    make_snapshot(date(2026, 11, 2))
    seller = make_member("Siv", department=sales)
    page = signed_in(seller).get("/stances/agreement/?department=lab").content.decode()
    assert "Labbet" not in page
    assert "Sälj" in page
    assert "Labbet" in signed_in(communicator).get("/stances/agreement/?department=lab").content.decode()


def test_a_new_meaning_asks_again_and_shows_what_changed_and_a_new_wording_asks_nobody(
    policy, employee, signed_in: SignedIn
):
    actions.take_stance("last-word", Kind.AGREE, by=employee)
    actions.take_stance("thing-0", Kind.AGREE, by=employee)
    changed = TEXT.replace("låter den andra få sista ordet", "tar alltid sista ordet").replace(
        "sak 0", "sak noll"
    )
    publish([changed], by=None, because="", meanings={"last-word": "meaning", "thing-0": "wording"})
    page = signed_in(employee).get("/stances/").content.decode()
    assert "1 punkt att titta på igen" in page
    assert "<del>" in page
    assert "<ins>" in page
    mine = queries.mine(employee, queries.asked_in_original())
    assert {key: each.again for key, each in mine.items()} == {"last-word": True, "thing-0": False}
    assert "1 punkt betyder något annat" in signed_in(employee).get("/me/").content.decode()


def test_a_reason_becomes_a_conversation_in_one_press(policy, employee, signed_in: SignedIn):
    actions.give_reason("last-word", Kind.DISAGREE, "Ibland måste vi svara.", by=employee)
    answer = signed_in(employee).post("/stances/talk", {"guideline": "last-word"})
    assert answer.status_code == 302
    thread = Thread.objects.get()
    assert (thread.key, thread.opened_by) == ("last-word", employee)
    assert set(Stance.objects.values_list("stance", "reason")) == {("disagree", "")}


def test_a_reason_becomes_a_proposal_that_is_filled_in(policy, employee, signed_in: SignedIn):
    actions.give_reason("last-word", Kind.DISAGREE, "Ibland måste vi svara.", by=employee)
    client = signed_in(employee)
    page = client.get("/policy/last-word").content.decode()
    assert 'action="/proposals/new/last-word/?lang=sv"' in page
    form = {
        "kind": "wording",
        "show": "1",
        "wording": "Vi låter den andra få sista ordet.",
        "reason": "Ibland måste vi svara.",
    }
    suggested = client.post("/proposals/new/last-word/?lang=sv", form).content.decode()
    assert "Ibland måste vi svara.</textarea>" in suggested


def test_a_reason_that_is_too_long_comes_back_whole(policy, employee, signed_in: SignedIn):
    words = "Därför. " * 300
    answer = signed_in(employee).post(
        "/stances/reason", {"guideline": "last-word", "stance": "unsure", "reason": words}
    )
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()


def test_words_about_a_point_that_just_went_are_not_lost(policy, employee, signed_in: SignedIn):
    client = signed_in(employee)
    publish([TEXT.replace("- Vi låter den andra få sista ordet. {#last-word}\n", "")], by=None, because="")
    form = {"guideline": "last-word", "stance": "unsure", "reason": "Mina ord."}
    assert "Mina ord." in client.post("/stances/reason", form).content.decode()


def test_a_lost_key_is_said_and_nothing_is_kept(policy, employee, make_member, signed_in, settings, tmp_path):
    answers(make_member, "a")
    settings.DATA = tmp_path
    client = signed_in(employee)
    assert "nyckeln" in client.get("/policy/last-word").content.decode()
    assert client.post("/stances/take", {"guideline": "last-word", "stance": "agree"}).status_code == 409
    assert Stance.objects.count() == 1


def test_a_member_takes_home_what_they_said_and_nobody_elses(
    policy, employee, make_member, signed_in: SignedIn
):
    answers(make_member, "aud")
    actions.give_reason("inside", Kind.UNSURE, "Mitt skäl.", by=employee)
    told = json.loads(signed_in(employee).get("/me/data/").content)
    assert [(row["guideline"], row["stance"], row["reason"]) for row in told["stances"]] == [
        ("inside", "unsure", "Mitt skäl.")
    ]


def test_publishing_shows_where_agreement_is_weak(policy, make_member):
    answers(make_member, "aaddd", "thing-1")
    answers(make_member, "aaaaa", "thing-2")
    make_snapshot(date(2026, 11, 2))
    assert [key for key, _cell in queries.weak_agreement()] == ["thing-1"]
    with translation.override("sv"):
        assert "sak 1" in publish_note(["thing-1", "thing-2"])
        assert publish_note(["thing-2"]) == ""


def test_it_stands_on_the_page_that_publishes(policy, make_member, communicator, signed_in: SignedIn):
    answers(make_member, "aaddd", "thing-1")
    make_snapshot(date(2026, 11, 2))
    start_draft(communicator)
    page = signed_in(communicator).get("/policy/draft/publish").content.decode()
    assert "Där vi inte är överens än" in page


def test_the_order_of_the_weakest_tells_no_more_than_the_bands(policy, make_member):
    answers(make_member, "aaadd", "thing-1")
    answers(make_member, "aaddd", "thing-2")
    make_snapshot(date(2026, 11, 2))
    cells = queries.cells_of()
    assert queries.weakness(cells["thing-1"]) == queries.weakness(cells["thing-2"])


def test_it_is_asked_right_after_the_words_and_before_their_cases(
    organisation, employee, signed_in: SignedIn
):
    # One order for eyes, ears and keyboard, on every width.
    case = '### En arg kund {#angry shows="last-word"}\n\nKunden ropar.\n\n## Ramar'
    publish([TEXT.replace("## Ramar", case)], by=None, because="")
    page = signed_in(employee).get("/policy/last-word").content.decode()
    words, asked, case = (page.index(each) for each in ('class="words"', 'class="three"', 'class="case"'))
    assert words < asked < case
    assert page.count('class="three"') == 1
