from django.urls import path, re_path

from vigor_portal.asking import views

app_name = "asking"

urlpatterns = [
    path("", views.ask, name="ask"),
    path("send/", views.send, name="send"),
    path("answered/", views.answered, name="answered"),
    path("gaps/", views.gaps, name="gaps"),
    path("gaps/<str:public_id>/", views.gap, name="gap"),
    re_path(r"^gaps/(?P<public_id>[\w-]+)/(?P<name>take-on|set-aside|reopen)/$", views.step, name="step"),
]
