"""The writer's or a colleague's private matters in a professional voice."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.lexicon import Hit
from vigor.check.names import called_people, has_full_name
from vigor.check.parties import is_named
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import SELF, clause_at, is_denied, words_of
from vigor.language.words import listed

_ME = {"sv": listed("jag mig min mitt mina"), "en": listed("i i'm i've me my mine i'd i'll")}
_RELATED = {
    "sv": listed(
        "kollega kollegan kollegas chef chefen chefens vd vd:n arbetskamrat medarbetare praktikant praktikanten vikarien säljare säljaren receptionist receptionisten ekonomichef"
    ),
    "en": listed(
        "colleague colleagues coworker teammate boss manager ceo director receptionist intern assistant"
    ),
}
# What is told of one person: is, has, goes through.
_HAS = {
    "sv": listed("gick sitter satt började börjat mår är var har hade fick fått blev blivit ligger mår går genomgår tar väntar kämpar lider gråter gråtit grät gjorde gjort lämnade lämnat tog behandlas drabbats drabbades mådde haft varit ska sjukskrevs håller gjort gör skiljer opereras"),
    "en": listed("is was has had got gets been having going goes went goes make makes dumped left broke cried crying suffers suffering struggling struggles diagnosed fighting battling treated taking told being felt feeling feel made i'm i've he's she's"),
}  # fmt: skip
# Campaigns, articles, offers and thanks to those who work with it are about the matter, not about somebody's own.
_TOPIC = {
    "sv": listed(
        "föreläsning föreläser föreläsaren kampanj insamling insamlingen forskning forskningen forskare studie rapport artikel bok boken podd podden avsnitt gala rosa bandet mustasch "
        "cancerfonden stödjer stöder skänker riktlinje kurs utbildning seminarium patienter patient alla många man ni du er dem den som om vård vården statistik procent film filmen roman romanen"
    ),
    "en": listed(
        "lecture talk campaign fundraiser fundraising research researchers study report article book podcast episode gala charity foundation donate donating supports support guideline course training seminar patients patient "
        "everyone many you your those people who statistics percent film movie novel awareness policy"
    ),
}
# Who was named in the sentence before.
_PRONOUNS = {
    "sv": listed("han hon hen hans hennes hens honom henne"),
    "en": listed("he she his her hers him he's she's he'd she'd"),
}
_AT = (" i ", " på ", " från ", " in ", " on ", " at ", " from ")
NEAR_DENIAL = 3
_SURE_LOGO, _SURE_OTHER, _SURE_NIGHT = 0.84, 0.82, 0.8


def _find(post: Post) -> Iterator[Finding]:
    layer = post.context.layer
    for hit in post.hits.of("private"):
        if post.is_quoted(hit.span) or _is_denied_near(post, hit):
            continue
        whose = _whose(post, hit)
        if whose == "" or _is_topic(post, hit, whose) or (whose == "other" and _is_customers(post, hit)):
            continue
        # On one's own profile one's own life is one's own; what happened last night isn't for customers all the same.
        if whose == "own" and layer not in ("logo", "spokesperson") and hit.key not in ("night", "intimate"):
            continue
        confidence = (
            _SURE_OTHER if whose == "other" else _SURE_LOGO if layer in ("logo", "spokesperson") else 0.66
        )
        if (
            hit.key in ("night", "intimate")
            and layer in ("", "employee")
            and whose == "own"
            and not _at_work(post)
        ):
            continue
        yield Finding(_span(post, hit), confidence, whose, {"word": post.of(hit.span)})


def _is_customers(post: Post, hit: Hit) -> bool:
    """A customer, a patient or a stranger by full name: that is personal data, and told of as such."""
    sentence = post.sentence_at(hit.start)
    before = Span(sentence.start, max(sentence.start, hit.start))
    words = set(words_of(post, before))
    if words & _RELATED[post.language] or _is_colleagues(post, before):
        return False
    led = post.text[before.start : before.end]
    return has_full_name(led) or next(called_people(led), None) is not None


def _is_denied_near(post: Post, hit: Hit) -> bool:
    """Denied in the words right before it: "I haven't slept since my son was arrested" denies the sleep alone."""
    clause = clause_at(post, hit.span)
    return is_denied(post, hit.span, clause._replace(before=clause.before[-NEAR_DENIAL:]))


def _whose(post: Post, hit: Hit) -> str:
    """ "own", "other" (a colleague, by name or not), or nothing where it is nobody's in particular."""
    clause = clause_at(post, hit.span)
    sentence = post.sentence_at(hit.start)
    # "Nursing a hangover, but I'll answer": an account that leaves out its "I" still means itself.
    words = (
        set(words_of(post, sentence))
        if hit.key == "night" and post.context.layer == "logo"
        else set(clause.words)
    )
    told_of = _HAS[post.language] | _ME[post.language] | _PRONOUNS[post.language]
    if not words & told_of:
        return ""
    before = Span(sentence.start, max(sentence.start, hit.start))
    # A writer's signature at the end isn't the one who is spoken of: only names before the word count.
    near = set(words_of(post, before))
    if near & _RELATED[post.language] or _is_colleagues(post, before):
        return "other"
    # Without knowing who speaks, a name may be anybody's: a minister's, a singer's.
    if post.context.layer:
        has = words & _HAS[post.language]
        names = [token for token in post.tokens_in(before)[-8:] if has and is_named(post, token)]
        if names and not _is_place(post, names[-1].start):
            return "other"
        if words & _PRONOUNS[post.language] and _is_named_before(post, sentence):
            return "other"
    return "own" if words & _ME[post.language] else ""


def _is_named_before(post: Post, sentence: Span) -> bool:
    """ "Many ask where Jennie is. She …": whoever was named in the sentence before."""
    number = post.sentences.index(sentence) if sentence in post.sentences else 0
    if not number:
        return False
    last = post.sentences[number - 1]
    names = [token for token in post.tokens_in(last) if is_named(post, token)]
    # "Our Declan", "Jennie in reception": one of us, rather than a singer or a minister.
    ours = SELF[post.language] & set(words_of(post, last))
    named = any(
        not _is_place(post, token.start) and (ours or post.lower.startswith(_AT, token.end))
        for token in names
    )
    return (named or _is_colleagues(post, last)) and not has_full_name(post.of(last))


def _is_colleagues(post: Post, before: Span) -> bool:
    return any(hit.key == "colleague" for hit in post.hits.within(before, "person"))


def _is_place(post: Post, start: int) -> bool:
    """ "in Uppsala", "på Solhamn": a place or an employer rather than a person."""
    led = post.lower[max(0, start - 4) : start]
    return led.endswith((" i ", " på ", " in ", " at ", "från ", " of ", " vid ", "hos "))


def _is_topic(post: Post, hit: Hit, whose: str) -> bool:
    sentence = post.sentence_at(hit.start)
    words = set(words_of(post, sentence))
    if whose == "own":
        words -= {"om", "du", "er", "ni", "your", "you", "who", "many", "alla", "den", "som", "man"}
    else:
        words -= {"om", "den", "som", "er", "ni", "who", "you", "your", "man", "dem", "du", "support"}
    return bool(words & _TOPIC[post.language])


def _at_work(post: Post) -> bool:
    """Is it said in the same breath as work?"""
    work = {
        "sv": listed(
            "jobbet jobb kund kunder kunden möte mötet frågor svar kontoret pass kollegor chef leverans leveransen säljmål säljmålen kvartal kvartalet pipen pipeline budgeten projekt projektet lanseringen deadline teamet"
        ),
        "en": listed(
            "work job customer customers meeting questions replies office shift colleagues boss delivery quota targets quarter pipeline q1 q2 q3 q4 budget project launch deadline team sales kpi"
        ),
    }
    return bool(set(words_of(post, post.whole)) & work[post.language])


def _span(post: Post, hit: Hit) -> Span:
    clause = clause_at(post, hit.span).span
    start, end = min(clause.start, hit.start), max(clause.end, hit.end)
    text = post.text[start:end]
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip())) if end - start <= 140 else hit.span


_OWN = Told(
    Both("Här kommer något privat i en yrkesroll: ”{word}”.", "Something private enters a professional voice here: “{word}”."),
    Both("Den som läser kom för ett svar, och det du delar här går inte att ta tillbaka.", "Readers came for an answer, and what you share here can't be taken back."),
    Both("Vill du att en kund ska veta det om ett år? Annars räcker det att säga att svaret dröjer.", "Would you want a customer to know it a year from now? If not, it's enough to say that the answer takes a while."),
    Both("”{word}” kan läsas som mer privat än du tänkt.", "“{word}” can be read as more private than you meant."),
)  # fmt: skip

TOO_PRIVATE = Check(
    "too-private",
    Both("privata saker i en yrkesroll", "private matters in a professional voice"),
    {
        "": _OWN,
        "own": _OWN,
        "other": Told(
            Both("Här berättar vi något privat om en kollega: ”{word}”.", "This tells something private about a colleague: “{word}”."),
            Both("Det är kollegans att berätta, och det räcker för andra att veta vem som hjälper dem nu.", "It's theirs to tell, and others only need to know who helps them now."),
            Both("Skriv att kollegan är borta och vem som svarar i stället.", "Write that they're away and who answers instead."),
            Both("”{word}” kan läsas som något privat om en kollega.", "“{word}” can be read as something private about a colleague."),
        ),
    },
    "Personality makes an answer warm; somebody's illness or divorce makes it theirs no longer",
    "GDPR, article 9 on health; Integritetsskyddsmyndigheten on employees' data on the web",
    _find,
    flags=(
        sv("Anna är sjukskriven för utmattning, så jag tar hennes ärenden.", layer="logo"),
        sv("Jag är så bakis i dag att svaren dröjer.", layer="logo"),
        sv("Kollegan ligger i skilsmässa och är lite ur form.", layer="logo"),
        sv("Min kollega Omar har fått cancer, så vi stänger tidigare.", layer="employee"),
        sv("Vår chef har gått in i väggen och fått en depression.", layer="logo"),
        sv("Jag mår dåligt av min ångest, så pressträffen blir kort.", layer="spokesperson"),
        sv("Lisa har fått missfall och är hemma i veckan.", layer="logo"),
        sv("Jag har skilt mig och därför har svaren dröjt.", layer="logo"),
        en("Anna is on sick leave for burnout, so I'm taking her cases.", layer="logo"),
        en("I'm so hungover today that replies will be slow.", layer="logo"),
        en("My colleague is going through a divorce and isn't at her best.", layer="logo"),
        en("My colleague Omar has cancer, so we close early.", layer="employee"),
        en("Our boss has had a breakdown.", layer="logo"),
        en("I'm struggling with my anxiety, so the press meeting will be short.", layer="spokesperson"),
        en("Lisa had a miscarriage and is at home this week.", layer="logo"),
        en("I got divorced and that's why replies have been slow.", layer="logo"),
    ),
    passes=(
        sv("Anna är ledig i dag, så jag svarar i stället.", layer="logo"),
        sv("I dag stödjer vi kampanjen mot cancer. Varje köp ger en tia.", layer="logo"),
        sv("Jag är pappaledig till mars.", layer="employee"),
        sv("Jag var sjukskriven för utmattning i höstas. Tack till alla som stöttade mig.", layer="employee"),
        sv("Föreläsning om ångest på torsdag, alla är välkomna.", layer="logo"),
        sv("Våra forskare har hittat ett sätt att upptäcka diabetes tidigare.", layer="logo"),
        sv("Samir samlar på gamla cyklar och svarar på frågor om ramar.", layer="logo"),
        sv("Är du gravid och undrar över vaccinet? Ring oss.", layer="logo"),
        sv("Jag fyller 40 i dag och bjuder på tårta!", layer="employee"),
        sv("I dag springer jag för alla som har haft cancer.", layer="employee"),
        sv("Operation vårstäd: nu röjer vi på lagret.", layer="logo"),
        sv("Full fart i butiken i dag!", layer="logo"),
        en("Anna is off today, so I'm answering instead.", layer="logo"),
        en("Today we support the campaign against cancer. Every purchase helps.", layer="logo"),
        en("I'm on parental leave until March.", layer="employee"),
        en("I was on sick leave for burnout last autumn. Thanks to all who were there.", layer="employee"),
        en("A talk on anxiety on Thursday, everyone is welcome.", layer="logo"),
        en("Our researchers have found a way to detect diabetes earlier.", layer="logo"),
        en("Samir collects old bicycles and answers questions about frames.", layer="logo"),
        en("Are you pregnant and wondering about the vaccine? Call us.", layer="logo"),
        en("I turn 40 today and there will be cake!", layer="employee"),
        en("Today I'm running for everyone who has had cancer.", layer="employee"),
        en("We've had a great separation of waste in the shop this year.", layer="logo"),
        en("The Stroke Foundation is our charity partner this year.", layer="logo"),
    ),
    weight=2.4,
    threshold=0.65,
    sure=0.8,
)  # fmt: skip
