"""`vigor publish FILE… --because WHY`: make texts the policy in force."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from vigor.cli.messages import language
from vigor.policy.document import Guideline
from vigor.policy.meaning import Change
from vigor.policy.parse import parse
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies import queries
from vigor_portal.policies.actions import CantPublish, NothingChanged, publish
from vigor_portal.policies.comparison import compare
from vigor_portal.policies.models import Version
from vigor_portal.policies.prepare import in_words
from vigor_portal.policies.telling import summary

LARGEST = 2_000_000  # bytes


class Command(BaseCommand):
    help = "Publish a policy: one Markdown file for each language, the original first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="Markdown in UTF-8, at most 2 MB each")
        parser.add_argument(
            "--because", required=True, help="why the policy changes, for those who work here"
        )
        parser.add_argument(
            "--translation-checked",
            action="store_true",
            help="the translations have been looked over: none of their points is older than the original's",
        )
        parser.add_argument(
            "--meaning",
            action="append",
            default=[],
            metavar="KEY",
            help="this point means something else now, whatever we would propose; may be repeated",
        )
        parser.add_argument(
            "--wording",
            action="append",
            default=[],
            metavar="KEY",
            help="only the wording of this point changed, whatever we would propose; may be repeated",
        )
        parser.add_argument("--by", metavar="EMAIL", help="the member who publishes")
        parser.add_argument(
            "--at", metavar="TIME", help="when it was published (ISO 8601); now, if not given"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(language()):
            sources = {name: _read(name) for name in options["files"]}
            member, at = _member(options["by"]), _time(options["at"])
            try:
                version = publish(
                    sources,
                    by=member,
                    because=options["because"],
                    at=at,
                    checked=options["translation_checked"],
                    meanings=_meanings(options["meaning"], options["wording"]),
                )
            except CantPublish as error:
                _give_up("\n".join([*map(str, error.problems), _("Nothing was published.")]))
            except NothingChanged:
                _give_up(_("The texts say what is in force already. Nothing was published."))
            except NotAllowed:
                _give_up(
                    _("%(email)s may not publish: that is for communications.") % {"email": options["by"]}
                )
            self._tell(version, sources)

    def _tell(self, version: Version, sources: dict[str, str]) -> None:
        self.stdout.write(_("Version %(number)s is published.") % {"number": version.number})
        told, given = _changes(version, sources)
        if told:
            self.stdout.write(f"{', '.join(told)}.")
        for key, means_else in _reworded(version):
            said = _("%(key)s means something else.") if means_else else _("%(key)s only has other words.")
            self.stdout.write(said % {"key": key})
        if given:
            self.stdout.write(_("New keys, to put in your file: %(keys)s") % {"keys": ", ".join(given)})
        for name, source in sources.items():
            for problem in parse(source)[1]:
                self.stderr.write(str(in_words(problem, name)))


def _give_up(message: str) -> NoReturn:
    raise CommandError(message, returncode=2)


def _read(name: str) -> str:
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        reason = _("there is no such file") if isinstance(error, FileNotFoundError) else error.strerror
        _give_up(_("%(file)s can’t be read: %(reason)s.") % {"file": name, "reason": reason})
    if len(data) > LARGEST:
        _give_up(
            _("%(file)s is %(size)s bytes; a policy may be %(most)s. Is it the right file?")
            % {"file": name, "size": f"{len(data):,}", "most": f"{LARGEST:,}"}
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _give_up(
            _(
                "%(file)s:%(line)s: This is not text in UTF-8. Save the file as plain text in UTF-8, and try again."
            )
            % {"file": name, "line": line}
        )
    if "\0" in text:
        _give_up(_("%(file)s is not a text file. Name the Markdown file of the policy.") % {"file": name})
    return text


def _meanings(meaning: list[str], wording: list[str]) -> dict[str, str]:
    """What was said of points by key. Gives up on a key that is said to be both."""
    if both := sorted(set(meaning) & set(wording)):
        _give_up(_("%(keys)s can’t be both --meaning and --wording.") % {"keys": ", ".join(both)})
    return dict.fromkeys(meaning, Change.MEANING.value) | dict.fromkeys(wording, Change.WORDING.value)


def _member(email: str | None) -> Member | None:
    if not email:
        return None
    member = Member.objects.filter(email=email.lower(), is_active=True).first()
    if member is None:
        _give_up(_("No member has the address %(email)s.") % {"email": email})
    return member


def _time(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        at = parse_datetime(text)
    except ValueError:
        at = None
    if at is None:
        _give_up(
            _("“%(text)s” is no time that we understand. Write it as 2027-03-01T09:00.") % {"text": text}
        )
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def _reworded(version: Version) -> list[tuple[str, bool]]:
    """Guidelines of the original that the version reworded, and whether we hold that they mean something else."""
    now = queries.text_of(version, version.policy.language)
    before = queries.version(version.number - 1)
    if now is None or before is None:
        return []
    return [
        (key, version.meant_in.get(key) == version.number)
        for key, point in now.policy.by_key.items()
        if isinstance(point, Guideline) and key in before.meant_in and now.worded_in[key] == version.number
    ]


def _changes(version: Version, sources: dict[str, str]) -> tuple[list[str], list[str]]:
    """What the version changed, in words, and the keys that points in the original's file were given."""
    original = version.policy.language
    now = queries.text_of(version, original)
    if now is None:
        return [], []
    written = next(
        (found for each in sources.values() if (found := parse(each)[0]).language == original), None
    )
    given = [key for key in now.policy.by_key if written is not None and key not in written.by_key]
    before = queries.version(version.number - 1)
    then = queries.text_of(before, original) if before else None
    return (summary(compare(then.policy, now.policy).counts) if then else []), given
