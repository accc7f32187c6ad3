// What every file of tests begins with: a world of its own and a browser, both gone when its tests are over.

import { after, before } from "node:test";

import { startBrowser } from "./browser.mjs";
import { startSite } from "./site.mjs";

/** Sets the stage for a file of tests; `site` and `browser` are there once its tests run. */
export function stage() {
  const set = {};
  before(async () => {
    [set.site, set.browser] = await Promise.all([startSite(), startBrowser()]);
  });
  after(async () => {
    await set.browser?.close();
    await set.site?.stop();
  });
  return set;
}

/** Every flow is gone through twice: as most people do, and in a browser that runs no scripts. */
export const WAYS = [
  { scripts: true, name: "" },
  { scripts: false, name: ", without JavaScript" },
];
