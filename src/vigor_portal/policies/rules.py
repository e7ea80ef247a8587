"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_administrator, is_communications, is_member

rules.add_perm("policies.read", is_member)
rules.add_perm("policies.publish", is_communications)
rules.add_perm("policies.withdraw", is_administrator)
