"""Praise and answers that hide who speaks, and those that tell."""

from __future__ import annotations

from vigor.check.ownwords import OwnWords
from vigor.check.rule import Example, en, sv

_ACME = OwnWords(brands=("Grönbladet", "Northbrew"))

FLAGS: tuple[Example, ...] = (
    sv("Grönbladet är bäst, byt till dem i dag!", layer="employee", words=_ACME),
    sv("Kan varmt rekommendera Grönbladets nya app.", layer="employee", words=_ACME),
    sv("Som vanlig kund måste jag säga att Grönbladet gör rätt.", layer="employee", words=_ACME),
    sv("Har ni provat Northbrew? Så himla bra kaffe, köp!", layer="employee", words=_ACME),
    sv("Folk är orättvisa, Grönbladet har rätt i konflikten.", layer="employee", words=_ACME),
    sv("Köp våra nya skor i dag, tjugo procent rabatt!", layer="employee"),
    sv("Vi tittar på det i dag.", layer="logo", account_sender="Kundservice svarar, signera med förnamn", reply_to="Var är mitt paket?"),
    sv("Hej! Pengarna kommer på fredag.", layer="logo", signature="/förnamn", reply_to="När får jag pengarna?"),
    sv("Lagunbanken är fantastisk, testa!", layer="employee", account_sender="Sara, säljare på Lagunbanken"),
    en("Northbrew is the best, switch to them today!", layer="employee", words=_ACME),
    en("I can really recommend Northbrew’s new app.", layer="employee", words=_ACME),
    en("As a regular customer I have to say that Northbrew is right.", layer="employee", words=_ACME),
    en("Have you tried Northbrew yet? Amazing coffee.", layer="employee", words=_ACME),
    en("People are unfair, Northbrew is right in this row.", layer="employee", words=_ACME),
    en("Buy our new shoes today, 20% off!", layer="employee"),
    en("We’re looking into it today.", layer="logo", account_sender="Customer service answers, sign with first name", reply_to="Where is my parcel?"),
    en("Hi! The money will be there on Friday.", layer="logo", signature="/first name", reply_to="When do I get my money?"),
    en("Lagoonbank is fantastic, try it!", layer="employee", account_sender="Sara, sales at Lagoonbank"),
)  # fmt: skip
PASSES: tuple[Example, ...] = (
    sv("Vi på Grönbladet har byggt en ny app, testa den!", layer="employee", words=_ACME),
    sv("Jag jobbar på Grönbladet och älskar appen.", layer="employee", words=_ACME),
    sv("Grönbladet har öppet till sju i kväll.", layer="employee", words=_ACME),
    sv("Grönbladet är inte bäst på allt.", layer="employee", words=_ACME),
    sv("Grannbageriet är bäst, köp deras bullar!", layer="employee", words=_ACME),
    sv("Hos oss på Grönbladet får du tjugo procent rabatt.", layer="employee", words=_ACME),
    sv("Vi tittar på det i dag. /Sara", layer="logo", account_sender="Kundservice", reply_to="Var är mitt paket?"),
    sv("Hej! Pengarna kommer på fredag.\nMvh Erik", layer="logo", signature="/förnamn", reply_to="När får jag pengarna?"),
    sv("Hej, Noor här! Jag letar upp paketet.", layer="logo", account_sender="Kundservice", reply_to="Var är det?"),
    sv("Nu öppnar vi i Lund.", layer="logo", account_sender="Kundservice", words=_ACME),
    sv("Vi hälsar från kundtjänst: paketet är på väg.", layer="logo", account_sender="Kundservice", reply_to="Var?"),
    sv("Grönbladet är bäst!", layer="logo", words=_ACME),
    sv("Underbar höstdag i skogen.", layer="employee", words=_ACME),
    en("We at Northbrew built a new app, try it!", layer="employee", words=_ACME),
    en("I work at Northbrew and love the app.", layer="employee", words=_ACME),
    en("Northbrew is open until seven tonight.", layer="employee", words=_ACME),
    en("Northbrew isn’t the best at everything.", layer="employee", words=_ACME),
    en("The bakery next door is the best, buy their buns!", layer="employee", words=_ACME),
    en("With us at Northbrew you get 20% off.", layer="employee", words=_ACME),
    en("We’re looking into it today. /Sara", layer="logo", account_sender="Customer service", reply_to="Where is it?"),
    en("Hi! The money comes on Friday.\nBest regards, Erik", layer="logo", signature="/first name", reply_to="When?"),
    en("Hi, Noor here! I’ll find the parcel.", layer="logo", account_sender="Customer service", reply_to="Where?"),
    en("We’re opening in Leeds.", layer="logo", account_sender="Customer service", words=_ACME),
    en("The support team is on it, more before noon.", layer="logo", account_sender="Customer service", reply_to="When?"),
    en("Northbrew is the best!", layer="logo", words=_ACME),
    en("A wonderful autumn day in the woods.", layer="employee", words=_ACME),
)  # fmt: skip
