"""The editor, without its script: every button of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import save_text, start_draft
from vigor_portal.policies.models import Draft, DraftText, Version
from vigor_portal.policies.writing.requests import LONGEST_DRAFT

pytestmark = pytest.mark.django_db
HURRIED = SWEDISH.replace("samma dag", "inom en timme")


@pytest.fixture
def draft(organisation: Organisation, communicator: Member) -> Draft:
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    return start_draft(communicator)


@pytest.fixture
def writer(client: Client, communicator: Member) -> Client:
    communicator.language = "en"
    communicator.save()
    client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def form(draft: Draft, **changed: object) -> dict[str, object]:
    """What a browser sends with any of the editor's buttons."""
    fields: dict[str, object] = {"draft": draft.pk}
    for text in DraftText.objects.filter(draft=draft):
        fields[f"text_{text.language}"] = text.source.replace("\n", "\r\n")
        fields[f"base_{text.language}"] = text.revision
    return fields | changed


def source(language: str = "sv") -> str:
    return DraftText.objects.get(language=language).source


def test_the_editor_shows_text_preview_and_points(draft: Draft, writer: Client):
    page = writer.get("/policy/draft/")
    assert page.headers["Cache-Control"] == "private, no-store"
    html = page.content.decode()
    assert "Vi svarar samma dag. {#answer}" in html
    assert 'id="no-sarcasm"' in html
    assert 'value="up:no-sarcasm"' in html


def test_without_a_draft_there_is_a_way_to_begin(organisation: Organisation, writer: Client):
    assert "Begin a draft" in writer.get("/policy/draft/").content.decode()
    assert writer.post("/policy/draft/start").status_code == 302
    assert Draft.objects.exists()


def test_saving_keeps_what_was_written(draft: Draft, writer: Client):
    writer.post("/policy/draft/save", form(draft, text_sv=HURRIED))
    assert source() == HURRIED
    assert source("en") == ENGLISH


def test_a_preview_saves_nothing_and_keeps_what_was_written(draft: Draft, writer: Client):
    page = writer.post("/policy/draft/preview", form(draft, text_sv=HURRIED, view="sv")).content.decode()
    assert page.count("inom en timme") >= 2
    assert "Not saved yet" in page
    assert source() == SWEDISH


def test_the_script_gets_a_part_of_the_page(draft: Draft, writer: Client):
    sent = form(draft, text_sv=HURRIED + "\n## T {#T}\n", language="sv")
    page = writer.post("/policy/draft/preview", sent, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert 'id="problems_sv"' in page
    assert "data-line" in page


def test_a_point_moves_in_both_languages(draft: Draft, writer: Client):
    writer.post("/policy/draft/move", form(draft, move="up:last-word"))
    for language in ("sv", "en"):
        assert source(language).index("{#last-word") < source(language).index("{#no-sarcasm")


def test_a_case_is_put_into_the_text(draft: Draft, writer: Client):
    case = {
        "case_shows": "last-word",
        "case_title": "Third reply",
        "case_situation": "# They write again.",
        "case_act_1": "Answer.",
        "case_act_2": "Stop.",
        "case_outcome_2": "Peace.",
        "case_ours": "2",
    }
    writer.post("/policy/draft/case", form(draft, **case))
    assert (
        '### Third reply {#third-reply shows="last-word"}' in source()
        or "{#third-reply shows=last-word}" in source()
    )
    assert "- [ ] Answer.\n- [x] Stop. → Peace." in source()


def test_a_case_half_filled_in_comes_back_filled_in(draft: Draft, writer: Client):
    page = writer.post(
        "/policy/draft/case", form(draft, text_sv=HURRIED, case_title="Third reply")
    ).content.decode()
    assert 'value="Third reply"' in page
    assert source() == HURRIED


def test_two_who_change_the_same_point_choose(
    draft: Draft, writer: Client, make_member: Callable[..., Member]
):
    mine = form(draft, text_sv=SWEDISH.replace("samma dag", "samma vecka"))
    save_text(draft, "sv", HURRIED, 1, make_member("Bo", Role.COMMUNICATIONS))
    page = writer.post("/policy/draft/save", mine).content.decode()
    assert "samma" in page
    assert source() == HURRIED
    chosen = {
        "draft": draft.pk,
        "mine_sv": mine["text_sv"],
        "base_sv": 1,
        "theirs_sv": 2,
        "choice_sv_0": "both",
        "both_sv_0": "- Vi svarar snart. {#answer}",
    }
    assert writer.post("/policy/draft/choose", chosen).status_code == 302
    assert "Vi svarar snart. {#answer}" in source()


def test_it_saves_by_itself_and_brings_what_others_wrote(
    draft: Draft, writer: Client, make_member: Callable[..., Member]
):
    save_text(draft, "sv", HURRIED, 1, make_member("Bo", Role.COMMUNICATIONS))
    mine = {
        "draft": draft.pk,
        "language": "sv",
        "base": 1,
        "text": SWEDISH.replace("sista ordet", "sista inlägget"),
    }
    answer = writer.post("/policy/draft/autosave", mine)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.json()["came"] == ["Vi svarar inom en timme."]
    assert "sista inlägget" in answer.json()["text"]
    mine["text"] = SWEDISH.replace("samma dag", "aldrig")
    assert writer.post("/policy/draft/autosave", mine).status_code == 409


def test_the_script_is_told_that_the_draft_is_gone(draft: Draft, writer: Client):
    draft.delete()
    assert (
        writer.post("/policy/draft/autosave", {"draft": 1, "language": "sv", "text": "x"}).status_code == 410
    )
    assert writer.get("/policy/draft/revisions").json()["draft"] is None


def test_what_was_written_in_a_draft_that_is_gone_can_be_written_on(draft: Draft, writer: Client):
    sent = form(draft, text_sv=HURRIED)
    draft.delete()
    page = writer.post("/policy/draft/save", sent)
    assert page.status_code == 410
    assert "inom en timme" in page.content.decode()
    writer.post("/policy/draft/start", {"text_sv": HURRIED})
    assert source() == HURRIED


def test_an_earlier_state_is_compared_and_gone_back_to(draft: Draft, writer: Client, communicator: Member):
    save_text(draft, "sv", HURRIED, 1, communicator)
    assert "/policy/draft/states/sv/1/" in writer.get("/policy/draft/states/").content.decode()
    assert "<del>" in writer.get("/policy/draft/states/sv/1/").content.decode()
    writer.post("/policy/draft/states/sv/1/", {"draft": draft.pk})
    assert source() == SWEDISH
    assert writer.get("/policy/draft/states/sv/99/").status_code == 404


def test_publishing_is_one_press_and_filled_in(draft: Draft, writer: Client, communicator: Member):
    save_text(draft, "sv", HURRIED, 1, communicator)
    page = writer.get("/policy/draft/publish").content.decode()
    assert "<ins>" in page
    assert "We reworded 1 point." in page
    assert writer.post("/policy/draft/publish", {"draft": draft.pk}).status_code == 302
    assert Version.objects.count() == 2
    assert not Draft.objects.exists()


def test_publishing_from_the_editor_saves_first(draft: Draft, writer: Client):
    sent = form(draft, text_sv=HURRIED, because_sv="Luckan är öppen.", cause="world")
    writer.post("/policy/draft/publish", sent)
    version = Version.objects.get(number=2)
    assert (version.because, version.cause) == ("Luckan är öppen.", "world")


def test_what_cannot_be_published_comes_back_with_its_lines(draft: Draft, writer: Client):
    wrong = HURRIED.replace("{#answer}", "{#respect}")
    page = writer.post("/policy/draft/publish", form(draft, text_sv=wrong)).content.decode()
    assert "Not published" in page
    assert "data-line=" in page
    assert "inom en timme" in page
    assert source() == wrong
    assert Version.objects.count() == 1


def test_nothing_changed_is_said_and_the_draft_kept(draft: Draft, writer: Client):
    page = writer.post("/policy/draft/publish", {"draft": draft.pk}, follow=True).content.decode()
    assert "nothing to publish" in page
    assert Draft.objects.exists()


def test_a_version_in_between_is_brought_in(draft: Draft, writer: Client, communicator: Member):
    save_text(draft, "sv", SWEDISH.replace("sista ordet", "sista inlägget"), 1, communicator)
    publish({"sv": HURRIED}, by=None, because="")
    assert "would undo" in writer.post("/policy/draft/publish", {"draft": draft.pk}).content.decode()
    writer.post("/policy/draft/catch-up", {"draft": draft.pk})
    assert "inom en timme" in source()
    writer.post("/policy/draft/publish", {"draft": draft.pk})
    assert Version.objects.count() == 3


def test_the_union_reads_and_has_nothing_to_press(
    draft: Draft, client: Client, make_member: Callable[..., Member]
):
    member = make_member("Ulla", Role.UNION, language="en")
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/policy/draft/").content.decode()
    assert "this is not decided" in page
    assert "<textarea" not in page
    assert 'href="/policy/draft/"' in page
    assert client.post("/policy/draft/save", form(draft)).status_code == 403


def test_the_union_sees_first_what_would_change_and_that_it_touches_working_conditions(
    draft: Draft, client: Client, communicator: Member, make_member: Callable[..., Member]
):
    union = make_member("Ulla", Role.UNION, language="en")
    client.force_login(union, backend="django.contrib.auth.backends.ModelBackend")
    assert "the draft reads as the version in force" in client.get("/policy/draft/").content.decode()
    longer = SWEDISH + "\n- Vi svarar även på vår lediga tid. {#off-duty}\n"
    save_text(draft, "sv", longer, 1, communicator)
    page = client.get("/policy/draft/").content.decode()
    assert page.index("What would change") < page.index("Vi svarar även på") < page.index("The whole draft")
    assert "something about working hours changes" in page


def test_the_menu_has_it_for_communications_only(draft: Draft, client: Client, employee: Member):
    client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
    assert "/policy/draft/" not in client.get("/policy/").content.decode()
    assert client.get("/policy/draft/").status_code == 403


def test_the_press_room_knows_nothing_of_a_draft(draft: Draft, writer: Client, client: Client):
    before = client.get("/press/sv/").content
    save_text(
        draft, "sv", HURRIED.replace("Kvastfening", "Havskatt"), 1, Member.objects.get(given_name="Kim")
    )
    assert client.get("/press/sv/").content == before
    missing = client.get("/press/sv/unknown-key")
    assert client.get("/press/sv/draft").status_code == missing.status_code == 404


@pytest.mark.parametrize("text", ["", "---", "\x00", "## {#}", "x" * LONGEST_DRAFT])
def test_any_text_can_be_saved_and_looked_at(draft: Draft, writer: Client, text: str):
    assert writer.post("/policy/draft/save", form(draft, text_sv=text)).status_code == 302
    assert writer.get("/policy/draft/").status_code == 200
    assert writer.get("/policy/draft/publish").status_code == 200


def test_two_megabytes_are_not_saved_and_come_back_to_be_shortened(draft: Draft, writer: Client):
    pasted = "Vi svarar. " * (2_000_000 // 11)
    answer = writer.post("/policy/draft/save", form(draft, text_sv=pasted))
    assert answer.status_code == 413
    assert pasted in answer.content.decode()
    assert "Nothing is lost" in answer.content.decode()
    assert source() == SWEDISH
    sent = {"draft": draft.pk, "language": "sv", "base": 1, "text": pasted}
    assert writer.post("/policy/draft/autosave", sent).status_code == 413
    assert writer.post("/policy/draft/preview", form(draft, text_sv=pasted)).status_code == 413
    assert source() == SWEDISH


def test_a_new_draft_of_what_is_too_long_is_not_begun(organisation: Organisation, writer: Client):
    answer = writer.post("/policy/draft/start", {"text_sv": "x" * (LONGEST_DRAFT + 1)})
    assert answer.status_code == 413
    assert 'action="/policy/draft/start"' in answer.content.decode()
    assert not Draft.objects.exists()


def test_a_case_for_a_guideline_that_is_gone_keeps_what_was_written(
    draft: Draft, writer: Client, make_member: Callable[..., Member]
):
    """Somebody takes the guideline out while the case about it is being written."""
    sent = form(
        draft,
        case_shows="answer",
        case_title="Third reply",
        case_situation="They write again.",
        case_act_1="Answer.",
    )
    taken_out = SWEDISH.replace("- Vi svarar samma dag. {#answer}\n", "")
    assert taken_out != SWEDISH
    save_text(draft, "sv", taken_out, 1, make_member("Bo", Role.COMMUNICATIONS))
    page = writer.post("/policy/draft/case", sent).content.decode()
    assert "has been taken out of the draft" in page
    assert "They write again." in page
    assert 'value="Third reply"' in page
    assert '<details id="case_" open' in page
    assert source() == taken_out


def test_a_point_that_is_gone_and_was_changed_elsewhere_is_shown_to_choose(
    draft: Draft, writer: Client, make_member: Callable[..., Member]
):
    """A window on an old revision: the guideline that is mended there has been taken out by somebody else."""
    taken_out = SWEDISH.replace("- Vi svarar samma dag. {#answer}\n", "")
    save_text(draft, "sv", taken_out, 1, make_member("Bo", Role.COMMUNICATIONS))
    page = writer.post("/policy/draft/save", form(draft, text_sv=HURRIED, base_sv=1)).content.decode()
    assert "The other took it out." in page
    assert "timme" in page
    assert source() == taken_out


@pytest.mark.parametrize("button", ["save", "preview", "move"])
def test_a_case_and_a_reason_half_written_outlive_every_button(draft: Draft, writer: Client, button: str):
    sent = form(
        draft, text_sv=HURRIED, move="up:last-word", case_title="Third reply", because_sv="Luckan är öppen."
    )
    page = writer.post(f"/policy/draft/{button}", sent).content.decode()
    assert 'value="Third reply"' in page
    assert "Luckan är öppen." in page
    assert "inom en timme" in page


def test_a_case_half_written_outlives_a_choice(
    draft: Draft, writer: Client, make_member: Callable[..., Member]
):
    save_text(draft, "sv", HURRIED, 1, make_member("Bo", Role.COMMUNICATIONS))
    mine = form(draft, text_sv=SWEDISH.replace("samma dag", "aldrig"), base_sv=1, case_title="Third reply")
    page = writer.post("/policy/draft/case", mine).content.decode()
    assert '<input type="hidden" name="case_title" value="Third reply">' in page
    chosen = {"draft": draft.pk, "mine_sv": mine["text_sv"], "base_sv": 1, "theirs_sv": 2, "on_sv": 2}
    page = writer.post("/policy/draft/choose", chosen | {"case_title": "Third reply"}).content.decode()
    assert 'value="Third reply"' in page
    assert "aldrig" in source()


def test_a_case_half_written_in_a_draft_that_is_gone_can_be_copied(draft: Draft, writer: Client):
    sent = form(draft, case_title="Third reply", case_act_1="Answer.")
    draft.delete()
    page = writer.post("/policy/draft/case", sent)
    assert page.status_code == 410
    assert "Third reply\n\n- Answer.</textarea>" in page.content.decode()


def test_what_was_written_comes_back_to_whoever_was_signed_out_meanwhile(draft: Draft, writer: Client):
    sent = form(draft, text_sv=HURRIED, case_title="Third reply")
    writer.logout()
    page = writer.post("/policy/draft/save", sent)
    assert page.status_code == 403
    assert page.headers["Cache-Control"] == "private, no-store"
    assert "inom en timme" in page.content.decode()
    assert "Third reply" in page.content.decode()
    assert source() == SWEDISH
    assert writer.post("/policy/draft/save", {"draft": draft.pk}).headers["Location"].startswith("/account/")
