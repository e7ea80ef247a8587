"""`vigor withdraw NUMBER --ground WHY`: take a version's text away for legal reasons, and leave a tombstone."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from vigor.cli.messages import language
from vigor_portal.policies import queries
from vigor_portal.policies.actions import CantWithdraw, withdraw


class Command(BaseCommand):
    help = "Withdraw the text of a version, for legal reasons. Its number and date stay; its words can't come back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=int, help="the version's number")
        parser.add_argument("--ground", required=True, help="the legal reason, for those who work here")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(language()):
            version = queries.version(options["number"])
            if version is None:
                raise CommandError(
                    _("There is no version %(number)s.") % {"number": options["number"]}, returncode=2
                )
            try:
                withdraw(version, by=None, ground=options["ground"])
            except CantWithdraw as error:
                raise CommandError(str(error), returncode=2) from error
            self.stdout.write(
                _("The text of version %(number)s is withdrawn. A tombstone stands in its place.")
                % {"number": version.number}
            )
