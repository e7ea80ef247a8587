from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "vigor_portal.dialogue"
