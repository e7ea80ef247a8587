from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "vigor_portal.notices"
