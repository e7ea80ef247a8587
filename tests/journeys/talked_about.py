"""Something behind every address that a conversation, a proposal or an answer makes, in the example organisation."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from vigor_portal.asking.actions import Words, answer_question, send_question
from vigor_portal.asking.models import Question
from vigor_portal.dialogue.models import Consultation, ConsultationText, Proposal, TrialNote
from vigor_portal.dialogue.proposals.actions import Suggestion, propose
from vigor_portal.dialogue.threads.actions import start_thread
from vigor_portal.dialogue.threads.public import let_public_comment, send_public
from vigor_portal.notices.links import stop_link
from vigor_portal.people.actions import invite
from vigor_portal.people.models import Member
from vigor_portal.policies.models import VersionText
from vigor_portal.policies.queries import current
from vigor_portal.policies.reviews.actions import put_up
from vigor_portal.voices.handovers.actions import plan
from vigor_portal.voices.handovers.saying import prefilled, say_farewell
from vigor_portal.voices.models import Application, Mandate, Offer, OwnProfile
from vigor_portal.voices.transfer.actions import save, upload

# A list with something to say of each kind: new, twice, no address, a network that nobody knows.
LIST = """Namn;Nätverk;Adress;Syfte
Tegelmo svarar;Facebook;facebook.com/tegelmosvarar;Vi svarar på frågor.
Tegelmo igen;Facebook;https://m.facebook.com/TegelmoSvarar;
Sökningen;X;https://x.com/search?q=tegelmo;
Gamla gruppen;Lunarstorm;tegelmo;
"""


def values(member: Member, communicator: Member, administrator: Member) -> dict[str, object]:
    """Values for the arguments that the table of addresses writes in capitals; what can be a member's is `member`'s."""
    asked = send_question("Var står cykeln?", "sv", by=member)
    answer = answer_question(asked, Words("Var står cykeln?", "Bakom huset."), by=communicator)
    words = {"wording": "Vi låter den andra få sista ordet, nästan jämt.", "reason": "Ibland är det farligt."}
    proposal = propose(
        Suggestion(kind=Proposal.Kind.WORDING, key="last-word", language="sv", **words), by=member
    )
    thread = start_thread("respect", "Gäller det på *fredagar* också?", by=member)
    let_public_comment(True, by=communicator)
    comment = send_public("respect", "sv", "Bra sagt.", name="Åke")
    waiting = Question.objects.filter(state=Question.State.OPEN).first()
    assert waiting is not None
    return {
        "OTHER": member.public_id,
        "QUESTION": waiting.public_id,
        "INVITATION": invite("ny@spolverket.example", None, [], by=administrator).split("/")[-2],
        "ANSWER": answer.public_id,
        "PROPOSAL": proposal.public_id,
        "THREAD": thread.public_id,
        "SAID": thread.comments.get().public_id,
        "PUBLIC": comment.public_id,
        "REFERENCE": comment.reference,
        "CONSULTATION": _shared().public_id,
        "NOTE": TrialNote.objects.create(
            key="answer-on-film", language="sv", text="Fint.", by=member
        ).public_id,
        "REVIEW": put_up(["respect"], by=communicator, last_day=date(2030, 1, 1))[0].pk,
        "STOP": stop_link(member, "how:day").rstrip("/").rpartition("/")[2],
        **_voices(member, communicator),
    }


def _voices(member: Member, communicator: Member) -> dict[str, object]:
    """An account, an application, a mandate that is paid, and a handover with a farewell."""
    handovers = plan(member, timezone.localdate(), by=communicator)
    handover = next(each for each in handovers if each.account is not None and each.account.address_key)
    say_farewell(handover, prefilled(handover), agreed=True, by=communicator)
    mandate = Mandate.objects.filter(paid=True).first()
    application = Application.objects.filter(state__in=Application.OPEN).first()
    assert mandate is not None
    assert handover.account is not None
    assert application is not None
    return {
        "ACCOUNT": handover.account.public_id,
        "APPLICATION": application.public_id,
        "MANDATE": mandate.public_id,
        "HANDOVER": handover.public_id,
        "OFFER": _offer(member),
        "IMPORT": upload(LIST.encode(), "konton.csv", by=communicator).public_id,
        "IMPORTED": save(upload(LIST.encode(), "konton.csv", by=communicator), by=communicator).public_id,
    }


def _offer(member: Member) -> str:
    """Hours that wait for a yes, and a profile that lacks something, on the member's own pages."""
    OwnProfile.objects.create(
        **{
            "member": member,
            "network": "web",
            "address": "https://blogg.example/m",
            "shown": "blogg.example/m",
        },
        **{"address_key": "web:blogg.example/m", "checking": True, "read_at": timezone.now()},
        **{"names_employer": True, "names_title": False},
    )
    state = {"state": "suggested", "hours": 4, "training": "Filma med mobilen", "since": timezone.now()}
    wishes = {"topics": ["ull", "gamla motorer"], "needs": "Tid"}
    return Offer.objects.create(member=member, offered_on=timezone.localdate(), **state, **wishes).public_id


def _shared() -> Consultation:
    """A draft that is shown to everybody, in which one guideline says something else."""
    version = current()
    shared = Consultation.objects.create(public=True, based_on=version)
    for text in VersionText.objects.filter(version=version):
        source, public = (
            each.replace("Vi låter den andra", "Vi låter ofta den andra")
            for each in (text.source, text.public_source)
        )
        ConsultationText.objects.create(
            consultation=shared, language=text.language, source=source, public_source=public
        )
    return shared
