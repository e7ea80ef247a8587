"""The policy as those who work here read it: the whole, one point, what is new, and two languages side by side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.policies import actions, outline, queries
from vigor_portal.policies.intranet import margin
from vigor_portal.policies.intranet.columns import columns
from vigor_portal.policies.intranet.history import chapters
from vigor_portal.policies.intranet.news import news_for, told_in_full
from vigor_portal.policies.intranet.pages import (
    NOW,
    Reader,
    department_names,
    nothing_published,
    page,
    reader_of,
)
from vigor_portal.policies.intranet.reasons import beside, chain_of, paired
from vigor_portal.policies.words import departments_named, label, layers_named, narrowed


@require_safe
@member_required
def whole(request: HttpRequest) -> HttpResponse:
    """The whole policy, or what concerns one department or layer (`?department=`, `?layer=`)."""
    reader = reader_of(request, queries.current())
    if reader is None:
        return nothing_published(request)
    policy, names = reader.text.policy, department_names()
    department, layer = request.GET.get("department", ""), request.GET.get("layer", "")
    shown = narrowed(policy, department, layer)
    life = margin.life_of(reader.text)
    laid_out = columns(policy, department, layer, life.older, names)
    notes = margin.notes_beside_each(request, shown.sections, life)
    return page(
        request,
        "whole.html",
        here="whole",
        reader=reader,
        sections=[(*column, margins) for column, margins in zip(laid_out, notes, strict=True)],
        departments=[(slug, names.get(slug, slug)) for slug in departments_named(policy)],
        layers=[(name, outline.layer_names().get(name, name)) for name in layers_named(policy)],
        department=department,
        layer=layer,
        left_out=len(list(policy.points())) - len(list(shown.points())),
        news=news_for(the_member(request), reader.text),
    )


@require_safe
@member_required
def point(request: HttpRequest, key: str) -> HttpResponse:
    """One point: why it is there, how it has read, and how it reads in the other language."""
    reader = reader_of(request, queries.current())
    known = queries.published_key(key)
    if reader is None or known is None:
        raise Http404
    if key not in reader.text.policy.by_key and known.removed is None:
        # It stands, but isn't translated yet: it is shown in the original.
        reader = Reader(reader.version, next(iter(reader.texts.values())), reader.texts)
    found = reader.text.policy.by_key.get(key)
    told = chapters(key, reader.text.language)
    if found is None:
        return page(request, "removed.html", here="whole", known=known, chapters=told, reader=reader)
    life = margin.life_of(reader.text)
    return page(
        request,
        "point.html",
        here="whole",
        reader=reader,
        known=known,
        label=label(found),
        chain=chain_of(reader.text.policy, found, outline.Setting(NOW, life.older, department_names())),
        beside=beside(reader, key),
        after=margin.after_words(request, found),
        notes=margin.notes_beside(request, [found], life),
        chapters=told,
    )


@require_safe
@member_required
def new(request: HttpRequest) -> HttpResponse:
    """What is new since the member last read, word by word."""
    reader = reader_of(request, queries.current())
    if reader is None:
        return nothing_published(request)
    news = news_for(the_member(request), reader.text)
    comparison = told_in_full(news, reader.text) if news.any else None
    return page(request, "new.html", here="new", reader=reader, news=news, comparison=comparison)


@require_POST
@member_required
def seen(request: HttpRequest) -> HttpResponse:
    """The member has read the version whose number the form carries: not one that came in the meantime."""
    number = request.POST.get("version", "")
    version = queries.version(int(number)) if number.isdecimal() and len(number) < 9 else None
    if version is None:
        raise Http404
    actions.mark_read(the_member(request), version)
    return redirect("policies:whole")


@require_safe
@member_required
def side_by_side(request: HttpRequest) -> HttpResponse:
    """The original and a translation, aligned by key (`?lang=` picks which, where there are several)."""
    reader = reader_of(request, queries.current())
    if reader is None:
        return nothing_published(request)
    original, *translations = reader.texts.values()
    wanted = request.GET.get("lang", "")
    translation = next((each for each in translations if each.language == wanted), None) or next(
        iter(translations), None
    )
    sections = paired(original, translation) if translation else []
    rows = [row for section in sections for row in section]
    return page(
        request,
        "side_by_side.html",
        here="side-by-side",
        reader=reader,
        original=original,
        translation=translation,
        sections=sections,
        older=sum(row.older for row in rows),
        missing=sum(row.translated is None for row in rows),
    )
