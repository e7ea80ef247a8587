"""An old policy, read at once: what in it says nothing, speaks at people or goes too far. Nothing is kept.

box or file ─uploads, forms→ bytes or text ─vigor.policy.convert→ a policy ─vigor.policy.review→ hints
            ─reading→ figures, sentences with remarks ─→ a page, a file to take home, or a draft
"""
