from django.urls import path

from vigor_portal.home import views

urlpatterns = [
    path("", views.home, name="home"),
]
