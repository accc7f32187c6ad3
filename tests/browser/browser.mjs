// A real Chromium, and what is looked at on every page that a test reaches: that it is accessible and fits at desktop
// and phone width, that no script or style was refused, and that no request left the machine.

import assert from "node:assert/strict";

import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const LOOKED_OVER = new Set();

/** The page's elements with all attributes that say what they are; runs in the page. */
function shapeOfPage() {
  const values = new Set(["value", "href", "action", "content", "datetime", "data-copy", "title"]);
  const attribute = ({ name, value }) => (values.has(name) ? name : `${name}=${value}`);
  const shape = (element) => {
    const own = [element.tagName, ...[...element.attributes].map(attribute)].join(" ");
    const words = element.childElementCount === 0 && element.textContent.trim() ? "…" : "";
    return `<${own}>${words}${[...element.children].map(shape).join("")}`;
  };
  return location.pathname.replace(/\d+/g, "0") + shape(document.documentElement);
}

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** A browser window that nobody used before. `scripts: false` is a visitor whose browser runs none. */
export async function newWindow(browser, site, { scripts = true, size = DESKTOP } = {}) {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: size,
    javaScriptEnabled: scripts,
    locale: "da-DK",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  return new Window(page, site, scripts);
}

class Window {
  constructor(page, site, scripts) {
    this.page = page;
    this.site = site;
    this.scripts = scripts;
    this.strange = [];
    page.setDefaultTimeout(15_000);
    page.on("request", (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(`${site.address}/`)) this.strange.push(`asked for ${url}`);
    });
    page.on("pageerror", (error) => this.strange.push(`script error: ${error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.strange.push(message.text());
    });
  }

  close() {
    return this.page.context().close();
  }

  /** Goes to an address and looks the page over. */
  async visit(path) {
    const response = await this.page.goto(path, { waitUntil: "load" });
    await this.lookOver();
    return response;
  }

  /** Does what leads to another page, waits for it and looks it over. */
  async follow(act) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), act()]);
    await this.lookOver();
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** Field by the words of its label. */
  async field(label) {
    const words = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const exact = this.page.locator("label", { hasText: new RegExp(`^\\s*${words}(\\s*\\(.*\\))?\\s*$`) });
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

  /** Ticks a choice (radio or check box) by the words of its label. */
  async choose(words) {
    await this.page.locator("main").getByLabel(words).first().check();
  }

  /** Presses a button of the page's main part by its words; without words the one that leads on. */
  async press(words) {
    const main = this.page.locator("main");
    const button = words ? main.getByRole("button", { name: words }) : main.locator("button.button-primary");
    await this.follow(() => button.first().click());
  }

  /** Follows a link by its words. */
  async click(words) {
    await this.follow(() => this.page.getByRole("link", { name: words }).first().click());
  }

  /** All that the page's main part says. */
  text() {
    return this.page.locator("main").innerText();
  }

  async sees(words) {
    const text = await this.text();
    const found = words instanceof RegExp ? words.test(text) : text.includes(words);
    assert.ok(found, `${this.page.url()} does not say ${words}, but:\n${text}`);
  }

  async seesNot(words) {
    const text = await this.text();
    const found = words instanceof RegExp ? words.test(text) : text.includes(words);
    assert.ok(!found, `${this.page.url()} should not say ${words}:\n${text}`);
  }

  /** Accessibility and fit at both widths, and nothing strange on the way here. A page that differs from one that was
   * looked over in nothing but its words and values needs no second look. */
  async lookOver() {
    assert.deepEqual(this.strange, [], this.page.url());
    if (!this.scripts) return;
    const shape = await this.page.evaluate(shapeOfPage);
    if (LOOKED_OVER.has(shape)) return;
    LOOKED_OVER.add(shape);
    const size = this.page.viewportSize();
    for (const width of [DESKTOP, PHONE]) {
      await this.page.setViewportSize(width);
      await this.#axe(width);
      await this.#fits(width);
    }
    await this.page.setViewportSize(size);
  }

  async #axe(size) {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(WCAG).setLegacyMode(true).analyze();
    const found = violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.html}`).join("\n")}`);
    assert.deepEqual(found, [], `axe at ${size.width} pixels on ${this.page.url()}:\n${found.join("\n")}`);
  }

  async #fits(size) {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= size.width, `${this.page.url()} is ${wide} pixels wide on a screen of ${size.width}`);
  }
}
