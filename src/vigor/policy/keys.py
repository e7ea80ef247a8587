"""Keys: the address of a point, ASCII, once published never given to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from vigor.policy.document import Attributes, Case, Guideline, Policy, Section, Text

KEY = re.compile(r"[a-z][a-z0-9-]*")
LONGEST_KEY = 64
# Words that stand beside keys in addresses.
RESERVED = (
    "versions compare intro ask feed export new side-by-side slides poster policy search draft "
    "spokespersons accounts"
)
RESERVED_KEYS = frozenset(RESERVED.split())

TELLING_WORDS = 4
LONGEST_SLUG = 40
# Words that say nothing about a point, in Swedish and English.
SMALL = (
    "vi oss vår vårt våra du dig din ditt dina de dem den det deras och eller men att som är var en ett i på av om "
    "till för före efter från med utan vid när där då så inte alltid aldrig kan ska får har gör göra hos "
    "we us our ours you your they them their it its and or but that which is are was be a an the in on of if to "
    "for from with without at by when where then so not never always can should may have has do does as this"
)
SMALL_WORDS = frozenset(SMALL.split())
# What is no reading matter: comments, where links lead, markup.
UNREAD = re.compile(r"<!--.*?(?:-->|\Z)|\]\([^)]*\)|<[^>]*>|https?://\S+", re.DOTALL)
PLAIN_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "œ": "oe"})


def is_key(text: str) -> bool:
    return len(text) <= LONGEST_KEY and KEY.fullmatch(text) is not None


def slug(text: str, default: str = "point") -> str:
    """The first telling words of a Markdown text as a key: `Vi skyltar inte med ironi` → `skyltar-ironi`."""
    words = re.findall(r"[^\W_]+", UNREAD.sub(" ", text[:2000]).lower())
    telling = [word for word in words if word not in SMALL_WORDS] or words
    found = ""
    for word in [plain for plain in map(_ascii, telling) if plain][:TELLING_WORDS]:
        longer = f"{found}-{word}" if found else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        found = longer
    if not found:
        return default
    return found if found[0].isalpha() else f"{default}-{found}"


def _ascii(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(PLAIN_LETTERS))
    return "".join(character for character in plain if character.isascii() and character.isalnum())


def assign_keys(policy: Policy, taken: Iterable[str] = ()) -> Policy:
    """The policy with a key for every section, guideline and case that had none.

    New keys are unique in the policy and never one of `taken` (keys published before, whatever became of
    them) or RESERVED_KEYS. Keys that stand there already are left as they are.
    """
    if all(point.key for point in policy.points()):
        return policy
    used = {*taken, *RESERVED_KEYS, *(point.key for point in policy.points() if point.key)}
    return replace(policy, sections=tuple(_keyed_section(section, used) for section in policy.sections))


def _keyed_section(section: Section, used: set[str]) -> Section:
    attributes = _with_key(section.attributes, section.title, section.kind.value, used)
    parts = tuple(_keyed_part(part, used) for part in section.parts)
    return replace(section, attributes=attributes, parts=parts)


def _keyed_part(part: Text | Guideline | Case, used: set[str]) -> Text | Guideline | Case:
    match part:
        case Guideline():
            return replace(part, attributes=_with_key(part.attributes, part.source, "guideline", used))
        case Case():
            return replace(part, attributes=_with_key(part.attributes, part.title, "case", used))
        case Text():
            return part


def _with_key(attributes: Attributes, text: str, default: str, used: set[str]) -> Attributes:
    if attributes.key:
        return attributes
    base = slug(text, default)
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}-{number}"
    used.add(key)
    return replace(attributes, key=key)
