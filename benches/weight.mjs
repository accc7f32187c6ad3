// What a browser gets, and how soon it shows something, measured in a Chromium over the release build:
//
//   cargo build --release && SELVBETJENING=target/release/selvbetjening node benches/weight.mjs
//
// A first visit (nothing kept), a page after it, and the first paint on a slow 4G line (1.6 Mbit/s, 150 ms) with a
// processor half as fast, median of five. It fails where a first visit of the front page takes more than 70 KB or 8
// requests, a typical page (the median of those below) more than 3 KB, or the first paint more than a second.

import { startBrowser } from "../tests/browser/browser.mjs";
import { startSite } from "../tests/browser/site.mjs";

const FIRST = { bytes: 70_000, requests: 8 };
const TYPICAL = 3_000;
const PAINT = 1_000;
const TIMES = 5;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PAGES = ["/log-paa", "/bestil", "/spaer", "/aktiver", "/mistet-noeglekort", "/glemt-adgangskode", "/ra", "/tjenester"];

const site = await startSite();
const browser = await startBrowser();
const faults = [];

/** A window with nothing kept, and what its network says. */
async function visitor() {
  const context = await browser.newContext({ baseURL: site.address });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  const seen = { bytes: 0, requests: 0 };
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
    if (encodedDataLength > 0) Object.assign(seen, { bytes: seen.bytes + encodedDataLength, requests: seen.requests + 1 });
  });
  const visit = async (path) => {
    Object.assign(seen, { bytes: 0, requests: 0 });
    await page.goto(path, { waitUntil: "networkidle" });
    return { ...seen };
  };
  return { context, page, wire, visit };
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function say(what, { bytes, requests }, most) {
  const too = bytes > most.bytes || requests > (most.requests ?? Infinity);
  console.log(`${what}: ${(bytes / 1_000).toFixed(1)} KB in ${requests} requests${too ? "  TOO MUCH" : ""}`);
  if (too) faults.push(what);
}

try {
  const first = await visitor();
  say("first visit of /", await first.visit("/"), FIRST);
  const pages = [];
  for (const path of PAGES) {
    const seen = await first.visit(path);
    say(`then ${path}`, seen, { bytes: Infinity });
    pages.push(seen.bytes);
  }
  const typical = median(pages);
  say("a typical page", { bytes: typical, requests: 1 }, { bytes: TYPICAL });
  const room = await visitor();
  say("first visit of /kontrolrum", await room.visit("/kontrolrum"), { bytes: Infinity });
  for (const { context } of [first, room]) await context.close();

  const paints = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const { context, page, wire, visit } = await visitor();
    await wire.send("Network.emulateNetworkConditions", SLOW_4G);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: 2 });
    await visit("/");
    paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity));
    await context.close();
  }
  const paint = median(paints);
  console.log(`first paint of / on slow 4G: ${Math.round(paint)} ms (${paints.map(Math.round).join(", ")})`);
  if (paint > PAINT) faults.push("first paint");
} finally {
  await browser.close();
  await site.stop();
}
if (faults.length > 0) {
  console.error(`over the limit: ${faults.join(", ")}`);
  process.exitCode = 1;
}
