"""The policy to carry away: which formats there are, and the files themselves. `?version=` takes an older one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from vigor.policy.document import Policy
from vigor.policy.public import public
from vigor_portal.people.decorators import member_required
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies import exports, outline, queries
from vigor_portal.policies.exports import Imprint, PdfMissing
from vigor_portal.policies.intranet.pages import NOW, department_names, nothing_published, page, reader_of
from vigor_portal.policies.models import Version

TYPES = {"md": "text/markdown", "json": "application/json", "pdf": "application/pdf"}


@require_safe
@member_required
def choose(request: HttpRequest) -> HttpResponse:
    """Formats, languages and versions to choose from."""
    version = _asked_version(request)
    reader = reader_of(request, version)
    if reader is None and version is not None:
        return page(request, "tombstone.html", here="export", gone=[version])
    if reader is None:
        return nothing_published(request)
    return page(
        request,
        "export.html",
        here="export",
        reader=reader,
        versions=[each for each in queries.versions() if not each.is_withdrawn],
        in_force=queries.current(),
    )


@require_safe
@member_required
def policy(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """`policy.<language>.<md, json, pdf or html>`; `?audience=public` leaves out what is internal."""
    text, imprint = _asked(request, language)
    if kind == "md":
        return _file(exports.markdown(text), kind, "policy", imprint)
    if kind == "json":
        return _file(exports.as_json(text, imprint), kind, "policy", imprint)
    if kind == "pdf":
        return _made(request, exports.pdf, text, "policy", imprint)
    if kind != "html":
        raise Http404
    sections = outline.lay_out(text, outline.Setting(NOW, departments=department_names()))
    with override(language if language in dict(settings.LANGUAGES) else None):
        return page(request, "print.html", policy=text, imprint=imprint, sections=sections)


@require_safe
@member_required
def poster(request: HttpRequest, language: str) -> HttpResponse:
    """One A4 with the principles."""
    text, imprint = _asked(request, language)
    return _made(request, exports.poster, text, "poster", imprint)


def _asked_version(request: HttpRequest) -> Version | None:
    number = request.GET.get("version", "")
    if not number:
        return queries.current()
    version = queries.version(int(number)) if number.isdecimal() and len(number) < 9 else None
    if version is None:
        raise Http404
    return version


def _asked(request: HttpRequest, language: str) -> tuple[Policy, Imprint]:
    """The text that the address names, and what to print on it. Raises Http404."""
    version = _asked_version(request)
    read = queries.texts_of(version) if version is not None else {}
    if version is None or language not in read:
        raise Http404
    original = next(iter(read.values()))
    text, for_all = read[language].policy, request.GET.get("audience") == "public"
    if for_all:
        text = public(text, None if read[language].original else original.policy)
    organisation = the_organisation()
    return text, Imprint(
        organisation=organisation.name if organisation else "",
        accent=organisation.accent_light if organisation else "",
        number=version.number,
        published_at=version.published_at,
        language=language,
        address=_address(request, language, for_all),
        public=for_all,
    )


def _address(request: HttpRequest, language: str, for_all: bool) -> str:
    path = reverse("press:front", kwargs={"lang": language}) if for_all else reverse("policies:whole")
    return request.build_absolute_uri(path).partition("://")[2].rstrip("/")


def _made(
    request: HttpRequest, make: Callable[[Policy, Imprint], bytes], text: Policy, name: str, imprint: Imprint
) -> HttpResponse:
    try:
        return _file(make(text, imprint), "pdf", name, imprint)
    except PdfMissing as missing:
        return page(request, "no_pdf.html", status=503, here="export", missing=missing.what, imprint=imprint)


def _file(content: str | bytes, kind: str, name: str, imprint: Imprint) -> HttpResponse:
    """Shown in the browser where it can, kept under a name that says which version it is."""
    charset = "" if kind == "pdf" else "; charset=utf-8"
    filename = f"{name}-{imprint.number}.{imprint.language}.{kind}"
    return HttpResponse(
        content,
        content_type=f"{TYPES[kind]}{charset}",
        headers={
            "Content-Disposition": f'inline; filename="{filename}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
