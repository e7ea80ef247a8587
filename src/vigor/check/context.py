"""What is known beside the words of a post: who speaks, where, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vigor.check.ownwords import NO_WORDS, OwnWords

Layer = Literal["logo", "employee", "spokesperson", ""]
Sector = Literal["private", "public", "publicly-funded", "association", ""]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything may be left out: a check that needs to know more is silent then.

    `account_sender` is the sender line that the account's card asks for ("Here customer service answers"); `signature`
    the form it signs in ("/Anna"). `tone` and `avoids` are the card's as well: how the account sounds (see
    `tone`), and what it doesn't comment on (see `topics`). `reply_to` is the post that is answered. `sector` is the
    employer's: it decides which law is named where speech is protected.
    """

    layer: Layer = ""
    account_sender: str = ""
    signature: str = ""
    tone: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    reply_to: str = ""
    platform: str = ""  # "x", "facebook", "linkedin", …
    image_without_description: bool = False
    sector: Sector = ""
    words: OwnWords = NO_WORDS
