"""Why an address wasn't fetched, in words for whoever typed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class Refused(Exception):
    """An address wasn't fetched, or gave nothing to use.

    `kind` is one of SAYINGS' keys; a reader of profiles adds its own kinds in a subclass.
    """

    SAYINGS: ClassVar[Mapping[str, tuple[str, str]]] = {
        "address": (
            "Vi förstår inte det där som en webbadress. Den ska börja med https:// och vara skriven som i webbläsaren.",
            "We can’t read that as a web address. It should begin with https:// and be written as in the browser.",
        ),
        "scheme": (
            "Vi hämtar bara adresser som börjar med https:// eller http://.",
            "We fetch only addresses that begin with https:// or http://.",
        ),
        "user-info": (
            "Ta bort namnet eller lösenordet framför @ i adressen, så läser vi sidan som alla ser den.",
            "Take away the name or password before @ in the address, and we’ll read the page as everybody sees it.",
        ),
        "port": (
            "Adressen pekar på en port där webbsidor inte brukar finnas, så vi låter den vara.",
            "The address points at a port where web pages don’t live, so we leave it alone.",
        ),
        "private": (
            "Adressen leder till ett internt nät och inte ut på internet, så vi låter den vara.",
            "The address leads into an internal network and not out on the internet, so we leave it alone.",
        ),
        "name": (
            "Vi hittar ingen server med det namnet. Är adressen rätt stavad?",
            "We find no server of that name. Is the address spelled right?",
        ),
        "unreachable": (
            "Servern svarar inte, eller har inget giltigt certifikat. Vi försöker gärna igen senare.",
            "The server doesn’t answer, or has no valid certificate. We can try again later.",
        ),
        "slow": (
            "Servern svarade för långsamt. Vi försöker gärna igen senare.",
            "The server answered too slowly. We can try again later.",
        ),
        "large": (
            "Sidan är för stor för att vi ska läsa den.",
            "The page is too large for us to read.",
        ),
        "redirects": (
            "Adressen skickar vidare för många gånger, eller till något osäkrare. Pröva den adress där sidan till slut öppnas.",
            "The address sends us on too many times, or to something less safe. Try the address where the page opens at last.",
        ),
        "type": (
            "Där finns ingen sida som vi kan läsa: det är en bild, en fil eller något annat.",
            "There is no page there that we can read: it’s a picture, a file or something else.",
        ),
        "garbled": (
            "Svaret därifrån gick inte att läsa.",
            "The answer from there couldn’t be read.",
        ),
    }
    # What may well go better another time.
    PASSING: ClassVar[frozenset[str]] = frozenset({"name", "unreachable", "slow", "garbled"})

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def is_passing(self) -> bool:
        """May the same address go better in a while?"""
        return self.kind in self.PASSING

    def say(self, language: str) -> str:
        """Why, in "sv" or else in English."""
        swedish, english = self.SAYINGS[self.kind]
        return swedish if language == "sv" else english
