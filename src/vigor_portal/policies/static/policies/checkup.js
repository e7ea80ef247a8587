// What the room for old policies gains from JavaScript; all of it works without.
"use strict";

// A file can be dropped anywhere on the form. The browser would otherwise open it in place of the page.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
  form.addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (!holdsFile(event) || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.focus();
  });
}

// Before a form is sent we ask whether it would arrive: who has been signed out, or has no connection, would lose what
// stands in the boxes. Nothing of it is kept here or there.
const trouble = document.getElementById("trouble");
const say = (what) => {
  trouble.querySelector("span").textContent = what ? trouble.dataset[what] : "";
  trouble.querySelector("a").hidden = what !== "out";
  trouble.hidden = !what;
  if (what) trouble.scrollIntoView({ block: "nearest" });
};
const hindrance = async (address) => {
  try {
    const answer = await fetch(address, { redirect: "manual", cache: "no-store" });
    if (!answer.ok) return answer.type === "opaqueredirect" || answer.status === 403 ? "out" : "away";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (token) for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    return "";
  } catch { return "away"; }
};
for (const form of document.querySelectorAll("form[data-fresh]")) {
  let sure = false;
  form.addEventListener("submit", async (event) => {
    if (sure) { sure = false; return; }
    event.preventDefault();
    const { submitter } = event, box = form.querySelector("textarea"), file = form.querySelector("input[type=file]");
    if (form.dataset.longest && !file?.files.length && box.value.length > Number(form.dataset.longest)) { say("long"); return; }
    const words = submitter?.textContent;
    if (submitter && form.dataset.reading) submitter.textContent = form.dataset.reading;
    const what = await hindrance(form.dataset.fresh);
    say(what);
    if (what) { if (submitter) submitter.textContent = words; return; }
    sure = true;
    form.requestSubmit(submitter);
    addEventListener("pageshow", () => { if (submitter) submitter.textContent = words; }, { once: true });
  });
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
    button.textContent = button.dataset.done;
  });
}
