// Try the rule: the number beside each slider follows it, and the slider follows the number.
(() => {
  "use strict";

  const rounded = (slider) => {
    const digits = slider.step === "any" ? 1 : 0;
    return Number(Number(slider.value).toFixed(digits));
  };

  function join(box) {
    const slider = document.getElementById(box.dataset.of);
    const shown = document.querySelector(`output[for="${box.dataset.of}"]`);
    const language = document.documentElement.lang;
    const show = (value) => {
      const number = value.toLocaleString(language, { maximumFractionDigits: 2 });
      shown.value = shown.value.replace(/[\d.,]+/, number);
    };

    box.removeAttribute("name"); // The slider alone is sent: one address for one vote
    box.value = slider.value;
    slider.addEventListener("input", () => {
      const value = rounded(slider);
      slider.value = value;
      box.value = value;
      show(value);
    });
    box.addEventListener("input", () => {
      if (box.value === "" || !box.validity.valid) return;
      slider.value = box.value;
      show(Number(box.value));
    });
  }

  document.querySelectorAll("[data-of]").forEach(join);
})();
