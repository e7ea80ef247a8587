from django.apps import AppConfig


class AskingConfig(AppConfig):
    name = "vigor_portal.asking"
