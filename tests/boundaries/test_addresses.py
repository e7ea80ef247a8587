"""The page of addresses names every address of the site, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "addresses.md"
WHO = {"anyone", "member", "communications", "administrator", "development", "signed in"}


def addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address below, with `<name>` for what varies."""
    for pattern in resolver.url_patterns:
        here = before + plain(str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield here
        else:
            yield from addresses(pattern, here)


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
    assert sorted(written) == sorted(set(addresses(get_resolver())))


def test_every_address_tells_who_may_open_it_and_what_it_is():
    for address, who, what in rows():
        assert set(who.split(", ")) <= WHO, address
        assert what, address


def test_routes_become_what_people_write():
    assert plain("versions/<int:number>/") == "versions/<number>/"
    assert plain(r"^gaps/(?P<public_id>[\w-]+)/(?P<name>a|b)/$") == "gaps/<public_id>/<name>/"
