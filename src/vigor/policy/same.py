"""A parsed policy as a key of a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vigor.policy.document import Policy


class Same:
    """The one object, not its words: hashing and comparing those takes longer than what is looked up."""

    __slots__ = ("policy",)

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.policy is self.policy

    def __hash__(self) -> int:
        return id(self.policy)
