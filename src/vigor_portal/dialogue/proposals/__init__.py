"""Suggested words: from a colleague's sentence to the draft, and what came of it."""
