"""The addresses of conversations, under the policy's points and of their own."""

from django.urls import path, re_path

from vigor_portal.dialogue.threads import moderation, settle_views, views

app_name = "threads"

urlpatterns = [
    path("policy/<str:key>/talk/", views.point, name="point"),
    path("policy/<str:key>/talk/write", views.write, name="write"),
    path("talk/", views.everything, name="everything"),
    path("talk/public/", moderation.waiting, name="moderation"),
    path("talk/public/open", moderation.let_public, name="let-public"),
    path("talk/public/<str:public_id>/", moderation.one, name="moderate"),
    re_path(
        r"^talk/public/(?P<public_id>[\w-]+)/(?P<name>look-at|look-again)$",
        moderation.step,
        name="moderate-step",
    ),
    path("talk/said/<str:public_id>/edit", views.edit, name="edit"),
    path("talk/said/<str:public_id>/withdraw", views.withdraw, name="withdraw"),
    path("talk/<str:public_id>/", views.thread, name="thread"),
    path("talk/<str:public_id>/call", views.call, name="call"),
    path("talk/<str:public_id>/take-on", settle_views.take_on, name="take-on"),
    path("talk/<str:public_id>/last-day", settle_views.last_day, name="last-day"),
    path("talk/<str:public_id>/close", settle_views.close, name="close"),
    path("talk/<str:public_id>/reopen", settle_views.reopen, name="reopen"),
]
