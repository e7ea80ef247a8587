"""The addresses of reviews, under the draft's."""

from django.urls import path

from vigor_portal.policies.reviews import views

app_name = "reviews"

urlpatterns = [
    path("", views.all_reviews, name="all"),
    path("<int:number>/", views.settle, name="settle"),
]
