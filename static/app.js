// Small helps for those whose browser runs scripts; every page works without them.
"use strict";

// What is wrong with a form is the first thing that a person wants to know.
document.querySelector("[data-focus]")?.focus();

// A second click on a button sends nothing a second time.
for (const form of document.querySelectorAll('form[method="post"]:not([data-asks])')) {
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

// A limit of time: a minute before it ends, and when it has, the page says so aloud; one button asks for more. Another
// tab may have asked meanwhile, so the site is asked first.
const time = document.querySelector("[data-time]");
if (time) {
  const [asks, end, said, again] = ["form", "[data-end]", "[role=alert]", "[data-again]"].map((one) => time.querySelector(one));
  let ends = Date.now() + 1000 * time.dataset.time;
  let state = "line";
  const now = () => (Date.now() >= ends ? "over" : Date.now() >= ends - 1000 * time.dataset.warning ? "soon" : "line");
  const show = () => {
    state = time.dataset.state = now();
    said.textContent = state === "line" ? "" : time.dataset[state];
    if (asks) asks.hidden = state === "over";
    if (asks && again) again.hidden = state !== "over";
  };
  const ask = async (more) => {
    const fields = new URLSearchParams([...new FormData(asks), ["svar", "json"], ["kun_se", String(!more)]]);
    const left = await (await fetch(asks.action, { method: "POST", body: fields })).json();
    ends = Date.now() + 1000 * left.seconds;
    if (left.seconds > 0) end.textContent = time.dataset.line.replace("#", left.until);
  };
  const look = async () => {
    if (now() !== state && asks) await ask(false).catch(() => {});
    if (now() !== state) show();
    setTimeout(look, 1000);
  };
  look();
  asks?.addEventListener("submit", async (event) => {
    event.preventDefault();
    await ask(true).catch(() => {});
    show();
    if (state === "line") document.querySelector("[data-status]").textContent = end.textContent;
  });
}

// A page that waits for an answer in an app goes on as soon as there is one.
const waits = document.querySelector("[data-waits]");
if (waits) {
  const stream = new EventSource(waits.dataset.waits);
  stream.addEventListener("over", () => {
    stream.close();
    waits.closest("form").requestSubmit();
  });
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
