"""Demeaning words: of whom they are said, and how sure that makes us."""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Finding
from vigor.check.lexicon import Hit
from vigor.check.parties import PARTIES, Whom, whom
from vigor.check.post import Post
from vigor.check.said import clause_at, is_denied, is_imagined, is_meant, is_name_like, is_told
from vigor.language.words import listed

# "Idiot" is said of nothing but people; "rat" and "lazy" are until somebody is pointed at.
_SURE = {"figure": 0.8, "person": 0.82, "animal": 0.75, "trait": 0.8, "mild": 0.7, "reader": 0.9}
# English has a model to ask, and its debaters throw these words about; Swedish has the words alone.
_UNSURE_WITHOUT_WHOM = {"sv": 0.7, "en": 0.58}

# What is found stupid there is a thing that somebody made.
_WORK_OF = {
    "sv": listed("kommentar kommentaren inlägg inlägget svar svaret artikel artikeln idé idén förslag förslaget beslut beslutet fråga frågan argument argumentet resonemang resonemanget plan planen lag lagen regel regeln skämt skämtet påstående påståendet politik politiken text texten uttalande uttalandet sak saker sätt system systemet"),
    "en": listed("comment comments article post posts reply response answer reaction argument arguments idea ideas question questions decision decisions law laws rule rules policy policies plan plans joke jokes statement statements claim claims system thing things way move mistake remark remarks behaviour behavior excuse excuses"),
}  # fmt: skip
_POSSESSIVE = {"sv": listed("din ditt dina er ert era deras hans hennes"), "en": listed("your his her their")}
# What stands before a word that somebody is called: "a total fool", "ren idiot".
_LED = {
    "sv": listed("är var bara riktig riktiga jävla rena ren fullständig total sån vilken vilka såna gäng hop samling"),
    "en": listed("only bunch bloody fucking total absolute nothing complete utter real proper such pure kind sort walking"),
}  # fmt: skip
UNPLACED = 0.15
DEBATED = 0.13
"""How much less sure we are of English debaters' words on others, where nobody of ours is known to speak."""
LIFT = 0.3
LOWERED = 0.06
"""The most that the model may take from what the words say of somebody."""


def words(post: Post) -> Iterator[Finding]:
    """What the lexicon's words say of somebody."""
    for hit in post.hits.of("insult"):
        if post.is_quoted(hit.span) or is_name_like(post, hit.span):
            continue
        if hit.key == "reader":
            # A reader's "I" beside it ("I tell you, shut up") doesn't turn it on the writer.
            clause = clause_at(post, hit.span)
            if not is_denied(post, hit.span, clause) and not is_told(post, clause):
                yield _finding(post, hit, _SURE["reader"], Whom.READER)
        elif hit.key == "figure":
            if is_meant(post, hit):
                yield _finding(post, hit, _SURE["figure"], whom(post, hit.span))
        elif is_meant(post, hit) and (finding := _of_somebody(post, hit)):
            yield finding


def _of_somebody(post: Post, hit: Hit) -> Finding | None:
    said = whom(post, hit.span)
    if hit.key == "person":
        clause = clause_at(post, hit.span)
        if said is Whom.NOBODY and is_imagined(post, clause):
            return None
        if said is Whom.SELF:
            return None
        sure = said not in (Whom.NOBODY, Whom.THING) or _is_said_to_be(post, hit)
        return _finding(post, hit, _SURE["person"] if sure else _UNSURE_WITHOUT_WHOM[post.language], said)
    if said in (Whom.NOBODY, Whom.SELF, Whom.THING) or _is_thing(post, hit) or _is_of_words(post, hit):
        return None
    if said is not Whom.READER and is_imagined(post, clause_at(post, hit.span)):
        return None
    # What is said of a customer's or a colleague's work is the next check's; those who govern must stand criticism.
    if hit.key in ("trait", "mild") and (said in PARTIES or said is Whom.AUTHORITY):
        return None
    if (
        hit.key in ("mild", "animal")
        and said is Whom.GROUP
        and not post.hits.within(clause_at(post, hit.span).span, "person")
    ):
        return None
    if hit.key == "animal" and said not in (Whom.READER, Whom.GROUP):
        return None
    return _finding(post, hit, _SURE[hit.key], said)


def _is_said_to_be(post: Post, hit: Hit) -> bool:
    """ "The minister is a liar", "only a nitwit", "a bunch of idiots": whoever it is, it is somebody."""
    before = clause_at(post, hit.span).before[-5:]
    # "What kind of imbecile designs a door like that?"
    kind = {"kind", "sort", "sorts", "slags"} & set(before[-2:]) or before[-2:] == ("det", "för")
    if kind or "old" in before[-1:]:
        return True
    if post.language == "sv":
        return bool(_LED["sv"] & set(before))
    is_one = {"is", "was", "are", "were"} & set(before) and {"a", "an"} & set(before[-3:])
    return bool(is_one or _LED["en"] & set(before[-3:]))


def _finding(post: Post, hit: Hit, confidence: float, said: Whom) -> Finding:
    """The words weigh most; a model that finds the post offensive moves it a little."""
    if post.signals.offensive and post.language == "en":
        lift = LIFT * (post.signals.offensive - 0.5)
        # To a reader's face the words say enough; of others, a model that sees no offence may take them back.
        face = said is Whom.READER or hit.key == "reader"
        confidence += max(lift, -LOWERED) if face else lift
        if not (face or post.context.layer or post.context.reply_to):
            confidence -= DEBATED
    # "They are pathetic", by nobody in particular of nobody in particular: a debate, not our voice.
    clause = clause_at(post, hit.span).span
    unplaced = said is Whom.GROUP and hit.key != "person" and not post.context.layer
    if unplaced and not post.hits.within(clause, "person"):
        confidence -= UNPLACED
    weighed = min(0.97, max(0.5, confidence))
    return Finding(hit.span, weighed, "reader" if said is Whom.READER else "", {"word": post.of(hit.span)})


def _is_of_words(post: Post, hit: Hit) -> bool:
    """ "A stupid comment", "your answer was ignorant", "a monkey's paw": what somebody said or owns, not who they are."""
    if hit.key == "animal":
        return post.lower[hit.end - 2 : hit.end].replace("’", "'") in ("'s", "s'")
    if hit.key not in ("trait", "mild"):
        return False
    clause = clause_at(post, hit.span)
    following = clause.after[:3]
    if any(word in _WORK_OF[post.language] for word in following):
        return True
    return any(
        word in _POSSESSIVE[post.language] and clause.before[place + 1] in _WORK_OF[post.language]
        for place, word in enumerate(clause.before[:-1])
    )


def _is_thing(post: Post, hit: Hit) -> bool:
    """ "Det är dumt", said of a thing, ends in a t in Swedish."""
    word = post.lower[hit.start : hit.end]
    return (
        post.language == "sv"
        and hit.key in ("trait", "mild")
        and word.endswith("t")
        and " " not in word
        and word not in {"fet"}
    )
