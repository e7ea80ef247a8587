"""The texts that people read, in two languages.

    python scripts/messages.py extract    bring every app's django.po up to date (keeps what is translated)
    python scripts/messages.py compile    make a django.mo of each django.po that is newer than its own

English is written in code and templates; Swedish in src/vigor_portal/APP/locale/sv/LC_MESSAGES/django.po.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORTAL = ROOT / "src" / "vigor_portal"
LANGUAGES = ("sv",)  # English is the source.
TEXTS = (".html", ".txt", ".xml", ".svg", ".md")

# Function → where its arguments stand, as babel wants it: (context, "c"), singular, plural.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

# msgid, or (singular, plural); with its context, or None.
Message = tuple[str | tuple[str, str], str | None]


def apps() -> list[Path]:
    """The folders of the site's apps, and the site's own for what lies beside them."""
    return [PORTAL, *sorted(path.parent for path in PORTAL.glob("*/__init__.py"))]


def po_file(app: Path, language: str) -> Path:
    """Where an app's translations are written."""
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def messages_of(app: Path) -> set[Message]:
    """Every translatable text of an app's Python and templates."""
    return {message for path in _sources(app) for message in _messages_in(path)}


def _sources(app: Path) -> Iterator[Path]:
    if app == PORTAL:
        yield from sorted(PORTAL.glob("*.py"))
        return
    for path in sorted(app.rglob("*")):
        if path.suffix == ".py" or (path.suffix in TEXTS and "templates" in path.relative_to(app).parts):
            yield path


def _messages_in(path: Path) -> Iterator[Message]:
    from babel.messages.extract import extract

    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        # Blanks all but the translatable parts, and writes those as Python calls.
        text = templatize(text, origin=str(path))
    source = io.BytesIO(text.encode())
    utf8 = {"encoding": "utf-8"}
    for _line, found, _comments, context in extract("python", source, KEYWORDS, options=utf8):
        if isinstance(found, str):
            yield found, context
        else:
            yield (str(found[0]), str(found[1])), context


def extract_all() -> None:
    """Bring every django.po up to date: new texts get an empty translation, texts that are gone go."""
    for app in apps():
        wanted = messages_of(app)
        for language in LANGUAGES:
            path = po_file(app, language)
            if wanted or path.exists():
                _update(path, language, wanted)


def _update(path: Path, language: str, wanted: Iterable[Message]) -> None:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    new = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for text, context in sorted(wanted, key=str):
        key = text[0] if isinstance(text, tuple) else text
        before = old.get(key, context)
        new.add(text, _kept(before, plural=isinstance(text, tuple)), context=context)
    written = io.BytesIO()
    write_po(written, new, omit_header=True, no_location=True, sort_output=True, width=100)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = _header(language) + written.getvalue().decode().strip("\n") + "\n"
    if not path.exists() or path.read_text("utf-8") != content:
        path.write_text(content, "utf-8")
        print(f"{path.relative_to(ROOT)}: {sum(1 for message in new if message.id)} texts")


def _kept(before: object, *, plural: bool) -> str | tuple[str, ...]:
    """The translation there was, where it has the shape that is wanted now."""
    string = getattr(before, "string", None)
    if plural:
        return tuple(string) if isinstance(string, tuple) else ("", "")
    return string if isinstance(string, str) else ""


def _header(language: str) -> str:
    """As little as gettext needs: no dates or names, which would change with every run."""
    lines = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def po_files() -> list[Path]:
    """Every translation there is."""
    return sorted(PORTAL.glob("**/locale/*/LC_MESSAGES/django.po"))


def compile_all(*, force: bool = False) -> None:
    """Make a django.mo of each django.po that is newer than its own (of all, with `force`)."""
    for path in po_files():
        compiled = path.with_suffix(".mo")
        if not force and compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        compiled.write_bytes(compiled_form(path))


def compiled_form(path: Path) -> bytes:
    """A django.po in the form that gettext reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parts[-3])
    # Else babel writes down the minute, and the same translations never compile to the same bytes.
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def placeholders(text: str) -> set[str]:
    """The parts of a text that are filled in: %(name)s, %s, {name}."""
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


def main(arguments: list[str]) -> int:
    """Exit status 2 when asked for something else than the two."""
    match arguments:
        case ["extract"]:
            extract_all()
        case ["compile"]:
            compile_all()
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
