// What can be done without logging on, day and night: order, block, report a card lost, ask for a temporary password.
// Each form with wrong input first: what is wrong is said, what was typed stays, and nothing happens.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newWindow } from "./browser.mjs";
import { Citizen, anybody } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";

const set = stage();

const underWay = async (cpr) => (await set.site.world.letters(cpr)).filter((one) => one.state === "in_transit");

for (const way of WAYS) {
  test(`a first NemID is ordered at /bestil${way.name}`, async () => {
    const { cpr, document_number: document, name } = await set.site.world.personNamed(way.scripts ? "Lars Nygaard" : "Thea Jelling");
    const window = await newWindow(set, way);
    await window.visit("/bestil");
    const typed = { Navn: "1", "CPR-nummer": "12", "Pas- eller kørekortnummer": "7", "E-mail": "x", Mobilnummer: "8" };
    await window.fill(typed);
    await window.press("Bestil");
    await window.refuses({
      Navn: "Skriv hele navnet",
      "CPR-nummer": "ti cifre",
      "Pas- eller kørekortnummer": "ni cifre",
      "E-mail": "ligner ikke en e-mailadresse",
      Mobilnummer: "otte cifre",
    });
    await window.holds(typed);
    await window.fill({ Navn: name, "CPR-nummer": cpr, "Pas- eller kørekortnummer": "123456789", "E-mail": "", Mobilnummer: "" });
    await window.press("Bestil");
    await window.sees("passer ikke sammen");
    assert.deepEqual(await underWay(cpr), []);
    await window.fill({ "Pas- eller kørekortnummer": document });
    await window.press("Bestil");
    await window.sees("Dit NemID er bestilt", "Velkomstbrev og nøglekort", "PIN-brev");
    assert.equal(window.path, "/bestil/kvittering");
    const kinds = (await underWay(cpr)).map((one) => one.kind).sort();
    assert.deepEqual(kinds, ["key_card", "pin_letter", "welcome"]);
    await window.close();
  });

  test(`password or card is blocked by name and number at /spaer${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await window.visit("/spaer");
    await window.press("Spær nu");
    await window.refuses({
      "Hvad skal spærres, og hvorfor?": "Vælg, hvad der skal spærres",
      Navn: "Skriv dit navn",
      "CPR-nummer": "Skriv enten CPR-nummer",
    });
    await window.choose(way.scripts ? "Adgangskoden: Andre kender den måske" : "Nøglekort: mistet");
    await window.fill({ Navn: "En Helt Anden", "Bruger-id": citizen.userId });
    await window.press("Spær nu");
    await window.sees("Passer oplysningerne, er der nu spærret");
    assert.equal((await citizen.listed()).state, "active", "the name has to be right");
    await window.visit("/spaer");
    await window.choose(way.scripts ? "Adgangskoden: Andre kender den måske" : "Nøglekort: mistet");
    await window.fill({ Navn: citizen.name, "CPR-nummer": citizen.cpr });
    await window.press("Spær nu");
    await window.sees("Passer oplysningerne, er der nu spærret");
    const now = await citizen.listed();
    if (way.scripts) assert.equal(now.state, "password_blocked");
    else assert.equal(now.cards[0].state, "blocked");
    await window.close();
  });

  test(`a lost card is reported at /mistet-noeglekort${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    await window.visit("/mistet-noeglekort");
    await window.press("Spær nøglekort");
    await window.refuses({ "Bruger-id": "Skriv dit bruger-id", Adgangskode: "Skriv din adgangskode" });
    await window.choose("Alle mine nøglekort");
    await window.choose("Send et nyt nøglekort");
    await window.fill({ "Bruger-id": citizen.userId, Adgangskode: "forkert123" });
    await window.press("Spær nøglekort");
    await window.sees("Bruger-id eller adgangskode er forkert");
    await window.holds({ "Bruger-id": citizen.userId, Adgangskode: "", "Alle mine nøglekort": true });
    assert.equal((await citizen.listed()).cards[0].state, "active");
    await window.fill({ Adgangskode: citizen.password });
    await window.press("Spær nøglekort");
    await window.sees("Nøglekortet er spærret", "Et nyt nøglekort er på vej");
    await window.seesNot(citizen.nemid.cards[0].number);
    const states = (await citizen.listed()).cards.map((one) => one.state).sort();
    assert.deepEqual(states, ["blocked", "ordered"]);
    await window.close();
  });

  test(`a temporary password is ordered at /glemt-adgangskode${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const { window } = citizen;
    const [card] = citizen.nemid.cards;
    await window.visit("/glemt-adgangskode");
    await window.fill({ Nøglekortnummer: "12" });
    await window.press("Bestil midlertidig adgangskode");
    await window.refuses({ "Bruger-id": "Skriv dit bruger-id", Nøglekortnummer: "et stort bogstav og ni cifre" });
    await window.holds({ Nøglekortnummer: "12" });
    await window.fill({ "Bruger-id": "en.helt.anden", Nøglekortnummer: card.number });
    await window.press("Bestil midlertidig adgangskode");
    await window.sees("Passer oplysningerne, er et PIN-brev på vej");
    assert.deepEqual(await underWay(citizen.cpr), [], "both have to fit");
    await window.visit("/glemt-adgangskode");
    await window.fill({ "Bruger-id": citizen.userId, Nøglekortnummer: card.number });
    await window.press("Bestil midlertidig adgangskode");
    await window.sees("Passer oplysningerne, er et PIN-brev på vej");
    assert.equal((await citizen.listed()).state, "password_blocked");
    const [letter] = await underWay(citizen.cpr);
    assert.equal(letter.kind, "pin_letter");
    await window.close();
  });
}

test("who has never activated is sent the start again at /glemt-adgangskode", async () => {
  const bent = await Citizen.named(set, "Bent Dalgaard");
  const { window } = bent;
  await bent.opensPost();
  await window.visit("/glemt-adgangskode");
  await window.fill({ "Bruger-id": bent.nemid.number, Nøglekortnummer: bent.cards[0].card_number });
  await window.press("Bestil midlertidig adgangskode");
  await window.sees("Passer oplysningerne, er et PIN-brev på vej");
  const letters = (await underWay(bent.cpr)).filter((one) => one.kind === "pin_letter");
  assert.equal(letters.length, 1);
  await window.close();
});
