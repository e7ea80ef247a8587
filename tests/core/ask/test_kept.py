"""What a policy was read as is kept, so that the command starts fast; nobody notices but the clock."""

from pathlib import Path

import pytest

from vigor.ask import from_text
from vigor.ask.kept import MOST, keep, kept, path_of
from vigor.ask.passages import Passage
from vigor.language import store

POLICY = "---\npolicy: social-media\ntitle: Ours\nlanguage: en\n---\n\n## Respect {#respect}\n\nWe listen.\n\n- We ask. {#ask}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return store.cache_folder()


def unread(source: str) -> tuple[Passage, ...]:
    raise AssertionError(f"read again: {source[:20]}")


def test_a_policy_is_read_once(folder: Path) -> None:
    first = from_text(POLICY)
    assert [passage.key for passage in first] == ["respect", "ask"]
    assert kept(POLICY, unread) == first


def test_another_text_is_read(folder: Path) -> None:
    from_text(POLICY)
    with pytest.raises(AssertionError, match="read again"):
        kept(POLICY + "\n", unread)


def test_a_damaged_file_is_done_without(folder: Path) -> None:
    first = from_text(POLICY)
    path_of(POLICY, folder).write_bytes(b"[[1, 2]")
    assert from_text(POLICY) == first


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder would be")
    assert len(from_text(POLICY)) == 2


def test_only_the_latest_few_are_kept(folder: Path) -> None:
    for number in range(MOST + 3):
        keep(f"{number}", (), folder)
    assert len(list(folder.glob("passages-*"))) == MOST
