"""The pages on which a register comes in: looked at, changed, saved, approved, mended, taken along."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.portal.jobs.test_jobs import work_off
from tests.portal.voices.test_transfer import EXCEL

from vigor_portal.voices.models import Account, Import
from vigor_portal.voices.transfer import actions

pytestmark = pytest.mark.django_db
START = "/voices/import/"


@pytest.fixture
def desk(signed_in, communicator, organisation):
    communicator.language = "en"
    communicator.save()
    return signed_in(communicator)


def bring(desk, data: bytes = EXCEL.encode("cp1252"), name: str = "konton.csv"):
    """The page after an upload."""
    return desk.post(START, {"file": SimpleUploadedFile(name, data)}, follow=True)


def place() -> str:
    return reverse("voices:transfer:one", args=[Import.objects.get().public_id])


def chosen(page) -> dict[str, object]:
    """What the form would send as it stands."""
    form = page.context["form"]
    return {field.html_name: "on" if field.value() is True else (field.value() or "") for field in form}


def test_it_shows_what_would_come_before_anything_is_saved(desk):
    page = bring(desk).content.decode()
    assert "Enter 2 accounts" in page
    assert "Line 5" in page
    assert "not to an account there" in page
    assert "Verkstan i Åmål" in page
    assert not Account.objects.exists()


def test_one_press_saves_and_another_approves(desk):
    page = bring(desk)
    done = desk.post(place(), {**chosen(page), "save": "1"}, follow=True)
    assert "2 accounts are in the register as found" in done.content.decode()
    assert Account.objects.count() == 2
    after = desk.post(f"{place()}approve", follow=True)
    assert "2 accounts are approved." in after.content.decode()
    assert set(Account.objects.values_list("state", flat=True)) == {"registered"}
    last = desk.post(f"{place()}vouch", follow=True)
    assert "To the accounts" in last.content.decode()
    assert set(Account.objects.values_list("state", flat=True)) == {"in-use"}


def test_a_change_is_counted_before_it_is_saved(desk):
    page = bring(desk)
    columns = {**chosen(page), "column_3": ""}
    again = desk.post(place(), {**columns, "save": "1"}, follow=True)
    assert "You had changed something" in again.content.decode()
    assert not Account.objects.exists()
    assert Import.objects.get().mapping["Syfte"] == ""
    desk.post(place(), {**chosen(again), "save": "1"})
    assert Account.objects.get(network="facebook").purpose == ""


def test_what_is_pasted_comes_back_when_the_form_is_empty_of_rows(desk):
    page = desk.post(START, {"text": "   "})
    assert "Choose a file, or paste some rows." in page.content.decode()
    page = desk.post(START, {"text": "name,address\nEtt,x.com/ett\n"}, follow=True)
    assert "Enter 1 account<" in page.content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "That is more than can be pasted."), ("sv", "Det är mer än vad som går att klistra in.")],
)
def test_more_than_can_be_pasted_is_said_and_the_way_is_a_file(desk, communicator, settings, language, words):
    communicator.language = language
    communicator.save()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000
    page = desk.post(START, {"text": "name,address\n" + "Ett,x.com/ett\n" * 500})
    assert page.status_code == 413
    text = page.content.decode()
    assert words in text
    assert 'type="file"' in text
    assert not Import.objects.exists()
    # A file of that size is no matter, and the box still is one.
    bring(desk)
    assert Import.objects.exists()


def test_whoever_may_not_bring_anything_is_refused_however_much_it_is(signed_in, employee, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000
    assert signed_in(employee).post(START, {"text": "x" * 5_000}).status_code == 403


def test_a_page_of_somebody_elses_brings_nothing(communicator, organisation):
    client = Client(enforce_csrf_checks=True)
    client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(START, {"text": "name,address\nEtt,x.com/ett\n"}).status_code == 403
    assert not Import.objects.exists()


def test_a_file_that_can_t_be_read_says_why_and_stays(desk):
    page = bring(desk, b"PK\x03\x04rest", "konton.xlsx").content.decode()
    assert "That is a workbook" in page
    assert Import.objects.exists()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'[{"name": "E\\u0000tt\\ud800", "address": "x.com/ett"}]', "a.json"),
        (b'- name: "E\\0tt"\n  address: x.com/ett\n', "a.yaml"),
        (b"name;address\nE\0tt;x.com/ett\n", "a.csv"),
    ],
)
def test_signs_that_no_database_keeps_are_left_out(desk, data, name):
    page = bring(desk, data, name)
    desk.post(place(), {**chosen(page), "save": "1"})
    assert Account.objects.get().name == "Ett"


def test_a_file_without_addresses_asks_for_the_column(desk):
    page = bring(desk, b"spalt;annan\nett;tv\xe5\n").content.decode()
    assert "Nothing would come in. Say below which column holds the addresses." in page


def test_the_rows_to_mend_can_be_taken_home_and_brought_again(desk):
    page = bring(desk)
    desk.post(place(), {**chosen(page), "save": "1"})
    answer = desk.get(f"{place()}rows.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == "Line;What there is to say;Namn;Nätverk;Adress;Syfte;Ämnen"
    assert len(text.splitlines()) == 5
    mended = text.replace("https://x.com/search?q=cykel", "https://x.com/lagad")
    Import.objects.all().delete()
    page = bring(desk, mended.encode())
    assert "Enter 1 account<" in page.content.decode()


def test_formulas_in_the_rows_to_mend_are_harmless(desk):
    bring(desk, b'name;address\n"=HYPERLINK(""http://e.example"")";no address\n')
    text = b"".join(desk.get(f"{place()}rows.csv").streaming_content).decode()
    assert "\"'=HYPERLINK" in text


def test_a_large_file_shows_how_far_it_is(desk, monkeypatch):
    monkeypatch.setattr(actions, "SMALL_BYTES", 0)
    page = bring(desk).content.decode()
    assert "We are reading the file" in page
    assert "<progress" in page
    part = desk.get(place(), headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    work_off()
    assert desk.get(place(), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "Enter 2 accounts" in desk.get(place()).content.decode()


def test_two_who_press_at_once_save_once(desk):
    page = bring(desk)
    told = {**chosen(page), "save": "1"}
    desk.post(place(), told)
    second = desk.post(place(), told, follow=True)
    assert "Somebody else went on with it" in second.content.decode()
    assert Account.objects.count() == 2


def test_it_can_be_thrown_away(desk):
    bring(desk)
    page = desk.post(f"{place()}throw-away", follow=True)
    assert "Gone." in page.content.decode()
    assert not Import.objects.exists()


@pytest.mark.parametrize("format", ["csv", "json", "yaml"])
def test_the_register_can_be_taken_along_and_is_known_when_it_comes_back(desk, format):
    page = bring(desk)
    desk.post(place(), {**chosen(page), "save": "1"})
    Import.objects.all().delete()
    answer = desk.get(f"/voices/export/accounts.{format}")
    assert f".{format}" in answer.headers["Content-Disposition"]
    page = bring(desk, b"".join(answer.streaming_content), f"konton.{format}")
    assert page.context["counts"]["known"] == 2
    assert page.context["counts"]["new"] == page.context["counts"]["bad"] == 0


def test_another_format_isn_t_there(desk):
    assert desk.get("/voices/export/accounts.xlsx").status_code == 404


def test_members_are_kept_out(signed_in, employee, organisation):
    client = signed_in(employee)
    assert client.get(START).status_code == 403
    assert client.get("/voices/export/accounts.csv").status_code == 403
