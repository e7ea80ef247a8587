"""What is put where it will be seen: bait for likes and comments, a comment carried around, others' hashtags, one's own
offers under somebody's grief. Links count with and without what comes before the domain.
"""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.figures import Figure, Figures
from vigor.check.late import Late
from vigor.check.post import Post

_DOMAIN = Late(
    r"(?<![\w@./-])(?:[a-z0-9åäö](?:[a-z0-9åäö-]{0,61}[a-z0-9åäö])?\.){1,4}(?:example|com|se|nu|org|net|io|co\.uk|uk|eu|info|app|dev|shop|store|me|ly|no|dk|fi|de|tv|ai|link|page|site|online|biz|gl|to)(?![\w@.-]*\w@)(?:[/?#][^\s<>\"”’)\]}]*)?(?!\w)",
    0,
    (".",),
)

_DOTTED = Late(r"\.(?<=[a-z0-9åäö]\.)[a-z]{2}")
PUSHED = Figures(
    sv=(
        Figure("bait", r"\b(?:(?:gilla|dela|kommentera|tagga|följ|spara|reposta)(?:,| och| &| \+|/)+ ?(?:gilla|dela|kommentera|tagga|följ|spara|vinn|tävla)|tagga (?:en|ett|två|tre|fem|någon|nån|din|dina|alla|er|minst)\b|(?:gilla|dela|like:?a)(?: inlägget| det här| detta)? om (?:du|ni) (?:också |inte )?(?:håller|gillar|tycker|älskar|vill|har|känner någon|är|längtar|saknar)\b|(?:skriv|kommentera(?: med)?|droppa) (?:ordet )?[\"”“']?\w{1,15}[\"”“']? (?:i kommentar\w*|nedan|här under|så (?:skickar|får|dm:ar|mejlar))|följ (?:mig|oss|kontot) (?:för|så)|dubbeltryck\w*|hjälp (?:oss|mig) (?:att )?(?:nå|slå|komma upp i) [\d ]+|(?:vi|jag) (?:vill|ska|behöver) (?:nå|upp i|ha) [\d ]+ (?:följare|gilla\w*|likes)|sprid (?:gärna |det här |detta )*(?:till alla|som en löpeld|överallt)|dela (?:det här |detta |inlägget )?(?:vidare )?(?:till|med|i) (?:alla|alla dina|så många|varje)|för räckviddens skull|algoritmen|följ för följ|följ tillbaka|f4f|l4l)\b", "gilla|dela|kommentera|tagga|följ|spara|reposta|skriv|droppa|dubbeltryck|hjälp oss|hjälp mig|följare|likes|sprid|räckvidd|algoritm|f4f|l4l|lika om|likea"),
        Figure("copied", r"\b(?:(?:kommenterar|svarar|skriver|postar|lägger|klistrar in|delar|länkar) (?:jag |vi |det |detta |den )*(?:som (?:i går|förra gången|vanligt|sist|ovan)|igen|en gång till|på nytt|(?:här|i den här tråden|under det här) (?:också|med|igen)|även här|även i den här|i alla trådar|i varje tråd|överallt)|(?:som|precis som) jag (?:skrev|kommenterade|svarade|postade) (?:i går|igår|förra veckan|i den (?:andra|förra) tråden|ovan|nyss)|samma (?:svar|kommentar|tips) (?:som|även|igen|här)|(?:också|även) på frågan (?:över|under|ovan)|upprepar (?:mig|det)|kopierar in (?:mitt|min))\b", "igen|en gång till|på nytt|även här|i alla|i varje|överallt|som jag|samma|också|även på|upprepar|kopierar in|som i går|som vanligt|här med&delar|klistrar |kommenterar|kopierar |lägger|länkar|också på |postar|samma kommentar|samma svar|samma tips|skriver|som jag kommenterade |som jag postade |som jag skrev |som jag svarade |svarar|upprepar |även på "),
    ),
    en=(
        Figure("bait", r"\b(?:(?:like|share|comment|tag|follow|save|repost|subscribe|retweet)(?:,| and| &| \+|/)+ ?(?:like|share|comment|tag|follow|save|win|subscribe|repost|retweet)|tag (?:a|an|two|three|five|someone|somebody|your|everyone|all|at least)\b(?! price| line)|(?:like|share|retweet|rt|hit like)(?: this)?(?: post)? if (?:you|u)(?:['’]re)? (?:also |too |still )?(?:agree|like|love|think|want|have|miss|know|are|can|remember)\b|(?:comment|type|drop|write|say|leave) (?:the word |a )?[\"“']?\w{1,15}[\"”']? (?:below|in the comments|and (?:i|we)['’]?(?:ll| will)?|to get|for the link)|follow (?:me|us|this page|this account|for)\b(?: for)?|double[- ]tap|help (?:us|me) (?:get to|reach|hit|beat) [\d,.k]+|(?:we|i) (?:want|need|aim) to (?:reach|hit|get to) [\d,.k]+ (?:followers|likes)|share (?:this )?(?:with|to|in) (?:everyone|all|every|as many)|(?:beat|for|feed|fool|trick) the algorithm|for (?:the )?(?:reach|engagement)|follow for follow|follow back|f4f|l4l|sub4sub|smash (?:that|the))\b", "like|share|comment|tag |follow|save|repost|subscribe|retweet|rt if|type |drop |write |say |leave |double tap|double-tap|help us|help me|algorithm|reach|engagement|f4f|l4l|sub4sub|smash"),
        Figure("copied", r"\b(?:(?:commenting|replying|posting|pasting|dropping|sharing|leaving|linking|repeating) (?:this |it |my \w+ |that )*(?:as (?:yesterday|before|last time|usual|above)|again|once more|once again|here (?:too|as well|again|also)|under (?:every|each|all)|in (?:every|each|all|the other)|everywhere)|(?:just )?as i (?:commented|posted|wrote|replied|said) (?:yesterday|last week|above|in the (?:other|last)|on the (?:other|last)|elsewhere|earlier)|(?:the )?same (?:answer|comment|reply|tip) (?:as|again|here|applies)|i['’]ll (?:say|post|paste) (?:it|this) (?:again|here too|everywhere))\b", "commenting|replying|posting|pasting|dropping|sharing|leaving|linking|repeating|as i |same |i'll say|i'll post|i'll paste|i’ll "),
    ),
)  # fmt: skip
CONFIDENCE = {"bait": 0.74, "copied": 0.72}
GRIEF = {
    "sv": r"\b(?:gick bort|gått bort|somnade (?:\w+ ){0,3}?in|somnat in|dog\b|död\w*|avliden|avlidit|avled|begrav\w*|vila i frid|rip\b|sorg\w*|förlora\w* (?:min|mitt|vår|vårt|våra|mina)|saknar (?:dig|honom|henne|dem)|cancer\w*|tog farväl|farväl|minnesstund|olyck\w*|omkom\w*|skada\w*|uppsagd\w*|fick sparken|missfall\w*|brann ner|mördad\w*|brandmän\w*)\b",
    "en": r"\b(?:passed away|passed (?:this|last|on|in|peacefully|yesterday)|died|death|dead|funeral|rest in peace|rip\b|in memory|memorial|griev\w*|grief|mourn\w*|lost (?:my|our|his|her|another)|loss of|miss (?:him|her|them|you)|said goodbye|goodbye to|cancer|put to sleep|crossed the rainbow|accident|tragedy|killed|laid off|made redundant|miscarriage|burned down|burnt down|heartbroken|devastat\w*)\b",
}
OFFER = {
    "sv": r"\b(?:vi säljer|(?:mitt|vårt) (?:bolag|företag)|(?:min|vår) firma|hyr ut|förresten|hos oss|vår (?:nya |rea|kurs|tjänst|app|bok|podd|webbshop)|våra (?:nya )?\w+|min (?:nya )?(?:kurs|bok|podd|app|artikel|föreläsning|webbinarium)|rabatt\w*|erbjud\w*|\d+ ?%|boka|beställ|rea\b|kom förbi|vi finns på|vi har öppet|välkommen in)\b",
    "en": r"\b(?:we sell|(?:my|our) (?:firm|company|business|shop|store)|rents? out|by the way|btw|we['’]re at|we are at|find us|our (?:new|sale|course|service|app|book|podcast|shop|range|spring|summer|team)|my (?:new )?(?:course|book|podcast|app|article|talk|webinar|newsletter)|discounts?|offers?|\d+ ?% off|book (?:now|a)|order|sale\b|pop in|drop by|in our shop|in our store)\b",
}
OWN = {
    "sv": r"\b(?:min|mitt|mina|vår|vårt|våra|jag (?:tar upp|skriver|pratar|berättar|har skrivit|går igenom))\b",
    "en": r"\b(?:my|our|i (?:cover|wrote|write|talk|explain|discuss|go through|made))\b",
}
HIJACKED = r"\A\W*(?:#\w+[\s,]+){2,6}|#(?:\w*(?:world ?cup|vm20\d\d|em20\d\d|euro20\d\d|worldcup|olympics?|os20\d\d|eurovision|melfest|mello|superbowl|oscars|grammys|blackfriday|trending|viral|fyp|foryou\w*|explore\w*|instagood\w*|likefor\w*|followfor\w*|tagsfor\w*|[a-z]{3}v[a-z]{3}))\b"
"""Hashtags in front of all else, or ones of an event that draws everybody."""


MOST_LINKS = 60
"""Links that are looked at: whoever pastes more pastes a list."""


def links_of(post: Post) -> tuple[Span, ...]:
    """The links of a post, also those that are written by their domain alone."""
    known = post.links[:MOST_LINKS]
    if not _DOTTED.search(post.lower):
        return known
    found = list(known)
    for match in _DOMAIN.finditer(post.lower):
        if len(found) >= MOST_LINKS:
            break
        if not any(link.start <= match.start() < link.end for link in known):
            found.append(Span(match.start(), match.start() + len(match.group().rstrip(".,!?)"))))
    return tuple(sorted(found))
