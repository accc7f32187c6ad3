// Makes the files that a browser gets small, for the build script: one style sheet with what the pages use of the design
// system (PurgeCSS), the icons that they use, and of each text file a copy pressed by brotli and one by gzip, which stand
// beside it under the beginning of its hash.
//
//   node build/press.mjs <project> <folder of the design system> <folder to fill>

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { PurgeCSS } from "purgecss";

const [root, design, out] = process.argv.slice(2);
/** Classes that templates put together of a word and a value. */
const PUT_TOGETHER = [
  /^(alert|badge)-(info|success|warning|error)$/,
  /^button-(primary|secondary|tertiary|warning)$/,
  /^form-(radio|checkbox)$/,
  /^form-group-(radio|checkbox|day|month|year)$/,
];
const ICON = /<symbol[^>]*\bid="([^"]+)"[^]*?<\/symbol>/g;
const PRESSED = /\.(css|js|svg)$/;

const text = (...path) => readFile(join(...path), "utf8");

/** All files below a folder. */
async function files(folder, kinds) {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = all.filter((one) => one.isFile() && kinds.test(one.name)).map((one) => join(one.parentPath, one.name));
  return found.sort();
}

/** The pages and their script, which name classes and icons. */
async function pages() {
  const named = [...(await files(join(root, "templates"), /\.html$/)), join(root, "static/app.js")];
  return Promise.all(named.map(async (file) => ({ raw: await readFile(file, "utf8"), extension: "html" })));
}

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** The style sheet: the design system first, then ours, then what holds for a dark screen and for paper. */
async function style(content) {
  const raw = await text(design, "dkfds/css/dkfds.css");
  const words = /[A-Za-z0-9_-]+/g;
  const [{ css }] = await new PurgeCSS().purge({
    content,
    css: [{ raw }],
    defaultExtractor: (source) => source.match(words) ?? [],
    safelist: { standard: PUT_TOGETHER },
    keyframes: true,
  });
  const [ours, dark, print] = await Promise.all(["app.css", "dark.css", "print.css"].map((name) => text(root, "static", name)));
  const whole = [
    css.replaceAll("../img/", "/static/dkfds/img/"),
    ours,
    `@media screen and (prefers-color-scheme: dark) {\n${dark}}`,
    `@media print {\n${print}}`,
  ].join("\n");
  const bare = whole.replace(/\/\*[^]*?\*\//g, "").replace(/\n\s*/g, "\n").replace(/\n+/g, "\n").trim();
  const fonts = new Map();
  for (const [, path] of bare.matchAll(/url\("\/static\/(fonts\/[^"?]+)"\)/g)) {
    fonts.set(path, hash(await readFile(join(design, path))));
  }
  return [...fonts].reduce((css, [path, version]) => css.replaceAll(`/static/${path}"`, `/static/${path}?v=${version}"`), bare);
}

/** The icons that anything names. */
async function icons(content) {
  const named = new Set(content.flatMap(({ raw }) => raw.match(/[A-Za-z0-9_-]+/g) ?? []));
  return (await text(design, "dkfds/icons.svg")).replace(ICON, (symbol, id) => (named.has(id) ? symbol : ""));
}

async function put(name, content) {
  const bytes = Buffer.from(content);
  const at = join(out, name);
  await mkdir(dirname(at), { recursive: true });
  await writeFile(at, bytes);
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, ...size } });
  await writeFile(`${at}.${hash(bytes)}.br`, br);
  await writeFile(`${at}.${hash(bytes)}.gz`, gzipSync(bytes, { level: 9 }));
}

await rm(out, { recursive: true, force: true });
const content = await pages();
await put("site.css", await style(content));
await put("dkfds/icons.svg", await icons(content));
for (const file of await files(join(root, "static"), PRESSED)) {
  if (!file.endsWith(".css")) await put(file.slice(join(root, "static").length + 1), await readFile(file));
}
