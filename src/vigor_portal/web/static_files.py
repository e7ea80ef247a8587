"""Fonts, styles and scripts, collected with a hash in each name, for WhiteNoise to serve.

Whatever is rendered once and kept, the press room above all, holds those names: after a collecting it is made anew.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def are_collected() -> bool:
    """Are they in their place, and none of them changed since?"""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return manifest.exists() and _newest() <= manifest.stat().st_mtime


def collect() -> None:
    """Put them in their place; what lies there is replaced."""
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _newest() -> float:
    """When one of them was last changed, in seconds since 1970."""
    files = (storage.path(path) for finder in get_finders() for path, storage in finder.list([]))
    return max((Path(path).stat().st_mtime for path in files), default=0.0)
