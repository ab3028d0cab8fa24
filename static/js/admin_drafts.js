// What an editor types is kept in this browser until it is saved, and offered back if it was not.
// No password, no token and no hidden field is kept. Words come from the page ([data-drafts]).
(() => {
  "use strict";

  const PENDING = "draft being saved";  // In the tab's session: the draft whose form was sent
  const KEPT_DAYS = 30;
  const NEVER = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

  const read = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const write = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* Full or forbidden */ }
  };
  const forget = (key) => {
    try { localStorage.removeItem(key); } catch { /* Forbidden */ }
  };

  const isKept = (field) => field.name && !NEVER.has(field.type) && !field.name.includes("__prefix__");

  const isChanged = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.options) return [...field.options].some((each) => each.selected !== each.defaultSelected) &&
      String(valueOf(field)) !== String(firstValueOf(field));
    return field.value !== field.defaultValue;
  };

  const firstValueOf = (select) => {
    const chosen = [...select.options].filter((each) => each.defaultSelected);
    if (select.multiple) return chosen.map((each) => [each.value, each.text]);
    const first = chosen[0] || select.options[0];
    return first ? [[first.value, first.text]] : [];
  };

  const valueOf = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked;
    if (field.options) return [...field.selectedOptions].map((each) => [each.value, each.text]);
    return field.value;
  };

  const keyOf = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

  const labelOf = (form, key) => {
    const field = [...form.elements].find((each) => keyOf(each) === key);
    const label = field && field.labels && field.labels[0];
    return label ? label.textContent.trim().replace(/:$/, "") : key;
  };

  // Rows of inlines: how many there are, to add as many again
  const totalsOf = (form) => Object.fromEntries(
    [...form.elements].filter((each) => each.name.endsWith("-TOTAL_FORMS"))
      .map((each) => [each.name, Number(each.value)]),
  );

  const addRows = (form, totals) => {
    for (const [name, wanted] of Object.entries(totals)) {
      const total = form.elements[name];
      const group = document.getElementById(`${name.replace(/-TOTAL_FORMS$/, "")}-group`);
      const add = group && group.querySelector(".add-row a, a.addlink");
      for (let tries = 0; total && add && Number(total.value) < wanted && tries < 200; tries += 1) add.click();
    }
  };

  const put = (field, value) => {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = value;
    } else if (field.options) {
      for (const [key, text] of value) {
        if (![...field.options].some((each) => each.value === key)) field.add(new Option(text, key));
      }
      for (const option of field.options) option.selected = value.some(([key]) => key === option.value);
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    if (window.django && window.django.jQuery && field.options) window.django.jQuery(field).trigger("change.select2");
  };

  const same = (field, value) => field && JSON.stringify(valueOf(field)) === JSON.stringify(value);

  const forgetOldOnes = () => {
    const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("draft:") && !((read(key) || {}).at > oldest)) forget(key);
    }
  };

  // A save that came through leads to a page that says so.
  const settlePending = () => {
    const key = sessionStorage.getItem(PENDING);
    if (!key) return;
    sessionStorage.removeItem(PENDING);
    if (document.querySelector(".messagelist .success")) forget(key);
  };

  const start = () => {
    try {
      settlePending();
      forgetOldOnes();
    } catch {
      return;  // No storage in this browser
    }
    const place = document.querySelector("[data-drafts]");
    const form = place && place.closest("form");
    if (!form) return;
    const savedAt = new URL(form.getAttribute("action") || "", location.href).pathname;
    const key = `draft:${place.dataset.user}:${savedAt}`;
    const draft = read(key);
    const old = (draft && draft.fields) || {};
    const isBound = place.dataset.bound === "yes";
    let undecided = {};

    const collect = () => {
      const fields = { ...undecided };
      for (const field of form.elements) {
        if (isKept(field) && (isChanged(field) || (isBound && keyOf(field) in old))) {
          fields[keyOf(field)] = valueOf(field);
        }
      }
      return fields;
    };
    const keep = () => {
      clearTimeout(timer);
      const fields = collect();
      const totals = { ...(Object.keys(undecided).length ? draft.totals : {}), ...totalsOf(form) };
      if (Object.keys(fields).length) write(key, { at: Date.now(), fields, totals });
      else forget(key);
    };
    let timer = 0;
    let touched = false;
    const soon = () => {
      touched = true;
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    };

    if (!isBound && draft) offer();

    for (const kind of ["input", "change", "click", "focusin"]) form.addEventListener(kind, (event) => {
      if (event.isTrusted || kind === "input" || kind === "change") soon();
    });
    if (window.django && window.django.jQuery) window.django.jQuery(form).on("change", soon);
    window.addEventListener("pagehide", () => touched && keep());
    document.addEventListener("visibilitychange", () => document.hidden && touched && keep());
    form.addEventListener("submit", () => {
      keep();
      touched = false;
      sessionStorage.setItem(PENDING, key);
    });

    function offer() {
      const named = new Map([...form.elements].filter(isKept).map((each) => [keyOf(each), each]));
      const lost = Object.keys(old).filter((each) => !same(named.get(each), old[each]));
      if (!lost.length) {
        forget(key);
        return;
      }
      undecided = old;
      const words = place.dataset;
      const at = new Date(draft.at);
      const today = at.toDateString() === new Date().toDateString();
      const time = new Intl.DateTimeFormat(document.documentElement.lang,
        today ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" }).format(at);
      const box = document.createElement("section");
      box.className = "unsaved";
      box.setAttribute("role", "status");
      box.tabIndex = -1;
      const title = document.createElement("h2");
      title.textContent = words.found.replace("{time}", time);
      const told = document.createElement("p");
      told.textContent = words.fields;
      const list = document.createElement("ul");
      for (const each of lost) {
        const line = document.createElement("li");
        line.textContent = labelOf(form, each);
        list.append(line);
      }
      const button = (text, act) => {
        const made = document.createElement("button");
        made.type = "button";
        made.className = "button";
        made.textContent = text;
        made.addEventListener("click", (event) => {
          event.stopPropagation();
          act();
        });
        return made;
      };
      const bringBack = button(words.bringBack, () => {
        undecided = {};
        addRows(form, draft.totals || {});
        for (const field of form.elements) {
          if (isKept(field) && keyOf(field) in old) put(field, old[keyOf(field)]);
        }
        title.textContent = words.broughtBack;
        told.remove();
        list.remove();
        bringBack.remove();
        forgetIt.remove();
        box.focus();
        keep();
      });
      const forgetIt = button(words.forget, () => {
        undecided = {};
        keep();
        box.remove();
      });
      box.append(title, told, list, bringBack, forgetIt);
      place.after(box);
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => setTimeout(start));
  else setTimeout(start);
})();
