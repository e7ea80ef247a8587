"""How quickly an address is recognised, and how often a look-alike is seen for what it is.

The register is a published one: the accounts of 519 members of a parliament. Half of its holders are known; the other
half are other people, whose handles should look like nobody's. Impersonations of the known are made by fixed rules, seeded,
from words of this file's own. The rules of `vigor.networks` were tuned on one half as the known; the figure that counts is
the other half's.
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from benchmarks.results import data_sets, record
from vigor.networks import Address, Register, Resemblance, recognise

SEED = 20261122
NETWORKS = {
    "twitter": "x",
    "facebook": "facebook",
    "instagram": "instagram",
    "youtube": "youtube",
    "mastodon": "mastodon",
}
ADDED = (
    "support", "help", "official", "real", "the", "team", "news", "press", "info", "desk", "backup", "private", "updates", "giveaway",
    "us", "2026", "77", "contact", "fans", "live", "page", "x", "media", "now",
)  # fmt: skip
TAKEN_FOR = {
    "o": "0",
    "l": "1",
    "i": "l",
    "e": "3",
    "s": "5",
    "a": "4",
    "m": "rn",
    "w": "vv",
    "t": "7",
    "b": "8",
}
CYRILLIC = str.maketrans("aceopxyijs", "асеорхуіјѕ")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SIZE = 50_000


class Handle(NamedTuple):
    holder: str
    name: str
    address: Address


def register() -> list[Handle]:
    """Every account of the published register that has a name."""
    holders = yaml.safe_load((data_sets() / "registers" / "legislators-social-media.yaml").read_text("utf-8"))
    found = []
    for holder in holders:
        for written, network in NETWORKS.items():
            name = str(holder["social"].get(written) or "")
            address = recognise(name, network) if name else None
            # What a network counts its pages by is no name that anybody could be taken in by.
            if isinstance(address, Address) and not name.isdigit() and "/channel/" not in address.url:
                found.append(
                    Handle(holder["id"]["bioguide"], name.removeprefix("@").partition("@")[0], address)
                )
    return found


def halves(handles: list[Handle]) -> tuple[list[Handle], list[Handle]]:
    """The holders in two halves, by a hash of who they are."""
    parts: tuple[list[Handle], list[Handle]] = ([], [])
    for handle in handles:
        parts[hashlib.sha256(handle.holder.encode()).digest()[0] % 2].append(handle)
    return parts


def _slip(name: str, dice: random.Random) -> str:
    """A letter added, lost, exchanged, or changed places with the next."""
    at = dice.randrange(1, len(name) - 1)
    letter = dice.choice(ALPHABET)
    return dice.choice(
        (
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def _letters(name: str, dice: random.Random) -> str:
    """Look-alike letters, or a sign between the letters."""
    small = name.lower()
    places = [at for at, letter in enumerate(small) if letter in TAKEN_FOR]
    if dice.random() < 0.25 or not places:
        at = dice.randrange(2, len(name) - 1)
        return name[:at] + "_" + name[at:]
    at = dice.choice(places)
    return small[:at] + TAKEN_FOR[small[at]] + small[at + 1 :]


def _added(name: str, dice: random.Random) -> str:
    word, sign = dice.choice(ADDED), dice.choice(("", "_", "", "."))
    return f"{word}{sign}{name}" if dice.random() < 0.3 else f"{name}{sign}{word}"


KINDS: dict[str, Callable[[Handle, random.Random], tuple[str, str]]] = {
    "letters": lambda handle, dice: (_letters(handle.name, dice), "instagram"),
    "other alphabet": lambda handle, dice: (handle.name.lower().translate(CYRILLIC), "youtube"),
    "one letter": lambda handle, dice: (_slip(handle.name, dice), "instagram"),
    "two letters": lambda handle, dice: (_slip(_slip(handle.name, dice), dice), "instagram"),
    "added word": lambda handle, dice: (_added(handle.name, dice), "instagram"),
    "other network": lambda handle, dice: (f"@{handle.name}", dice.choice(("tiktok", "threads"))),
    "other server": lambda handle, dice: (f"@{handle.name}@social.example", ""),
    "in host": lambda handle, dice: (f"https://{re.sub('[_.]', '-', handle.name)}.x.com.example.net/", ""),
    "in path": lambda handle, dice: (f"https://example.net/x.com/{handle.name}", ""),
}


def impersonations(handles: list[Handle], dice: random.Random) -> Iterator[tuple[str, Handle, Address | str]]:
    """(kind, who is impersonated, the address): one of each kind for each handle."""
    for handle in handles:
        for kind, make in KINDS.items():
            written, network = make(handle, dice)
            found = recognise(written, network)
            yield kind, handle, found if isinstance(found, Address) else written


class Told(NamedTuple):
    right: int
    asked: int
    wrong: int
    """Impersonations that are seen, all there are, and other people's handles that got the same reason."""

    @property
    def recall(self) -> float:
        return self.right / self.asked


def likenesses(
    known: list[Handle], others: list[Handle], seed: int
) -> tuple[dict[str, Told], int, list[str]]:
    """Per kind what was seen, how many of the others' handles were told apart from nobody, and which weren't."""
    accounts = Register((handle.address.key, handle.name, handle.holder) for handle in known)
    seen = {kind: [0, 0] for kind in KINDS}
    missed: list[str] = []
    for kind, handle, address in impersonations(known, random.Random(seed)):
        answer = accounts.resembling(address)
        right = any(each.of == handle.holder for each in answer)
        seen[kind][0] += right
        seen[kind][1] += 1
        if not right:
            missed.append(
                f"missed {kind}: {handle.name} as {address if isinstance(address, str) else address.shown}"
            )
    alarms: list[tuple[Handle, Resemblance[str]]] = []
    for handle in others:
        answer = accounts.resembling(handle.address)
        if answer:
            alarms.append((handle, answer[0]))
            missed.append(f"wrong {answer[0].why}: {handle.name} for {answer[0].key}")
    whys = REASONS
    counted = {
        kind: Told(right, asked, sum(alarm.why in whys[kind] for _, alarm in alarms))
        for kind, (right, asked) in seen.items()
    }
    return counted, len(alarms), missed


REASONS: dict[str, tuple[str, ...]] = {
    "letters": ("letters",),
    "other alphabet": ("letters",),
    "one letter": ("one-letter",),
    "two letters": ("two-letters",),
    "added word": ("added-word",),
    "other network": ("other-network", "same-name"),
    "other server": ("other-server",),
    "in host": ("in-host",),
    "in path": ("in-path",),
}


def lists(accounts: Register[str]) -> str:
    """What the register's own lists of strangers and of friends get: a look at it, and no figure."""
    folder, counts = data_sets() / "registers", {}
    for file, column in (
        ("social_media_blacklist.csv", "pattern"),
        ("social_media_whitelist.csv", "account"),
    ):
        with (folder / file).open(encoding="utf-8", newline="") as rows:
            names = [row[column].strip("^$ ") for row in csv.DictReader(rows)]
        plain = [name for name in names if re.fullmatch(r"[A-Za-z0-9_.]{5,}", name)]
        counts[file] = f"{sum(bool(accounts.resembling(name)) for name in plain)} of {len(plain)}"
    return f"resemble a known account: {counts}"


def microseconds(work: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Median and 95th percentile of the processor time that one text takes, in µs."""
    taken = []
    for text in texts:
        start = time.process_time()
        work(text)
        taken.append(1e6 * (time.process_time() - start))
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def at_size(dice: random.Random) -> dict[str, float]:
    """A register of 50,000 made-up accounts: how long it takes to build, and to ask."""
    syllables = [a + b for a in "bdfghjklmnprstv" for b in "aeiouyåäö"]
    names = ["".join(dice.choices(syllables, k=dice.randint(2, 6))) for _ in range(SIZE)]
    start = time.process_time()
    accounts = Register((f"x:{name}", name, number) for number, name in enumerate(names))
    built = time.process_time() - start
    asked = [f"x.com/{_slip(name, dice)}" for name in dice.sample([n for n in names if n.isascii()], 1000)]
    asked += [f"instagram.com/{''.join(dice.choices(ALPHABET, k=10))}" for _ in range(1000)]
    half, late = microseconds(accounts.resembling, asked)
    # One brand before every name is what an organisation's register looks like, and the worst to search.
    brand = Register((f"x:spolverket{name}", f"spolverket_{name}", name) for name in names[:20_000])
    _, alike = microseconds(brand.resembling, [f"x.com/spolverket{name}x" for name in names[-300:]])
    return {
        "networks.register_build_s": built,
        "networks.resembling_ms": half / 1000,
        "networks.resembling_p95_ms": late / 1000,
        "networks.resembling_one_brand_p95_ms": alike / 1000,
    }


def main() -> int:
    if not (data_sets() / "registers").is_dir():
        print(
            f"The published register is not at {data_sets() / 'registers'}; VIGOR_DATA_SETS names another folder."
        )
        return 0
    tuned, unseen = halves(register())
    if "--mistakes" in sys.argv:
        print("\n".join(likenesses(tuned, unseen, SEED)[2]))
        return 0
    figures: dict[str, float] = {}
    for part, known, others in (("tuned on", tuned, unseen), ("unseen", unseen, tuned)):
        told, alarms, _ = likenesses(known, others, SEED + len(part))
        print(f"\n{part}: {len(known)} known accounts, {len(others)} of other people")
        print(f"{'impersonation':<16} {'recall':>7} {'precision':>10} {'seen':>6} {'wrongly':>8}")
        for kind, one in told.items():
            precision = one.right / (one.right + one.wrong) if one.right else 0.0
            print(f"{kind:<16} {one.recall:>7.3f} {precision:>10.3f} {one.right:>6} {one.wrong:>8}")
        right, asked = sum(one.right for one in told.values()), sum(one.asked for one in told.values())
        # As many impersonations as other names: a journalist asks about both.
        expected = right / asked * len(others)
        figures["networks.lookalike_precision"] = expected / (expected + alarms)
        figures["networks.lookalike_recall"] = right / asked
        figures["networks.lookalike_false_alarms"] = alarms / len(others)
        print(
            f"all {right / asked:.3f}; {alarms} of {len(others)} other people’s handles looked like somebody’s"
        )
        print(lists(Register((one.address.key, one.name, one.holder) for one in known)))
    written = [handle.address.url for handle in tuned + unseen]
    figures["networks.recognise_us"], _ = microseconds(recognise, written)
    figures |= at_size(random.Random(SEED))
    for name, figure in figures.items():
        print(f"{name:<42} {figure:>9.3f}")
    record(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
