"""One story of a policy, told twice: with what is internal, and without it.

What stands between ⟦ and ⟧ is internal. `whole` takes the marks away, `plain` what stands between them, too: it is
the policy of an organisation that never had any of it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

# Every internal word, key and reason holds one of these; nothing public does.
SECRETS = ("kvastfening", "coelacanth", "hemlis")

_SWEDISH = """\
---
policy: social-media
title: Så gör vi
called: ideologi
language: sv
⟦note: hemlis
⟧---

Vi pratar hellre än förbjuder. ⟦<!-- hemlis: så vill chefen ha det -->⟧

## Det här kan du vänta dig av oss {#expect .expect}

Av vem som helst av oss.

- Vi svarar samma dag. {#answer}

⟦## Vi säger inget om Kvastfening {#hemlis-project audience=internal}

Kvastfening är ett kodnamn.

- Vi ler och byter ämne. {#hemlis-smile force=must layers="employee"}

### Frågan på mässan {#hemlis-fair shows="hemlis-smile" departments="kundservice"}

Någon frågar om Kvastfening.

- [x] Le. → Det räcker.

⟧## Människan före poängen {#respect}

Bakom varje kommentar sitter någon.

- Vi lämnar ironin hemma i fikarummet. {#no-sarcasm⟦ checks="irony hemlis"⟧}
⟦- Vi ringer Kvastfening först när rykten går. {#hemlis-rumours audience=internal layers="logo spokesperson" departments="kundservice"}
⟧- Vi låter den andra få ⟦[⟧sista ordet⟦](#hemlis-rumours)⟧. {#last-word layers="logo"}
- Vi skriver under med vårt namn. {#names}

### En arg kund {#angry-customer shows="no-sarcasm" departments="kundservice"}

Kunden skriker med versaler.

- [ ] Skrika tillbaka. → Nu skriker två.
- [x] Svara på saken. → Någon lyssnade.

⟦### Kodnamnet läcker {#hemlis-leak shows="no-sarcasm" audience=internal}

Någon skriver Kvastfening i tråden.

- [x] Säga att vi inte vet. → Det räcker.

### Båda två {#hemlis-both shows="last-word hemlis-rumours"}

Ett rykte om Kvastfening.

- [x] Ringa. → Sedan svara.

⟧## När någon klagar {#complaint kind=complaint}

1. Vi läser hela tråden.
2. Vi svarar den som klagade.

⟦## När det brinner {#hemlis-fire kind=support audience=internal}

1. Vi ringer Kvastfenings jour.

⟧## Ramar {#frame .frame}

- Vi skriver aldrig om någons hälsa. {#health force=must}
⟦- Vi nämner aldrig Kvastfening. {#hemlis-frame force=must audience=internal}
⟧"""

_ENGLISH = """\
---
policy: social-media
title: How we do it
called: ideology
language: en
⟦note: hemlis
⟧---

We would rather talk than forbid.

## What you can expect from us {#expect .expect}

From any one of us.

- We answer the same day. {#answer}

⟦## We say nothing of the Coelacanth {#hemlis-project audience=internal}

Coelacanth is a code name.

- We smile and change the subject. {#hemlis-smile force=must layers="employee"}

⟧## The person before the point {#respect}

Behind every comment sits somebody.

- We leave irony at the coffee machine. {#no-sarcasm⟦ checks="irony hemlis"⟧}
⟦- We call the Coelacanth first when there are rumours. {#hemlis-rumours audience=internal layers="logo spokesperson" departments="kundservice"}
⟧- We let the other have the last word. {#last-word layers="logo"}
- We sign with our names. {#names}

### An angry customer {#angry-customer shows="no-sarcasm" departments="kundservice"}

The customer shouts in capitals.

- [ ] Shout back. → Now two are shouting.
- [x] Answer the question. → Somebody listened.

## When someone complains {#complaint kind=complaint}

1. We read the whole thread.
2. We answer whoever complained.

## The frame {#frame .frame}

- We never write about anybody's health. {#health force=must}
⟦- We never name the Coelacanth. {#hemlis-frame force=must audience=internal}
⟧"""


Replaced = tuple[tuple[str, str], ...]

# What each publishing changes in the texts of the one before: what stood there, and what stands there now.
_CHANGES: tuple[Replaced, ...] = (
    # 1, seen by the public: all of it.
    (),
    # 2: an internal guideline is reworded, and an internal case leads to something else.
    (
        ("ringer Kvastfening först", "ringer Kvastfenings jour först"),
        ("call the Coelacanth first", "call the Coelacanth's phone first"),
        ("vi inte vet. → Det räcker.", "vi inte vet. → Hemlis."),
    ),
    # 3, seen by the public: a step is reworded. With it an internal point changes, too.
    (
        ("Vi svarar den som klagade.", "Vi ringer den som klagade."),
        ("We answer whoever complained.", "We ring whoever complained."),
        ("Vi ler och byter ämne.", "Vi ler, nämner inte Kvastfening och byter ämne."),
    ),
    # 4: an internal guideline comes, one goes; in Swedish alone a link to it goes and a comment comes.
    (
        (
            "- Vi ler, nämner inte Kvastfening och byter ämne. {#hemlis-smile",
            "- Vi går. {#hemlis-walk}\n- Vi ler. {#hemlis-smile",
        ),
        ("⟦[⟧sista ordet⟦](#hemlis-rumours)⟧", "sista ordet⟦<!-- hemlis: fråga chefen -->⟧"),
        ("⟦- Vi nämner aldrig Kvastfening. {#hemlis-frame force=must audience=internal}\n⟧", ""),
        ("⟦- We never name the Coelacanth. {#hemlis-frame force=must audience=internal}\n⟧", ""),
    ),
    # 5, seen by the public: two points are internal from now on. To the public they are gone.
    (
        ("- Vi svarar samma dag. {#answer}\n", "⟦- Vi svarar samma dag. {#answer audience=internal}\n⟧"),
        (
            "- We answer the same day. {#answer}\n",
            "⟦- We answer the same day. {#answer audience=internal}\n⟧",
        ),
        (
            "- Vi skriver under med vårt namn. {#names}\n",
            "⟦- Vi skriver under med vårt namn. {#names audience=internal}\n⟧",
        ),
        ("- We sign with our names. {#names}\n", "⟦- We sign with our names. {#names audience=internal}\n⟧"),
    ),
    # 6: one of them is reworded where nobody sees it, in Swedish alone.
    (("med vårt namn. {#names", "med vårt namn, säger Kvastfening. {#names"),),
    # 7, seen by the public: it comes back as it was.
    (
        (
            "⟦- Vi skriver under med vårt namn, säger Kvastfening. {#names audience=internal}\n⟧",
            "- Vi skriver under med vårt namn. {#names}\n",
        ),
        ("⟦- We sign with our names. {#names audience=internal}\n⟧", "- We sign with our names. {#names}\n"),
    ),
    # 8: internal attributes change, and a whole internal section goes.
    (
        ('layers="logo spokesperson" departments="kundservice"', 'layers="logo"'),
        (
            "⟦## När det brinner {#hemlis-fire kind=support audience=internal}\n\n1. Vi ringer Kvastfenings jour.\n\n⟧",
            "",
        ),
        ("hemlis: så vill chefen ha det", "hemlis: så vill chefen inte ha det"),
    ),
)
# Publishings that the public sees something of, from 1.
PUBLIC = (1, 3, 5, 7)
DAYS = tuple(datetime(2026, 3, day, 9, tzinfo=UTC) for day in range(1, len(_CHANGES) + 1))


def _told() -> Iterator[tuple[str, str]]:
    texts = (_SWEDISH, _ENGLISH)
    for changes in _CHANGES:
        for before, after in changes:
            assert any(before in text for text in texts), before
            texts = (texts[0].replace(before, after), texts[1].replace(before, after))
        yield texts


def whole(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def plain(text: str) -> str:
    return re.sub(r"⟦.*?⟧", "", text, flags=re.DOTALL)


# The texts of each publishing, Swedish and English, with their marks.
STORY = tuple(_told())
