"""Servers' answers as their documentation gives them, with invented people, and a `get` that replays them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from vigor.fetch import Fetched, Refused

Answers: TypeAlias = Mapping[str, Any]
"""For an address: a JSON value, text (a page), a status, (status, JSON value), or a Refused."""


def replay(answers: Answers) -> Callable[..., Fetched]:
    """A `get` that knows these addresses, and finds no server for any other."""

    def get(url: str, *, accept: tuple[str, ...]) -> Fetched:
        if url not in answers:
            raise Refused("name")
        answer = answers[url]
        if isinstance(answer, Refused):
            raise answer
        if isinstance(answer, int):
            return Fetched(url, answer, "text/html", b"")
        if isinstance(answer, str):
            if not any(kind.startswith("text/") for kind in accept):
                raise Refused("type")
            return Fetched(url, 200, "text/html", answer.encode())
        status, value = answer if isinstance(answer, tuple) else (200, answer)
        return Fetched(url, status, "application/json", json.dumps(value).encode())

    return get


# https://docs.joinmastodon.org/methods/accounts/#lookup
MASTODON_ACCOUNT = {
    "id": "109876543210987654",
    "username": "anna",
    "acct": "anna",
    "display_name": "Anna Spole :blobcat:",
    "locked": False,
    "bot": False,
    "discoverable": None,
    "created_at": "2022-11-05T00:00:00.000Z",
    "note": '<p>Textilingenjör på Spolverket.</p><p>Läs mer: <a href="https://spolverket.example/anna" rel="nofollow '
    'noopener noreferrer" target="_blank"><span class="invisible">https://</span><span class="">spolverket.example/anna'
    '</span><span class="invisible"></span></a><br />Åsikter &amp; garn är mina.</p>',
    "url": "https://social.example/@anna",
    "uri": "https://social.example/users/anna",
    "avatar": "https://social.example/avatars/original/missing.png",
    "followers_count": 12,
    "statuses_count": 3,
    "last_status_at": "2026-11-20",
    "emojis": [{"shortcode": "blobcat", "url": "https://social.example/e.png", "visible_in_picker": True}],
    "fields": [
        {
            "name": "Jobbar på",
            "value": '<a href="https://spolverket.example" rel="me nofollow noopener"><span class="invisible">https://'
            "</span><span>spolverket.example</span></a>",
            "verified_at": "2026-01-02T03:04:05.678+00:00",
        },
        {"name": "Hon", "value": "she/her", "verified_at": None},
    ],
}

WEBFINGER = {
    "subject": "acct:anna@social.example",
    "aliases": ["https://social.example/@anna", "https://social.example/users/anna"],
    "links": [
        {
            "rel": "http://webfinger.net/rel/profile-page",
            "type": "text/html",
            "href": "https://social.example/@anna",
        },
        {"rel": "self", "type": "application/activity+json", "href": "https://social.example/users/anna"},
        {
            "rel": "http://ostatus.org/schema/1.0/subscribe",
            "template": "https://social.example/authorize_interaction?uri={uri}",
        },
    ],
}

ACTOR = {
    "@context": ["https://www.w3.org/ns/activitystreams"],
    "id": "https://social.example/users/anna",
    "type": "Person",
    "preferredUsername": "anna",
    "name": "Anna Spole",
    "summary": "<p>Textilingenjör på Spolverket.</p>",
    "url": "https://social.example/@anna",
    "attachment": [
        {
            "type": "PropertyValue",
            "name": "Jobb",
            "value": '<a href="https://spolverket.example" rel="me">spolverket.example</a>',
        },
        {"type": "Emoji", "name": ":x:"},
    ],
}

PAGE = """<!doctype html><html lang=sv><head><title>Anna Spole (@anna@social.example)</title>
<meta name="description" content="12 följare. Textilingenjör på Spolverket.">
<link rel="me" href="https://spolverket.example"><link rel="stylesheet" href="/s.css"></head>
<body><script>var x = "<p>nej"</script><h1>Anna</h1><p>Jag väver <a href="/om" rel="me nofollow">här</a>.</body>"""

# https://docs.bsky.app/docs/api/app-bsky-actor-get-profile
DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
BLUESKY_PROFILE = {
    "did": DID,
    "handle": "anna.bsky.social",
    "displayName": "Anna Spole",
    "avatar": "https://cdn.bsky.app/img/avatar/plain/x",
    "associated": {"lists": 0, "feedgens": 0, "labeler": False},
    "labels": [],
    "createdAt": "2024-02-06T15:28:12.412Z",
    "description": "Textilingenjör på Spolverket.\nspolverket.example/anna och https://garn.example/a_(b). Nr 3.5",
    "indexedAt": "2024-02-06T15:28:12.412Z",
    "followersCount": 12,
}
# https://atproto.com/specs/did
DOCUMENT = {
    "@context": ["https://www.w3.org/ns/did/v1"],
    "id": DID,
    "alsoKnownAs": ["at://anna.example"],
    "service": [
        {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": "https://pds.example"}
    ],
}
# https://docs.bsky.app/docs/api/com-atproto-repo-get-record
RECORD = {
    "uri": f"at://{DID}/app.bsky.actor.profile/self",
    "cid": "bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a",
    "value": {
        "$type": "app.bsky.actor.profile",
        "displayName": "Anna Spole",
        "description": "Textilingenjör på Spolverket.",
    },
}
