"""Who speaks isn't seen: an employee praises the own organisation, or the organisation's account answers as nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.context import Context
from vigor.check.frames import Frame, Frames, has, is_negated, is_question, pattern
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES, named_people
from vigor.check.parties import is_named
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.hidden_sender.examples import FLAGS, PASSES
from vigor.check.rules.hidden_sender.posing import posing
from vigor.language.words import listed

_PRAISE = Frames(
    sv=(Frame("bäst, bästa, fantastisk~, grym~, suverän~, toppen, rekommendera~, älskar, underbar~, överlägsen, överlägset, magisk~, klockren~, superbra, jättebra, riktigt bra, så bra, grymt bra, sjukt bra, nöjd, imponera~, prova, testa, köp, beställ, boka, byt till, byta till, kolla in, passa på, missa inte, måste ha, prisvärd~, billigast~, smidigast~, enklast~, snabbast~, ingen slår, slår alla, värt varenda, bättre än, smartast~, vinner lätt, sköter sig exemplariskt, gör rätt, gör allt rätt, har rätt"),),
    en=(Frame("best, fantastic, amazing, brilliant, superb, recommend~, love, loving, wonderful, excellent, outstanding, magic, really good, so good, impressed, impressive, try, buy, order, book, switch to, check out, don't miss, don’t miss, must-have, must have, great, unbeatable, cheapest, easiest, fastest, nobody beats, beats all, worth every, better than, smartest, awesome, perfect, does everything right, is right, are right, got it right"),),
)  # fmt: skip
_OUTSIDER = Frames(
    sv=(
        Frame("vanlig konsument, helt vanlig konsument, bara en vanlig, bara en helt vanlig, som vanlig, inte jäv, utan att vara jävig, som vanlig kund, som helt vanlig kund, som en vanlig kund, bara en nöjd kund, bara en glad kund, nöjd kund här, bara ett fan, som helt utomstående, helt objektivt, rent objektivt, som oberoende, som kund, som nöjd kund, som konsument, helt opartisk, som utomstående, har ingen koppling, helt utan koppling, ingen koppling till, säger jag som kund, som oberoende"),
    ),
    en=(
        Frame("ordinary consumer, regular consumer, just an ordinary, just a regular, just a normal, as a regular customer, as an ordinary customer, just an ordinary customer, just a satisfied customer, satisfied customer here, happy customer here, speaking as a customer, as a neutral, purely objectively, totally objective, as an impartial, as a regular customer, as a customer, as a happy customer, as a consumer, totally unbiased, completely unbiased, as an outsider, no connection to, not affiliated with, i'm not affiliated, as an independent, just a happy customer, just a fan"),
    ),
)  # fmt: skip
_TELLS = {
    "sv": r"\b(?:vi|vår|vårt|våra|oss|hos mig|jag (?:jobbar|arbetar|är anställd|själv jobbar|har byggt|byggde|bygger)|mitt jobb|min arbetsgivare|mina koll?egor|min kollega|på jobbet|jobbar (?:här|där|på|hos|åt)|arbetar (?:här|där|på|hos|åt)|anställd|partisk\w*|jävig\w*|min arbetsplats|kollegorna)\b",
    "en": r"\b(?:we|our|ours|us|i (?:work|am employed|built|help build)|i['’]m (?:employed|biased|with)|work (?:here|there|at|for)|my (?:job|employer|work|colleagues?|team|company|workplace)|biased|at work|disclosure|disclaimer|full disclosure|employee)\b",
}
_SELLS = {
    "sv": r"\b(?:köp|beställ|boka|rabatt\w*|erbjudande\w*|kampanj\w*|rea|halva priset|testa gratis|prova gratis|passa på|våra produkter|vår produkt|vår tjänst|våra tjänster)\b",
    "en": r"\b(?:buy|order now|order today|book (?:a|your|now|today)|discounts?|offers?|sale|half price|\d+ ?% off|try (?:it )?(?:for )?free|don['’]t miss|our products?|our services?|free trial)\b",
}
_SIGNED = Late(
    r"(?:^|[\s.!?,)])(?:/{1,2} ?|[-–—] ?|\^ ?|~ ?|\*)(?:[^\W\d_][\w.&-]{0,24})(?:[ ,/&+]{1,3}[^\W\d_][\w.-]{0,24}){0,4}[ .!)😊🙂❤💚💙️]*$",
    re.MULTILINE,
)
_GREETED = {
    "sv": r"\b(?:mvh|m\.?v\.?h\.?|hälsningar|hälsar|hälsn|vänligen|kram|vänliga hälsningar|allt gott|jag heter|heter jag|mitt namn är|(?:det är|här är|hej,?) \w+ (?:här|på|från)|\w+ här(?:[,.! ]|$)|signerat|undertecknat)",
    "en": r"\b(?:best regards|kind regards|regards|best wishes|all the best|cheers,|sincerely|yours,|thanks,\n|my name is|i['’]m [a-z]+ (?:from|at|with|in)|this is [a-z]+|[a-z]+ here[,.! ])",
}
_TEAM = {
    "sv": r"\b(?:vi på|vi i|vi som|kund(?:tjänst|service|support|center)\w*(?:teamet)?|supporten|teamet|redaktionen|kommunikationsavdelningen|pressavdelningen|hälsar)\b",
    "en": r"\b(?:we at|here at|the [\w ]{2,20} team|customer (?:service|support|care)|support team|team [a-z]+|press office)\b",
}
_NO_NAMES = listed("kundtjänst kundservice kundsupport support här svarar svar vi och medarbetare på hos för i av signera signeras förnamn initialer namn team teamet presschef chef expert talesperson customer service care answers here we and at of for the with sign first name initials employee signed reply replies press office manager head director officer konsult säljare utvecklare vd ceo developer sales officiellt konto official account talar")  # fmt: skip
_CAPITALS = Late(r"(?<!\w)[A-ZÅÄÖ][\w&-]{2,30}")


def _find(post: Post) -> Iterator[Finding]:
    context = post.context
    answers = bool(context.reply_to) and (
        context.layer == "logo" or (not context.layer and bool(context.account_sender))
    )
    if answers and (context.account_sender or context.signature):
        if not _is_signed(post):
            yield Finding(Span(len(post.text), len(post.text)), 0.85 if context.layer else 0.65, "unsigned")
        return
    if context.layer == "logo":
        return
    praised = list(_praise(post))
    yield from praised or posing(post)


def _is_signed(post: Post) -> bool:
    """A name, initials or a team, where one looks for them: at the end, or where the answer begins."""
    context, text = post.context, post.text.rstrip()
    signature = context.signature.strip().lower()
    if signature and signature in post.lower:
        return True
    if _SIGNED.search(text[-60:]) or has(post, _TEAM[post.language]):
        return True
    if pattern(_GREETED[post.language]).search(post.lower):
        return True
    last = text.rsplit("\n", 1)[-1].strip()
    if len(last) < 30 and (next(named_people(last), None) or re.fullmatch(r"[A-ZÅÄÖ]{2,3}", last)):
        return True
    return any(name in post.lower for name in _sender_names(context))


def _sender_names(context: Context) -> tuple[str, ...]:
    """What the sender line is called by: the words with a capital that say more than what is done there."""
    found = (name.lower() for name in _CAPITALS.findall(context.account_sender))
    return tuple(name for name in found if name not in _NO_NAMES)


def _praise(post: Post) -> Iterator[Finding]:
    named = _organisation(post)
    if not named and post.context.layer != "employee":
        return
    if has(post, _TELLS[post.language]):
        if (
            post.context.layer == "employee"
            and not named
            and has(post, _SELLS[post.language])
            and not _names_somebody(post)
        ):
            yield Finding(_first_offer(post), 0.7, "unnamed")
        return
    if not named:
        yield from _unknown_praise(post)
        return
    for hit in _OUTSIDER.find(post):
        yield Finding(hit.span, 0.85)
        return
    sure = 0.85 if post.context.layer == "employee" else 0.6 if post.context.layer else 0.55
    for hit in _PRAISE.find(post):
        near = post.sentence_at(hit.word.start)
        close = any(near.start <= span.start < near.end for span in named) or len(post.sentences) <= 3
        if (
            close
            and not is_negated(post, hit.word.start)
            and not is_question(post, hit.word.start)
            and not post.is_quoted(hit.word)
        ):
            yield Finding(named[0], sure)
            return
    found = pattern(_SUPERLATIVE[post.language]).search(post.lower)
    if found and not (is_negated(post, found.start()) or is_question(post, found.start()) or post.quotes):
        yield Finding(named[0], sure - 0.05)


# Without the organisation's own words, a name that somebody who works for us tells everyone to choose is most often ours.
_CALL = {
    "sv": r"\b(?:byt(?: gärna)? (?:till|dit)|missa inte|ladda ner|testa (?:dem|den|det|nu|själv)|prova (?:dem|den|nu|själv)|boka (?:nu|där|hos)|beställ(?: (?:nu|där|hos))|köp (?:den|det|dem|nu)|handla där|välj (?:dem|dom)|rekommenderar? (?:alla|verkligen|starkt|varmt|dem)|borde (?:alla )?(?:testa|prova|byta|köpa|välja)|alla borde|kör på|lista (?:dig|er)|köp (?:en|ett|två)|finns på (?:apotek\w*|ica|coop|nätet)|värd\w* att (?:byta|testa|prova|köpa))\b",
    "en": r"\b(?:switch(?: (?:to|today|now)|[.!])|don['’]t miss|download (?:it|now|today)|try (?:them|it|now|it out)|book (?:now|there|with)|order (?:now|there|from)|buy (?:it|one|now|from them)|shop there|choose them|recommend (?:them|it|everyone|to everyone|to all)|should (?:try|switch|buy|choose|get)|everyone should|go for it|give them a try|worth (?:buying|having|a try|a look)|move your|sign up|(?:get|grab) (?:one|yours))",
}
_SUPERB = {
    "sv": r"\b(?:överlägset bäst|bäst\w*|grym\w*|fantastisk\w*|suverän\w*|outstanding|oslagbar\w*|smidigast\w*|klart bäst|så bra|sjukt bra|magisk\w*|marknadens|branschens|genial\w*|i en klass för sig|gör allting rätt|gör allt rätt|gör rätt|nöjd\w*|perfekt\w*)\b",
    "en": r"\b(?:by far the best|best|brilliant|fantastic|superb|outstanding|unbeatable|easiest|amazing|magical|genius|in a league of|gets everything right|does everything right|everything right|happy|perfect|so good|love\w*|incredible|great)\b",
}
# Books, films, food and what one paid for oneself are recommended by everybody.
_EVERYBODYS = {
    "sv": r"\b(?:bok\w*|roman\w*|film\w*|serie\w*|podd\w*|avsnitt\w*|låt\w*|album\w*|konsert\w*|restaurang\w*|krog\w*|fik\w*|café\w*|glass\w*|museum|museet|utställning\w*|teater\w*|match\w*|lag\w*|egna pengar|köpte|grann\w*|konkurrent\w*|kollega\w*|kommun\w*|staden|stuga\w*|strand\w*|recept\w*|artikel\w*|kurs\w*|föreläs\w*|deras)\b",
    "en": r"\b(?:books?|novels?|films?|movies?|series|podcasts?|episodes?|songs?|albums?|concerts?|restaurants?|pubs?|caf[eé]s?|bakery|ice cream|museums?|exhibitions?|theatre|theater|matche?s?|teams?|own money|bought|neighbou?r\w*|competitors?|colleagues?|council|island|cottage|beach|recipes?|articles?|courses?|lectures?|their)\b",
}


def _unknown_praise(post: Post) -> Iterator[Finding]:
    if post.context.layer != "employee" or _tells_money(post):
        return
    names = [token for token in post.tokens if is_named(post, token) and token.word not in FIRST_NAMES]
    if not names or post.quotes or has(post, _EVERYBODYS[post.language]):
        return
    name = Span(names[0].start, names[0].end)
    for hit in _OUTSIDER.find(post):
        yield Finding(hit.span, 0.8)
        return
    if has(post, _CALL[post.language]) and has(post, _SUPERB[post.language]):
        yield Finding(name, 0.62)


def _tells_money(post: Post) -> bool:
    """Marked as advertising, or a link that pays: that is said by another check."""
    return has(post, r"\b(?:reklam|annons|ad|samarbete|paid|gift|present|koden?|codes?|länk\w*|links?)\b")


# "The comfiest sofas in town, no doubt": praise by any superlative, where it is known whose they are.
_SUPERLATIVE = {
    "sv": r"\b(?!senaste|närmaste|nästa|första|sista|enklaste frågan)[a-zåäö]{3,}aste\b|\b(?:utan tvekan|utan konkurrens|provsitt|provsmaka|provkör|besök|värt ett besök|stolt över|heja|kan inte nog|ni borde|min favorit|vår favorit|(?:det|den) enda (?:vettiga|rätta|raka|riktiga|bra)|i en klass för sig|på fingrarna|hästlängder före|kom (?:in|förbi|hit)|gå dit|fem av fem|tio av tio|i världsklass|tack vare)\b",
    "en": r"\b(?!latest|nearest|interest|request|guest|honest|earliest|suggest|contest|invest|forest|harvest|protest|highest bid|modest|digest|arrest|midwest)[a-z]{2,}(?:iest|[^aeiou]est)\b|\b(?:no doubt|hands down|without a doubt|five out of five|ten out of ten|world[- ]class|can['’]t recommend|in the dust|my favou?rite|the only (?:sensible|good|real|decent|right|proper)|head and shoulders|miles ahead|streets ahead|come (?:in|by|and)|pay them a visit|worth a visit|go and (?:sit|see|try|taste)|top[- ]notch)\b",
}


def _organisation(post: Post) -> list[Span]:
    """Where the own organisation stands: by its brands and products, or as the sender line calls it."""
    found = [span for kind in ("brands", "products") for span, _name in post.named(kind)]
    for name in _sender_names(post.context) if not found else ():
        found += [
            Span(*match.span())
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s|en|et)?(?!\w)", post.lower)
        ]
    return sorted(found)


def _names_somebody(post: Post) -> bool:
    """Is there a name after "at", an account or a tag: whoever reads may find out where "we" is?"""
    if post.mentions or post.tags or post.links:
        return True
    return bool(
        re.search(r"\b(?:på|hos|at|from|från|för|for|with|i|join|hos oss på) [A-ZÅÄÖ][\w&-]{2,}", post.text)
    )


def _first_offer(post: Post) -> Span:
    match = pattern(_SELLS[post.language]).search(post.lower)
    return Span(*match.span()) if match else post.whole


_WHY = Both("Den som märker det efteråt tror inte på resten heller.", "Whoever finds out later won’t believe the rest either.")  # fmt: skip

HIDDEN_SENDER = Check(
    "hidden-sender",
    Both("avsändaren syns inte", "the sender isn’t seen"),
    {
        "": Told(Both("Här får vår egen verksamhet beröm, och det syns inte att du jobbar här.", "This praises our own organisation, and doesn’t show that you work here."), _WHY, Both("Lägg till ”jag jobbar där” eller ”vi på …”. Berömmet får stå kvar.", "Add “I work there” or “we at …”. The praise may stay."), Both("Det här kan läsas som om du inte hade med oss att göra.", "This can be read as if you had nothing to do with us.")),
        "unnamed": Told(Both("Här säljs något, och namnet på oss står inte med.", "This sells something, and our name isn’t there."), Both("Den som läser ska se vem som säljer.", "Readers should see who sells."), Both("Skriv ”vi på …” med namnet.", "Write “we at …” with the name."), Both("Här säljs något, och ”vi” kan vara vilka som helst.", "This sells something, and “we” may be anyone.")),
        "unsigned": Told(Both("Svaret har ingen avsändare: inget namn, inga initialer, inget team.", "The answer has no sender: no name, no initials, no team."), Both("En människa är lättare att prata med än en logotyp.", "A person is easier to talk to than a logo."), Both("Avsluta med ditt förnamn eller ert team, till exempel ”/Sara”.", "End with your first name or your team, such as “/Sara”."), Both("Det syns inte vem som svarar.", "It isn’t seen who answers.")),
    },
    "Praise from someone who hides where they work is worth less than none, and the law calls it misleading.",
    "Swedish Marketing Act (2008:486), 9 §; Directive 2005/29/EC, annex I, 22; ICC Marketing Code, art. 7 and 8",
    _find,
    weight=1.5,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip
