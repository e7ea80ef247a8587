"""`convert`: the one door into the conversion."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec

from vigor.policy.convert.assembly import assemble, finish
from vigor.policy.convert.formats import Format, decoded, document_format, text_format
from vigor.policy.convert.values import Converted, Note, Read, Unreadable
from vigor.policy.faults import LANGUAGES
from vigor.policy.keys import assign_keys, is_key
from vigor.policy.parse import parse

LARGEST_TEXT = 10_000_000
LARGEST_DOCUMENT = 30_000_000
LONGEST = 2_000_000
HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)

READERS: dict[Format, str] = {
    "markdown": "markdown",
    "text": "plain",
    "html": "html",
    "rst": "rst",
    "latex": "latex",
}


def convert(
    source: bytes | str, *, name: str, language: str | None = None, policy: str = "", title: str = ""
) -> Converted:
    """An old policy as a policy of ours. `name` is what its file is called, and helps to tell the format.

    `language` ("sv" or "en"), `policy` (the policy's key) and `title` override what the text says of itself. A text
    that is a policy of ours already comes back as it is, with keys where they were missing.
    Raises Unreadable for what can't be read, ValueError for a language or a key that can't be.
    """
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"language is one of {', '.join(LANGUAGES)}, not {language!r}")
    if policy and not is_key(policy):
        raise ValueError(f"{policy!r} can't be the key of a policy")
    read = _read(source, name)
    if isinstance(read, Converted):
        return read
    return assemble(read, name=name, language=language, slug_=policy, title=title)


def _read(source: bytes | str, name: str) -> Read | Converted:
    if isinstance(source, bytes):
        _within(len(source), LARGEST_DOCUMENT)
        if kind := document_format(source):
            from vigor.policy.convert.documents import read_document

            return read_document(source, kind)
        _within(len(source), LARGEST_TEXT)
        source = decoded(source)
    source = source.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    cleaned = HARMFUL.sub("", source.replace("\x0b", "\n"))
    if not cleaned.strip():
        raise Unreadable("empty")
    if ours := _ours(cleaned):
        return ours
    kind = text_format(cleaned, name)
    if len(cleaned) > (LONGEST if kind != "html" else LARGEST_TEXT):
        raise Unreadable("too-long", length=f"{len(cleaned):,}", limit=f"{LONGEST:,}")
    return read_text(cleaned, kind)


def read_text(source: str, kind: Format) -> Read:
    """A text of a format that is known, as Markdown."""
    if kind == "asciidoc" and find_spec("pypandoc") is None:
        kind = "text"
    if kind not in READERS:
        from vigor.policy.convert.documents import read_document
        from vigor.policy.convert.wikitext import without_wiki

        bare, notes = without_wiki(source) if kind == "mediawiki" else (source, [])
        read = read_document(bare.encode(), kind)
        return replace(read, notes=(*notes, *read.notes))
    reader = import_module(f"vigor.policy.convert.{READERS[kind]}")
    found: Read = reader.read(source)
    return found


def _within(size: int, limit: int) -> None:
    if size > limit:
        raise Unreadable("too-large", size=f"{size / 1e6:.1f}", limit=f"{limit / 1e6:.0f}")


def _ours(source: str) -> Converted | None:
    """The text as it is, if it is a policy of ours already."""
    if not source.startswith("---"):
        return None
    policy, problems = parse(source)
    said = {name for name, _ in policy.fields}
    if not {"policy", "title", "language"} <= said or not is_key(policy.slug):
        return None
    if any(problem.severity == "error" for problem in problems):
        return None
    return finish(assign_keys(policy), [Note("no-points", policy.title)] if not policy.sections else [])
