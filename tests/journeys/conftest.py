"""Journeys in a real Chromium against a live server. Without Chromium they are left out, aloud."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

# Playwright's synchronous interface runs an event loop here, in which Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine is no fault of the page's: what is there at once costs nothing by this.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)

BROWSERS = (os.environ.get("VIGOR_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
QUIETLY = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# WCAG 2.2 AA, and what axe's makers hold for good practice.
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def _chromium() -> str | None:
    return next((path for name in BROWSERS if name and (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is marked `browser`."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    executable = _chromium()
    if executable is None:
        pytest.skip("Chromium is not installed: the journeys in a browser are left out")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(QUIETLY))
        yield started
        started.close()


@pytest.fixture
def live(live_server: Any, settings: Any) -> str:
    """The address of the running site; its tables are empty, and emptied again afterwards."""
    settings.BASE_URL = live_server.url
    return str(live_server.url)


@pytest.fixture(scope="session")
def told() -> list[str]:
    """The story's rows as text, once a first test has loaded it: to write them back is much quicker."""
    return []


@pytest.fixture
def story(live: str, settings: Any, told: list[str]) -> str:
    """The address of a site with the invented organisation, whose people one can be in one click."""
    from vigor_portal.home.example import load_example

    settings.DEVELOPMENT = True
    if told:
        ContentType.objects.all().delete()  # made anew when the tables were emptied; they are among the rows
        connection.creation.deserialize_db_from_string(told[0])
    else:
        load_example()
        told.append(connection.creation.serialize_db_to_string())
    return live


@pytest.fixture
def context(browser: Browser, live: str) -> Iterator[BrowserContext]:
    """A fresh visitor: Swedish, no cookies. Page addresses may be written without the host."""
    made = browser.new_context(base_url=live, locale="sv-SE", viewport={"width": 1280, "height": 900})
    made.set_default_timeout(PATIENCE_MS)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page; the test fails when a script on it failed or something was refused by the security policy."""
    complaints: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda said: "Content Security" in said.text and complaints.append(said.text))
    yield made
    assert complaints == []


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, a line for each place; empty is what we want."""
    options = {
        "runOnly": {"type": "tag", "values": list(AXE_TAGS)},
        "resultTypes": ["violations"],
        # Not every stylesheet once more: only the rule on locked screens reads them, and none of ours locks one.
        "preload": False,
    }
    # A press may have led to a page that has come but not yet been read.
    page.wait_for_load_state()
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{page.url}: {violation['id']}: {violation['help']} ({node['target']})"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`assert axe(page) == []`"""
    return violations
