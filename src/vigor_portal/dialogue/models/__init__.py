"""What people say about the policy: threads, proposals, consultations and stances, one file each."""

from vigor_portal.dialogue.models.consultations import Consultation, ConsultationText, Said, Upshot
from vigor_portal.dialogue.models.proposals import Proposal, Support, TrialNote
from vigor_portal.dialogue.models.public import DialogueSettings, Ground, PublicComment, PublicTally
from vigor_portal.dialogue.models.stances import (
    Stance,
    StanceBlock,
    StanceFigure,
    StanceKey,
    StanceReason,
    StanceSnapshot,
)
from vigor_portal.dialogue.models.threads import Comment, Participant, Talk, Thread

__all__ = [
    "Comment",
    "Consultation",
    "ConsultationText",
    "DialogueSettings",
    "Ground",
    "Participant",
    "Proposal",
    "PublicComment",
    "PublicTally",
    "Said",
    "Stance",
    "StanceBlock",
    "StanceFigure",
    "StanceKey",
    "StanceReason",
    "StanceSnapshot",
    "Support",
    "Talk",
    "Thread",
    "TrialNote",
    "Upshot",
]
