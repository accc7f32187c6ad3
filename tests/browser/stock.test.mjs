// The shelf of an office: eighty numbers, and one button that copies the one at which somebody is (WCAG 2.4.6).

import assert from "node:assert/strict";
import { test } from "node:test";

import { stage } from "./stage.mjs";
import { OFFICE, Officer } from "./staff.mjs";

const set = stage();

test("one button for each kind copies the number at which it stands, by mouse and by keyboard", async () => {
  const { window } = await Officer.atCounter(set);
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await window.visit("/ra/lager");
  const shelf = (await window.site.world.offices()).find((one) => one.id === OFFICE);
  assert.ok(shelf.cards.length > 3 && shelf.letters.length > 3);
  const buttons = page.getByRole("button", { name: "Kopiér" });
  assert.equal(await buttons.count(), 2);
  const copies = async (number) => {
    await page.locator("[data-status]").filter({ hasText: `Kopieret: ${number}` }).waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), number);
  };

  const button = (number) => page.getByRole("button", { name: `Kopiér ${number}` });
  await button(shelf.cards[0]).focus();
  assert.match(await page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-describedby")).innerText), /med piletasterne/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await copies(shelf.cards[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await button(shelf.cards[0]).waitFor({ state: "visible" });
  await page.keyboard.press("ArrowUp");
  assert.ok(await button(shelf.cards[0]).isVisible(), "it stays on the shelf");

  await page.getByText(shelf.letters[2], { exact: true }).hover();
  await button(shelf.letters[2]).click();
  await copies(shelf.letters[2]);
  await window.close();
});

test("without JavaScript the numbers are text alone", async () => {
  const { window } = await Officer.atCounter(set, { scripts: false });
  await window.visit("/ra/lager");
  assert.equal(await window.page.locator(".stock-numbers button:visible").count(), 0);
  assert.ok((await window.page.locator(".stock-numbers code").count()) > 6);
  await window.close();
});
