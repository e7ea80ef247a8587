import pytest

from vigor.check.good import GOOD, MOST, Good, praise
from vigor.check.post import Post
from vigor.check.rule import Example

EXAMPLES = [(each, kind, example) for each in GOOD for kind in ("flags", "passes") for example in getattr(each, kind)]  # fmt: skip


@pytest.mark.parametrize(("each", "kind", "example"), EXAMPLES, ids=lambda value: getattr(value, "kind", None) or getattr(value, "text", str(value))[:40])  # fmt: skip
def test_it_obeys_its_examples(each: Good, kind: str, example: Example):
    found = each.find(Post(example.text, example.context, example.language))
    assert (found is not None) == (kind == "flags")


@pytest.mark.parametrize("each", GOOD, ids=lambda each: each.kind)
def test_it_proves_itself_in_both_languages(each: Good):
    for language in ("sv", "en"):
        assert sum(example.language == language for example in each.flags) >= 6
        assert sum(example.language == language for example in each.passes) >= 6


def test_it_says_no_more_than_a_few_good_things():
    text = "Tack för att du säger till! Förlåt, det är vårt fel. Vi skickar en ny. Vilken adress? Foto: Maja Ek. /Mia"
    told = list(praise(Post(text, GOOD[0].flags[0].context, "sv")))
    assert len(told) == MOST


def test_it_has_nothing_good_to_say_of_an_insult():
    assert list(praise(Post("Tack, din idiot!", None, "sv"))) == []
