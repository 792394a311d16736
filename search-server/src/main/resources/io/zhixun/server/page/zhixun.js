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

  // Suggestions under the search box: a combobox with a list, by arrow keys or by pointer. Without
  // script the box is a plain one.
  const box = document.getElementById("q");
  if (box) {
    const list = document.createElement("div");
    list.id = "suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "搜索建议");
    list.hidden = true;
    box.form.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);

    let chosen = -1;
    let waiting = 0;
    let asking = null;
    let shownFor = null;

    const options = () => [...list.querySelectorAll("[role=option]")];

    const choose = (index) => {
      const all = options();
      chosen = index;
      all.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) {
        box.removeAttribute("aria-activedescendant");
      } else {
        box.setAttribute("aria-activedescendant", all[index].id);
        all[index].scrollIntoView({ block: "nearest" });
      }
    };

    const open = (wanted) => {
      const shown = wanted && options().length > 0;
      list.hidden = !shown;
      box.setAttribute("aria-expanded", String(shown));
      choose(-1);
    };

    const ask = async () => {
      const typed = box.value;
      if (typed === shownFor) {
        open(true);
        return;
      }
      if (asking) {
        asking.abort();
      }
      asking = new AbortController();
      try {
        const answer = await fetch("/suggest?q=" + encodeURIComponent(typed), { signal: asking.signal });
        if (answer.ok && box.value === typed) {
          list.innerHTML = await answer.text();
          shownFor = typed;
          open(document.activeElement === box);
        }
      } catch {
        open(false); // no suggestions, and the box works without them
      }
    };

    const askSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 120);
    };

    open(false);
    box.addEventListener("input", (event) => {
      if (!event.isComposing) {
        askSoon();
      }
    });
    box.addEventListener("compositionend", askSoon);
    box.addEventListener("click", askSoon);
    box.addEventListener("blur", () => open(false));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return;
      }
      const count = options().length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          ask();
        } else if (event.key === "ArrowDown") {
          choose(chosen + 1 < count ? chosen + 1 : -1);
        } else {
          choose(chosen < 0 ? count - 1 : chosen - 1);
        }
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open(false);
      } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
        event.preventDefault();
        options()[chosen].click();
      }
    });
  }
})();
