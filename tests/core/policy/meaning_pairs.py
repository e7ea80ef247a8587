"""Pairs of guidelines, written and labelled by hand before the signs were tried on them.

Each is (language, what it said, what it says now, does it mean something else?). The question asked of each: would
somebody who agreed with the first want to be asked again about the second?
"""

Pair = tuple[str, str, str, bool]

# The signs and their one threshold were settled by looking at these.
LOOKED_AT: tuple[Pair, ...] = (
    ("sv", "Vi svarar samma dag.", "Vi svarar inom en timme.", True),
    ("sv", "Vi svarar samma dag.", "Vi svarar redan samma dag.", False),
    ("sv", "Vi svarar alltid den som frågar.", "Vi svarar den som frågar.", True),
    ("sv", "Du ska alltid fråga chefen först.", "Vi frågar alltid chefen först.", False),
    ("sv", "Medarbetare måste vara sakliga i sina inlägg.", "Vi är sakliga i våra inlägg.", False),
    ("sv", "Vi skämtar inte om kunder.", "Vi skämtar om kunder.", True),
    ("sv", "Vi lägger aldrig upp bilder på kunder.", "Vi lägger bara upp bilder på kunder som har sagt ja.", True),
    ("sv", "Vi lämnar ironin hemma i fikarummet.", "Vi lämnar ironin kvar hemma i fikarummet.", False),
    ("sv", "Vi får gilla det vi vill privat.", "Vi bör tänka efter innan vi gillar något privat.", True),
    ("sv", "Vi ringer press@bolaget.se när en journalist hör av sig.", "Vi ringer kommunikation@bolaget.se när en journalist hör av sig.", True),
    ("sv", "Vi svarar på Facebook och Instagram.", "Vi svarar på Facebook, Instagram och TikTok.", True),
    ("sv", "Vi svarar på frågor i tråden och inte i ett privat meddelande.", "Frågor svarar vi på i tråden, inte i privata meddelanden.", False),
    ("sv", "Vi tar bort kommentarer som bryter mot lagen.", "Vi döljer kommentarer som bryter mot lagen.", True),
    ("sv", "Vi säger förlåt när vi har gjort fel.", "När vi har gjort fel säger vi förlåt.", False),
    ("sv", "Vi säger förlåt när vi har haft fel, och rättar det.", "Vi säger förlåt när vi haft fel och rättar det.", False),
    ("sv", "Två personer har nyckeln till varje konto.", "Tre personer har nyckeln till varje konto.", True),
    ("sv", "Vi är öppna med vem som betalar för inlägget.", "Vi är slutna om vem som betalar för inlägget.", True),
    ("sv", "Vi låter bli att svara på hån.", "Vi svarar inte på hån.", False),
    ("sv", "Alla får starta ett konto i vårt namn.", "Kommunikationsavdelningen startar konton i vårt namn.", True),
    ("sv", "Vi skriver vem vi är när vi talar för bolaget.", "När vi talar för bolaget skriver vi vilka vi är.", False),
    ("en", "We answer the same day.", "We answer within two days.", True),
    ("en", "We answer on the same day.", "We answer the same day.", False),
    ("en", "Employees must always ask a manager first.", "We always ask a manager first.", False),
    ("en", "We don't post pictures of customers.", "We post pictures of customers who said yes.", True),
    ("en", "We never argue with a troll.", "We do not argue with trolls.", False),
    ("en", "We may like whatever we want in private.", "We think twice before we like something in private.", True),
    ("en", "We leave irony at the coffee machine.", "We leave the irony at the coffee machine.", False),
    ("en", "We say sorry when we were wrong.", "When we were wrong, we say sorry.", False),
    ("en", "We say who pays for a post.", "We say who pays for a post, and how much.", True),
    ("en", "We hide comments that break the law.", "We delete comments that break the law.", True),
    ("en", "We call Anna in communications when a journalist calls.", "We call Peter in communications when a journalist calls.", True),
    ("en", "We answer in the thread, not in private.", "Our answers go in the thread, not in private.", False),
    ("en", "We ask the customer before we share a picture of them.", "We ask customers before we share pictures of them.", False),
    ("en", "Only spokespersons comment on figures.", "Everybody may comment on figures that are public.", True),
    ("en", "We usually answer complaints by phone.", "We answer complaints by phone.", True),
    ("en", "We keep customers' names to ourselves.", "We keep the names of our customers to ourselves.", False),
    ("en", "We answer until 5 pm.", "We answer until 9 pm.", True),
    ("en", "We share the posts of colleagues gladly.", "We gladly share posts by colleagues.", False),
    ("en", "We write in plain words.", "We write with plain words.", False),
    ("en", "We check a rumour before we pass it on.", "We check every rumour before we pass it on.", True),
)  # fmt: skip

# Written at the same time and tried when the signs were settled: precision .59, recall .91. Two faults that it showed
# have been mended since ("3" for "three"; a "should" that people are talked at with), so it flatters by now.
HELD_OUT: tuple[Pair, ...] = (
    ("sv", "Vi svarar i alla kanaler på vardagar.", "Vi svarar i alla kanaler, också på helger.", True),
    ("sv", "Vi frågar den som är med på bilden.", "Vi frågar alltid den som är med på bilden innan vi lägger upp den.", True),
    ("sv", "Vi rättar stavfel i efterhand.", "Stavfel rättar vi i efterhand.", False),
    ("sv", "Vi skriver inte om löner.", "Vi får skriva om våra löner.", True),
    ("sv", "Anställda bör tänka på tonen i sina svar.", "Vi tänker på tonen i våra svar.", False),
    ("sv", "Vi tackar för beröm.", "Vi tackar när någon ger oss beröm.", False),
    ("sv", "Vi delar bara sådant som vi själva har läst.", "Vi delar sådant som vi har läst.", True),
    ("sv", "Vi hör av oss till säkerhetschefen om ett konto kapas.", "Om ett konto kapas hör vi av oss till säkerhetschefen.", False),
    ("sv", "Vi märker reklam först i inlägget.", "Vi märker reklam sist i inlägget.", True),
    ("sv", "Vi tar svåra ärenden på telefon.", "Svåra ärenden tar vi per telefon.", False),
    ("sv", "Vi skriver på svenska.", "Vi skriver på svenska och engelska.", True),
    ("sv", "Vi svarar så snart vi kan.", "Vi svarar så fort vi kan.", False),
    ("sv", "Den som lämnar bolaget lämnar tillbaka sina inloggningar.", "Den som slutar lämnar tillbaka sina inloggningar.", False),
    ("en", "We answer in every channel on weekdays.", "We answer in every channel, weekends too.", True),
    ("en", "We correct spelling afterwards.", "Spelling mistakes are corrected afterwards.", False),
    ("en", "We do not write about pay.", "We may write about our own pay.", True),
    ("en", "Staff should mind their tone.", "We mind our tone.", False),
    ("en", "We thank people for praise.", "We say thank you when somebody praises us.", False),
    ("en", "We only share what we have read ourselves.", "We share what we have read ourselves.", True),
    ("en", "We mark ads at the top of the post.", "We mark ads in the last line of the post.", True),
    ("en", "We tell the head of security if an account is hijacked.", "If an account is hijacked, we tell the head of security.", False),
    ("en", "We answer as soon as we can.", "We answer as quickly as we can.", False),
    ("en", "We keep replies to three sentences.", "We keep replies to 3 sentences.", False),
    ("en", "We let a colleague read before we publish.", "We let our manager read before we publish.", True),
)  # fmt: skip

# Written after that, longer, as guidelines are; nothing was changed for these.
AFTERWARDS: tuple[Pair, ...] = (
    ("sv", "Vi läser hela tråden innan vi svarar, och frågar hellre en gång för mycket än svarar på fel sak.", "Innan vi svarar läser vi hela tråden. Hellre en fråga för mycket än ett svar på fel sak.", False),
    ("sv", "Vi berättar att vi jobbar här när vi pratar om våra produkter i egna kanaler.", "Vi berättar var vi jobbar när vi pratar om våra produkter, också i egna kanaler.", False),
    ("sv", "Vi svarar på recensioner inom en vecka, både de goda och de sura.", "Vi svarar på sura recensioner inom en vecka.", True),
    ("sv", "Vi lägger inte ut bilder där barn syns utan att föräldrarna har sagt ja skriftligt.", "Vi lägger inte ut bilder där barn syns.", True),
    ("sv", "När en tråd blir het tar vi en paus och ringer en kollega innan vi skriver mer.", "När en tråd blir het pausar vi, och ringer en kollega innan vi skriver något mer.", False),
    ("sv", "Vi använder emojier när den vi svarar gör det.", "Vi använder inga emojier i svar på klagomål.", True),
    ("sv", "Vi skriver ut förkortningar första gången så att den som är ny hänger med.", "Första gången skriver vi ut en förkortning, så att också nya läsare hänger med.", False),
    ("sv", "Vi pekar den som är arg vidare till kundservice på telefon.", "Vi hjälper den som är arg på plats, i tråden.", True),
    ("sv", "Vi sparar ingenting om dem som skriver till oss längre än tre månader.", "Vi sparar ingenting om dem som skriver till oss längre än ett år.", True),
    ("sv", "Vi tackar den som hittar ett fel, rättar det och skriver vad vi har ändrat.", "Den som hittar ett fel får vårt tack. Vi rättar det och skriver vad vi har ändrat.", False),
    ("en", "We read the whole thread before we answer, and rather ask once too often.", "Before we answer we read the whole thread, and we rather ask one time too many.", False),
    ("en", "We say that we work here when we talk about our products on our own accounts.", "We say where we work when we talk about our products, on our own accounts too.", False),
    ("en", "We answer reviews within a week, good and bad alike.", "We answer bad reviews within a week.", True),
    ("en", "We don't post pictures with children in them without a written yes from the parents.", "We don't post pictures with children in them.", True),
    ("en", "When a thread heats up we pause and call a colleague before we write more.", "When a thread gets heated we pause, and call a colleague before writing any more.", False),
    ("en", "We use emojis when the person we answer does.", "We use no emojis in answers to complaints.", True),
    ("en", "We spell out abbreviations the first time, so that newcomers can follow.", "The first time, we spell an abbreviation out so that newcomers can follow.", False),
    ("en", "We pass angry people on to customer service by phone.", "We help angry people where they are, in the thread.", True),
    ("en", "We keep nothing about people who write to us for longer than three months.", "We keep nothing about people who write to us for longer than a year.", True),
    ("en", "We thank whoever finds a mistake, correct it and say what we changed.", "Whoever finds a mistake has our thanks; we correct it and say what we changed.", False),
)  # fmt: skip
