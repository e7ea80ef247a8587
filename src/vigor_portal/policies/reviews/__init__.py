"""Points that are to be looked through by a day: does this still hold?"""
