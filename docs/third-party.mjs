// Writes THIRD-PARTY.md: what the program ships that others made. `node docs/third-party.mjs`
// With `--check` it writes nothing, and fails where the file says something else.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// What is built for another system may need further crates.
const LINUX = "x86_64-unknown-linux-gnu";
const cargo = (...words) => execFileSync("cargo", words, { encoding: "utf8", maxBuffer: 1 << 28 });
const metadata = JSON.parse(cargo("metadata", "--format-version", "1", "--locked", "--filter-platform", LINUX));
const byId = new Map(metadata.packages.map((crate) => [crate.id, crate]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));

// Everything that is linked into the program: no crate that only builds or tests it.
const shipped = new Set();
const visit = (id) => {
  if (shipped.has(id)) return;
  shipped.add(id);
  for (const dep of nodes.get(id).deps) {
    if (dep.dep_kinds.some(({ kind }) => kind === null)) visit(dep.pkg);
  }
};
visit(metadata.resolve.root);
for (const own of metadata.workspace_members) shipped.delete(own);

const rows = [...shipped]
  .map((id) => byId.get(id))
  .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
  .map(({ name, version, license, repository }) => `| ${name} | ${version} | ${license ?? "see the crate"} | ${repository ?? ""} |`);
const dkfds = JSON.parse(readFileSync("node_modules/dkfds/package.json", "utf8"));

const said = `# What others made

The program holds the parts below. Written by \`node docs/third-party.mjs\`; run it again when parts change.

## Look

| part | version | licence | from |
|---|---|---|---|
| Det Fælles Designsystem (\`dkfds\`): style sheet | ${dkfds.version} | MIT | https://github.com/detfaellesdesignsystem/dkfds-components |
| Material Symbols, Material Design Icons (within \`dkfds\`): icons | ${dkfds.version} | Apache-2.0 | https://fonts.google.com/icons, https://pictogrammers.com |
| IBM Plex Sans (within \`dkfds\`): typeface of pages and letters, © 2017 IBM Corp. with Reserved Font Name "Plex" | ${dkfds.version} | OFL-1.1 | https://github.com/IBM/plex |

## Sound

The words that a telephone reads out (\`voice/\`) were spoken by espeak-ng 1.51 (GPL-3.0-or-later, https://github.com/espeak-ng/espeak-ng),
which is no part of the program. What it speaks is not covered by its licence; the clips are ours, and under the program's licences.

## Crates

Those of the program for Linux; built for another system, it holds a few more.

| crate | version | licence | from |
|---|---|---|---|
${rows.join("\n")}
`;

if (!process.argv.includes("--check")) {
  writeFileSync("THIRD-PARTY.md", said);
} else if (readFileSync("THIRD-PARTY.md", "utf8") !== said) {
  console.error("THIRD-PARTY.md does not list what the program ships: run node docs/third-party.mjs.");
  process.exit(1);
}
