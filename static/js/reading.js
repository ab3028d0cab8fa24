// Reading: keys n and p walk from change to change; after a swap the focus stays near.
(() => {
  "use strict";

  const changes = () => [...document.querySelectorAll("#texts [data-change]")];

  function walk(step) {
    const all = changes();
    if (!all.length) return;
    const at = all.findIndex((element) => element.classList.contains("is-here"));
    const next = all[(at + step + all.length) % all.length];
    all.forEach((element) => element.classList.remove("is-here"));
    const target = at === -1 && step === -1 ? all[all.length - 1] : next;
    target.classList.add("is-here");
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  function showKeys() {
    const words = document.querySelector("[data-keys]");
    if (words && changes().length) words.hidden = false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    if (event.key === "n") walk(1);
    if (event.key === "p") walk(-1);
  });

  // The views stay where they are: the link that was followed keeps the focus.
  document.addEventListener("htmx:afterSettle", (event) => {
    showKeys();
    const chosen = event.detail.elt.querySelector && event.detail.elt.querySelector(".views [aria-current]");
    if (chosen && event.detail.elt.id === "texts") chosen.focus({ preventScroll: true });
  });

  // Where popovers are unknown, explanations stand on the page: lead to them.
  const knowsPopovers = "popover" in HTMLElement.prototype;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (!knowsPopovers && button.hasAttribute("popovertarget")) {
      const explained = document.getElementById(button.getAttribute("popovertarget"));
      explained.setAttribute("tabindex", "-1");
      explained.focus();
    }
    if (button.hasAttribute("data-print")) window.print();
    if (button.hasAttribute("data-copy")) {
      const field = document.getElementById(button.getAttribute("data-copy"));
      field.select();
      if (navigator.clipboard) navigator.clipboard.writeText(field.value);
      else document.execCommand("copy");
      button.textContent = button.getAttribute("data-copied");
    }
  });

  function showButtons() {
    document.querySelectorAll("[data-copy], [data-print]").forEach((button) => { button.hidden = false; });
  }

  showKeys();  // Deferred: the page is there
  showButtons();
})();
