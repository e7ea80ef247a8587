"""Verbs that open a sentence which tells somebody what to do, Swedish and English; by hand, like `words`."""

from __future__ import annotations

from vigor.language.words import listed

IMPERATIVES_EN = listed(
    """
    accept acknowledge act add address adhere admit adopt agree aim align allow amplify answer apologise apologize
    apply ask assess assign assume attach avoid balance be become begin block bookmark bring build call capitalize
    capitalise care carry celebrate change check choose cite clarify clearly close coach comply communicate connect
    consider consult contact contribute control coordinate correct create credit cross-check de-escalate deal decide
    declare delete demonstrate describe develop direct disclose discuss display distinguish do document don't don’t
    double-check draft edit educate emphasise emphasize employ empower encourage engage enable enjoy ensure escalate
    establish evaluate exercise explain explore express feel find fix flag focus follow get give go greet handle have
    help hide highlight honor honour identify ignore include inform interact introduce investigate invite involve join
    keep know lead learn leave let like limit link list listen log look maintain make manage mark mention minimise
    minimize moderate monitor mute never note notify obey obtain offer only open own participate pay pick plan play
    please post practice practise prepare present preserve proofread protect prove provide publish put quote raise
    reach react read recognise recognize record refer reflect refrain refuse register reject remain remember remind
    remove reply report represent request require research resist resolve respect respond restrict retain review reuse
    run safeguard save say schedule search secure see seek select send separate serve set share show sign solve source
    speak spell stand start state stay stick stop strive submit suggest supply support tag take talk tell test thank
    think track train translate treat trust try turn understand unfollow update upload use verify wait warn watch
    welcome work write always
    forget forward guess hand lend lock omit pass pause pin promise quit reassure reconsider rely rename repeat retract rewrite
    ring sell skip soften spare swap switch teach tease tolerate undo unpublish wear withdraw withhold
    """
)
IMPERATIVES_SV = listed(
    """
    acceptera agera aktivera använd anpassa anmäl ange ansvara ansök anta arbeta avsluta avstå avsätt be bedöm behandla
    behåll bekräfta bekanta beskriv bemöt berätta besvara beställ betala bevara bevaka bidra bjud blanda blockera bryt
    bygg byt börja dela delta diskutera dokumentera dra driv dölj ersätt fatta finns fokusera fortsätt fråga fundera
    fyll följ föreslå förklara förbered försök förtydliga försäkra få ge genomför gilla glöm godkänn gör gå gärna ha
    hantera hjälp håll hänvisa hör identifiera ignorera informera inkludera inled insamla inspirera involvera justera kom
    kommentera kommunicera kolla kontakta kontrollera korrekturläs koppla korrigera krav kräv källgranska känn kör lagra
    leta led lita lyft lyssna lägg lämna länka lär läs lös markera meddela minns moderera motivera notera nämn publicera
    ordna planera posta prata presentera prioritera prova radera rapportera reagera redigera registrera respektera ring
    rådfråga rådgör rätta sammanfatta samarbeta samla samordna samråd se sekretessbelägg signera skaffa skapa skicka
    skilj skriv skydda sluta sprid spara stanna starta stoppa strunta stå stäm stäng stärk stöd svara säg sätt säkerställ
    sök ta tag tacka tala tagga testa tillgängliggör tipsa tolka tro träna tydliggör tänk undersök undvik uppdatera
    uppmana uppmuntra uppmärksamma uppträd utbilda utgå utse utred utvärdera var varna verifiera verka visa visualisera
    vårda välj välkomna vänd vänta våga ändra äg översätt överväg överlåt inte alltid aldrig
    bråka döm filma fotografera gissa göm hetsa hota hälsa håna kalla ljug lova lura låna låt namnge pausa peka provocera
    pröva retas skoja skyll skämta skäll spekulera sälj tjata tveka undanhåll vidarebefordra återkom återkoppla överdriv
    """
)
IMPERATIVES = IMPERATIVES_EN | IMPERATIVES_SV
