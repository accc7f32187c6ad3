// Service providers: a netbank with a blocked card (Rules 3.5.4), a payment and a text signed (Rules 2), consent at the
// private site (Rules 4.1).

import assert from "node:assert/strict";
import { test } from "node:test";

import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";
import { callsHotline } from "./staff.mjs";

const PUBLIC = "/tjenester/borgerportalen";
const PRIVATE = "/tjenester/forsikringshuset";
const LENIENT = "/tjenester/fjordbanken";
const STRICT = "/tjenester/hedebanken";

const set = stage();

/** As pages write a CPR number. */
const written = (cpr) => `${cpr.slice(0, 6)}-${cpr.slice(6)}`;

for (const way of WAYS) {
  test(`with the card blocked one bank lets its customer look but not pay${way.name}`, async () => {
    const helge = await Citizen.named(set, "Helge Juul", way);
    const { window } = helge;
    await window.visit(LENIENT);
    await helge.identifies();
    await window.sees("Begrænset adgang", "Lønkonto");
    await window.click("Lønkonto");
    await window.sees("De seneste bevægelser");
    await window.click("Betal");
    assert.equal(window.status, 403);
    await window.sees("kan kun se");
    await window.press("Log af");
    await window.sees("Bruger-id");
    await window.close();
  });

  test(`with the card blocked the other bank lets nobody in and says what to do${way.name}`, async () => {
    const customer = await Citizen.named(set, way.scripts ? "Mette Odgaard" : "Ditte Ebbesen", { ...way, issuer: "bank" });
    await callsHotline(set, customer, "Få alle nøglekort spærret");
    const { window } = customer;
    await window.visit(STRICT);
    await customer.identifies();
    assert.equal(window.status, 422);
    await window.sees("Bestil et nyt kort under »Mistet nøglekort«");
    await window.seesNot("Lønkonto");
    await window.close();
  });

  test(`a payment is read, signed with password and key, and receipted${way.name}`, async () => {
    const kirsten = await Citizen.named(set, "Kirsten Munk", way);
    const { window } = kirsten;
    await kirsten.logsOn(LENIENT);
    await window.click("Betal");
    await window.fill({ "Til konto": "12", Beløb: "mange", "Besked til modtager": "Gave" });
    await window.press("Næste");
    await window.refuses({ "Til konto": "fire cifre", Beløb: "Skriv et beløb" });
    await window.holds({ "Til konto": "12", Beløb: "mange", "Besked til modtager": "Gave" });
    await window.fill({ "Til konto": "1234 7654321", Beløb: "250,00" });
    await window.press("Næste");
    await window.sees("Læs, før du underskriver", "250,00 kr.", "1234 0007654321", "Gave");
    await window.fill({ Adgangskode: "helt forkert 1" });
    await window.press("Næste");
    await window.refuses({ Adgangskode: "Adgangskoden er forkert" });
    await window.fill({ Adgangskode: kirsten.password });
    await window.press("Næste");
    await window.fill({ Nøgle: await kirsten.answer() });
    await window.press("Underskriv");
    await window.sees("Kvittering", "Teksten er underskrevet", "250,00 kr.");
    await window.click("Mine konti");
    await window.sees("Betaling til 1234 0007654321");
    await window.close();
  });

  test(`a text for the authorities is signed and stands in the log${way.name}`, async () => {
    const stine = await Citizen.named(set, "Stine Udsen", way);
    const { window } = stine;
    await stine.logsOn(PUBLIC);
    await window.sees(written(stine.cpr), "PID:9208-2002-2-");
    await window.click("Din årsopgørelse er klar");
    await window.sees("Kære Stine Udsen");
    await window.click("Tilbage");
    await window.press("Ansøgning om parkeringslicens");
    await window.sees("tro og love");
    await window.fill({ Adgangskode: stine.password });
    await window.press("Næste");
    await window.fill({ Nøgle: await stine.answer() });
    await window.press("Underskriv");
    await window.sees("Teksten er underskrevet", "Certifikatets serienummer");
    await stine.logsOn();
    await window.visit("/selvbetjening/haendelseslog");
    await window.sees("Du underskrev hos Borgerportalen");
    await window.close();
  });

  test(`a private site learns the CPR number with consent alone${way.name}`, async () => {
    const stine = await Citizen.named(set, "Stine Udsen", way);
    const { window } = stine;
    await stine.logsOn(PRIVATE);
    await window.sees("Må vi få dit CPR-nummer?");
    await window.seesNot(written(stine.cpr));
    await window.press("Nej, fortsæt uden");
    await window.sees("Ikke oplyst");
    await window.click("Giv samtykke til CPR-nummeret");
    await window.press("Ja, giv samtykke");
    await window.sees(written(stine.cpr), "Åkandevej 9");
    await window.click("Oplysninger fra NemID");
    await window.press("Træk samtykket tilbage");
    await window.seesNot(written(stine.cpr));
    await window.close();
  });
}
