"""Words of the conversion for people: what it was unsure of, and why something can't be read."""

from __future__ import annotations

UNSURE: dict[str, dict[str, str]] = {
    "todo": {
        "sv": "Det här ser ut som något som aldrig blev klart. Vi lät det stå.",
        "en": "This looks like something that was never finished. We let it stand.",
    },
    "title": {
        "sv": "Texten har ingen titel som vi känner igen. Vi tog den här.",
        "en": "The text has no title that we recognise. We took this one.",
    },
    "language": {
        "sv": "Vi kunde inte avgöra vilket språk texten är på, och gissade.",
        "en": "We couldn't tell which language the text is in, and guessed.",
    },
    "headings": {
        "sv": "Rubrikerna hoppar över nivåer eller är blandade. Vi satte dem i den ordning som numren och djupet säger.",
        "en": "The headings skip or mix levels. We put them in the order that their numbers and depth tell.",
    },
    "empty-heading": {
        "sv": "Här stod en rubrik utan ord. Vi tog bort den.",
        "en": "A heading without words stood here. We took it away.",
    },
    "guessed-heading": {
        "sv": "Det här såg ut som en rubrik, utan att vara märkt som en.",
        "en": "This looked like a heading, without being marked as one.",
    },
    "split": {
        "sv": "Vi delade löpande text i riktlinjer, en för varje sak som gäller. Läs om delningen blev rätt.",
        "en": "We parted running text into guidelines, one for each thing that goes. See if it was parted rightly.",
    },
    "lead": {
        "sv": "Punkten betyder något bara tillsammans med sin rubrik. Vi satte rubrikens ord först i den.",
        "en": "The point only makes sense with its heading. We put the heading's words first in it.",
    },
    "hung": {
        "sv": "Punkterna fortsätter meningen före dem. Vi gjorde en enda riktlinje av alltihop.",
        "en": "The items go on with the sentence before them. We made one single guideline of it all.",
    },
    "shows": {
        "sv": "Vi tror att fallet visar den här riktlinjen. Gör det inte det, ändra shows=.",
        "en": "We think that the case shows this guideline. If it doesn't, change shows=.",
    },
    "case": {
        "sv": "Vi tog det här för ett fall. Säg vad vi gör i det, och vilken riktlinje det visar.",
        "en": "We took this for a case. Say what we do in it, and which guideline it shows.",
    },
    "playbook": {
        "sv": "Vi tog det här för en handledning. Är det inte det, ta bort kind=.",
        "en": "We took this for a playbook. If it isn't, remove kind=.",
    },
    "frame": {
        "sv": "Vi tog det här för en ram (lag, sekretess, godkännande). Är det inte det, ta bort .frame.",
        "en": "We took this for a frame (law, confidentiality, approval). If it isn't, remove .frame.",
    },
    "no-points": {
        "sv": "Vi hittade ingenting som säger hur ni gör, så det finns inga riktlinjer än.",
        "en": "We found nothing that says how you do it, so there are no guidelines yet.",
    },
    "no-sections": {
        "sv": "Texten har inga rubriker. Allt som inte är inledning står under en enda.",
        "en": "The text has no headings. All that is no opening stands under a single one.",
    },
    "aside": {
        "sv": "Det här står utanför texten i originalet (fotnoter, sidhuvud, runt sidan). Vi la det sist.",
        "en": "This stands outside the text in the original (notes, headers, around the page). We put it last.",
    },
    "template": {
        "sv": "Det här är en kod som en webbplats byter ut. Vi tog bort koden; orden runt den är kvar.",
        "en": "This is a code that a website fills in. We took the code away; the words around it are still here.",
    },
    "template-kept": {
        "sv": "Det här är en kod som en webbplats byter mot ett ord. Skriv ordet i stället.",
        "en": "This is a code that a website swaps for a word. Write the word instead.",
    },
    "comment": {
        "sv": "En dold kommentar följde med. Läsare ser den inte, men den står kvar i texten.",
        "en": "A hidden comment came along. Readers don't see it, but it is still in the text.",
    },
    "fields": {
        "sv": "Uppgifterna överst gick inte att läsa. Vi la dem i inledningen som de stod.",
        "en": "The fields at the top couldn't be read. We put them into the opening as they stood.",
    },
    "repeated": {
        "sv": "Det här upprepades på sidorna (sidhuvud eller sidfot). Vi behöll det en gång, sist.",
        "en": "This was repeated on the pages (header or footer). We kept it once, last.",
    },
    "columns": {
        "sv": "Sidan har spalter. Vi läste dem en i taget; kontrollera ordningen.",
        "en": "The page has columns. We read them one by one; check the order.",
    },
    "hyphen": {
        "sv": "Ett ord var delat vid radslutet. Vi satte ihop det.",
        "en": "A word was parted at the end of a line. We joined it.",
    },
    "hidden-characters": {
        "sv": "Osynliga styrtecken togs bort.",
        "en": "Invisible control characters were taken away.",
    },
    "link": {
        "sv": "Länken ledde till en fil bredvid den gamla texten. Orden är kvar, adressen togs bort.",
        "en": "The link led to a file beside the old text. The words are still here, the address is gone.",
    },
    "included": {
        "sv": "Texten hämtar in en annan fil här. Den följde inte med.",
        "en": "The text brings in another file here. It didn't come along.",
    },
    "attributes": {
        "sv": "Här stod klamrar som kunde tas för våra. Vi lät dem vara vanlig text.",
        "en": "There were braces here that could be taken for ours. We let them be ordinary text.",
    },
}

UNREADABLE: dict[str, dict[str, str]] = {
    "empty": {
        "sv": "det finns ingen text att läsa",
        "en": "there is no text to read",
    },
    "scanned": {
        "sv": "det finns ingen text att läsa, bara bilder. Är den inskannad? Låt ett program tolka texten först",
        "en": "there is no text to read, only pictures. Is it scanned? Let a program recognise the text first",
    },
    "binary": {
        "sv": "det här är ingen text, och inget slags dokument som vi kan läsa. "
        "Spara det som Word (.docx), PDF, HTML, Markdown eller ren text",
        "en": "this is no text, nor a kind of document that we can read. "
        "Save it as Word (.docx), PDF, HTML, Markdown or plain text",
    },
    "old-word": {
        "sv": "det här är det gamla Word-formatet (.doc), eller ett dokument med lösenord. "
        "Öppna det och spara som .docx utan lösenord",
        "en": "this is the old Word format (.doc), or a document with a password. "
        "Open it and save it as .docx without a password",
    },
    "encrypted": {
        "sv": "dokumentet är skyddat med lösenord. Spara en kopia utan lösenord",
        "en": "the document is protected by a password. Save a copy without it",
    },
    "broken": {
        "sv": "dokumentet är trasigt eller ofullständigt ({kind}). Öppna det och spara det på nytt",
        "en": "the document is damaged or incomplete ({kind}). Open it and save it again",
    },
    "too-large": {
        "sv": "filen är {size} MB. Vi läser högst {limit} MB",
        "en": "the file is {size} MB. We read at most {limit} MB",
    },
    "too-long": {
        "sv": "texten är {length} tecken lång. Vi läser högst {limit}. Är det rätt fil?",
        "en": "the text is {length} characters long. We read at most {limit}. Is it the right file?",
    },
    "too-many-blocks": {
        "sv": "texten har fler än {limit} stycken. Ta ut den del som är policyn",
        "en": "the text has more than {limit} paragraphs. Take out the part that is the policy",
    },
    "too-many-pages": {
        "sv": "dokumentet har fler än {limit} sidor. Ta ut den del som är policyn",
        "en": "the document has more than {limit} pages. Take out the part that is the policy",
    },
    "bomb": {
        "sv": "filen packas upp till mer än {limit} MB. Det gör inget vanligt dokument, så vi läser den inte",
        "en": "the file unpacks to more than {limit} MB. No ordinary document does, so we don't read it",
    },
    "too-slow": {
        "sv": "dokumentet tog mer än {seconds} sekunder att läsa, så vi slutade. "
        "Spara det som text, eller ta ut den del som är policyn",
        "en": "the document took more than {seconds} seconds to read, so we stopped. "
        "Save it as text, or take out the part that is the policy",
    },
    "too-hungry": {
        "sv": "dokumentet kräver mer minne än vi ger det. Spara det som text, eller ta ut den del som är policyn",
        "en": "the document needs more memory than we give it. Save it as text, or take out the part that is the policy",
    },
    "extra": {
        "sv": "för {kind} behövs ett tillägg: pip install 'vigor-policy[import]'",
        "en": "{kind} needs an extra: pip install 'vigor-policy[import]'",
    },
}
