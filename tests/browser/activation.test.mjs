// Activation, from the letter box to the first log-on (Guide 3.1.2).

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();

/** Public NemIDs whose three letters lie in the letter box. */
async function waiting(world) {
  const found = [];
  for (const person of await world.persons()) {
    const [nemid, ...more] = person.nemids;
    if (more.length || nemid?.issuer !== "public" || nemid.state !== "not_activated") continue;
    const kinds = (await world.letters(person.cpr)).filter((one) => one.state === "delivered").map((one) => one.kind);
    if (["welcome", "key_card", "pin_letter"].every((kind) => kinds.filter((one) => one === kind).length === 1)) {
      found.push(person.cpr);
    }
  }
  return found;
}

for (const [nth, way] of WAYS.entries()) {
  test(`a citizen activates from the letter box and logs on${way.name}`, async () => {
    const everybody = await waiting(set.site.world);
    const citizen = await Citizen.of(set, everybody[nth === 0 ? 0 : everybody.length - 1], way);
    const post = await citizen.opensPost();
    const letter = post.find((one) => one.kind === "pin_letter");
    assert.equal(post.find((one) => one.kind === "welcome").nemid_number, citizen.nemid.number);
    await citizen.activates(letter.temporary_password, "sommerfugl19");
    await citizen.logsOn();
    await citizen.window.sees(citizen.name);
    await citizen.window.visit("/selvbetjening/haendelseslog");
    await citizen.window.sees(/aktiver/i);
    const after = await citizen.listed();
    assert.equal(after.state, "active");
    assert.equal(after.cards[0].keys_left, 146);
    await citizen.window.close();
  });
}

test("what is typed wrong is said beside its field and on top, and what was typed stays", async () => {
  const window = await newWindow(set);
  await window.visit("/aktiver");
  await window.fill({ "NemID-nummer": "12", "Midlertidig adgangskode": "12345" });
  await window.press();
  await window.refuses({ "NemID-nummer": /ni cifre/, "Midlertidig adgangskode": /seks cifre/ });
  await window.holds({ "NemID-nummer": "12", "Midlertidig adgangskode": "" });
  await window.close();
});
