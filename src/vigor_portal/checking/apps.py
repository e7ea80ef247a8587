from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "vigor_portal.checking"
