from django.urls import path, re_path

from vigor_portal.voices.handovers import views

app_name = "handovers"

urlpatterns = [
    path("", views.all_handovers, name="all"),
    path("begin/", views.begin, name="begin"),
    path("<str:public_id>/", views.one, name="one"),
    path("<str:public_id>/tick", views.tick, name="tick"),
    path("<str:public_id>/take-over", views.take_over, name="take-over"),
    path("<str:public_id>/appoint", views.appoint, name="appoint"),
    path("<str:public_id>/farewell/", views.farewell, name="farewell"),
    re_path(r"^(?P<public_id>[\w-]+)/(?P<name>take-on|undo)$", views.step, name="step"),
]
