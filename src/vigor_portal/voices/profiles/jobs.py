"""Reading profiles, by workers: a server elsewhere may take its time."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from vigor.fetch import Refused
from vigor.networks import Address
from vigor.networks.profiles import READERS, Profile
from vigor_portal.jobs.actions import PATIENT, enqueue
from vigor_portal.jobs.performing import outside
from vigor_portal.notices.actions import tell
from vigor_portal.voices.models import Account, AccountProfile, OwnProfile
from vigor_portal.voices.profiles import queries
from vigor_portal.voices.profiles.judging import judge_employee
from vigor_portal.voices.profiles.reading import look

DAYS_BETWEEN = 7
# So many a night at most: all of them within the week, and no flood when the site has been away.
A_NIGHT = 2000
MOST_LINKS_KEPT = 50


class Again(Exception):
    """A server elsewhere was in trouble: the job is put off. Says nothing of which."""


@outside
def read_own(own: int) -> None:
    """Read a member's own profile, keep two answers of it, and nothing if they have turned it off meanwhile."""
    found = OwnProfile.objects.filter(pk=own, checking=True).select_related("member").first()
    if found is None or not found.member.is_active:
        return
    kept: dict[str, object]
    try:
        profile = look(Address(found.network, found.address_key, found.address, found.shown))
    except Refused as refused:
        # Its owner sees why, and asks again: nobody else is to wonder about a job that goes round.
        kept = {"trouble": refused.kind, "names_employer": None, "names_title": None}
    else:
        judged = judge_employee(profile.words, employer=queries.employer(), title=found.member.title)
        kept = {"trouble": "", "names_employer": judged.names_employer, "names_title": judged.names_title}
    OwnProfile.objects.filter(pk=own, checking=True).update(read_at=timezone.now(), **kept)


def read_all() -> None:
    """Every speaking account whose network lets us is read once a week."""
    before = timezone.now() - timedelta(days=DAYS_BETWEEN)
    due = (
        Account.objects.filter(state__in=Account.SPEAKING, network__in=READERS)
        .exclude(address="")
        .filter(Q(profile=None) | Q(profile__tried_at=None) | Q(profile__tried_at__lt=before))
        .order_by("pk")
    )
    for pk in due.values_list("pk", flat=True)[:A_NIGHT]:
        enqueue(read_account, account=pk, priority=PATIENT)


@outside
def read_account(account: int) -> None:
    """Read a logo account's profile. What was read before stays where there was nothing to read now.

    Raises Again where the server may do better in a while: then the job is done again, later.
    """
    found = Account.objects.filter(pk=account).exclude(address="").first()
    if found is None or found.has_ended:
        return
    try:
        profile = look(Address(found.network, found.address_key, found.address, found.shown))
    except Refused as refused:
        AccountProfile.objects.update_or_create(
            account=found, defaults={"tried_at": timezone.now(), "trouble": refused.kind}
        )
        if refused.is_passing:
            raise Again from None
        return
    _keep(found, profile)


@transaction.atomic
def _keep(account: Account, profile: Profile) -> None:
    before = queries.judged(account)
    now = timezone.now()
    AccountProfile.objects.update_or_create(
        account=account,
        defaults={
            "tried_at": now,
            "read_at": now,
            "trouble": "",
            "pasted": False,
            "name": profile.name,
            "text": profile.words[:3000],
            "links": [link.url for link in profile.links][:MOST_LINKS_KEPT],
            "moved_to": profile.moved_to[:500],
        },
    )
    after = queries.judged(Account.objects.get(pk=account.pk))
    # Told once, when something goes missing that was there or that nobody had looked for: not every week.
    if after and not after.is_fine and (before is None or before.is_fine):
        held = account.stewardships.filter(until=None, member__is_active=True).select_related("member")
        tell([each.member for each in held if each.member], "account.profile-lacks", account)
