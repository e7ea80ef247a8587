"""Agree, unsure or disagree, per guideline: kept under a pseudonym, shown in figures that can't be worked back."""
