"""A figure as a plot: drawn on the server, without a style or a script, so that it prints and mails as it stands."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor_portal.dialogue.stances.figures import SIZES, Band, Shown

HEIGHT = 8


def plot(shown: Shown) -> SafeString:
    """A bar of a hundred: from the left those who agree, from the right those who disagree. Where a share is only known
    to lie between two borders, the bar fades."""
    bars = [("agree", 0, shown.agree.low), ("agree maybe", shown.agree.low, shown.agree.high)]
    if shown.disagree is not None:
        low, high = 100 - shown.disagree.high, 100 - shown.disagree.low
        bars += [("disagree maybe", max(low, shown.agree.high), high), ("disagree", high, 100)]
    drawn = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0" width="{}" height="{}"/>',
        ((name, start, end - start, HEIGHT) for name, start, end in bars if end > start),
    )
    return format_html(
        '<svg class="agreement" viewBox="0 0 100 {}" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="rest" x="0" y="0" width="100" height="{}"/>{}</svg>',
        HEIGHT,
        in_words(shown),
        HEIGHT,
        drawn,
    )


def in_words(shown: Shown) -> str:
    """The figure as a sentence."""
    told = [_("%(share)s agree") % {"share": share(shown.agree)}]
    if shown.disagree is not None:
        told.append(_("%(share)s disagree") % {"share": share(shown.disagree)})
    told.append(_("%(size)s answers") % {"size": size(shown)})
    return ", ".join(told)


def share(band: Band) -> str:
    """A band in words; never all, never nobody."""
    if band.low == 0:
        return _("at most %(high)s %%") % {"high": band.high}
    if band.high == 100:
        return _("at least %(low)s %%") % {"low": band.low}
    return _("%(low)s–%(high)s %%") % {"low": band.low, "high": band.high}


def others(shown: Shown) -> str:
    """Those who neither agree nor, where they are told apart, disagree: what the other bands leave."""
    taken = [shown.agree] if shown.disagree is None else [shown.agree, shown.disagree]
    low = max(0, 100 - sum(band.high for band in taken))
    high = 100 - sum(band.low for band in taken)
    return share(Band(low, max(high, 20)))


def size(shown: Shown) -> str:
    """How many answers, in steps."""
    if shown.below is None:
        return _("%(size)s or more") % {"size": SIZES[-1]}
    return _("%(least)s–%(most)s") % {"least": shown.size, "most": shown.below - 1}
