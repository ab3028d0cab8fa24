// What is chosen in an open question but not sent yet stays in this tab when the language changes.
// Pieces of a text are other pieces in another language: they are not kept.
(() => {
  "use strict";

  // The same wherever the form stands: on its page, beside its faults, or after a mark for later
  const form = document.querySelector(".asked")?.closest("form");
  const sentTo = new URL(form?.getAttribute("action") || location.pathname, location.href);
  const key = `chosen: ${sentTo.pathname.replace(/^\/[a-z]+\//, "/")}`;
  const fields = () => [...document.querySelectorAll(".asked :is(input, select)")]
    .filter((field) => field.name && !field.closest(".pieces"));

  const isOn = (field) => (/^(checkbox|radio)$/.test(field.type) ? field.checked : field.value !== "");
  const isToggled = (field) => /^(checkbox|radio)$/.test(field.type);

  function keep() {
    const chosen = fields().filter(isOn).map((field) => [field.name, field.value]);
    try {
      if (chosen.length) sessionStorage.setItem(key, JSON.stringify(chosen));
      else sessionStorage.removeItem(key);
    } catch { /* Full or forbidden */ }
  }

  function bringBack() {
    let chosen = [];
    try { chosen = JSON.parse(sessionStorage.getItem(key)) || []; } catch { /* Forbidden */ }
    for (const [name, value] of chosen) {
      for (const field of fields().filter((each) => each.name === name)) {
        if (!isToggled(field)) field.value = value;
        else if (field.value === value) field.checked = true;
      }
    }
  }

  document.addEventListener("input", (event) => {
    if (event.target.closest(".asked")) keep();
  });
  bringBack();  // Deferred: the page is there
})();
