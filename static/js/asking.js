// What a reader asks of the server, on a slow line too. What is shown while somebody types is one
// step of the history and leaves the step before alone; what was sent with Enter is not asked for
// again because it was also typed; who goes back, or on, no longer waits for what was asked before.
(() => {
  "use strict";

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
})();
