"""Irony by mismatch: praise in big words beside what nobody is glad of, and joy at what is done to one."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Figure, Figures, Found
from vigor.check.post import Post
from vigor.check.said import is_denied, words_of
from vigor.language.words import listed

_JOY_SV = r"(?:värmer|älskar|härligt|underbart|kul|roligt|skönt|mysigt|ljuvligt|fint|trevligt|glad\w*|toppen\w*|tacksam\w*|lycklig\w*|ynnest|glädje|hedrad\w*|smickrad\w*|fantastiskt|uppfriskande|stämningsfullt|charmigt)"
_JOY_EN = r"(?:love|loving|lovely|nice|great|wonderful\w*|warms|delight\w*|heart-?warming|fun|joy|enjoy\w*|thrilled|charming|touched|flattered|honoured|honored|pleasure|treat|refreshing|blessed|grateful|glad|fantastic|magical)"
_ILL_DONE_SV = r"(?:kallad\w*|utskäll\w*|idiotförklar\w*|lurad\w*|ignorer\w*|bortglömd\w*|bortglömt|hån\w*|avsnopp\w*|nedring\w*|påhopp\w*|bestul\w*|väckt\w*|överkörd\w*|åthutad\w*|uppläxad\w*|avbruten|avbrutna|anklag\w*|hotad\w*|dubbeldebiterad\w*|bortkopplad\w*|utslängd\w*|strandsatt\w*|ghostad\w*|nobbad\w*|nonchalerad\w*|skälld|tillsagd)"
_ILL_DONE_EN = r"(?:called|shouted at|yelled at|screamed at|ignored|insulted|told off|scammed|ripped off|sworn at|lied to|hung up on|blamed|ghosted|stood up|patroni[sz]ed|talked over|woken|kept waiting|spat at|abused|overcharged|double-booked|robbed|accused|threatened|cut off|stranded|interrupted|lectured|dumped|forgotten|transferred|put on hold|left (?:waiting|standing|hanging|out))"
_NEEDED_SV = r"(?:sömn|helg(?:en|er)?|semester\w*|lunch\w*|raster?|fritid|familj\w*|vila|kvällar|värme|varmvatten|internet|el|ström|fönster|pengar|lön\w*|service|privatliv|nattsömn|frukost|julen?|ledighet|pension|hiss|toaletter|dörrar|bromsar|sammanhang|planering|framförhållning|information|punktlighet|dagsljus|tystnad|arbetsro|syre|mat|middag\w*|fungerande \w+)"
_NEEDED_EN = r"(?:sleep|weekends?|lunch|breaks?|holidays?|evenings?|family|heating|hot water|electricity|power|internet|wifi|money|pay|wages|service|privacy|windows|brakes|daylight|breakfast|christmas|dinner|punctuality|rest|time off|silence|peace and quiet|oxygen|lifts?|toilets?|seats?|context|planning|information|notice|a plan|working \w+|eyesight|knees|clean \w+)"
_NUMBER_SV = r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|fjorton|femton|arton|tjugo|trettio|halvannan|flera|många)"
_NUMBER_EN = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty|thirty|forty|several|many|umpteen)"
_RUDE_SV = r"(?<!inte )(?:ställ\w* (?:bilen|skåpbilen|cykeln|lastbilen|sparkcykeln|sig|dig|er|in)|parker\w*|blocker\w*|glöm\w*|(?:ta(?:r|git)?|tog) (?:hela|min|mitt|sista|slut|sönder|vår|allas)|stal|stulit|stjäl\w*|stäng\w*|höj\w*|väck\w*|släng\w*|lämna\w* (?:disk\w*|skräp\w*|sopor\w*|allt|kvar|halva)|vänta(?:r|t)? (?:till|med)|spela\w* (?:hög|musik)|rök\w*|tvärs över|framför (?:vår|min|infart\w*|dörr\w*|garage\w*|porten)|utan att (?:fråga|säga|betala|höra|tänka|hälsa)|ställa in|ställt in|ställde in|avbok\w*|åt upp|äta upp|ätit upp|ignorer\w*|skrik\w*|borra\w*|gräv\w*|riv\w*|duka av|låna\w* (?:utan|min)|tränga sig|trängde|avbryt\w*|avbröt|tappa\w*|sabba\w*|krascha\w*|försen\w*|svara\w* (?:efter|först)|ring(?:a|er|de) (?:klockan|mitt|fem)|dra in|sparka\w*|säga upp|varsla\w*)"
_RUDE_EN = r"(?:park\w*|block\w*|forg\w+|t[ao]k\w* (?:my|the last|all|over|up|our)|steal\w*|stole|clos\w+|rais\w+ (?:the|our|my)|wak\w+|woke|dump\w*|(?:leav\w+|left) (?:your|their) (?:rubbish|dishes|bike|mess|car|trash|mugs?|stuff|bags?|van|dog)|(?:leav\w+|left) (?:us|me) (?:waiting|hanging|out|with|in|no)|(?:leave|left) (?:early|without|half)|mak\w+ (?:us|me) (?:wait|pay)|smok\w+|cancel\w*|hang\w* up|hung up|eat\w*|ate\b|ignor\w*|without (?:asking|telling|warning|a word|paying|reading)|play\w* (?:loud|music)|us(?:e|ed) (?:up|all)|spill\w*|interrupt\w*|wait\w* until|call\w* (?:at|me at)|drill\w*|dig\w* up|dug up|delay\w*|crash\w*|vanish\w*|ghost\w*|reply all|reply-all|drop\w* (?:by|in) (?:at|after)|break\w*|broke|lock\w* (?:us|me) out|los(?:e|ing|t) (?:my|our|the)|refus\w*|charg\w+ (?:me|us|extra|twice)|ring\w* (?:at|me at|twice)|shout\w*|scream\w*|chang\w+ the (?:locks|date|time|terms|password)|talk\w* over|book\w* over|send\w* (?:it|us|me) (?:to|the wrong))"
_BAD_HABIT_SV = r"(?:ringer (?:\d|klockan|fem|sent|tidigt|mitt|sju)|glömmer|struntar|sist|i sista (?:minuten|sekunden)|avbokar|vägrar|kommer (?:sent|för sent|oanmäld)|utan att|skriker|gapar|pratar i (?:mun|telefon)|tränger|parkerar|lämnar|svarar (?:alla|aldrig|inte)|aldrig (?:svarar|läser|hör|betalar|tackar)|inte (?:läser|svarar|kan|hör|betalar|orkar)|ändrar sig|bokar (?:möte|över)|kopierar in|mejlar (?:på|klockan|mitt)|vet bäst|\d\d[.:]\d\d)"
_BAD_HABIT_EN = r"(?:never (?:read|answer|reply|show|say|turn|pay|check|listen|bother|put|clean)|don['’]t (?:read|answer|reply|show|bother|pay|know|listen)|can['’]t (?:read|be bothered)|won['’]t|(?:call|ring|email|message|turn up|show up)s? (?:at|on|late|five|two|ten)|wait until|cancel|ignore|forget|refuse|reply[ -]all|park|leave (?:their|it|the|everything)|talk over|think (?:they|that|the)|shout|scream|at the last minute|minutes before|without (?:reading|asking|telling)|know better|change their minds?|book (?:meetings|over)|cc |copy in|chew|hum|clap when)"

# Ironic as they stand.
SURE = Figures(
    sv=(
        # How it warms to be called incompetent on a Friday night.
        Figure("joy", rf"\b{_JOY_SV}\b[^.!?\n]{{0,25}}\b(?:att|av att|för att|över att) (?:få |ha )?(?:bli|blivit|vara) {_ILL_DONE_SV}\b", "att bli|att få bli|att få vara|att ha bli|att ha vara|att vara&ankla|avbruten|avbrutn|avsno|bestu|bortgl|bortko|dubbeld|ghos|hotad|hån|idiotf|igno|kallad|lurad|nedr|nobb|nonchalerad|påh|skälld|strandsat|tillsag|uppläx|utskäl|utslängd|väckt|åth|överkö"),
        Figure("overrated", rf"\b{_NEEDED_SV}\b[^.!?\n]{{0,20}}\b(?:är|var|känns|verkar)\b (?!inte|aldrig|knappast)[^.!?\n]{{0,20}}överskatta[dt]\w*", "överskatta"),
        Figure("overrated", rf"\b(?:vem|vilka) (?:behöver|vill (?:väl )?ha|saknar)(?: egentligen| ens| väl| ändå| heller)* {_NEEDED_SV}\b", "vem |vilka "),
        # A lightning-fast eleven months.
        Figure("slow", rf"\b(?:blixtsnabb\w*|rekordsnabb\w*|supersnabb\w*|ljusets hastighet|raketfart|rekordfart|expressfart|rasande (?:fart|takt|tempo)|svindlande fart|imponerande (?:snabb\w*|tempo|takt)|rekordtid|rappt|kvickt)\b[^.!?\n]{{0,60}}\b{_NUMBER_SV} (?:hela )?(?:veckor|månader|år)\b|\b{_NUMBER_SV} (?:hela )?(?:veckor|månader|år)\b[^.!?\n]{{0,50}}\b(?:blixtsnabb\w*|rekordsnabb\w*|raketfart|ljusets hastighet|expressfart|snabbt jobbat|snabbt marscherat|raskt marscherat)\b", "blix|expressf|imponerande |kvic|ljuse|raket|rappt|rasande fart|rasande takt|rasande tempo|raskt|rekordf|rekords|rekordt|snabbt jobba|snabbt ma|supersna|svindl"),
        Figure("slow", r"\bi (?:den|det) här (?:takten|farten|tempot)\b[^.!?\n]{0,60}\b(?:barnbarn\w*|pension\w*|nästa (?:sekel|århundrade|istid|årtusende)|dött|dör|död|20[4-9]\d|gamla|uppleva|helvetet)\b", "takten|farten|tempot"),
        # So considerate of you who parked across the entrance.
        Figure("kind", rf"\b(?:så|vad|hur|otroligt|oerhört|verkligen|himla|jätte|väldigt|ytterst|fantastiskt)\s*(?:snällt|schysst|omtänksamt|generöst|hyggligt|rart|storsint|vänligt|hänsynsfullt|gulligt|gentilt|artigt|proffsigt|genomtänkt|praktiskt|smidigt) (?:av|för) (?:(?:dig|er|den|de|dem|dom|honom|henne|någon|nån|alla|[\wåäö]+(?:en|et|na|erna|arna|verket|bolaget|s))(?: [\wåäö]+)? )(?:som|att)\b[^.!?\n]{{0,40}}\b{_RUDE_SV}", "artigt av|artigt för|generöst av|generöst för|genomtänkt av|genomtänkt för|gentilt av|gentilt för|gulligt av|gulligt för|hyggligt av|hyggligt för|hänsynsfullt av|hänsynsfullt för|omtänksamt av|omtänksamt för|praktiskt av|praktiskt för|proffsigt av|proffsigt för|rart av|rart för|schysst av|schysst för|smidigt av|smidigt för|snällt av|snällt för|storsint av|storsint för|vänligt av|vänligt för"),
        Figure("says", r"\b(?:inget|ingenting|inte mycket|få saker) säger (?:partnerskap|proffs\w*|kund\w*|respekt|samarbete|öppenhet|ledarskap|effektiv\w*|förtroende|omtanke|vi bryr oss|trygghet|tillit|arbetsglädje|kvalitetssäkr\w*|service\w*|jämlikhet|uppskattning|arbetsro|välfärd)\b[^.!?\n]{0,20}\bsom\b", " säger "),
        # How lovely with people who ring at two minutes to five.
        Figure("people", rf"\b{_JOY_SV}\b[^.!?\n]{{0,15}}\b(?:med |när |att ha )(?:alla |sån[at] |sådan[at] )?(?:folk|människor|kunder|kollegor|gäster|de|dem|dom|grannar|chefer|bilister|cyklister|leverantörer|föräldrar|patienter|någon|nån|man)\b[^.!?\n]{{0,20}}\b{_BAD_HABIT_SV}", "med |när |att ha &charmigt|fantastiskt|fint|glad|gläd|hedrad|härligt|kul|ljuvligt|lyckl|mysigt|roligt|skönt|smic|stämningsfullt|tacks|toppe|trevligt|underbart|uppfr|värmer|ynnes|älskar"),
        Figure("award", r"\b(?:priset|pris|oscar\w*|medalj\w*|guldstjärna\w*|diplom\w*|nobelpris\w*)\b[^.!?\n]{0,25}\b(?:sämsta|långsammaste|krångligaste|segaste|otydligaste|mest (?:onödiga|förvirrande|meningslösa|otydliga|oläsliga)|längsta kön?|minst)\b", "pris|oscar|medalj|guldstj|diplom"),
        # Thanks to whoever scheduled the fire drill; a wonderful idea to close it just before the cold.
        Figure("whoever", r"\b(?:tack|kudos|eloge|applåd\w*|grattis|beröm|en guldstjärna) (?:till|för|åt) (?:den|dig|er|geniet|snillet|personen|hjälten|den som|hen) som (?:bestämde|kom på|schemala\w*|la|lade|bokade|beslutade|tyckte|uppfann|designade|ritade|valde|godkände|ställde in|flyttade|planerade|glömde|satte|trodde)\b", " för den so| för dig so| för er so| för geniet so| för hen so| för hjälten so| för personen so| för snillet so| till den so| till dig so| till er so| till geniet so| till hen so| till hjälten so| till personen so| till snillet so| åt den so| åt dig so| åt er so| åt geniet so| åt hen so| åt hjälten so| åt personen so| åt snillet so"),
        Figure("timed", r"\b(?:underbart|fantastiskt|strålande|lysande|briljant|härligt|smart|genialt|toppen|utmärkt|snyggt|fint|vilket|perfekt)\w*\s?(?:initiativ|idé|beslut|drag|tajming|val|påhitt|service|lösning|planering|läge|tidpunkt)\b[^.!?\n]{0,40}\b(?:att|som)\b[^.!?\n]{0,40}\b(?:lagom till|mitt i|mitt under|under rusning\w*|precis (?:när|före|innan|till|i)|just (?:när|före|innan|i|nu när)|dagen (?:före|innan)|veckan (?:före|innan)|på årets|i årets|fem i|utan att)\b", "lagom|mitt |rusning|precis|just|dagen|veckan|årets|fem i|utan att"),
        Figure("alarm", r"\b(?:(?:vi|jag) )?(?:ringer|larmar|kontaktar|meddelar|underrättar|tillkallar) (?:vi |jag )?(?:genast |direkt |omedelbart )?(?:kungen|fn|statsministern|nasa|myndigheterna|regeringen|löpsedlarna|expressen|nationalgardet|kavalleriet)\b", "kungen|fn|statsmin|nasa|myndigh|regeringen|löpsed|expressen|nationalg|kavalleri"),
        # We'll move the sun for you.
        Figure("heavens", r"\b(?:flytta\w*|bygg\w* om|stäng\w* av|beställ\w*|ändra\w*|vrid\w*|stoppa\w*|stäng\w*|vänd\w*|skriv\w* om|tämj\w*)\b[^.!?\n]{0,20}\b(?:solen|månen|vädret|regnet|världen|universum|jorden|tiden|naturlagarna|verkligheten|havet|årstiderna|bergen|hela (?:huset|anläggningen|stan|byggnaden|världen))\b", "bergen|havet|hela anläggningen|hela byggnaden|hela huset|hela stan|jorden|månen|naturlagarna|regnet|solen|tiden|universum|verkligheten|vädret|världen|årstiderna&bestäl|bygg|flytta|skriv|stoppa|stäng|tämj|vrid|vänd|ändra"),
        Figure("not-at-all", r"\binte alls (?:förvirrande|stressande|pinsamt|irriterande|misstänkt|märkligt|krångligt|onödigt|jobbigt|obehagligt|överdrivet|suspekt|panikslag\w*)\b", "inte alls"),
        Figure("exactly", r"\bprecis (?:det|vad|vad det|så) (?:som )?(?:jag|vi|man) (?:satt|gick|stod|låg)(?: och| här och| hemma och)? (?:hoppades|längtade|väntade|önskade|drömde)\b|\bprecis (?:det|vad) (?:vi|jag) behövde (?:till|på en|en|i|just|mitt) (?!hjälp|stöd)", "precis "),
        Figure("only", rf"\b(?:det )?(?:tog|tar|dröjde|har (?:det )?(?:tagit|dröjt))\b[^.!?\n]{{0,20}}\bbara {_NUMBER_SV} (?:hela |korta |små |ynka |futtiga )?(?:veckor|månader|år|samtal|mejl|försök|påminnelser)\b[^.!?\n]{{0,40}}\b(?:innan|att få|för er|för dem|för kommunen|för någon)\b", "bara & försök| mejl| månader| påminnelser| samtal| veckor| år"),
    ),
    en=(
        Figure("joy", rf"\b{_JOY_EN}\b[^.!?\n]{{0,25}}\b(?:being|to be|getting|to get|having been) {_ILL_DONE_EN}\b|\b(?:nothing|few things) (?:\w+ )?(?:like|beats?|better than|warms\b[^.!?\n]{{0,25}}like|says \w+ like) (?:being|getting) {_ILL_DONE_EN}\b", "being|to be|getting|to get|having been&abused|accused|blamed|called|cut off|double-booked|dumped|forgotten|ghosted|hung up |ignored|insulted|interrupted|kept waiting|lectured|left hanging|left out|left standing|left waiting|lied |overcharged|patronised|patronized|put on hold|ripped off|robbed|scammed|screamed |shouted |spat |stood |stranded|sworn |talked over|threatened|told off|transferred|woken|yelled "),
        Figure("overrated", rf"\b{_NEEDED_EN}\b[^.!?\n]{{0,20}}\b(?:is|are|was|were)(?:['’]s)?\b (?!not|never|hardly)[^.!?\n]{{0,20}}overrated", "overrated"),
        Figure("overrated", rf"\bwho (?:really |even |actually |honestly )?(?:needs|wants|has time for)(?: a)? {_NEEDED_EN}\b", "who "),
        Figure("slow", rf"\b(?:lightning[- ](?:fast|quick|speed)|blazing(?:ly)?|record[- ](?:time|breaking|fast)|speedy|super[- ]?fast|swift\w*|breakneck|at the speed of light|warp speed|rapid|prompt\w*|whirlwind|mere|breathtaking speed)\b[^.!?\n]{{0,50}}\b{_NUMBER_EN} (?:whole |short |full )?(?:weeks|months|years)\b(?! (?:ahead|early|ago|before))|\b{_NUMBER_EN} (?:whole |short )?(?:weeks|months|years)\b[^.!?\n]{{0,50}}\b(?:lightning|speed of light|warp speed|breakneck|how speedy|so speedy)\b", "lightning|blazing|record|speed|fast|swift|breakneck|rapid|prompt|whirlwind|mere"),
        Figure("slow", r"\bat this (?:rate|pace|speed)\b[^.!?\n]{0,60}\b(?:grand(?:children|kids|daughter|son)|retire\w*|retirement|pension|next (?:century|ice age|millennium)|dead|die|20[4-9]\d|heat death|hell|old age|live to see|great-)", "at this "),
        Figure("kind", rf"\b(?:so|how|very|really|truly|awfully|terribly|ever so|incredibly|most) (?:kind|nice|thoughtful|considerate|generous|sweet|good|decent|lovely|courteous|polite|gracious|helpful|clever|convenient) (?:of|for) [^.!?\n]{{1,35}}?\b(?:to|who|that)\b[^.!?\n]{{0,25}}\b{_RUDE_EN}", "clever|considerate|convenient|courteous|decent|generous|good|gracious|helpful|kind|lovely|nice|polite|sweet|thoughtful&awfully |how |incredibly |most |really |so |terribly |truly |very "),
        Figure("says", r"\b(?:nothing|few things|not much) says? [“\"']?(?:partnership|professional\w*|customer (?:service|care|focus)|respect|teamwork|transparency|commitment|leadership|efficien\w*|trust|we care|innovation|reliab\w*|you matter|we value|people first|wellbeing|inclusion|accessib\w*|work-life|appreciation|first class|world class|premium|safety first)\b[^.!?\n]{0,15}\blike\b", " say"),
        Figure("people", rf"\b{_JOY_EN}\b[^.!?\n]{{0,15}}\b(?:people|customers|colleagues|guests|neighbours|neighbors|clients|folks?|those|drivers|cyclists|managers|parents|when (?:people|someone|somebody|customers|clients|a|my|the))\b[^.!?\n]{{0,20}}\b{_BAD_HABIT_EN}", "clients|colleagues|customers|cyclists|drivers|folk|guests|managers|neighbors|neighbours|parents|people|those|when a|when my|when somebody|when someone|when the&blesse|charm|delig|enj|fantast|flatt|fun|glad|grate|grea|heart-w|heartw|honore|honou|joy|love|lovin|magica|nice|pleasu|refres|thril|touche|treat|warms|wonderf"),
        Figure("award", r"\b(?:award|prize|oscar|medal|trophy|gold star|nobel)s?\b[^.!?\n]{0,25}\b(?:worst|slowest|longest|most (?:confusing|useless|pointless|unhelpful|creative excuse\w*|unreadable)|least|best excuse)\b", "award|prize|oscar|medal|trophy|gold star|nobel"),
        Figure("whoever", r"\b(?:thanks|thank you|kudos|props|applause|hats off|congrat\w+|a medal|a gold star|bravo|well done)\b[^.!?\n]{0,12}\b(?:to|for) (?:whoever|the (?:genius|person|mastermind|bright spark|hero|one|committee|brain)\b(?: who| that)?) (?:\w+ )?(?:scheduled|decided|thought|designed|booked|planned|chose|invented|approved|moved|cancelled|put|set|forgot|came up|picked|signed|timed|ordered|locked|turned)\b", "whoever|genius|person|mastermind|spark|hero|the one|committee|brain"),
        Figure("timed", r"\b(?:wonderful|brilliant|great|inspired|genius|lovely|bold|smart|excellent|fantastic|superb|perfect|marvellous|stellar|impeccable) (?:idea|move|decision|initiative|plan|timing|choice|call|thinking|planning|work|effort|service)\b[^.!?\n]{0,40}\b(?:to|who|that|of|by)\b[^.!?\n]{0,40}\b(?:just (?:before|as|when|in time)|in the middle of|during (?:the|our|my|rush|exam)|right (?:before|when|as|in)|at rush hour|on the (?:coldest|hottest|busiest|one|day)|the (?:day|week|night) (?:before|of)|five minutes|without)\b", "bold |brilliant |excellent |fantastic |genius |great |impeccable |inspired |lovely |marvellous |perfect |smart |stellar |superb |wonderful &call|choice|decision|effort|idea|initiative|move|plan|service|thinking|timing|work"),
        Figure("alarm", r"\b(?:we['’]ll |i['’]ll |someone |quick,? |better )?(?:alert|call|notify|ring|phone|inform|wake) the (?:authorities|press|media|president|un|army|coastguard|coast guard|king|queen|prime minister|nato|newspapers|cavalry|pope|fbi)\b", "the authorities|the press|the media|the president|the un|the army|the coast|the king|the queen|the prime|nato|the newspapers|the cavalry|the pope|the fbi"),
        Figure("heavens", r"\b(?:move|moving|turn(?:ing)? (?:off|down)|rearrange|rebuild|reorgani[sz]e|order|chang(?:e|ing)|stop|bend|ask|pause|rewrite|tell)\b[^.!?\n]{0,15}\bthe (?:sun|moon|weather|laws of (?:physics|nature)|rain|universe|earth|planet|seasons|clouds|ocean|sea|tides?|mountains?|wind)\b", "the sun|the moon|the weather|laws of|the rain|the universe|the earth|the planet|the seasons|the clouds|the ocean|the sea|the tide|the mountain|the wind"),
        Figure("not-at-all", r"\bnot at all (?:suspicious|confusing|awkward|annoying|stressful|weird|terrifying|alarming|embarrassing|frustrating|inconvenient|excessive|creepy)\b|\bbecause (?:that['’]s|that is) (?:not|never) (?:at all )?(?:suspicious|confusing|annoying|stressful|weird|gone wrong)", "not at all|because that"),
        Figure("exactly", r"\b(?:exactly|just) (?:what|how) (?:i|we) (?:was|were|had been|have been|'d been|have always been) (?:hoping|dreaming|longing|praying|waiting|wishing|planning)\b|\bjust what (?:i|we) (?:needed|wanted|ordered) (?:at|on a|on my|with my|before|right before|after)\b", "exactly |just "),
        Figure("only", rf"\b(?:it )?only (?:took|taken|needed|cost)\b[^.!?\n]{{0,20}}\b{_NUMBER_EN} (?:short |little |tiny |mere |whole )?(?:weeks|months|years|calls|phone calls|emails|attempts|reminders|complaints|transfers)\b[^.!?\n]{{0,40}}\b(?:to get|for (?:you|them|someone|somebody|anyone|the)|before)\b", "only "),
    ),
)  # fmt: skip

# Big words that are meant as often as not: they need company.
WARM = Figures(
    sv=(
        Figure("gain", r"\b(?:man|vi|jag) (?:hinner|hann|får|fick) (?:ju |verkligen |åtminstone |i alla fall )*(?:lära känna|läsa ut|sticka|tänka (?:igenom|över)|motion|frisk luft|umgås|meditera|se|ha|en stund)\b|\bdå (?:fick|får|hann|hinner|slipper|slapp) (?:ju |man |jag |vi |alla |äntligen )+", "hinner|hann|får|fick|slipp|slapp"),
        Figure("model", r"\b(?:skolexempel|mästarklass|uppvisning|lektion|mästerverk|praktexempel|lysande exempel|paradexempel|toppklass|världsklass|mönster\w*|konstverk)\b[^.!?\n]{0,12}\b(?:i|på|inom|av)\b", "exempel|klass|uppvisning|lektion|mästerverk|mönster|konstverk"),
        Figure("as-ever", r"\b(?:levererar|levererade|imponerar|överträffar|glänser|briljerar|håller stilen|på topp|i toppform|gör (?:oss|en|mig) (?:aldrig|inte) besvik\w*)\b[^.!?\n]{0,20}(?:som vanligt|som alltid|igen|sig själv\w*|ännu en gång|besvik\w*|$|[.!])", "leverera|imponera|överträffa|glänser|briljera|stilen|topp|besvik"),
        Figure("touched", r"\bså (?:rörd|hedrad|tacksam|glad|stolt|imponerad|smickrad|välsignad)\b|\b(?:verkligen|genuint|djupt|uppriktigt) (?:imponer\w+|tacksam|rörd|hedrad)\b", "rörd|hedrad|tacksam|glad|stolt|imponer|smickrad|välsign"),
        Figure("cheer", r"\b(?:bravo|applåder?|stående ovationer|hatten av|heja|hurra|jippi|chapeau|klapp klapp|slow clap|snyggt|tack för den|bra där|bra jobbat|grattis)\b|👏", "bravo|applåd|ovation|hatten|heja|hurra|jippi|chapeau|klapp|slow clap|snyggt|tack för den|bra där|bra jobbat|grattis|👏"),
        Figure("another", r"\btack (?:så mycket |snälla )?för (?:ännu|åter|än) (?:en|ett|igen) (?!fantastisk|fin|härlig|bra|underbar|lyck|rolig|magisk|år|säsong|grym|stark)|(?:^|[.!?]\s+)(?:åh|ah|jaha|hurra|å),? (?:ännu )?(?:en|ett) (?:\w+ )?(?:till|ny|nytt)?\b", "tack|åh|ah|jaha|hurra"),
        Figure("cant-wait", r"\b(?:längtar redan|ser (?:verkligen |redan )?fram emot|kan knappt vänta|kan inte vänta|räknar dagarna)\b", "längtar|fram emot|vänta|räknar"),
        Figure("truly", r"\b(?:sann|sant|äkta|verklig) (?:njutning|fröjd|glädje|service|kundvård|upplevelse|omtanke|kärlek|klass)\b|\b(?:verkligen|sannerligen) (?:en|ett) (?:fröjd|upplevelse|njutning|ynnest|lyft)\b|\bär en (?:sann |ren )?(?:fröjd|njutning|upplevelse|dröm)\b|\bbättre (?:kan|blir) (?:livet|det|dagen|det knappast)\b|\b(?:så|jätte|hemskt) gärna\b|\b(?:tänk|vad) (?:så )?(?:fint|härligt|skönt|roligt|kul|mysigt) att\b|\bvilken (?:tur|lycka|ynnest) att\b|\bså (?:lägligt|praktiskt|passande)\b|\bmin favorit\w*\b|\b(?:fram|smäll) (?:i|med) (?:champagnen|konfettin?)\b|\bden här (?:spontaniteten|servicen|omtanken|flexibiliteten|framförhållningen)\b", "sann|sant|äkta|verklig|fröjd|njutning|upplevelse|dröm|bättre|gärna|tur att|lycka att|ynnest|tänk |vad |den här |så läg|så prak|så pass|favorit|champagne|konfetti"),
    ),
    en=(
        Figure("gain", r"\bat least (?:i|we|now|you|they|my|the)\b|\b(?:plenty of|lots of|so much|finally some|finally) time to\b|\b(?:i|we|you) (?:finally |really |now )?(?:get|got|have) (?:to|time to) (?:know|bond|read|knit|contemplate|reflect|admire|enjoy|appreciate)\b", "at least|time to|get to |got to |have to "),
        Figure("model", r"\b(?:master ?class|textbook|lesson|triumph|monument|shining example|poster child|gold standard|case study|work of art|symphony|beacon|pinnacle|tour de force|world-class|exemplary) (?:\w+ )?(?:in|of|for|to)\b", "master|textbook|lesson|triumph|monument|example|poster|gold standard|case study|work of art|symphony|beacon|pinnacle|tour de|world-class|exemplary"),
        Figure("as-ever", r"\b(?:deliver\w*|excel\w*|impress\w*|shin\w+) (?:again|as (?:usual|always|ever)|once more|yet again)|\b(?:outdone|surpassed|excelled) (?:themselves|yourselves|itself|yourself|himself|herself)\b|\bnever (?:disappoints?|fails? to (?:disappoint|amaze|impress|delight))\b|\bas (?:usual|always|ever),? (?:a|an|the|another) (?:\w+ )?(?:pleasure|joy|delight|treat)\b", "deliver|excel|impress|shin|outdone|surpassed|never |as usual|as always|as ever"),
        Figure("touched", r"\bso (?:touched|moved|grateful|honou?red|flattered|thankful|blessed|proud|impressed|glad|happy)\b|\b(?:truly|genuinely|deeply|really) (?:impress\w+|grateful|touched|moved|honou?red|inspiring)\b", "touched|moved|grateful|honored|honoured|flattered|thankful|blessed|proud|impress|glad|happy|inspiring"),
        Figure("cheer", r"\b(?:bravo|slow clap|hats off|well played|chapeau|round of applause|standing ovation|take a bow|hooray|hurrah|yay|well done|kudos|congratulations|congrats|nice one|good job|great job|great work)\b|👏", "bravo|clap|hats off|well played|chapeau|applause|ovation|take a bow|hooray|hurrah|yay|well done|kudos|congrat|nice one|job|great work|👏"),
        Figure("another", r"\b(?:thanks|thank you)\b[^.!?\n]{0,12}\bfor (?:yet )?another (?!brilliant|great|wonderful|lovely|amazing|fantastic|year|season|good|super|successful|record)|(?:^|[.!?]\s+)(?:ah|oh|yay|great|brilliant|hooray|joy|oh joy|oh good|oh great|lovely),? (?:yet )?another\b", "another"),
        Figure("cant-wait", r"\b(?:can(?:['’]t|not)|can hardly|can barely) wait (?:to|for|until)\b|\b(?:so |really |very much )?looking forward to (?:the next|doing|another|my next|more)\b|\bcounting the days\b", "wait |forward|counting"),
        Figure("truly", r"\b(?:a |an )?(?:true|truly|real|absolute|sheer|pure) (?:\w+ )?(?:joy|delight|treat|pleasure|class|service|gift|marvel|miracle|triumph|inspiration|hero\w*|magic|luxury)\b|\btruly the (?:future|pinnacle|height|golden age|dream|best)\b|\bwhat an? (?:\w+ )?(?:week|day|time|morning|year) to be alive\b|\bcouldn['’]t have (?:planned|timed|done|asked|picked|hoped)\b|\bhow (?:reassuring|comforting|refreshing|encouraging|lovely|thoughtful|considerate|generous)\b|\bwhat a (?:triumph|success|win|achievement|coup|masterstroke)\b|\b(?:pop|open|bring out) the (?:champagne|bunting|corks?)\b|\b(?:my|the) (?:absolute )?(?:favou?rite|best) (?:part|bit|thing) (?:of|about)\b|\b(?:lucky|how lucky) (?:me|us)\b|\bhow convenient\b|\bperfect timing\b|\bloving? (?:it |that |how |this )", "true |truly |real |absolute |sheer |pure |to be alive|couldn|how reassuring|how comforting|how refreshing|how encouraging|how lovely|how thoughtful|how considerate|how generous|how lucky|how convenient|timing|lovin|what a |champagne|bunting|cork|favo|best |lucky"),
        Figure("surprise", r"\b(?:what a|surprise,?) (?:surprise|shock)[.!,]|\bwho (?:could|would) (?:ever )?have (?:guessed|known|thought|predicted|imagined|seen)\b|\bshocker\b", "surprise|shock|who "),
    ),
)  # fmt: skip

# What nobody is glad of, in no list of words.
BAD = Figures(
    sv=(
        Figure("long", rf"\b{_NUMBER_SV} (?:hela |olika )?(?:timmar|timme|minuter|gånger|samtal|mejl|klick|inloggningar|lösenord|blanketter|möten|knapptryck)\b(?! (?:sen|sedan|till|kvar|i rad utan|kul|glädje))|\b(?:2[1-3]|0[0-5])[.:]\d\d\b|\bminus \w+|\bnoll (?:beslut|svar|resultat|besked|information)\b", "timm|minut|gånger|samtal|mejl|klick|inlogg|lösen|blankett|möten|knapptryck|minus |noll |00.|00:|01.|01:|02.|02:|03.|03:|04.|04:|05.|05:|21.|21:|22.|22:|23.|23:"),
        Figure("gone", r"\b(?:försvann|försvinner|lade på|la på|slutade svara|svarade (?:aldrig|inte)|hör aldrig|dök aldrig|på perrongen|i kön|i telefonkön|i regnet|mitt i natten|sista (?:minuten|sekunden)|när det (?:väl )?gällde|fem minuter (?:före|innan)|en fredag|på julafton|utan förvarning|utan besked|ingen (?:aning|information|förklaring)|fortfarande (?:inte|ingen|inget))\b", "försv|la på|lade på|svara|hör aldrig|dök|perrong|kön|regnet|natten|minut|sekund|gällde|fredag|julafton|utan |ingen|fortfarande"),
        Figure("just-when", r"\b(?:precis|just|lagom) (?:när|till|i dag|idag|då|innan|lagom till)\b", "precis|just|lagom"),
    ),
    en=(
        Figure("long", rf"\b{_NUMBER_EN} (?:whole |more |extra |bonus )?(?:hours?|minutes?|times|calls|emails|forms|attempts|meetings|logins|passwords|clicks|transfers)\b(?! (?:ago|left|early|ahead|of (?:fun|joy|work)))|\b(?:zero|no) (?:decisions?|answers?|replies|results?|progress|information)\b|\b(?:years?|months?|weeks?|days|hours?) late\b|\bover budget\b|\bat (?:1[01]|midnight|[2-5] ?am)\b", "hour|minute|times|calls|emails|forms|attempts|meetings|logins|passwords|clicks|transfers|zero|no answer|no decision|no information|no progress|no repl|no result|at 10|at 11|at midnight|at 2|at 3|at 4|at 5| late|over budget"),
        Figure("gone", r"\b(?:vanish\w*|disappear\w*|hung up|ghost\w*|stopped (?:answering|replying)|never (?:answered|replied|showed|called|came|turned)|right up until|until the (?:gate|moment|minute|last)|the (?:minute|moment|second) (?:i|we|you)|on the platform|in the rain|in the queue|on hold|at the last minute|minutes before|on a friday|on christmas|no (?:explanation|idea|notice|information|apology)|still (?:no|not|hasn['’]t|haven['’]t|waiting)|without (?:warning|notice|a word)|rang me|called me (?:\w+ )?times)\b", "vanish|disappear|hung up|ghost|stopped|never|until|the minute|the moment|the second|platform|rain|queue|on hold|last minute|minutes before|friday|christmas|no |still|without|rang me|called me&a word|answered|apology|at the last|called|came|disappea|explanation|ghost|hung u|idea|in the queu|in the rai|information|minutes be|notice|on a fri|on chri|on hol|on the pla|rang me|replied|right up|showed|still |stoppe|the minute |the moment |the second |turned|until the |vanis|warning"),
        Figure("just-when", r"\b(?:just|right|exactly) (?:when|as|before|in time for|the day)\b", "exactly as|exactly before|exactly in time for|exactly the day|exactly when|just as|just before|just in time for|just the day|just when|right as|right before|right in time for|right the day|right when"),
    ),
)  # fmt: skip

_SURE = {"joy": 0.82, "overrated": 0.8, "slow": 0.82, "kind": 0.8, "says": 0.78, "people": 0.78, "award": 0.8, "not-at-all": 0.76, "exactly": 0.74, "only": 0.76, "whoever": 0.76, "timed": 0.76, "alarm": 0.74, "heavens": 0.76}  # fmt: skip
_TOGETHER = 0.74
_KIND_NAMES = listed(
    "bäst bästa bäste best finest favorit favoriten favourite favorite hjälte hjältar hero heroes snäll snällaste kindest ängel angel duktig legend"
)
# A mock promise to somebody who asked.
_TO_FACE = frozenset({"alarm", "heavens"})
_ILL = (
    "irony.trouble",
    "complaint.clear",
    "ill.trait",
    "ill.does",
    "ill.frame",
    "ill.weak",
    "ill.firm",
    "insult",
)
_MEANT = ("irony.solved", "next.apology", "next.step", "next.own")
LONGEST = 320
"""Characters of a post in which big words and trouble speak of the same thing."""
ENOUGH = 2


def mismatch(post: Post) -> Iterator[Finding]:
    for found in SURE.find(post):
        if found.kind in _TO_FACE and not post.context.reply_to:
            continue
        if not is_denied(post, found.span) and not _is_sincere(post, found):
            yield Finding(found.span, _SURE[found.kind])
    if len(post.text) <= LONGEST and (span := _together(post)):
        yield Finding(span, _TOGETHER)


def _is_sincere(post: Post, found: Found) -> bool:
    """Thanks where nothing is wrong; called by a name that is kind."""
    if found.kind == "joy":
        words = words_of(post, post.sentence_at(found.span.start))
        return bool(_KIND_NAMES & set(words)) and not post.hits.of(*_ILL)
    return found.kind == "whoever" and _is_thanked(post)


def _is_thanked(post: Post) -> bool:
    """ "Thanks to whoever thought of the ramp": nothing is wrong, and the model hears no irony."""
    if post.signals.irony < 0.6:
        return True
    return not (post.hits.of(*_ILL) or any(True for figures in (BAD, WARM) for _ in figures.find(post)))


def _together(post: Post) -> Span | None:
    """Two different big words or more, at least one of them not mere praise, and something that nobody is glad of."""
    warm = list(WARM.find(post))
    if not warm or post.hits.of(*_MEANT):
        return None
    praise = post.hits.of("irony.praise", "irony.thanks")
    apart = [hit for hit in praise if not any(_overlap(one.span, hit.span) for one in warm)]
    if not {one.kind for one in warm} - {"cheer"}:
        return None
    bad = [one.span for one in BAD.find(post)] + [hit.span for hit in post.hits.of(*_ILL)]
    if not bad or len(warm) + len(apart) + (len(set(bad)) >= ENOUGH) < ENOUGH or not _is_grim(post, warm):
        return None
    places = [one.span for one in warm] + bad
    return Span(min(place.start for place in places), max(place.end for place in places))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_grim(post: Post, warm: list[Found]) -> bool:
    """What the models make of it decides: thanks after a hard night are as warm, and are meant."""
    signals = post.signals
    return signals.irony >= 0.8 or (signals.irony >= 0.7 and signals.sentiment < 0) or len(warm) > ENOUGH
