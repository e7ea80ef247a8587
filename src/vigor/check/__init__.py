"""A post read against the policy, before it is published: advice that names the guideline it rests on.

text + Context ─→ Post ─every check of CATALOGUE→ Findings ─Ground (the policy)→ Advice

Nothing is stored, nothing is blocked, and the same post gets the same advice.
"""

from vigor.check.advice import Advice, Checked, Praise
from vigor.check.context import Context
from vigor.check.ownwords import BadWords, OwnWords
from vigor.check.run import check

__all__ = ["Advice", "BadWords", "Checked", "Context", "OwnWords", "Praise", "check"]
