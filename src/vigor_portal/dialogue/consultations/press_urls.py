from django.urls import path

from vigor_portal.dialogue.consultations import press
from vigor_portal.policies.press import urls as _converters  # noqa: F401 (its converters are used here)

urlpatterns = [
    path("<interface:lang>/consultations/<str:public_id>", press.one, name="press-consultation"),
]
