"""Every address × every role, compared with one written table; an address that isn't in the table fails."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from vigor.networks import Address, recognise
from vigor_portal.asking.actions import Words, answer_question, send_question
from vigor_portal.dialogue.models import Consultation, ConsultationText, Proposal, TrialNote
from vigor_portal.dialogue.proposals.actions import Suggestion, propose
from vigor_portal.dialogue.threads.actions import start_thread
from vigor_portal.dialogue.threads.public import let_public_comment, send_public
from vigor_portal.notices.links import stop_link
from vigor_portal.people.actions import invite
from vigor_portal.people.models import Department, Invitation, Member, Organisation, Role
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import start_draft
from vigor_portal.policies.reviews.actions import put_up
from vigor_portal.voices.applications.actions import Request, apply
from vigor_portal.voices.handovers.actions import plan
from vigor_portal.voices.mandates.actions import Terms, give
from vigor_portal.voices.models import Account, Application, Handover, Import, Mandate, Offer, OwnProfile
from vigor_portal.voices.register import actions as register

# Who gets through; everybody else is refused in the way that fits: a visitor is asked to sign in, a member told that
# the page belongs to another role.
ANYONE = frozenset({"visitor", "member", "union", "communications", "administrator"})
MEMBERS = ANYONE - {"visitor"}
COMMUNICATIONS = frozenset({"communications"})
ADMINISTRATORS = frozenset({"administrator"})
DRAFT_READERS = COMMUNICATIONS | {"union"}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """An address by name: who may, by which method, with which arguments."""

    name: str
    who: frozenset[str]
    method: str = "get"
    arguments: dict[str, object] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)


TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Det kan vara vi som har fel {#respect}

Den som skriver har en poäng.

- Vi låter den andra få sista ordet. {#last-word}
"""
PRESS = {"lang": "sv"}
AUTOSAVE = {"draft": "DRAFT", "language": "sv", "base": "1", "text": TEXT}
TABLE = (
    Row("healthz", ANYONE),
    Row("readyz", ANYONE),
    Row("theme", ANYONE),
    Row("language", ANYONE, "post", data={"language": "en"}),
    Row("home", ANYONE),
    # Off outside development: nobody steps in as somebody else.
    Row("be", NOBODY, "post", {"public_id": "x"}),
    Row("publish-starter", COMMUNICATIONS, "post"),
    # Sign-in (allauth). Pages for those who are out send those who are in away, which is no refusal.
    Row("account_login", ANYONE),
    Row("account_request_login_code", ANYONE),
    Row("account_confirm_login_code", ANYONE),
    Row("account_logout", ANYONE),
    Row("account_inactive", ANYONE),
    Row("account_change_password", MEMBERS),
    Row("account_set_password", MEMBERS),
    Row("account_reset_password", ANYONE),
    Row("account_reset_password_done", ANYONE),
    Row("account_reset_password_from_key", ANYONE, arguments={"uidb36": "1", "key": "x"}),
    Row("account_reset_password_from_key_done", ANYONE),
    Row("mfa_index", MEMBERS),
    Row("mfa_authenticate", ANYONE),
    Row("mfa_generate_recovery_codes", MEMBERS),
    Row("mfa_list_webauthn", MEMBERS),
    Row("mfa_add_webauthn", MEMBERS),
    Row("mfa_login_webauthn", ANYONE),
    # One's own keys and codes. The members here have none yet, so that there is nothing to show or prove.
    Row("account_reauthenticate", NOBODY),
    Row("mfa_reauthenticate", NOBODY),
    Row("mfa_reauthenticate_webauthn", NOBODY),
    Row("mfa_view_recovery_codes", NOBODY),
    Row("mfa_download_recovery_codes", NOBODY),
    Row("mfa_remove_webauthn", NOBODY, arguments={"pk": 1}),
    Row("mfa_edit_webauthn", NOBODY, arguments={"pk": 1}),
    # People
    Row("people:welcome", ANYONE, arguments={"secret": "INVITATION"}),
    Row("people:me", MEMBERS),
    Row("people:my-data", MEMBERS),
    Row("people:forget-me", MEMBERS),
    Row("people:members", ADMINISTRATORS),
    Row("people:invite", ADMINISTRATORS, "post", data={"email": "new@test.example"}),
    Row("people:withdraw-invitation", ADMINISTRATORS, "post", {"pk": "WAITING"}),
    Row("people:member", ADMINISTRATORS, arguments={"public_id": "OTHER"}),
    Row("people:step", ADMINISTRATORS, "post", {"public_id": "OTHER", "name": "deactivate"}),
    Row("people:organisation", ADMINISTRATORS),
    Row("people:new-department", ADMINISTRATORS, "post", data={"name_sv": "Verkstad", "name_en": "Workshop"}),
    Row("people:department", ADMINISTRATORS, arguments={"slug": "sales"}),
    Row("people:remove-department", ADMINISTRATORS, "post", {"slug": "store"}),
    # What a member is told
    Row("notices:list", MEMBERS),
    Row("notices:follow", NOBODY, arguments={"pk": 1}),  # each member's own
    Row("notices:see-all", MEMBERS, "post"),
    Row("notices:wishes", MEMBERS),
    Row("notices:mail-again", MEMBERS, "post"),
    # The address is the key: from a mail, and for a calendar, neither of which can sign in.
    Row("notices:stop", ANYONE, "post", {"token": "STOP"}),
    Row("notices:calendar", ANYONE, arguments={"token": "TOKEN"}),
    # Asking
    Row("insight:open", MEMBERS),
    Row("reviews:all", COMMUNICATIONS),
    Row("reviews:settle", COMMUNICATIONS, "post", {"number": "REVIEW"}, {"step": "take-on"}),
    Row("asking:ask", MEMBERS, "post", data={"question": "Får jag skoja?"}),
    Row("asking:send", MEMBERS, "post", data={"question": "Får jag skoja?", "confirmed": "1"}),
    Row("asking:answered", MEMBERS),
    Row("asking:gaps", COMMUNICATIONS),
    Row("asking:gap", COMMUNICATIONS, "post", {"public_id": "QUESTION"}, {"answer": "Ja."}),
    Row("asking:answer", MEMBERS, arguments={"public_id": "ANSWER"}),
    Row("asking:change", COMMUNICATIONS, arguments={"public_id": "ANSWER"}),
    Row("asking:case", COMMUNICATIONS, "post", {"public_id": "ANSWER"}),
    Row("asking:answer-step", COMMUNICATIONS, "post", {"public_id": "ANSWER", "name": "take-back"}),
    Row("asking:same-as", COMMUNICATIONS, "post", {"public_id": "QUESTION", "answer_id": "ANSWER"}),
    Row("asking:step", COMMUNICATIONS, "post", {"public_id": "QUESTION", "name": "take-on"}),
    # Trying a post
    Row("checking:box", MEMBERS, "post", data={"text": "Vi ses på lördag!"}),
    # There is no advice before somebody has written a post, and so nothing not to agree with.
    Row("checking:answer-as", MEMBERS, "post", data={"layer": "employee"}),
    Row("checking:disagree", NOBODY, "post", data={"disagree": "irony:nothing"}),
    Row("checking:words", COMMUNICATIONS),
    Row("checking:objections", COMMUNICATIONS),
    # Programs show a key instead of signing in.
    Row("api:tokens", MEMBERS),
    Row("api:revoke", NOBODY, "post", {"pk": 1}),  # each member's own
    Row("lt:check", NOBODY, "post", data={"text": "Hej"}),
    Row("lt:languages", ANYONE),
    Row("lt:info", ANYONE),
    Row("lt-path:check", NOBODY, "post", {"secret": "x"}, {"text": "Hej"}),
    Row("lt-path:languages", NOBODY, arguments={"secret": "x"}),
    Row("lt-path:info", NOBODY, arguments={"secret": "x"}),
    Row("api-v1:check", NOBODY, "post"),
    Row("api-v1:openapi-json", ANYONE),
    Row("api-v1:api-root", NOBODY),
    # Proposals
    # Conversations
    Row("threads:point", MEMBERS, arguments={"key": "respect"}),
    Row("threads:write", MEMBERS, arguments={"key": "respect"}),
    Row("threads:everything", MEMBERS),
    Row("threads:thread", MEMBERS, "post", {"public_id": "THREAD"}, {"text": "Ja."}),
    # Somebody else's words: nobody here wrote them.
    Row("threads:edit", NOBODY, "post", {"public_id": "SAID"}, {"text": "Nej."}),
    Row("threads:withdraw", NOBODY, "post", {"public_id": "SAID"}),
    Row("threads:call", MEMBERS, arguments={"public_id": "THREAD"}),
    Row("threads:take-on", COMMUNICATIONS, "post", {"public_id": "THREAD"}),
    Row("threads:last-day", COMMUNICATIONS, "post", {"public_id": "THREAD"}, {"due_on": "TODAY"}),
    Row(
        "threads:close",
        COMMUNICATIONS,
        "post",
        {"public_id": "CLOSING"},
        {"outcome": "unchanged", "words": "x"},
    ),
    Row("threads:reopen", COMMUNICATIONS, "post", {"public_id": "CLOSING"}),
    Row("threads:moderation", COMMUNICATIONS),
    Row("threads:moderate", COMMUNICATIONS, "post", {"public_id": "PUBLIC"}, {"decision": "show"}),
    Row("threads:moderate-step", COMMUNICATIONS, "post", {"public_id": "PUBLIC", "name": "look-again"}),
    Row("threads:let-public", COMMUNICATIONS, "post", data={"public_may_comment": "on"}),
    Row("press-comments", ANYONE, arguments={**PRESS, "key": "respect"}),
    Row("press-comment", ANYONE, arguments={**PRESS, "key": "respect"}),
    Row("press-receipt", ANYONE, arguments={**PRESS, "reference": "REFERENCE"}),
    Row("proposals:all", MEMBERS),
    Row("proposals:suggest", MEMBERS, arguments={"key": "last-word"}),
    Row("proposals:proposal", MEMBERS, arguments={"public_id": "PROPOSAL"}),
    Row("proposals:comment", MEMBERS, "post", {"public_id": "PROPOSAL"}, {"text": "Bra."}),
    Row("proposals:step", MEMBERS, "post", {"public_id": "PROPOSAL", "name": "support"}),
    # Only whoever wrote it.
    Row("proposals:change", NOBODY, arguments={"public_id": "PROPOSAL"}),
    Row("proposals:take-over", COMMUNICATIONS, arguments={"public_id": "PROPOSAL"}),
    Row("proposals:decline", COMMUNICATIONS, "post", {"public_id": "PROPOSAL"}, {"answer": "Nej."}),
    Row("proposals:trial", MEMBERS, arguments={"key": "last-word"}),
    Row("proposals:remove-trial-note", NOBODY, "post", {"public_id": "NOTE"}),
    # Drafts that are shown before they are decided
    Row("consultations:all", MEMBERS),
    Row("consultations:share", COMMUNICATIONS),
    Row("consultations:one", MEMBERS, arguments={"public_id": "CONSULTATION"}),
    Row("press-consultation", ANYONE, arguments={**PRESS, "public_id": "CONSULTATION"}),
    Row(
        "consultations:say",
        MEMBERS,
        "post",
        {"public_id": "CONSULTATION"},
        {"key": "respect", "text": "Bra."},
    ),
    Row("consultations:summary", COMMUNICATIONS, arguments={"public_id": "CONSULTATION"}),
    Row("consultations:end", COMMUNICATIONS, "post", {"public_id": "CONSULTATION"}),
    # The policy on the intranet
    Row("policies:whole", MEMBERS),
    Row("policies:new", MEMBERS),
    Row("policies:seen", MEMBERS, "post", data={"version": "2"}),
    Row("policies:side-by-side", MEMBERS),
    Row("policies:versions", MEMBERS),
    Row("policies:version", MEMBERS, arguments={"number": 1}),
    Row("policies:point-then", MEMBERS, arguments={"number": 1, "key": "respect"}),
    Row("policies:pick", MEMBERS),
    Row("policies:compare", MEMBERS, arguments={"a": 1, "b": 2}),
    Row("policies:intro", MEMBERS),
    Row("policies:slides", MEMBERS, arguments={"department": "sales"}),
    Row("policies:export", MEMBERS),
    Row("policies:export-policy", MEMBERS, arguments={"language": "sv", "kind": "md"}),
    Row("policies:export-poster", MEMBERS, arguments={"language": "sv"}),
    Row("policies:renew-feed", MEMBERS, "post"),
    # The address is the key: it is for feed readers, which can't sign in.
    Row("policies:feed", ANYONE, arguments={"token": "TOKEN"}),
    Row("policies:point", MEMBERS, arguments={"key": "respect"}),
    # Stances
    Row("stances:mine", MEMBERS),
    Row("stances:take", MEMBERS, "post", data={"guideline": "last-word", "stance": "agree"}),
    Row(
        "stances:reason",
        MEMBERS,
        "post",
        data={"guideline": "last-word", "stance": "unsure", "reason": "Vi får se."},
    ),
    # One has no reason to talk about before one has written one.
    Row("stances:talk", NOBODY, "post", data={"guideline": "last-word"}),
    Row("stances:agreement", MEMBERS),
    # The register of voices; whoever holds an account may what communications may, save for its steps
    Row("voices:register", MEMBERS),
    Row("voices:find", MEMBERS),
    Row("voices:account", MEMBERS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:work", MEMBERS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:describe", COMMUNICATIONS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:card", COMMUNICATIONS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:keys", COMMUNICATIONS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:address", COMMUNICATIONS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:look-through", COMMUNICATIONS, "post", {"public_id": "ACCOUNT"}, {"again_on": "2100-01-01"}),
    Row("voices:add-steward", COMMUNICATIONS, "post", {"public_id": "ACCOUNT"}, {"member": "Kajsa"}),
    Row("voices:remove-steward", COMMUNICATIONS, "post", {"pk": "STEWARDSHIP"}),
    Row("voices:step", COMMUNICATIONS, "post", {"public_id": "ACCOUNT", "name": "rest"}),
    Row("voices:end", COMMUNICATIONS, arguments={"public_id": "ACCOUNT"}),
    # One's own profiles and offer: nobody else's, whatever their role
    Row("voices:profiles:mine", MEMBERS),
    Row("voices:profiles:appear", MEMBERS, "post", data={"how": "name"}),
    Row("voices:profiles:step", NOBODY, "post", {"pk": "PROFILE", "name": "off"}),
    Row("voices:profiles:paste-own", NOBODY, "post", {"pk": "PROFILE"}, {"text": "x"}),
    Row("voices:profiles:account", MEMBERS, arguments={"public_id": "ACCOUNT"}),
    Row("voices:profiles:read-account", COMMUNICATIONS, "post", {"public_id": "ACCOUNT"}),
    Row("voices:offers:mine", MEMBERS),
    Row("voices:offers:agree", NOBODY, "post", data={"manager": "Kajsa"}),
    Row("voices:offers:all", COMMUNICATIONS),
    Row("voices:offers:one", COMMUNICATIONS, arguments={"public_id": "OFFER"}),
    Row("voices:offers:confirm", NOBODY, "post", {"public_id": "OFFER"}),
    Row("voices:offers:suggest", COMMUNICATIONS, "post", {"public_id": "OFFER"}, {"hours": "4"}),
    Row("voices:offers:end", COMMUNICATIONS, "post", {"public_id": "OFFER"}),
    # Mandates and handovers: their people's, and communications'; nobody here has a part in these
    Row("voices:mandates:all", MEMBERS),
    Row("voices:mandates:give", COMMUNICATIONS),
    Row("voices:mandates:one", COMMUNICATIONS, arguments={"public_id": "MANDATE"}),
    Row("voices:mandates:change", COMMUNICATIONS, arguments={"public_id": "MANDATE"}),
    Row(
        "voices:mandates:extend",
        COMMUNICATIONS,
        "post",
        {"public_id": "MANDATE"},
        {"until": "LATER", "reason": "x"},
    ),
    Row("voices:mandates:appear", COMMUNICATIONS, "post", {"public_id": "MANDATE"}, {"appears": "name"}),
    Row("voices:mandates:end", COMMUNICATIONS, "post", {"public_id": "MANDATE"}),
    Row("voices:mandates:look-back", COMMUNICATIONS, "post", {"public_id": "MANDATE"}, {"gave": "x"}),
    Row("voices:mandates:forget-person", COMMUNICATIONS, "post", {"public_id": "MANDATE"}),
    Row("voices:handovers:all", MEMBERS),
    Row("voices:handovers:begin", MEMBERS),
    Row("voices:handovers:one", COMMUNICATIONS, arguments={"public_id": "HANDOVER"}),
    Row("voices:handovers:tick", COMMUNICATIONS, "post", {"public_id": "HANDOVER"}, {"done": "keys"}),
    Row("voices:handovers:take-over", COMMUNICATIONS, "post", {"public_id": "HANDOVER"}, {"member": "Anna"}),
    Row("voices:handovers:appoint", COMMUNICATIONS, "post", {"public_id": "HANDOVER"}, {"last_day": "TODAY"}),
    Row("voices:handovers:farewell", COMMUNICATIONS, arguments={"public_id": "HANDOVER"}),
    Row("voices:handovers:step", COMMUNICATIONS, "post", {"public_id": "HANDOVER", "name": "take-on"}),
    Row("press-spokespersons", ANYONE, arguments=PRESS),
    Row("voices:applications", MEMBERS),
    Row("voices:apply", MEMBERS),
    Row("voices:application", COMMUNICATIONS, arguments={"public_id": "APPLICATION"}),
    # It is its applicant's to change, and nobody else's.
    Row("voices:change-application", NOBODY, arguments={"public_id": "APPLICATION"}),
    Row("voices:answer-application", NOBODY, "post", {"public_id": "APPLICATION"}, {"text": "Vi."}),
    Row("voices:step-application", COMMUNICATIONS, "post", {"public_id": "APPLICATION", "name": "take-on"}),
    Row("voices:decide-application", COMMUNICATIONS, "post", {"public_id": "APPLICATION", "name": "approve"}),
    # The register as a whole; a register that comes in, and goes out
    Row("voices:overview:wheel", MEMBERS),
    Row("voices:overview:purposes", MEMBERS),
    Row("voices:overview:resilience", MEMBERS),
    Row("voices:overview:leaving", MEMBERS),
    # About oneself too, which none of these members is.
    Row("voices:overview:what-if", COMMUNICATIONS, arguments={"public_id": "OTHER"}),
    Row("voices:overview:ask", COMMUNICATIONS, "post", {"public_id": "ACCOUNT"}),
    Row("voices:overview:asked", NOBODY, arguments={"public_id": "ACCOUNT"}),  # for those who were asked
    Row("voices:transfer:start", COMMUNICATIONS),
    Row("voices:transfer:one", COMMUNICATIONS, arguments={"public_id": "IMPORT"}),
    Row("voices:transfer:rows", COMMUNICATIONS, arguments={"public_id": "IMPORT"}),
    Row("voices:transfer:step", COMMUNICATIONS, "post", {"public_id": "IMPORT", "name": "approve"}),
    Row("voices:transfer:export", COMMUNICATIONS, arguments={"format": "csv"}),
    # Where the draft is written
    Row("writing:editor", DRAFT_READERS),
    Row("writing:start", COMMUNICATIONS, "post"),
    Row("writing:save", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    Row("writing:preview", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    Row("writing:autosave", COMMUNICATIONS, "post", data=AUTOSAVE),
    Row("writing:move", COMMUNICATIONS, "post", data={"draft": "DRAFT", "move": "up:last-word"}),
    Row("writing:case", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    Row("writing:choose", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    Row("writing:revisions", COMMUNICATIONS),
    Row("writing:states", COMMUNICATIONS),
    Row("writing:state", COMMUNICATIONS, arguments={"language": "sv", "revision": 1}),
    Row("writing:publish", COMMUNICATIONS),
    Row("writing:catch-up", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    Row("writing:planned", DRAFT_READERS),
    Row("writing:publish-planned", COMMUNICATIONS, "post"),
    Row("writing:take-back", COMMUNICATIONS, "post"),
    Row("writing:trials", COMMUNICATIONS),
    Row("writing:decide-trial", COMMUNICATIONS, "post"),
    Row("writing:discard", COMMUNICATIONS, "post", data={"draft": "DRAFT"}),
    # The room for old policies: for anyone where the administrator opened it, else for members
    Row("checkup:paste", MEMBERS),
    Row("checkup:take-home", MEMBERS, "post", data={"text": "x"}),
    Row("checkup:interview", MEMBERS),
    Row("checkup:interview-draft", COMMUNICATIONS, "post", data={"text": "### x", "language": "sv"}),
    # The press room
    Row("press-ask", ANYONE, "post", PRESS, {"question": "Får jag skoja?"}),
    *(
        Row(f"press-{name}", ANYONE, arguments=PRESS)
        for name in (
            *("answered", "answers-json", "accounts", "account-ours", "accounts-ended"),
            *("accounts-frame", "accounts-trust", "accounts-json", "accounts-jsonld", "accounts-feed"),
        )
    ),
    Row("press-account", ANYONE, arguments={**PRESS, "public_id": "ACCOUNT"}),
    Row("verify", ANYONE, data={"url": "https://x.com/testbolaget"}),
    Row("trust", ANYONE),
    Row("trust-well-known", ANYONE),
    Row("press:door", ANYONE),
    Row("press:front", ANYONE, arguments=PRESS),
    Row("press:versions", ANYONE, arguments=PRESS),
    Row("press:version", ANYONE, arguments={**PRESS, "number": 1}),
    Row("press:version_point", ANYONE, arguments={**PRESS, "number": 1, "key": "respect"}),
    Row("press:choose", ANYONE, arguments=PRESS),
    Row("press:compare", ANYONE, arguments={**PRESS, "a": 1, "b": 2}),
    Row("press:side_by_side", ANYONE, arguments=PRESS),
    Row("press:markdown", ANYONE, arguments=PRESS),
    Row("press:json", ANYONE, arguments=PRESS),
    Row("press:pdf", ANYONE, arguments=PRESS),
    Row("press:feed", ANYONE, arguments=PRESS),
    Row("press:point", ANYONE, arguments={**PRESS, "key": "respect"}),
)
ROLES = {
    "visitor": None,
    "member": (),
    "union": (Role.UNION,),
    "communications": (Role.COMMUNICATIONS,),
    "administrator": (Role.ADMINISTRATOR,),
}


def all_names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            within = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from all_names(pattern.url_patterns, within)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_address_stands_in_the_table():
    assert sorted(row.name for row in TABLE) == sorted(all_names(get_resolver().url_patterns))


@pytest.fixture
def world(organisation: Organisation, make_member: Callable[..., Member]) -> dict[str, object]:
    """Something behind every address; values for the arguments that are written in capitals."""
    admin = make_member("Anna", Role.ADMINISTRATOR)
    other = make_member("Olle")
    Department.objects.create(slug="sales", names={"sv": "Försäljning", "en": "Sales"})
    Department.objects.create(slug="store", names={"sv": "Lager", "en": "Store"})
    english = TEXT.replace("language: sv", "language: en")
    publish([TEXT, english], by=None, because="")
    publish([TEXT.replace("poäng", "tanke")], by=None, because="")
    writer = make_member("Kajsa", Role.COMMUNICATIONS)
    link = invite("invited@test.example", None, [], by=admin)
    question = send_question("Var parkerar jag?", "sv", by=other)
    asked = send_question("Och cykeln?", "sv", by=other)
    answer = answer_question(asked, Words("Var står cykeln?", "Bakom huset."), by=writer)
    words = {"wording": "Vi lyssnar.", "reason": "Kortare."}
    kind = Proposal.Kind.WORDING
    proposal = propose(Suggestion(kind=kind, key="last-word", language="sv", **words), by=other)
    thread, closing = (start_thread("respect", "Varför det?", by=other) for _ in range(2))
    let_public_comment(True, by=writer)
    comment = send_public("respect", "sv", "Bra.")
    consultation = Consultation.objects.create(public=True)
    ConsultationText.objects.create(consultation=consultation, language="sv", source=TEXT, public_source=TEXT)
    account, application = _voices(other, writer)
    return {
        "ACCOUNT": account.public_id,
        "STEWARDSHIP": account.stewardships.get().pk,
        "APPLICATION": application.public_id,
        "MANDATE": _mandate(writer).public_id,
        "HANDOVER": _handover(writer).public_id,
        "LATER": (timezone.localdate() + timedelta(days=200)).isoformat(),
        "PROFILE": OwnProfile.objects.create(member=other, network="web").pk,
        "OFFER": Offer.objects.create(member=other, state="offered", since=timezone.now()).public_id,
        "IMPORT": Import.objects.create(by=writer, state=Import.State.DONE).public_id,
        "PROPOSAL": proposal.public_id,
        "THREAD": thread.public_id,
        "CLOSING": closing.public_id,
        "SAID": thread.comments.get().public_id,
        "TODAY": timezone.localdate().isoformat(),
        "PUBLIC": comment.public_id,
        "REFERENCE": comment.reference,
        "NOTE": TrialNote.objects.create(key="last-word", language="sv", text="Fint.", by=other).public_id,
        "CONSULTATION": consultation.public_id,
        "OTHER": other.public_id,
        "DRAFT": start_draft(writer).pk,
        "TOKEN": admin.feed_token,
        "STOP": stop_link(writer, "how:day").rstrip("/").rpartition("/")[2],
        "QUESTION": question.public_id,
        "ANSWER": answer.public_id,
        "REVIEW": put_up(["respect"], by=writer, last_day=date(2030, 1, 1))[0].pk,
        "INVITATION": link.rstrip("/").rpartition("/")[2],
        "WAITING": Invitation.objects.get().pk,
    }


def _voices(holder: Member, writer: Member) -> tuple[Account, Application]:
    """An account that is in use, held by one, and an application that waits."""
    address = recognise("https://x.com/testbolaget")
    assert isinstance(address, Address)
    account = register.find(register.Found(name="Oss", address=address, stewards=(holder,)), by=writer)
    for step in (register.approve, register.verify_account, register.use):
        account = step(account, by=writer)
    said = {"purpose": "Visa", "audience": "alla", "hours": "vardagar", "ends": "i maj"}
    request = Request(network="youtube", name="Film", stewards=(holder, writer), **said)
    return account, apply(request, by=holder)


def _mandate(writer: Member) -> Mandate:
    today = timezone.localdate()
    terms = Terms(idea="Laga mer", outside_name="Nadja")
    return give(terms, today, today + timedelta(days=100), by=writer)


def _handover(writer: Member) -> Handover:
    """The writer's own, of an account that nobody else holds."""
    address = recognise("https://x.com/testkanalen")
    assert isinstance(address, Address)
    register.find(register.Found(name="Kanalen", address=address, stewards=(writer,)), by=writer)
    return plan(writer, timezone.localdate(), by=writer)[0]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reaches_what_the_table_says_and_nothing_else(
    role: str, world: dict[str, object], make_member: Callable[..., Member], client: Client
):
    roles = ROLES[role]
    surprises = []
    for number, row in enumerate(TABLE):
        client.logout()
        if roles is not None:
            # A member of their own for each address: some of them sign out, or change who one is.
            member = make_member(f"{role}{number}", *roles)
            client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
        arguments = {name: world.get(str(value), value) for name, value in row.arguments.items()}
        data = {name: world.get(value, value) for name, value in row.data.items()}
        response = getattr(client, row.method)(reverse(row.name, kwargs=arguments), data)
        through = passed(response.status_code, response.headers.get("Location", ""))
        if through != (role in row.who):
            surprises.append(f"{row.name}: {response.status_code} {response.headers.get('Location', '')}")
    assert not surprises, "\n".join(surprises)


def passed(status: int, location: str) -> bool:
    """Did the address let the caller in? Being sent to sign in, refused or told that nothing is there is a no."""
    asked_to_sign_in = status == 302 and location.startswith(reverse("account_login") + "?next=")
    return status < 400 and not asked_to_sign_in
