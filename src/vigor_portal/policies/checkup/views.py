"""An old policy comes in and an answer goes out. Nothing is stored and nothing is logged."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from vigor.policy.convert import Converted, Unreadable, convert
from vigor.policy.review import Sector, Source
from vigor.starter import LANGUAGES, starter
from vigor_portal.people.permissions import may
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.checkup.door import open_or_members, too_often
from vigor_portal.policies.checkup.forms import LONGEST_TEXT, OldPolicyForm, signed_out
from vigor_portal.policies.checkup.reading import Read, read
from vigor_portal.policies.checkup.turns import NoTurn, a_turn
from vigor_portal.policies.checkup.uploads import InMemory
from vigor_portal.policies.queries import current

EXAMPLES = Path(__file__).parent / "example"


# The check comes in `_paste`: it reads the form, and by then it must be settled where a file is put.
@csrf_exempt
def paste(request: HttpRequest) -> HttpResponseBase:
    """The box, and what there is to say of the text in it."""
    request.upload_handlers = [InMemory(request)]
    return _paste(request)


def _kept(request: HttpRequest) -> HttpResponse | None:
    if not request.POST.get("text", "").strip():
        return None
    form = OldPolicyForm(request.POST)
    form.add_error(None, signed_out())
    return _box(request, form, status=403)


@csrf_protect
@open_or_members(_kept)
@require_http_methods(["GET", "HEAD", "POST"])
def _paste(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _box(request, OldPolicyForm())
    form = OldPolicyForm(_sent(request), request.FILES, too_large=_was_too_large(request))
    if not form.is_valid():
        return _box(request, form)
    if too_often(request):
        form.add_error(
            None,
            _(
                "That was many in a row. Wait a minute, and we read this one too; it is still here in the box."
            ),
        )
        return _box(request, form, status=429)
    try:
        with a_turn():
            return _answered(request, form)
    except NoTurn:
        form.add_error(
            None,
            _(
                "We are reading for several others right now. Try again in a moment; what you pasted is still here."
            ),
        )
        response = _box(request, form, status=429)
        response.headers["Retry-After"] = "10"
        return response


def _answered(request: HttpRequest, form: OldPolicyForm) -> HttpResponse:
    """What there is to say of the text, or why it can't be read."""
    source, name = form.source()
    try:
        converted = convert(source, name=name, policy=_policy_key(request))
    except Unreadable as error:
        form.add_error("file" if name else "text", _sentence(error.message(_reader())))
        return _box(request, form)
    if sum(map(len, converted.sentences)) > LONGEST_TEXT:
        form.add_error(None, _("That is a whole book. Take out the part that is the policy."))
        return _box(request, form)
    return render(request, "policies/checkup/answer.html", _answer(request, converted))


def _sent(request: HttpRequest) -> QueryDict:
    """The form as sent; in development, with an invented old policy in the box where that was asked for."""
    if "example" not in request.POST or not settings.DEVELOPMENT:
        return request.POST
    filled = request.POST.copy()
    filled["text"] = (EXAMPLES / f"old.{_reader()}.txt").read_text("utf-8")
    return filled


def _was_too_large(request: HttpRequest) -> bool:
    return any(isinstance(handler, InMemory) and handler.too_large for handler in request.upload_handlers)


def _box(request: HttpRequest, form: OldPolicyForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "section": "checkup",
        "development": settings.DEVELOPMENT,
        "longest": str(LONGEST_TEXT),
    }
    return render(request, "policies/checkup/paste.html", context, status=status)


def _answer(request: HttpRequest, converted: Converted) -> dict[str, object]:
    unsure = [(each.quote, _sentence(each.message(_reader()))) for each in converted.unsure]
    return {
        "title": converted.policy.title,
        "read": _read(converted),
        "converted": converted,
        "unsure": unsure,
        "section": "checkup",
        "may_write": may(request.user, "policies.write"),
    }


def _read(converted: Converted) -> Read:
    organisation = the_organisation()
    sector = cast("Sector", organisation.sector if organisation else "private")
    language = converted.policy.language
    others = [Source(_("Vigör’s starter policy"), starter(language))] if language in LANGUAGES else []
    return read(converted, reader=_reader(), sector=sector, others=others)


def _policy_key(request: HttpRequest) -> str:
    """The key of the policy that a draft would replace, for those who may write it; else its title makes one."""
    version = current() if may(request.user, "policies.write") else None
    return version.policy.slug if version else ""


def _reader() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _sentence(text: str) -> str:
    """A message that was made to stand after a file's name, as a sentence."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."


@require_POST
@open_or_members()
def take_home(request: HttpRequest) -> HttpResponse:
    """What was made here, as a file: `text`, and "case" or the policy by `name`."""
    text = request.POST.get("text", "").replace("\r\n", "\n")
    name = "case" if request.POST.get("name") == "case" else "policy"
    return HttpResponse(
        text,
        content_type="text/markdown; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.md"'},
    )
