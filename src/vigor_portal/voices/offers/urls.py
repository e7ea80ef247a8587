from django.urls import path

from vigor_portal.voices.offers import views

app_name = "offers"

urlpatterns = [
    path("offer/", views.mine, name="mine"),
    path("offer/agree", views.agree, name="agree"),
    path("offers/", views.offers, name="all"),
    path("offers/<str:public_id>/", views.one, name="one"),
    path("offers/<str:public_id>/suggest", views.suggest, name="suggest"),
    path("offers/<str:public_id>/confirm", views.confirm, name="confirm"),
    path("offers/<str:public_id>/end", views.end, name="end"),
]
