// Pages on paper: letters, key cards, receipts and the journal in the face of the screen, what belongs together on one sheet,
// and nothing that only works on a screen.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { Citizen } from "./people.mjs";
import { stage } from "./stage.mjs";
import { Officer } from "./staff.mjs";

const set = stage();
const folder = mkdtempSync(join(tmpdir(), "selvbetjening-paper-"));
after(() => rmSync(folder, { recursive: true }));

const run = (program, ...words) => execFileSync(program, words, { encoding: "utf8" });

/** The page on A4: its sheets as text, and the typefaces on them. */
async function printed(page) {
  const path = join(folder, "page.pdf");
  await page.pdf({ path, format: "A4" });
  const sheets = run("pdftotext", "-layout", path, "-").split("\f").slice(0, -1);
  const faces = run("pdffonts", path).split("\n").slice(2).filter(Boolean).map((line) => line.split(" ")[0].replace(/^[A-Z]+\+/, ""));
  return { sheets, faces };
}

function inOurFace({ faces }) {
  assert.ok(faces.length > 0 && faces.every((face) => face.startsWith("IBMPlexSans")), faces.join(", "));
}

/** The heights of the letters of a card on paper, in points. */
async function pointsOfCard(page) {
  await page.emulateMedia({ media: "print" });
  const sizes = await page.evaluate(() => [...document.querySelectorAll(".key-card :is(th, td, span:not(.sr-only))")].map((one) => (parseFloat(getComputedStyle(one).fontSize) * 72) / 96));
  await page.emulateMedia({ media: "screen" });
  return sizes;
}

test("a key card is on one sheet, and in large print on three in letters of 18 points at least", async () => {
  const hanne = await Citizen.named(set, "Hanne Iversen");
  const { page } = hanne.window;
  const [{ card_number: card, keys }] = hanne.cards;
  const numbers = Object.keys(keys);
  await hanne.window.visit(`/kontrolrum/personer/${hanne.cpr}/noeglekort/${card}`);
  const usual = await printed(page);
  inOurFace(usual);
  assert.equal(usual.sheets.length, 1);
  for (const number of numbers) assert.match(usual.sheets[0], new RegExp(`\\b${number}\\b`));
  assert.doesNotMatch(usual.sheets[0], /Find nøgle|Udskriv|Stor skrift|Kontrolrum/);

  await hanne.window.click("Stor skrift");
  const large = await printed(page);
  inOurFace(large);
  assert.equal(large.sheets.length, 3);
  assert.equal(numbers.filter((number) => large.sheets.some((sheet) => new RegExp(`\\b${number}\\b`).test(sheet))).length, 148);
  for (const sheet of large.sheets) assert.match(sheet, new RegExp(card));
  const sizes = await pointsOfCard(page);
  assert.ok(sizes.length > 296 && sizes.every((size) => size >= 17.99), `${Math.min(...sizes)} points`);
  await hanne.window.close();
});

test("a letter is printed as it lies in the envelope, its card on a sheet of its own", async () => {
  const hanne = await Citizen.named(set, "Hanne Iversen");
  const { window } = hanne;
  await hanne.logsOn();
  await window.visit("/selvbetjening/noeglekort");
  await window.press("Bestil nøglekort");
  await window.site.world.pass({ working_days: 3 });
  await window.site.world.pass({ hours: 2 });
  const letters = await hanne.opensPost();
  const letter = letters.find((one) => one.kind === "key_card");
  await window.visit(`/kontrolrum/breve/${letter.id}`);
  const { sheets, faces } = await printed(window.page);
  inOurFace({ faces });
  assert.equal(sheets.length, 2, "the letter, and the card whole on the second");
  assert.match(sheets[0], /Kære Hanne Iversen/);
  assert.doesNotMatch(sheets.join(), /Brev til|Hent som PDF|Udskriv/);
  assert.equal(sheets[1].match(/\b\d{6}\b/g).length, 148);
  await window.close();
});

test("a receipt is printed without its buttons, and the journal without its search", async () => {
  const officer = await Officer.atCounter(set);
  const citizen = await Citizen.named(set, "Stine Udsen");
  const { window } = officer;
  await officer.serves("vedligehold/spaer-noeglekort", citizen);
  await window.choose(citizen.nemid.cards[0].number);
  await window.choose("Borgeren har mistet kortet");
  await window.press();
  await officer.signs();
  assert.ok(await window.page.getByRole("button", { name: "Udskriv kvittering" }).isVisible());
  const receipt = await printed(window.page);
  inOurFace(receipt);
  assert.match(receipt.sheets.join(), /Stine Udsen/);
  assert.doesNotMatch(receipt.sheets.join(), /Udskriv kvittering|Gå til forsiden|Udlever nyt nøglekort\n/);
  await window.visit("/ra/journal");
  const journal = await printed(window.page);
  inOurFace(journal);
  assert.match(journal.sheets.join(), /Stine Udsen/);
  assert.doesNotMatch(journal.sheets.join(), /Medarbejder \(valgfrit\)|Find\n|Log af/);
  await citizen.window.close();
  await window.close();
});
