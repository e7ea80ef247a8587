from django.urls import path

from vigor_portal.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.index, name="list"),
    path("seen/", views.see_all, name="see-all"),
    path("wishes/", views.wishes, name="wishes"),
    path("wishes/mail-again/", views.mail_again, name="mail-again"),
    path("stop/<str:token>/", views.stop, name="stop"),
    path("<int:pk>/", views.follow, name="follow"),
    path("<str:token>.ics", views.calendar, name="calendar"),
]
