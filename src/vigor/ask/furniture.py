"""Words that build a question without saying what it is about, and common words that say only little.

Written by hand from what is frequent in everyday Swedish and English. How rare a word is in one short policy
says little about how much it tells; how common it is in the language does.
"""

from __future__ import annotations

from vigor.language.words import listed

FURNITURE = {
    "sv": listed("""
        undra undrar veta vet fråga frågar hej tack snälla tänka tänker tänkte tro tror behöva behöver behövs okej
        lov lovligt funka funkar fungera fungerar hända händer ok gäller egentligen liksom ens nåt nåd grej grejer grejen
        finns står säga säger sa policyn policy riktlinjerna reglerna regler annars annat annans själva typ sånt nånting
        någonting ingenting nånstans någonstans någonsin nånsin verkligen absolut precis säkert faktiskt förresten dvs
        mån varför hurdan alls förstås såklart ibland aldrig hittills igen redan snart genast ihop tillsammans istället
        ner ned ur upp hem bort fram igenom ifrån uppe nere inne ute borta hemma ändå kring nätet internet online via flera flesta samma slags
        tillbaka tillbaks emot enligt dock dessutom länge ja nej ju nästan samtidigt fortfarande däremot runt dit tyvärr
        knappt varken enbart därmed oavsett utifrån förrän dels förutom framförallt äntligen överhuvudtaget nyligen
        allting vardera numera åtminstone nämligen saknas utöver iväg omkring alldeles oftast alltför förra förut
        nästa egen egna eget enda hel helt hela tillåtet tillåten okay fel skit jätte väldigt ganska lite gå går gick gått
        """),
    "en": listed("""
        wonder wondering know ask asking hi hello thanks please supposed suppose think thinking sure stuff bit lot lots sort
        happen happens says say said policy guidelines rules guideline rule does work works gonna wanna ever never anyway
        dont doesnt didnt cant wont isnt arent wasnt wouldnt couldnt shouldnt whats thats whos hows im ive id ill youre
        definitely simply correctly recently per perhaps yeah completely although unless oh versus cool entirely
        otherwise previously certainly apparently typically totally obviously fully except besides despite somehow
        towards finally slightly fairly somewhat forever hence prior ahead ago etc
        theyre weve hes shes lets wo ca ai'nt somebody someone anyone anybody everybody everyone nobody something anything
        everything nothing somewhere anywhere else even instead yet yes no ok fine alright enough rather still already
        also neither actually basically online internet come comes coming came across along away together whole own fact earth kinda
        """),
}

LIGHT = {
    "sv": listed("""
        använda använder använt göra gör jobba jobbar jobb hitta hittar se ser sett visa visar börja börjar sätta sätter
        satt lägga lägger lagt första nya ny nytt stor stort stora liten litet små bästa bäst bra dålig dåligt dåliga många
        mycket folk människa människor person personer gång gånger hjälp hjälpa hjälper rekommendera räcker räcka gillar
        tid tiden kunna prata pratar snacka snackar skicka skickar skriva skriver skrev skrivit två tre fyra fem tio
        gammal gammalt gamla hålla håller hållas komma kommer kom stå sitta sitter ligga ligger ta tar tog tagit ge ger
        gav få få låta låter vilja bör fixa fixar kolla kollar titta tittar tipsa tips sak saker sätt vis del dela delar
        lätt svårt enkelt kul rolig roligt viktig viktigt viktigast rätt lång långt länge kort snabbt fort dag dagar vecka år
        sida sidan plats ställe ställen ställa ställer känna känns heta heter kallas bestämma läsa läser leta letar
        hjälpa byta byter välja väljer ändra ändrar lösa hantera hanterar full fullt hög låg vanlig vanligt olika
        färdig klar särskilt speciellt speciell exempel världen land stad nog nära alla ord namn sorts slag mening
        vinna köpa köper kosta öppna öppen öppet stänga flytta lämna lämnar följa bli försöka försöker ringa ringer
        """),
    "en": listed("""
        use using used uses make making made makes do find found finding see sees seen show shows start starts put puts new big
        small best good better great bad worse worst many much people person persons guy guys time times help helps helped
        recommend recommended like likes look looks looking first last way ways two three four five one once twice give gives
        gave take takes took taken taking keep keeps try trying let set sets get run running talk talking tell tells told
        speak say word words mean means call calls called thing day days week weeks year years month long short quick
        fast easy hard nice cool fun old young right wrong real true full high low next same different special
        special idea ideas place places part point side end kind sort name names question problem problems matter
        want wish hope love hate feel care stay stays leave leaves move moved change changes turn bring send sends open opens
        close play playing pick choose handle deal react act add adds write writes wrote written read reads reading
        go going went show every each whole famous fancy outside inside publicly allowed leading lead leads count counts
        drop grab pay somebody another world home house money free
        """),
}
