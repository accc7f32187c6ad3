// The RA portal, each action once through its pages (Guide 2.1, 3.1.7, 3.2.1): order, attach, hand out a card, block
// password and certificate. Lost cards are in lost_card.test.mjs, temporary passwords in temporary.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Citizen, anybody } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";
import { Officer } from "./staff.mjs";

const set = stage();

test("what is typed wrong at the counter is said beside its field and on top", async () => {
  const officer = await Officer.atCounter(set);
  const { window } = officer;
  await window.visit("/ra/bestil");
  await window.fill({ "CPR-nummer": "12" });
  await window.press("Næste");
  await window.refuses({ "CPR-nummer": "ti cifre" });
  await window.holds({ "CPR-nummer": "12" });
  await window.fill({ "CPR-nummer": "010190-1234" });
  await window.press("Næste");
  await window.refuses({ "CPR-nummer": "Ægte CPR-numre hører ikke hjemme her" });
  await window.fill({ "CPR-nummer": officer.cpr });
  await window.press("Næste");
  await window.refuses({ "CPR-nummer": "Du kan ikke betjene dig selv" });
  const fie = await Citizen.named(set, "Fie Gade");
  await window.fill({ "CPR-nummer": fie.cpr });
  await window.press("Næste");
  await window.press("Næste");
  await window.refuses({ Legitimation: "Sæt kryds ved den legitimation" });
  await window.choose("Sundhedskort");
  await window.press("Næste");
  await window.refuses({ Legitimation: "ét dokument ikke nok" });
  await window.holds({ Sundhedskort: true });
  await window.choose("Pas");
  await window.press("Næste");
  await window.sees("fyldt 15 år");
  await window.press("Afbryd uden at ændre noget");
  assert.equal(window.path, "/ra");
  await fie.window.close();
  await window.close();
});

for (const way of WAYS) {
  test(`a new NemID is ordered, handed over, activated and used${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Erik Fjeldsted" : "Thea Jelling", way);
    const officer = await Officer.atCounter(set, way);
    const { window } = officer;
    const card = await officer.takesFromShelf("cards");
    await officer.serves("bestil", citizen);
    await window.sees("Borgeren har intet NemID", "Den normale løsning med OTP");
    await window.holds({ "Nøglekort udleveres med det samme": true });
    await window.fill({ "E-mail": "ingen adresse", Nøglekortnummer: "A123456789" });
    await window.press("Næste");
    await window.refuses({ "E-mail": "ligner ikke en e-mailadresse" });
    await window.fill({ "E-mail": "" });
    await window.press("Næste");
    await window.refuses({ Nøglekortnummer: "findes ikke på lageret" });
    await window.fill({ Nøglekortnummer: card });
    await window.press("Næste");
    await window.fill({ Adgangskode: "helt forkert 1" });
    await window.press("Underskriv");
    await window.refuses({ Adgangskode: "Adgangskoden er forkert, og intet er underskrevet" });
    await officer.signs();
    await window.sees("Det nye NemID er bestilt");
    await window.press("Udlever midlertidig adgangskode");
    const digits = await officer.handsOutLetter("Genudsend midlertidig adgangskode");
    await window.sees("Skriv NemID-nummer", "Udlever reglerne for NemID");
    await window.click("Se og udskriv velkomstbrevet");
    await citizen.hasNewNemId();
    await window.sees("Velkommen til NemID", citizen.nemid.number);
    await window.close();

    await set.site.world.openFromShelf(officer.office, card);
    await citizen.looksIntoDrawer();
    await citizen.activates(digits, "laerke1982", card);
    await citizen.logsOn();
    await citizen.window.close();
  });

  test(`a certificate is attached by the number that »Spær nøglekort« shows${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Mette Odgaard" : "Kirsten Munk", way);
    const officer = await Officer.atCounter(set, way);
    const { window } = officer;
    await officer.serves("vedligehold/spaer-noeglekort", citizen);
    await window.press("OK");
    const [card] = citizen.nemid.cards;
    await window.sees("Intet er spærret. Her er numrene", card.number);
    await officer.serves("bestil", citizen);
    await window.sees("Certifikat tilknyttes");
    await window.holds({ "Eksisterende NemID": true });
    await window.fill({ Nøglekortnummer: card.number });
    await window.press("Næste");
    await window.refuses({ "Borgeren giver samtykke til alle punkterne": "Uden alle samtykker" });
    await window.choose("Borgeren giver samtykke");
    await window.press("Næste");
    await officer.signs();
    await window.sees("både i netbanken og hos det offentlige");
    await window.close();
    await citizen.logsOn("/tjenester/borgerportalen");
    await citizen.window.sees("Dit overblik");
    await citizen.window.close();
  });

  test(`an extra card is handed out and taken into use${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const officer = await Officer.atCounter(set, way);
    const card = await officer.takesFromShelf("cards");
    await officer.serves("vedligehold/udlever-noeglekort", citizen);
    await officer.window.sees("Borgeren har ét nøglekort");
    await officer.window.fill({ Nøglekortnummer: "123" });
    await officer.window.press("Næste");
    await officer.window.refuses({ Nøglekortnummer: "et stort bogstav og ni cifre" });
    await officer.window.fill({ Nøglekortnummer: card });
    await officer.window.press("Næste");
    await officer.signs();
    await officer.window.sees("Nyt nøglekort er nu tilknyttet", "Brug et andet nøglekort");
    await officer.window.visit("/ra/lager");
    await officer.window.sees("Senest udleveret", card);
    await officer.window.close();

    await set.site.world.openFromShelf(officer.office, card);
    await citizen.looksIntoDrawer();
    await citizen.window.visit("/selvbetjening");
    await citizen.identifies();
    await citizen.usesOtherCard(card);
    await citizen.answersKey();
    assert.equal(citizen.window.path, "/selvbetjening");
    const now = await citizen.listed();
    assert.equal(now.cards.find((one) => one.number === card).state, "active");
    await citizen.window.close();
  });

  test(`password and certificate are blocked when the citizen asks${way.name}`, async () => {
    const citizen = await anybody(set, way);
    const officer = await Officer.atCounter(set, way);
    const { window } = officer;
    await officer.serves("vedligehold/spaer-certifikat", citizen);
    await window.press("Næste");
    await window.refuses({ "Borgeren har bedt om det og kender følgerne": "Sæt kryds" });
    await window.choose("Borgeren har bedt om det");
    await window.press("Næste");
    await officer.signs();
    await window.sees("Certifikatet er nu spærret", "Et nyt certifikat kan bestilles når som helst");
    await officer.serves("vedligehold/spaer-adgangskode", citizen);
    await window.press("Næste");
    await window.refuses({ Årsag: "Vælg årsagen" });
    await window.choose("Andre kender måske adgangskoden");
    await window.choose("Send en til folkeregisteradressen");
    await window.press("Næste");
    await officer.signs();
    await window.sees("Adgangskoden er nu spærret", "kommer med posten");
    await window.close();
    assert.equal((await citizen.listed()).state, "password_blocked");
    await citizen.window.visit("/selvbetjening");
    await citizen.identifies();
    await citizen.window.sees("Adgangskoden er spærret");
    await citizen.window.close();
  });
}
