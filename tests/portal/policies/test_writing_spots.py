"""What stands beside the lines: advice in the reader's language, bounded, made once for each wording."""

import time

import pytest
from django.utils import translation

from vigor.policy.parse import parse
from vigor.policy.review import CATALOGUE
from vigor.starter import starter
from vigor_portal.policies.writing import spots
from vigor_portal.policies.writing.desk import Pane
from vigor_portal.policies.writing.spots import LONGEST_REVIEWED, MOST_OF_A_KIND, advice_on

TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Om oss {#about}

Vi på lagret i Tegelmo kör truck.

- Vi är ärliga, öppna och professionella. {#honest}
- Anställda ska alltid uppträda på ett respektfullt sätt i sociala medier. {#respect}
- Det är inte tillåtet att kritisera företaget i sociala medier. {#critics}
"""
# A hint takes some milliseconds; a machine under load is given a hundred times that.
SOON = 3


def rules(text: str, language: str = "sv", sector: str = "private") -> dict[str, spots.Advice]:
    return {each.rule: each for each in advice_on(text, language, sector, "sv")}  # type: ignore[arg-type]


def test_each_hint_has_its_line_its_words_a_reason_and_a_way_out():
    spot = rules(TEXT)["truism"].spots[0]
    assert (spot.line, spot.quote) == (11, "Vi är ärliga, öppna och professionella.")
    assert "oärliga" in spot.what
    assert spot.mend.startswith("Skriv")
    assert not spot.error


def test_advice_speaks_the_readers_language_whatever_the_text_is_in():
    (first, *_) = advice_on(TEXT, "sv", "private", "en")
    assert first.title == "reaches too far"
    assert "company" in first.spots[0].what or "employer" in first.spots[0].what


def test_the_sector_decides_which_law_is_named():
    private, public = (
        rules(TEXT, sector=sector)["too-far"].spots[0].what for sector in ("private", "public")
    )
    assert private != public


def test_what_is_the_starters_own_is_told_once_a_point():
    taken = rules(starter("sv"))["taken"]
    assert len(taken.spots) == MOST_OF_A_KIND
    assert taken.count <= sum(1 for _ in parse(starter("sv"))[0].points()) + 1


def test_advice_comes_in_the_catalogues_order_and_the_law_stands_open():
    found = advice_on(TEXT, "sv", "private", "sv")
    order = [rule.name for rule in CATALOGUE]
    assert [order.index(each.rule) for each in found] == sorted(order.index(each.rule) for each in found)
    assert [each.rule for each in found if each.is_open] == ["too-far"]


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST_REVIEWED + 1), "---", "## {#}"])
def test_an_empty_or_endless_text_gets_none_and_costs_nothing(text: str):
    begun = time.monotonic()
    assert advice_on(text, "sv", "private", "sv") == () or len(text) < 10
    assert time.monotonic() - begun < SOON


def test_a_language_without_rules_gets_none():
    assert advice_on(TEXT, "fi", "private", "sv") == ()


def test_a_wording_is_reviewed_once():
    spots._hints.cache_clear()
    once = advice_on(TEXT, "sv", "private", "sv")
    # What a form sends has other line ends, and is the same wording.
    assert advice_on(TEXT.replace("\n", "\r\n"), "sv", "private", "sv") == once
    assert spots._hints.cache_info().misses == 1


def test_hints_are_no_errors():
    with translation.override("sv"):
        pane = Pane("sv", TEXT, 1)
        assert pane.errors == 0
        assert pane.hints >= 3
