"""What touches working conditions: every topic with its examples."""

from dataclasses import replace

import pytest

from vigor.policy.parse import parse
from vigor.policy.working_conditions import TOPICS, Topic, topics_in, touched

TEXT = "---\nlanguage: sv\n---\n\nVi pratar.\n\n## Tid {#time}\n\n- Vi svarar samma dag. {#answer}\n- Vi läser på arbetstid. {#hours}\n"


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_obeys_its_examples(topic: Topic):
    for language, sentence in topic.flags:
        assert topic in topics_in(sentence, language), sentence
    for language, sentence in topic.passes:
        assert not topics_in(sentence, language), sentence


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_has_examples_in_both_languages(topic: Topic):
    for examples in (topic.flags, topic.passes):
        assert {language for language, _sentence in examples} == {"sv", "en"}


def test_only_sentences_that_changed_count():
    text = parse(TEXT)[0]
    assert touched(text, parse(TEXT.replace("samma dag", "nästa dag"))[0], "sv") == ()
    assert [topic.name for topic in touched(text, parse(TEXT.replace("läser", "svarar"))[0], "sv")] == [
        "hours"
    ]


def test_a_point_that_goes_touches_what_it_was_about():
    text = parse(TEXT)[0]
    gone = replace(text, sections=())
    assert [topic.name for topic in touched(text, gone, "sv")] == ["hours"]


def test_other_languages_are_left_alone():
    assert topics_in("Arbeitszeit", "de") == ()
