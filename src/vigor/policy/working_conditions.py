"""Does a change touch working conditions? Proposed from the words that changed, never decided.

In Sweden an employer negotiates with the unions before it decides on important changes of what its people work under
(MBL 1976:580, § 11, § 38 apart), and keeps them informed of how the business goes and of its principles for personnel
(§ 19). A policy for social media may well touch that: when one is to answer, who reads along, what follows on a breach.

Word lists are our own. A topic is proposed when one of its words stands in a sentence that came, went or was reworded;
`TOPICS` carries its examples, and `tests/core/policy/test_working_conditions.py` tries them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from vigor.language.words import sentence_spans
from vigor.policy.diff import text_of
from vigor.policy.document import Policy
from vigor.policy.html import to_plain


@dataclass(frozen=True)
class Topic:
    """Something that people work under. Words are beginnings of words, as they are written in lower case.

    `flags` are sentences in which it is touched, `passes` some in which it isn't, by language.
    """

    name: str
    sv: tuple[str, ...]
    en: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]
    passes: tuple[tuple[str, str], ...]

    @cached_property
    def pattern(self) -> dict[str, re.Pattern[str]]:
        return {language: _any_of(getattr(self, language)) for language in ("sv", "en")}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Beginnings of words; one that ends in a full stop is a whole word."""
    ends = (re.escape(word[:-1]) + r"\b" if word.endswith(".") else re.escape(word) for word in words)
    return re.compile(r"\b(?:" + "|".join(ends) + ")", re.IGNORECASE)


HOURS = Topic(
    "hours",
    sv=("arbetstid", "övertid", "kvällstid", "jourtid", "jour.", "beredskap", "schema", "skift", "rast.", "raster.",
        "fritid", "ledig tid", "lediga tid", "semester", "utanför arbetstid", "efter jobbet", "på helg", "på kvällar",
        "dygnet runt", "deltid", "vilotid", "nås.", "nåbar"),
    en=("working hours", "working time", "overtime", "on call", "on-call", "shift", "after work", "out of hours",
        "outside hours", "spare time", "free time", "leisure", "weekend", "evenings", "holiday", "rest period",
        "standby", "around the clock", "schedule", "part-time", "days off", "day off", "reachable", "lunch break", "a break."),
    flags=(
        ("sv", "Vi svarar också på kvällar och helger, enligt ett jourschema."),
        ("sv", "Den som har beredskap läser inkorgen var tredje timme."),
        ("sv", "Vi skriver för Spolverket bara på arbetstid."),
        ("en", "Whoever is on call answers within an hour."),
        ("en", "We answer outside working hours, too."),
    ),
    passes=(
        ("sv", "Vi svarar samma dag."),
        ("sv", "Vi lämnar ironin hemma i fikarummet."),
        ("en", "We answer the same day."),
        ("en", "We let the other have the last word."),
    ),
)  # fmt: skip
MONITORING = Topic(
    "monitoring",
    sv=("övervak", "bevak", "kontrollera medarbetar", "loggas", "loggar.", "loggning", "spåra.", "spårning", "granskar medarbetar",
        "läser medarbetar", "följer upp medarbetar", "kameraöver", "gps", "stickprov", "mäter medarbetar", "avlyssn"),
    en=("monitor", "surveill", "logged", "logging", "we log", "track", "spot check", "spot-check", "inspect",
        "keep an eye on employees", "record calls", "screening"),
    flags=(
        ("sv", "Vi loggar vem som har skrivit vad i bolagets namn."),
        ("sv", "Chefen gör stickprov bland svaren."),
        ("sv", "Trafiken på jobbets datorer övervakas."),
        ("en", "We monitor what is written on company devices."),
        ("en", "Replies are logged with the name of the one who wrote."),
    ),
    passes=(
        ("sv", "Vi läser hela tråden innan vi svarar."),
        ("sv", "Vi lyssnar när någon klagar."),
        ("en", "We read the whole thread before we answer."),
        ("en", "We listen when somebody complains."),
    ),
)  # fmt: skip
DISCIPLINE = Topic(
    "discipline",
    sv=("varning", "uppsägning", "uppsagd", "säga upp", "sägs upp", "avsked", "disciplin", "påföljd", "sanktion",
        "arbetsrättslig", "omplacer", "erinran", "konsekvenser för", "misskötsel", "avstängd", "avstängning", "löneavdrag"),
    en=("warning", "dismiss", "terminat", "disciplin", "sanction", "misconduct", "suspend", "suspension", "reprimand",
        "fired", "consequences for employ", "reassign"),
    flags=(
        ("sv", "Den som bryter mot detta kan få en skriftlig varning."),
        ("sv", "Upprepade brott kan leda till uppsägning."),
        ("sv", "Brott mot riktlinjerna får arbetsrättsliga följder."),
        ("en", "A breach may lead to disciplinary measures."),
        ("en", "Repeated breaches may end in dismissal."),
    ),
    passes=(
        ("sv", "Vi säger förlåt när vi har gjort fel."),
        ("sv", "Vi stänger av kommentarerna när en tråd spårar ur."),
        ("en", "We say sorry when we got it wrong."),
        ("en", "We hide comments that break the law."),
    ),
)  # fmt: skip
PAY = Topic(
    "pay",
    sv=("lön.", "lönen.", "löner", "löne", "ersättning", "bonus", "provision", "betalt för", "obetal", "arvode",
        "anställningsvillkor", "förmån", "kollektivavtal"),
    en=("pay.", "paid", "salary", "salaries", "wage", "bonus", "commission", "compensation", "unpaid", "fee.",
        "terms of employment", "benefit", "collective agreement"),
    flags=(
        ("sv", "Den som sköter kontot på kvällar får ersättning för det."),
        ("sv", "Hur vi syns vägs in när vi sätter lön."),
        ("sv", "Att vara talesperson ger ett arvode."),
        ("en", "Stewards are paid for the hours they spend in the inbox."),
        ("en", "Sales staff get a commission on what they post."),
    ),
    passes=(
        ("sv", "Vi lönar inte dem som tipsar pressen."),
        ("sv", "Vi bjuder på kaffe."),
        ("en", "We thank whoever points out a mistake."),
        ("en", "We repay trust with candour."),
    ),
)  # fmt: skip
OWN_ACCOUNTS = Topic(
    "own-accounts",
    sv=("privata konto", "privat konto", "egna konto", "eget konto", "egna profil", "privata profil", "privatliv",
        "privat mobil", "privata mobil", "privata telefon", "egen telefon", "egen mobil", "i sociala medier privat",
        "som privatperson", "privata åsikt", "bisyssl"),
    en=("private account", "personal account", "own account", "own profile", "personal profile", "private profile",
        "private life", "own phone", "personal phone", "personal device", "own device", "in your own name",
        "in our own name", "private opinion", "sideline", "second job"),
    flags=(
        ("sv", "På våra privata konton skriver vi inget om kunder."),
        ("sv", "Vi använder inte privata telefoner för bolagets konton."),
        ("sv", "Bisysslor i sociala medier anmäls till chefen."),
        ("en", "We don't write about customers on our own accounts."),
        ("en", "Nobody has to use a personal phone for the company's accounts."),
    ),
    passes=(
        ("sv", "Vi skriver inget om kunders privata affärer."),
        ("sv", "Vi skriver vem som svarar."),
        ("en", "We never ask for a customer's address in public."),
        ("en", "We say who answers."),
    ),
)  # fmt: skip
DUTIES = Topic(
    "duties",
    sv=("arbetsuppgift", "tjänstebeskrivning", "ingår i tjänsten", "ingår i jobbet", "skyldig att delta", "bemann",
        "arbetsmiljö", "arbetsbelastning", "stress", "hot och hat", "tystnadsplikt", "lojalitetsplikt", "utbildning är obligatorisk", "skyddsombud"),
    en=("job description", "part of the job", "duties", "staffing", "work environment", "workload", "stress",
        "threats and hate", "duty of loyalty", "duty of confidentiality", "mandatory training", "safety representative"),
    flags=(
        ("sv", "Att svara i sociala medier ingår i tjänsten för alla i butik."),
        ("sv", "Vid hot och hat larmar vi skyddsombudet."),
        ("sv", "Två personer bemannar inkorgen varje förmiddag."),
        ("en", "Answering is part of the job for everybody in the shops."),
        ("en", "Our duty of loyalty holds online, too."),
    ),
    passes=(
        ("sv", "Vi frågar en kollega när vi tvekar."),
        ("sv", "Vi delar gärna varandras inlägg."),
        ("en", "We ask a colleague when in doubt."),
        ("en", "We gladly share one another's posts."),
    ),
)  # fmt: skip

TOPICS = (HOURS, MONITORING, DISCIPLINE, PAY, OWN_ACCOUNTS, DUTIES)


def topics_in(sentence: str, language: str) -> tuple[Topic, ...]:
    """The topics that a sentence in plain text touches; none in a language other than "sv" and "en"."""
    return tuple(
        topic for topic in TOPICS if language in topic.pattern and topic.pattern[language].search(sentence)
    )


def touched(before: Policy, after: Policy, language: str) -> tuple[Topic, ...]:
    """The topics in sentences that stand in one of the two texts only, in the order of `TOPICS`."""
    old, new = set(_sentences(before)), set(_sentences(after))
    found = {topic.name for sentence in old ^ new for topic in topics_in(sentence, language)}
    return tuple(topic for topic in TOPICS if topic.name in found)


def _sentences(policy: Policy) -> Iterator[str]:
    for text in (policy.opening, *map(text_of, policy.points())):
        plain = to_plain(text)
        for start, end in sentence_spans(plain):
            yield " ".join(plain[start:end].lower().split())
