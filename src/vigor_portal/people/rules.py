"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_administrator, is_member

rules.add_perm("people.be-here", is_member)
rules.add_perm("people.invite", is_administrator)
rules.add_perm("people.manage", is_administrator)
rules.add_perm("people.describe-organisation", is_administrator)
