// The editor saves by itself, and keeps what it can't save. All of it works without this, by the buttons.
"use strict";
(() => {
  const desk = document.getElementById("desk");
  const said = document.getElementById("save_state");
  const AFTER = 3000, EVERY = 10000, LONGEST = Number(desk.dataset.longest);
  const trouble = document.getElementById("trouble");
  const areas = [...desk.querySelectorAll("textarea[data-language]")];
  const token = () => desk.querySelector("[name=csrfmiddlewaretoken]");

  // What is fine is told in passing; what isn't stays in sight until it is over, wherever on the page one writes.
  const say = (state, more = "") => {
    const fine = state === "saved" || state === "came" || state === "waiting" || state === "saving";
    said.className = `save-state ${fine ? (state === "came" ? "saved" : state) : "kept"}`;
    const words = said.dataset[state] + (more ? ` ${more}` : ""), brief = fine ? words : said.dataset.waiting;
    if (said.textContent !== brief) said.textContent = brief;
    if (state === "waiting" || state === "saving") return;
    const told = fine ? "" : words + (keeping ? "" : ` ${said.dataset.unkept}`);
    const box = trouble.querySelector("span");
    if (box.textContent !== told) box.textContent = told;
    trouble.querySelector("a").hidden = state !== "out";
    trouble.hidden = fine;
  };

  // What isn't saved yet is kept in this browser, for this draft only, and taken away once it is.
  const shelf = (area) => `vigor-draft-${desk.dataset.draft}-${area.dataset.language}`;
  let keeping = true;
  const keep = (text) => {
    try {
      localStorage.setItem(shelf(text.area), JSON.stringify({ text: text.area.value, base: text.base(), from: text.from, at: Date.now() }));
      keeping = true;
    } catch { keeping = false; /* a full or closed shelf: saving goes on */ }
  };
  const kept = (area) => { try { return JSON.parse(localStorage.getItem(shelf(area))); } catch { return null; } };
  const drop = (area) => { try { localStorage.removeItem(shelf(area)); } catch { /* nothing to drop */ } };

  // `saved`: the words at revision `base`. `from`: what the change was made from, when that never was a revision.
  const texts = areas.map((area) => {
    const field = document.getElementById(`base_${area.dataset.language}`);
    return { area, field, saved: area.value, from: null, base: () => field.value, timer: 0, sending: null, stopped: false };
  });
  const changed = (text) => text.area.value !== text.saved;
  const tooLong = (text) => text.area.value.length > LONGEST;

  // Puts what came into the box; the caret stays with its words.
  const put = (area, next) => {
    const now = area.value, { selectionStart: start, selectionEnd: end, scrollTop: top } = area;
    let head = 0, tail = 0;
    while (head < now.length && head < next.length && now[head] === next[head]) head += 1;
    while (tail < now.length - head && tail < next.length - head && now[now.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
    area.setRangeText(next.slice(head, next.length - tail), head, now.length - tail);
    const moved = (at) => (at <= head ? at : Math.max(head, at + next.length - now.length));
    area.setSelectionRange(moved(start), moved(end));
    area.scrollTop = top;
    area.dispatchEvent(new Event("vigor:show"));
  };

  const sent = (text, words) => {
    const form = new FormData();
    form.set("csrfmiddlewaretoken", token().value);
    form.set("draft", desk.dataset.draft);
    form.set("language", text.area.dataset.language);
    form.set("text", words);
    form.set("base", text.base());
    if (text.from !== null) form.set("base_text", text.from);
    return form;
  };

  const took = (text, words, answer) => {
    const wroteOn = text.area.value !== words;
    if (answer.text !== undefined && wroteOn) {
      // What stands in the box was made from what was sent, not from the revision that came of it.
      text.from = text.saved = words;
    } else {
      text.field.value = answer.revision;
      text.from = null;
      text.saved = answer.text ?? words;
      if (answer.text !== undefined) put(text.area, answer.text);
    }
    if (changed(text)) { keep(text); later(text, 0); } else drop(text.area);
    if (answer.came?.length) say("came", answer.came.map((name) => `“${name}”`).join(", "));
    else if (!texts.some(changed)) say("saved");
  };

  const save = (text) => {
    clearTimeout(text.timer);
    if (text.stopped) return Promise.resolve();
    if (tooLong(text)) { say("long"); return Promise.resolve(); }
    text.sending ??= send(text).finally(() => { text.sending = null; });
    return text.sending;
  };

  const send = async (text, again = true) => {
    const words = text.area.value;
    if (changed(text)) say("saving");
    // A message that may outlive the page holds 64 KiB at most.
    const keepalive = words.length + (text.from ?? "").length < 15000;
    try {
      const answer = await fetch(desk.dataset.autosave, { method: "POST", body: sent(text, words), redirect: "manual", keepalive });
      if (answer.ok) took(text, words, await answer.json());
      else if (answer.status === 403 && again && (await refresh())) await send(text, false);
      else refused(text, answer);
    } catch { say("kept"); keep(text); later(text, EVERY); }
  };

  const refused = (text, answer) => {
    keep(text);
    if (answer.status === 409) {
      text.stopped = true;
      say("choose");
      const button = document.getElementById("save_button");
      button.textContent = button.dataset.choose || button.textContent;
      button.classList.add("danger");
    } else if (answer.status === 410) { text.stopped = true; say("gone"); }
    else if (answer.status === 413) say("long");
    else if (answer.status === 400) say("refused");
    else { say(answer.type === "opaqueredirect" || answer.status === 403 ? "out" : "kept"); later(text, EVERY); }
  };

  // How far the texts have come, and a new token: who signed in again elsewhere has another one.
  const refresh = async () => {
    const answer = await fetch(desk.dataset.revisions, { redirect: "manual" });
    if (!answer.ok) return null;
    const now = await answer.json();
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = now.token;
    return now;
  };

  const later = (text, wait = AFTER) => { clearTimeout(text.timer); text.timer = setTimeout(() => save(text), wait); };

  for (const text of texts) {
    text.area.addEventListener("input", () => {
      keep(text);
      if (tooLong(text)) say("long");
      else if (!text.stopped) { say("waiting"); later(text); }
    });
    text.area.addEventListener("focus", () => text.area.dispatchEvent(new Event("vigor:show")), { passive: true });
  }

  // Others' changes come in while nobody types.
  setInterval(async () => {
    if (document.hidden || texts.some((text) => text.sending || text.stopped || changed(text))) return;
    try {
      const now = await refresh();
      if (!now) return;
      if (String(now.draft) !== desk.dataset.draft) return say("gone");
      for (const text of texts) if (now.revisions[text.area.dataset.language] > Number(text.base())) save(text);
    } catch { /* no connection: the next one will tell */ }
  }, EVERY);

  // On leaving. What is too long for such a message is in the browser already, and offered back.
  let leaving = false;
  const leave = () => {
    for (const text of texts) if (!leaving && !text.stopped && changed(text)) { keep(text); save(text); }
  };
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  // The form brings the texts itself, with any of its buttons. First what is on its way arrives, for the form knows of
  // revisions only; and we ask whether it would arrive at all, or lead to a page to sign in on.
  let sure = false;
  desk.addEventListener("submit", async (event) => {
    if (sure) {
      sure = false;
      leaving = true;
      texts.forEach((text) => clearTimeout(text.timer));
      return;
    }
    event.preventDefault();
    const { submitter } = event, long = texts.find(tooLong);
    if (long) { say("long"); long.area.focus(); return; }
    for (const text of texts) { await text.sending; if (text.from !== null && !text.stopped) await save(text); }
    try {
      const now = await refresh();
      if (!now) { texts.filter(changed).forEach(keep); say("out"); return; }
    } catch { texts.filter(changed).forEach(keep); say("kept"); return; }
    sure = true;
    desk.requestSubmit(submitter);
  });
  addEventListener("pageshow", () => { leaving = false; });

  // The form has been saved, whatever others' changes made of it: what was kept of it is no longer needed. Once only.
  const here = new URL(location.href);
  if (here.searchParams.has("saved") || desk.hasAttribute("data-saved")) {
    areas.forEach(drop);
    here.searchParams.delete("saved");
    history.replaceState(null, "", here);
  }

  // A text that was kept and never saved is offered back.
  const offered = texts.filter(({ area }) => { const was = kept(area); return was && was.text !== area.value; });
  for (const { area } of texts) if (kept(area)?.text === area.value) drop(area);
  if (offered.length) {
    const box = document.getElementById("offered");
    const at = Math.max(...offered.map(({ area }) => kept(area).at));
    document.getElementById("offered_when").textContent = new Date(at).toLocaleString(document.documentElement.lang);
    box.hidden = false;
    document.getElementById("take_back").addEventListener("click", () => {
      for (const text of offered) {
        const was = kept(text.area);
        if (!was) continue;
        put(text.area, was.text);
        text.field.value = was.base;
        text.from = was.from;
        text.saved = null;
        save(text);
      }
      box.hidden = true;
      offered[0].area.focus();
    });
    document.getElementById("throw_away").addEventListener("click", () => { offered.forEach(({ area }) => drop(area)); box.hidden = true; });
  }

  // What can't be saved isn't sent to be looked at either.
  document.addEventListener("htmx:beforeRequest", (event) => { if (texts.some((text) => text.area === event.detail.elt && tooLong(text))) event.preventDefault(); });

  // The preview is of the text that is shown.
  for (const radio of desk.querySelectorAll("input[name=view]")) {
    radio.addEventListener("change", () => (texts.find(({ area }) => area.dataset.language === radio.value) ?? texts[0]).area.dispatchEvent(new Event("vigor:show")));
  }
})();
