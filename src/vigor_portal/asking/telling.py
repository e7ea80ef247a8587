"""What askers are told (`wiring.NOTICES`). Only those who added their name: a nameless question has nobody to tell."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.asking.models import Question
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of


def _questions(notices: Sequence[Notice]) -> dict[str, Question]:
    return rows_of(notices, Question.objects.select_related("answer"))


@described(gettext_lazy("Your question got an answer"), how=How.NOW, reads=_questions)
def settled(notice: Notice) -> Telling | None:
    """A question with a name under it was answered, or set aside."""
    question = thing_of(notice, _questions)
    if question is None or question.is_open:
        return None
    if question.answer is None or question.answer.taken_back:
        return Telling(
            _("We have set your question aside: it needs no answer, or can’t get one here."),
            reverse("asking:answered"),
        )
    page = reverse("asking:answer", args=[question.answer.public_id])
    return Telling(
        _("Your question has got an answer: “%(question)s”") % {"question": question.answer.question}, page
    )
