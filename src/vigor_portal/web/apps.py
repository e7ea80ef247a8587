from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "vigor_portal.web"
