"""Signs of payment that leave room for whatever is paid for: who gave, who is thanked, who is sent by whom."""

from __future__ import annotations

_GIVERS_SV = r"(?:märket|varumärket|ägarna|ägaren|kocken|hotellet|krogen|restaurangen|företaget|bolaget|firman|butiken|tillverkaren|återförsäljaren|teamet|gänget|folket|vännerna|människorna|de|dom|som)"
_GIVERS_EN = r"(?:the (?:\w+ )?(?:owners?|chef|hotel|brand|company|shop|makers?|team|people|folks|lot|guys|dealer|label|studio)(?: (?:at|behind|from) [\w&' -]{2,20})?|they|who|which)"
# What a maker does for somebody who is to speak well of it.
_GIVE_SV = r"(?:skickade|skickat|skickar|överraskade|överraskat|bjöd|bjudit|bjuder|lånade ut|lånat ut|lånar ut|klär|klädde|utrustar|utrustade|utrustat|fyller på|fyllde på|dukade upp|dukat upp|levererade|levererar|lät|låter|låtit|ställde upp|ställer upp|unnade|skämmer bort|skämde bort|skämt bort|hörde av sig|håller (?:mig|oss)|försett|försåg|förser|gav|ger|gett|sydde|byggde|körde hem|kom hem med)"
_GIVE_EN = r"(?:sent|sends|surprised|surprises|treated|treats|lent|lends|loaned|dress|dresses|dressed|kitted|kit|keeps?|kept|stocks?|stocked|lets?|letting|set|laid on|threw in|spoil(?:s|ed|t)?|flew|put|reached out|gave|gives|handed|dropped|delivered|fitted|fixed|built|shipped|hooked|looked after|insisted|wouldn['’]t)"
_ME_SV = r"(?:mig|oss|mej|hem|åt|min|mitt|mina|vår|vårt)"
_ME_EN = r"(?:me|us|my|our|over|round)"

SIGNS = {
    "sv": {
        "given": rf"\b{_GIVERS_SV}(?: (?:på|hos|bakom|från) [\wåäö&]+(?: [\wåäö&]+)?)?(?: \w+)? {_GIVE_SV}\b[^.!?\n]{{0,30}}?\b(?:{_ME_SV}|låda|lådan|paket|kasse)\b",
        "thanked": rf"\btack(?:ar)?\b[^.!?\n]{{0,45}}?\b(?:(?:som|för att ni) (?:{_GIVE_SV})|(?:som {_GIVE_SV}|för (?:att (?:ni|jag|vi|mitt|min|mina|vår)|lånet|paketet|lådan|gåvan|presenten|prylarna|utskicket|inbjudan|vistelsen|middagen|helgen|leveransen|sponsringen|generositeten|samarbetet|allt ni|lyxen|skjutsen|\w+(?:skorna|kläderna|kassen|väskan|bilen|cykeln|maten))))\b",
        "no-bill": r"\b(?:utan|ingen|inte en|aldrig en|aldrig någon|slapp|noll) (?:enda )?(?:nota|räkning|faktura|notan|räkningen|avgift)\b|\bkosta(?:de|t|r)? (?:mig|oss) (?:inte|ingenting|noll|inget|absolut)\b|\b(?:inte|vägrade|aldrig) (?:\w+ )?(?:ta|ha|tog|tagit) (?:emot )?(?:betalt|några? pengar)\b|\bgratis (?:åt|till|för) (?:mig|oss)\b|\b(?:allt|maten|resan|rummet|boendet|skorna|kläderna|hela \w+) (?:var |är |blev )?(?:gratis|betalt|betald|bekostad|bekostat|på dem|på huset)\b",
        "from-me": r"\b(?:(?:kommer|hälsa|hälsar|tipsad|skickad) (?:\w+ )?(?:från|av|via|genom) (?:mig|oss)|via mig|genom mig|med mitt namn|mitt namn|hälsa (?:från|att)|säg (?:att|bara|mitt|hej)|nämn (?:mig|mitt|inlägget)|uppge (?:mig|mitt))\b",
        "reward": r"\b(?:så|då|och|,) (?:får|tjänar|drar) (?:jag|vi|både|du och jag|klubben|laget|föreningen)\b[^.!?\n]{0,45}?(?:\d|gratis|månad\w*|poäng|krona|kronor|\bkr\b|rabatt|bonus\w*|slant\w*|peng\w*|procent|%|var sin|varsin|lite|något)|\boch (?:jag|vi) (?:en|ett|var sin|varsin|också|får)\b|\bfår (?:jag|vi båda|vi|klubben|laget|föreningen) [^.!?\n]{0,12}(?:värv\w*|provision\w*|poäng\w*|bonus\w*|slant\w*|krediter|kickback\w*|presentkort\w*)|\bgår (?:det |)(?:en|ett|tio|fem|\d+|några|lite|del av|halva|procent)\b[^.!?\n]{0,30} till (?:oss|mig|klubb\w*|lag\w*|\w*laget|\w*kassan|förening\w*|kanalen|podden)",
        "tied": r"\b(?:märket|varumärket|bolaget|företaget|[\wåäö]+) och (?:jag|vi) har (?:ett|något|lite|en|nåt)\b[^.!?\n]{0,25}(?:ihop|på gång|tillsammans|projekt|samarbete|avtal|deal)|\bmina (?:kära |fina |goda )?vänner (?:på|hos|från|bakom)\b|\b(?:ett|vårt|mitt|i) (?:nytt |nya |fint |litet |långt )?(?:samarbete|partnerskap)\b|\bsom klär (?:mig|oss)\b|\bi (?:mitt|vårt) (?:avtal|kontrakt)\b|\b(?:de|dom|märket|bolaget|sponsorn) (?:betalar|sponsrar)\b|\bpå uppdrag av\b",
    },
    "en": {
        "given": rf"\b{_GIVERS_EN}\b(?: \w+)? {_GIVE_EN}\b[^.!?\n]{{0,30}}?\b{_ME_EN}\b",
        "thanked": r"\b(?:thanks?|thank you|cheers|ta|grateful|shout[- ]?out|big up|love to)\b[^.!?\n]{0,45}?\bfor (?:having|hosting|sending|spoiling|sponsoring|gifting|kitting|inviting|keeping|letting|treating|looking after|putting|sorting|dressing|lending|fixing|stocking|flying|the (?:loan|stay|kit|gear|box|parcel|package|trip|goodies|treats|hospitality|invitation|invite|visit|experience|night|pair|samples?|weekend|dinner|ride|wheels|upgrade|support)|my (?:new )?\w+)\b",
        "no-bill": r"\b(?:no|not a|not even a|not one|never a|without a|zero|nor a) (?:single )?(?:bill|invoice|penny|tab|charge|cent|receipt)\b|\bcost (?:me|us) (?:nothing|nowt|zero|not a|absolutely)\b|\b(?:didn['’]t|never|doesn['’]t) cost (?:me|us)\b|\b(?:wouldn['’]t|refused to|won['’]t) (?:take|hear|let|accept)\b[^.!?\n]{0,20}\b(?:pay|bill|money|card|penny|payment)\b|\b(?:all|it|everything|dinner|the room|the trip|the stay)(?: was|['’]s| is)? (?:free|paid for|covered|comped|on them|on the house)\b",
        "from-me": r"\b(?:(?:come|came|sent|go|going|booked?|join|sign up|signed up|order) (?:in )?(?:through|via|from|by|with) (?:me|us)\b|through me\b|via me\b|my name\b|say (?:\w+ sent you|hi|you['’]re|that|you|it|i|hello|my)\b|tell (?:them|him|her)\b|mention (?:me|my|this)\b|put (?:in )?my name)",
        "reward": r"\b(?:and|so|then|,) (?:i|we|we both|you and i|both of us|the club|the team)(?:['’]ll| will)? (?:both |each )?(?:get|gets|earn|earns|make|receive|bag|pocket)\b[^.!?\n]{0,45}?(?:[£$€]|\d|free|months?|points|credits?|quid|bonus|cut|commission|something|bit|money|cash|discount|voucher|percent|%)|\band (?:i|we) get (?:an?|some|one|two) \w+|\b(?:i|we) (?:get|earn|make|receive) [^.!?\n]{0,12}(?:credits?|commission|points|bonus|cut|kickback|referral|voucher)|\b(?:comes?|goes?|lands?|finds its way) (?:back |straight )?(?:in |in)?(?:to|with) (?:us|me|my|our|the club|the team|the lads|the kids)\b",
        "tied": r"\b(?:the brand|the company|the label|they|[\w]+) and (?:i|me|we) (?:have|['’]ve)(?: got)? (?:a|something|an)\b|\bmy (?:lovely |good |dear )?(?:friends|pals|mates|people) (?:at|from|over at)\b|\b(?:our|my|a|new|this) (?:new |little |lovely |long )?(?:collab\w*|partnership|brand deal)\b|\bwho (?:dress|kit|sponsor|pay|equip|fuel|clothe) (?:me|us)\b|\bin my contract\b|\b(?:they|the brand|the sponsor) (?:pay|sponsor)s?\b|\bkeeping my \w+ (?:full|stocked|topped)\b",
    },
}
"""Patterns for a post in lower case, by language and kind."""

NAME_GIVES = {
    "sv": rf"(?:@[\w.]+|(?:[A-ZÅÄÖ][\w&-]+ )?[A-ZÅÄÖ][\w&-]{{2,}})(?:,? som| har|:| precis| nyss)? {_GIVE_SV} (?:\w+ )?(?:{_ME_SV}|två|tre|fyra|ett par|en hel|ett helt|dem|den|det|över|hit|sina|sitt|sin|ut)\b",
    "en": rf"(?:@[\w.]+|(?:[A-Z][\w&-]+ )?[A-Z][\w&-]{{2,}})(?:,? (?:who|which)| have| has|['’]ve| just| kindly| very kindly)? {_GIVE_EN} (?:\w+ )?(?:{_ME_EN}|two|three|four|a whole|a pair|them|it|one|these|this|their|everything|through|off)\b",
}
"""A name that gives, for a post as it is written."""
GLAD = r"[!😄😊😁😎👍🎉💪⭐🌟🥳✨🔥😍❤🎧🥰🤩💛💚💙🙌👏😋🤤]"

SUPPLIES = {
    "sv": r"\b(?:de|dom|som|butiken|företaget|firman|bageriet|bolaget) (?:nu |ju |generöst )?(?:står för|stod för|bjuder på|sponsrar|skickar oss|ger oss|levererar (?:gratis|utan)|håller oss med|klär (?:oss|laget))\b",
    "en": r"\b(?:they|who|the (?:shop|company|firm|bakery|brand))(?: now| kindly)? (?:supply|supplies|provide|provides|sponsor|sponsors|give us|gives us|send us|sends us|keep us in|keeps us in|(?:also )?keeps? (?:us|the \w+|our \w+) in|cover|dress|kit) (?:us|our|all|the|out)?",
}
"""A third party that an organisation is supplied by, and sends its readers to."""
