"""What the public wrote, looked at by communications: shown, or refused on a ground of the public list."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.dialogue.models import Ground, PublicComment
from vigor_portal.dialogue.threads import public, queries
from vigor_portal.dialogue.threads.actions import Gone
from vigor_portal.dialogue.threads.public_forms import AnswerPublicForm, OpenForm, RefuseForm
from vigor_portal.dialogue.threads.talk_pages import keeps_words, page_number, status_for
from vigor_portal.dialogue.threads.wordings import Wordings
from vigor_portal.people.decorators import member_required
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest


@member_required
@require_safe
def waiting(request: MemberRequest) -> HttpResponse:
    """What waits, what was decided, and whether the press room takes comments at all."""
    allow(request.user, "dialogue.moderate")
    page = page_number(request)
    start, now = (page - 1) * queries.IN_A_LIST, Wordings()
    decided = list(queries.decided()[start : start + queries.IN_A_LIST + 1])
    context = {
        "section": "talk",
        "held": [
            (each, _about(each, request.user.language, now)) for each in queries.held()[: queries.IN_A_LIST]
        ],
        "decided": decided[: queries.IN_A_LIST],
        "page": page,
        "more": len(decided) > queries.IN_A_LIST,
        "grounds": Ground.choices,
        "form": OpenForm(initial={"public_may_comment": public.public_may_comment()}),
    }
    return render(request, "dialogue/moderation/waiting.html", context)


def _about(comment: PublicComment, language: str, now: Wordings) -> str:
    """What the comment's point is called; what is new in a draft has no name in the policy yet."""
    if now.point(comment.key, language) is None and comment.room:
        return _("about the draft that is shared")
    return queries.name_of_point(comment.key, language, now)


@member_required
@require_POST
def let_public(request: MemberRequest) -> HttpResponse:
    """Open the press room for comments, or close it."""
    form = OpenForm(request.POST)
    form.is_valid()
    yes = bool(form.cleaned_data.get("public_may_comment"))
    public.let_public_comment(yes, by=request.user)
    messages.success(
        request,
        _("Saved: anybody may comment in the press room.")
        if yes
        else _("Saved: the press room takes no comments."),
    )
    return redirect("threads:moderation")


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    """One comment: show it, refuse it on a ground, or answer it."""
    allow(request.user, "dialogue.moderate")
    found = _the_comment(public_id)
    if request.method != "POST":
        return _page(request, found)
    try:
        return _decide(request, found)
    except public.Decided as decided:
        return _decided(request, decided.comment)
    except public.TakenBack:
        raise Gone from None


@member_required
@require_POST
@keeps_words
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: it is mine to look at, or look at it once more."""
    found = _the_comment(public_id)
    try:
        if name == "look-at":
            public.look_at(found, by=request.user, over=request.POST.get("over", ""))
        else:
            public.look_again(found, by=request.user)
    except public.Decided as decided:
        return _decided(request, decided.comment)
    except public.TakenBack:
        raise Gone from None
    except Taken as taken:
        messages.warning(request, taken.sentence)
    return redirect("threads:moderate", public_id=public_id)


def _decide(request: MemberRequest, found: PublicComment) -> HttpResponse:
    told, refusing = AnswerPublicForm(request.POST), RefuseForm(request.POST)
    wanted = request.POST.get("decision", "")
    if wanted == "refuse":
        if not refusing.is_valid():
            return _page(request, found, refusing=refusing)
        public.refuse(found, Ground(refusing.cleaned_data["ground"]), by=request.user)
        messages.success(request, _("Not shown. Its writer can see on which ground."))
        return redirect("threads:moderation")
    if not told.is_valid():
        return _page(request, found, answering=told)
    words = told.cleaned_data["answer"]
    if wanted == "answer":
        public.answer(found, words, by=request.user)
        messages.success(request, _("Saved."))
    else:
        public.show(found, words, by=request.user)
        messages.success(request, _("Shown in the press room."))
    return redirect("threads:moderation")


def _page(
    request: MemberRequest,
    found: PublicComment,
    *,
    answering: AnswerPublicForm | None = None,
    refusing: RefuseForm | None = None,
    status: int = 0,
) -> HttpResponse:
    forms = [form for form in (answering, refusing) if form is not None]
    now = Wordings()
    context = {
        "section": "talk",
        "comment": found,
        "label": queries.name_of_point(found.key, request.user.language, now),
        "wording": now.best(found.key, found.language),
        "answering": answering or AnswerPublicForm(initial={"answer": found.answer}),
        "refusing": refusing or RefuseForm(),
        "held": found.state == PublicComment.State.HELD,
    }
    worst = max((status_for(form) for form in forms), default=200)
    return render(request, "dialogue/moderation/one.html", context, status=status or worst)


def _decided(request: MemberRequest, found: PublicComment) -> HttpResponse:
    """Somebody was first: what they decided is shown, and what was written here is kept in its box."""
    messages.error(request, _("Somebody else decided in the meantime. What they decided stands here."))
    answering = AnswerPublicForm(request.POST or None)
    return _page(request, found, answering=answering if request.POST else None, status=409)


def _the_comment(public_id: str) -> PublicComment:
    found = PublicComment.objects.select_related("owner", "decided_by").filter(public_id=public_id).first()
    if found is None:
        raise Gone
    return found
