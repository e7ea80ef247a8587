"""How often advice on a post is right: precision and recall a check and a language, and how often a clean post is left alone.

`posts/dev.jsonl`, `fresh.jsonl`, `more.jsonl` and `later.jsonl` are for tuning; `heldout.jsonl`, `fresh-unseen.jsonl`,
`later-unseen.jsonl` and `last.jsonl` give the figures that count: nobody looks at them while tuning. All are invented.
The fresh ones were written before the rules were widened; the more ones while they were; the later ones from situations
instead of words, which makes them the hardest; the last ones when the rules were nearly done. Strangers, others and
third are by writers who had seen no rule; other posts of theirs are in `training/posts/`. The examiner's and the inspector's are
by two none of whose posts were learnt from; nothing was chosen by how the inspector's fared. They tell best what an
organisation will meet. Lookalikes (ordinary links and names among what isn't) and themes (the kinds that are hardest to tell)
are harder than that. All but dev and heldout are read
without the organisation's own words. A post says which checks it deserves (`expected`), and what may be said beside (`may`: an
unkind answer often lacks a way forward too). False alarms are counted on other people's texts as well, which are only measured.

    python -m benchmarks.posts_quality [--dev] [--mistakes]
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from benchmarks.results import ROOT, data_sets, record
from vigor.check import Context, OwnWords
from vigor.check.catalogue import CATALOGUE
from vigor.check.ground import Ground, ground_of
from vigor.check.ownwords import NO_WORDS
from vigor.check.post import Post
from vigor.check.run import read
from vigor.policy.parse import parse

POSTS = ROOT / "benchmarks" / "posts"
STARTER = ROOT / "src" / "vigor" / "starter"


class Row(NamedTuple):
    """A post with what it deserves, and what it got."""

    id: str
    language: str
    text: str
    expected: frozenset[str]
    may: frozenset[str]
    given: frozenset[str]
    clean: str  # "", "plain" or "hard"


class Count(NamedTuple):
    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0


def grounds() -> dict[str, Ground]:
    """The starter policy's guidelines in each language."""
    return {
        language: ground_of(parse((STARTER / f"policy.{language}.md").read_text("utf-8"))[0])
        for language in ("sv", "en")
    }


class Part(NamedTuple):
    """A file of posts: whether it may be looked at, whether own words are known, and how its figures' names end."""

    name: str
    looked_at: bool
    own_words: bool
    ending: str


PARTS = (
    Part("dev", True, True, ""),
    Part("heldout", False, True, "_heldout"),
    Part("fresh", True, False, "_fresh"),
    Part("fresh-unseen", False, False, "_fresh_unseen"),
    Part("more", True, False, "_more"),
    Part("later", True, False, "_later"),
    Part("later-unseen", False, False, "_later_unseen"),
    Part("last", False, False, "_last"),
    Part("strangers-unseen", False, False, "_strangers_unseen"),
    Part("others-unseen", False, False, "_others_unseen"),
    Part("third-unseen", False, False, "_third_unseen"),
    Part("examiner-unseen", False, False, "_examiner_unseen"),
    Part("inspector-unseen", False, False, "_inspector_unseen"),
    Part("lookalikes-unseen", False, False, "_lookalikes_unseen"),
    Part("themes-unseen", False, False, "_themes_unseen"),
)


def rows(part: Part) -> list[Row]:
    written = (POSTS / "words.yaml").read_text("utf-8")
    words = OwnWords.from_yaml(written) if part.own_words else OwnWords()
    ground = grounds()
    lines = (POSTS / f"{part.name}.jsonl").read_text("utf-8").splitlines()
    return [_row(json.loads(line), words, ground) for line in lines]


def post_of(row: dict[str, Any], words: OwnWords = NO_WORDS) -> Post:
    """A line of a file of posts, with what it says of who speaks, where and to whom."""
    known = {name: row.get(name) or "" for name in ("layer", "account_sender", "platform", "reply_to")}
    return Post(row["text"], Context(**known, words=words), row["lang"])


def _row(post: dict[str, Any], words: OwnWords, ground: dict[str, Ground]) -> Row:
    language = post["lang"]
    said = read(post_of(post, words), ground[language])
    given = frozenset(advice.check for advice in said.advice)
    expected, may = frozenset(post["expected"]), frozenset(post.get("may", ()))
    return Row(post["id"], language, post["text"], expected, may, given, post.get("kind", ""))


def count(chosen: Iterable[Row], check: str = "") -> Count:
    """Right, given and wanted pieces of advice, of one check or of all."""
    right = given = wanted = 0
    for row in chosen:
        got = {each for each in row.given - row.may if not check or each == check}
        want = {each for each in row.expected if not check or each == check}
        right, given, wanted = right + len(got & want), given + len(got), wanted + len(want)
    return Count(right, given, wanted)


def clean_share(chosen: Iterable[Row]) -> float:
    """The share of clean posts that get any advice."""
    clean = [row for row in chosen if not row.expected]
    return sum(bool(row.given) for row in clean) / len(clean) if clean else 0.0


def table(part: str, chosen: list[Row]) -> None:
    print(f"\n{part}: {len(chosen)} posts, {sum(not row.expected for row in chosen)} of them clean")
    print(f"{'':<16}{'precision':>20}{'recall':>16}{'given':>12}{'wanted':>12}")
    for check in sorted({*(each.name for each in CATALOGUE), *(e for row in chosen for e in row.expected)}):
        _line(
            check, [count((r for r in chosen if r.language == language), check) for language in ("sv", "en")]
        )
    _line("all", [count(r for r in chosen if r.language == language) for language in ("sv", "en")])
    shares = [clean_share(r for r in chosen if r.language == language) for language in ("sv", "en")]
    print(f"clean posts with advice: sv {shares[0]:.3f}, en {shares[1]:.3f}")


def _line(name: str, both: list[Count]) -> None:
    cells = [
        " ".join(f"{getattr(one, what):5.2f}" for one in both).rjust(width)
        for what, width in (("precision", 20), ("recall", 16))
    ]
    numbers = [
        f"{both[0].given:>5} {both[1].given:>5}".rjust(12),
        f"{both[0].wanted:>5} {both[1].wanted:>5}".rjust(12),
    ]
    print(f"{name:<16}{''.join(cells + numbers)}")


def mistakes(chosen: list[Row]) -> None:
    for row in chosen:
        wrong, missed = row.given - row.expected - row.may, row.expected - row.given
        if wrong or missed:
            print(
                f"{row.id} {row.language} +{','.join(sorted(wrong))} -{','.join(sorted(missed))}  {row.text[:150]}"
            )


def outside() -> Iterator[tuple[str, str, list[str]]]:
    """Other people's texts that hardly any advice should be given on: name, language, texts."""
    ucc = data_sets() / "ucc"
    for file in sorted(ucc.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield (
                "ucc",
                "en",
                [row["comment"] for row in csv.DictReader(lines) if row["healthy"].startswith("1")],
            )
    for file in sorted((data_sets() / "sv_absabank_imm").glob("*dev*")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield "absabank", "sv", [row["text"] for row in csv.DictReader(lines, delimiter="\t")]


def alarms(language: str, texts: list[str], ground: Ground) -> tuple[float, dict[str, int]]:
    """The share of texts that get any advice, and how often each check gave it."""
    by_check: dict[str, int] = {}
    struck = 0
    for text in texts:
        given = {advice.check for advice in read(Post(text, None, language), ground).advice}
        struck += bool(given)
        for check in given:
            by_check[check] = by_check.get(check, 0) + 1
    return struck / max(1, len(texts)), by_check


def measured(part: Part) -> dict[str, float]:
    """Print how a part fares; its figures by their names."""
    chosen = rows(part)
    table(part.name, chosen)
    if part.looked_at and "--mistakes" in sys.argv:
        mistakes(chosen)
    whole, clean = count(chosen), clean_share(chosen)
    print(f"{part.name}: precision {whole.precision:.3f}, recall {whole.recall:.3f}, clean {clean:.3f}")
    return {
        f"quality.posts_precision{part.ending}": whole.precision,
        f"quality.posts_recall{part.ending}": whole.recall,
        f"quality.posts_clean_share{part.ending}": clean,
    }


def main() -> int:
    kept: dict[str, float] = {}
    for part in PARTS:
        if "--dev" not in sys.argv or part.looked_at:
            kept |= measured(part)
    if not (data_sets() / "ucc").is_dir():
        print(f"No texts of others at {data_sets()}; VIGOR_DATA_SETS names another folder.")
    ground = grounds()
    for name, language, texts in outside():
        share, by_check = alarms(language, texts, ground[language])
        print(
            f"{name}: {share:.3f} of {len(texts)} get advice {dict(sorted(by_check.items(), key=lambda i: -i[1]))}"
        )
        kept[f"quality.false_alarms_{name}"] = share
    if "--dev" not in sys.argv:
        record(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
