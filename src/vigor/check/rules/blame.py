"""Puts it on somebody else instead of owning it and solving it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.parties import Whom, is_named, party_in
from vigor.check.post import Post, Token
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.check.said import SELF, clause_at, is_denied, is_told, raw, words_of
from vigor.language.words import listed

# "X:s fel", "is X's fault", "beror helt på X", "felet ligger hos X": the one in the middle decides whether it is blame.
_OTHERS = {
    "sv": (
        re.compile(r"\b(?:är|var|blir|blev|vara)\b[^.!?\n]{0,20}?\s(?P<who>[\wåäö-]+(?:s|arnas|ernas))\s+(?:eget\s+)?(?:fel|skuld)\b"),
        re.compile(r"\b(?:felet|skulden|ansvaret|problemet)\s+(?:för\s+\w+\s+)?(?:ligger|låg|är|finns)\s+(?:helt\s+|ju\s+|faktiskt\s+|enbart\s+)?hos\s+(?P<who>[\wåäö-]+(?:\s[\wåäö-]+)?)"),
        re.compile(r"\bberor\s+(?:helt|enbart|bara|uteslutande|ju|endast)\s+(?:och hållet\s+)?på\s+(?:att\s+)?(?P<who>[\wåäö-]+(?:\s[\wåäö-]+)?)"),
    ),
    "en": (
        re.compile(r"\b(?:is|was|it's|that's|be)\s+(?:all\s+|entirely\s+|clearly\s+|really\s+)?(?:down to\s+)?(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+){0,2}?)(?:'s|s')\s+(?:own\s+)?(?:fault|mistake|doing)\b"),
        re.compile(r"\b(?:is|was|'s)\s+(?:entirely|all|solely|only|purely)\s+(?:down to|because of|due to|on)\s+(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+)?)"),
        re.compile(r"\bthe (?:fault|blame|problem) (?:lies|is|was|rests) (?:entirely |clearly )?(?:with|at)\s+(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+)?)"),
    ),
}  # fmt: skip
_THINGS = {
    "sv": listed(
        "vädret vädrets väder åska åskan snö snön ingens någons det detta is isen strömavbrottet olyckan"
    ),
    "en": listed("weather snow storm lightning nobody no anyone it this that ice"),
}
# "The inspector made a mistake, not us", "had marketing listened, we wouldn't …".
_NOT_US = {
    "sv": re.compile(r"(?:,|–|och)\s*inte (?:vi|oss|jag|vårt fel|vår)\s*(?:[.!/–]|$)"),
    "en": re.compile(r"(?:,|–|and)\s*not (?:us|me|ours|our fault)\s*(?:[.!/–]|$)"),
}
_HAD_THEY = {
    "sv": re.compile(r"\bhade (?:inte )?(?P<who>\w+(?: \w+)?) (?:bara |ens )?(?:inte )?(?:lyssnat|gjort|skött|sagt|läst|svarat|levererat|hållit|planerat|tänkt|testat|strulat|klantat|slarvat|missat|glömt|sabbat|tabbat|försenat|tappat)\b[^.!?\n]{0,60}\bhade (?:vi|det|jag|detta|inget)\b"),
    "en": re.compile(r"\b(?:had|if) (?P<who>\w+(?: \w+)?) (?:had |hadn['’]t |had not |only |just )*(?:listened|done|told|said|read|answered|delivered|kept|planned|thought|tested|messed up|screwed up|dropped|failed|forgotten|missed|botched|lost)\b[^.!?\n]{0,60}(?:\bwould\b|\bwouldn['’]t\b|['’]d have)"),
}  # fmt: skip
# "It was finance who messed up", "you can thank the council for that", "it's them you should chase".
_CLEFT = {
    "sv": (
        Late(
            r"\bdet (?:var|är) (?:ju |faktiskt |väl |som vanligt |tyvärr )?(?P<who>(?!vi\b|jag\b|oss\b|mig\b|inte\b|bara\b|du\b|ni\b|någon\b|många\b|något\b|en\b|ett\b)[\wåäö-]+(?: [\wåäö-]+){0,3}?) som (?:har |hade |helt |inte |igen |återigen |ju )*(?:klant|strul|missat?\b|missade|glöm|sabb|slarv|schabbl|sjabbl|tabb|ställt? till|ställde till|gjort? fel|gjorde fel|släppt|släppte igenom|tappat?|försena|skickat? fel|skickade fel|levererat? fel|levererade fel|satte p|godkän|förstör|orsak|krångl|bär (?:skuld|ansvar)|höll inte|skött?)",
            needs=(" som ",),
        ),
        Late(
            r"\b(?:kan|får) (?:du|ni|man) tacka (?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) för\b",
            needs=("tacka ",),
        ),
        Late(
            r"\btacka (?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) för (?:det|att)\b[^.!?\n]{0,60}\b(?:inte|står stilla|försena\w*|inställ\w*|dyr\w*|stäng\w*|fel)\b",
            needs=("tacka ",),
        ),
        Late(
            r"\b(?P<who>dem|dom|de|[\wåäö]{1,40}(?:en|et|na|erna|arna|verket|bolaget|kassan)) (?:som )?(?:du|ni) (?:får|ska|måste|bör|kan) (?:väl )?(?:jaga|klaga|tjata|skälla|skylla|gnälla|ta det med|ligga på|stämma|bråka|tvista|reklamera hos)\b",
            needs=(" du ", " ni "),
        ),
        Late(
            r"(?:^|[.!?]\s+|, )(?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) (?:har )?(?:klantade|klantat|strulade|strulat|sabbade|sabbat|schabblade|schabblat|sumpade|sumpat|tabbade|tabbat)(?: till| bort| sig)?\b",
            needs=("klant", "strul", "sabba", "schabbl", "sumpa", "tabba"),
        ),
    ),
    "en": (
        Late(
            r"\b(?:it was|it is|it's|it’s|that was|that's|that’s) (?:actually |really |all |once again |as usual )?(?P<who>(?!we\b|us\b|me\b|i\b|you\b|not\b|just\b|only\b|someone\b|something\b|those\b)(?:the |our |your )?[\w-]+(?: [\w-]+){0,2}?) (?:who|that|which) (?:ha(?:s|ve|d) |just |again |once again |then |didn['’]t |never |failed to )*(?:ship|mess|brok|break|forg|miss|dropp|fail|screw|caus|los|lost|delay|send|sent|approv|check|test|deliver|bungl|botch|bodg|ruin|push|overs|cut|sign|let |got it wrong|put|made (?:a|the) (?:mess|mistake|error)|is to blame|are to blame|caused)",
            needs=(" who ", " that ", " which "),
        ),
        Late(
            r"\b(?:you can|you may|you've got|you have|you could|so) (?:only )?(?:to )?thank (?P<who>(?:the |our |your )?[\w-]+(?: [\w-]+){0,2}?) for (?:that|this|the (?:delay|mess|cancel|queue|bill|outage|wait)\w*)",
            needs=("thank ",),
        ),
        Late(
            r"\b(?P<who>them|the [\w-]+(?: [\w-]+)?) (?:that |who )?(?:you|you['’]ll) (?:should|need to|have to|must|ought to|want to) (?:be )?(?:chas|complain|nag|blam|shout|yell|sue)\w*",
            needs=(" you",),
        ),
        Late(
            r"\b(?P<who>(?:the |our )[\w-]+(?: [\w-]+)?) (?:has |have |once again |again |really )*(?:dropped the ball|messed up|screwed up|let us (?:all )?down|cocked (?:it )?up|botched|bungled|fumbled|mucked (?:it )?up)\b",
            needs=(
                "dropped the ball",
                "messed",
                "screwed",
                " down",
                "cocked",
                "botched",
                "bungled",
                "fumbled",
                "mucked",
            ),
        ),
        Late(
            r"\b(?:don['’]t|do not|no use|no point) (?:look|looking|point|pointing|blam\w+|com\w+ to|complain\w* to)(?: the finger| fingers)?(?: at)? (?:us|me)\b[^.!?\n]{0,10}[,;:–-] *(?:it|that|this|ask|blame|talk|go)?(?:['’]s| was| is)?(?P<who> (?:the |our )?[\w-]+(?: [\w-]+)?)",
            needs=(" us", " me"),
        ),
        Late(r"\bbetween you and (?P<who>(?:the|your) [\w-]+)\b", needs=("between you",)),
    ),
}
_SURE = {"pushed": 0.84, "away": 0.74, "reader": 0.76}


def _find(post: Post) -> Iterator[Finding]:
    owned = _owned(post)
    for hit in post.hits.of("blame.pushed", "blame.away", "blame.reader"):
        if _is_meant(post, hit) and not (owned and hit.key != "pushed"):
            yield _finding(post, hit.span, _confidence(post, hit), "reader" if hit.key == "reader" else "")
    if not owned:
        yield from _turned_away(post)
        yield from _they_failed(post)
    found = None if owned else _IF_THEY[post.language].search(post.lower)
    if found and (post.context.layer or post.context.reply_to) and not post.is_quoted(Span(*found.span())):
        yield _finding(post, Span(*found.span()), 0.74, "")
    if _may_be_others(post) and not owned:
        yield from _of_others(post)


def _may_be_others(post: Post) -> bool:
    """The words without which none of the patterns can match: a look is cheaper than a search."""
    words = (
        ("fel", "skuld", "beror", "ansvaret")
        if post.language == "sv"
        else ("fault", "mistake", "blame", "down to", "because of", "due to", "doing", "problem")
    )
    return any(word in post.lower for word in words)


def _is_meant(post: Post, hit: Hit) -> bool:
    if post.is_quoted(hit.span):
        return False
    clause = clause_at(post, hit.span)
    if is_told(post, clause) or (hit.key != "away" and is_denied(post, hit.span, clause)):
        return False
    asked = post.text[post.sentence_at(hit.start).end - 1 : post.sentence_at(hit.start).end] == "?"
    return not asked and not _is_own_regret(post, hit)


def _is_own_regret(post: Post, hit: Hit) -> bool:
    """ "Don't blame the customer": advice to oneself."""
    ours = {"vi", "jag", "oss"} if post.language == "sv" else {"we", "i", "us"}
    clause = clause_at(post, hit.span)
    return (
        hit.key == "pushed"
        and bool(set(clause.before[-3:]) & ours)
        and bool({"inte", "aldrig", "never", "not", "don't"} & set(clause.before))
    )


def _owned(post: Post) -> bool:
    """Does the writer take it on? "Not our fault" holds "our fault", and does the opposite."""
    blamed = post.hits.of("blame")
    return any(
        not is_denied(post, hit.span)
        and not any(one.start < hit.end and hit.start < one.end for one in blamed)
        for hit in post.hits.of("next.own")
    )


def _confidence(post: Post, hit: Hit) -> float:
    """Less sure where an apology or a next step stands beside it: the cause was told to help."""
    helps = len({one.key for one in post.hits.of("next.apology", "next.step")})
    answers = 0.06 if post.context.reply_to else -0.25 if hit.key != "reader" and _is_debate(post) else 0.0
    return _SURE[hit.key] + answers - (0.14 * helps if hit.key != "pushed" else 0.08 * helps)


# "We only drive the trains": said to somebody who complains, it's theirs.
_SO_THEM = {
    "sv": Late(r"\bså (?:du får |ni får |)?(?:felanmäl|anmäl|klaga|reklamera|ring|kontakta|fråga|prata|vänd|ta det|skäll|hör)\b[^.!?\n]{0,40}\b(?:dem|dom|där|honom|henne)\b", needs=("så ",)),
    "en": Late(r"\bso (?:please |you(?:['’]ll)? (?:should|need to|have to|can) )?(?:report|complain|call|ask|contact|talk|take|speak|write|address)\b[^.!?\n]{0,40}\b(?:them|there|him|her)\b", needs=("so ",)),
}  # fmt: skip
_YOURSELF = {
    "sv": Late(r"\bdå har (?:du|ni) (?:nog |säkert |väl )?\w+t (?:det |den |i |på )?(?:fel|för (?:mycket|lite|sent|tidigt|länge|varmt|hårt))\b|\b(?:du|ni) (?:\w+de|\w+te|\w+dde|valde|skrev|gav|tog|satte|la|lade|angav) (?:ju |faktiskt |väl |själv |själva )*(?:\w+ ){0,3}(?:fel\b|själva?\b)", needs=(" fel", "själv", "då har")),
    "en": Late(r"\bthen you (?:must have |have |probably )?\w+ed (?:it |them )?(?:wrong\w*|incorrectly|too (?:much|little|late|early|long|hot|hard))\b|\byou (?:\w+ed|chose|picked|gave|put|wrote|typed|left|set|sent|made) (?:\w+ ){0,3}(?:the wrong|incorrect\w*|a wrong|it wrong|wrongly)|\byou (?:\w+ed|chose|picked|gave|put|wrote|set|sent|signed|wanted)\b[^.!?\n]{0,30}\byourself\b", needs=("wrong", "incorrect", "yourself", " too ")),
}  # fmt: skip
_BECAUSE = {
    "sv": Late(r"\b(?:beror|berodde) (?:ju |tyvärr |bara |helt )?på att (?P<who>(?!vi\b|jag\b|det\b|du\b|ni\b)[\wåäö-]+(?: [\wåäö-]+)?) (?:inte|sov|glömde|missade|slarvade|strulade|klantade|vägrade|försenade|tappade|aldrig|struntade|hade glömt|har glömt)\b", needs=("beror", "berodde")),
    "en": Late(r"\bbecause (?P<who>(?!we\b|i\b|it\b|you\b|there\b)(?:the |our )?[\w-]+(?: [\w-]+)?) (?:were asleep|was asleep|slept|forgot|failed|missed|messed|dropped|refused|never|didn['’]t bother|couldn['’]t be|can['’]t be|botched|ignored|lost)\b", needs=("because ",)),
}  # fmt: skip
_IF_THEY = {
    "sv": Late(r"\bom (?:kunder(?:na)?|folk|användar(?:e|na)|gäster(?:na)?|patienter(?:na)?|ni|du|alla) (?:bara |ens |någon gång )?(?:läste|lyssnade|följde|kollade|tänkte|ringde|skötte|betalade|svarade)\b[^.!?\n]{0,50}\b(?:skulle|slapp|hade)\b", needs=("om ",)),
    "en": Late(r"\bif (?:customers|people|users|guests|patients|you|everyone) (?:only |just |ever |actually )?(?:read|listened|followed|checked|thought|called|paid|answered|bothered)\b[^.!?\n]{0,50}(?:\bwould\b|['’]d\b|\bwouldn['’]t\b)", needs=("if ",)),
}  # fmt: skip
_ONLY = {
    "sv": re.compile(r"\b(?:vi|jag) (?:\w+ )?bara (?!att\b|om\b|hoppas\b|undra\w*|vill\b|beklaga\w*)\w+|\b(?:vi|jag) (?:kör|säljer|levererar|förmedlar|vidarebefordrar|följer|gör|hyr|äger|lyder) (?:bara|endast|ju bara)\b|\b(?:är|det är) (?!vårt|våra|vår|mitt|din|ert)\w+s (?:\w+ )?(?:spår|ansvar|beslut|bord|sak|system|regler|problem|uppgift)\b"),
    "en": re.compile(r"\bwe (?:only|just|merely|simply) (?:drive|sell|deliver|follow|pass|forward|rent|host|print|run|work|do what)\b|\b(?:belongs?|is up|up) to (?!us|you|me)\w+|\bis (?!our|your|my)\w+(?: \w+)?['’]s? (?:track|responsibility|decision|job|system|rules?|problem|business)\b"),
}  # fmt: skip


def _they_failed(post: Post) -> Iterator[Finding]:
    """An answer that says who failed, and neither sorry nor what comes next."""
    helped = post.hits.of("next.apology", "next.step", "next.own", "next.thanks") or "?" in post.text
    if not post.context.reply_to or helped or "?" in post.context.reply_to:
        return
    for sources in (_SO_THEM, _YOURSELF):
        if (found := sources[post.language].search(post.lower)) and not post.links:
            yield _finding(post, Span(*found.span()), 0.72, "reader" if sources is _YOURSELF else "")
    if found := _ONLY[post.language].search(post.lower):
        yield _finding(post, Span(*found.span()), 0.74, "")
    for hit in post.hits.of("blame.fails"):
        clause = clause_at(post, hit.span)
        who = Span(clause.span.start, max(clause.span.start, hit.start))
        party = party_in(post, who)
        if party not in (None, Whom.CUSTOMER, Whom.GROUP) and not is_denied(post, hit.span, clause):
            yield _finding(post, Span(who.start, hit.end), 0.72, "")


def _turned_away(post: Post) -> Iterator[Finding]:
    if (found := _NOT_US[post.language].search(post.lower)) and not post.is_quoted(Span(*found.span())):
        yield _finding(post, Span(*found.span()), 0.76, "")
    for source in (*_CLEFT[post.language], _BECAUSE[post.language]):
        if (found := source.search(post.lower)) and _may_be_blamed(post, Span(*found.span("who")), found):
            helps = len({one.key for one in post.hits.of("next.apology", "next.step")})
            yield _finding(post, Span(*found.span()), 0.78 - 0.14 * helps, "")
    found = _HAD_THEY[post.language].search(post.lower)
    if found and not set(found["who"].split()) & SELF[post.language] and not _is_debate(post):
        yield _finding(post, Span(*found.span()), 0.74, "")


def _may_be_blamed(post: Post, who: Span, found: re.Match[str]) -> bool:
    """Somebody's answer or an account of ours, of somebody else, and nothing that is asked, quoted or denied."""
    span = Span(*found.span())
    words = {word.partition("'")[0] for word in words_of(post, who)}
    ours = {"our", "vår", "våra", "vårt"}
    if not (post.context.layer or post.context.reply_to) or post.is_quoted(span) or is_denied(post, span):
        return False
    if post.of(post.sentence_at(span.start)).rstrip().endswith("?"):
        return False
    return not ((words & SELF[post.language]) - ours or words & _THINGS[post.language])


def _is_debate(post: Post) -> bool:
    """Nobody's answer, and nothing of our own in it: somebody argues about whose fault the world is."""
    if post.context.layer or post.context.reply_to:
        return False
    parties = {"customer", "colleague", "supplier", "competitor"}
    return not any(hit.key in parties for hit in post.hits.of("person"))


def _of_others(post: Post) -> Iterator[Finding]:
    for pattern in _OTHERS[post.language]:
        for found in pattern.finditer(post.lower):
            span = Span(*found.span())
            who = Span(*found.span("who"))
            if _is_other(post, who) and not post.is_quoted(span) and not is_denied(post, who):
                helps = len({one.key for one in post.hits.of("next.apology", "next.step")})
                yield _finding(post, span, 0.8 - 0.12 * helps - (0.25 if _is_debate(post) else 0.0), "")


def _is_other(post: Post, who: Span) -> bool:
    """Somebody, and not ourselves or the weather."""
    words = {word.partition("'")[0] for word in words_of(post, who)}
    near = {raw(post, token) for token in _before(post, who)}
    ours = {"our", "vår", "våra", "vårt"}
    if (words & SELF[post.language]) - ours or words & _THINGS[post.language]:
        return False
    if party_in(post, who) or any(is_named(post, token) for token in post.tokens_in(who)):
        return True
    team = listed(
        "avdelningen avdelningens teamet teamets säljarnas säljarna leverantörens department team sales finance marketing suppliers"
    )
    return bool((words | near) & team) or _ends_like_people(post, who)


def _before(post: Post, who: Span) -> tuple[Token, ...]:
    return post.tokens_in(Span(max(0, who.start - 14), who.start))


def _ends_like_people(post: Post, who: Span) -> bool:
    """ "säljarnas", "chaufförernas", "avdelningens": people and bodies in Swedish."""
    last = post.of(who).lower()
    return post.language == "sv" and last.endswith(
        (
            "arnas",
            "ernas",
            "arens",
            "verket",
            "verkets",
            "bolagets",
            "bolaget",
            "firman",
            "firmans",
            "avdelningens",
        )
    )


def _finding(post: Post, span: Span, confidence: float, variant: str) -> Finding:
    return Finding(span, max(0.0, min(0.93, confidence)), variant, {"word": post.of(span)[:80]})


BLAME = Check(
    "blame",
    Both("lägger det på någon annan", "puts it on somebody else"),
    {
        "": Told(
            Both("Här lägger vi det på någon annan.", "This puts it on somebody else."),
            Both("Den som har problemet vill veta vad som händer nu, och hör bara att det inte var vi.", "Whoever has the problem wants to know what happens now, and only hears that it wasn't us."),
            Both("Vad kan du göra åt det, var felet än sitter? Börja där.", "What can you do about it, wherever it began? Start there."),
            Both("Det här kan läsas som att vi skyller ifrån oss.", "This can be read as shifting the blame."),
        ),
        "reader": Told(
            Both("Här får den som frågar skulden.", "This makes it the fault of whoever asks."),
            Both("Ingen vill ha rätt mot en kund inför publik; det är hjälpen som folk minns.", "Nobody wins by being right against a customer in public; what people remember is the help."),
            Both("Hjälp först. Berätta sedan hur det blir rätt nästa gång, om det behövs.", "Help first. Then tell how to get it right next time, if that's needed."),
            Both("Det här kan läsas som att vi ger den som frågar skulden.", "This can be read as blaming whoever asks."),
        ),
    },
    "A problem is ours until it is solved, and an explanation that frees us helps nobody else",
    "Coombs, Situational crisis communication theory (2007): denial and scapegoating cost trust where responsibility is felt",
    _find,
    flags=(
        sv("Det är inte vårt fel, det är nätägaren som strular."),
        sv("Skyll på leverantören, inte på oss."),
        sv("Det får du ta med budfirman."),
        sv("Om du hade läst instruktionen hade det fungerat."),
        sv("Du måste ha skrivit fel adress."),
        sv("Att det blev försenat är säljarnas fel."),
        sv("Felet ligger hos Skatteverket.", layer="logo"),
        sv("Förseningen beror helt på leverantören."),
        sv("Det är kommunen du ska klaga på.", layer="logo"),
        sv("It-avdelningen gjorde inte sitt jobb, därför ligger sajten nere."),
        en("That's not our fault, the grid owner is to blame."),
        en("Blame the supplier, not us."),
        en("You'll have to take that up with the courier."),
        en("If you had read the manual it would have worked."),
        en("You must have typed the wrong address."),
        en("It's the sales team's fault that it was late."),
        en("The fault lies with the tax agency.", layer="logo"),
        en("The delay is entirely down to our supplier."),
        en("You should be complaining to the council.", layer="logo"),
        en("IT didn't do their job, that's why the site is down.", layer="employee"),
    ),
    passes=(
        sv("Det är vårt fel, och vi rättar det i dag."),
        sv("Felet ligger hos oss."),
        sv("Det är inte ditt fel, så kan det bli när vi byter system."),
        sv("Vi skyller aldrig på kunden."),
        sv("Avbrottet beror på åska. Vi räknar med att det är lagat klockan 15."),
        sv("Felet uppstod hos vår leverantör, men det är vi som har ansvaret. Ett nytt paket går i dag."),
        sv("Kontakta kommunen för bygglov, deras växel är öppen till 16."),
        sv("Det var jag som missade mejlet, inte hon."),
        sv("Var det vårt fel? Ja."),
        sv("”Det är inte vårt fel” är ingen tröst för den som väntar."),
        sv("Ingens fel, men vårt problem att lösa."),
        sv("Du kan klaga hos oss eller hos konsumentverket, vi hjälper dig gärna."),
        sv("Om du har läst boken får du gärna tipsa."),
        en("It's our fault, and we'll put it right today."),
        en("The fault lies with us."),
        en("It's not your fault, that happens when we change systems."),
        en("We never blame the customer."),
        en("The outage is due to lightning. We expect it fixed by 3 pm."),
        en("It began at our supplier, but the responsibility is ours. A new parcel leaves today."),
        en("Contact the council for permits, their switchboard is open until 4."),
        en("I was the one who missed the email, not her."),
        en("Was it our fault? Yes."),
        en("“It's not our fault” is no comfort to those who wait."),
        en("Nobody's fault, but ours to solve."),
        en("If you have read the book, do tell us."),
        en("You should have a new card within two days, and we'll follow it up."),
    ),
    weight=2.2,
    threshold=0.65,
    sure=0.82,
)  # fmt: skip
