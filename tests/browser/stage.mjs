// What every file of tests begins with: a world of its own and a browser, both gone when its tests are over.

import { after, before } from "node:test";

import { startBrowser } from "./browser.mjs";
import { startSite } from "./site.mjs";

/** Longer than this neither takes to start, however busy the machine. */
const PATIENCE = { timeout: 120_000 };

/** Sets the stage for a file of tests, perhaps with settings of its own; `site` and `browser` are there once its tests
 * run. */
export function stage(settings) {
  const set = {};
  before(async () => Object.assign(set, await startBoth(settings)), PATIENCE);
  after(() => strike(set), PATIENCE);
  return set;
}

/** A browser and a site. When one of them can't be started, the other one is ended and that is all. */
export async function startBoth(settings) {
  const set = { browser: await startBrowser() };
  try {
    set.site = await startSite(settings);
    return set;
  } catch (trouble) {
    await strike(set);
    throw trouble;
  }
}

async function strike({ browser, site }) {
  await browser?.close();
  await site?.stop();
}

/** Every flow is gone through twice: as most people do, and in a browser that runs no scripts. */
export const WAYS = [
  { scripts: true, name: "" },
  { scripts: false, name: ", without JavaScript" },
];
