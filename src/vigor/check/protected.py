"""Speech that the law protects: criticism of one's own workplace, union speech, tips to the press.

Only a person has it: an account in the brand's name, or its spokesperson, speaks for the employer. What is said of
somebody else's workplace isn't protected in this sense, and gets the same advice as anything else.
The laws are named as in `policy/review/data/law.toml`, which was read against the texts in force.
"""

from __future__ import annotations

from vigor.check.advice import Span
from vigor.check.post import Post
from vigor.check.said import SELF, words_of
from vigor.language.both import Both

_NO_ADVICE = Both("Det här är ingen juridisk rådgivning.", "This is no legal advice.")
LAWS = {
    "union": Both(
        "Att tala fackligt skyddas av föreningsrätten (MBL 7–8 §§; ILO:s konventioner 87 och 98), så vi har inga synpunkter på tonen.",
        "Union speech is protected (ILO conventions 87 and 98; EU Charter, articles 12 and 28; in Sweden, MBL 7–8 §§), so we have no views on the tone.",
    ),
    "tip": Both(
        "Att berätta för medier eller slå larm om missförhållanden är skyddat (meddelarfriheten, TF 1 kap. 7 § och YGL 1 kap. 10 §; lagen 2021:890), så vi har inga synpunkter på tonen.",
        "Telling the media, or raising the alarm about a wrong at work, is protected (EU directive 2019/1937; European Convention, article 10; in Sweden, TF 1:7, YGL 1:10 and Act 2021:890), so we have no views on the tone.",
    ),
    "criticism": Both(
        "Att kritisera sin egen arbetsplats är yttrandefrihet (regeringsformen 2 kap. 1 § för offentligt anställda, kritikrätten inom lojalitetsplikten för andra; Europakonventionen artikel 10), så vi har inga synpunkter på tonen.",
        "Criticising one's own workplace is freedom of expression (European Convention, article 10; EU Charter, article 11; in the USA, NLRA, section 7), so we have no views on the tone.",
    ),
}  # fmt: skip


def protection(post: Post) -> str:
    """Which protection applies, in the post's language; nothing where none does."""
    if post.context.layer not in ("", "employee") or not post.hits.of("work"):
        return ""
    for kind, applies in (("tip", _is_tip), ("union", _is_union), ("criticism", _is_criticism)):
        if applies(post):
            return f"{LAWS[kind].of(post.language)} {_NO_ADVICE.of(post.language)}"
    return ""


def _is_ours(post: Post) -> bool:
    """Does the writer speak as one of those whom it concerns?"""
    if post.hits.of("work.mine"):
        return True
    return bool(SELF[post.language] & set(words_of(post, post.whole)))


def _is_of_others(post: Post) -> bool:
    """Is it a competitor's workplace that is spoken of?"""
    return bool(post.named("competitors") or post.named("partners")) and not post.hits.of("work.mine")


def _is_tip(post: Post) -> bool:
    tips = [hit for hit in post.hits.of("work.tip") if not post.is_quoted(hit.span)]
    return bool(tips) and _is_ours(post) and not _is_of_others(post)


def _is_union(post: Post) -> bool:
    unions = [hit for hit in post.hits.of("work.union") if not post.is_quoted(hit.span)]
    if not unions or _is_of_others(post):
        return False
    # Someone at work speaks of their union; of anybody, only what concerns themselves.
    return post.context.layer == "employee" or _is_ours(post)


def _is_criticism(post: Post) -> bool:
    """A hard word, or what conditions suffer from, in the same breath as the own workplace."""
    if _is_of_others(post):
        return False
    for anchor in post.hits.of("work.mine", "work.boss"):
        if anchor.key == "boss" and not _is_own_boss(post, anchor.span):
            continue
        around = _around(post, anchor.span)
        wrong = [
            hit
            for hit in post.hits.within(around, "work.wrong", "insult", "ill.trait", "ill.firm", "irony.turn")
            if not _overlaps(hit.span, anchor.span)
        ]
        if wrong and not _is_of_something_else(post, around, anchor.key):
            return True
        if post.hits.within(around, "work.conditions") and (wrong or _is_negative(post, around)):
            return True
    return bool(post.context.layer == "employee" and post.named("brands") and _suffers(post))


def _is_own_boss(post: Post, span: Span) -> bool:
    """ "The managers" of somebody who writes as an employee are their own; of anybody, only "my" and "our"."""
    if post.context.layer == "employee":
        return True
    before = words_of(post, Span(max(0, span.start - 24), span.start))
    return bool(set(before[-3:]) & SELF[post.language])


def _around(post: Post, span: Span) -> Span:
    """The sentence, and the next one, where a complaint often goes on."""
    sentence = post.sentence_at(span.start)
    number = post.sentences.index(sentence) if sentence in post.sentences else -1
    following = post.sentences[number + 1] if 0 <= number < len(post.sentences) - 1 else sentence
    return Span(sentence.start, following.end)


def _is_of_something_else(post: Post, around: Span, key: str) -> bool:
    """Customers, colleagues, suppliers, products: what is ill there isn't the workplace."""
    others = {"customer", "colleague", "supplier", "competitor"}
    if key == "mine" and not post.hits.within(around, "work.boss", "work.conditions"):
        return any(hit.key in others for hit in post.hits.within(around, "person")) or bool(
            post.named("products")
        )
    return False


def _is_negative(post: Post, around: Span) -> bool:
    no = {
        "sv": {"inte", "aldrig", "ingen", "inga", "utan", "för", "mer", "nog", "bort", "igen"},
        "en": {"not", "never", "no", "without", "more", "enough", "again", "don't", "doesn't", "too"},
    }
    good = post.hits.within(around, "ill.good", "next.thanks", "irony.praise")
    return bool(set(words_of(post, around)) & no[post.language]) and not good


def _suffers(post: Post) -> bool:
    """The employer by name, and what working conditions suffer from, in words that aren't glad."""
    return bool(post.hits.of("work.conditions")) and bool(post.hits.of("work.wrong"))


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
