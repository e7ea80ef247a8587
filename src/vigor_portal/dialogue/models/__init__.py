"""What people say about the policy: threads, proposals, consultations and stances, one file each."""

from vigor_portal.dialogue.models.public import DialogueSettings, Ground, PublicComment
from vigor_portal.dialogue.models.threads import Comment, Participant, Talk, Thread

__all__ = ["Comment", "DialogueSettings", "Ground", "Participant", "PublicComment", "Talk", "Thread"]
