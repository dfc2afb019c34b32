// Saves what is typed in the plan while it is typed.  Without this file the buttons do the same.
// One request at a time: a button that is pressed while a save is under way waits for it, so that the form
// never becomes stale by its own saving.
(() => {
  "use strict";
  if (window.planSaving) return;
  window.planSaving = true;
  const PAUSE = 1500, AGAIN = 10000;
  let timer, underWay = null;
  const form = () => document.getElementById("planner");
  const line = () => document.getElementById("saved");

  function tell(words, bad) {
    let told = line().querySelector("p");
    if (!told) line().append(told = document.createElement("p"));
    told.textContent = words;
    told.classList.toggle("saved__not", bad);
  }

  async function save() {
    const sent = new FormData(form());
    sent.set("do", "autosave");
    tell(form().dataset.saving, false);
    try {
      const answer = await fetch(form().action, { method: "POST", body: new URLSearchParams(sent), credentials: "same-origin" });
      const text = await answer.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const told = page.getElementById("saved");
      if (told) line().replaceWith(told);
      else tell(form().dataset.broken, true);
    } catch {
      tell(form().dataset.lost, true);
      wait(AGAIN);
    }
  }

  function wait(pause) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (form() && !underWay) underWay = save().finally(() => { underWay = null; });
    }, pause);
  }

  document.addEventListener("input", (event) => {
    if (event.target.closest("#planner") && event.target.matches("textarea, input[type=date], .row select")) wait(PAUSE);
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    clearTimeout(timer);
    if (!underWay) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    underWay.finally(() => form().requestSubmit(button));
  }, true);
  document.addEventListener("htmx:error", () => { if (form()) tell(form().dataset.lost, true); });
})();
