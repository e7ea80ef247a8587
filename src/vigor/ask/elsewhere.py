"""Words that people ask a handbook, a shop or the front desk about, and a policy on communication seldom.

A question about parking is not for such a policy, unless the text does speak of parking. So a word of these
that a text lacks is nearly proof that it doesn't answer, and only the word itself or a synonym will do: that
"work phone" shares a half with "phone number" is no answer. Written by hand, topic by topic, in base forms.
"""

from __future__ import annotations

from vigor.language.words import listed

ELSEWHERE = {
    "sv": listed("""
        lön löner lönen löneförhöjning lönesamtal lönespec lönespecifikation provision bonus timlön tjäna
        arvode semester semesterdag ledig föräldraledig föräldraledighet föräldrapenning tjänstledig
        sjukanmälan sjukanmäla sjukskriva sjukskriven sjukskrivning sjuklön karensdag vab vabba pension
        tjänstepension försäkring övertid flextid komptid arbetstid arbetsschema skift jour hemifrån
        distans distansarbete hemarbete befordran befordra utvecklingssamtal jubileum anställa uppsägning
        uppsägningstid provanställning anställningsavtal anställningsintervju arbetsintervju cv
        praktikplats praktik sommarjobb extrajobb bisyssla skyddsombud rehabilitering friskvård
        friskvårdsbidrag massage gym företagshälsovård vaccin parkering parkera parkeringsplats garage
        tjänstebil bil cykel buss tåg flyg flygbiljett tjänsteresa reseräkning traktamente milersättning
        bensin hotell hotellrum körkort trafik utlägg kvitto firmakort företagskort kreditkort hyra
        hyresavtal faktura fakturera moms skatt skattesats deklaration bokföring budget inköp köpa sälja
        frakt retur reklamera garanti rabatt pris kosta kostar kostnad kostnader avgift medlemsavgift
        leverans leverera beställa beställning prislista lager böter vite betala betalning swish
        återbetalning bankkonto autogiro bidrag stipendium kaffe kaffemaskin kök köket lunch lunchrum mat
        matlåda frukost middag fika öl alkohol vin dricka restaurang recept allergi julklapp julbord
        julfest kickoff personalfest möbel skrivbord stol dator laptop datorn bärbar skärm jobbmobil
        tjänstemobil tjänstetelefon telefonabonnemang abonnemang skrivare utskrift wifi nätverkskabel vpn
        mikrofon drönare usb laddare programlicens installera uppdatering hårddisk nyckel nyckelkort
        passerkort larm larmkod portkod lås garderob skåp omklädningsrum dusch toalett städa städning brand
        brandövning utrymning hiss mötesrum konferensrum boka bokning öppettid öppettider låna utlåning
        klädkod arbetskläder uniform tröja skor dress rökning röka snus snusa hund hundar katt husdjur
        barnvagn förskola tenta omtenta kursplan betyg prov läxa föreläsning antagning examen lektion
        bibliotek sopor sophämtning soptunna snöröjning bygglov vatten värme el elräkning bredband väder
        fotboll matchtid träning träningstid domare cup serie tabell medlemskap årsmöte bostad lägenhet
        flytta kö vårdcentral läkare tandläkare sjukhus postadress telefonväxel karta visum pass intyg
        legitimation födelsedag bröllop begravning typsnitt teckensnitt ansökan kandidat
        """),
    "en": listed("""
        salary salaries wage wages bonus commission payslip payroll raise promotion earn vacation holiday
        pto leave parental maternity paternity sick sickness pension retirement insurance healthcare dental
        doctor overtime flextime timesheet shift rota remote remotely telework telecommute hybrid commute
        internship intern hire hiring interview resume cv appraisal probation severance termination parking
        park garage car bike bus train flight fly plane ticket tickets hotel travel trip mileage fuel
        license licence visa passport expense expenses reimbursement reimburse receipt receipts invoice
        invoices vat tax taxes accounting budget purchase purchasing buy sell delivery shipping refund
        warranty price prices cost costs fee fees fine fines penalty discount payment bank rent lease loan
        borrow lend grant scholarship stipend coffee kitchen lunch canteen food snack snacks beer alcohol
        wine drink drinks breakfast dinner restaurant recipe menu allergy gym fitness massage wellbeing
        furniture desk chair laptop computer keyboard monitor charger handset printer wifi vpn install
        microphone drone usb badge keycard alarm lock locker booking shower toilet cleaning elevator
        uniform clothes dress shoes shirt jersey smoking smoke vaping fire evacuation drill dog dogs cat
        pet pets child childcare tuition exam resit lecture grade grades homework admission enrol degree
        library rubbish bin bins snow water heating electricity broadband weather football referee league
        fixture membership apartment housing hospital dentist surgery jury relocation anniversary christmas
        birthday wedding typeface font opening warehouse stock supplier store raspberry upgrade crash sync
        backup changelog
        """),
}
"""Base forms, per language."""
