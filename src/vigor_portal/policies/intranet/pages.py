"""What the intranet's pages of the policy share: which text a request reads, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, get_language_info

from vigor_portal.people.permissions import may
from vigor_portal.people.queries import departments
from vigor_portal.policies.models import Version
from vigor_portal.policies.outline import Place
from vigor_portal.policies.queries import ReadText, texts_of

NOW = Place("policies:point", {})
# Places within the policy that the main menu has a line for.
OWN_LINES = frozenset({"intro", "versions"})


@dataclass(frozen=True)
class Reader:
    """A version in the language that a request reads it in; `texts` holds every language, the original first."""

    version: Version
    text: ReadText
    texts: Mapping[str, ReadText]

    @property
    def other(self) -> ReadText | None:
        """The text to lay beside this one: the original, or a translation for who reads the original."""
        rest = (text for language, text in self.texts.items() if language != self.text.language)
        return next(rest, None)

    @property
    def untranslated(self) -> list[str]:
        """Keys that the original has and this text hasn't."""
        original = next(iter(self.texts.values()))
        return [key for key in original.policy.by_key if key not in self.text.policy.by_key]


def reader_of(request: HttpRequest, version: Version | None) -> Reader | None:
    """The version in the language that the address asks for (`?lang=`), else the member's, else the original's.

    None when there is no version, or its text was withdrawn.
    """
    texts = texts_of(version) if version is not None else {}
    if version is None or not texts:
        return None
    wanted = (request.GET.get("lang", ""), get_language() or "")
    text = next((texts[language] for language in wanted if language in texts), next(iter(texts.values())))
    return Reader(version, text, texts)


def department_names() -> dict[str, str]:
    """Names by slug, in the reader's language."""
    return {department.slug: department.name for department in departments()}


def language_name(code: str) -> str:
    """A language's name in that language; the code itself for one that nobody here has named."""
    known = {name: get_language_info(name)["name_local"] for name, _label in settings.LANGUAGES}
    return known.get(code, code)


def language_called(code: str) -> str:
    """What the reader calls a language, as it stands in a sentence: "svenska" in Swedish, "Swedish" in English."""
    if code not in dict(settings.LANGUAGES):
        return code
    name = get_language_info(code)["name_translated"]
    return name if get_language() == "en" else name.lower()


def page(request: HttpRequest, template: str, status: int = 200, **context: object) -> HttpResponse:
    """A page of the policy. `here` is its place within; some places have a line of their own in the main menu."""
    here = context.get("here", "whole")
    section = here if here in OWN_LINES else "policy"
    return render(request, f"policies/{template}", {"section": section, **context}, status=status)


def nothing_published(request: HttpRequest) -> HttpResponse:
    """What there is to read before the first version: what it takes to get one, told to whom it concerns."""
    return page(request, "nothing.html", publisher=may(request.user, "policies.publish"))
