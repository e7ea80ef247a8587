"""Steps that all accounts of an import take together: approved, and later vouched for.

The same steps as one at a time (`register.states`), each of them in the account's life and in the record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record_many
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.models import Account, Import, Step
from vigor_portal.voices.press.projection import show_many

A_TURN = 250
State = Account.State
# From where, and through which states. To vouch is to say: we have seen that they are there, ours, and answered.
STEPS: Mapping[str, tuple[str, Sequence[str]]] = {
    Import.State.APPROVING: (State.FOUND, (State.APPROVED, State.REGISTERED)),
    Import.State.VOUCHING: (State.REGISTERED, (State.VERIFIED, State.IN_USE)),
}


def waiting(transfer: Import, step: str) -> int:
    """How many of the accounts that came with the file have this step (a key of `STEPS`) before them."""
    return Account.objects.filter(imported__transfer=transfer, state=STEPS[step][0]).count()


def step_all(transfer: Import, by: Member) -> None:
    """Take the step that the import's state names, some hundred accounts at a time. Raises NotAllowed."""
    before, states = STEPS[transfer.state]
    while _step_some(transfer, before, states, by):
        pass
    Import.objects.filter(pk=transfer.pk, round=transfer.round).update(state=Import.State.DONE)


@transaction.atomic
def _step_some(transfer: Import, before: str, states: Sequence[str], by: Member) -> bool:
    allow(by, "voices.keep")
    rows = Account.objects.select_for_update(of=("self",)).filter(imported__transfer=transfer, state=before)
    accounts = list(rows.order_by("pk")[:A_TURN])
    for account in accounts:
        # Without an address it is approved, and not registered yet.
        account.state = states[-1] if account.address_key else states[0]
        if account.speaks:
            account.speaks_since = account.speaks_since or timezone.localdate()
    Account.objects.bulk_update(accounts, ("state", "speaks_since"))
    for state in states:
        there = [account for account in accounts if state == states[0] or account.state == state]
        Step.objects.bulk_create(Step(account=account, state=state, by=by) for account in there)
        record_many(by, f"voices.{state}", there)
    show_many(accounts)
    return bool(accounts)
