"""The room for old policies: /checkup/."""

from django.urls import path

from vigor_portal.policies.checkup import interview_views, views

app_name = "checkup"
urlpatterns = [
    path("", views.paste, name="paste"),
    path("text/", views.take_home, name="take-home"),
    path("interview/", interview_views.interview, name="interview"),
    path("interview/draft/", interview_views.add_to_draft, name="interview-draft"),
]
