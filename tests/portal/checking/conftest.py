"""A policy with checks, and stand-in checks that find what the tests write: the real ones have tests of their own."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from django.test import Client

from vigor.check import catalogue, run
from vigor.check.advice import Span
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Finding, Told
from vigor.check.signals import Signals
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Det kan vara vi som har fel {#respect}

Den som skriver har en poäng.

- Vi menar det vi skriver. {#say-what-we-mean checks="irony"}
- Vi äger problemet. {#own-it checks="blame"}
- Vi håller tyst om det förtroliga. {#confidential force=must checks="secret"}

### Skämtet i tråden {#joke shows="say-what-we-mean"}

En kund är arg.

- [ ] Skoja. → Det blir värre.
- [x] Svara. → Det blir bättre.

## När någon är missnöjd {#complaint kind=complaint}

1. Be om ursäkt först.
"""
ENGLISH = """---
policy: social-media
title: How we do it
language: en
---

## It may be us who are wrong {#respect}

Who writes has a point.

- We mean what we write. {#say-what-we-mean checks="irony"}
- We own the problem. {#own-it checks="blame"}
- We keep the confidential quiet. {#confidential force=must checks="secret"}

### The joke in the thread {#joke shows="say-what-we-mean"}

A customer is angry.

- [ ] Joke. → It gets worse.
- [x] Answer. → It gets better.

## When somebody is unhappy {#complaint kind=complaint}

1. Say sorry first.
"""


def _finder(word: str) -> Callable[[Post], Iterable[Finding]]:
    def find(post: Post) -> Iterator[Finding]:
        place = post.lower.find(word)
        if place >= 0:
            yield Finding(Span(place, place + len(word)), 0.9)

    return find


def _find_named(post: Post) -> Iterator[Finding]:
    for span, _name in post.named("code_names"):
        yield Finding(span, 1.0)


def _check(name: str, find: Callable[[Post], Iterable[Finding]], weight: float = 1.0) -> Check:
    told = Told(
        Both(f"Vi ser {name}. ", f"We see {name}. "),
        Both("Det kan läsas fel.", "It can be misread."),
        Both("Vad menar du?", "What do you mean?"),
    )
    about = Both(f"om {name}", f"about {name}")
    return Check(name, about, {"": told}, "a test", "ours", find, (), (), weight=weight)


STAND_INS = (
    _check("irony", _finder("verkligen kul")),
    _check("blame", _finder("nätmark"), weight=2.0),
    _check("secret", _find_named, weight=5.0),
)


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "CATALOGUE", STAND_INS)
    monkeypatch.setattr(run, "CATALOGUE", STAND_INS)
    signals = property(lambda post: Signals(complaint=float("hopplös" in post.lower)))
    monkeypatch.setattr(Post, "signals", signals)


@pytest.fixture
def policy(organisation: Organisation, stand_ins: None) -> None:
    publish([POLICY, ENGLISH], by=None, because="The first")


@pytest.fixture
def here(policy: None, employee: Member, signed_in: Callable[[Member], Client]) -> Client:
    """An employee's browser, on a site with a policy."""
    return signed_in(employee)
