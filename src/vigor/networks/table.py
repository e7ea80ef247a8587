"""The table of networks, read once: `table.toml` says what each word in it means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

MASTODON, BLUESKY, WEB = "mastodon", "bluesky", "web"


@dataclass(frozen=True, slots=True)
class Path:
    """A place in an address where a name stands: a pattern of the path, or of the value of one field of the query."""

    pattern: re.Pattern[str]
    query: str = ""
    bare: bool = False  # the name begins the path, where the network's own pages stand as well

    def find(self, path: str, query: Mapping[str, str]) -> str | None:
        """The name in a path without slashes around it, or None."""
        found = self.pattern.match(path)
        if found is None:
            return None
        return query.get(self.query) if self.query else found["name"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of account on a network, such as a channel beside a handle. `name` is for names in small letters."""

    name: re.Pattern[str]
    paths: tuple[Path, ...]
    url: str
    key: str = "{name}"
    shown: str = "@{name}"
    case: bool = False
    drop: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """How long a post may be: see `table.toml`."""

    limit: int
    unit: str = "characters"
    link: int = 0
    wide: int = 1


@dataclass(frozen=True, slots=True)
class Network:
    """A place where accounts speak. `names` and `rule` are by language, "sv" and "en"."""

    key: str
    names: Mapping[str, str]
    rule: Mapping[str, str]
    hosts: tuple[str, ...]
    under: re.Pattern[str]
    kinds: tuple[Kind, ...]
    bare: tuple[str, ...] = ()
    no_names: frozenset[str] = frozenset()
    posts: re.Pattern[str] | None = None
    post_hosts: tuple[str, ...] = ()
    servers: bool = False
    name_hosts: str = ""
    short: tuple[str, ...] = ()
    post: Post | None = field(default=None)

    def name(self, language: str) -> str:
        """What the network is called in "sv" or "en" (any other language gets English)."""
        return self.names.get(language, self.names["en"])


def read_table(source: str) -> Mapping[str, Network]:
    """The networks of a table in TOML, by key and in its order. Raises KeyError or TypeError for a faulty table."""
    return MappingProxyType({key: _network(key, about) for key, about in tomllib.loads(source).items()})


@cache
def networks() -> Mapping[str, Network]:
    """Every network we know, by key, in the table's order; "web", for all other places, is the last."""
    return read_table(files("vigor.networks").joinpath("table.toml").read_text(encoding="utf-8"))


def _network(key: str, about: dict[str, Any]) -> Network:
    told = dict(about)
    name, posts, post = told.pop("name"), told.pop("posts"), told.pop("post", None)
    return Network(
        key=key,
        names=name if isinstance(name, dict) else {"sv": name, "en": name},
        rule=told.pop("rule"),
        hosts=tuple(told.pop("hosts")),
        under=re.compile(told.pop("under")),
        kinds=tuple(_kind(kind) for kind in told.pop("kinds")),
        bare=tuple(told.pop("bare")),
        no_names=frozenset(told.pop("no_names")),
        posts=re.compile(f"(?:{'|'.join(map(re.escape, posts))})(?:/|$)", re.IGNORECASE) if posts else None,
        post=Post(**post) if post else None,
        post_hosts=tuple(told.pop("post_hosts", ())),
        short=tuple(told.pop("short", ())),
        **told,
    )


def _kind(about: dict[str, Any]) -> Kind:
    told = dict(about)
    name = told.pop("name")
    written = name if told.get("case") else f"(?i:{name})"
    return Kind(
        name=re.compile(name), paths=tuple(_path(path, written) for path in told.pop("paths")), **told
    )


def _path(written: str, name: str) -> Path:
    """A path of the table, such as "groups/{name}" or "profile.php?id={name}"; what follows after it is free."""
    where, _, query = written.partition("?")
    pattern = ""
    for piece in re.split(r"(\{name\}|\*)", where):
        if piece == "{name}":
            pattern += f"(?P<name>{name})"
        else:
            pattern += "[^/]*" if piece == "*" else f"(?i:{re.escape(piece)})"
    return Path(re.compile(f"{pattern}(?:/|$)"), query.partition("=")[0], where[0] in "{*")
