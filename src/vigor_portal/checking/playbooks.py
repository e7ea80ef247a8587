"""The playbook that fits the post that is answered, open beside the answer that is being written."""

from __future__ import annotations

from dataclasses import replace

from vigor.check.post import Post
from vigor_portal.policies import playbooks as all_playbooks
from vigor_portal.policies.playbooks import Playbook

# How sure we are before we open one by ourselves.
SURE = 0.6


def playbooks(language: str, reply_to: str = "") -> list[Playbook]:
    """Every playbook of the policy in force, in its order; empty where there is none."""
    fitting = fitting_kind(reply_to)
    return [replace(each, fits=each.kind == fitting) for each in all_playbooks.playbooks(language)]


def fitting_kind(reply_to: str) -> str:
    """The kind of playbook that fits a post which is answered; nothing where it isn't clear."""
    if not reply_to.strip():
        return ""
    signals = Post(reply_to).signals
    if signals.complaint >= SURE:
        return "complaint"
    return "praise" if signals.sentiment >= SURE else ""
