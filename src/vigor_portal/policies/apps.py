from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "vigor_portal.policies"
