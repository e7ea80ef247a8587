"""What is known beside the words of a post: who speaks, where, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vigor.check.ownwords import NO_WORDS, OwnWords

Layer = Literal["logo", "employee", "spokesperson", ""]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything may be left out: a check that needs to know more is silent then.

    `account_sender` is the sender line that the account's card asks for ("Here customer service answers"); `signature`
    the form it signs in ("/Anna"). `reply_to` is the post that is answered.
    """

    layer: Layer = ""
    account_sender: str = ""
    signature: str = ""
    tone: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()  # what the account doesn't comment on
    reply_to: str = ""
    platform: str = ""  # "x", "facebook", "linkedin", …
    image_without_description: bool = False
    words: OwnWords = NO_WORDS
