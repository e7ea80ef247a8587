import re
from pathlib import Path

import pytest

from vigor.check import entries as made
from vigor.check.entries import all_of, entries, letters, told
from vigor.check.post import Post
from vigor.language import store


def found(text: str, language: str, kind: str) -> list[str]:
    post = Post(text, None, language)
    return [post.of(hit.span) for hit in post.hits.of(kind)]


def test_it_finds_inflected_forms_and_ends_of_compounds():
    assert found("De där idioterna, och den jätteidioten.", "sv", "insult.person") == [
        "idioterna",
        "jätteidioten",
    ]


def test_a_word_that_only_happens_to_hold_another_is_left_alone():
    assert found("Vi skapar glass på kalaset.", "sv", "insult") == []


def test_a_set_phrase_hides_what_it_holds():
    assert found("Kill the process, it was a dumb question.", "en", "insult") == []


def test_phrases_are_found_over_line_breaks_and_curly_apostrophes():
    assert found("You can’t\neven", "en", "ill.frame") == ["can’t\neven"]


def test_hits_come_in_the_order_of_the_text():
    post = Post("Din klåpare, du är en idiot.", None, "sv")
    assert [hit.start for hit in post.hits.of("insult.person")] == sorted(
        hit.start for hit in post.hits.of("insult")
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_entry_is_whole(language: str):
    for entry in entries(language):
        assert entry.key, entry
        if entry.how == "pattern":
            assert not set("()|") & set(entry.key), entry
            re.compile(entry.word)
        else:
            assert not set("()|") & set(entry.word), entry


def test_a_heap_of_words_is_not_compared_with_itself_without_end():
    assert len(found("idiot " * 3000, "sv", "insult.person")) <= 40


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(store, "PACKAGED", tmp_path / "packaged")
    return store.cache_folder()


def unread(language: str) -> str:
    raise AssertionError(f"made again: {language}")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_entries_are_made_once_and_the_same_when_they_are_kept(
    language: str, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    first = all_of(language)
    monkeypatch.setattr(made, "_lines", unread)
    assert all_of(language) == first
    assert sorted(entry for line in first for entry in told(line)) == sorted(entries(language))
    assert all(entry.key == letters(line) for line in first for entry in told(line))
