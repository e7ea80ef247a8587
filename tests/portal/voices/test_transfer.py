"""A register comes in and goes out: nothing good is lost, nothing is there twice, and the same words come back."""

import json
import os
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
import time_machine
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.portal.jobs.test_jobs import work_off

from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Account, Card, Import, Keys, PublicAccount, Step
from vigor_portal.voices.register import actions as register
from vigor_portal.voices.register.queries import accounts, stewards_of
from vigor_portal.voices.transfer import actions, working
from vigor_portal.voices.transfer.exporting import export
from vigor_portal.voices.transfer.jobs import forget_old
from vigor_portal.voices.transfer.queries import open_things
from vigor_portal.voices.transfer.words import say

pytestmark = pytest.mark.django_db

EXCEL = """Namn;Nätverk;Adress;Syfte;Ämnen
Verkstan i Åmål;Facebook;facebook.com/verkstan;Vi hjälper dig.;cyklar, reservdelar
Kafét;x;https://twitter.com/kafet?s=20;;
Kafét igen;x;@KAFET;;
Trasig;x;https://x.com/search?q=cykel;;
Okänt;Frendster;@a;;
;;;;
Elsa;LinkedIn;linkedin.com/in/elsa;;
"""


def brought(text: str | bytes, by: Member, name: str = "konton.csv", **options: object) -> Import:
    data = text.encode("cp1252") if isinstance(text, str) else text
    transfer = actions.upload(data, name, by=by)
    if options:
        transfer = actions.choose(transfer, transfer.mapping, **{"fills_in": True, **options}, by=by)  # type: ignore[arg-type]
    return transfer


def saved(text: str | bytes, by: Member, name: str = "konton.csv", **options: object) -> Import:
    return actions.save(brought(text, by, name, **options), by=by)


def said(transfer: Import) -> list[tuple[int, str, str]]:
    return [(remark.line, remark.weight, remark.kind) for remark in transfer.remarks.all()]


def test_it_counts_before_anything_is_saved(communicator):
    transfer = brought(EXCEL, communicator)
    assert transfer.state == "draft"
    assert transfer.encoding == "windows-1252"
    assert transfer.counts == {"rows": 6, "new": 2, "twice": 1, "bad": 3}
    assert not Account.objects.exists()


def test_bad_rows_are_told_with_line_and_reason_and_the_good_ones_come_in(communicator):
    transfer = saved(EXCEL, communicator)
    assert transfer.state == "done"
    assert said(transfer) == [
        (4, "twice", "twice"),
        (5, "bad", "trouble"),
        (6, "bad", "network"),
        (8, "bad", "own-profile"),
    ]
    with translation.override("en"):
        words = [say(remark) for remark in transfer.remarks.all()]
    assert words[0] == "@KAFET is the same account as on line 3."
    assert "not to an account there" in words[1]
    assert all("%" not in sentence for sentence in words)
    assert list(Account.objects.values_list("name", "address_key", "state")) == [
        ("Kafét", "x:kafet", "found"),
        ("Verkstan i Åmål", "facebook:verkstan", "found"),
    ]
    assert Account.objects.get(network="facebook").topics == ["cyklar", "reservdelar"]
    assert Step.objects.count() == Card.objects.count() == Keys.objects.count() == 2
    assert Entry.objects.filter(kind="voices.found").count() == 2


def test_what_is_found_isn_t_shown_to_the_public(communicator):
    saved(EXCEL, communicator)
    assert not PublicAccount.objects.exists()


def test_nobody_else_brings_accounts_in(employee, communicator):
    with pytest.raises(NotAllowed):
        actions.upload(b"x", "a.csv", by=employee)
    transfer = brought(EXCEL, communicator)
    for take in (actions.save, actions.approve_all, actions.throw_away):
        with pytest.raises(NotAllowed):
            take(transfer, by=employee)
    assert not Account.objects.exists()


def test_bringing_the_same_file_twice_changes_nothing(communicator):
    saved(EXCEL, communicator)
    again = saved(EXCEL, communicator)
    assert again.counts == {"rows": 6, "known": 2, "twice": 1, "bad": 3}
    assert Account.objects.count() == 2


def test_an_account_that_is_here_gets_what_it_lacked_and_keeps_what_it_had(communicator, employee):
    Department.objects.create(slug="verkstad", names={"sv": "Verkstaden", "en": "Workshop"})
    saved("Namn;Adress;Syfte\nVerkstan;facebook.com/verkstan;Vårt syfte\n", communicator)
    again = saved(
        "Namn;Adress;Syfte;Svarstider;Avsändare;Tvåfaktor;Avdelning;Ansvarig\n"
        f"Annat namn;facebook.com/verkstan;Annat;vardagar;Här svarar vi;ja;Verkstaden;{employee.email}\n",
        communicator,
    )
    assert again.counts == {"rows": 1, "filled": 1}
    [remark] = again.remarks.all()
    assert remark.about["fields"].split() == ["hours", "sender", "two_factor", "departments", "stewards"]
    account = Account.objects.get()
    assert (account.name, account.purpose, account.hours) == ("Verkstan", "Vårt syfte", "vardagar")
    assert (account.card.sender, account.keys.two_factor) == ("Här svarar vi", "yes")
    assert [held.member for held in stewards_of(account)] == [employee]
    assert account.departments.get().slug == "verkstad"


def test_whose_profile_an_account_rests_on_comes_and_goes_by_e_mail(communicator, employee):
    text = f"Namn;Adress;Vilar på\nSidan;facebook.com/sidan;{employee.email.upper()}\nEtt;x.com/ett;okand@test.example\n"
    transfer = saved(text, communicator)
    assert said(transfer) == [(3, "note", "rests-on")]
    page = Account.objects.get(name="Sidan")
    assert page.keys.rests_on == employee
    told = json.loads("".join(export(Account.objects.filter(name="Sidan"), "json")))
    assert told[0]["rests_on"] == employee.email
    # What is known already stays; what is missing is filled in; who has left is named to nobody.
    saved(text.replace(employee.email.upper(), communicator.email), communicator)
    page.keys.refresh_from_db()
    assert page.keys.rests_on == employee
    Keys.objects.update(rests_on=None)
    again = saved(text, communicator)
    assert again.counts["filled"] == 1
    page.keys.refresh_from_db()
    assert page.keys.rests_on == employee
    Member.objects.filter(pk=employee.pk).update(is_active=False)
    assert "rests_on" not in json.loads("".join(export(Account.objects.filter(name="Sidan"), "json")))[0]


def test_it_may_be_told_to_leave_what_is_here_alone(communicator):
    saved("Namn;Adress\nVerkstan;facebook.com/verkstan\n", communicator)
    text = "Namn;Adress;Syfte\nVerkstan;facebook.com/verkstan;Nytt\n"
    again = saved(text, communicator, fills_in=False, delimiter=";", encoding="utf-8")
    assert again.counts == {"rows": 1, "known": 1}
    assert Account.objects.get().purpose == ""


def test_a_steward_or_department_that_we_don_t_know_is_told_and_the_account_comes_in(communicator, employee):
    employee.is_active = False
    employee.save()
    text = f"Namn;Adress;Avdelning;Ansvarig;Sedan\nEtt;x.com/ett;Okänd;{employee.email};i våras\n"
    transfer = saved(text, communicator)
    assert sorted(kind for _line, weight, kind in said(transfer) if weight == "note") == [
        "day",
        "department",
        "steward",
    ]
    assert Account.objects.get().stewardships.count() == 0


def test_one_holder_with_several_networks_becomes_several_accounts(communicator):
    text = "- id: {thomas: '02222'}\n  social: {twitter: Ett, facebook: ettsidan, youtube_id: UCGdrLQbt1PYDTPsampx4t1A}\n"
    saved(text.encode(), communicator, "register.yaml")
    assert sorted(Account.objects.values_list("network", "name")) == [
        ("facebook", "Ett"),
        ("x", "Ett"),
        ("youtube", "Ett"),
    ]


def test_a_channel_by_name_and_by_number_is_one_account(communicator):
    text = "youtube,youtube_id\nEttkanalen,UCGdrLQbt1PYDTPsampx4t1A\n"
    saved(text, communicator)
    assert Account.objects.get().address_key == "youtube:@ettkanalen"


def test_the_mapping_can_be_changed_before_anything_is_saved(communicator):
    transfer = brought("Spalt A;Spalt B\nVerkstan;facebook.com/verkstan\n", communicator)
    assert transfer.counts == {"rows": 1, "bad": 1}
    chosen = {"Spalt A": "name", "Spalt B": "address"}
    transfer = actions.choose(
        transfer, chosen, fills_in=True, delimiter=";", encoding="utf-8", by=communicator
    )
    assert transfer.counts == {"rows": 1, "new": 1}
    assert transfer.mapping == chosen


def test_another_delimiter_reads_the_file_anew(communicator):
    transfer = brought("Namn^Adress\nVerkstan^facebook.com/verkstan\n", communicator)
    assert len(transfer.sample["headings"]) == 1
    transfer = actions.choose(transfer, {}, fills_in=True, delimiter="^", encoding="", by=communicator)
    assert transfer.mapping == {"Namn": "name", "Adress": "address"}
    assert transfer.counts["new"] == 1


def test_a_file_that_can_t_be_read_stays_as_a_draft_that_says_why(communicator):
    transfer = brought(b"a: &a [x]\nb: *a\n", communicator, "konton.yaml")
    assert (transfer.state, transfer.unreadable["kind"]) == ("draft", "alias")
    with pytest.raises(actions.NotNow):
        actions.save(transfer, by=communicator)


def test_a_file_with_passwords_is_not_kept(communicator):
    transfer = brought("Namn;Adress;Lösenord\nEtt;x.com/ett;hemligt123\n", communicator)
    assert transfer.unreadable["kind"] == "secret"
    assert bytes(Import.objects.get().content) == b""
    assert not transfer.remarks.exists()


def test_the_file_goes_when_its_accounts_are_in(communicator):
    assert bytes(saved(EXCEL, communicator).content) == b""


def test_a_step_that_breaks_loses_nothing_and_a_worker_goes_on(communicator):
    transfer = brought(EXCEL, communicator)
    with patch.object(working, "write", side_effect=OSError("disk")), pytest.raises(OSError, match="disk"):
        actions.save(transfer, by=communicator)
    transfer.refresh_from_db()
    assert transfer.state == "saving"
    assert bytes(transfer.content) == EXCEL.encode("cp1252")
    with time_machine.travel(transfer.made_at + timedelta(minutes=5)):
        work_off()
    transfer.refresh_from_db()
    assert transfer.state == "done"
    assert Account.objects.count() == 2


def test_a_large_file_goes_through_a_worker_turn_by_turn(communicator, monkeypatch):
    monkeypatch.setattr(actions, "SMALL_BYTES", 0)
    monkeypatch.setattr(working, "ROWS_A_TURN", 2)
    transfer = brought(EXCEL, communicator)
    assert transfer.state == "reading"
    work_off()
    transfer.refresh_from_db()
    assert transfer.counts == {"rows": 6, "new": 2, "twice": 1, "bad": 3}
    actions.save(transfer, by=communicator)
    assert not Account.objects.exists()
    work_off()
    assert Account.objects.count() == 2


def test_doing_the_work_twice_enters_nothing_twice(communicator):
    transfer = brought(EXCEL, communicator)
    transfer = actions.save(transfer, by=communicator)
    working.run(transfer.pk, transfer.round, communicator)
    Import.objects.filter(pk=transfer.pk).update(state="saving", content=EXCEL.encode("cp1252"))
    working.run(transfer.pk, transfer.round, communicator)
    assert Account.objects.count() == 2
    transfer.refresh_from_db()
    assert transfer.counts["new"] == 2


def test_somebody_who_is_no_longer_of_communications_saves_nothing_and_the_draft_stays(communicator):
    transfer = brought(EXCEL, communicator)
    Import.objects.filter(pk=transfer.pk).update(state="saving")
    communicator.grants.all().delete()
    working.run(transfer.pk, transfer.round, Member.objects.get(pk=communicator.pk))
    transfer.refresh_from_db()
    assert transfer.state == "draft"
    assert not Account.objects.exists()


def test_one_press_approves_all_that_came(communicator):
    transfer = saved(EXCEL, communicator)
    actions.approve_all(transfer, by=communicator)
    assert set(Account.objects.values_list("state", flat=True)) == {"registered"}
    transfer.refresh_from_db()
    assert transfer.state == "done"


def test_together_is_the_same_as_one_by_one(communicator):
    transfer = saved(EXCEL, communicator)
    single = saved("Namn;Adress\nEtt;x.com/ett\n", communicator)
    actions.vouch_for_all(actions.approve_all(transfer, by=communicator), by=communicator)
    account = Account.objects.get(imported__transfer=single)
    for step in (register.approve, register.verify_account, register.use):
        account = step(account, by=communicator)
    lives = {each.name: [step.state for step in each.steps.all()] for each in Account.objects.all()}
    assert lives["Kafét"] == lives["Ett"] == ["found", "approved", "registered", "verified", "in-use"]
    public = PublicAccount.objects.values("rests", "since", "until")
    assert public.get(name="Kafét") == public.get(name="Ett")
    kinds = Entry.objects.filter(object_kind="voices.account").order_by("pk")
    assert [
        *kinds.filter(object_id=str(Account.objects.get(name="Kafét").pk)).values_list("kind", flat=True)
    ] == [*kinds.filter(object_id=str(account.pk)).values_list("kind", flat=True)]


def test_an_account_without_an_address_is_approved_and_no_more(communicator):
    transfer = saved("Namn;Nätverk\nKommande;Mastodon\n", communicator)
    actions.vouch_for_all(actions.approve_all(transfer, by=communicator), by=communicator)
    assert Account.objects.get().state == "approved"


def test_an_address_that_was_ours_isn_t_taken_back_unseen(communicator):
    saved("Namn;Adress;Läge;Till och med\nGamla;x.com/gamla;stängt;2024-05-01\n", communicator)
    account = Account.objects.get()
    assert (account.state, account.until, account.address_key) == ("closed", date(2024, 5, 1), "")
    again = saved("Namn;Adress\nGamla;x.com/gamla\n", communicator)
    assert said(again) == [(2, "bad", "former")]


def test_what_nobody_finished_goes_after_thirty_days(communicator):
    brought(EXCEL, communicator)
    forget_old()
    assert Import.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=32)):
        forget_old()
    assert not Import.objects.exists()


def test_a_draft_waits_for_whoever_brought_it_and_has_a_last_day(communicator, make_member):
    transfer = brought(EXCEL, communicator)
    [thing] = open_things(None)
    assert (thing.title, thing.owner, thing.last_day) == ("konton.csv", communicator, transfer.last_day)
    assert list(open_things(make_member("Vera", "communications"))) == []
    actions.save(transfer, by=communicator)
    assert list(open_things(None)) == []


def test_throwing_an_import_away_keeps_the_accounts_that_came_of_it(communicator):
    transfer = saved(EXCEL, communicator)
    actions.throw_away(transfer, by=communicator)
    assert Account.objects.count() == 2
    assert not Import.objects.exists()


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=40
).map(lambda text: " ".join(text.split()))
ITEMS = st.lists(WORDS.filter(bool), max_size=3, unique=True)
RISKY = st.one_of(
    WORDS,
    st.sampled_from(
        ['=HYPERLINK("http://a","b")', "+46", "-1", "@SUM(A1)", "'=1", "null", "~", "no", "02222", "a;b", '"']
    ),
).filter(bool)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    format=st.sampled_from(["csv", "json", "yaml"]),
    name=RISKY,
    purpose=st.one_of(WORDS, RISKY),
    topics=ITEMS,
    tone=st.lists(RISKY, max_size=3).map("\n".join),
    does=ITEMS,
    kept_in=RISKY,
    two_factor=st.sampled_from(["yes", "no", "unknown"]),
    since=st.none() | st.dates(),
)
def test_what_goes_out_comes_in_again_word_for_word(
    communicator, format, name, purpose, topics, tone, does, kept_in, two_factor, since
):
    Account.objects.all().delete()
    Import.objects.all().delete()
    account = Account.objects.create(
        network="x", name=name, purpose=purpose, topics=topics, speaks_since=since,
        address="https://x.com/ett", address_key="x:ett", shown="@ett",
    )  # fmt: skip
    Card.objects.create(account=account, tone=tone, does=does, sender="=1+1")
    Keys.objects.create(account=account, kept_in=kept_in, two_factor=two_factor)
    before = "".join(export(Account.objects.all(), format))
    Account.objects.all().delete()
    transfer = saved(before.encode(), communicator, f"konton.{format}")
    assert transfer.counts == {"rows": 1, "new": 1}
    assert "".join(export(Account.objects.all(), format)) == before
    again = Account.objects.select_related("card", "keys").get()
    assert (again.name, again.purpose, again.topics, again.speaks_since) == (name, purpose, topics, since)
    assert (again.card.tone, again.card.does, again.card.sender) == (tone, does, "=1+1")
    assert (again.keys.kept_in, again.keys.two_factor) == (kept_in, two_factor)


@pytest.mark.parametrize("format", ["csv", "json", "yaml"])
def test_an_empty_register_is_an_empty_file(format):
    text = "".join(export(Account.objects.all(), format))
    assert text.startswith("\ufeffaddress;") if format == "csv" else json.loads(text) == []


def data_sets() -> Path | None:
    folder = Path(os.environ.get("VIGOR_DATA_SETS", Path(__file__).resolve().parents[4] / "shared" / "data"))
    return folder / "registers" if (folder / "registers").is_dir() else None


@pytest.fixture
def registers() -> Path:
    folder = data_sets()
    if folder is None:
        pytest.skip("VIGOR_DATA_SETS has no registers/: the import of a real register is left out")
    return folder


def test_a_real_register_of_519_holders_becomes_usable(registers, communicator):
    data = (registers / "legislators-social-media.yaml").read_bytes()
    transfer = saved(data, communicator, "legislators-social-media.yaml")
    assert transfer.rows == 519
    assert transfer.counts["new"] + transfer.counts.get("bad", 0) == 1733
    assert transfer.counts.get("bad", 0) <= 1
    assert transfer.counts["twice"] == 1
    networks = Counter(Account.objects.values_list("network", flat=True))
    assert networks.keys() == {"x", "facebook", "instagram", "youtube", "mastodon"}
    assert networks["x"] == 506
    assert accounts("sentoddyoung").count() == 4
    listed = (registers / "social_media_whitelist.csv").read_bytes()
    assert saved(listed, communicator, "whitelist.csv").counts["rows"] == 17
