// Somebody without a mouse: Tab, Enter and Space, and wherever the focus stops it can be seen.

import assert from "node:assert/strict";

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
export class Keys {
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
