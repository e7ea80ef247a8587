from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "vigor_portal.voices"
