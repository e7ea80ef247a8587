"""Every text that people read is there in both languages."""

from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from scripts import messages

APPS = messages.apps()
MEND = "run `make messages`, and translate what is empty"


def translations(app: Path, language: str) -> list[Message]:
    """The messages of an app's django.po, without its header."""
    path = messages.po_file(app, language)
    if not path.exists():
        return []
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def in_all_forms(text: str | tuple[str, ...]) -> list[str]:
    """A text, or its singular and plural."""
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
class TestAnApp:
    def test_its_texts_are_all_in_the_catalogue_and_nothing_else(self, app: Path, language: str):
        there = {(message.id, message.context) for message in translations(app, language)}
        wanted = messages.messages_of(app)
        assert sorted(wanted - there, key=str) == [], f"missing: {MEND}"
        assert sorted(there - wanted, key=str) == [], f"no longer used: {MEND}"

    def test_its_texts_are_all_translated(self, app: Path, language: str):
        found = translations(app, language)
        assert [message.id for message in found if not all(in_all_forms(message.string))] == []
        assert [message.id for message in found if message.fuzzy] == []

    def test_its_translations_are_filled_in_with_the_same_things(self, app: Path, language: str):
        for message in translations(app, language):
            wanted = set().union(*(messages.placeholders(text) for text in in_all_forms(message.id)))
            for text in filter(None, in_all_forms(message.string)):
                # A singular may say "one" where the plural says how many.
                ours = messages.placeholders(text)
                assert ours <= wanted if message.pluralizable else ours == wanted, text

    def test_its_compiled_form_is_up_to_date(self, app: Path, language: str):
        path = messages.po_file(app, language)
        if path.with_suffix(".mo").exists():
            assert path.with_suffix(".mo").read_bytes() == messages.compiled_form(path), "run `make setup`"


def test_extracting_keeps_what_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    path = tmp_path / "app" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    messages._update(path, "sv", {("Hello", None), ("Gone", None), (("%(n)s day", "%(n)s days"), "time")})
    path.write_text(path.read_text().replace('msgid "Hello"\nmsgstr ""', 'msgid "Hello"\nmsgstr "Hej"'))
    messages._update(path, "sv", {("Hello", None), ("New", None), (("%(n)s day", "%(n)s days"), "time")})
    written = path.read_text()
    assert 'msgid "Hello"\nmsgstr "Hej"' in written
    assert 'msgid "New"\nmsgstr ""' in written
    assert "Gone" not in written
    assert (
        'msgctxt "time"\nmsgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] ""\nmsgstr[1] ""' in written
    )


def test_what_is_filled_in_is_recognised():
    assert messages.placeholders("%(name)s wrote %s at {place}, 100%") == {"%(name)s", "%s", "{place}"}
