"""News of one's own house that is told before its time: that it isn't out, and what it is, each by a class of words."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Figure, Figures, Found
from vigor.check.frames import has, is_question, pattern
from vigor.check.post import Post

_WHEN_SV = r"(?:på |nästa |i |den |om (?:en|två|tre|fyra|ett par|några) )?(?:måndag\w*|tisdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lördag\w*|söndag\w*|vecka\w*|veckor|månad\w*|dagar|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|vår(?:en)?|sommar\w*|höst\w*|vinter\w*|jul\w*|årsskift\w*|nyår\w*|kvartal\w*|år|\d{1,2}[:./]?\w*|imorgon|i morgon|ikväll|i kväll|mässan|bolagsstämma\w*|stämman|sommaren|semestern|börs\w*|press\w*|lansering\w*|release\w*)"
_WHEN_EN = r"(?:the |next |on |in |this |late |early |after |sometime )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week\w*|months?|days?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|christmas|new year|easter|quarter|year|\d{1,2}(?:st|nd|rd|th)?|tomorrow|tonight|launch|announcement|press|agm|fair|show|event|markets?|release|results|report|q[1-4]|noon|midnight)"
_TELL_SV = (
    r"(?:säga|berätta|avslöja|visa|nämna|posta|dela|lägga ut|skriva|prata om|röja|yppa|skvallra|sprida)"
)
_TELL_EN = r"(?:say|tell|reveal|show|share|post|talk about|mention|write|spill|disclose|name|be (?:saying|telling|showing|sharing|posting))"

EARLY = Figures(
    sv=(
        Figure("hush", r"\b(?:inte|ej|varken|knappast|ännu inte|långt ifrån|icke) (?:\w+ ){0,2}?(?:officiell\w*|offentlig\w*|offentliggjor\w*|publik\w*|annonsera\w*|tillkännag\w*|kommunicera\w*|släppt\w*|presenterad\w*|presenterat|lansera(?:d|t|de)|påskriv\w*|signera\w*|underskriv\w*|klubbat|klubbad|ute än|gått ut med|visad|visat|visats|synts|sedd|setts)\b|\bingen (?:utomstående |annan |utanför \w+ )?(?:har |fått )?(?:sett|se|veta|vet)\b(?! (?:hur|vad|om|varför|när|var|vem))", "visa|sett|synts|sedd|ingen|offici|offentlig|publik|annonsera|tillkännag|kommunicera|släppt|presenter|lansera|påskriv|signera|underskriv|klubba|ute än|gått ut"),
        Figure("hush", rf"\b(?:får|ska|borde|skulle|kan|bör|vill|tänker) (?:jag |vi |ni |man |du )?(?:ju |väl |nog |egentligen |absolut |tyvärr |fortfarande |än )*(?:inte|aldrig) (?:\w+ ){{0,2}}?{_TELL_SV}\b|\b(?:jag|vi|som) (?:egentligen |ju |absolut |fortfarande )*(?:inte|aldrig) (?:\w+ )?(?:får|ska|borde|kan) (?:\w+ )?{_TELL_SV}\b", "säga|berätta|avslöja|visa|nämna|posta|dela|lägga ut|skriva|prata om|röja|yppa|skvallra|sprida"),
        Figure("hush", r"\b(?:avslöja\w*|berätta\w*|säg\w*|visa\w*|presentera\w*|annonsera\w*|meddela\w*|släpp\w*|offentliggör\w*|kommunicera\w*|lansera\w*|publicera\w*) (?:vi |jag |det |de |egentligen |officiellt |ju )*(?:inte förrän|först)\b", "förrän|först"),
        Figure("hush", r"(?<!\w)(?:psst+|schh*|sch!|hys+ch|shh+|hyss+j)(?!\w)|\b(?:mellan (?:oss|dig och mig|skål)|bara (?:er|ni) (?:vet|får veta)|säg(?:er)? (?:inget|inte|det inte|ingenting)|berätta (?:det )?(?:inte|inget)|sprid (?:det )?(?:inte|inget)|håll (?:\w+ )?(?:hemlig\w*|tyst|tand för tunga|inne med|det för)|hålla (?:\w+ )?(?:tyst|hemlig\w*|tand)|inte ett ord|ni (?:har|hörde|fick)(?: det)? (?:inte|aldrig) (?:hört|av|från|detta)|tyst om|ska (?:ingen|inte) (?:annan )?(?:veta|få veta)|stannar (?:här|mellan|i)|off the record|under embargo|under nda|skrivit på nda|sekretess\w*|konfidentiell\w*|förtroligt|hemlig(?:t|a|)\b|topphemlig\w*)", "psst|sch|hyss|hysch|shh|mellan oss|mellan dig|mellan skål|bara er|bara ni|säg inte|säg inget|säg det|säger inte|säger inget|berätta inte|berätta inget|berätta det|sprid|håll|inte ett ord|ni har|ni hörde|ni fick|tyst om|veta|stannar|off the record|embargo|nda|sekretess|konfidentiell|förtrolig|hemlig"),
        Figure("hush", r"\b(?:läck(?:er|t|a|te)|tjuvstart\w*|smyg(?:titt|start|premiär|avslöja|kik|släpp)\w*|tjuvkik\w*|röjer|försnack\w*|förhandstitt\w*|kan(?: jag| vi)? (?:redan )?(?:nu )?(?:avslöja|röja)|redan nu (?:berätta|avslöja|säga|visa)|kan (?:jag|vi) (?:väl )?(?:säga|berätta|avslöja) redan)\b", "läck|tjuv|smyg|röj|försnack|förhandstitt|avslöja|redan"),
        Figure("gate", r"\b(?:innan|före|inför) (?:\w+ )?(?:pressmeddeland\w*|pressträff\w*|presskonferens\w*|rapport\w*|delårsrapport\w*|kvartalsrapport\w*|bokslut\w*|lansering\w*|annonsering\w*|offentliggörand\w*|tillkännagivand\w*|börs\w*|marknad\w*|medie\w*|press\w*|personal\w*|facket|kunden|konkurrent\w*|alla andra|någon annan|nyheten|styrelsen|stämman|släppet|release\w*|det (?:blir|är) (?:\w+ )?(?:officiell\w*|offentlig\w*|klart|ute|känt|släppt)|vi (?:går ut|släpper|berättar|annonserar|presenterar))", "före |inför |innan &alla and|annonser|boksl|börs|delå|facke|klart|konkurrent|kunden|kvartalsr|känt|lanseri|markn|medie|nyheten|någon ann|offent|officie|persona|press|rapport|relea|släppet|släppt|styrel|stämman|tillkä|ute|vi berättar|vi går |vi presenterar|vi släpper"),
        Figure("gate", rf"\b(?:meddela|presentera|annonsera|tillkännag|offentliggör|offentliggör|släpp|publicera|kommunicera|avslöja|berätta|lämna|redovisa|läggs fram|går ut|gå ut|blir (?:offentlig|officiell|känt)|nyheten kommer|beskedet kommer|varslet kommer|rapporten kommer)\w*\b[^.!?\n]{{0,30}}?\b(?:först |inte förrän )?{_WHEN_SV}\b", "meddela|presentera|annonsera|tillkännag|offentlig|släpp|publicera|kommunicera|avslöja|lämna|redovisa|läggs fram|går ut|gå ut|offici|blir känt|nyheten kommer|beskedet kommer|varslet kommer|rapporten kommer|berätta"),
        Figure("gate", r"\b(?:ni (?:läser|hör|får veta|får läsa|hörde)[^.!?\n]{0,20}(?:först|här)|först (?:med att|av alla|ute|här)|ingen (?:annan )?(?:vet|har fått veta|utanför)|(?:vet|visste|anar|vetat) (?:ännu |ju )?(?:inte|inget|ingenting) (?:om )?(?:det )?(?:än|ännu)|inte (?:ens )?(?:personalen|facket|de anställda|kunden|börsen|chefen)|har inte fått veta|(?:beslut|klubb|godkän)\w* (?:på|av) (?:styrelse|ledning)\w*|(?:från|i|ur|på) (?:\w+ )?(?:styrelsemöt|ledningsgrupp|ledningsmöt|styrelserum|säljmöt|interna möt|internmöt|kickoff)\w*|intern(?:t|a|) (?:mejl\w*|dokument\w*|memo|presentation\w*|siffror|prognos\w*|plan\w*|strategi\w*|dashboard\w*|chatt\w*|kanal\w*|roadmap|lista\w*|slide\w*|översikt\w*|bild\w*)|internt)\b", "ni läser|ni hör|ni får|först med|först av|först ute|först här|ingen annan|ingen vet|ingen har|ingen utanför|vet inte|vet ännu|vet ju|inte ens|inte person|inte facket|inte de anst|har inte fått|styrelse|ledning|säljmöt|intern|kickoff"),
        Figure("later", r"\b(?:personalen|facken?|facket|de anställda|medarbetarna|kunderna|pressen|marknaden|alla berörda|cheferna|leverantörerna|kollegorna|andra)\b (?:får|ska få|kommer att få|får inte|vet|informeras|meddelas|underrättas|hör|får inget)(?: \w+)?(?: (?:veta|reda|besked|höra|informeras))?\b", "personalen|fack|de anställda|medarbetarna|kunderna|pressen|marknaden|alla berörda|cheferna|leverantörerna"),
        Figure("hush", r"\bpress(?:release|meddeland)\w* (?:går|kommer|släpps|skickas|är|ligger)\b[^.!?\n]{0,15}?\b(?:först|förrän|inte|nästa|på|klar\w*)\b", "pressrelease|pressmeddeland"),
        Figure("later", r"\bni (?:kommer att )?får (?:veta|se|höra) (?:mer|resten|vad (?:det|den)|vilk\w+|vem|allt)\b[^.!?\n]{0,40}", "ni får|ni kommer"),
        Figure("proto", r"\b(?:prototyp\w*|nästa års (?!års)\w+|förserie\w*|testexemplar\w*)\b", "prototyp|nästa års|förserie|testexemplar"),
        Figure("shot", r"\b(?:skärmdump\w*|skärmbild\w*|bild\w*|foto\w*|fota\w*|smygfota\w*)\b[^.!?\n]{0,25}?\b(?:på|från|av|ur) (?:\w+ ){0,2}?(?:dashboard\w*|instrumentpanel\w*|crm\w*|säljsystem\w*|whiteboard\w*|blädderblock\w*|roadmap\w*|budget\w*|orderbok\w*|orderstock\w*|kundlista\w*|prislista\w*|prognos\w*|pipeline\w*|säljsiffr\w*|ritning\w*|prototyp\w*|intranät\w*|ärendesystem\w*|avtal\w*|kontrakt\w*|offert\w*)", "skärmdump|skärmbild|bild|foto"),
        Figure("report", r"\b(?:delårs|kvartals|års|halvårs)?(?:rapport\w*|bokslut\w*|siffrorna|årsredovisning\w*)\b[^.!?\n]{0,25}?\b(?:kommer|släpps|publiceras|presenteras|är ute|går ut|offentliggörs|inte (?:ute|klar|släppt|officiell\w*)|först|torsdag|väntar|dröjer)", "rapport|bokslut|siffrorna|redovisning"),
    ),
    en=(
        Figure("hush", r"\b(?:not|isn['’]t|hasn['’]t|haven['’]t|aren['’]t|wasn['’]t|never|yet to be|still to be|won['’]t be|far from|nothing['’]s) (?:\w+ ){0,3}?(?:official(?:ly)?|public|announced|released|launched|published|communicated|signed|unveiled|revealed|presented|gone out|in the press|out yet|confirmed|common knowledge)\b", "official|public|announced|released|launched|published|communicated|signed|unveiled|revealed|presented|gone out|in the press|out yet|confirmed|common"),
        Figure("hush", rf"\b(?:not|n['’]t|cannot|never) (?:\w+ ){{0,2}}?(?:allowed|supposed|meant|permitted|able|really) to {_TELL_EN}\b|\b(?:shouldn['’]t|mustn['’]t|should not|must not|can['’]t|cannot|couldn['’]t|not allowed|won['’]t)(?: really| even| strictly| officially| actually| yet)? {_TELL_EN}\b[^.!?\n]{{0,25}}(?:yet|but|until|till|before|more|much|which|who|name|this|officially|you)", "allowed|supposed|meant|permitted|able|really|shouldn|mustn|should not|must not|can't|can’t|cannot|couldn|won't|won’t"),
        Figure("hush", r"(?<!\w)(?:psst+|shh+|sh!|hush)(?!\w)|\b(?:between (?:us|you and me|these four)|(?:don['’]t|do not|please don['’]t) (?:tell|say|share|repeat|spread|pass|quote|post|forward)|tell no[ -]?(?:one|body)|not a word|keep (?:it|this|that|quiet|schtum|mum)\b[^.!?\n]{0,25}|(?:you )?(?:didn['’]t|never|haven['’]t) (?:hear|heard|read|see|seen) (?:it|this|that) (?:from|here)|heard it here|off the record|under (?:embargo|wraps|nda|an nda)|signed an nda|strictly (?:confidential|between|internal)|confidential\w*|hush[- ]hush|top secret|(?:still|very|super|so|a|big|our|little|it['’]s|is) (?:\w+ )?secret\b|mum['’]s the word|zip it|lips sealed|act surprised|pretend (?:you|to))", "psst|shh|sh!|hush|between us|between you|between these|n't tell|n’t tell|n't say|n’t say|n't share|n’t share|n't repeat|n't spread|n't pass|n't quote|n’t quote|n't post|n’t post|not share|not tell|tell no|not a word|keep it|keep this|keep that|keep quiet|keep schtum|keep mum|hear it|hear this|hear that|heard it|heard this|off the record|embargo|wraps|nda|confidential|secret|mum's|mum’s|zip it|lips|surprised|pretend"),
        Figure("hush", r"\b(?:leak(?:s|ed|ing)?|jumping the gun|jump the gun|spoiler\w*|spilling|spill the|sneak(?:y)? (?:peek|preview|look|photo|pic|shot)|letting (?:the )?cat|let slip|letting slip|ahead of schedule here|get in trouble|in trouble for this|before anyone|before anybody|sneak peek)\b", "leak|the gun|spoiler|spill|sneak|cat out|the cat|let slip|letting slip|ahead of schedule|trouble|before any"),
        Figure("gate", rf"\b(?:(?:won['’]t|will not|not going to|don['’]t) (?:read|hear|see|find|be told|know|get)\b[^.!?\n]{{0,25}}?\b(?:until|till|before)|(?:a|one|two|three|four|several|\d+) (?:day|week|month|hour|minute)s? (?:before|ahead of|early)|ahead of|before) (?:the |our |their |its |it |it['’]s |they |she |he |we |any |anyone |everyone |{_WHEN_EN} ?)*(?:press|announcement|announced|announce|official|public|report|results|earnings|launch|release|published|markets?|media|staff|union|client|news|rest|else|is out|goes out|know|told|{_WHEN_EN})\b", "before |until|till |ahead of|early"),
        Figure("gate", rf"\b(?:announc\w+|unveil\w*|reveal\w*|go(?:es|ing)? (?:public|out|live|official)|made public|press release|official|break\w*|drop\w*|publish\w*|report\w*|tell (?:the )?(?:staff|team|press|market|union))\b[^.!?\n]{{0,30}}?\b(?:on|next|in|this|until|till|after|from|by|come|not before)? ?{_WHEN_EN}\b", "announc|unveil|reveal|made public|go public|goes public|going public|go out|goes out|go live|goes live|going live|press release|official|break|drop|publish|report|tell staff|tell the|tell press"),
        Figure("gate", r"\b(?:(?:nobody|no one|no-one|only we|just us|hardly anyone) (?:else |outside )?(?:knows|has been told|outside|here knows|yet)|(?:don['’]t|doesn['’]t|haven['’]t|hasn['’]t) (?:know|been told|heard)[^.!?\n]{0,15}yet|staff (?:don['’]t|haven['’]t)|first to (?:hear|know|see)|hear it (?:here )?first|straight (?:from|out of) (?:the|our) (?:board|boardroom|management|leadership|exec\w*|strategy|sales)\b|(?:from|in|at|out of) (?:the|today['’]s|this morning['’]s|our|yesterday['’]s) (?:board|boardroom|board meeting|management meeting|exec\w*|leadership|all[- ]hands|sales meeting|strategy)|internal(?:ly)?|insider\w*|board pack|(?:board|management) (?:signed off|approved|agreed|decided))\b", "nobody|no one|no-one|only we|just us|hardly anyone|been told|n't know|n’t know|heard|staff|first to|here first|hear it first|board|management|exec|leadership|all-hands|all hands|sales meeting|strategy|internal|insider"),
        Figure("later", r"\b(?:the )?(?:staff|unions?|employees|workers|customers|press|market|team|crew|managers|suppliers|colleagues|others)\b(?:['’]ll)? (?:will |are |is |get |gets |being |be |to be |only )*(?:told|hear|hears|know|find out|learn|learns|informed|briefed)\b", "told|hear|know|find out|learn|informed|briefed&colleagues|crew|customers|employees|managers|market|others|press|staff|suppliers|team|union|workers"),
        Figure("hush", r"\b(?:nobody|no one|no-one|not a soul|hardly anyone) (?:else |outside |out there )?(?:\w+ )?(?:has |have )?(?:seen|heard|knows|know)\b(?! (?:what|how|if|whether|why|where|when|who))", "nobody|no one|no-one|not a soul|hardly anyone"),
        Figure("hush", r"\bpress release (?:isn['’]t|is not|won['’]t|goes|is only|comes|only|is out (?:on|next)|is due|lands|follows)\b", "press release"),
        Figure("later", r"\byou(?:['’]ll| will) (?:find out|see|hear|know|get to know) (?:more|the rest|what (?:it|that)|which|who|all)\b[^.!?\n]{0,40}", "you'll|you’ll|you will"),
        Figure("proto", r"\b(?:prototypes?|next year['’]s \w+|pre-?production)\b", "prototype|next year|production"),
        Figure("shot", r"\b(?:screenshot\w*|screen grab|screengrab|snap\w*|photo\w*|picture\w*|pic)\b[^.!?\n]{0,25}?\b(?:of|from) (?:\w+ ){0,2}?(?:dashboard\w*|crm|sales system|whiteboard\w*|flip ?chart|roadmap\w*|budget\w*|order book|pipeline|customer list|client list|price list|forecast\w*|sales figures|blueprints?|prototype\w*|intranet|ticket system|contract\w*|quote|tender|backlog|slack|board pack)", "screen|snap|photo|picture|pic"),
        Figure("report", r"\b(?:(?:interim|quarterly|annual|half[- ]year|q[1-4]|full[- ]year) (?:report|results|figures|numbers)|report|results|earnings|figures|numbers|accounts)\b[^.!?\n]{0,25}?\b(?:out|due|comes?|coming|released?|published|publish|land|drop|not (?:out|public|ready|released)|until|official)\b", "report|results|earnings|figures|numbers|accounts"),
    ),
)  # fmt: skip
# What a house keeps to itself until it's told properly, wherever it works.
NEWS = {
    "sv": r"\b(?:köper|köpt upp|köper upp|förvärv\w*|uppköp\w*|fusion\w*|slås? (?:ihop|samman)|går ihop med|sammanslag\w*|säljer (?:hela |av )|sålt (?:hela|till)|sälj(?:s|as|er) till|börsnoter\w*|noteras|emission\w*|investera\w*|tar in|rundan|värder\w*|varsl\w*|varsel|sägs? upp|säger upp|uppsägning\w*|får gå|skär(?:a|s)? ner|neddragning\w*|sparpaket\w*|nedlägg\w*|lägg(?:er|s|a) ner|stäng(?:er|s|a)|flytta\w*|omorganis\w*|ny(?:a|) (?:vd|vd:n|chef\w*|cfo|ordförande|ägare|generaldirektör|rektor)|blir (?:vår )?(?:ny|nya|nästa)|efterträd\w*|slutar|avgår|får sparken|jätteavtal|avtal\w*|kontrakt\w*|upphandling\w*|anbud\w*|order(?:n|)\b|kunden (?:är|heter|blir)|ny kund|nya kunden|storkund\w*|vinner|vunnit|tecknat|skrivit på|skrev på|signat|omsättning\w*|resultat\w*|vinst\w*|förlust\w*|intäkt\w*|kvartal\w*|siffr\w*|miljon\w*|mkr|msek|miljard\w*|procent|prognos\w*|prishöj\w*|höjer|sänker|prototyp\w*|patent\w*|lansera\w*|nästa (?:modell|version|generation|produkt|app|spel|telefon|album|säsong)|ny(?:a|tt|) (?:modell\w*|version\w*|produkt\w*|app\w*|smak\w*|butik\w*|kontor\w*|kollektion\w*|meny\w*|kök\w*|linje\w*|spel\w*|tjänst\w*|funktion\w*|fabrik\w*|lager|hotell\w*|restaurang\w*|logotyp\w*|logga|namn\w*|tröja\w*)|nästa (?!vecka|gång|år|månad|steg|helg|dag|möte|morgon|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|tåg|buss|pass)\w+|byter namn|byta namn|öppna\w*|bygg(?:er|a|s)|smak\w*|våning\w*|projekt\w*|haveri\w*|intrång\w*|hack(?:ad|ade|at|er)|dataläck\w*|incident\w*|tillsyn\w*|avslöjande|utlandsetabler\w*|etabler\w*|expander\w*|nobel\w*|gästartist\w*|headline\w*|artist\w*)\b|\d ?(?:%|mkr|msek|miljon)",
    "en": r"\b(?:(?:we|we['’]re|company|is|are|be|they['’]re|deal to) (?:buy|buying)|bought (?:out|up)|buyout|next (?!week|time|year|month|step|weekend|day|meeting|to|up|door|monday|tuesday|wednesday|thursday|friday|saturday|sunday|train|bus|one)[a-z-]+|voluntary exit|acqui\w*|takeover|merg\w*|selling (?:off|up|the|to)|sold to|being sold|ipo|float(?:ing|ation)?|funding|round|raised?|invest\w*|valuation|layoffs?|lay(?:ing)? off|redundanc\w*|letting|job cuts|cuts|cutting|sack\w*|clos(?:e|es|ing|ure)|shut(?:ting)?|relocat\w*|restructur\w*|reorgani\w*|(?:new|next|our) (?:ceo|cfo|coo|cto|boss|chair\w*|head|director|md|editor|owner|manager|dean|principal)|taking over|steps? down|stepping down|resign\w*|deal|contract|tender|bid|client|(?:big|new) customer|signed|won|revenue\w*|turnover|profit\w*|loss(?:es)?|margin|sales|orders?|quarter\w*|figures|numbers|million|billion|thirty|per ?cent|forecast\w*|price (?:rise|increase|hike)|prices|prototype\w*|patent\w*|launch\w*|ship(?:s|ping)?|(?:new|next|second|third|bigger|our) (?:model|version|product|generation|app|phone|game|season|album|flavou?r|store|shop|office|range|collection|menu|kitchen|line|service|feature|plant|factory|warehouse|hotel|restaurant|site|floor|logo|name|branch|campus)|rebrand\w*|renam\w*|opening|expand\w*|flavou?r|floor|kitchen|project|breach\w*|hack(?:ed|ers?)|outage|incident|investigation|inspection|headliner|line-?up|drill|device|in charge of|drug|trial|chip|engine)\b|[£$€]\d|\d ?(?:%|m\b|bn\b)",
}
# Deals, people who come or go, and money: told early they are secret even where nobody says so.
_HARD = {
    "sv": r"\b(?:köper|köpt upp|köper upp|förvärv\w*|uppköp\w*|fusion\w*|slås? (?:ihop|samman)|sammanslag\w*|säljs|börsnoter\w*|emission\w*|varsl\w*|varsel|sägs? upp|säger upp|uppsägning\w*|får gå|nedlägg\w*|läggs? ner|lägger ner|ny(?:a|) (?:vd|vd:n|cfo|ordförande|ägare|chef\w*)|blir (?:vår )?(?:ny|nya|nästa) (?:vd|chef|ordförande|cfo)|efterträd\w*|jätteavtal|upphandling\w*|anbud\w*|storkund\w*|vinstvarn\w*|omsättning\w*|vinst\w*|förlust\w*|prototyp\w*|olanser\w*|dataläck\w*|intrång\w*|höj\w* (?:alla |våra )?pris\w*|prishöjning\w*|byter namn|kund(?:en)? (?:heter|är|blir))\b|\d ?(?:mkr|msek|miljon\w*|miljard\w*)",
    "en": r"\b(?:buying|bought|acqui\w*|takeover|merg\w*|being sold|sold to|ipo|layoffs?|laying off|letting \w+ (?:people |staff )?go|redundanc\w*|job cuts|clos(?:ing|ure)|shutting|(?:new|next) (?:ceo|cfo|coo|cto|chair\w*|director|md|head|owner|boss|editor)|taking over|stepping down|tender|bid|revenue\w*|turnover|profit\w*|loss(?:es)?|prototype\w*|unreleased|breach\w*|rebrand\w*|renam\w*|(?:client|customer) is|rais\w+ (?:the |our |all )?prices|price (?:rise|increase)|voluntary exit|(?:plant|factory|office|store|branch|site|school|depot|warehouse) (?:\w+ )?(?:closes|shuts|closing|is closing|will close))\b|[£$€]\d|\d ?(?:m\b|bn\b|million|billion)|\b(?:ten|twenty|thirty|forty|fifty|hundred) million",
}
_OURS = {
    "sv": r"\b(?:vi|vår\w*|oss|jag|mig|min|mitt|mina|bolaget|företaget|firman|huset|butiken|klubben|skolan|kontoret|koncernen|kommunen|regionen)\b",
    "en": r"\b(?:we|our|ours|us|i|i['’]m|me|my|we['’](?:re|ve|ll)|the (?:company|firm|shop|store|club|school|office|group|council|board|team))\b",
}
_MONEY = {
    "sv": r"\d[\d ,.]*(?:%|procent|mkr|msek|miljon\w*|miljard\w*|kr\b|kronor)|\b(?:upp|ner|plus|minus|rekord|dubbl\w*|halver\w*)\b[^.!?\n]{0,12}\d",
    "en": r"\d[\d ,.]*(?:%|per ?cent|m\b|bn\b|million|billion|k\b)|[£$€]\d|\b(?:up|down|plus|minus|record|doubl\w*|halv\w*)\b[^.!?\n]{0,12}\d",
}
_EARNED = {
    "sv": r"\b(?:omsättning\w*|resultat\w*|vinst\w*|förlust\w*|intäkt\w*|försäljning\w*|orderingång\w*|prognos\w*|landa[rd]\w*|slår|kvartal\w*|upp|marginal\w*|miljoner|mkr|msek)\b",
    "en": r"\b(?:revenue\w*|profits?|loss(?:es)?|turnover|sales|orders|forecasts?|landed|lands?|beat\w*|quarter\w*|q[1-4]|up|margins?|ebitda|growth)\b",
}
# Out already, somebody else's, a treat for a colleague, or talk of secrecy itself.
_OUT = {
    "sv": r"\b(?:äntligen (?:får|kan|är det)|nu (?:är det |är den |är de )?(?:officiell\w*|offentlig\w*|ute|släppt\w*|klart|får (?:jag|vi))|i dag (?:släpp|offentliggjor|presenter|meddel|berätta)\w*|(?:är|blev) (?:nu )?(?:offentlig\w*|officiell\w*|släppt\w*)|idag (?:släpp|presenter)\w*|enligt (?:källor|uppgifter|media|tidning\w*|rapporten|pressmeddelandet|årsredovisning\w*)|rykte\w*|ryktas|tårta\w*|födelsedag\w*|fyller|överraskning\w*|present(?:en)?\b|avtack\w*|fest(?:en)?\b|julklapp\w*|bröllop\w*|möhippa|svensexa|aldrig (?:dela|ber|be|lämna)|lämna aldrig|lösenord|patient\w*|tystnadsplikt\w*|källskydd\w*|meddelarfrihet\w*|sekretesslag\w*|recept\w*|hemliga? (?:vän|gäst|ingrediens|tomte|recept|knep|vapen|trick)|smultronställe\w*|röst\w*|biljett\w*|valhemlig\w*|hela rapporten|finns på vår|bok(?:en)?|film(?:en)?|serie(?:n)?|deckare\w*|podd\w*|vinnaren)\b",
    "en": r"\b(?:finally (?:allowed|able|public|out|official|free|get to|can)|(?:now|it['’]s) (?:now )?(?:official(?:ly)?\b|public\b|out\b)|(?:were|was) (?:published|released|announced)|(?:full|whole) (?:report|statement|results)|on our site|announced (?:today|this morning|yesterday|last)|today (?:we|our|i) (?:announce|can|publish|release)\w*|at last|according to|rumou?rs?|rumoured|cake|birthday|surprise|present for|gift for|farewell|leaving do|party|wedding|hen do|stag do|retirement|never (?:ask|share)|password|patients?|confidentiality|secret (?:santa|ingredient|recipe|garden|weapon|sauce|to|of|ballot|spot)|novel|film|series|book|podcast|episode|tickets?|winner\w*|whistleblow\w*|sources?|published figures|as reported|press freedom)\b",
}


def early(post: Post) -> Iterator[Finding]:
    """What isn't out yet, by its own words or by when it comes out, and that it is ours and of weight."""
    found: dict[str, Found] = {}
    for one in EARLY.find(post):
        if not is_question(post, one.span.start):
            found.setdefault(one.kind, one)
    if (
        not found
        or has(post, _OUT[post.language])
        or not (post.context.layer or has(post, _OURS[post.language]))
    ):
        return
    report = found.get("report")
    if report and has(post, _MONEY[post.language]) and has(post, _EARNED[post.language]):
        yield Finding(report.span, 0.72, "figures")
        return
    hush, gate, shot = found.get("hush"), found.get("gate"), found.get("shot")
    if hush and has(post, NEWS[post.language]):
        yield Finding(hush.span, 0.74, "unreleased")
    elif gate and has(post, _HARD[post.language]) and _is_told_early(post, gate):
        yield Finding(gate.span, 0.7, "unreleased")
    elif (
        (proto := found.get("proto")) and has(post, _PICTURED[post.language]) and post.context.layer != "logo"
    ):
        yield Finding(proto.span, 0.66, "unreleased")
    elif (later := found.get("later")) and (
        has(post, _HARD[post.language]) or has(post, _PROJECT[post.language])
    ):
        yield Finding(later.span, 0.7, "unreleased")
    elif shot:
        yield Finding(shot.span, 0.66, "unreleased")


_PROJECT = {"sv": r"\bprojekt [a-zåäö]{3,}\b", "en": r"\bproject [a-z]{3,}\b"}
_PICTURED = {
    "sv": r"\b(?:bild\w*|foto\w*|kolla|titta|se här|film\w*|här är|selfie)\b",
    "en": r"\b(?:pic\w*|photos?|look|here (?:it )?is|here['’]s|video|selfie|snap)\b",
}
_SOON = {
    "sv": r"\b(?:innan|före|förrän|först|intern\w*|styrelse\w*|ledning\w*|ingen|inte|pressmeddeland\w*|redan)\b",
    "en": r"\b(?:before|until|till|ahead|early|first|internal\w*|board\w*|nobody|no one|not|n['’]t|won['’]t|press release|yet|management)\b",
}


def _is_told_early(post: Post, gate: Found) -> bool:
    """ "We open on Friday" is an invitation; "a week before the press release" isn't."""
    return bool(pattern(_SOON[post.language]).search(post.lower, *_around(post, gate.span)))


def _around(post: Post, span: Span) -> tuple[int, int]:
    sentence = post.sentence_at(span.start)
    return sentence.start, max(sentence.end, span.end)
