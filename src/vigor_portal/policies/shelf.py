"""Parsed texts, kept in the process: a published text never changes, so what is parsed once is parsed for good.

They are kept by the digest of what they say, not by their row. So a withdrawn text, whose row has become empty,
is never found again, and a restored database finds exactly what it holds.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from vigor.policy.document import Policy as Text
from vigor.policy.parse import parse
from vigor_portal.policies.models import VersionText

# A hundred versions in two languages, whole and public: some fifty megabytes at the most.
ROOM = 512

_texts: OrderedDict[str, Text] = OrderedDict()
_lock = Lock()


def digest(source: str) -> str:
    """The name of a text on the shelf; empty for an empty text."""
    return hashlib.sha256(source.encode()).hexdigest() if source else ""


def take(rows: Iterable[VersionText], *, public: bool = False) -> dict[int, Text]:
    """The policies of the rows (or their public projections), by primary key; empty texts are left out.

    At most one query, however many rows: for the sources that this process hasn't parsed before. The rows'
    own `source` and `public_source` may be deferred, and ought to be.
    """
    named = {row.pk: row.public_digest if public else row.digest for row in rows}
    found = {pk: text for pk, name in named.items() if name and (text := _get(name)) is not None}
    missing = [pk for pk, name in named.items() if name and pk not in found]
    if missing:
        column = "public_source" if public else "source"
        for pk, source in VersionText.objects.filter(pk__in=missing).values_list("pk", column):
            # Withdrawn between the two queries: then there is nothing to read.
            if source:
                found[pk] = _put(named[pk], parse(source)[0])
    return found


def _get(name: str) -> Text | None:
    with _lock:
        text = _texts.get(name)
        if text is not None:
            _texts.move_to_end(name)
        return text


def _put(name: str, text: Text) -> Text:
    with _lock:
        _texts[name] = text
        _texts.move_to_end(name)
        while len(_texts) > ROOM:
            _texts.popitem(last=False)
    return text
