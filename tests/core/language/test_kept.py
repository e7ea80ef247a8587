"""What takes long to make is kept; nobody notices but the clock."""

from pathlib import Path

import pytest

from vigor.language import kept, store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(store, "PACKAGED", tmp_path / "packaged")
    return store.cache_folder()


@pytest.fixture
def code(tmp_path: Path) -> list[Path]:
    path = tmp_path / "reader.py"
    path.write_text("1")
    return [path]


def again() -> str:
    raise AssertionError("made again")


def test_it_is_made_once(code: list[Path]) -> None:
    assert kept.kept("kind", "of this", code, lambda: "made\nå 🙃 \ud800") == "made\nå 🙃 \ud800"
    assert kept.kept("kind", "of this", code, again) == "made\nå 🙃 \ud800"


def test_it_is_made_anew_of_something_else(code: list[Path]) -> None:
    kept.kept("kind", "of this", code, lambda: "made")
    with pytest.raises(AssertionError, match="made again"):
        kept.kept("kind", "of this too", code, again)
    with pytest.raises(AssertionError, match="made again"):
        kept.kept("another", "of this", code, again)


def test_it_is_made_anew_by_other_code(code: list[Path]) -> None:
    kept.kept("kind", "of this", code, lambda: "made")
    code[0].write_text("2")
    with pytest.raises(AssertionError, match="made again"):
        kept.kept("kind", "of this", code, again)


def test_two_sources_under_one_name_are_told_apart(code: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "name_of", lambda *_: "kind-same.kept")
    kept.kept("kind", "of this", code, lambda: "made")
    assert kept.kept("kind", "of that", code, lambda: "other") == "other"


@pytest.mark.parametrize(
    "damaged", [b"", b"x", b"7 4\nof thismad", b"7 4\nof thismadee", b"\xff\xfe", b"a b\nof thismade"]
)
def test_a_damaged_file_is_done_without(code: list[Path], folder: Path, damaged: bytes) -> None:
    kept.kept("kind", "of this", code, lambda: "made")
    (path,) = folder.iterdir()
    path.write_bytes(damaged)
    assert kept.kept("kind", "of this", code, lambda: "made") == "made"


def test_a_folder_that_cannot_be_written_is_done_without(code: list[Path], folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder would be")
    assert kept.kept("kind", "of this", code, lambda: "made") == "made"


def test_only_the_latest_few_of_a_kind_are_kept(code: list[Path], folder: Path) -> None:
    kept.kept("other", "of this", code, lambda: "made")
    for number in range(kept.MOST + 3):
        kept.kept("kind", f"{number}", code, lambda: "made")
    assert len(list(folder.glob("kind-*"))) == kept.MOST
    assert len(list(folder.glob("other-*"))) == 1


def test_what_is_built_beside_the_package_is_read(code: list[Path], folder: Path) -> None:
    (path,) = kept.build("kind", "of this", code, lambda: "made")
    assert path.parent == store.PACKAGED
    assert kept.build("kind", "of this", code, again) == [path]
    assert kept.kept("kind", "of this", code, again) == "made"
    assert not folder.exists()
