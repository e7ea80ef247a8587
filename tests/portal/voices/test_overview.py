"""The register as a whole: purposes and gaps, who could answer tomorrow, and what if somebody leaves."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Department, Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Account, Card, Handover, Keys, Stewardship
from vigor_portal.voices.overview.actions import AskedAlready, NobodyToAsk, ask_colleagues, say_yes
from vigor_portal.voices.overview.kept import kept
from vigor_portal.voices.overview.leaving import friday, what_if
from vigor_portal.voices.overview.matrix import matrix
from vigor_portal.voices.overview.plots import bar
from vigor_portal.voices.overview.purposes import KINDS, purposes_of
from vigor_portal.voices.overview.resilience import Held, resilience
from vigor_portal.voices.register.actions import Description, describe

pytestmark = pytest.mark.django_db


def account(name: str, *stewards: Member, **fields: object) -> Account:
    made = Account.objects.create(name=name, **({"network": "x", "state": "in-use"} | fields))
    Card.objects.create(account=made)
    Keys.objects.create(account=made)
    Stewardship.objects.bulk_create(Stewardship(account=made, member=member) for member in stewards)
    return made


@pytest.fixture
def ada(make_member) -> Member:
    return make_member("Ada", language="en")


@pytest.fixture
def bo(make_member) -> Member:
    return make_member("Bo", language="en")


@pytest.fixture
def reader(signed_in, ada, organisation) -> Client:
    return signed_in(ada)


# Purposes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Vi svarar på frågor om cyklar.", ("help",)),
        ("Customer service answers here.", ("help",)),
        ("Nyheter om verkstaden, och lediga tjänster", ("news", "recruit")),
        ("Driftinformation dygnet runt", ("warn",)),
        ("A look behind the scenes", ("show",)),
        ("Zebror", ("own:Zebror",)),
        ("", ()),
    ],
)
def test_a_purpose_is_known_by_its_words(text, kinds):
    assert purposes_of(text) == kinds


def test_the_matrix_counts_accounts_a_purpose_and_network(ada):
    account("Ett", purpose="Vi svarar på frågor")
    account("Två", purpose="Vi hjälper dig", topics=["Cyklar"])
    account("Tre", purpose="Nyheter", network="facebook", topics=["cyklar"])
    account("Stängt", purpose="Vi rekryterar", state="closed")
    account("Tyst")
    found = matrix()
    assert (found.accounts, found.unsaid) == (4, 1)
    assert found.groups == ("X", "Facebook")
    assert [(line.key, [cell.number for cell in line.cells], line.number) for line in found.lines] == [
        ("help", [2, 0], 2),
        ("news", [0, 1], 1),
    ]
    assert len(found.gaps) == len(KINDS) - 2
    topics = matrix(of="topics")
    assert [(line.key, line.number) for line in topics.lines] == [("cyklar", 2)]


def test_the_matrix_goes_by_department_too(ada):
    store = Department.objects.create(slug="store", names={"sv": "Lagret", "en": "Store"})
    account("Ett", purpose="Vi svarar").departments.add(store)
    account("Två", purpose="Vi svarar")
    [line] = matrix(by="department").lines
    assert sorted(cell.number for cell in line.cells) == [1, 1]


def test_two_for_the_same_thing_in_the_same_place_are_told(ada):
    account("Ett", purpose="Vi svarar", topics=["cyklar"])
    account("Två", purpose="Vi hjälper", topics=["Cyklar "])
    account("Tre", purpose="Vi hjälper", topics=["ben"])
    account("Fyra", purpose="Vi hjälper", topics=["cyklar"], network="facebook")
    [overlap] = matrix().overlaps
    assert (overlap.number, overlap.topic, overlap.network) == (2, "cyklar", "x")
    assert [each.name for each in overlap.accounts] == ["Ett", "Två"]


def test_the_matrix_asks_as_often_for_many_as_for_few(ada):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            matrix()
        return len(queries)

    account("Ett", purpose="Vi svarar")
    account("Två", purpose="Vi svarar")
    few = asked()
    for number in range(30):
        account(f"Konto {number}", purpose=f"Vi svarar om {number}", network="facebook", topics=["a"])
    assert asked() == few <= 4


# Resilience


def test_it_counts_accounts_and_no_people(ada, bo):
    account("Inga")
    account("En", ada)
    account("Två", ada, bo)
    account("Vilar", ada, state="resting")
    account("Godkänt", ada, state="approved")
    account("Hittat", bo, state="found", network="facebook")
    found = resilience()
    assert found.whole.numbers == (1, 2, 1, 0)
    assert found.whole.safe == 1
    assert [(held.name, held.number) for held in found.networks] == [("X", 3), ("Facebook", 1)]


def test_somebody_who_has_left_answers_nothing(ada, bo):
    account("Två", ada, bo)
    Member.objects.filter(pk=bo.pk).update(is_active=False)
    assert resilience().whole.numbers == (0, 1, 0, 0)


def test_a_purpose_hangs_on_one_person_even_with_two_accounts(ada, bo):
    account("Ett", ada, purpose="Vi svarar")
    account("Två", ada, purpose="Vi hjälper dig")
    account("Tre", bo, purpose="Nyheter")
    account("Fyra", ada, purpose="Nyheter")
    account("Fem", purpose="Vi rekryterar")
    found = {each.name: (each.accounts, each.stands_on) for each in resilience().purposes}
    assert sorted(found.values()) == [(1, 0), (2, 1), (2, 2)]


def test_resilience_takes_two_queries_however_many_there_are(ada, bo):
    for number in range(20):
        account(f"Konto {number}", ada, bo, purpose=f"Vi svarar om {number}")
    with CaptureQueriesContext(connection) as queries:
        resilience()
    assert len(queries) == 2


def test_the_plot_is_as_wide_as_its_figures():
    drawn = bar(Held("X", 1, 0, 1, 2))
    assert 'class="none" x="0.00" y="0" width="25.00"' in drawn
    assert 'class="one"' not in drawn
    assert 'class="more" x="50.00" y="0" width="50.00"' in drawn
    assert "style" not in drawn


def test_no_name_stands_on_the_page(reader, make_member):
    account("Ett", make_member("Zelda"), purpose="Vi svarar")
    page = reader.get("/voices/resilience/").content.decode()
    assert "0 of 1 can be answered tomorrow" in page
    assert "all of it hangs on one person" in page
    assert "Zelda" not in page.partition("<main")[2].partition("</main>")[0]


# What if


def test_it_says_what_would_be_without_anybody(ada, bo):
    account("Bara Ada", ada, purpose="Vi svarar")
    account("Båda", ada, bo, purpose="Nyheter")
    resting = account("Ovanpå Ada", bo)
    Keys.objects.filter(account=resting).update(rests_on=ada)
    found = what_if(ada)
    assert [each.account.name for each in found.alone] == ["Bara Ada"]
    assert [each.account.name for each in found.thin] == ["Båda", "Ovanpå Ada"]
    assert len(found.silent) == 1
    assert "Ovanpå Ada" in found.first[1].what


def test_what_if_asks_as_often_however_much_somebody_holds(ada, bo):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            what_if(ada)
        return len(queries)

    account("Bara Ada", ada, purpose="Vi svarar")
    account("Båda", ada, bo)
    asked()
    few = asked()
    for number in range(20):
        account(f"Konto {number}", ada, purpose=f"Vi svarar om {number}")
    assert asked() == few


def test_a_purpose_that_another_serves_isn_t_silent(ada, bo):
    account("Bara Ada", ada, purpose="Vi svarar")
    account("Bo också", bo, purpose="Vi hjälper dig")
    assert what_if(ada).silent == ()


def test_friday_is_never_today():
    with time_machine.travel("2026-11-27 12:00+01:00"):
        assert friday().isoformat() == "2026-12-04"
    with time_machine.travel("2026-11-26 12:00+01:00"):
        assert friday().isoformat() == "2026-11-27"


def test_nobody_asks_it_about_a_colleague(reader, bo, ada):
    assert reader.get(f"/voices/leaving/{bo.public_id}/").status_code == 403
    assert reader.post(f"/voices/leaving/{bo.public_id}/", {"last_day": "2100-01-01"}).status_code == 403
    assert reader.get(f"/voices/leaving/{ada.public_id}/").status_code == 200
    assert "Only communications" not in reader.get("/voices/leaving/").content.decode()


def test_communications_finds_somebody_by_name(signed_in, communicator, bo, organisation):
    account("Bara Bo", bo)
    page = signed_in(communicator).get("/voices/leaving/", {"who": "Bo"}, follow=True)
    assert "Bara Bo" in page.content.decode()


def test_one_press_begins_the_handover(reader, ada):
    account("Bara Ada", ada)
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    assert reader.post(f"/voices/leaving/{ada.public_id}/", {"last_day": day}).status_code == 302
    assert Handover.objects.get().account.name == "Bara Ada"


def test_a_day_that_has_been_begins_nothing(reader, ada):
    account("Bara Ada", ada)
    page = reader.post(f"/voices/leaving/{ada.public_id}/", {"last_day": "2020-01-01"})
    assert "That day has passed" in page.content.decode()
    assert not Handover.objects.exists()


# Asking colleagues


@pytest.fixture
def store(ada, bo) -> Department:
    made = Department.objects.create(slug="store", names={"sv": "Lagret", "en": "Store"})
    Member.objects.filter(pk__in=[ada.pk, bo.pk]).update(department=made)
    ada.refresh_from_db()
    bo.refresh_from_db()
    return made


def test_colleagues_are_asked_once_and_a_yes_is_enough(ada, bo, store, employee):
    held = account("Bara Ada", ada)
    assert ask_colleagues(held, by=ada) == 1
    assert list(Notice.objects.filter(kind="account.asked").values_list("member", flat=True)) == [bo.pk]
    with pytest.raises(AskedAlready):
        ask_colleagues(held, by=ada)
    with pytest.raises(NotAllowed):
        say_yes(held, by=employee)
    say_yes(held, by=bo)
    assert held.stewardships.filter(member=bo, until=None).exists()


def test_a_yes_comes_too_late_after_three_weeks(ada, bo, store):
    held = account("Bara Ada", ada)
    ask_colleagues(held, by=ada)
    with time_machine.travel(timezone.now() + timedelta(days=22)), pytest.raises(NotAllowed):
        say_yes(held, by=bo)


def test_it_says_when_there_is_nobody_to_ask(ada):
    with pytest.raises(NobodyToAsk):
        ask_colleagues(account("Bara Ada", ada), by=ada)


def test_who_doesn_t_hold_it_asks_nobody(ada, bo, store):
    with pytest.raises(NotAllowed):
        ask_colleagues(account("Bara Ada", ada), by=bo)


def test_the_notice_leads_to_a_page_with_one_press(signed_in, ada, bo, store, organisation):
    held = account("Bara Ada", ada, purpose="Vi svarar.")
    ask_colleagues(held, by=ada)
    client = signed_in(bo)
    page = client.get(f"/voices/account/{held.public_id}/hold-it/")
    assert "Would you hold" in page.content.decode()
    assert client.post(f"/voices/account/{held.public_id}/hold-it/").status_code == 302
    assert held.stewardships.filter(member=bo, until=None).exists()


def test_who_wasn_t_asked_finds_no_such_page(reader, bo):
    held = account("Bara Bo", bo)
    assert reader.get(f"/voices/account/{held.public_id}/hold-it/").status_code == 404


# The pages


@pytest.mark.parametrize(
    "path",
    [
        "wheel/",
        "wheel/?kind=topics",
        "purposes/",
        "purposes/?of=topics&by=department",
        "resilience/",
        "leaving/",
    ],
)
def test_every_page_stands_empty_and_full(reader, ada, path: str):
    assert reader.get(f"/voices/{path}").status_code == 200
    for number in range(60):
        account(
            f"Konto {number}", ada, purpose=f"Vi svarar om {number}", topics=["cyklar"], network="mastodon"
        )
    page = reader.get(f"/voices/{path}")
    assert page.status_code == 200
    assert "Konto" in page.content.decode() or "resilience" in path


def test_the_wheel_shows_one_kind_at_a_time(reader, ada, bo):
    account("Utan tider", ada, bo, purpose="Vi svarar")
    account("Med tider", ada, purpose="Vi svarar", hours="vardagar")
    page = reader.get("/voices/wheel/?kind=no-hours").content.decode()
    assert "Utan tider" in page
    assert "Med tider" not in page
    assert "no answering times <b>1</b>" in page


def test_figures_are_counted_again_after_a_change_and_not_before(ada, communicator):
    held = account("Ett", ada, purpose="Vi svarar")
    said = Description(name="Ett", purpose="Nyheter")
    describe(held, said, by=communicator)
    counts: list[int] = []

    def count() -> int:
        counts.append(1)
        return Account.objects.count()

    assert (kept(count), kept(count), len(counts)) == (1, 1, 1)
    account("Två", ada)
    describe(held, said, by=communicator)
    assert (kept(count), len(counts)) == (2, 2)


def test_figures_cost_one_query_when_nothing_has_changed(reader, ada, communicator):
    held = account("Ett", ada, purpose="Vi svarar")
    describe(held, Description(name="Ett", purpose="Nyheter"), by=communicator)
    with CaptureQueriesContext(connection) as first:
        reader.get("/voices/resilience/")
    with CaptureQueriesContext(connection) as again:
        reader.get("/voices/resilience/")
    assert len(again) == len(first) - 2
