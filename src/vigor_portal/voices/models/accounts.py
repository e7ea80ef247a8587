"""The accounts that speak for the brand, how each sounds, who holds it, and where its keys are."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import Department, make_public_id

LONGEST_NAME = 120
LONGEST_LINE = 300
LONGEST_TEXT = 3000


class Searched(models.TextField):
    """What a search looks in: the words of an account in lower case, written whenever the account is.

    One column, because to look through five of them in each of many rows takes five times as long; and lower case by
    Python, because SQLite knows that of a–z alone.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"editable": False, "default": "", "blank": True}
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        said = [
            str(getattr(model_instance, name)) for name in ("name", "shown", "address", "purpose", "audience")
        ]
        words = "\n".join((*said, *getattr(model_instance, "topics", ()))).casefold()
        setattr(model_instance, self.attname, words)
        return words


class Account(models.Model):
    """A social media account, page, channel or group in the brand's name.

    It is here from the day it is approved, or found. `address` is where it is, in its network's one way of writing
    (`vigor.networks`), and `address_key` the same for comparing ("x:spolverket"); both are empty until it is registered.
    `speaks_since` is the first day it spoke for the brand, `until` the last.
    """

    class State(models.TextChoices):
        FOUND = "found", _("found")
        APPROVED = "approved", _("approved")
        REGISTERED = "registered", _("registered")
        VERIFIED = "verified", _("verified")
        IN_USE = "in-use", _("in use")
        RESTING = "resting", _("resting")
        CLOSED = "closed", _("closed")
        HANDED_OVER = "handed-over", _("handed over")

    # Those that the press room vouches for.
    SPEAKING = (State.VERIFIED, State.IN_USE, State.RESTING)
    ENDED = (State.CLOSED, State.HANDED_OVER)

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    network = models.CharField(max_length=32)  # a key of the table of networks
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    address = models.CharField(max_length=500, blank=True)
    address_key = models.CharField(max_length=300, blank=True)
    shown = models.CharField(max_length=200, blank=True)  # the address as people write it: "@spolverket"
    state = models.CharField(max_length=12, choices=State, default=State.FOUND)

    purpose = models.TextField(_("purpose"), max_length=LONGEST_TEXT, blank=True)
    audience = models.CharField(_("for whom"), max_length=LONGEST_LINE, blank=True)
    topics = models.JSONField(default=list, blank=True)  # ["spare parts", …]
    hours = models.CharField(_("when it is answered"), max_length=LONGEST_LINE, blank=True)
    ends = models.CharField(_("how it ends"), max_length=LONGEST_LINE, blank=True)
    departments = models.ManyToManyField(Department, blank=True, related_name="accounts")
    searched = Searched()

    entered_at = models.DateTimeField(default=timezone.now)
    speaks_since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    # When somebody last looked it through, and when it is time again.
    looked_through_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("address_key",), condition=~models.Q(address_key=""), name="one_account_an_address"
            ),
        )
        indexes = (
            models.Index(fields=("state", "name"), name="accounts_by_state"),
            models.Index(fields=("name", "id"), name="accounts_by_name"),
            models.Index(fields=("review_on",), name="accounts_by_review"),
        )

    def __str__(self) -> str:
        return self.public_id

    @property
    def speaks(self) -> bool:
        return self.state in self.SPEAKING

    @property
    def has_ended(self) -> bool:
        return self.state in self.ENDED


class FormerAddress(models.Model):
    """An address that was an account's until it was renamed or closed; it answers "was, until …"."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="former_addresses")
    network = models.CharField(max_length=32)
    address = models.CharField(max_length=500)
    address_key = models.CharField(max_length=300, db_index=True)
    shown = models.CharField(max_length=200, blank=True)
    until = models.DateField()

    def __str__(self) -> str:
        return self.address_key


class Card(models.Model):
    """An account's identity: how it sounds, what it stands for, who answers. One for each account.

    The lists hold a line each: `does` and `avoids_saying` are examples of how we sound and how not, `stands_for` what
    the account is for, `silent_on` what it doesn't comment on.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="card")
    tone = models.TextField(_("how we sound"), max_length=LONGEST_TEXT, blank=True)
    does = models.JSONField(default=list, blank=True)
    avoids_saying = models.JSONField(default=list, blank=True)
    stands_for = models.JSONField(default=list, blank=True)
    silent_on = models.JSONField(default=list, blank=True)
    sender = models.CharField(_("sender"), max_length=LONGEST_LINE, blank=True)
    signature = models.CharField(_("how we sign"), max_length=80, blank=True)  # "/Anna"
    house_rules = models.TextField(_("house rules"), max_length=LONGEST_TEXT, blank=True)

    def __str__(self) -> str:
        return f"the card of {self.account_id}"


class Known(models.TextChoices):
    """Yes, no, or nobody knows yet."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("we don’t know yet")


class Keys(models.Model):
    """Where an account's keys are. A reference ("the vault, folder Social"), never a password."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="keys")
    kept_in = models.CharField(_("where the keys are kept"), max_length=LONGEST_LINE, blank=True)
    two_factor = models.CharField(_("two-factor sign-in"), max_length=8, choices=Known, default=Known.UNKNOWN)
    recovery_is_ours = models.CharField(
        _("the recovery address is in the organisation’s name"),
        max_length=8,
        choices=Known,
        default=Known.UNKNOWN,
    )
    # An outside agency that holds the keys; empty when none does.
    agency = models.CharField(_("an agency that holds the keys"), max_length=LONGEST_NAME, blank=True)
    # Some networks want a person's own profile under a page.
    rests_on = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"the keys of {self.account_id}"


class Stewardship(models.Model):
    """A member holds an account; `until` is the day they no longer did."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="stewardships")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="stewardships"
    )
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "member"),
                condition=models.Q(until=None),
                name="one_stewardship_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.member_id} holds {self.account_id}"


class Step(models.Model):
    """A change of an account's state, as it happened: what the account's page tells of its life."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=12, choices=Account.State)
    on: models.DateField[date, date] = models.DateField(default=timezone.localdate)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.account_id} {self.state}"
