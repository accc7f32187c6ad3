// The HTML checker says what is wrong with a page, and says it once.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { faultsIn } from "./html.mjs";

const page = (body) => `<!DOCTYPE html><html lang="da"><head><title>Side</title></head><body>${body}</body></html>`;
const WRONG = `<label>Adresse <input autocomplete="street-address"></label>
<time datetime="2019-03-04T08:00:00.123456789Z">4. marts</time>
<label>Konto <select required><option value="1">Lønkonto</option></select></label>`;

test("what HTML does not allow is told, each fault once for all pages that have it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "selvbetjening-html-"));
  try {
    await writeFile(join(folder, "right.html"), page("<p>Alt er i orden.</p>"));
    assert.deepEqual(faultsIn(folder), []);
    for (const name of ["one", "two"]) await writeFile(join(folder, `${name}.html`), page(WRONG));
    const faults = faultsIn(folder);
    assert.equal(faults.length, 3, faults.join("\n"));
    for (const [nth, words] of ["street-address", "fraction of a second", "placeholder"].entries()) {
      assert.match(faults[nth], new RegExp(words));
      assert.match(faults[nth], /and 1 more like it/);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
