// Small comforts of the console; every page works without them.
(() => {
  "use strict";

  // What cannot be taken back with one more press is asked about once.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sure]");
    if (button && !window.confirm(button.dataset.sure)) {
      event.preventDefault();
    }
  });

  // The job that runs tells how far it is; when it has ended, the page says what came of it.
  const words = document.getElementById("job-words");
  if (words && words.dataset.running) {
    const bar = document.getElementById("job-bar");
    const stream = new EventSource("/console/reindex/stream");
    const show = (event) => {
      const at = event.data.indexOf("\n");
      bar.value = Number(event.data.slice(0, at));
      words.textContent = event.data.slice(at + 1);
    };
    stream.addEventListener("progress", show);
    stream.addEventListener("end", (event) => {
      show(event);
      stream.close();
      window.location.assign("/console/reindex");
    });
  }

  // The current entry of a long row of tabs is in sight on a narrow screen.
  const current = document.querySelector(".tabs [aria-current]");
  if (current && current.parentElement.scrollWidth > current.parentElement.clientWidth) {
    current.parentElement.scrollLeft = current.offsetLeft - 16;
  }
})();
