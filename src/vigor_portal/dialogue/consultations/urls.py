from django.urls import path

from vigor_portal.dialogue.consultations import views

app_name = "consultations"

urlpatterns = [
    path("", views.all_consultations, name="all"),
    path("share/", views.share, name="share"),
    path("<str:public_id>/", views.one, name="one"),
    path("<str:public_id>/say", views.say, name="say"),
    path("<str:public_id>/end", views.end, name="end"),
    path("<str:public_id>/summary/", views.summary, name="summary"),
]
