from django.urls import path, re_path

from vigor_portal.dialogue.proposals import deciding_views, trials, views

app_name = "proposals"

urlpatterns = [
    path("", views.all_proposals, name="all"),
    path("new/<slug:key>/", views.suggest, name="suggest"),
    path("trial/<slug:key>/", trials.trial, name="trial"),
    path("trial-note/<str:public_id>/remove", trials.remove, name="remove-trial-note"),
    path("<str:public_id>/", views.proposal, name="proposal"),
    path("<str:public_id>/change/", views.change, name="change"),
    path("<str:public_id>/comment", views.comment, name="comment"),
    path("<str:public_id>/take-over/", deciding_views.take_over, name="take-over"),
    path("<str:public_id>/decline", deciding_views.decline, name="decline"),
    re_path(r"^(?P<public_id>[\w-]+)/(?P<name>support|unsupport|withdraw|take-on)$", views.step, name="step"),
]
