// The choice of a recorded moment as a slider; without script it stays a list with a button.
"use strict";
for (const form of document.querySelectorAll(".moments-form")) {
  const choice = form.querySelector("select");
  const slider = document.createElement("input");
  const told = document.createElement("output");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(choice.options.length - 1);
  slider.value = String(choice.selectedIndex);
  slider.setAttribute("aria-label", "Recorded moment");
  const say = () => {
    const text = choice.options[Number(slider.value)].textContent;
    told.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };
  slider.addEventListener("input", say);
  slider.addEventListener("change", () => {
    choice.selectedIndex = Number(slider.value);
    form.requestSubmit();
  });
  say();
  choice.before(slider, told);
  choice.classList.add("unseen");
  choice.tabIndex = -1;
  choice.setAttribute("aria-hidden", "true");
  form.querySelector("button").hidden = true;
}
