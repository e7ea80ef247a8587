"""Are the right people at the wheel? What an account lacks, one by one and counted."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from vigor_portal.people.models import Department, Member
from vigor_portal.policies.actions import publish
from vigor_portal.voices.models import Account, Card, Keys, Stewardship
from vigor_portal.voices.overview.lacking import NAMES, RULES, counted, lacking, lacking_of, those_lacking

pytestmark = pytest.mark.django_db

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Det kan vara vi som har fel {#respect}

Den som skriver har en poäng.

- Vi låter den andra få sista ordet. {#last-word}

### Reservdelar som dröjer {#parts .case departments="store"}

Någon väntar.

- [x] Vi ringer. → Det går fortare.
"""


def department(slug: str, name: str = "") -> Department:
    return Department.objects.create(slug=slug, names={"sv": name or slug, "en": name or slug})


def in_good_hands(*stewards: Member, **fields: object) -> Account:
    """An account that lacks nothing, save for what `fields` takes away."""
    about = {"purpose": "Vi svarar om cyklar.", "hours": "vardagar 8–17", "state": "in-use", "network": "x"}
    account = Account.objects.create(name="Spolverket", **(about | fields))
    Card.objects.create(account=account, sender="Här svarar kundservice")
    Keys.objects.create(account=account, kept_in="valvet, mappen Sociala")
    Stewardship.objects.bulk_create(Stewardship(account=account, member=member) for member in stewards)
    return account


def kinds(account: Account) -> list[str]:
    return [lack.kind for lack in lacking(account)]


@pytest.fixture
def two(make_member) -> tuple[Member, Member]:
    store = department("store", "Lagret")
    return make_member("Ada", department=store), make_member("Bo", department=store)


def test_an_account_in_good_hands_lacks_nothing(two):
    assert kinds(in_good_hands(*two)) == []


def test_it_tells_when_one_person_alone_holds_it(two):
    assert kinds(in_good_hands(two[0])) == ["one-steward"]


def test_somebody_who_has_left_holds_nothing(two):
    account = in_good_hands(*two)
    Member.objects.filter(pk=two[0].pk).update(is_active=False)
    assert kinds(account) == ["one-steward"]


def test_an_agency_without_a_colleague_beside_it_is_only_outsiders(two):
    account = in_good_hands()
    Keys.objects.update(agency="Byrån AB")
    assert kinds(account) == ["only-outsiders"]
    Stewardship.objects.bulk_create(Stewardship(account=account, member=member) for member in two)
    assert kinds(account) == ["agency"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"hours": ""}, "no-hours"),
        ({"purpose": ""}, "no-purpose"),
        ({"review_on": date(2020, 1, 1)}, "review-overdue"),
    ],
)
def test_it_tells_what_isn_t_said(two, change, kind):
    assert kinds(in_good_hands(*two, **change)) == [kind]


def test_a_review_due_today_is_not_overdue(two):
    assert kinds(in_good_hands(*two, review_on=timezone.localdate())) == []


def test_it_tells_of_card_and_keys_that_are_empty_or_not_there(two):
    account = in_good_hands(*two)
    Card.objects.update(sender="")
    Keys.objects.update(kept_in="", two_factor="no", recovery_is_ours="no")
    assert kinds(account) == ["no-sender", "keys-unknown", "no-two-factor", "recovery-not-ours"]
    Card.objects.all().delete()
    Keys.objects.all().delete()
    assert kinds(account) == ["no-sender", "keys-unknown"]


def test_what_isn_t_known_of_two_factor_is_no_lack(two):
    account = in_good_hands(*two)
    Keys.objects.update(two_factor="unknown", recovery_is_ours="unknown")
    assert kinds(account) == []


def test_an_account_that_has_ended_lacks_nothing(two):
    account = in_good_hands(state="closed", hours="", review_on=timezone.localdate() - timedelta(days=9))
    assert kinds(account) == []
    assert not those_lacking(Account.objects.all()).exists()


def test_topics_belong_to_the_departments_of_the_accounts_that_carry_them(two):
    account = in_good_hands(*two, topics=["Reservdelar", "löner"])
    with translation.override("sv"):
        [lack] = lacking(account)
    assert lack.kind == "topics"
    assert "Reservdelar, löner" in lack.why
    other = in_good_hands(*two, topics=["reservdelar "])
    other.departments.add(Department.objects.get(slug="store"))
    assert kinds(other) == []
    [lack] = lacking(account)
    assert "Reservdelar" not in lack.why
    assert "löner" in lack.why


def test_it_names_the_department_that_could_help(two):
    account = in_good_hands(*two, topics=["löner"])
    account.departments.add(department("hr", "Personal"))
    [lack] = lacking(account)
    assert "Personal" in lack.mend


def test_a_point_made_for_a_department_gives_it_the_topics_in_its_title(two, administrator, communicator):
    account = in_good_hands(*two, topics=["reservdel"])
    assert kinds(account) == ["topics"]
    publish({"sv": POLICY}, by=communicator, because="först")
    assert kinds(account) == []


def test_nobody_at_the_wheel_is_told_once(two):
    assert kinds(in_good_hands(topics=["löner"])) == ["no-steward"]


def test_every_kind_is_counted_as_it_is_told_of_one(two):
    in_good_hands(*two)
    in_good_hands(two[0], hours="")
    account = in_good_hands(purpose="", review_on=date(2020, 1, 1))
    Keys.objects.filter(account=account).update(agency="Byrån", two_factor="no")
    Card.objects.filter(account=account).update(sender="")
    told = [lack.kind for lacks in lacking_of(Account.objects.all()).values() for lack in lacks]
    figures = counted(Account.objects.all())
    assert figures == {rule.kind: told.count(rule.kind) for rule in RULES}
    for kind, number in figures.items():
        assert those_lacking(Account.objects.all(), kind).count() == number
    assert those_lacking(Account.objects.all()).count() == 2


def test_a_kind_that_isn_t_there_gives_nothing(two):
    in_good_hands()
    assert not those_lacking(Account.objects.all(), "no-such-thing").exists()


def test_many_cost_the_same_queries_as_one(two):
    for _ in range(12):
        in_good_hands(two[0], topics=["löner"])
    with CaptureQueriesContext(
        connection,
    ) as few:
        lacking_of(Account.objects.all()[:2])
    with CaptureQueriesContext(connection) as many:
        lacking_of(Account.objects.all())
    assert len(many) == len(few) <= 8


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_has_its_words(two, language):
    with translation.override(language):
        assert all(str(name) for name in NAMES.values())
        assert all(str(rule.why) and str(rule.mend) for rule in RULES)
