"""Ways of putting it on somebody else, as patterns. `who` is who gets it; the check asks who that is."""

from __future__ import annotations

from vigor.check.figures import Figure, Figures

SHIFTED = Figures(
    sv=(
        # It's the supplier's fault; the fault lies with the supplier; it's entirely down to them.
        Figure("others", r"\b(?:är|var|blir|blev|vara)\b[^.!?\n]{0,20}?\s(?P<who>[\wåäö-]+(?:s|arnas|ernas))\s+(?:eget\s+)?(?:fel|skuld)\b", "fel|skuld", every=True),
        Figure("others", r"\b(?:felet|skulden|ansvaret|problemet)\s+(?:för\s+\w+\s+)?(?:ligger|låg|är|finns)\s+(?:helt\s+|ju\s+|faktiskt\s+|enbart\s+)?hos\s+(?P<who>[\wåäö-]+(?:\s[\wåäö-]+)?)", "felet|skulden|ansvaret|problemet", every=True),
        Figure("others", r"\bberor\s+(?:helt|enbart|bara|uteslutande|ju|endast)\s+(?:och hållet\s+)?på\s+(?:att\s+)?(?P<who>[\wåäö-]+(?:\s[\wåäö-]+)?)", "beror", every=True),
        # The inspector made a mistake, not us.
        Figure("not-us", r"(?:,|–|och)\s*inte (?:vi|oss|jag|vårt fel|vår)\s*(?:[.!/–]|$)", "inte vi|inte oss|inte jag|inte vår"),
        # It was finance who messed up.
        Figure("cleft", r"\bdet (?:var|är) (?:ju |faktiskt |väl |som vanligt |tyvärr )?(?P<who>(?!vi\b|jag\b|oss\b|mig\b|inte\b|bara\b|du\b|ni\b|någon\b|många\b|något\b|en\b|ett\b)[\wåäö-]+(?: [\wåäö-]+){0,3}?) som (?:har |hade |helt |inte |igen |återigen |ju )*(?:klant|strul|missat?\b|missade|glöm|sabb|slarv|schabbl|sjabbl|tabb|ställt? till|ställde till|gjort? fel|gjorde fel|släppt|släppte igenom|tappat?|försena|skickat? fel|skickade fel|levererat? fel|levererade fel|satte p|godkän|förstör|orsak|krångl|bär (?:skuld|ansvar)|höll inte|skött?)", "bär ansvar|bär skuld|försena|förstör|gjor fel|gjorde fel|gjort fel|glöm|godkän|höll inte|klant|krångl|leverera fel|levererade fel|levererat fel|missa|orsak|sabb|satte |schabbl|sjabbl|skicka fel|skickade fel|skickat fel|sköt|slarv|släppt|strul|ställ till|ställde till|ställt till|tabb|tappa&det var |det är "),
        # You can thank the council for that.
        Figure("cleft", r"\b(?:kan|får) (?:du|ni|man) tacka (?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) för\b", "tacka "),
        # Thank the council for the trains standing still.
        Figure("cleft", r"\btacka (?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) för (?:det|att)\b[^.!?\n]{0,60}\b(?:inte|står stilla|försena\w*|inställ\w*|dyr\w*|stäng\w*|fel)\b", "tacka "),
        # It's them you should chase.
        Figure("cleft", r"\b(?P<who>dem|dom|de|[\wåäö]{1,40}(?:en|et|na|erna|arna|verket|bolaget|kassan)) (?:som )?(?:du|ni) (?:får|ska|måste|bör|kan) (?:väl )?(?:jaga|klaga|tjata|skälla|skylla|gnälla|ta det med|ligga på|stämma|bråka|tvista|reklamera hos)\b", " du bör| du får| du kan| du måste| du ska| ni bör| ni får| ni kan| ni måste| ni ska&bråka|gnälla|jaga|klaga|ligga |reklamera hos|skylla|skälla|stämma|ta det med|tjata|tvista"),
        # Finance messed up again.
        Figure("cleft", r"(?:^|[.!?]\s+|, )(?P<who>[\wåäö-]+(?: [\wåäö-]+){0,2}?) (?:har )?(?:klantade|klantat|strulade|strulat|sabbade|sabbat|schabblade|schabblat|sumpade|sumpat|tabbade|tabbat)(?: till| bort| sig)?\b", "klant|strul|sabba|schabbl|sumpa|tabba"),
        # Because the courier forgot.
        Figure("cleft", r"\b(?:beror|berodde) (?:ju |tyvärr |bara |helt )?på att (?P<who>(?!vi\b|jag\b|det\b|du\b|ni\b)[\wåäö-]+(?: [\wåäö-]+)?) (?:inte|sov|glömde|missade|slarvade|strulade|klantade|vägrade|försenade|tappade|aldrig|struntade|hade glömt|har glömt)\b", "beror|berodde"),
        # Had marketing listened, we wouldn't …
        Figure("had-they", r"\bhade (?:inte )?(?P<who>(?!du\b|ni\b)\w+(?: \w+)?) (?:bara |ens )?(?:inte )?(?:lyssnat|gjort|skött|sagt|läst|svarat|levererat|hållit|planerat|tänkt|testat|strulat|klantat|slarvat|missat|glömt|sabbat|tabbat|försenat|tappat|gett|givit|betalat|skickat|meddelat|bestämt|röstat|byggt|satsat|godkänt|släppt|skjutit|tagit|funnits)\b[^.!?\n]{0,60}\bhade (?:vi|det|jag|detta|inget|ingen|alla|ni|du|man)\b", "hade alla|hade det|hade du|hade ingen|hade inget|hade jag|hade man|hade ni|hade vi"),
        # If customers read the mail, they would …
        Figure("if-they", r"\bom (?:kunder(?:na)?|folk|användar(?:e|na)|gäster(?:na)?|patienter(?:na)?|ni|du|alla) (?:bara |ens |någon gång )?(?:läste|lyssnade|följde|kollade|tänkte|ringde|skötte|betalade|svarade)\b[^.!?\n]{0,50}\b(?:skulle|slapp|hade)\b", "om alla|om användare|om användarna|om du|om folk|om gäster|om kunder|om ni|om patienter&betalade|följde|kollade|lyssnade|läste|ringde|skötte|svarade|tänkte"),
        # Had you only ordered in time, it would have …
        Figure("had-you", r"\b(?:hade (?:du|ni)|om (?:du|ni) (?:hade |bara |bara hade )*) ?(?:bara |ens |i stället |istället |inte )?\w+(?:t|tt|dd|ts|it|at)\b[^.!?\n]{0,70}\b(?:hade|skulle|kunde|sluppit|slapp)\b", "hade du|hade ni|om du|om ni"),
        Figure("cleft", r"\bdet (?:är|var) (?:ju |faktiskt |egentligen )?(?P<who>(?!vi\b|jag\b|oss\b|mig\b|inte\b|bara\b|du\b|ni\b)[\wåäö-]+(?: [\wåäö-]+){0,2}?) (?:som )?(?:du|ni|man|folk) (?:ska|bör|får|borde|kan) (?:väl )?(?:vara (?:arg|sur|besviken|förbannad|missnöjd)\w*|klaga|skälla|fråga|ringa|jaga|skylla|anmäla|stämma)", "vara |klaga|skälla|fråga|ringa|jaga|skylla|anmäla|stämma"),
        # You were told.
        Figure("told", r"\b(?:du|ni) (?:fick|har fått|blev|har blivit) (?:ju |faktiskt |redan |tydligt )*(?:veta|information|informerad\w*|upplyst\w*|besked|en påminnelse)\b", "veta|inform|upplyst|besked|påminnelse"),
        # Many don't read; parents must watch their children.
        Figure("people", r"\b(?:många|en del|folk|vissa|somliga|de flesta|\w*kunder(?:na)?|föräldrar(?:na)?|resenärer(?:na)?|gäster(?:na)?|användare)\b(?: som \w+)? (?:läser|kollar|lyssnar|tänker|tittar|följer|mäter|kontrollerar|glömmer|missar|slarvar)\b|\b(?:läser|kollar|lyssnar|tittar|mäter|följer) (?:många|en del|folk|vissa|de flesta|kunder\w*) inte\b|\b(?:föräldrar\w*|kunder(?:na)?|gäster(?:na)?|resenärer(?:na)?|hyresgäster(?:na)?|man|du|ni|var och en|alla) (?:själva? |faktiskt |ju )*(?:måste|får|ska|bör|behöver|har (?:ett )?eget ansvar|ansvarar)\b[^.!?\n]{0,20}\b(?:hålla (?:koll|uppsikt|ögonen|ett öga)|läsa|kontrollera|mäta|passa (?:sina|dina|på)|ta ansvar|ta eget|vara försiktig\w*|tänka|planera)\b", "läser|kollar|lyssnar|tänker|tittar|följer|mäter|kontrollerar|glömmer|missar|slarvar|hålla|läsa|kontrollera|mäta|passa|ansvar|försiktig|tänka|planera"),
        # So report it to them.
        Figure("so-them", r"\bså (?:du får |ni får |)?(?:felanmäl|anmäl|klaga|reklamera|ring|kontakta|fråga|prata|vänd|ta det|skäll|hör)\b[^.!?\n]{0,40}\b(?:dem|dom|där|honom|henne)\b", "dem|dom|där|henne|honom&anmäl|fråga|hör|klaga|kontakta|prata|reklamera|ring|skäll|ta det|vänd"),
        # Then you did it wrong; you chose it yourself.
        Figure("yourself", r"\bdå har (?:du|ni) (?:nog |säkert |väl )?\w+t (?:det |den |i |på )?(?:fel|för (?:mycket|lite|sent|tidigt|länge|varmt|hårt))\b|\b(?:du|ni) (?:\w+de|\w+te|\w+dde|valde|skrev|gav|tog|satte|la|lade|angav) (?:ju |faktiskt |väl |själv |själva )*(?:\w+ ){0,3}(?:fel\b|själva?\b)", " fel|själv|då har"),
        # We only drive the trains; the tracks are theirs.
        Figure("only", r"\b(?:vi|jag) (?:\w+ )?bara (?!att\b|om\b|hoppas\b|undra\w*|vill\b|beklaga\w*)\w+|\b(?:vi|jag) (?:kör|säljer|levererar|förmedlar|vidarebefordrar|följer|gör|hyr|äger|lyder) (?:bara|endast|ju bara)\b|\b(?:är|det är) (?!vårt|våra|vår|mitt|din|ert)\w+s (?:\w+ )?(?:spår|ansvar|beslut|bord|sak|system|regler|problem|uppgift)\b", "bara|endast| spår| ansvar| beslut| bord| sak| system| regler| problem| uppgift"),
    ),
    en=(
        # It's the supplier's fault; the fault lies with the supplier; it's entirely down to them.
        Figure("others", r"\b(?:is|was|it's|that's|be)\s+(?:all\s+|entirely\s+|clearly\s+|really\s+)?(?:down to\s+)?(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+){0,2}?)(?:'s|s')\s+(?:own\s+)?(?:fault|mistake|doing)\b", "fault|mistake|doing", every=True),
        Figure("others", r"\b(?:is|was|'s)\s+(?:entirely|all|solely|only|purely)\s+(?:down to|because of|due to|on)\s+(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+)?)", "entirely|all|solely|only|purely", every=True),
        Figure("others", r"\bthe (?:fault|blame|problem) (?:lies|is|was|rests) (?:entirely |clearly )?(?:with|at)\s+(?P<who>(?:the |our |your )?[\w-]+(?:\s[\w-]+)?)", "fault|blame|problem", every=True),
        # The inspector made a mistake, not us.
        Figure("not-us", r"(?:,|–|and)\s*not (?:us|me|ours|our fault)\s*(?:[.!/–]|$)", "not us|not me|not our"),
        # It was finance who messed up.
        Figure("cleft", r"\b(?:it was|it is|it's|it’s|that was|that's|that’s) (?:actually |really |all |once again |as usual )?(?P<who>(?!we\b|us\b|me\b|i\b|you\b|not\b|just\b|only\b|someone\b|something\b|those\b)(?:the |our |your )?[\w-]+(?: [\w-]+){0,2}?) (?:who|that|which) (?:ha(?:s|ve|d) |just |again |once again |then |didn['’]t |never |failed to )*(?:ship|mess|brok|break|forg|miss|dropp|fail|screw|caus|los|lost|delay|send|sent|approv|check|test|deliver|bungl|botch|bodg|ruin|push|overs|cut|sign|let |got it wrong|put|made (?:a|the) (?:mess|mistake|error)|is to blame|are to blame|caused)", " who | that | which &it is |it was |it's |it’s |that was |that's |that’s "),
        # You can thank the council for that.
        Figure("cleft", r"\b(?:you can|you may|you've got|you have|you could|so) (?:only )?(?:to )?thank (?P<who>(?:the |our |your )?[\w-]+(?: [\w-]+){0,2}?) for (?:that|this|the (?:delay|mess|cancel|queue|bill|outage|wait)\w*)", "thank "),
        # It's them you should chase.
        Figure("cleft", r"\b(?P<who>them|the [\w-]+(?: [\w-]+)?) (?:that |who )?(?:you|you['’]ll) (?:should|need to|have to|must|ought to|want to) (?:be )?(?:chas|complain|nag|blam|shout|yell|sue)\w*", "blam|chas|complain|nag|shout|sue|yell&have to|must|need to|ought to|should|want to"),
        # Finance dropped the ball.
        Figure("cleft", r"\b(?P<who>(?:the |our )[\w-]+(?: [\w-]+)?) (?:has |have |once again |again |really )*(?:dropped the ball|messed up|screwed up|let us (?:all )?down|cocked (?:it )?up|botched|bungled|fumbled|mucked (?:it )?up)\b", "dropped the ball|messed|screwed| down|cocked|botched|bungled|fumbled|mucked"),
        # Don't look at us, it was finance.
        Figure("cleft", r"\b(?:don['’]t|do not|no use|no point) (?:look|looking|point|pointing|blam\w+|com\w+ to|complain\w* to)(?: the finger| fingers)?(?: at)? (?:us|me)\b[^.!?\n]{0,10}[,;:–-] *(?:it|that|this|ask|blame|talk|go)?(?:['’]s| was| is)?(?P<who> (?:the |our )?[\w-]+(?: [\w-]+)?)", "do not|don't|don’t|no point|no use&blam|com|look|poin"),
        # That's between you and the bank.
        Figure("cleft", r"\bbetween you and (?P<who>(?:the|your) [\w-]+)\b", "between you"),
        # Because the courier forgot.
        Figure("cleft", r"\bbecause (?P<who>(?!we\b|i\b|it\b|you\b|there\b)(?:the |our )?[\w-]+(?: [\w-]+)?) (?:were asleep|was asleep|slept|forgot|failed|missed|messed|dropped|refused|never|didn['’]t bother|couldn['’]t be|can['’]t be|botched|ignored|lost)\b", "because "),
        # Had marketing listened, we wouldn't …
        Figure("had-they", r"\b(?:had|if) (?P<who>(?!you\b)\w+(?: \w+)?) (?:had |hadn['’]t |had not |only |just ){0,3}(?:listened|done|told|said|read|answered|delivered|kept|planned|thought|tested|messed up|screwed up|dropped|failed|forgotten|missed|botched|lost)\b[^.!?\n]{0,60}(?:\bwould\b|\bwouldn['’]t\b|['’]d have)", "had|if "),
        # If customers read the mail, they would …
        Figure("if-they", r"\bif (?:customers|people|users|guests|patients|you|everyone) (?:only |just |ever |actually )?(?:read|listened|followed|checked|thought|called|paid|answered|bothered)\b[^.!?\n]{0,50}(?:\bwould\b|['’]d\b|\bwouldn['’]t\b)", "if "),
        # Had you only ordered in time, it would have …
        Figure("had-you", r"\b(?:if you(?:['’]d| had)|had you) (?:only |just |simply |actually |bothered to |not )*\w+\b[^.!?\n]{0,70}(?:\b(?:could|would|wouldn['’]t|might)\b|['’]d\b)", "if you'd|if you’d|if you had|had you"),
        Figure("told", r"\byou (?:were|had been|have been|['’]d been) (?:clearly |already |also |all )?(?:told|informed|advised|made aware|notified|warned)\b|\b(?:check|read|consult|keep) (?:your|the) [\w ]{2,25} (?:in future|next time|more carefully)\b", "told|informed|advised|aware|notified|warned|in future|next time|carefully"),
        # Many don't read; parents must watch their children.
        Figure("people", r"\b(?:many|most|some|lots of|a lot of|plenty of) (?:people|customers|of you|parents|guests|users|visitors|buyers|passengers)? ?(?:don['’]t|do not|never|forget to|fail to|simply don['’]t|just don['’]t) (?:read|check|listen|look|measure|follow|bother|think|update)|\b(?:parents|customers|guests|users|passengers|residents|tenants|visitors|everyone|people|you) (?:themselves |yourself |really |also )?(?:need to|have to|ought to|are responsible|must|should|are expected to|has to|needs to)\b[^.!?\n]{0,15}\b(?:supervise|check|read|watch|look after|keep an eye|take (?:more |some )?responsibility|be (?:more )?careful|measure|plan ahead|pay attention|control)", "read|check|listen|look|measure|follow|bother|think|update|supervise|watch|keep an eye|responsib|careful|plan ahead|attention|control&n't |n’t |do not|never|forget to|fail to|need to|have to|ought to|responsible|must|should|expected to|has to|needs to"),
        # So report it to them.
        Figure("so-them", r"\bso (?:please |you(?:['’]ll)? (?:should|need to|have to|can) )?(?:report|complain|call|ask|contact|talk|take|speak|write|address)\b[^.!?\n]{0,40}\b(?:them|there|him|her)\b", "so "),
        # Then you did it wrong; you chose it yourself.
        Figure("yourself", r"\bthen you (?:must have |have |probably )?\w+ed (?:it |them )?(?:wrong\w*|incorrectly|too (?:much|little|late|early|long|hot|hard))\b|\byou (?:\w+ed|chose|picked|gave|put|wrote|typed|left|set|sent|made) (?:\w+ ){0,3}(?:the wrong|incorrect\w*|a wrong|it wrong|wrongly)|\byou (?:\w+ed|chose|picked|gave|put|wrote|set|sent|signed|wanted)\b[^.!?\n]{0,30}\byourself\b", "wrong|incorrect|yourself| too "),
        # We only drive the trains; the tracks are theirs.
        Figure("only", r"\bwe (?:only|just|merely|simply) (?:drive|sell|deliver|follow|pass|forward|rent|host|print|run|work|do what)\b|\b(?:belongs?|is up|up) to (?!us|you|me)\w+|\bis (?!our|your|my)\w+(?: \w+)?['’]s? (?:track|responsibility|decision|job|system|rules?|problem|business)\b", "belong to|belongs to|business|decision|job|problem|responsibility|rule|system|track|up to|we just|we merely|we only|we simply"),
    ),
)  # fmt: skip
