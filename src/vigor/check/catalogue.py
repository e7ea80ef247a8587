"""Every check, in order: the list is the registry."""

from __future__ import annotations

from vigor.check.rule import Check
from vigor.check.rules.accessibility import ACCESSIBILITY
from vigor.check.rules.hidden_sender import HIDDEN_SENDER
from vigor.check.rules.link_spam import LINK_SPAM
from vigor.check.rules.no_credit import NO_CREDIT
from vigor.check.rules.overclaim import OVERCLAIM
from vigor.check.rules.personal_data import PERSONAL_DATA
from vigor.check.rules.secret import SECRET
from vigor.check.rules.stiff import STIFF
from vigor.check.rules.undisclosed_ad import UNDISCLOSED_AD

CATALOGUE: tuple[Check, ...] = (
    PERSONAL_DATA,
    SECRET,
    UNDISCLOSED_AD,
    HIDDEN_SENDER,
    OVERCLAIM,
    NO_CREDIT,
    LINK_SPAM,
    ACCESSIBILITY,
    STIFF,
)
