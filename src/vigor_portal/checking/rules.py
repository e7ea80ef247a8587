"""The permissions of this app, in one place."""

import rules

from vigor_portal.people.permissions import is_communications, is_member

rules.add_perm("checking.check", is_member)
rules.add_perm("checking.object", is_member)
rules.add_perm("checking.keep-words", is_communications)
rules.add_perm("checking.read-objections", is_communications)
