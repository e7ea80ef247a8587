"""A profile on Bluesky, or on any server of its protocol.

First Bluesky's own public index (`app.bsky.actor.getProfile`, without a key). Where that gives nothing, the profile is
read where it is kept: handle ─→ DID ─→ the DID's document ─→ the personal data server ─→ the record itself.

Sources: https://docs.bsky.app/docs/api/app-bsky-actor-get-profile, https://atproto.com/specs/handle,
https://atproto.com/specs/did
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from vigor.fetch import Get, Refused
from vigor.networks.addresses import Address
from vigor.networks.profiles.values import Link, NotRead, Profile, profile, record, rows, said

JSON = ("application/json",)
DID = re.compile(r"did:(plc:[a-z2-7]{24}|web:[a-zA-Z0-9._%-]{3,250})")
# Profiles are plain text here, and apps show what looks like an address as a link.
_ADDRESS = re.compile(
    r"(?<![\w@./])(https?://[^\s<>\"')\]]+|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?:/[^\s<>\"')\]]*)?)",
    re.IGNORECASE,
)
GONE = (b"Profile not found", b"AccountTakedown", b"AccountDeactivated")
_AT_ITS_END = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class Bluesky:
    """A reader that asks `index` first, and `directory` for the documents of `did:plc`."""

    index: str = "https://public.api.bsky.app"
    directory: str = "https://plc.directory"

    def __call__(self, address: Address, get: Get) -> Profile:
        """Read a profile. Raises NotRead or Refused."""
        name = address.key.partition(":")[2]
        try:
            return self._from_index(name, address.url, get)
        except Refused as first:
            if first.kind == "gone":
                raise
            try:
                return self._where_it_is_kept(name, address.url, get)
            except Refused as second:
                # Where neither way led there, the first answer tells more, save for one that settles it.
                raise (second if second.kind == "gone" else first) from None

    def _from_index(self, name: str, url: str, get: Get) -> Profile:
        answer = get(f"{self.index}/xrpc/app.bsky.actor.getProfile?actor={quote(name)}", accept=JSON)
        # It answers 400 to anything, and tells in words what was wrong.
        if answer.status == 400 and any(word in answer.content for word in GONE):
            raise NotRead("gone")
        return _profile(record(answer), url)

    def _where_it_is_kept(self, name: str, url: str, get: Get) -> Profile:
        did = name if DID.fullmatch(name) else self._did(name, get)
        document = record(get(self._document(did), accept=("application/did+ld+json", *JSON)))
        known_as = document.get("alsoKnownAs")
        # Anybody can point a name at somebody else's DID: it counts when the DID says the same.
        if did != name and (not isinstance(known_as, list) or f"at://{name}" not in known_as):
            raise NotRead("gone")
        answer = get(
            f"{_server(document)}/xrpc/com.atproto.repo.getRecord"
            f"?repo={quote(did)}&collection=app.bsky.actor.profile&rkey=self",
            accept=JSON,
        )
        if answer.status == 400 and b"RecordNotFound" in answer.content:
            return profile(url, name, "")  # an account whose holder never wrote anything on it
        if answer.status == 400:
            raise NotRead("gone")
        value = record(answer).get("value")
        if not isinstance(value, dict):
            raise NotRead("form")
        return _profile({"handle": name, **value}, url)

    def _did(self, handle: str, get: Get) -> str:
        """By the handle's own host; else by asking the index, which knows those that stand in the domain's DNS."""
        try:
            answer = get(
                f"https://{handle}/.well-known/atproto-did", accept=("text/plain", "application/octet-stream")
            )
            if answer.status == 200 and DID.fullmatch(answer.text.strip()):
                return answer.text.strip()
        except Refused:
            pass
        answer = get(
            f"{self.index}/xrpc/com.atproto.identity.resolveHandle?handle={quote(handle)}", accept=JSON
        )
        if answer.status == 400:
            raise NotRead("gone")
        did = said(record(answer), "did")
        if not DID.fullmatch(did):
            raise NotRead("form")
        return did

    def _document(self, did: str) -> str:
        if did.startswith("did:plc:"):
            return f"{self.directory}/{did}"
        return f"https://{unquote(did.removeprefix('did:web:'))}/.well-known/did.json"


read = Bluesky()


def _server(document: Mapping[str, Any]) -> str:
    for service in rows(document, "service"):
        if said(service, "id").endswith("#atproto_pds"):
            return said(service, "serviceEndpoint").rstrip("/")
    raise NotRead("gone")


def _profile(found: Mapping[str, Any], url: str) -> Profile:
    text = said(found, "description")
    name = said(found, "displayName") or said(found, "handle")
    if not name:
        raise NotRead("form")
    website = said(found, "website")
    return profile(url, name, text, links=[*([Link(website)] if website else []), *_links(text)])


def _links(text: str) -> Iterator[Link]:
    for found in _ADDRESS.finditer(text):
        address = found[1].rstrip(_AT_ITS_END)
        yield Link(address if address.lower().startswith("http") else f"https://{address}")
