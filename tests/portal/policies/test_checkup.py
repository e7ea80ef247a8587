"""An old policy is pasted, read and forgotten; five answers become a case."""

import io
import logging
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from tests.portal.searching import files_holding

from vigor.policy.convert import convert
from vigor.policy.parse import parse
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.checkup.door import PER_MINUTE
from vigor_portal.policies.checkup.forms import LONGEST_TEXT
from vigor_portal.policies.checkup.interview import Answers, case_from, with_case
from vigor_portal.policies.checkup.reading import Read, read
from vigor_portal.policies.checkup.uploads import LARGEST_FILE
from vigor_portal.policies.drafting import start_draft
from vigor_portal.policies.queries import texts_in, the_draft

SignIn = Callable[[Member], Client]

OLD = """# Policy för sociala medier

Dokumentägare: Xylofonia Kvist.

## Allmänt

- Vi är ärliga, öppna och professionella.
- Anställda ska alltid uppträda på ett respektfullt sätt i sociala medier.
- Det är inte tillåtet att kritisera företaget i sociala medier.
- Vi svarar på Facebook mellan 8 och 16, och skriver vem vi är med förnamn.
"""
TOLD = {
    "happened": "En kund fick fel maskin för tredje gången. Hon hade tagit ledigt.",
    "wrote": "Ni är det sämsta jag varit med om!",
    "did": "Vi hänvisade till speditören.",
    "became": "Hon gav upp.",
    "today": "Vi ber om ursäkt och kör ut maskinen själva. Det är vårt fel, inte speditörens.",
}
# Words of any kind, and words that Markdown would read as something else.
MARKUP = st.sampled_from([*"#-*+[]x `~|\\_=:.!?1)(&”åa\n\t", "{", "}", "→", "<!--", "-->"])
ANSWER = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1), st.lists(MARKUP, min_size=1).map("".join)
)


@pytest.fixture(autouse=True)
def _nobody_has_been_here() -> None:
    cache.clear()


@pytest.fixture
def visitor(client: Client, organisation: Organisation) -> Client:
    """Somebody without an account, where the administrator has opened the room."""
    Organisation.objects.update(checkup_open=True)
    return client


def paste(client: Client, text: str = OLD, **more: object) -> str:
    return client.post("/checkup/", {"text": text, **more}).content.decode()


def word_document(*paragraphs: str) -> bytes:
    """The least that Word would open."""
    made = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packages = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kinds}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="a" Type="{relation}" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


class TestWhatIsCounted:
    @pytest.fixture
    def found(self) -> Read:
        return read(convert(OLD, name=""), reader="sv")

    def test_every_sentence_counts_once_and_headings_do_not(self, found: Read):
        assert found.figures.sentences == 5
        assert (found.figures.hollow, found.figures.too_far) == (2, 1)
        assert found.figures.we == 2

    def test_it_speaks_at_people_where_somebody_else_is_the_subject(self, found: Read):
        at_people = [
            sentence.text
            for part in found.parts
            for block in part.blocks
            for sentence in block.sentences
            if sentence.has("at-people", "distance")
        ]
        assert len(at_people) == found.figures.at_people
        assert "Anställda ska alltid uppträda på ett respektfullt sätt i sociala medier." in at_people

    def test_a_point_without_a_case_lacks_an_example(self, found: Read):
        assert found.figures.points == 4
        assert found.figures.without_example == 4

    def test_what_is_praised_is_concrete_and_unmarked(self, found: Read):
        assert found.good == ("Vi svarar på Facebook mellan 8 och 16, och skriver vem vi är med förnamn.",)

    def test_a_hollow_sentence_is_turned_around(self, found: Read):
        opposites = [
            remark.opposite
            for part in found.parts
            for block in part.blocks
            for remark in block.remarks
            if remark.rule == "truism"
        ]
        assert "Vi är oärliga, slutna och oprofessionella." in opposites

    def test_no_words_are_lost_on_the_way_to_the_page(self):
        text = OLD + "\n```\nHej! Vi hör av oss.\n```\n\n## Uppföljning\n\nPolicyn följs upp varje år.\n"
        found = read(convert(text, name="gammal.md"), reader="sv")
        blocks = [block for part in found.parts for block in part.blocks]
        shown = " ".join(sentence.text for block in blocks for sentence in block.sentences)
        assert "Policyn följs upp varje år." in shown
        assert [block.verbatim for block in blocks if block.verbatim] == [("Hej! Vi hör av oss.",)]
        # The title stands once, above what is said of it.
        assert found.parts[-1].title == "Uppföljning"
        assert found.parts[-1].blocks[0].sentences == ()
        assert found.parts[-1].blocks[0].remarks

    def test_an_english_text_can_be_read_by_a_swede(self):
        found = read(convert("# Policy\n\n## General\n\n- We are honest and open.\n", name=""), reader="sv")
        remark = found.parts[0].blocks[0].remarks[0]
        assert found.language == "en"
        assert remark.opposite.startswith("We are dishonest")
        assert remark.mend.startswith("Skriv")


class TestTheBox:
    def test_the_answer_has_figures_marks_and_ways_to_mend(self, visitor: Client):
        page = paste(visitor)
        assert "av 5 meningar kan vilket företag som helst skriva under på" in page
        assert "Det här är redan bra" in page
        assert "<mark>Vi är ärliga, öppna och professionella.</mark>" in page
        assert "Vi är oärliga, slutna och oprofessionella." in page
        assert (
            '<mark class="grave">Det är inte tillåtet att kritisera företaget i sociala medier.</mark>'
            in page
        )
        assert "Ett sätt att laga den:" in page

    def test_nothing_is_stored_and_nothing_is_logged(
        self,
        visitor: Client,
        caplog: pytest.LogCaptureFixture,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ):
        monkeypatch.setenv("TMPDIR", str(tmp_path))
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        before = {model: model._default_manager.count() for model in apps.get_models()}
        with caplog.at_level(logging.DEBUG):
            paste(visitor)
            paste(visitor, "", file=SimpleUploadedFile("gammal.txt", OLD.encode()))
            paste(
                visitor, "", file=SimpleUploadedFile("gammal.docx", word_document("Fråga Xylofonia Kvist."))
            )
            visitor.post("/checkup/interview/", {**TOLD, "happened": "Xylofonia var arg."})
        assert {model: model._default_manager.count() for model in apps.get_models()} == before
        assert "Xylofonia" not in caplog.text
        assert list(tmp_path.iterdir()) == []
        assert files_holding("Xylofonia", django_settings.DATA) == []

    def test_nothing_on_the_way_keeps_the_answer(self, visitor: Client):
        for response in (
            visitor.get("/checkup/"),
            visitor.post("/checkup/", {"text": OLD}),
            visitor.post("/checkup/text/", {"text": OLD}),
            visitor.post("/checkup/interview/", TOLD),
        ):
            assert response["Cache-Control"] == "private, no-store"

    def test_it_refuses_a_form_from_elsewhere(self, visitor: Client):
        strict = Client(enforce_csrf_checks=True)
        assert strict.post("/checkup/", {"text": OLD}).status_code == 403
        assert strict.post("/checkup/text/", {"text": OLD}).status_code == 403
        token = strict.get("/checkup/").cookies["csrftoken"].value
        assert strict.post("/checkup/", {"text": OLD, "csrfmiddlewaretoken": token}).status_code == 200

    def test_an_empty_box_comes_back_with_a_word_about_it(self, visitor: Client):
        assert "Klistra in en text här, eller välj en fil." in paste(visitor, "  \n ")

    def test_a_file_is_read_as_what_it_is(self, visitor: Client):
        page = paste(
            visitor,
            "",
            file=SimpleUploadedFile(
                "gammal.html",
                b"<h1>Om oss</h1><h2>Allm\xc3\xa4nt</h2><ul><li>Vi \xc3\xa4r \xc3\xa4rliga och snabba.</ul>",
            ),
        )
        assert ">Om oss</h1>" in page
        assert "<mark>Vi är ärliga och snabba.</mark>" in page

    def test_a_word_document_is_read(self, visitor: Client):
        pytest.importorskip("mammoth")
        page = paste(
            visitor,
            "",
            file=SimpleUploadedFile("gammal.docx", word_document("Policy", "Vi är ärliga och öppna.")),
        )
        assert "Vi är ärliga och öppna." in page

    def test_it_says_so_when_what_reads_word_is_not_installed(
        self, visitor: Client, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("vigor.policy.convert.documents.find_spec", lambda name: None)
        page = paste(visitor, "", file=SimpleUploadedFile("gammal.docx", word_document("Policy")))
        assert "vigor-policy[import]" in page

    def test_a_file_that_is_no_text_is_explained(self, visitor: Client):
        page = paste(visitor, "", file=SimpleUploadedFile("gammal.doc", b"\xd0\xcf\x11\xe0" + bytes(600)))
        assert "det gamla Word-formatet" in page

    def test_a_file_over_two_megabytes_is_refused_and_the_box_keeps_its_text(self, visitor: Client):
        page = paste(visitor, "Vi bor här.", file=SimpleUploadedFile("stor.txt", b"x" * (LARGEST_FILE + 1)))
        assert "Filen är större än 2 MB" in page
        assert "Vi bor här." in page

    def test_two_megabytes_pasted_are_explained_and_not_lost(self, visitor: Client):
        text = "Vi svarar. " * (2_000_000 // 11)
        page = paste(visitor, text)
        assert "Det är en hel bok" in page
        assert text.strip() in page
        assert len(text) > LONGEST_TEXT

    def test_markup_in_a_text_is_shown_and_not_run(self, visitor: Client):
        page = paste(visitor, "# Hej\n\n## Ett\n\n- Vi är ärliga & <script>alert(1)</script> öppna.\n")
        assert "<script>alert" not in page

    def test_a_handful_a_minute_is_what_one_gets(self, visitor: Client, monkeypatch: pytest.MonkeyPatch):
        # All of it within one minute, however slow the machine is.
        monkeypatch.setattr("vigor_portal.policies.checkup.door.time", SimpleNamespace(time=lambda: 600.0))
        for _ in range(PER_MINUTE):
            assert visitor.post("/checkup/", {"text": OLD}).status_code == 200
        response = visitor.post("/checkup/", {"text": OLD})
        assert response.status_code == 429
        assert "Det var många på rad" in response.content.decode()
        assert "Dokumentägare: Xylofonia Kvist." in response.content.decode()
        # Somebody at another address isn't held up.
        assert visitor.post("/checkup/", {"text": OLD}, REMOTE_ADDR="203.0.113.9").status_code == 200

    def test_the_example_is_there_in_development_only(self, visitor: Client, settings):
        assert "Klistra in en text här" in paste(visitor, "", example="1")
        settings.DEVELOPMENT = True
        assert "Rörelunda" in paste(visitor, "", example="1")
        visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        assert "Brightwater" in paste(visitor, "", example="1")


class TestTheDoor:
    def test_it_is_closed_until_the_administrator_opens_it(self, client: Client, organisation: Organisation):
        for address in ("/checkup/", "/checkup/interview/"):
            assert client.get(address)["Location"].startswith("/account/login/")
        assert client.post("/checkup/", {"text": " "}).status_code == 302
        assert "/checkup/" not in client.get("/").content.decode()
        Organisation.objects.update(checkup_open=True)
        assert client.get("/checkup/").status_code == 200
        assert "/checkup/" in client.get("/").content.decode()

    def test_what_was_pasted_comes_back_to_whoever_was_signed_out_meanwhile(
        self, client: Client, organisation: Organisation
    ):
        response = client.post("/checkup/", {"text": OLD})
        assert response.status_code == 403
        assert response["Cache-Control"] == "private, no-store"
        assert "Dokumentägare: Xylofonia Kvist." in response.content.decode()
        assert "Du är utloggad" in response.content.decode()
        answered = client.post("/checkup/interview/", TOLD)
        assert "Hon hade tagit ledigt." in answered.content.decode()
        assert "### " not in answered.content.decode()

    def test_members_need_no_open_door(self, signed_in: SignIn, employee: Member, organisation: Organisation):
        assert "5 meningar" in paste(signed_in(employee))

    def test_it_is_open_in_development(self, client: Client, organisation: Organisation, settings):
        settings.DEVELOPMENT = True
        assert client.get("/checkup/").status_code == 200

    def test_the_administrator_opens_it_on_the_organisations_page(
        self, signed_in: SignIn, administrator: Member, organisation: Organisation
    ):
        said = {
            "name": "Testbolaget",
            "sector": "private",
            "languages": "sv en",
            "accent_light": "#8f2318",
            "accent_dark": "#ff9d8a",
        }
        client = signed_in(administrator)
        assert 'name="checkup_open"' in client.get("/organisation/").content.decode()
        client.post("/organisation/", {**said, "checkup_open": "on"})
        organisation.refresh_from_db()
        assert organisation.checkup_open


class TestGoingOn:
    def test_a_visitor_takes_the_text_home(self, visitor: Client):
        text = convert(OLD, name="").text
        response = visitor.post("/checkup/text/", {"text": text.replace("\n", "\r\n")})
        assert response.content.decode() == text
        assert response["Content-Disposition"] == 'attachment; filename="policy.md"'
        assert "writing" not in paste(visitor)
        assert "/policy/draft/start" not in paste(visitor)

    def test_communications_makes_it_a_draft_with_one_press(
        self, signed_in: SignIn, communicator: Member, organisation: Organisation
    ):
        client = signed_in(communicator)
        page = paste(client)
        assert 'action="/policy/draft/start"' in page
        assert 'name="text_sv"' in page
        response = client.post("/policy/draft/start", {"text_sv": convert(OLD, name="").text})
        assert response.status_code == 302
        draft = the_draft()
        assert draft is not None
        assert "Vi är ärliga, öppna och professionella." in texts_in(draft)[0].source


class TestTheInterview:
    def test_five_answers_become_a_case(self, visitor: Client):
        page = visitor.post("/checkup/interview/", TOLD).content.decode()
        assert "### En kund fick fel maskin för tredje gången {.case}" in page
        assert (
            "- [x] Vi ber om ursäkt och kör ut maskinen själva. → Det är vårt fel, inte speditörens." in page
        )

    def test_the_same_answer_today_is_one_way_to_act(self):
        case = case_from(
            Answers(happened="Det brann.", did="Vi ringde.", today="Samma sak. Det hjälpte."), "sv"
        )
        assert "- [x] Vi ringde. → Det hjälpte." in case
        assert "- [ ]" not in case

    def test_an_answer_that_is_missing_is_asked_for_and_the_others_stay(self, visitor: Client):
        page = visitor.post("/checkup/interview/", {**TOLD, "did": " "}).content.decode()
        assert "errors" in page
        assert "Hon hade tagit ledigt." in page
        assert "### " not in page

    def test_the_case_is_taken_home_as_a_file(self, visitor: Client):
        response = visitor.post("/checkup/text/", {"text": "### Ett fall", "name": "case"})
        assert response["Content-Disposition"] == 'attachment; filename="case.md"'

    def test_it_goes_into_the_draft_under_the_last_principle(
        self, signed_in: SignIn, communicator: Member, organisation: Organisation
    ):
        start_draft(communicator, {"sv": TEXT_WITH_A_FRAME})
        case = case_from(Answers(**TOLD), "sv")
        response = signed_in(communicator).post("/checkup/interview/draft/", {"text": case, "language": "sv"})
        assert response["Location"] == "/policy/draft/"
        draft = the_draft()
        assert draft is not None
        source = next(text.source for text in texts_in(draft) if text.language == "sv")
        assert source.index("Vi svarar.") < source.index("### En kund") < source.index("## Ramar")

    def test_employees_can_put_nothing_into_the_draft(
        self, signed_in: SignIn, employee: Member, communicator: Member, organisation: Organisation
    ):
        draft = start_draft(communicator, {"sv": TEXT_WITH_A_FRAME})
        response = signed_in(employee).post("/checkup/interview/draft/", {"text": "### X", "language": "sv"})
        assert response.status_code == 403
        assert texts_in(draft)[0].source == TEXT_WITH_A_FRAME

    def test_a_case_for_a_draft_that_is_gone_says_so(
        self, signed_in: SignIn, communicator: Member, organisation: Organisation
    ):
        client = signed_in(communicator)
        response = client.post("/checkup/interview/draft/", {"text": "### X", "language": "sv"}, follow=True)
        assert "inget utkast på det språket" in response.content.decode()

    # The first letter ever drawn on a machine takes a second: a table of all letters is made for it.
    @trying(suppress_health_check=[HealthCheck.too_slow])
    @given(st.builds(Answers, ANSWER, ANSWER, ANSWER, ANSWER, ANSWER))
    def test_whatever_is_answered_the_case_is_well_formed(self, told: Answers):
        policy, problems = parse(with_case(TEXT_WITH_A_FRAME, case_from(told, "sv")))
        principle = policy.sections[0]
        assert [section.title for section in policy.sections] == ["Vi svarar folk", "Ramar"]
        assert len(principle.cases) == 1
        assert 1 <= len(principle.cases[0].options) <= 2
        assert sum(option.ours for option in principle.cases[0].options) == 1
        assert not [problem for problem in problems if problem.is_error]


TEXT_WITH_A_FRAME = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi svarar folk {#answer}

Folk frågar.

- Vi svarar. {#we-answer}

## Ramar {#frame .frame}

- Vi följer lagen. {#law}
"""
