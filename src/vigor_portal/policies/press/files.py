"""What the press room gives to take away: Markdown, JSON, PDF, and the feed of changes."""

from __future__ import annotations

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from vigor_portal.policies import exports
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.pages import changes_told
from vigor_portal.policies.press.room import Leaf, Room, day, in_its_language
from vigor_portal.policies.public import PublicText

# Versions are kept for ever; a feed reader wants the latest.
ENTRIES = 20


@in_its_language
def markdown(room: Room, lang: str) -> Page | None:
    """The public text as anyone can keep it, edit it and publish it again."""
    text = room.current(lang)
    if text is None:
        return None
    body = exports.markdown(text.policy).encode()
    address = Leaf(room, lang, "press:markdown").address()
    return Page(address, body, text.language, "text/markdown; charset=utf-8")


@in_its_language
def as_json(room: Room, lang: str) -> Page | None:
    """The public text as data (see `exports.as_json`)."""
    text = room.current(lang)
    if text is None:
        return None
    body = exports.as_json(text.policy, _imprint(room, lang, text)).encode()
    address = Leaf(room, lang, "press:json").address()
    return Page(address, body, text.language, "application/json; charset=utf-8")


@in_its_language
def pdf(room: Room, lang: str) -> Page | None:
    """The public text as a booklet. Takes seconds. Raises exports.PdfMissing where it can't be made."""
    text = room.current(lang)
    if text is None:
        return None
    body = exports.pdf(text.policy, _imprint(room, lang, text))
    return Page(Leaf(room, lang, "press:pdf").address(), body, text.language, "application/pdf")


@in_its_language
def feed(room: Room, lang: str) -> Page | None:
    """An Atom feed: an entry for each public version, with what it changed."""
    text = room.current(lang)
    if text is None:
        return None
    address = Leaf(room, lang, "press:feed").address()
    atom = Atom1Feed(
        title=f"{text.policy.title} · {room.name}",
        link=room.base_url + Leaf(room, lang, "press:front").address(),
        description=_("What changes in how we do it."),
        language=lang,
        author_name=room.name,
        feed_url=room.base_url + address,
    )
    shown = [version for version in room.versions() if version.withdrawn_at is None]
    for version, before in list(zip(shown, [*shown[1:], None], strict=True))[:ENTRIES]:
        told = changes_told(room, lang, before, version)
        link = room.base_url + _permalink(room, lang, version.number)
        compare = _comparison(room, lang, before.number, version.number) if before else ""
        atom.add_item(
            title=_("Version %(number)s, %(day)s") % {"number": version.number, "day": day(version)},
            link=link,
            unique_id=link,
            description=_told(told, compare),
            pubdate=version.published_at,
            updateddate=version.published_at,
        )
    return Page(address, atom.writeString("utf-8").encode(), lang, "application/atom+xml; charset=utf-8")


def _imprint(room: Room, lang: str, text: PublicText) -> exports.Imprint:
    organisation = room.organisation
    return exports.Imprint(
        organisation=room.name,
        accent=organisation.accent_light if organisation else exports.DEFAULT_ACCENT,
        number=text.number,
        published_at=text.version.published_at,
        language=text.language,
        address=room.base_url + _permalink(room, lang, text.number),
        public=True,
    )


def _told(told: list[str], compare: str) -> str:
    if not told:
        return format_html("<p>{}</p>", _("This is how we do it, for the first time in writing."))
    rows = format_html_join("", "<li>{}</li>", ((line,) for line in told))
    return format_html(
        '<ul>{}</ul><p><a href="{}">{}</a></p>', rows, compare, _("See what changed, word by word")
    )


def _permalink(room: Room, lang: str, number: int) -> str:
    return Leaf(room, lang, "press:version", {"number": number}).address()


def _comparison(room: Room, lang: str, a: int, b: int) -> str:
    return room.base_url + Leaf(room, lang, "press:compare", {"a": a, "b": b}).address()
