"""A visitor who tries everything in the press room of an organisation where a story has come to pass."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import time_machine
from django.db import transaction
from django.test import Client
from tests.portal.policies.answers_told import ASKED, tell_answers
from tests.portal.policies.two_policies import DAYS, STORY, plain, whole

from vigor_portal.people.models import Department, Organisation
from vigor_portal.policies.actions import NothingChanged, publish
from vigor_portal.policies.models import PublicPage
from vigor_portal.policies.press.middleware import PAGES

TODAY = datetime(2026, 4, 1, 12, tzinfo=UTC)
LANGUAGES = ("sv", "en")
KEYS = [
    "respect",
    "no-sarcasm",
    "last-word",
    "names",
    "angry-customer",
    "complaint",
    "health",
    "expect",
    "frame",
    "nope",
]
INTERNAL = [
    "hemlis-rumours",
    "hemlis-project",
    "hemlis-smile",
    "hemlis-leak",
    "hemlis-both",
    "hemlis-fire",
    "hemlis-walk",
]
QUESTIONS = (
    "Får jag skriva om Kvastfening?",
    "What about the Coelacanth?",
    "hemlis",
    "hemlis-rumours",
    "Vem ringer vi när rykten går?",
    "Whom do we call when there are rumours?",
    "En kund skriker åt mig, vad gör vi?",
    "May I be ironic?",
    "Hur svarar ni den som klagar?",
    "Do you write about health?",
    "Frågan på mässan",
    "När det brinner",
    "byter ämne",
    *ASKED,
    "asdfgh qwerty",
    "?",
    "",
)
Texts = tuple[str, str]


@dataclass(frozen=True)
class Got:
    """What a visitor got: everything that came over the wire."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


Tell = Callable[[Texts], list[str]]


def with_internal(texts: Texts) -> list[str]:
    return [whole(text) for text in texts]


def without_internal(texts: Texts) -> list[str]:
    return [plain(text) for text in texts]


@contextmanager
def told(story: Iterable[Texts], tell: Tell) -> Iterator[None]:
    """The site of an organisation where the story has come to pass; afterwards all of it is undone."""
    # Some answers hold the time of day.
    with time_machine.travel(TODAY, tick=False), transaction.atomic():
        Organisation.objects.create(
            name="Testbolaget", languages=["sv", "en"], press_email="press@test.example"
        )
        Department.objects.create(slug="kundservice", names={"sv": "Kundservice", "en": "Customer service"})
        for number, (texts, day) in enumerate(zip(story, DAYS, strict=False), start=1):
            with suppress(NothingChanged):
                publish(
                    tell(texts), by=None, because="Kvastfening har sagt det: hemlis", cause="world", at=day
                )
            tell_answers(number, day, inside=tell is with_internal)
        yield
        transaction.set_rollback(True)
    PAGES.forget()


def addresses() -> list[str]:
    """Everything somebody could try, whether they have seen a link to it or not."""
    found = [
        "/",
        "/press",
        "/press/",
        "/press/de/",
        "/healthz",
        "/readyz",
        "/theme.css",
        "/robots.txt",
        "/sitemap.xml",
    ]
    found += ["/policy/", "/policy/feed/x.atom", "/policy/versions/", "/account/login/", "/checkup/"]
    # As many as the public sees, one more, and as many as there are.
    numbers = (0, 1, 2, 3, 4, 5, len(STORY))
    for lang in LANGUAGES:
        room = f"/press/{lang}"
        found += [
            f"{room}/{page}"
            for page in (
                *(
                    "",
                    "versions",
                    "side-by-side",
                    "policy.md",
                    "policy.json",
                    "policy.pdf",
                    "feed.atom",
                    "ask",
                    "ask/answered",
                    "answers.json",
                ),
                *("compare", "nope/nope", "versions/x", "ask?q=hemlis", "compare?a=1&b=2", "compare?a=1&b=8"),
            )
        ]
        found += [f"{room}/{key}" for key in (*KEYS, *INTERNAL)]
        found += [f"{room}/versions/{number}" for number in numbers]
        found += [
            f"{room}/versions/{number}/{key}" for number in numbers for key in ("names", "hemlis-rumours")
        ]
        found += [f"{room}/compare/{a}/{b}" for a in numbers for b in numbers if a <= b]
    found += [f"/policy/{key}" for key in (*KEYS, *INTERNAL)]
    return found


def get(client: Client, address: str, **headers: str) -> Got:
    return _got(client.get(address, headers=headers))


def _got(response: Any) -> Got:
    # Each form has a token of its own.
    body = re.sub(
        rb'(csrf(?:middleware)?token|X-CSRFToken)[^>]{0,20}"[A-Za-z0-9]{64}"', rb"\1", response.content
    )
    return Got(response.status_code, tuple(sorted(response.headers.items())), body)


def linked(page: Got) -> set[str]:
    """The addresses on this site that a page links to."""
    found = re.findall(
        r'(?:href|src|action)="(?:http://localhost:\d+)?(/[^"#]*)', page.body.decode(errors="replace")
    )
    return {each.replace("&amp;", "&") for each in found}


def everything(client: Client) -> dict[str, Got]:
    """Every page by its address: those that somebody could try, those that are written, and where their links lead."""
    seen: dict[str, Got] = {}
    waiting = {*addresses(), *PublicPage.objects.values_list("path", flat=True)}
    while waiting:
        address = waiting.pop()
        seen[address] = get(client, address)
        waiting |= {each for each in linked(seen[address]) if not each.startswith("/static/")} - set(seen)
    return seen | dict(_asked(client)) | dict(_otherwise(client, seen))


def room(client: Client) -> dict[str, Got]:
    """The press room's pages alone: enough where the rest can't differ."""
    return {
        address: get(client, address)
        for address in addresses()
        if address.startswith("/press") and ".pdf" not in address
    }


def _asked(client: Client) -> Iterator[tuple[str, Got]]:
    for lang in LANGUAGES:
        for question in QUESTIONS:
            response = client.post(f"/press/{lang}/ask", {"question": question})
            # The question stands in its box again, whatever it was.
            yield (
                f"{lang}: {question}",
                replace(_got(response), body=_got(response).body.replace(question.encode(), b""))
                if question
                else _got(response),
            )


def _otherwise(client: Client, seen: dict[str, Got]) -> Iterator[tuple[str, Got]]:
    """The same pages asked for in other ways."""
    for address in [each for each in seen if re.fullmatch(r"/press/../[a-z.-]*(/2)?", each)]:
        yield f"HEAD {address}", _got(client.head(address))
        yield f"zipped {address}", get(client, address, **{"accept-encoding": "gzip"})
        etag = dict(seen[address].headers).get("ETag")
        if etag:
            yield f"known {address}", get(client, address, **{"if-none-match": etag})
    for address in ("/press/sv/", "/press/sv/no-sarcasm", "/press/sv/hemlis-rumours", "/press/sv/versions/2"):
        yield f"POST {address}", _got(client.post(address, {"x": "1"}))
        yield f"PUT {address}", _got(client.put(address))


def differing(one: dict[str, Got], other: dict[str, Got]) -> list[str]:
    return sorted(address for address in {*one, *other} if one.get(address) != other.get(address))
