"""Someone else's work passed on, and nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import Frame, Frames, has, is_negated, is_question
from vigor.check.late import Late
from vigor.check.names import has_full_name
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.no_credit.examples import FLAGS, PASSES
from vigor.check.rules.no_credit.taken import CONFIDENCE, SHOWN, TAKEN, TAKES, WORK

_NET_SV = r"(?:på nätet|(?:på|från|ur|i) (?:en|ett|nån|någon|något) (?:gammal |gammalt |annan |annat |okänd )?(?:blogg|forum|tråd|kanal|app|tidning|broschyr|konto|profil|sida|sajt|chatt|nyhetsbrev)\\w*(?: \\w+){0,3}? (?:som jag|jag) inte (?:hittar|minns|kommer ihåg|vet)|på pinterest|via pinterest|i sociala medier|i en tråd|i en chatt|på internet|på webben|på google|på pinterest|på tumblr|på reddit|på instagram|på facebook|på tiktok|på twitter|i flödet|i mitt flöde|från någons? \w+|från någon annan\w*|från en annan|någonstans|i en grupp|i en fb-grupp|på en blogg|från nätet|från internet|från google|från pinterest|via google|på en sida|från en annan sida|från ett annat konto)"
_NET_EN = r"(?:online|(?:on|from|in|off) (?:a|an|some|someone's|some old) (?:old |random |unknown )?(?:blog|forum|thread|channel|app|magazine|brochure|account|profile|page|site|chat|newsletter)s?(?: \\w+){0,3}? (?:i|we|that i|that we)? ?(?:can['’]t|cannot|couldn['’]t|don['’]t|no longer) (?:find|remember|recall|know)|from pinterest|from instagram|from facebook|from reddit|from tumblr|from twitter|from tiktok|on social media|in a thread|in a chat|on the internet|on the web|on the net|on google|on pinterest|on tumblr|on reddit|on instagram|on facebook|on tiktok|on twitter|in my feed|from some(?:one|body)(?:['’]s| else['’]?s?)?(?: \w+)?|somewhere|in a group|in a facebook group|on a blog|from the internet|from google|from pinterest|from another page|from another account|off the internet|off google)"
_THING_SV = r"(?:bild\w*|foto\w*|text\w*|citat\w*|dikt\w*|film\w*|video\w*|klipp\w*|illustration\w*|teckning\w*|meme\w*|grafik\w*|diagram\w*|tavla\w*|recept\w*|tråd\w*|inlägg\w*|serie\w*|infografik\w*|karta\w*|artikel\w*|guide\w*|checklista\w*|den|det|denna|detta|de här)"
_THING_EN = r"(?:pictures?|photos?|image\w*|text|quotes?|poem\w*|films?|videos?|clips?|illustration\w*|drawing\w*|memes?|graphics?|chart\w*|painting\w*|recipes?|threads?|posts?|comics?|infographics?|maps?|articles?|guides?|checklists?|this|it|these|one|artwork|art)"
_FRAMES = Frames(
    sv=(
        Frame("cirkulerar, cirkulerat, snurrar runt, går runt, florerar, rullar runt, sprids just nu, dyker upp överallt, har setts överallt, som alla delar", before=rf"\b{_THING_SV}\b[^.!?\n]{{0,30}}", after=r"[^\n]{0,90}\b(?:dela\w*|lägger upp|lägga upp|posta\w*|här|låna\w*)\b", confidence=0.7),
        Frame("låg i, dök upp i, kom upp i, landade i, hamnade i, trillade in i", before=rf"\b{_THING_SV}\b[^.!?\n]{{0,20}}", after=r" (?:vår|vårt|mitt|min) (?:feed|flöde|inkorg|mejl|tråd)", confidence=0.7),
        Frame("av nätet, ifrån nätet, från webben, ifrån internet", before=rf"\b{_THING_SV}\b[^.!?\n]{{0,20}}", confidence=0.76),
        Frame("som någon delade, som någon delat, som någon skrev, som någon skrivit, som någon gjort, som någon gjorde, som någon ritat, som någon la upp, som nån delade, någon har gjort, som snurrade, som kom med", before=rf"\b{_THING_SV}\b[^.!?\n]{{0,25}}", confidence=0.7),
        Frame("rakt av från, rakt av ifrån, snott rakt av, stulit rakt av, lånat rakt av, kopierat rakt av, ordagrant från, ord för ord från, tagit rakt av, knyckt från, knyckte, knyckt, norpat, norpade, snattat, snodde, snott", confidence=0.72, unless_after=r"[^.!?\n]{0,30}\b(?:cykel\w*|bil\w*|jobb\w*|kund\w*|segern|vinsten|showen|parkering\w*|plats\w*)\b"),
        Frame("hittad på nätet, hittat på nätet, bild från nätet, bild från google, bild från internet, bilden är från nätet, bilden är från google, bilden är lånad, lånad bild, lånat från nätet, lånad från nätet, snodd från nätet, snott från nätet, okänd fotograf, fotograf okänd, foto: okänd, fotograf: okänd, okänd författare, författare okänd, okänd konstnär, konstnär okänd, okänd poet, okänd upphovsman, upphovsman okänd, okänd källa, källa okänd, källa: okänd, källa: internet, källa: nätet, källa: google, foto: internet, foto: google, foto: nätet, foto: pinterest, bild: google, bild: pinterest, bild: internet, bild: okänd, vet inte vem som tagit, vet inte vem som har tagit, vet inte vem som gjort, vet inte vem som har gjort, vet inte vem som skrivit, ingen aning om vem som, oklart vem som tagit, oklart vem som gjort, minns inte vem som, kommer inte ihåg vem som, inte min bild, inte mitt foto, inte min text, inte mina ord, är inte min men", confidence=0.85),
        Frame("hittade, hittat, såg, snodde, snott, lånade, lånat, stal, stulit, knyckte, knyckt, kopierade, kopierat, klippte, klippt, sparade, sparat, tog, skärmdumpade, sprang på, ramlade över, fann", after=rf"[^.!?\n]{{0,50}}?\b{_THING_SV}\b[^.!?\n]{{0,40}}?\b{_NET_SV}", confidence=0.75),
        Frame("hittade, såg, lånade, lånat, snodde, snott, stal, knyckte", before=rf"{_THING_SV} (?:som )?(?:jag|vi) ", after=rf"[^.!?\n]{{0,30}}?\b{_NET_SV}", confidence=0.75),
        Frame("skärmdump från, skärmbild från, skärmdumpad från, kopierat rakt av, kopierad rakt av, copy paste, copy-paste, klipp och klistra, klistrar in hela, kopierar in hela, klippt och klistrat, rakt av från, repost, repostar, repostat, återpublicerar", confidence=0.65, unless_after=r"[^.!?\n]{0,20}\b(?:vår|vårt|appen|kassan|menyn|felmeddelande\w*|inställning\w*|koden)\b"),
    ),
    en=(
        Frame("found online, found on the internet, picture from the internet, photo from the internet, image from google, picture from google, photo from google, borrowed from the internet, stolen from the internet, taken from the internet, photographer unknown, unknown photographer, photo: unknown, artist unknown, unknown artist, author unknown, writer unknown, unknown writer, unknown poet, unknown author, source unknown, unknown source, source: unknown, source: internet, source: the internet, source: google, source: pinterest, photo: google, photo: internet, photo: pinterest, image: google, image: pinterest, pic: google, via pinterest, via google, credit to the owner, credit to owner, credits to the owner, credits to owner, credit to the rightful, credit to whoever, credits to whoever, credit: unknown, dm for credit, dm for credits, dm for removal, no idea who made, no idea who took, no idea who wrote, not sure who made, not sure who took, not sure who wrote, don't know who made, don’t know who made, don't know who took, don’t know who took, don't know who wrote, don’t know who wrote, can't remember who made, can’t remember who made, can't remember who, can’t remember who, not my photo, not my picture, not my image, not my words, not mine but, isn't mine but, isn’t mine but", confidence=0.85),
        Frame("going around, doing the rounds, making the rounds, circulating, all over my feed, popping up everywhere, everyone is sharing", before=rf"\b{_THING_EN}\b[^.!?\n]{{0,30}}", after=r"[^\n]{0,90}\b(?:shar\w*|post\w*|here|borrow\w*|repost\w*)\b", confidence=0.7),
        Frame("showed up in, popped up in, turned up in, landed in, appeared in, came up in", before=rf"\b{_THING_EN}\b[^.!?\n]{{0,20}}", after=r" (?:our|my) (?:feed|inbox|timeline|mail|thread)", confidence=0.7),
        Frame("borrowed from the web, taken from the web, from the web, off the web, from the net, off the net", before=rf"\b{_THING_EN}\b[^.!?\n]{{0,20}}", confidence=0.76),
        Frame("somebody shared, someone shared, somebody posted, someone posted, somebody wrote, someone wrote, somebody made, someone made, somebody drew, someone drew, someone sent me, somebody sent me", before=rf"\b{_THING_EN}\b[^.!?\n]{{0,25}}", confidence=0.7),
        Frame("straight from somebody, lifted straight from, lifted from, word for word from, verbatim from, pinched from, nicked from, stolen from, ripped from, swiped from, borrowed from, copied from, taken straight from", after=r" (?:some\w*|an?|another|other|the) [^.!?\n]{0,30}\b(?:newsletter|blog|post|article|page|site|feed|account|book|talk|deck|presentation|magazine|competitor|profile|thread|website|channel)", confidence=0.74),
        Frame("found, saw, spotted, borrowed, nicked, stole, grabbed, copied, saved, pinched, lifted, swiped, screenshotted, stumbled on, stumbled across, stumbled upon, came across, took", after=rf"[^.!?\n]{{0,50}}?\b{_THING_EN}\b[^.!?\n]{{0,40}}?\b{_NET_EN}", confidence=0.75),
        Frame("found, saw, borrowed, nicked, stole, grabbed, copied", before=rf"{_THING_EN} (?:that )?(?:i|we) ", after=rf"[^.!?\n]{{0,30}}?\b{_NET_EN}", confidence=0.75),
        Frame("screenshot from, screenshotted from, copied word for word, pasting the whole, pasted the whole, copy pasted, copy-pasted, copied and pasted, straight from someone, repost, reposting, regram, regrammed", confidence=0.65, unless_after=r"[^.!?\n]{0,20}\b(?:our|the app|settings|the menu|error|code|checkout)\b"),
    ),
)  # fmt: skip
# Somebody named is credit: "foto: …", "av …", an account, a link to the original.
_CREDIT = {
    "sv": r"\b(?:foto(?:graf)?|bild|illustration|text|källa|original\w*|tecknad|skriven|skapad|gjord|tagen|film)(?: är)?(?: av|:) ?(?!okänd|internet|nätet|google|pinterest|någon)\w|\bcred(?:d)? till (?!den som|ägaren|vem)\w|\bvia @|\bmed (?:tillstånd|lov)\b|\bfick lov\b|\bhar frågat\b|\btillåtelse\b",
    "en": r"\b(?:photo|picture|image|illustration|words|text|source|original\w*|drawn|written|created|made|taken|film)(?: is)?(?: by|:) ?(?!unknown|internet|the internet|google|pinterest|some)\w|\bcredits?(?: to|:) (?!the owner|owner|whoever|unknown|the rightful)\w|\bvia @|\bwith (?:kind )?permission\b|\basked (?:for )?permission\b|\blicen[cs]ed\b",
}
_RIGHT = {
    "sv": r"\b(?:aldrig|undvik|använd inte|låt bli|är ingen upphovs\w*|räcker inte|olaglig\w*|upphovsrätt\w*|cc0|public domain|fri licens|falsk\w*|bedräg\w*|fel(?:et)?|buggen|problem\w*|jobb(?:et)?|annonsen|erbjudandet|pris(?:et)?|handla|köp\w*)\b",
    "en": r"\b(?:never|avoid|don['’]t use|isn['’]t a photographer|not enough|illegal|copyright\w*|cc0|public domain|free licen[cs]e|fake|scam\w*|bug|problem\w*|job|advert|offer|prices?|shop|b(?:uy|ought))\b",
}


# "The chart isn't ours, but …": owned up to, and still nobody is named.
_NOT_OURS = {
    "sv": Late(
        r"\b(?:bild|foto|text|citat|dikt|film|video|klipp|illustration|teckning|meme|grafik|diagram|tavla|recept|infografik|karta|artikel|guide|checklista|låt|vers|krönika|modell|upplägg)\w*\b[^.!?\n]{0,25}\b(?:är|var) inte (?:vår|vårt|våra|min|mitt|mina|egen|eget)\b|\binte (?:min|vår|mitt|vårt|mina|våra) (?:egen |eget |egna )?(?:bild|foto|text|dikt|film|video|teckning|illustration|formulering|ord)\w*\b",
        needs=("inte vår", "inte mi", "inte eg"),
    ),
    "en": Late(
        r"\b(?:picture|photo|image|text|quote|poem|film|video|clip|illustration|drawing|meme|graphic|chart|diagram|painting|recipe|infographic|map|article|guide|checklist|song|verse|artwork|design|cartoon|comic)s?\b[^.!?\n]{0,25}(?:\b(?:is|are|was|were) not|isn['’]t|aren['’]t|wasn['’]t) (?:ours|mine|our own|my own)\b|\bnot (?:my|our) (?:own )?(?:picture|photo|image|text|words|poem|video|drawing|illustration|chart|design)\b",
        needs=(" ours", " mine", " our own", " my own", "not my ", "not our "),
    ),
}


_TWO_NAMES = Late(r"(?<=[a-zåäö,:] )[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé]+")
_LINKED = {
    "sv": r"\b(?:källa\w*|original\w*|länk till|hela (?:artikeln|texten|tråden)|läs (?:hela|mer|den)|finns (?:här|hos|på)|upphovs\w*)\b",
    "en": r"\b(?:source|original\w*|link to|full (?:article|text|thread)|read (?:it|the|more)|find it|creator)\b",
}


def _find(post: Post) -> Iterator[Finding]:
    found = _NOT_OURS[post.language].search(post.lower)
    if found and not (_is_named(post) or is_question(post, found.start())):
        span = Span(*found.span())
        if not post.is_quoted(span):
            yield Finding(span, 0.78, "", {"quote": post.of(span)})
    told = False
    for hit in _FRAMES.find(post):
        place = hit.word.start
        if is_question(post, place) or post.is_quoted(hit.word):
            continue
        if _is_named(post) or _TWO_NAMES.search(post.text):
            continue
        unsure = hit.frame.confidence < 0.8
        if unsure and (is_negated(post, place) or has(post, _RIGHT[post.language])):
            continue
        if not unsure and has(
            post,
            r"\b(?:aldrig|räcker inte|är ingen|never|isn['’]t an?|is not an?|not enough)\b",
            post.sentence_at(place),
        ):
            continue
        told = True
        yield Finding(hit.span, hit.frame.confidence, "", {"quote": post.of(hit.word)})
    if not told:
        yield from _taken(post)


_OWN_WORK = {
    "sv": r"\b(?:min|mitt|mina|vår|vårt|våra|egen|eget) (?:egen |eget |nya |senaste )?(?:bild|foto|text|film|video|artikel|rapport|podd|bok|blogg|dikt|låt|recept|rättelse|felaktig)\w*|\b(?:tog|tagit|skrev|ritade|gjorde|filmade) (?:jag|vi|den|bilden|texten) själv|\b(?:själv|själva) (?:tagit|skrivit|ritat|gjort|fotat|filmat)|\b(?:köpt|köpte|licens\w*|upphovsrätt\w*|cc[ -]by\w*|public domain|fritt att använda)\b",
    "en": r"\b(?:my|our) (?:own |new |latest )?(?:picture|photo|text|film|video|article|report|podcast|book|blog|poem|song|talk|recipe)s?\b|\b(?:took|wrote|drew|made|filmed|shot) (?:it|this|them|these|all) (?:myself|ourselves)|\b(?:bought|licen[cs]\w*|copyright\w*|cc[ -]by\w*|public domain|free to use|stock photo|corrected)\b",
}


def _taken(post: Post) -> Iterator[Finding]:
    """Somebody's work with nobody named, in other ways of saying it."""
    found = {one.kind: one for one in TAKEN.find(post)}
    if (
        not found
        or _is_credited(
            post, next(iter(found.values())).span.start, linked=not {"nameless", "whole"} <= found.keys()
        )
        or has(post, _OWN_WORK[post.language])
    ):
        return
    work = has(post, WORK[post.language])
    shown = has(post, SHOWN[post.language])
    for kind, confidence in CONFIDENCE.items():
        one = found.get(kind)
        if (
            one is None
            or is_question(post, one.span.start)
            or has(post, _RIGHT[post.language], post.sentence_at(one.span.start))
        ):
            continue
        # A picture that is told of is not passed on; nor is a handed-on bicycle a work.
        if kind in ("nameless", "unknown", "whole", "unasked", "shared") and not work:
            continue
        if kind in ("nameless", "whole", "unasked") and not shown:
            continue
        if kind == "shared" and not (found.keys() - {"shared"} or has(post, TAKES[post.language])):
            continue
        yield Finding(one.span, confidence, "", {"quote": post.of(one.span)})
        return


def _is_credited(post: Post, place: int, *, linked: bool) -> bool:
    """Is anybody named: a credit, an account, two names in a row; or, where `linked` says so, is the original linked to?"""
    if has(post, _CREDIT[post.language]) or post.mentions or has_full_name(post.text):
        return True
    two_names = _TWO_NAMES.search(post.text, *post.sentence_at(place))
    return bool(two_names or (linked and post.links and has(post, _LINKED[post.language])))


def _is_named(post: Post) -> bool:
    return bool(has(post, _CREDIT[post.language]) or post.mentions or post.links or has_full_name(post.text))


NO_CREDIT = Check(
    "no-credit",
    Both("någon annans verk utan namn", "somebody’s work, unnamed"),
    {
        "": Told(
            Both("Det här är någon annans verk, och ingen är nämnd.", "This is somebody else’s work, and nobody is named."),
            Both("Den som gjort något har rätt att synas, och lagen säger det också.", "Whoever made it has a right to be seen, and the law says so too."),
            Both("Leta upp vem som gjorde det, fråga om lov och länka till originalet. Går det inte: ta något eget.", "Find who made it, ask, and link to the original. If you can’t, take something of your own."),
            Both("Det här kan läsas som någon annans verk utan namn.", "This can be read as somebody’s work, unnamed."),
        )
    },
    "A name and a link cost nothing, and are all that many makers get.",
    "Swedish Copyright Act (1960:729), 3 §; Berne Convention, art. 6bis",
    _find,
    weight=1.2,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip
