from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "vigor_portal.home"
