"""Posing as somebody else: an outsider, who has only heard, who defends, who answers the one that asks for a tip.

Read of an employee whose own organisation isn't known here: the one who is spoken for by name is taken to be it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import has, is_question, pattern
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES
from vigor.check.parties import is_named
from vigor.check.post import Post
from vigor.language.words import listed

_OUTSIDER = {
    "sv": r"\bsom (?:helt |bara |en |vanlig |helt vanlig |nöjd |glad |trogen |enkel |ren )*(?:granne|närboende|boende|förälder|mamma|pappa|kund|resenär|patient|djurägare|hundägare|kattägare|konsument|medborgare|utomstående|privatperson|pendlare|besökare|gäst|användare|villaägare|invånare|skattebetalare|lekman|oberoende|betraktare|ortsbo|stammis)\b|\b(?:utan|ingen|inget|inga|har inte|noll) (?:\w+ )?(?:egen vinning|vinning|koppling\w*|egenintresse\w*|eget intresse|intresse i|aktier|baktanke|agenda|band till|att göra med|samarbete)\b|\b(?:inget|inte ett dugg|ingenting) med (?:dem|dom|bolaget|företaget|saken) att göra\b|\b(?:opartisk\w*|ojävig\w*|oberoende|objektiv\w*|neutral\w*|utomstående)\b|\bjobbar (?:ju |inte |faktiskt )*(?:inte )(?:ens )?(?:där|hos|för|åt|på)\b|\b(?:bara|blott) (?:en|ett) (?:nöjd|vanlig|glad|enkel|helt vanlig|slumpmässig|random|fan)\w*|\brandom tips\b|\bslumpmässigt tips\b|\bett tips från (?:en|ingen)\b",
    "en": r"\bas (?:just |purely |simply |merely )*(?:a|an|one|someone|somebody) (?:\w+ ){0,3}?(?:neighbou?r|resident|local|customer|parent|mum|dad|user|passenger|patient|bystander|observer|outsider|consumer|shopper|citizen|taxpayer|traveller|commuter|guest|owner|homeowner|member of the public|regular|punter|layman|lives nearby|who lives|living nearby|who uses|who shops|with no)\b|\b(?:speaking|talking|writing) (?:purely |just |only |simply |merely )?as\b|\bno (?:dog|horse|skin|stake|axe|vested|agenda|affiliation|connection|link|links|ties|interest|personal interest|shares|reason to)\b|\bnot (?:affiliated|connected|biased|sponsored|on commission|involved|linked|being paid|related)\b|\b(?:nothing|not) to do with (?:them|the company|it)\b|\b(?:unbiased|impartial|neutral|objective\w*|unaffiliated)\b|\brandom (?:tip|person|guy|recommendation|stranger|shout[- ]?out)\b|\bjust (?:a|an|some|another) (?:very )?(?:happy|ordinary|normal|regular|satisfied|random|curious|impartial|neutral|fan|local|punter)\b|\b(?:don['’]t|do not|didn['’]t|never) (?:even )?work(?:ed)? (?:there|for|with|at)\b|\bgains? (?:me )?nothing\b|\bnothing in it for me\b",
}
_HEARSAY = {
    "sv": r"\b(?:hört|hör|höra|läst) (?:\w+ ){0,3}?(?:gott|bra|fint|positivt|lovord\w*|bäst\w*)\b|\bhörde (?:av|från|via) (?:en|min|någon|nån|några)\b|\b(?:kompis\w*|vän|väninna|granne\w*|bekant\w*|kusin\w*|svåger|svägerska|mamma|pappa|syster|bror|syrran|brorsan|folk|alla|många|flera|andra|de flesta)(?: \w+){0,2}? (?:svär vid|rekommendera\w*|hylla\w*|prisa\w*|är (?:så |jätte|super|helt )*nöjd\w*|är frälst\w*|är lyrisk\w*|har (?!hört|sagt|frågat|varit|börjat|slutat)|bytte till|gick över till|kör med|anlitade|pratar om|byter till|snackar om|säger att|verkar (?:gilla|älska|byta|nöjd\w*)|gillar|älskar)|\b(?:tydligen|ryktet säger|det sägs|ska visst vara|lär (?:vara|ha)|ska vara (?:riktigt |så |jätte)?(?:bra|bäst\w*|grym\w*))\b",
    "en": r"\b(?:hearing|heard|hear|hears|read|reading|seen) (?:\w+ ){0,3}?(?:good|great|nice|lovely|brilliant|amazing|positive|wonderful|rave|excellent|fantastic)\b|\b(?:friends?|mates?|neighbou?rs?|mum|dad|cousin|sister|brother|sister-in-law|brother-in-law|people|everyone|everybody|folk|folks|loads of people|lots of people|pals?|someone|others)(?: of mine| i know| here| around here)?(?: \w+)? (?:swears? by|rav(?:es?|ing)|recommend\w*|loves?|says?|(?:is|are|seems?|['’]s) (?:\w+ )?(?:talking|switching|happy|delighted|impressed|thrilled|moving)|has|have|got|uses?|switched to|went with|can['’]t stop|told me|mentioned)|\b(?:word (?:on the street|is|has it)|apparently|rumou?r has it|supposed to be (?:the |really |very |so )?(?:best|great|good|brilliant|amazing)|by all accounts|heard (?:it )?from (?:a|my|some))\b",
}
_ATTACKED = {
    "sv": r"\b(?:orättvis\w*|drev(?:et)?\b|häxjakt\w*|hets\w*|gnäll\w*|överdriv\w*|överdrift\w*|kritik\w*|media|medierna|journalist\w*|tidning\w*|skriverier\w*|klaga\w*|påhopp\w*|smutskast\w*|ifrågasätt\w*|missunnsam\w*|avundsjuk\w*|konflikt\w*|protest\w*|motstånd\w*|lögner|smuts|snälla mot|ge (?:dem|bolaget) en chans)\b",
    "en": r"\b(?:unfair\w*|unjust\w*|harsh|witch[- ]?hunt|hatchet job|pile-?on|hysteri\w*|overblown|overreact\w*|bash\w*|criti[cs]\w*|complain\w*|moan\w*|smear\w*|lies|media|journalists?|haters|scaremonger\w*|nonsense|protest\w*|objectors?|nimby\w*|envious|jealous|row|scrap|attack\w*|give (?:them|it) a (?:chance|break))\b",
}
_DEFENDED = {
    "sv": r"\b(?:(?:gör|gjort|gjorde|göra) (?:\w+ )?(?:rätt|sitt bästa|mycket|stor|en (?:stor )?insats|nytta|skillnad)|förtjänar|seriös\w*|proffs\w*|sköt\w* (?:sig|det|allt)|bra (?:bolag|företag|arbetsgivare|jobb|granne|grannar|folk|skola)|fantastisk\w*|låt (?:dem|dom)|ifred|i fred|har rätt|ansvarsfull\w*|säker\w*|ofarlig\w*|trygg\w*|det bästa|bäst\w*|skapar jobb|viktig\w*|tur att|stolt\w*|tack vare|fin\w* (?:bolag|företag))\b",
    "en": r"\b(?:(?:do(?:es|ing|ne)?|did) (?:\w+ )?(?:right|their best|everything|nothing wrong|so much|a lot|a great|good|wonders)|deserves?|professional\w*|serious|good (?:company|firm|employer|neighbou?rs?|people|job)|fantastic|brilliant|wonderful|great|excellent|let them|leave them|alone|is right|are right|responsible|safe|harmless|the best|lucky to have|jobs|thanks to|proud|superb|first[- ]class|nothing but)\b",
}
_ASKED = {
    "sv": r"\b(?:någon|nån|vem|tips\w*|rekommend\w*|bra\b|bäst\w*|funderar|söker|letar|var (?:köper|hittar|finns|går|kan)|vilken|vilket|vilka|värt|erfarenhet\w*|hjälp|byta|välja|borde|nöjd\w*)\b",
    "en": r"\b(?:any(?:one|body)?|recommend\w*|good|best|tips?|know|where|looking for|suggestions?|worth|thinking|which|who|experience|help|switch\w*|choose|should|need a|happy with)\b",
}
_COMMENDED = {
    "sv": r"\b(?:bäst\w*|grym\w*|suverän\w*|toppen|fantastisk\w*|kanon|jättebra|superbra|jätte\w+|rekommendera\w*|nöjd\w*|kolla in|testa\w*|prova\w*|köp(?! av| en gammal)\b|byt\b|lista dig|boka\w*|ring dem|gå dit|åk dit|hör av dig|gå till|välj\w*|handla\w*|prisvärd\w*|billig\w*|smidig\w*|snabb\w*|trevlig\w*|proffsig\w*|korta köer|lediga tider|älskar|svårslag\w*|värt att|värda att|oslagbar\w*|snygg\w*|bra val|absolut|värd\w*|långa öppettider|spring dit|passa på|halva priset|rabatt\w*|rea\b|finns på|kr\b|👍|❤|🙌)",
    "en": r"\b(?:best|brilliant|superb|fantastic|great|excellent|amazing|lovely|recommend\w*|happy|check (?:them|it) out|try|buy|switch|book|ring them|call them|go (?:there|to|with)|choose|good value|cheap\w*|easy|quick|friendly|professional|slots|appointments|half price|sale\b|\d+ ?% off|get down there|love|unbeatable|worth (?:a|it|every|giving|calling|ringing|trying)|definitely|absolutely|get (?:one|yours)|give them|can['’]t go wrong|only \w+ worth|the only|available|move your|👍|❤|🙌)|👍|❤|🙌",
}
# Told after all, or a colleague's, a friend's or one's own: nobody is hidden there.
_TOLD = {
    "sv": r"\b(?:vi|vår|vårt|våra|oss|hos oss|jag (?:jobbar|arbetar|är anställd|driver|äger)|mitt jobb|min arbetsgivare|min (?:arbetsplats|firma)|mina kolleg\w*|anställd\w*|partisk|jävig|konkurrent\w*|reklam för|köpte|har köpt|egna pengar)\b",
    "en": r"\b(?:we|our|ours|us|i (?:work|run|own|['’]m employed)|i['’]m (?:biased|employed)|my (?:job|employer|work|workplace|company|firm|team|colleagues?)|competitors?|rivals?|disclosure|disclaimer|bought|my own money|i fit|i sell|i make|i build)\b",
}
_CULTURE = {
    "sv": r"\b(?:bok\w*|roman\w*|film\w*|serie\w*|podd\w*|avsnitt\w*|låt\w*|album\w*|konsert\w*|museum|museet|utställning\w*|teater\w*|match\w*|artikel\w*|föreläs\w*|kollega\w*|kolleg\w*|stad\w*|strand\w*|recept\w*|elev\w*|student\w*)\b",
    "en": r"\b(?:books?|novels?|films?|movies?|series|podcasts?|episodes?|songs?|albums?|concerts?|museums?|exhibitions?|theatre|theater|match(?:es)?|articles?|lectures?|colleagues?|town|city|beach|recipes?|pupils?|students?|thread|talk)\b",
}
_NOT_FIRMS = listed(
    "ja nej hej jo nä nja absolut varmt testa prova kolla köp byt tips yes no hi hello well absolutely definitely try check buy switch random x facebook linkedin instagram tiktok youtube google monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter england scotland wales britain london sweden sverige stockholm göteborg malmö europe europa norge danmark finland eu"
)
_FIRM_ASKED = Late(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w&-]{2,}")
_OPENS_ASKING = Late(r"[^.!?\n]{3,90}\?\s+\S")


def posing(post: Post) -> Iterator[Finding]:
    """Praise of a firm by an employee who poses as somebody else."""
    if post.context.layer != "employee" or post.quotes:
        return
    denies = pattern(_DENIES[post.language]).search(post.lower)
    if not denies and has(post, _TOLD[post.language]):
        return
    asked = bool(post.context.reply_to) and bool(
        pattern(_ASKED[post.language]).search(post.context.reply_to.lower())
    )
    firm = _firm(post)
    if firm is None and not (asked and _FIRM_ASKED.search(post.context.reply_to)):
        return
    commended = has(post, _COMMENDED[post.language]) or has(post, _DEFENDED[post.language])
    if not commended:
        return
    place = firm or post.sentences[0]
    for source, confidence in ((_OUTSIDER, 0.76), (_HEARSAY, 0.68)):
        found = pattern(source[post.language]).search(post.lower)
        if found and not is_question(post, found.start()):
            yield Finding(Span(*found.span()), confidence)
            return
    if has(post, _ATTACKED[post.language]) and has(post, _DEFENDED[post.language]):
        yield Finding(place, 0.66)
    elif has(post, _CULTURE[post.language]):
        return
    elif asked and has(post, _COMMENDED[post.language]):
        yield Finding(place, 0.7)
    elif _OPENS_ASKING.match(post.text) and has(post, _CALLED[post.language]) and not post.context.reply_to:
        yield Finding(place, 0.64)


_DENIES = {
    "sv": r"\bjobbar (?:ju |faktiskt )?inte\b|\b(?:in|o)te partisk|\binte jävig",
    "en": r"\b(?:don['’]t|do not|never) (?:even )?work(?:ed)? (?:there|for|with|at)\b|\bnot biased\b|\bno connection\b",
}


_CALLED = {
    "sv": r"\b(?:testa|prova|köp|byt|boka|ring|kör in|kom in|gå till|gå dit|åk dit|passa på|spring dit|lista dig|beställ|kolla in|ladda ner|lediga tider|finns på|\d+ ?(?:kr|kronor|spänn|%|procent)|rabatt\w*)\b",
    "en": r"\b(?:try|buy|switch|book|ring|call|pop in|drop in|go to|go there|get down|check out|download|order|slots|appointments|in stock|discount\w*|\d+ ?% off|worth a)\b|[£$€]\d",
}


def _firm(post: Post) -> Span | None:
    """The first name that is nobody's own and no place's that we know."""
    for token in post.tokens:
        word = token.word
        if word in _NOT_FIRMS or word in FIRST_NAMES or word.removesuffix("s") in FIRST_NAMES:
            continue
        if is_named(post, token):
            return Span(token.start, token.end)
    return None
