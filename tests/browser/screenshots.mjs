// Makes the screenshot of the README from a new world: `node tests/browser/screenshots.mjs`

import { newWindow, startBrowser } from "./browser.mjs";
import { startSite } from "./site.mjs";

const site = await startSite();
const browser = await startBrowser();
try {
  const window = await newWindow({ browser, site }, { scripts: false });
  await window.visit("/");
  await window.page.screenshot({ path: "docs/screenshot.png" });
} finally {
  await browser.close();
  await site.stop();
}
