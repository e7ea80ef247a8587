"""What an account lacks to be in good hands: "are the right people at the wheel?"

Each lack is a rule: a condition on the account's row, with why it matters and how to mend it. The same condition finds
one account's lacks and counts those of all. Whether its topics belong to somebody is told by `topics`, in Python.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.people.models import Department
from vigor_portal.voices.models import Account, Known, Stewardship
from vigor_portal.voices.overview.topics import owners_of, topic_key, unowned

TOPICS = "topics"
HAS_AGENCY = Q(keys__agency__gt="")


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that an account lacks, in the reader's language. `url` is where it can be mended, a path on this site.

    `kind` is the name of a rule in `RULES`, or "topics". `grave`: nobody here can answer in the account.
    """

    kind: str
    why: str
    mend: str
    url: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of lack. `name` is said in lists and counts; `when` gets the day; it is a condition on `with_holders`."""

    kind: str
    name: str | Promise
    why: str | Promise
    mend: str | Promise
    when: Callable[[], Q]
    where: str = ""  # the place on the account's page
    grave: bool = False


RULES: tuple[Rule, ...] = (
    Rule(
        "no-steward",
        gettext_lazy("nobody holds it"),
        gettext_lazy("Nobody who is here holds the account."),
        gettext_lazy("Ask two colleagues who know the matter, and add them."),
        lambda: Q(here=0) & ~HAS_AGENCY,
        "stewards",
        grave=True,
    ),
    Rule(
        "only-outsiders",
        gettext_lazy("only outsiders hold it"),
        gettext_lazy("An agency holds the keys, and nobody who works here holds the account."),
        gettext_lazy("Add two colleagues, and let them have keys of their own."),
        lambda: Q(here=0) & HAS_AGENCY,
        "stewards",
        grave=True,
    ),
    Rule(
        "one-steward",
        gettext_lazy("one person alone holds it"),
        gettext_lazy("One person alone holds the account: on a day off, nobody answers."),
        gettext_lazy("Add a second steward."),
        lambda: Q(here=1),
        "stewards",
    ),
    Rule(
        "agency",
        gettext_lazy("an agency holds the keys"),
        gettext_lazy("An agency holds the keys. If we part, so may the account."),
        gettext_lazy("See to it that somebody here can sign in, too."),
        lambda: Q(here__gt=0) & HAS_AGENCY,
        "keys",
    ),
    Rule(
        "no-purpose",
        gettext_lazy("no purpose"),
        gettext_lazy("It isn’t said what the account is for."),
        gettext_lazy("Say it in a sentence: whom it helps, and with what."),
        lambda: Q(purpose=""),
        "about",
    ),
    Rule(
        "no-hours",
        gettext_lazy("no answering times"),
        gettext_lazy("It isn’t said when the account is answered."),
        gettext_lazy("Write the hours. “Weekdays 8–17” is enough."),
        lambda: Q(hours=""),
        "about",
    ),
    Rule(
        "no-sender",
        gettext_lazy("no sender line"),
        gettext_lazy("There is no sender line: people can’t see who answers."),
        gettext_lazy("Write one on the card, such as “Here customer service answers, weekdays 8–17”."),
        lambda: Q(card=None) | Q(card__sender=""),
        "card",
    ),
    Rule(
        "keys-unknown",
        gettext_lazy("keys nobody knows of"),
        gettext_lazy("It isn’t noted where the keys are kept."),
        gettext_lazy("Note the place, such as “the vault, folder Social”. Never the password itself."),
        lambda: Q(keys=None) | Q(keys__kept_in=""),
        "keys",
    ),
    Rule(
        "no-two-factor",
        gettext_lazy("no two-factor sign-in"),
        gettext_lazy("One password is all that it takes to get in."),
        gettext_lazy("Turn two-factor sign-in on."),
        lambda: Q(keys__two_factor=Known.NO),
        "keys",
    ),
    Rule(
        "recovery-not-ours",
        gettext_lazy("a recovery address that isn’t ours"),
        gettext_lazy(
            "Whoever owns the recovery address can take the account over, and it isn’t in our name."
        ),
        gettext_lazy("Change it to an address of ours that more than one person reads."),
        lambda: Q(keys__recovery_is_ours=Known.NO),
        "keys",
    ),
    Rule(
        "review-overdue",
        gettext_lazy("not looked through in time"),
        gettext_lazy("The day to look it through has passed."),
        gettext_lazy("Look it through: it takes a few minutes."),
        lambda: Q(review_on__lt=timezone.localdate()),
        "review",
    ),
)
NAMES: Mapping[str, str | Promise] = {
    **{rule.kind: rule.name for rule in RULES},
    TOPICS: gettext_lazy("topics of another department"),
}


def lacking(account: Account) -> tuple[Lack, ...]:
    """What the account lacks, the gravest first; nothing once it has ended. At most seven queries."""
    return lacking_of([account]).get(account.pk, ())


def lacking_of(accounts: Iterable[Account]) -> dict[int, tuple[Lack, ...]]:
    """The same for many, by primary key: as many queries as for one. Those that lack nothing are left out."""
    by_pk = {account.pk: account for account in accounts if not account.has_ended}
    if not by_pk:
        return {}
    found: dict[int, list[Lack]] = defaultdict(list)
    rows = _flagged(Account.objects.filter(pk__in=by_pk)).values("pk", *map(_flag, RULES))
    for row in rows:
        url = reverse("voices:account", kwargs={"public_id": by_pk[row["pk"]].public_id})
        found[row["pk"]] += [
            Lack(rule.kind, str(rule.why), str(rule.mend), f"{url}#{rule.where}", rule.grave)
            for rule in RULES
            if row[_flag(rule)]
        ]
    for pk, lack in _topics_of(list(by_pk.values())):
        found[pk].append(lack)
    return {pk: tuple(lacks) for pk, lacks in found.items() if lacks}


def with_holders(accounts: QuerySet[Account]) -> QuerySet[Any]:
    """Each account with `here`: how many stewards it has who are here."""
    held = (
        Stewardship.objects.filter(account=OuterRef("pk"), until=None, member__is_active=True)
        .order_by()
        .values("account")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return accounts.annotate(here=Coalesce(Subquery(held, output_field=IntegerField()), 0))


def those_lacking(accounts: QuerySet[Account], kind: str = "") -> QuerySet[Any]:
    """Those of the accounts that lack something, or one kind of thing (a kind in `RULES`)."""
    wanted = [rule for rule in RULES if kind in ("", rule.kind)]
    conditions = Q()
    for rule in wanted:
        conditions |= rule.when()
    return with_holders(accounts.exclude(state__in=Account.ENDED)).filter(
        conditions if wanted else Q(pk=None)
    )


def counted(accounts: QuerySet[Account]) -> dict[str, int]:
    """How many of the accounts lack each kind of thing in `RULES`; one query."""
    live = with_holders(accounts.exclude(state__in=Account.ENDED)).order_by()
    totals = {_flag(rule): Count("pk", filter=rule.when()) for rule in RULES}
    found = live.aggregate(**totals)
    return {rule.kind: found[_flag(rule)] for rule in RULES}


def _flag(rule: Rule) -> str:
    return "lacks_" + rule.kind.replace("-", "_")


def _flagged(accounts: QuerySet[Account]) -> QuerySet[Any]:
    flags = {
        _flag(rule): Case(
            When(rule.when(), then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for rule in RULES
    }
    return with_holders(accounts).annotate(**flags)


def departments_of_stewards(accounts: Sequence[Account]) -> dict[int, set[int]]:
    """The departments of those who hold each account and are here; an empty set where none of them has one."""
    pairs = Stewardship.objects.filter(account__in=accounts, until=None, member__is_active=True)
    held: dict[int, set[int]] = defaultdict(set)
    for account, department in pairs.values_list("account", "member__department"):
        held[account] |= {department} - {None}
    return held


def with_foreign_topics() -> list[int]:
    """The accounts (primary keys, by name) with topics that none of their stewards' departments owns; six queries."""
    live = Account.objects.exclude(state__in=Account.ENDED).exclude(topics=[]).order_by("name", "pk")
    said = dict(live.values_list("pk", "topics"))
    held: dict[int, set[int]] = defaultdict(set)
    stewards = Stewardship.objects.filter(until=None, member__is_active=True)
    for account, department in stewards.values_list("account", "member__department").iterator(
        chunk_size=5000
    ):
        held[account] |= {department} - {None}
    owners = owners_of(topic for topics in said.values() for topic in topics)
    return [pk for pk, topics in said.items() if pk in held and unowned(topics, held[pk], owners)]


def _topics_of(accounts: Sequence[Account]) -> Iterable[tuple[int, Lack]]:
    with_topics = [account for account in accounts if account.topics]
    if not with_topics:
        return
    held = departments_of_stewards(with_topics)
    owners = owners_of(topic for account in with_topics for topic in account.topics)
    foreign = {
        account: unowned(account.topics, held[account.pk], owners)
        for account in with_topics
        # Where nobody holds it, that is what is told.
        if account.pk in held
    }
    names = (
        {department.pk: department.name for department in Department.objects.all()}
        if any(foreign.values())
        else {}
    )
    for account, topics in foreign.items():
        if topics:
            yield account.pk, _topics_lack(account, topics, owners, names)


def _topics_lack(
    account: Account, topics: Sequence[str], owners: Mapping[str, set[int]], names: Mapping[int, str]
) -> Lack:
    whose = {names[pk] for topic in topics for pk in owners.get(topic_key(topic), ()) if pk in names}
    why = _("Nobody who holds it is from a department that these topics belong to: %(topics)s.")
    if whose:
        mend = _("Ask somebody from %(departments)s to hold it, too.") % {
            "departments": ", ".join(sorted(whose))
        }
    else:
        mend = _("They belong to no department yet. Say which departments the account is for.")
    url = reverse("voices:account", kwargs={"public_id": account.public_id})
    return Lack(
        TOPICS, why % {"topics": ", ".join(topics)}, mend, f"{url}#{'stewards' if whose else 'about'}"
    )
