"""What is kept of the voices that speak for the brand."""

from vigor_portal.voices.models.accounts import Account, Card, FormerAddress, Keys, Known, Step, Stewardship
from vigor_portal.voices.models.applications import Application, Said
from vigor_portal.voices.models.asked import Asked
from vigor_portal.voices.models.handovers import Farewell, Handover, HandoverStep
from vigor_portal.voices.models.mandates import Extension, Mandate, PublicMandate
from vigor_portal.voices.models.offers import Offer
from vigor_portal.voices.models.profiles import AccountProfile, Appearance, OwnProfile
from vigor_portal.voices.models.public import PublicAccount, PublicChange, RegisterStamp
from vigor_portal.voices.models.transfers import Import, ImportedAccount, ImportRemark

__all__ = [
    "Account",
    "AccountProfile",
    "Appearance",
    "Application",
    "Asked",
    "Card",
    "Extension",
    "Farewell",
    "FormerAddress",
    "Handover",
    "HandoverStep",
    "Import",
    "ImportRemark",
    "ImportedAccount",
    "Keys",
    "Known",
    "Mandate",
    "Offer",
    "OwnProfile",
    "PublicAccount",
    "PublicChange",
    "PublicMandate",
    "RegisterStamp",
    "Said",
    "Step",
    "Stewardship",
]
