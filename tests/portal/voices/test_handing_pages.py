"""The pages of mandates and handovers: what is pressed does what it says, and what fails comes back as it was written."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vigor_portal.people.actions import deactivate
from vigor_portal.people.models import Member, Organisation
from vigor_portal.voices.handovers import queries as handovers
from vigor_portal.voices.handovers.actions import plan
from vigor_portal.voices.mandates import queries as mandates
from vigor_portal.voices.mandates.actions import Terms, give
from vigor_portal.voices.models import Account, Farewell, Handover, Mandate, PublicAccount

MakeMember = Callable[..., Member]
SignedIn = Callable[[Member], Client]
AccountOf = Callable[..., Account]
pytestmark = pytest.mark.usefixtures("organisation")


def on(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def given(page: bytes, name: str) -> str:
    """The value of a field on a page."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page.decode())
    return found.group(1) if found else ""


class TestGivingAMandate:
    def form(self, **said: str) -> dict[str, str]:
        usual = {
            "member": "Elsa",
            "idea": "Laga mer",
            "starts_on": on(0),
            "ends_on": on(90),
            "appears": "name",
        }
        return {**usual, **said}

    def test_it_is_filled_in_as_far_as_it_is_known(
        self, signed_in: SignedIn, communicator: Member, employee: Member
    ):
        address = reverse("voices:mandates:give") + f"?member={employee.public_id}&idea=Laga"
        page = signed_in(communicator).get(address).content
        assert given(page, "member") == employee.email
        assert given(page, "followed_by") == communicator.email
        assert given(page, "ends_on") == on(182)

    def test_three_lines_are_enough(self, signed_in: SignedIn, communicator: Member, employee: Member):
        signed_in(communicator).post(reverse("voices:mandates:give"), self.form())
        mandate = Mandate.objects.get()
        assert (mandate.member, mandate.followed_by, mandate.is_running) == (employee, communicator, True)

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"ends_on": on(-1)}, "innan det börjar"),
            ({"ends_on": on(800)}, "två år i taget"),
            ({"member": "Ingen"}, "ingen här med det namnet"),
            ({"member": ""}, "Vem är det?"),
            ({"outside_name": "Nadja"}, "Antingen en kollega"),
            ({"appears": "alias"}, "Vilket namn ska vi visa?"),
            ({"idea": ""}, "vad det handlar om"),
            ({"idea": "Idé", "stands_for": "x" * 301}, "301"),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_written_stands_there(
        self, signed_in: SignedIn, communicator: Member, employee: Member, said: dict[str, str], words: str
    ):
        response = signed_in(communicator).post(
            reverse("voices:mandates:give"), self.form(afterwards="Vi tackar varmt.", **said)
        )
        assert response.status_code == 422
        page = response.content.decode().casefold()
        assert words.casefold() in page
        assert "vi tackar varmt." in page
        assert not Mandate.objects.exists()


class TestOneMandate:
    @pytest.fixture
    def mandate(self, communicator: Member, employee: Member) -> Mandate:
        today = timezone.localdate()
        return give(
            Terms(idea="Laga mer", member=employee), today, today + timedelta(days=90), by=communicator
        )

    def press(self, client: Client, mandate: Mandate, what: str, **data: str) -> int:
        address = reverse(f"voices:mandates:{what}", args=[mandate.public_id])
        status = client.post(address, data).status_code
        mandate.refresh_from_db()
        return status

    def test_it_goes_on_with_a_reason_and_not_without(
        self, signed_in: SignedIn, communicator: Member, mandate: Mandate
    ):
        client = signed_in(communicator)
        assert self.press(client, mandate, "extend", until=on(200), reason="") == 422
        assert self.press(client, mandate, "extend", until=on(80), reason="Bra.") == 422
        assert self.press(client, mandate, "extend", until=on(200), reason="Bra.") == 302
        assert mandate.ends_on.isoformat() == on(200)

    def test_its_holder_reads_it_changes_how_they_are_shown_and_ends_it(
        self, signed_in: SignedIn, employee: Member, mandate: Mandate
    ):
        client = signed_in(employee)
        assert self.press(client, mandate, "appear", appears="alias", alias="") == 422
        assert self.press(client, mandate, "appear", appears="alias", alias="Syrran") == 302
        assert self.press(client, mandate, "end", said="Tack för mig.") == 302
        assert (mandate.alias, mandate.said, mandate.is_over) == ("Syrran", "Tack för mig.", True)

    def test_it_is_looked_back_on_by_who_follows_it(
        self, signed_in: SignedIn, communicator: Member, mandate: Mandate
    ):
        client = signed_in(communicator)
        self.press(client, mandate, "look-back", gave="För tidigt.")
        assert mandate.gave == ""
        self.press(client, mandate, "end")
        assert self.press(client, mandate, "look-back", gave="") == 422
        self.press(client, mandate, "look-back", gave="Hundra lagade.")
        assert mandate.gave == "Hundra lagade."

    def test_what_is_over_is_told_to_whoever_comes_late(
        self, signed_in: SignedIn, communicator: Member, mandate: Mandate
    ):
        client = signed_in(communicator)
        self.press(client, mandate, "end")
        self.press(client, mandate, "extend", until=on(200), reason="Bra.")
        page = client.get(reverse("voices:mandates:one", args=[mandate.public_id])).content.decode()
        assert "hunnit ta slut" in page
        assert not mandate.extensions.exists()

    def test_what_is_agreed_on_can_be_changed_but_not_its_days(
        self, signed_in: SignedIn, communicator: Member, mandate: Mandate
    ):
        data = {"member": "Elsa", "idea": "Laga allt", "appears": "name", "ends_on": on(5)}
        self.press(signed_in(communicator), mandate, "change", **data)
        assert (mandate.idea, mandate.ends_on.isoformat()) == ("Laga allt", on(90))


class TestAHandover:
    @pytest.fixture
    def handover(self, account_of: AccountOf, employee: Member, communicator: Member) -> Handover:
        account_of("Spolverket", employee)
        return plan(employee, timezone.localdate(), by=employee)[0]

    def address(self, handover: Handover, what: str = "one", **more: str) -> str:
        return reverse(f"voices:handovers:{what}", kwargs={"public_id": handover.public_id, **more})

    def test_a_press_ticks_and_another_opens_again(
        self, signed_in: SignedIn, employee: Member, handover: Handover
    ):
        client, step = signed_in(employee), handover.steps.get(name="keys")
        client.post(self.address(handover, "tick"), {"done": "keys"})
        step.refresh_from_db()
        assert step.is_done
        client.post(self.address(handover, "tick"), {"open": "keys"})
        step.refresh_from_db()
        assert not step.is_done

    def test_a_step_that_there_isnt_is_none(self, signed_in: SignedIn, employee: Member, handover: Handover):
        for name in ("hemligt", ""):
            response = signed_in(employee).post(self.address(handover, "tick"), {"done": name})
            assert response.status_code == 404

    def test_who_takes_over_is_written_by_name_and_comes_back_when_nobody_is_meant(
        self, signed_in: SignedIn, make_member: MakeMember, employee: Member, handover: Handover
    ):
        make_member("Bo")
        client = signed_in(employee)
        response = client.post(self.address(handover, "take-over"), {"member": "Beata"})
        assert (response.status_code, given(response.content, "member")) == (422, "Beata")
        response = client.post(self.address(handover, "take-over"), {"member": "Elsa"})
        assert response.status_code == 422
        client.post(self.address(handover, "take-over"), {"member": "Bo"})
        assert handover.account.stewardships.filter(member__given_name="Bo").exists()

    def test_nobody_takes_over_by_a_tick_alone(
        self, signed_in: SignedIn, employee: Member, handover: Handover
    ):
        response = signed_in(employee).post(
            self.address(handover, "tick"), {"done": "takes-over"}, follow=True
        )
        assert "Välj först vem som tar över" in response.content.decode()

    def test_it_stays_with_them_by_one_press(self, signed_in: SignedIn, employee: Member, handover: Handover):
        signed_in(employee).post(self.address(handover, "step", name="undo"))
        handover.refresh_from_db()
        assert handover.state == "undone"

    def test_who_sees_to_it_and_by_when_is_said_in_one_form(
        self, signed_in: SignedIn, make_member: MakeMember, employee: Member, handover: Handover
    ):
        make_member("Bo")
        client, address = signed_in(employee), self.address(handover, "appoint")
        for said in ({"owner": "Bo", "last_day": on(-1)}, {"owner": "Beata", "last_day": on(9)}):
            response = client.post(address, said)
            assert response.status_code == 422
            assert given(response.content, "owner") == said["owner"]
            assert '<details class="appoint" open>' in response.content.decode()
        assert client.post(address, {"owner": "Bo", "last_day": on(9)}).status_code == 302
        handover.refresh_from_db()
        assert handover.owner is not None
        assert (handover.owner.given_name, handover.last_day.isoformat()) == ("Bo", on(9))
        assert given(client.get(self.address(handover)).content, "last_day") == on(9)

    def test_others_are_refused(self, signed_in: SignedIn, make_member: MakeMember, handover: Handover):
        assert signed_in(make_member("Bo")).get(self.address(handover)).status_code == 403

    def test_a_farewell_takes_the_place_along_where_its_words_are_ours(
        self, signed_in: SignedIn, employee: Member, handover: Handover
    ):
        client = signed_in(employee)
        form = client.get(self.address(handover, "farewell")).context["form"]
        ours = form.initial["en"]
        client.post(
            self.address(handover, "farewell"), {"sv": "Hej då!", "en": ours, "follow_at": "elsa.example"}
        )
        texts = PublicAccount.objects.get().farewells[0]
        assert texts["sv"] == "Hej då!"
        assert "elsa.example" in texts["en"]

    def test_somebody_else_has_to_have_asked(
        self, signed_in: SignedIn, communicator: Member, handover: Handover
    ):
        client, words = signed_in(communicator), {"sv": "Tack, Elsa.", "en": ""}
        response = client.post(self.address(handover, "farewell"), words)
        assert response.status_code == 422
        assert "Tack, Elsa." in response.content.decode()
        client.post(self.address(handover, "farewell"), {**words, "agreed": "on"})
        assert Farewell.objects.exists()
        client.post(self.address(handover, "farewell"), {"step": "take-back"})
        assert not Farewell.objects.exists()

    def test_an_empty_farewell_is_none(self, signed_in: SignedIn, employee: Member, handover: Handover):
        response = signed_in(employee).post(self.address(handover, "farewell"), {"sv": " ", "en": ""})
        assert response.status_code == 422

    def test_it_stands_beside_the_account_for_those_who_have_a_part_in_it(
        self, signed_in: SignedIn, make_member: MakeMember, employee: Member, handover: Handover
    ):
        account = reverse("voices:account", args=[handover.account.public_id])
        assert self.address(handover) in signed_in(employee).get(account).content.decode()
        assert self.address(handover) not in signed_in(make_member("Bo")).get(account).content.decode()


def test_everybody_sees_on_its_page_that_nobody_holds_an_account(
    signed_in: SignedIn,
    account_of: AccountOf,
    employee: Member,
    administrator: Member,
    make_member: MakeMember,
):
    account = account_of("Spolverket", employee)
    deactivate(employee, by=administrator)
    page = (
        signed_in(make_member("Bo")).get(reverse("voices:account", args=[account.public_id])).content.decode()
    )
    assert "Ingen har hand om det här" in page


def test_one_begins_ones_own_and_sees_first_what_it_is(
    signed_in: SignedIn, account_of: AccountOf, employee: Member
):
    account_of("Spolverket", employee)
    client = signed_in(employee)
    assert "Spolverket" in client.get(reverse("voices:handovers:begin")).content.decode()
    assert client.post(reverse("voices:handovers:begin"), {"last_day": on(-1)}).status_code == 422
    client.post(reverse("voices:handovers:begin"), {"last_day": on(7)})
    assert Handover.objects.get().begun_by == employee


def test_to_let_somebody_go_who_holds_nothing_begins_nothing(
    signed_in: SignedIn, communicator: Member, employee: Member
):
    form = {"member": "Elsa", "last_day": on(7)}
    response = signed_in(communicator).post(reverse("voices:handovers:begin"), form, follow=True)
    assert "har inte hand om något" in response.content.decode()


def test_the_list_shows_what_nobody_holds_to_communications_alone(
    signed_in: SignedIn, account_of: AccountOf, communicator: Member, make_member: MakeMember
):
    account_of("Ingens konto")
    address = reverse("voices:handovers:all")
    assert "Ingens konto" in signed_in(communicator).get(address).content.decode()
    assert "Ingens konto" not in signed_in(make_member("Bo")).get(address).content.decode()


def test_the_press_room_reads_no_cookie_and_sets_none(client: Client, organisation: Organisation):
    response = client.get(reverse("press-spokespersons", args=["en"]))
    assert response.status_code == 200
    assert not response.cookies
    assert "s-maxage" in response["Cache-Control"]


def test_long_lists_of_handovers_come_in_pages(
    signed_in: SignedIn,
    account_of: AccountOf,
    employee: Member,
    communicator: Member,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(handovers, "AT_A_TIME", 2)
    for number in range(6):
        account_of(f"Konto {number}", employee)
    plan(employee, timezone.localdate(), by=employee)
    done = [each.pk for each in Handover.objects.order_by("pk")[3:]]
    Handover.objects.filter(pk__in=done).update(
        state="done", ended_on=timezone.localdate(), ended_by=communicator
    )
    client, address = signed_in(communicator), reverse("voices:handovers:all")

    def shown(query: str = "") -> list[str]:
        return sorted(set(re.findall(r"Konto \d", client.get(address + query).content.decode())))

    assert shown() == ["Konto 0", "Konto 1", "Konto 4", "Konto 5"]
    assert shown("?open=2") == ["Konto 2", "Konto 4", "Konto 5"]
    assert shown("?done=2") == ["Konto 0", "Konto 1", "Konto 3"]
    assert shown("?done=junk") == shown()


def test_long_lists_of_mandates_come_in_pages(
    signed_in: SignedIn, communicator: Member, employee: Member, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mandates, "AT_A_TIME", 2)
    today = timezone.localdate()
    for number in range(3):
        named = Terms(idea=f"Idé {number}", outside_name="cba"[number])
        give(named, today, today + timedelta(days=9), by=communicator)
        over = give(Terms(idea=f"Över {number}", member=employee), today, today, by=communicator)
        Mandate.objects.filter(pk=over.pk).update(ended_on=today, looked_back_on=today)
    address = reverse("voices:mandates:all")

    def shown(who: Member, query: str = "") -> list[str]:
        return re.findall(r"(?:Idé|Över) \d", signed_in(who).get(address + query).content.decode())

    # By the names that the public knows: "a" first.
    assert shown(communicator) == ["Idé 2", "Idé 1", "Över 2", "Över 1"]
    assert shown(communicator, "?page=2") == ["Idé 0", "Över 2", "Över 1"]
    assert shown(communicator, "?over=2") == ["Idé 2", "Idé 1", "Över 0"]


def test_who_isnt_shown_in_public_takes_no_place_in_a_colleagues_list(
    signed_in: SignedIn, communicator: Member, employee: Member, make_member: MakeMember
):
    today = timezone.localdate()
    hidden = Terms(idea="Dold idé", member=employee, appears=Mandate.Appears.NOT)
    give(hidden, today, today + timedelta(days=9), by=communicator)
    bo = make_member("Bo")
    assert not mandates.any_mandates_for(bo)
    assert "Dold idé" not in signed_in(bo).get(reverse("voices:mandates:all")).content.decode()
    assert "Dold idé" in signed_in(employee).get(reverse("voices:mandates:all")).content.decode()
