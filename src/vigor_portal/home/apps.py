from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "vigor_portal.home"

    def ready(self) -> None:
        from vigor_portal.home import checks  # noqa: F401 (registers itself)
