"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_administrator, is_communications, is_member, is_union

rules.add_perm("policies.read", is_member)
rules.add_perm("policies.publish", is_communications)
rules.add_perm("policies.withdraw", is_administrator)
rules.add_perm("policies.write", is_communications)
# The union reads what is coming before it is decided.
rules.add_perm("policies.read-drafts", is_communications | is_union)
