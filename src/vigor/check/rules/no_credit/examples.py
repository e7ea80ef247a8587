"""Somebody’s work with nobody named, and work that is credited, one’s own or no work at all."""

from __future__ import annotations

from vigor.check.rule import Example, en, sv

FLAGS: tuple[Example, ...] = (
    sv("Så fin bild! Hittad på nätet."),
    sv("Hittade den här underbara illustrationen på Pinterest, måste dela!"),
    sv("Veckans bild. Foto: Google"),
    sv("Den här dikten är inte min men den säger allt."),
    sv("Vet inte vem som tagit bilden, men wow."),
    sv("Snodde den här grafiken från nätet, den förklarar allt."),
    sv("Såg ett klipp i flödet, någonstans i flödet, och la upp det här."),
    sv("Repost för att det är så bra!"),
    sv("Fotograf okänd, men vilken morgon."),
    en("What a picture! Found online."),
    en("Found this wonderful illustration on Pinterest, had to share!"),
    en("Picture of the week. Photo: Google"),
    en("This poem is not mine but it says it all."),
    en("No idea who took the picture, but wow."),
    en("Nicked this graphic from the internet, it explains everything."),
    en("Credit to the owner!"),
    en("Repost because it is so good!"),
    en("Photographer unknown, but what a morning."),
)  # fmt: skip
PASSES: tuple[Example, ...] = (
    sv("Foto: Sara Lindgren, med lov."),
    sv("Hittade den här bilden på Pinterest, tecknad av Elsa Beskow."),
    sv("Repost från @sarafotar, så fin bild!"),
    sv("”Hittat på nätet” är ingen fotograf."),
    sv("Lånad bild? Fråga alltid först."),
    sv("Vi hittade felet på nätet och har lagat det."),
    sv("Hittade ett jobb på nätet, börjar på måndag!"),
    sv("Jag tog bilden själv i morse."),
    sv("Såg dig på mässan, så roligt!"),
    sv("Hela tråden: https://exempel.example/trad, vi såg den på nätet."),
    sv("Dikten är skriven av en elev i klass 5B, med tillstånd."),
    sv("Vi använder aldrig bilder från Google."),
    en("Photo: Sara Lindgren, with permission."),
    en("Found this picture on Pinterest, drawn by Beatrix Potter."),
    en("Repost from @saratakesphotos, what a picture!"),
    en("“Found online” isn’t a photographer."),
    en("A borrowed picture? Always ask first."),
    en("We found the problem online and mended it."),
    en("Found a job online, I start on Monday!"),
    en("I took the picture myself this morning."),
    en("Saw you at the fair, such fun!"),
    en("The whole thread: https://example.example/thread, we saw it online."),
    en("The poem was written by a pupil in class 5B, with permission."),
    en("We never use pictures from Google."),
)  # fmt: skip
