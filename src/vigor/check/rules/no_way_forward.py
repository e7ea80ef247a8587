"""Answers a complaint with neither an apology nor a next step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vigor.check.advice import Finding
from vigor.check.context import Context
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import is_denied, words_of
from vigor.language.words import listed

_COMPLAINS = 0.4
"""From here on the post that is answered counts as a complaint."""
_ANGRY = Late(r"!{2,}|\?{2,}|😡|🤬|😤|👎")
_POINTS = Late(r"https?://|www\.|@\w|\b\d{2,4}-\d|\b\d{5,}")
CLEAR = 2
SHORT_STATEMENT = 5
MISSING = 0.45
SEEN = 0.45
_CERTAIN, _GRIM = 0.7, -0.3
# "We understand your frustration": a feeling, neither an apology nor a step.
_FEELS = Late(
    r"(?:vi|jag) förstår|förståeligt|det låter|(?:we|i) (?:understand|get|hear)|understandably|that sounds|frustrating"
)
# "Sorry you feel that way": sorry for them, and for nothing of ours.
_NOT_SORRY = Late(
    r"(?:sorry|ledsen|ledsna|tråkigt|trist|beklagar|apologi[sz]e)\b,? (?:to hear |att höra )?(?:that |if |about how |att |om |för )?(?:you|du|ni)\b"
    r"[^.!?\n]{0,8}\b(?:feel|felt|think|thought|see|saw|believe|found|took|were offended|are unhappy|känner|kände|upplev\w*|tycker|tyckte|tar (?:illa|åt)|blev (?:sur|arg|stött))"
)
FEW_LETTERS = 110
LONG_ANSWER = 420
"""Characters; a longer answer explains, and may well hold a step that we don't recognise."""


# How an answer begins that says nothing: enough to see a complaint in what it answers, where there was a hint of one.
_EMPTY = {
    "sv": Late(r"(?:hej[!,.]? )?(?:vi är medvetna|vi förstår (?:att|din|er|hur)|jag förstår (?:att|din)|tack för (?:din|er|att du delar|att ni delar) (?:feedback|synpunkt\w*|åsikt\w*|kommentar|återkoppling|dina)|vi noterar|noterat|vi har noterat|vi tar (?:alla |in |till oss )|vi har (?:tyvärr )?(?:ingen|inga) möjlighet|så är det|så funkar|det är så|enligt (?:våra |bokningsvillkoren|villkoren|avtalet)|det (?:står|ingår|gäller)|vi beklagar inte|våra (?:villkor|regler|rutiner)|det stämmer att|[^.!?\\n]{3,60}(?:uppfyller|håller hög|följer) (?:alla |samtliga |gällande )?(?:krav|regler|standard\\w*|kvalitet\\w*)|[^.!?\\n]{3,60}(?:skickas|görs|sker|hanteras) automatiskt|[^.!?\\n]{3,60}är (?:helt )?normalt|vi är stolta|[^.!?\\n]{3,60}(?:fungerar|funkar) (?:för|hos|bra för) |så kan det|det kan hända|sånt händer|vi har (?:mycket|många|hög))"),
    "en": Late(r"(?:hi[!,.]? |hello[!,.]? )?(?:we are aware|we['’]re aware|we understand|i understand|thanks for (?:your|the|sharing) (?:feedback|input|comment|opinion|view|thoughts)|thank you for (?:your|the|sharing) (?:feedback|input|comment|opinion|view|thoughts)|noted|we have noted|we note|duly noted|we value|we take (?:all|your|every)|we (?:are|['’]re) (?:unable|not able)|[^.!?\\n]{3,60}(?:meets?|complies with|fulfils?) (?:all |every )?(?:requirements?|standards?|rules|regulations)|[^.!?\\n]{3,60}(?:is|are) (?:sent|made|done|handled) automatically|[^.!?\\n]{3,60}(?:is|are) (?:perfectly |quite )?normal|we['’]re proud|we are proud|[^.!?\\n]{3,60}works? (?:fine |well )?(?:for|on our)|these things happen|that can happen|that['’]s (?:how|the way)|this is (?:how|our policy)|according to|as per|it is in|our (?:terms|policy|rules)|we['’]re experiencing|we are experiencing|we have (?:a lot|many|high))"),
}  # fmt: skip
EMPTY_ANSWER = 0.2
# "For two weeks", "since May", "five times": who counts has waited.
_COUNTED = {
    "sv": Late(r"\b(?:i|på|sedan|efter) (?:snart |över |mer än |nu |drygt |nästan )?(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|tio|flera|många|\d+) (?:hela )?(?:minuter|timm\w+|dag\w*|dygn|veck\w+|månad\w*|år)\b|\b(?:två|tre|fyra|fem|sex|flera|många|\d+) gånger\b|\b(?:aldrig fått|aldrig fick|fick aldrig|inte fick)\b"),
    "en": Late(r"\b(?:for|in|since|after) (?:almost |over |more than |nearly |the past |the last )?(?:a|an|two|three|four|five|six|seven|eight|ten|several|many|\d+) (?:whole )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\b(?:two|three|four|five|six|several|many|\d+) times\b|\b(?:never got|never had|never received|didn['’]t get)\b"),
}  # fmt: skip


def _find(post: Post) -> Iterator[Finding]:
    answered = post.context.reply_to
    if not answered.strip() or len(post.text) > LONG_ANSWER or not post.tokens:
        return
    complaint = _complaint(answered, post.language)
    if _EMPTY[post.language].match(post.lower.lstrip()) and len(post.text) < FEW_LETTERS:
        complaint = max(complaint, min(1.0, complaint + EMPTY_ANSWER))
    if complaint < _COMPLAINS or _leads_on(post):
        return
    yield Finding(post.whole, min(0.92, 0.55 + 0.4 * complaint))


@lru_cache(maxsize=256)
def _complaint(text: str, language: str) -> float:
    """How surely the post that is answered complains, 0–1: words first, the model beside them."""
    post = Post(text, Context(), language)
    if post.hits.of("next.thanks") and not post.hits.of("complaint.clear"):
        return 0.0
    clear = [
        hit for hit in post.hits.of("complaint.clear") if not is_denied(post, hit.span) or " " in hit.entry
    ]
    distinct = len({hit.start for hit in clear})
    mild = len({hit.start for hit in post.hits.of("complaint.mild")})
    heat = 0.2 if _ANGRY.search(text) else 0.0
    # "I've called five times and nobody calls back" has no word of complaint, and is one.
    missing = MISSING if not distinct and _misses_something(post) else 0.0
    if not missing and not distinct and "?" not in text and _COUNTED[language].search(post.lower):
        missing = 0.0 if post.hits.of("ill.good", "irony.praise", "next.thanks") else MISSING
    words = (
        missing
        + (0.55 if distinct else 0.0)
        + 0.15 * max(0, distinct - 1)
        + (0.08 * mild if distinct else 0.1 * mild)
        + heat
    )
    insulted = 0.25 if post.hits.of("insult", "ill") else 0.0
    # Praise with a doubt in it ("love it, though a bit late") isn't answered as a complaint.
    praised = 0.3 if post.signals.sentiment > 0.6 and distinct < CLEAR else 0.0
    # "Two weeks of cold showers with a newborn": no word for it, and the model is in no doubt.
    if not (distinct or missing) and _is_seen(post):
        return SEEN
    # A model that sees a complaint adds to the words; one that sees none doesn't take clear words back.
    lift = 0.3 * (post.signals.complaint - 0.5) if post.signals.complaint else 0.0
    return max(0.0, min(1.0, words + insulted + (max(0.0, lift) if distinct else lift) - praised))


def _is_seen(post: Post) -> bool:
    """Does the model see a complaint, in a text that isn't merely a question or thanks?"""
    asks = post.text.rstrip().endswith("?") and len(post.sentences) == 1
    kind = post.hits.of("irony.praise", "ill.good", "next.thanks")
    return post.signals.complaint >= _CERTAIN and post.signals.sentiment <= _GRIM and not asks and not kind


def _misses_something(post: Post) -> bool:
    """A statement, not a question, that something wasn't as it should be."""
    no = {
        "sv": listed("inte aldrig ingen inget inga utan trots fortfarande"),
        "en": listed("not never nobody no none without though still despite"),
    }
    words = words_of(post, post.whole)
    denies = any(word in no[post.language] or word.endswith("n't") for word in words)
    return (
        denies
        and "?" not in post.text
        and len(words) > SHORT_STATEMENT
        and not post.hits.of("ill.good", "irony.praise")
    )


def _leads_on(post: Post) -> bool:
    """An apology, a next step, a question back, owning it, or somewhere to turn."""
    for hit in post.hits.of("next.apology", "next.step", "next.own"):
        if hit.key == "apology" and len(post.text) < FEW_LETTERS and _FEELS.match(post.lower, hit.start):
            continue
        if hit.key == "apology" and _NOT_SORRY.match(post.lower, hit.start):
            continue
        if not post.is_quoted(hit.span) and not (hit.key == "own" and is_denied(post, hit.span)):
            return True
    if "?" in post.text and not post.hits.of(
        "sharp.scold", "sharp.passive", "sharp.ultimatum", "insult", "irony.sign"
    ):
        return True
    return bool(_POINTS.search(post.text))


NO_WAY_FORWARD = Check(
    "no-way-forward",
    Both("svarar på ett klagomål utan ursäkt eller nästa steg", "answers a complaint with neither an apology nor a next step"),
    {
        "": Told(
            Both("Personen klagar, och svaret slutar utan väg vidare.", "This person complains, and the answer ends without a way on."),
            Both("Utan nästa steg blir det en kommentar till, och de som läser tror att vi inte bryr oss.", "Without a next step there will be another comment, and those who read believe that we don't care."),
            Both("Lägg till vad som händer nu, vem som gör det och när, eller fråga efter det du behöver veta.", "Add what happens now, who does it and when, or ask for what you need to know."),
            Both("Det här kan läsas som att ärendet är avslutat för vår del.", "This can be read as the matter being closed as far as we're concerned."),
        ),
    },
    "A complaint is answered when the person knows what happens next",
    "Tax, Brown & Chandrashekaran, Customer evaluations of service complaint experiences, Journal of Marketing 62 (1998)",
    _find,
    flags=(
        sv("Så är det tyvärr.", reply_to="Mitt paket har inte kommit och jag är jättebesviken!"),
        sv("Det står i villkoren.", reply_to="Ni har dragit pengar två gånger, inte ok!"),
        sv("Våra produkter håller hög kvalitet.", reply_to="Skärmen gick sönder efter en vecka, skandal."),
        sv("Många ringer just nu. /Växeln", reply_to="Har suttit i telefonkö i två timmar!!"),
        sv("Det är så systemet fungerar.", reply_to="Er app kraschar varje gång jag betalar."),
        sv("Priset gäller för alla kunder.", reply_to="Tredje gången ni tar fel belopp, jag är så trött på er."),
        sv("Vi har inte fått några andra klagomål.", reply_to="Maten var kall och personalen otrevlig."),
        sv("Leveranstiden är en uppskattning. /Lager", reply_to="Försenad igen, bedrövligt!"),
        en("That's how it is, unfortunately.", reply_to="My parcel never arrived and I'm so disappointed!"),
        en("It's in the terms.", reply_to="You charged my card twice, not ok!"),
        en("Our products are of high quality.", reply_to="The screen broke after a week, what a scandal."),
        en("Many people are calling at the moment. /Switchboard", reply_to="I've been on hold for two hours!!"),
        en("That is how the system works.", reply_to="Your app crashes every time I pay."),
        en("The price is the same for everyone.", reply_to="Third time you bill the wrong amount, I'm so tired of you."),
        en("No one else has complained.", reply_to="The food was cold and the staff rude, awful."),
        en("The delivery time is an estimate. /Warehouse", reply_to="Delayed again, unacceptable!"),
    ),
    passes=(
        sv("Så är det tyvärr."),
        sv("Tack!", reply_to="Ni är bäst, kom snabbt och fixade allt!"),
        sv("Förlåt, det där ska inte hända. /Mia", reply_to="Mitt paket har inte kommit!"),
        sv("Vi skickar ett nytt i dag.", reply_to="Skärmen gick sönder efter en vecka, skandal."),
        sv("Vad är ditt ordernummer?", reply_to="Mitt paket har inte kommit och jag är jättebesviken!"),
        sv("Hör av dig till oss på 0771-55 00 55 så löser vi det.", reply_to="Ni svarar aldrig, uselt!"),
        sv("Vi har öppet till 18.", reply_to="Hur länge har ni öppet i dag?"),
        sv("Ja, den finns i blått.", reply_to="Finns tröjan i fler färger?"),
        sv("Det är vårt ansvar och en tekniker är på väg.", reply_to="Internet ligger nere igen!!"),
        sv("Pengarna är tillbaka på ditt konto inom tre dagar.", reply_to="Ni har dragit pengar två gånger!"),
        sv("Vad roligt att höra!", reply_to="Jag älskar er nya butik!"),
        sv("Prova att starta om routern, så hjälper jag dig vidare om det inte räcker.", reply_to="Wifi funkar inte!"),
        en("That's how it is, unfortunately."),
        en("Thank you!", reply_to="You're the best, came quickly and fixed everything!"),
        en("Sorry, that shouldn't happen. /Mia", reply_to="My parcel never arrived!"),
        en("We'll send you a new one today.", reply_to="The screen broke after a week, what a scandal."),
        en("What's your order number?", reply_to="My parcel never arrived and I'm so disappointed!"),
        en("Call us on 0771-55 00 55 and we'll sort it.", reply_to="You never answer, awful!"),
        en("We're open until 6.", reply_to="How late are you open today?"),
        en("Yes, it comes in blue.", reply_to="Does the sweater come in other colours?"),
        en("It's our responsibility and a technician is on the way.", reply_to="The internet is down again!!"),
        en("You'll have the money back within three days.", reply_to="You charged my card twice!"),
        en("Great to hear!", reply_to="I love your new shop!"),
        en("Try restarting the router, and I'll help you on if that's not enough.", reply_to="The wifi doesn't work!"),
    ),
    weight=2.0,
    threshold=0.7,
    sure=0.95,
)  # fmt: skip
