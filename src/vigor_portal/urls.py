"""Every address of the site. Each app has its own list; the order here is the order of the house."""

from django.urls import include, path

from vigor_portal.asking import press as asked
from vigor_portal.asking import views as asking
from vigor_portal.people import views as people
from vigor_portal.voices.press import files as voices
from vigor_portal.voices.press import verify
from vigor_portal.web import views as web

urlpatterns = [
    path("healthz", web.healthz, name="healthz"),
    path("readyz", web.readyz, name="readyz"),
    path("theme.css", people.theme, name="theme"),
    path("language/", people.language, name="language"),
    path("account/", include("vigor_portal.people.account_urls")),
    path("", include("vigor_portal.home.urls")),
    path("", include("vigor_portal.people.urls")),
    path("notices/", include("vigor_portal.notices.urls")),
    path("open/", include("vigor_portal.insight.urls")),
    path("ask/", include("vigor_portal.asking.urls")),
    path("voices/", include("vigor_portal.voices.urls")),
    path("", include("vigor_portal.checking.urls")),
    path("", include("vigor_portal.api.urls")),
    path("policy/draft/reviews/", include("vigor_portal.policies.reviews.urls")),
    path("policy/draft/", include("vigor_portal.policies.writing.urls")),
    path("consultations/", include("vigor_portal.dialogue.consultations.urls")),
    path("stances/", include("vigor_portal.dialogue.stances.urls")),
    path("proposals/", include("vigor_portal.dialogue.proposals.urls")),
    path("checkup/", include("vigor_portal.policies.checkup.urls")),
    path("policy/", include("vigor_portal.policies.intranet.urls")),
    path("", include("vigor_portal.dialogue.threads.urls")),
    path("press/<str:lang>/ask", asking.ask_public, name="press-ask"),
    path("press/<str:lang>/ask/answered", asked.answered, name="press-answered"),
    path("press/<str:lang>/answers.json", asked.as_json, name="press-answers-json"),
    path("verify", verify.verify, name="verify"),
    path("trust.txt", voices.trust, name="trust"),
    path(".well-known/trust.txt", voices.trust, name="trust-well-known"),
    path("press/", include("vigor_portal.voices.press.urls")),
    path("press/", include("vigor_portal.voices.mandates.press_urls")),
    path("press/", include("vigor_portal.policies.press.urls")),
    path("press/", include("vigor_portal.dialogue.threads.press_urls")),
    path("press/", include("vigor_portal.dialogue.consultations.press_urls")),
]

handler400 = "vigor_portal.web.views.bad_request"
handler403 = "vigor_portal.web.views.not_allowed"
handler404 = "vigor_portal.web.views.not_found"
handler500 = "vigor_portal.web.views.broken"
