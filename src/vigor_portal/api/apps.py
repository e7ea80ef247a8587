from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "vigor_portal.api"
