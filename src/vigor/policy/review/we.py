"""The same sentence, said as us: "Employees must not share X" → "We don’t share X". A proposal, not a translation."""

from __future__ import annotations

import re

from vigor.policy.review.antonyms import antonyms
from vigor.policy.review.swedish import adjective, infinitive_of_command, present

_LONGEST = 200
_LEAD = re.compile(r"^[\W\d]*(?:[^\W\d][^:.!?\n]{0,40}:\s+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SWEDISH_DUTY = re.compile(
    r"^(?:du|man|(?:alla |samtliga )?(?:medarbetare|anställda|personalen|medlemmar|chefer|användare))(?:na)? (?:ska|skall|bör|måste|får) "
    r"(?P<adverb>(?:(?:inte|ej|aldrig|alltid|endast|bara|även|också) )*)(?P<verb>\w+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ENGLISH_DUTY = re.compile(
    r"^(?:you|(?:all |our )?(?:employees|staff(?: members)?|team members|users|managers|members|everyone))"
    r" (?:must|should|shall|may|are (?:expected|required|asked|encouraged|advised) to|need to|have to)"
    r"(?P<not> (?:not|never))?(?: (?P<adverb>always|never|only))? (?P<verb>[a-z]+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ENGLISH_COMMAND = re.compile(
    r"^(?:please )?(?P<not>do not|don['’]t|never|always)? ?(?P<verb>[A-Za-z]+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Verbs that open a command in the policies we have read. Many are nouns too, so only these count.
_ENGLISH_VERBS = frozenset(
    [
        "use",
        "follow",
        "respect",
        "avoid",
        "ensure",
        "remember",
        "maintain",
        "protect",
        "report",
        "share",
        "write",
        "answer",
        "link",
        "ask",
        "check",
        "add",
        "tell",
        "keep",
        "thank",
        "say",
        "choose",
        "include",
        "provide",
        "post",
        "publish",
        "read",
        "respond",
        "reply",
        "treat",
        "act",
        "help",
        "listen",
        "obtain",
        "seek",
        "review",
        "verify",
        "create",
        "make",
        "take",
        "give",
        "give",
        "discuss",
        "tag",
        "monitor",
        "propose",
        "invite",
        "support",
        "adopt",
        "move",
        "pick",
        "repost",
        "retweet",
        "attach",
        "schedule",
        "define",
        "engage",
        "reach",
        "consider",
        "credit",
        "identify",
        "disclose",
        "notify",
        "consult",
        "exercise",
        "refrain",
        "comply",
        "obey",
        "limit",
        "refer",
        "emphasize",
        "introduce",
        "prepare",
        "break",
        "describe",
        "explain",
        "correct",
        "apologise",
        "apologize",
        "offer",
    ]
)
_SWEDISH_OURS = (
    ("din", "vår"),
    ("ditt", "vårt"),
    ("dina", "våra"),
    ("sin", "vår"),
    ("sitt", "vårt"),
    ("sina", "våra"),
    ("dig", "oss"),
    ("sig", "oss"),
    ("du", "vi"),
    ("de", "vi"),
)
_ENGLISH_OURS = (
    ("your", "our"),
    ("their", "our"),
    ("yourself", "ourselves"),
    ("themselves", "ourselves"),
    ("you", "we"),
    ("they", "we"),
)


def command_of(text: str, language: str) -> str | None:
    """The verb that a sentence opens with, where it is a command that we know; else None."""
    word = _WORD.match(text)
    if word is None:
        return None
    verb = word.group().lower()
    if language == "sv":
        return infinitive_of_command(verb)
    return verb if verb in _ENGLISH_VERBS else None


def we_form(sentence: str, language: str) -> str | None:
    """The sentence with "we" as its subject; None where no good one can be made."""
    text = re.sub(r"\s+", " ", _LEAD.sub("", sentence.strip()))
    if len(text) > _LONGEST or "…" in text or '"' in text:
        return None
    made = _swedish(text) if language == "sv" else _english(text)
    return made if made is None or made.endswith((".", "!", "?")) else made + "."


def _swedish(text: str) -> str | None:
    duty = _SWEDISH_DUTY.match(text)
    if duty:
        verb = present(duty["verb"].lower())
        if verb is None:
            return None
        adverb = duty["adverb"].replace("ej ", "inte ").rstrip()
        # "får bara" and "får endast" say what is allowed, not what is done.
        if re.search(r"\b(?:endast|bara)\b", adverb):
            return None
        return _ours(
            f"Vi {verb} {adverb}{duty['rest']}" if adverb else f"Vi {verb}{duty['rest']}", _SWEDISH_OURS
        )
    word = _WORD.match(text)
    infinitive = infinitive_of_command(word.group().lower()) if word else None
    verb = present(infinitive) if infinitive else None
    if word is None or verb is None:
        return None
    rest = text[word.end() :]
    return _ours(f"Vi {verb}{_agreeing(rest) if verb == 'är' else rest}", _SWEDISH_OURS)


def _agreeing(rest: str) -> str:
    """ "professionell och trevlig" → "professionella och trevliga"."""
    known = antonyms("sv").adjectives
    return re.sub(
        r"[^\W\d_]+",
        lambda word: adjective(word.group()).plural if word.group() in known else word.group(),
        rest,
    )


def _english(text: str) -> str | None:
    duty = _ENGLISH_DUTY.match(text)
    if duty:
        return _as_us(duty["verb"], duty["rest"], denied=bool(duty["not"]), adverb=duty["adverb"] or "")
    found = _ENGLISH_COMMAND.match(text)
    if found is None:
        return None
    word = (found["not"] or "").lower()
    if not word and found["verb"].lower() not in _ENGLISH_VERBS | {"be"}:
        return None
    denied = word in ("do not", "don't", "don’t")
    return _as_us(
        found["verb"], found["rest"], denied=denied, adverb=word if word in ("never", "always") else ""
    )


def _as_us(verb: str, rest: str, *, denied: bool, adverb: str) -> str | None:
    verb = verb.lower()
    if verb == "be" and re.match(r"\s\w+ed\b", rest):
        return None
    if verb == "be":
        return _ours(f"We are{' not' if denied else ''}{' ' + adverb if adverb else ''}{rest}", _ENGLISH_OURS)
    if verb in ("only", "also", "ensure") or (verb == "refrain" and denied):
        return None
    return _ours(
        f"We {'don’t ' if denied else ''}{adverb + ' ' if adverb else ''}{verb}{rest}", _ENGLISH_OURS
    )


def _ours(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for theirs, ours in pairs:
        text = re.sub(rf"\b{theirs}\b", ours, text)
    return re.sub(r"\s+", " ", text).strip()
