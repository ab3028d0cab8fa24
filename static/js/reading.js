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

  // What a reader asks of the server, on a slow line too. What is shown while somebody types is one
  // step of the history and leaves the step before alone; what was sent with Enter is not asked for
  // again because it was also typed; who goes back, or on, no longer waits for what was asked before.
  let asked = new XMLHttpRequest();
  let restoring = new XMLHttpRequest();
  let sent = null;
  let isTyping = false;

  document.addEventListener("submit", (event) => {
    const field = event.target.querySelector("[type=search]");
    sent = field && field.value;
  });
  document.addEventListener("htmx:confirm", (event) => {
    const cause = event.detail.triggeringEvent;
    if (!cause || cause.type !== "input") return;
    if (cause.target.value === sent) event.preventDefault();
    else sent = null;
  });
  document.addEventListener("htmx:beforeSend", (event) => {
    restoring.abort();
    asked = event.detail.xhr;
  });
  document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
    const { type } = event.detail.requestConfig.triggeringEvent || {};
    if (isTyping && ["input", "submit"].includes(type)) event.detail.history.type = "replace";
    isTyping = type === "input";
  });
  document.addEventListener("htmx:historyCacheMiss", (event) => {
    asked.abort();
    restoring.abort();
    restoring = event.detail.xhr;
    sent = null;
    isTyping = false;
  });

  // The ways to other languages and scripts lead to what is shown now.
  document.addEventListener("click", (event) => {
    const way = event.target.closest(".langs a");
    if (!way) return;
    const query = new URLSearchParams(location.search);
    const isLatin = query.get("script") === "latn";
    query.delete("script");
    const isScript = way.pathname === location.pathname;
    if (isScript && !isLatin) query.set("script", "latn");
    const asked = query.toString() ? `?${query}` : "";
    if (isScript) way.search = asked;
    else way.search = new URLSearchParams({ to: location.pathname.slice(3) + asked });
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
