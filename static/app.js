// Small helps for those whose browser runs scripts; every page works without them.
"use strict";

// What is wrong with a form is the first thing that a person wants to know.
document.querySelector("[data-focus]")?.focus();

// A second click on a button sends nothing a second time.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
  });
}

// Coming back with the browser's own button, forms can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll('form[aria-busy="true"]')) {
    form.removeAttribute("aria-busy");
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A table that is wider than its place is scrolled by keyboard, and is then a region with a name.
for (const place of document.querySelectorAll("[data-scrolls]")) {
  const look = () => {
    const scrolls = place.scrollWidth > place.clientWidth;
    place.toggleAttribute("tabindex", scrolls);
    if (scrolls) {
      place.tabIndex = 0;
      place.setAttribute("role", "region");
      place.setAttribute("aria-label", place.dataset.scrolls);
    } else {
      place.removeAttribute("role");
      place.removeAttribute("aria-label");
    }
  };
  new ResizeObserver(look).observe(place);
}

const told = document.querySelector("[data-status]");

// After the clock was moved, the new time is said.
const moved = document.querySelector("[data-told]");
if (moved && sessionStorage.getItem("moved")) told.textContent = moved.dataset.told;
sessionStorage.removeItem("moved");
for (const form of document.querySelectorAll("[data-tells]")) {
  form.addEventListener("submit", () => sessionStorage.setItem("moved", "yes"));
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.querySelector("span");
    const before = words.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = button.dataset.done;
      told.textContent = `${button.dataset.done}: ${button.dataset.copy}`;
      setTimeout(() => {
        words.textContent = before;
        told.textContent = "";
      }, 2000);
    });
  }
}
