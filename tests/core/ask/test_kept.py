"""What a policy was read as is kept, so that the command starts fast; nobody notices but the clock."""

from pathlib import Path

import pytest

from vigor.ask import from_text
from vigor.ask.kept import passages
from vigor.ask.passages import Passage

POLICY = "---\npolicy: social-media\ntitle: Ours\nlanguage: en\n---\n\n## Respect {#respect}\n\nWe listen.\n\n- We ask. {#ask}\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def unread(source: str) -> tuple[Passage, ...]:
    raise AssertionError(f"read again: {source[:20]}")


def test_a_policy_is_read_once_and_the_same_when_it_is_kept() -> None:
    first = from_text(POLICY)
    assert [passage.key for passage in first] == ["respect", "ask"]
    assert passages(POLICY, unread) == first


def test_another_text_is_read() -> None:
    from_text(POLICY)
    with pytest.raises(AssertionError, match="read again"):
        passages(POLICY + "\n", unread)
