"""Words for the notices of the tests: they are about departments, which every site has."""

from django.utils.translation import get_language

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.people.models import Department


def _say(notice: Notice, swedish: str, english: str) -> Telling | None:
    thing = notice.thing()
    if not isinstance(thing, Department):
        return None
    words = swedish if get_language() == "sv" else english
    return Telling(f"{words} {thing.names['sv']}", f"/organisation/departments/{thing.slug}/")


@described("Någon kallar på dig", how=How.NOW)
def called(notice: Notice) -> Telling | None:
    return _say(notice, "Någon kallar på dig i", "Somebody calls you in to")


@described("Någon svarar")
def answered(notice: Notice) -> Telling | None:
    return _say(notice, "Någon har svarat i", "Somebody answered in")


KINDS = (
    ("called", "tests.portal.notices.wordings.called"),
    ("answered", "tests.portal.notices.wordings.answered"),
)
