// A job's page asks for itself until the job is over, and shows what changed; without script the page reloads itself.
"use strict";
(() => {
  const WAIT = 1000, LONGEST = 10000;
  let wait = WAIT;

  async function again() {
    const shown = document.getElementById("job");
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job");
      if (!answer.ok || !next) { location.reload(); return; }
      if (next.innerHTML !== shown.innerHTML) { shown.replaceWith(next); wait = WAIT; } else { wait = Math.min(wait * 1.3, LONGEST); }
      if (!next.hasAttribute("data-running")) return;
    } catch {
      wait = Math.min(wait * 2, LONGEST); // the server does not answer: perhaps it is being started again
    }
    setTimeout(again, wait);
  }

  if (document.querySelector("#job[data-running]")) setTimeout(again, wait);
})();
