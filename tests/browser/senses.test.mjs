// What reaches a person without colours, without motion, in the dark, by ear or on a narrow screen (WCAG 2.2).

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { PHONE } from "./looks.mjs";
import { stage } from "./stage.mjs";

const set = stage();

/** A page in a browser that asks for something of its own. */
async function opened(options, path) {
  const context = await set.browser.newContext({ baseURL: set.site.address, locale: "da-DK", ...options });
  const page = await context.newPage();
  await page.goto(path);
  return { page, closes: () => context.close() };
}

test("with forced colours the current link and step keep a mark that the others do not have", async () => {
  const { page, closes } = await opened({ forcedColors: "active" }, "/aktiver");
  const line = (one) => getComputedStyle(one).borderBottomColor;
  const current = await page.locator(".site-menu a[aria-current]").evaluate(line);
  const others = await page.locator(".site-menu a:not([aria-current])").evaluateAll((all, f) => all.map((one) => getComputedStyle(one).borderBottomColor), null);
  assert.ok(others.length > 2 && !others.includes(current), `${current} among ${others}`);
  const mark = (one) => getComputedStyle(one).borderTopWidth;
  const steps = page.locator(".steps li .step-number");
  const here = await page.locator(".steps li.current .step-number").evaluate(mark);
  assert.equal(here, "3px");
  assert.ok((await steps.count()) > 2);
  await closes();
});

test("whoever wants less motion sees none, and the dark scheme is told to the browser", async () => {
  const still = await opened({ reducedMotion: "reduce" }, "/log-paa");
  const moves = await still.page.evaluate(() => [...document.querySelectorAll("a, button, input")].map((one) => getComputedStyle(one)).filter((one) => one.transitionDuration !== "0s" && one.transitionProperty !== "none").length);
  assert.equal(moves, 0);
  await still.closes();
  const dark = await opened({ colorScheme: "dark" }, "/log-paa");
  await dark.page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === "dark");
  const [paper, ink] = await dark.page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color].map((colour) => Number(/\d+/.exec(colour)[0])));
  assert.ok(paper < 60 && ink > 180, `${paper} below ${ink}`);
  await dark.closes();
});

test("on a phone the menu wraps, so that the block and the current page are in sight", async () => {
  const window = await newWindow(set, { size: PHONE });
  const inSight = async (place) => {
    const box = await window.page.locator(place).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, `${place} at ${box.x}`);
  };
  for (const path of ["/", "/spaer", "/regler", "/kontrolrum/hotline"]) {
    await window.visit(path);
    await inSight(".site-menu a[aria-current]");
    for (const link of await window.page.locator(".site-menu a").all()) {
      const box = await link.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, `${path}: ${await link.innerText()}`);
    }
  }
  await window.close();
});

test("only what has just happened is said by itself, and a table is a stop of Tab only while it scrolls", async () => {
  const window = await newWindow(set);
  for (const path of ["/", "/spaer", "/mistet-noeglekort", "/glemt-adgangskode", "/kontrolrum/ur", "/tilgaengelighed"]) {
    await window.visit(path);
    const said = await window.page.locator("main [role=alert], main [role=status]").allInnerTexts();
    assert.deepEqual(said.filter((text) => text.trim()), [], path);
  }
  await window.visit("/spaerreliste");
  const table = window.page.locator("[data-scrolls]").first();
  const isStop = () => table.evaluate((one) => [one.getAttribute("tabindex"), one.getAttribute("role")].join());
  assert.equal(await isStop(), ",");
  await table.evaluate((one) => (one.style.width = "5rem"));
  await window.page.waitForFunction(() => document.querySelector("[data-scrolls]").getAttribute("role") === "region");
  assert.equal(await isStop(), "0,region");
  await window.close();
});

test("after a move of the clock the new time is said", async () => {
  const window = await newWindow(set);
  await window.visit("/kontrolrum/ur");
  assert.equal(await window.page.locator("[data-status]").innerText(), "");
  await window.press("1 time");
  await window.page.locator("[data-status]").filter({ hasText: "2019" }).waitFor({ state: "attached" });
  await window.close();
});
