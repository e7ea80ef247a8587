"""What a profile shows of what the policy asks of it, what is missing, and a text to paste.

Plain values in, plain values out. Names are found as a reader finds them: without heed to capitals and signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils import translation
from django.utils.translation import gettext as _

# A sender line that was shortened for a narrow profile is still the same line.
ENOUGH_OF_A_LINE = 0.8
_WORD = re.compile(r"\w+")
_INFLECTED = 2  # "Spolverkets" is Spolverket, too


@dataclass(frozen=True)
class Employee:
    """None where there was nothing to look for: the member has no title here."""

    names_employer: bool
    names_title: bool | None


@dataclass(frozen=True)
class Logo:
    """None where there was nothing to look for: the card has no sender line, we have no address of our own."""

    shows_sender: bool | None
    links_back: bool | None

    @property
    def is_fine(self) -> bool:
        return self.shows_sender is not False and self.links_back is not False


def judge_employee(words: str, *, employer: str, title: str) -> Employee:
    """Does a professional profile name who one works for, and as what?"""
    return Employee(_stands_in(employer, words), _stands_in(title, words) if title.strip() else None)


def judge_logo(words: str, links: Iterable[str], *, sender: str, ours: Iterable[str]) -> Logo:
    """Does an account in our name show who answers, and lead back to an address of `ours`?"""
    hosts = {host for each in ours if (host := _host(each))}
    linked = {host for each in links if (host := _host(each))}
    leads_back = any(
        host in linked or re.search(rf"(?<![\w.-]){re.escape(host)}", words.lower()) for host in hosts
    )
    return Logo(_mostly_in(sender, words) if sender.strip() else None, leads_back if hosts else None)


def employee_text(*, employer: str, title: str, language: str) -> str:
    """A line to paste in a profile, in the profile owner's language."""
    with translation.override(language):
        if title.strip():
            return _("%(title)s at %(employer)s.") % {"title": title.strip(), "employer": employer}
        return _("I work at %(employer)s.") % {"employer": employer}


def logo_text(*, sender: str, ours: Iterable[str]) -> str:
    """The sender line and the way back to us, to paste in a logo account's profile."""
    return "\n".join(filter(None, (sender.strip(), next(iter(ours), ""))))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _stands_in(name: str, text: str) -> bool:
    """Do a name's words follow upon each other in the text? The last may be inflected."""
    wanted, found = _words(name), _words(text)
    if not wanted:
        return False
    last = wanted[-1]
    for start in range(len(found) - len(wanted) + 1):
        end = found[start + len(wanted) - 1]
        same = end.startswith(last) and len(end) <= len(last) + _INFLECTED
        if same and found[start : start + len(wanted) - 1] == wanted[:-1]:
            return True
    return False


def _mostly_in(line: str, text: str) -> bool:
    wanted, found = set(_words(line)), set(_words(text))
    return bool(wanted) and len(wanted & found) >= ENOUGH_OF_A_LINE * len(wanted)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
