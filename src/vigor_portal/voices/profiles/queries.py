"""Reading what is known of profiles."""

from __future__ import annotations

from django.conf import settings

from vigor_portal.people.models import Member, Organisation
from vigor_portal.voices.models import Account, AccountProfile, Appearance, OwnProfile
from vigor_portal.voices.profiles.judging import Logo, judge_logo


def employer() -> str:
    organisation = Organisation.objects.first()
    return organisation.name if organisation else ""


def ours() -> list[str]:
    """The addresses that a logo account may lead back to: the website first, then this site with its press room."""
    organisation = Organisation.objects.first()
    return list(filter(None, (organisation.website if organisation else "", settings.BASE_URL)))


def profile_of(account: Account) -> AccountProfile | None:
    return AccountProfile.objects.filter(account=account).first()


def judged(account: Account) -> Logo | None:
    """What the latest reading shows against the card as it is now; None before there was one."""
    profile = profile_of(account)
    if profile is None or profile.read_at is None:
        return None
    return judge_logo(
        f"{profile.name}\n{profile.text}", profile.links, sender=sender_of(account), ours=ours()
    )


def sender_of(account: Account) -> str:
    card = getattr(account, "card", None)
    return card.sender if card else ""


def own_profiles(member: Member) -> list[OwnProfile]:
    """A member's own, for that member's eyes."""
    return list(OwnProfile.objects.filter(member=member))


def appearance_of(member: Member) -> Appearance:
    """How a member is named towards the public; an unsaved row where they never chose."""
    return Appearance.objects.filter(member=member).first() or Appearance(member=member)


def public_name(member: Member) -> str:
    """The name to use towards the public: theirs, the other one, or an empty string for not at all."""
    chosen = appearance_of(member)
    return {Appearance.How.NAME: member.name, Appearance.How.ALIAS: chosen.alias}.get(
        Appearance.How(chosen.how), ""
    )
