"""The page that one publishes from, the one on what is planned, and the one on trials: every button of them."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies import open_things, queries
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import save_text, start_draft
from vigor_portal.policies.jobs import bring_into_force
from vigor_portal.policies.models import Draft, DraftText, PlannedVersion, Version
from vigor_portal.policies.writing.informed import by_reading

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
HURRIED = SWEDISH.replace("samma dag", "inom en timme")
ON_TRIAL = SWEDISH.replace("{#answer}", "{#answer trial-until=2026-12-01}").replace(
    '{#last-word layers="logo"}', '{#last-word layers="logo" trial-until=2026-10-01}'
)


@pytest.fixture
def draft(organisation: Organisation, communicator: Member) -> Draft:
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    draft = start_draft(communicator)
    save_text(draft, "sv", HURRIED, 1, communicator)
    return draft


@pytest.fixture
def writer(client: Client, communicator: Member) -> Client:
    Member.objects.filter(pk=communicator.pk).update(language="en")
    client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def source(language: str = "sv") -> str:
    return DraftText.objects.get(language=language).source


def local(**ahead: int) -> str:
    return timezone.localtime(timezone.now() + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")


def send(writer: Client, draft: Draft, **said: str):
    fields = {
        "draft": draft.pk,
        "asked": "1",
        "cause": "world",
        "because_sv": "Vi hinner.",
        "because_en": "We can.",
    }
    return writer.post("/policy/draft/publish", fields | said)


def test_everything_is_filled_in(draft: Draft, writer: Client):
    page = writer.get("/policy/draft/publish").content.decode()
    assert "We reworded 1 point." in page
    assert "Vi skrev om 1 punkt." in page
    assert 'name="meaning_answer" value="meaning" id="id_meaning_answer_0" checked' in page.replace("\n", "")
    assert "a figure or a time changed" in page
    assert 'type="datetime-local"' in page


def test_a_better_wording_alone_is_proposed_as_such(draft: Draft, writer: Client, communicator: Member):
    save_text(
        draft, "sv", SWEDISH.replace("Vi svarar samma dag", "Vi svarar redan samma dag"), 2, communicator
    )
    page = writer.get("/policy/draft/publish").content.decode()
    assert 'name="meaning_answer" value="wording" id="id_meaning_answer_1" checked' in page


def test_what_is_chosen_outweighs_what_is_proposed(draft: Draft, writer: Client):
    send(writer, draft, meaning_answer="wording")
    version = Version.objects.get(number=2)
    assert version.meant_in["answer"] == 1
    assert not queries.meaning_changed("answer", 1)
    assert version.reasons == {"sv": "Vi hinner.", "en": "We can."}


def test_nothing_chosen_is_what_is_proposed(draft: Draft, writer: Client):
    writer.post("/policy/draft/publish", {"draft": draft.pk})
    assert queries.meaning_changed("answer", 1)
    assert not queries.meaning_changed("answer", 2)
    assert not queries.meaning_changed("last-word", 1)


def test_with_a_time_it_is_planned_and_comes_by_itself(draft: Draft, writer: Client):
    answer = send(writer, draft, at=local(days=1), shared="on")
    assert answer.headers["Location"] == "/policy/draft/planned/"
    assert Version.objects.count() == 1
    page = writer.get("/policy/draft/planned/").content.decode()
    assert "A new version comes" in page
    assert "<ins>" in page
    assert "We can." in page
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        bring_into_force()
    assert Version.objects.count() == 2


def test_a_time_that_has_passed_is_refused_and_all_comes_back_filled_in(draft: Draft, writer: Client):
    page = send(
        writer, draft, at=local(days=-1), meaning_answer="wording", because_sv="Mitt skäl"
    ).content.decode()
    assert "That time has passed" in page
    assert "Mitt skäl" in page
    assert 'value="wording" id="id_meaning_answer_1" checked' in page
    assert "Write day and time" in send(writer, draft, at="i morgon").content.decode()
    assert Draft.objects.exists()


def test_a_second_plan_is_refused_with_the_way_out(draft: Draft, writer: Client, communicator: Member):
    send(writer, draft, at=local(days=1))
    again = start_draft(communicator)
    save_text(again, "sv", SWEDISH.replace("fikarummet", "köket"), 1, communicator)
    page = send(writer, again, at=local(days=2)).content.decode()
    assert "One version is planned already" in page
    assert "/policy/draft/planned/" in page
    assert send(writer, again).status_code == 302
    assert PlannedVersion.objects.get().based_on.number == 2


def test_working_conditions_are_proposed_and_one_is_reminded_and_never_stopped(
    draft: Draft, writer: Client, communicator: Member
):
    save_text(draft, "sv", SWEDISH.replace("samma dag", "också på kvällar"), 2, communicator)
    page = writer.get("/policy/draft/publish").content.decode()
    assert "working hours" in page
    assert 'name="touches" id="id_touches" checked' in page
    answer = send(writer, draft, touches="on")
    page = writer.get(answer.headers["Location"]).content.decode()
    assert "§ 19" in page
    assert "no legal advice" in page
    assert Version.objects.get(number=2).touches_conditions


def proposed_day(page: str) -> str:
    field = re.search(r'<input[^>]*name="informed_on"[^>]*>', page)
    assert field
    value = re.search(r'value="([^"]*)"', field[0])
    return value[1] if value else ""


def touching(draft: Draft, by: Member) -> None:
    save_text(draft, "sv", SWEDISH.replace("samma dag", "också på kvällar"), 2, by)


def test_the_day_when_a_union_representative_read_the_draft_is_proposed(
    draft: Draft, writer: Client, communicator: Member, make_member: Callable[..., Member]
):
    touching(draft, communicator)
    assert proposed_day(writer.get("/policy/draft/publish").content.decode()) == ""
    union = Client()
    union.force_login(make_member("Ulla", Role.UNION), backend="django.contrib.auth.backends.ModelBackend")
    union.get("/policy/draft/")
    page = writer.get("/policy/draft/publish").content.decode()
    assert proposed_day(page) == timezone.localdate().isoformat()
    assert "A union representative read the draft on" in page
    assert "Ulla" not in page


def test_that_the_draft_has_changed_since_it_was_read_is_said(draft: Draft, communicator: Member):
    touching(draft, communicator)
    draft.union_read_on = timezone.localdate() - timedelta(days=3)
    with override("en"):
        told = by_reading(draft)
    assert told is not None
    assert "it has changed since" in told.how


def test_only_what_touches_working_conditions_has_a_day_proposed(draft: Draft, writer: Client):
    Draft.objects.update(union_read_on=timezone.localdate())
    assert proposed_day(writer.get("/policy/draft/publish").content.decode()) == ""


def test_a_day_that_was_proposed_says_nothing_where_the_box_is_unticked(
    draft: Draft, writer: Client, communicator: Member
):
    touching(draft, communicator)
    today = timezone.localdate()
    Draft.objects.update(union_read_on=today)
    send(writer, draft, informed_on=today.isoformat())
    version = Version.objects.get(number=2)
    assert (version.touches_conditions, version.informed_on) == (False, None)


def test_days_said_of_the_version_before_are_not_proposed_again(
    draft: Draft, writer: Client, communicator: Member
):
    touching(draft, communicator)
    send(writer, draft, touches="on", informed_on="2026-11-01", negotiated_on="2026-11-10")
    again = start_draft(communicator)
    save_text(again, "sv", SWEDISH.replace("samma dag", "på helgen"), 1, communicator)
    page = writer.get("/policy/draft/publish").content.decode()
    assert proposed_day(page) == ""
    assert "2026-11-10" not in page


def test_straight_from_the_editor_no_day_is_said_of_the_unions(
    draft: Draft, writer: Client, communicator: Member
):
    touching(draft, communicator)
    Draft.objects.update(union_read_on=timezone.localdate())
    writer.post("/policy/draft/publish", {"draft": draft.pk, "because_sv": "Så.", "cause": ""})
    version = Version.objects.get(number=2)
    assert (version.touches_conditions, version.informed_on) == (True, None)


def test_straight_from_the_editor_what_is_proposed_holds(draft: Draft, writer: Client, communicator: Member):
    save_text(draft, "sv", SWEDISH.replace("samma dag", "också på kvällar"), 2, communicator)
    writer.post("/policy/draft/publish", {"draft": draft.pk, "because_sv": "Så.", "cause": ""})
    version = Version.objects.get(number=2)
    assert (version.touches_conditions, version.reasons, version.cause) == (True, {"sv": "Så."}, "")


def test_the_version_says_when_the_unions_knew(draft: Draft, writer: Client):
    send(writer, draft, touches="on", informed_on="2026-11-01", negotiated_on="2026-11-10")
    page = writer.get("/policy/versions/2/").content.decode()
    assert "The unions were informed 1 November 2026 (MBL § 19)" in page
    for address in ("/press/en/", "/press/en/versions", "/press/en/answer"):
        press = writer.get(address).content.decode()
        assert "MBL" not in press
        assert "We can." not in press


def test_a_site_without_swedish_is_not_reminded_of_swedish_law(draft: Draft, writer: Client):
    Organisation.objects.update(languages=["en"])
    assert "legal advice" not in writer.get("/policy/draft/publish").content.decode()


def test_the_share_that_is_ones_own_is_shown(draft: Draft, writer: Client):
    assert "In your own words" in writer.get("/policy/draft/publish").content.decode()


def test_the_union_reads_what_is_planned_and_others_only_what_is_shared(
    draft: Draft, writer: Client, make_member: Callable[..., Member], signed_in: SignIn, employee: Member
):
    send(writer, draft, at=local(days=1))
    client = signed_in(make_member("Ulla", Role.UNION))
    page = client.get("/policy/draft/planned/").content.decode()
    assert "inom en timme" in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]
    client = signed_in(employee)
    assert client.get("/policy/draft/planned/").status_code == 403
    assert "/policy/draft/planned/" not in client.get("/policy/").content.decode()
    PlannedVersion.objects.update(shared=True)
    assert "inom en timme" in client.get("/policy/draft/planned/").content.decode()
    assert "/policy/draft/planned/" in client.get("/policy/").content.decode()
    assert "/policy/draft/planned/" in client.get("/policy/versions/").content.decode()


def test_what_is_planned_can_come_at_once_or_be_taken_back(
    draft: Draft, writer: Client, communicator: Member
):
    send(writer, draft, at=local(days=1))
    planned = PlannedVersion.objects.get()
    writer.post("/policy/draft/planned/take-back", {"planned": planned.pk})
    assert source() == HURRIED
    send(writer, Draft.objects.get(), at=local(days=1))
    writer.post("/policy/draft/planned/now", {"planned": planned.pk})
    assert Version.objects.count() == 1  # the form was made for another
    writer.post("/policy/draft/planned/now", {"planned": PlannedVersion.objects.get().pk})
    assert Version.objects.count() == 2
    assert "Nothing is planned" in writer.get("/policy/draft/planned/").content.decode()


def test_taken_back_into_a_draft_that_changed_the_same_one_chooses(
    draft: Draft, writer: Client, communicator: Member
):
    send(writer, draft, at=local(days=1))
    again = start_draft(communicator)
    save_text(again, "sv", SWEDISH.replace("samma dag", "snart"), 1, communicator)
    planned = PlannedVersion.objects.get()
    page = writer.post("/policy/draft/planned/take-back", {"planned": planned.pk}).content.decode()
    assert "As planned" in page
    assert "snart" in source()
    chosen = {"planned": planned.pk, "draft": again.pk, "revision_sv": 2, "choice_sv_0": "theirs"}
    assert writer.post("/policy/draft/planned/take-back", chosen).status_code == 302
    assert "inom en timme" in source()
    assert not PlannedVersion.objects.exists()


def test_one_whose_time_has_passed_says_that_the_worker_is_missing(draft: Draft, writer: Client):
    send(writer, draft, at=local(days=1))
    PlannedVersion.objects.update(at=timezone.now() - timedelta(hours=1))
    assert "the worker isn’t running" in writer.get("/policy/draft/planned/").content.decode()


def test_a_held_version_says_why_and_offers_the_way_back(draft: Draft, writer: Client):
    send(writer, draft, at=local(days=1))
    publish({"sv": SWEDISH.replace("samma dag", "samma vecka")}, by=None, because="")
    page = writer.get("/policy/draft/planned/").content.decode()
    assert "needs a look" in page
    assert "/policy/draft/planned/take-back" in page
    assert "/policy/draft/planned/now" not in page


def test_where_both_changed_a_point_the_version_in_between_is_chosen_from(
    draft: Draft, writer: Client, communicator: Member
):
    publish({"sv": SWEDISH.replace("samma dag", "samma vecka")}, by=None, because="")
    page = writer.post("/policy/draft/catch-up", {"draft": draft.pk}).content.decode()
    assert "samma vecka" in page
    assert 'name="choice_sv_0"' in page
    assert "inom en timme" in source()


@pytest.fixture
def trials(organisation: Organisation) -> Version:
    return publish({"sv": ON_TRIAL, "en": ENGLISH}, by=None, because="")


def test_trials_stand_with_the_one_that_ends_first_at_the_top(trials: Version, writer: Client):
    page = writer.get("/policy/draft/trials/").content.decode()
    assert page.index('id="last-word"') < page.index('id="answer"')
    assert "waits for a decision" in page
    assert 'href="/policy/draft/trials/"' in writer.get("/policy/draft/").content.decode()


def test_without_a_trial_the_editor_has_no_line_for_it(draft: Draft, writer: Client):
    assert "/policy/draft/trials/" not in writer.get("/policy/draft/").content.decode()


@pytest.mark.parametrize(
    ("decision", "more", "said"),
    [
        ("keep", {}, "- Vi svarar samma dag. {#answer}\n"),
        ("longer", {"until": "2099-01-01"}, "{#answer trial-until=2099-01-01}"),
        ("drop", {}, None),
    ],
)
def test_one_press_decides(
    trials: Version, writer: Client, decision: str, more: dict[str, str], said: str | None
):
    writer.post("/policy/draft/trials/decide", {"key": "answer", "decision": decision} | more)
    assert (said in source()) if said else ("{#answer" not in source())
    assert ("{#answer" in source("en")) is (decision != "drop")
    assert "In the draft:" in writer.get("/policy/draft/trials/").content.decode()


def test_to_change_it_leads_to_the_text(trials: Version, writer: Client):
    answer = writer.post("/policy/draft/trials/decide", {"key": "answer", "decision": "change"})
    assert answer.headers["Location"] == "/policy/draft/#answer"
    assert source() == ON_TRIAL


def test_longer_needs_a_day_to_come(trials: Version, writer: Client):
    for day in ("", "2001-01-01", "snart", "2026-99-99"):
        page = writer.post(
            "/policy/draft/trials/decide", {"key": "answer", "decision": "longer", "until": day}
        )
        assert page.status_code == 422
    assert not Draft.objects.exists()
    assert writer.post("/policy/draft/trials/decide", {"key": "nope", "decision": "keep"}).status_code == 302


def test_what_lies_open_is_told_with_owner_and_day(trials: Version, communicator: Member, writer: Client):
    draft = start_draft(communicator)
    save_text(draft, "sv", ON_TRIAL.replace("samma dag", "inom en timme"), 1, communicator)
    found: list[OpenThing] = [*open_things.draft(None), *open_things.on_trial(None)]
    assert [thing.owner for thing in found] == [communicator, None, None]
    assert [str(thing.last_day) for thing in found] == ["None", "2026-10-01", "2026-12-01"]
    assert list(open_things.on_trial(communicator)) == []
    send(writer, draft, at=local(days=1))
    (planned,) = open_things.planned(communicator)
    assert planned.url == "/policy/draft/planned/"
    publish({"sv": ON_TRIAL.replace("fikarummet", "köket")}, by=communicator, because="")
    (behind,) = open_things.older_translations(None)
    assert behind.url == "/policy/side-by-side/?lang=en"
