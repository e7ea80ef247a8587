"""Paid, given or rewarded, and not clearly marked as advertising before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import Frame, Frames, Hit, has, is_negated, is_question
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.undisclosed_ad.examples import FLAGS, PASSES
from vigor.check.rules.undisclosed_ad.paid import paid

# Words that say that it is advertising. "Collab", "#sp" and thanks don't.
_MARK = Late(
    r"\b(?:annons\w*|reklam\w*|betalt samarbete|betald(?:a)? (?:samarbete|partnerskap)|reklamsamarbete|sponsrat inlägg|ad|advert\w*|advertisement|paid (?:partnership|promotion|collaboration|ad)|#ad)\b"
)
_OWNED_UP = Late(r"\W*(?:affiliate|reklamlänk|annonslänk|adlänk|sponsored|sponsrat|gifted|paid|betalt|pr)\b")
_FIRST = 60
"""Characters within which a mark is seen before "more" is pressed, and before the message."""

_NO_GIFT = (
    r"(?:hjälp|svar|brev|frågor|fråga|besked|stöd|pris|priset|utmärkelse|anslag|medel|stipendi\w*|finansiering|uppdrag|jobb|mejl|mail|kritik|beröm|bidrag|tips|kramar|kram|samtal|besök|order|beställning|råd|återkoppling|feedback|lov|höra|veta"
    r"|help|answers?|letters?|questions?|support|prize|award|funding|job|mail|e-?mails?|criticism|praise|grant|tips?|hugs?|calls?|visits?|orders?|advice|permission|message|dm|invoice|reply|photo|picture|link|complaint)"
)
_GIFTS = Frames(
    sv=(
        Frame("koden, kod", after=r" [a-zåäö]{2,16}\d{1,3}\b", variant="code", confidence=0.75),
        Frame("rabattkod, rabattkoden, rabattkoder, min kod, med koden, använd koden, ange koden, koden ger, kampanjkod, kampanjkoden", variant="code", confidence=0.8),
        Frame("skickade de till mig gratis, skickade till mig gratis, skickade mig gratis, skickade mig den gratis, gratis från, länk i bion, affiliate~, affiliatelänk~, reklamlänk~, annonslänk~, provision på, får en slant om du, min länk i bio, min personliga länk, värvningslänk", confidence=0.85),
        Frame("sponsrad av, sponsrat av, sponsras av, betald av, betalt av, bekostad av, bjuden av, bjudna av, inbjuden av, inbjudna av, bjöds på resan, bjöd mig på, bjöd oss på, bjöd på resan, bjöd på hotell~, tackar för att jag fick, pressresa, pr-utskick, pressutskick, pr-paket, gåva från, present från, lånebil från, fått låna, fick låna, gratis mot, gratis i utbyte mot, i utbyte mot en recension, i utbyte mot ett inlägg, fått testa gratis, fick testa gratis, fått prova gratis, fick prova gratis, får betalt av, fick betalt av", variant="by",
            confidence=0.8, unless_after=r"\W+(?:en|min|mina|vår|våra) (?:granne|grannar|kompis|vän|syster|bror|mamma|pappa|kollega|kollegor)|[^.!?\n]{0,20}\b(?:böcker|cykel|biblioteket)\b"),
        Frame("fick, fått, skickade, skickat, fick hem, fått hem, tack till", variant="gift", confidence=0.75),
        Frame("ambassadör för, ambassadör hos, de skickade hem, de skickade mig, de skickade över, skickade hem det, skickade hem den, skickade hem en, hemskickad från, som bjöd på, bjöd på allt, bjöd oss på, bjöd mig på, tack för lånet, för lånet, till låns av, lånade ut, sponsring, sponsringen, sponsrar mig, sponsrar oss, sponsrat mig, min sponsor, mina sponsorer, stod för rum, stod för hotell~, stod för boende~, stod för resan, stod för middag~, stod för mat~, betalade resan, betalade rummet, betalade middagen, bjöds på, bjöds in till, blev bjuden på, blev bjudna på, blev inbjuden, blev inbjudna, fick följa med på, fick bo, fått bo, fick sova, fick äta, fått äta, fick en natt, fick en helg, fick en behandling, fick prova, fick testa, fått prova, fått testa, fick smaka, fick besöka, bjuder på allt, stod för notan, står för notan, stod för kalaset, helt utan kostnad, fick sova över, fick låna, utan att betala, utan kostnad för mig, utan att det kostade, kostnadsfritt mot, som tack för, på bekostnad av, gäst hos, gäst på, gäster hos, gäster på", variant="maker", confidence=0.78),
        Frame("min länk, via länken, genom min länk, via min länk, min personliga kod, min rabatt, länken i min bio, länken i min profil", variant="reward", confidence=0.8),
        Frame("får jag, jag får, ger mig, tjänar jag, jag tjänar", after=r" (?:en |ett |lite |någon |några |en liten |en del )?(?:slant\w*|peng\w*|provision\w*|procent|kronor|kr|bonus\w*|belöning|andel|del av|ersättning|krediter|presentkort|tacka för|mynt)\b", variant="reward", confidence=0.8),
        Frame("i samarbete med, samarbete med", after=r"\W*(?:@[\w.]+)", confidence=0.8),
        Frame("i samarbete med", after=r"[^.!?\n]{1,40}[.:,]? [^.\n]{0,60}\b(?:testar|testat|provar|provat|visar jag|tipsar|min favorit|mina favoriter|älskar|rabatt)\b", confidence=0.75),
        Frame("#samarbete, #i_samarbete, #isamarbete, #betaltsamarbete, #reklamsamarbete, #samarbetsinlägg, #partnerskap, #sponsrat, #sponsring, #ambassadör, #bjuden, #bjudresa, #inbjuden, #prutskick, #pr_utskick, #annonslänk, #reklamlänk, #adlänk, #adlink, #affiliate, #sponsored, #gåvobidrag, #paidpartnership, #ambassador, #influencermarketing, #collab, #spons, #sp, #sponsrad, #pr, #gåva, #gifted, #ad, #reklam, #annons", variant="late", confidence=0.85),
    ),
    en=(
        Frame("code", after=r" [a-z]{2,16}\d{1,3}\b", unless_before=r"(?:error|post|zip|status|source|dress|http) ", variant="code", confidence=0.75),
        Frame("discount code, promo code, my code, use code, use the code, coupon code, with code, voucher code", variant="code", confidence=0.8, unless_before=r"\b(?:review|run|push|write|debug|merge|read) "),
        Frame("sent to me for free, sent me for free, affiliate link~, affiliate, i earn a commission, earn a small commission, get a commission, my referral link, referral code", confidence=0.85),
        Frame("sponsored by, paid for by, paid by, gifted by, gifted me, gifted us, was gifted, got gifted, kindly sent, kindly gave, kindly gifted, generously sent, pr package, pr parcel, pr sample, pr gift, press trip, invited by, hosted by, complimentary stay, in exchange for a review, in exchange for an honest review, in exchange for a post, free of charge from, on the house from, for free from, let me borrow, lets me borrow, letting me borrow, lent me, loaned me, lent us, loaned us, thanks for sending me, thank you for sending me, for gifting me, for the gift, partnered with, teaming up with, teamed up with", variant="by",
            confidence=0.75, unless_after=r"\W+(?:(?:a|my|our|the|two|three) )?(?:friends?|neighbou?rs?|mum|mom|dad|sister|brother|colleagues?|university|council|school|city|library|police|charity|customers?|employer|taxes|taxpayers?|team)\b"),
        Frame("sent me, sent us, got, received, given, gave me, gave us, was sent", variant="gift", confidence=0.75),
        Frame("ambassador for, ambassador of, brand ambassador, they sent it, they sent me, they sent us, they sent over, who sent me, sent over by, who treated us, who treated me, treated us to, treated me to, for the loan, on loan from, lent us, for having us, for having me, for hosting us, for hosting me, for sponsoring, sponsoring my, sponsoring me, sponsoring our trip, sponsors me, my sponsor, my sponsors, covered my room, covered the room, covered room, covered my trip, covered the trip, covered my flights, covered dinner, covered our stay, covered my stay, paid for my stay, paid for my trip, paid for our trip, paid for my flights, was treated to, were treated to, got treated to, treated me to, was invited to, were invited to, got invited to, got to stay, got to try, got to test, got to keep, was given, were given, as a guest of, guests of, as guests of, guest at, hosted at, put us up, put me up, picked up the bill, picked up the tab, footed the bill, paid for everything, covered everything, all expenses paid, all-expenses-paid, free stay, free night, free weekend, comped, without paying, at no cost to me, at no cost, didn't cost me, as a thank you for, on the house", variant="maker", confidence=0.76),
        Frame("got mine, got it, got one", after=r"[^.!?\n]{0,25}\bfor free\b", variant="maker", confidence=0.76),
        Frame("my link, my links, link below, my personal code, my discount, through my, via my", after=r"(?: link)?", variant="reward", confidence=0.8),
        Frame("i get, i earn, i make, earns me, gets me, gives me, i'll get, i’ll get", after=r" (?:a |an |some |a little |a small |a bit of )?(?:commission|money|cut|kickback|bonus|percentage|something|cash|credits?|reward|slice|pennies|few (?:pounds|dollars|euros|quid)|share)\b", variant="reward", confidence=0.8),
        Frame("in partnership with, in collaboration with, in collab with", after=r"\W*(?:@[\w.]+)", confidence=0.8),
        Frame("in partnership with, in collaboration with", after=r"[^.!?\n]{1,40}[.:,]? [^.\n]{0,60}\b(?:testing|tested|trying|tried|i['’]m showing|favou?rites?|i love|discount)\b", confidence=0.75),
        Frame("#collab, #collaboration, #inpartnership, #inpartnershipwith, #partnership, #partnered, #brandpartner, #brandambassador, #ambassador, #prgift, #prgifted, #prhaul, #prsample, #presstrip, #invite, #invited, #hosted, #comped, #affiliate, #affiliatelink, #adlink, #paidpromotion, #paidpromo, #paidad, #sponsor, #advert, #advertisement, #advertising, #giftedproduct, #gift, #sp, #spon, #sponsored, #gifted, #ad, #partner, #paidpartnership, #prpackage", variant="late", confidence=0.85),
    ),
)  # fmt: skip
# What was given, and by whom: a thing, then a maker's name or account.
_FROM = {
    "sv": Late(rf"(?P<what>(?:\W+(?!{_NO_GIFT}\b)[^\W\d]+){{1,6}}?) (?:av|från) (?P<who>@[\w.]+|[A-ZÅÄÖ][\w&-]+)"),
    "en": Late(rf"(?P<what>(?:\W+(?!{_NO_GIFT}\b)[^\W\d]+){{1,6}}?) (?:by|from) (?P<who>@[\w.]+|[A-Z][\w&-]+)"),
}  # fmt: skip
_SENDER = Late(r"(?P<who>@[\w.]+|[A-ZÅÄÖ][\w&-]{2,}) \Z")
_THING = Late(
    rf"\W+(?:(?:mig|oss|hem|me|us)\W+)?(?:det|den|de|ett|en|sin|sina|några|här|this|these|the|their|a|an|some|its|new|nya|fina|\W)+\W*(?!{_NO_GIFT}\b)[^\W\d]{{3,}}"
)
_PRODUCT = {
    "sv": r"\b(?:testa\w*|prova\w*|recension\w*|recensera\w*|älskar|favorit\w*|kräm\w*|sko\w*|väsk\w*|mobil\w*|dator\w*|hörlur\w*|smink\w*|kläder|jacka\w*|klock\w*|maskin\w*|produkt\w*|paket\w*|låda\w*|smyck\w*|hotell\w*|middag\w*|resa\w*|prylar?|kaffe\w*|tröj\w*|cykel\w*|bil(?:en)?|rekommenderar|unboxing|choklad\w*|bok(?:en)?|spel(?:et)?|prenumeration\w*|biljett\w*|kit(?:et)?|glasögon\w*|säng\w*|madrass\w*)\b",
    "en": r"\b(?:test\w*|try(?:ing)?|tried|review\w*|love|favou?rites?|cream|shoes?|trainers|sneakers|bags?|phones?|laptop|headphones|make-?up|clothes|jacket|watch|machine|products?|package|box|jewell?ery|hotel|dinner|trip|gadgets?|coffee|shirt|bike|car|recommend\w*|unboxing|chocolates?|book|game|subscription|tickets?|kit|glasses|mattress|skincare|serum|kettle|speaker)\b",
}
_FREE = r"\b(?:free|to (?:try|test|keep|review)|gift\w*|thank\w*|kindly|generous\w*)\b"
_OWN = {
    "sv": r"\b(?:hos oss|vår|vårt|våra|vi bjuder|vi ger|i vår|vi firar|till våra|vi på)\b",
    "en": r"\b(?:our|we(?:['’]re)? (?:giving|offer\w*|celebrat\w*)|with us|from us|in our|we at)\b",
}


def _find(post: Post) -> Iterator[Finding]:
    found = list(_rewards(post))
    if found and not _is_marked(post):
        yield from found


def _is_marked(post: Post) -> bool:
    """Does it say that it is advertising, where that is seen first?"""
    mark = _MARK.search(post.lower)
    if mark and mark.start() < _FIRST and post.lower[max(0, mark.start() - 1)] != "#":
        return True
    if mark and not post.lower[: mark.start()].strip(" #*[(|:"):
        return True
    return bool(_OWNED_UP.match(post.lower))


def _rewards(post: Post) -> Iterator[Finding]:
    told = False
    for hit in _GIFTS.find(post):
        finding = _judged(hit, post, _is_own_offer(post))
        if finding and not (finding.variant == "late" and told):
            told = True
            yield finding
    if not told:
        yield from paid(post)


def _is_own_offer(post: Post) -> bool:
    return post.context.layer == "logo" or has(post, _OWN[post.language])


def _judged(hit: Hit, post: Post, own: bool) -> Finding | None:
    kind, place = hit.frame.variant, hit.word.start
    if is_question(post, place) or post.is_quoted(hit.word) or (kind != "late" and is_negated(post, place)):
        return None
    if kind == "code":
        # An account that offers its own code sells its own things: everybody sees that.
        return None if own else Finding(hit.span, hit.frame.confidence)
    if kind == "gift":
        return _gift(hit, post)
    if kind in ("maker", "reward"):
        return _rewarded(hit, post, own)
    if kind == "by" and not (post.mentions or post.tags or has(post, _PRODUCT[post.language])):
        return None
    if kind == "late":
        return None if _opens(hit, post) else Finding(hit.span, hit.frame.confidence, "late")
    return Finding(hit.span, hit.frame.confidence)


# Somebody with a name, near what was given: "treated to a weekend at Hotel Seabay".
_NAMED = Late(r"(?:@[\w.]+|(?<=[^\W_] )[A-ZÅÄÖ][\w&-]{2,}|(?<=[^\W_] [A-Z])[a-z]\w+)")
_SHOPS = {
    "sv": r"\b(?:handla\w*|köp\w*|beställ\w*|rabatt\w*|procent|%|klicka\w*|boka\w*|shoppa\w*|använd\w*|registrera\w*|teckna\w*)(?!\w)",
    "en": r"(?:\b(?:shop\w*|buy|order|book|discounts?|per ?cent|click|use|sign up|off|register)\b|%)",
}


def _rewarded(hit: Hit, post: Post, own: bool) -> Finding | None:
    """Treated by somebody with a name who is praised, or paid when readers buy."""
    if own:
        return None
    if hit.frame.variant == "reward":
        pays = post.lower[hit.word.start : hit.word.end] not in ("via länken", "link below")
        sells = has(post, _SHOPS[post.language])
        return Finding(hit.span, hit.frame.confidence) if sells and pays and _is_linked(hit, post) else None
    found = _NAMED.search(post.text, hit.word.end, hit.word.end + 70)
    maker = found or _SENDER.search(post.text, max(0, hit.word.start - 40), hit.word.start)
    praised = has(post, _PRODUCT[post.language]) or has(post, _GLAD[post.language])
    maker = maker or _NAMED.search(post.text)
    named = bool(post.mentions) or (maker is not None and _is_maker(maker.group().strip()))
    if not named or not praised:
        return None
    return Finding(hit.span, hit.frame.confidence)


_GLAD = {
    "sv": r"\b(?:åk|boka|missa inte|rekommender\w*|älskar|underbar\w*|fantastisk\w*|mysig\w*|magisk\w*|bäst\w*|ljuvlig\w*|så (?:god|fin|bra|skön|kul|härlig)\w*|grym\w*|njut\w*|toppen|kika in|spana in|spring)\b",
    "en": r"\b(?:go|book|don['’]t miss|recommend\w*|love\w*|wonderful|fantastic|cosy|cozy|magical?|best|gorgeous|so (?:good|nice|pretty|soft|tasty|lovely|fun)|amazing|enjoy\w*|delicious|stunning|check (?:it|them) out|run)\b",
}


def _is_linked(hit: Hit, post: Post) -> bool:
    """A reward for readers' buying speaks of a link or a code; one's pay at work doesn't."""
    return hit.word.end - hit.word.start > 8 or has(post, r"\b(?:länk\w*|kod\w*|links?|codes?)\b")


def _opens(hit: Hit, post: Post) -> bool:
    """Is the tag the first thing that is read, and one that says plainly what it is?"""
    plain = post.of(hit.word).lower() in ("#ad", "#reklam", "#annons", "#sponsored", "#paidpartnership")
    return plain and hit.word.start == 0


def _gift(hit: Hit, post: Post) -> Finding | None:
    """A thing that a maker gave: "fick den här väskan av Firma", "Firma sent me this"."""
    if not has(post, _PRODUCT[post.language]):
        return None
    after = _FROM[post.language].match(post.text, hit.word.end, hit.word.end + 90)
    # "Got it from a shop" is what one says of buying, unless something tells that it cost nothing.
    bought = post.of(hit.word).lower() in ("got", "received") and not has(post, _FREE)
    if after and not bought and _is_maker(after.group("who")):
        return Finding(Span(hit.word.start, after.end()), hit.frame.confidence)
    before = _SENDER.search(post.text, max(0, hit.word.start - 40), hit.word.start)
    thing = _THING.match(post.text, hit.word.end, hit.word.end + 60)
    giving = post.of(hit.word).lower() in ("skickade", "skickat", "sent me", "sent us", "gave me", "gave us")
    if giving and before and thing and _is_maker(before.group("who")):
        return Finding(Span(before.start(), thing.end()), hit.frame.confidence)
    return None


def _is_maker(who: str) -> bool:
    name = who.lower()
    return name not in FIRST_NAMES and name not in ("jag", "vi", "hon", "han", "de", "ni", "they", "she", "he", "we", "you", "mamma", "pappa", "god", "gud", "and", "who", "work")  # fmt: skip


_WHY = Both("Lagen säger att det ska synas direkt att någon har betalat, bjudit eller lånat ut.", "The law says it must be seen at once that somebody paid, treated or lent.")  # fmt: skip

UNDISCLOSED_AD = Check(
    "undisclosed-ad",
    Both("omärkt reklam", "unmarked advertising"),
    {
        "": Told(Both("Det här är reklam, men det står inte först.", "This is advertising, but doesn’t say so first."), _WHY, Both("Börja med ordet ”Reklam”, och säg vem som betalade eller gav.", "Begin with the word “Ad”, and say who paid or gave."), Both("Det här kan läsas som reklam utan märkning.", "This can be read as advertising without a mark.")),
        "late": Told(Both("Märkningen står sist eller säger för lite.", "The mark stands last, or says too little."), Both("Få läser så långt som till hashtaggarna, och lagen kräver att det syns direkt.", "Few read as far as the hashtags, and the law wants it seen at once."), Both("Börja med ordet ”Reklam” eller ”Annons”.", "Begin with the word “Ad”.")),
    },
    "Readers weigh words otherwise when somebody paid for them, and have a right to know first.",
    "Swedish Marketing Act (2008:486), 9 §, and the Consumer Agency’s guidance on influencers; Directive 2005/29/EC, annex I, 11; ICC Marketing Code, art. 7; UK CAP Code 2.1",
    _find,
    weight=1.8,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip
