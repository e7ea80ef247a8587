from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vigor_portal.people"
