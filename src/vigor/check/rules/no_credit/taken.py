"""Ways of passing on what somebody else made: found with nobody, taken from somebody nameless, made over, made one's own.

What is taken, and where from, are classes of words; nothing of it is a work's or a person's name.
"""

from __future__ import annotations

from vigor.check.figures import Figure, Figures

_WORK_SV = (
    r"\w*(?:bild|foto|text|citat|dikt|film|video|klipp|illustration|teckning|meme|grafik|diagram|tavla|recept|tråd|inlägg|serie|karta|artikel|guide"
    r"|checklist|mall|modell|låt|vers|krönik|affisch|poster|logga|design|ikon|skript|övning|uppgift|lektion|presentation|slide|powerpoint|ljud|melodi"
    r"|refräng|ordspråk|fras|formulering|motto|slogan|koncept|figur|statistik|tabell|mönster|ritning|manus|prompt|sammanfattning|stripp|skämt|visdom|talesätt"
    r"|kollage|schema|schemat|folder|broschyr|liknelse|upplägg|ramverk|kapitel|material|rapport|plansch|tal\b|foton|verk)\w*"
)
_WORK_EN = (
    r"(?:pictures?|photos?|pics?|images?|texts?|quotes?|poems?|films?|videos?|clips?|footage|illustrations?|drawings?|sketch(?:es)?|memes?|graphics?|infographics?|charts?|diagrams?"
    r"|paintings?|recipes?|threads?|posts?|comics?|cartoons?|strips?|maps?|articles?|guides?|checklists?|templates?|models?|songs?|tunes?|sounds?|verses?|lyrics?|columns?|posters?|logos?"
    r"|designs?|icons?|icon set|scripts?|exercises?|lessons?|worksheets?|presentations?|slides?|decks?|slide decks?|lines?|phrases?|sayings?|mottos?|slogans?|metaphors?|concepts?|figures|tables?|patterns?|blueprints?"
    r"|prompts?|summar(?:y|ies)|jokes?|frameworks?|chapters?|material|reports?|artworks?|art|essays?|speech|playlist|plans?|mural|shots?|reels?|collages?|timetables?|leaflets?|brochures?|flyers?|newsletters?|handouts?|rota)"
)
_WHO_SV = (
    r"(?:nån(?: annan)?s?|någons?|någon annan\w*|nåt|något|några|annans|andras|en (?:\w+ )?(?:grupp|blogg|sida|konto|tråd|chatt|story|kanal|app|tjej|kille|typ|snubbe|kvinna|man|person|följare|konkurrent"
    r"|elev|lärare|fotograf|föreläsare|talare|deltagare|främling|okänd|annan|student|konsult|kurs|bok|tidning|författare|konstnär|designer|kommun|kommuns|skola|byrå)\w*|ett (?:\w+ )?(?:konto|inlägg|forum|flöde|företag|annat|gammalt)\w*"
    r"|någonstans|nånstans|nätet|internet|pinterest|google|tumblr|reddit|tiktok|instagram|insta|facebook|flickr|flödet|webben|konkurrent\w*|grannkommun\w*|annan)"
)
_WHO_EN = (
    r"(?:some(?:one|body)(?: else)?(?:['’]s)?|some (?:[\w'’]+ )?(?:guy|consultant|girl|bloke|kid|woman|man|lad|artist|blogger|designer|photographer|teacher|stranger|account|page|blog|site|channel|group|forum|book|website|lady|student|firm|company|agency|council|user|influencer)s?(?:['’]s)?"
    r"|(?:an?|another|some other|one of (?:our|the)|a random|a rival|an old|a different) (?:\w+ ){0,2}?(?:fans?|followers?|guy|girl|bloke|kid|artist|blogger|designer|photographer|teacher|stranger|account|page|blog|site|channel|group|forum|speaker|lecturer|writer|author"
    r"|competitors?|charity|company|firm|agency|school|council|course|newsletter|magazine|book|website|student|pupil|customer|user|instagrammer|tiktoker|influencer|podcast|profile|thread|feed|museum|shop|bakery|club)(?:['’]s)?"
    r"|somewhere|online|the (?:internet|web|net)|pinterest|google|tumblr|reddit|tiktok|instagram|insta|facebook|flickr|other people['’]?s?|competitor['’]?s?)"
)
_TAKE_SV = r"(?:hittade|hittat|såg|snubblade över|snubblat över|sprang på|ramlade över|snodde|snott|lånade|lånat|knyckte|knyckt|tog|tagit|sparade|sparat|skärmdumpade|skärmdumpat|kopierade|kopierat|klistrade|klippte|plockade|plockat|laddade ner|laddat ner|fångade upp|snappade upp|snappat upp|norpade|norpat|stal|stulit|nallade|hämtade|hämtat|fick syn på|dök på|scrollade förbi|läste|hörde|fiskade upp|grävde fram)"
_TAKE_EN = r"(?:found|saw|spotted|borrowed|nicked|stole|stolen|grabbed|copied|saved|pinched|lifted|swiped|screenshotted|stumbled (?:on|across|upon|over)|came across|took|taken|pulled|picked up|ripped|downloaded|scrolled past|came off|comes off|is off|was off|clipped|snagged|yoinked|dug up|heard|read|traced|redrew)"
# It is put before the reader's eyes here, and not only told of.
_SHOWN_SV = r"\b(?:den här|det här|de här|denna|dessa|följande|här (?:är|har|kommer|ser|får)|nedan|nu får ni|bifogar|delar|dela|delas|delat|lägger upp|la upp|lade upp|postar|publicerar|klistra\w*|kopiera\w*|ta för er|varsågod\w*|håll till godo|affisch\w*|tryckte|översatte|på vår (?:sida|sajt|hemsida|blogg)|i vårt nyhetsbrev|bara att (?:ta|ladda|kopiera|använda)|använder|använda|använt|knyckte|knyckt|snodde|snott|norpade|norpat|får bli|blir (?:vår|vårt|min|mitt)|till (?:vår|vårt|min|mitt)|(?:är det|är den|nu är det) (?:vår|vårt))\b|👇|⬇|:\s*(?:$|\n|[\"”“1])"
_SHOWN_EN = r"\b(?:this|these|here (?:is|are|it|you|['’]s)|here['’]s|below|attached|shar(?:e|ed|ing)|post(?:ed|ing)|reposting|past(?:e|ed|ing)|copy|copied|help yoursel\w+|enjoy|you['’]re welcome|feel free|print(?:ed)?|poster|translated|on our (?:site|page|blog|website|wall)|in our newsletter|using|use it|used it|our (?:new )?(?:motto|cover|banner|header|wallpaper|poster|logo)|our logo|making it (?:mine|ours)|slapped|zipped|download|pinched|nicked|stole|copied|cribbed)\b|👇|⬇|:\s*(?:$|\n|[\"“1])"

TAKEN = Figures(
    sv=(
        # Found the picture in some group: a work, and nobody.
        Figure("nameless", rf"\b{_TAKE_SV}\b[^.!?\n]{{0,60}}?\b{_WORK_SV}[^.!?\n]{{0,60}}?\b(?:hos|från|på|i|av|ur|via|hos) (?:\w+ )?{_WHO_SV}\b", "hitta|såg|snubbla|sprang|ramla|snod|snott|lån|knyckt|tog|tagit|spara|skärmdump|kopiera|klistra|klippt|plocka|ladda|fånga|snappa|norpa|stal|stulit|nalla|hämta|syn på|dök på|scrolla|läste|hörde|fiska|grävde"),
        Figure("nameless", rf"\b{_WORK_SV}[^.!?\n]{{0,50}}?\b{_TAKE_SV}\b[^.!?\n]{{0,30}}?\b(?:hos|från|på|i|av|ur|via) (?:\w+ )?{_WHO_SV}\b", "hitta|såg|snubbla|sprang|ramla|snod|snott|lån|knyckt|tog|tagit|spara|skärmdump|kopiera|klistra|klippt|plocka|ladda|fånga|snappa|norpa|stal|stulit|nalla|hämta|syn på|dök på|scrolla|läste|hörde|fiska|grävde"),
        Figure("nameless", rf"[\"”][^\"”\n]{{8,200}}[\"”][^\n]{{0,25}}\b{_TAKE_SV} (?:det |den |jag |dem )*(?:någonstans|nånstans|hos|på|i|av|från) ?(?:{_WHO_SV})?", "hitta|såg|snubbla|sprang|ramla|snod|snott|lån|knyckt|tog|tagit|spara|skärmdump|kopiera|klistra|klippt|plocka|ladda|fånga|snappa|norpa|stal|stulit|nalla|hämta|syn på|dök på|scrolla|läste|hörde|fiska|grävde"),
        Figure("nameless", rf"\b(?:{_WHO_SV})(?: \w+)? (?:har )?(?:gjort|ritat|skrivit|fotat|filmat|tagit|målat|spelat in|lagt upp|delat|delade|skrev|gjorde)\b[^.!?\n]{{0,40}}\b(?:här|delar|dela|{_WORK_SV})", "gjort|ritat|skrivit|fotat|filmat|tagit|målat|spelat|lagt|delat|delade|skrev|gjorde"),
        Figure("nameless", rf"\b(?:{_WORK_SV}|den|det)\b[^.!?\n]{{0,30}}?\b(?:cirkulera\w*|florera\w*|snurra\w*|går runt|gått runt|spridits|sprids|blivit viral\w*|delats|viral\w*)\b", "cirkulera|florera|snurra|går runt|gått runt|sprid|viral|delats"),
        Figure("nameless", rf"\b{_WORK_SV}[^.!?\n]{{0,20}}?\b(?:är|kommer|är hämtad|är hämtat|lånad|lånat|hämtad|hämtat|hittad|hittat) (?:\w+ )?(?:från|hos|på|ur|av) {_WHO_SV}\b", "från en|från ett|från nå|från nätet|från internet|från pinterest|från google|från konkurrent|från annan|från andra|hos en|hos nå|hos ett|hos konkurrent|hos annan|ur en|ur nå|av en|av nå|av annan|på nätet|på nå|på en|på ett&hittad |hittat |hämtad |hämtat |kommer |lånad |lånat |är "),
        # Nobody knows who made it.
        Figure("unknown", r"\b(?:vet (?:tyvärr |faktiskt )?inte|ingen aning(?: om)?|minns inte|kommer inte ihåg|oklart|hitta\w* (?:tyvärr )?(?:inte|aldrig)|lyckades inte hitta|tappa\w* bort|(?:har )?glömt|glömde|missade|såg aldrig|framgår inte|stod inte|hittade inget|okänt|lyckas inte hitta)\b[^.!?\n]{0,25}?\b(?:vem|vems|var jag (?:hittade|såg|fick|läste|tog)|var (?:den|det) kom|varifrån|namnet?\b|källa\w*|upphovs\w*|fotograf\w*|konstnär\w*|avsändare\w*|original\w*|författare\w*|minns inte var|hette)", "vem|var jag|var den|var det|varifrån|namn|källa|upphov|fotograf|konstnär|avsändar|original|författar|hette&framgår i|glömd|glömt|hitta|ingen ani|kommer inte ih|lyckades inte h|lyckas in|minns i|missade|oklart|okänt|stod in|såg ald|tappa|vet faktiskt in|vet in|vet tyvärr in"),
        Figure("unknown", r"\b(?:vem som|vem det är som|var den|varifrån|vad \w+)\b[^.!?\n]{0,40}?\b(?:minns|vet|hittar|kommer) (?:jag|vi) (?:tyvärr |faktiskt )?inte\b", "minns|vet |hittar|kommer"),
        Figure("nameless", rf"\b(?:knyckte|knyckt|snodde|snott|norpade|norpat|stal|stulit|kopierade|kopierat|nallade|rappade|plankade|plankat) (?:\w+ ){{1,4}}?(?:\w+s) {_WORK_SV}", "knyckt|snod|snott|norpa|stal|stulit|kopiera|nalla|rappa|planka"),
        Figure("unknown", rf"\b{_TAKE_SV}\b[^.!?\n]{{0,60}}?\bminns inte (?:var|hur|när)\b", "minns inte"),
        Figure("unknown", r"\b(?:den som (?:gjort|gjorde|ritat|skrivit|fotat|tagit|äger)|upphovsmannen|fotografen|konstnären|källan|avsändaren|skaparen) (?:\w+ )?(?:är|var|förblir|lämnas|får vara) (?:tyvärr )?(?:okänd\w*|anonym\w*|hemlig\w*|onämnd\w*|inte känd)", "okänd|anonym|hemlig|onämnd|inte känd"),
        # Made over and signed by us; the maker's mark removed.
        Figure("remade", rf"\b(?:egen|vår|min|våra|egna) (?:lilla |egna? )?(?:version\w*|variant\w*|tappning\w*|kopia|tolkning\w*)\b[^.!?\n]{{0,25}}?\b(?:av|på)\b[^.!?\n]{{0,60}}?\b(?:cirkulera\w*|viral\w*|den där|det där|de där|deras|{_WHO_SV})", "version|variant|tappning|kopia|tolkning"),
        Figure("remade", r"\b(?:samma|deras|hennes|hans|andras)\b[^.!?\n]{0,60}?\b(?:men|fast|nu)\b[^.!?\n]{0,25}?\b(?:med|i) vår(?:a|t|) (?:egen |egna |eget )?(?:logga|logotyp|färg\w*|profil|namn)", "i vår|med vår"),
        Figure("remade", rf"\b{_WORK_SV}[^\n]{{0,120}}?\b(?:satte|slängde|klistrade|la|lade|smällde|tryckte|bytte|med) (?:\w+ ){{0,2}}?(?:dit |på |in |till )?vår (?:egen )?(?:logga|logotyp)\b", "logga|logotyp"),
        Figure("unknown", r"\b(?:utan (?:avsändare|namn|signatur|upphovs\w*)|osignera\w*|anonymt|vem (?:du|hen|den) (?:nu |än )?(?:var|är))\b", "utan |osignera|anonymt|vem "),
        Figure("remade", r"\b(?:annan|annans|andras|grann\w+|konkurrent\w*)\b[^\n]{0,110}?\bbytte? (?:bara |helt enkelt |ut )?(?:namn\w*|logga\w*|logotyp\w*|färg\w*|rubrik\w*)", "byt"),
        Figure("remade", r"\b(?:bytte|bytt|ändrade|ändrat) (?:bara |ut |helt enkelt |vi |jag )*(?:loggan|logotypen|namnet|avsändaren|färgerna)\b", "loggan|logotypen|namnet|avsändaren|färgerna"),
        Figure("remade", r"\b(?:beskar|beskurit|klippte|klippt|tog|tagit|suddade|suddat|retuscherade|retuscherat|croppade|croppat|skar|skurit|redigerade)\b[^.!?\n]{0,20}?\b(?:bort|ut)\b[^.!?\n]{0,25}?\b(?:vattenstämp\w*|vattenmärk\w*|signatur\w*|logga\w*|namn\w*|avsändar\w*|credd?\w*|kontonamn\w*)|\b(?:vattenstämp\w*|vattenmärk\w*|signatur\w*|loggan|namnet)\b[^.!?\n]{0,25}\b(?:beskar|klippte|tog|suddade|croppade|skar|redigerade)\w* (?:jag |vi )?(?:bort|ut)\b", "bort| ut"),
        # From now on it's ours.
        Figure("claimed", r"\b(?:gör|gjorde|tar|tog)\w* (?:jag |vi )?(?:den|det|dem|orden|frasen|citatet|texten) (?:nu |härmed |till )*(?:min|mitt|vår|vårt|våra|egen|mina)\b", "min|mitt|vår|egen"),
        Figure("claimed", r"\b(?:fras|formulering|mening|rad|citat|liknelse|ord|uttryck|bild|tanke|replik)\w*\b[^.!?\n]{0,30}?\b(?:plockade|plockat|snappade|snappat|lånade|lånat|snodde|snott|hörde|hört|fick|tog) (?:\w+ ){0,3}?(?:av|från|hos|på) (?:en|ett|någon|nån|några)\b", "plocka|snappa|låna|lånat|snod|snott|hört|hörde|fick|tog&av en|av ett|av någon|av några|av nån|från en|från ett|från någon|från några|från nån|hos en|hos ett|hos någon|hos några|hos nån|på en|på ett|på någon|på några|på nån"),
        # All of it, as it was.
        Figure("whole", r"\b(?:kopiera|klistra|klipp|scanna|skanna|fotografera|ladda|spela|mata|skriv)(?:de|r|t|it|er|er in)?\b (?:jag |vi |av |in |upp |ner |helt enkelt )*(?:hela|rubb|alltihop|allt|varenda|samtliga|rakt av|alla)\b[^.!?\n]{0,30}", "hela|rubb|allt|varenda|samtliga|rakt av|alla"),
        Figure("whole", r"\b(?:bakom (?:en )?betalvägg\w*|bakom lås|låst artikel|för prenumeranter|kostar pengar att läsa|betalartikel\w*|kursmaterialet|hela boken|hela kursen|hela kapitlet)\b[^\n]{0,80}?\b(?:här|nedan|klistra\w*|kopiera\w*|hela|bifoga\w*|pdf|ladda)", "betalvägg|lås|prenumerant|kostar|betalartikel|kursmaterial|hela "),
        # Nobody asked.
        Figure("unasked", r"\b(?:utan att (?:fråga|ha frågat|be om lov)|frågade (?:aldrig|inte) (?:om lov|först)|hoppas (?:att )?(?:hen|ingen|\w+)\b[^.!?\n]{0,30}(?:inte|misstyck\w*|emot)|förlåt på förhand|lånat utan lov|skyll på)", "fråga|hoppas|förlåt|utan lov|be om lov"),
        Figure("shared", r"\bför (?:\w+ )?(?:fin|bra|rolig|kul|klok|vacker|snygg|vass|träffande|god|smart|söt)\w* för att inte (?:dela\w*|posta\w*|visa\w*|spridas|spridas vidare|läggas upp|få plats)", "för att inte"),
    ),
    en=(
        Figure("nameless", rf"\b{_TAKE_EN}\b[^.!?\n]{{0,60}}?\b{_WORK_EN}\b[^.!?\n]{{0,60}}?\b(?:on|from|off|in|at|of|by|over at|via) (?:\w+ )?{_WHO_EN}(?!\w)", "found|saw|spotted|borrowed|nicked|stole|grabbed|copied|saved|pinched|lifted|swiped|screenshot|stumbled|came across|took|taken|pulled|picked up|ripped|downloaded|scrolled|came off|comes off|is off|was off|clipped|snagged|yoinked|dug up|heard|read|traced|redrew"),
        Figure("nameless", rf"\b{_WORK_EN}\b[^.!?\n]{{0,60}}?\b{_TAKE_EN}\b[^.!?\n]{{0,30}}?\b(?:on|from|off|in|at|by|over at|via) (?:\w+ )?{_WHO_EN}(?!\w)", " on | from | off | in | at | by | via &borrowed|came across|came off|clipped|comes off|copied|downloaded|dug |found|grabbed|heard|is off|lifted|nicked|picked |pinched|pulled|read|redrew|ripped|saved|saw|screenshotted|scrolled past|snagged|spotted|stole|stumbled |swiped|taken|took|traced|was off|yoinked"),
        Figure("nameless", rf"\b{_TAKE_EN} (?:it|this|that|them|these|one) (?:straight |right )?(?:on|from|off|in|at|over at|via) (?:\w+ )?{_WHO_EN}(?!\w)", "found|saw|spotted|borrowed|nicked|stole|grabbed|copied|saved|pinched|lifted|swiped|screenshot|stumbled|came across|took|taken|pulled|picked up|ripped|downloaded|scrolled|came off|comes off|is off|was off|clipped|snagged|yoinked|dug up|heard|read|traced|redrew"),
        Figure("nameless", rf"[\"“][^\"”“\n]{{8,200}}[\"”][^\n]{{0,25}}\b(?:{_TAKE_EN}) (?:it |that |this |i )*(?:somewhere|on|in|from|at|off) ?(?:{_WHO_EN})?", "found|saw|spotted|borrowed|nicked|stole|grabbed|copied|saved|pinched|lifted|swiped|screenshot|stumbled|came across|took|taken|pulled|picked up|ripped|downloaded|scrolled|came off|comes off|is off|was off|clipped|snagged|yoinked|dug up|heard|read|traced|redrew"),
        Figure("nameless", rf"\b(?:it['’]s|is|are|belongs to) (?!someone\b|somebody\b){_WHO_EN}['’]s(?!\w)[^.!?\n]{{0,40}}|\b(?:made|drawn|shot|filmed|painted|recorded|taken) by {_WHO_EN}(?!\w)(?! who)|\bsome (?:\w+ ){{1,2}}from [\w ]{{2,20}}['’]s", "some|another|random"),
        Figure("nameless", rf"\b{_WORK_EN}\b[^.!?\n]{{0,20}}?(?:\b(?:is|are|was|comes?|came|taken|borrowed)|['’]s) (?:\w+ )?(?:from|off|by|out of) {_WHO_EN}(?!\w)", "from some|from a|from one|from the|from other|from on|off some|off a|off the|off one|by some|by a|by one|by other|out of a|out of some"),
        Figure("nameless", rf"\b(?:{_WHO_EN}) (?:has |had )?(?:made|drew|drawn|wrote|written|shot|filmed|took|painted|recorded|posted|shared|put together)\b[^.!?\n]{{0,40}}", "some|another|random|fan|follower&drawn|drew|filmed|made|painted|posted|put together|recorded|shared|shot|took|written|wrote"),
        Figure("nameless", rf"\b(?:{_WORK_EN}|this|it)\b[^.!?\n]{{0,30}}?\b(?:(?:been |is |was |are )?(?:going|doing|making|passed) (?:the rounds|round|around)|circulat\w+|gone viral|went viral|all over (?:my|the|our|every)|everywhere (?:this|today|lately))\b", "rounds|round|circulat|viral|all over|everywhere"),
        Figure("unknown", r"\b(?:no idea|not sure|don['’]t know|do not know|dunno|can['’]t remember|couldn['’]t (?:find|remember|trace|work out|track)|cannot find|can['’]t find|could not find|forgot|forgotten|lost|never caught|didn['’]t catch|didn['’]t note|missed|no clue|who knows|goodness knows|heaven knows)\b[^.!?\n]{0,25}?\b(?:who(?:se)?\b|names?\b|source|where (?:i|it|this|we)|artist|credit|photographer|author|creator|original|maker|writer|owner|handle)", "who|name|source|where|artist|credit|photographer|author|creator|original|maker|writer|owner|handle&can't find|can't remember|cannot find|can’t find|can’t remember|could not find|couldn't find|couldn't remember|couldn't trace|couldn't track|couldn't work out|couldn’t find|couldn’t remember|couldn’t trace|couldn’t track|couldn’t work out|didn't catch|didn't note|didn’t catch|didn’t note|do not know|don't know|don’t know|dunno|forgot|goodness knows|heaven knows|lost|missed|never caught|no clue|no idea|not sure|who knows"),
        Figure("unknown", r"\b(?:whoever (?:made|drew|wrote|took|shot|owns|did|said|posted|designed|filmed|painted)|(?:the )?(?:artist|photographer|author|maker|creator|writer|source|illustrator|poet|composer)(?: is| was| remains| sadly|,)? (?:unknown|anonymous|lost|unnamed|a mystery))\b", "whoever|unknown|anonymous|lost|unnamed|mystery"),
        Figure("unknown", r"\bwho (?:wrote|made|drew|took|shot|painted|said|filmed|designed) (?:it|this|that|them)\b[^.!?\n]{0,15}?\b(?:i|we) (?:can['’]t|cannot|don['’]t|couldn['’]t) (?:remember|recall|know|say|tell)\b", "who "),
        Figure("nameless", rf"\b(?:pinched|nicked|stole|lifted|swiped|copied|borrowed|cribbed|poached|half-inched) (?:[\w-]+ ){{0,4}}?[\w-]+['’]s? (?:\w+ ){{0,2}}?(?:{_WORK_EN}|leaflets?|brochures?|flyers?|newsletters?|handouts?|menus?|policy|website|wording|copy)\b", "pinched|nicked|stole|lifted|swiped|copied|borrowed|cribbed|poached"),
        Figure("remade", rf"\b(?:own|our|my) (?:little |own )?(?:version|take|spin|copy|remake|edition|twist)s?\b[^.!?\n]{{0,20}}?\b(?:of|on)\b[^.!?\n]{{0,60}}?\b(?:that|their|viral|circulat\w*|rounds|{_WHO_EN})\b[^.!?\n]{{0,60}}", "version|take|spin|copy|remake|edition|twist"),
        Figure("remade", r"\b(?:same|their|her|his|exact)\b[^.!?\n]{0,60}?\b(?:but|just|only|now|except|though)\b[^.!?\n]{0,25}?\b(?:with|in) our (?:own )?(?:logo|colou?rs?|brand\w*|name)\b", "our logo|our own|our colo|our brand|our name"),
        Figure("unknown", r"\b(?:no name on (?:it|them)|with no name|no signature|unsigned|anonymously|whoever (?:you|they) (?:are|were|may be))\b", "no name|no signature|unsigned|anonymously|whoever"),
        Figure("remade", r"\b(?:another|some other|some(?:one|body) else['’]s|next[- ]door|neighbouring|competitor['’]?s?|rival['’]?s?)(?!\w)[^\n]{0,120}?\b(?:changed|swapped|switched) (?:only |just )?the (?:names?|logos?|colou?rs|branding|church|title|heading|header)\b", "changed|swapped|switched"),
        Figure("remade", r"\b(?:slapped|stuck|put|added|dropped|popped|whacked|swapped in|plastered) our (?:own )?(?:logo|name|branding|watermark|colou?rs)\b", "our logo|our own|our name|our branding|our watermark|our colo"),
        Figure("remade", r"\b(?:cropp?ed|cut|took|taken|removed|erased|edited|blurred|trimmed|snipped|scrubbed|painted|photoshopped|airbrushed)\b[^.!?\n]{0,20}?\b(?:out|off|away|over|the|their|his|her)\b[^.!?\n]{0,25}?\b(?:watermarks?|signatures?|logos?|handle|credit|byline|copyright|artist['’]s name|username)\b", "watermark|signature|logo|handle|credit|byline|copyright|artist|username"),
        Figure("claimed", r"\b(?:making|make|made|calling|claiming|claim) (?:it|this|that|them) (?:mine|ours|my own|our own)\b|\b(?:our|my) (?:new )?(?:motto|mantra|slogan|line) (?:from now on|now)\b", "mine|ours|my own|our own|from now on|now"),
        Figure("claimed", r"\b(?:phrase|line|saying|quote|metaphor|sentence|expression|words?|thought|image|joke|idea)\b[^.!?\n]{0,30}?\b(?:picked up|heard|saw|stole|stolen|borrowed|nicked|pinched|lifted|got|took|taken) (?:\w+ ){0,3}?(?:from|off|on|at|in) (?:an?|another|some|somebody|someone)\b", "picked up|heard|saw|stole|borrowed|nicked|pinched|lifted|got|took|taken"),
        Figure("whole", r"\b(?:cop(?:y|ied)|past(?:e|ed|ing)|scanned|screenshotted|photographed|ripped|downloaded|typed|lifted|transcribed|traced|translated)\b(?:,| and| in| out| up| over| it| them)*\s*(?:in full|the whole|whole|all|every|entire|the entire|the full|the lot|wholesale|word for word|wholesale|paste|pasted)\b[^.!?\n]{0,40}", "copied|copy|downloaded|lifted|paste|pasting|photographed|ripped|scanned|screenshotted|traced|transcribed|translated|typed"),
        Figure("whole", r"\b(?:behind (?:a|the) paywall|paywalled|subscribers? only|costs? \W?\d+ to|paid course|course material|the whole (?:book|course|chapter|article|set|album))\b[^\n]{0,80}?\b(?:here|below|past\w+|cop\w+|attached|pdf|download|zipped|help yoursel\w+|enjoy)", "paywall|subscriber|costs|paid course|course material|whole "),
        Figure("unasked", r"\b(?:without (?:asking|permission)|didn['’]t ask|never asked|(?:hope|hoping|sure) (?:that )?(?:they|nobody|no one|he|she|whoever|the \w+)\b[^.!?\n]{0,25}(?:mind|notice)|(?:nobody|no one)['’]ll notice|sorry not sorry|finders keepers|asking forgiveness|easier to ask)", "ask|mind|notice|sorry|finders"),
        Figure("shared", r"\btoo (?:good|lovely|pretty|funny|beautiful|clever|wise|sweet|great|cute|true|perfect|important) (?:not to|to not)\b", "not to|to not"),
    ),
)  # fmt: skip
TAKES = {"sv": rf"\b{_TAKE_SV}\b", "en": rf"\b{_TAKE_EN}\b"}
SHOWN = {"sv": _SHOWN_SV, "en": _SHOWN_EN}
WORK = {"sv": rf"\b{_WORK_SV}", "en": rf"\b{_WORK_EN}\b"}
# Kinds that say enough when a work is spoken of; the rest must put it before the reader too.
CONFIDENCE = {
    "unknown": 0.8,
    "remade": 0.78,
    "claimed": 0.74,
    "whole": 0.72,
    "nameless": 0.72,
    "unasked": 0.7,
    "shared": 0.66,
}
