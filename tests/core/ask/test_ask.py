"""Questions in both languages find the place that answers, or nothing."""

import pytest

from vigor.ask import Index, ask, from_text
from vigor.ask.kinds import wanted_kinds
from vigor.ask.question import read_question
from vigor.language.words import words

ENGLISH = """# How we do it

## Pictures

We ask before we publish a photo of somebody. Every image gets a description for blind readers.

## Complaints

We answer an unhappy customer within two hours, politely. We never argue.

## Accounts

The communications department approves an account before it is registered.
"""


@pytest.fixture(scope="module")
def english() -> Index:
    return Index.build(from_document_pieces(ENGLISH))


def from_document_pieces(source: str):  # type: ignore[no-untyped-def]
    from vigor.ask.passages import from_document

    return from_document(source, limit=150)


def first(index: Index, question: str) -> str:
    result = ask(index, question)
    assert result.answered, (question, result.confidence)
    return result.answers[0].heading


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("May I post a picture of a colleague?", "Pictures"),
        ("får jag lägga ut foton på folk?", "Pictures"),
        ("hur snabbt svarar vi en arg kund", "Complaints"),
        ("vem godkänner ett nytt konto?", "Accounts"),
        ("who aproves an acount", "Accounts"),
    ],
)
def test_it_finds_the_passage_in_either_language(english: Index, question: str, heading: str) -> None:
    assert first(english, question) == heading


@pytest.mark.parametrize(
    "question", ["Where do I park my car?", "hur många semesterdagar har jag", "", "???"]
)
def test_it_says_so_where_the_text_does_not_say(english: Index, question: str) -> None:
    assert not ask(english, question).answered


def test_it_marks_the_sentence_that_answers(english: Index) -> None:
    answer = ask(english, "do blind people get a description of an image?").answers[0]
    assert answer.text[slice(*answer.sentence)] == "Every image gets a description for blind readers."


def test_an_empty_text_answers_nothing() -> None:
    assert ask(Index.build(from_text("")), "may I post?").answers == ()


def test_the_same_question_gets_the_same_answer_twice(english: Index) -> None:
    assert ask(english, "may I post a photo") == ask(english, "may I post a photo")


def test_a_question_knows_what_kind_of_answer_it_waits_for() -> None:
    assert wanted_kinds(words("How fast do we answer?"), "en") == ("%time",)
    assert wanted_kinds(words("vem bestämmer?"), "sv") == ("%who",)
    assert wanted_kinds(words("får jag det?"), "sv") == ()


def test_the_words_that_only_build_a_question_are_dropped() -> None:
    assert [wanted.word for wanted in read_question("How do I know if emojis are ok?").wanted] == ["emojis"]
