// Limits of time by the real clock, shortened by the settings (WCAG 2.2.1, D32): a page warns before time is up, one button
// gives more, nothing typed is lost, and who was logged off comes back to where they were.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { PHONE, lookOver } from "./looks.mjs";
import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

/** A log-on lasts half a minute, a session forty seconds; pages warn a quarter of a minute before. */
const set = stage({ SELVBETJENING_LOG_ON_SECONDS: "30", SELVBETJENING_SESSION_SECONDS: "40" });

const TYPED = "hanne.ny@eksempel.example";

/** What the page says of time now, once it is in a state: a line, soon, over. */
async function saysOfTime(window, state) {
  await window.page.locator(`.time-left[data-state="${state}"]`).waitFor({ state: "visible" });
  return window.page.locator(".time-left").innerText();
}

/** Waits without using the site. */
const idles = (window, seconds) => window.page.waitForTimeout(1000 * seconds);

/** The contact page, with a new address typed into it. */
async function typing(way) {
  const hanne = await Citizen.named(set, "Hanne Iversen", way);
  await hanne.logsOn();
  await hanne.window.visit("/selvbetjening/kontakt");
  await hanne.window.fill({ "E-mail": TYPED });
  return hanne;
}

test("who stays on a page is warned in time, asks for more by keyboard, and has lost nothing", async () => {
  const { window } = await typing({ size: PHONE });
  const { page } = window;
  const before = await page.locator("[data-end]").innerText();
  assert.match(before, /Du er logget på til kl\. \d{1,2}\.\d\d \(rigtig tid\)/);
  assert.match(await saysOfTime(window, "soon"), /Om højst et minut bliver du logget af/);
  assert.equal(await page.locator(".time-left [role=alert]").innerText(), "Om højst et minut bliver du logget af. Har du brug for mere tid?");
  const notice = await page.locator(".time-left").boundingBox();
  assert.ok(notice.y + notice.height <= page.viewportSize().height + 1, "it is on the screen, wherever the page stands");
  await page.getByRole("button", { name: "Få mere tid" }).focus();
  await page.keyboard.press("Enter");
  await saysOfTime(window, "line");
  assert.equal(window.path, "/selvbetjening/kontakt");
  await window.holds({ "E-mail": TYPED });
  await idles(window, 18);
  await window.visit("/selvbetjening");
  assert.equal(window.path, "/selvbetjening", "longer than a session lasts without a request");
  await window.close();
});

/** What has the focus: the name of a field, or the role of something else. */
const focused = (page) => page.evaluate(() => document.activeElement.name || document.activeElement.getAttribute("role"));

test("a warning lets people type on, takes the focus when they pause, and gives it back", async () => {
  const { window } = await typing({});
  const { page } = window;
  const field = page.getByRole("textbox", { name: "E-mail" });
  await field.focus();
  let typed = TYPED;
  while ((await page.locator('.time-left[data-state="soon"]').count()) === 0) {
    await page.keyboard.type("x");
    typed += "x";
    await idles(window, 0.5);
  }
  await page.keyboard.type("y");
  typed += "y";
  assert.equal(await focused(page), "email", "nobody is disturbed in the midst of a word");
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "alertdialog");
  const dialog = page.getByRole("alertdialog", { name: "Tid tilbage" });
  assert.ok(await dialog.isVisible());
  assert.equal(await dialog.getAttribute("aria-describedby"), "time-said");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText.trim()), "Få mere tid");
  await page.keyboard.press("Enter");
  await saysOfTime(window, "line");
  assert.equal(await focused(page), "email");
  assert.equal(await dialog.count(), 0, "a line at the foot is no dialog");
  await window.holds({ "E-mail": typed });

  await saysOfTime(window, "soon");
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "alertdialog");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "email");
  await idles(window, 3);
  assert.equal(await focused(page), "email", "who went back is left alone");
  await lookOver(page);
  await window.close();
});

test("a page of another tab counts, so that nobody is warned for nothing", async () => {
  const { window } = await typing({});
  const other = await window.page.context().newPage();
  await idles(window, 20);
  await other.goto("/selvbetjening");
  await idles(window, 8);
  assert.equal(await window.page.locator('.time-left[data-state="soon"]').count(), 0);
  await window.close();
});

for (const way of WAYS) {
  test(`who was away finds the page as it was after the log-on, without the password${way.name}`, async () => {
    const hanne = await typing(way);
    const { window } = hanne;
    await window.fill({ Adgangskode: hanne.password });
    if (way.scripts) {
      assert.match(await saysOfTime(window, "over"), /Tiden er gået, og du er logget af/);
      assert.ok(await window.page.getByRole("link", { name: "Log på igen" }).isVisible());
      assert.ok(!(await window.page.getByRole("button", { name: "Få mere tid" }).isVisible()));
      await window.holds({ "E-mail": TYPED });
      await idles(window, 2);
    } else {
      await idles(window, 42);
    }
    await window.press("Gem");
    await window.sees("Du er blevet logget af");
    await hanne.identifies();
    await hanne.answersKey();
    assert.equal(window.path, "/selvbetjening/kontakt");
    await window.sees("Det, du havde skrevet, står her igen");
    await window.holds({ "E-mail": TYPED, Adgangskode: "" });
    await window.close();
  });
}

test("without JavaScript the answer comes in a tab of its own, and the page stays as it is", async () => {
  const { window } = await typing({ scripts: false });
  const { page } = window;
  await idles(window, 15);
  const button = page.locator(".time-left button");
  assert.match(await button.innerText(), /Få mere tid\s+\(åbner i en ny fane\)/);
  const [answer] = await Promise.all([page.context().waitForEvent("page"), button.click()]);
  await answer.waitForLoadState();
  assert.match(await answer.locator("main").innerText(), /Du har fået mere tid[^]*Luk denne fane/);
  await answer.close();
  await window.holds({ "E-mail": TYPED });
  await idles(window, 30);
  await window.visit("/selvbetjening");
  assert.equal(window.path, "/selvbetjening");
  await window.close();
});

test("a log-on under way warns too, gets more time, and is over at last", async () => {
  const aksel = await Citizen.named(set, "Aksel Dam");
  const { window } = aksel;
  await window.visit("/log-paa?til=/selvbetjening/haendelseslog");
  await window.sees("har du 30 sekunder til at skrive nøglen", "efter 40 sekunder uden aktivitet");
  await aksel.identifies();
  assert.match(await saysOfTime(window, "soon"), /Der er højst et minut til at skrive nøglen/);
  await window.page.getByRole("button", { name: "Få mere tid" }).click();
  await saysOfTime(window, "line");
  assert.match(await saysOfTime(window, "over"), /Nøglen er ikke brugt\. Begynd forfra/);
  await window.fill({ Nøgle: "123456" });
  await window.press();
  await window.sees("gælder ikke længere");
  await aksel.identifies();
  await aksel.answersKey();
  assert.equal(window.path, "/selvbetjening/haendelseslog", "the way on is kept");
  await window.close();
});

test("a browser that asks for English gets it, until its owner chooses", async () => {
  const context = await set.browser.newContext({ baseURL: set.site.address, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/log-paa");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.getByRole("link", { name: "Dansk", exact: true }).click();
  assert.equal(await page.getAttribute("html", "lang"), "da");
  await page.goto("/");
  assert.equal(await page.getAttribute("html", "lang"), "da");
  await context.close();
  const window = await newWindow(set);
  await window.visit("/");
  await window.close();
});
