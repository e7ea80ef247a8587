"""What a screen reader, or a tired eye, can't make sense of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.names import FIRST_NAMES
from vigor.check.post import Post
from vigor.check.rule import Both, Check, Told, en, sv
from vigor.language.compounds import split
from vigor.language.lemmas import is_word
from vigor.language.words import listed

_CAPITALS = Late(r"[A-ZÅÄÖÉÜ](?<![\w#@/.-].)[A-ZÅÄÖÉÜ]+(?:['’][A-Z]+)?(?![\w/@.-]*[\w/@])")
_BLANK = Late(r"[\s,!?:;–—.\"”“&-]{1,4}\Z")
_ANY_LOWER = Late(r"[a-zåäöéü]")
_FEWEST_SHOUTED = 3
_SHORTEST_SHOUT = 4
"""Letters of a word that is shouted rather than shortened; SVT, NATO and GDPR are read as names."""

# One picture, with its skin colour, its presentation and what is joined to it; never taken apart again ("?>"), so that
# three hands with a colour don't count as six.
_ONE = r"(?>[\U0001F1E6-\U0001F1FF]{2}|[\U0001F300-\U0001FAFF☀-➿⌚-⏿⬀-⯿](?:[️\U0001F3FB-\U0001F3FF]|‍[\U0001F300-\U0001FAFF☀-➿]){0,8})"
_EMOJI = Late(_ONE)
_FLOOD = Late(rf"{_ONE}(?:[ ️]?{_ONE}){{4,}}")
_IN_A_ROW, _IN_ALL = 5, 10
_BETWEEN = 6
"""Pictures from which one after every other word breaks up what is read aloud."""
# Letters of mathematics, circles and full width: each is read by its name, one at a time.
_FANCY = Late(
    r"[\U0001D400-\U0001D7FF\U0001F130-\U0001F149\U0001F150-\U0001F169\U0001F170-\U0001F189Ⓐ-ⓩＡ-Ｚａ-ｚ]"
    r"(?:[\s'’-]?[\U0001D400-\U0001D7FF\U0001F130-\U0001F149\U0001F150-\U0001F169\U0001F170-\U0001F189Ⓐ-ⓩＡ-Ｚａ-ｚ]){2,}"
)
_CAPITAL_WORD = Late(r"[A-ZÅÄÖÉÜ]+(?![^\W\d_])")
_LONG_TAG = 12
_SHORT_WORDS = listed(
    "vi på av är en et ut in om to at in on of is my we us it do go be for the and i sverige stockholm göteborg malmö norge europa"
)


def _find(post: Post) -> Iterator[Finding]:
    if post.context.image_without_description:
        yield Finding(Span(len(post.text), len(post.text)), 0.95, "image")
    yield from _shouting(post)
    for tag in post.tags:
        word = post.of(tag)[1:]
        if len(word) >= _LONG_TAG and _runs_together(word, post.language):
            parted = "#" + _parted(word.lower(), post.language)
            yield Finding(tag, 0.8, "hashtag", {"tag": parted, "instead": parted})
    if not post.text.isascii():
        yield from _pictures(post)


def _shouting(post: Post) -> Iterator[Finding]:
    """Three words in capitals or more in a row, of which two are too long to be short for something."""
    if post.text.islower():
        return
    found = list(_CAPITALS.finditer(post.text))
    if len(found) < _FEWEST_SHOUTED:
        return
    run: list[re.Match[str]] = []
    for match in (*found, None):
        if match and run and _BLANK.match(post.text, run[-1].end(), match.start()):
            run.append(match)
            continue
        if _is_shouted(run, post):
            span = Span(run[0].start(), run[-1].end())
            yield Finding(span, 0.8, "capitals", {"instead": _lowered(post, span)})
        run = [match] if match else []


def _is_shouted(run: list[re.Match[str]], post: Post) -> bool:
    words = [each.group().lower() for each in run]
    long = [word for word in words if len(word) >= _SHORTEST_SHOUT and is_word(word, post.language)]
    if len(long) < 2 or len(words) < _FEWEST_SHOUTED:
        return False
    # A heading in capitals of its own line is shouted too, but a lone abbreviation list isn't.
    return sum(is_word(word, post.language) for word in words) * 2 > len(words)


def _lowered(post: Post, span: Span) -> str:
    """The words in small letters, with a capital where a sentence begins; what no list knows may be a name, and stays."""

    def one(match: re.Match[str]) -> str:
        word, lower = match.group(), match.group().lower()
        if lower in FIRST_NAMES:
            return word.capitalize()
        return lower if is_word(lower, post.language) or len(lower) == 1 else word

    lowered = _CAPITAL_WORD.sub(one, post.of(span))
    before = post.text[: span.start].rstrip()
    begins = not before or before[-1] in ".!?…\n" or "\n" in post.text[len(before) : span.start]
    return lowered[:1].upper() + lowered[1:] if begins else lowered


def _runs_together(word: str, language: str) -> bool:
    """Is it several words in one, without a capital for each? "#kommunikation" and "#sommarkväll" are one word."""
    if any(letter.isupper() for letter in word[1:]) and _ANY_LOWER.search(word):
        return False
    lower = word.lower()
    if "_" in word or is_word(lower, language) or (language == "sv" and split(lower)):
        return False
    return len(_parts(lower, language)) > 1


def _parted(word: str, language: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in _parts(word, language))


@lru_cache(maxsize=2048)
def _parts(word: str, language: str) -> tuple[str, ...]:
    """The fewest words that make up a tag; nothing where it can't be parted into words that we know."""
    if len(word) > 60:
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 24), end):
            before, part = best[start], word[start:end]
            if before is None or not _is_part(part, language):
                continue
            held = best[end]
            if held is None or len(before) + 1 < len(held):
                best[end] = (*before, part)
    return best[-1] or ()


def _is_part(part: str, language: str) -> bool:
    if part.isdigit():
        return True
    return part in _SHORT_WORDS or (len(part) > 2 and (is_word(part, language) or is_word(part, "en")))


def _pictures(post: Post) -> Iterator[Finding]:
    for match in _FANCY.finditer(post.text):
        ordinary = normalize("NFKC", match.group())
        # Letters in black circles have no ordinary form that Unicode knows.
        values = {} if _FANCY.search(ordinary) or not ordinary.isascii() else {"instead": ordinary}
        yield Finding(Span(*match.span()), 0.9, "letters", values)
    every = list(_EMOJI.finditer(post.text))
    flood = _FLOOD.search(post.text) if len(every) >= _IN_A_ROW else None
    if flood:
        count = len(_EMOJI.findall(flood.group()))
        yield Finding(Span(*flood.span()), 0.8, "emoji", {"count": str(count)})
        return
    between = len(every) >= _BETWEEN and len(post.tokens) <= 2 * len(every)
    if between or (len(every) >= _IN_ALL and len(post.tokens) < 5 * len(every)):
        yield Finding(Span(every[0].start(), every[-1].end()), 0.7, "emoji", {"count": str(len(every))})


_ALL = Both("Den som lyssnar på texten eller läser med trötta ögon ska också hänga med.", "Whoever listens to the text, or reads with tired eyes, should be able to follow.")  # fmt: skip


def _told(sv_see: str, en_see: str, sv_way: str, en_way: str) -> Told:
    return Told(Both(sv_see, en_see), _ALL, Both(sv_way, en_way))


ACCESSIBILITY = Check(
    "accessibility",
    Both("så att alla kan läsa", "so that everyone can read"),
    {
        "": _told("Det här är svårt att läsa för några.", "This is hard to read for some.", "Pröva att skriva det vanligare.", "Try writing it in a plainer way."),
        "capitals": _told("Flera ord med versaler.", "Several words in capitals.", "Skriv med små bokstäver, och låt orden ge tyngd.", "Write in small letters, and let the words carry the weight."),
        "hashtag": _told("Hashtaggen har flera ord i ett.", "The hashtag runs several words together.", "Skriv stor bokstav i varje ord: {tag}.", "Begin each word with a capital: {tag}."),
        "emoji": _told("Många emojier på en gång: {count} stycken. Var och en läses upp.", "Many emojis at once: {count}. Each is read aloud.", "Behåll en eller två.", "Keep one or two."),
        "letters": _told("Bokstäverna är specialtecken, som en skärmläsare hoppar över eller läser upp en och en.", "The letters are special signs, which a screen reader skips or spells out.", "Skriv med vanliga bokstäver.", "Write with ordinary letters."),
        "image": _told("Bilden har ingen beskrivning.", "The picture has no description.", "Skriv en mening om vad den visar, i fältet för bildbeskrivning.", "Write a sentence on what it shows, in the field for it."),
    },
    "One in five reads in another way than the writer does. It takes a minute.",
    "WCAG 2.2: 1.1.1, 1.4.5, 3.1.5; Swedish Act on the accessibility of digital public service (2018:1937); RNIB on hashtags",
    _find,
    weighed=False,
    weight=0.5,
    flags=(
        sv("Nu är det SISTA CHANSEN ATT BESTÄLLA innan jul."),
        sv("VI HAR ÖPPET IGEN efter semestern"),
        sv("Fin dag! #viälskarmåndagar"),
        sv("Heja! #bästajobbetisverige"),
        sv("Grattis 🎉🎉🎉🎉🎉🎉"),
        sv("𝓥𝓪̈𝓵𝓴𝓸𝓶𝓶𝓮𝓷 𝓱𝓲𝓽"),
        sv("Titta vad fint det blev!", image_without_description=True),
        sv("Vi 😀 är 😍 så 🎈 glada 🎂 för 🥳 att 🌟 ni 💪 kom 👏 hit 🙌 idag ✨"),
        en("This is your LAST CHANCE TO ORDER before the holidays."),
        en("WE HAVE OPENED AGAIN after the summer"),
        en("What a day! #thankgoditsfriday"),
        en("Join in! #socialmediamarketing"),
        en("Congratulations 🎉🎉🎉🎉🎉🎉"),
        en("𝗪𝗲𝗹𝗰𝗼𝗺𝗲 everyone"),
        en("Look how nice it turned out!", image_without_description=True),
        en("We 😀 are 😍 so 🎈 glad 🎂 that 🥳 all 🌟 of 💪 you 👏 came 🙌 today ✨"),
    ),
    passes=(
        sv("SVT, NATO och GDPR i Almedalen"),
        sv("Vi på IKEA, SAS och SJ ses i dag."),
        sv("Nu är det REA i butiken!"),
        sv("VIKTIGT: vi stänger klockan tre."),
        sv("Fin dag! #ViÄlskarMåndagar"),
        sv("Läs om #kommunikation och #hållbarhetsarbete."),
        sv("#sommarkväll vid #havet"),
        sv("Grattis 🎉🎉🎉"),
        sv("Tack alla som kom 👏🏽👏🏽👏🏽"),
        sv("Heja Sverige 🇸🇪 och Finland 🇫🇮"),
        sv("Det är INTE samma sak."),
        sv("Ett kors betyder nej ✗ och en bock ja ✓."),
        sv("OBS! Ny tid."),
        en("BBC, NATO and GDPR at the conference"),
        en("IBM, SAP and NASA meet today."),
        en("There’s a SALE in the shop!"),
        en("IMPORTANT: we close at three."),
        en("What a day! #ThankGodItsFriday"),
        en("Read about #communication and #sustainability."),
        en("#internationalisation matters"),
        en("Congratulations 🎉🎉🎉"),
        en("Thanks to all who came 👏🏽👏🏽👏🏽"),
        en("Go Sweden 🇸🇪 and Finland 🇫🇮"),
        en("It is NOT the same thing."),
        en("A cross means no ✗ and a tick yes ✓."),
        en("FYI! A new time."),
    ),
)  # fmt: skip
