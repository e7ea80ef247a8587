"""The introduction as slides, one set for each department."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.policies import queries
from vigor_portal.policies.intranet.pages import department_names, nothing_published, page, reader_of
from vigor_portal.policies.intranet.slides import minutes, slides_for
from vigor_portal.policies.words import EVERYONE, departments_named


@require_safe
@member_required
def choose(request: HttpRequest) -> HttpResponse:
    """Which department is the course for? With how many slides, cases and minutes each takes."""
    reader = reader_of(request, queries.current())
    if reader is None:
        return nothing_published(request)
    names = department_names()
    named = departments_named(reader.text.policy)
    rows = []
    for slug in (*dict.fromkeys((*names, *named)), EVERYONE):
        deck = slides_for(reader.text.policy, slug)
        cases = sum(slide.kind == "case" for slide in deck)
        own = sum(
            slide.kind == "case" and slide.case is not None and slug in slide.case.departments
            for slide in deck
        )
        rows.append((slug, names.get(slug, slug), len(deck), cases, own, minutes(deck)))
    mine = the_member(request).department
    return page(
        request,
        "intro.html",
        here="intro",
        reader=reader,
        rows=rows,
        mine=mine.slug if mine else "",
        everyone=EVERYONE,
    )


@require_safe
@member_required
def slides(request: HttpRequest, department: str) -> HttpResponse:
    """The slides themselves: keys, clicks and swipes with JavaScript, one long page without it."""
    reader = reader_of(request, queries.current())
    if reader is None:
        return nothing_published(request)
    names = department_names()
    if department not in {*names, *departments_named(reader.text.policy), EVERYONE}:
        raise Http404
    deck = slides_for(reader.text.policy, department)
    return page(
        request,
        "slides.html",
        reader=reader,
        slides=deck,
        total=len(deck),
        minutes=minutes(deck),
        department="" if department == EVERYONE else names.get(department, department),
    )
