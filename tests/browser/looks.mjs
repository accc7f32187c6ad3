// What is looked at on every page that a test reaches: that its icons show, that each fault leads to its field, and that
// it is accessible (axe, WCAG 2.1 A and AA) and fits, at desktop and at phone width.
//
// Each page is looked over once. One that differs from another in nothing but its address, its words and values, or in
// how many of the same stand in a list, is shown to axe only once. In a run of many files all share what they saw
// (run.mjs).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** Defines on each page of a window how to load axe. The browser gets it once for each window instead of for each page, and
 * compiles it only where axe is loaded. */
export const BEFOREHAND = `globalThis.loadAxe = () => {${axeSource()}\n};`;
const SHARED = process.env.BROWSER_TESTS_SEEN;
const seen = new Set();

function axeSource() {
  return readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
}

/** Looks the page over, if it was not looked over before. Returns whether it was new. */
export async function lookOver(page) {
  assert.deepEqual(await page.evaluate(faultsWithoutField), [], `faults that lead to no field on ${page.url()}`);
  const shape = await page.evaluate(shapeOfPage);
  const path = new URL(page.url()).pathname.replace(/\d+/g, "0");
  const [thisPage, anyLikeIt] = [path + shape, shape].map((text) => createHash("sha256").update(text).digest("hex"));
  if (wasSeen(thisPage)) return false;
  const isNew = !wasSeen(anyLikeIt);
  if (isNew) {
    assert.deepEqual(await page.evaluate(emptyIcons), [], `icons that do not exist on ${page.url()}`);
    await page.evaluate(() => globalThis.loadAxe());
  }
  const size = page.viewportSize();
  for (const width of [DESKTOP, PHONE]) {
    await page.setViewportSize(width);
    if (isNew) await isAccessible(page, width);
    await fits(page, width);
  }
  if (isNew) await isReadableInTheDark(page);
  await page.setViewportSize(size);
  for (const one of [thisPage, anyLikeIt]) wasLookedOver(one);
  return true;
}

function wasSeen(one) {
  return seen.has(one) || (SHARED !== undefined && existsSync(join(SHARED, one)));
}

function wasLookedOver(one) {
  seen.add(one);
  if (SHARED) writeFileSync(join(SHARED, one), "");
}

async function isAccessible(page, size) {
  const found = await page.evaluate(whatAxeFinds, WCAG);
  assert.deepEqual(found, [], `axe at ${size.width} pixels on ${page.url()}:\n${found.join("\n")}`);
}

/** The dark scheme has colours of its own, and nothing else that differs. */
async function isReadableInTheDark(page) {
  await page.emulateMedia({ colorScheme: "dark" });
  // Its style sheet is fetched without haste while nobody needs it, and must not come in the midst of the reading.
  await page.waitForFunction(areStylesThere);
  const found = await page.evaluate(whatAxeFinds, { type: "rule", values: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual(found, [], `axe in the dark on ${page.url()}:\n${found.join("\n")}`);
}

/** Whether all style sheets have come; runs in the page. */
function areStylesThere() {
  return [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet !== null);
}

/** The icons that show nothing, because the design system has none of that name; runs in the page. */
function emptyIcons() {
  const shown = [...document.querySelectorAll("svg.icon-svg use")].filter((use) => use.closest("svg").checkVisibility());
  return shown.filter((use) => use.getBBox().width === 0).map((use) => use.getAttribute("href"));
}

/** The faults of an error summary whose link leads to no field that can be filled in; runs in the page. */
function faultsWithoutField() {
  const links = [...document.querySelectorAll(".error-summary a")];
  const field = (link) => document.getElementById(link.hash.slice(1));
  const leads = (link) => field(link)?.matches("input, select, textarea") && !field(link).disabled && field(link).checkVisibility();
  return links.filter((link) => !leads(link)).map((link) => `${link.innerText} (${link.hash})`);
}

/** What axe finds, in words; runs in the page. */
async function whatAxeFinds(runOnly) {
  const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations.map((one) => [`${one.id}: ${one.help}`, ...one.nodes.map((node) => `    ${node.html}`)].join("\n"));
}

async function fits(page, size) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= size.width, `${page.url()} is ${wide} pixels wide on a screen of ${size.width}`);
  assert.deepEqual(await page.evaluate(cutCells), [], `cells that are cut at ${size.width} pixels on ${page.url()}`);
}

/** The cells of tables that reach beyond the screen, or hold more than they show; runs in the page. */
function cutCells() {
  const cells = [...document.querySelectorAll("main tbody :is(th, td)")].filter((cell) => cell.checkVisibility());
  const isCut = (cell) => cell.getBoundingClientRect().right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1;
  return cells.filter(isCut).map((cell) => cell.innerText);
}

/** The page's elements with all attributes that say what they are; runs in the page. */
function shapeOfPage() {
  const values = new Set(["value", "href", "action", "content", "datetime", "data-copy", "title"]);
  const attribute = ({ name, value }) => (values.has(name) ? name : `${name}=${value.replace(/\d+/g, "0")}`);
  const shape = (element) => {
    const own = [element.tagName, ...[...element.attributes].map(attribute)].join(" ");
    const words = element.childElementCount === 0 && element.textContent.trim() ? "…" : "";
    return `<${own}>${words}${[...new Set([...element.children].map(shape))].join("")}`;
  };
  return shape(document.documentElement);
}
