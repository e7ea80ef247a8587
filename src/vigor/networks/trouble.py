"""Why something is no address of an account, said kindly in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.networks.table import networks

TEXTS: dict[str, dict[str, str]] = {
    "empty": {
        "sv": "Här står ingenting än. Klistra in kontots adress.",
        "en": "There is nothing here yet. Paste the account’s address.",
    },
    "long": {
        "sv": "Adressen är för lång. Ett kontos adress ryms på en rad.",
        "en": "The address is too long. An account’s address fits on a line.",
    },
    "control": {
        "sv": "I adressen står radbrytningar eller andra styrtecken. Kopiera den en gång till.",
        "en": "There are line breaks or other control characters in the address. Copy it once more.",
    },
    "invisible": {
        "sv": "I adressen står tecken som inte syns. Skriv av den i stället för att klistra in.",
        "en": "There are characters in the address that can’t be seen. Type it instead of pasting.",
    },
    "spaces": {
        "sv": "Här står mer än en adress. Klistra in bara adressen.",
        "en": "There is more here than an address. Paste the address alone.",
    },
    "scheme": {
        "sv": "Ett kontos adress börjar med https://. Den här börjar med något annat.",
        "en": "An account’s address begins with https://. This one begins with something else.",
    },
    "user-info": {
        "sv": "Se upp: adressen leder till {about}. Det som står före @ bara ser ut som en adress.",
        "en": "Beware: this address leads to {about}. What stands before the @ only looks like an address.",
    },
    "port": {
        "sv": "Efter {about} står ett portnummer. Ett kontos adress har inget.",
        "en": "There is a port number after {about}. An account’s address has none.",
    },
    "ip": {
        "sv": "Adressen är ett nummer i stället för ett namn. Ett konto finns på en plats med namn.",
        "en": "The address is a number where there should be a name. An account has a place with a name.",
    },
    "host": {
        "sv": "”{about}” är ingen adress ute på webben. Stämmer stavningen?",
        "en": "“{about}” is no address out on the web. Is it spelled right?",
    },
    "disguised": {
        "sv": "Delar av adressen är omskrivna (\\, .. eller %-tecken), så att det inte syns vart den leder.",
        "en": "Parts of the address are disguised (\\, .. or % signs), so that one can’t see where it leads.",
    },
    "mail": {
        "sv": "Det här är en e-postadress. Klistra in kontots adress.",
        "en": "This is an e-mail address. Paste the account’s address.",
    },
    "network": {
        "sv": "Ett namn finns på många nätverk. Säg vilket, eller klistra in hela adressen.",
        "en": "A name can be on many networks. Say which, or paste the whole address.",
    },
    "server": {
        "sv": "Till ett namn på {network} hör servern: @namn@server.",
        "en": "A name on {network} comes with its server: @name@server.",
    },
    "post": {
        "sv": "Det här är ett inlägg på {network}, inte ett konto. Öppna det, tryck på namnet och kopiera adressen dit.",
        "en": "This is a post on {network}, not an account. Open it, press the name and copy the address there.",
    },
    "short": {
        "sv": "Länken är förkortad ({about}) och visar inte vart den leder. Öppna den och kopiera adressen du kommer till.",
        "en": "The link is shortened ({about}) and doesn’t show where it leads. Open it and copy the address you come to.",
    },
    "no-account": {
        "sv": "Adressen leder till {network}, men inte till ett konto där.",
        "en": "The address leads to {network}, but not to an account there.",
    },
    "name": {
        "sv": "Så kan inget konto på {network} heta. Där är ett namn {rule}.",
        "en": "No account on {network} can be called that. A name there is {rule}.",
    },
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text is no address of an account. `network` is a key of the table, `about` a part of what was written."""

    kind: str
    network: str = ""
    about: str = ""

    def say(self, language: str) -> str:
        """It in "sv" or "en" (any other language gets English)."""
        texts = TEXTS[self.kind]
        network = networks().get(self.network)
        language = language if language in texts else "en"
        return texts[language].format(
            network=network.name(language) if network else "",
            rule=network.rule[language] if network else "",
            about=self.about,
        )
