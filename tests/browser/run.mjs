// Runs the browser tests, two files at a time: all of them, or those whose names begin with the words that follow.
//
//   node tests/browser/run.mjs
//   node tests/browser/run.mjs counter sites
//
// What many files need is made once for all: a new world, of which each begins with a copy, and a note of what pages
// were looked over. When the program, Chromium or Java can't be started, that is said at once and nothing is run. At the
// end the Nu Html Checker reads every page that was reached.

import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { assertStarts, faultsIn } from "./html.mjs";
import { startBoth } from "./stage.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const AT_A_TIME = 2;

/** Starts both once: so it is known that they start, and there is a world to copy. */
async function makeWorld(folder) {
  const { browser, site } = await startBoth();
  await browser.close();
  await site.end();
  await cp(site.data, folder, { recursive: true });
  await site.stop();
}

async function files(wished) {
  const all = (await readdir(HERE)).filter((name) => name.endsWith(".test.mjs")).sort(longestFirst);
  const chosen = all.filter((name) => wished.length === 0 || wished.some((word) => name.startsWith(word)));
  if (chosen.length === 0) throw new Error(`no file of tests begins with ${wished.join(" or ")}`);
  return chosen.map((name) => join(HERE, name));
}

/** The walks over all pages take longest and begin first. */
function longestFirst(one, other) {
  const walks = (name) => (name.startsWith("pages_") ? 0 : 1);
  return walks(one) - walks(other) || one.localeCompare(other);
}

/** Whether the pages that were reached are valid HTML; says what is wrong. */
async function isValid(folder) {
  const [faults, pages] = [faultsIn(folder), await readdir(folder)];
  console.log(`HTML: ${pages.length} pages read, ${faults.length} faults\n${faults.join("\n")}`);
  return faults.length === 0;
}

/** Runs the files, and gives how it ended. */
function runs(chosen, shared) {
  const settings = ["--test", `--test-concurrency=${AT_A_TIME}`, "--test-reporter=spec"];
  const [world, seen, pages] = ["world", "seen", "pages"].map((name) => join(shared, name));
  const env = { ...process.env, BROWSER_TESTS_WORLD: world, BROWSER_TESTS_SEEN: seen, BROWSER_TESTS_PAGES: pages };
  const child = spawn(process.execPath, [...settings, ...chosen], { env, stdio: "inherit" });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}

const shared = await mkdtemp(join(tmpdir(), "selvbetjening-run-"));
try {
  const chosen = await files(process.argv.slice(2));
  assertStarts();
  for (const name of ["seen", "pages"]) await mkdir(join(shared, name));
  await makeWorld(join(shared, "world"));
  process.exitCode = await runs(chosen, shared);
  if (!(await isValid(join(shared, "pages")))) process.exitCode = 1;
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
} finally {
  await rm(shared, { recursive: true, force: true });
}
