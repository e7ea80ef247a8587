from django.urls import path

from vigor_portal.dialogue.stances import views

app_name = "stances"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("take", views.take, name="take"),
    path("reason", views.reason, name="reason"),
    path("talk", views.talk, name="talk"),
    path("agreement/", views.agreement, name="agreement"),
]
