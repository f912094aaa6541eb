// The queue by keyboard: j and k move, Enter opens, a and r decide, ? tells. Without this file all works by pointer and Tab.
"use strict";
(() => {
  const doubts = [...document.querySelectorAll(".doubt")];
  const keys = document.getElementById("keys");
  let at = -1;
  for (const hint of document.querySelectorAll(".keys-hint")) hint.hidden = false;

  const move = (to) => {
    if (to < 0 || to >= doubts.length) return;
    if (doubts[at]) doubts[at].removeAttribute("aria-current");
    at = to;
    doubts[at].setAttribute("aria-current", "true");
    doubts[at].focus({ preventScroll: true });
    doubts[at].scrollIntoView({ block: "nearest" });
  };

  const decide = (place) => {
    if (at < 0) move(0);
    const form = doubts[at] && doubts[at].querySelector("form.quick");
    if (!form) return;
    const buttons = form.querySelectorAll("button[name=verb]");
    for (const button of buttons) button.classList.remove("chosen");
    buttons[place].classList.add("chosen");
    const empty = [...form.querySelectorAll("input:not([type=hidden])")].find((field) => !field.value);
    (empty || buttons[place]).focus();
  };

  const asked = doubts.findIndex((doubt) => `#${doubt.id}` === location.hash);
  if (asked >= 0) move(asked); // behind a decision: the next doubt stands where the decided one stood

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select");
    if (field) {
      const chosen = field.form && field.form.querySelector("button.chosen");
      if (event.key === "Escape") doubts[at] ? doubts[at].focus() : field.blur();
      if (event.key === "Enter" && chosen && field.matches("input")) {
        event.preventDefault();
        field.form.requestSubmit(chosen);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (keys && keys.open)) return;
    if (event.key === "j") move(at + 1);
    else if (event.key === "k") move(at - 1);
    else if (event.key === "a" || event.key === "r") decide(event.key === "a" ? 0 : 1);
    else if (event.key === "?" && keys) keys.showModal();
    else if (event.key === "Enter" && event.target === doubts[at]) {
      const way = doubts[at].querySelector("a.open");
      if (way) way.click();
    } else return;
    event.preventDefault();
  });
})();
