"""What people do again and again in these stories."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


def be(page: Page, name: str) -> None:
    """Step in as one of the example's people, at the front door."""
    page.goto("/")
    page.get_by_role("button", name=f"Var {name}").click()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def ask(page: Page, question: str, box: str = "Vad undrar du?", button: str = "Visa") -> None:
    page.get_by_label(box).fill(question)
    page.get_by_role("button", name=button, exact=True).click()


def focused(page: Page) -> dict[str, str]:
    """What has focus: its tag, its words, and the outline that shows it ("" when nothing does)."""
    return page.evaluate("""() => {
        const on = document.activeElement, box = on.closest(".box") ?? on;
        const seen = [on, box].map((each) => getComputedStyle(each))
            .find((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
        const label = on.labels?.[0]?.textContent ?? on.getAttribute("aria-label") ?? on.textContent;
        return { tag: on.tagName, id: on.id, words: (label || "").trim(), outline: seen ? seen.outlineColor : "" };
    }""")


def tab_to(page: Page, right: Callable[[dict[str, str]], bool], most: int = 90) -> dict[str, str]:
    """Press Tab until the right thing has focus. Fails when a stop is invisible, or it never comes."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = focused(page)
        stops.append(stop["words"][:40])
        assert stop["tag"] == "BODY" or stop["outline"], f"focus does not show on {stop} at {page.url}"
        if right(stop):
            return stop
    raise AssertionError(f"Tab never came there at {page.url}: {stops}")
