"""What is there to be seen, and what helps."""

from __future__ import annotations

from vigor.check.rule import Example, en, sv

FLAGS: tuple[Example, ...] = (
    sv("Läs mer: https://bolaget.example/nytt och även https://bolaget.example/nytt"),
    sv("Allt står här: https://bolaget.example/sida?utm_source=x&utm_medium=social"),
    sv("Ny sko! #sko #skor #mode #stil #ny #fin #snygg #sverige #köp #look"),
    sv("Tagga en vän och dela inlägget så är du med!"),
    sv("https://bolaget.example/erbjudande", reply_to="Min vara är trasig, vad gör jag?"),
    sv("Kolla in vår nya kollektion på https://bolaget.example!", reply_to="Tåget är försenat igen, vad händer?"),
    sv("Vår metod är bättre för alla skolor i landet. Vår metod är bättre för alla skolor i landet."),
    sv("Kolla vad vi gör! @anna @bo @cia @dan @eva @fia"),
    en("Read more: https://firm.example/news and also https://firm.example/news"),
    en("It’s all here: https://firm.example/page?utm_source=x&utm_medium=social"),
    en("New shoe! #shoe #shoes #fashion #style #new #nice #cool #london #buy #look"),
    en("Tag a friend and share this post to be in!"),
    en("https://firm.example/offer", reply_to="My thing is broken, what do I do?"),
    en("Check out our new collection at https://firm.example!", reply_to="The train is late again, what happens?"),
    en("Our method is better for every school in the country. Our method is better for every school in the country."),
    en("Look at what we do! @ann @bob @cid @dan @eve @fay"),
    en("Great post! Check out my channel too."),
)  # fmt: skip
PASSES: tuple[Example, ...] = (
    sv("Läs mer här: https://bolaget.example/nytt"),
    sv("Rapporten: https://bolaget.example/rapport och bilagan: https://bolaget.example/bilaga"),
    sv("Två taggar räcker. #Hållbarhet #Skola"),
    sv("Bilder från i går. #sommar #sol #hav #bad #sand #vind #strand #glass #båt", platform="instagram"),
    sv("Tack @anna och @bo för i går!"),
    sv("Beklagar! Så här byter du varan: https://bolaget.example/byta", reply_to="Min vara är trasig, vad gör jag?"),
    sv("Tåget är försenat till tio. Läs mer: https://bolaget.example/tag", reply_to="Är tåget försenat?"),
    sv("Vi taggar aldrig en vän för att synas."),
    sv("Hela artikeln: https://tidning.example/a?id=42"),
    sv("Ja. Ja. Ja. Nu är det fredag."),
    sv("Vi svarar alla. Vi svarar i dag."),
    sv("Klicka på länken i mejlet för att bekräfta."),
    en("Read more here: https://firm.example/news"),
    en("The report: https://firm.example/report and its appendix: https://firm.example/appendix"),
    en("Two tags will do. #Sustainability #School"),
    en("Pictures from yesterday. #summer #sun #sea #swim #sand #wind #beach #ice #boat", platform="instagram"),
    en("Thanks @ann and @bob for yesterday!"),
    en("Sorry! This is how to exchange it: https://firm.example/swap", reply_to="My thing is broken, what do I do?"),
    en("The train is late until ten. Read more: https://firm.example/train", reply_to="Is the train late?"),
    en("We never tag a friend to be seen."),
    en("The whole article: https://paper.example/a?id=42"),
    en("Yes. Yes. Yes. It’s Friday."),
    en("We answer everyone. We answer today."),
    en("Click the link in the mail to confirm."),
)  # fmt: skip
