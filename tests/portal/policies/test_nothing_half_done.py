"""The server is killed (SIGKILL) at random moments while somebody writes and publishes: nothing is lost, nothing is half-done.

A few kills in every run; VIGOR_STRIKES=20 makes it twenty, VIGOR_STRIKE_SEED repeats a run that failed.
"""

import http.client
import json
import os
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from tests.portal.policies.inspector import COUNTED, ENGLISH, LANGUAGES, SWEDISH
from tests.portal.policies.struck_site import Browser, Site, site

__all__ = ["site"]

STRIKES = int(os.environ.get("VIGOR_STRIKES", "4"))
SEED = int(os.environ.get("VIGOR_STRIKE_SEED", "0")) or random.randrange(1, 10**6)  # noqa: S311 (no secret)
TEXTS = {"sv": SWEDISH, "en": ENGLISH}
STRUCK = (OSError, http.client.HTTPException)
# A server that is up but doesn't answer within this is stuck.
PATIENCE_S = 30


@dataclass(frozen=True)
class Save:
    draft: int
    language: str
    base: int
    count: int  # the number that it wrote into the text

    @property
    def text(self) -> str:
        return TEXTS[self.language].replace(f"{COUNTED} 0.", f"{COUNTED} {self.count}.")


@dataclass
class Promises:
    """What the server has answered, and what it was doing when it was struck."""

    saved: dict[tuple[int, str, int], Save] = field(default_factory=dict)  # by draft, language and revision
    published: set[int] = field(default_factory=set)  # drafts
    sent: dict[str, set[str]] = field(default_factory=lambda: {code: {TEXTS[code]} for code in LANGUAGES})
    saving: Save | None = None
    publishing: int | None = None
    surprises: list[str] = field(default_factory=list)
    publishing_took: list[float] = field(default_factory=list)
    counted: int = 0

    def summary(self) -> str:
        middle = statistics.median(self.publishing_took)
        return f"{len(self.saved)} saves and {len(self.published)} publishings answered, {middle:.3f} s a publishing"


class Writer(threading.Thread):
    """Saves as the editor's script does, text by text, and begins a new draft when the old one is published."""

    def __init__(self, browser: Browser, promises: Promises) -> None:
        super().__init__(daemon=True)
        self.browser, self.promises = browser, promises
        self.draft: int | None = None
        self.revisions: dict[str, int] = {}

    def run(self) -> None:
        try:
            # What wasn't answered is sent again, from the same revision: the editor still holds it.
            if self.promises.saving is not None:
                self._save(self.promises.saving)
            self._look()
            while not self.promises.surprises:
                for language in LANGUAGES:
                    self._write(language)
        except STRUCK:
            return

    def _look(self) -> None:
        status, _location, body = self.browser.get("/policy/draft/revisions")
        self._expect(status == 200, f"revisions: {status}")
        found = json.loads(body)
        if found["draft"] is None:
            self._expect(self.browser.post("/policy/draft/start")[0] == 302, "no draft could be begun")
            return self._look()
        self.draft, self.revisions = found["draft"], found["revisions"]
        return None

    def _write(self, language: str) -> None:
        if self.draft is None:
            return
        self.promises.counted += 1
        self._save(Save(self.draft, language, self.revisions[language], self.promises.counted))

    def _save(self, save: Save) -> None:
        self.promises.saving = save
        self.promises.sent[save.language].add(save.text)
        status, _location, body = self.browser.post(
            "/policy/draft/autosave",
            draft=save.draft,
            language=save.language,
            text=save.text,
            base=save.base,
        )
        self.promises.saving = None
        if status == 410:
            return self._look()
        self._expect(status == 200, f"{save} was answered {status}: {body[:200]}")
        revision = json.loads(body)["revision"]
        self.promises.saved[save.draft, save.language, revision] = save
        self.revisions[save.language] = revision
        return None

    def _expect(self, right: bool, otherwise: str) -> None:
        if not right:
            self.promises.surprises.append(otherwise)


class Publisher(threading.Thread):
    """Publishes each draft when something has been saved in it."""

    def __init__(self, browser: Browser, promises: Promises) -> None:
        super().__init__(daemon=True)
        self.browser, self.promises = browser, promises

    def run(self) -> None:
        try:
            while not self.promises.surprises:
                self._publish()
        except STRUCK:
            return

    def _publish(self) -> None:
        saved = [save.draft for save in list(self.promises.saved.values())]
        draft = max(saved, default=0)
        # After one save, or two, … up to six: what is unsaved when it is published differs, too.
        if draft in self.promises.published or saved.count(draft) <= draft % 6:
            self.browser.get("/healthz")  # so as to learn that the server is gone
            time.sleep(0.002)
            return
        began, self.promises.publishing = time.monotonic(), draft
        status, location, body = self.browser.post(
            "/policy/draft/publish", draft=draft, because_sv=reason(draft), cause="ourselves"
        )
        self.promises.publishing = None
        self.promises.publishing_took.append(time.monotonic() - began)
        # 410: it was published in the moment before the server was struck.
        if status == 410 or (status, location) == (302, "/policy/"):
            self.promises.published.add(draft)
        else:
            self.promises.surprises.append(f"publishing was answered {status} {location}: {body[:200]}")


def reason(draft: int) -> str:
    return f"draft {draft}"


def broken_promises(promises: Promises, found: dict[str, Any]) -> list[str]:
    """What was answered with success and isn't there."""
    versions, draft = found["versions"], found["draft"]
    broken = [f"draft {pk} was published" for pk in promises.published if reason(pk) not in versions]
    if draft is not None and reason(draft["pk"]) in versions:
        broken.append(f"draft {draft['pk']} is published, and there still")
    for (pk, language, revision), save in promises.saved.items():
        if draft is not None and pk == draft["pk"]:
            kept = draft["states"].get(f"{language} {revision}") == save.text
        else:
            text = versions.get(reason(pk), {}).get(language, "")
            kept = counted_in(text) >= save.count
        if not kept:
            broken.append(f"{save} was saved as revision {revision}")
    for because, texts in versions.items():
        broken += [
            f"version “{because}” says in {language} what nobody wrote"
            for language, text in texts.items()
            if text not in promises.sent[language]
        ]
    return broken


def counted_in(text: str) -> int:
    """The number that the last save wrote into the text; -1 where there is no text."""
    return int(text.partition(f"{COUNTED} ")[2].partition(".")[0]) if text else -1


def wait_for_a_moment(strike: int, chance: random.Random, promises: Promises) -> None:
    """Any moment; every second time one while a publishing is under way, and every fourth also around its end."""
    time.sleep(chance.uniform(0.05, 0.6))
    if strike % 2:
        return
    until = time.monotonic() + PATIENCE_S
    before = len(promises.publishing_took)
    while promises.publishing is None or len(promises.publishing_took) == before:
        if promises.surprises:
            return
        assert time.monotonic() < until, "nobody publishes"
        time.sleep(0.001)
    end = min if strike % 4 else max
    time.sleep(chance.uniform(0, end(promises.publishing_took)))


def strike_once(site: Site, promises: Promises, cookies: dict[str, str], wait: Callable[[], None]) -> Any:
    """Write and publish until the moment comes, kill the server, and see what there is then."""
    writer = Writer(Browser(site.port, cookies), promises)
    publisher = Publisher(Browser(site.port, cookies), promises)
    for each in (writer, publisher):
        each.start()
    wait()
    site.strike()
    for each in (writer, publisher):
        each.join(PATIENCE_S)
        each.browser.close()
    assert promises.surprises == [], site.log.read_text()[-4000:]
    return site.inspect()


def test_a_server_that_is_killed_while_writing_and_publishing_leaves_nothing_half_done(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    promises, told = Promises(), Counter[str]()
    site.start()
    cookies = site.sign_in()
    for strike in range(1, STRIKES + 1):
        wait = partial(wait_for_a_moment, strike, chance, promises)
        found = strike_once(site, promises, cookies, wait)
        assert found["faults"] + broken_promises(promises, found) == [], f"seed {SEED}, strike {strike}"
        told["hit a save"] += promises.saving is not None
        if promises.publishing is not None:
            told["hit a publishing"] += 1
            told["that was done and unanswered"] += reason(promises.publishing) in found["versions"]
        promises.publishing = None
        site.start()
        assert site.get("/press/sv/policy.json")[0] == 200
    with capsys.disabled():
        print(f"\n{STRIKES} kills (VIGOR_STRIKES; seed {SEED}), {dict(told)}; {promises.summary()}")
    assert told["hit a publishing"] >= STRIKES // 4
    assert told["hit a save"] > 0
