"""What was told in confidence, and what anybody may know."""

from __future__ import annotations

from vigor.check.ownwords import OwnWords
from vigor.check.rule import Example, en, sv

_WORDS = OwnWords(code_names=("Lagun", "Blå Falk", "Osprey"), internal_hosts=("kvarnen01", "buildhouse"))

FLAGS: tuple[Example, ...] = (
    sv("Snart är Lagun klart!", words=_WORDS),
    sv("Lagunprojektet är nästan i mål.", words=_WORDS),
    sv("Allt om Blå Falks nya motor.", words=_WORDS),
    sv("Wifi på kontoret: lösenordet är Sommar2031!"),
    sv("Portkoden är 4471, kom in bara."),
    sv("Logga in på 192.168.40.12 och hämta bilderna."),
    sv("Filen ligger på \\\\server04\\gemensam\\bilder."),
    sv("Det är ännu inte offentligt, men vi öppnar i Lund."),
    sv("Siffrorna släpps inte förrän på torsdag: 412 miljoner."),
    sv("Vi landar på 18 procent, ni hörde det här innan rapporten."),
    sv("Se planen på wiki.bolaget.internal/nysatsning."),
    sv("Det här är bara för internt bruk, men kolla vad fint!"),
    en("Osprey will be wonderful.", words=_WORDS),
    en("Osprey’s new colour is out of this world.", words=_WORDS),
    en("The guest wifi password is Tulip-4421"),
    en("Use AKIAABCDEFGHIJKLMNOP for the upload."),
    en("Our api key: 9f8a7b6c5d4e3f2a"),
    en("The dashboard is at http://grafana.office.local/d/12."),
    en("It hasn’t been announced, but we’re opening in Leeds."),
    en("We made 41 million, you heard it here before the report."),
    en("This is strictly confidential, but look at the new model!"),
    en("The file lies on smb://files02/common/pictures."),
    en("postgres://admin:hunter22x@db.example.com/main"),
    en("Just run it on buildhouse.", words=_WORDS),
)  # fmt: skip
PASSES: tuple[Example, ...] = (
    sv("Vi badade i en lagun på semestern."),
    sv("Lagunen i Venedig är vacker.", words=OwnWords(code_names=("Osprey",))),
    sv("Byt lösenord ofta, och dela det aldrig."),
    sv("Ditt lösenord ska ha minst 12 tecken."),
    sv("Glömt lösenordet? Klicka på länken."),
    sv("Vi ber aldrig om ditt lösenord eller din pinkod."),
    sv("Routern hemma har nästan alltid adressen 192.168.1.1."),
    sv("Nu är delårsrapporten ute: 412 miljoner i omsättning."),
    sv("EU:s embargo mot Ryssland förlängs."),
    sv("Biljetterna släpps på fredag klockan tio."),
    sv("Läs vidare på sv.wikipedia.org/wiki/Lagun."),
    sv("Koden för rabatten hittar du i nyhetsbrevet."),
    sv("Version 10.0.3.1 är här."),
    en("We swam in a lagoon."),
    en("An osprey nests by the lake."),
    en("Change your password often, and never share it."),
    en("Your password needs at least 12 characters."),
    en("Forgot your password? Use the link."),
    en("Our router uses 192.168.1.1 by default."),
    en("The report is out: we made 41 million."),
    en("The arms embargo against the country was extended."),
    en("Tickets are released on Friday at ten."),
    en("Read more at en.wikipedia.org/wiki/Osprey."),
    en("We’ve announced it at last: the new model is here."),
    en("The pin on the map shows where we are."),
    en("Version 10.0.3.1 is out."),
)  # fmt: skip
