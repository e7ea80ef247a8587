"""What happens now, and a question instead of a guess."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.good.kind import ASKED_EN, ASKED_SV, SHARP, Good, said
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, en, sv

_LEARNED = {
    "sv": Late(
        r"\b(?:hur|vad|när|var|vilken|vilket|vilka|vem|kan du|vill du|kunde du|har du|fick du|stämmer det)\b[^.!?\n]*\?"
    ),
    "en": Late(
        r"\b(?:how|what|when|where|which|who|can you|could you|would you|do you|did you|have you|is it)\b[^.!?\n]*\?"
    ),
}


def next_step(post: Post) -> Span | None:
    return said(post, "next.step") if post.context.reply_to and not post.hits.of(*SHARP) else None


def question(post: Post) -> Span | None:
    """A question back to whoever wrote: only an answer has one."""
    if not post.context.reply_to or post.hits.of(*SHARP):
        return None
    found = _LEARNED[post.language].search(post.lower)
    return Span(*found.span()) if found else None


NEXT_STEP = Good(
    "next-step",
    Both("Bra: personen får veta vad som händer nu.", "Good: it says what happens now."),
    next_step,
    flags=(
        sv("Vi skickar en ny i dag.", **ASKED_SV),
        sv("Jag återkommer i morgon.", **ASKED_SV),
        sv("Skicka ditt ordernummer i ett meddelande.", **ASKED_SV),
        sv("En tekniker är på väg.", **ASKED_SV),
        sv("Prova att starta om den.", **ASKED_SV),
        sv("Då bokar jag en ny tid åt dig.", **ASKED_SV),
        en("We'll send a new one today.", **ASKED_EN),
        en("I'll get back to you tomorrow.", **ASKED_EN),
        en("Send us your order number in a message.", **ASKED_EN),
        en("A technician is on the way, within two hours.", **ASKED_EN),
        en("Try restarting it.", **ASKED_EN),
        en("Let me book a new time for you.", **ASKED_EN),
    ),
    passes=(
        sv("Så är det tyvärr.", **ASKED_SV),
        sv("Vi skickar en ny i dag."),
        sv("Det står i villkoren.", **ASKED_SV),
        sv("Tråkigt.", **ASKED_SV),
        sv("Hur svårt kan det vara? Starta om.", **ASKED_SV),
        sv("Bra dag på kontoret."),
        en("That's how it is.", **ASKED_EN),
        en("We'll send a new one today."),
        en("It's in the terms.", **ASKED_EN),
        en("Bad luck.", **ASKED_EN),
        en("How hard can it be? Restart it.", **ASKED_EN),
        en("A good day at the office."),
    ),
)  # fmt: skip

QUESTION = Good(
    "question",
    Both("Bra: du frågar i stället för att gissa.", "Good: you ask instead of guessing."),
    question,
    flags=(
        sv("Vilken modell har du?", **ASKED_SV),
        sv("Vad står det på skärmen?", **ASKED_SV),
        sv("När började det?", **ASKED_SV),
        sv("Kan du berätta lite mer?", **ASKED_SV),
        sv("Har du provat att starta om?", **ASKED_SV),
        sv("Hur ofta händer det?", **ASKED_SV),
        en("Which model do you have?", **ASKED_EN),
        en("What does the screen say?", **ASKED_EN),
        en("When did it start?", **ASKED_EN),
        en("Could you tell me a bit more?", **ASKED_EN),
        en("Have you tried restarting it?", **ASKED_EN),
        en("How often does it happen?", **ASKED_EN),
    ),
    passes=(
        sv("Vilken modell har du?"),
        sv("Hur svårt kan det vara?", **ASKED_SV),
        sv("Det vet jag inte.", **ASKED_SV),
        sv("Jaha?", **ASKED_SV),
        sv("Är du dum i huvudet?", **ASKED_SV),
        sv("Vad kul!", **ASKED_SV),
        en("Which model do you have?"),
        en("How hard can it be?", **ASKED_EN),
        en("I don't know.", **ASKED_EN),
        en("So?", **ASKED_EN),
        en("Are you stupid?", **ASKED_EN),
        en("What a day!", **ASKED_EN),
    ),
)  # fmt: skip
