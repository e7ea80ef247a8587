"""What is said of a file and its rows, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vigor.networks import Trouble
from vigor_portal.voices.models import ImportRemark
from vigor_portal.voices.transfer.fields import BY_KEY

UNREADABLE: Mapping[str, str | Promise] = {
    "large": gettext_lazy("The file is larger than we can take. Divide it, and send the parts one by one."),
    "workbook": gettext_lazy("That is a workbook. Save the sheet as CSV in your spreadsheet, and send that."),
    "binary": gettext_lazy("That is no list that we can read. We read CSV, JSON and YAML."),
    "empty": gettext_lazy("There is nothing in it: no row that says anything."),
    "rows": gettext_lazy("There are more than 100,000 rows. Divide the file, and send the parts one by one."),
    "columns": gettext_lazy(
        "There are more than 80 columns. Take out those that don’t say anything of accounts."
    ),
    "cell": gettext_lazy("One of the values is as long as a book."),
    "deep": gettext_lazy(
        "There are lists within lists within lists. Write one account, or one holder, at a time."
    ),
    "alias": gettext_lazy("The file points to itself (& and *). Write the values out where they belong."),
    "json": gettext_lazy("That is no valid JSON."),
    "yaml": gettext_lazy("That is no valid YAML."),
    "not-records": gettext_lazy("We expected a list of accounts, each with fields that have names."),
    "secret": gettext_lazy(
        "There is a column of passwords in the file. We keep none, and so nothing of the file. "
        "Take the column out, and send it again."
    ),
}

REMARKS: Mapping[str, str | Promise] = {
    "trouble": gettext_lazy("“%(text)s” is no address of an account. %(why)s"),
    "own-profile": gettext_lazy("%(shown)s is a person’s own profile. It is theirs, and never entered here."),
    "no-address": gettext_lazy("No address, and no network with a name: we can’t tell which account it is."),
    "network": gettext_lazy("We don’t know the network “%(about)s”."),
    "long": gettext_lazy("It is longer than %(most)s characters."),
    "wide": gettext_lazy(
        "There are more cells than columns. Is the sign between the columns inside a text, without quotation marks?"
    ),
    "quote": gettext_lazy("A quotation mark opens here and never closes."),
    "former": gettext_lazy(
        "%(shown)s was ours until %(until)s. If it is ours again, enter it by hand, so that somebody has looked."
    ),
    "twice": gettext_lazy("%(shown)s is the same account as on line %(line)s."),
    "known": gettext_lazy("%(shown)s is in our register already."),
    "filled": gettext_lazy("%(shown)s is in our register already, and gets what it lacked: %(fields)s."),
    "department": gettext_lazy("We have no department “%(text)s”. The account comes in without it."),
    "steward": gettext_lazy(
        "Nobody here has the address %(text)s. The account comes in without that steward."
    ),
    "rests-on": gettext_lazy(
        "Nobody here has the address %(text)s. The account comes in without whose profile it rests on."
    ),
    "day": gettext_lazy("“%(text)s” is no day that we can read. Write it as 2027-03-01."),
}


def say_unreadable(about: Mapping[str, object]) -> str:
    """Why nothing can be read; with the line, where there is one."""
    kind, line = str(about.get("kind", "")), about.get("line")
    text = str(UNREADABLE.get(kind, UNREADABLE["binary"]))
    return _("Line %(line)s: %(text)s") % {"line": line, "text": text} if line else text


def say(remark: ImportRemark) -> str:
    """A remark in the reader's language."""
    about = {key: str(value) for key, value in remark.about.items()}
    if remark.kind == "trouble":
        trouble = Trouble(about.get("kind", "host"), about.get("network", ""), about.get("about", ""))
        about["why"] = trouble.say(get_language() or "sv")
    if remark.kind == "former" and (until := parse_date(about.get("until", ""))):
        about["until"] = date_format(until, "DATE_FORMAT")
    if remark.kind == "filled":
        names = (str(BY_KEY[key].name) for key in about.get("fields", "").split() if key in BY_KEY)
        about["fields"] = ", ".join(names)
    return str(REMARKS[remark.kind]) % about
