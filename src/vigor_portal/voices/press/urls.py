"""The press room's addresses of accounts. The policy's own keys are never one of these words (`RESERVED_KEYS`)."""

from django.urls import path

from vigor_portal.policies.press import urls as press  # noqa: F401 (it registers the converter `interface`)
from vigor_portal.voices.press import views

urlpatterns = [
    path("<interface:lang>/accounts", views.accounts, name="press-accounts"),
    path("<interface:lang>/accounts/ours", views.ours, name="press-account-ours"),
    path("<interface:lang>/accounts/ended", views.ended, name="press-accounts-ended"),
    path("<interface:lang>/accounts/frame", views.frame, name="press-accounts-frame"),
    path("<interface:lang>/accounts/trust.txt", views.trust, name="press-accounts-trust"),
    path("<interface:lang>/accounts/<str:public_id>", views.account, name="press-account"),
    path("<interface:lang>/accounts.json", views.as_json, name="press-accounts-json"),
    path("<interface:lang>/accounts.jsonld", views.as_json_ld, name="press-accounts-jsonld"),
    path("<interface:lang>/accounts.atom", views.feed, name="press-accounts-feed"),
]
