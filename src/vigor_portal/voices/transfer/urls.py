from django.urls import path, re_path

from vigor_portal.voices.transfer import views

app_name = "transfer"

urlpatterns = [
    path("import/", views.start, name="start"),
    path("import/<str:public_id>/", views.one, name="one"),
    path("import/<str:public_id>/rows.csv", views.rows, name="rows"),
    re_path(r"^import/(?P<public_id>[\w-]+)/(?P<name>approve|vouch|throw-away)$", views.step, name="step"),
    path("export/accounts.<str:format>", views.export, name="export"),
]
