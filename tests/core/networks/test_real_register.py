"""A register that others keep: 519 people's accounts, and what its keepers had to keep out. Left out where it isn't at hand."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from vigor.networks import Address, Trouble, recognise

HOSTS = {
    "twitter": ("x", "https://twitter.com/{}"),
    "facebook": ("facebook", "https://www.facebook.com/{}/"),
    "instagram": ("instagram", "http://instagram.com/{}?hl=en"),
    "youtube_id": ("youtube", "https://www.youtube.com/channel/{}/videos"),
}
# What the keepers of the list call such rows: parts of pages, taken for accounts by a program.
NO_ACCOUNT = re.compile(
    r"plugin|embed tag|share url|junk|like buttons|search links|rss link|never the answer|probably not real|xmlns",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def folder() -> Path:
    named = os.environ.get("VIGOR_DATA_SETS") or Path(__file__).resolve().parents[4] / "shared" / "data"
    found = Path(named) / "registers"
    if not found.is_dir():
        pytest.skip(f"the published register is not at {found}; VIGOR_DATA_SETS names another folder")
    return found


def rows(folder: Path, file: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / file).read_text("utf-8").splitlines()))


def accounts(folder: Path) -> Iterator[tuple[str, str]]:
    for holder in yaml.safe_load((folder / "legislators-social-media.yaml").read_text("utf-8")):
        for written, name in holder["social"].items():
            if written in HOSTS:
                yield written, str(name)


def test_every_account_of_the_register_is_one_account_by_name_and_by_address(folder: Path):
    seen = 0
    for written, name in accounts(folder):
        network, address = HOSTS[written]
        by_name, by_address = recognise(name, network), recognise(address.format(name))
        assert isinstance(by_name, Address), name
        assert isinstance(by_address, Address), name
        assert by_name.key == by_address.key
        assert by_name.network == network
        seen += 1
    assert seen > 1500


def test_what_is_part_of_a_page_is_nobodys_account(folder: Path):
    hosts = {
        "twitter": "x.com",
        "facebook": "facebook.com",
        "youtube": "youtube.com",
        "instagram": "instagram.com",
    }
    # Written as a whole name ("^share$"); the rest are parts of real ones.
    parts = [
        row
        for row in rows(folder, "social_media_blacklist.csv")
        if NO_ACCOUNT.search(row["comment"]) and not row["pattern"].isalpha()
    ]
    assert len(parts) > 20
    for row in parts:
        found = recognise(
            f"https://{hosts[row['service']]}/{row['pattern'].strip('^$').replace(chr(92), '')}"
        )
        # Somebody may be called "rep"; the keepers mean that nobody of theirs is.
        assert isinstance(found, Trouble) or row["pattern"] == "^rep$", row


def test_who_is_official_though_nobody_links_there_has_an_account(folder: Path):
    services = {"twitter": "x", "youtube": "youtube"}
    for row in rows(folder, "social_media_whitelist.csv"):
        assert isinstance(recognise(row["account"], services[row["service"]]), Address)
