"""A page on the web as a profile: its title, what it says of itself, its text, and whom it says that it is (rel=me).

Source: https://microformats.org/wiki/rel-me
"""

from __future__ import annotations

from vigor.fetch import Get
from vigor.networks.addresses import Address
from vigor.networks.profiles.hypertext import LONGEST_PAGE, read_html
from vigor.networks.profiles.values import NotRead, Profile, profile, usable

HTML = ("text/html", "application/xhtml+xml")


def read(address: Address, get: Get) -> Profile:
    """Read the page at an address. Raises NotRead or Refused."""
    return read_page(address.url, get)


def read_page(url: str, get: Get) -> Profile:
    """Read the page at any address. Raises NotRead or Refused."""
    answer = usable(get(url, accept=HTML))
    found = read_html(answer.text, answer.url, most=LONGEST_PAGE)
    about = found.meta.get("description") or found.meta.get("og:description", "")
    name = found.meta.get("og:title") or found.title
    if not name and not found.text and not about:
        raise NotRead("form")
    return profile(answer.url, name, f"{about}\n{found.text}", links=found.links)
