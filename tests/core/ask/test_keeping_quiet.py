"""When the policy doesn't say, and what that decision rests on."""

import json
from pathlib import Path

import pytest

from vigor.ask import Index, ask, from_text
from vigor.ask.confidence import SIGNS, WEIGHTS, signs
from vigor.ask.question import read_question
from vigor.ask.ranking import find_slots, rank

QUESTIONS = Path(__file__).parents[3] / "benchmarks" / "questions"
INDEX = Index.build(
    from_text("## Photos\n\nWe ask before we publish a photo.\n\n## Comments\n\nWe never delete criticism.\n")
)


def signs_of(question: str) -> dict[str, float]:
    asked = read_question(question)
    slots = find_slots(INDEX, asked.wanted)
    return dict(zip(SIGNS, signs(asked, slots, rank(INDEX, slots)), strict=True))


def test_every_sign_has_a_weight() -> None:
    assert len(SIGNS) == len(WEIGHTS)


def test_a_question_that_is_wholly_there_is_answered_however_short() -> None:
    assert ask(INDEX, "publish a photo?").answered
    assert signs_of("publish a photo?")["held"] == 1.0


def test_what_is_asked_elsewhere_must_be_there_itself() -> None:
    assert signs_of("may I publish my salary?")["elsewhere"] == 1.0
    assert not ask(INDEX, "when is my salary paid?").answered


def test_a_certain_fact_counts_as_far_as_it_is_missing() -> None:
    assert signs_of("who may publish a photo?")["fact"] == 0.0
    assert signs_of("who may publish a budget?")["fact"] > 0.0


def test_nothing_found_is_no_answer() -> None:
    assert ask(INDEX, "xyzzy plugh").confidence == 0.0


@pytest.mark.parametrize("question", ["kan ni ta bort kritik?", "brukar ni ta bort sånt?"])
def test_small_words_may_make_a_phrase_that_says_something(question: str) -> None:
    assert any("ta bort" in wanted.word for wanted in read_question(question, language="sv").wanted)


def test_a_colleague_is_a_person() -> None:
    index = Index.build(from_text("## Photos\n\nWe ask before we publish a photo of somebody.\n"))
    slots = find_slots(index, read_question("a photo of a colleague").wanted)
    assert all(slot.matches for slot in slots)


def test_the_questions_put_to_the_wrong_texts_are_whole() -> None:
    lines = (QUESTIONS / "unanswered.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    assert all(set(one) == {"question", "lang", "policies"} for one in questions)
    assert all(one["policies"] and one["lang"] in {"sv", "en"} for one in questions)
    assert len({one["question"] for one in questions}) == len(questions)
