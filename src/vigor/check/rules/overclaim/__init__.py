"""Promises that nobody can keep, and green words without proof."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.figures import Found
from vigor.check.frames import Frame, Frames, Hit, has, is_negated, is_question, pattern
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.overclaim.absolutes import EVERY_EXCEPTION, PROMISED
from vigor.check.rules.overclaim.examples import FLAGS, PASSES

_PEOPLE = {
    "sv": r"\W+(?:\w+\W+)?(?:koll?eg\w*|kompis\w*|vän\w*|mamm\w*|papp\w*|kund(?:er(?:na)?|en)?|jobb\w*|team\w*|chef\w*|dag\w*|helg\w*|känsla\w*|gäng\w*|medarbetar\w*|fikaställ\w*|publik\w*|son|dotter|mormor|lag(?:et)?|arbetsplats\w*|praktikant\w*)\b",
    "en": r"\W+(?:\w+\W+)?(?:colleague\w*|friend\w*|mum|mom|dad|customers?(?! (?:service|support|care))|job\w*|team\w*|boss\w*|day|weekend|feeling\w*|people|crew|crowd|audience|fans|community|son|daughter|place to work|interns?|part|thing|decision|gift|news)\b",
}
# What is kept by a figure: a time, a sum, money back.
_KEPT = {
    "sv": r"[^.!?\n]{0,40}\b(?:inom \w+ \w+|pengarna tillbaka|återbetal\w*|samma dag|öppet köp|rätt till|enligt (?:lag|avtal)|att (?:ni|du) får svar)\b",
    "en": r"[^.!?\n]{0,40}\b(?:within \w+ \w+|money[- ]back|refund\w*|same[- ]day|by law|reply|answer)\b",
}
_PROMISES = Frames(
    sv=(
        Frame("sveriges, nordens, världens, marknadens, branschens, landets, europas", after=r" (?:absolut |överlägset )?(?:nöjdaste|billigaste|snabbaste|smartaste|tryggaste|säkraste|godaste|starkaste|smidigaste|effektivaste|lägsta pris\w*|mest (?:prisvärda|pålitliga|avancerade|hållbara|innovativa))", unless_after=r" (?:\w+ )?\w+\W+(?:bebyggelse|stad|djur|land|kommun|tåg|människa|löpare|lag)\b", variant="best", confidence=0.8),
        Frame("sveriges, nordens, världens, marknadens, branschens, landets, europas, stans", after=r" (?:absolut |överlägset |allra |i särklass )?[a-zåäö]{3,}aste\b", unless_after=r" (?:\w+ )?\w+aste" + _PEOPLE["sv"], unless_before=r"\b(?:en av|ett av|några av|bland) \Z", variant="best", confidence=0.72),
        Frame("hittar inte bättre, hittar inte billigare, hittar ingen bättre, finns inte bättre, finns inget bättre, går inte att få bättre, går inte att få billigare, ingen kommer i närheten, landets bästa, stans bästa, bäst i landet, bäst i stan, bäst i världen, kommer i närheten av, kommer ens i närheten, går att jämföra med vår, mäter sig med vår, räddar haven, rädda haven, räddar världen, rädda världen, räddar skogen, botemedel mot, borta direkt, borta på en sekund, en lösning på allt, inget är omöjligt med, alltid rätt, alltid i tid, alltid först, aldrig sen, aldrig försenad~, noll fel, noll problem, fungerar på alla, funkar på alla, fungerar för alla, funkar för alla, fungerar på alla typer, hjälper alla, passar precis alla, passar alla utan undantag, inget kan gå fel, ingenting kan gå fel, kan inte gå fel, kan inte misslyckas, kan aldrig misslyckas, kan inte förlora, kan aldrig förlora, förlora på det, risken är noll, noll risk, riskfritt, helt riskfri~, löser det för gott, slipper du för gott, slipper du alltid, problemen försvinner, försvinner för alltid, försvinner för gott, borta för alltid, borta för gott, aldrig mer ont, aldrig ont igen, aldrig mer behöva, aldrig behöva oroa, aldrig igen behöver, aldrig mer ett problem, inte ett enda problem, utan undantag, varje gång utan undantag, någonsin tillverkat~, någonsin skapat~, någonsin byggt~, som någonsin funnits, en gång för alla, oförstörbar~, ofelbar~, idiotsäker investering, säker vinst, garanterad vinst, dubbla dina pengar, dubblar dina pengar, dubblar din~, tredubblar~, överträffar alla, slår all konkurrens, slår alla konkurrenter, det enda du behöver, allt du någonsin behöver, bevisat bäst, vetenskapligt bevisat~, kliniskt bevisat~, läkare hatar, mirakel, magisk kur", unless_before=r"\b(?:inte|inget som|ingen) ", confidence=0.72),
        Frame("alla som, alla deltagare, varje kund, varje elev", after=r"[^.!?\n]{0,30}\b(?:får jobb|lyckas|blir rik\w*|går ner|vinner|blir nöjd\w*|blir frisk\w*|får resultat|klarar provet)\b", confidence=0.72),
        Frame("slipper, slipp, bli av med, blir av med, stoppar, botar, tar bort, utplånar, eliminerar", after=r"[^.!?\n]{0,45}\b(?:för gott|för alltid|en gång för alla|för evigt|helt och hållet|på en vecka|på en dag|över en natt|direkt)\b", confidence=0.74),
        Frame("blir du aldrig, kommer du aldrig, behöver ni aldrig, du aldrig mer, ni aldrig mer, du aldrig", after=r"[^.!?\n]{0,40}\b(?:igen|mer|oroa|problem|av med|förlora|sjuk|trött|krångel)\b", unless_before=r"\b(?:hoppas|tänk|att|om) ", confidence=0.72),
        Frame("alltid nöjd, alltid nöjda, inga undantag någonsin", confidence=0.7),
        Frame("bäst i världen, världens bästa, världsbäst~, bäst på marknaden, marknadens bästa, branschens bästa, sveriges bästa, nordens bästa, bäst i sverige, bäst i branschen, oslagbar~, överlägset bäst, utan konkurrens, världens främsta, världens säkraste, marknadens ledande, oöverträffad~", unless_after=_PEOPLE["sv"], variant="best"),
        Frame("garanterar, garanterat, garanteras", after=r"(?:\W+\w+){0,5}?\W+(?:nöjd\w*|resultat\w*|bäst\w*|lägst\w*|framgång\w*|fler|mer|bli|blir|fungera\w*|aldrig|alltid|håll\w*|sover|slipper|att|vinst\w*|lyckas|problemfri\w*|säker\w*|avkastning\w*|felfri\w*|ingen|inga|noll)\b", unless_after=_KEPT["sv"], confidence=0.8),
        Frame("100 %, 100%, 100 procent, hundra procent, hundraprocentig~, helt, totalt", after=r"\W*(?:\w+\W+)?(?:säker\w*|nöjd\w*|riskfri\w*|problemfri\w*|felfri\w*|effektiv\w*|skydd\w*|garanti\w*|garanter\w*|resultat|ofarlig\w*|biverkningsfri\w*|driftsäker\w*|vattentät\w*|giftfri\w*|idiotsäker\w*|underhållsfri\w*)\b", unless_before=r"\b(?:är du|vara|känna (?:dig|mig|sig)|känner (?:dig|mig)|jag är|är jag|inte) ", confidence=0.8),
        Frame("går aldrig, gå aldrig, slits aldrig, krånglar aldrig, strular aldrig, tappar aldrig, bleknar aldrig, sviker aldrig, kraschar aldrig, misslyckas aldrig, slutar aldrig fungera, kommer aldrig att gå, behöver aldrig mer, aldrig mer behöver, slipper för alltid, behöver du aldrig, behöver aldrig, aldrig mer problem, blir aldrig", after=r"(?=[^.!?\n]{0,40}(?:sönder|trasig|färg|mod|dig|er|laddas|byta|oroa|problem|krångla|slut|fel|service|tvätta|ladda|$|[.!?\n]))", unless_before=r"\b(?:jag|man|det|tiden|livet|kärleken) ", unless_after=r"[^.!?\n]{0,30}\b(?:ensam|tiga|ge upp|över|ur tiden)\b", confidence=0.75),
        Frame("håller för evigt, håller livet ut, håller för alltid, räcker för evigt, löser alla problem, löser alla dina problem, löser allt, botar, fungerar alltid, passar alla, alltid billigast, alltid lägst pris, lägst pris i sverige, alltid lägsta priset, utan biverkningar, inga biverkningar, helt utan risk, noll risk, omöjlig att hacka, går inte att hacka, mirakel~, mirakelkur~, förändrar ditt liv, ingen kan slå, ingen slår våra, ingen annan kan, aldrig fel, resultat direkt, resultat över en natt, bli rik, på en vecka eller pengarna", confidence=0.75, unless_after=r"[^.!?\n]{0,20}\b(?:utom|om du|ibland)\b"),
        Frame("gå ner, går ner, tappa, tappar", after=r" (?:upp till )?\d{1,2} (?:kilo|kg) (?:på|i)\b", confidence=0.8),
    ),
    en=(
        Frame("the country, the world, the market, the industry, the planet, europe, the uk", before=r"the (?:absolute )?(?:best|finest|happiest|cheapest|fastest|smartest|safest|tastiest|strongest|easiest|most (?:reliable|advanced|affordable|sustainable|innovative))(?: [a-z]+){1,2} (?:in|on|of) ", unless_before=r"\b(?:animals?|cit(?:y|ies)|countr(?:y|ies)|trains?|runners?|people) (?:in|on|of) ", variant="best", confidence=0.8),
        Frame("ever made, ever built, ever created, ever invented, ever seen, ever designed, you will ever need, you'll ever need, you’ll ever need, anywhere in the world, in the universe", before=r"\b(?:the|our) (?:absolute |single )?(?:\w+est|best|most \w+|only|greatest)(?: [\w-]+){0,3} ", unless_before=r"\b(?:one of|among|some of) the (?:\w+ ){1,4}", variant="best", confidence=0.74),
        Frame("won't find better, won’t find better, won't find cheaper, won’t find cheaper, won't find a better, won’t find a better, won't find a cheaper, can't find better, can’t find better, can't get better, can’t get better, doesn't get better than, doesn’t get better than, nobody comes close, no one comes close, none come close, comes close to, comes anywhere near, come close to ours, compares to ours, measures up to ours, saves the oceans, save the oceans, saves the world, saving the planet, saving the oceans, heals the planet, always on time, never late, never delayed, always right, gone in a second, gone in seconds, solution to everything, answer to everything, works for everyone, works for everybody, works on everyone, works for anyone, works every single time, nothing can go wrong, nothing ever goes wrong, can't go wrong, can’t go wrong, cannot go wrong, can't fail, can’t fail, cannot fail, can't lose, can’t lose, cannot lose, you can't lose, no risk whatsoever, risk-free, risk free, gone for good, gone forever, disappear for good, disappears for good, disappear forever, once and for all, never have a single, never have another, never have any, never have a problem, never again have, never suffer, never be ill, indestructible, infallible, double your money, doubles your money, triple your, guaranteed profit, sure profit, beats every, beats all competitors, beats all the, the only one you need, everything you'll ever, scientifically proven, clinically proven, doctors hate, magic cure, without exception, perfect every time, flawless every time, zero problems, eliminates all, solves everything", unless_before=r"\b(?:not|isn['’]t|nothing is|no such thing as) ", confidence=0.72),
        Frame("everyone who, everybody who, every customer, every student, all who", after=r"[^.!?\n]{0,30}\b(?:gets a job|succeeds?|gets rich|loses weight|wins|is happy|gets results|passes|gets well)\b", confidence=0.72),
        Frame("ends, end, cures, cure, stops, stop, removes, remove, eliminates, eliminate, banish, banishes, get rid of, gets rid of, say goodbye to", after=r"[^.!?\n]{0,45}\b(?:for good|forever|for ever|once and for all|completely|overnight|in a week|in days|in one day|instantly)\b", unless_before=r"\b(?:not|week|weekend|year|month|sale|offer|to) ", confidence=0.74),
        Frame("you will never, you'll never, you’ll never, never again will you", after=r"[^.!?\n]{0,12}\b(?:lose|worry|need|miss|pay|struggle|suffer|be late|be ill|run out|have)\b", unless_before=r"\b(?:hope|think|if|that) ", confidence=0.72),
        Frame("always satisfied, no exceptions ever", confidence=0.7),
        Frame("best in the world, the world's best, the world’s best, world's best, world’s best, world's greatest, world’s greatest, best on the market, best on earth, best in the business, best in class, number one in the, unbeatable, unrivalled, unrivaled, unmatched, second to none, the best there is, the best product, the best service, the safest, the only solution, nobody does it better, world's leading, world’s leading, best money can buy", unless_after=_PEOPLE["en"], variant="best"),
        Frame("guarantee, guarantees, guaranteed, we promise", after=r"(?:\W+\w+){0,5}?\W+(?:happy|satisf\w*|results?|best|lowest|success\w*|more|be|work\w*|never|always|last\w*|sleep|win|no|zero|safe\w*|returns?|growth|flawless|perfect\w*|that|to|you)\b", unless_after=_KEPT["en"], confidence=0.75),
        Frame("results guaranteed, success guaranteed, satisfaction guaranteed, lowest price guaranteed, guaranteed results, guaranteed success, guaranteed to work", confidence=0.8),
        Frame("100 %, 100%, 100 percent, 100 per cent, a hundred per cent, completely, totally, absolutely", after=r"\W*(?:\w+\W+)?(?:safe|secure|satisfied|happy|risk[- ]free|trouble[- ]free|effective|protect\w*|guarantee\w*|results|harmless|foolproof|waterproof|toxin[- ]free|maintenance[- ]free|bug[- ]free|flawless|reliable|unbreakable)\b", unless_before=r"\b(?:be|feel|feels|i am|i['’]m|are you|not) ", confidence=0.8),
        Frame("never breaks, never break, never fails, never fail, never wears out, never wear out, never fades, never lets you down, never let you down, never crashes, never goes wrong, never need to, never needs, never worry about, never have to worry, never run out, never stops working", unless_before=r"\b(?:i|he|she|they|love|life) ", confidence=0.75),
        Frame("lasts forever, lasts for ever, lasts a lifetime, solves all your problems, solves every problem, solve all your problems, cures, works every time, always works, always the cheapest, always the lowest, lowest prices anywhere, no side effects, without side effects, zero risk, without any risk, unhackable, impossible to hack, miracle cure, miracle product, will change your life, changes your life, instant results, overnight results, results overnight, get rich, nobody can beat, no one can beat, nothing beats our, foolproof, never fails to", confidence=0.75, unless_after=r"[^.!?\n]{0,20}\b(?:unless|except|sometimes)\b"),
        Frame("lose", after=r" (?:up to )?\d{1,2} (?:pounds|kilos|kg|lbs) in\b", confidence=0.8),
    ),
)  # fmt: skip
_GREEN = Frames(
    sv=(Frame("klimatneutral~, klimatsmart~, klimatpositiv~, klimatkompensera~, klimatvänlig~, koldioxidneutral~, co2-neutral~, miljövänlig~, miljösmart~, miljöneutral~, naturvänlig~, ekovänlig~, ekologiskt hållbar~, biologiskt nedbrytbar~, nedbrytbar~, utsläppsfri~, noll utsläpp, nollutsläpp, bra för miljön, bra för klimatet, bra för planeten, koldioxidfri~, fossilfri~ el, klimatavtryck, noll klimatavtryck, noll klimatpåverkan, ingen klimatpåverkan, utan klimatpåverkan, utan utsläpp, helt utan utsläpp, inga utsläpp, klimatskuld, grönaste, grönare val, gröna produkter, ren el, snäll mot planeten, snällt mot planeten, snälla mot planeten, snäll mot klimatet, snälla mot klimatet, snällt mot klimatet, snäll mot naturen, snälla mot naturen, vänlig mot miljön, vänliga mot miljön, skonsam mot planeten, skonsam mot naturen, utan att skada miljön, utan att skada planeten, miljömedvetet val, miljömedvetna val, räddar miljön, rädda klimatet, räddar klimatet, 100 % grön~, 100% grön~, hundra procent grön~, snäll mot miljön, snällt mot miljön, snälla mot miljön, snällare mot miljön, skonsam mot miljön, skonsamma mot miljön, skonsamt mot miljön, rädda planeten, räddar planeten, grönt val, gröna val, grönaste valet, hållbart val, hållbara val, hållbart mode, hållbar mode, hållbar produkt~, hållbara produkt~, hållbar förpackning~, hållbara förpackning~, 100% hållbar~, 100 % hållbar~, helt hållbar~, giftfri~", variant="green"),),
    en=(Frame("zero carbon, zero-carbon, carbon footprint of zero, no carbon footprint, climate neutral, climate-neutral, climate positive, climate-positive, climate-friendly, climate friendly, carbon neutral, carbon-neutral, carbon positive, carbon negative, net-zero product~, co2 neutral, eco-friendly, eco friendly, ecofriendly, environmentally friendly, environment-friendly, environmentally-friendly, environmentally safe, planet-friendly, planet friendly, earth-friendly, nature-friendly, carbon-free, carbon free, guilt-free, guilt free, zero footprint, no footprint, zero impact, no environmental impact, without harming the planet, without harming the environment, without any emissions, no emissions, without emissions, the greenest, greener choice, green products, 100% green, 100 % green, hundred percent green, gentle to the planet, gentle on nature, kind to nature, kind to the climate, good for the climate, climate-smart, climate smart, earth friendly, earth-kind, saves the climate, saves the environment, help save the planet, eco-conscious choice, planet-saving, non-toxic, naturally safe, kind to the planet, kind to the environment, good for the planet, good for the environment, better for the planet, gentle on the planet, biodegradable, emission-free, zero emissions, zero-emission, zero emission, saves the planet, save the planet, save the climate, saves the climate, green choice, greenest choice, sustainable choice, sustainable fashion, sustainable product~, sustainable packaging, 100% sustainable, 100 % sustainable, fully sustainable, completely sustainable, totally green, toxin-free", variant="green"),),
)  # fmt: skip
_PROOF = {
    "sv": r"\d+(?:[,.]\d+)? ?(?:%|procent|kg|kilo|ton|gram|g\b|liter|kwh|mwh)|svanen\w*|bra miljöval|ecolabel|eu-blomman|\bfsc\b|\bgots\b|\bkrav\b|iso 14|livscykel\w*|\blca\b|\bepd\b|enligt (?:en|vår|mätning\w*|rapport\w*)|källa:|mätning\w*|uppmätt|jämfört med|tredjeparts\w*|certifiera\w*",
    "en": r"\d+(?:[,.]\d+)? ?(?:%|per ?cent|kg|tonnes?|tons?|grams?|g\b|litres?|kwh|mwh)|nordic swan|ecolabel|\bfsc\b|\bgots\b|iso 14|life[- ]cycle|\blca\b|\bepd\b|according to|source:|measured|compared (?:with|to)|third[- ]party|certif\w*|verified",
}
# Goals, other people's claims and talk of the words themselves promise nothing.
_TALK = {
    "sv": r"\b(?:vill bli|målet|mål att|siktar|strävar|på väg att bli|till 20\d\d|senast 20\d\d|20[3-5]\d|eu\b|fn\b|regering\w*|forskare|forskning\w*|lag(?:en)?|direktiv\w*|ordet|begrepp\w*|uttryck\w*|påstå\w*|greenwash\w*|gröntvätt\w*|betyder|enligt er|hur|om (?:vi|ni) (?:ska|vill)|hoppas|drömmer|önskar|tips|konkurrent\w*)\b",
    "en": r"\b(?:aim\w*|goal\w*|want to (?:be|become)|target\w*|striv\w*|on our way to|by 20\d\d|20[3-5]\d|eu\b|un\b|government\w*|research\w*|scientist\w*|law|directive\w*|the word|term|claim\w*|greenwash\w*|means?|how to|hope\w*|dream\w*|wish\w*|tips|competitor\w*)\b",
}
_OURS = {
    "sv": r"\b(?:vi|vår|vårt|våra|oss|köp|beställ|boka|prova|testa|kr|kronor|rabatt\w*|lansera\w*|nyhet\w*|sortiment\w*|kollektion\w*|produkt\w*|tjänst\w*|app(?:en)?|modell\w*|krämen|serum|du får|för dig|förpackning\w*|butik\w*|kampanj\w*|nya)\b",
    "en": r"\b(?:we|our|ours|us|buy|order|book|try|shop|\$\d|£\d|€\d|launch\w*|new|range|collection|products?|services?|app|model|cream|serum|you get|for you|packag\w*|store|offer|get yours|software|platform|tool)\b",
}
_OPINION = {
    "sv": r"\b(?:jag (?:tycker|tror|anser)|enligt mig|tycker jag|i mina ögon|vill bli|målet|mål att|drömmer|strävar|siktar|försöker|hoppas|utse(?:dd|tt)\w*|framröstad\w*|tilldelad\w*|vann|utnämnd\w*|kallar|lovar inte|kan inte (?:lova|garantera)|ingen kan (?:lova|garantera)|vem|den som säger|påstår)\b",
    "en": r"\b(?:i think|i believe|in my opinion|if you ask me|want to be|aim\w*|goal|dream\w*|striv\w*|try to|trying|hope\w*|named|voted|awarded|won|award|called|can['’]t (?:promise|guarantee)|cannot (?:promise|guarantee)|no one can (?:promise|guarantee)|who|anyone who says|claims?)\b",
}


def _find(post: Post) -> Iterator[Finding]:
    told = list(_listed(post))
    yield from told
    found = list(PROMISED.find(post))
    if not any(each.variant != "green" for each in told):
        yield from _absolute(post, [one for one in found if one.kind != "green"])
    if not any(each.variant == "green" for each in told):
        yield from _greener(post, [one.span for one in found if one.kind == "green"])


def _listed(post: Post) -> Iterator[Finding]:
    for hit in _PROMISES.find(post):
        if not _said_of_ours(hit, post) or has(
            post, _OPINION[post.language], post.sentence_at(hit.word.start)
        ):
            continue
        # "Never" is what promises there; elsewhere it takes the promise back.
        if hit.frame.words.startswith(("garant", "guarantee")) and has(
            post, _EVERYDAY[post.language], post.sentence_at(hit.word.start)
        ):
            continue
        absolute = "never" in hit.frame.words or "aldrig" in hit.frame.words
        if absolute or not is_negated(post, hit.span.start):
            yield Finding(hit.span, hit.frame.confidence, hit.frame.variant)
    for hit in _GREEN.find(post):
        if (
            not _said_of_ours(hit, post)
            or is_negated(post, hit.word.start)
            or has(post, _PROOF[post.language])
        ):
            continue
        if not (
            has(post, _TALK[post.language], post.sentence_at(hit.word.start))
            or has(post, _HONEST[post.language])
        ):
            yield Finding(hit.span, 0.85, "green")


# Whom a promise is made to, or of what it is made, where nothing says "we".
_OFFERED = {
    "sv": r"\b(?:du|dig|din|ditt|dina|ni|er|era|ert|den här|det här|denna|detta|metod\w*|behandling\w*|besök|kur|kursen|avtal\w*|appen|programmet|krämen|testa|byt\w*|anmäl\w*|investera\w*|kund\w*|patient\w*|deltagare|elev\w*|gäst\w*)\b",
    "en": r"\b(?:you|your|yours|you['’]ll|this|method|treatment|sessions?|course|plan|app|programme|program|cream|try|switch\w*|sign up|invest\w*|install\w*|customers?|clients?|patients?|students?|guests?)\b",
}
_SOLD = {
    "sv": r"\b(?:vår|vårt|våra|oss|metod\w*|behandling\w*|kurs\w*|\w*avtal\w*|appen|programmet|krämen|produkt\w*|tjänst\w*|kund\w*|patient\w*|deltagare|köp\w*|beställ\w*|boka\w*|anmäl\w*|investera\w*|byt till)\b",
    "en": r"\b(?:our|ours|us|my (?:method|course|plan|clients?)|methods?|treatments?|courses?|plan|app|programme|cream|products?|services?|customers?|clients?|patients?|students?|buy|order|book|sign up|invest\w*|install\w*|switch to)\b",
}
# What anybody promises: to call, to answer, to do their best; and what is told of oneself.
_EVERYDAY = {
    "sv": r"\b(?:ring(?:er|a)|återkomm\w*|återkommer|svara[r]?|hör(?:a)? av|hjälp\w*|göra (?:vårt|mitt) bästa|vårt bästa|mitt bästa|skicka[r]?|fixa[r]?|titta[r]? på|kolla[r]?|bjud\w*|vara där|komma|kommer tillbaka|tänka på|läsa|lyssna\w*|berätta\w*|hålla er|ersätt\w*|pengarna|betala\w* tillbaka|köa|bullar|kaffe|tårta|fika|inte (?:lova|garantera)|lovade|jag (?:har |ska |kommer |glömmer |tröttnar |vänjer |fattar |lär |blir )(?:mig )?aldrig|aldrig (?:ge upp|glömma)|vi delar aldrig|gratis|fritt|fri entré|försöker|hoppas|siktar|mål\w*|tycker|tror)\b",
    "en": r"\b(?:call|ring|reply|get back|answer|help|do (?:our|my) best|our best|my best|send|fix|look into|check|be there|be back|come back|listen|tell|keep you|refund\w*|money back|pay you|biscuits|coffee|cake|can['’]t (?:promise|guarantee)|cannot (?:promise|guarantee)|promised|i(?:['’]ll|['’]ve| will| have| had|['’]d)? never|never (?:give up|forget)|we never share|free|for nothing|try(?:ing)?|hope|aim|goal|think|believe)\b",
}
_MODEST = {
    "sv": r"\b(?:inte|ingen) (?:\w+ )?(?:lova|garantera)\b",
    "en": r"\b(?:can['’]t|cannot|won['’]t|don['’]t|no one can|nobody can) (?:promise|guarantee)\b",
}
_SURE = {"never": 0.72, "all": 0.7, "cure": 0.72, "safe": 0.72, "only": 0.72, "top": 0.72, "multiply": 0.72}
_WARNS = {
    "sv": r"\b(?:se upp|varna\w*|bluff\w*|lurar|luras|bedräg\w*|säger (?:att|de)|påstår|lovar dig|om någon|falsk\w*|kritik\w*|tyvärr|förlåt|ursäkta|missade|fel\b|inte lova\w*|finns (?:ingen|inget|inga)|ingen kan|kan man aldrig|forskning\w*|studie\w*|enligt|källa|garantibelopp|insättningsgaranti\w*|garantitid\w*|öppet köp|bytesrätt)\b",
    "en": r"\b(?:beware|warn\w*|scam\w*|fraud\w*|says? (?:that|they)|claims?|anyone who (?:says|promises|tells)|if (?:someone|anyone|a)|fake|critic\w*|unfortunately|sorry|apolog\w*|we missed|there['’]s no|there is no|no one can|nobody can|you can never|research|stud(?:y|ies)|according to|source|warranty|deposit guarantee|returns policy)\b",
}


def _absolute(post: Post, found: list[Found]) -> Iterator[Finding]:
    """Promises without exception, in ways that leave room for what is sold."""
    for one in found:
        sentence = post.sentence_at(one.span.start)
        if is_question(post, one.span.start) or has(post, _OPINION[post.language], sentence):
            continue
        if has(post, _WARNS[post.language]) or not _is_offered(post, one.kind, sentence):
            continue
        if one.kind == "promise":
            modest = has(post, _MODEST[post.language])
            if not modest and not has(post, _EVERYDAY[post.language], sentence) and _exceptions(post) > 1:
                yield Finding(one.span, 0.72)
                return
        elif one.kind == "top" and (_is_of_people(post, one.span) or not _says_ours(post, sentence)):
            continue
        elif not (one.kind in ("never", "all") and has(post, _EVERYDAY[post.language], sentence)):
            yield Finding(one.span, _SURE[one.kind], "best" if one.kind == "top" else "")
            return


def _says_ours(post: Post, sentence: Span) -> bool:
    return post.context.layer == "logo" or has(post, _OURS[post.language], sentence)


def _is_of_people(post: Post, span: Span) -> bool:
    return bool(pattern(_PEOPLE[post.language]).match(post.lower, span.end, span.end + 40)) or has(
        post, rf"\b(?:{_PEOPLE_WORDS[post.language]})", post.sentence_at(span.start)
    )


_PEOPLE_WORDS = {
    "sv": r"kolleg\w*|kompis\w*|vän\w*|mamma|pappa|lag(?:et)?|team\w*|gäng\w*|publik\w*|chef\w*|medarbetar\w*|elever\w*|volontär\w*|grannar\w*|personal\w*",
    "en": r"colleagues?|friends?|mum|dad|teams?|crew|crowd|audience|boss|staff|fans|volunteers?|pupils|neighbou?rs|people|players?|apprentices?",
}


def _is_offered(post: Post, kind: str, sentence: Span) -> bool:
    if post.named("competitors"):
        return False
    if post.context.layer == "logo" or post.named("products") or post.named("brands"):
        return True
    if not post.context.layer:
        return kind in ("cure", "safe", "only", "top") and has(post, _OURS[post.language])
    if kind in ("cure", "safe", "only", "multiply"):
        return has(post, _OURS[post.language]) or has(post, _OFFERED[post.language])
    return has(post, _SOLD[post.language]) or has(post, _OURS[post.language], sentence)


def _exceptions(post: Post) -> int:
    return sum(has(post, source) for source in EVERY_EXCEPTION[post.language])


def _greener(post: Post, spans: list[Span]) -> Iterator[Finding]:
    if not spans or has(post, _PROOF[post.language]):
        return
    span = spans[0]
    sentence = post.sentence_at(span.start)
    ours = post.context.layer == "logo" or has(post, _OURS[post.language])
    if not (ours or has(post, _FOR_SALE[post.language])) or is_question(post, span.start):
        return
    if is_negated(post, span.start) or has(post, _TALK[post.language], sentence):
        return
    if not has(post, _HONEST[post.language]):
        yield Finding(span, 0.76, "green")


_FOR_SALE = {
    "sv": r"\b(?:köp\w*|beställ\w*|handla\w*|välj\w*|byt\w*|prova\w*|testa\w*|finns (?:nu |)i butik\w*|erbjud\w*|sälj\w*|levere\w*|boka\w*|kund\w*|pris\w*|kr|kronor|nya?)\b",
    "en": r"\b(?:buy\w*|order\w*|shop\w*|choos\w*|switch\w*|try|in stores?|offer\w*|sell\w*|deliver\w*|book\w*|customers?|pric\w*|new|get yours|tariff|range)\b",
}
# Who says what is left to do, or speaks of the work itself, claims nothing.
_HONEST = {
    "sv": r"\b(?:mycket (?:är )?kvar|långt kvar|inte (?:klara|där|framme)|vi (?:försöker|jobbar för|arbetar för|vill)|bok(?:en)?|recept\w*|utbildning\w*|föreläs\w*|seminari\w*|webbinari\w*|kurs i|konferens\w*|debatt\w*|rapport\w*|kommun\w*|tipsar|städdag\w*|skräpplock\w*|naturreservat\w*|inventer\w*|sopsorter\w*|källsorter\w*|återvinningscentral\w*|insamling\w*|projekt\w*|jobb(?:et)?|tjänst(?:en)? som|rekryter\w*)\b",
    "en": r"\b(?:a lot (?:left|to do)|long way to go|not (?:there|done|perfect)|we(?:['’]re)? (?:try|trying|working on|want)|books?|recipes?|training|lecture|seminar|webinar|conference|course in|debate|reports?|council|tips|litter|clean-?up day|nature reserve|survey|recycling (?:centre|bins?|banks?)|collection day|project|volunteers?|job|role|hiring|recruit\w*|won['’]t (?:save|fix))\b",
}


def _said_of_ours(hit: Hit, post: Post) -> bool:
    """Whether it is said, and of what is ours or for sale: questions, quotations and praise of others pass."""
    place = hit.word.start
    if is_question(post, place) or post.is_quoted(hit.word):
        return False
    if post.named("competitors"):
        return False
    if post.context.layer == "logo" or post.named("products") or post.named("brands"):
        return True
    # What says "we" promises in the sentence itself; what sells may do so beside it.
    return has(post, _OURS[post.language], post.sentence_at(place)) or (
        hit.frame.variant != "best" and has(post, _OURS[post.language])
    )


OVERCLAIM = Check(
    "overclaim",
    Both("lovar för mycket", "promises too much"),
    {
        "": Told(Both("”{quote}” lovar mer än någon kan hålla.", "“{quote}” promises more than anyone can keep."), Both("Den som blir besviken minns löftet.", "Whoever is let down remembers the promise."), Both("Säg det ni kan visa upp: ett test, en siffra, en erfarenhet.", "Say what you can show: a test, a figure, an experience."), Both("”{quote}” kan läsas som ett löfte utan undantag.", "“{quote}” can be read as a promise without exceptions.")),
        "best": Told(Both("”{quote}” går inte att visa.", "“{quote}” can’t be shown."), Both("Den som läser tror hellre på något som går att kontrollera.", "Readers rather believe what they can check."), Both("Säg vad som är bra med det, och hur ni vet.", "Say what is good about it, and how you know."), Both("”{quote}” kan läsas som ett påstående som ska bevisas.", "“{quote}” can be read as a claim that needs proof.")),
        "green": Told(Both("”{quote}” står utan bevis.", "“{quote}” stands without proof."), Both("Allmänna miljöpåståenden utan bevis är vilseledande enligt EU:s regler (2024/825).", "Generic environmental claims without proof mislead, says EU law (2024/825)."), Both("Skriv siffran, vad den jämförs med och källan bredvid.", "Put the figure, what it is compared with and the source beside it.")),
    },
    "What can be checked is believed. What can’t is remembered on the day it doesn’t hold.",
    "Swedish Marketing Act (2008:486), 10 §; Directive (EU) 2024/825 (generic environmental claims); ICC Marketing Code, art. 5 and chapter D",
    lambda post: ((_quoting(each, post)) for each in _find(post)),
    weight=1.4,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip


def _quoting(each: Finding, post: Post) -> Finding:
    return Finding(each.span, each.confidence, each.variant, {"quote": post.of(each.span)})
