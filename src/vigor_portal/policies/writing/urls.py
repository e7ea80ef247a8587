"""The addresses of the draft. `draft` is among `vigor.policy.keys.RESERVED_KEYS`: no point can have it."""

from django.urls import path

from vigor_portal.policies.writing import autosave, planned, publishing, states, trial_views, views

app_name = "writing"

urlpatterns = [
    path("", views.editor, name="editor"),
    path("start", views.start, name="start"),
    path("save", views.save, name="save"),
    path("preview", views.preview, name="preview"),
    path("move", views.move_point, name="move"),
    path("case", views.new_case, name="case"),
    path("choose", views.choose, name="choose"),
    path("autosave", autosave.autosave, name="autosave"),
    path("revisions", autosave.revisions, name="revisions"),
    path("states/", states.all_states, name="states"),
    path("states/<str:language>/<int:revision>/", states.one_state, name="state"),
    path("publish", publishing.publish, name="publish"),
    path("catch-up", publishing.bring_in, name="catch-up"),
    path("planned/", planned.planned_page, name="planned"),
    path("planned/now", planned.publish_planned, name="publish-planned"),
    path("planned/take-back", planned.take_back, name="take-back"),
    path("trials/", trial_views.all_trials, name="trials"),
    path("trials/decide", trial_views.decide, name="decide-trial"),
    path("discard", states.discard, name="discard"),
]
