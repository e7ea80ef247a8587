"""What the models read of a post: hashed words and letters, and counts that mean the same in both languages.

A post becomes tokens (mentions, links and figures masked, stretched letters cut to two). From them come word
1–2-grams and character 3–5-grams within word borders, both as rows of one table of weights, and dense features.
Letters of a Swedish post get rows of their own, so that "slut" is not read as English; its words are carried
over to English by `bridge.txt`, which is how models that saw little Swedish have something to say of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p
from pathlib import Path
from zlib import crc32

MODELS = Path(__file__).parent
WORD_BITS = 17
LETTER_BITS = 18
WORD_ROWS = 1 << WORD_BITS
ROWS = WORD_ROWS + (1 << LETTER_BITS)
"""Rows of the table: words first, then letters."""

# How words and letters become rows, in numbers of 32 bits: `hashed` does it for many posts, `alone` for one.
MIX, STEP, PAIR, SWEDISH = 2654435761, 0x01000193, 0x9E37, 0x5BD1E995
SIZES = {size: size * 0x1F123BB5 & 0xFFFFFFFF for size in (3, 4, 5)}
"""Characters of the letters that are rows, each with what sets its rows apart from those of the others."""

FOLD = 1 << 16
"""Rows of the table of likeness for words, as many for letters, and as many for the words of the post that is answered: its
lines learnt from thousands of posts, not from hundreds of thousands.
"""
SUREST = 30.0
"""Log-odds: a heap of one word goes far beyond what a number can hold."""
LONGEST = 4_000
"""Characters that the models read: what comes after doesn't change what kind of post it is."""

# Words first and blanks with what follows them: most of a post is words.
_TOKEN = re.compile(
    r"\s*(?:(?P<word>(?!https?\b|www\.\S|\burl\b)[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<url>https?\b\S*|www\.\S+|<url>|\burl\b)"
    r"|(?P<user>@\w+|<person>)"
    r"|(?P<figure>\d[\d.,:]*)"
    r"|(?P<face>[:;=8][-o']?[)(\]\[dp/\\|3]|<3|[)(][-']?[:;=])"
    r"|(?P<mark>[!?]+|\.\.+|[^\s\w]))"
)
_STRETCHED = re.compile(r"(.)\1{2,}")
# Quicker than to put something in its place, and few posts have it.
_THRICE = re.compile(r"(.)\1\1")
# Said by what it isn't: a set of all that it is would take milliseconds to make.
_NOT_SMALL = re.compile(r"[^\x00-@\[-\x7f]")

_GLAD = frozenset(
    "😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗🙂🤗🤩😇🥳💕💖💗💙💚💛💜❤♥💪👍👏🙌🙏🎉🎊😻💯🔥✨🌟⭐☀💃🤝😌"
)
_GRIM = frozenset("😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭😤😠😡🤬😱😨😰😥😓🤢🤮👎💔😑😐🤦🤷😬😾😪💩🖕👿😷🤕")
_WINK = frozenset("🙃🙄😏😒😂🤣😜🤡😅🤔😑")
# The same by what they say: people laugh and doubt in posts that are neither glad nor sad.
_WARM = frozenset("❤♥💕💖💗💙💚💛💜💝😍🥰😘😻🤗🤩🥳🎉🎊🙏👏🙌💪👍💯🔥✨🌟⭐☀😊☺😇😎🌹🌸💃😋🏆")
_LAUGHING = frozenset("😂🤣😅😄😆😁😃😀😹")
_DOUBTING = frozenset("😉🤔😏🙃🤷😜😝😛😬🙈🙄👀🤭😐😑😮👉")
_TEARFUL = frozenset("😢😭💔😔😞😪☹🙁😥😓😿😩😫🤒")
_FURIOUS = frozenset("😡🤬😠🤮🤢👎😤💩🖕😒😖😣🤦")
_MOODS = (_WARM, _LAUGHING, _DOUBTING, _TEARFUL, _FURIOUS)
_SIGNS = _GLAD.union(_GRIM, _WINK, *_MOODS)

_GLAD_FACES = frozenset((":)", ":-)", ":d", ":-d", "=)", ";)", ";-)", "<3", ":p", "(:", "=d", ":]", ":3"))
_GRIM_FACES = frozenset((":(", ":-(", ":/", ":-/", ":'(", "=(", "):", ":|", ":\\", ":["))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`kinds`: per English word the numbers of its kinds; `pairs`: of two words, by the first and then the second.
    `bridge`: Swedish to English.
    """

    names: tuple[str, ...]
    kinds: dict[str, tuple[int, ...]]
    pairs: dict[str, dict[str, tuple[int, ...]]]
    bridge: dict[str, str]


@cache
def lexicon() -> Lexicon:
    names: list[str] = []
    kinds: dict[str, tuple[int, ...]] = {}
    for line in _lines("lexicon.txt"):
        name, _, listed = line.partition("] ")
        names.append(name[1:])
        for word in listed.split():
            kinds[word] = (*kinds.get(word, ()), len(names) - 1)
    bridge: dict[str, str] = {}
    for line in _lines("bridge.txt"):
        english, _, forms = line.partition(": ")
        for form in forms.split():
            bridge.setdefault(form, english)
    pairs: dict[str, dict[str, tuple[int, ...]]] = {}
    for word, places in kinds.items():
        first, joined, second = word.partition("_")
        if joined:
            pairs.setdefault(first, {})[second] = places
    return Lexicon(tuple(names), kinds, pairs, bridge)


def _lines(name: str) -> Iterable[str]:
    text = (MODELS / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")


# What is counted beside the kinds of words, in the order in which `_dense` gives it.
_SHAPE = """
tokens length capitals shouted exclaims asks dots quotes tags mentions links figures stretched glad grim wink
faces starts_mention starts_you starts_question starts_please ends_question lines contrast glad_then_grim
insult_near_you swedish no_words warm laughing doubting tearful furious
"""


@cache
def dense_names() -> tuple[str, ...]:
    return (*_SHAPE.split(), *lexicon().names, *(f"any_{name}" for name in lexicon().names))


@dataclass(slots=True)
class Read:
    """A post as the models see it: `words` hashes of its tokens, `letters` its tokens written out, `dense` counts."""

    words: list[int]
    letters: str
    swedish: bool
    dense: list[float]


def read(text: str, language: str) -> Read:
    """Take a post apart. Never raises, whatever the text."""
    text = text[:LONGEST]
    if "&" in text:
        from html import unescape

        text = unescape(text)
    text = text.replace("’", "'").replace("\ufe0f", "")
    short, stretched = text.lower(), 0
    if _THRICE.search(short):
        short, stretched = _STRETCHED.subn(r"\1\1", short)
    swedish = language == "sv"
    book = lexicon()
    bridge, kinds, pairs = book.bridge, book.kinds, book.pairs
    counts: dict[int, int] = {}
    shape = dict.fromkeys(("url", "user", "figure", "face"), 0)
    tokens: list[str] = []
    known: list[str] = []
    seconds: dict[str, tuple[int, ...]] | None = None
    for match in _TOKEN.finditer(short):
        kind = match.lastgroup or "mark"
        token = match[kind]
        if kind == "word":
            tokens.append(token)
            if swedish:
                token = bridge.get(token, token)
        elif kind in shape:
            shape[kind] += 1
            if kind == "figure":
                token = "0" * min(len(token), 6)
            elif kind != "face":
                token = "@u" if kind == "user" else "<l>"
            tokens.append(token)
        else:
            tokens.append(token)
        known.append(token)
        if token in kinds:
            for place in kinds[token]:
                counts[place] = counts.get(place, 0) + 1
        if seconds is not None and token in seconds:
            for place in seconds[token]:
                counts[place] = counts.get(place, 0) + 1
        seconds = pairs.get(token)
    dense = _dense(text, short, tokens, known, counts, shape, stretched, swedish)
    return Read(_hashes(known), " ".join(tokens), swedish, dense)


def _hashes(tokens: Sequence[str]) -> list[int]:
    try:
        return [crc32(token.encode()) for token in tokens]
    except UnicodeEncodeError:
        # Half a surrogate pair: rare, and asking for it each time would cost all others.
        return [crc32(token.encode("utf-8", "surrogatepass")) for token in tokens]


def _dense(
    text: str,
    short: str,
    tokens: Sequence[str],
    known: Sequence[str],
    counts: Mapping[int, int],
    shape: dict[str, int],
    stretched: int,
    swedish: bool,
) -> list[float]:
    names = lexicon().names
    count = {names[place]: number for place, number in counts.items()}
    letters = sum(map(str.isupper, _NOT_SMALL.findall(text)))
    shouted = sum(len(word) > 2 for word in filter(str.isupper, text.split())) if letters else 0
    signs = [] if short.isascii() else [token for token in tokens if token in _SIGNS]
    faces = [token for token in tokens if len(token) < 4] if shape["face"] else []
    glad = sum(sign in _GLAD for sign in signs) + sum(face in _GLAD_FACES for face in faces)
    grim = sum(sign in _GRIM for sign in signs) + sum(face in _GRIM_FACES for face in faces)
    wink = sum(sign in _WINK for sign in signs)
    first = next((token for token in known if token not in ("@u", "<l>")), "")
    kinds = {names[place] for place in lexicon().kinds.get(first, ())}
    stripped = short.rstrip()
    pleased, displeased = count.get("positive", 0) + glad, count.get("negative", 0) + grim
    values = [
        log1p(len(tokens)),
        log1p(len(text)),
        letters / (len(text) + 1),
        log1p(shouted),
        log1p(text.count("!")),
        log1p(text.count("?")),
        log1p(text.count("...") + text.count("…")),
        log1p(text.count('"') + text.count("”") + text.count("“")),
        log1p(text.count("#")),
        log1p(shape["user"]),
        log1p(shape["url"]),
        log1p(shape["figure"]),
        log1p(stretched),
        log1p(glad),
        log1p(grim),
        log1p(wink),
        log1p(shape["face"]),
        float(tokens[:1] == ["@u"]),
        float("second" in kinds),
        float("question" in kinds),
        float("please" in kinds),
        float(stripped.endswith("?")),
        log1p(text.count("\n")),
        log1p(min(pleased, displeased)),
        float("positive" in count and grim > 0),
        float("insult" in count and "second" in count),
        float(swedish),
        float(not tokens),
        *(log1p(sum(sign in mood for sign in signs)) if signs else 0.0 for mood in _MOODS),
    ]
    start = len(values)
    values += [0.0] * (2 * len(names))
    for place, number in counts.items():
        values[start + place] = log1p(number)
        values[start + len(names) + place] = 1.0
    return values
