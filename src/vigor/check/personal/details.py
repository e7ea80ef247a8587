"""Health, debt and cases of a person who is named: what the law calls sensitive, and what is told in confidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.frames import WINDOW, Frame, Frames, has, is_negated, is_question, pattern
from vigor.check.late import Late
from vigor.check.names import called_people, named_people
from vigor.check.personal.numbers import Found
from vigor.check.post import Post

_PREDICATES = Frames(
    sv=(
        Frame(
            "sjukskriv~, långtidssjuk~, utbränd, deprimerad, inlagd, dement, demens~, cancer, bröstcancer, prostatacancer, leukemi, diagnos, diagnosen, diagnostiserad~, adhd, autism, bipolär, bipolaritet, "
            "missfall, missfallet, depression, depressionen, utmattning~, utmattad, hjärtinfarkt, stroke, epilepsi, diabetes, missbruk~, alkoholist, alkoholproblem, rehab, avgiftning, operera~, cellgifter, "
            "psykos, psykiatrin, självmordsförsök, ätstörning~, hiv, abort, gravid, sjukdom, kronisk~, magsjuk~, influensa~, migrän, blindtarm~, sjuk, drogproblem, behandlingshem~",
            variant="health",
            confidence=0.8,
        ),
        Frame(
            "skyldig, kronofogde~, skuldsatt, skulder, skuld, skulden, betalningsanmärkning~, skuldsanering~, inkasso~, utmätning~, vräkt, vräks, konkurs, försörjningsstöd, socialbidrag, bostadsbidrag, a-kassa, sjukpenning, obetalda, obetald, lönen, lön",
            variant="debt",
            confidence=0.75,
        ),
        Frame(
            "polisanmäld, vårdnadstvist~, socialtjänst~, orosanmälan, åtalad, åtalas, dömd, häktad, varning, avskedad, uppsagd, skyddad identitet, kontaktförbud, besöksförbud, hemlig adress, klagomålsärende, reklamationsärende",
            variant="case",
            confidence=0.75,
        ),
    ),
    en=(
        Frame(
            "sick leave, off sick, signed off, burnout, burnt out, burned out, depressed, depression, cancer, leukaemia, leukemia, dementia, diagnosed, diagnosis, adhd, autism, bipolar, miscarriage, "
            "heart attack, stroke, epilepsy, diabetes, rehab, alcoholic, addiction, chemo, chemotherapy, psychosis, suicide attempt, eating disorder, hiv, abortion, pregnant, illness, chronic~, surgery, "
            "anxiety, drinking problem, migraine, migraines, breakdown, hospitalised, hospitalized",
            variant="health",
            confidence=0.8,
        ),
        Frame(
            "in debt, debts, bankrupt, bankruptcy, bailiffs, debt collection, collections, evicted, eviction, arrears, unpaid, overdue, defaulted, behind on, salary, owes, housing benefit, benefits, unemployment benefit, sick pay, child support",
            variant="debt",
            confidence=0.75,
        ),
        Frame(
            "arrested, convicted, custody battle, social services, child protection, restraining order, disciplinary, fired for, under investigation, final warning, criminal record, asylum case, sacked for",
            variant="case",
            confidence=0.75,
        ),
    ),
)
# Between a name and what is told of it stands a verb that makes it theirs; and the end of the name's own sentence never does.
_LINK = {
    "sv": r"(?:s|n)?(?:,[^,.!?\n]{1,30},)?\W+(?:\w+\W+){0,3}?(?:är|var|blev|blivit|har|hade|fick|fått|ligger|låg|lider|led|kämpar|väntar|ska|gick|går|behandlas|bor|heter|vårdas|står|hos|opereras|opererades|drabbades|drabbats|diagnostiserades|söker|mår|genomgår|sövs)\b(?:\W+\w+){0,6}\W*\Z",
    "en": r"(?:['’]s)?(?:,[^,.!?\n]{1,30},)?\W*(?:\w+\W+){0,3}?(?:is|was|has|had|got|gets|suffers|suffered|['’]s|fights|been|being|went|having|underwent|owes|fell|recovering|receives|left|needs)\b(?:\W+\w+){0,6}\W*\Z",
}
_OWNED = {"sv": r"s\W+(?:\w+\W+){0,2}\Z", "en": r"['’]s?\W+(?:\w+\W+){0,2}\Z"}
# "Reply to Eva Lind: your housing benefit …"
_TO_THEM = {
    "sv": Late(r"[:,!] *(?:\w+ ){0,2}(?:din|ditt|dina)\W+(?:\w+\W+){0,2}\Z"),
    "en": Late(r"[:,!] *(?:\w+ ){0,2}your\W+(?:\w+\W+){0,2}\Z"),
}
_HE = Late(r"(?:han|hon|hen|he|she)\b")
_COLLEAGUE = {
    "sv": r"\b(?:koll?eg\w*|vår (?:vd|chef|medarbetare)|min chef|teamet)\b",
    "en": r"\b(?:colleague\w*|our (?:ceo|boss|manager)|my boss|team)\b",
}
_WORK = {
    "sv": r"\b(?:forsk\w*|föreläs\w*|insaml\w*|samla\w*|skriv(?:it|er|a) (?:en )?(?:bok|om)|bok(?:en)? om|berätta\w*|pratar? om|arbetar med|jobbar (?:med|på|som)|läkare|överläkare|professor|expert\w*|spring\w*|stöd\w* (?:till|för)|kampanj\w*|mot cancer)\b",
    "en": r"\b(?:research\w*|lectur\w*|fundrais\w*|rais\w+|wr(?:ote|itten|ites) (?:a book|about)|book (?:on|about)|talks? about|told|tells|works? (?:with|in|as)|doctor|professor|expert\w*|charity|campaign\w*|awareness|supports?|specialis\w*|specializ\w*)\b",
}


def details(post: Post) -> Iterator[Found]:
    """What is told of a named person's health, money or case: from the name to the telling word."""
    people: list[Span] | None = None
    called: frozenset[int] = frozenset()
    for hit in _PREDICATES.find(post):
        if people is None:
            customers = tuple(called_people(post.text))
            called = frozenset(span.end for span in customers)
            people = sorted({*named_people(post.text), *customers})
        whose = _whose(post, people, hit.word.start)
        if not whose or (hit.frame.variant == "health" and not _is_recognised(post, whose, called)):
            continue
        if is_negated(post, hit.word.start) or is_question(post, hit.word.start):
            continue
        if not has(post, _WORK[post.language], post.sentence_at(hit.word.start)):
            yield Found(hit.frame.variant, Span(whose.start, hit.word.end), hit.frame.confidence)


def _is_recognised(post: Post, person: Span, called: frozenset[int]) -> bool:
    """Is it somebody by full name, or a customer or patient? A colleague's first name is told of by `too-private`."""
    return person.end in called or (" " in post.of(person) and not has(post, _COLLEAGUE[post.language]))


def _whose(post: Post, people: list[Span], place: int) -> Span | None:
    """The person that the word at a place is said of."""
    begins = post.sentence_at(place).start
    # "… Ali Karim? Han är skyldig tre hyror.": the one of the sentence before.
    if _HE.match(post.lower, begins):
        number = post.sentences.index(post.sentence_at(place))
        begins = post.sentences[max(0, number - 1)].start
    for number in range(bisect_left(people, (place,)) - 1, -1, -1):
        person = people[number]
        if person.start < begins or place - person.end > WINDOW:
            break
        between = post.lower[person.end : place]
        own = post.lower[person.start : person.end]
        if post.language == "sv" and own.endswith("s"):
            between = "s" + between
        if re.search(r"\b(?:jag|vi|i|we|my|min)\b", between):
            continue
        if pattern(rf"\A(?:{_LINK[post.language]})").search(between):
            return person
        if _TO_THEM[post.language].match(between):
            return person
        if pattern(rf"\A(?:{_OWNED[post.language]})").search(between):
            return person
    return None
