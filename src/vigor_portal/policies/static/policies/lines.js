// What is said of a text stands beside its lines. Without this there is the list below the box, with line numbers.
"use strict";
(() => {
  const desk = document.getElementById("desk");
  const areas = [...desk.querySelectorAll("textarea[data-language]")];
  const listOf = (area) => document.getElementById(`problems_${area.dataset.language}`);
  const worst = ["error", "warning", "advised"];

  // A copy of the box, line for line, tells how far down each line is: lines wrap, and a box doesn't say where.
  const tops = (area, numbers) => {
    const copy = document.createElement("div"), lines = area.value.split("\n"), starts = [...numbers, lines.length + 1];
    copy.className = "sheet copy";
    copy.lang = area.lang;
    copy.style.width = `${area.clientWidth}px`;
    const part = (from, to) => {
      const block = document.createElement("div");
      // The last character keeps an empty line from being left out.
      block.textContent = `${lines.slice(from - 1, to - 1).join("\n")}\u200b`;
      copy.append(block);
      return block;
    };
    if (starts[0] > 1) part(1, starts[0]);
    const blocks = numbers.map((number, place) => part(number, starts[place + 1]));
    area.after(copy);
    const found = blocks.map((block) => block.offsetTop);
    copy.remove();
    return found;
  };

  const goTo = (area, number) => {
    const radio = desk.querySelector(`input[name=view][value=${area.dataset.language}]`);
    if (radio && !area.offsetParent) radio.click();
    const lines = area.value.split("\n"), line = Math.min(number, lines.length) - 1;
    const start = lines.slice(0, line).join("\n").length + (line ? 1 : 0);
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, start + lines[line].length);
    area.scrollTop = Math.max(0, tops(area, [line + 1])[0] - area.clientHeight / 3);
    area.scrollIntoView({ block: "nearest" });
  };

  // A hint that somebody has hidden stays hidden in this draft, in this browser.
  const shelf = `vigor-hidden-${desk.dataset.draft}`;
  const hidden = (() => { try { return new Set(JSON.parse(localStorage.getItem(shelf)) ?? []); } catch { return new Set(); } })();
  const remember = () => { try { localStorage.setItem(shelf, JSON.stringify([...hidden].slice(-500))); } catch { /* it is hidden until the page is left */ } };
  const sift = (list) => {
    for (const item of list.querySelectorAll("[data-hint]")) item.hidden = hidden.has(item.dataset.hint);
    for (const group of list.querySelectorAll("details[data-rule]")) {
      const items = [...group.querySelectorAll("[data-hint]")], shown = items.filter((item) => !item.hidden).length;
      group.querySelector(".count").textContent = Number(group.dataset.count) - (items.length - shown);
      group.hidden = shown === 0;
    }
    for (const button of list.querySelectorAll("[data-hide]")) button.hidden = false;
    const all = list.querySelector("[data-show-all]");
    if (all) all.hidden = ![...list.querySelectorAll("[data-hint]")].some((item) => item.hidden);
  };

  const gutters = areas.map((area) => {
    const frame = area.parentElement, rail = frame.querySelector(".rail"), slip = frame.querySelector(".slip");
    let before = area.value, waiting = 0, opened = null;
    const marks = () => [...rail.children];
    const links = () => [...listOf(area).querySelectorAll("li:not([hidden]) > a[data-line]")];

    const close = (back = false) => {
      if (!opened) return;
      opened.setAttribute("aria-expanded", "false");
      if (back) opened.focus({ preventScroll: true });
      opened = null;
      slip.hidden = true;
    };
    const place = () => {
      rail.style.transform = `translateY(${-area.scrollTop}px)`;
      if (!opened) return;
      const top = opened.offsetTop - area.scrollTop, under = top + opened.offsetHeight + 2;
      if (top < -opened.offsetHeight || top > area.clientHeight) return close();
      // Below the line; above it where there is no room on the screen below, and more above.
      const seen = area.getBoundingClientRect(), below = innerHeight - seen.top - under, above = seen.top + top;
      slip.style.top = `${below > slip.offsetHeight || below > above ? under : top - slip.offsetHeight - 2}px`;
    };
    const open = (mark) => {
      close();
      opened = mark;
      mark.setAttribute("aria-expanded", "true");
      const items = mark.items.map((item) => {
        const copy = item.cloneNode(true);
        const of = item.closest("details")?.querySelector(".about");
        copy.querySelector("q")?.remove();
        copy.querySelector("a").remove();
        copy.querySelector("[data-hide]")?.addEventListener("click", () => { item.querySelector("[data-hide]").click(); close(); area.focus(); });
        if (of) copy.prepend(Object.assign(document.createElement("b"), { textContent: of.textContent }), " ");
        return copy;
      });
      slip.querySelector(".spots").replaceChildren(...items);
      slip.querySelector("[data-to]").textContent = mark.items[0].querySelector("a").textContent;
      slip.hidden = false;
      place();
      slip.focus({ preventScroll: true });
      slip.scrollIntoView({ block: "nearest" });
    };
    slip.querySelector("[data-to]").addEventListener("click", () => { const line = opened.line; close(); goTo(area, line); });
    slip.querySelector("[data-close]").addEventListener("click", () => close(true));
    frame.addEventListener("keydown", (event) => { if (event.key === "Escape" && opened) { event.stopPropagation(); close(true); } });
    document.addEventListener("pointerdown", (event) => { if (opened && !slip.contains(event.target) && !rail.contains(event.target)) close(); });

    const draw = () => {
      if (!area.offsetParent || !rail.offsetParent) return;
      const byLine = new Map(), last = area.value.split("\n").length;
      for (const link of links()) {
        const line = Number(link.dataset.line);
        if (line <= last) byLine.set(line, [...(byLine.get(line) ?? []), link.parentElement]);
      }
      const lines = [...byLine.keys()].sort((one, other) => one - other), at = tops(area, lines);
      const had = marks().indexOf(document.activeElement);
      const line = opened?.line;
      rail.replaceChildren(...lines.map((number, index) => {
        const mark = document.createElement("button"), items = byLine.get(number);
        const kinds = items.map((item) => item.className), kind = worst.find((each) => kinds.includes(each));
        const about = items.map((item) => item.closest("details")?.querySelector(".about").textContent ?? item.querySelector(".what").textContent);
        mark.type = "button";
        mark.className = `line-mark ${kind}`;
        mark.textContent = items.length > 1 ? items.length : "";
        mark.setAttribute("aria-label", `${items[0].querySelector("a").textContent}: ${[...new Set(about)].join(", ")}`);
        mark.setAttribute("aria-expanded", "false");
        mark.tabIndex = -1;
        mark.style.top = `${at[index]}px`;
        Object.assign(mark, { line: number, items });
        return mark;
      }));
      const all = marks();
      if (all.length) (all[had] ?? all[0]).tabIndex = 0;
      if (had >= 0) (all[had] ?? area).focus({ preventScroll: true });
      if (opened) { opened = all.find((mark) => mark.line === line) ?? null; if (opened) opened.setAttribute("aria-expanded", "true"); else slip.hidden = true; }
      place();
    };
    const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); };

    rail.addEventListener("click", (event) => {
      const mark = event.target.closest(".line-mark");
      if (mark) (mark === opened ? close : open)(mark === opened ? true : mark);
    });
    // One stop for Tab, arrows from mark to mark.
    rail.addEventListener("keydown", (event) => {
      const all = marks(), now = all.indexOf(event.target), step = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
      if (step === undefined || now < 0) return;
      event.preventDefault();
      const next = all[Math.min(Math.max(step, 0), all.length - 1)];
      all[now].tabIndex = -1;
      next.tabIndex = 0;
      const top = next.offsetTop - area.scrollTop;
      if (top < 0 || top > area.clientHeight - next.offsetHeight) { area.scrollTop = next.offsetTop - area.clientHeight / 3; place(); }
      next.focus({ preventScroll: true });
    });
    area.addEventListener("scroll", place, { passive: true });
    // Until the text has been read anew, what is said keeps to its line while lines come and go above it.
    area.addEventListener("input", () => {
      const now = area.value, breaks = (words) => words.split("\n").length - 1;
      let head = 0;
      while (head < now.length && now[head] === before[head]) head += 1;
      const moved = breaks(now) - breaks(before), line = breaks(now.slice(0, head)) + 1;
      before = now;
      close();
      if (moved) for (const link of links()) if (Number(link.dataset.line) > line) link.dataset.line = Math.max(line, Number(link.dataset.line) + moved);
      soon();
    });
    area.addEventListener("vigor:show", () => { before = area.value; soon(); });
    new ResizeObserver(soon).observe(area);
    return { area, soon };
  });

  const redraw = (list) => { sift(list); gutters.find(({ area }) => listOf(area) === list)?.soon(); };
  for (const area of areas) redraw(listOf(area));

  // A fresh list keeps what was unfolded. Whoever has been signed out gets a page to sign in on: it is no preview.
  const unfolded = new Map();
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const list = event.detail.target;
    if (list?.classList.contains("problems")) unfolded.set(list.id, new Map([...list.querySelectorAll("details[data-rule]")].map((each) => [each.dataset.rule, each.open])));
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const list = event.detail.target;
    if (!list?.classList.contains("problems")) return;
    for (const each of list.querySelectorAll("details[data-rule]")) each.open = unfolded.get(list.id)?.get(each.dataset.rule) ?? each.open;
    redraw(list);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "preview_" && !event.detail.xhr.responseURL.includes("/draft/preview")) event.detail.shouldSwap = false;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-line]");
    if (link) {
      event.preventDefault();
      return goTo(document.getElementById(link.dataset.in), Number(link.dataset.line));
    }
    const hide = event.target.closest?.("[data-hide]"), all = event.target.closest?.("[data-show-all]");
    if (!hide && !all) return;
    const list = (hide ?? all).closest(".problems");
    if (!list) return;
    if (all) for (const item of list.querySelectorAll("[data-hint]")) hidden.delete(item.dataset.hint);
    else hidden.add(hide.closest("[data-hint]").dataset.hint);
    remember();
    redraw(list);
    (all ? list.querySelector("summary") : hide.closest("details").querySelector("summary"))?.focus();
  });
})();
