"""A question to the policy, or a post to look at? One box takes both, and tells which it took the words for.

Signs for and against are added up: a guess that the writer can change with one press, so nothing hangs on it.
"""

from __future__ import annotations

import re

from vigor.language.words import word_spans

# A question to us is a line or two. What is longer is somebody's text.
LONG = 240
FEW_WORDS = 7
# Typed as into a search box: "bilder på barn".
KEYWORDS = 3

_HOW = "vad|var|vart|när|hur|varför|vem|vems|vilka|vilken|vilket|what|where|when|how|why|who|whose|which"
_WE = "jag|vi|man|en|någon|i|we|one|you|anyone|employees|medarbetare|anställda"
_MAY = (
    "får|kan|ska|skall|bör|måste|behöver|borde|vågar|gäller|finns|är|har|hade|"
    "may|can|shall|should|must|could|am|are|is|do|does|did|has|have|would"
)
# How a question to the policy begins, with or without a mark at its end.
_BEGINS = re.compile(rf"(?:men|och|hej|hi|so|but|and|ok)?[,!]?\s*(?:{_HOW})\b", re.IGNORECASE)
_MAY_I = re.compile(
    rf"(?:(?:men|och|hej|hi|so|but|and|ok)[,!]?\s+)?(?:{_MAY})\s+(?:{_WE}|det|den|it|there|this|that|our|vår|våra)\b",
    re.IGNORECASE,
)
_MAY_I_ANYWHERE = re.compile(
    r"\b(?:får|kan|ska|bör|måste|behöver)\s+(?:jag|vi|man)\b|\b(?:may|can|should|must|could)\s+(?:i|we|one)\b|"
    r"\bam i allowed\b|\bare we allowed\b|\bdo (?:i|we) (?:have|need) to\b|\bis it ok\b|\bär det ok\b|"
    r"\b(?:undrar|wonder|wondering)\b",
    re.IGNORECASE,
)
_WONDER = re.compile(r"\b(?:jag|i|i'm|i’m|am) (?:undrar|wonder|wondering)\b", re.IGNORECASE)
# The rest of the world is asked something: a post that ends in a question is still a post.
_TO_OTHERS = re.compile(
    r"\b(?:er|era|ditt|din|dina|ni|du|dig|your|yours|you)\b|\b(?:vilka|någon) (?:av er|här)\b", re.IGNORECASE
)
_POSTED = re.compile(
    r"(?<!\w)[#@]\w|https?://|www\.|[\U0001F300-\U0001FAFF☀-➿]|^(?:hej|hi|tack|thanks)\b[^?]*!", re.I
)
_SIGNED = re.compile(r"(?:^|\s)[/^]\s?\w{2,20}\s*$")
_OUR_WORLD = re.compile(
    r"\b(?:policy\w*|riktlinje\w*|guideline\w*|inlägg\w*|konto\w*|account\w*|kommentar\w*|comment\w*|journalist\w*|"
    r"hashtag\w*|dela|share|svara|answer|reply|posta|post|publicera|publish|linkedin|facebook|instagram|tiktok|chef\w*|boss)\b",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Is it asked of us, rather than written to be posted? Works in Swedish and English; an empty text is a question."""
    text = text.strip()
    return not text or _score(text) > 0


def _score(text: str) -> float:
    """Above 0 speaks for a question."""
    one_line = "\n" not in text
    score = -0.5
    if text.rstrip(' )"”').endswith("?"):
        score += 1.5 if one_line else 0.5
    elif "!" in text or text.endswith("…"):
        score -= 1.0
    if _MAY_I.match(text):
        score += 1.5
    elif _BEGINS.match(text):
        score += 1.0
    elif _MAY_I_ANYWHERE.search(text):
        # "Now we can show you …" has the same words, and a full stop.
        score += 0.8 if text[-1] != "." or _WONDER.search(text) else 0.0
    words = len(word_spans(text[:LONG]))
    if words <= FEW_WORDS:
        score += 0.3
    if words <= KEYWORDS and text[0].islower() and text[-1].isalnum():
        score += 0.5
    if _OUR_WORLD.search(text):
        score += 0.3
    return score - _like_a_post(text)


def _like_a_post(text: str) -> float:
    score = 1.6 * bool(_POSTED.search(text)) + 1.5 * bool(_SIGNED.search(text))
    if len(text) > LONG:
        score += 1.5
    if "\n\n" in text:
        score += 0.8
    sentences = [part for part in re.split(r"[.!?…]+\s+", text[: 4 * LONG]) if part.strip()]
    score += 0.5 * min(3, len(sentences) - 1)
    if _TO_OTHERS.search(text) and not _MAY_I_ANYWHERE.search(text):
        score += 0.8
    return score
