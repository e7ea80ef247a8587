"""Two have changed the same point, and somebody chooses: two writers, or a writer and a version in force."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import Clash, catch_up, save_text, start_draft
from vigor_portal.policies.models import Draft, DraftText
from vigor_portal.policies.writing.views import choose_page

pytestmark = pytest.mark.django_db
HURRIED = SWEDISH.replace("samma dag", "inom en timme")
SLOW = SWEDISH.replace("samma dag", "samma vecka")


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


def source() -> str:
    return DraftText.objects.get(language="sv").source


@pytest.fixture
def brought_in(draft: Draft, communicator: Member) -> list[Clash]:
    """The draft says "same week"; a version came in between and says "within an hour"."""
    save_text(draft, "sv", SLOW.replace("sista ordet", "sista inlägget"), 1, communicator)
    publish({"sv": HURRIED, "en": ENGLISH}, by=None, because="")
    return catch_up(draft, communicator)


def page_of(draft: Draft, clashes: list[Clash], rf: RequestFactory, by: Member, **sides: object) -> str:
    request = rf.post("/policy/draft/catch-up")
    request.user = by
    with translation.override("en"):
        return choose_page(request, draft, clashes, **sides).content.decode()  # type: ignore[arg-type]


def test_the_page_says_whose_the_wordings_are(
    draft: Draft, brought_in: list[Clash], rf: RequestFactory, communicator: Member
):
    page = page_of(draft, brought_in, rf, communicator, versions=(1, 2))
    assert "Version 2 changed the same points" in page
    assert "timme" in page
    assert "vecka" in page
    assert 'name="of" value="versions"' in page


@pytest.mark.parametrize(
    ("choice", "stands", "gone"), [("theirs", "timme", "vecka"), ("mine", "vecka", "timme")]
)
def test_between_the_draft_and_a_version_either_can_be_chosen(
    draft: Draft, brought_in: list[Clash], writer: Client, choice: str, stands: str, gone: str
):
    (clash,) = brought_in
    now = DraftText.objects.get(language="sv").revision
    sent = {
        "draft": draft.pk,
        "of": "versions",
        "mine_sv": clash.mine,
        "base_sv": 1,
        "theirs_sv": 2,
        "on_sv": now,
        "choice_sv_0": choice,
    }
    assert writer.post("/policy/draft/choose", sent).status_code == 302
    assert stands in source()
    assert gone not in source()
    assert "sista inlägget" in source()


def test_what_a_third_wrote_meanwhile_is_kept_when_a_version_is_chosen(
    draft: Draft, brought_in: list[Clash], writer: Client, make_member: Callable[..., Member]
):
    (clash,) = brought_in
    now = DraftText.objects.get(language="sv").revision
    save_text(
        draft,
        "sv",
        source().replace("Så gör vi", "Så här gör vi"),
        now,
        make_member("Bo", Role.COMMUNICATIONS),
    )
    sent = {
        "draft": draft.pk,
        "of": "versions",
        "mine_sv": clash.mine,
        "base_sv": 1,
        "theirs_sv": 2,
        "on_sv": now,
    }
    writer.post("/policy/draft/choose", sent | {"choice_sv_0": "theirs"})
    assert "Så här gör vi" in source()
    assert "inom en timme" in source()
