// Runs cargo-mutants over the rules in shards, and remembers which mutants were caught. tests/mutants calls it with a folder
// below target and its own words, and says what they mean.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Mutants per call of cargo-mutants. Each call copies the sources, and builds and tests the rules once as they are. */
const SHARD = 100;
/** Seconds after which a mutant that computes on and on counts as caught. */
const TIMEOUT = 120;
const PACKAGE = ["--package", "selvbetjening-rules"];
const SETTINGS = ".cargo/mutants.toml";

const [folder, ...words] = process.argv.slice(2);
const options = new Set(words.filter((word) => word.startsWith("--")));
const files = words.filter((word) => !word.startsWith("--"));
for (const option of options) {
  if (["--all", "--list"].includes(option)) continue;
  console.error(`tests/mutants has no option ${option}.`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const memory = join(folder, "caught.json");
const outcomes = join(folder, "mutants.out", "outcomes.json");
const underWay = join(folder, "shard.json");

/** A JSON file; `otherwise` when there is none. */
function read(path, otherwise) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT" && otherwise !== undefined) return otherwise;
    throw error;
  }
}

function list(...more) {
  const json = execFileSync("cargo", ["mutants", "--list", "--json", ...PACKAGE, ...more], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(json).filter((mutant) => files.length === 0 || files.some((word) => isIn(mutant.file, word)));
}

const isIn = (file, word) => file.startsWith(`crates/rules/src/${word.replace(/^crates\/rules\/src\//, "")}`);

/** Each line of the settings that names a mutant has to name one, and one alone. */
function checkSettings() {
  const named = readFileSync(SETTINGS, "utf8").match(/^ {2}'.+',$/gm) ?? [];
  const left = new Set(execFileSync("cargo", ["mutants", "--list", ...PACKAGE], { encoding: "utf8" }).split("\n"));
  const all = execFileSync("cargo", ["mutants", "--list", "--no-config", ...PACKAGE], { encoding: "utf8" });
  const out = all.split("\n").filter((name) => !left.has(name));
  for (const line of named) {
    const found = out.filter((name) => new RegExp(line.trim().slice(1, -2)).test(name));
    if (found.length !== 1) {
      console.error(`${SETTINGS}: ${line.trim()} names ${found.length} mutants instead of one.`);
      process.exit(1);
    }
  }
}

/** What a mutant changes, by the text of its function and the place in it: the same as long as the function is. */
function identity(mutant) {
  const lines = readFileSync(mutant.file, "utf8").split("\n");
  const { start, end } = mutant.function?.span ?? { start: { line: 1 }, end: { line: lines.length } };
  const text = lines.slice(start.line - 1, end.line).join("\n");
  const place = [mutant.span.start.line - start.line, mutant.span.start.column, mutant.span.end.column];
  const parts = [mutant.file, mutant.function?.function_name, text, place, mutant.replacement];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Takes over what cargo-mutants has found about these mutants, by name, and returns those that survived. */
function takeOver(identities) {
  const survivors = [];
  for (const { scenario, summary } of read(outcomes, { outcomes: [] }).outcomes) {
    const name = scenario.Mutant?.name;
    // cargo-mutants adds some of the same files that were not asked for.
    if (!identities[name]) continue;
    if (["CaughtMutant", "Unviable", "Timeout"].includes(summary)) caught[identities[name]] = `${summary} ${name}`;
    if (summary === "MissedMutant") survivors.push(name);
  }
  writeFileSync(memory, JSON.stringify(caught, null, 1));
  rmSync(underWay, { force: true });
  return survivors;
}

/** Tests these mutants with cargo-mutants, and returns those that survived. */
function test(shard) {
  const identities = Object.fromEntries(shard.map((mutant) => [mutant.name, mutant.identity]));
  rmSync(join(folder, "mutants.out"), { recursive: true, force: true });
  // When this is stopped half-way, the next call takes over what was found until then.
  writeFileSync(underWay, JSON.stringify(identities));
  const exact = shard.map(({ name }) => `--re=^${name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}$`);
  const only = [...new Set(shard.map(({ file }) => `--file=${file}`))];
  const how = [`--timeout=${TIMEOUT}`, "--no-shuffle", "--colors=never", "--output", folder];
  const { status, signal } = spawnSync("cargo", ["mutants", ...PACKAGE, ...how, ...only, ...exact, "--", "--lib"], {
    stdio: "inherit",
    env: environment,
  });
  const survivors = takeOver(identities);
  // Each call builds in another copy of the sources, and what is left of its build is of no use to the next.
  rmSync(join(folder, "build/debug/incremental"), { recursive: true, force: true });
  const untried = shard.filter(({ name, identity }) => !caught[identity] && !survivors.includes(name));
  if (untried.length > 0) {
    const ended = `cargo-mutants ended with ${signal ?? status}`;
    console.error(`${ended} and did not try ${untried.length} mutants, as ${untried[0].name}. Call again to go on.`);
    process.exit(1);
  }
  return survivors;
}

/** One folder for all builds, no debug information, and fewer cases of each property: about half the time. */
const environment = {
  ...process.env,
  CARGO_TARGET_DIR: resolve(folder, "build"),
  CARGO_PROFILE_DEV_DEBUG: "0",
  PROPTEST_CASES: "64",
  RUST_BACKTRACE: "0",
};

checkSettings();
if (options.has("--all")) rmSync(memory, { force: true });
const caught = read(memory, {});
if (!options.has("--list")) takeOver(read(underWay, {}));
const mutants = list().map((mutant) => ({ ...mutant, identity: identity(mutant) }));
if (mutants.length === 0) {
  console.error(`No file of crates/rules/src that has mutants begins with ${files.join(" or ")}.`);
  process.exit(1);
}
const pending = mutants.filter((mutant) => !caught[mutant.identity]);
console.log(`${mutants.length} mutants, ${mutants.length - pending.length} of them caught before.`);
if (options.has("--list")) {
  for (const { name } of pending) console.log(name);
  process.exit(0);
}

const survivors = [];
for (let from = 0; from < pending.length; from += SHARD) {
  const shard = pending.slice(from, from + SHARD);
  console.log(`\n== Mutants ${from + 1} to ${from + shard.length} of ${pending.length}`);
  survivors.push(...test(shard));
}

// What is remembered of functions that are gone is forgotten.
if (files.length === 0) {
  const present = new Set(mutants.map((mutant) => mutant.identity));
  for (const one of Object.keys(caught)) if (!present.has(one)) delete caught[one];
  writeFileSync(memory, JSON.stringify(caught, null, 1));
}
if (survivors.length > 0) {
  console.error(`\n${survivors.length} mutants survived: no test of the rules fails with them.`);
  for (const name of survivors) console.error(`  ${name}`);
  process.exit(1);
}
console.log(`\nNo mutant survived: ${mutants.length} were caught, or could not be built.`);
