"""Speech that the law protects: criticism of one's own workplace, union speech, tips to the press.

Only a person has it: an account in the brand's name, or its spokesperson, speaks for the employer. What is said of
somebody else's workplace isn't protected in this sense, and gets the same advice as anything else.
The laws are named as in `policy/review/data/law.toml`, which was read against the texts in force.
"""

from __future__ import annotations

from collections.abc import Mapping

from vigor.check.advice import Span
from vigor.check.context import Sector
from vigor.check.post import Post
from vigor.check.said import SELF, words_of
from vigor.language.both import Both

_NO_ADVICE = Both("Det här är ingen juridisk rådgivning.", "This is no legal advice.")
# Said after a sentence that names a law.
_SO = Both("Vi har inga synpunkter på tonen.", "We have no views on the tone.")
# By kind and the employer's sector; "" is for a sector that has none of its own, and for one that nobody told us.
_UNION = Both(
    "Att tala fackligt skyddas av föreningsrätten (MBL 7–8 §§; ILO:s konventioner 87 och 98).",
    "Union speech is protected (ILO conventions 87 and 98; EU Charter, articles 12 and 28; in Sweden, MBL 7–8 §§).",
)
LAWS: Mapping[str, Mapping[Sector, Both]] = {
    "union": {"": _UNION},
    "tip": {
        "": Both(
            "Att berätta för medier eller slå larm om missförhållanden är skyddat (meddelarfriheten, TF 1 kap. 7 § och YGL 1 kap. 10 §; lagen 2021:890).",
            "Telling the media, or raising the alarm about a wrong at work, is protected (EU directive 2019/1937; European Convention, article 10; in Sweden, TF 1:7, YGL 1:10 and Act 2021:890).",
        ),
        "public": Both(
            "Hos en offentlig arbetsgivare får man tala med medier utan att fråga någon, och arbetsgivaren får varken ta reda på vem det var eller straffa (meddelarfriheten, TF 1 kap. 7 § och 3 kap. 5–6 §§, YGL 1 kap. 10 § och 2 kap. 5–6 §§). Den som slår larm skyddas också av lagen (2021:890).",
            "Public employees in Sweden may talk to the media without asking anyone, and the employer may neither find out who did nor punish (TF 1:7 and 3:5–6; YGL 1:10 and 2:5–6); raising the alarm is protected by Act 2021:890, too. Elsewhere: EU directive 2019/1937; European Convention, article 10.",
        ),
        "publicly-funded": Both(
            "I offentligt finansierad vård, skola och omsorg får man berätta för medier, och arbetsgivaren får varken ta reda på vem det var eller straffa (lagen 2017:151). Den som slår larm skyddas också av lagen (2021:890).",
            "In publicly funded care and schools in Sweden one may tell the media, and the employer may neither find out who did nor punish (Act 2017:151); raising the alarm is protected by Act 2021:890, too. Elsewhere: EU directive 2019/1937; European Convention, article 10.",
        ),
        "private": Both(
            "Att slå larm om missförhållanden är skyddat (lagen 2021:890). Ingen myndighet får hindra någon från att berätta för medier (TF 1 kap. 7 §, YGL 1 kap. 10 §); hos en privat arbetsgivare gäller också lojalitetsplikten, och inom den får man kritisera öppet (Arbetsdomstolens praxis; Europakonventionen artikel 10).",
            "Raising the alarm about a wrong at work is protected (EU directive 2019/1937; in Sweden, Act 2021:890). In a private employment the duty of loyalty holds as well, and within it one may criticise in public (European Convention, article 10).",
        ),
    },
    "criticism": {
        "": Both(
            "Att kritisera sin egen arbetsplats är yttrandefrihet (regeringsformen 2 kap. 1 § för offentligt anställda, kritikrätten inom lojalitetsplikten för andra; Europakonventionen artikel 10).",
            "Criticising one's own workplace is freedom of expression (European Convention, article 10; EU Charter, article 11; in the USA, NLRA, section 7).",
        ),
        "public": Both(
            "Offentligt anställda har yttrandefrihet mot sin arbetsgivare, och får inte straffas för att de använder den (regeringsformen 2 kap. 1 §; TF 3 kap. 6 § och YGL 2 kap. 6 §).",
            "Public employees in Sweden have freedom of expression towards their employer, and may not be punished for using it (Instrument of Government 2:1; TF 3:6; YGL 2:6). Elsewhere: EU Charter, article 11; European Convention, article 10.",
        ),
        "publicly-funded": Both(
            "Att kritisera sin arbetsplats är tillåtet inom lojalitetsplikten, som är mild när det gäller brister som rör andras säkerhet; den som berättar för medier skyddas i offentligt finansierad vård, skola och omsorg av lagen (2017:151).",
            "Criticising one's own workplace is allowed within the duty of loyalty; in publicly funded care and schools in Sweden, Act 2017:151 protects whoever tells the media. Elsewhere: European Convention, article 10; EU Charter, article 11.",
        ),
        "private": Both(
            "Den som är privatanställd får kritisera sin arbetsgivare, också öppet, så länge det inte är till för att skada (kritikrätten inom lojalitetsplikten, Arbetsdomstolens praxis; Europakonventionen artikel 10).",
            "An employee may criticise the employer, in public too, within the duty of loyalty (Swedish Labour Court practice; European Convention, article 10; in the USA, NLRA, section 7).",
        ),
        "association": Both(
            "Den som en förening har anställt får kritisera den som andra privatanställda får, inom lojalitetsplikten; medlemmar har ingen lojalitetsplikt alls (Europakonventionen artikel 10).",
            "Those whom an association employs may criticise it as other private employees may, within the duty of loyalty; members have no such duty (European Convention, article 10).",
        ),
    },
}  # fmt: skip


def protection(post: Post) -> str:
    """Which protection applies, in the post's language, by the law of the employer's sector; nothing where none does."""
    if post.context.layer not in ("", "employee") or not post.hits.of("work"):
        return ""
    for kind, applies in (("tip", _is_tip), ("union", _is_union), ("criticism", _is_criticism)):
        if applies(post):
            told = (_law(kind, post.context.sector), _SO, _NO_ADVICE)
            return " ".join(each.of(post.language) for each in told)
    return ""


def _law(kind: str, sector: Sector) -> Both:
    """An association is a private employer where nothing else is said of it."""
    by_sector = LAWS[kind]
    private: tuple[Sector, ...] = ("private",) if sector == "association" else ()
    return next(by_sector[each] for each in (sector, *private, "") if each in by_sector)


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
