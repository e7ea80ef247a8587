"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_communications, is_member

rules.add_perm("asking.send", is_member)
rules.add_perm("asking.read-answered", is_member)
rules.add_perm("asking.answer", is_communications)
rules.add_perm("asking.let-out", is_communications)
