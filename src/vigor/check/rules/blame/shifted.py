"""Blame by two signs: no single word shifts it, but "it's theirs" beside "we only …" or "ask them" does."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Figure, Figures, Found
from vigor.check.post import Post
from vigor.check.rules.blame.whom import helps, may_be_blamed
from vigor.check.said import is_denied

_FAIL_SV = r"(?:suttit på|sitter på|dröj\w*|drar ut|dragit ut|låter|lät|låtit|legat på|ligger på|bromsa\w*|stoppa\w*|säger nej|sagt nej|sa nej|vägra\w*|glöm\w*|missa\w*|slarva\w*|strula\w*|krångla\w*|tappa\w*|släpp\w* (?:in|igenom|iväg)|ställt? (?:till|in)|inte|aldrig|sent|skär\w*|skur\w*|gräv\w*|kör\w*|tog|tagit|satt\w*|skriv\w*|skrev|bestäm\w*|beslut\w*|höj\w*|dra(?:r|git) in|sparat|sparar|valt|beställt?|sköt\w*|skött|hanter\w*|ansvar\w*|styr|levererat?|levererade|ritat|bygg\w*)"
_FAIL_EN = r"(?:sat on|sitting on|delay\w*|drag\w*|held (?:it |us |this )?up|holding|block\w*|stopp\w*|refus\w*|forg\w*|miss\w*|los\w*|drop\w*|let\w*|didn['’]t|haven['’]t|hasn['’]t|doesn['’]t|won['’]t|never|late|cut\w*|dug|sign\w*|approv\w*|decid\w*|rais\w*|pull\w*|cho\w+|order\w*|handl\w*|design\w*|built|wr[io]t\w*|broke\w*|mess\w*|fail\w*|run[s]?|control\w*|set[s]? the)"

SIGNS = Figures(
    sv=(
        # It's the county board that sat on the papers.
        Figure("agent", rf"\bdet (?:är|var) (?:ju |faktiskt |tyvärr |väl |alltid |helt enkelt )?(?P<who>(?!vi\b|jag\b|inte\b|bara\b|du\b|ni\b|någon\b|något\b|en\b|ett\b|så\b|nog\b|som\b|många\b)[\wåäö-]+(?: (?!som\b)[\wåäö-]+){{0,3}}?) som (?:har |hade |ju |alltid |igen )*{_FAIL_SV}", " som &det var |det är "),
        # That is the operator's business.
        Figure("theirs", r"\b(?:är|var|blir) (?:det )?(?:ju |faktiskt |helt |helt enkelt |tyvärr |rent |egentligen )*(?P<who>(?!vår|er|ditt|din|mitt|min|alla|ett|en\b|allas\b|livets\b|dagens\b)[\wåäö-]+s) (?:eget |egen |eller \w+ )?(?:sak|ansvar|bord|område|uppgift|problem|beslut|grej|ärende|huvudvärk|fel|skuld)\b", "sak|ansvar|bord|område|uppgift|problem|beslut|grej|ärende|huvudvärk|fel|skuld"),
        Figure("theirs", r"\b(?:ligger|låg|hamnar|vilar|sitter|är|uppstod|uppstått|skedde|skett|orsaka\w*|beror|berodde)\b[^.!?\n]{0,25}\b(?:hos|på|av|i händerna på|utanför)\b (?P<who>(?!oss|er\b|dig|mig|att\b|vår|vårt|kontoret|bordet|plats)[\wåäö-]+(?:s sida|s ände|s bord)?)", " hos | på | av |händerna|utanför"),
        # Not here, not us; don't lay it on us.
        Figure("not-us", r"\b(?:lägg\w*|skyll\w*|skjut\w*|häng\w*|kast\w*|hetsa|skäll\w*|gnäll\w*|klaga|bli (?:inte )?arg\w*|ta (?:inte )?ut (?:det|ilskan))\b[^.!?\n]{0,25}\bpå (?:oss|mig|vår\w*|kundtjänst|personalen|köket|kassan|receptionen)\b", "på oss|på mig|på vår|på kund|på pers|på köket|på kass|på rec"),
        Figure("not-us", r"\b(?:det är|det var|är det|var det) (?:faktiskt |ju |verkligen |tyvärr )*inte (?:vi|jag|oss|hos oss|vårt|här|på vår)\b|\binte (?:vi|oss|jag) som\b|\b(?:vi|jag) (?:kan|har|får|råder|styr)(?: ju| tyvärr| faktiskt)* (?:inte|inget|ingenting|ingen)(?: \w+){0,3} (?:åt|för|över|med|makt|inflytande|inverkan)\b|\bi stället för (?:hit|oss|till oss|på oss)\b|\binte hit\b", "i stället för hit|i stället för oss|i stället för på oss|i stället för till oss|inte hi|inte hos oss|inte här|inte jag|inte oss|inte på vår|inte vi|inte vårt|jag får|jag har|jag kan|jag råder|jag styr|vi får|vi har|vi kan|vi råder|vi styr"),
        Figure("not-us", r"\b(?:vi|jag) (?:\w+ )?(?:bara|endast|enbart) (?:\w+)\b|\b(?:vi|jag) (?:hyr|säljer|kör|förmedlar|trycker|vidarebefordrar|levererar|serverar|svarar|tar emot|skriver) (?:ju )?(?:bara|endast|enbart)\b|\b(?:vi|jag) (?:ville|hade velat|försökte|bad|varnade|sa|har sagt|har påpekat|påpekade|har tjatat)\b[^.!?\n]{0,10}\b(?:ju|faktiskt|till|redan|hela tiden|om|dem|dom)\b|\b(?:vår|vårt|våra|vi har)\b[^.!?\n]{0,25}\b(?:var|är|blev|stod|gjort|gjorde|skött|lämnat)\b[^.!?\n]{0,15}\b(?:klar\w*|färdig\w*|i tid|sitt|vårt|allt|rätt|som vi ska|felfri\w*|utan fel)\b|\b(?:fungerar|funkar|fungerade|funkade) (?:\w+ )?(?:perfekt|utmärkt|felfritt|som (?:den|det|de) ska|hur bra som helst|alldeles)\b|\bhar lämnat in allt\b|\b(?:det )?rår (?:ju |tyvärr )?(?:inte|knappast) (?:vi|jag)\b|\b(?:vi|jag) rår (?:ju )?inte\b|\btvinga\w* på oss\b|\bvi hade (?:så )?gärna\b|\bkan inte (?:vara överallt|ha ögon)\b|\bdet har (?:vi|jag) (?:påpekat|sagt|tjatat|varnat)\b|\bvi gör (?:bara |exakt |precis )?(?:det|som|vad)\b", "bara|endast|enbart|ville|velat|försökt|bad |varna|sa |sagt|påpeka|tjata|klar|färdig|i tid|sitt|vårt|allt|rätt|vi ska|fel|vi gör|funger|funka|rår |överallt|ögon|på oss|gärna"),
        # Ring them.
        Figure("go-there", r"\b(?:vänd|vänder|ring|ringer|fråga|frågar|mejla|kontakta|hör|jaga|ta|tar|prata|snacka|klaga|skriv|skäll|tjata|slå en signal|höra av|hör av)\b[^.!?\n]{0,25}\b(?:(?:till|med|hos|av (?:er|dig) till) )?(?:dem|dom|dit|där|deras|honom|henne)\b(?! (?:vi|jag))|\b(?:vänd|ring|fråga|kontakta|mejla|klaga|skyll|skäll|ta det med|prata med)\b[^.!?\n]{0,14}\b(?P<who>[\wåäö]{3,}(?:verket|bolaget|firman|kommunen|regionen|leverantören|åkeriet|banken|kassan|nämnden|politikerna|regeringen|tillverkaren|hyresvärden|huvudkontoret|fabriken)|ekonomi|lönekontoret|ledningen|säljarna|köket|lagret|marknad|apple|google|microsoft)\b", "ekonomi|lönekont|ledningen|säljarna|köket|lagret|marknad|apple|google|microsoft|dem|dom|dit|där|honom|henne|verket|bolaget|firman|kommunen|regionen|leverantören|åkeriet|banken|kassan|nämnden|politikerna|regeringen|tillverkaren|hyresvärden|kontoret|fabriken"),
        # PostNord sees fit to play hide and seek.
        Figure("theirs", r"\b(?:att )?(?P<who>(?!vi\b|jag\b|du\b|ni\b|ingen\b|det\b|som\b)[\wåäö]{3,}) (?:sedan |sen |inte |aldrig )*(?:behag\w+|valt att inte|väljer att inte|struntar i att|inte bryr sig om)\b", "behag|att inte|struntar|bryr sig"),
        # Someone at your end wrote it so.
        Figure("your-end", r"\b(?:fel\w*|problem\w*|miss\w*|ligger|beror|sitter|någon|nån|skrivit|skrev|angett|beställt|valt)\b[^.!?\n]{0,20}\b(?:hos er|på er sida|i er ände|från er sida|på din sida|hos dig|i din ände|hos er själva)\b", "hos er|er sida|er ände|din sida|hos dig|din ände"),
        Figure("as-told", r"\bvi (?:\w+ )?(?:trycker|skriver|skickar|levererar|bakar|tillverkar|bygger|graverar|spritsar|tryckte|skrev|skickade|levererade|bakade|byggde|bokade|bokar|sydde|syr|klippte|klipper|gör|gjorde) (?:bara |exakt |precis |ju |faktiskt )*(?:det|vad|som|så som|efter vad)\b[^.!?\n]{0,15}\b(?:står|stod|ni|du|kunden|beställ\w*|skr[ie]v\w*|ang\w+|bad|sa)\b", "trycker|skriver|skickar|leverer|baka|tillverkar|bygg|graverar|spritsar|tryckte|skrev|skickade|boka|sydde|syr|klipp|gör|gjorde"),
    ),
    en=(
        Figure("agent", rf"\b(?:it was|it is|it['’]s|that was|that['’]s|that is) (?:actually |really |all |always |simply |just |once again )?(?P<who>(?!we\b|us\b|me\b|i\b|you\b|not\b|just\b|only\b|someone\b|something\b|those\b|people\b|a\b|an\b|why\b|how\b|what\b|where\b|when\b|what['’]s\b)(?:the |our |your )?[\w-]+(?: (?!who\b|that\b)[\w-]+){{0,3}}?) (?:who|that|which)(?:['’]s|['’]ve)? (?:has |have |had |just |again |always |then )*{_FAIL_EN}", " who| that | which &it is |it was |it's |it’s |that is |that was |that's |that’s "),
        Figure("theirs", r"\b(?:is|was|that['’]s|it['’]s|falls|lies|sits) (?:entirely |purely |really |actually |simply |all |very much |solely |completely |100% )*(?:(?:down to|up to|on|with|within|in the hands of|a matter for|an issue for|one for|a question for|a problem for|from|because of|due to|caused by|thanks to) (?P<who>(?!us\b|me\b|you\b|the way\b|time\b|hold\b|track\b|sale\b|top\b|our\b|my\b|your\b|its\b|here\b|now\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:the |their )?[\w-]+(?: [\w-]+)?))", "down to|up to| on | with | in the hands|matter for|issue for|one for|question for|problem for| from |because of|due to|caused by|thanks to"),
        Figure("theirs", r"\b(?:this|that|it)(?:['’]s| is| will be| must be| would be| sounds like| looks like| points to)(?: probably| likely| down to| an issue with| a problem with| surely| clearly)* (?P<who>your (?!order|refund|lucky|turn|best|choice|birthday|day|new|own|money|parcel)[\w-]+(?: [\w-]+)?)", " your "),
        Figure("theirs", r"\b(?:result|consequence|product|legacy|fruits?|fault) of (?P<who>the [\w -]{3,40}?)(?:['’]s?)? (?:neglect|mistakes?|mismanagement|incompetence|decisions?|failures?|carelessness|cuts|delays?|errors?)\b", "result of|consequence of|product of|legacy of|fruit|fault of"),
        Figure("theirs", r"\b(?P<who>(?!our\b|my\b|your\b|it\b|that\b|what\b|let\b|here\b|there\b|this\b)(?:the )?[\w-]+(?: [\w-]+)?)['’]s? (?:\w+ )?(?:call|decision|department|responsibility|job|problem|fault|mistake|doing|remit|business|area|end|side|domain|headache)\b", "call|decision|department|responsib|job|problem|fault|mistake|doing|remit|business|area|end|side|domain|headache&' |'s |’ |’s "),
        Figure("not-us", r"\b(?:don['’]t|do not|can['’]t|cannot|stop|please don['’]t|no point) (?:\w+ )?(?:pin\w*|put\w*|lay\w*|blam\w*|hang\w*|throw\w*|tak\w*|hold\w*|shout\w*|yell\w*|com\w+|look\w*)\b[^.!?\n]{0,25}\b(?:on|at|to|against) (?:us|me|our \w+|the (?:staff|kitchen|shop|till|drivers?|front desk))\b|\bshoot the messenger\b", " us| me| our |the staff|the kitchen|the shop|the till|the driver|the front|messenger&can't |cannot |can’t |do not |don't |don’t |no point |shoot |stop "),
        Figure("not-us", r"\b(?:isn['’]t|wasn['’]t|is not|was not|not|nothing to do with|out of|beyond|outside) (?:on |at |from |down to |with |of )?(?:us|me|our (?:hands|control|end|side|fault|department|call|decision|doing|job|remit|problem|responsibility|system|code|team|part)|here)\b|\b(?:nothing|not much|little|no way|anything) (?:we|i) (?:can|could)\b|\binstead of (?:us|here|at us)\b|\brather than (?:us|here)\b", "anything i |anything we |beyond |instead of |isn't |isn’t |little i |little we |no way i |no way we |not |nothing i |nothing to do with |nothing we |out of |outside |rather than |wasn't |wasn’t "),
        Figure("not-us", r"\bwe (?:just|only|merely|simply) \w+|\bwe(?:['’]ve| have)? (?:told|warned|raised|flagged|asked|begged|reminded|complained to|chased) (?:them|it|this|him|her|the|about)\b|\b(?:our|my) [\w ]{2,25}\b(?:was|were|is|are|has|have|had|did)\b[^.!?\n]{0,20}\b(?:fine|ready|done|perfect(?:ly)?|everything|on time|correct(?:ly)?|right|in order|clean|working|faultless|flawless|its part|their part|their bit)\b|\bwe(?:['’]ve| have) (?:merely|only|just|simply) \w+|\b(?:works?|working|worked|runs?|is fine|are fine|is) (?:perfectly|fine|as it should|flawlessly|exactly as|just fine)\b|\bworking as (?:intended|designed|expected)\b|\bforced (?:on|upon) us\b|\bcan['’]t be everywhere\b|\bwe (?:wanted|would have|did (?:our|everything)|have done (?:our|everything)|delivered|sent (?:it|them|everything))\b", "we |our |my |we've|we’ve|work|run|is |are |everywhere|forced&as it should|asked|begged|chased|clean|complained to|correct|delivered|did our|done|everything|everywhere|exactly as|faultless|fine|flagged|flawless|forced|in order|its part|just|merely|on time|only|perfect|raised|ready|reminded|right|sent it|sent them|simply|their bit|their part|told|wanted|warned|working|would have"),
        Figure("go-there", r"\b(?:take (?:it|that|this) up with|follow up with|ask|call|ring|contact|chase|tell|email|write to|talk to|speak to|complain to|check with|try|address|direct \w+ to|go to|see|raise (?:it|that|this) with|reach out to|turn to|shout at|bother|nag)\b(?: \w+){0,3} (?:them|him|her|there|their)\b(?! (?:and|for) (?:we|us|you))|\b(?:take (?:it|that|this) up with|follow up with|ask|chase|complain to|raise (?:it|that|this) with|shout at|blame|thank|bother|nag|talk to|speak to|contact|write to|email) (?P<who>(?:finance|payroll|marketing|sales|hr|accounts|management|front of house|head office|apple|google|microsoft|facebook|meta)\b|the (?:kitchen|waiter|waiters|manager|drivers?|council|government|ministry|minister|courier|carrier|supplier|manufacturer|landlord|bank|airline|network|operator|host|developers?|contractor|venue|head office|politicians|post office|insurer|school|agency|union))\b", "addr|ask|blame |bothe|call|chase|check w|complain t|contac|direct |email|follow up|go to|nag|raise it|raise that|raise this|reach ou|ring|see|shout at|speak t|take it u|take that u|take this u|talk t|tell|thank |try|turn to|write t& her| him| their| them| there|ask|blame|bother|chase|complain |contact|email|follow up with|nag|raise it with|raise that with|raise this with|shout |speak |take it up with|take that up with|take this up with|talk |thank|write "),
        Figure("your-end", r"\b(?:problem|issue|fault|mistake|error|wrong|some(?:one|body)|they|must|typed|wrote|entered|sent|chose|booked|ordered|lies|sits|comes|down to)\b[^.!?\n]{0,25}\b(?:at|on|from|with) your (?:end|side|part|office|team|house|browser|device|phone|bank)\b", "your "),
        Figure("as-told", r"\bwe (?:\w+ )?(?:print|pipe|write|ship|send|make|deliver|cut|bake|do|build|type|record|engrave|stitch|book|process|dispatch|printed|piped|wrote|shipped|sent|made|delivered|baked|built|booked|engraved|stitched|charged|charge)\b (?:just |only |exactly |precisely )*(?:what|whatever|as|the (?:address|name|size|text|spelling|date))(?:['’]s| is| was| it| you| we| they| were| the| customers?)*\b[^.!?\n]{0,15}\b(?:written|wrote|form|told|order\w*|ask\w*|gave|given|typed|enter\w*|sent|says?|said|sign\w*|approv\w*|cho\w+|pick\w*|request\w*|provid\w*)\b", "we "),
    ),
)  # fmt: skip

TWO_SIGNS = 0.76
THREE = 3
_WRONG = ("complaint.clear", "irony.trouble", "blame", "work.wrong")
READER = 0.76


def shifted(post: Post) -> Iterator[Finding]:
    """Where somebody of ours speaks or is asked, and offers nothing."""
    if not (post.context.layer or post.context.reply_to):
        return
    found = [one for one in SIGNS.find(post) if _is_sign(post, one)]
    # "Follow up with them" is no next step of ours.
    if any(not _holds(found, hit.span) for hit in helps(post)):
        return
    kinds = {one.kind for one in found}
    for one in found:
        if one.kind in ("your-end", "as-told") and post.context.reply_to and not _asks(post, one.span):
            yield Finding(one.span, READER, "reader")
            return
    about_them = kinds & {"agent", "theirs"}
    # Where nobody complained and nothing went wrong, "ask them" is a tip; it takes three signs.
    if not post.context.reply_to and not post.hits.of(*_WRONG) and len(kinds) < THREE:
        return
    if (about_them and kinds & {"not-us", "go-there"}) or kinds >= {"not-us", "go-there"}:
        told = [one.span for one in found if one.kind not in ("your-end", "as-told")]
        yield Finding(min(told), TWO_SIGNS)


def _holds(found: list[Found], span: Span) -> bool:
    return any(one.span.start <= span.start < one.span.end for one in found)


def _is_sign(post: Post, found: Found) -> bool:
    """Of somebody else than ourselves and the weather; neither asked nor denied."""
    if found.match.groupdict().get("who") is None:
        return not _asks(post, found.span)
    return may_be_blamed(post, found.span, found.who) and not is_denied(post, found.who)


def _asks(post: Post, span: Span) -> bool:
    return post.of(post.sentence_at(span.start)).rstrip().endswith("?")
