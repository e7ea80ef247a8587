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

// What was typed while the scripts were on their way, or what the browser put back, is shown as what comes after is.
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll("[hx-trigger^='input']")) {
    if (box.value !== box.defaultValue) box.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// A fresh page part tells screen readers that it has come, by taking focus where it asks for it.
document.addEventListener("htmx:afterSwap", (event) => event.detail.target.querySelector("[data-take-focus]")?.focus());

// Answers while typing, for those who turned it on. The browser keeps the choice, never the words.
for (const form of document.querySelectorAll("form[data-as-you-type]")) {
  const choice = form.querySelector(".as-you-type");
  const turned = choice.querySelector("input");
  choice.hidden = false;
  turned.checked = localStorage.getItem("answer-while-typing") === "yes";
  turned.addEventListener("change", () => localStorage.setItem("answer-while-typing", turned.checked ? "yes" : "no"));
  let waiting;
  form.addEventListener("input", (event) => {
    if (event.target.name !== "question" || !turned.checked) return;
    clearTimeout(waiting);
    if (event.target.value.trim().length > 5) waiting = setTimeout(() => form.requestSubmit(), 450);
  });
}
