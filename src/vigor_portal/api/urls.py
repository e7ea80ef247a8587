"""Addresses for programs, and where a member makes keys for them."""

from django.urls import URLPattern, URLResolver, include, path

from vigor_portal.api import lt_views, views
from vigor_portal.api.rest import api


def languagetool(name: str) -> tuple[list[URLPattern | URLResolver], str]:
    """LanguageTool's addresses; once below `/v2/`, once below a key."""
    return [
        path("check", lt_views.check, name="check"),
        path("languages", lt_views.languages, name="languages"),
        path("info", lt_views.info, name="info"),
    ], name


mine = (
    [
        path("", views.tokens, name="tokens"),
        path("<int:pk>/revoke", views.revoke, name="revoke"),
    ],
    "api",
)

urlpatterns = [
    path("me/keys/", include(mine)),
    path("v2/", include(languagetool("lt"))),
    path("lt/<str:secret>/v2/", include(languagetool("lt-path"))),
    path("api/v1/", api.urls),
]
