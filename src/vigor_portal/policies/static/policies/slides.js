// Slides: keys, clicks and swipes go from one to the next. Without this file the page is one long scroll that
// stops at each slide.
"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const deck = document.querySelector(".deck");
  const controls = document.querySelector(".deck-controls");
  if (!slides.length || !controls) return;
  const counter = controls.querySelector("[data-position]");
  const back = controls.querySelector("[data-back]");
  const forward = controls.querySelector("[data-forward]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let at = Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));

  const tell = (index) => {
    at = index;
    counter.textContent = `${at + 1}/${slides.length}`;
    back.disabled = at === 0;
    forward.disabled = at === slides.length - 1;
    history.replaceState(null, "", `#${slides[at].id}`);
  };
  let going = false;
  let arrived = 0;
  const go = (index) => {
    const to = Math.min(Math.max(index, 0), slides.length - 1);
    // Slides that only fly past on the way are not where we are.
    going = true;
    clearTimeout(arrived);
    arrived = setTimeout(() => { going = false; }, 900);
    const near = Math.abs(to - at) === 1 && !calm.matches;
    slides[to].scrollIntoView({ behavior: near ? "smooth" : "instant", block: "start" });
    // Focus, so that a screen reader begins to read the slide.
    slides[to].focus({ preventScroll: true });
    tell(to);
  };

  // Where the reader scrolls by hand, the position follows.
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting && !going) tell(slides.indexOf(entry.target));
    },
    { rootMargin: "-50% 0px -50% 0px" },
  );
  slides.forEach((slide) => seen.observe(slide));

  // A slide that is higher than the screen is read to its end before the next one comes.
  const moreBelow = () => slides[at].getBoundingClientRect().bottom > innerHeight + 8;
  const moreAbove = () => slides[at].getBoundingClientRect().top < -8;

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const onControl = event.target.closest?.("a, button, input, summary");
    const steps = {
      ArrowRight: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      ArrowDown: () => !moreBelow() && (go(at + 1), true),
      PageDown: () => !moreBelow() && (go(at + 1), true),
      ArrowUp: () => !moreAbove() && (go(at - 1), true),
      PageUp: () => !moreAbove() && (go(at - 1), true),
      " ": () => {
        if (onControl) return false;
        if (event.shiftKey) return !moreAbove() && (go(at - 1), true);
        return !moreBelow() && (go(at + 1), true);
      },
      Home: () => go(0),
      End: () => go(slides.length - 1),
      h: () => deck.classList.toggle("without-hints"),
      Escape: () => { location.href = deck.dataset.leave; },
    };
    const step = steps[event.key];
    if (step && step() !== false) event.preventDefault();
  });

  back.addEventListener("click", () => go(at - 1));
  forward.addEventListener("click", () => go(at + 1));
  deck.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary") || !getSelection().isCollapsed) return;
    go(event.clientX < innerWidth / 4 ? at - 1 : at + 1);
  });
  let from = null;
  deck.addEventListener("touchstart", (event) => { from = event.changedTouches[0]; }, { passive: true });
  deck.addEventListener("touchend", (event) => {
    const to = event.changedTouches[0];
    const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(along)) go(across < 0 ? at + 1 : at - 1);
  }, { passive: true });

  controls.hidden = false;
  if (location.hash) go(at); else tell(at);
})();
