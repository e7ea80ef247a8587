from django.urls import path, re_path

from vigor_portal.asking import answer_views, views

app_name = "asking"

urlpatterns = [
    path("", views.ask, name="ask"),
    path("send/", views.send, name="send"),
    path("answered/", answer_views.answered, name="answered"),
    path("answered/<str:public_id>/", answer_views.answer, name="answer"),
    path("answered/<str:public_id>/change/", answer_views.change, name="change"),
    path("answered/<str:public_id>/case/", answer_views.make_case, name="case"),
    re_path(
        r"^answered/(?P<public_id>[\w-]+)/(?P<name>take-back|put-back|let-out|take-in)/$",
        answer_views.step,
        name="answer-step",
    ),
    path("gaps/", views.gaps, name="gaps"),
    path("gaps/<str:public_id>/", views.gap, name="gap"),
    path("gaps/<str:public_id>/same-as/<str:answer_id>/", views.same_as, name="same-as"),
    re_path(r"^gaps/(?P<public_id>[\w-]+)/(?P<name>take-on|set-aside|reopen)/$", views.step, name="step"),
]
