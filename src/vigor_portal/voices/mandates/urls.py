from django.urls import path

from vigor_portal.voices.mandates import views

app_name = "mandates"

urlpatterns = [
    path("", views.all_mandates, name="all"),
    path("new/", views.give, name="give"),
    path("<str:public_id>/", views.one, name="one"),
    path("<str:public_id>/change/", views.change, name="change"),
    path("<str:public_id>/extend", views.extend, name="extend"),
    path("<str:public_id>/end", views.end, name="end"),
    path("<str:public_id>/look-back", views.look_back, name="look-back"),
    path("<str:public_id>/appear", views.appear, name="appear"),
    path("<str:public_id>/forget-person", views.forget_person, name="forget-person"),
]
