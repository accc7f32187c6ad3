// Words of people that cannot be broken at a blank: a page never scrolls sideways because of one.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DESKTOP, PHONE } from "./looks.mjs";
import { Citizen, anybody } from "./people.mjs";
import { Officer } from "./staff.mjs";
import { stage } from "./stage.mjs";

const set = stage();

const NAME = `Wilhelmina ${"Wolfeschlegelsteinhausenberger".repeat(2)}`;
const STREET = `${"Nedermarksvejsengenbakken".repeat(3)} 4`;
const TOWN = "Nederengelstedkirkebymarksskovhuse";
const EMAIL = `${"w".repeat(60)}@${"wolfeschlegel".repeat(4)}.example`;

/** Looks at the page that is open on a phone, on a tablet and at a desk. */
async function fits({ page }) {
  const before = page.viewportSize();
  for (const size of [PHONE, { width: 768, height: 1024 }, DESKTOP]) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= size.width, `${page.url()} is ${wide} pixels wide on a screen of ${size.width}`);
  }
  await page.setViewportSize(before);
}

async function allFit(window, pages) {
  for (const page of pages) {
    await window.visit(page);
    assert.equal(window.status, 200, page);
    await fits(window);
  }
}

test("one long word in name, address, e-mail or user ID fits on every page that shows it", async () => {
  const citizen = await anybody(set);
  const { cpr, window } = citizen;
  await set.site.world.ask(`persons/${cpr}/name`, { name: NAME });
  await set.site.world.ask(`persons/${cpr}/address`, { street: STREET, postcode: "9870", town: TOWN });
  await citizen.logsOn();
  await window.visit("/selvbetjening/bruger-id");
  await window.fill({ "Bruger-id (valgfrit)": "w".repeat(3) + "olfeschlegel".repeat(3), Adgangskode: citizen.password });
  await window.press("Gem");
  await fits(window);
  await window.visit("/selvbetjening/kontakt");
  await window.fill({ "E-mail (valgfrit)": EMAIL, Adgangskode: citizen.password });
  await window.press("Gem");
  await fits(window);
  await window.visit("/selvbetjening/certifikat");
  await window.press("Forny certifikat");
  await fits(window);
  const own = ["", "/noeglekort", "/adgangskode", "/bruger-id", "/kontakt", "/certifikat", "/haendelseslog", "/sessioner"];
  await allFit(window, own.map((page) => `/selvbetjening${page}`));
  await citizen.window.visit("/kontrolrum");
  await fits(window);
  const letters = await set.site.world.letters(cpr);
  await allFit(window, ["/kontrolrum/personer", `/kontrolrum/personer/${cpr}`]);
  if (letters.length) await allFit(window, [`/kontrolrum/breve/${letters[0].id}`]);
  const renamed = await Citizen.of(set, cpr);
  for (const site of ["borgerportalen", "forsikringshuset"]) {
    await renamed.logsOn(`/tjenester/${site}`);
    await fits(renamed.window);
  }
  const officer = await Officer.atCounter(set);
  await officer.serves("vedligehold/spaer-adgangskode", renamed);
  await fits(officer.window);
  for (const one of [window, renamed.window, officer.window]) await one.close();
});
