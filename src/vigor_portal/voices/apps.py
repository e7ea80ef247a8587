from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class VoicesConfig(AppConfig):
    name = "vigor_portal.voices"

    def ready(self) -> None:
        from vigor_portal.voices.profiles import checks  # noqa: F401 (registers itself)

        post_migrate.connect(_forget_register, dispatch_uid="voices.forget-register")


def _forget_register(**kwargs: Any) -> None:
    """The tables may have been emptied or restored."""
    from vigor_portal.voices.press.known import REGISTER

    REGISTER.forget()
