"""The opposite of a sentence is grammatical and absurd, or there is none."""

import pytest

from vigor.policy.review import opposite
from vigor.policy.review.swedish import adjective, infinitive_of_command, is_present, present
from vigor.policy.review.we import we_form

SWEDISH = {
    "Vi är hjälpsamma och sprider inte rykten": "Vi är ohjälpsamma och sprider rykten.",
    "Vi bemöter alla med respekt": "Vi bemöter alla utan respekt.",
    "Var professionell och trevlig": "Var oprofessionell och otrevlig.",
    "Var transparent och tydlig.": "Var hemlighetsfull och otydlig.",
    "Använd sunt förnuft": "Strunta i sunt förnuft.",
    "Vi följer lagen": "Vi bryter mot lagen.",
    "Vi lyssnar på våra kunder": "Vi struntar i våra kunder.",
    "Vi svarar snabbt och tydligt": "Vi svarar långsamt och otydligt.",
    "Respekt: Visa hänsyn för olika perspektiv": "Strunta i olika perspektiv.",
    "Öppenhet för olika perspektiv": "Slutenhet för olika perspektiv.",
    "Tydligt och enkelt språk": "Otydligt och krångligt språk.",
    "Vi skapar bra innehåll": "Vi skapar dåligt innehåll.",
    "Vi är en bra arbetsgivare": "Vi är en dålig arbetsgivare.",
    "Vi är alltid trevliga mot våra följare.": "Vi är alltid otrevliga mot våra följare.",
    "Vi är öppna för att skapa förtroende": "Vi är slutna.",
    "Vi uppträder korrekt": "Vi uppträder felaktigt.",
    "Vi bryr oss om våra kunder.": "Vi struntar i våra kunder.",
    "Fokusera på fakta": "Fokusera inte på fakta.",
    "Visa artighet och gott omdöme.": "Visa oartighet och dåligt omdöme.",
    "Kunden ska alltid stå i centrum.": "Kunden ska aldrig stå i centrum.",
}
ENGLISH = {
    "We are helpful and don't spread rumours": "We are unhelpful and spread rumours.",
    "Be respectful.": "Be disrespectful.",
    "Use common sense.": "Throw common sense overboard.",
    "Follow the law": "Break the law.",
    "We always act with integrity": "We always act without integrity.",
    "We listen": "We don’t listen.",
    "We listen to our customers and respond in a timely manner": "We ignore our customers and respond too late.",
    "We communicate in an open and honest way": "We communicate in a closed and dishonest way.",
    "Be an honest voice": "Be a dishonest voice.",
    "We value feedback": "We despise feedback.",
    "We do not share false information": "We share false information.",
    "Our content is relevant and engaging.": "Our content is irrelevant and dull.",
    "We are passionate about what we do.": "We are indifferent to what we do.",
}


@pytest.mark.parametrize(("sentence", "turned"), SWEDISH.items())
def test_it_turns_a_swedish_sentence(sentence: str, turned: str):
    assert opposite(sentence, "sv") == turned


@pytest.mark.parametrize(("sentence", "turned"), ENGLISH.items())
def test_it_turns_an_english_sentence(sentence: str, turned: str):
    assert opposite(sentence, "en") == turned


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Vad gör vi nu?", "sv"),
        ("Ramar", "sv"),
        ("", "sv"),
        ("…", "en"),
        ("The following venues:", "en"),
        ("Vår vision är att skapa ett samhälle där människor har verklig frihet", "sv"),
        ("We answer " + "and answer " * 30, "en"),
    ],
)
def test_it_makes_no_opposite_where_no_good_one_can_be_made(sentence: str, language: str):
    assert opposite(sentence, language) is None


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("ärlig", ("ärlig", "ärligt", "ärliga")),
        ("öppen", ("öppen", "öppet", "öppna")),
        ("enkel", ("enkel", "enkelt", "enkla")),
        ("säker", ("säker", "säkert", "säkra")),
        ("engagerad", ("engagerad", "engagerat", "engagerade")),
        ("hjälpsam", ("hjälpsam", "hjälpsamt", "hjälpsamma")),
        ("god", ("god", "gott", "goda")),
        ("fri", ("fri", "fritt", "fria")),
        ("sann", ("sann", "sant", "sanna")),
        ("välkomnande", ("välkomnande",) * 3),
    ],
)
def test_a_swedish_adjective_agrees(base: str, forms: tuple[str, str, str]):
    assert adjective(base) == forms


def test_it_knows_a_swedish_verb_in_the_present_from_a_noun():
    assert [present(verb) for verb in ("svara", "skriva", "göra", "bli", "kund")] == [
        "svarar",
        "skriver",
        "gör",
        "blir",
        None,
    ]
    assert [is_present(word) for word in ("svarar", "är", "kunder", "kollegor")] == [True, True, False, False]
    assert [infinitive_of_command(word) for word in ("skriv", "var", "visa", "kund")] == [
        "skriva",
        "vara",
        "visa",
        None,
    ]


@pytest.mark.parametrize(
    ("sentence", "language", "ours"),
    [
        ("Du ska alltid svara på dina frågor.", "sv", "Vi svarar alltid på våra frågor."),
        ("Medarbetare får inte dela kunders uppgifter.", "sv", "Vi delar inte kunders uppgifter."),
        ("Var professionell och trevlig.", "sv", "Vi är professionella och trevliga."),
        ("Anställda får endast posta på svenska.", "sv", None),
        ("Employees must not share passwords.", "en", "We don’t share passwords."),
        ("Never post your password.", "en", "We never post our password."),
        ("Be respectful.", "en", "We are respectful."),
        ("Employees may be required to leave.", "en", None),
    ],
)
def test_it_proposes_the_same_as_us_where_that_can_be_said(sentence: str, language: str, ours: str | None):
    assert we_form(sentence, language) == ours


@pytest.mark.parametrize(
    ("sentence", "language", "turned"),
    [
        ("Vi står för trygghet och tillit.", "sv", "Vi står för otrygghet och misstro."),
        ("Vårt mål är att vara tillgängliga.", "sv", "Vårt mål är att vara otillgängliga."),
        ("Vi skapar engagerande innehåll som bygger relationer.", "sv", "Vi skapar tråkigt innehåll som bygger relationer."),
        ("All communication is guided by respect and care.", "en", "All communication is guided by contempt and indifference."),
        ("Be clear and factual.", "en", "Be unclear and misleading."),
    ],
)  # fmt: skip
def test_every_value_in_a_row_is_turned(sentence: str, language: str, turned: str):
    assert opposite(sentence, language) == turned
