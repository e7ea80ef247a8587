"""Take a picture of every page into screenshots/, to be looked at by somebody.

The site with the example organisation is started in a folder that is thrown away. Each page is taken as it comes to
its reader: wide and light in Swedish, on a phone in the dark in English; the important ones in every way.
Words after the command choose: `scripts/screenshots.py press phone` takes pictures whose names hold both.
"""

import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from test import browser

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "screenshots"
PATIENCE_S = 90
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
# The front door's words for being somebody.
BE = {"sv": "Var", "en": "Be"}


@dataclass(frozen=True)
class Shot:
    """A page: its name, who reads it (nobody: a visitor), its address, and a question to ask there, by language."""

    name: str
    who: str
    address: str
    ask: tuple[str, str] = ("", "")
    important: bool = False


SHOTS = (
    Shot("door", "", "/", important=True),
    Shot("checkup", "", "/checkup/", important=True),
    Shot("checkup-interview", "", "/checkup/interview/"),
    Shot("sign-in", "", "/account/login/"),
    Shot("sign-in-code", "", "/account/login/code/"),
    Shot("forgotten-password", "", "/account/password/reset/"),
    Shot("not-found", "", "/nothing/here"),
    Shot("press", "", "/press/{lang}/", important=True),
    Shot("press-guideline", "", "/press/{lang}/say-what-we-mean", important=True),
    Shot("press-principle", "", "/press/{lang}/respect"),
    Shot("press-case", "", "/press/{lang}/car-wash"),
    Shot("press-must", "", "/press/{lang}/mark-ads"),
    Shot("press-gone", "", "/press/{lang}/one-emoji"),
    Shot("press-unknown", "", "/press/{lang}/nothing-here"),
    Shot("press-versions", "", "/press/{lang}/versions"),
    Shot("press-version", "", "/press/{lang}/versions/1"),
    Shot("press-compare", "", "/press/{lang}/compare/2/3", important=True),
    Shot("press-side-by-side", "", "/press/{lang}/side-by-side"),
    Shot("press-accounts", "", "/press/{lang}/accounts", important=True),
    Shot("press-accounts-ended", "", "/press/{lang}/accounts/ended"),
    Shot("press-accounts-frame", "", "/press/{lang}/accounts/frame"),
    Shot(
        "press-account-ours", "", "/press/{lang}/accounts/ours?address=@spolverket@social.spolverket.example"
    ),
    Shot("press-account-alike", "", "/press/{lang}/accounts/ours?address=x.com/sp0lverket", important=True),
    Shot("press-account-junk", "", "/press/{lang}/accounts/ours?address=@spolverket"),
    Shot("press-ask", "", "/press/{lang}/ask"),
    Shot(
        "press-asked", "", "/press/{lang}/ask", ("Är maskinen värd att laga?", "Is my machine worth mending?")
    ),
    Shot("home", "Maryam", "/", important=True),
    Shot(
        "asked",
        "Maryam",
        "/ask/",
        ("Måste jag svara kunder på kvällen?", "Do I have to answer customers in the evening?"),
        important=True,
    ),
    Shot("unanswered", "Maryam", "/ask/", ("Får vi ha hund på kontoret?", "May we bring a dog?")),
    Shot("answered", "Maryam", "/ask/answered/"),
    Shot("policy", "Maryam", "/policy/", important=True),
    Shot("policy-filtered", "Maryam", "/policy/?department=sales&layer=logo"),
    Shot("guideline", "Maryam", "/policy/say-what-we-mean", important=True),
    Shot("principle", "Maryam", "/policy/respect"),
    Shot("case", "Maryam", "/policy/car-wash"),
    Shot("playbook", "Maryam", "/policy/complaint"),
    Shot("internal", "Maryam", "/policy/rumours"),
    Shot("removed", "Maryam", "/policy/one-emoji"),
    Shot("new", "Maryam", "/policy/new/"),
    Shot("versions", "Maryam", "/policy/versions/"),
    Shot("version", "Maryam", "/policy/versions/2/"),
    Shot("point-then", "Maryam", "/policy/versions/2/say-what-we-mean"),
    Shot("compare", "Maryam", "/policy/compare/2/3/"),
    Shot("side-by-side", "Maryam", "/policy/side-by-side/"),
    Shot("export", "Maryam", "/policy/export/"),
    Shot("introductions", "Maryam", "/policy/intro/"),
    Shot("slide-1", "Maryam", "/policy/intro/customer-service/", important=True),
    Shot("slide-2", "Maryam", "/policy/intro/customer-service/#s2"),
    Shot("slide-3", "Maryam", "/policy/intro/customer-service/#s3"),
    Shot("slide-5", "Maryam", "/policy/intro/customer-service/#s5"),
    Shot("told", "Maryam", "/notices/"),
    Shot("wishes", "Maryam", "/notices/wishes/"),
    Shot("me", "Maryam", "/me/"),
    Shot("forget-me", "Maryam", "/me/forget/"),
    Shot("keys", "Maryam", "/account/2fa/"),
    Shot("not-yours", "Maryam", "/people/"),
    Shot("gaps", "Disa", "/ask/gaps/"),
    Shot("home-communications", "Disa", "/"),
    Shot("people", "Disa", "/people/"),
    Shot("organisation", "Disa", "/organisation/"),
    Shot("department", "Disa", "/organisation/departments/sales/"),
)


@contextmanager
def example_site() -> Iterator[str]:
    """The address of the site with the example organisation, in a folder of its own while it is needed."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="vigor-screenshots-") as folder:
        environment = {**os.environ, "VIGOR_DATA": folder, "PORT": str(port), "VIGOR_DEVELOPMENT": "on"}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "vigor_portal", "demo"]
        site = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://localhost:{port}"
            _wait_for(address, site)
            yield address
        finally:
            site.terminate()
            site.wait(20)


def _wait_for(address: str, site: subprocess.Popen[bytes]) -> None:
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


def wanted(shot: Shot, lang: str, scheme: str, size: str, words: list[str]) -> bool:
    """The pair of opposites for every page; all eight for an important one, or when words ask for it."""
    name = name_of(shot, lang, scheme, size)
    usual = (lang, scheme, size) in {("sv", "light", "wide"), ("en", "dark", "phone")}
    return (usual or shot.important or bool(words)) and all(word in name for word in words)


def take(page: Page, shot: Shot, lang: str, name: str) -> None:
    page.goto(shot.address.format(lang=lang))
    if question := shot.ask[lang == "en"]:
        page.locator("textarea[name=question]").fill(question)
        page.locator("form.ask button.button").click()
        page.locator("#says").wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    # A slide is a screen; all else is taken from top to bottom.
    page.screenshot(
        path=OUT / f"{name}.png", full_page=not shot.name.startswith("slide"), animations="disabled"
    )


def take_all(chromium: Browser, address: str, words: list[str]) -> int:
    """How many pictures were taken. One browser for each reader and way of reading."""
    taken = 0
    readers = dict.fromkeys(shot.who for shot in SHOTS)
    for who, lang, scheme, size in itertools.product(readers, LOCALES, ("light", "dark"), SIZES):
        shots = [shot for shot in SHOTS if shot.who == who and wanted(shot, lang, scheme, size, words)]
        if not shots:
            continue
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=address,
            locale=LOCALES[lang],
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        page = context.new_page()
        if who:
            page.goto("/")
            page.get_by_role("button", name=f"{BE[lang]} {who}").click()
        for shot in shots:
            take(page, shot, lang, name_of(shot, lang, scheme, size))
        taken += len(shots)
        context.close()
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
    with example_site() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        taken = take_all(chromium, address, words)
        chromium.close()
    print(f"{taken} pictures in {OUT.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
