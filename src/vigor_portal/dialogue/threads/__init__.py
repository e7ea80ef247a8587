"""Conversations on the points of the policy: in the margin, on pages of their own, and in the press room."""
