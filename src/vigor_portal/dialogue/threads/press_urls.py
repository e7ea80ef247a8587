"""The addresses of what the public says, in the press room."""

from django.urls import path

from vigor_portal.dialogue.threads import press
from vigor_portal.policies.press import urls as _converters  # noqa: F401 (its converters are used here)

urlpatterns = [
    path("<interface:lang>/comment/<str:reference>", press.receipt, name="press-receipt"),
    path("<interface:lang>/<key:key>/comment", press.comment, name="press-comment"),
    path("<interface:lang>/<key:key>/comments", press.comments, name="press-comments"),
]
