from django.urls import include, path, re_path

from vigor_portal.voices.applications import views as applications
from vigor_portal.voices.register import step_views, views

app_name = "voices"

urlpatterns = [
    path("", views.register, name="register"),
    path("", include("vigor_portal.voices.overview.urls")),
    path("", include("vigor_portal.voices.transfer.urls")),
    path("", include("vigor_portal.voices.profiles.urls")),
    path("", include("vigor_portal.voices.offers.urls")),
    path("mandates/", include("vigor_portal.voices.mandates.urls")),
    path("handovers/", include("vigor_portal.voices.handovers.urls")),
    path("found/", views.find, name="find"),
    path("account/<str:public_id>/", views.account, name="account"),
    path("account/<str:public_id>/work/", views.work, name="work"),
    path("account/<str:public_id>/about/", views.describe, name="describe"),
    path("account/<str:public_id>/card/", views.card, name="card"),
    path("account/<str:public_id>/keys/", views.keys, name="keys"),
    path("account/<str:public_id>/address/", step_views.address, name="address"),
    path("account/<str:public_id>/end/", step_views.end, name="end"),
    path("account/<str:public_id>/looked-through", step_views.look_through, name="look-through"),
    path("account/<str:public_id>/stewards", step_views.add_steward, name="add-steward"),
    re_path(
        r"^account/(?P<public_id>[\w-]+)/(?P<name>approve|verify|use|rest)$", step_views.step, name="step"
    ),
    path("stewards/<int:pk>/remove", step_views.remove_steward, name="remove-steward"),
    path("applications/", applications.applications, name="applications"),
    path("applications/new/", applications.apply, name="apply"),
    path("applications/<str:public_id>/", applications.application, name="application"),
    path("applications/<str:public_id>/change/", applications.change, name="change-application"),
    path("applications/<str:public_id>/answer", applications.answer, name="answer-application"),
    re_path(
        r"^applications/(?P<public_id>[\w-]+)/(?P<name>approve|ask|decline)$",
        applications.decide,
        name="decide-application",
    ),
    re_path(
        r"^applications/(?P<public_id>[\w-]+)/(?P<name>withdraw|not-me|take-on)$",
        applications.step,
        name="step-application",
    ),
]
