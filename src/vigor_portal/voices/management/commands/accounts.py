"""`vigor accounts import FILE --by EMAIL` and `vigor accounts export FILE --by EMAIL`: the register in and out."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from vigor.cli.messages import language
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Import
from vigor_portal.voices.transfer import actions, queries, working
from vigor_portal.voices.transfer.exporting import TYPES
from vigor_portal.voices.transfer.sheets import LARGEST_FILE
from vigor_portal.voices.transfer.words import UNREADABLE, say, say_unreadable

SUFFIXES = {".csv": "csv", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}


class Command(BaseCommand):
    help = "Bring a register of accounts, or take it along, as CSV, JSON or YAML."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("import", "export"))
        parser.add_argument("file", metavar="FILE", help="its ending says the format")
        parser.add_argument(
            "--by", required=True, metavar="EMAIL", help="the member of communications who does it"
        )
        parser.add_argument(
            "--look", action="store_true", help="say what an import would give, and save nothing"
        )
        parser.add_argument("--approve", action="store_true", help="approve all that comes in, too")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(language()):
            member = Member.objects.filter(email=options["by"].lower(), is_active=True).first()
            if member is None:
                _give_up(_("No member has the address %(email)s.") % {"email": options["by"]})
            path = Path(options["file"])
            try:
                if options["what"] == "export":
                    self._export(path, member)
                else:
                    self._import(path, member, look=options["look"], approves=options["approve"])
            except NotAllowed:
                _give_up(_("%(email)s may not do that: it is for communications.") % {"email": options["by"]})
            except OSError as error:
                _give_up(f"{path}: {error.strerror}")

    def _export(self, path: Path, member: Member) -> None:
        format = SUFFIXES.get(path.suffix.lower())
        if format is None:
            _give_up(
                _("Name a file that ends in %(endings)s.")
                % {"endings": ", ".join(f".{each}" for each in TYPES)}
            )
        pieces = actions.export_all(format, by=member)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.writelines(pieces)

    def _import(self, path: Path, member: Member, *, look: bool, approves: bool) -> None:
        if path.stat().st_size > LARGEST_FILE:
            _give_up(str(UNREADABLE["large"]))
        transfer = _worked_off(actions.upload(path.read_bytes(), path.name, by=member), member)
        if transfer.unreadable:
            reason = say_unreadable(transfer.unreadable)
            actions.throw_away(transfer, by=member)
            _give_up(f"{path}: {reason}")
        if not look:
            transfer = _worked_off(actions.save(transfer, by=member), member)
        for remark in queries.remarks(transfer, *queries.TOLD).iterator(chunk_size=1000):
            self.stderr.write(f"{path}:{remark.line}: {say(remark)}")
        counts = {
            name: transfer.counts.get(name, 0) for name in ("rows", "new", "filled", "known", "twice", "bad")
        }
        said = _(
            "%(rows)s rows: %(new)s new accounts, %(filled)s filled in, %(known)s known, %(twice)s twice, %(bad)s bad."
        )
        self.stdout.write(said % counts)
        if look:
            actions.throw_away(transfer, by=member)
        elif approves:
            _worked_off(actions.approve_all(transfer, by=member), member)


def _worked_off(transfer: Import, member: Member) -> Import:
    """Done here and now, however large it is; the worker finds nothing left to do."""
    if transfer.is_working:
        working.run(transfer.pk, transfer.round, member)
        transfer.refresh_from_db()
    return transfer


def _give_up(message: str) -> NoReturn:
    raise CommandError(message, returncode=2)
