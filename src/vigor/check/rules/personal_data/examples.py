"""What points at somebody, and what belongs to an organisation or to nobody."""

from __future__ import annotations

from vigor.check.rule import Example, en, sv

FLAGS: tuple[Example, ...] = (
    sv("Hej Karin! Vi ser att ditt personnummer är 640823-3234, stämmer det?"),
    sv("Samordningsnumret 701063-2391 finns redan hos oss."),
    sv("Ring Sara på 070-174 06 05 så löser det sig."),
    sv("Du når henne på 073 534 19 22 eller sara.exempelsson@firma.example."),
    sv("Hon bor på Lillågatan 4 B, 903 21 Umeå, så leveransen går dit."),
    sv("Betalningen från kort 4111 1111 1111 1111 gick inte igenom."),
    sv("Bilen med regnr KLM 42P har stått utanför i en vecka."),
    sv("Anna Lindmark är sjukskriven för utmattning, därför dröjer ansökan."),
    sv("Kunden Erik Lindmark har skulder hos kronofogden."),
    sv("Patienten Lisas cancer har kommit tillbaka, så operationen är flyttad."),
    en("Please confirm that 640823-3234 is your personal number."),
    en("You can reach Tom on +44 7911 123456 any time."),
    en("Her private e-mail is jane.placeholder@mail.example."),
    en("He lives at 14 Bramble Lane, so just knock."),
    en("Your card 5555 5555 5555 4444 was declined."),
    en("Karin Woods is on sick leave for burnout, that is why it takes time."),
    en("Our client Peter Woods is in debt and can’t pay."),
    en("Call me on (212) 555-0182 tonight."),
    en("The red car with plate AB12 CDE is his."),
)  # fmt: skip
PASSES: tuple[Example, ...] = (
    sv("Ordernummer 640823-3234 är på väg."),
    sv("Vårt organisationsnummer är 556677-8899."),
    sv("Ring växeln på 0771-23 45 67 så hjälper vi dig."),
    sv("Mejla press@firma.example så svarar vi i dag."),
    sv("Vid fara för liv: ring 112. Råd om vård: 1177."),
    sv("Betala till bankgiro 5050-1055 senast 2026-12-01."),
    sv("Version 10.2.301.4 släpptes 2026-03-14 klockan 09.30."),
    sv("Hyllan är 200 x 070 x 45 cm och kostar 1 299 000 kr, nej, 1 299 kr."),
    sv("Vi finns på Storgatan 12, 903 26 Umeå. Välkommen in!"),
    sv("Anna håller ett föredrag om cancer på torsdag."),
    sv("Personalen är sjuk, så vi stänger klockan tre."),
    sv("Artikel ABC 123 är tillbaka i lager."),
    sv("Erik är inte sjuk, han är på semester."),
    en("Order 640823-3234 has shipped."),
    en("Write to press@company.example and we’ll answer today."),
    en("In an emergency call 112 or 999."),
    en("Our switchboard is +46 771 23 45 67."),
    en("Version 10.2.301.4 came out on 2026-03-14 at 09:30."),
    en("The shelf is 200 x 70 x 45 cm and costs 1,299,000 won."),
    en("We’re at 14 Bramble Lane. Come by!"),
    en("Anna gives a talk about cancer on Thursday."),
    en("Invoice 4111 1111 1111 1111 is settled."),
    en("Item ABC 123 is back in stock."),
    en("Peter isn’t sick, he’s on holiday."),
    en("ISBN 978-91-0-012345-6, 412 pages."),
)  # fmt: skip
