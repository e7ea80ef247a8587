"""Reading proposals: the lists, one of them with what it would change, and how the point reads by now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.text import Truncator

from vigor.policy.document import Case, Guideline, Point, Section
from vigor.policy.html import to_plain
from vigor.policy.parse import parse
from vigor.policy.render import render_case
from vigor_portal.dialogue.models import Comment, Proposal, Support, TrialNote
from vigor_portal.dialogue.proposals.wording import reads_the_same
from vigor_portal.people.models import Member
from vigor_portal.policies import queries as policies
from vigor_portal.policies.models import PlannedVersion
from vigor_portal.policies.words import label

DECIDED_SHOWN = 20
LONGEST_NAME = 90


@dataclass(frozen=True)
class Today:
    """A point as it reads in the version in force, in one language."""

    point: Point
    language: str
    number: int
    source: str  # its Markdown: a guideline's words, or a section's or case's title
    original: bool

    def words(self, kind: str) -> str:
        """What a proposal of the kind is about: the Markdown that it would change or remove."""
        return words_for(self.point, kind)

    @property
    def title(self) -> str:
        return label(self.point)


def today(key: str, language: str) -> Today | None:
    """The point in the language, else in the original's; None when the version in force hasn't got it."""
    version = policies.current()
    texts = policies.texts_of(version) if version else {}
    wanted = [texts[code] for code in (language, *texts) if code in texts]
    text = next((each for each in wanted if key in each.policy.by_key), None)
    if text is None or version is None:
        return None
    point = text.policy.by_key[key]
    return Today(point, text.language, version.number, source_of(point), text.original)


def source_of(point: Point) -> str:
    return point.source if isinstance(point, Guideline) else point.title


def words_for(point: Point, kind: str) -> str:
    """A point as a proposal of the kind is about it: a case that is reworded is its title, situation and ways to act."""
    whole = kind == Proposal.Kind.WORDING and isinstance(point, Case)
    return whole_case(point) if whole and isinstance(point, Case) else source_of(point)


def whole_case(case: Case) -> str:
    """Its title and, after an empty line, what follows it, as the policy's text has it."""
    _heading, _end, rest = render_case(case).partition("\n")
    return f"{case.title}\n\n{rest.strip()}"


def guidelines_in(key: str, language: str) -> list[tuple[str, str]]:
    """(key, name) of the guidelines in the section, or in the section of the point, in the text's order."""
    found = today(key, language)
    version = policies.current()
    text = policies.text_for(version, found.language) if version and found else None
    section = text.policy.section_of.get(key) if text else None
    return [(each.key, label(each)) for each in section.guidelines if each.key] if section else []


def open_proposals() -> QuerySet[Proposal]:
    """What waits for a decision: what is late first, then what nobody has taken, each by its last day.

    A draft that was thrown away leaves its proposals waiting again.
    """
    found = Proposal.objects.filter(_waiting()).select_related("proposed_by", "owner")
    late = When(last_day__lt=timezone.localdate(), then=Value(0))
    nobody = When(owner=None, then=Value(1))
    return found.order_by(
        models.Case(late, nobody, default=Value(2), output_field=models.IntegerField()), "last_day", "pk"
    )


def in_the_draft() -> QuerySet[Proposal]:
    """What is taken over and waits for the next version."""
    taken = Proposal.objects.filter(state=Proposal.State.TAKEN_OVER).exclude(_waiting())
    return taken.select_related("proposed_by", "owner").order_by("decided_at")


def decided_proposals() -> QuerySet[Proposal]:
    """What was published or declined, the newest first; what was taken back is nobody's business."""
    decided = (Proposal.State.PUBLISHED, Proposal.State.DECLINED)
    found = Proposal.objects.filter(state__in=decided).select_related("proposed_by", "owner")
    return found.order_by("-decided_at", "-pk")


def waits(proposal: Proposal) -> bool:
    """Is it open, or was the draft that held it thrown away?"""
    return proposal.is_open or (proposal.is_adrift and not PlannedVersion.objects.exists())


def _waiting() -> Q:
    if PlannedVersion.objects.exists():
        # What a planned version holds has left the draft, and isn't adrift.
        return Q(state=Proposal.State.OPEN)
    return Q(state=Proposal.State.OPEN) | Q(state=Proposal.State.TAKEN_OVER, draft=None)


def counts_by_key() -> Mapping[str, int]:
    """How many open proposals each point has: one query for a whole page."""
    found = Proposal.objects.filter(_waiting()).values_list("key").annotate(n=Count("pk"))
    return dict(found.order_by())


def any_proposals() -> bool:
    return Proposal.objects.exists()


def proposal_with(public_id: str) -> Proposal | None:
    found = Proposal.objects.select_related("proposed_by", "owner", "decided_by", "thread")
    return found.filter(public_id=public_id).first()


@dataclass(frozen=True)
class Row:
    """A line of a list: the proposal, and what its point is called (in `language`)."""

    proposal: Proposal
    name: str
    language: str


class Names:
    """What points are called in the version in force, read once for a whole list."""

    def __init__(self, language: str) -> None:
        version = policies.current()
        self.text = policies.text_for(version, language) if version else None

    def row(self, proposal: Proposal) -> Row:
        if proposal.kind == Proposal.Kind.CASE:
            return Row(proposal, proposal.title, proposal.language)
        if proposal.wording:
            return Row(proposal, _begins(proposal.wording), proposal.language)
        point = self.text.policy.by_key.get(proposal.key) if self.text else None
        if point is None or self.text is None:
            return Row(proposal, name_of_gone(proposal), proposal.language)
        return Row(proposal, label(point), self.text.language)

    def rows(self, proposals: Iterable[Proposal]) -> list[Row]:
        return [self.row(proposal) for proposal in proposals]


def name_of_gone(proposal: Proposal) -> str:
    """What to call a proposal whose point is gone: by the words it was about, else by its own."""
    return _begins(proposal.about or proposal.title or proposal.wording)


def _begins(words: str) -> str:
    return Truncator(" ".join(to_plain(words).split())).chars(LONGEST_NAME)


def remarks(proposal: Proposal) -> list[Comment]:
    """What is said about a proposal, in order, with names."""
    found = Comment.objects.filter(thread=proposal.thread_id, withdrawn_at=None).select_related("by")
    return list(found) if proposal.thread_id else []


def supports(proposal: Proposal, member: Member) -> bool:
    return Support.objects.filter(proposal=proposal, member=member).exists()


@dataclass(frozen=True)
class Standing:
    """How the point of a proposal reads now, per language: in the draft, where there is one, else as published.

    Empty wordings for something new. `token` names exactly what was shown: somebody who decides sends it along.
    `of_case`: a case is to read otherwise.
    """

    wordings: Mapping[str, str]
    gone: bool
    changed: bool
    token: str
    drafted: bool = False  # does it read so in the draft only?
    of_case: bool = False


def standing(proposal: Proposal) -> Standing:
    """What whoever decides on the proposal decides about."""
    sources, drafted = _sources_now()
    points = {code: parse(source)[0].by_key.get(proposal.key) for code, source in sources.items()}
    found = {code: words_for(point, proposal.kind) for code, point in points.items() if point is not None}
    wordings = {code: found.get(code, "") for code in sources}
    here = found.get(proposal.language)
    gone = not any(found.values()) or not _fits(proposal, points.values())
    # Of something new nothing can have changed that it was written about.
    changed = not proposal.is_new and not gone and not reads_the_same(here or "", proposal.about)
    shown = json.dumps([proposal.pk, proposal.revision, sorted(wordings.items())])
    token = hashlib.sha256(shown.encode()).hexdigest()[:32]
    of_case = proposal.kind == Proposal.Kind.WORDING and any(
        isinstance(each, Case) for each in points.values()
    )
    return Standing(wordings, gone, changed, token, drafted, of_case)


def _sources_now() -> tuple[dict[str, str], bool]:
    draft = policies.the_draft()
    if draft is not None:
        return {text.language: text.source for text in policies.texts_in(draft) if text.source.strip()}, True
    version = policies.current()
    if version is None:
        return {}, False
    return {text.language: text.source for text in version.texts.order_by("pk")}, False


def _fits(proposal: Proposal, points: Iterable[Point | None]) -> bool:
    wanted: tuple[type, ...] = {
        Proposal.Kind.WORDING: (Guideline, Case),
        Proposal.Kind.GUIDELINE: (Section,),
        Proposal.Kind.CASE: (Guideline,),
    }.get(Proposal.Kind(proposal.kind), (Guideline, Case))
    return any(isinstance(point, wanted) for point in points)


def trial_notes(key: str) -> list[TrialNote]:
    """What people saw while trying a guideline, the newest first."""
    return list(TrialNote.objects.filter(key=key).select_related("by"))


def proposals_of(member: Member) -> tuple[str, object]:
    """("proposals", what the member suggested, supports and saw on trial): what is stored here about them."""
    written = Proposal.objects.filter(proposed_by=member)
    fields = ("proposed_at", "kind", "key", "title", "wording", "act", "outcome", "reason", "state")
    notes = TrialNote.objects.filter(by=member)
    supported = Support.objects.filter(member=member).values_list("proposal__public_id", flat=True)
    return "proposals", {
        "written": list(written.values(*fields)),
        "supported": list(supported),
        "owned": list(Proposal.objects.filter(owner=member).values_list("public_id", flat=True)),
        "decided": list(Proposal.objects.filter(decided_by=member).values_list("public_id", flat=True)),
        "seen on trial": list(notes.values("at", "key", "text")),
    }
