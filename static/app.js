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
// tab may have asked meanwhile, so the site is asked first. What it says then is a dialog with that button, which takes the
// focus as soon as nobody is typing, and gives it back when there is more time or somebody presses Esc.
const time = document.querySelector("[data-time]");
if (time) {
  const [dialog, asks, end, said, again] = [".container", "form", "[data-end]", "[role=alert]", "[data-again]"].map((one) => time.querySelector(one));
  let ends = Date.now() + 1000 * time.dataset.time;
  let state = "line";
  let [typed, taken, before] = [Date.now(), "line", null];
  const now = () => (Date.now() >= ends ? "over" : Date.now() >= ends - 1000 * time.dataset.warning ? "soon" : "line");
  const give = () => {
    if (dialog.contains(document.activeElement)) before?.focus();
    before = null;
  };
  const take = () => {
    if (taken === state || Date.now() - typed < 2000) return;
    taken = state;
    if (!dialog.contains(document.activeElement)) before = document.activeElement;
    dialog.focus();
  };
  const show = () => {
    state = time.dataset.state = now();
    said.textContent = state === "line" ? "" : time.dataset[state];
    if (asks) asks.hidden = state === "over";
    if (asks && again) again.hidden = state !== "over";
    if (state === "line") {
      give();
      taken = state;
      for (const name of ["role", "tabindex", "aria-label", "aria-describedby"]) dialog.removeAttribute(name);
    } else {
      dialog.setAttribute("role", "alertdialog");
      dialog.setAttribute("aria-label", time.getAttribute("aria-label"));
      dialog.setAttribute("aria-describedby", said.id);
      dialog.tabIndex = -1;
    }
  };
  addEventListener("keydown", (event) => {
    typed = Date.now();
    if (event.key === "Escape" && state !== "line") give();
  });
  const ask = async (more) => {
    const fields = new URLSearchParams([...new FormData(asks), ["svar", "json"], ["kun_se", String(!more)]]);
    const left = await (await fetch(asks.action, { method: "POST", body: fields })).json();
    ends = Date.now() + 1000 * left.seconds;
    if (left.seconds > 0) end.textContent = time.dataset.line.replace("#", left.until);
  };
  const look = async () => {
    if (now() !== state && asks) await ask(false).catch(() => {});
    if (now() !== state) show();
    take();
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

// A page that waits for an answer in an app goes on as soon as there is one. Who chooses another key meanwhile is on the way
// there already.
const waits = document.querySelector("[data-waits]");
if (waits) {
  const stream = new EventSource(waits.dataset.waits);
  addEventListener("submit", () => stream.close());
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

  // A shelf has one such button. It goes to the number at which somebody points, or which the arrow keys choose.
  for (const button of document.querySelectorAll("[data-one-copy] [data-copy]")) {
    const items = [...button.closest("[data-one-copy]").children];
    const go = (item) => {
      const number = item?.querySelector("code");
      if (!number || item.contains(button)) return;
      const focused = document.activeElement === button;
      button.dataset.copy = number.textContent;
      button.querySelector(".sr-only").textContent = ` ${number.textContent}`;
      number.after(button);
      if (focused) button.focus();
    };
    for (const item of items) item.addEventListener("pointerenter", () => go(item));
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      go(items[items.indexOf(button.closest("li")) + step]);
    });
    document.getElementById(button.getAttribute("aria-describedby")).hidden = false;
  }
}
