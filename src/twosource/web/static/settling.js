// A page that says "being settled" asks for itself until that is over; then it shows what came of it. Where somebody is
// writing in a form, nothing is taken away: the notice alone changes, and leads on. Without script the page reloads itself.
"use strict";
(() => {
  const WAIT = 1000, LONGEST = 10000;
  let wait = WAIT;
  const stays = document.querySelector("[data-settling=stay]") !== null; // a queue does not change under who reads it

  const isWritten = () => [...document.querySelectorAll("main textarea, main input, main select")].some((one) =>
    one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
      : one.options ? [...one.options].some((o) => o.selected !== o.defaultSelected && o.defaultSelected)
        : one.type !== "hidden" && one.value !== one.defaultValue);

  async function again() {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".recorded");
      if (answer.ok && next && !next.hasAttribute("data-settling")) {
        if (!stays && !isWritten()) { location.reload(); return; }
        if (!stays) {
          const way = document.createElement("a");
          way.href = location.href;
          way.textContent = "Load the page again to see it";
          next.append(" ", way, ".");
        }
        document.querySelector(".recorded").replaceWith(document.importNode(next, true));
        return;
      }
      wait = Math.min(wait * 1.3, LONGEST);
    } catch {
      wait = Math.min(wait * 2, LONGEST); // the server does not answer: perhaps it is being started again
    }
    setTimeout(again, wait);
  }

  if (document.querySelector("[data-settling]")) setTimeout(again, wait);
})();
