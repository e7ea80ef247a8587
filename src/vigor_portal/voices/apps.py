from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "vigor_portal.voices"

    def ready(self) -> None:
        from vigor_portal.voices.profiles import checks  # noqa: F401 (registers itself)
