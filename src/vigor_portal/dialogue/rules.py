"""The permissions of this app, in one place."""

from __future__ import annotations

from typing import Any

import rules

from vigor_portal.people.permissions import Anyone, is_communications, is_member


@rules.predicate
def wrote_it(who: Anyone, comment: Any) -> bool:
    return comment is not None and comment.by_id is not None and comment.by_id == getattr(who, "pk", None)


@rules.predicate
def opened_it(who: Anyone, thread: Any) -> bool:
    return thread is not None and thread.opened_by_id is not None and thread.opened_by_id == getattr(who, "pk", None)


# Conversations
rules.add_perm("dialogue.talk", is_member)
rules.add_perm("dialogue.edit-comment", is_member & wrote_it)
rules.add_perm("dialogue.settle", is_communications)
rules.add_perm("dialogue.reopen", is_communications | (is_member & opened_it))
# What the public says
rules.add_perm("dialogue.moderate", is_communications)
