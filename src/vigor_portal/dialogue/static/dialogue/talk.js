// Whoever selects words of a point is offered to say something about just them. Without it there is a box to paste into.
"use strict";
(() => {
  const points = "li.guideline[id], article.case[id], section.point[id], .section-cell[id], .link.here [id]";
  const ways = document.querySelectorAll(".talk-way[data-talk]");
  if (!ways.length) return;
  let button;

  const chosen = () => {
    const selection = document.getSelection();
    const words = selection && !selection.isCollapsed ? selection.toString().trim() : "";
    if (!words || words.length > 600) return null;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest(points);
    const end = range.endContainer.parentElement?.closest(points);
    // Words of two points belong to neither.
    if (!start || start !== end || !start.closest(".text, .point-page")) return null;
    return { words, key: start.id, range };
  };

  const wayFor = (key) => document.getElementById(key)?.closest("section.point")?.querySelector(".talk-way") ?? ways[0];

  const open = async (found) => {
    const way = wayFor(found.key);
    const here = way.querySelector(".talk-here");
    const written = here.querySelector("textarea[name=text]")?.value ?? "";
    await htmx.ajax("GET", way.dataset.talk.replace("KEY", encodeURIComponent(found.key)), { target: here, swap: "innerHTML" });
    const quote = here.querySelector("textarea[data-quote]");
    const text = here.querySelector("textarea[name=text]");
    if (quote) quote.value = found.words;
    if (text) { text.value = written; text.focus(); }
    here.scrollIntoView({ block: "nearest" });
  };

  const hide = () => { button?.remove(); button = null; };

  document.addEventListener("selectionchange", () => {
    if (document.activeElement === button) return;
    hide();
    const found = chosen();
    if (!found) return;
    const box = found.range.getBoundingClientRect();
    button = document.createElement("button");
    button.type = "button";
    button.className = "button quote-this";
    button.textContent = ways[0].dataset.quote;
    button.style.top = `${box.bottom + scrollY + 6}px`;
    button.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 220)) + scrollX}px`;
    // Pressing must not lose the selection before it is read.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => { hide(); open(found); });
    document.body.append(button);
  });
  // The list of points has done its part when the form is there.
  document.addEventListener("htmx:afterSwap", (event) => {
    const list = event.detail.target.closest?.(".talk-way")?.querySelector("details");
    if (list) list.open = false;
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
