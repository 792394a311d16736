// Small comforts; every page works without them.
(() => {
  "use strict";

  const notice = document.getElementById("notice");
  let fading = 0;

  function say(text) {
    notice.textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => { notice.textContent = ""; }, 6000);
  }

  // Ctrl+K or ⌘K leads to the search box from anywhere.
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      const box = document.getElementById("q");
      if (box) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    }
  });

  // When more results replace the button that asked for them, reading goes on at the first of them.
  let last = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    last = event.detail.target.id === "more" ? event.detail.target.previousElementSibling : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const first = last && last.nextElementSibling && last.nextElementSibling.querySelector("h2 a, h3 a");
    if (first) {
      first.focus({ preventScroll: true });
    }
    last = null;
  });

  document.addEventListener("htmx:responseError", () => say("没有保存成功，请刷新后再试"));
  document.addEventListener("htmx:sendError", () => say("网络不通，请稍后再试"));
})();
