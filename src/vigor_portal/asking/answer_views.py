"""Questions with their answers: to read for everybody here, to keep right for communications."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.asking import actions, public, queries
from vigor_portal.asking.forms import AnswerForm, stays_inside
from vigor_portal.asking.models import Answer
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest


def first_words(answer: Answer | None) -> dict[str, str | bool]:
    """What an answer's form begins with; nothing without an answer."""
    if answer is None:
        return {}
    return {
        "question": answer.question,
        "answer": answer.text,
        "point": answer.point,
        "public": answer.public,
    }


@member_required
@require_safe
def answered(request: MemberRequest) -> HttpResponse:
    """What others have asked and communications has answered."""
    yours = queries.settled_for(request.user)
    context = {"answers": queries.answers(), "yours": yours, "section": "ask"}
    if may(request.user, "asking.answer"):
        context |= {"taken_back": queries.answers_taken_back(), "shaky": queries.shaky_answers()}
    response = render(request, "asking/answered.html", context)
    actions.mark_read(request.user, yours)
    return response


@member_required
@require_safe
def answer(request: MemberRequest, public_id: str) -> HttpResponse:
    """One question with its answer. One that was taken back is there for communications only."""
    writes = may(request.user, "asking.answer")
    shown = Answer.objects.all() if writes else queries.answers()
    found = get_object_or_404(shown, public_id=public_id)
    context = {
        "answer": found,
        "writes": writes,
        "shaky": writes and queries.is_shaky(found),
        "may_go_out": writes and not found.named and public.is_public(found.point),
        "section": "ask",
    }
    return render(request, "asking/answer.html", context)


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: MemberRequest, public_id: str) -> HttpResponse:
    """Say it better."""
    allow(request.user, "asking.answer")
    found = get_object_or_404(Answer, public_id=public_id)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        language=request.user.language,
        named=found.named,
        initial=first_words(found),
    )
    seen = request.POST.get("seen", "") if request.method == "POST" else found.edition
    context = {"answer": found, "form": form, "section": "ask", "seen": seen}
    if form.is_valid():
        try:
            actions.change_answer(found, form.words(), by=request.user, seen=seen)
        except actions.StaysInside as why:
            form.stays_inside(why)
            return render(request, "asking/change.html", context, status=409)
        except actions.ChangedMeanwhile as changed:
            # Now they have seen it: to send the same again is to mean it.
            context |= {"theirs": changed.answer, "seen": changed.answer.edition}
            return render(request, "asking/change.html", context, status=409)
        messages.success(request, _("Changed. From now on this is what we say."))
        return redirect("asking:answer", public_id=public_id)
    return render(request, "asking/change.html", context)


_STEPS = {
    "take-back": actions.take_back,
    "put-back": actions.put_back,
    "let-out": actions.let_out,
    "take-in": actions.take_in,
}


@member_required
@require_POST
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: take the answer back, or let it stand again; into the press room, or out of it."""
    try:
        _STEPS[name](get_object_or_404(Answer, public_id=public_id), by=request.user)
    except actions.StaysInside as why:
        messages.warning(request, stays_inside(why))
    return redirect("asking:answer", public_id=public_id)


@member_required
@require_POST
def make_case(request: MemberRequest, public_id: str) -> HttpResponse:
    """One press: the question and its answer become a case in the draft, to write on."""
    try:
        key = actions.make_case(get_object_or_404(Answer, public_id=public_id), by=request.user)
    except actions.NoGuideline:
        messages.warning(
            request, _("A case shows a guideline. Choose the one that the answer rests on first.")
        )
        return redirect("asking:change", public_id=public_id)
    messages.success(
        request, _("The case is in the draft now, under the key %(key)s. Write on.") % {"key": key}
    )
    return redirect("writing:editor")
