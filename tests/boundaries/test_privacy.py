"""The page on privacy names every table that there is, and every column of ours."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "privacy.md").read_text("utf-8")
COLUMNS = re.compile(r"`(\w+\.\w+)`:((?:\s*`\w+`,?)+)")


def ours() -> dict[str, set[str]]:
    """Our own tables and their columns."""
    return {
        model._meta.label: {field.name for field in model._meta.fields if field.name != "id"}
        for model in apps.get_models()
        if model.__module__.startswith("vigor_portal.")
    }


def all_tables() -> set[str]:
    found: list[type[models.Model]] = apps.get_models(include_auto_created=True)
    return {model._meta.label for model in found}


def test_every_table_is_named_and_no_other():
    named = set(re.findall(r"`([a-z_]+\.[A-Z]\w+)`", PAGE))
    assert sorted(all_tables() - named) == []
    assert sorted(named - all_tables()) == []


def test_every_column_of_ours_is_named_and_no_other():
    written = {table: set(re.findall(r"\w+", columns)) for table, columns in COLUMNS.findall(PAGE)}
    assert written == ours()
