"""Members, departments and roles of the one organisation that a site belongs to."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def make_public_id() -> str:
    """Twelve random characters that tell nothing about the member, not even how many there are."""
    return secrets.token_urlsafe(9)


def make_feed_token() -> str:
    return secrets.token_urlsafe(24)


def in_language(texts: dict[str, str]) -> str:
    """The text in the reader's language, else in any that there is."""
    return texts.get(get_language() or "sv") or next((text for text in texts.values() if text), "")


class Organisation(models.Model):
    """The organisation whose policy this is. One row."""

    class Sector(models.TextChoices):
        PRIVATE = "private", _("private company")
        PUBLIC = "public", _("public authority")
        PUBLICLY_FUNDED = "publicly-funded", _("publicly funded care or school")
        ASSOCIATION = "association", _("association or foundation")

    name = models.CharField(_("name"), max_length=120)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector, default=Sector.PRIVATE)
    languages = models.JSONField(default=list)  # ["sv", "en"]: the first is shown first
    base_url = models.URLField(_("address"), blank=True)
    # The brand's own place on the web. What is said there of its accounts points here, and back.
    website = models.URLField(_("website"), blank=True)
    accent_light = models.CharField(_("accent on light"), max_length=7, default="#8f2318")
    accent_dark = models.CharField(_("accent on dark"), max_length=7, default="#ff9d8a")
    press_name = models.CharField(_("press contact"), max_length=120, blank=True)
    press_email = models.EmailField(_("press e-mail"), blank=True)
    press_phone = models.CharField(_("press telephone"), max_length=40, blank=True)
    # May anybody have an old policy read here, without an account? It costs a second of the machine's time each.
    checkup_open = models.BooleanField(_("The room for old policies is open to everybody"), default=False)

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    slug = models.SlugField(max_length=64, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9-]*$")])
    names = models.JSONField(default=dict)  # {"sv": "Kundservice", "en": "Customer service"}

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.names) or self.slug


class MemberManager(BaseUserManager["Member"]):
    def get_by_natural_key(self, username: str | None) -> Member:
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Member:
        member = self.model(email=self.normalize_email(email).lower(), **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member


class Member(AbstractBaseUser):
    """Somebody who works here. What a person writes, thinks or learns is never kept on this row."""

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=120, blank=True)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="members"
    )
    language = models.CharField(max_length=8, default="sv")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    forgotten_at = models.DateTimeField(null=True, blank=True)
    # What a directory that provisions members keeps here (SCIM 2: id, userName, externalId, meta.lastModified).
    external_id = models.CharField(max_length=255, null=True, blank=True, unique=True)
    user_name = models.CharField(max_length=255, blank=True)
    provisioned_by = models.CharField(max_length=64, blank=True)
    provisioned_at = models.DateTimeField(null=True, blank=True)
    # A feed reader can't sign in: the address is the key, and can be made anew.
    feed_token = models.CharField(max_length=40, unique=True, default=make_feed_token, editable=False)

    objects: ClassVar[MemberManager] = MemberManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="member_email_any_case"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or self.email.partition("@")[0]

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.given_name or self.name

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles beyond being a member; read once per request."""
        return frozenset(self.grants.values_list("role", flat=True))

    def has(self, role: str) -> bool:
        return self.is_active and role in self.roles


class Role(models.TextChoices):
    COMMUNICATIONS = "communications", _("communications")
    UNION = "union", _("union representative")
    ADMINISTRATOR = "administrator", _("administrator")


class Grant(models.Model):
    """A role that a member has."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("member", "role"), name="one_grant_per_role"),)

    def __str__(self) -> str:
        return f"{self.member}: {self.role}"


class Invitation(models.Model):
    """A one-time link by which somebody becomes a member. Only a hash of the link's secret is kept."""

    secret_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL)
    roles = models.JSONField(default=list)
    invited_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.email or "first administrator"
