// Tells the page around this one how high it is, so that its frame can fit. It tells nothing else.
(() => {
  "use strict";

  if (window.parent === window) return;

  let told = 0;

  function tell() {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: "atazan:height", height }, "*");
  }

  if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener("resize", tell);
  window.addEventListener("load", tell);
})();
