"""A small policy in two languages, with something internal in it, for the tests of publishing and the press room."""

import re

SWEDISH = """\
---
policy: social-media
title: Så gör vi
called: ideologi
language: sv
---

Vi pratar hellre än förbjuder.

## Det här kan du vänta dig av oss {#expect .expect}

Av vem som helst av oss.

- Vi svarar samma dag. {#answer}

## Människan före poängen {#respect}

Bakom varje kommentar sitter någon.

- Vi lämnar ironin hemma i fikarummet. {#no-sarcasm checks="irony"}
- Vi låter den andra få sista ordet. {#last-word layers="logo"}
- Vi ringer Kvastfening först när rykten går. {#rumours audience=internal}

### En arg kund {#angry-customer shows="no-sarcasm"}

Kunden skriker med versaler.

- [ ] Skrika tillbaka. → Nu skriker två.
- [x] Svara på saken. → Någon lyssnade.

### Kodnamnet på mässan {#code-name shows="rumours"}

Någon frågar om Kvastfening.

- [x] Säga att vi inte vet. → Det räcker.

## När någon klagar {#complaint kind=complaint}

1. Vi läser hela tråden.

## Ramar {#frame .frame}

- Vi skriver aldrig om någons hälsa. {#health force=must}
"""

ENGLISH = """\
---
policy: social-media
title: How we do it
called: ideology
language: en
---

We would rather talk than forbid.

## What you can expect from us {#expect .expect}

From any one of us.

- We answer the same day. {#answer}

## The person before the point {#respect}

Behind every comment sits somebody.

- We leave irony at the coffee machine. {#no-sarcasm checks="irony"}
- We let the other have the last word. {#last-word layers="logo"}
- We call Coelacanth first when there are rumours. {#rumours audience=internal}

### An angry customer {#angry-customer shows="no-sarcasm"}

The customer shouts in capitals.

- [ ] Shout back. → Now two are shouting.
- [x] Answer the question. → Somebody listened.

## When someone complains {#complaint kind=complaint}

1. We read the whole thread.

## The frame {#frame .frame}

- We never write about anybody's health. {#health force=must}
"""


def without(source: str, key: str) -> str:
    """The text without the bullet that has the key."""
    return re.sub(rf"(?m)^- [^\n]*\{{#{key}\b[^\n]*\n", "", source)
