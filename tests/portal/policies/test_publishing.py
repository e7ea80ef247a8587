"""Publishing: what becomes a version, what is refused, and what is said about it."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies import queries
from vigor_portal.policies.actions import (
    CantPublish,
    CantWithdraw,
    NothingChanged,
    publish,
    withdraw,
)
from vigor_portal.policies.models import PublishedKey, Version, VersionText

pytestmark = pytest.mark.django_db


def put(*sources: str, **options: Any) -> Version:
    return publish(sources, by=None, because="", **options)


def problems(*sources: str) -> str:
    with pytest.raises(CantPublish) as caught:
        put(*sources)
    return str(caught.value)


def points(version: Version, language: str = "sv") -> dict[str, Any]:
    text = queries.text_of(version, language)
    assert text is not None
    return text.policy.by_key


def test_it_makes_a_version_in_every_language_given(communicator: Member) -> None:
    version = publish({"a.md": SWEDISH, "b.md": ENGLISH}, by=communicator, because=" En start. ")
    assert (version.number, version.because, version.published_by) == (1, "En start.", communicator)
    assert version.policy.language == "sv"
    assert list(queries.texts_of(version)) == ["sv", "en"]
    entry = Entry.objects.get()
    assert (entry.kind, entry.object_id, entry.ids) == ("policy.published", str(version.pk), {"number": 1})


def test_it_is_for_communications_alone(employee: Member) -> None:
    with pytest.raises(NotAllowed):
        publish([SWEDISH], by=employee, because="")
    assert not Version.objects.exists()


def test_the_first_file_is_the_original_of_a_new_policy() -> None:
    assert (
        put(
            without(ENGLISH, "rumours"), without(ENGLISH, "rumours").replace("language: en", "language: sv")
        ).policy.language
        == "en"
    )


def test_a_language_that_isnt_given_is_carried_over() -> None:
    put(SWEDISH, ENGLISH)
    version = put(without(SWEDISH, "last-word"))
    assert "last-word" not in points(version, "en")
    assert "no-sarcasm" in points(version, "en")


def test_a_carried_translation_follows_the_originals_attributes() -> None:
    put(SWEDISH, ENGLISH)
    version = put(SWEDISH.replace("{#last-word layers=", "{#last-word audience=internal layers="))
    text = VersionText.objects.get(version=version, language="en")
    assert "last word" in text.source
    assert "last word" not in text.public_source


def test_a_translation_alone_leaves_the_original_as_it_was() -> None:
    put(SWEDISH, ENGLISH)
    version = put(ENGLISH.replace("last word", "final word"))
    assert points(version)["last-word"].source == "Vi låter den andra få sista ordet."
    assert "final word" in points(version, "en")["last-word"].source


def test_it_knows_in_which_version_each_point_got_its_words() -> None:
    put(SWEDISH, ENGLISH)
    version = put(SWEDISH.replace("sista ordet", "det sista ordet"))
    worded = queries.text_of(version, "sv").worded_in  # type: ignore[union-attr]
    assert (worded["last-word"], worded["no-sarcasm"]) == (2, 1)


def test_a_translation_is_older_until_it_is_reworded_or_checked() -> None:
    put(SWEDISH, ENGLISH)
    changed = SWEDISH.replace("sista ordet", "det sista ordet")
    assert queries.older_than_original(put(changed), "en") == {"last-word"}
    assert queries.older_than_original(put(ENGLISH, checked=True), "en") == frozenset()
    assert queries.older_than_original(put(SWEDISH, checked=True), "en") == frozenset()
    put(changed)
    assert (
        queries.older_than_original(put(ENGLISH.replace("last word", "very last word")), "en") == frozenset()
    )


def test_it_sees_when_nothing_changed() -> None:
    put(SWEDISH, ENGLISH)
    with pytest.raises(NothingChanged):
        put(SWEDISH, ENGLISH)
    with pytest.raises(NothingChanged):
        put(ENGLISH, checked=True)
    assert Version.objects.count() == 1


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (
            [SWEDISH.replace("{#last-word", "{#no-sarcasm")],
            "1:21: Nyckeln no-sarcasm används redan på rad 20",
        ),
        ([SWEDISH.replace("language: sv", "language: xx")], "xx"),
        ([SWEDISH, SWEDISH], "2:1: 1 är på samma språk"),
        ([SWEDISH, ENGLISH.replace("social-media", "other")], "2:1: I texten står policy: other"),
        ([SWEDISH, ENGLISH.replace("{#last-word", "{#last-word force=must")], "force=must"),
        ([SWEDISH, ENGLISH.replace(" audience=internal", " audience=public")], "audience"),
        ([SWEDISH, ENGLISH.replace('"irony"', '"blame"')], "checks"),
        ([SWEDISH, ENGLISH.replace("{#last-word", "{#word-last")], "word-last"),
        ([SWEDISH + "\u202e"], "läsriktningen"),
        ([""], "tom"),
        ([], "ingen text"),
    ],
)
def test_it_refuses_with_file_line_and_how_to_mend_it(sources: Sequence[str], said: str) -> None:
    assert said in problems(*sources)
    assert not Version.objects.exists()


def test_it_tells_of_every_problem_at_once() -> None:
    faulty = SWEDISH.replace("force=must", "force=often").replace("kind=complaint", "kind=sorrow")
    assert problems(faulty).count("\n") == 1


def test_a_published_key_is_never_given_to_another_kind_of_point() -> None:
    put(SWEDISH)
    assert "annat slag" in problems(
        SWEDISH.replace("{#last-word", "{#x").replace("## Ramar {#frame", "## Ramar {#last-word")
    )


def test_a_key_of_a_point_that_is_gone_is_kept_for_it() -> None:
    put(SWEDISH)
    put(without(SWEDISH, "last-word"))
    other = without(SWEDISH, "last-word").replace(
        "- Vi lämnar", "- Vi dricker kaffe klockan tre varje dag. {#last-word}\n- Vi lämnar"
    )
    assert "borttagen" in problems(other)
    version = put(SWEDISH.replace("få sista ordet", "gärna få sista ordet"))
    assert "last-word" in points(version)
    assert PublishedKey.objects.get(key="last-word").removed is None


def test_it_remembers_when_a_key_came_and_went() -> None:
    first, second = put(SWEDISH), put(without(SWEDISH, "last-word"))
    known = queries.published_key("last-word")
    assert known is not None
    assert (known.first, known.removed, known.was_public) == (first, second, True)
    known = queries.published_key("last-word")
    assert known is not None
    assert known.removed == second
    assert queries.published_key("rumours").was_public is False  # type: ignore[union-attr]


def test_points_without_a_key_get_one_and_keep_it_from_file_to_file() -> None:
    keyless = SWEDISH.replace(' {#last-word layers="logo"}', "")
    first = put(keyless)
    given = next(
        key for key, point in points(first).items() if "sista ordet" in str(getattr(point, "source", ""))
    )
    second = put(keyless.replace("få sista ordet", "få det sista ordet"))
    assert "få det sista ordet" in points(second)[given].source


def test_what_is_public_is_projected_once() -> None:
    version = put(SWEDISH, ENGLISH)
    for text in VersionText.objects.filter(version=version):
        assert "rumours" in text.source
        for word in ("rumours", "Kvastfening", "Coelacanth", "irony", "code-name"):
            assert word not in text.public_source.replace("irony at the coffee", "")


def test_a_change_of_internal_points_alone_is_no_public_change() -> None:
    put(SWEDISH, ENGLISH)
    version = put(SWEDISH.replace("först när", "direkt när"))
    assert not VersionText.objects.filter(version=version, public_changed=True).exists()


def test_it_goes_back_in_time_never() -> None:
    put(SWEDISH)
    with pytest.raises(CantPublish):
        put(ENGLISH, at=Version.objects.get().published_at.replace(year=2001))


def test_history_tells_each_wording_once() -> None:
    put(SWEDISH)
    put(SWEDISH.replace("Vi svarar", "Vi hörs"))
    put(SWEDISH.replace("sista ordet", "det sista ordet"))
    assert [wording.version.number for wording in queries.history_of("last-word", "sv")] == [3, 1]


def test_withdrawing_leaves_a_tombstone(administrator: Member, communicator: Member) -> None:
    first = put(SWEDISH, ENGLISH)
    put(without(SWEDISH, "last-word"))
    with pytest.raises(NotAllowed):
        withdraw(first, by=communicator, ground="")
    withdraw(first, by=administrator, ground="Dom i mål 1-26")
    again = queries.version(1)
    assert again is not None
    assert again.is_withdrawn
    assert queries.texts_of(again) == {}
    assert set(VersionText.objects.filter(version=first).values_list("source", "public_source")) == {("", "")}
    assert Entry.objects.order_by("-pk").values_list("kind", flat=True)[0] == "policy.withdrawn"
    with pytest.raises(CantWithdraw):
        withdraw(first, by=administrator, ground="")


def test_the_version_in_force_cant_be_withdrawn(administrator: Member) -> None:
    with pytest.raises(CantWithdraw):
        withdraw(put(SWEDISH), by=administrator, ground="")


@pytest.mark.parametrize("table", ["policies_version", "policies_versiontext", "log_entry"])
@pytest.mark.parametrize("statement", ["UPDATE {0} SET id = id", "DELETE FROM {0}", "third"])
def test_published_rows_cant_be_changed_by_hand(table: str, statement: str) -> None:
    put(SWEDISH, ENGLISH)
    third = {
        "sqlite": "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        "postgresql": "TRUNCATE {0} CASCADE",
    }[connection.vendor]
    sql = (third if statement == "third" else statement).format(table)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert VersionText.objects.count() == 2


def test_the_triggers_are_back_after_a_withdrawal(administrator: Member) -> None:
    withdrawn = put(SWEDISH)
    put(ENGLISH)
    withdraw(withdrawn, by=administrator, ground="")
    with pytest.raises(DatabaseError), transaction.atomic():
        VersionText.objects.filter(version=withdrawn).update(source="!")
