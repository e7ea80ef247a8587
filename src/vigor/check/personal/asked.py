"""Somebody is asked to write a number of theirs where anyone can read it: "send us your account number, and we look"."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.frames import has
from vigor.check.late import Late
from vigor.check.personal.numbers import Found
from vigor.check.post import Post

SURE = 0.82
NEAR = 80
"""Characters of the next sentence that may say where to."""
_ASKS = {
    "sv": Late(
        r"\b(?:skicka|skriv|ange|uppge|lämna|posta|kommentera|svara|meddela|dela|ge|fyll i|kan vi få|får vi|behöver vi|vi behöver)\b(?: (?:in|gärna|oss|med|bara|till oss|här|ett|en|få|då|nedan)){0,3} (?:ditt|dina|era|ert) (?:fullständiga |hela )?(?:personnummer|samordningsnummer|kontonummer|kortnummer|bankkonto\w*|lösenord|pin-?kod|kod till bankid|passnummer)\b"
    ),
    "en": Late(
        r"\b(?:send|give|post|share|provide|reply|comment|write|drop|tell|need|have|leave)\b(?: (?:us|me|in|with|just|here|below|to us|kindly)){0,3} your (?:full |complete )?(?:national insurance|social security|account|bank account|card|debit card|credit card|passport|id)(?: number| no\.?| details)\b|\b(?:send|give|post|share|provide|reply|comment|write|drop|tell)\b(?: (?:us|me|in|with|just|here|below)){0,3} your (?:password|pin|pin code|date of birth|cvc|cvv)\b"
    ),
}
# Where only we read, or a warning against it.
_CLOSED = {
    "sv": r"\b(?:meddelande\w*|direktmeddelande\w*|dm|pm|privat\w*|inkorg\w*|inbox\w*|messenger|chatt\w*|mejl\w*|mail\w*|e-post\w*|ring\w*|telefon\w*|logga\w*|mina sidor|formulär\w*|appen|aldrig|inte|ej)\b",
    "en": r"\b(?:messages?|dms?|pm|private\w*|privately|inbox|messenger|chat|e-?mail\w*|call|phone|log|portal|form|app|never|not|don['’]t|won['’]t|secure\w*)\b",
}


def asked(post: Post) -> Iterator[Found]:
    """Findings of the kind "asked", unless what is asked for goes where only we read."""
    if not post.context.layer:
        return
    found = _ASKS[post.language].search(post.lower)
    if found is None:
        return
    span = Span(*found.span())
    sentence = post.sentence_at(span.start)
    after = Span(sentence.start, min(len(post.text), sentence.end + NEAR))
    if not has(post, _CLOSED[post.language], after):
        yield Found("asked", span, SURE)
