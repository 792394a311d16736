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

  // What took the place of a pressed button is where reading goes on: the first of more results, or
  // the answer to feedback.
  let before = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    before = event.detail.target.id === "more" ? event.detail.target.previousElementSibling : null;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const next = before
      ? before.nextElementSibling && before.nextElementSibling.querySelector("h2 a, h3 a")
      : event.detail.target.querySelector(".answer");
    if (next) {
      next.focus({ preventScroll: true });
    }
    before = null;
  });

  document.addEventListener("htmx:responseError", () => say("没有保存成功，请刷新后再试"));
  document.addEventListener("htmx:sendError", () => say("网络不通，请稍后再试"));
})();
