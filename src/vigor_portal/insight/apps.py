from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "vigor_portal.insight"
