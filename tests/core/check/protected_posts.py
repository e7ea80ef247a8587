"""Posts whose speech the law protects, and posts that only look like it. All are invented."""

from __future__ import annotations

from typing import NamedTuple

from vigor.check import Context, OwnWords

WORDS = OwnWords(brands=("Solhamn",), competitors=("Strömbolia",), partners=("Fraktina",))


class Case(NamedTuple):
    language: str
    layer: str
    text: str


PROTECTED = (
    Case("sv", "employee", "Min chef lyssnar aldrig på oss. Det är skamligt."),
    Case("sv", "employee", "Ledningen är inkompetent och bryr sig inte om dem som jobbar på golvet."),
    Case("sv", "employee", "Vi är underbemannade på min arbetsplats igen, och ingen gör något."),
    Case("sv", "", "Min arbetsgivare struntar i arbetsmiljön. Vi är slutkörda allihop."),
    Case("sv", "employee", "Cheferna hos oss är idioter som sparar på fel saker."),
    Case("sv", "employee", "Nu strejkar vi. Facket har fått nog av låga löner!"),
    Case("sv", "employee", "Gå med i facket, annars kör de över oss varje gång."),
    Case("sv", "", "Vårt skyddsombud stoppade arbetet i dag, och det var på tiden."),
    Case("sv", "employee", "Inget kollektivavtal, ingen respekt. Skäms, ledningen!"),
    Case("sv", "employee", "Jag har tipsat tidningen om hur vi behandlas."),
    Case("sv", "", "Jag slog larm om missförhållanden på jobbet och står för det."),
    Case("sv", "employee", "Som anställd här vill jag säga att tystnadskulturen är giftig."),
    Case("sv", "employee", "Solhamn bryter mot reglerna om övertid, och det är ohållbart."),
    Case("sv", "employee", "Omorganisationen på jobbet är vansinne. Fantastiskt genomtänkt, som vanligt 🙄"),
    Case("en", "employee", "My boss never listens to us. It's shameful."),
    Case("en", "employee", "Management is incompetent and doesn't care about those of us who do the work."),
    Case("en", "employee", "We're understaffed at my workplace again, and nobody does anything."),
    Case("en", "", "My employer ignores the working conditions. We're all exhausted."),
    Case("en", "employee", "The managers at my job are idiots who save money in all the wrong places."),
    Case("en", "employee", "We're on strike. The union has had enough of low wages!"),
    Case("en", "employee", "Join the union, or they'll walk all over us every time."),
    Case("en", "", "Our safety rep stopped the work today, and about time too."),
    Case("en", "employee", "No collective agreement, no respect. Shame on management!"),
    Case("en", "employee", "I tipped off the press about how we are treated."),
    Case("en", "", "I blew the whistle on what goes on at work and I stand by it."),
    Case("en", "employee", "As an employee here I can tell you that the culture of silence is toxic."),
    Case("en", "employee", "Solhamn breaks the law on overtime, and it's unsustainable."),
    Case("en", "employee", "The reorganisation at my job is madness. Brilliantly thought out, as usual 🙄"),
)

NOT_PROTECTED = (
    Case("sv", "logo", "Ledningen är inkompetent och lyssnar inte."),
    Case("sv", "spokesperson", "Facket är löjligt och deras strejk är ett skämt."),
    Case("sv", "employee", "Strömbolias chefer är inkompetenta och behandlar folk illa."),
    Case("sv", "employee", "Arbetsmiljön hos Strömbolia är vidrig."),
    Case("sv", "employee", "Våra kunder är idioter."),
    Case("sv", "employee", "Min kollega är hopplös på Excel."),
    Case("sv", "employee", "Fraktina är rena skämtet, de tappar allt."),
    Case("sv", "employee", "Du är ju dum i huvudet."),
    Case("sv", "employee", "Min chef bjöd på tårta i dag. Tack!"),
    Case("sv", "employee", "Vi söker en ny kollega som gillar fackspråk och långa texter."),
    Case("sv", "employee", "Läs vårt pressmeddelande om den nya butiken."),
    Case("sv", "", "Regeringen ljuger om allt."),
    Case("sv", "logo", "Vi har tipsat tidningen om öppningen."),
    Case("sv", "employee", "Bussbolaget är kasst, försenat igen."),
    Case("en", "logo", "Management is incompetent and never listens."),
    Case("en", "spokesperson", "The union is ridiculous and its strike is a joke."),
    Case("en", "employee", "Strömbolia's managers are incompetent and treat people badly."),
    Case("en", "employee", "The working conditions at Strömbolia are disgusting."),
    Case("en", "employee", "Our customers are idiots."),
    Case("en", "employee", "My colleague is hopeless with spreadsheets."),
    Case("en", "employee", "Fraktina is a joke, they drop everything."),
    Case("en", "employee", "You are pathetic, honestly."),
    Case("en", "employee", "My boss brought cake today. Thank you!"),
    Case("en", "employee", "We need to strike a balance between speed and care."),
    Case("en", "employee", "Read our press release about the new shop."),
    Case("en", "", "The government lies about everything."),
    Case("en", "logo", "We spoke to a journalist about the opening."),
    Case("en", "employee", "The bus company is terrible, late again."),
)


def context(case: Case) -> Context:
    return Context(layer=case.layer, words=WORDS)  # type: ignore[arg-type]
