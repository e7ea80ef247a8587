"""What is good in a post, said too: a sender, an apology, a next step, thanks, credit, a question back.

Each kind carries its proof, as a check does. Praise is given where advice would be: for what helps the reader, and
never for more than three things, since a list of compliments is read by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vigor.check.advice import Praise, Span
from vigor.check.post import Post
from vigor.check.rule import Both, Example, en, sv
from vigor.check.said import SELF, clause_at, is_denied, is_told, words_of

MOST = 3
_SIGNED = re.compile(
    r"(?:^|\s)(?:/|– ?|— ?|- )([A-ZÅÄÖ][\wåäö-]+(?: (?:på|i|från|at|in|from|with) [\wåäöÅÄÖ ]{2,30}|, [\wåäöÅÄÖ ]{2,30})?)\s*$"
)
_WORKS_HERE = {
    "sv": re.compile(
        r"\b(?:hos oss på|vi på|jag (?:jobbar|arbetar) (?:på|hos|som)|här på|mitt jobb på|kollega(?:er)? på)\s+\w+"
    ),
    "en": re.compile(
        r"\b(?:(?:we|us|those of us|here) at|i work (?:at|for|as|with)|my job at|colleagues? at)\s+\w+"
    ),
}
_LEARNED = {
    "sv": re.compile(
        r"\b(?:hur|vad|när|var|vilken|vilket|vilka|vem|kan du|vill du|kunde du|har du|fick du|stämmer det)\b[^.!?\n]*\?"
    ),
    "en": re.compile(
        r"\b(?:how|what|when|where|which|who|can you|could you|would you|do you|did you|have you|is it)\b[^.!?\n]*\?"
    ),
}
_NAMED = re.compile(r"@\w|[A-ZÅÄÖ][a-zåäö]+\b|https?://")
_NOBODY = re.compile(r"(?:Google|Okänd|Unknown|Internet|Pinterest|Nätet)\b")
_SHARP = (
    "insult",
    "sharp.scold",
    "sharp.passive",
    "sharp.ultimatum",
    "irony.sign",
    "irony.turn",
    "blame",
    "ill.firm",
)


@dataclass(frozen=True, slots=True)
class Good:
    """A kind of praise: what is said, how it is found, and its proof."""

    kind: str
    says: Both
    find: Callable[[Post], Span | None]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]


def praise(post: Post) -> Iterator[Praise]:
    """What is good in the post, at most MOST things. Nothing beside an insult: then it isn't what the reader sees."""
    if post.hits.of("insult.person", "insult.reader"):
        return
    given = 0
    for each in GOOD:
        if given < MOST and (span := each.find(post)):
            given += 1
            yield Praise(each.kind, span, each.says.of(post.language))


def _sender(post: Post) -> Span | None:
    if post.context.reply_to and (signed := _SIGNED.search(post.text)):
        return Span(*signed.span(1))
    works = _WORKS_HERE[post.language].search(post.lower)
    return Span(*works.span()) if works and not post.is_quoted(Span(*works.span())) else None


def _said(post: Post, kind: str) -> Span | None:
    """The first of a kind that is meant: not quoted, denied or told of."""
    for hit in post.hits.of(kind):
        clause = clause_at(post, hit.span)
        if (
            not post.is_quoted(hit.span)
            and not is_told(post, clause)
            and not is_denied(post, hit.span, clause)
        ):
            return hit.span
    return None


def _apology(post: Post) -> Span | None:
    """Only in an answer, or with "we" beside it: "sorry I'm late" in a story is another thing."""
    span = _said(post, "next.apology")
    if span is None or not (
        post.context.reply_to or SELF[post.language] & set(words_of(post, post.sentence_at(span.start)))
    ):
        return None
    return None if _is_excuse(post, span) else span


def _is_excuse(post: Post, span: Span) -> bool:
    """ "Sorry, but" takes it back."""
    after = post.lower[span.end : span.end + 16].lstrip(" ,")
    return after.startswith(("men ", "but ")) or bool(post.hits.of(*_SHARP))


def _next_step(post: Post) -> Span | None:
    return _said(post, "next.step") if post.context.reply_to and not post.hits.of(*_SHARP) else None


def _thanks(post: Post) -> Span | None:
    """Thanks to somebody, in a post that isn't ironic or sharp."""
    if post.hits.of(*_SHARP) or (post.hits.of("irony.trouble") and not post.hits.of("irony.solved")):
        return None
    return _said(post, "next.thanks")


def _credit(post: Post) -> Span | None:
    """A maker who is named: the word for it, and a name or an address after it."""
    for hit in post.hits.of("next.credit"):
        # "via @" holds the sign that its name begins with.
        start = hit.end - 1 if hit.entry.endswith("@") else hit.end
        after = post.text[start : start + 40].lstrip(" :")
        if not post.is_quoted(hit.span) and _NAMED.match(after) and not _NOBODY.match(after):
            return hit.span
    return None


def _question(post: Post) -> Span | None:
    """A question back to whoever wrote: only an answer has one."""
    if not post.context.reply_to or post.hits.of(*_SHARP):
        return None
    found = _LEARNED[post.language].search(post.lower)
    return Span(*found.span()) if found else None


_ASKED_SV = {"reply_to": "Min router krånglar igen!"}
_ASKED_EN = {"reply_to": "My router is acting up again!"}

GOOD: tuple[Good, ...] = (
    Good(
        "apology",
        Both("Bra: du ber om ursäkt eller visar att du förstår.", "Good: you apologise, or show that you understand."),
        _apology,
        flags=(
            sv("Förlåt, det där är vårt fel. /Mia", **_ASKED_SV),
            sv("Vi ber om ursäkt för strulet.", **_ASKED_SV),
            sv("Tråkigt att det krånglar för dig.", **_ASKED_SV),
            sv("Jag förstår att du är arg.", **_ASKED_SV),
            sv("Vi beklagar avbrottet i natt."),
            sv("Ledsen för väntan, jag tittar nu.", **_ASKED_SV),
            en("Sorry, that's our mistake. /Mia", **_ASKED_EN),
            en("We apologise for the mess.", **_ASKED_EN),
            en("That sounds frustrating.", **_ASKED_EN),
            en("I understand that you're angry.", **_ASKED_EN),
            en("We regret last night's outage."),
            en("Sorry about the wait, I'm looking now.", **_ASKED_EN),
        ),
        passes=(
            sv("Vi har öppet till 18.", **_ASKED_SV),
            sv("”Förlåt” är ett svårt ord."),
            sv("Han sa aldrig förlåt."),
            sv("Vi tänker inte be om ursäkt.", **_ASKED_SV),
            sv("Förlåt, men det är ditt eget fel.", **_ASKED_SV),
            sv("Dags för fika!"),
            en("We're open until 6.", **_ASKED_EN),
            en("“Sorry” is a hard word."),
            en("He never said sorry."),
            en("We won't apologise.", **_ASKED_EN),
            en("Sorry, but that's your own fault.", **_ASKED_EN),
            en("Time for coffee!"),
        ),
    ),
    Good(
        "next-step",
        Both("Bra: personen får veta vad som händer nu.", "Good: it says what happens now."),
        _next_step,
        flags=(
            sv("Vi skickar en ny i dag.", **_ASKED_SV),
            sv("Jag återkommer i morgon.", **_ASKED_SV),
            sv("Skicka ditt ordernummer i ett meddelande.", **_ASKED_SV),
            sv("En tekniker är på väg.", **_ASKED_SV),
            sv("Prova att starta om den.", **_ASKED_SV),
            sv("Då bokar jag en ny tid åt dig.", **_ASKED_SV),
            en("We'll send a new one today.", **_ASKED_EN),
            en("I'll get back to you tomorrow.", **_ASKED_EN),
            en("Send us your order number in a message.", **_ASKED_EN),
            en("A technician is on the way, within two hours.", **_ASKED_EN),
            en("Try restarting it.", **_ASKED_EN),
            en("Let me book a new time for you.", **_ASKED_EN),
        ),
        passes=(
            sv("Så är det tyvärr.", **_ASKED_SV),
            sv("Vi skickar en ny i dag."),
            sv("Det står i villkoren.", **_ASKED_SV),
            sv("Tråkigt.", **_ASKED_SV),
            sv("Hur svårt kan det vara? Starta om.", **_ASKED_SV),
            sv("Bra dag på kontoret."),
            en("That's how it is.", **_ASKED_EN),
            en("We'll send a new one today."),
            en("It's in the terms.", **_ASKED_EN),
            en("Bad luck.", **_ASKED_EN),
            en("How hard can it be? Restart it.", **_ASKED_EN),
            en("A good day at the office."),
        ),
    ),
    Good(
        "sender",
        Both("Bra: man ser vem som skriver.", "Good: one can see who writes."),
        _sender,
        flags=(
            sv("Vi har öppet till 18. /Sara", **_ASKED_SV),
            sv("Det fixar vi! – Omar på kundservice", **_ASKED_SV),
            sv("Hos oss på Solhamn testar vi stående möten."),
            sv("Jag jobbar på Solhamn och är lite partisk."),
            sv("Vi på Solhamn söker en elektriker."),
            sv("Jag arbetar som tekniker och ser det här varje dag."),
            en("We're open until 6. /Sara", **_ASKED_EN),
            en("We'll fix that! – Omar, customer service", **_ASKED_EN),
            en("Those of us at Solhamn are trying standing meetings."),
            en("I work at Solhamn, so I'm a bit biased."),
            en("We at Solhamn are looking for an electrician."),
            en("I work as a technician and see this every day."),
        ),
        passes=(
            sv("Vi har öppet till 18.", **_ASKED_SV),
            sv("Solhamn är bäst."),
            sv("Gå in på solhamn.example/sara", **_ASKED_SV),
            sv("Välj ström eller värme.", **_ASKED_SV),
            sv("Sara tipsade om boken."),
            sv("Köp den!"),
            en("We're open until 6.", **_ASKED_EN),
            en("Solhamn is the best."),
            en("Go to solhamn.example/sara", **_ASKED_EN),
            en("Choose power or heat.", **_ASKED_EN),
            en("Sara told me about the book."),
            en("Buy it!"),
        ),
    ),
    Good(
        "question",
        Both("Bra: du frågar i stället för att gissa.", "Good: you ask instead of guessing."),
        _question,
        flags=(
            sv("Vilken modell har du?", **_ASKED_SV),
            sv("Vad står det på skärmen?", **_ASKED_SV),
            sv("När började det?", **_ASKED_SV),
            sv("Kan du berätta lite mer?", **_ASKED_SV),
            sv("Har du provat att starta om?", **_ASKED_SV),
            sv("Hur ofta händer det?", **_ASKED_SV),
            en("Which model do you have?", **_ASKED_EN),
            en("What does the screen say?", **_ASKED_EN),
            en("When did it start?", **_ASKED_EN),
            en("Could you tell me a bit more?", **_ASKED_EN),
            en("Have you tried restarting it?", **_ASKED_EN),
            en("How often does it happen?", **_ASKED_EN),
        ),
        passes=(
            sv("Vilken modell har du?"),
            sv("Hur svårt kan det vara?", **_ASKED_SV),
            sv("Det vet jag inte.", **_ASKED_SV),
            sv("Jaha?", **_ASKED_SV),
            sv("Är du dum i huvudet?", **_ASKED_SV),
            sv("Vad kul!", **_ASKED_SV),
            en("Which model do you have?"),
            en("How hard can it be?", **_ASKED_EN),
            en("I don't know.", **_ASKED_EN),
            en("So?", **_ASKED_EN),
            en("Are you stupid?", **_ASKED_EN),
            en("What a day!", **_ASKED_EN),
        ),
    ),
    Good(
        "credit",
        Both("Bra: den som gjorde det får synas.", "Good: whoever made it is named."),
        _credit,
        flags=(
            sv("Foto: Maja Ek"),
            sv("Bild av Ludvig Norr, lånad med lov."),
            sv("Text av Siri Hall, läs den!"),
            sv("Alla cred till Maja Ek för idén."),
            sv("Illustration: Nora Lind"),
            sv("Jag såg det här via @majaek"),
            en("Photo: Maja Ek"),
            en("Picture by Ludvig Norr, borrowed with permission."),
            en("Words by Siri Hall, do read them!"),
            en("Credit to Maja Ek for the idea."),
            en("Illustration by Nora Lind"),
            en("I saw this via @majaek"),
        ),
        passes=(
            sv("Foto: Google"),
            sv("Vilken bild!"),
            sv("Vi bjöd in en fotograf."),
            sv("Foto: okänd"),
            sv("Bilden är bra."),
            sv("Text och bild hittad på nätet."),
            en("Photo: Google"),
            en("What a picture!"),
            en("We invited a photographer."),
            en("Photo: unknown"),
            en("The picture is good."),
            en("Words and picture found online."),
        ),
    ),
    Good(
        "thanks",
        Both("Bra: någon får ett tack.", "Good: somebody is thanked."),
        _thanks,
        flags=(
            sv("Tack för att du säger till!", **_ASKED_SV),
            sv("Tack alla som kom i går."),
            sv("Stort tack till lagret."),
            sv("Vi uppskattar att du hörde av dig.", **_ASKED_SV),
            sv("Tusen tack, Mia!"),
            sv("Tack för tålamodet under avbrottet."),
            en("Thanks for telling us!", **_ASKED_EN),
            en("Thank you all for coming yesterday."),
            en("Many thanks to the warehouse."),
            en("We appreciate you getting in touch.", **_ASKED_EN),
            en("Thanks a million, Mia!"),
            en("Thank you for your patience during the outage."),
        ),
        passes=(
            sv("Tack för ingenting."),
            sv("Tack för att ni höjer avgiften utan att säga något."),
            sv("Ingen sa tack."),
            sv("”Tack” sa hon."),
            sv("Tackkortet är tryckt."),
            sv("Vi har öppet till 18."),
            en("Thanks for nothing."),
            en("Thanks for raising the fee without telling anyone."),
            en("Nobody said thanks."),
            en("“Thanks”, she said."),
            en("The thankless part is over."),
            en("We're open until 6."),
        ),
    ),
)  # fmt: skip
