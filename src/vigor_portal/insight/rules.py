"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_communications, is_member

rules.add_perm("insight.own", is_member)
rules.add_perm("insight.all", is_communications)
