from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PoliciesConfig(AppConfig):
    name = "vigor_portal.policies"

    def ready(self) -> None:
        post_migrate.connect(_forget_pages, dispatch_uid="policies.forget-pages")


def _forget_pages(**kwargs: Any) -> None:
    """The tables may have been emptied or restored."""
    from vigor_portal.policies.press.middleware import PAGES

    PAGES.forget()
