"""Who writes, and who made what is shown."""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.good.kind import ASKED_EN, ASKED_SV, Good
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, en, sv

_SIGNED = Late(
    r"(?:^|\s)(?:/|– ?|— ?|- )([A-ZÅÄÖ][\wåäö-]+(?: (?:på|i|från|at|in|from|with) [\wåäöÅÄÖ ]{2,30}|, [\wåäöÅÄÖ ]{2,30})?)\s*$"
)
_WORKS_HERE = {
    "sv": Late(
        r"\b(?:hos oss på|vi på|jag (?:jobbar|arbetar) (?:på|hos|som)|här på|mitt jobb på|kollega(?:er)? på)\s+\w+",
        needs=("på", "jag jobbar", "jag arbetar"),
    ),
    "en": Late(
        r"\b(?:(?:we|us|those of us|here) at|i work (?:at|for|as|with)|my job at|colleagues? at)\s+\w+",
        needs=(" at", "i work"),
    ),
}
_NAMED = Late(r"@\w|[A-ZÅÄÖ][a-zåäö]+\b|https?://")
_NOBODY = Late(r"(?:Google|Okänd|Unknown|Internet|Pinterest|Nätet)\b")


def sender(post: Post) -> Span | None:
    """A signature under an answer, or where the writer works."""
    if post.context.reply_to and (signed := _SIGNED.search(post.text)):
        return Span(*signed.span(1))
    works = _WORKS_HERE[post.language].search(post.lower)
    return Span(*works.span()) if works and not post.is_quoted(Span(*works.span())) else None


def credit(post: Post) -> Span | None:
    """A maker who is named: the word for it, and a name or an address after it."""
    for hit in post.hits.of("next.credit"):
        # "via @" holds the sign that its name begins with.
        start = hit.end - 1 if hit.entry.endswith("@") else hit.end
        after = post.text[start : start + 40].lstrip(" :")
        if not post.is_quoted(hit.span) and _NAMED.match(after) and not _NOBODY.match(after):
            return hit.span
    return None


SENDER = Good(
    "sender",
    Both("Bra: man ser vem som skriver.", "Good: one can see who writes."),
    sender,
    flags=(
        sv("Vi har öppet till 18. /Sara", **ASKED_SV),
        sv("Det fixar vi! – Omar på kundservice", **ASKED_SV),
        sv("Hos oss på Solhamn testar vi stående möten."),
        sv("Jag jobbar på Solhamn och är lite partisk."),
        sv("Vi på Solhamn söker en elektriker."),
        sv("Jag arbetar som tekniker och ser det här varje dag."),
        en("We're open until 6. /Sara", **ASKED_EN),
        en("We'll fix that! – Omar, customer service", **ASKED_EN),
        en("Those of us at Solhamn are trying standing meetings."),
        en("I work at Solhamn, so I'm a bit biased."),
        en("We at Solhamn are looking for an electrician."),
        en("I work as a technician and see this every day."),
    ),
    passes=(
        sv("Vi har öppet till 18.", **ASKED_SV),
        sv("Solhamn är bäst."),
        sv("Gå in på solhamn.example/sara", **ASKED_SV),
        sv("Välj ström eller värme.", **ASKED_SV),
        sv("Sara tipsade om boken."),
        sv("Köp den!"),
        en("We're open until 6.", **ASKED_EN),
        en("Solhamn is the best."),
        en("Go to solhamn.example/sara", **ASKED_EN),
        en("Choose power or heat.", **ASKED_EN),
        en("Sara told me about the book."),
        en("Buy it!"),
    ),
)  # fmt: skip

CREDIT = Good(
    "credit",
    Both("Bra: den som gjorde det får synas.", "Good: whoever made it is named."),
    credit,
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
)  # fmt: skip
