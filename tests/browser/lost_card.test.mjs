// A card is lost and replaced at the counter at once (Guide 3.1.6), and each step stands in the Hændelseslog.

import assert from "node:assert/strict";
import { test } from "node:test";

import { anybody } from "./people.mjs";
import { Officer } from "./staff.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();

for (const way of WAYS) {
  test(`a lost card is blocked and replaced at the counter${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const officer = await Officer.atCounter(set, way);
    const lost = citizen.nemid.cards[0].number;

    await officer.serves("vedligehold/spaer-noeglekort", citizen);
    await officer.window.choose(lost);
    await officer.window.choose("Borgeren har mistet kortet");
    await officer.window.press();
    await officer.window.sees(lost);
    await officer.signs();

    const fresh = await officer.takesFromShelf("cards");
    await officer.window.press("Udlever nyt nøglekort");
    await officer.window.fill({ Nøglekortnummer: fresh });
    await officer.window.press();
    await officer.signs();
    await officer.window.visit("/ra/journal");
    await officer.window.page.locator("main summary").first().click();
    await officer.window.sees(fresh);
    await officer.window.close();

    await set.site.world.openFromShelf(officer.office, fresh);
    citizen.cards = (await set.site.world.cards(citizen.cpr)).filter((card) => card.card_number === fresh);
    assert.equal(citizen.cards.length, 1);
    const { window } = citizen;
    await window.visit("/selvbetjening");
    await citizen.identifies();
    if (await window.page.locator(".key-question").count() === 0) {
      await window.fill({ Nøglekortnummer: fresh });
      await window.press();
    }
    await citizen.answersKey();
    await window.visit("/selvbetjening/noeglekort");
    await window.sees(fresh);
    await window.visit("/selvbetjening/haendelseslog");
    await window.sees(lost);
    await window.sees(fresh);
    await window.close();
  });
}
