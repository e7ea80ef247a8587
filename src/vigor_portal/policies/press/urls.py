"""The press room's addresses. They are kept for ever: somebody has cited them."""

from django.conf import settings
from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from vigor_portal.policies.press import views


class InterfaceLanguage:
    """A language that the site speaks."""

    regex = "|".join(code for code, _name in settings.LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(InterfaceLanguage, "interface")
register_converter(SlugConverter, "key")

app_name = "press"

# Words beside keys here are among `vigor.policy.keys.RESERVED_KEYS`, or hold a dot, which no key does.
urlpatterns = [
    path("", views.door, name="door"),
    path("<interface:lang>/", views.front, name="front"),
    path("<interface:lang>/versions", views.versions, name="versions"),
    path("<interface:lang>/versions/<int:number>", views.version, name="version"),
    path("<interface:lang>/versions/<int:number>/<key:key>", views.version_point, name="version_point"),
    path("<interface:lang>/compare", views.choose, name="choose"),
    path("<interface:lang>/compare/<int:a>/<int:b>", views.compare, name="compare"),
    path("<interface:lang>/side-by-side", views.side_by_side, name="side_by_side"),
    path("<interface:lang>/policy.md", views.markdown, name="markdown"),
    path("<interface:lang>/policy.json", views.json, name="json"),
    path("<interface:lang>/policy.pdf", views.pdf, name="pdf"),
    path("<interface:lang>/feed.atom", views.feed, name="feed"),
    path("<interface:lang>/<key:key>", views.point, name="point"),
]
