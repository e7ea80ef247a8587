"""The press room never learns why an internal point changed, nor that it exists.

Two organisations have the same policy, published at the same times. One has internal principles, guidelines, cases
and playbooks besides, which change with reasons of their own. Everything a visitor can get from the two is compared,
byte for byte.
"""

import io
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader
from tests.portal.policies.answers_told import tell_answers
from tests.portal.policies.press_visit import (
    Got,
    differing,
    everything,
    get,
    room,
    told,
    with_internal,
    without_internal,
)
from tests.portal.policies.two_policies import DAYS, PUBLIC, SECRETS, STORY, whole

from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish, withdraw
from vigor_portal.policies.models import PublicPage, Version
from vigor_portal.policies.press.written import token


@pytest.fixture(scope="module")
def kept() -> list[dict[str, Got]]:
    return []


@pytest.fixture
def both(db: None, kept: list[dict[str, Got]]) -> tuple[dict[str, Got], dict[str, Got]]:
    """Everything public of the organisation with internal points, and of the one without; visited once."""
    for tell in (with_internal, without_internal)[len(kept) :]:
        with told(STORY, tell):
            kept.append(everything(Client()))
    return kept[0], kept[1]


def test_the_two_stories_differ_in_what_is_internal_only(db: None) -> None:
    with told(STORY, with_internal):
        assert Version.objects.count() == len(STORY)
    with told(STORY, without_internal):
        assert [version.published_at for version in Version.objects.order_by("number")] == [
            DAYS[number - 1] for number in PUBLIC
        ]
    for texts in STORY:
        for text in with_internal(texts):
            assert sum(secret in text.lower() for secret in SECRETS) >= 2
        for text in without_internal(texts):
            assert not any(secret in text.lower() for secret in SECRETS)


def test_everything_public_is_the_same_byte_for_byte(both: tuple[dict[str, Got], dict[str, Got]]) -> None:
    one, other = both
    assert differing(one, other) == []
    assert len(one) > 400
    statuses = {got.status for got in one.values()}
    assert {200, 302, 304, 404, 405, 410} <= statuses


def test_no_internal_word_is_public(both: tuple[dict[str, Got], dict[str, Got]]) -> None:
    for address, got in both[0].items():
        text = got.body.decode(errors="replace").lower() + str(got.headers).lower()
        if got.body.startswith(b"%PDF"):
            text += "".join(page.extract_text() for page in PdfReader(io.BytesIO(got.body)).pages).lower()
        if not any(secret in address.lower() for secret in SECRETS):
            assert not any(secret in text for secret in SECRETS), address


def test_what_was_answered_for_everybody_is_public_and_what_was_answered_inside_is_not(
    both: tuple[dict[str, Got], dict[str, Got]],
) -> None:
    """Otherwise what was answered would prove nothing."""
    listed = both[0]["/press/sv/ask/answered"].body.decode()
    assert "Ja, med dem som skojar med oss." in listed
    assert "1 mars 2026" in listed
    # Their points were internal for a while: what rested on them has gone, and doesn't come back by itself.
    assert "Vem skriver under?" not in listed
    assert "Hur snabbt" not in listed
    found = both[0]["sv: Får vi skoja?"].body.decode()
    assert "<mark>Ja, med dem som skojar med oss.</mark>" in found
    assert "Yes, when they joke with us." in both[0]["en: Do you joke with people?"].body.decode()


def test_a_withdrawn_version_that_changed_internal_points_only_leaves_no_trace(db: None) -> None:
    with told(STORY[:2], without_internal):
        before = room(Client())
    for number in (2, 4, 6):
        with told(STORY[:7], with_internal):
            untouched = room(Client())
            withdraw(Version.objects.get(number=number), by=None, ground="hemlis")
            assert differing(room(Client()), untouched) == [], number
    # The one before holds the public words of the one in force: that its text is gone is no matter of the public's.
    with told(STORY[:2], with_internal):
        withdraw(Version.objects.get(number=1), by=None, ground="hemlis")
        assert differing(room(Client()), before) == []


def test_what_was_internal_altogether_has_never_been(db: None) -> None:
    """The first versions had nothing public in them; one of them is even withdrawn."""
    hidden = (
        "⟦## Kvastfening {#hemlis-project audience=internal}\n\nHemlis {}.\n⟧",
        "⟦## The Coelacanth {#hemlis-project audience=internal}\n\nHemlis {}.\n⟧",
    )
    heads = [
        text[: text.index("Vi pratar") if "Vi pratar" in text else text.index("We would")]
        for text in STORY[0]
    ]
    found = []
    for tell in (with_internal, without_internal):
        with told(STORY[:0], tell):
            if tell is with_internal:
                for number in (1, 2):
                    texts = [
                        whole(head + text.replace("{}", str(number)))
                        for head, text in zip(heads, hidden, strict=True)
                    ]
                    publish(texts, by=None, because="hemlis", at=DAYS[0])
                empty = room(Client())
                withdraw(Version.objects.get(number=1), by=None, ground="hemlis")
                assert differing(room(Client()), empty) == []
            else:
                assert differing(room(Client()), empty) == []
            publish(tell(STORY[2]), by=None, because="hemlis", at=DAYS[2])
            found.append(room(Client()))
    assert differing(*found) == []


def test_a_publishing_that_the_public_sees_nothing_of_touches_no_page(
    client: Client, organisation: Organisation
) -> None:
    publish(with_internal(STORY[0]), by=None, because="", at=DAYS[0])
    tell_answers(1, DAYS[0], inside=True)
    booklet = client.get("/press/sv/policy.pdf").content
    before = token()
    publish(with_internal(STORY[1]), by=None, because="", at=DAYS[1])
    tell_answers(2, DAYS[1], inside=True)
    assert token() == before
    # It is made when somebody asks, which takes seconds; kept, it takes none, and neither tells of a publishing.
    assert bytes(PublicPage.objects.get(path="/press/sv/policy.pdf").body) == booklet
    publish(with_internal(STORY[2]), by=None, because="", at=DAYS[2])
    assert token() != before
    assert not PublicPage.objects.filter(path="/press/sv/policy.pdf").exists()


@pytest.mark.parametrize("place", ["{}", "versions/1/{}", "versions/2/{}", "compare/1/2/{}", "{}/x"])
@pytest.mark.parametrize("internal", ["hemlis-rumours", "hemlis-project", "hemlis-leak", "hemlis-both"])
def test_an_internal_key_and_an_unknown_one_take_the_same_way_through_the_house(
    db: None, place: str, internal: str
) -> None:
    """Same queries, same functions in the same order: so they take the same time, too."""
    unknown = internal.replace("hemlis", "gissat")
    with told(STORY[:3], with_internal):
        client = Client()
        get(client, "/press/sv/gissa")  # what is made once is made
        get(client, "/press/sv/versions/1/gissa")
        ways = [way_through(client, f"/press/sv/{place.format(key)}") for key in (internal, unknown)]
    assert ways[0] == ways[1]
    assert ways[0][0].status == 404
    assert len(ways[0][2]) > 5


def way_through(client: Client, address: str) -> tuple[Got, list[str], list[str]]:
    """What was answered, the queries that it took, and the functions of ours that ran, in their order."""
    ran: list[str] = []

    def note(frame: FrameType, event: str, _value: object) -> None:
        if event == "call" and "/src/vigor" in frame.f_code.co_filename:
            ran.append(f"{frame.f_code.co_filename}:{frame.f_code.co_qualname}")

    with CaptureQueriesContext(connection) as queries:
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            got = get(client, address)
        finally:
            sys.setprofile(before)
    return got, [query["sql"] for query in queries], ran


def test_colleagues_see_what_the_public_does_not(
    organisation: Organisation, employee: Member, signed_in: Callable[[Member], Client]
) -> None:
    """Otherwise the rest here would prove nothing."""
    publish(with_internal(STORY[0]), by=None, because="hemlis", at=DAYS[0])
    page = signed_in(employee).get("/policy/hemlis-rumours")
    assert page.status_code == 200
    assert "Kvastfening" in page.content.decode()


def test_colleagues_see_which_number_a_version_has_in_the_press_room(
    employee: Member, signed_in: Callable[[Member], Client]
) -> None:
    employee.language = "en"
    employee.save()
    with told(STORY[:3], with_internal):
        page = signed_in(employee).get("/policy/versions/").content.decode()
    assert page.count("version 2 in the press room") == page.count("nothing new in the press room") == 1
    with told(STORY[:3], without_internal):
        assert "in the press room" not in signed_in(employee).get("/policy/versions/").content.decode()
