// More was pasted than a form may carry: it is handed in as a file, and whoever pasted it needn't know the difference.
"use strict";
(() => {
  const form = document.querySelector("form.bring");
  if (!form) return;
  const { text, file } = form.elements;
  form.addEventListener("submit", () => {
    const pasted = new Blob([text.value]);
    if (file.files.length || pasted.size < Number(form.dataset.most)) return;
    const held = new DataTransfer();
    held.items.add(new File([pasted], form.dataset.name));
    file.files = held.files;
    text.disabled = true;
  });
  // Whoever comes back finds the text where it was.
  window.addEventListener("pageshow", () => {
    if (!text.disabled) return;
    text.disabled = false;
    file.value = "";
  });
})();
