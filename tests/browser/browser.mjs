// A real Chromium, driven as a person would: by the words of labels, buttons and links. Every page that it reaches is
// looked over, in the right language, without a refused script or style and without a request that leaves the machine.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

import { keep } from "./html.mjs";
import { BEFOREHAND, DESKTOP, lookOver } from "./looks.mjs";

/** Chromium built without a window: it needs half the CPU time. */
const WITHOUT_WINDOW = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env.CHROMIUM ?? (existsSync(WITHOUT_WINDOW) ? WITHOUT_WINDOW : "/usr/bin/chromium");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** How long a page may take in milliseconds, on a machine that does much else. */
const PATIENCE = 60_000;
const LANGUAGES = { da: "Dansk", en: "English" };

export async function startBrowser() {
  try {
    return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  } catch (trouble) {
    throw new Error(`Chromium cannot be started (${CHROMIUM}): ${trouble.message}`);
  }
}

/** A browser window that nobody used before. `scripts: false` is a visitor whose browser runs none; `bilingual: true`
 * one who looks at every page in English as well. */
export async function newWindow({ browser, site }, { scripts = true, size = DESKTOP, bilingual = false } = {}) {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: size,
    javaScriptEnabled: scripts,
    locale: "da-DK",
    reducedMotion: "reduce",
  });
  if (scripts) await context.addInitScript({ content: BEFOREHAND });
  return new Window(await context.newPage(), site, { scripts, bilingual });
}

class Window {
  constructor(page, site, { scripts, bilingual }) {
    Object.assign(this, { page, site, scripts, bilingual });
    this.language = "da";
    this.strange = [];
    /** Every address that answered with a page, in which language: `da /spaer`. */
    this.reached = new Set();
    page.setDefaultTimeout(PATIENCE);
    page.on("request", (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(`${site.address}/`)) this.strange.push(`asked for ${url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.strange.push(`${response.status()} from ${response.url()}`);
      if (response.request().isNavigationRequest()) Object.assign(this, { status: response.status(), sent: response });
    });
    page.on("pageerror", (error) => this.strange.push(`script error: ${error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.strange.push(message.text());
    });
  }

  close() {
    return this.page.context().close();
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** Goes to an address. */
  async visit(path) {
    await this.page.goto(path, { waitUntil: "load" });
    await this.arrives();
  }

  /** Does what leads to another page, and waits for it. */
  async follow(act) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), act()]);
    await this.arrives();
  }

  /** Looks at the page that came; who is bilingual looks at it in English too. */
  async arrives() {
    await this.looksOver();
    if (!this.bilingual) return;
    const here = this.page.url();
    for (const language of ["en", "da"]) {
      await this.speaks(language);
      assert.equal(this.page.url(), here, "the switch of language leads back to the page");
    }
  }

  /** Switches the language as a person would. */
  async speaks(language) {
    const link = this.page.getByRole("link", { name: LANGUAGES[language], exact: true });
    this.language = language;
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), link.click()]);
    await this.looksOver();
  }

  async looksOver() {
    assert.deepEqual(this.strange, [], this.page.url());
    assert.equal(await this.page.getAttribute("html", "lang"), this.language, this.page.url());
    if (this.status === 200) this.reached.add(`${this.language} ${this.path}`);
    if (this.scripts && (await lookOver(this.page))) keep(this.page.url(), await this.sent.text());
  }

  /** Field by the words of its label. */
  async field(label) {
    const exact = this.page.locator("main label", { hasText: exactly(label) });
    const tied = await exact.first().getAttribute("for");
    return this.page.locator(`[id="${tied}"]`);
  }

  /** Fills in fields by their labels: a text, true or false for a tick, `{option}` for a list. */
  async fill(values) {
    for (const [label, value] of Object.entries(values)) {
      const field = await this.field(label);
      if (typeof value === "boolean") await field.setChecked(value);
      else if (typeof value === "object") await field.selectOption({ label: value.option });
      else await field.fill(value);
    }
  }

  /** Types a day (2019-03-04) into the three fields of a legend. */
  async fillDay(legend, date) {
    const group = this.page.locator("main fieldset").filter({ has: this.page.locator("legend", { hasText: exactly(legend) }) });
    const [year, month, day] = date.split("-").map((part) => String(Number(part)));
    for (const [label, typed] of [["Dag", day], ["Måned", month], ["År", year]]) await group.getByLabel(label, { exact: true }).fill(typed);
  }

  /** Ticks a choice (radio or check box) by the words of its label. */
  async choose(words) {
    await this.page.locator("main").getByLabel(words).first().check();
  }

  /** Presses a button of the page's main part by its words; without words the one that leads on. */
  async press(words) {
    const main = this.page.locator("main");
    const button = words ? main.getByRole("button", { name: words }) : main.locator("button.button-primary");
    await this.offers(button, words ?? "a button that leads on");
    await this.follow(() => button.first().click());
  }

  /** Follows a link by its words, first of all one of the page's main part. */
  async click(words) {
    const here = this.page.locator("main").getByRole("link", { name: words });
    const link = (await here.count()) > 0 ? here : this.page.getByRole("link", { name: words });
    await this.offers(link, words);
    await this.follow(() => link.first().click());
  }

  /** That the page has what is to be pressed: it came whole, so nothing is waited for. */
  async offers(wished, words) {
    if ((await wished.count()) > 0) return;
    assert.fail(`${this.page.url()} does not offer ${words}, but:\n${await this.text()}`);
  }

  /** All that the page's main part says. */
  text() {
    return this.page.locator("main").innerText();
  }

  async sees(...all) {
    const text = await this.text();
    for (const words of all) assert.ok(says(text, words), `${this.page.url()} does not say ${words}, but:\n${text}`);
  }

  async seesNot(...all) {
    const text = await this.text();
    for (const words of all) assert.ok(!says(text, words), `${this.page.url()} should not say ${words}:\n${text}`);
  }

  /** That the form came back, and that each fault is said on top, with a link to its field, and beside the field.
   * `faults` gives words of the fault by the label of the field, or by the heading of a group of choices. */
  async refuses(faults) {
    const { page } = this;
    assert.ok(this.status >= 400 && this.status < 500, `${page.url()} answered ${this.status}`);
    const summary = page.locator("main .error-summary");
    for (const [label, words] of Object.entries(faults)) {
      const own = page.locator("label, legend", { hasText: exactly(label) });
      const group = page.locator("main .form-group").filter({ has: own }).last();
      const beside = await group.locator(".form-error-message").first().innerText();
      assert.ok(says(beside, words), `beside »${label}« on ${page.url()} stands: ${beside}`);
      const entry = summary.getByRole("link", { name: words });
      const target = (await entry.first().getAttribute("href")).slice(1);
      assert.equal(await group.locator(`[id="${target}"]`).count(), 1, `${target} is not »${label}«`);
    }
    const said = await summary.locator("li").allInnerTexts();
    assert.equal(said.length, Object.keys(faults).length, `${page.url()} says: ${said.join(" | ")}`);
    if (this.scripts) assert.ok(await summary.evaluate((one) => one === document.activeElement), "the faults have the focus");
  }

  /** That fields hold what they should: a text, or true and false for a tick. */
  async holds(values) {
    for (const [label, value] of Object.entries(values)) {
      const field = await this.field(label);
      const held = typeof value === "boolean" ? await field.isChecked() : await field.inputValue();
      assert.equal(held, value, `»${label}« on ${this.page.url()}`);
    }
  }
}

/** The words of a label alone, perhaps with a remark in brackets behind them. */
function exactly(label) {
  const words = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${words}(\\s*\\(.*\\))?\\s*$`);
}

function says(text, words) {
  return words instanceof RegExp ? words.test(text) : text.includes(words);
}
