"""Reading the files a person names: text in, or a message that says why not."""

from __future__ import annotations

from pathlib import Path

from vigor.cli.messages import say

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class Unreadable(Exception):
    """A file that can't be read as text; its message is for the person who named it."""


def read_text(name: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or Windows-1252 as the last resort.

    Raises Unreadable, with a message in the reader's language, for a file that is missing or no text.
    """
    try:
        data = Path(name).read_bytes()
    except FileNotFoundError:
        raise Unreadable(say(f"{name}: there is no such file", f"{name}: filen finns inte")) from None
    except IsADirectoryError:
        raise Unreadable(
            say(f"{name}: this is a folder, not a file", f"{name}: det är en mapp, ingen fil")
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unreadable(
            say(f"{name}: can't be read ({reason})", f"{name}: kan inte läsas ({reason})")
        ) from None
    text = decoded(data)
    if text is None:
        raise Unreadable(
            say(
                f"{name}: this is no text file. Save the policy as Markdown or plain text first",
                f"{name}: det är ingen textfil. Spara policyn som Markdown eller ren text först",
            )
        )
    return text


def decoded(data: bytes) -> str | None:
    """The bytes as text, or None for bytes that are none (a picture, a Word file, a PDF)."""
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    if encodings[0] != "utf-16" and b"\0" in data:
        return None
    if data.startswith(b"%PDF-"):
        return None
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(character < " " and character not in "\t\n\r\f\v\x1b" for character in text[:4096])
        return text if controls <= len(text[:4096]) // 100 else None
    return None
