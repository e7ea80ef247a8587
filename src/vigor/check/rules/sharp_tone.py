"""Shouting, scolding, ultimatums, passive aggression."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.post import Post, Token
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import READER, clause_at, is_denied, is_told, words_of
from vigor.language.lemmas import is_word
from vigor.language.words import listed

# "Do. Not. Leave. It.": four words, each a sentence.
_STACCATO = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\w{1,14}\. ){3,8}[A-ZÅÄÖ]\w{0,14}\b")
_MANY_MARKS = re.compile(r"[!?]{3,}|[!?]{2}\s*$")
# "Either you pay or we …".
_EITHER = {
    "sv": re.compile(
        r"\bantingen\b[^.!?\n]{3,90}\beller\b[^.!?\n]{0,20}\b(?:stänger|blockerar|spärrar|anmäler|säger|avslutar|stämmer|drar|slutar|får (?:du|ni)|tar|går|lämnar|hörs|ses|hör|ringer|polisanmäl\w*|åker|ryker|blir det)\b"
    ),
    "en": re.compile(
        r"\beither you\b[^.!?\n]{3,90}\bor (?:we|i|you)(?:'ll| will|'re| are)?\s+(?:\w+\s+)?(?:cut|block|ban|close|cancel|report|sue|stop|terminate|shut|leave|out|find|lose|take|sue|call|hear|be hearing|go to|see you|escalate|walk)\w*\b"
    ),
}
# "Read the terms before you write to us": an order, and a reproach for not having done it.
_READ_FIRST = {
    "sv": Late(
        r"(?:^|[.!?:,]\s+|och )(?:läs|kolla|tänk|googla|sök|lär dig|ta reda på|gör din läxa|gör research)\b(?!\s+gärna)[^.!?\n]{0,45}\b(?:innan|före) (?:du|ni) (?:\w+ )?(?:skriver|klagar|gnäller|skriker|frågar|hör av|öppnar (?:mun|käft|trut)\w*|uttalar|kommer|anklagar|kommenterar|postar|påstår|tycker|ringer|mejlar|svamlar|lägger|dömer|skyller|säger)\w*",
        needs=("innan ", "före "),
    ),
    "en": Late(
        r"(?:^|[.!?:,]\s+|and )(?:read|check|think|google|look|learn|do your homework|do your research|get your facts)\b[^.!?\n]{0,45}\bbefore (?:you |you start |you come here and |you come |coming |posting |complaining |commenting |accusing |asking |writing )(?:complain\w*|whin\w*|moan\w*|ask\w*|writ\w*|post\w*|comment\w*|accus\w*|here|open\w* your|speak|spout\w*|shout\w*|call(?:ing)? us|email\w*|with|us|and|about|nonsense|judg\w*|claim\w*|blam\w*|another|again|$|[.!])",
        needs=("before ",),
    ),
}
# "Deal with it." is an order, "let them deal with it" is none.
_ORDERS = {
    "deal with it",
    "calm down",
    "grow up",
    "get over it",
    "suck it up",
    "cool it",
    "get real",
    "give it a rest",
}
_LEADS = listed(
    "just please so and then now oh well go you need should really people everyone everybody must seriously all"
)
# "It's there in black and white. Read it." / "If you don't stop, we delete it." / "Can you just DO it for once?"
_PLAIN_ORDERS = {
    "sv": (
        Late(r"(?:^|[.!?]\s+)(?:så )?(?:läs|lyssna|tänk|skärpning|sök)(?: (?:den|det|dem|texten|avtalet|villkoren|själv|nu|igen|på))?[.!]*\s*(?:$|/|[.!])", needs=("läs", "lyssna", "tänk", "skärpning", "sök")),
        Late(r"\bsvart på vitt\b|(?:^|[.!?]\s+)(?:punkt|punkt slut|basta|slutsnackat|färdigdiskuterat|diskussionen avslutad)[.!]", needs=("svart på", "punkt", "basta", "slutsnackat", "diskuter", "diskussion")),
        Late(r"\b(?:slutar|lägger|fortsätter|skärper|raderar|tar|betalar|svarar) (?:du|ni) (?:inte |av |er |dig )?[^.!?\n]{0,50}?\b(?:raderar|blockerar|stänger|anmäler|polisanmäler|spärrar|stämmer|kastar|porta\w*|avslutar) (?:vi|jag)\b", needs=("slutar ", "lägger ", "fortsätter ", "skärper ", "raderar ", "betalar ", "svarar ")),
        Late(r"\bkan (?:ni|du|folk|någon|alla)\b[^.!?\n]{0,50}\b(?:för en gångs skull|någon gång|nån gång)\b", needs=("gångs skull", "någon gång", "nån gång")),
        Late(r"\b(?:vi|jag) (?:tänker|kommer|ämnar) inte (?:att )?(?:diskutera|debattera|argumentera|upprepa|förklara)\b", needs=("tänker inte", "kommer inte", "ämnar inte")),
    ),
    "en": (
        Late(r"(?:^|[.!?]\s+)(?:so )?(?:read|listen|think|google)(?: (?:it|them|the text|the contract|the terms|that|yourself|again))?[.!]*\s*(?:$|/|[.!])", needs=("read", "listen", "think", "google")),
        Late(r"\bin black and white[.,] |(?:^|[.!?]\s+)(?:period|full stop|end of|end of story|end of discussion|case closed|that is final)[.!]", needs=("black and", "period", "full stop", "end of", "case closed", "final")),
        Late(r"\bif you (?:don['’]t|do not|keep|continue|can['’]t|won['’]t|insist)\b[^.!?\n]{0,50}?\b(?:we|i)(?:['’]ll| will| shall|['’]re going to)? (?:delete|block|ban|report|close|remove|sue|call the|throw|terminate|kick|cancel)\b", needs=("if you ",)),
        Late(r"\b(?:can|could|would|will|just) you\b[^.!?\n]{0,50}\bfor once\b|\bjust \w+ [^.!?\n]{0,30}\bfor once\b", needs=("for once",)),
        Late(r"\b(?:we|i)(?: will not|['’]ll not| won['’]t| refuse to| are not going to|['’]re not going to| am not going to|['’]m not going to) (?:discuss|debate|argue|repeat|explain)\b", needs=("discuss", "debate", "argue", "repeat", "explain")),
    ),
}  # fmt: skip
# "The next one to write that is out."
_NEXT_ONE = {
    "sv": Late(r"\b(?:nästa|den|första) (?:person |en |kommentator )?som (?:skriver|gör|klagar|frågar|kommenterar|postar|gnäller|lägger|tar)\b[^.!?\n]{0,50}\b(?:åker|ryker|blir (?:avstängd|blockerad|portad|av med)|kastas|stängs av|får sparken|är ute|polisanmäls|anmäls)\b", needs=("nästa ", "första ", "den som")),
    "en": Late(r"\b(?:the )?(?:next|first) (?:person|one|commenter|to)\b[^.!?\n]{0,60}\b(?:is|gets|will be|goes|are) (?:out|banned|blocked|fired|removed|reported|deleted|kicked)\b", needs=("next ", "first ")),
}  # fmt: skip
_ONCE_MORE = {
    "sv": Late(r"\b(?:läs|läser|kolla|kollar|titta|tittar)\b[^.!?\n]{0,30}\b(?:en gång till|igen|en extra gång)\b,? (?:och |men )?(?:långsamt|långsammare|ordentligt|noga|sakta|noggrant|riktigt)|\blångsamt (?:nu|den här gången)\b", needs=("gång till", " igen", "extra gång", "långsamt")),
    "en": Late(r"\b(?:read|look|check)\b[^.!?\n]{0,30}\b(?:once more|again|one more time|a second time)\b,? (?:and |but )?(?:slowly|carefully|properly|this time)|\bslowly this time\b", needs=("once more", "again", "more time", "second time", "slowly")),
}  # fmt: skip
_HALLO = re.compile(r"(?:^|[.!?]\s+)(?:hallå|hello|hey|seriously|på allvar|men alltså)\s*[?!]{2,}")
_SURE = {"scold": 0.8, "passive": 0.82, "ultimatum": 0.84}
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2}")
UNPLACED = 0.2
LONG_COMMENT = 15
ULTIMATUM = 2
"""The place of "if you don't stop, we …" among the plain orders."""
SHOUTED = 2
"""Words in capitals in a row that make a shout, where an order or a row of exclamation marks is among them."""


def _find(post: Post) -> Iterator[Finding]:
    for hit in post.hits.of("sharp.scold", "sharp.passive", "sharp.ultimatum"):
        if _is_meant(post, hit):
            debated = UNPLACED if hit.key == "scold" and _is_debate(post, hit) else 0.0
            yield _finding(post, _whole(post, hit), _SURE[hit.key] - debated, hit.key)
    if found := _EITHER[post.language].search(post.lower):
        yield _finding(post, Span(*found.span()), _SURE["ultimatum"], "ultimatum")
    if (found := _READ_FIRST[post.language].search(post.lower)) and not post.is_quoted(Span(*found.span())):
        yield _finding(post, Span(*found.span()), _SURE["passive"], "passive")
    for number, source in enumerate(_PLAIN_ORDERS[post.language]):
        # A lone "read it." is an order where somebody is answered; in a post of our own it is a tip.
        found = source.search(post.lower) if number or post.context.reply_to else None
        if found and not post.is_quoted(Span(*found.span())):
            kind = "ultimatum" if number == ULTIMATUM else "scold"
            yield _finding(post, Span(*found.span()), 0.76, kind)
    if found := _NEXT_ONE[post.language].search(post.lower):
        yield _finding(post, Span(*found.span()), _SURE["ultimatum"], "ultimatum")
    if found := _ONCE_MORE[post.language].search(post.lower):
        yield _finding(post, Span(*found.span()), _SURE["passive"], "passive")
    if found := _STACCATO.search(post.text):
        yield _finding(post, Span(*found.span()), 0.8, "scold")
    if found := _HALLO.search(post.lower):
        yield _finding(post, Span(*found.span()), 0.76, "scold")
    yield from _shouted(post)


def _is_debate(post: Post, hit: Hit) -> bool:
    """English debaters' "get a grip" to the world at large, where nobody of ours is known to speak or to be answered."""
    known = post.context.layer or post.context.reply_to
    if post.language != "en" or known or len(post.tokens) < LONG_COMMENT:
        return False
    sentence = post.sentence_at(hit.start)
    asks = post.of(sentence).rstrip().endswith("?")
    return not (asks or set(words_of(post, sentence)) & READER["en"])


def _is_meant(post: Post, hit: Hit) -> bool:
    """Not quoted, told of or denied; a scolding that could be a tip needs a reader, as "don't ring us" has."""
    if post.is_quoted(hit.span):
        return False
    clause = clause_at(post, hit.span)
    if is_told(post, clause) or (hit.key != "passive" and is_denied(post, hit.span, clause)):
        return False
    if hit.entry in _ORDERS and set(clause.before) - _LEADS:
        return False
    return not _is_of_oneself(post, hit, set(clause.before))


def _is_of_oneself(post: Post, hit: Hit, before: set[str]) -> bool:
    """ "I had to calm down", "I'll stop complaining": the writer speaks of their own tone."""
    me = (
        {"jag", "vi", "mig", "oss"}
        if post.language == "sv"
        else {"i", "we", "me", "us", "i'll", "i'm", "let's"}
    )
    return (
        hit.key == "scold" and bool(before & me) and not set(words_of(post, hit.span)) & READER[post.language]
    )


def _shouted(post: Post) -> Iterator[Finding]:
    """Words in capitals in a row that the language has: "SVT och NATO" are none."""
    if not _CAPITALS.search(post.text):
        return
    run: list[Token] = []
    for token in (*post.tokens, None):
        if token and _is_loud(post, token):
            run.append(token)
            continue
        if token and run and len(token.word) == 1:
            continue
        if len(run) >= SHOUTED and _is_angry(post, run):
            yield _finding(post, Span(run[0].start, run[-1].end), 0.8, "shout")
        run = []


def _is_loud(post: Post, token: Token) -> bool:
    written = post.text[token.start : token.end]
    return len(written) > 1 and written.isupper() and is_word(token.word, post.language)


def _is_angry(post: Post, run: list[Token]) -> bool:
    """An order or a rebuke among the shouted words, or rows of marks after them."""
    span = Span(run[0].start, run[-1].end)
    # "DON'T MISS OUR OFFERS" is loud, and scolds nobody.
    orders = any(hit.entry not in ("don't", "do not") for hit in post.hits.within(span, "sharp.order"))
    after = post.text[span.end : span.end + 6]
    marks = bool(_MANY_MARKS.search(after.rstrip() + " ")) or after.startswith(("!!", "??"))
    readers = any(token.word in READER[post.language] for token in run)
    if not orders and post.hits.within(span, "irony.praise", "ill.good"):
        return False
    return (orders and (marks or readers or SHOUTED < len(run) <= 8)) or (readers and marks)


def _whole(post: Post, hit: Hit) -> Span:
    """The sentence where it is short: it is the whole that is sharp."""
    sentence = post.sentence_at(hit.start)
    return sentence if sentence.end - sentence.start <= 100 else hit.span


def _finding(post: Post, span: Span, confidence: float, variant: str) -> Finding:
    """A model that finds the post polite lowers it; the neutral 0.5 changes nothing."""
    moved = confidence - 0.2 * max(0.0, post.signals.polite - 0.5)
    return Finding(span, min(0.95, moved), variant, {"word": post.of(span)[:80]})


SHARP_TONE = Check(
    "sharp-tone",
    Both("rop, skäll, ultimatum eller passiv aggression", "shouting, scolding, an ultimatum or passive aggression"),
    {
        "": Told(
            Both("Tonen är skarp här.", "The tone is sharp here."),
            Both("Den som läser svarar på tonen och inte på det du säger.", "Readers will answer the tone and not what you say."),
            Both("Vad vill du ska hända? Skriv det som om personen satt mitt emot dig.", "What do you want to happen? Write it as if they sat across the table."),
            Both("Det här kan läsas som skarpt.", "This can be read as sharp."),
        ),
        "scold": Told(
            Both("Det här låter som en utskällning.", "This sounds like a telling-off."),
            Both("Den som blir tillrättavisad inför andra försvarar sig, även när du har rätt.", "People who are put right in public defend themselves, even when you have a point."),
            Both("Säg vad som behöver bli annorlunda och varför, utan utropstecken.", "Say what needs to change and why, without the exclamation marks."),
            Both("Det här kan läsas som en utskällning.", "This can be read as a telling-off."),
        ),
        "passive": Told(
            Both("Det här säger ”du borde redan ha förstått”.", "This says “you should have understood already”."),
            Both("Den som frågar en gång till behöver svaret, inte en påminnelse om att det har getts.", "Whoever asks again needs the answer, not a reminder that it was given."),
            Both("Ge svaret en gång till, gärna enklare, och stryk resten.", "Give the answer once more, in simpler words, and strike the rest."),
            Both("Det här kan läsas som en pik.", "This can be read as a dig."),
        ),
        "ultimatum": Told(
            Both("Det här är ett ultimatum.", "This is an ultimatum."),
            Both("Det stänger dörren för den som hade tänkt möta dig på vägen, och alla ser på.", "It shuts the door on someone who might have met you halfway, and everyone is watching."),
            Both("Säg vad som gäller, vad personen kan göra och vem de kan prata med.", "Say what applies, what they can do, and whom they can talk to."),
            Both("Det här kan läsas som ett ultimatum.", "This can be read as an ultimatum."),
        ),
        "shout": Told(
            Both("Versalerna låter som att vi ropar på någon.", "The capitals sound as if we shout at someone."),
            Both("Den som blir ropad på lyssnar sämre, och de andra i rummet också.", "People who are shouted at listen less, and so does everyone else in the room."),
            Both("Skriv med små bokstäver och säg vad som behöver göras.", "Write it in lower case and say what needs doing."),
        ),
    },
    "What is written in anger is read long after it has passed",
    "Danescu-Niculescu-Mizil et al., A computational approach to politeness, ACL 2013: direct start, second person and bare orders are what people find impolite",
    _find,
    flags=(
        sv("Som jag redan har skrivit två gånger: kolla skräpposten."),
        sv("Skärp er nu!"),
        sv("Hur svårt kan det vara att läsa en skylt?"),
        sv("Sluta gnälla och läs förslaget."),
        sv("LÄS INSTRUKTIONEN INNAN NI RINGER!!!"),
        sv("Sista varningen: en kommentar till så blir du blockerad."),
        sv("Antingen betalar ni i dag eller så stänger vi av er."),
        sv("Det framgår tydligt av mejlet som du fick i måndags."),
        sv("Lägg. Inte. Skräp. Här."),
        sv("Hade du brytt dig om att läsa villkoren så hade du vetat det."),
        en("As I have already written twice: check your spam folder."),
        en("Get a grip!"),
        en("How hard can it be to read a sign?"),
        en("Stop whining and read the proposal."),
        en("READ THE MANUAL BEFORE YOU CALL!!!"),
        en("Final warning: one more comment and you're blocked."),
        en("Either you pay today or we cut you off."),
        en("It's clearly stated in the email you got on Monday."),
        en("Do. Not. Leave. Rubbish. Here."),
        en("Had you bothered to read the terms, you would know."),
    ),
    passes=(
        sv("SVT, TT och NATO är på plats i dag."),
        sv("Sista chansen att anmäla sig är på fredag!"),
        sv("Vi ber aldrig en kund att lugna ner sig."),
        sv("Jag behövde lugna ner mig efter mötet."),
        sv("Antingen kommer du till butiken eller så beställer du hemifrån."),
        sv("Som vi berättade i går öppnar vi butiken på lördag."),
        sv("ÄNTLIGEN VÅR! Nu öppnar uteserveringen."),
        sv("”Skärp er”, skrev någon. Vi förstår att du är arg."),
        sv("Hur många gånger om året ska man byta däck?"),
        sv("Läs gärna villkoren innan du köper."),
        sv("Varning för halka i morgon. Kör försiktigt!"),
        sv("Nu är batteriet slut. Vi hörs i morgon!"),
        sv("Nu får du veta allt om vår nya meny."),
        sv("Vakna till nybakat bröd hos oss på lördag!"),
        en("The BBC, NATO and WHO are here today."),
        en("Last chance to sign up is Friday!"),
        en("We never tell a customer to calm down."),
        en("I needed to calm down after that meeting."),
        en("Either you come to the shop or you order from home."),
        en("As we told you yesterday, the shop opens on Saturday."),
        en("SPRING IS HERE! The terrace opens today."),
        en("“Get a grip”, someone wrote. We understand the anger."),
        en("How many times a year should you change tyres?"),
        en("Please read on to find out about our new menu."),
        en("Warning: black ice tomorrow. Drive carefully!"),
        en("Not rocket science today, but actual rockets: our satellite is up."),
        en("Take a look at what is new this week."),
        en("We stop taking orders at noon."),
    ),
    weight=2.2,
    threshold=0.65,
    sure=0.8,
)  # fmt: skip
