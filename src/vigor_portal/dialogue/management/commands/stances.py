"""`vigor stances`: the figures of what we think, made, proved, or begun anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from vigor.cli.messages import language
from vigor_portal.dialogue.stances.actions import begin_anew
from vigor_portal.dialogue.stances.proofs import NotProved, prove
from vigor_portal.dialogue.stances.snapshots import TooEarly, make_snapshot


class Command(BaseCommand):
    help = "Make the figures of what we think, if a week has passed; or prove them, or begin anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--snapshot", action="store_true", help="make the figures now, a week after the last"
        )
        what.add_argument("--prove", action="store_true", help="hold every figure against a recount")
        what.add_argument(
            "--begin-anew",
            action="store_true",
            help="throw away every stance, figure and reason: when the key is lost for good",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(language()):
            if options["snapshot"]:
                self._snapshot()
            elif options["prove"]:
                self._prove()
            else:
                many = begin_anew()
                self.stdout.write(_("%(many)s stances are gone. Everybody is asked anew.") % {"many": many})

    def _snapshot(self) -> None:
        try:
            made = make_snapshot()
        except TooEarly as early:
            raise CommandError(
                _("The figures stand still for a week. The next can be made on %(day)s.")
                % {"day": early.next_on.isoformat()},
                returncode=2,
            ) from early
        except NotProved as error:
            raise CommandError("\n".join(error.wrong)) from error
        self.stdout.write(
            _("%(renewed)s blocks renewed, %(kept)s left as they were; %(cells)s cells; %(reasons)s reasons.")
            % {
                "renewed": made.renewed,
                "kept": made.kept,
                "cells": made.cells,
                "reasons": made.reasons,
            }
        )

    def _prove(self) -> None:
        proof = prove()
        if proof.wrong:
            raise CommandError("\n".join(proof.wrong))
        self.stdout.write(
            _(
                "Proved: %(cells)s cells are the sums of %(blocks)s blocks, and those count %(answers)s answers."
            )
            % {"cells": proof.cells, "blocks": proof.blocks, "answers": proof.answers}
        )
        if proof.left_out:
            self.stdout.write(
                _("%(n)s blocks are of points that mean something else now, and go with the next snapshot.")
                % {"n": proof.left_out}
            )
