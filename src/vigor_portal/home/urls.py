from django.urls import path

from vigor_portal.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("be/<str:public_id>/", views.be, name="be"),
    path("first-steps/publish/", views.publish_starter, name="publish-starter"),
]
