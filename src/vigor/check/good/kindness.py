"""An apology, and thanks."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.good.kind import ASKED_EN, ASKED_SV, SHARP, Good, said
from vigor.check.post import Post
from vigor.check.rule import Both, en, sv
from vigor.check.said import SELF, words_of


def apology(post: Post) -> Span | None:
    """Only in an answer, or with "we" beside it: "sorry I'm late" in a story is another thing."""
    span = said(post, "next.apology")
    if span is None or not (
        post.context.reply_to or SELF[post.language] & set(words_of(post, post.sentence_at(span.start)))
    ):
        return None
    return None if _is_excuse(post, span) else span


def _is_excuse(post: Post, span: Span) -> bool:
    """ "Sorry, but" takes it back."""
    after = post.lower[span.end : span.end + 16].lstrip(" ,")
    return after.startswith(("men ", "but ")) or bool(post.hits.of(*SHARP))


def thanks(post: Post) -> Span | None:
    """Thanks to somebody, in a post that isn't ironic or sharp."""
    if post.hits.of(*SHARP) or (post.hits.of("irony.trouble") and not post.hits.of("irony.solved")):
        return None
    return said(post, "next.thanks")


APOLOGY = Good(
    "apology",
    Both("Bra: du ber om ursäkt eller visar att du förstår.", "Good: you apologise, or show that you understand."),
    apology,
    flags=(
        sv("Förlåt, det där är vårt fel. /Mia", **ASKED_SV),
        sv("Vi ber om ursäkt för strulet.", **ASKED_SV),
        sv("Tråkigt att det krånglar för dig.", **ASKED_SV),
        sv("Jag förstår att du är arg.", **ASKED_SV),
        sv("Vi beklagar avbrottet i natt."),
        sv("Ledsen för väntan, jag tittar nu.", **ASKED_SV),
        en("Sorry, that's our mistake. /Mia", **ASKED_EN),
        en("We apologise for the mess.", **ASKED_EN),
        en("That sounds frustrating.", **ASKED_EN),
        en("I understand that you're angry.", **ASKED_EN),
        en("We regret last night's outage."),
        en("Sorry about the wait, I'm looking now.", **ASKED_EN),
    ),
    passes=(
        sv("Vi har öppet till 18.", **ASKED_SV),
        sv("”Förlåt” är ett svårt ord."),
        sv("Han sa aldrig förlåt."),
        sv("Vi tänker inte be om ursäkt.", **ASKED_SV),
        sv("Förlåt, men det är ditt eget fel.", **ASKED_SV),
        sv("Dags för fika!"),
        en("We're open until 6.", **ASKED_EN),
        en("“Sorry” is a hard word."),
        en("He never said sorry."),
        en("We won't apologise.", **ASKED_EN),
        en("Sorry, but that's your own fault.", **ASKED_EN),
        en("Time for coffee!"),
    ),
)  # fmt: skip

THANKS = Good(
    "thanks",
    Both("Bra: någon får ett tack.", "Good: somebody is thanked."),
    thanks,
    flags=(
        sv("Tack för att du säger till!", **ASKED_SV),
        sv("Tack alla som kom i går."),
        sv("Stort tack till lagret."),
        sv("Vi uppskattar att du hörde av dig.", **ASKED_SV),
        sv("Tusen tack, Mia!"),
        sv("Tack för tålamodet under avbrottet."),
        en("Thanks for telling us!", **ASKED_EN),
        en("Thank you all for coming yesterday."),
        en("Many thanks to the warehouse."),
        en("We appreciate you getting in touch.", **ASKED_EN),
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
)  # fmt: skip
