"""Ill of a third party: a competitor, a colleague, a partner, a customer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.lexicon import Hit
from vigor.check.names import FIRST_NAMES
from vigor.check.parties import PARTIES, Whom, is_named, whom
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import SELF, clause_at, is_meant, words_of
from vigor.language.words import listed

# "Byggfirma Lindstam", "Lindstam Builders", "Lindstam AB": a firm by its form.
_FIRM = re.compile(
    r"\b(?:[A-ZÅÄÖ]\w*(?:firma|bolaget|företaget|byrån|butiken|gruppen)\s+[A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+(?:bolaget|gruppen|kedjan|byrån)"
    r"|[A-ZÅÄÖ]\w+\s+(?:AB|HB|Ltd|Inc|LLC|GmbH|Builders|Plumbing|Group|Consulting|Logistics|Couriers|Bank|Telecom|Energy|Airlines|Media|Agency|Bygg|Rör|El|Media|Transport|Städ|Försäkring))\b"
)
_OWN = {
    "sv": listed("vår vårt våra min mitt mina jag vi"),
    "en": listed("our ours my mine i we"),
}
# "The clowns over at …": whoever is there.
_OVER_AT = {
    "sv": re.compile(r" (?:borta |därborta |där borta )?(?:på|hos) (?!mig|oss|mitt|vår)\w"),
    "en": re.compile(r" (?:over |down |up )?(?:at|from|with) (?!us|our|my|me|home)\w"),
}
# "Unlike X, we actually deliver": what they don't do is said with one word.
_UNLIKE = {
    "sv": re.compile(r"\b(?:till skillnad från|olikt|i motsats till) (?!förra|förut|tidigare|i fjol|mig|oss|då|vanliga|vanligt)[^.!?\n,]{2,40}?,? \w+ vi (?:\w+ )?(?:faktiskt|verkligen|på riktigt|åtminstone|aldrig|inga|inte)\b|\b(?:de|dom) (?:bryr sig inte|struntar i dig|lyssnar inte)\W+(?:det gör vi|vi gör det|vi bryr oss)"),
    "en": re.compile(r"\bunlike (?!last|before|previous|earlier|me|us|then|traditional|ordinary)[^.!?\n,]{2,40}?, (?:we|our \w+) (?:\w+ )?(?:actually|really|at least|never|don['’]t|do not|genuinely|truly|care)\b|\bthey (?:don['’]t|do not) (?:care|listen)\W+(?:but )?we do\b"),
}  # fmt: skip
_SURE = {"whole": 0.84, "firm": 0.85, "trait": 0.8, "does": 0.8, "weak": 0.74, "frame": 0.8, "warn": 0.78}
_DEGREES = listed(
    "helt så rena rama ren totalt verkligen fullständigt bara such what a an absolute absolutely complete completely total totally utter utterly just really so vilka vilken vilket"
)
VERDICT = 4
"""Words at most of a sentence that is nothing but a verdict: "Helt hopplösa."."""
_SAME_BREATH = 0.72
"""How sure we are where the party was named in the sentence before: "Fraktina again. That outfit can't …"."""


def _find(post: Post) -> Iterator[Finding]:
    found = _UNLIKE[post.language].search(post.lower)
    if found and not post.is_quoted(Span(*found.span())) and post.context.layer:
        yield Finding(Span(*found.span()), 0.72, "", {"word": found.group()})
    for hit in post.hits.of(
        "ill.firm", "ill.trait", "ill.does", "ill.weak", "ill.frame", "ill.warn", "ill.whole"
    ):
        if not _is_meant(post, hit):
            continue
        if hit.key == "whole":
            yield Finding(_span(post, hit), _SURE["whole"], "customer", {"word": post.of(hit.span)})
            continue
        party, near = _party(post, hit)
        if party is None:
            continue
        yield Finding(
            _span(post, hit),
            _SURE[hit.key] if near else _SAME_BREATH,
            _variant(party),
            {"word": post.of(hit.span)},
        )


def _is_meant(post: Post, hit: Hit) -> bool:
    """A turn carries its own "never" or "not"; a single word must not be denied, quoted or told of."""
    if post.is_quoted(hit.span):
        return False
    if hit.key in ("frame", "warn"):
        return True
    if hit.key == "whole":
        return not _is_denied_or_told(post, hit)
    clause = clause_at(post, hit.span)
    if (
        post.language == "sv"
        and clause.inside
        and clause.inside[-1].endswith("t")
        and "det" in clause.before[-4:]
    ):
        return False
    return is_meant(post, hit) or _names_own_party(post, hit)


def _names_own_party(post: Post, hit: Hit) -> bool:
    """ "I think our supplier is useless": the "I" thinks, and isn't what is spoken of."""
    said = whom(post, hit.span)
    return said in PARTIES and not _is_denied_or_told(post, hit)


def _is_denied_or_told(post: Post, hit: Hit) -> bool:
    from vigor.check.said import is_denied, is_told

    clause = clause_at(post, hit.span)
    return is_denied(post, hit.span, clause) or is_told(post, clause)


def _party(post: Post, hit: Hit) -> tuple[Whom | None, bool]:
    """The party that it is said of, and whether that is named in the same sentence."""
    sentence = post.sentence_at(hit.start)
    if hit.key == "warn":
        after = Span(hit.end, sentence.end)
        near = Span(hit.end, min(sentence.end, hit.end + 40))
        return _named(post, after) or _any_party(post, near) or _unknown(post, near, first=6), True
    if hit.key == "does":
        doer = _doer(post, hit)
        return (doer, True) if doer else (_before(post, hit, sentence), False)
    if hit.key == "firm" and _OVER_AT[post.language].match(post.lower, hit.end):
        return Whom.COMPETITOR, True
    if hit.key in ("trait", "firm", "weak"):
        said = whom(post, hit.span)
        if said in PARTIES:
            return said, True
        if hit.key == "weak":
            if _is_theirs(post, hit):
                return Whom.COMPETITOR, True
            return (_before(post, hit, sentence) if said is Whom.GROUP else None), False
        if said in (Whom.SELF, Whom.READER, Whom.AUTHORITY) and not _named(post, sentence):
            return None, False
    if named := _named(post, sentence):
        return (None, False) if _is_of_ourselves(post, hit, sentence) else (named, True)
    clause = clause_at(post, hit.span).span
    led = Span(clause.start, max(clause.start, hit.start))
    if hit.key == "frame" and (party := _unknown(post, led)):
        return party, True
    if hit.key in ("trait", "firm") and whom(post, hit.span) is Whom.GROUP and (party := _unknown(post, led)):
        return party, True
    if hit.key == "frame" and (party := _any_party(post, Span(sentence.start, hit.start))):
        return party, True
    return _before(post, hit, sentence), False


def _is_theirs(post: Post, hit: Hit) -> bool:
    """ "Strömbolia's apps are buggy": a competitor's or a partner's own, and a verb that says what they are."""
    clause = clause_at(post, hit.span)
    before = Span(clause.span.start, max(clause.span.start, hit.start))
    verbs = {"är", "var", "is", "are", "was", "were"}
    return bool(verbs & set(clause.before)) and _named(post, before) is not None


def _doer(post: Post, hit: Hit) -> Whom | None:
    """Who does it stands before the verb, in the same clause or at the head of the sentence."""
    clause = clause_at(post, hit.span)
    before = Span(clause.span.start, max(clause.span.start, hit.start))
    if set(clause.before) & SELF[post.language] - {"our", "vår", "våra", "vårt", "min", "my", "mina"}:
        return None
    near = Span(max(clause.span.start, hit.start - 40), max(clause.span.start, hit.start))
    if party := _named(post, before) or _any_party(post, before) or _unknown(post, near, last=4):
        return party
    # "Som alla vet lurar Fjällfrakt …": in Swedish the verb may come first.
    following = post.tokens_in(Span(hit.end, clause.span.end))[:1] if post.language == "sv" else ()
    if not following or following[0].word in SELF["sv"]:
        return None
    after = Span(following[0].start, following[-1].end)
    return _named(post, after) or _any_party(post, after) or _unknown(post, after)


def _before(post: Post, hit: Hit, sentence: Span) -> Whom | None:
    """The party of the sentence before, where this one goes on about it ("they", "that outfit") or only exclaims."""
    number = post.sentences.index(sentence) if sentence in post.sentences else 0
    if not number:
        return None
    words = words_of(post, sentence)
    goes_on = listed(
        "de dom den det han hon den där they it he she that those them his her their such what vilken vilket aldrig never"
    )
    # "New client today. Understands nothing.": nobody is named, so it is the one of the sentence before.
    led = words_of(post, Span(sentence.start, max(sentence.start, hit.start)))
    verdict = hit.key in ("trait", "firm") and len(words) <= VERDICT and not set(led) - _DEGREES
    bare = verdict or (hit.key == "does" and not led)
    if not words or not (bare or set(words[:4]) & goes_on) or set(words) & SELF[post.language]:
        return None
    last = post.sentences[number - 1]
    return _named(post, last) or _any_party(post, last) or _unknown(post, last)


def _named(post: Post, span: Span) -> Whom | None:
    for kind, who in (("competitors", Whom.COMPETITOR), ("partners", Whom.SUPPLIER)):
        if any(span.start <= place.start < span.end for place, _name in post.named(kind)):
            return who
    if firm := _FIRM.search(post.text, span.start, span.end):
        own = post.named("brands")
        return (
            None
            if any(place.start < firm.end() and firm.start() < place.end for place, _ in own)
            else Whom.SUPPLIER
        )
    return None


# Of whom the public may speak as it likes, and names that are no firm's.
_NO_FIRM = re.compile(
    r"(?:verket|kassan|förmedlingen|myndigheten|nämnden|styrelsen|partiet|kommunen|regionen|dagen|staden|council|ministry|party|police|gatan|vägen|torget|leden|bron|tunneln|stationen|parken|skolan|street|road|street|lane|bridge|station|avenue|square)$"
)
# "In Hallsberg": where, rather than who.
_WITHIN = re.compile(
    r"\b(?:i|in|till|to|via|near|nära|vid|på|at|on|genom|längs|mellan|between|mot|towards)\s\Z"
)
_PLACE = re.compile(
    r" (?:street|road|lane|bridge|station|avenue|square|park|airport|hospital|school|city|town)\b"
)
_KNOWN = {
    "sv": listed("sverige sveriges stockholm göteborg malmö uppsala lund norge danmark finland europa eu usa trump putin black friday jul julen påsk gud måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december facebook linkedin instagram twitter tiktok youtube google internet excel"),
    "en": listed("london england britain scotland wales ireland leeds york america europe eu usa uk brexit trump putin black friday christmas easter god monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december facebook linkedin instagram twitter tiktok youtube google internet excel english french german swedish british american"),
}  # fmt: skip


def _unknown(post: Post, span: Span, first: int = 0, last: int = 0) -> Whom | None:
    """A name that nobody told us of, where somebody speaks for us: most are firms that we compete or work with.

    It is looked for among the `first` or the `last` words of the span, or among all.
    """
    if not post.context.layer:
        return None
    words = post.tokens_in(span)
    found = any(
        post.text[token.end - 1 : token.end].isalnum()
        and is_named(post, token)
        and token.word.removesuffix("s") not in FIRST_NAMES
        and token.word not in FIRST_NAMES
        and not _NO_FIRM.search(token.word)
        and not {token.word, token.word.removesuffix("s")} & _KNOWN[post.language]
        and not _PLACE.match(post.lower, token.end)
        and not _WITHIN.search(post.lower, max(0, token.start - 6), token.start)
        and post.lower[max(0, token.start - 1) : token.start] not in ("#", "/", "^")
        for token in (words[:first] if first else words[-last:] if last else words)
    )
    return Whom.COMPETITOR if found else None


def _any_party(post: Post, span: Span) -> Whom | None:
    found = [hit for hit in post.hits.within(span, "person") if hit.key in {party.value for party in PARTIES}]
    return Whom(found[0].key) if found else None


def _is_of_ourselves(post: Post, hit: Hit, sentence: Span) -> bool:
    """Is it our own that is found wanting: "our app was useless, Strömbolia's is better"?"""
    clause = clause_at(post, hit.span)
    words = set(clause.words)
    named = _named(post, clause.span)
    return bool(words & _OWN[post.language]) and named is None


def _variant(party: Whom) -> str:
    return {Whom.CUSTOMER: "customer", Whom.COLLEAGUE: "colleague"}.get(party, "")


def _span(post: Post, hit: Hit) -> Span:
    """The clause where it is short, else the words: what is said of whom belongs together."""
    clause = clause_at(post, hit.span).span
    start, end = min(clause.start, hit.start), max(clause.end, hit.end)
    text = post.text[start:end]
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip())) if end - start <= 120 else hit.span


_WAY = Both(
    "Säg vad som hände och vad ni gör åt det, eller berätta vad ert eget är bra på.",
    "Say what happened and what you do about it, or tell what your own is good at.",
)

BADMOUTHING = Check(
    "badmouthing",
    Both("illa om en tredje part", "ill of a third party"),
    {
        "": Told(
            Both("Här talar vi illa om någon annan: ”{word}”.", "This speaks ill of somebody else: “{word}”."),
            Both("Den som läser minns oss, inte dem, och de är inte här och kan svara.", "Readers will remember us rather than them, and they aren't here to answer."),
            _WAY,
            Both("”{word}” kan läsas som att vi talar illa om någon annan.", "“{word}” can be read as speaking ill of somebody else."),
        ),
        "customer": Told(
            Both("Här talar vi illa om kunder: ”{word}”.", "This speaks ill of customers: “{word}”."),
            Both("Alla andra kunder som läser undrar vad vi säger om dem.", "Every other customer who reads it wonders what we say of them."),
            Both("Vad behövde kunden? Berätta det, eller låt historien stanna i fikarummet.", "What did the customer need? Tell that, or let the story stay in the break room."),
            Both("”{word}” kan läsas som att vi talar illa om kunder.", "“{word}” can be read as speaking ill of customers."),
        ),
        "colleague": Told(
            Both("Här talar vi illa om en kollega: ”{word}”.", "This speaks ill of a colleague: “{word}”."),
            Both("Det är lättare att lösa öga mot öga, och svårt att ta tillbaka när det är publicerat.", "It's easier to sort out face to face, and hard to take back once it's out."),
            Both("Ta det med personen, eller skriv om problemet utan att peka ut någon.", "Take it up with them, or write about the problem without pointing at anyone."),
            Both("”{word}” kan läsas som att vi talar illa om en kollega.", "“{word}” can be read as speaking ill of a colleague."),
        ),
    },
    "What is said of others is what people come to think of the one who says it",
    "Skowronski, Carlston, Mae & Crawford, Spontaneous trait transference, JPSP 74 (1998); Swedish Marketing Act 2008:486 § 18 on fair comparison",
    _find,
    flags=(
        sv("Vår leverantör är helt inkompetent."),
        sv("Konkurrenterna lurar sina kunder varje dag."),
        sv("Kunder är så jäkla jobbiga på måndagar."),
        sv("Min kollega är hopplös på allt som har med siffror att göra."),
        sv("Passa er för Lindbergs Rör AB."),
        sv("Våra konkurrenter kan inte ens svara i telefon."),
        sv("Den där konsulten var en riktig skojare."),
        sv("Gästerna i kväll var urjobbiga och gnälliga."),
        sv("Byggfirma Norén är rena skämtet."),
        en("Our supplier is completely incompetent."),
        en("Our competitors rip people off every day, they lie about everything."),
        en("Customers are so annoying on Mondays."),
        en("My colleague is hopeless with numbers."),
        en("Stay away from Lindberg Plumbing."),
        en("Our competitors can't even answer the phone."),
        en("That contractor was a total crook."),
        en("Tonight's guests were rude and clueless."),
        en("Norén Builders are a joke."),
    ),
    passes=(
        sv("Våra konkurrenter har en bättre app än vi, och det sporrar oss."),
        sv("Vår leverantör är inte alls slarvig, tvärtom."),
        sv("Våra konkurrenter tar 49 kronor och vi tar 59."),
        sv("Kunderna är det bästa med jobbet."),
        sv("Vi var för slarviga, och kunden hade rätt."),
        sv("Vår egen app var usel i våras."),
        sv("En kund skrev ”ni är värdelösa” och hon hade rätt."),
        sv("Det vore dumt av oss att inte fråga kunderna."),
        sv("Vädret var uselt men kollegorna underbara."),
        sv("Tack till vår leverantör som löste det på en timme!"),
        sv("Leverantören är försenad två dagar, och det är vi som har ansvaret."),
        sv("Kollegan på lagret hjälpte mig med en krånglig beställning."),
        sv("Vi lurar aldrig våra kunder."),
        sv("Undvik köer genom att boka i appen."),
        en("Our competitors have a better app than we do, and that spurs us on."),
        en("Our supplier isn't sloppy at all."),
        en("Our competitors charge 49 and we charge 59."),
        en("Customers are the best part of the job."),
        en("We were too sloppy, and the customer was right."),
        en("Our own app was terrible this spring."),
        en("A customer wrote “you are useless” and she had a point."),
        en("It would be stupid of us not to ask our customers."),
        en("The weather was awful but my colleagues were lovely."),
        en("Thanks to our supplier who solved it within an hour!"),
        en("The supplier is two days late, and the responsibility is ours."),
        en("My colleague helped me with an impossible order."),
        en("We never cheat our customers."),
        en("Avoid the queue: book in the app."),
    ),
    weight=2.8,
    threshold=0.65,
)  # fmt: skip
