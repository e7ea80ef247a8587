"""Vigör's core: a living social media policy as text in and frozen values out. No Django, no database."""
