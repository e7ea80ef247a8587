"""A register comes in, and goes out. The pages translate only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.models import Import
from vigor_portal.voices.transfer import actions, queries
from vigor_portal.voices.transfer.entries import BAD, FILLED, NOTE, TWICE
from vigor_portal.voices.transfer.exporting import TYPES
from vigor_portal.voices.transfer.forms import ReadingForm, UploadForm
from vigor_portal.voices.transfer.together import waiting
from vigor_portal.voices.transfer.words import say, say_unreadable

PIECE, MOST_PIECES = 65_536, 1_000
SHOWN_REMARKS = 50
SHOWN_ACCOUNTS = 8


# The form is read inside, behind the same protection: where it is too large to be read, that is said here.
@csrf_exempt
def start(request: HttpRequest) -> HttpResponseBase:
    """The door: upload or paste, what is under way, and the way out."""
    try:
        return _start(request)
    except RequestDataTooBig:
        return _too_much(request)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def _start(request: MemberRequest) -> HttpResponse:
    allow(request.user, "voices.keep")
    form = UploadForm(posted(request), request.FILES or None)
    if form.is_valid():
        data, name = form.source()
        transfer = actions.upload(data, name, by=request.user)
        return redirect("voices:transfer:one", public_id=transfer.public_id)
    return _door(request, form)


@member_required
def _too_much(request: MemberRequest) -> HttpResponse:
    """More was pasted than a form carries. A browser that runs our script has made a file of it before."""
    allow(request.user, "voices.keep")
    # To the end, so that whoever is still sending it hears the answer.
    for _piece in islice(iter(partial(request.read, PIECE), b""), MOST_PIECES):
        pass
    return _door(request, UploadForm(), too_much=True, status=413)


def _door(
    request: MemberRequest, form: UploadForm, *, too_much: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "section": "voices",
        "form": form,
        "imports": queries.imports()[:20],
        "formats": TYPES,
        "too_much": too_much,
        "most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE * 9 // 10,
    }
    return render(request, "voices/transfer/start.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    """Wherever an import stands: read, looked at, saved, approved."""
    allow(request.user, "voices.keep")
    transfer = _found(public_id)
    if request.method == "POST":
        return _choose(request, transfer)
    if transfer.is_working:
        return _progress(request, transfer)
    if request.htmx:
        # It was being worked on when the page was made; what it is now is another page.
        return HttpResponseClientRefresh()
    return _page(request, transfer, ReadingForm(None, transfer))


def _choose(request: MemberRequest, transfer: Import) -> HttpResponse:
    """What was chosen is counted; or saved, if it is what was counted."""
    form = ReadingForm(request.POST, transfer)
    if not form.is_valid():
        return _page(request, transfer, form)
    try:
        if "save" in request.POST and not form.changes():
            actions.save(transfer, by=request.user)
        else:
            actions.choose(transfer, **form.chosen(), by=request.user)
            if "save" in request.POST:
                messages.info(
                    request, _("You had changed something, so we counted again. Is this as you meant it?")
                )
    except actions.NotNow:
        messages.warning(
            request, _("Somebody else went on with it in the meantime. This is where it stands.")
        )
    return redirect("voices:transfer:one", public_id=transfer.public_id)


def _progress(request: MemberRequest, transfer: Import) -> HttpResponse:
    stepping = transfer.state in Import.STEPPING
    all_of_it = transfer.imported.count() if stepping else transfer.rows
    done = all_of_it - waiting(transfer, transfer.state) if stepping else transfer.position
    context = {"section": "voices", "transfer": transfer, "done": done, "all_of_it": all_of_it}
    name = "progress" if request.htmx else "working"
    return render(request, f"voices/transfer/{name}.html", context)


def _page(request: MemberRequest, transfer: Import, form: ReadingForm) -> HttpResponse:
    told = queries.remarks(transfer, BAD, TWICE, NOTE)
    filled = queries.remarks(transfer, FILLED)
    context = {
        "section": "voices",
        "transfer": transfer,
        "form": form,
        "unreadable": say_unreadable(transfer.unreadable) if transfer.unreadable else "",
        "counts": {
            name: transfer.counts.get(name, 0)
            for name in ("rows", "new", "filled", "known", "twice", "bad", "note")
        },
        "remarks": [(each, say(each), " · ".join(filter(None, each.cells))) for each in told[:SHOWN_REMARKS]],
        "remarks_left": max(0, told.count() - SHOWN_REMARKS),
        "filled": [(each, say(each)) for each in filled[:SHOWN_REMARKS]],
        "first": [] if transfer.is_done else queries.first_accounts(transfer, SHOWN_ACCOUNTS),
        "to_approve": waiting(transfer, Import.State.APPROVING) if transfer.is_done else 0,
        "to_vouch": waiting(transfer, Import.State.VOUCHING) if transfer.is_done else 0,
    }
    return render(request, f"voices/transfer/{'done' if transfer.is_done else 'draft'}.html", context)


_STEPS: dict[str, Callable[..., object]] = {
    "approve": actions.approve_all,
    "vouch": actions.vouch_for_all,
    "throw-away": actions.throw_away,
}


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: approve all that came, vouch for them, or throw away what is kept of the file."""
    allow(request.user, "voices.keep")
    transfer = _found(public_id)
    take = _STEPS[name]
    try:
        take(transfer, by=request.user)
    except actions.NotNow:
        messages.warning(
            request, _("Somebody else went on with it in the meantime. This is where it stands.")
        )
        return redirect("voices:transfer:start")
    if name == "throw-away":
        messages.success(request, _("Gone. What had come into the register stays there."))
        return redirect("voices:transfer:start")
    return redirect("voices:transfer:one", public_id=public_id)


@require_safe
@member_required
def rows(request: MemberRequest, public_id: str) -> HttpResponseBase:
    """The rows to mend, with line and reason, as a file that can be mended and brought in again."""
    allow(request.user, "voices.keep")
    transfer = _found(public_id)
    return _file(queries.rows_to_mend(transfer), "csv", f"att-ratta-{transfer.public_id}")


@require_safe
@member_required
def export(request: MemberRequest, format: str) -> HttpResponseBase:
    """The whole register, as a file that can be imported again."""
    if format not in TYPES:
        raise Http404
    return _file(
        actions.export_all(format, by=request.user), format, f"konton-{timezone.localdate().isoformat()}"
    )


def _file(pieces: object, format: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=TYPES[format])  # type: ignore[arg-type]
    response["Content-Disposition"] = f'attachment; filename="{name}.{format}"'
    return response


def _found(public_id: str) -> Import:
    transfer = queries.one(public_id)
    if transfer is None:
        raise Http404
    return transfer
