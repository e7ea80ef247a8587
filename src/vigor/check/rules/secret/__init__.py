"""What was told in confidence: code names, keys and passwords, what isn't released, addresses inside the house.

No message repeats what it found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.frames import Frame, Frames, has, is_negated, is_question, pattern
from vigor.check.late import Late
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told
from vigor.check.rules.secret.early import early
from vigor.check.rules.secret.examples import FLAGS, PASSES
from vigor.check.walk import Marks

# Forms that their makers publish: a fixed beginning and a length, so that nothing else looks like them.
_KEYS = Late(
    r"(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_\w{22,255}|glpat-[\w-]{20,64}|xox[abprs]-[A-Za-z0-9-]{10,250}"
    r"|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,200}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,200}|AIza[\w-]{35}|SG\.[\w-]{16,64}\.[\w-]{16,64}|npm_[A-Za-z0-9]{36}|dop_v1_[a-f0-9]{64}|pypi-[\w-]{50,250}"
    r"|[a-z]{2,8}_(?:live|prod|test|secret|key|pat)_[A-Za-z0-9]{10,200}"
    r"|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{8,2000})"
)
_KEY_MARKS = Marks("akia", "asia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "glpat", "xox", "sk-", "_live_", "_prod_", "_test_", "_secret_", "_key_", "_pat_", "aiza", "sg.", "npm_", "dop_", "pypi-", "eyj", "-----")  # fmt: skip
_BLOCK = Late(
    r"-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{0,20000}-----END [A-Z ]{0,40}-----)?"
)
_ASSIGNED = Late(
    r"\b[A-Za-z_]*(?:password|passwd|pwd|secret|token|api_?key|apikey|access_?key)[\"']? ?[:=] ?[\"']?(?=[^\s\"']*[\d!@#$%^&*])[^\s\"']{8,120}",
    re.IGNORECASE,
)
_NAMED_KEYS = ("passw", "pwd", "secret", "token", "key")
_URL_LOGIN = Late(r"\b[a-z][a-z+]{1,12}://[^\s:/@]{1,60}:([^\s/@]{3,80})@[\w.-]{3,100}")

_PASSWORDS = Frames(
    sv=(
        Frame(
            "lösenord, lösenordet, lösen, lösenfras, lösenkod, pinkod, pinkoden, pin-kod, pin-koden, portkod, portkoden, dörrkod, dörrkoden, larmkod, larmkoden, wifi-lösenord, wifi-lösenordet, inlogg, inloggning, api-nyckel, api-nyckeln, lösen är, lösenordet till, pw, pass, admin /, token, nätverksnyckel, nyckelskåp~, nyckelbox~, kassaskåp~, kodlås~, grindkod~, entrékod~, kodpanel~, larmet, bokningskod till, koden till, koden är, kod är, koden in, koden i, koden på, användarnamn~, användare, inlogg~, bearer, authorization, hemlig nyckel, passerkod~, servicekod~, huvudkod~, serverrummet, koder~, nyckeln till, nyckel till, dörrkod till, wifikod, wifi-koden, password, pwd"
        ),
    ),
    en=(
        Frame(
            "password, passcode, passwd, passphrase, pwd, pin code, pin, door code, gate code, alarm code, pw, pass, admin /, user/pass, api key, api-key, api_key, apikey, secret key, the key to, key for the, access key, token, wifi password, wi-fi password, login, wifi code, override, override code, key safe, keysafe, key box, keybox, lockbox, lock box, key cupboard, the safe, safe code, keypad, combination, entry code, access code, security code, staff code, master code, service code, code for the, code to the, code is, code on the, username, credentials, passkey, bearer, authorization, the alarm, alarm is, alarm goes, staff wifi, guest wifi, server room"
        ),
    ),
)
_VALUE = Late(r"[^\s,;\"”“»«()]{4,80}")
_REACH = 70
"""Characters after the word "password" within which it may be told."""
# A secret has something that no word has: digits among letters, or signs; a door code is digits alone.
_MIXED = Late(
    r"(?=\S*\d)(?=\S*[^\W\d_])\S{5,}|(?=\S*[^\W\d_])\S*[!@#$%^&*_+]\S*\w|\d{4,8}#?|\d{2,3}(?:-\d{2,3}){1,2}"
)

_TOLD = Late(r"[:=]|\b(?:är|is|blev|lyder|med|with|har koden|of)\b")
_LETTER = Late(r"[^\W\d_]")
_LOCK = Late(
    r"kod|lås|larm|nyckel|skåp|port|dörr|grind|code|lock|alarm|key|safe|gate|door|override|keypad|combination|pin"
)

_UNRELEASED = Frames(
    sv=(
        Frame("ännu inte offentlig~, inte offentligt än, inte officiellt än, ännu inte officiell~, ännu inte släppt~, inte släppt än, ännu inte lanserad~, ännu inte tillkännag~, inte annonserat än, ännu inte publicera~, ännu inte kommunicera~, inte offentliggjort det, inte offentliggjort än, har inte offentliggjort, inte släppt det än, inte gått ut med det, inte berättat det officiellt, inte annonserat det"),
        Frame("får inte komma ut, släpps inte förrän, offentliggörs inte förrän, presenteras inte förrän, lanseras inte förrän, publiceras inte förrän, ska inte ut förrän", confidence=0.75, unless_after=r"[^.!?\n]{0,50}\b(?:biljett\w*|bokning\w*)"),
        Frame("embargo, embargot, embargo till, under embargo", before=r"(?:under|med|har|omfattas av|belagd med|ligger) ", confidence=0.75, unless_after=r"\w*\W+(?:mot|för) "),
        Frame("endast för internt bruk, bara för internt bruk, strikt konfidentiell~, strängt konfidentiell~, företagshemlig~, får inte spridas, sprid inte vidare, sprid inte det här, säg inget till någon, inte för extern spridning, bara internt, endast internt, håll det för er själva, får egentligen inte säga, får egentligen inte berätta, får inte säga något än, hemligt än så länge, hemlighet än så länge, mellan oss, under sekretess, läckte ut internt, skrivit på nda, under nda", confidence=0.75, unless_after=r" (?:som|två|båda|och er|och dig)\b"),
        Frame("innan rapporten, före rapporten, innan delårsrapport~, före delårsrapport~, innan kvartalsrapport~, före kvartalsrapport~, innan bokslut~, före bokslut~, innan pressmeddelande~, före pressmeddelande~, innan det blir officiell~, innan det är officiell~, innan det släpps, innan vi går ut med", confidence=0.7, variant="figures"),
        Frame("säg inget, säg inte det här till någon, säg inte något, berätta inte för någon, berätta det inte för någon, inte ett ord till någon, sprid det inte, inte sagt av mig, ni hörde det inte av mig, du hörde det inte av mig, inte hört av mig, inte hört det av mig, hört det från mig, hysch, hysch-hysch, hyssj, tyst om det, tysta om det, håll tyst om, håll det hemligt, stannar mellan oss, mellan dig och mig, mellan skål och vägg, egentligen hemligt, lite hemligt, fortfarande hemligt, hemligt till, hemlig till, hemligstämpla~, under lock, inte ute än, inte officiellt förrän, inte offentligt förrän, inte offentlig förrän, offentligt först, officiellt först, får inte berätta, får jag inte berätta, får jag egentligen inte, inget vi får säga, kommer inte ut förrän, internt kallar vi, internt kallas, internt heter, heter internt, kallas internt, arbetsnamn~, kodnamn~, intern~ siffror, preliminära siffror, de interna siffrorna, innan börsen, innan marknaden vet, insider~, läckt~, från insidan, innan alla andra, innan det är klart, inte påskrivet än, inte signerat än, innan avtalet är", variant="hushed", confidence=0.76),
        Frame("det är internt, internt så länge, internt än så länge, fortfarande internt, vi förhandlar med, vi förhandlar om, i förhandlingar med, i samtal med, det är sekretess, är sekretessbelagt, är sekretessbelagd, under sekretess, sekretess så, vinstvarning på, blir vinstvarning, kommer en vinstvarning, vinstvarnar, egentligen inte visa, får inte visa, får vi inte visa, borde inte visa, inte för allmänheten, smygfota~, hålla tyst, håll tyst, hålla det tyst, inte skvallra, skvallra inte, låtsas bli överraska~, spela överraska~, låtsas som ingenting, ni vet inget, ingen vet om det än, vet ingen om än, inga andra vet, bara vi vet, chefen har inte berättat, personalen vet inte, facket vet inte, meddelas först, berättas först, tillkännages först, presenteras först", variant="hushed", confidence=0.74),
        Frame("tjuvkika, smygkika, tjuvtitta, smygtitta, förhandstitt~", after=r"[^.!?\n]{0,60}\b(?:hemlig\w*|ännu inte|inte släppt|olanserad\w*|prototyp\w*)", confidence=0.7),
        Frame("olanserad~, oannonserad~, opublicerad~, ej offentlig~, icke-offentlig~, ej släppt~", after=r" [^.!?\n]{0,40}\b(?:produkt\w*|modell\w*|siffr\w*|resultat\w*|funktion\w*|version\w*|avtal\w*|affär\w*)", confidence=0.8),
    ),
    en=(
        Frame("not yet public, not public yet, not yet announced, not announced yet, hasn't been announced, haven't announced, hasn’t been announced, haven’t announced, not yet released, not officially announced, not official yet, not yet official, before it's public, before it’s public, before it's announced, before it’s announced, before the announcement, unreleased, unannounced, before we go public, isn't public yet, isn’t public yet, haven't made it public, haven’t made it public, hasn't been made public, hasn’t been made public, haven't released, haven’t released, not gone public, haven't gone public, haven’t gone public", unless_after=r"\W+(?:music|song|songs|track|tracks|album|demo|demos|visit)\b"),
        Frame("embargo, embargoed, embargo until, under embargo", before=r"(?:under|under an|strict|is|are|still|press) ", confidence=0.75, unless_after=r"\W+(?:on|against) "),
        Frame("internal only, internal use only, for internal use, strictly confidential, company confidential, confidential figures, do not distribute, don't share this outside, don’t share this outside, not for external, keep this between us, between you and me, not supposed to say, not supposed to tell, not allowed to say this, shouldn't be telling, shouldn’t be telling, keep it quiet until, under nda, signed an nda, off the record, leaked internal, can't tell you officially, can’t tell you officially, shouldn't say this, shouldn’t say this", confidence=0.75),
        Frame("before the report, ahead of the report, before the earnings, ahead of earnings, before the results, before the press release, ahead of the announcement, before earnings, before the quarterly, before we report", confidence=0.7, variant="figures"),
        Frame("don't tell anyone, don’t tell anyone, do not tell anyone, don't tell a soul, don’t tell a soul, tell no one, keep this quiet, keep it quiet, keep it secret, keep this secret, keep it to yourself, keep this to yourself, keep it to yourselves, keep this to yourselves, keep this under your hat, keep it under your hat, keep schtum, hush-hush, hush hush, under wraps, you didn't hear it from me, you didn’t hear it from me, didn't hear this from me, didn’t hear this from me, you heard it here first, mum's the word, mum’s the word, not a word to anyone, strictly between us, just between us, between us, still secret, still confidential, still a secret, top secret, hasn't leaked, not out yet, isn't out yet, isn’t out yet, not signed yet, isn't signed yet, before it's signed, before the ink, not official until, isn't official until, won't be announced until, won’t be announced until, not announced until, internally called, internally it's called, internally it’s called, internally known as, we call it internally, codename, code name, codenamed, code-named, working title, internal figures, preliminary figures, internal numbers, before the market, before anyone else knows, inside info, insider info, i'm not supposed to, i’m not supposed to, shouldn't really say, shouldn’t really say, shouldn't be saying, shouldn’t be saying", variant="hushed", confidence=0.76),
        Frame("internal for now, it's internal, it’s internal, still internal, we're negotiating, we’re negotiating, we are negotiating, we're in talks, we’re in talks, we are in talks, in negotiations with, that's classified, that’s classified, is classified, it's classified, so hush, profit warning coming, profit warning on, profit warning next, a profit warning tomorrow, not really allowed, not supposed to show, not allowed to show, shouldn't show, shouldn’t show, not for the public, sneaky photo, keep quiet until, keep quiet till, keep it quiet till, stay quiet until, don't blab, don’t blab, not a peep, act surprised, pretend to be surprised, nobody knows yet, no one knows yet, nobody else knows, no one else knows, only we know, staff don't know, staff don’t know, haven't been told, haven’t been told, hasn't been told, hasn’t been told, told yet, you know nothing, pretend you didn't", variant="hushed", confidence=0.74),
        Frame("sneak peek, sneak preview", after=r"[^.!?\n]{0,60}\b(?:secret|not yet|prototype|unreleased|confidential)", confidence=0.7),
    ),
)  # fmt: skip
_FIGURE = r"\d|\b(?:procent|percent|miljon\w*|million\w*|msek|mkr|intäkt\w*|omsättning\w*|resultat\w*|vinst\w*|förlust\w*|revenue|profit\w*|loss\w*|sales|earnings|turnover|margin\w*|orderingång\w*|numbers?|siffr\w*|figures?)\b"
# What firms keep to themselves: "don't tell anyone, but I love Mondays" gives nothing away.
_BUSINESS = {
    "sv": r"\b(?:jätteavtal\w*|vinstvarn\w*|kunden vi|kund vi|kvartal\w*|omsättning\w*|resultat\w*|vinst\w*|förlust\w*|siffr\w*|miljon\w*|procent|msek|mkr|orderingång\w*|lanser\w*|släpp\w*|avtal\w*|kontrakt\w*|förvärv\w*|köper|uppköp\w*|köpt upp|fusion\w*|sammanslag\w*|varsl\w*|varsel|sägs upp|säger upp|får gå|uppsägning\w*|sparpaket\w*|omorganisation\w*|lägger ner|stänger|öppnar|flyttar|nästa (?:modell|version|produkt|telefon|spel|kollektion|app|släpp|lansering)|nya (?:modell\w*|produkt\w*|versionen|vd\w*|appen|telefonen|kollektionen|kontoret)|prototyp\w*|patent\w*|investerare|börs\w*|emission\w*|prishöjning\w*|höjer pris\w*|kund(?:en)? (?:är|blir|heter)|skrivit på med|signat med|tecknat|vunnit upphandling\w*|upphandling\w*|anbud\w*|projekt\w*|strategi\w*|budget\w*|roadmap|färdplan\w*|premiär\w*|ny vd|vd:n slutar|vd:n går)\b|\d ?%",
    "en": r"\b(?:profit warning|client we|customer we|quarter\w*|q[1-4]|revenue\w*|results?|profits?|loss(?:es)?|figures?|numbers|million\w*|per ?cent|sales|orders|launch\w*|releas\w*|ships?|drops? in|deal\w*|contract\w*|acqui\w*|takeover|buying|bought|merg\w*|layoffs?|letting|people go|lay(?:ing)? off|redundanc\w*|cuts|reorgani\w*|restructur\w*|closing|opening|relocat\w*|next (?:model|version|product|phone|game|collection|app|release|launch)|new (?:model|product|version|ceo|app|phone|collection|office|feature)|prototype\w*|patent\w*|investors?|ipo|funding|price (?:rise|increase|hike)|rais\w+ (?:the )?prices?|signed with|signing|client (?:is|will)|tender|bid|project\w*|strategy|budget\w*|roadmap|premiere|ceo (?:is|will))\b|\d ?%",
}
# Who speaks of somebody else's secret gives nothing away.
_THEIRS = {
    "sv": r"\b(?:vilka som (?:får|vinner)|vem som (?:får|vinner)|stipendi\w*|jury\w*|inte dela|dela aldrig|aldrig ber|delar vi|enligt (?:källor|uppgifter|media)|ryktas?|läckan hos|eu:s|ryssland\w*|vapenembargo\w*|handelsembargo\w*|byt lösenord|starkt lösenord|varför|film\w*|bok\w*|serie\w*|album\w*)\b",
    "en": r"\b(?:who (?:gets|wins|won)|scholarship|shortlist\w*|jury|judges|never share|don['’]t share your|we(?:['’]ll)? never ask|according to|rumou?r\w*|sanctions?|trade embargo|arms embargo|change your password|strong password|film|novel|book|movie|series|album)\b",
}
_PRIVATE = Late(
    r"(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?:/\d{1,2}|:\d{1,5})?(?![\d.]\d)"
)
_HOST = Late(
    r"(?<![\w@.-])(?:https?://)?(?:[a-z0-9-]{1,63}\.){0,4}(?:[a-z0-9-]{1,63}\.(?:local|internal|corp|intra|intern|lan|intranet)|(?:intranet|intranät|intra|internal|vpn|staging|backoffice|kibana|portainer|jira|confluence|wiki|gitlab|jenkins|grafana|sharepoint)\.[a-z0-9-]{2,63}\.(?:local|internal|corp|[a-z]{2,7})(?:\.[a-z]{2,7})?)(?![\w-])(?:[:/][^\s<>\"”)]{0,200})?"
)
_SHARE = Late(r"(?:\\\\[\w.-]{2,60}\\[\w$.-]{2,60}(?:\\[^\s\\]{1,60}){0,8}|\b(?:smb|afp|nfs)://\S{3,200})")
_ADDRESS_MARKS = Marks("intra.", "internal.", "vpn.", "staging.", "backoffice.", "kibana.", ".local", ".internal", ".corp", ".intra", ".intern", ".lan", "intran", "jira.", "confluence.", "wiki.", "gitlab.", "jenkins.", "grafana.", "sharepoint.")  # fmt: skip
_PUBLIC_WIKI = Late(
    r"(?:https?://)?(?:[a-z-]+\.)?wiki\.|gitlab\.(?:com|org|io)|jira\.atlassian|confluence\.atlassian"
)
_HOME_NET = {
    "sv": r"\b(?:router\w*|hemma|hemnätverk\w*|exempel\w*|standardadress\w*)\b",
    "en": r"\b(?:router\w*|home network|example|default|localhost)\b",
}


def _find(post: Post) -> Iterator[Finding]:
    for span, _name in post.named("code_names"):
        yield Finding(span, 0.97, "code-name")
    text = post.text
    if _KEY_MARKS.are_in(post):
        for found in (*_KEYS.finditer(text), *_BLOCK.finditer(text)):
            yield Finding(Span(*found.span()), 0.97, "key")
    if "://" in text and "@" in text:
        for found in _URL_LOGIN.finditer(post.lower):
            yield Finding(Span(*found.span()), 0.9, "key")
    if ("=" in text or ":" in text) and any(word in post.lower for word in _NAMED_KEYS):
        for found in _ASSIGNED.finditer(text):
            yield Finding(Span(*found.span()), 0.85, "key")
    yield from _passwords(post)
    early_told = list(_unreleased(post))
    yield from early_told or early(post)
    yield from _addresses(post)


def _passwords(post: Post) -> Iterator[Finding]:
    """ "The wifi password in the hall is …": the first thing after the word that no ordinary word looks like."""
    for hit in _PASSWORDS.find(post):
        last = min(hit.word.end + _REACH, post.sentence_at(hit.word.start).end)
        for found in _VALUE.finditer(post.text, hit.word.end, last):
            value = found.group().rstrip(".!?'").lstrip(":=")
            if not _MIXED.fullmatch(value) or value.lower().startswith(("http", "www.", "#", "@")):
                continue
            between = post.lower[hit.word.end : found.start()]
            told = bool(_TOLD.search(between + found.group()[:1]))
            # Opening hours and prices are figures, too.
            if not _LETTER.search(value) and ("-" in value or post.hits.of("ad.off")):
                told = told and bool(_LOCK.search(post.lower, hit.word.start, found.start()))
                if not told:
                    continue
            if told or not between.strip():
                begin = found.start() + found.group().index(value)
                yield Finding(Span(begin, begin + len(value)), 0.9 if told else 0.6, "key")
            break


# "Q3 came in at +18%, the report is out on Thursday."
_TO_COME = {
    "sv": Late(
        r"\b(?:rapporten|delårsrapporten|kvartalsrapporten|bokslutet|pressmeddelandet|siffrorna) (?:kommer|släpps|publiceras|presenteras|är ute|går ut) (?:först |offentligt |officiellt )?(?:på|i|nästa|om|imorgon)\b",
        needs=("rapporten ", "bokslutet ", "pressmeddelandet ", "siffrorna "),
    ),
    "en": Late(
        r"\b(?:report|results|earnings|press release|figures|numbers) (?:is|are|comes?|will be|drops?) (?:out |released |published |public |due |official )?(?:on|next|tomorrow|in|this)\b",
        needs=("report ", "results ", "earnings ", "press release ", "figures ", "numbers "),
    ),
}
_SUM = r"[+-]? ?\d+(?:[.,]\d+)? ?(?:%|procent|per ?cent|msek|mkr|miljon\w*|million\w*|miljard\w*|billion\w*|mn|m€|m\$)"


def _unreleased(post: Post) -> Iterator[Finding]:
    found = _TO_COME[post.language].search(post.lower)
    if (
        found
        and pattern(_SUM).search(post.lower, 0, found.start())
        and not post.is_quoted(Span(*found.span()))
    ):
        yield Finding(Span(*found.span()), 0.74, "figures")
    for hit in _UNRELEASED.find(post):
        sentence = post.sentence_at(hit.word.start)
        if (
            is_question(post, hit.word.start)
            or post.is_quoted(hit.span)
            or has(post, _THEIRS[post.language], sentence)
        ):
            continue
        if hit.frame.variant == "hushed":
            # Unions and employers negotiate in the open.
            if not has(post, _BUSINESS[post.language]) or post.hits.of("work.union"):
                continue
        elif hit.frame.variant == "figures":
            if not pattern(_FIGURE).search(post.lower, sentence.start, sentence.end):
                continue
        elif is_negated(post, hit.word.start):
            continue
        variant = "unreleased" if hit.frame.variant in ("", "hushed") else hit.frame.variant
        yield Finding(hit.span, hit.frame.confidence, variant)


def _addresses(post: Post) -> Iterator[Finding]:
    for span, _host in post.named("internal_hosts"):
        yield Finding(span, 0.95, "inside")
    lower = post.lower
    if "\\\\" in lower or "://" in lower:
        for found in _SHARE.finditer(post.text):
            yield Finding(Span(*found.span()), 0.85, "inside")
    if _ADDRESS_MARKS.are_in(post):
        for found in _HOST.finditer(lower):
            if not _PUBLIC_WIKI.match(found.group()) or found.group().split("/")[0].endswith(
                (".local", ".internal", ".corp")
            ):
                yield Finding(
                    Span(found.start(), found.start() + len(found.group().rstrip(".,:"))), 0.85, "inside"
                )
    if "10." in lower or "192.168." in lower or "172." in lower:
        for found in _PRIVATE.finditer(lower):
            good = all(int(part) < 256 for part in re.split(r"[/:]", found.group())[0].split("."))
            if (
                good
                and not has(post, _HOME_NET[post.language])
                and not re.search(
                    r"\b(?:version|v|release|utgåva)\s?\Z", lower[max(0, found.start() - 12) : found.start()]
                )
            ):
                yield Finding(Span(*found.span()), 0.8, "inside")


_WHY = Both("Det som är förtroligt går inte att ta tillbaka när någon har läst det.", "What was told in confidence can’t be taken back once somebody has read it.")  # fmt: skip

SECRET = Check(
    "secret",
    Both("förtroligt", "confidential"),
    {
        "": Told(Both("Här står något som ser förtroligt ut.", "This looks confidential."), _WHY, Both("Stryk det, och fråga den som äger uppgiften när den får sägas.", "Leave it out, and ask whoever owns it when it may be told."), Both("Det här kan läsas som något förtroligt.", "This can be read as something confidential.")),
        "code-name": Told(Both("Här står ett namn som bara används inne i huset.", "Here is a name that is only used in the house."), _WHY, Both("Säg vad det gäller med vanliga ord, eller vänta tills namnet är släppt.", "Say what it is in ordinary words, or wait until the name is out.")),
        "key": Told(Both("Här står ett lösenord eller en nyckel.", "Here is a password or a key."), Both("Den kan användas av vem som helst, på en minut.", "Anybody can use it, within a minute."), Both("Stryk det, och byt det även om inlägget aldrig går ut.", "Take it out, and change it even if the post never goes out."), Both("Det här ser ut som ett lösenord eller en nyckel.", "This looks like a password or a key.")),
        "unreleased": Told(Both("Det här säger sig inte vara offentligt än.", "This says that it isn’t public yet."), _WHY, Both("Är det släppt? Vänta annars, eller berätta det som redan är känt.", "Is it out? If not, wait, or tell what is known already."), Both("Det här kan läsas som något som inte är släppt än.", "This can be read as something that isn’t out yet.")),
        "figures": Told(Both("Här nämns siffror före rapporten.", "Here are figures before the report."), Both("Den som är noterad får inte berätta för några först, och alla andra vill berätta rätt.", "A listed company may not tell some people first, and everyone else wants to tell it right."), Both("Vänta tills rapporten är ute, och länka till den.", "Wait until the report is out, and link to it."), Both("Det här kan läsas som siffror före rapporten.", "This can be read as figures before the report.")),
        "inside": Told(Both("Här står en adress inne i vårt nät.", "Here is an address inside our network."), Both("Utifrån leder den ingenstans, utom för den som letar efter en väg in.", "From outside it leads nowhere, except for someone who looks for a way in."), Both("Stryk den, eller länka till en sida som alla når.", "Leave it out, or link to a page that everybody reaches."), Both("Det här ser ut som en adress inne i ett nät.", "This looks like an address inside a network.")),
    },
    "What colleagues, customers and partners told us is theirs to tell. Keys and addresses open doors.",
    "Swedish Act on trade secrets (2018:558); Market Abuse Regulation (EU 596/2014), art. 7 and 14; RFC 1918 and RFC 6762; the key makers’ own documentation",
    _find,
    exact=frozenset(("code-name", "inside")),
    weight=3.0,
    flags=FLAGS,
    passes=PASSES,
)  # fmt: skip
