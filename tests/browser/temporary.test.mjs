// Temporary passwords: the counter's three actions (Guide 3.1.2–3.1.4), each used at once, and re-opening with what
// came by post.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Citizen } from "./people.mjs";
import { WAYS, stage } from "./stage.mjs";
import { Officer } from "./staff.mjs";

const set = stage();

const RESEND = "Genudsend midlertidig adgangskode";
const UNLOCK = "Midlertidig kode til låst adgangskode";
const RESET = "Nulstil ved glemt adgangskode";

/** An officer hands the citizen a PIN letter for an action; what the receipt tells is compared. */
async function helps(citizen, action, way, told) {
  const officer = await Officer.atCounter(set, way);
  await officer.serves("vedligehold/midlertidig-adgangskode", citizen);
  const digits = await officer.handsOutLetter(action);
  await officer.window.sees(...told);
  await officer.window.close();
  return digits;
}

for (const way of WAYS) {
  test(`a dead temporary password is issued again, and the NemID activated${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Mads Nørgaard" : "Nina Overgaard", way);
    await citizen.types("/aktiver", "123456");
    await citizen.window.sees(/ikke mere|er forkert/);
    const told = ["Skriv NemID-nummer", "aktivere sit NemID på Selvbetjening inden for 30 dage"];
    const digits = await helps(citizen, RESEND, way, told);
    await citizen.activates(digits, "toftevej8x");
    await citizen.logsOn();
    await citizen.window.close();
  });

  test(`who remembers the password is unlocked and keeps the certificate${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Ulla Vang" : "Yrsa Zeuthen", way);
    const digits = await helps(citizen, UNLOCK, way, ["den adgangskode, du husker"]);
    await citizen.reopens(digits, { remembered: citizen.password, password: "nyere4kode" });
    await citizen.window.sees("Uændret. Der skulle ikke udstedes et nyt");
    await citizen.logsOn();
    await citizen.window.close();
  });

  test(`who has forgotten it is warned, reset, and gets a new certificate${way.name}`, async () => {
    const citizen = await Citizen.named(set, way.scripts ? "Rikke Søndergaard" : "Viggo Winther", way);
    const officer = await Officer.atCounter(set, way);
    const { window } = officer;
    await officer.serves("vedligehold/midlertidig-adgangskode", citizen);
    await window.sees("Bruger borgeren krypteret e-mail?");
    await window.fill({ Handling: { option: RESET }, "Serienummer på PIN-brev": "12" });
    await window.press("Næste");
    await window.refuses({ "Serienummer på PIN-brev": "otte cifre" });
    await window.holds({ "Serienummer på PIN-brev": "12" });
    const digits = await officer.handsOutLetter(RESET);
    await window.sees("Et nyt certifikat bliver udstedt automatisk");
    await window.close();
    await citizen.reopens(digits, { password: "kystvej88b" });
    await citizen.window.sees("Nyt certifikat");
    await citizen.logsOn();
    await citizen.window.close();
  });
}

test("a locked password is re-opened with the letter that came and the password from before", async () => {
  const birgit = await Citizen.named(set, "Birgit Carlsen");
  const [letter] = (await birgit.opensPost()).filter((one) => one.kind === "pin_letter");
  const { window } = birgit;
  await window.visit("/genaabn");
  await window.press();
  await window.refuses({ "NemID-nummer": "Skriv NemID-nummeret", "Midlertidig adgangskode": "Skriv den midlertidige" });
  await birgit.types("/genaabn", letter.temporary_password);
  await window.fill({ Adgangskode: "forkert123" });
  await window.press("Næste");
  await window.refuses({ Adgangskode: "Du har 2 forsøg tilbage" });
  await window.holds({ Adgangskode: "" });
  await birgit.reopens(letter.temporary_password, { remembered: birgit.password, password: "bogreol7ny" });
  assert.equal((await birgit.listed()).state, "active");
  await birgit.logsOn();
  await window.close();
});

test("a forgotten password is re-opened with the letter that came, without JavaScript", async () => {
  const sofus = await Citizen.named(set, "Sofus Thomsen", { scripts: false });
  const [letter] = (await sofus.opensPost()).filter((one) => one.kind === "pin_letter");
  const { window } = sofus;
  await sofus.types("/genaabn", letter.temporary_password);
  await window.fill({ "Ny adgangskode": "hestevogn47", "Gentag ny adgangskode": "hestevogn48" });
  await window.press("Næste");
  await window.sees("De to adgangskoder er ikke ens");
  await window.holds({ "Ny adgangskode": "", "Gentag ny adgangskode": "" });
  await sofus.reopens(letter.temporary_password, { password: "hestevogn47" });
  await sofus.logsOn();
  await window.close();
});
