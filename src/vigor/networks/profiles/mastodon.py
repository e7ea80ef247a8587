"""A profile on a Mastodon server, or on one that speaks as Mastodon does (GoToSocial, Pleroma, Misskey and others).

Asked in this order, as some servers lack the first and some ask for a signature at the third:
1. `GET /api/v1/accounts/lookup?acct=name` (Mastodon 3.4 and later): the whole profile, and which links were verified;
2. WebFinger, which tells where the profile is: everything in the Fediverse has it;
3. the profile as ActivityPub has it; 4. the profile's own page, with its rel=me links.

Nothing asks for the server's version: forks write what they like there.

Sources: https://docs.joinmastodon.org/methods/accounts/#lookup, RFC 7033, https://www.w3.org/TR/activitypub/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from vigor.fetch import Fetched, Get, Refused
from vigor.networks.addresses import Address
from vigor.networks.profiles import page
from vigor.networks.profiles.hypertext import read_html, text_of
from vigor.networks.profiles.values import (
    MOST_FIELDS,
    Field,
    Link,
    NotRead,
    Profile,
    profile,
    record,
    rows,
    said,
)

JSON = ("application/json",)
ACTOR = ("application/activity+json", "application/ld+json", "application/json")
PROFILE_PAGE = "http://webfinger.net/rel/profile-page"
# Answers of a server that has no such question, or wants a key for it; Mastodon's own "no such account" is a 404, too.
ASK_ELSEWHERE = frozenset({400, 401, 403, 404, 405, 406, 410, 422, 501})


def read(address: Address, get: Get) -> Profile:
    """Read a profile of the Fediverse. Raises NotRead or Refused."""
    parts = urlsplit(address.url)
    server = f"{parts.scheme}://{parts.netloc}"
    name = parts.path.strip("/").removeprefix("@")
    answer = _look_up(server, name, get)
    if answer is not None:
        return _from_account(record(answer), address)
    return _from_elsewhere(server, name, get)


def _look_up(server: str, name: str, get: Get) -> Fetched | None:
    """The answer of the server's own interface; None where another way has to be tried."""
    try:
        answer = get(f"{server}/api/v1/accounts/lookup?acct={quote(name)}", accept=JSON)
    except Refused as refused:
        if refused.kind in ("type", "redirects"):  # a page instead: the server has no such question
            return None
        raise
    return None if answer.status in ASK_ELSEWHERE else answer


def _from_account(found: Mapping[str, Any], address: Address) -> Profile:
    """https://docs.joinmastodon.org/entities/Account/"""
    if not said(found, "acct") and not said(found, "username"):
        raise NotRead("form")
    if found.get("suspended") is True:
        raise NotRead("gone")
    url = said(found, "url") or address.url
    moved = found.get("moved")
    return profile(
        url,
        said(found, "display_name") or said(found, "username"),
        text_of(said(found, "note")),
        fields=[
            Field(text_of(said(row, "name")), text_of(said(row, "value"))) for row in rows(found, "fields")
        ],
        links=_links(said(found, "note"), rows(found, "fields"), url),
        moved_to=said(moved, "url") if isinstance(moved, dict) else "",
    )


def _fields(found: list[Mapping[str, Any]]) -> Iterator[Field]:
    for row in found[:MOST_FIELDS]:
        yield Field(text_of(said(row, "name")), text_of(said(row, "value")))


def _links(bio: str, fields: list[Mapping[str, Any]], base: str) -> Iterator[Link]:
    for row in fields[:MOST_FIELDS]:
        verified = bool(said(row, "verified_at"))
        for link in read_html(said(row, "value"), base).links:
            yield Link(link.url, verified=verified, me=link.me)
    yield from read_html(bio, base).links


def _from_elsewhere(server: str, name: str, get: Get) -> Profile:
    host = urlsplit(server).netloc
    resource = quote(f"acct:{name}@{host}", safe="")
    found = record(
        get(f"{server}/.well-known/webfinger?resource={resource}", accept=("application/jrd+json", *JSON))
    )
    actor = shown = ""
    for link in rows(found, "links"):
        relation, kind, href = said(link, "rel"), said(link, "type"), said(link, "href")
        if relation == "self" and kind.startswith(("application/activity+json", "application/ld+json")):
            actor = actor or href
        elif relation == PROFILE_PAGE:
            shown = shown or href
    try:
        if actor:
            return _from_actor(record(get(actor, accept=ACTOR)), shown or actor)
    except Refused:
        # Many servers show it to other servers only, which sign their requests.
        if not shown:
            raise
    if not shown:
        raise NotRead("form")
    return page.read_page(shown, get)


def _from_actor(found: Mapping[str, Any], url: str) -> Profile:
    """https://docs.joinmastodon.org/spec/activitypub/#profile. Which links were verified doesn't stand there."""
    fields = [row for row in rows(found, "attachment") if said(row, "type") == "PropertyValue"]
    name = said(found, "name") or said(found, "preferredUsername")
    if not name:
        raise NotRead("form")
    shown = found.get("url")
    url = shown if isinstance(shown, str) and shown.startswith("https://") else url
    return profile(
        url,
        name,
        text_of(said(found, "summary")),
        fields=_fields(fields),
        links=_links(said(found, "summary"), fields, url),
        moved_to=said(found, "movedTo"),
    )
