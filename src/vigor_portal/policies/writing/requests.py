"""What the editor's form carries, and the way in to every page of this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.permissions import allow
from vigor_portal.policies import queries
from vigor_portal.policies.drafting import Clash, DraftGone, save_text
from vigor_portal.policies.models import Draft
from vigor_portal.policies.writing.desk import names_of

View = Callable[..., HttpResponseBase]

# Two hundred pages in one language. Read in a quarter of a second, and the longest policy that we have seen is a
# tenth of it.
LONGEST_DRAFT = 500_000


@dataclass(frozen=True)
class Posted:
    """The texts of the form by language: words, and the revision that they were made from."""

    draft: Draft
    texts: dict[str, tuple[str, int]]


class TooLong(Exception):
    """A text is longer than LONGEST_DRAFT: none is saved. `texts` are all of the form's, by language."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self.texts = texts


def writers_only(view: View) -> View:
    """The page is for those who write; one whose draft is gone in the meantime gets the texts back to keep."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The way to sign in would lead back here without what was written.
        if request.user.is_authenticated or not _words_of(request):
            return for_writers(request, *args, **kwargs)
        return _signed_out(request)

    @member_required
    @wraps(view)
    def for_writers(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        allow(the_member(request), "policies.write")
        try:
            return view(request, *args, **kwargs)
        except DraftGone:
            return gone(request)
        except TooLong as error:
            return _too_long(request, error.texts)

    return kept


def number(text: str | None) -> int:
    """A number from a form; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0


def the_posted_draft(request: HttpRequest) -> Draft:
    """The draft that the form was made for. Raises DraftGone when that isn't the one there is."""
    draft = queries.the_draft()
    if draft is None or draft.pk != number(request.POST.get("draft")):
        raise DraftGone
    return draft


def posted(request: HttpRequest) -> Posted:
    """Raises DraftGone, TooLong."""
    draft = the_posted_draft(request)
    texts = {
        row.language: (request.POST[f"text_{row.language}"], number(request.POST.get(f"base_{row.language}")))
        for row in queries.texts_in(draft)
        if f"text_{row.language}" in request.POST
    }
    _within_bounds({language: text for language, (text, _base) in texts.items()})
    return Posted(draft, texts)


def words_posted(request: HttpRequest) -> dict[str, str]:
    """The texts of a form by language, whatever draft they were written in. Raises TooLong."""
    return _within_bounds(_words_of(request))


def _within_bounds(texts: dict[str, str]) -> dict[str, str]:
    if any(len(text) > LONGEST_DRAFT for text in texts.values()):
        raise TooLong(texts)
    return texts


def longest_said() -> str:
    """LONGEST_DRAFT as people write it."""
    return f"{LONGEST_DRAFT:,}".replace(",", "\u00a0")


def _words_of(request: HttpRequest) -> dict[str, str]:
    fields = {code: f"text_{code}" for code, _name in settings.LANGUAGES}
    return {
        code: str(request.POST[field])
        for code, field in fields.items()
        if request.POST.get(field, "").strip()
    }


def half_written(request: HttpRequest) -> dict[str, str]:
    """The fields beside the texts that somebody has begun to fill in, a case or a reason: empty where nobody has."""
    fields = {
        name: str(value)
        for name, value in request.POST.items()
        if name == "cause" or name.startswith(("case_", "because_"))
    }
    chosen = ("cause", "case_shows", "case_ours")  # these say something from the beginning
    begun = any(value.strip() for name, value in fields.items() if name not in chosen)
    return fields if begun else {}


def case_in_words(request: HttpRequest) -> str:
    """A case that somebody was writing, as text to keep: title, situation, and the ways to act."""
    said = half_written(request)
    names = sorted(name for name in said if name.startswith(("case_act_", "case_outcome_")))
    ways = [f"- {said[name].strip()}" for name in names if said[name].strip()]
    told = [said.get("case_title", ""), said.get("case_situation", ""), "\n".join(ways)]
    return "\n\n".join(part.strip() for part in told if part.strip())


def save_posted(request: HttpRequest, form: Posted) -> list[Clash]:
    """Save every text of the form, and say what came from others. What clashes is returned, and not saved."""
    clashes = []
    for language, (text, base) in form.texts.items():
        saved = save_text(form.draft, language, text, base, the_member(request))
        if isinstance(saved, Clash):
            clashes.append(saved)
        elif saved.came:
            names = ", ".join(f"“{name}”" for name in names_of(saved.came, saved.text.source))
            messages.info(
                request,
                _("Somebody else has written too, and it is in here now: %(points)s") % {"points": names},
            )
    return clashes


def gone(request: HttpRequest) -> HttpResponse:
    """The draft was published or thrown away: what was written is shown, and can begin a new one."""
    context = {"section": "write", "texts": _words_of(request), "exists": queries.the_draft() is not None}
    context["case"] = case_in_words(request)
    return render(request, "policies/writing/gone.html", context, status=410)


def _signed_out(request: HttpRequest) -> HttpResponse:
    """What was written, to whoever wrote it, when their sign-in had ended before it came."""
    context = {"section": "write", "texts": _words_of(request), "case": case_in_words(request)}
    response = render(request, "policies/writing/signed_out.html", context, status=403)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _too_long(request: HttpRequest, texts: dict[str, str]) -> HttpResponse:
    """Nothing is saved, and what was written stands in the boxes to be shortened; it isn't read, only shown."""
    draft = queries.the_draft()
    rows = [
        (language, text, number(request.POST.get(f"base_{language}")), len(text) > LONGEST_DRAFT)
        for language, text in texts.items()
    ]
    context = {"section": "write", "draft": draft, "rows": rows, "most": longest_said()}
    return render(request, "policies/writing/too_long.html", context, status=413)
