"""Every check, in order: the list is the registry."""

from __future__ import annotations

from vigor.check.rule import Check
from vigor.check.rules.accessibility import ACCESSIBILITY
from vigor.check.rules.badmouthing import BADMOUTHING
from vigor.check.rules.blame import BLAME
from vigor.check.rules.hidden_sender import HIDDEN_SENDER
from vigor.check.rules.insult import INSULT
from vigor.check.rules.irony import IRONY
from vigor.check.rules.link_spam import LINK_SPAM
from vigor.check.rules.no_credit import NO_CREDIT
from vigor.check.rules.no_way_forward import NO_WAY_FORWARD
from vigor.check.rules.overclaim import OVERCLAIM
from vigor.check.rules.personal_data import PERSONAL_DATA
from vigor.check.rules.secret import SECRET
from vigor.check.rules.sharp_tone import SHARP_TONE
from vigor.check.rules.stiff import STIFF
from vigor.check.rules.too_private import TOO_PRIVATE
from vigor.check.rules.undisclosed_ad import UNDISCLOSED_AD

CATALOGUE: tuple[Check, ...] = (
    PERSONAL_DATA,
    SECRET,
    INSULT,
    BADMOUTHING,
    IRONY,
    SHARP_TONE,
    BLAME,
    NO_WAY_FORWARD,
    TOO_PRIVATE,
    UNDISCLOSED_AD,
    HIDDEN_SENDER,
    OVERCLAIM,
    NO_CREDIT,
    LINK_SPAM,
    ACCESSIBILITY,
    STIFF,
)

OF_ACCOUNTS = ("account-keys", "account-profile")
"""What the register of accounts warns of. A guideline that such a warning rests on names it among its `checks`, too."""
