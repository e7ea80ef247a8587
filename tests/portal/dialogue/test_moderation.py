"""What the public says in the press room: held, shown or refused on a public ground, and never followed."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.dialogue.models import Ground, PublicComment, PublicTally, Talk
from vigor_portal.dialogue.threads import public
from vigor_portal.dialogue.threads.flood import A_POINT, EACH, FLOOD, TOGETHER, Flood, forget_tallies
from vigor_portal.dialogue.threads.open_things import held_comments
from vigor_portal.dialogue.threads.privacy import empty_refused
from vigor_portal.dialogue.threads.public import Decided, NotOpen, TakenBack, TooMany
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish

pytestmark = pytest.mark.django_db
MakeMember = Callable[..., Member]
KEY = "no-sarcasm"
FORM = f"/press/sv/{KEY}/comment"
SHOWN = f"/press/sv/{KEY}/comments"
WORDS = "Kul att ni tänker på det här."


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


@pytest.fixture(autouse=True)
def calm() -> Iterator[None]:
    FLOOD.forget()
    yield
    FLOOD.forget()


@pytest.fixture
def opened(communicator: Member) -> None:
    public.let_public_comment(True, by=communicator)


@pytest.fixture
def comment(opened: None) -> PublicComment:
    return public.send_public(KEY, "sv", WORDS, name="Signe")


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def kim(communicator: Member) -> Client:
    client = Client()
    client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def html(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return str(response.content.decode())


def test_nobody_comments_before_the_organisation_allows_it(visitor: Client):
    assert FORM not in html(visitor, f"/press/sv/{KEY}")
    html(visitor, FORM, 404)
    assert visitor.post(FORM, {"text": WORDS}).status_code == 404
    with pytest.raises(NotOpen):
        public.send_public(KEY, "sv", WORDS)


def test_the_press_room_says_so_at_once_when_it_opens_and_when_it_closes(
    visitor: Client, communicator: Member
):
    public.let_public_comment(True, by=communicator)
    assert FORM in html(visitor, f"/press/sv/{KEY}")
    assert f"/press/en/{KEY}/comment" in html(visitor, f"/press/en/{KEY}")
    public.let_public_comment(False, by=communicator)
    assert FORM not in html(visitor, f"/press/sv/{KEY}")


def test_communications_alone_opens_it_and_decides(opened: None, comment: PublicComment, employee: Member):
    for attempt in (
        lambda: public.let_public_comment(False, by=employee),
        lambda: public.show(comment, by=employee),
        lambda: public.refuse(comment, Ground.ADVERTISING, by=employee),
        lambda: public.answer(comment, "x", by=employee),
        lambda: public.look_at(comment, by=employee),
        lambda: public.look_again(comment, by=employee),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_comment_needs_no_account_no_name_and_no_cookie(opened: None, visitor: Client):
    answer = visitor.post(FORM, {"text": WORDS})
    assert answer.status_code == 303
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    kept = PublicComment.objects.get()
    assert (kept.text, kept.name, kept.state, kept.sent_on) == (WORDS, "", "held", timezone.localdate())


def test_nothing_is_kept_that_tells_who_wrote(opened: None, visitor: Client):
    before = Entry.objects.count()
    visitor.post(FORM, {"text": WORDS}, REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="Läsaren 1.0")
    kept = " ".join(str(value) for value in PublicComment.objects.values().get().values())
    assert "198.51" not in kept
    assert "Läsaren" not in kept
    assert Entry.objects.count() == before
    # Nor in the cache that the processes share.
    assert not cache.get("198.51.100.7")


def test_nothing_is_shown_before_somebody_has_looked_at_it(
    comment: PublicComment, visitor: Client, kim: Client
):
    assert WORDS not in html(visitor, SHOWN)
    kim.post(f"/talk/public/{comment.public_id}/", {"decision": "show", "answer": "Tack!"})
    shown = html(visitor, SHOWN)
    assert WORDS in shown
    assert "Signe" in shown
    assert "Tack!" in shown
    assert Talk.objects.get(key=KEY).public == 1


def test_the_reference_tells_its_writer_what_became_of_it(
    opened: None, visitor: Client, communicator: Member
):
    receipt = visitor.post(FORM, {"text": WORDS}).headers["Location"]
    assert len(receipt.rpartition("/")[2]) == 24
    assert "Tack. Vi har den." in html(visitor, receipt)
    public.refuse(PublicComment.objects.get(), Ground.OFF_POINT, by=communicator)
    assert "Den handlar inte om punkten" in html(visitor, receipt)
    html(visitor, receipt[:-1] + "_", 404)


def test_its_writer_can_take_it_back(comment: PublicComment, visitor: Client, communicator: Member):
    public.show(comment, by=communicator)
    assert "Tillbakataget" in visitor.post(f"/press/sv/comment/{comment.reference}").content.decode()
    assert not PublicComment.objects.exists()
    assert WORDS not in html(visitor, SHOWN)
    assert Talk.objects.get(key=KEY).public == 0


def test_refusing_names_a_ground_of_the_public_list(comment: PublicComment, visitor: Client, kim: Client):
    answer = kim.post(f"/talk/public/{comment.public_id}/", {"decision": "refuse"})
    assert answer.status_code == 422
    assert (
        kim.post(
            f"/talk/public/{comment.public_id}/", {"decision": "refuse", "ground": "dislike"}
        ).status_code
        == 422
    )
    kim.post(f"/talk/public/{comment.public_id}/", {"decision": "refuse", "ground": "advertising"})
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == ("refused", "advertising")
    listed = html(visitor, FORM)
    for ground in (
        "Den är reklam",
        "Den hotar någon",
        "Den handlar inte om punkten",
        "Att vi inte håller med är ingen grund",
    ):
        assert ground in listed
    assert WORDS not in html(visitor, SHOWN)


def test_who_decides_second_sees_the_first_decision(
    comment: PublicComment, kim: Client, make_member: MakeMember
):
    public.refuse(comment, Ground.REPEATED, by=make_member("Siv", Role.COMMUNICATIONS))
    answer = kim.post(f"/talk/public/{comment.public_id}/", {"decision": "show", "answer": "Mitt svar."})
    assert answer.status_code == 409
    assert "Den har skickats mer än en gång" in answer.content.decode()
    assert "Mitt svar." in answer.content.decode()
    with pytest.raises(Decided):
        public.show(comment, by=make_member("Ola", Role.COMMUNICATIONS))


def test_what_was_taken_back_a_second_ago_is_not_decided(
    comment: PublicComment, kim: Client, communicator: Member
):
    public.take_back(PublicComment.objects.get())
    with pytest.raises(TakenBack):
        public.show(comment, by=communicator)
    answered = kim.post(
        f"/talk/public/{comment.public_id}/", {"decision": "show", "answer": "Tack för orden."}
    )
    assert answered.status_code == 404
    assert "Tack för orden." in answered.content.decode()
    assert kim.get(f"/talk/public/{comment.public_id}/").status_code == 404


def test_an_internal_and_an_unknown_key_are_the_same_to_a_visitor(opened: None, visitor: Client):
    html(visitor, "/press/sv/warm-up", 404)  # the process reads the written pages once
    for page in "comment", "comments":
        answers, costs = [], []
        for key in "rumours", "code-name", "nothing-here":
            with CaptureQueriesContext(connection) as queries:
                answers.append(visitor.get(f"/press/sv/{key}/{page}"))
            costs.append(len(queries))
        assert [answer.status_code for answer in answers] == [404, 404, 404]
        assert len({answer.content for answer in answers}) == 1
        assert len(set(costs)) == 1
    assert visitor.post("/press/sv/rumours/comment", {"text": WORDS}).status_code == 404
    assert not PublicComment.objects.exists()


def test_no_page_of_the_public_tells_of_anything_internal(
    comment: PublicComment, visitor: Client, communicator: Member
):
    public.show(comment, by=communicator)
    for address in FORM, SHOWN, f"/press/sv/comment/{comment.reference}", f"/press/sv/{KEY}":
        for secret in "rumours", "Kvastfening", "code-name", "Kim":
            assert secret not in html(visitor, address)


def test_too_much_and_too_little_come_back_with_a_message(opened: None, visitor: Client):
    long = "å" * 50_000
    answer = visitor.post(FORM, {"text": long})
    assert answer.status_code == 422
    assert long in answer.content.decode()
    assert "50000 tecken" in answer.content.decode()
    assert visitor.post(FORM, {"text": "   "}).status_code == 422
    assert not PublicComment.objects.exists()


def test_a_machine_that_fills_in_every_box_is_told_and_loses_nothing(opened: None, visitor: Client):
    answer = visitor.post(FORM, {"text": WORDS, "website": "https://spam.example"})
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert not PublicComment.objects.exists()


def test_a_flood_is_stopped_and_the_words_are_kept(opened: None, visitor: Client):
    for _ in range(EACH):
        assert visitor.post(FORM, {"text": WORDS}).status_code == 303
    answer = visitor.post(FORM, {"text": "Mina ord nummer sex."})
    assert answer.status_code == 429
    assert "Mina ord nummer sex." in answer.content.decode()
    assert "vänta 10 minuter" in answer.content.decode()
    assert visitor.post(FORM, {"text": WORDS}, REMOTE_ADDR="198.51.100.8").status_code == 303


def test_one_household_and_everybody_together_have_a_limit():
    flood = Flood()
    passed = [flood.lets_through(f"2001:db8:1:2::{n}", KEY) for n in range(EACH + 1)]
    assert passed == [True] * EACH + [False]
    passed = [flood.lets_through(f"198.51.{n // 250}.{n % 250}", f"point-{n % 9}") for n in range(TOGETHER)]
    assert passed.count(True) == TOGETHER - EACH


def test_a_point_has_a_limit_that_every_process_shares():
    # A process is new, and so is its memory; the count is the database's.
    passed = [Flood().lets_through("198.51.100.7", KEY) for _ in range(A_POINT + 1)]
    assert passed == [True] * A_POINT + [False]
    assert Flood().lets_through("198.51.100.7", "another-point")


def test_what_was_not_taken_in_is_held_against_nobody():
    for _ in range(A_POINT):
        Flood().lets_through("198.51.100.7", KEY)
    flood = Flood()
    assert not flood.lets_through("198.51.100.7", KEY)
    assert [flood.lets_through("198.51.100.7", "another-point") for _ in range(EACH)] == [True] * EACH
    assert PublicTally.objects.get(key="").sent == A_POINT + EACH


def test_the_next_ten_minutes_begin_anew_and_the_old_counts_go():
    with time_machine.travel("2026-11-24 10:07:00+00:00", tick=False) as clock:
        for _ in range(A_POINT):
            Flood().lets_through("198.51.100.7", KEY)
        forget_tallies()
        assert not Flood().lets_through("198.51.100.7", KEY)
        clock.move_to("2026-11-24 10:10:01+00:00")
        assert Flood().lets_through("198.51.100.7", KEY)
        forget_tallies()
    assert sorted(PublicTally.objects.values_list("key", "sent")) == [("", 1), (KEY, 1)]


def test_a_full_point_says_so_and_gives_the_words_back(opened: None, visitor: Client):
    for _ in range(A_POINT):
        Flood().lets_through("198.51.100.7", KEY)
    answer = visitor.post(FORM, {"text": "Mina ord på kvällen.", "name": "Signe"})
    assert answer.status_code == 429
    for kept in ("Mina ord på kvällen.", "Signe", "vänta 10 minuter"):
        assert kept in answer.content.decode()
    assert not PublicComment.objects.exists()


def test_what_the_flood_gate_holds_is_scrambled_and_gone_after_some_minutes(monkeypatch: pytest.MonkeyPatch):
    now = 1000.0
    monkeypatch.setattr("vigor_portal.dialogue.threads.flood.monotonic", lambda: now)
    flood, other = Flood(_salted_at=now), Flood(_salted_at=now)
    flood.lets_through("198.51.100.7", KEY)
    other.lets_through("198.51.100.7", KEY)
    assert "198" not in repr(flood._sent)
    assert flood._sent.keys() != other._sent.keys()
    now += 11 * 60
    flood.lets_through("203.0.113.1", KEY)
    assert len(flood._sent) == 1
    salt = flood._salt
    now += 24 * 60 * 60 + 1
    flood.lets_through("203.0.113.1", KEY)
    assert flood._salt != salt


def test_more_than_can_be_read_is_not_taken_in(opened: None, visitor: Client):
    PublicComment.objects.bulk_create(
        PublicComment(key=KEY, language="sv", number=1, text="x") for _ in range(public.MOST_HELD)
    )
    with pytest.raises(TooMany):
        public.send_public(KEY, "sv", WORDS)
    answer = visitor.post(FORM, {"text": WORDS})
    assert answer.status_code == 429
    assert WORDS in answer.content.decode()


def test_a_point_that_went_while_somebody_wrote_takes_no_comment(opened: None, visitor: Client):
    publish([without(SWEDISH, "last-word"), without(ENGLISH, "last-word")], by=None, because="")
    assert visitor.post("/press/sv/last-word/comment", {"text": WORDS}).status_code in {404, 409}
    assert not PublicComment.objects.exists()


def test_script_from_the_public_is_shown_as_words(
    comment: PublicComment, visitor: Client, kim: Client, communicator: Member
):
    PublicComment.objects.update(text="<script>alert(1)</script>\u202egnp", name="<b>x</b>")
    assert "<script>alert" not in html(kim, f"/talk/public/{comment.public_id}/")
    public.show(comment, by=communicator)
    shown = html(visitor, SHOWN)
    assert "&lt;script&gt;" in shown
    assert "<b>x</b>" not in shown
    assert "\u202e" not in shown


def test_what_waits_is_among_what_is_open_for_those_who_moderate(
    comment: PublicComment, employee: Member, communicator: Member
):
    assert len(list(held_comments(None))) == 1
    assert list(held_comments(employee)) == []
    public.look_at(comment, by=communicator)
    assert [thing.owner for thing in held_comments(communicator)] == [communicator]


def test_what_was_refused_is_emptied_after_a_month(comment: PublicComment, communicator: Member):
    public.refuse(comment, Ground.UNLAWFUL, by=communicator)
    empty_refused()
    comment.refresh_from_db()
    assert comment.text == WORDS
    PublicComment.objects.update(decided_on=timezone.localdate() - timedelta(days=31))
    empty_refused()
    comment.refresh_from_db()
    assert (comment.text, comment.name, comment.ground) == ("", "", "unlawful")


def test_a_decision_can_be_looked_at_again(comment: PublicComment, kim: Client, visitor: Client):
    at = f"/talk/public/{comment.public_id}/"
    kim.post(at, {"decision": "show"})
    kim.post(at + "look-again")
    assert WORDS not in html(visitor, SHOWN)
    assert re.search(r'name="decision" value="show"', html(kim, at))


def test_colleagues_read_what_the_public_says_where_they_talk(
    comment: PublicComment, kim: Client, communicator: Member
):
    assert WORDS not in html(kim, f"/policy/{KEY}/talk/")
    public.show(comment, by=communicator)
    assert WORDS in html(kim, f"/policy/{KEY}/talk/")
