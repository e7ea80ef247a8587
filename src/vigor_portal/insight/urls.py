from django.urls import path

from vigor_portal.insight import views

app_name = "insight"

urlpatterns = [path("", views.open_things, name="open")]
