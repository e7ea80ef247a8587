"""The questions that measure `vigor ask`: well formed, and each answer really stands in its text."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
QUESTIONS = ROOT / "benchmarks" / "questions"
TEXTS = ROOT / "benchmarks"
STARTER = ROOT / "src" / "vigor" / "starter"
SETS = ("dev", "held-out")
# Questions over texts that were made up for the purpose and lie in this project.
INVENTED = tuple(sorted(path.stem for path in QUESTIONS.glob("invented-*.jsonl")))
FIELDS = {"id", "policy", "lang", "question", "answers", "unanswerable"}
# Nobody who tunes the search reads these three: they are in the held-out set alone.
UNSEEN = {
    "civicactions-political-activity-and-social-media-policy.md",
    "digitalgov-terms-of-service-agreements.md",
    "fjarilspartiet-ops-203-extern-kommunikation.md",
}


def read(name: str) -> list[dict[str, Any]]:
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def everything() -> list[dict[str, Any]]:
    return [question for name in (*SETS, *INVENTED) for question in read(name)]


def collapsed(text: str) -> str:
    return " ".join(text.split())


def quotes_not_found_once(questions: list[dict[str, Any]], folder: Path) -> list[tuple[str, str, int]]:
    """The quotes that their text does not hold exactly once: question, quote, times found."""
    names = {question["policy"] for question in questions}
    texts = {name: collapsed((folder / name).read_text(encoding="utf-8")) for name in names}
    counted = (
        (question["id"], quote, texts[question["policy"]].count(quote))
        for question in questions
        for quote in question["answers"]
    )
    return [found for found in counted if found[2] != 1]


@pytest.fixture
def policies() -> Path:
    named = os.environ.get("VIGOR_DATA_SETS")
    folder = (Path(named) if named else ROOT.parent / "shared" / "data") / "policies"
    if not folder.is_dir():
        pytest.skip(f"the published policies are not at {folder}; VIGOR_DATA_SETS names another folder")
    return folder


@pytest.mark.parametrize("name", [*SETS, *INVENTED])
def test_it_holds_whole_questions_only(name: str) -> None:
    for question in read(name):
        assert set(question) == FIELDS, question
        assert question["lang"] in {"sv", "en"}, question
        assert question["question"] == collapsed(question["question"]) != "", question
        assert question["unanswerable"] is (question["answers"] == []), question
        assert all(quote == collapsed(quote) != "" for quote in question["answers"]), question


def test_it_gives_every_question_an_id_of_its_own() -> None:
    ids = Counter(question["id"] for question in everything())
    assert [key for key, times in ids.items() if times > 1] == []


def test_it_asks_the_same_thing_of_a_text_only_once() -> None:
    asked = Counter((question["policy"], question["question"].lower()) for question in everything())
    assert [question for question, times in asked.items() if times > 1] == []


def test_it_quotes_briefly() -> None:
    assert [
        quote for question in everything() for quote in question["answers"] if len(quote.split()) > 25
    ] == []


def test_it_has_enough_of_each_language_in_each_set() -> None:
    dev, held_out = (Counter(question["lang"] for question in read(name)) for name in SETS)
    assert dev.total() >= 120
    assert held_out.total() >= 100
    assert min(dev["sv"], dev["en"]) >= 60
    assert min(held_out["sv"], held_out["en"]) >= 50


def test_it_asks_what_no_text_answers_in_both_languages_and_both_sets() -> None:
    for name in SETS:
        unanswerable = Counter(question["lang"] for question in read(name) if question["unanswerable"])
        assert min(unanswerable["sv"], unanswerable["en"]) >= 8, name


def test_it_keeps_three_whole_texts_unseen() -> None:
    assert {question["policy"] for question in read("dev")} & UNSEEN == set()
    assert {question["policy"] for question in read("held-out")} >= UNSEEN


def test_it_never_shows_while_tuning_a_quote_that_is_held_out() -> None:
    seen, unseen = (
        {(question["policy"], quote) for question in read(name) for quote in question["answers"]}
        for name in SETS
    )
    assert seen & unseen == set()


def test_it_quotes_published_texts_word_for_word(policies: Path) -> None:
    asked = [question for name in SETS for question in read(name)]
    published = [question for question in asked if not (STARTER / question["policy"]).is_file()]
    assert quotes_not_found_once(published, policies) == []


def test_it_quotes_the_starter_policy_word_for_word() -> None:
    starter = [question for question in everything() if (STARTER / question["policy"]).is_file()]
    assert quotes_not_found_once(starter, STARTER) == []


@pytest.mark.parametrize("name", INVENTED)
def test_it_quotes_invented_texts_word_for_word(name: str) -> None:
    assert quotes_not_found_once(read(name), TEXTS) == []


@pytest.mark.parametrize("name", INVENTED)
def test_it_asks_of_each_invented_text_what_it_answers_and_what_it_does_not(name: str) -> None:
    questions = read(name)
    for policy in {question["policy"] for question in questions}:
        for unanswerable in (False, True):
            asked = [q for q in questions if q["policy"] == policy and q["unanswerable"] is unanswerable]
            assert len(asked) >= 20, (policy, unanswerable)


def test_it_asks_of_an_invented_text_either_while_tuning_or_afterwards() -> None:
    places = {(question["policy"], name) for name in INVENTED for question in read(name)}
    times = Counter(policy for policy, _ in places)
    assert [policy for policy, seen in times.items() if seen > 1] == []


def test_it_asks_something_of_every_invented_text() -> None:
    asked = {question["policy"] for name in INVENTED for question in read(name)}
    lying = {path.relative_to(TEXTS).as_posix() for path in (TEXTS / "texts").iterdir()}
    assert asked == lying
