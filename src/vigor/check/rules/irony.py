"""Irony that can be misread: warm words beside what is no joy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import is_denied, words_of
from vigor.language.words import listed

_NOT = re.compile(r"(?:[.…!]\s*|\s-\s*|\s+)(?:NOT|INTE)\s*[.!]*\s*$", re.MULTILINE)
# Feedback that is thanked for in heaped words: "that wonderfully constructive comment".
_HEAPED = {
    "sv": re.compile(
        r"\btack\b[^.!?\n]{0,60}\b(?:oerhört|otroligt|så hemskt|fantastiskt|synnerligen|ytterst|vansinnigt|enormt|mycket)\s+(?:konstruktiv|insiktsfull|klok|nyanserad|genomtänkt|trevlig|vänlig|hjälpsam|pedagogisk)\w*\s+(?:kommentar|inlägg|åsikt|synpunkt|svar|analys|inspel|feedback|fråga)"
    ),
    "en": re.compile(
        r"\bthank(?:s| you)\b[^.!?\n]{0,60}\b(?:wonderfully|incredibly|oh so|so very|ever so|terribly|extremely|deeply)\s+(?:constructive|insightful|thoughtful|helpful|kind|nuanced|wise|polite)\s+(?:comment|feedback|input|opinion|remark|reply|analysis|question|contribution)"
    ),
}
# "So sorry that our free parcels aren't free enough for you", "congratulations to X on once again forgetting …".
_FIGURES = {
    "sv": (
        Late(
            r"\b(?:snällt|schysst|omtänksamt|generöst|fint|vänligt|trevligt) av \w+(?: \w+)? att (?:gå|åka|ställa in|höja|glömma|ignorera|stänga|sänka|försvinna|krascha|komma för|avboka|stjäla|ta min|ta mitt|blocka|lägga ner)\b",
            needs=(" av ",),
        ),
        Late(
            r"\bför att vi (?:älskar|tycker om|gillar|tycker det är kul|njuter av) (?:att|när|av)\b[^.!?\n]{0,60}\b(?:svår\w*|jävl\w*|reta\w*|irriter\w*|besvär\w*|krångl\w*|vänta\w*|slösa\w*|plåga\w*|strul\w*|så klart|såklart|förstås|naturligtvis)\b",
            needs=("för att vi",),
        ),
        Late(
            r"\bnu kan (?:jag|vi) äntligen (?:köpa|skaffa|pensionera|gå i pension|flytta till|sluta jobba)\b[^.!?\n]{0,40}\b(?:ö|ön|yacht\w*|slott\w*|jet\w*|herrgård\w*|pension|lyxkryssar\w*)\b",
            needs=("nu kan ",),
        ),
        Late(
            r"\b(?:vi|jag) vet,? (?:vi|jag) (?:gillar|tycker|vill|älskar) bara\b|\b(?:spåkula|kristallkula|trollspö|trollstav|tankeläsare)\w*\b[^.!?\n]{0,40}\b(?:lager|lagning|verkstad|tyvärr|trasig|semester)\b",
            needs=(" vet", "spåkul", "kristallkul", "trollst", "trollsp", "tankeläs"),
        ),
        Late(
            r"\btack,? (?:så mycket,? |hjärtligt,? )?\w+,? för (?:att (?:ni|du)|de|den|det)\b[^.!?\n]{0,60}\b(?:extra|hel|hela|timm\w+|minut\w*|natt\w*|kö\w*|vänt\w*|regn\w*|kyla\w*|perrong\w*|stå|missa\w*|ställde in|glömde|stängde|höjde)\b[^.!?\n]{0,40}\b(?:njuta|perrong\w*|kö\w*|vänt\w*|regn\w*|kyla\w*|kallt|igen|utan|missa\w*|sova|stå)\b",
            needs=("tack",),
        ),
        Late(
            r"\b(?:ledsen|ledsna|tråkigt|beklagar|förlåt|ursäkta|synd) att (?:vår|våra|vårt|världen|verkligheten|livet|universum|vi|jag)\b[^.!?\n]{2,60}\binte\b[^.!?\n]{1,30}\b(?:nog|tillräckligt|kring|runt|duger) (?:för |bara |just )?(?:dig|er|din|ditt|ert)\b",
            needs=(" inte ",),
        ),
        Late(
            r"\b(?:grattis|gratulerar|applåder|eloge|hatten av|bravo|snyggt jobbat|stort tack|tack) (?:till |för |av )?[^.!?\n]{0,50}\b(?:återigen|ännu en gång|än en gång|för (?:andra|tredje|fjärde|femte|tionde) (?:gången|året|veckan)|lyckats (?:missa|glömma|tappa|förstöra|sabba|misslyckas))\b[^.!?\n]{0,60}\b(?:missa\w*|glöm\w*|tapp\w*|förstör\w*|överraska\w*|förvåna\w*|misslyck\w*|strul\w*|försen\w*|ställ\w* in|krasch\w*|höj\w*|lägg\w* ner|ignorer\w*|inte|utan|fel)\b",
            needs=("grattis", "gratul", "applåd", "eloge", "hatten av", "bravo", "snyggt", "tack"),
        ),
        Late(
            r"(?:^|[.!?]\s+)(?:jo |ja )?(?:jo|ja|visst|självklart|naturligtvis|klart|jajamän|absolut|men ja)(?: men)?(?: visst)?,? (?:för|eftersom) (?:att )?(?:ingenting|inget|vem|det (?:har|är|var|gick|brukar|funkade|fungerade) (?:ju )?(?:alltid|så|jätte\w*|aldrig)|[\wåäö]+ (?:gör|gjorde|har|blir) (?:ju )?(?:alltid|så))",
            needs=(" för ", " eftersom "),
        ),
        Late(
            r"\b(?:härligt|underbart|skönt|toppen|perfekt|fantastiskt|kul|roligt|trevligt|lysande|kanon|super)\b[^.!?\n]{0,70}\bju ändå\b[^.!?\n]{0,25}\b(?:inget|ingenting|inte|aldrig|ingen)\b",
            needs=("ju ändå",),
        ),
    ),
    "en": (
        Late(
            r"\b(?:nice|kind|good|lovely|considerate|thoughtful|generous|sweet) of (?:the |our |my |their )?\w+(?: \w+)? to (?:leave|cancel|raise|break|forget|ignore|close|stop|delay|fail|crash|lose|vanish|steal|take my|block|park)\b",
            needs=(" of ",),
        ),
        Late(
            r"\bbecause we (?:just |simply |really )?(?:love|like|enjoy|live for|delight in) (?:to|making|wasting|keeping|seeing|watching|annoying|ruining)\b[^.!?\n]{0,60}\b(?:difficult|hard|miserable|wait\w*|annoy\w*|suffer\w*|time|of course|obviously|naturally)\b",
            needs=("because we",),
        ),
        Late(
            r"\bnow (?:i|we) can finally (?:buy|afford|retire|quit|get)\b[^.!?\n]{0,40}\b(?:island|yacht|castle|jet|mansion|retire\w*|half a)\b",
            needs=("can finally",),
        ),
        Late(
            r"\b(?:we|i) know,? (?:we|i) just (?:like|love|want|enjoy)\b|\b(?:crystal ball|magic wand|mind reader|mind-reader)s?\b[^.!?\n]{0,40}\b(?:stock|repair\w*|shop|sadly|broken|holiday|out of)\b",
            needs=(" know", "crystal ball", "magic wand", "mind"),
        ),
        Late(
            r"\bthank(?:s| you),? (?:so much,? )?[\w ]{2,25},? for\b[^.!?\n]{0,60}\b(?:extra|bonus|whole|hours?|minutes?|night|queue|wait\w*|rain|cold|platform|miss\w*|cancel\w*|forgot\w*|clos\w*)\b[^.!?\n]{0,40}\b(?:to enjoy|platform|queue|wait\w*|rain|cold|again|without|miss\w*|sleep|stand\w*)\b",
            needs=("thank",),
        ),
        Late(
            r"\b(?:sorry|apologies|apologise|apologize|regret)\b(?: to hear)? (?:that |if )?(?:our|the|my|we|i|reality|life)\b[^.!?\n]{2,60}(?:n['’]t|\bnot|\bfailed)\b[^.!?\n]{1,30}\b(?:enough|up to|revolve|good enough|fast enough)\b(?: for| around)? (?:you|your)\b",
            needs=(" for you", "up to", "revolve"),
        ),
        Late(
            r"\b(?:congratulations|congrats|kudos|hats off|bravo|well done|nice work|good job|applause|thanks|thank you)\b,? (?:to |for )?[^.!?\n]{0,50}\b(?:once again|yet again|for the (?:second|third|fourth|fifth|tenth|umpteenth) (?:time|year|week)|managing to|for managing|on managing)\b[^.!?\n]{0,60}\b(?:miss\w*|forg\w*|los\w*|ruin\w*|break\w*|broke\w*|surpris\w*|fail\w*|delay\w*|cancel\w*|crash\w*|rais\w*|ignor\w*|not|without|wrong|mess\w*)\b",
            needs=("again", "managing", " for the "),
        ),
        Late(
            r"(?:^|[.!?]\s+)(?:oh |ah |well )?(?:sure|right|yeah|yes|of course|great|brilliant|naturally|obviously),? because [^.!?\n]{3,80}\b(?:always|never|so well|famously|definitely|obviously|clearly|totally|surely)\b",
            needs=("because ",),
        ),
        Late(
            r"\b(?:great|lovely|wonderful|perfect|brilliant|fantastic|superb|nice)\b[^.!?\n]{0,70}\b(?:wasn['’]t|weren['’]t|didn['’]t have|had nothing|not like (?:i|we)|nothing better)\b[^.!?\n]{0,25}\b(?:anything|anyway|planned|to do|plans|needed)\b",
            needs=("wasn", "weren", "didn", "had nothing", "not like", "nothing better"),
        ),
    ),
}
_FIRST = {
    "sv": listed("jag vi oss mig"),
    "en": listed("i we us me"),
}
_TURN, _SIGN, _CLASH, _THANKS, _SCARE = 0.84, 0.8, 0.8, 0.82, 0.72
SHORT_CHEER = 7
FAR = 90
"""Characters between the warm words and the trouble: further off, they speak of different things."""


def _find(post: Post) -> Iterator[Finding]:
    if post.hits.of("irony"):
        yield from _turns(post)
        yield from _signs(post)
        yield from _clashes(post)
        yield from _scare_quotes(post)
    for source in _FIGURES[post.language]:
        if (found := source.search(post.lower)) and not post.is_quoted(Span(*found.span())):
            yield _finding(post, Span(*found.span()), _TURN)
    if found := _HEAPED[post.language].search(post.lower):
        yield _finding(post, Span(*found.span()), _THANKS)
    if found := _NOT.search(post.text):
        before = post.sentence_at(max(0, found.start() - 1))
        if (
            post.hits.within(before, "irony.praise", "ill.good")
            and post.text[found.start() - 1 : found.start()] != ","
        ):
            yield _finding(post, Span(before.start, found.end()), _TURN)


def _turns(post: Post) -> Iterator[Finding]:
    for hit in post.hits.of("irony.turn"):
        if not post.is_quoted(hit.span):
            yield _finding(post, hit.span, _TURN)


def _signs(post: Post) -> Iterator[Finding]:
    """Rolling eyes say it; a "/s" only where it ends the line, or it is a part of a path or a unit."""
    for hit in post.hits.of("irony.sign"):
        # An upside-down smile is a joke about anything, unless something went wrong.
        if hit.entry == "🙃" and not post.hits.of("irony.trouble", "irony.turn", "irony.again"):
            continue
        if hit.entry.startswith("/"):
            after, before = post.text[hit.end : hit.end + 1], post.text[hit.start - 1 : hit.start]
            if after.strip() or before.strip() or not hit.start:
                continue
        yield _finding(post, _sentence_before(post, hit), _SIGN)


def _sentence_before(post: Post, hit: Hit) -> Span:
    span = post.sentence_at(max(0, hit.start - 2))
    return span if span.end >= hit.start - 2 else hit.span


def _clashes(post: Post) -> Iterator[Finding]:
    """Warm words and trouble close to each other, and nothing that says that the trouble is over."""
    for hit in post.hits.of("irony.praise", "irony.thanks"):
        if post.is_quoted(hit.span) or is_denied(post, hit.span):
            continue
        trouble = _trouble_after(post, hit)
        if trouble is None:
            continue
        span = Span(min(hit.start, trouble.start), max(hit.end, trouble.end))
        around = Span(post.sentence_at(hit.start).start, post.sentence_at(trouble.start).end)
        if _is_solved(post, around, trouble) or is_denied(post, trouble.span):
            continue
        again = post.hits.within(around, "irony.again")
        confidence = (_THANKS if hit.key == "thanks" else _CLASH) - (
            0.0 if again or _opens(post, hit) else 0.16
        )
        yield _finding(post, span, confidence)


def _trouble_after(post: Post, hit: Hit) -> Hit | None:
    """The first trouble after the warm words: in their sentence, or in a short one after they stood alone."""
    sentence = post.sentence_at(hit.start)
    end = sentence.end
    if sentence.end - hit.end < 40:
        number = post.sentences.index(sentence) + 1 if sentence in post.sentences else 0
        if 0 < number < len(post.sentences):
            end = post.sentences[number].end
    if before := _trouble_before(post, hit, sentence):
        return before
    for trouble in post.hits.of("irony.trouble"):
        if hit.end <= trouble.start < min(end, hit.end + FAR):
            own = (
                trouble.start > sentence.end
                and set(words_of(post, Span(sentence.end, trouble.start))) & _FIRST[post.language]
            )
            return None if own else trouble
    return None


def _trouble_before(post: Post, hit: Hit, sentence: Span) -> Hit | None:
    """ "58 minutes on hold. What a service!": a short cheer right after the trouble."""
    same = [
        one for one in post.hits.within(sentence, "irony.trouble") if one.end <= hit.start <= one.end + FAR
    ]
    if (
        hit.key != "thanks"
        and same
        and post.hits.within(sentence, "irony.again")
        and "," in post.text[same[-1].end : hit.start]
    ):
        return same[-1]
    dry = _is_dry(post, hit, sentence)
    if hit.key == "thanks" or len(words_of(post, sentence)) > SHORT_CHEER or sentence not in post.sentences:
        return None
    number = post.sentences.index(sentence)
    if not number or post.sentences[number - 1].end - post.sentences[number - 1].start > FAR:
        return None
    found = post.hits.within(post.sentences[number - 1], "irony.trouble")
    own = set(words_of(post, post.sentences[number - 1])) & _FIRST[post.language]
    return (
        found[-1]
        if found and (dry or (not own and post.hits.within(post.sentences[number - 1], "irony.again")))
        else None
    )


_SIGHS = re.compile(r"(?:åh|oh|jaha|yay|jippi|wow|ah|hurra|hooray)\b")


def _is_dry(post: Post, hit: Hit, sentence: Span) -> bool:
    """ "Meeting about meetings. Genius.": a word or two of praise and a full stop."""
    number = post.sentences.index(sentence) if sentence in post.sentences else 0
    if number and _SIGHS.match(post.lower, post.sentences[number - 1].start):
        return post.of(sentence).rstrip().endswith(".")
    return len(words_of(post, sentence)) <= 2 and post.of(sentence).rstrip().endswith(".") and bool(hit.entry)


def _is_solved(post: Post, around: Span, trouble: Hit) -> bool:
    """Is something said of the trouble's end, or of sorrow over it, outside the words of the trouble itself?"""
    said = post.hits.within(around, "irony.solved", "next.apology")
    return any(hit.end <= trouble.start or hit.start >= trouble.end for hit in said)


def _opens(post: Post, hit: Hit) -> bool:
    """Does it open its sentence as an exclamation: "Fantastic, the train …"?"""
    sentence = post.sentence_at(hit.start)
    return len(words_of(post, Span(sentence.start, hit.start))) <= 2


def _scare_quotes(post: Post) -> Iterator[Finding]:
    """A role or a virtue, alone between quotation marks, and nobody who said it."""
    for hit in post.hits.of("irony.scare"):
        for quote in post.quotes:
            words = words_of(post, quote)
            if quote.start <= hit.start < quote.end and len(words) <= 2 and not _names_a_word(post, quote):
                yield _finding(
                    post,
                    quote,
                    _SCARE + (0.1 if post.hits.of("irony.again", "irony.sign") else 0.0),
                    "quotes",
                )


def _names_a_word(post: Post, quote: Span) -> bool:
    """ "We searched for "free"", "the word "quality"": it is the word that is spoken of."""
    telling = {
        "sv": listed(
            "ordet orden begreppet heter kallas kallar sökte söker skriv skriver svara svarar märkt välj klicka tryck fliken knappen rubriken kategorin under titeln temat"
        ),
        "en": listed(
            "word words term called named searched search write writes type reply answer marked choose click press tab button heading category under titled theme labelled"
        ),
    }
    before = words_of(post, Span(post.sentence_at(quote.start).start, quote.start))
    return bool(set(before[-4:]) & telling[post.language])


def _finding(post: Post, span: Span, confidence: float, variant: str = "") -> Finding:
    """The model and the words together: it may lift what the words leave open, and lower what it finds sincere."""
    irony = post.signals.irony
    moved = confidence + (0.12 * (irony - 0.4) if irony else 0.0)
    return Finding(span, min(0.95, max(0.0, moved)), variant, {"word": post.of(span)[:80]})


IRONY = Check(
    "irony",
    Both("ironi som kan missförstås", "irony that can be misread"),
    {
        "": Told(
            Both("Det här är nog ironiskt menat.", "This is probably meant ironically."),
            Both("Utan tonfall och ansikte läser någon det bokstavligt, och någon annan som ett hån.", "Without a voice and a face, some will take it literally and others as scorn."),
            Both("Säg det rakt: vad är det som inte fungerar, och vad vill du ska hända?", "Say it plainly: what doesn't work, and what do you want to happen?"),
            Both("Det här kan läsas som ironi.", "This can be read as irony."),
        ),
        "quotes": Told(
            Both("Citattecknen gör ordet till ett hån.", "The quotation marks turn the word into scorn."),
            Both("Den som menas känner igen sig, och andra undrar vad du egentligen menar.", "Whoever is meant will recognise themselves, and others wonder what you really mean."),
            Both("Vad är det du tvivlar på? Skriv det i stället.", "What is it you doubt? Write that instead."),
            Both("Citattecknen kan läsas som ironi.", "The quotation marks can be read as irony."),
        ),
    },
    "Irony needs people who know each other, and a post is read by those who don't",
    "Kruger, Epley, Parker & Ng, Egocentrism over e-mail, JPSP 89 (2005): readers get sarcasm right about as often as by chance",
    _find,
    flags=(
        sv("Åh vad kul, ännu ett avbrott."),
        sv("Tack för att ni ännu en gång ställer in bussen, verkligen imponerande."),
        sv("Fantastiskt, tåget är försenat för tredje gången den här veckan."),
        sv("Så himla smart att lägga ner busslinjen utan att säga något."),
        sv("Snyggt jobbat! Bara två timmar sent."),
        sv("Ja, för det gick ju så bra förra gången."),
        sv("Våra \"experter\" har talat igen."),
        sv("Vilket snilledrag att stänga bron i rusningstid."),
        sv("Jättebra service 🙄"),
        en("Oh great, another outage."),
        en("Thanks for once again cancelling the bus without telling anyone, truly impressive."),
        en("Fantastic, the train is delayed for the third time this week."),
        en("So smart to raise the rent without asking anybody."),
        en("Well done! Only two hours late again."),
        en("Sure, because that worked so well last time."),
        en("Our \"experts\" have spoken again."),
        en("What a stroke of genius to close the bridge at rush hour."),
        en("Great service 🙄"),
        en("Love it when the app crashes in the middle of a payment."),
        en("Best support ever. NOT."),
    ),
    passes=(
        sv("Tack för att ni alltid ställer upp!"),
        sv("Tack för att du säger till om avbrottet, vi tittar på det nu."),
        sv("Fantastiskt jobbat av alla som löste driftstoppet i natt!"),
        sv("Kul att så många kom i går."),
        sv("Så himla bra att kommunen lagade cykelvägen."),
        sv("Vad skönt att kön är över."),
        sv("Grattis till priset, det var verkligen välförtjänt!"),
        sv("Tåget är försenat 20 minuter. Vi beklagar."),
        sv("Imponerande siffror från våra konkurrenter."),
        sv("Älskar att bo här."),
        sv("Tack för tålamodet under avbrottet."),
        sv("Han sa ”tack för ingenting” och gick."),
        sv("Klicka på fliken \"Hjälp\" så kommer du rätt."),
        sv("Bra jobbat, teamet! Ingen kö i dag."),
        en("Thanks for always being there!"),
        en("Thank you for reporting the outage, we're looking into it now."),
        en("Fantastic work by everyone who fixed the outage last night!"),
        en("So glad that many of you came yesterday."),
        en("So good of the council to fix the bike lane."),
        en("Great to hear that the queue is gone and all is sorted."),
        en("Congratulations on the award, so well deserved!"),
        en("The train is delayed by 20 minutes. We're sorry."),
        en("Impressive figures from our competitors."),
        en("I love living here."),
        en("Thanks for your patience during the outage."),
        en("He said \"thanks for nothing\" and left."),
        en("Click the tab \"Help\" and you'll find it."),
        en("Great job, team! No queue today."),
        en("The speed limit is 30 m/s in the tunnel."),
        en("Great question! The app is not working on old phones yet."),
    ),
    weight=2.0,
    threshold=0.65,
    sure=0.88,
)  # fmt: skip
