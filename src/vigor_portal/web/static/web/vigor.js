// What pages gain from JavaScript; all of them work without it.
"use strict";
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
// Nothing of a page, and so nothing anybody typed, is kept by the browser for htmx's sake.
htmx.config.historyCacheSize = 0;

// A one-line box sends on Enter; Shift+Enter makes a new line.
document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !box.matches?.("textarea[data-enter-sends]")) return;
  event.preventDefault();
  box.form.requestSubmit();
});

// A fresh page part tells screen readers that it has come, by taking focus where it asks for it.
document.addEventListener("htmx:afterSwap", (event) => event.detail.target.querySelector("[data-take-focus]")?.focus());
