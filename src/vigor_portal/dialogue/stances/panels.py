"""What is asked of a guideline: three buttons, one's own answer, and what we think together.

Right after its words on its own page (`wiring.AFTER_WORDS`), in short in the margin of the whole (`POINT_PANELS`).

A page with sixty guidelines costs the same few queries as one with a single one, and no script is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vigor.policy.document import Kind, Point, Section
from vigor_portal.dialogue.models import Stance
from vigor_portal.dialogue.stances import queries
from vigor_portal.dialogue.stances.asked import Asked, asked_now
from vigor_portal.dialogue.stances.figures import Shown
from vigor_portal.dialogue.stances.forms import ReasonForm
from vigor_portal.dialogue.stances.plots import in_words, others, plot, share, size
from vigor_portal.dialogue.stances.pseudonyms import key_fits
from vigor_portal.dialogue.stances.queries import Cell, Mine
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies.words import label

NOTHING = SafeString("")


@dataclass(frozen=True)
class Figure:
    """A cell as words and a plot, for templates."""

    cell: Cell

    @cached_property
    def plot(self) -> SafeString:
        return plot(self.cell.shown)

    @property
    def agree(self) -> str:
        return share(self.cell.shown.agree)

    @property
    def disagree(self) -> str:
        """Empty for a group in which those who disagree aren't told apart from the unsure."""
        return share(self.cell.shown.disagree) if self.cell.shown.disagree else ""

    @property
    def others(self) -> str:
        return others(self.cell.shown)

    @property
    def size(self) -> str:
        return size(self.cell.shown)

    @property
    def in_words(self) -> str:
        return in_words(self.cell.shown)


class Desk:
    """What a request knows of stances, each thing read when it is first needed, once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.assets = True

    @cached_property
    def asked(self) -> Asked | None:
        return asked_now(get_language() or "")

    @cached_property
    def fits(self) -> bool:
        return key_fits()

    @cached_property
    def mine(self) -> Mapping[str, Mine]:
        member = self.request.user
        if self.asked is None or not isinstance(member, Member) or not self.fits:
            return {}
        return queries.mine(member, self.asked)

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        return queries.cells_of()

    @cached_property
    def changed(self) -> Mapping[str, SafeString]:
        return queries.changed_since(self.mine, self.asked) if self.asked is not None else {}

    @cached_property
    def token(self) -> str:
        return get_token(self.request)

    @cached_property
    def next(self) -> str:
        """The page to come back to after a press."""
        request = self.request
        return request.get_full_path() if request.method == "GET" else request.POST.get("next", "")

    def label(self, key: str) -> str:
        return label(self.asked.guidelines[key]) if self.asked else ""

    def style(self) -> SafeString:
        """The stylesheet, before the first panel of a page."""
        first, self.assets = self.assets, False
        link = format_html('<link rel="stylesheet" href="{}">', static("dialogue/stances.css"))
        return link if first else NOTHING


def desk_of(request: HttpRequest) -> Desk:
    desk: Desk | None = getattr(request, "_stances", None)
    if desk is None:
        desk = Desk(request)
        request._stances = desk  # type: ignore[attr-defined]
    return desk


def beside(request: HttpRequest, point: Point) -> SafeString:
    """In the margin of a section: the lines of its guidelines; on a principle's own page, what we think of all of it."""
    if not isinstance(point, Section) or not point.key or not may(request.user, "dialogue.take-stance"):
        return NOTHING
    desk = desk_of(request)
    if desk.asked is not None:
        alone = request.resolver_match is not None and request.resolver_match.view_name == "policies:point"
        return (
            _of_principle(desk, point) if alone and point.kind is Kind.PRINCIPLE else _folded(request, point)
        )
    return NOTHING


def after_words(request: HttpRequest, point: Point) -> SafeString:
    """The panel of a guideline that is asked about: before its cases, so that nobody has to look for it below them."""
    if not point.key or not may(request.user, "dialogue.take-stance"):
        return NOTHING
    asked = desk_of(request).asked
    return panel(request, point.key, alone=True) if asked and point.key in asked.guidelines else NOTHING


def _folded(request: HttpRequest, section: Section) -> SafeString:
    """On the whole policy's page, the lines of a section's guidelines folded together: the margin stays calm.

    Open where one of them means something else since the reader answered.
    """
    desk = desk_of(request)
    asked = desk.asked.guidelines if desk.asked else {}
    keys = [guideline.key for guideline in section.guidelines if guideline.key in asked]
    if not keys:
        return NOTHING
    said = [desk.mine[key] for key in keys if key in desk.mine]
    told = ngettext("%(n)s point: do we agree?", "%(n)s points: do we agree?", len(keys)) % {"n": len(keys)}
    answered = sum(not each.again for each in said)
    mine = _("you have answered %(n)s") % {"n": answered} if answered else ""
    return format_html(
        '<details class="stances-of"{}><summary>{}{}</summary>{}</details>',
        SafeString(" open") if any(each.again for each in said) else NOTHING,
        told,
        format_html(' <span class="when">{}</span>', mine) if mine else NOTHING,
        format_html_join("", "{}", ((panel(request, key, alone=False),) for key in keys)),
    )


def panel(request: HttpRequest, key: str, *, alone: bool) -> SafeString:
    """The panel: `alone` with everything that belongs to it, else in one line."""
    desk = desk_of(request)
    content = inside_alone(request, key) if alone else inside_short(request, key)
    return desk.style() + format_html('<div class="stance{}">{}</div>', " alone" if alone else "", content)


def inside_alone(request: HttpRequest, key: str, form: ReasonForm | None = None) -> SafeString:
    return SafeString(render_to_string("dialogue/stances/inside.html", whole_of(request, key, form)))


def inside_short(
    request: HttpRequest, key: str, *, elsewhere: bool = False, swapped: bool = False
) -> SafeString:
    """Three buttons in a line; `elsewhere` on a page on which the guideline itself doesn't stand."""
    desk = desk_of(request)
    said, cell = desk.mine.get(key), desk.cells.get(key)
    line = _Line(
        key=key,
        label=desk.label(key),
        language=desk.asked.language if desk.asked else "",
        interface=get_language() or "",
        stance=said.stance.value if said else "",
        again=said is not None and said.again,
        shown=cell.shown if cell and not elsewhere else None,
        elsewhere=elsewhere,
        swapped=swapped,
        lost=not desk.fits,
    )
    return SafeString(_line(line).replace(TOKEN, desk.token).replace(NEXT, escape(desk.next)))


@dataclass(frozen=True)
class _Line:
    """What a line shows. Many people's lines are the same, and rendering sixty anew for each would be half the page."""

    key: str
    label: str
    language: str
    interface: str
    stance: str
    again: bool
    shown: Shown | None
    elsewhere: bool
    swapped: bool
    lost: bool


# Stand where the reader's own token and page go, in lines that are kept.
TOKEN, NEXT = "token-of-the-reader", "page-of-the-reader"


@lru_cache(maxsize=4096)
def _line(line: _Line) -> str:
    context = {
        **asdict(line),
        "said": {"again": line.again} if line.stance else None,
        "choices": _choices("" if line.again else line.stance),
        "plot": plot(line.shown) if line.shown else None,
        "csrf_token": TOKEN,
        "next": NEXT,
    }
    return render_to_string("dialogue/stances/inside.html", context)


def _choices(stance: str) -> list[tuple[str, str, bool]]:
    return [(value, str(name), value == stance) for value, name in Stance.Choice.choices]


def whole_of(request: HttpRequest, key: str, form: ReasonForm | None = None) -> dict[str, object]:
    """What the template shows of a guideline that stands alone. Made without the request, whose context processors
    would be run for nothing."""
    desk = desk_of(request)
    said, cell = desk.mine.get(key), desk.cells.get(key)
    counts = said is not None and not said.again
    return {
        "key": key,
        "source": desk.asked.guidelines[key].source if desk.asked else "",
        "label": desk.label(key),
        "language": desk.asked.language if desk.asked else "",
        "alone": True,
        "said": said,
        "choices": _choices(said.stance.value if said and counts else ""),
        "changed": desk.changed.get(key),
        "figure": Figure(cell) if cell else None,
        "explains": form is not None or counts,
        "stance": form.data.get("stance", "") if form else said.stance.value if said else "",
        "form": form or ReasonForm(guideline=key, initial={"reason": said.reason if said else ""}),
        "lost": not desk.fits,
        "csrf_token": desk.token,
        "next": desk.next,
    }


def my_panel(request: HttpRequest) -> SafeString:
    """On a member's own page: how many points there are to look at again."""
    desk = desk_of(request)
    again = sum(said.again for said in desk.mine.values())
    told = ngettext(
        "%(n)s point means something else since you answered.",
        "%(n)s points mean something else since you answered.",
        again,
    ) % {"n": again}
    return SafeString(render_to_string("dialogue/stances/my_panel.html", {"again": again, "told": told}))


def publish_note(keys: list[str]) -> SafeString:
    """Beside the button that publishes: on which of these points agreement is weak. A hint, never a hindrance."""
    weak = queries.weak_agreement(keys)
    if not weak:
        return NOTHING
    asked = asked_now(get_language() or "")
    points = asked.guidelines if asked is not None else {}
    rows = format_html_join(
        "",
        "<li><span>{}</span> <span>{}</span></li>",
        ((label(points[key]) if key in points else key, in_words(cell.shown)) for key, cell in weak),
    )
    return format_html(
        '<section class="weak"><h2 class="rule">{}</h2><p>{}</p><ul class="index">{}</ul></section>',
        _("Where we don’t agree yet"),
        _(
            "You can publish all the same. Perhaps the words can be better, or a conversation is needed first."
        ),
        rows,
    )


def _of_principle(desk: Desk, point: Point) -> SafeString:
    cell = desk.cells.get(point.key)
    if cell is None:
        return NOTHING
    return desk.style() + render_to_string("dialogue/stances/principle.html", {"figure": Figure(cell)})
