// What stands around every page: the switch of language, the way past the menus, the pages for what is not there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { stage } from "./stage.mjs";

const set = stage();

test("a page says in both languages that it is a simulator, and remembers the language", async () => {
  const window = await newWindow(set);
  await window.visit("/");
  await window.page.getByRole("complementary").getByText("CPR-nummer").waitFor();
  await window.speaks("en");
  assert.equal(window.path, "/");
  await window.visit("/");
  await window.speaks("da");
  await window.close();
});

test("the keyboard goes past the menus to what the page is about", async () => {
  const window = await newWindow(set);
  await window.visit("/");
  await window.page.keyboard.press("Tab");
  assert.equal(await window.page.evaluate(() => document.activeElement.getAttribute("href")), "#main-content");
  await window.page.keyboard.press("Enter");
  assert.equal(await window.page.evaluate(() => document.activeElement.id), "main-content");
  await window.close();
});

test("an unknown page says so and leads on", async () => {
  const window = await newWindow(set);
  await window.visit("/findes-ikke");
  assert.equal(window.status, 404);
  assert.ok(await window.page.locator("main a").count());
  await window.close();
});
