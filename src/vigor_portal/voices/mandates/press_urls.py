from django.urls import path

from vigor_portal.policies.press import urls as _converters  # noqa: F401 (its converters are used here)
from vigor_portal.voices.mandates import press

urlpatterns = [
    path("<interface:lang>/spokespersons", press.spokespersons, name="press-spokespersons"),
]
