"""The table of problems: code → severity and, in each language, (what is wrong, how to mend it)."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    severity: Literal["error", "warning"]
    texts: dict[str, tuple[str, str]]


def _error(sv: tuple[str, str], en: tuple[str, str]) -> Entry:
    return Entry("error", {"sv": sv, "en": en})


def _warning(sv: tuple[str, str], en: tuple[str, str]) -> Entry:
    return Entry("warning", {"sv": sv, "en": en})


PROBLEMS: dict[str, Entry] = {
    "text-too-long": _error(
        (
            "Texten är {length} tecken lång. Vi läser högst {limit}.",
            "Dela upp den, eller kontrollera att det är rätt fil.",
        ),
        (
            "The text is {length} characters long. We read at most {limit}.",
            "Split it, or check that it is the right file.",
        ),
    ),
    "nothing-here": _error(
        ("Texten är tom.", "Skriv en rad, eller börja från vår startpolicy."),
        ("The text is empty.", "Write a line, or begin with our starter policy."),
    ),
    "control-character": _error(
        (
            "Här finns ett osynligt styrtecken, {character}. Det brukar betyda att filen inte är ren text.",
            "Ta bort tecknet, eller spara filen på nytt som text i UTF-8.",
        ),
        (
            "There is an invisible control character here, {character}. It often means that the file isn't plain text.",
            "Remove it, or save the file again as text in UTF-8.",
        ),
    ),
    "bidi-override": _error(
        (
            "Här finns tecknet {character}, som vänder läsriktningen så att texten kan se ut att säga något annat.",
            "Ta bort tecknet. Språk som läses från höger fungerar utan det.",
        ),
        (
            "The character {character} turns the reading direction here, so the text may seem to say something else.",
            "Remove it. Languages read from the right work without it.",
        ),
    ),
    "no-front-matter": _warning(
        (
            "Texten börjar inte med sina uppgifter: titel, språk och vad den kallas.",
            "Sätt dem allra först, mellan två rader med ---.",
        ),
        (
            "The text doesn't begin with its fields: title, language and what it is called.",
            "Put them at the very top, between two lines of ---.",
        ),
    ),
    "front-matter-unreadable": _error(
        (
            "Uppgifterna överst går inte att läsa ({reason}).",
            "Skriv en uppgift per rad, som ”title: Så gör vi”. Innehåller värdet kolon, sätt det inom citattecken.",
        ),
        (
            "The fields at the top can't be read ({reason}).",
            "Write one field a line, such as “title: How we do it”. Quote a value that holds a colon.",
        ),
    ),
    "field-twice": _error(
        ("Uppgiften {field} finns två gånger överst. Vi läser den första.", "Ta bort en av dem."),
        ("The field {field} stands twice at the top. We read the first.", "Remove one of them."),
    ),
    "title-missing": _error(
        ("Policyn har ingen titel.", "Skriv en rad överst, mellan raderna med ---: title: Så gör vi"),
        (
            "The policy has no title.",
            "Write a line at the top, between the lines of ---: title: How we do it",
        ),
    ),
    "language-missing": _error(
        ("Det framgår inte vilket språk texten är på.", "Skriv language: sv eller language: en överst."),
        ("The text doesn't say which language it is in.", "Write language: sv or language: en at the top."),
    ),
    "unknown-language": _error(
        ("Vi känner inte språket ”{language}”.", "Vi kan: {known}."),
        ("We don't know the language “{language}”.", "We know: {known}."),
    ),
    "duplicate-key": _error(
        (
            "Nyckeln {key} används redan på rad {first}.",
            "Ge den här punkten en egen nyckel, eller ta bort nyckeln så sätter vi en.",
        ),
        (
            "The key {key} is already used on line {first}.",
            "Give this point a key of its own, or remove it and we will set one.",
        ),
    ),
    "bad-key": _error(
        (
            "Nyckeln ”{key}” går inte att använda som adress.",
            "Använd a–z, 0–9 och bindestreck, börja med en bokstav, högst {limit} tecken.",
        ),
        (
            "The key “{key}” can't be used as an address.",
            "Use a–z, 0–9 and hyphens, begin with a letter, at most {limit} characters.",
        ),
    ),
    "reserved-key": _error(
        ("Nyckeln {key} är upptagen: den är en av våra egna sidor.", "Välj ett annat ord."),
        ("The key {key} is taken: it is one of our own pages.", "Choose another word."),
    ),
    "attributes-unreadable": _error(
        (
            "Vi kan inte läsa det som står mellan klamrarna här, så det blev kvar som text.",
            "Skriv det som {{#nyckel .klass namn=värde}}: en nyckel, varje namn en gång, citattecken om "
            "värdet har mellanslag, och en klammer på slutet.",
        ),
        (
            "We can't read what stands between the braces here, so it was left as text.",
            "Write it as {{#key .class name=value}}: one key, each name once, quotes around a value with "
            "spaces, and a brace at the end.",
        ),
    ),
    "unknown-attribute": _warning(
        (
            "Vi känner inte ”{name}” på den här sortens punkt. Vi låter det stå, men det gör ingenting.",
            "Kontrollera stavningen, eller ta bort det.",
        ),
        (
            "We don't know “{name}” on this kind of point. We leave it there, but it does nothing.",
            "Check the spelling, or remove it.",
        ),
    ),
    "not-a-point": _warning(
        (
            "Här står klamrar på något som varken är grundtanke, riktlinje eller fall, så de gör ingenting.",
            "Ett fall är en rubrik på nivå tre med shows= eller .case, en riktlinje en punkt i en lista direkt under sin rubrik.",
        ),
        (
            "There are braces here on something that is no principle, guideline or case, so they do nothing.",
            "A case is a level three heading with shows= or .case; a guideline is a bullet directly under its heading.",
        ),
    ),
    "audience-not-here": _error(
        (
            "Här står audience= på något som inte kan ha en egen läsekrets. Det skulle synas för alla.",
            "Flytta det till grundtanken, riktlinjen eller fallet, eller ta bort det.",
        ),
        (
            "Here is audience= on something that can't have readers of its own. Everyone would see it.",
            "Move it to the principle, guideline or case, or remove it.",
        ),
    ),
    "bad-audience": _error(
        (
            "Läsekretsen ”{value}” finns inte. Tills vidare räknas punkten som intern.",
            "Skriv audience=public eller audience=internal.",
        ),
        (
            "There is no audience “{value}”. Until it is mended the point counts as internal.",
            "Write audience=public or audience=internal.",
        ),
    ),
    "public-in-internal": _warning(
        (
            "Punkten säger audience=public men står under en intern rubrik, så den förblir intern.",
            "Flytta den till en öppen rubrik, eller ta bort audience=public.",
        ),
        (
            "The point says audience=public but stands under an internal heading, so it stays internal.",
            "Move it under a public heading, or remove audience=public.",
        ),
    ),
    "bad-force": _error(
        (
            "Styrkan ”{value}” finns inte.",
            "Skriv force=guide eller force=must, eller ta bort den: då vägleder punkten.",
        ),
        (
            "There is no force “{value}”.",
            "Write force=guide or force=must, or leave it out: then the point guides.",
        ),
    ),
    "bad-date": _error(
        ("”{value}” är inget datum vi förstår.", "Skriv det som trial-until=2027-03-01."),
        ("“{value}” is no date that we understand.", "Write it as trial-until=2027-03-01."),
    ),
    "bad-layer": _error(
        ("Lagret ”{value}” finns inte.", "Välj bland: {known}."),
        ("There is no layer “{value}”.", "Choose among: {known}."),
    ),
    "unknown-playbook": _error(
        ("Handledningar av sorten ”{value}” finns inte.", "Välj bland: {known}."),
        ("There is no playbook of the kind “{value}”.", "Choose among: {known}."),
    ),
    "unknown-check": _warning(
        ("Det finns ingen kontroll som heter {value}.", "Kontrollera stavningen, eller ta bort den."),
        ("There is no check called {value}.", "Check the spelling, or remove it."),
    ),
    "shows-unknown": _error(
        (
            "Fallet visar {key}, men ingen grundtanke eller riktlinje har den nyckeln.",
            "Rätta nyckeln i shows=, eller ta bort den.",
        ),
        (
            "The case shows {key}, but no principle or guideline has that key.",
            "Correct the key in shows=, or remove it.",
        ),
    ),
    "empty-point": _warning(
        ("Punkten har ingen text.", "Skriv vad vi gör, eller ta bort den."),
        ("The point has no text.", "Write what we do, or remove it."),
    ),
    "comment-open": _error(
        (
            "Här börjar en kommentar (<!--) som inte slutar i samma stycke, så fel saker kan synas eller döljas.",
            "Avsluta den med --> i samma stycke, eller låt <!-- stå först på en egen rad.",
        ),
        (
            "A comment (<!--) begins here that doesn't end in the same paragraph, so the wrong things may show or hide.",
            "End it with --> in the same paragraph, or let <!-- stand first on a line of its own.",
        ),
    ),
    "raw-html": _warning(
        (
            "Här finns HTML ({tag}). Vi visar den som text; den körs aldrig.",
            "Använd Markdown i stället: **fetstil**, [länk](https://…), en tom rad mellan stycken.",
        ),
        (
            "There is HTML here ({tag}). We show it as text; it is never run.",
            "Use Markdown instead: **bold**, [link](https://…), a blank line between paragraphs.",
        ),
    ),
    "translation-unknown-key": _error(
        (
            "Nyckeln {key} finns inte i originalet.",
            "Använd originalets nyckel, eller ta bort punkten om den inte finns kvar där.",
        ),
        (
            "The original has no key {key}.",
            "Use the original's key, or remove the point if it is gone there.",
        ),
    ),
    "translation-no-key": _error(
        ("Punkten har ingen nyckel, så vi vet inte vad den översätter.", "Ge den originalets nyckel."),
        ("The point has no key, so we can't tell what it translates.", "Give it the original's key."),
    ),
    "translation-missing": _warning(
        ("{key} är inte översatt (rad {original} i originalet).", "Lägg till en punkt med nyckeln {key}."),
        ("{key} isn't translated (line {original} of the original).", "Add a point with the key {key}."),
    ),
    "translation-kind": _error(
        (
            "{key} är {here} här men {there} i originalet.",
            "Låt den vara samma sorts punkt som i originalet.",
        ),
        ("{key} is a {here} here but a {there} in the original.", "Make it the same kind of point as there."),
    ),
    "translation-differs": _error(
        (
            "{key} har {name}={here} här men {name}={there} i originalet.",
            "Originalet avgör. Ändra det, eller ta bort {name} här.",
        ),
        (
            "{key} has {name}={here} here but {name}={there} in the original.",
            "The original decides. Change it, or remove {name} here.",
        ),
    ),
}
