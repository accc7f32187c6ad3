// Whether pages are written as the HTML standard allows: the Nu Html Checker reads every page that the tests reached, as
// the program sent it. Each is kept once; in a run of many files all keep theirs in one folder (run.mjs).

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const KEPT = process.env.BROWSER_TESTS_PAGES;
const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
/** More than all that it says of a few hundred pages. */
const MOST_SAID = 1 << 28;

/** Says at once when the checker could not be started later. */
export function assertStarts() {
  const { status } = spawnSync("java", ["-version"], { stdio: "ignore" });
  if (status !== 0) throw new Error("Java is missing: install it (Debian: apt-get install default-jre-headless).");
}

/** Keeps a page for the checker, under a name that tells where it stands. */
export function keep(url, html) {
  if (!KEPT) return;
  const place = new URL(url).pathname.replace(/[^a-z0-9]+/gi, "-").slice(0, 80);
  const mark = createHash("sha256").update(html).digest("hex").slice(0, 12);
  writeFileSync(join(KEPT, `page${place}-${mark}.html`), html);
}

/** What is wrong with the pages in a folder: each fault once, with the first page that has it and how many have. */
export function faultsIn(folder) {
  const pages = readdirSync(folder);
  if (pages.length === 0) return [];
  const settings = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"];
  const said = execFileSync("java", ["-jar", CHECKER, ...settings, folder], { encoding: "utf8", maxBuffer: MOST_SAID });
  const found = new Map();
  for (const { url, message, extract } of JSON.parse(said).messages) {
    const at = `${message}\n    ${(extract ?? "").replace(/\s+/g, " ").trim()}`;
    found.set(message, [...(found.get(message) ?? []), `${decodeURI(url ?? "").split("/").at(-1)}: ${at}`]);
  }
  return [...found.values()].map((all) => (all.length > 1 ? `${all[0]}\n    and ${all.length - 1} more like it` : all[0]));
}
