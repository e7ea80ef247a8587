"""Take a picture of every page into screenshots/, to be looked at by somebody.

The site with the example organisation, and then an empty one, are started in folders that are thrown away. Each page
of `shots.py` is taken as it comes to its reader: wide and light in Swedish, on a phone in the dark in English; the
important ones in every way. Words after the command choose: `scripts/screenshots.py press phone` takes pictures whose
names hold both. `narrow` and `vast` are screens 320 and 1920 pixels wide, taken only when they are asked for.
"""

import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright
from shots import BARE, EXAMPLE, Act, Scene, Shot, Step
from test import browser

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "screenshots"
PATIENCE_S = 300
PATIENCE_MS = 20_000
SIZES = {"wide": (1280, 900), "phone": (390, 844), "narrow": (320, 640), "vast": (1920, 1080)}
ONLY_WHEN_ASKED = {"narrow", "vast"}
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
FIRST_LINK = re.compile(r"https?://\S+/welcome/\S+")


@dataclass
class Site:
    """A site that runs: its address, the link that its first start printed, and who has signed in there by password."""

    address: str
    first_link: str = ""
    signed_in: dict[str, Any] = field(default_factory=dict)


@contextmanager
def running(command: str) -> Iterator[Site]:
    """The site as `demo` or `serve` starts it, in a folder of its own while it is needed."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="vigor-screenshots-") as folder:
        environment = {**os.environ, "VIGOR_DATA": folder, "PORT": str(port), "VIGOR_DEVELOPMENT": "on"}
        environment.pop("DATABASE_URL", None)
        said = Path(folder, "said.txt")
        with said.open("w") as output:
            words = [sys.executable, "-m", "vigor_portal", command]
            process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=output)
        try:
            address = f"http://localhost:{port}"
            _wait_for(address, process)
            link = FIRST_LINK.search(said.read_text())
            yield Site(address, link.group() if link else "")
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str, site: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and site.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):  # noqa: S310 (it is our own)
                return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("The site did not start; what it said stands above.")


def name_of(shot: Shot, lang: str, scheme: str, size: str) -> str:
    return f"{shot.name}-{size}-{scheme}-{lang}"


def wanted(shot: Shot, lang: str, scheme: str, size: str, words: Sequence[str]) -> bool:
    """The pair of opposites for every page; all eight for an important one, or when words ask for it."""
    name = name_of(shot, lang, scheme, size)
    if size in ONLY_WHEN_ASKED and size not in words:
        return False
    usual = (lang, scheme, size) in {("sv", "light", "wide"), ("en", "dark", "phone")}
    return (usual or shot.important or bool(words)) and all(word in name for word in words)


def do(page: Page, step: Step, lang: str) -> None:
    """One step on the way. Raises playwright's Error when what it names isn't on the page."""
    here, words = page.locator(step.where).first, step.words[lang == "en"]
    match step.does:
        case "follow" | "press":
            here.click()
            page.wait_for_load_state()
        case "see":
            here.wait_for()
        case "fill":
            here.fill(words)
        case "swap":
            here.fill(here.input_value().replace(*step.words, 1))
        case "tomorrow":
            day = datetime.now().astimezone() + timedelta(days=1)
            timed = here.get_attribute("type") == "datetime-local"
            here.fill(day.strftime("%Y-%m-%dT09:00" if timed else "%Y-%m-%d"))


def visit(page: Page, site: Site, what: Shot | Scene, lang: str) -> None:
    """Go there, and take the steps."""
    page.goto(what.address.replace("{first link}", site.first_link).replace("{lang}", lang))
    for step in what.steps:
        do(page, step, lang)
    page.wait_for_load_state("networkidle")


def take(page: Page, site: Site, shot: Shot, lang: str, name: str) -> None:
    visit(page, site, shot, lang)
    page.evaluate("document.fonts.ready")
    # A slide is a screen; all else is taken from top to bottom.
    page.screenshot(
        path=OUT / f"{name}.png", full_page=not shot.name.startswith("slide"), animations="disabled"
    )


@contextmanager
def reading(
    chromium: Browser, site: Site, who: str, lang: str, scheme: str = "light", size: str = "wide"
) -> Iterator[BrowserContext]:
    """A browser set up that way, in which somebody is signed in (nobody: a visitor), in that language."""
    width, height = SIZES[size]
    context = chromium.new_context(
        base_url=site.address,
        locale=LOCALES[lang],
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        storage_state=site.signed_in.get(who),
    )
    context.set_default_timeout(PATIENCE_MS)
    if who:
        page = context.new_page()
        page.goto("/")
        if who not in site.signed_in:
            page.locator(f".faces li:has(h3:text('{who}')) button").click()
        if page.locator("html").get_attribute("lang") != lang:
            page.locator(f".languages button[value={lang}]").click()
        page.close()
    yield context
    context.close()


def play(chromium: Browser, site: Site, scene: Scene) -> None:
    """Somebody does something. Whoever comes in by a link is that somebody from then on."""
    with reading(chromium, site, scene.who, "sv") as context:
        page = context.new_page()
        visit(page, site, scene, "sv")
        if site.first_link and not scene.who:
            site.signed_in[page.locator(".bar .aside > a").last.inner_text()] = context.storage_state()


def take_act(chromium: Browser, site: Site, act: Act, words: Sequence[str]) -> int:
    """How many pictures were taken. One browser for each reader and way of reading."""
    taken = 0
    readers = dict.fromkeys(shot.who for shot in act.shots)
    for who, lang, scheme, size in itertools.product(readers, LOCALES, ("light", "dark"), SIZES):
        shots = [shot for shot in act.shots if shot.who == who and wanted(shot, lang, scheme, size, words)]
        if not shots:
            continue
        with reading(chromium, site, who, lang, scheme, size) as context:
            page = context.new_page()
            for shot in shots:
                name = name_of(shot, lang, scheme, size)
                try:
                    take(page, site, shot, lang, name)
                    taken += 1
                except Error as error:
                    print(f"{name}: not taken. {error.message.splitlines()[0]}")
    return taken


def take_site(chromium: Browser, command: str, acts: Sequence[Act], words: Sequence[str]) -> int:
    """Every act up to the last one of which pictures are wanted; 0, and no site, when none are."""
    ways = list(itertools.product(LOCALES, ("light", "dark"), SIZES))
    asked = [any(wanted(shot, *way, words) for shot in act.shots for way in ways) for act in acts]
    taken = 0
    if any(asked):
        last = max(place for place, wants in enumerate(asked) if wants)
        with running(command) as site:
            for act in acts[: last + 1]:
                for scene in act.scenes:
                    play(chromium, site, scene)
                taken += take_act(chromium, site, act, words)
    return taken


def main(words: list[str]) -> int:
    """Exit status 0; 1 where there is no browser."""
    executable = browser()
    if executable is None:
        print("Chromium is not installed: on Debian, `apt install chromium`. VIGOR_CHROMIUM names another.")
        return 1
    if not words:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        taken = take_site(chromium, "demo", EXAMPLE, words) + take_site(chromium, "serve", BARE, words)
        chromium.close()
    print(f"{taken} pictures in {OUT.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
