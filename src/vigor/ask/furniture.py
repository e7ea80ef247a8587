"""Words that build a question without saying what it is about, and words that say only little."""

from __future__ import annotations

FURNITURE = {
    "sv": frozenset(
        """
        undra undrar veta vet fråga frågar hej tack snälla tänka tänker tänkte tro tror behöva behöver behövs okej
        lov lovligt funka funkar fungera fungerar hända händer ok gäller egentligen liksom ens
        finns står säger säga policyn policy riktlinjerna reglerna regler annars
        """.split()
    ),
    "en": frozenset(
        """
        wonder wondering know ask asking hi hello thanks please supposed suppose think thinking sure
        happen happens says say policy guidelines rules guideline rule does work works gonna wanna ever
        """.split()
    ),
}

LIGHT = {
    "sv": frozenset(
        """
        använda använder göra jobba jobbar hitta hittar se ser visa visar börja sätta sätter lägga lägger första nya ny stor stort
        liten bästa många folk människor personer någon gång hjälp hjälpa rekommendera rekommenderar räcker räcka gillar
        tid kunna prata skicka skriva skriver två tre en
        """.split()
    ),
    "en": frozenset(
        """
        use using used make making do find see show start put new big small best good better many people person someone
        anyone somebody time help recommend recommended like look first last way ways two three one give take keep try
        """.split()
    ),
}
