"""Which pages `scripts/screenshots.py` takes pictures of: the table, and nothing else.

A site has acts. In each, people do something first (its scenes), and then its pages are taken: the example as it is
loaded, as its story goes on, and a site that nobody has moved into. Steps name things by what they are on the page
(CSS), so that the same steps work in both languages.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """`follow` a link, `fill` a box, `swap` words in one, `press` a button, `see` something before going on."""

    does: str
    where: str
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Shot:
    """A page: its name, who reads it (nobody: a visitor), its address, and the steps from there to the picture."""

    name: str
    who: str
    address: str
    steps: tuple[Step, ...] = ()
    important: bool = False


@dataclass(frozen=True)
class Scene:
    """Somebody does something before an act's pictures are taken."""

    who: str
    address: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Act:
    """What happens first, and the pages that show it."""

    shots: tuple[Shot, ...]
    scenes: tuple[Scene, ...] = ()


def follow(where: str) -> Step:
    return Step("follow", where)


def press(where: str) -> Step:
    return Step("press", where)


def see(where: str) -> Step:
    return Step("see", where)


def fill(where: str, swedish: str, english: str = "") -> Step:
    """English is the same when it isn't given."""
    return Step("fill", where, (swedish, english or swedish))


def swap(where: str, old: str, new: str) -> Step:
    return Step("swap", where, (old, new))


def tomorrow(where: str) -> Step:
    """A field for a time of a day."""
    return Step("tomorrow", where)


def asks(swedish: str, english: str) -> tuple[Step, ...]:
    box = fill("textarea[name=question]", swedish, english)
    return (box, press("form.ask button.button"), see("#says"))


def tries(swedish: str, english: str, *before: Step) -> tuple[Step, ...]:
    box = fill("#box textarea[name=text]", swedish, english)
    return (*before, box, press("#box button.button"), see("#reply > *"))


ANGRY = (
    "Vilket otroligt LYCKAT köp, Berit på Storgatan 4! Som vi redan har förklarat är det garanterat marknadens bästa "
    "maskin. Ring mig på 070-174 06 23 så löser vi det!!!",
    "What a BRILLIANT purchase, Berit of 4 Storgatan! As we have already explained, it is guaranteed the best machine "
    "on the market. Call me on 070-174 06 23 and we will sort it!!!",
)
PLAIN = (
    "Hej Kerstin! Trådspänningen går att ställa med ratten på vänster sida. Hör av dig om den krånglar ändå. /Maryam",
    "Hello Kerstin! You set the tension with the wheel on the left. Tell us if it still plays up. /Maryam",
)
ROTA = (
    "Julschemat är ett skämt i år igen. Ledningen lyssnar inte på oss i verkstaden.",
    "The Christmas rota is a joke again this year. The management doesn't listen to us in the workshop.",
)
COMPLAINT = ("Min Syrsa har varit trasig i tre veckor!", "My Syrsa has been broken for three weeks!")
OLD = (
    "Medarbetarna ska alltid vara professionella, ärliga och öppna i sociala medier. Det är förbjudet att uttala sig "
    "negativt om företaget.\n\nAlla inlägg ska godkännas av närmaste chef.",
    "Employees should always be professional, honest and open in social media. It is forbidden to speak negatively "
    "about the company.\n\nAll posts must be approved by the closest manager.",
)
LIST = (
    "Kontonamn;Kanal;Länk;Syfte;Ämnen\n"
    "Spolverket i bild;Instagram;https://www.instagram.com/spolverket.exempel/;Vi visar hur det går till.;lagning\n"
    "Sökningen;X;https://x.com/search?q=spolverket;;\n"
    "Gamla gruppen;Lunarstorm;spolverket;;\n"
)

AS_LOADED = (
    Shot("door", "", "/", important=True),
    Shot("checkup", "", "/checkup/", important=True),
    Shot(
        "checkup-read",
        "",
        "/checkup/",
        (fill("textarea[name=text]", *OLD), press("main form .button"), see("main h2")),
        important=True,
    ),
    Shot("checkup-interview", "", "/checkup/interview/"),
    Shot("sign-in", "", "/account/login/"),
    Shot("sign-in-code", "", "/account/login/code/"),
    Shot("forgotten-password", "", "/account/password/reset/"),
    Shot("not-found", "", "/nothing/here"),
    Shot("press", "", "/press/{lang}/", important=True),
    Shot("press-guideline", "", "/press/{lang}/say-what-we-mean", important=True),
    Shot("press-principle", "", "/press/{lang}/respect"),
    Shot("press-case", "", "/press/{lang}/car-wash"),
    Shot("press-must", "", "/press/{lang}/mark-ads"),
    Shot("press-gone", "", "/press/{lang}/one-emoji"),
    Shot("press-unknown", "", "/press/{lang}/nothing-here"),
    Shot("press-versions", "", "/press/{lang}/versions"),
    Shot("press-version", "", "/press/{lang}/versions/1"),
    Shot("press-compare", "", "/press/{lang}/compare/2/3", important=True),
    Shot("press-side-by-side", "", "/press/{lang}/side-by-side"),
    Shot("press-comments", "", "/press/{lang}/expect-honest-repair/comments"),
    Shot("press-comment", "", "/press/{lang}/expect-answer/comment"),
    Shot("press-spokespersons", "", "/press/{lang}/spokespersons"),
    Shot("press-accounts", "", "/press/{lang}/accounts", important=True),
    Shot("press-account", "", "/press/{lang}/accounts", (follow("main .accounts a, main .index a"),)),
    Shot("press-accounts-ended", "", "/press/{lang}/accounts/ended"),
    Shot("press-accounts-frame", "", "/press/{lang}/accounts/frame"),
    Shot(
        "press-account-ours", "", "/press/{lang}/accounts/ours?address=@spolverket@social.spolverket.example"
    ),
    Shot("press-account-alike", "", "/press/{lang}/accounts/ours?address=x.com/sp0lverket", important=True),
    Shot("press-account-junk", "", "/press/{lang}/accounts/ours?address=@spolverket"),
    Shot("press-ask", "", "/press/{lang}/ask"),
    Shot(
        "press-asked",
        "",
        "/press/{lang}/ask",
        asks("Är maskinen värd att laga?", "Is my machine worth mending?"),
    ),
    Shot("home", "Maryam", "/", important=True),
    Shot(
        "asked",
        "Maryam",
        "/ask/",
        asks("Måste jag svara kunder på kvällen?", "Do I have to answer customers in the evening?"),
        important=True,
    ),
    Shot("unanswered", "Maryam", "/ask/", asks("Får vi ha hund på kontoret?", "May we bring a dog?")),
    Shot("answered", "Maryam", "/ask/answered/"),
    Shot("tried", "Maryam", "/", tries(*ANGRY), important=True),
    Shot("tried-well", "Maryam", "/", tries(*PLAIN)),
    Shot("tried-protected", "Pirjo", "/", tries(*ROTA)),
    Shot("desk", "Maryam", "/check/"),
    Shot(
        "desk-tried",
        "Maryam",
        "/check/",
        tries(*ANGRY, fill("textarea[name=reply_to]", *COMPLAINT)),
        important=True,
    ),
    Shot("policy", "Maryam", "/policy/", important=True),
    Shot("policy-filtered", "Maryam", "/policy/?department=sales&layer=logo"),
    Shot("guideline", "Maryam", "/policy/say-what-we-mean", important=True),
    Shot("principle", "Maryam", "/policy/respect"),
    Shot("case", "Maryam", "/policy/car-wash"),
    Shot("playbook", "Maryam", "/policy/complaint"),
    Shot("internal", "Maryam", "/policy/rumours"),
    Shot("on-trial", "Maryam", "/policy/answer-on-film"),
    Shot("removed", "Maryam", "/policy/one-emoji"),
    Shot("new", "Maryam", "/policy/new/"),
    Shot("versions", "Maryam", "/policy/versions/"),
    Shot("version", "Maryam", "/policy/versions/2/"),
    Shot("point-then", "Maryam", "/policy/versions/2/say-what-we-mean"),
    Shot("compare", "Maryam", "/policy/compare/2/3/"),
    Shot("side-by-side", "Maryam", "/policy/side-by-side/"),
    Shot("export", "Maryam", "/policy/export/"),
    Shot("introductions", "Maryam", "/policy/intro/"),
    Shot("slide-1", "Maryam", "/policy/intro/customer-service/", important=True),
    Shot("slide-2", "Maryam", "/policy/intro/customer-service/#s2"),
    Shot("slide-3", "Maryam", "/policy/intro/customer-service/#s3"),
    Shot("slide-5", "Maryam", "/policy/intro/customer-service/#s5"),
    Shot("talk", "Maryam", "/talk/", important=True),
    Shot("talk-on-point", "Maryam", "/policy/answer-on-film/talk/"),
    Shot("talk-write", "Maryam", "/policy/last-word/talk/write"),
    Shot("thread", "Maryam", "/talk/", (follow("main .index a"),)),
    Shot("proposals", "Maryam", "/proposals/"),
    Shot("proposal", "Maryam", "/proposals/", (follow("main .index a, main article a"),), important=True),
    Shot("suggest", "Maryam", "/proposals/new/last-word/"),
    Shot("trial-note", "Maryam", "/proposals/trial/answer-on-film/"),
    Shot("consultations-none", "Maryam", "/consultations/"),
    Shot("my-stances", "Maryam", "/stances/", important=True),
    Shot("agreement", "Maryam", "/stances/agreement/", important=True),
    Shot("open-mine", "Maryam", "/open/"),
    Shot("voices", "Maryam", "/voices/", important=True),
    Shot("voice", "Maryam", "/voices/", (follow("main .held .ways a"),), important=True),
    Shot("voice-work", "Maryam", "/voices/", (follow("main .held h3 a"),), important=True),
    Shot("voice-found", "Maryam", "/voices/found/"),
    Shot("voice-apply", "Maryam", "/voices/applications/new/"),
    Shot("voices-none-like-it", "Maryam", "/voices/?q=zzz"),
    Shot("wheel", "Maryam", "/voices/wheel/", important=True),
    Shot("purposes", "Maryam", "/voices/purposes/"),
    Shot("resilience", "Maryam", "/voices/resilience/", important=True),
    Shot("leaving", "Maryam", "/voices/leaving/"),
    Shot("mandates", "Maryam", "/voices/mandates/"),
    Shot("handovers-none", "Maryam", "/voices/handovers/"),
    Shot("my-profiles-none", "Maryam", "/voices/mine/"),
    Shot("offer", "Maryam", "/voices/offer/"),
    Shot("told", "Maryam", "/notices/"),
    Shot("wishes", "Maryam", "/notices/wishes/"),
    Shot("me", "Maryam", "/me/"),
    Shot("my-keys", "Maryam", "/me/keys/"),
    Shot("forget-me", "Maryam", "/me/forget/"),
    Shot("passkeys", "Maryam", "/account/keys/"),
    Shot("not-yours", "Maryam", "/people/"),
    Shot("home-union", "Pirjo", "/"),
    Shot("gaps", "Disa", "/ask/gaps/"),
    Shot("gap", "Disa", "/ask/gaps/", (follow("main .index a, main article a"),)),
    Shot("home-communications", "Disa", "/"),
    Shot("open", "Disa", "/open/", important=True),
    Shot("moderation", "Disa", "/talk/public/"),
    Shot("moderate", "Disa", "/talk/public/", (follow("main .index a"),)),
    Shot("proposal-to-decide", "Disa", "/proposals/", (follow("main .index a, main article a"),)),
    Shot("write-none", "Disa", "/policy/draft/"),
    Shot("trials", "Disa", "/policy/draft/trials/"),
    Shot("reviews", "Disa", "/policy/draft/reviews/"),
    Shot("words", "Disa", "/words/"),
    Shot("objections", "Disa", "/words/objections/"),
    Shot("voice-card", "Disa", "/voices/", (follow(".held .ways a"), follow("main a[href$='/card/']"))),
    Shot("voice-keys", "Disa", "/voices/", (follow(".held .ways a"), follow("main a[href$='/keys/']"))),
    Shot("voice-ends", "Disa", "/voices/", (follow(".held .ways a"), follow("main a[href$='/end/']"))),
    Shot("voice-profile", "Disa", "/voices/", (follow(".held .ways a"), follow("main a[href$='/profile/']"))),
    Shot("applications", "Disa", "/voices/applications/"),
    Shot("application", "Disa", "/voices/applications/", (follow("main .index a"),), important=True),
    Shot("import", "Disa", "/voices/import/"),
    Shot("what-if", "Disa", "/voices/leaving/", (follow("main a[href*='/leaving/']"),), important=True),
    Shot("mandate", "Disa", "/voices/mandates/", (follow("main ul a[href*=mandates]"),)),
    Shot("mandate-give", "Disa", "/voices/mandates/new/"),
    Shot("handover-begin", "Disa", "/voices/handovers/begin/"),
    Shot("offers-none", "Disa", "/voices/offers/"),
    Shot("people", "Disa", "/people/"),
    Shot("member", "Disa", "/people/", (follow("main .index a, main table a"),)),
    Shot("organisation", "Disa", "/organisation/"),
    Shot("department", "Disa", "/organisation/departments/sales/"),
    Shot("new-department", "Disa", "/organisation/departments/"),
)

DRAFT = "textarea#text_sv"
SAVED = press("#save_button")
BEGINS = (
    Scene(
        "Disa",
        "/policy/draft/",
        (
            press("form[action$='start'] .button"),
            swap(DRAFT, "## Ramar", "- Vi är ärliga, öppna och professionella.\n\n## Ramar"),
            swap(DRAFT, "- Vi låter den andra få sista ordet.", "- Vi låter gärna den andra få sista ordet."),
            SAVED,
        ),
    ),
    Scene("Disa", "/consultations/share/", (press("input[name=public]"), press("main form .button"))),
    Scene("Jonte", "/voices/offer/", (fill("main [name=topics]", "undertråd, kod"), press("[name=offer]"))),
    Scene(
        "Maryam",
        "/voices/mine/",
        (
            fill("main input[name=address]", "https://social.spolverket.example/@maryam"),
            press("#enter + form .button"),
        ),
    ),
    Scene(
        "Disa",
        "/voices/handovers/begin/",
        (
            fill("main [name=member]", "Jonte Aspgren"),
            tomorrow("main [name=last_day]"),
            press("main form .button"),
        ),
    ),
    Scene("Disa", "/voices/import/", (fill("main textarea[name=text]", LIST), press("main form .button"))),
    Scene(
        "Disa",
        "/ask/gaps/",
        (
            follow("main .index a"),
            fill("main textarea[name=answer]", "Ja, bakom verkstaden. Nyckeln hänger i luckan."),
            press("main form:has(textarea[name=answer]) .button"),
        ),
    ),
    Scene(
        "Maryam",
        "/talk/",
        (
            follow("main .index a"),
            fill("#answer textarea", "Vi skriver det i presentationen, så vet alla."),
            press("#answer .button"),
        ),
    ),
)
GOING_ON = (
    Shot("editor", "Disa", "/policy/draft/", important=True),
    Shot("states", "Disa", "/policy/draft/states/"),
    Shot("state", "Disa", "/policy/draft/states/", (follow("main .index a"),)),
    Shot("publish", "Disa", "/policy/draft/publish", important=True),
    Shot("draft-read", "Pirjo", "/policy/draft/"),
    Shot("consultations", "Pirjo", "/consultations/"),
    Shot("consultation", "Pirjo", "/consultations/", (follow("main .index a"),), important=True),
    Shot("press-with-consultation", "", "/press/{lang}/"),
    Shot("press-consultation", "", "/press/{lang}/", (follow("main a[href*='/consultations/']"),)),
    Shot(
        "consultation-summary",
        "Disa",
        "/consultations/",
        (follow("main .index a"), follow("main a[href$='/summary/']")),
    ),
    Shot("thread-mine", "Maryam", "/talk/?which=mine", (follow("main .index a"),), important=True),
    Shot("thread-close", "Disa", "/talk/", (follow("main .index a"),)),
    Shot("call-in", "Disa", "/talk/", (follow("main .index a"), follow("main a[href$='/call']"))),
    Shot(
        "take-over",
        "Disa",
        "/proposals/",
        (follow("main .index a"), press("main form[action*='take-'] .button")),
    ),
    Shot("offers", "Disa", "/voices/offers/"),
    Shot("offer-of-one", "Disa", "/voices/offers/", (follow("main .index a"),)),
    Shot("offer-mine", "Jonte", "/voices/offer/"),
    Shot("my-profiles", "Maryam", "/voices/mine/"),
    Shot("handovers", "Disa", "/voices/handovers/"),
    Shot("handover", "Disa", "/voices/handovers/", (follow("main .index a"),), important=True),
    Shot(
        "farewell",
        "Disa",
        "/voices/handovers/",
        (follow("main .index a"), follow("main a[href$='/farewell/']")),
    ),
    Shot("import-read", "Disa", "/voices/import/", (follow("main .index a"),), important=True),
    Shot("answered-some", "Maryam", "/ask/answered/"),
    Shot("answer", "Maryam", "/ask/answered/", (follow("main .index a, main article a"),)),
    Shot("told-something", "Pirjo", "/notices/"),
    Shot("home-with-news", "Pirjo", "/"),
)
PLANS = (
    Scene(
        "Disa",
        "/policy/draft/publish",
        (
            press("main details.more summary"),
            tomorrow("main [name=at]"),
            press("main form.publish > .actions .button"),
        ),
    ),
)
PLANNED = (Shot("planned", "Disa", "/policy/draft/planned/"), Shot("policy-planned", "Pirjo", "/policy/"))

MOVES_IN = (
    Scene(
        "",
        "{first link}",
        (
            fill("[name=email]", "gun@nystart.example"),
            fill("[name=given_name]", "Gun"),
            fill("[name=family_name]", "Alm"),
            fill("[name=password]", "en lång rad ord till slut"),
            fill("[name=organisation-name]", "Nystart"),
            press("main form .button"),
        ),
    ),
)
EMPTY_ROOMS = tuple(
    Shot(f"empty-{name}", "Gun", address)
    for name, address in (
        ("home", "/"),
        ("policy", "/policy/"),
        ("ask", "/ask/"),
        ("check", "/check/"),
        ("talk", "/talk/"),
        ("proposals", "/proposals/"),
        ("my-stances", "/stances/"),
        ("agreement", "/stances/agreement/"),
        ("open", "/open/"),
        ("told", "/notices/"),
        ("write", "/policy/draft/"),
        ("trials", "/policy/draft/trials/"),
        ("gaps", "/ask/gaps/"),
        ("voices", "/voices/"),
        ("applications", "/voices/applications/"),
        ("wheel", "/voices/wheel/"),
        ("purposes", "/voices/purposes/"),
        ("resilience", "/voices/resilience/"),
        ("leaving", "/voices/leaving/"),
        ("mandates", "/voices/mandates/"),
        ("people", "/people/"),
        ("organisation", "/organisation/"),
        ("moderation", "/talk/public/"),
    )
)
EMPTY_PRESS = (
    Shot("empty-press", "", "/press/{lang}/"),
    Shot("empty-press-accounts", "", "/press/{lang}/accounts"),
    Shot("empty-press-ask", "", "/press/{lang}/ask"),
)
PUBLISHES = (Scene("Gun", "/", (press("form[action$='publish/'] .button"),)),)
STARTED = tuple(
    Shot(f"started-{name}", "Gun", address)
    for name, address in (
        ("home", "/"),
        ("policy", "/policy/"),
        ("talk", "/talk/"),
        ("proposals", "/proposals/"),
        ("agreement", "/stances/agreement/"),
        ("versions", "/policy/versions/"),
        ("introductions", "/policy/intro/"),
    )
)

# What the example's site shows, and one where nobody lives yet.
EXAMPLE = (Act(AS_LOADED), Act(GOING_ON, BEGINS), Act(PLANNED, PLANS))
BARE = (
    Act((Shot("bare-door", "", "/"), Shot("bare-welcome", "", "{first link}"))),
    Act((*EMPTY_ROOMS, *EMPTY_PRESS), MOVES_IN),
    Act(STARTED, PUBLISHES),
)
