// A whole life of a NemID by keyboard alone, with Tab, Enter and Space: activation, log-on, block of a card. Wherever
// the focus stops it can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Citizen } from "./people.mjs";
import { stage } from "./stage.mjs";

const set = stage();
const MOST_STOPS = 80;

/** Whether the focus is on something that is on the screen and looks different for it; runs in the page. */
function focusShows() {
  const here = document.activeElement;
  const box = (here.matches(".form-radio, .form-checkbox") ? here.labels[0] : here).getBoundingClientRect();
  const onScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  const seen = [here, ...(here.labels ?? [])].some((one) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part || null);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  }));
  return onScreen && seen;
}

/** Somebody without a mouse. */
class Keys {
  constructor(window) {
    this.window = window;
    this.page = window.page;
  }

  /** Tabs until the focus is on an element. */
  async to(target) {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
      const shown = await this.page.evaluate(focusShows);
      const where = await this.page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
      assert.ok(shown, `the focus cannot be seen on ${this.page.url()} at ${where}`);
    }
    assert.fail(`${target} is not reached by Tab on ${this.page.url()}`);
  }

  async types(label, text) {
    await this.to(await this.window.field(label));
    await this.page.keyboard.type(text);
  }

  /** What is ticked already, such as the only card there is, stays so. */
  async ticks(label) {
    const box = this.page.locator("main").getByLabel(label).first();
    await this.to(box);
    if (!(await box.isChecked())) await this.page.keyboard.press("Space");
    assert.ok(await box.isChecked(), `Space ticks ${label}`);
  }

  /** Goes to a button or link by its words, and presses Enter. */
  async enters(role, name) {
    await this.to(this.page.getByRole(role, { name }).first());
    await this.window.follow(() => this.page.keyboard.press("Enter"));
  }

  /** Sends the form from the field that the focus is in. */
  async sends() {
    await this.window.follow(() => this.page.keyboard.press("Enter"));
  }
}

test("a NemID is activated, logged on with, and its card blocked by keyboard alone", async () => {
  const anna = await Citizen.named(set, "Anna Bøgh");
  const post = await anna.opensPost();
  const { window } = anna;
  const keys = new Keys(window);

  await window.visit("/");
  await keys.enters("link", "Aktivér dit nye NemID");
  await keys.types("NemID-nummer", anna.nemid.number);
  await keys.types("Midlertidig adgangskode", post.find((one) => one.kind === "pin_letter").temporary_password);
  await keys.sends();
  await keys.types("Adgangskode", "boegevej14");
  await keys.types("Gentag adgangskode", "boegevej14");
  await keys.sends();
  await keys.types("E-mail", "anna@boegh.example");
  await keys.enters("button", "Næste");
  await keys.ticks("I må slå mit navn og min adresse op i CPR");
  await keys.ticks("I må fortælle PID-tjenesten");
  await keys.ticks("I må hente et tidligere PID-nummer");
  await keys.ticks("Jeg accepterer reglerne for NemID");
  await keys.enters("button", "Næste");
  await keys.types("Nøglekortnummer", anna.cards[0].card_number);
  await keys.sends();
  await keys.types("Nøgle", await anna.answer());
  await keys.enters("button", "Aktivér NemID");
  await window.sees("Dit NemID er aktiveret");

  await keys.enters("link", "Log på");
  await keys.types("Bruger-id", anna.nemid.number);
  await keys.types("Adgangskode", "boegevej14");
  await keys.sends();
  await keys.types("Nøgle", await anna.answer());
  await keys.sends();
  assert.equal(window.path, "/selvbetjening");

  await keys.enters("link", "Se og spær nøglekort");
  await keys.enters("link", "Spær nøglekort");
  await keys.ticks(anna.cards[0].card_number);
  await keys.ticks("Jeg har mistet det");
  await keys.enters("button", "Spær");
  await window.sees("Spærringen er gennemført");
  assert.equal((await anna.listed()).cards[0].state, "blocked");
  await keys.enters("button", "Log af");
  assert.equal(window.path, "/");
  await window.close();
});
