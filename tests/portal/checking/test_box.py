"""The box: a question or a post, and what there is to say of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from vigor.check import Context
from vigor_portal.checking.actions import keep_words, object_to
from vigor_portal.checking.models import Objection
from vigor_portal.checking.queries import known_of_us
from vigor_portal.checking.reading import read_post
from vigor_portal.dialogue.models import Thread
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed

SHARP = "Hej Per! Ja jo, verkligen kul att du delar med dig. Det är Nätmark som har grävt, inte vi."
SignIn = Callable[[Member], Client]


def send(client: Client, text: str, **more: str) -> str:
    return client.post(reverse("checking:box"), {"text": text, **more}).content.decode()


class TestAPost:
    def test_its_words_are_marked_and_the_weightiest_advice_comes_first(self, here: Client):
        page = send(here, SHARP)
        assert '<mark class="" data-checks="irony">verkligen kul</mark>' in page
        assert page.index("Vi ser blame.") < page.index("Vi ser irony.")
        assert "Vi tog det här för ett inlägg." in page

    def test_advice_leads_to_the_guideline_in_its_own_words_and_to_a_case(self, here: Client):
        page = send(here, SHARP)
        assert (
            f'<a href="{reverse("policies:point", args=["say-what-we-mean"])}">Vi menar det vi skriver.</a>'
            in page
        )
        assert reverse("policies:point", args=["joke"]) in page
        assert "Vad menar du?" in page

    def test_that_it_reads_well_is_said_too(self, here: Client):
        assert "Det låter bra" in send(here, "Vi öppnar en butik i Umeå på lördag. Välkomna!")

    def test_markup_in_it_is_shown_and_not_run(self, here: Client):
        page = send(here, "<script>alert(1)</script> verkligen kul <b>& så</b>. Vi ses i morgon.")
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark" in page
        assert "&lt;b&gt;&amp; så&lt;/b&gt;" in page

    def test_put_together_again_the_pieces_are_the_text(self, policy: None):
        text = "🙄 verkligen kul, Nätmark!\n\nOch så va\u0308l. " + SHARP
        reading = read_post(text, Context(), "sv")
        assert reading is not None
        assert "".join(piece.text for piece in reading.pieces) == text
        assert {n for piece in reading.pieces for n in piece.ends} == {said.number for said in reading.said}

    def test_a_post_in_english_gets_the_english_text(self, here: Client):
        page = send(here, "Oh well, verkligen kul that you share this with all of us on the internet.")
        assert "We mean what we write." in page

    def test_it_is_counted_for_each_network_or_the_chosen_one(self, here: Client):
        page = send(here, "Vi ses på lördag! https://example.org/en/mycket/lang/adress/till/en/sida")
        assert "Bluesky" in page
        assert "X 41" in page
        page = send(here, "Vi ses på lördag! " * 20, network="x", taken_as="post")
        assert "för långt" in page
        assert "Bluesky 359" not in page

    def test_line_breaks_count_once(self, here: Client):
        assert "Bluesky 15" in send(here, "Hej!\r\nVälkommen!", taken_as="post")

    def test_the_playbook_stands_beside(self, here: Client):
        page = send(here, SHARP, reply_to="Ni är hopplösa.", layer="logo", sender="Här svarar Leila")
        assert "När någon är missnöjd" in page
        assert "Be om ursäkt först." in page
        # A complaint is answered: the playbook for that lies open.
        assert '<details name="playbook" data-kind="complaint" open' in page
        assert '<details name="playbook" data-kind="complaint" open' not in send(
            here, SHARP, reply_to="Hur öppnar man asken?"
        )
        assert "Ni är hopplösa." in page
        assert 'value="Här svarar Leila"' in page


class TestWhichItIs:
    def test_a_question_is_answered_from_the_policy(self, here: Client):
        page = send(here, "Vad gör vi när någon är missnöjd?")
        assert "Vi tog det här för en fråga." in page
        assert reverse("policies:point", args=["complaint"]) in page

    def test_one_press_changes_it_and_the_next_time_remembers(self, here: Client):
        page = send(here, "Vad gör vi när någon är missnöjd?", taken_as="post")
        assert "Läst som ett inlägg." in page
        assert 'name="was" value="post"' in page
        assert "Läst som ett inlägg." in send(here, "Vad gör vi när någon är missnöjd?", was="post")
        assert "Läst som en fråga." in send(
            here, "Vad gör vi när någon är missnöjd?", was="post", taken_as="question"
        )

    def test_what_answers_somebody_is_a_post(self, here: Client):
        assert "för ett inlägg" in send(here, "Vad är ditt ordernummer?", reply_to="Mitt paket är borta.")


class TestTheWayThere:
    def test_the_law_is_named_that_holds_for_an_employer_like_ours(self, here: Client):
        def told(sector: str) -> str:
            Organisation.objects.update(sector=sector)
            return send(
                here, "Jag har tipsat tidningen om hur vi behandlas.", layer="employee", taken_as="post"
            )

        assert "3 kap. 5–6 §§" in told("public")
        assert "2017:151" in told("publicly-funded")
        assert "lojalitetsplikten" in told("private")

    def test_nothing_on_the_way_keeps_it(self, here: Client):
        answer = here.post(reverse("checking:box"), {"text": SHARP})
        assert "no-store" in answer["Cache-Control"]
        assert "referer" not in answer.headers

    def test_for_htmx_the_answer_comes_alone(self, here: Client):
        answer = here.post(reverse("checking:box"), {"text": SHARP}, headers={"hx-request": "true"})
        assert b"<html" not in answer.content
        assert b"<mark" in answer.content

    def test_what_is_far_too_long_comes_back(self, here: Client):
        page = send(here, "Vi ses. " * 4_000)
        assert "20000" in page.replace("\xa0", "")
        assert "Vi ses. Vi ses." in page

    def test_an_empty_box_says_what_to_do(self, here: Client):
        assert "Skriv vad du undrar" in send(here, "  ")

    @pytest.mark.parametrize(
        "text", ["\0", "\u202e!dlefg", "🙄" * 3000, "a" * 20_000, "e\u0301\u0302" * 5000]
    )
    def test_whatever_is_pasted_gets_an_answer(self, here: Client, text: str):
        answer = here.post(reverse("checking:box"), {"text": f"Hej! {text}", "taken_as": "post"})
        assert answer.status_code == 200

    def test_a_choice_that_there_is_not_is_told(self, here: Client):
        page = send(here, SHARP, layer="king")
        assert "<mark" not in page
        assert "verkligen kul" in page

    def test_without_a_policy_it_says_so(self, organisation: object, employee: Member, signed_in: SignIn):
        assert "Det finns ingen policy än" in send(signed_in(employee), SHARP)


class TestNotAgreeing:
    def test_it_is_counted_by_the_day_without_who_and_what(self, here: Client, employee: Member):
        for _ in range(2):
            page = here.post(
                reverse("checking:disagree"), {"text": SHARP, "disagree": "irony:say-what-we-mean"}
            ).content.decode()
        row = Objection.objects.get()
        assert (row.check_name, row.guideline, row.times) == ("irony", "say-what-we-mean", 2)
        assert not Entry.objects.filter(actor=employee).exists()
        # Without JavaScript the page comes back whole, with what was written.
        assert "<mark" in page
        assert "Räknat" in page

    def test_from_there_one_talks_about_the_guideline_and_the_post_does_not_come_along(self, here: Client):
        page = here.post(
            reverse("checking:disagree"), {"text": SHARP, "disagree": "irony:say-what-we-mean"}
        ).content.decode()
        talk = reverse("threads:point", args=["say-what-we-mean"])
        assert f'<form method="post" action="{talk}#write">' in page
        begun = here.post(talk, {"about_check": "irony"})
        form = begun.content.decode()
        assert begun.status_code == 200
        assert "Jag håller inte med om rådet om ”" in form
        assert "(irony), som vilar på ”Vi menar det vi skriver”." in form
        assert "kul" not in form
        assert not Thread.objects.exists()

    def test_a_check_that_there_is_not_begins_nothing(self, here: Client):
        talk = reverse("threads:point", args=["say-what-we-mean"])
        page = here.post(talk, {"about_check": "<b>king</b>"}).content.decode()
        assert "king" not in page
        assert "Jag håller inte med" not in page
        assert reverse("threads:point", args=["say-what-we-mean"]) in page

    @pytest.mark.parametrize("about", ["", "irony", "irony:nothing", "nothing:own-it", "a:b:c"])
    def test_what_there_is_not_cannot_be_objected_to(self, here: Client, about: str):
        assert here.post(reverse("checking:disagree"), {"disagree": about}).status_code == 404
        assert not Objection.objects.exists()

    def test_communications_sees_how_often(
        self, here: Client, employee: Member, communicator: Member, signed_in: SignIn
    ):
        object_to("irony", "say-what-we-mean", by=employee)
        object_to("irony", "say-what-we-mean", by=employee)
        page = signed_in(communicator).get(reverse("checking:objections")).content.decode()
        assert "om irony" in page
        assert "2 gånger" in page


class TestOurOwnWords:
    def test_a_post_is_read_with_them(self, here: Client, communicator: Member):
        keep_words({"code_names": ["Gråsparv"]}, by=communicator)
        page = send(here, "Snart kan vi berätta mer om Gråsparven, och då blir det fest i verkstan.")
        assert ">Gråsparven</mark>" in page
        assert 'class="tag">Måste</span>' in page

    def test_they_are_kept_one_a_line(self, policy: None, communicator: Member, signed_in: SignIn):
        client = signed_in(communicator)
        client.post(
            reverse("checking:words"), {"brands": "Syrsa\r\n\r\n Humla \r\nSyrsa", "code_names": "Gråsparv"}
        )
        assert known_of_us().words.brands == ("Syrsa", "Humla", "Testbolaget")
        assert "Syrsa\nHumla" in client.get(reverse("checking:words")).content.decode()

    def test_what_the_press_room_shows_is_nobodys_private_data(self, policy: None):
        assert known_of_us().words.own_contacts == ("press@test.example",)

    def test_only_communications_keeps_them(self, here: Client, employee: Member):
        assert here.get(reverse("checking:words")).status_code == 403
        with pytest.raises(NotAllowed):
            keep_words({"brands": ["x"]}, by=employee)

    def test_the_record_says_which_list_and_no_word(self, policy: None, communicator: Member):
        keep_words({"code_names": ["Gråsparv"]}, by=communicator)
        entry = Entry.objects.get(kind="checking.words-kept")
        assert "Gråsparv" not in str([entry.ids, entry.object_kind, entry.object_id])

    def test_lines_that_are_no_words_come_back(self, policy: None, communicator: Member, signed_in: SignIn):
        page = signed_in(communicator).post(reverse("checking:words"), {"brands": "x" * 200}).content.decode()
        assert "En av raderna är väldigt lång" in page
        assert "x" * 200 in page
