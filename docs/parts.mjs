// Checks the dependencies, and fails with a list of findings: `node docs/parts.mjs`
//
// - licences: every crate and npm package has an allowed licence;
// - sources: every crate comes from one registry and has a checksum, and every npm package has a checksum;
// - unused: the sources use every crate that their Cargo.toml names.
//
// deny.toml has the same rules for cargo-deny, and the known advisories (docs/decisions/parts.md).

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Allowed licences. Another one is accepted only if one of these can be chosen instead ("OR"). */
const ALLOWED = new Set([
  "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
  "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "OFL-1.1", "Unicode-3.0", "Unlicense", "Zlib",
]);
/** Allowed for one package alone, each with the reason. */
const EXCEPTIONS = new Map(Object.entries({
  "axe-core": ["MPL-2.0", "looks over pages in tests; not shipped"],
  "cssparser": ["MPL-2.0", "reads pages in tests; not shipped"],
  "cssparser-macros": ["MPL-2.0", "reads pages in tests; not shipped"],
  "dtoa-short": ["MPL-2.0", "reads pages in tests; not shipped"],
  "option-ext": ["MPL-2.0", "part of a macro that builds the program; not shipped"],
  "selectors": ["MPL-2.0", "reads pages in tests; not shipped"],
}));
const cargo = (...words) => execFileSync("cargo", words, { encoding: "utf8", maxBuffer: 1 << 28 });
/** Only crates for this platform are looked at, so that none has to be downloaded for another. */
const here = /^host: (.+)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }))[1];
const metadata = JSON.parse(cargo("metadata", "--format-version", "1", "--locked", "--filter-platform", here));
const own = new Set(metadata.workspace_members);
const foreign = metadata.packages.filter((one) => !own.has(one.id));
const npm = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages).filter(([path]) => path);
const findings = [];

/** Whether the allowed licences satisfy an expression such as `(MIT OR GPL-2.0) AND Unicode-3.0`. */
function isAllowed(expression, also) {
  const words = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  const either = () => {
    let met = both();
    while (words[0] === "OR" && words.shift()) met = both() || met;
    return met;
  };
  const both = () => {
    let met = one();
    while (words[0] === "AND" && words.shift()) met = one() && met;
    return met;
  };
  const one = () => {
    let word = words.shift();
    if (word === "(") {
      const met = either();
      words.shift();
      return met;
    }
    if (words[0] === "WITH") word += ` ${words.shift()} ${words.shift()}`;
    return ALLOWED.has(word) || word === also;
  };
  return either() && words.length === 0;
}

function hasGoodLicence(name, version, licence) {
  const [also] = EXCEPTIONS.get(name) ?? [];
  if (!licence) findings.push(`${name} ${version} names no licence`);
  else if (!isAllowed(licence, also)) findings.push(`${name} ${version} has the licence ${licence}`);
}

/** The blocks of Cargo.lock, each as its keys and values. */
function locked() {
  const blocks = readFileSync("Cargo.lock", "utf8").split("[[package]]").slice(1);
  return blocks.map((block) => Object.fromEntries([...block.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value])));
}

function hasGoodSources() {
  const ours = new Set(metadata.packages.filter((one) => own.has(one.id)).map((one) => one.name));
  const registries = new Set();
  for (const { name, version, source, checksum } of locked()) {
    if (!source && ours.has(name)) continue;
    if (!source?.startsWith("registry+")) findings.push(`${name} ${version} comes from ${source ?? "a folder"}`);
    else if (!checksum) findings.push(`${name} ${version} has no checksum`);
    registries.add(source);
  }
  if (registries.size > 1) findings.push(`crates come from several places: ${[...registries].join(", ")}`);
  for (const [path, { integrity }] of npm) if (!integrity) findings.push(`${path} has no checksum`);
}

/** All sources below a package's folder, but not those of a package within. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !["target", "node_modules", "crates", ".git", "data"].includes(entry.name)) yield* sources(path);
    if (entry.isFile() && entry.name.endsWith(".rs")) yield readFileSync(path, "utf8");
  }
}

function hasNothingUnused({ name, manifest_path, dependencies }) {
  const text = [...sources(dirname(manifest_path))].join("\n");
  for (const dependency of dependencies) {
    const word = (dependency.rename ?? dependency.name).replaceAll("-", "_");
    const named = new RegExp(`(?<![\\w.])${word}(::|;| as |!)`);
    if (!named.test(text)) findings.push(`${name} does not use ${dependency.name}`);
  }
}

for (const { name, version, license } of foreign) hasGoodLicence(name, version, license);
for (const [path, { version, license }] of npm) hasGoodLicence(path.replace(/.*node_modules\//, ""), version, license);
hasGoodSources();
for (const one of metadata.packages) if (own.has(one.id)) hasNothingUnused(one);

for (const finding of findings) console.error(finding);
console.log(`${foreign.length} crates and ${npm.length} npm packages: findings: ${findings.length}`);
process.exitCode = findings.length > 0 ? 1 : 0;
