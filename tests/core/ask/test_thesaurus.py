"""The two word files, as data: what the engine may rely on and what an editor may get wrong."""

import re
import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

FILES = ("thesaurus.toml", "lexicon.toml")
LANGUAGES = ("sv", "en")
MOST_GROUPS_A_WORD = 4
MOST_WORDS_IN_A_PHRASE = 3

Group = dict[str, Any]


def groups_of(file: str) -> list[Group]:
    text = (files("vigor") / "ask" / file).read_text(encoding="utf-8")
    groups: list[Group] = tomllib.loads(text)["group"]
    return groups


GROUPS = {file: groups_of(file) for file in FILES}
ALL = [group for file in FILES for group in GROUPS[file]]


def words_with(word: str, language: str) -> set[str]:
    """Every word, in both languages, that a question with this word is widened with."""
    mine = [group for group in ALL if word in group[language]]
    return {other for group in mine for side in LANGUAGES for other in group[side]}


def test_it_covers_the_field_and_the_common_words() -> None:
    assert len(GROUPS["thesaurus.toml"]) >= 600
    assert len(ALL) >= 1700


def test_each_file_says_its_origin_and_licence() -> None:
    for file in FILES:
        head = (files("vigor") / "ask" / file).read_text(encoding="utf-8").split("[[group]]")[0]
        assert "Written for Vigör" in head, file
        assert "EUPL-1.2" in head, file


def test_a_group_has_known_fields_only() -> None:
    stray = {group["name"]: set(group) - {"name", "sv", "en", "near"} for group in ALL}
    assert {name: fields for name, fields in stray.items() if fields} == {}


def test_names_are_unique_slugs() -> None:
    names = Counter(group["name"] for group in ALL)
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_every_near_group_exists_and_is_another() -> None:
    names = {group["name"] for group in ALL}
    near = [(group["name"], other) for group in ALL for other in group.get("near", ())]
    assert [(name, other) for name, other in near if other not in names or other == name] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_group_is_without_words_in_either_language(language: str) -> None:
    assert [group["name"] for group in ALL if not group.get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_so_many_groups_that_it_says_nothing(language: str) -> None:
    times = Counter(word for group in ALL for word in group[language])
    assert {word: n for word, n in times.items() if n > MOST_GROUPS_A_WORD} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_lower_case_trimmed_and_short(language: str) -> None:
    words = [word for group in ALL for word in group[language]]
    assert [word for word in words if word != " ".join(word.lower().split()) or not word] == []
    assert [word for word in words if len(word.split()) > MOST_WORDS_IN_A_PHRASE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_says_no_word_twice(language: str) -> None:
    assert [group["name"] for group in ALL if len(set(group[language])) < len(group[language])] == []


@pytest.mark.parametrize(
    ("asked", "language", "written"),
    [
        ("lägga upp", "sv", "publish"),
        ("kollega", "sv", "coworker"),
        ("chef", "sv", "supervisor"),
        ("arg", "sv", "upset"),
        ("insta", "sv", "instagram"),
        ("fack", "sv", "trade union"),
        ("skärmläsare", "sv", "assistive technology"),
        ("journalist", "en", "press"),
        ("boss", "en", "arbetsledare"),
        ("remove", "en", "radera"),
        ("alt text", "en", "bildbeskrivning"),
        ("subtitle", "en", "undertext"),
        ("2fa", "en", "tvåfaktorsautentisering"),
        ("paid partnership", "en", "betalt samarbete"),
    ],
)
def test_an_everyday_word_meets_the_words_a_policy_uses(asked: str, language: str, written: str) -> None:
    assert written in words_with(asked, language)


@pytest.mark.parametrize(
    ("asked", "language", "unrelated"),
    [
        ("social media", "en", "journalist"),
        ("lag", "sv", "crew"),
        ("present", "sv", "current"),
        ("key", "en", "tangentbord"),
        ("personal", "sv", "privat"),
        ("personal", "en", "anställd"),
    ],
)
def test_a_word_is_not_widened_with_what_it_merely_looks_like(
    asked: str, language: str, unrelated: str
) -> None:
    assert words_with(asked, language)
    assert unrelated not in words_with(asked, language)
