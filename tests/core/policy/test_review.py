"""The review of a whole policy: places, sectors, what is taken, our own texts, time."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.endless import comes_to_an_end

from vigor.policy.document import Policy
from vigor.policy.parse import parse
from vigor.policy.review import SECTORS, Hint, Sector, Source, count_sentences, overlaps, review, taken_share
from vigor.policy.review.pieces import mask
from vigor.policy.review.rules.ease import lix
from vigor.starter import LANGUAGES, starter

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "src" / "vigor_portal" / "home" / "example"
HANDFUL = 5

POLICY = """---
policy: ours
title: Så gör vi
language: sv
---

En öppning.

## Vi lyssnar {#lyssna}

Den som skriver **har**
ofta rätt.

- Vi svarar samma dag. {#svara}
- Medarbetare får inte kritisera
  *arbetsgivaren* i sociala medier. {#tyst}

### Kunden väntar {#vantar shows="svara"}

Det är fredag.

- [x] Svara. → Bra.
"""


def policy(text: str) -> Policy:
    return parse(text)[0]


def named(hints: tuple[Hint, ...], rule: str) -> list[Hint]:
    return [hint for hint in hints if hint.rule == rule]


def test_a_hint_says_where_it_stands():
    hints = review(policy(POLICY))
    (hint,) = named(hints, "too-far")
    assert (hint.key, hint.line) == ("tyst", 15)
    source = policy(POLICY).by_key["tyst"].source  # type: ignore[union-attr]
    assert source[slice(*hint.span)] == hint.quote == "Medarbetare får inte kritisera\n*arbetsgivaren"
    assert [hint.key for hint in named(hints, "no-case")] == ["tyst"]


def test_hints_come_in_the_order_of_the_lines_and_can_t_be_changed():
    hints = review(policy(POLICY))
    assert [hint.line for hint in hints] == sorted(hint.line for hint in hints)
    with pytest.raises(FrozenInstanceError):
        hints[0].line = 1  # type: ignore[misc]


@pytest.mark.parametrize("sector", SECTORS)
def test_the_law_that_is_named_is_that_of_the_sector_and_no_advice(sector: Sector):
    (hint,) = named(review(policy(POLICY), sector=sector), "too-far")
    own = {
        "private": "lojalitetsplikten",
        "public": "repressalieförbudet",
        "publicly-funded": "2017:151",
        "association": "förening",
    }
    assert own[sector] in hint.law.sv
    assert hint.law.sv in hint.reason.sv
    assert "ingen juridisk rådgivning" in hint.reason.sv
    assert "no legal advice" in hint.reason.en


def test_what_is_taken_is_told_with_source_and_share():
    theirs = Source("grannen", "Vi svarar alltid samma dag som frågan kom in till oss.")
    ours = policy(
        "## Svar {#svar}\n\n- Vi svarar alltid samma dag som frågan kom in till oss. {#a}\n- Något helt annat som vi själva har kommit på. {#b}"
    )
    (hint,) = named(review(ours, language="sv", others=[theirs]), "taken")
    assert (hint.key, hint.source, hint.share) == ("a", "grannen", 1.0)
    together, one = overlaps(ours, [theirs, Source("ingen", "Hej.")])
    assert together.source == ""
    assert one.source == "grannen"
    assert together.share == one.share == pytest.approx(11 / 21)


def test_the_starter_policy_is_wholly_taken_from_itself():
    text = starter("sv")
    assert overlaps(policy(text), [Source("startpolicyn", text)])[0].share > 0.95
    assert overlaps(policy(text), [])[0].share == 0.0


def test_each_point_has_its_own_share_of_what_is_taken():
    ours = policy(
        "---\npolicy: a\ntitle: A\nlanguage: sv\n---\n\n## Vi svarar {#svar}\n\nVi skriver så som vi talar med varandra här.\n\n"
        "- Vi svarar alltid på frågor inom en arbetsdag. {#dag}\n- Tacka. {#tack}\n"
    )
    found = taken_share(ours, [Source("grannen", "Vi svarar alltid på frågor inom en arbetsdag.")])
    assert dict(found.points) == {"svar": 0.0, "dag": 1.0, "tack": 0.0}
    assert (
        found.whole
        == overlaps(ours, [Source("grannen", "Vi svarar alltid på frågor inom en arbetsdag.")])[0].share
    )
    assert taken_share(ours, []).whole == 0.0


def test_american_law_is_named_only_for_a_text_that_is_clearly_american():
    text = (
        "---\npolicy: a\ntitle: A\nlanguage: en\n---\n\n## Talk\n\n- Staff may not discuss salaries online.\n"
    )
    (here,) = [hint for hint in review(policy(text)) if hint.rule == "too-far"]
    (there,) = [
        hint
        for hint in review(policy(text + "- Federal employees: see the Hatch Act.\n"))
        if hint.rule == "too-far"
    ]
    assert "NLRA" not in here.law.en
    assert "NLRA" in there.law.en


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starter_policy_gives_no_more_than_a_handful_of_hints(language: str):
    assert len(review(policy(starter(language)))) <= HANDFUL


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("*.md")), ids=lambda path: path.name)
def test_the_example_s_texts_give_no_more_than_a_handful(path: Path):
    hints = review(policy(path.read_text("utf-8")))
    assert len(hints) <= HANDFUL, [(hint.line, hint.rule, hint.quote) for hint in hints]


def test_a_long_policy_is_reviewed_to_its_end():
    front, _, body = starter("sv").removeprefix("---\n").partition("\n---\n")
    text = policy(f"---\n{front}\n---\n" + body * (100_000 // len(body.encode()) + 1))
    with comes_to_an_end():
        assert review(text, others=[Source("startpolicyn", starter("sv"))])


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_reviewed_and_the_mask_keeps_every_place(text: str):
    assert len(mask(text)) == len(text)
    review(policy(text), language="sv")
    review(
        policy(f"## A {{#a}}\n\n- {text}"), language="en", internal_words=["x"], others=[Source("it", text)]
    )


def test_what_a_policy_quotes_is_not_its_own_voice():
    quoting = policy(
        "## Svar {#svar}\n\n- Vi skriver inte ”Du ska omgående inkomma med avseende på ärendet”. {#a}"
    )
    assert {hint.rule for hint in review(quoting, language="sv")} == {"no-case"}


def test_sentences_are_counted_where_the_policy_speaks():
    # The opening, the belief, two guidelines, the situation, the act and its outcome; titles are none.
    assert count_sentences(policy(POLICY)) == 7


def test_the_readability_index_is_that_of_its_maker():
    # 10 words in 2 sentences, 3 of them longer than six letters: 10/2 + 100·3/10.
    assert lix([["readable", "is", "a", "word", "longest"], ["we", "all", "like", "reading", "it"]]) == 35
    assert lix([]) == 0
