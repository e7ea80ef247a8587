"""What the site reads from its environment: one table, and one way to read it.

Every value may also stand in a file whose path is in NAME_FILE (for secrets that a service manager hands over).
`docs/reference/settings.md` lists the same table; a test compares them.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its default (empty = none), whether it is secret, and what it does."""

    name: str
    default: str
    help: str
    secret: bool = False


SETTINGS = (
    Setting("DATABASE_URL", "", "Database address; empty means SQLite in the data folder.", secret=True),
    Setting("PORT", "8000", "Port that the server listens on."),
    Setting("HOST", "127.0.0.1", "Address that the server listens on."),
    Setting("VIGOR_BASE_URL", "", "The site's public address; empty means http://localhost:PORT."),
    Setting("VIGOR_DATA", "var", "Folder for the database, the secret key and what is built from them."),
    Setting(
        "VIGOR_SECRET_KEY", "", "Signs sessions and links; made in the data folder when empty.", secret=True
    ),
    Setting(
        "VIGOR_STANCE_KEY",
        "",
        "Makes the pseudonyms of people's stances; made in the data folder (stance.key) when empty.",
        secret=True,
    ),
    Setting(
        "VIGOR_DEVELOPMENT", "0", "1 turns on the example people to be in one click. Never in production."
    ),
    Setting(
        "VIGOR_FETCH_LOOPBACK",
        "0",
        "1 lets profiles be read from this machine itself, for tests and development. Never in production.",
    ),
    Setting("VIGOR_TRUST_PROXY", "0", "1 when a proxy in front sets X-Forwarded-Proto and X-Forwarded-For."),
    Setting(
        "VIGOR_EMAIL_URL",
        "",
        "smtp://user:password@host:587?tls=1; empty prints mail to the log.",
        secret=True,
    ),
    Setting("VIGOR_EMAIL_FROM", "Vigör <noreply@localhost>", "Sender of the site's mail."),
    Setting("VIGOR_WORKERS", "2", "Server processes."),
    Setting("VIGOR_RUN_WORKER", "1", "0 when `vigor worker` is run by itself instead of beside the server."),
    Setting("VIGOR_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR."),
)

_DECLARED = {setting.name: setting for setting in SETTINGS}


class Misconfigured(Exception):
    """A setting can't be used; the message says which, and what to do."""


def read(name: str) -> str:
    """The value of a declared setting. Raises Misconfigured when its file can't be read."""
    setting = _DECLARED[name]
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise Misconfigured(f"{name}_FILE names {path}, which can't be read: {error}.") from error
    return os.environ.get(name, "") or setting.default


def read_flag(name: str) -> bool:
    return read(name).lower() in {"1", "true", "yes", "on"}


def read_secret_key(folder: Path) -> str:
    """The secret key: from the environment, else from the data folder, made there the first time."""
    return read_or_make("VIGOR_SECRET_KEY", folder / "secret-key")


def read_or_make(name: str, path: Path) -> str:
    """A secret: the setting's value, else what the file holds; the file is made the first time, for its owner only.

    Raises Misconfigured where the file can't be read or made.
    """
    if key := read(name):
        return key
    try:
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return _make_secret(path)
    except OSError as error:
        raise Misconfigured(f"The secret in {path} can't be read: {error}.") from error


def _make_secret(path: Path) -> str:
    key = secrets.token_urlsafe(48)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # O_EXCL: of two processes that start at once, one makes the key and the other reads it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Misconfigured(
            f"The data folder {path.parent} can't be written ({error.strerror}). "
            "Make it writable, or name another in VIGOR_DATA."
        ) from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(key)
    return key
