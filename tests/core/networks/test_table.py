"""The table of networks, and the page that tells of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vigor.networks import Address, Trouble, networks, recognise
from vigor.networks.addresses import Reader
from vigor.networks.resemblance import SAID, SCORES
from vigor.networks.table import read_table
from vigor.networks.trouble import TEXTS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "networks.md").read_text("utf-8")

PIGEON = """
[pigeon]
name = { sv = "Brevduva", en = "Carrier pigeon" }
hosts = ["pigeon.example"]
under = "www|m"
rule = { sv = "tre bokstäver", en = "three letters" }
bare = ["loft/"]
no_names = []
posts = ["letter"]

[[pigeon.kinds]]
name = '[a-z]{3}'
paths = ["loft/{name}"]
url = "https://pigeon.example/loft/{name}"
"""


def network_rows() -> list[str]:
    """The table of networks as it ought to be: copy it from the failing test."""
    return [
        f"| `{network.key}` | {network.name('sv')} | {', '.join(network.hosts[:3]) or 'any other'}{' …' if network.hosts[3:] else ''} | "
        f"{'<br>'.join(dict.fromkeys(f'`{kind.url}`' for kind in network.kinds)) or '`https://{host}/{path}`'} | {network.rule['en']} |"
        for network in networks().values()
    ]


def trouble_rows() -> list[str]:
    """The table of troubles as it ought to be."""
    return [f"| `{kind}` | {texts['en']} |" for kind, texts in TEXTS.items()]


def likeness_rows() -> list[str]:
    """The table of likenesses as it ought to be."""
    return [f"| `{why}` | {SAID[why][1]} | {score} |" for why, score in SCORES.items()]


def test_the_page_on_networks_is_what_there_is():
    rows = [line for line in PAGE.split("\n") if line.startswith("| `")]
    assert rows == network_rows() + trouble_rows() + likeness_rows()


def test_a_new_network_is_a_new_table_and_nothing_else():
    source = PIGEON
    reader = Reader(read_table(source))
    found = reader.read("https://m.pigeon.example/loft/ABC/eggs", "")
    assert not isinstance(found, Trouble)
    assert (found[0].key, found[0].url, found[0].shown) == (
        "pigeon:abc",
        "https://pigeon.example/loft/abc",
        "@ABC",
    )
    bare = reader.read("@abc", "pigeon")
    assert not isinstance(bare, Trouble)
    assert bare == found or bare[0].key == found[0].key
    post = reader.read("pigeon.example/letter/12", "")
    assert isinstance(post, Trouble)
    assert post.kind == "post"


@pytest.mark.parametrize("network", networks().values(), ids=lambda each: each.key)
def test_a_network_says_all_that_is_asked_of_it(network):
    assert set(network.names) == set(network.rule) == {"sv", "en"}
    assert re.fullmatch(r"[a-z][a-z-]{0,31}", network.key)
    assert network.kinds or network.key == "web"
    for kind in network.kinds:
        assert kind.url.startswith("https://")
        assert "{name}" in kind.url
        # Each kind's names have keys of their own, so that a group is never taken for a page.
        assert "{name}" in kind.key


def test_web_is_the_last_so_that_it_can_mean_all_the_rest():
    assert list(networks())[-1] == "web"


def test_limits_of_posts_stand_where_posts_are_written():
    assert {key for key, network in networks().items() if network.post} == {
        "x", "facebook", "instagram", "linkedin", "threads", "mastodon", "bluesky",
    }  # fmt: skip


@pytest.mark.parametrize(
    "network", [each for each in networks().values() if each.hosts], ids=lambda each: each.key
)
def test_no_name_of_the_networks_own_is_somebodys(network):
    for own in network.no_names:
        found = recognise(f"https://{network.hosts[0]}/{own}")
        assert isinstance(found, Trouble), own


def test_a_host_belongs_to_one_network_or_to_two_that_share_it():
    shared = [host for each in networks().values() for host in each.hosts]
    assert {host for host in shared if shared.count(host) > 1} == {"linkedin.com"}


def test_kinds_of_one_network_are_never_mixed_up():
    found = {
        recognise(f"https://www.facebook.com/{path}")
        for path in ("spolverket", "groups/spolverket", "groups/123456", "123456")
    }
    assert len({each.key for each in found if isinstance(each, Address)}) == 4
