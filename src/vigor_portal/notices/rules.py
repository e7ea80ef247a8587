"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_member

# One's own notices, wishes and calendar; there is no permission for anybody else's.
rules.add_perm("notices.have", is_member)
