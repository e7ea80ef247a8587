from django.urls import path

from vigor_portal.people import views

app_name = "people"

urlpatterns = [
    path("me/", views.me, name="me"),
]
