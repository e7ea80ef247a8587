"""An account whose card says that it jokes may be ironic to its readers, and not to somebody it answers."""

import pytest

from vigor.check import Context, check
from vigor.check.post import Post
from vigor.check.tone import jokes
from vigor.policy.parse import parse
from vigor.starter import starter

POLICY = {language: parse(starter(language))[0] for language in ("sv", "en")}
IRONIC = {
    "sv": "Jättekul att kaffemaskinen är trasig igen. Precis vad vi behövde en måndag.",
    "en": "How lovely that the coffee machine is broken again. Just what we needed on a Monday.",
}


def checks(language: str, *tone: str, reply_to: str = "") -> set[str]:
    known = Context(layer="logo", tone=tone, reply_to=reply_to)
    return {
        advice.check for advice in check(IRONIC[language], POLICY[language], known, language=language).advice
    }


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Skämtar gärna"),
        ("sv", "Med glimten i ögat"),
        ("sv", "torr humor"),
        ("en", "Playful, with a wry smile"),
        ("en", "We joke a lot"),
        ("en", "tongue-in-cheek"),
    ],
)
def test_a_card_that_says_so_lets_irony_be(language: str, line: str) -> None:
    assert "irony" in checks(language)
    assert "irony" not in checks(language, "svarar samma dag", line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Vänligt och rakt"),
        ("sv", "Vi skämtar aldrig om andra"),
        ("sv", "utan ironi"),
        ("en", "Warm and short"),
        ("en", "No irony"),
        ("en", "We don’t joke"),
    ],
)
def test_any_other_card_does_not(language: str, line: str) -> None:
    assert "irony" in checks(language, line)


def test_whoever_gets_an_answer_is_not_joked_with() -> None:
    assert "irony" in checks("sv", "Skämtar gärna", reply_to="Funkar kaffet hos er?")
    assert not jokes(Post("Hej", Context(tone=("lekfull",), reply_to="Hej"), "sv"))
