"""A place in a running text is shown with what stands around it, and never twice."""

from vigor.ask import Index, Passage, ask, from_text, from_texts
from vigor.ask.passages import LIMIT

FILLER = "Something else is said here in so many words that it takes some room on the page. " * 6


def text_of(*sections: str) -> str:
    return "\n\n".join(f"## Part {number}\n\n{section}" for number, section in enumerate(sections, 1))


LONG = text_of(FILLER, FILLER, f"{FILLER}\n\nWe ask before we publish a photo.\n\n{FILLER}", FILLER, FILLER)


def test_an_answer_reads_on_on_both_sides_and_stays_short() -> None:
    answers = ask(Index.build(from_text(LONG)), "may I publish a photo?").answers
    assert answers[0].text.count("Something else") >= 6
    assert not answers[0].text.startswith("We ask")
    assert all(len(answer.text) <= LIMIT for answer in answers)


def test_the_sentence_is_marked_where_it_stands_in_what_is_shown() -> None:
    answer = ask(Index.build(from_text(LONG)), "may I publish a photo?").answers[0]
    assert answer.text[slice(*answer.sentence)] == "We ask before we publish a photo."


def test_headings_of_other_sections_are_shown_as_lines() -> None:
    source = "# Ours\n\n## Photos\n\nWe ask before we publish a photo.\n\n## Complaints\n\nWe listen.\n"
    answer = ask(Index.build(from_text(source)), "may I publish a photo?").answers[0]
    assert answer.heading == "Photos"
    assert answer.text == "We ask before we publish a photo.\nComplaints\nWe listen."


def test_no_two_answers_show_the_same_place() -> None:
    numbered = text_of(*(f"{FILLER} We publish photo number {number}." for number in range(12)))
    answers = ask(Index.build(from_text(numbered)), "may I publish a photo?").answers
    shown = [line for answer in answers for line in answer.text.split("\n") if "number" in line]
    assert len(answers) == 3
    assert len(shown) == len(set(shown))


def test_texts_do_not_run_into_each_other() -> None:
    passages = from_texts(["## One\n\nWe publish a photo.", "## Two\n\nWe listen."])
    answer = ask(Index.build(passages), "may I publish a photo?").answers[0]
    assert answer.text == "We publish a photo."


def test_a_point_of_a_policy_stands_alone() -> None:
    points = [Passage("a", "A", "We publish a photo."), Passage("b", "B", "We listen.")]
    assert ask(Index.build(points), "may I publish a photo?").answers[0].text == "We publish a photo."
