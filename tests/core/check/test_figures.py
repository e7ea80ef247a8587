import pytest

from vigor.check.catalogue import CATALOGUE
from vigor.check.figures import Figure, Figures
from vigor.check.frames import pattern
from vigor.check.post import Post
from vigor.check.rules.badmouthing.figures import THIRD_PARTY
from vigor.check.rules.blame.figures import SHIFTED
from vigor.check.rules.blame.shifted import SIGNS
from vigor.check.rules.insult.figures import DEMEANING
from vigor.check.rules.irony.figures import IRONIC
from vigor.check.rules.irony.mismatch import BAD, SURE, WARM
from vigor.check.rules.sharp_tone.figures import SHARP

EVERY = {"insult": DEMEANING, "third": THIRD_PARTY, "blame": SHIFTED, "signs": SIGNS, "irony": IRONIC, "sure": SURE, "warm": WARM, "bad": BAD, "sharp": SHARP}  # fmt: skip
POSTS = {
    language: [
        example.text.lower()
        for check in CATALOGUE
        for example in (*check.flags, *check.passes)
        if example.language == language
    ]
    for language in ("sv", "en")
}
OURS = Figures(sv=(Figure("hat", r"\bhatt(?:en)? på\b", "hatt"), Figure("any", r"\bsko\b", every=True)))


def kinds(text: str) -> list[str]:
    return [found.kind for found in OURS.find(Post(text, None, "sv"))]


def test_a_figure_is_found_once_and_one_for_every_place_each_time():
    assert kinds("Hatten på, hatten på! En sko och en sko.") == ["hat", "any", "any"]


def test_what_is_quoted_is_left_out():
    assert kinds("”Hatten på”, sa hon.") == []


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_figure_fits_where_none_of_the_letters_that_it_needs_stands(name: str, language: str):
    for figure in getattr(EVERY[name], language):
        needs = [letters for letters in figure.needs.split("|") if letters]
        for text in POSTS[language]:
            if needs and not any(letters in text for letters in needs):
                assert not pattern(figure.source).search(text), (figure.kind, figure.needs, text)
