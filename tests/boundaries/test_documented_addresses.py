"""The page of addresses names every address of the site, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver
from tests.portal.test_addresses import ADMINISTRATORS, ANYONE, COMMUNICATIONS, DRAFT_READERS, MEMBERS, TABLE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "addresses.md"
# The page's words for those whom the table of roles lets through.
WHO = {"anyone": ANYONE, "member": MEMBERS, "signed in": MEMBERS}
WHO |= {"communications": COMMUNICATIONS, "administrator": ADMINISTRATORS, "development": frozenset()}
# Their own: in the table of roles everybody is somebody else.
WHO |= {"whoever wrote it": frozenset(), "a key": frozenset()}
WHO |= {"communications, union representative": DRAFT_READERS, "communications, steward": COMMUNICATIONS}


def addresses(resolver: URLResolver, before: str = "/", namespace: str = "") -> Iterator[tuple[str, str]]:
    """Every address below, with `<name>` for what varies, and its name."""
    for pattern in resolver.url_patterns:
        here = before + plain(str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield here, f"{namespace}{pattern.name}"
        else:
            within = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern, here, within)


def plain(route: str) -> str:
    """A route as people write it: `<int:number>` and `(?P<number>\\d+)` both become `<number>`."""
    found = re.sub(r"\(\?P(<\w+>)(?:[^()\[\]]|\[[^\]]*\])*\)", r"\1", route)
    found = re.sub(r"<\w+:(\w+)>", r"<\1>", found)
    return found.replace("\\Z", "").strip("^$").replace("\\", "")


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text("utf-8").split("\n") if line.startswith("| `/")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_address_is_documented_and_no_other():
    written = [row[0].strip("`") for row in rows()]
    assert sorted(written) == sorted({address for address, _ in addresses(get_resolver())})


def test_every_address_tells_what_it_is():
    assert [address for address, _, what in rows() if not what] == []


def test_who_may_open_an_address_is_what_the_table_of_roles_says():
    lets_in = {row.name: row.who for row in TABLE}
    told = {address.strip("`"): WHO[who] for address, who, _ in rows()}
    # Nobody gets through where there is nothing to show: such an address tells nothing about who may.
    found = {address: lets_in[name] for address, name in addresses(get_resolver()) if lets_in.get(name)}
    assert {address: told[address] for address in found} == found


def test_routes_become_what_people_write():
    assert plain("versions/<int:number>/") == "versions/<number>/"
    assert plain(r"^gaps/(?P<public_id>[\w-]+)/(?P<name>a|b)/$") == "gaps/<public_id>/<name>/"
