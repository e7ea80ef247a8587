from django.urls import path

from vigor_portal.voices.overview import views

app_name = "overview"

urlpatterns = [
    path("wheel/", views.wheel, name="wheel"),
    path("purposes/", views.purposes, name="purposes"),
    path("resilience/", views.resilience, name="resilience"),
    path("leaving/", views.leaving, name="leaving"),
    path("leaving/<str:public_id>/", views.one, name="what-if"),
    path("account/<str:public_id>/ask-colleagues", views.ask, name="ask"),
    path("account/<str:public_id>/hold-it/", views.asked, name="asked"),
]
