from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class PoliciesConfig(AppConfig):
    name = "vigor_portal.policies"

    def ready(self) -> None:
        post_migrate.connect(_forget_pages, dispatch_uid="policies.forget-pages")
        # `people` doesn't know this app, but its name, colours and press contact stand on every public page.
        post_save.connect(_rewrite_pages, sender="people.Organisation", dispatch_uid="policies.rewrite-pages")


def _forget_pages(**kwargs: Any) -> None:
    """The tables may have been emptied or restored."""
    from vigor_portal.policies.middleware import PAGES

    PAGES.forget()


def _rewrite_pages(raw: bool = False, **kwargs: Any) -> None:
    from vigor_portal.policies.models import Version
    from vigor_portal.policies.press import rewrite_public_pages

    # `raw`: rows are being loaded from a backup, one by one; the restore writes the pages when all are there.
    if not raw and Version.objects.exists():
        rewrite_public_pages()
