"""Words that can be put in a span's place as they stand: programs offer them as a press of a button."""

import pytest

from vigor.check import check
from vigor.policy.parse import parse
from vigor.starter import starter

POLICIES = {language: parse(starter(language))[0] for language in ("sv", "en")}


def mended(text: str, language: str, name: str) -> str:
    """The text with the first replacement of a check in its place."""
    [advice, *_] = [
        one for one in check(text, POLICIES[language], language=language).advice if one.check == name
    ]
    assert advice.instead
    return text[: advice.span.start] + advice.instead + text[advice.span.end :]


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"),
    [
        ("sv", "accessibility", "Fin dag! #viälskarmåndagar", "Fin dag! #ViÄlskarMåndagar"),
        ("sv", "accessibility", "VI HAR ÖPPET IGEN efter semestern", "Vi har öppet igen efter semestern"),
        (
            "en",
            "accessibility",
            "Today: EVERY SHOP OPENS AGAIN with SVT",
            "Today: every shop opens again with SVT",
        ),
        ("en", "accessibility", "Come to 𝗼𝘂𝗿 𝘀𝗮𝗹𝗲 today", "Come to our sale today"),
        (
            "en",
            "link-spam",
            "New: https://firm.example/page?id=7&utm_source=x&fbclid=Ab_1#top and more",
            "New: https://firm.example/page?id=7#top and more",
        ),
        (
            "sv",
            "link-spam",
            "Allt står här: https://bolaget.example/sida?utm_source=x&utm_medium=social",
            "Allt står här: https://bolaget.example/sida",
        ),
    ],
)
def test_what_can_be_mended_mechanically_is(language: str, name: str, text: str, expected: str) -> None:
    assert mended(text, language, name) == expected


def test_a_stiff_word_with_one_plain_word_for_it_is_exchanged_and_keeps_its_capital() -> None:
    assert (
        mended("Emedan varan erhålles avseende priset.", "sv", "stiff")
        == "Eftersom varan erhålles avseende priset."
    )


def test_what_needs_a_person_to_write_has_no_replacement() -> None:
    told = check("Vi beklagar eventuella olägenheter.", POLICIES["sv"], language="sv").advice
    assert [one.instead for one in told if one.check == "stiff"] == [""]
