"""How much of a text is the starter policy's, and not the organisation's own."""

from vigor.starter import starter
from vigor_portal.policies.remarks import share_from_elsewhere

OWN = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi på lagret {#store}

Vi kör truck och packar pall, och ibland tar vi en bild på det.

- Vi fotar aldrig fraktsedlar, för där står vart kunden bor. {#labels}
"""


def test_the_starter_itself_is_taken_whole():
    found = share_from_elsewhere({"sv": starter("sv"), "en": starter("en")})
    assert list(found) == ["sv", "en"]
    # Titles of a few words are nobody's.
    assert found["sv"].share > 0.95
    assert found["en"].own < 0.05
    assert len(found["sv"].points) > 20


def test_a_text_of_ones_own_is_ones_own():
    found = share_from_elsewhere({"sv": OWN})["sv"]
    assert (found.share, found.points) == (0, ())


def test_it_names_the_points_that_were_taken_and_how_much():
    guideline = next(
        line for line in starter("sv").split("\n") if line.startswith("- Vi ") and len(line) > 90
    )
    taken = share_from_elsewhere({"sv": f"{OWN}{guideline}\n"})["sv"]
    assert 0 < taken.share < 1
    (point,) = taken.points
    assert point.key
    assert point.key in guideline
    assert point.title
    assert point.share == 1


def test_a_language_without_words_or_without_a_starter_is_left_out():
    assert share_from_elsewhere({"sv": " \n", "fi": "Me vastaamme."}) == {}
