// The line of days: a slider that mirrors the select beside it. The form does the rest.
(() => {
  "use strict";

  document.documentElement.classList.add("slides");  // The slider is of no use without this file

  document.addEventListener("input", (event) => {
    const slider = event.target;
    if (slider.id !== "line") return;
    const choice = document.getElementById("on");
    choice.selectedIndex = Number(slider.value);
    slider.setAttribute("aria-valuetext", choice.options[choice.selectedIndex].text);
  });

  // The region that tells stays while the texts are exchanged: a new one would not be heard.
  document.addEventListener("htmx:afterSettle", () => {
    const reading = document.getElementById("reading");
    const told = reading && reading.querySelector("[data-told]");
    if (!told) return;
    document.getElementById("told").textContent = told.textContent;
    document.title = reading.dataset.title;
    if (document.activeElement === document.body) {  // What had the focus is folded away now
      told.tabIndex = -1;
      told.focus({ preventScroll: true });
    }
  });
})();
