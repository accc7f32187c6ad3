// The harness itself: when the program or Chromium can't be started, a run ends at once and says so.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ALL = [fileURLToPath(new URL("run.mjs", import.meta.url))];
const ONE_FILE = ["--test", fileURLToPath(new URL("frame.test.mjs", import.meta.url))];
const AT_ONCE = 45_000;

/** Runs tests with other settings, and gives what was said and how it ended. */
function runs(what, settings) {
  const { NODE_TEST_CONTEXT, BROWSER_TESTS_WORLD, ...env } = { ...process.env, ...settings };
  const child = spawn(process.execPath, what, { env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((done, fail) => {
    let said = "";
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      fail(new Error(`the run hangs, having said:\n${said}`));
    }, AT_ONCE);
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("exit", (code) => {
      clearTimeout(late);
      done({ code, said });
    });
  });
}

for (const [name, what] of [["the whole run", ALL], ["a single file", ONE_FILE]]) {
  test(`${name} ends at once without the program, and names it`, async () => {
    const { code, said } = await runs(what, { SELVBETJENING: "/nonexistent" });
    assert.equal(code, 1, said);
    assert.match(said, /\/nonexistent cannot be started: spawn \/nonexistent ENOENT/);
  });

  test(`${name} ends at once without Chromium, and names it`, async () => {
    const { code, said } = await runs(what, { CHROMIUM: "/nonexistent" });
    assert.equal(code, 1, said);
    assert.match(said, /Chromium cannot be started \(\/nonexistent\)/);
  });

  test(`${name} says what the program said when it ends by itself`, async () => {
    const { code, said } = await runs(what, { SELVBETJENING_ADDRESS: "no address" });
    assert.equal(code, 1, said);
    assert.match(said, /ended with \d+ before it told its address/);
  });
}
