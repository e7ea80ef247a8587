"""A draft shown before it is decided: frozen, talked about, ended, summarised; and nothing internal gets out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.dialogue.consultations import actions, jobs, queries
from vigor_portal.dialogue.consultations.actions import Faces, NoSuchPoint, Over, SharedAlready
from vigor_portal.dialogue.consultations.unions import by_consultation
from vigor_portal.dialogue.models import Consultation, ConsultationText, PublicComment, Thread
from vigor_portal.dialogue.threads.public import NotOpen, show
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import save_text, start_draft
from vigor_portal.policies.models import Draft, DraftText
from vigor_portal.policies.prepare import CantPublish, NothingChanged

pytestmark = pytest.mark.django_db
MakeMember = Callable[..., Member]
SignIn = Callable[[Member], Client]
BETTER = "Vi sparar ironin till fikarummet."
SECRET = "Kvastfening"


@pytest.fixture
def draft(organisation: Organisation, communicator: Member) -> Draft:
    """A draft in which a public point and an internal one read otherwise."""
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    begun = start_draft(communicator)
    write(begun, communicator, "Vi lämnar ironin hemma i fikarummet.", BETTER)
    write(begun, communicator, "Vi ringer Kvastfening först", "Vi mejlar Kvastfening först")
    return begun


def write(draft: Draft, by: Member, before: str, after: str) -> None:
    text = DraftText.objects.get(draft=draft, language="sv")
    save_text(draft, "sv", text.source.replace(before, after), text.revision, by)


def shared(draft: Draft, by: Member, **faces: object) -> Consultation:
    day = timezone.localdate() + timedelta(days=21)
    return actions.share(draft, Faces(**faces), day, by=by)  # type: ignore[arg-type]


def press(consultation: Consultation, lang: str = "sv") -> str:
    return f"/press/{lang}/consultations/{consultation.public_id}"


def test_the_text_is_frozen_and_the_draft_goes_on(
    draft: Draft, communicator: Member, signed_in: SignIn, employee: Member
):
    consultation = shared(draft, communicator)
    write(draft, communicator, BETTER, "Något helt annat.")
    shown = signed_in(employee).get(f"/consultations/{consultation.public_id}/").content.decode()
    assert "Något helt annat" not in shown
    assert "<ins>" in shown
    assert "Det här är ett förslag" in signed_in(employee).get("/policy/").content.decode()


def test_only_communications_shares_and_one_at_a_time(draft: Draft, communicator: Member, employee: Member):
    with pytest.raises(NotAllowed):
        shared(draft, employee)
    shared(draft, communicator)
    with pytest.raises(SharedAlready):
        shared(draft, communicator)


def test_what_cannot_be_published_or_changes_nothing_is_not_shared(
    draft: Draft, communicator: Member, organisation: Organisation
):
    write(draft, communicator, "{#last-word layers", "{#health layers")
    with pytest.raises(CantPublish):
        shared(draft, communicator)
    draft.delete()
    with pytest.raises(NothingChanged):
        shared(start_draft(communicator), communicator)


def test_a_departments_draft_is_a_404_to_the_others(
    draft: Draft, communicator: Member, make_member: MakeMember, signed_in: SignIn
):
    sales = Department.objects.create(slug="sales", names={"sv": "Sälj"})
    inside, outside = make_member("Siv", department=sales), make_member("Olle")
    consultation = shared(draft, communicator, everyone=False, departments=(sales,))
    address = f"/consultations/{consultation.public_id}/"
    assert signed_in(inside).get(address).status_code == 200
    assert signed_in(outside).get(address).status_code == 404
    assert signed_in(outside).post(f"{address}say", {"key": "respect", "text": "x"}).status_code == 404
    assert "Det här är ett förslag" not in signed_in(outside).get("/policy/").content.decode()
    with pytest.raises(NotAllowed):
        actions.say(consultation, "respect", "x", by=outside)
    assert set(jobs.audience(consultation)) == {inside, communicator}


def test_the_public_sees_the_public_projection_and_nothing_else(
    draft: Draft, communicator: Member, client: Client
):
    consultation = shared(draft, communicator, public=True)
    shown = client.get(press(consultation))
    assert shown.status_code == 200
    assert "sparar" in shown.content.decode()
    for text in (shown.content.decode(), client.get("/press/sv/").content.decode()):
        assert SECRET not in text
        assert "rumours" not in text
    assert "Det här är ett förslag" in client.get("/press/sv/").content.decode()
    assert "This is a proposal" in client.get("/press/en/").content.decode()
    assert all(SECRET not in row.public_source for row in ConsultationText.objects.all())


def test_a_draft_with_internal_changes_only_is_not_shown_in_public_at_all(
    organisation: Organisation, communicator: Member, client: Client
):
    publish({"sv": SWEDISH, "en": ENGLISH}, by=None, because="")
    draft = start_draft(communicator)
    write(draft, communicator, "Vi ringer Kvastfening först", "Vi mejlar Kvastfening först")
    consultation = shared(draft, communicator, public=True)
    assert not consultation.public
    assert not any(row.public_source for row in ConsultationText.objects.all())
    assert client.get(press(consultation)).status_code == 404
    assert "consultations" not in client.get("/press/sv/").content.decode()


def test_an_internal_and_an_unknown_key_are_the_same_404(draft: Draft, communicator: Member, client: Client):
    consultation = shared(draft, communicator, public=True)
    answers = [
        client.post(press(consultation), {"key": key, "text": "Hej"}) for key in ("rumours", "never-was")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    for key in ("rumours", "never-was", "code-name"):
        with pytest.raises(NotOpen):
            actions.say_in_public(consultation, key, "Hej", "sv")
    inside = shared_for_members_only(consultation)
    assert client.get(press(inside)).content == client.get("/press/sv/consultations/never-was").content


def shared_for_members_only(consultation: Consultation) -> Consultation:
    consultation.public = False
    consultation.save()
    return consultation


def test_a_public_comment_is_held_then_shown_there_and_not_beside_the_point(
    draft: Draft, communicator: Member, client: Client
):
    consultation = shared(draft, communicator, public=True)
    sent = client.post(press(consultation), {"key": "no-sarcasm", "text": "Gärna <b>ironi</b>!", "name": ""})
    assert sent.status_code == 303
    assert "Gärna" not in client.get(press(consultation)).content.decode()
    show(PublicComment.objects.get(), by=communicator)
    assert "Gärna &lt;b&gt;ironi&lt;/b&gt;!" in client.get(press(consultation)).content.decode()
    assert "Gärna" not in client.get("/press/sv/no-sarcasm/comments").content.decode()


@pytest.mark.parametrize("text", ["", "x" * 50_000])
def test_a_public_comment_that_cannot_be_taken_comes_back_with_its_words(
    text: str, draft: Draft, communicator: Member, client: Client
):
    consultation = shared(draft, communicator, public=True)
    response = client.post(press(consultation), {"key": "no-sarcasm", "text": text, "name": "Ann"})
    assert response.status_code == 422
    assert text in response.content.decode()
    assert 'value="Ann"' in response.content.decode()


def test_members_talk_per_point_and_it_stays_out_of_the_points_own_conversations(
    draft: Draft, communicator: Member, employee: Member, signed_in: SignIn
):
    consultation = shared(draft, communicator)
    client = signed_in(employee)
    address = f"/consultations/{consultation.public_id}/"
    assert client.post(f"{address}say", {"key": "no-sarcasm", "text": "Bra **så**."}).status_code == 302
    assert "<strong>så</strong>" in client.get(address).content.decode()
    assert client.post(f"{address}say", {"key": "no-sarcasm", "text": ""}).status_code == 422
    long = client.post(f"{address}say", {"key": "no-sarcasm", "text": "y" * 50_000})
    assert long.status_code == 422
    assert "y" * 50_000 in long.content.decode()
    assert client.post(f"{address}say", {"key": "never-was", "text": "x"}).status_code == 404
    with pytest.raises(NoSuchPoint):
        actions.say(consultation, "never-was", "x", by=employee)
    assert "Bra" not in client.get("/policy/no-sarcasm").content.decode()


def test_it_ends_on_its_last_day_or_when_communications_says_so(
    draft: Draft, communicator: Member, employee: Member
):
    consultation = shared(draft, communicator, public=True)
    jobs.end_due()
    consultation.refresh_from_db()
    assert consultation.ended_at is None
    Consultation.objects.update(last_day=timezone.localdate() - timedelta(days=1))
    consultation.refresh_from_db()
    assert not consultation.is_open
    with pytest.raises(Over):
        actions.say(consultation, "no-sarcasm", "För sent.", by=employee)
    jobs.end_due()
    consultation.refresh_from_db()
    assert consultation.ended_at is not None
    with pytest.raises(Over):
        actions.end(consultation, by=communicator)


def test_the_summary_is_published_in_one_step_where_the_draft_was_shown(
    draft: Draft, communicator: Member, employee: Member, signed_in: SignIn, client: Client
):
    consultation = shared(draft, communicator, public=True)
    actions.say(consultation, "no-sarcasm", "Behåll den gamla.", by=employee)
    actions.say(consultation, "rumours", "Ring hellre.", by=employee)
    address = f"/consultations/{consultation.public_id}/summary/"
    member = signed_in(communicator)
    shown = member.get(address).content.decode()
    assert "Behåll den gamla." in shown
    assert member.post(address, {"summary": ""}).status_code == 422
    data = {
        "summary": "Tack för **allt**.",
        "outcome_no-sarcasm": "kept",
        "words_no-sarcasm": "Den är kortare.",
        "outcome_rumours": "changed",
        "words_rumours": "Vi ringer Kvastfening.",
    }
    assert member.post(address, data).status_code == 302
    for page in (f"/consultations/{consultation.public_id}/", press(consultation)):
        text = member.get(page).content.decode()
        assert "<strong>allt</strong>" in text
        assert "Den är kortare." in text
    assert SECRET not in member.get(press(consultation)).content.decode()
    assert "Behåll den gamla." not in member.get(press(consultation)).content.decode()
    assert not Thread.objects.filter(state="open").exists()
    with pytest.raises(Over):
        actions.summarise(consultation, "igen", {}, by=communicator)
    assert queries.the_consultation() is None


def test_those_it_is_for_are_told_when_it_opens_and_when_it_is_summarised(
    draft: Draft, communicator: Member, employee: Member
):
    consultation = shared(draft, communicator)
    jobs.tell_opened(consultation.pk)
    actions.summarise(consultation, "Tack.", {}, by=communicator)
    jobs.tell_summarised(consultation.pk)
    told = Notice.objects.filter(member=employee).order_by("pk").values_list("kind", flat=True)
    assert list(told) == ["consultation.opened", "consultation.summarised"]
    jobs.tell_opened(0)


def test_the_page_to_publish_offers_to_ask_first(draft: Draft, communicator: Member, signed_in: SignIn):
    client = signed_in(communicator)
    assert 'action="/consultations/share/"' in client.get("/policy/draft/publish").content.decode()
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    assert (
        client.post("/consultations/share/", {"last_day": "2020-01-01", "whom": "everyone"}).status_code
        == 422
    )
    assert client.post("/consultations/share/", {"last_day": day, "whom": "everyone"}).status_code == 302
    assert 'action="/consultations/share/"' not in client.get("/policy/draft/publish").content.decode()
    assert client.get("/consultations/").status_code == 200


def test_a_consultation_tells_when_the_unions_came_to_know(
    draft: Draft, communicator: Member, make_member: MakeMember
):
    department = Department.objects.create(slug="sales", names={"sv": "Sälj"})
    shared(draft, communicator, everyone=False, departments=(department,))
    assert by_consultation(draft) is None
    union = make_member("Ulla", Role.UNION)
    assert by_consultation(draft) is None
    Member.objects.filter(pk=union.pk).update(department=department)
    told = by_consultation(draft)
    assert told is not None
    assert told.day == timezone.localdate()


def test_a_consultation_on_an_earlier_draft_tells_nothing_of_this_one(
    draft: Draft, communicator: Member, make_member: MakeMember
):
    make_member("Ulla", Role.UNION)
    shared(draft, communicator)
    assert by_consultation(draft) is not None
    Consultation.objects.update(opened_at=draft.started_at - timedelta(days=1))
    assert by_consultation(draft) is None
