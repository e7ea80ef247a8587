// What the box gains from JavaScript; it works without. The browser keeps settings and names of checks, never words.
"use strict";
(() => {
  const form = document.querySelector("form[data-post-box]");
  if (!form) return;
  const box = form.elements.text;
  const reply = document.getElementById("reply");
  const said = document.querySelector("[data-said]");
  const broken = document.querySelector("[data-broken]");
  const count = form.querySelector("[data-count]");
  const HIDDEN = "vigor-hidden-checks", AS = "vigor-answer-as", TYPING = "answer-while-typing";
  const SETTINGS = ["layer", "network", "sender", "signature"];

  // Answers while typing, for those who turned it on.
  const typing = form.querySelector("[data-while-typing]");
  typing.closest("label").hidden = false;
  typing.checked = localStorage.getItem(TYPING) === "yes";
  typing.addEventListener("change", () => localStorage.setItem(TYPING, typing.checked ? "yes" : "no"));
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    if (typing.checked && box.value.trim().length > 5) waiting = setTimeout(() => form.requestSubmit(), 400);
  };
  box.addEventListener("input", () => {
    if (!box.value.trim()) start();
    show_count();
    soon();
  });

  // Only what is new is swapped in, so that nothing flickers under whoever writes. A part that was pressed stays.
  let last = "";
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== reply) return;
    // A form's key against forgery is another each time.
    const now = event.detail.serverResponse.replace(/(csrfmiddlewaretoken" value=")[^"]*/g, "$1");
    // Whoever was signed out is sent a whole page, which has no place in this one.
    const right = event.detail.xhr.status === 200 && !now.includes("<html");
    event.detail.shouldSwap = right && now !== last;
    broken.hidden = right;
    if (right) last = now;
  });
  document.addEventListener("htmx:sendError", () => (broken.hidden = false));
  document.addEventListener("htmx:afterSwap", (event) => event.detail.target === reply && dress());

  function start() {
    last = "";
    reply.replaceChildren();
  }

  // Checks that the reader doesn't want to hear of.
  const hidden = () => new Set(JSON.parse(localStorage.getItem(HIDDEN) || "[]"));
  const hide = (checks) => localStorage.setItem(HIDDEN, JSON.stringify([...checks]));

  // The playbook that fits what is answered lies open, once; whoever closes it has closed it.
  let opened = "";
  function open_playbook() {
    const fits = reply.querySelector("[data-fits]")?.dataset.fits || "";
    if (fits && fits !== opened) document.querySelector(`details[data-kind="${fits}"]`)?.setAttribute("open", "");
    opened = fits;
  }

  function dress() {
    open_playbook();
    const reading = reply.querySelector("[data-reading]");
    if (!reading) return;
    const away = hidden();
    let gone = 0;
    for (const advice of reading.querySelectorAll("[data-check]")) {
      advice.hidden = away.has(advice.dataset.check);
      gone += advice.hidden;
      const number = advice.id.slice("advice-".length);
      for (const nr of reading.querySelectorAll(`a.nr[href="#advice-${number}"]`)) nr.hidden = advice.hidden;
    }
    for (const mark of reading.querySelectorAll("mark[data-checks]"))
      mark.classList.toggle("unmarked", mark.dataset.checks.split(" ").every((each) => away.has(each)));
    for (const button of reading.querySelectorAll("[data-hide]")) button.hidden = false;
    reading.querySelector("[data-actions]").hidden = false;
    const note = reading.querySelector("[data-hidden-note]");
    if (note) {
      note.hidden = !gone;
      note.querySelector("[data-hidden-count]").textContent = gone || "";
    }
    said.textContent = reading.dataset.summary;
  }

  reply.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.name === "taken_as") {
      // It stands outside of its form, where htmx doesn't see which button was pressed.
      event.preventDefault();
      reply.querySelector("input[name=was]").value = button.value;
      form.requestSubmit();
    } else if (button.dataset.hide) {
      hide(hidden().add(button.dataset.hide));
      dress();
      box.focus();
    } else if ("showHidden" in button.dataset) {
      hide([]);
      dress();
    } else if ("copy" in button.dataset) {
      navigator.clipboard?.writeText(box.value).then(() => (said.textContent = button.textContent));
    } else if ("next" in button.dataset) next();
  });

  // The next one: an empty desk, with the same hat on.
  function next() {
    box.value = "";
    const answered = form.elements.reply_to;
    if (answered) answered.value = "";
    start();
    show_count();
    (answered || box).focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form === form) {
      event.preventDefault();
      clearTimeout(waiting);
      last = "";
      form.requestSubmit();
    } else if (event.key === "Enter" && event.target === box && !form.elements.layer) {
      // On the first page a single line is sent as a question is; whoever has begun a second one is writing a post.
      if (event.shiftKey || event.isComposing || box.value.includes("\n")) return;
      event.preventDefault();
      form.requestSubmit();
    } else if (event.altKey && event.key.toLowerCase() === "n" && form.elements.layer) {
      event.preventDefault();
      next();
    }
  });

  // Who one answers as is remembered here.
  if (form.elements.layer) {
    for (const each of document.querySelectorAll("[data-keys], [data-remembered]")) each.hidden = false;
    const kept = JSON.parse(localStorage.getItem(AS) || "{}");
    const keep = () => {
      localStorage.setItem(AS, JSON.stringify(Object.fromEntries(SETTINGS.map((each) => [each, form.elements[each].value]))));
      show_count();
      soon();
    };
    if (SETTINGS.every((name) => !form.elements[name].value)) {
      for (const name of SETTINGS) if (kept[name]) form.elements[name].value = kept[name];
      // Its card is fetched anew: whoever isn't among its stewards any more finds no such choice.
      const layer = form.elements.layer;
      if (layer.value.startsWith("account:")) addEventListener("load", () => layer.dispatchEvent(new Event("change", { bubbles: true })));
      else if (!layer.value && kept.layer?.startsWith("account:")) for (const name of SETTINGS) form.elements[name].value = "";
    }
    // From one hat without a card to another there is nothing to fetch, and what was typed beside it stays.
    document.addEventListener("htmx:beforeRequest", (event) => {
      const { layer, as_was: was } = form.elements;
      if (event.detail.elt === layer && !was.value && !layer.value.startsWith("account:")) event.preventDefault();
    });
    // Delegated: the fields are swapped for those of whichever account is chosen.
    document.addEventListener("change", (event) => {
      if (event.target.form === form && SETTINGS.includes(event.target.name)) keep();
    });
    document.addEventListener("htmx:afterSwap", (event) => event.detail.target.id === "as" && keep());
  }

  // Length while typing, where a network is chosen; the server counts the same way.
  function show_count() {
    const chosen = form.elements.network?.selectedOptions[0];
    const about = chosen?.value && document.getElementById("networks")?.querySelector(`[data-network="${chosen.value}"]`);
    count.hidden = !about || !box.value;
    if (count.hidden) return;
    const { limit, link, unit, wide } = about.dataset;
    let text = box.value;
    if (Number(link)) text = text.replace(/https?:\/\/[^\s<>"]+/gi, "x".repeat(Number(link)));
    const signs = unit === "graphemes" || Number(wide) > 1 ? [...new Intl.Segmenter().segment(text)].map((each) => each.segment) : [...text];
    const narrow = (sign) => /^[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]*$/.test(sign);
    const n = Number(wide) > 1 ? signs.reduce((sum, sign) => sum + (narrow(sign) ? sign.length : Number(wide)), 0) : signs.length;
    count.textContent = `${chosen.textContent} ${n}/${limit}`;
    count.classList.toggle("late", n > Number(limit));
  }

  show_count();
  dress();
})();
