"""What members are told of accounts and applications: in words, and leading to a page that they may open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation
from tests.portal.conftest import MakeMember

from vigor_portal.notices.models import Notice
from vigor_portal.notices.telling import kinds
from vigor_portal.people.models import Member
from vigor_portal.voices.applications import actions
from vigor_portal.voices.models import Account, Application
from vigor_portal.voices.register import actions as register

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]


def test_every_kind_says_something_in_both_languages_and_leads_somewhere(
    signed_in: SignIn, employee: Member, communicator: Member, make_member: MakeMember
) -> None:
    bo, cleo = make_member("Bo"), make_member("Cleo")
    said = {"purpose": "Visa", "audience": "alla", "hours": "vardagar", "ends": "i maj"}
    people = (employee, bo, cleo)
    one = actions.apply(actions.Request(network="x", name="Ett", stewards=people, **said), by=employee)
    actions.ask_for_more(one, "Vem?", by=communicator)
    actions.answer(one, "Vi.", by=employee)
    actions.not_me(one, by=cleo)
    actions.approve(one, by=communicator)
    two = actions.apply(actions.Request(network="x", name="Två", stewards=people, **said), by=employee)
    actions.decline(two, "Nej.", by=communicator)
    notices = Notice.objects.filter(kind__startswith="a").select_related("member")
    assert {notice.kind for notice in notices} == {
        *("application.named", "application.asked", "application.answered", "application.fewer"),
        *("application.approved", "application.declined", "account.held"),
    }
    for notice in notices:
        sentences = set()
        for language in ("sv", "en"):
            with translation.override(language):
                telling = kinds()[notice.kind].wording(notice)
            assert telling is not None
            assert "“" not in telling.sentence or language == "en"
            sentences.add(telling.sentence)
        assert len(sentences) == 2
        # Whoever has said no to holding it has no business with the application any more.
        if notice.member != cleo or notice.object_id != str(one.pk):
            assert signed_in(notice.member).get(telling.url).status_code == 200, notice.kind


def test_what_is_gone_is_not_told_of(employee: Member, communicator: Member, make_member: MakeMember) -> None:
    account = register.find(register.Found(name="Oss", network="x"), by=communicator)
    register.add_steward(account, employee, by=communicator)
    notice = Notice.objects.get(kind="account.held")
    Account.objects.all().delete()
    Application.objects.all().delete()
    assert kinds()[notice.kind].wording(notice) is None
