"""What the register shows as a whole: what accounts lack, what they are for, and who could answer tomorrow.

`topics` and `purposes` say what accounts are about; `lacking`, `matrix`, `resilience` and `leaving` count. Everything is
counted per account, never per person, and nothing here is written: the pages are made when somebody opens them.
"""
