"""The permissions of this app, in one place."""

from __future__ import annotations

from typing import Any

import rules

from vigor_portal.people.permissions import Anyone, is_communications, is_member, is_union


@rules.predicate
def wrote_it(who: Anyone, comment: Any) -> bool:
    return comment is not None and comment.by_id is not None and comment.by_id == getattr(who, "pk", None)


@rules.predicate
def opened_it(who: Anyone, thread: Any) -> bool:
    return (
        thread is not None
        and thread.opened_by_id is not None
        and thread.opened_by_id == getattr(who, "pk", None)
    )


# Conversations
rules.add_perm("dialogue.talk", is_member)
rules.add_perm("dialogue.edit-comment", is_member & wrote_it)
rules.add_perm("dialogue.settle", is_communications)
rules.add_perm("dialogue.reopen", is_communications | (is_member & opened_it))
# What the public says
rules.add_perm("dialogue.moderate", is_communications)


@rules.predicate
def proposed_it(who: Anyone, proposal: Any) -> bool:
    return (
        proposal is not None
        and proposal.proposed_by_id is not None
        and proposal.proposed_by_id == getattr(who, "pk", None)
    )


@rules.predicate
def shown_to(who: Anyone, consultation: Any) -> bool:
    """Is the consultation for everybody, or for the department that `who` works in?"""
    department = getattr(who, "department_id", None)
    return consultation is not None and (
        consultation.everyone
        or (department is not None and consultation.departments.filter(pk=department).exists())
    )


# Proposals
rules.add_perm("dialogue.propose", is_member)
rules.add_perm("dialogue.change-proposal", is_member & proposed_it)
# Who proposed it wishes for it already.
rules.add_perm("dialogue.support-proposal", is_member & ~proposed_it)
rules.add_perm("dialogue.decide-proposal", is_communications)
rules.add_perm("dialogue.note-trial", is_member)
rules.add_perm("dialogue.remove-trial-note", is_member & wrote_it)
# Consultations
rules.add_perm("dialogue.consult", is_communications)
rules.add_perm("dialogue.read-consultation", is_communications | is_union | (is_member & shown_to))
# Stances
rules.add_perm("dialogue.take-stance", is_member)
rules.add_perm("dialogue.read-agreement", is_member)
rules.add_perm("dialogue.read-reasons", is_communications)
