from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LogConfig(AppConfig):
    name = "vigor_portal.log"

    def ready(self) -> None:
        from vigor_portal.log import checks  # noqa: F401 (registers itself)
        from vigor_portal.log.immutable import protect_after_migrate

        post_migrate.connect(protect_after_migrate, dispatch_uid="log.immutable")
