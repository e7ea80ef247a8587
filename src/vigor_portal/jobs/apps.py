from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "vigor_portal.jobs"
